"""How two reports are alike: named likenesses, each with an amount, and the reasons why they never tell one event."""

import datetime as dt
from collections.abc import Iterator

from rapidfuzz.distance import JaroWinkler

from tracker.model.mentions import EventType, Phase, Status, Unit
from tracker.resolve.profile import RECIPROCAL, Amount, Profile
from tracker.resolve.words import overlap, tokens

SPEECH = frozenset(
    {EventType.PROPOSAL, EventType.DEMAND, EventType.ACCEPTANCE, EventType.REJECTION, EventType.THREAT}
    | {EventType.ACCUSATION, EventType.SUPPORT, EventType.STATEMENT}
)
_TOLL = frozenset({Unit.DEAD, Unit.WOUNDED})
_PERSONS = frozenset({Unit.PEOPLE, Unit.HOSTAGES, Unit.PRISONERS, Unit.BODIES, Unit.TROOPS, Unit.DEAD})
OF_PERSONS = frozenset({EventType.RELEASE, EventType.DETENTION})
_LARGE = 20
_NEAR_FIGURE = 0.88
_ALIKE = 0.92
_NEXT_IN_TEXT = 5
_NEAR_IN_TEXT = 600
# Days by which a day that no words of the clause give (the lead's, the report's) may be wrong within one article.
_GUESS = 4
_MOST_NAMES = 2
_MOST_STEMS = 4

Feature = tuple[str, float]


def same_text(a: Profile, b: Profile) -> bool:
    """Whether both stand in one article."""
    return a.key.text_hash == b.key.text_hash


def veto(a: Profile, b: Profile) -> str:
    """Why the two never tell one event; empty where nothing speaks decisively against it.

    Who speaks is decisive, and so is whether a lasting thing begins or ends (one article often tells a truce from both
    ends). What is offered and what was done are term and fulfilment; a denial is of the same day or of another
    event; two days that do not meet are two events, and so are two figures on days that are not the same.
    """
    if reason := _date_veto(a, b):
        return reason
    if a.type in SPEECH and b.type in SPEECH and a.actors and b.actors and not _shared(a.actors, b.actors):
        return "another speaker"
    if {a.phase, b.phase} == {Phase.BEGIN, Phase.END} and not same_text(a, b):
        return "a beginning and an end"
    statuses = {a.status, b.status}
    if not same_text(a, b):
        if statuses == {Status.PROPOSED, Status.OCCURRED}:
            return "a term and its fulfilment"
        if statuses == {Status.DENIED, Status.OCCURRED} and not (a.is_dated and b.is_dated):
            return "a denial of no known day"
    elif a.sentence == b.sentence and a.type is b.type:
        return "told apart in one sentence"
    if _compare_figures(a, b) == "different" and not _same_day(a, b):
        return "different figures on different days"
    return ""


def likenesses(a: Profile, b: Profile) -> Iterator[Feature]:
    """The likenesses of two reports as (weight's name, amount); `a` has the lesser key."""
    yield (f"type.{a.type}", 1.0) if a.type is b.type else (f"related.{' '.join(sorted((a.type, b.type)))}", 1.0)
    yield _date(a, b), 1.0
    yield from _parties(a, b)
    figure = _compare_figures(a, b)
    if figure:
        yield f"figures.{figure}", 1.0
    if a.place.stems and b.place.stems:
        yield ("place.same" if a.place.stems & b.place.stems else "place.different"), 1.0
    yield from _words(a, b)
    yield from _status(a, b)
    if a.phase and b.phase and a.phase is not b.phase:
        mild = {a.phase, b.phase} == {Phase.BEGIN, Phase.GO_ON}
        yield ("phase.begin_go_on" if mild else "phase.different"), 1.0
    yield from _in_text(a, b)
    if not same_text(a, b):
        yield from _evidence(a, b)


def _evidence(a: Profile, b: Profile) -> Iterator[Feature]:
    """What two articles lack in common: "thin" where neither the same doers nor days of a week speak for one event,
    "bare" where they share no party, name, figure or number, only the type and the time."""
    apart = _apart(a, b)
    meet_closely = apart is not None and apart <= 0 and max(a.width, b.width) <= 7
    if not meet_closely and not _shared(a.actors, b.actors):
        yield "text.thin", 1.0
    in_common = a.words.names & b.words.names or a.near.numbers & b.near.numbers or a.place.stems & b.place.stems
    if not in_common and not _shared(a.parties, b.parties) and not _compare_figures(a, b).startswith(("equal", "near")):
        yield "text.bare", 1.0


