"""From readings to expressions: times of day get their day, expressions their exact words and bound."""

from datetime import date

from tracker.extract.times.calendar import UNKNOWN_DAY, days_of
from tracker.extract.times.context import Context
from tracker.extract.times.grammar import Match
from tracker.extract.times.lexer import Lexed
from tracker.extract.times.reading import Reading
from tracker.model.dates import Span
from tracker.model.times import Bound, TimeExpression, TimexType

_BOUNDS = {
    "since": Bound.SINCE,
    "from": Bound.SINCE,
    "starting": Bound.SINCE,
    "beginning": Bound.SINCE,
    "until": Bound.UNTIL,
    "till": Bound.UNTIL,
    "through": Bound.UNTIL,
    "by": Bound.UNTIL,
    "before": Bound.BEFORE,
    "after": Bound.AFTER,
}
_LINKS = frozenset((",", "on", "of", "at", "around", "about", "late", "early"))
_NOT_FIRST = frozenset(("at", "in", "by", "until", "till", "for", "within", "of", "on"))


def _has_day(reading: Reading) -> bool:
    return reading.type is TimexType.DATE and len(reading.value) == 10


def finish(read: list[tuple[Match, Reading]], lexed: Lexed, context: Context) -> list[TimeExpression]:
    """The expressions for `read`, in the order of the text."""
    joined = _join_clock(read, lexed, context)
    found = []
    for first, last, reading in joined:
        while first < last - 1 and lexed.words[first].text in _NOT_FIRST:
            first += 1
        found.append(_expression(first, last, reading, lexed, context))
    return found


def _join_clock(read: list[tuple[Match, Reading]], lexed: Lexed, context: Context) -> list[tuple[int, int, Reading]]:
    """Gives each bare time of day the day beside it ("9 a.m. Friday" becomes one expression), else the day told last
    in the same sentence, else the publication day."""
    out: list[tuple[int, int, Reading]] = []
    position = 0
    while position < len(read):
        match, reading = read[position]
        if not reading.value.startswith("T"):
            out.append((match.first, match.last, reading))
            position += 1
            continue
        following = read[position + 1] if position + 1 < len(read) else None
        if following and _has_day(following[1]) and _linked(lexed, match.last, following[0].first):
            out.append((match.first, following[0].last, _at(following[1], reading.value)))
            position += 2
            continue
        if out and _has_day(out[-1][2]) and _linked(lexed, out[-1][1], match.first):
            first, _, day = out.pop()
            out.append((first, match.last, _at(day, reading.value)))
        else:
            out.append((match.first, match.last, _at(_day_before(out, match, lexed, context), reading.value)))
        position += 1
    return out


def _linked(lexed: Lexed, last: int, first: int) -> bool:
    return first - last <= 2 and all(word.text in _LINKS for word in lexed.words[last:first])


def _at(day: Reading | None, clock: str) -> Reading:
    if day is None:
        return Reading(TimexType.TIME, UNKNOWN_DAY + clock)
    return Reading(TimexType.TIME, day.value[:10] + clock, day.days, None, day.is_anaphoric, day.offset_days)


def _day_before(out: list[tuple[int, int, Reading]], match: Match, lexed: Lexed, context: Context) -> Reading | None:
    if out:
        _, last, reading = out[-1]
        near = match.words[0].first - lexed.words[last - 1].last < 200
        if near and reading.days and reading.days.earliest == reading.days.latest:
            return Reading(TimexType.DATE, reading.days.earliest.isoformat(), reading.days)
    if context.published is None:
        return None
    value = context.published.isoformat()
    return Reading(TimexType.DATE, value, days_of(value))


def _expression(first: int, last: int, reading: Reading, lexed: Lexed, context: Context) -> TimeExpression:
    start, end = lexed.words[first].first, lexed.words[last - 1].last
    text = context.text
    if text[end - 1] == "." and lexed.words[last - 1].text not in ("a.m.", "p.m."):
        end -= 1
    earliest: date | None = reading.days.earliest if reading.days else None
    latest: date | None = reading.days.latest if reading.days else None
    before = lexed.words[first - 1].text if first else ""
    return TimeExpression(
        span=Span(start, end),
        words=text[start:end],
        type=reading.type,
        value=reading.value,
        earliest=earliest,
        latest=latest,
        grain=reading.days.grain if reading.days else None,
        bound=_BOUNDS.get(before, Bound.AT),
        days=reading.length,
        is_anaphoric=reading.is_anaphoric,
        offset_days=reading.offset_days,
    )
