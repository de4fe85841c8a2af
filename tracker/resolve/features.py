"""How two reports are alike: named likenesses, each with an amount, and the reasons why they never tell one event."""

from collections.abc import Iterator

from tracker.model.mentions import EventType, Phase, Status
from tracker.resolve.days import LAG, apart, day_likeness, day_veto, same_day
from tracker.resolve.likeness import Feature, compare_figures, word_likenesses
from tracker.resolve.profile import RECIPROCAL, SPEECH, Profile
from tracker.resolve.sides import shared_sides
from tracker.resolve.words import overlap

# Acts that are done to somebody, who tells them apart.
DONE_TO = frozenset({EventType.ATTACK, EventType.DETENTION, EventType.RELEASE, EventType.SANCTION})
_DONE_BY_EACH = {EventType.RELEASE, EventType.WITHDRAWAL}
_NEXT_IN_TEXT = 5
_NEAR_IN_TEXT = 600
# Characters of a text that hold its headline and lead.
_LEAD = 300
# The statuses of a penalty to be lifted, and of one told not to have been: it stands.
_STANDS = {Status.PLANNED, Status.OCCURRED}


def veto(a: Profile, b: Profile) -> str:
    """Why the two never tell one event; empty where nothing speaks decisively against it.

    Who speaks is decisive, and so is whether a lasting thing begins or ends (one article often tells a truce from both
    ends). What is offered and what was done are term and fulfilment (within an article not for speech and attacks,
    which one sentence tells outright and the next as feared); a denial is of the same day or of another event, and in
    one article of another unless somebody denies what others tell; two days that do not meet are two events, and so are
    two figures on days that are not the same.
    """
    if reason := day_veto(a, b):
        return reason
    if a.type in SPEECH and b.type in SPEECH and _has_another_speaker(a, b):
        return "another speaker"
    if {a.phase, b.phase} == {Phase.BEGIN, Phase.END} and not a.in_one_text(b):
        return "a beginning and an end"
    statuses = {a.status, b.status}
    if a.type is b.type is EventType.SANCTION and a.phase is b.phase is Phase.END and statuses >= _STANDS:
        return "an end to come and one that did not come"
    is_act = not {a.type, b.type} & (SPEECH | {EventType.ATTACK})
    if statuses == {Status.PROPOSED, Status.OCCURRED} and (is_act or not a.in_one_text(b)):
        return "a term and its fulfilment"
    is_denied = statuses == {Status.DENIED, Status.OCCURRED}
    if not a.in_one_text(b):
        if is_denied and not (a.is_dated and b.is_dated):
            return "a denial of no known day"
        if _is_planned_afterwards(a, b) or _is_planned_afterwards(b, a):
            return "planned after it was done"
        if _is_one_sides_part(a, b) or _is_one_sides_part(b, a):
            return "what both do and what one does"
    elif _is_disputed(a, b):  # "Peru said Chile had raided it; Chile denied the raid"
        pass
    elif a.sentence.overlaps(b.sentence) and a.type is b.type:
        return "told apart in one sentence"
    elif is_denied and (a.type not in SPEECH or not a.actors & b.actors):
        return "done and not done"
    if compare_figures(a, b) == "different" and not same_day(a, b):
        return "different figures on different days"
    return ""


def _is_planned_afterwards(plan: Profile, deed: Profile) -> bool:
    """Whether a plan without a day is told when the deed is days old, so that it is a plan of something else."""
    if plan.status is not Status.PLANNED or deed.status is not Status.OCCURRED or plan.is_dated:
        return False
    return bool(plan.published and deed.last and (plan.published - deed.last).days > LAG)


def _is_one_sides_part(both: Profile, one: Profile) -> bool:
    """Whether a figure is that of one side alone of two that each are to act: "each country is to free some of its
    captives", "Peru is to free 30"."""
    if both.type not in _DONE_BY_EACH or one.type is not both.type or both.amounts or not one.amounts:
        return False
    return len(both.actors) > len(one.actors) == 1 and Status.OCCURRED not in {both.status, one.status}


