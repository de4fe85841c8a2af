"""When an extracted mention agrees with a labelled event, field by field."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from tracker.evaluate.gold import GoldEvent, Reading
from tracker.export.labels import sides
from tracker.model.dates import label_dates
from tracker.model.mentions import Mention
from tracker.model.parties import Role

Namer = Callable[[str], frozenset[str]]
# The first characters of a long trigger span count, no more: a span over the whole text matches nothing well.
_LONGEST_SPAN = 60
# A reader's guess of up to this many days, with no words behind it, is met by any day within it.
_IMPLIED_DAYS = timedelta(days=4)
_PERSONS = {"people", "hostages", "prisoners"}
ROLES = (Role.ACTOR, Role.TARGET, Role.MEDIATOR)


def named(names: Iterable[str], namer: Namer) -> frozenset[str]:
    """The labelled parties that names stand for."""
    return frozenset().union(*(namer(name) for name in names))


def labelled(reading: Reading, role: Role, namer: Namer) -> frozenset[str]:
    """The parties that a reader put into a role."""
    return named(
        {Role.ACTOR: reading.actors, Role.TARGET: reading.targets, Role.MEDIATOR: reading.mediators}[role], namer
    )


def given(mention: Mention, role: Role, namer: Namer) -> frozenset[str]:
    """The parties that the extraction put into a role."""
    return named(sides(mention.parties(role)), namer)


def overlaps(event: GoldEvent, mention: Mention) -> bool:
    """Whether the mention's trigger lies in the quote of any reading."""
    first, last = mention.trigger.first, min(mention.trigger.last, mention.trigger.first + _LONGEST_SPAN)
    return any(first < reading.at[1] and reading.at[0] < last for reading in event.readings)


def same_date(reading: Reading, mention: Mention) -> bool:
    """Whether the days are the reader's; unknown equals unknown, an open end asks only for the start."""
    start, end = label_dates(mention.date)
    if (
        _is_guess(reading)
        and start
        and reading.start
        and reading.end
        and reading.start <= start <= (end or start) <= reading.end
    ):
        return True
    if not reading.start and not reading.end:
        return not start and not end
    if reading.start != start:
        return False
    return not reading.end or reading.end == end


def _is_guess(reading: Reading) -> bool:
    if reading.has_words or not reading.start or not reading.end:
        return False
    return reading.end - reading.start <= _IMPLIED_DAYS


def near_date(reading: Reading, mention: Mention) -> bool:
    """Whether the spans overlap and differ by a week at most in length."""
    start, end = label_dates(mention.date)
    if not reading.start or not start:
        return reading.start == start
    gold_end, pred_end = reading.end or reading.start, end or start
    return (
        reading.start <= pred_end
        and start <= gold_end
        and abs(_days(reading.start, gold_end) - _days(start, pred_end)) <= 7
    )


def _days(first: date, last: date) -> int:
    return (last - first).days


def same_count(wanted: tuple[float, str], mention: Mention) -> bool:
    """Whether value and unit are the reader's; "people" stands for any unit of persons."""
    if mention.count is None:
        return False
    value, unit = mention.count.value, mention.count.unit.value
    return wanted[0] == value and (wanted[1] == unit or {wanted[1], unit} <= _PERSONS)


def likeness(reading: Reading, mention: Mention, namer: Namer) -> int:
    """How much a mention agrees with a reading, for choosing among several."""
    actors = labelled(reading, Role.ACTOR, namer) & given(mention, Role.ACTOR, namer)
    same_type = reading.type is mention.type
    return 4 * same_type + 2 * same_date(reading, mention) + (reading.status is mention.status) + 2 * bool(actors)


def is_complete(reading: Reading, mention: Mention, namer: Namer) -> bool:
    """Type, status, date and all actors right."""
    return (
        reading.type is mention.type
        and reading.status is mention.status
        and same_date(reading, mention)
        and labelled(reading, Role.ACTOR, namer) == given(mention, Role.ACTOR, namer)
    )


def pair(gold: list[GoldEvent], mentions: list[Mention], namer: Namer, *, typed: bool = True) -> list[tuple[int, int]]:
    """Pairs of labelled events and mentions, one to one, those that agree on most first: indices into both lists."""
    found = []
    for i, event in enumerate(gold):
        for j, mention in enumerate(mentions):
            if not overlaps(event, mention) or (typed and mention.type not in {r.type for r in event.readings}):
                continue
            length = min(mention.trigger.last - mention.trigger.first, _LONGEST_SPAN)
            found.append((max(likeness(r, mention, namer) for r in event.readings) - length / 1000, i, j))
    taken_gold: set[int] = set()
    taken_mentions: set[int] = set()
    pairs = []
    for _, i, j in sorted(found, reverse=True):
        if i not in taken_gold and j not in taken_mentions:
            taken_gold.add(i)
            taken_mentions.add(j)
            pairs.append((i, j))
    return pairs
