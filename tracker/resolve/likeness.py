"""How the words, names, numbers and figures of two reports agree."""

from collections.abc import Iterator

from tracker.model.mentions import EventType, Unit
from tracker.resolve.profile import SPEECH, Amount, Profile
from tracker.resolve.sides import described
from tracker.resolve.words import overlap

Feature = tuple[str, float]

_TOLL = frozenset({Unit.DEAD, Unit.WOUNDED})
_PERSONS = frozenset({Unit.PEOPLE, Unit.HOSTAGES, Unit.PRISONERS, Unit.BODIES, Unit.TROOPS, Unit.DEAD})
OF_PERSONS = frozenset({EventType.RELEASE, EventType.DETENTION})
_LARGE = 20
_NEAR_FIGURE = 0.88
_MOST_NAMES = 2
_MOST_STEMS = 4


def compare_figures(a: Profile, b: Profile) -> str:
    """How the best matching pair of comparable figures agrees; empty where none can be compared."""
    order = ("equal_large", "near", "equal_small", "different_toll", "different")
    found = {_figure(ours, theirs) for ours in a.amounts for theirs in b.amounts if _comparable(ours, theirs)}
    return next((name for name in order if name in found), "")


def _tolls(one: Profile) -> frozenset[float]:
    """How many are told to be dead or wounded, which grows from report to report."""
    return frozenset(n for amount in one.amounts if amount.unit in _TOLL for n in (amount.low, amount.high))


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


def word_likenesses(a: Profile, b: Profile) -> Iterator[Feature]:
    yield "words.clause", overlap(a.words.stems, b.words.stems)
    yield "words.near_trigger", overlap(a.near.stems, b.near.stems)
    yield "words.stems", float(min(len(a.words.stems & b.words.stems), _MOST_STEMS))
    yield "words.sentence", overlap(a.whole.stems, b.whole.stems)
    if a.type is b.type and a.sense and b.sense:
        yield ("words.sense_same" if a.sense == b.sense else "words.sense_different"), 1.0
    if a.type is b.type and a.kinds and b.kinds:
        yield ("words.kind_same" if a.kinds & b.kinds else "words.kind_different"), 1.0
    if a.trigger & b.trigger:
        yield "words.trigger", 1.0
    shared = len(a.words.names & b.words.names)
    if shared:
        yield "words.name_shared", float(min(shared, _MOST_NAMES))
    elif a.near.names and b.near.names:
        held = "_held" if a.type in OF_PERSONS else ""
        yield f"words.names_different{held}", 1.0
    around = len((a.whole.names & b.whole.names) - (a.words.names & b.words.names))
    if around:
        yield "words.name_around", float(min(around, _MOST_NAMES))
    if held_apart(a, b):
        yield "words.peoples_different", 1.0
    told = _tolls(a) | _tolls(b) if compare_figures(a, b) == "different_toll" else frozenset[float]()
    if a.near.numbers - told and b.near.numbers - told:
        same = a.near.numbers & b.near.numbers
        large = any(number >= _LARGE for number in same)
        yield f"words.numbers_{'large' if large else 'small' if same else 'different'}", 1.0
    ours, theirs = a.near.ordinals, b.near.ordinals
    if ours and theirs and not ours & theirs:
        yield "words.order_different", 1.0
    if a.is_noun and b.is_noun and (a.is_plural or b.is_plural) and a.type is EventType.ATTACK:
        yield "words.plural", 1.0
    if a.about and b.about:
        yield ("words.about_shared" if a.about & b.about else "words.about_different"), 1.0
    if a.type in SPEECH and b.type in SPEECH:
        yield "words.said", float(min(len(a.said & b.said), 2))
    elif a.source and b.source:
        yield ("words.source_same" if a.source == b.source else "words.source_different"), 1.0
    if a.is_aside != b.is_aside:
        yield "words.aside", 1.0
    if a.near.is_repeat != b.near.is_repeat:
        yield "words.repeat", 1.0


def held_apart(a: Profile, b: Profile) -> bool:
    """Whether persons of other peoples are held or freed: "13 Israeli hostages", "ten Thais"."""
    if a.type not in OF_PERSONS or b.type not in OF_PERSONS:
        return False
    ours, theirs = _held(a), _held(b)
    return bool(ours and theirs and not ours & theirs)


def _held(one: Profile) -> frozenset[str]:
    """The countries of the persons held or freed: those told beside the trigger, and to whom they belong."""
    return one.near.peoples | {state for party in one.targets if (state := described(party).state)}