def likenesses(a: Profile, b: Profile) -> Iterator[Feature]:
    """The likenesses of two reports as (weight's name, amount), the base among them; `a` has the lesser key."""
    where = "in_text" if a.in_one_text(b) else "apart"
    yield f"{where}.base", 1.0
    yield (f"type.{a.type}", 1.0) if a.type is b.type else (f"related.{' '.join(sorted((a.type, b.type)))}", 1.0)
    yield from _matters(a, b)
    for name, amount in _weighed_by_place(a, b):
        yield f"{where}.{name}", amount


def _matters(a: Profile, b: Profile) -> Iterator[Feature]:
    """What counts the same within an article and between two: figures, place, phase."""
    figure = compare_figures(a, b)
    if figure:
        yield f"figures.{figure}", 1.0
    if a.place.stems and b.place.stems:
        yield ("place.same" if a.place.stems & b.place.stems else "place.different"), 1.0
    if a.phase and b.phase and a.phase is not b.phase:
        mild = {a.phase, b.phase} == {Phase.BEGIN, Phase.GO_ON}
        yield ("phase.begin_go_on" if mild else "phase.different"), 1.0


def _weighed_by_place(a: Profile, b: Profile) -> Iterator[Feature]:
    yield day_likeness(a, b), 1.0
    if a.is_old or b.is_old:
        if a.is_old and b.is_old:
            yield "date.both_old", 1.0
        elif not a.is_dated or not b.is_dated:
            yield "date.old_and_undated", 1.0
    yield from _parties(a, b)
    yield from word_likenesses(a, b)
    yield from _status(a, b)
    yield from (*_position(a, b), *_content(a, b)) if a.in_one_text(b) else _evidence(a, b)


def _content(a: Profile, b: Profile) -> Iterator[Feature]:
    """What two reports of an article lack: "bare" where nothing is alike beyond type, sides and time and the later does
    not take up the other; "row" where one alone tells many acts."""
    alike: object = a.near.stems & b.near.stems or a.words.names & b.words.names or a.place.stems & b.place.stems
    alike = alike or a.kinds & b.kinds or a.about & b.about or compare_figures(a, b).startswith(("equal", "near"))
    if not alike and not b.refers_back:
        yield "evidence.bare", 1.0
        if a.type is EventType.ATTACK:
            yield "evidence.bare_attack", 1.0
    if a.is_row is not b.is_row:
        yield "evidence.row", 1.0


def _evidence(a: Profile, b: Profile) -> Iterator[Feature]:
    """What two articles lack in common: "thin" where neither the same doers nor days of a week speak for one event,
    "bare" where they share no party, name, figure or number, only the type and the time, or where a demand and a
    proposal share the side alone."""
    gap = apart(a, b)
    meet_closely = gap is not None and gap <= 0 and max(a.width, b.width) <= 7
    if not meet_closely and not _shared(a, a.actors, b, b.actors):
        yield "evidence.thin", 1.0
    named = a.words.names & b.words.names or a.marks & b.marks or a.place.stems & b.place.stems
    counted = a.near.numbers & b.near.numbers or compare_figures(a, b).startswith(("equal", "near"))
    other_words = a.type is not b.type and a.type in SPEECH and b.type in SPEECH and not a.near.stems & b.near.stems
    if not counted and (other_words or not (named or _shared(a, a.parties, b, b.parties))):
        yield "evidence.bare", 1.0


def _parties(a: Profile, b: Profile) -> Iterator[Feature]:
    if a.actors and b.actors:
        yield f"actors.{_compare_actors(a, b)}", 1.0
    elif a.parties and b.parties and not _shared(a, a.parties, b, b.parties):
        yield "actors.different", 0.5
    elif _is_done_to_doer(a, b):
        yield "actors.crossed", 1.0
    else:
        yield ("actors.unknown_one" if a.actors or b.actors else "actors.unknown"), 1.0
        if a.type in SPEECH or b.type in SPEECH:
            yield "actors.unknown_speaker", 1.0
    yield "sides.around", overlap(a.marks, b.marks)
    if not a.in_one_text(b) and a.marks and b.marks and not a.marks & b.marks:
        yield "sides.none_around", 1.0
    if _shared(a, a.actors, b, b.targets) and _shared(b, b.actors, a, a.targets):
        yield "targets.turned", 1.0
    yield from _targets(a, b)


