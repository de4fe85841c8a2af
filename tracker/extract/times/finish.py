"""From readings to expressions: times of day get their day, expressions their exact words and bound."""

import re
from dataclasses import replace

from tracker.extract.times.calendar import UNKNOWN_DAY, days_of, shift_days
from tracker.extract.times.context import Context
from tracker.extract.times.lexer import Lexed
from tracker.extract.times.reading import Part, Reading
from tracker.model.dates import Grain, Span
from tracker.model.times import Bound, TimeExpression, TimexType
from tracker.rules.times import word_set

_BOUNDS = {
    "since": Bound.SINCE,
    "from": Bound.SINCE,
    "starting": Bound.SINCE,
    "beginning": Bound.SINCE,
    "until": Bound.UNTIL,
    "till": Bound.UNTIL,
    "through": Bound.UNTIL,
    "by": Bound.BEFORE,
    "before": Bound.BEFORE,
    "after": Bound.AFTER,
}
_TWO_WORD_BOUNDS = {
    ("prior", "to"): Bound.BEFORE,
    ("up", "to"): Bound.UNTIL,
    ("ahead", "of"): Bound.BEFORE,
    ("later", "than"): Bound.BEFORE,
    ("earlier", "than"): Bound.AFTER,
}
# "Talks fell through last week."
_FALLS = frozenset(("fall", "falls", "fell", "fallen", "falling"))
_ENDS = frozenset(("until", "till"))
_RANGE_LINKS = frozenset(("to", "-", "–", "until", "till", "through", "and"))
_DATED = (TimexType.DATE, TimexType.TIME)
# How many days before its publication a story may play that goes on with hours alone.
_STORY_DAYS = 2
_NEAR_CHARACTERS = 200
_LINKS = frozenset((",", "hours", "on", "of", "at", "around", "about", "late", "early"))
_NOT_FIRST = frozenset(("at", "in", "by", "until", "till", "for", "within", "of", "on", "since", "before", "after"))


def _has_day(reading: Reading) -> bool:
    """Whether a value is a day, or a part of one ("tonight"), that a time of day can stand on."""
    day, _, part = reading.value.partition("T")
    return reading.type in _DATED and len(day) == 10 and not part[:1].isdigit()


def finish(parts: list[Part], lexed: Lexed, context: Context) -> list[TimeExpression]:
    """The expressions for `parts`, in the order of the text."""
    found: list[TimeExpression] = []
    for part in _join_clock(parts, lexed, context):
        first = part.first
        while first < part.last - 1 and lexed.words[first].text in _NOT_FIRST:
            first += 1
        found.append(_expression(Part(part.reading, first, part.last, part.bound), lexed))
    return _close_ranges(found, context)


def _join_clock(parts: list[Part], lexed: Lexed, context: Context) -> list[Part]:
    """Gives each bare time of day the day beside it ("9 a.m. Friday" becomes one expression), else the day told last,
    where that is near or one of the story, else the publication day."""
    out: list[Part] = []
    position = 0
    while position < len(parts):
        part = parts[position]
        position += 1
        if not part.reading.value.startswith("T"):
            out.append(part)
            continue
        clock, following = part.reading.value, parts[position] if position < len(parts) else None
        if following and _has_day(following.reading) and _linked(lexed, part.last, following.first):
            out.append(Part(_at(following.reading, clock), part.first, following.last, part.bound))
            position += 1
        elif out and _has_day(out[-1].reading) and _linked(lexed, out[-1].last, part.first):
            day = out.pop()
            out.append(Part(_at(day.reading, clock), day.first, part.last, day.bound))
        else:
            out.append(Part(_at(_day_before(out, part, lexed, context), clock), part.first, part.last, part.bound))
    return out


def _linked(lexed: Lexed, last: int, first: int) -> bool:
    return first - last <= 2 and all(word.text in _LINKS for word in lexed.words[last:first])


def _at(day: Reading | None, clock: str) -> Reading:
    if day is None:
        return Reading(TimexType.TIME, UNKNOWN_DAY + clock)
    return Reading(TimexType.TIME, day.value[:10] + clock, day.days, None, day.is_anaphoric, day.offset_days)


def _day_before(out: list[Part], part: Part, lexed: Lexed, context: Context) -> Reading | None:
    """The day that a bare clock time goes on with: the last one told nearby, but none that only bounds another time
    ("closed since May 5"); else that of publication."""
    for told in reversed(out):
        reading = told.reading
        if lexed.words[part.first].first - lexed.words[told.last - 1].last >= _NEAR_CHARACTERS:
            break
        if (told.bound or _bound(told.first, lexed)) is not Bound.AT:
            continue
        if reading.days and reading.days.earliest == reading.days.latest:
            return Reading(TimexType.DATE, reading.days.earliest.isoformat(), reading.days)
        break
    if context.published is None:
        return None
    days = (p.reading.days for p in reversed(out) if p.reading.days)
    last = next((d.earliest for d in days if d.earliest == d.latest), None)
    is_story = last is not None and 0 <= (context.published - last).days <= _STORY_DAYS
    value = (last if last is not None and is_story else context.published).isoformat()
    return Reading(TimexType.DATE, value, days_of(value))