def _same_day(a: Profile, b: Profile) -> bool:
    return a.is_dated and b.is_dated and a.first == b.first and a.last == b.last and a.width == 0


def _apart(a: Profile, b: Profile) -> int | None:
    """Days between two bounded dates, 0 or less where they meet; None where one is open."""
    if a.first and a.last and b.first and b.last:
        return max((b.first - a.last).days, (a.first - b.last).days)
    return None


def _date_veto(a: Profile, b: Profile) -> str:
    apart = _apart(a, b)
    if apart is not None:
        if same_text(a, b) and not (a.is_stated and b.is_stated):
            return "different days" if apart > _GUESS else ""
        if apart > 1 or (apart == 1 and not a.is_stated and not b.is_stated):
            return "different days"
    elif (a.first and b.last and a.first > b.last) or (b.first and a.last and b.first > a.last):
        return "one lies before the other"
    return ""


def _date(a: Profile, b: Profile) -> str:
    apart = _apart(a, b)
    if apart is not None:
        if apart > 0 and same_text(a, b):
            return "date.day_off_in_text" if apart <= 1 else "date.days_off_in_text"
        if apart > 0:
            return "date.day_off_stated" if a.is_stated and b.is_stated else "date.day_off_implied"
        if a.first == b.first and a.last == b.last and a.width <= 7:
            kind = "day" if a.width == 0 else "span"
            return f"date.same_{kind}_stated" if a.is_stated and b.is_stated else f"date.same_{kind}_implied"
        width = max(a.width, b.width)
        if a.first == b.first and a.last == b.last and width <= 31:
            return "date.same_month"
        return f"date.within_{'week' if width <= 7 else 'month' if width <= 31 else 'year'}"
    if same_text(a, b):
        return "date.undated_both" if not a.is_dated and not b.is_dated else "date.undated_one"
    kind = "one" if a.is_dated or b.is_dated else "both"
    days = _distance(a, b)
    if days is None:
        return f"date.{kind}_far"
    limits = (("near", 2), ("week", 10), ("month", 45))
    return f"date.{kind}_" + next((name for name, limit in limits if days <= limit), "far")


def _distance(a: Profile, b: Profile) -> int | None:
    """Days between what is known of the two: a bound of the date where there is one, else the publication."""
    ours, theirs = _reach(a), _reach(b)
    if ours is None or theirs is None:
        return None
    return max((theirs[0] - ours[1]).days, (ours[0] - theirs[1]).days, 0)


def _reach(one: Profile) -> tuple[dt.date, dt.date] | None:
    known = [day for day in (one.first, one.last) if day] or ([one.published] if one.published else [])
    return (min(known), max(known)) if known else None


def _parties(a: Profile, b: Profile) -> Iterator[Feature]:
    if a.actors and b.actors:
        yield f"actors.{_compare_actors(a, b)}", 1.0
    elif a.parties and b.parties and not _shared(a.parties, b.parties):
        yield "actors.different", 0.5
    else:
        yield "actors.unknown", 1.0
    if a.targets and b.targets:
        if _shared(a.targets, b.targets):
            yield "targets.shared", 1.0
        elif not _shared(a.targets, b.parties) and not _shared(b.targets, a.parties):
            yield "targets.different", 1.0


def _compare_actors(a: Profile, b: Profile) -> str:
    """How the doers agree; two sides who meet a third each ("A and B", "A and C") do not."""
    shared = _shared(a.actors, b.actors)
    if shared == len(a.actors) == len(b.actors):
        return "same"
    fewest = min(len(a.actors), len(b.actors))
    is_mutual = a.type in RECIPROCAL and b.type in RECIPROCAL
    if shared and (same_text(a, b) or not (is_mutual and shared < fewest == 2)):
        return "most" if shared >= fewest else "shared"
    if is_mutual:
        return "different_mutual"
    return "crossed" if _shared(a.parties, b.parties) else "different"


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """How many of the parties are in both, unverified names by likeness ("Houthi rebels", "Houthis")."""
    return sum(1 for one in ours if one in theirs or any(same_name(one, other) for other in theirs))