def _has_another_speaker(a: Profile, b: Profile) -> bool:
    """Whether others speak, or, where one report does not tell who, those to whom it is said."""
    if a.actors and b.actors:
        return not _shared(a, a.actors, b, b.actors)
    return _is_done_to_doer(a, b)


def _is_done_to_doer(a: Profile, b: Profile) -> bool:
    """Whether what nobody is told to have done is done to those who do the other."""
    done, other = (b, a) if a.actors else (a, b)
    return bool(_shared(other, other.actors, done, done.targets)) and not _shared(
        done, done.targets, other, other.targets
    )


def _shared(a: Profile, ours: frozenset[str], b: Profile, theirs: frozenset[str]) -> int:
    """How many of some sides of `a` are among some of `b`."""
    return shared_sides(ours, theirs, a.parties, b.parties)


def _targets(a: Profile, b: Profile) -> Iterator[Feature]:
    """How those agree to whom it is done. A person and a state say nothing: he may be of that state."""
    if not a.targets or not b.targets:
        return
    shared = _shared(a, a.targets, b, b.targets)
    if shared:
        yield ("targets.same" if shared == len(a.targets) == len(b.targets) else "targets.shared"), 1.0
        if a.type in DONE_TO and b.type in DONE_TO:
            yield "targets.done_to", 1.0
        return
    comparable = (a.targets <= a.persons) is (b.targets <= b.persons)
    if comparable and not _shared(a, a.targets, b, b.parties) and not _shared(b, b.targets, a, a.parties):
        yield "targets.different", 1.0


def _compare_actors(a: Profile, b: Profile) -> str:
    """How the doers agree; two sides who meet a third each ("A and B", "A and C") do not."""
    shared = _shared(a, a.actors, b, b.actors)
    if shared == len(a.actors) == len(b.actors):
        return "same"
    fewest = min(len(a.actors), len(b.actors))
    is_mutual = a.type in RECIPROCAL and b.type in RECIPROCAL
    if shared and (a.in_one_text(b) or not (is_mutual and shared < fewest == 2)):
        return "most" if shared >= fewest else "shared"
    if is_mutual:
        return "one_of_two" if shared else "different_mutual"
    return "crossed" if _shared(a, a.parties, b, b.parties) else "different"


_PAIRS = {
    frozenset((Status.PLANNED, Status.OCCURRED)): "planned_occurred",
    frozenset((Status.PROPOSED, Status.PLANNED)): "proposed_planned",
    frozenset((Status.PROPOSED, Status.OCCURRED)): "proposed_occurred",
}


def _status(a: Profile, b: Profile) -> Iterator[Feature]:
    if a.status is b.status:
        if a.status is not Status.OCCURRED:
            yield f"status.both_{a.status}", 1.0
    else:
        yield f"status.{_PAIRS.get(frozenset((a.status, b.status)), 'denied_other')}", 1.0


def _is_disputed(a: Profile, b: Profile) -> bool:
    """Whether somebody denies what others claim or the report tells."""
    denied, told = (a, b) if a.status is Status.DENIED else (b, a)
    is_denied = denied.status is Status.DENIED and told.status is Status.OCCURRED
    return is_denied and bool(denied.source) and denied.source != told.source


def _position(a: Profile, b: Profile) -> Iterator[Feature]:
    """How the two stand in their article: `b` is the later one."""
    between = b.sentence.first - a.sentence.last
    if a.sentence.overlaps(b.sentence) and not _is_disputed(a, b):
        yield "position.same_sentence", 1.0
    elif between <= _NEXT_IN_TEXT:
        yield "position.next", 1.0
    elif between <= _NEAR_IN_TEXT:
        yield "position.near", 1.0
    if a.sentence.first <= _LEAD and a.type is b.type:
        yield "position.lead", 1.0
    if b.is_added and b.type is not EventType.MEETING:
        yield "position.added", 1.0
    if b.is_introduced:
        yield "position.introduced", 1.0
    if a.is_quoted and b.is_quoted and a.type in SPEECH and b.type in SPEECH:
        yield "position.quoted", 1.0
    if b.is_noun and not a.is_noun:
        yield "position.noun_later", 1.0
    if b.refers_back and b.type not in SPEECH:
        yield ("position.refers_back_next" if between <= _NEXT_IN_TEXT else "position.refers_back"), 1.0