def _bound(first: int, lexed: Lexed) -> Bound:
    """What the one or two words before an expression make of it."""
    before = lexed.words[first - 1].text if first else ""
    if before in _ENDS and first > 1 and lexed.words[first - 2].text == "not":
        return Bound.AT  # "not until Friday did they meet"
    if before in ("to", "of", "than") and first > 1:
        return _TWO_WORD_BOUNDS.get((lexed.words[first - 2].text, before), Bound.AT)
    if before == "through" and first > 1 and lexed.words[first - 2].text in _FALLS:
        return Bound.AT
    return _BOUNDS.get(before, Bound.AT)


def _bound_of(part: Part, lexed: Lexed) -> Bound:
    """The bound of an expression; what is "after midnight on Sunday" or "before dawn" is on that day."""
    bound = part.bound or _bound(part.first, lexed)
    is_within = bound is Bound.AFTER or (bound is Bound.BEFORE and part.reading.value.endswith("TMO"))
    return Bound.AT if part.reading.type is TimexType.TIME and is_within else bound


def _expression(part: Part, lexed: Lexed) -> TimeExpression:
    reading = part.reading
    start, end = lexed.words[part.first].first, lexed.words[part.last - 1].last
    text = lexed.text
    if text[end - 1] == "." and lexed.words[part.last - 1].text not in ("a.m.", "p.m."):
        end -= 1
    return TimeExpression(
        span=Span(start, end),
        words=text[start:end],
        type=reading.type,
        value=reading.value,
        earliest=reading.days.earliest if reading.days else None,
        latest=reading.days.latest if reading.days else None,
        grain=reading.days.grain if reading.days else None,
        bound=_bound_of(part, lexed),
        days=reading.length,
        is_anaphoric=reading.is_anaphoric,
        offset_days=reading.offset_days,
    )


def _close_ranges(found: list[TimeExpression], context: Context) -> list[TimeExpression]:
    """Bounds both ends of "from X to Y", "between X and Y", "X-Y", and lets the first know where the range ends."""
    out = list(found)
    for position in range(len(out) - 1):
        first, last = out[position], out[position + 1]
        between = context.lexed.text[first.span.last : last.span.first].strip().lower()
        before = context.lexed.text[max(first.span.first - 12, 0) : first.span.first].lower().split()[-1:]
        opened = first.bound is Bound.SINCE or before in (["from"], ["between"])
        is_dash = between in ("-", "–", "through") and first.grain is last.grain
        if is_dash and first.type in _DATED and last.type in _DATED and first.value != last.value:
            opened = True
        if _is_moved(first, context):
            continue
        if between == "and" and not opened and _are_coordinated(first, last, context):
            first, last = _ordered(first, last, context)
            if first.latest and last.latest and (last.latest - first.latest).days == 1:
                out[position] = replace(first, range_end=last.latest)
                out[position + 1] = replace(last, bound=Bound.UNTIL)
            continue
        if between not in _RANGE_LINKS or not (opened and first.type in _DATED and last.type in _DATED):
            continue
        if between == "and" and before != ["between"] and last.bound is not Bound.UNTIL:
            continue
        if first.latest and last.latest and last.latest < first.latest:
            first, last = _ordered(first, last, context)
        out[position + 1] = replace(last, bound=Bound.UNTIL)
        out[position] = replace(first, bound=Bound.SINCE, range_end=last.latest)
    return out


def _are_coordinated(first: TimeExpression, last: TimeExpression, context: Context) -> bool:
    """Whether two days, if they follow each other, are one stretch: "on Thursday and Friday", not "and Friday's"."""
    days = all(t.type is TimexType.DATE and t.grain is Grain.DAY and t.bound is Bound.AT for t in (first, last))
    plain = not {first.words.lower(), last.words.lower()} & {"today", "yesterday", "tomorrow"}
    plain = plain and not last.is_anaphoric  # "refused on Tuesday and a day later offered"
    text = context.lexed.text
    owns = text[last.span.last : last.span.last + 1] in ("'", "’")
    return days and plain and not owns


def _is_moved(first: TimeExpression, context: Context) -> bool:
    """Whether the words before say that a date is changed ("postponed from Friday to Monday"): that is no range."""
    before = re.split(r"[.;:\n]", context.lexed.text[max(first.span.first - 60, 0) : first.span.first].lower())[-1]
    return before.rstrip().endswith("from") and not word_set("verbs_moving").isdisjoint(before.split())


def _ordered(first: TimeExpression, last: TimeExpression, context: Context) -> tuple[TimeExpression, TimeExpression]:
    """Two weekdays of one range in their order: both past, the first moves back; else the last moves on."""
    if not (first.latest and last.latest) or any(character.isdigit() for character in first.words + last.words):
        return first, last
    if first.type is not TimexType.DATE or last.type is not TimexType.DATE or last.grain is not Grain.DAY:
        return first, last
    days = ((first.latest - last.latest).days // 7 + 1) * 7
    if context.published and first.latest <= context.published:
        return _moved(first, -days), last
    return first, _moved(last, days)


def _moved(expression: TimeExpression, days: int) -> TimeExpression:
    if expression.latest is None:
        return expression
    day = shift_days(expression.latest, days)
    return replace(expression, value=day.isoformat(), earliest=day, latest=day)