def same_name(ours: str, theirs: str) -> bool:
    """Whether two folded names are spellings or longer and shorter forms of one."""
    if JaroWinkler.similarity(ours, theirs) >= _ALIKE and ours[-1:] == theirs[-1:]:
        return True
    mine, other = tokens(ours), tokens(theirs)
    if len(mine) == len(other) or not mine or not other:
        return False
    short, long = sorted((mine, other), key=len)
    return len(short[0]) > 3 and all(any(word[:6] == whole[:6] for whole in long) for word in short)


def _compare_figures(a: Profile, b: Profile) -> str:
    """How the best matching pair of comparable figures agrees; empty where none can be compared."""
    order = ("equal_large", "near", "equal_small", "different_toll", "different")
    found = {_figure(ours, theirs) for ours in a.amounts for theirs in b.amounts if _comparable(ours, theirs)}
    return next((name for name in order if name in found), "")


def _comparable(ours: Amount, theirs: Amount) -> bool:
    units = {ours.unit, theirs.unit}
    return len(units) == 1 or (Unit.PEOPLE in units and units <= _PERSONS)


def _figure(ours: Amount, theirs: Amount) -> str:
    if ours.low <= theirs.high and theirs.low <= ours.high:
        return "equal_large" if min(ours.high, theirs.high) >= _LARGE else "equal_small"
    near = min(ours.high, theirs.high) / max(ours.low, theirs.low, 1.0)
    if near >= _NEAR_FIGURE and max(ours.low, theirs.low) >= _LARGE:
        return "near"
    return "different_toll" if ours.unit in _TOLL else "different"


def _words(a: Profile, b: Profile) -> Iterator[Feature]:
    yield "words.clause", overlap(a.words.stems, b.words.stems)
    yield "words.near_trigger", overlap(a.near.stems, b.near.stems)
    yield "words.stems", float(min(len(a.words.stems & b.words.stems), _MOST_STEMS))
    apart = "" if same_text(a, b) else "_apart"
    if a.trigger & b.trigger:
        yield f"words.trigger{apart}", 1.0
    shared = len(a.words.names & b.words.names)
    if shared:
        yield f"words.name_shared{apart}", float(min(shared, _MOST_NAMES))
    elif a.near.names and b.near.names:
        held = "_held" if a.type in OF_PERSONS else ""
        yield f"words.names_different{held or apart}", 1.0
    if held_apart(a, b):
        yield "words.peoples_different", 1.0
    if a.near.numbers and b.near.numbers:
        same = a.near.numbers & b.near.numbers
        large = any(number >= _LARGE for number in same)
        yield f"words.numbers_{'large' if large else 'small' if same else 'different'}{apart}", 1.0
    ours, theirs = a.near.ordinals, b.near.ordinals
    if ours and theirs and not ours & theirs:
        yield "words.order_different", 1.0
    if a.near.is_repeat != b.near.is_repeat:
        yield "words.repeat", 1.0


def held_apart(a: Profile, b: Profile) -> bool:
    """Whether persons of other peoples are held or freed: "13 Israeli hostages", "ten Thais"."""
    if a.type not in OF_PERSONS or b.type not in OF_PERSONS:
        return False
    return bool(a.near.peoples and b.near.peoples and not a.near.peoples & b.near.peoples)


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


def _in_text(a: Profile, b: Profile) -> Iterator[Feature]:
    if not same_text(a, b):
        yield "text.different", 1.0
        return
    if a.sentence == b.sentence:
        yield "text.same_sentence", 1.0
    elif b.sentence.first - a.sentence.last <= _NEXT_IN_TEXT:
        yield "text.next", 1.0
    elif b.sentence.first - a.sentence.last <= _NEAR_IN_TEXT:
        yield "text.near", 1.0
    if b.refers_back:
        yield (
            ("text.refers_back_next" if b.sentence.first - a.sentence.last <= _NEXT_IN_TEXT else "text.refers_back"),
            1.0,
        )
