"""How far an event lies from its sentence's main act: "two days after the talks failed", "a week before the summit"."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.extract.subjects import is_to_infinitive, mark_of
from tracker.extract.telling import clause_top, clause_verb
from tracker.extract.times.calendar import month_span, shift_months
from tracker.model.dates import DateInterval, Grain, Ground, Span, shifted
from tracker.model.mentions import EventType, Phase, Status
from tracker.model.times import Bound, TimeExpression, TimexType
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# "three days after it signed": it signed three days before.
SIGN = {"after": -1, "since": -1, "before": 1}
# A clause with one of these tells of the same time.
_AT_ONCE = {"when", "as"}
_SOON = {"immediately", "shortly", "soon"}
_LONGEST_TRUCE = 400
# What goes on for days, and words for its first.
_LASTING = {EventType.PROTEST, EventType.MEETING}
_AFTER = {"after", "following"}
_ENDING = {"close", "conclude", "end", "finish"}
_ENDS = {"close", "conclusion", "end"}
_STARTING = {"beginning", "starting", "commencing"}
# A longer distance is told in months or years, never to the day.
_EXACT = 14
_DAYS_PER_MONTH = 30.4


def distance(context: Context, trigger: Trigger) -> "tuple[Token, TimeExpression, int] | None":
    """The word that an event is counted from, the length, and its sign; None where no length stands before "after"."""
    node = clause_top(clause_verb(trigger)) if trigger.token.pos_ not in {"NOUN", "PROPN"} else trigger.token
    for _ in range(4):
        link = _link(node)
        if link is not None:
            held = [t for t in context.times if _stands_before(context, t, link)]
            top = link.head if link.dep_ == "prep" else node.head
            return (top, held[0], SIGN[link.lower_]) if held and top != link else None
        # "A day after it sent him to press for a truce", "a day after it shelled the port, killing ten".
        aim = node.dep_ == "advcl" and (is_to_infinitive(node) or node.tag_ == "VBG")
        if node.head == node or not (aim or node.dep_ in {"conj", "nsubj", "nsubjpass", "dobj", "compound"}):
            return None
        node = node.head
    return None


def _link(node: "Token") -> "Token | None":
    """The "after" or "before" that hangs a clause or a noun on what it is counted from."""
    if node.dep_ in {"pobj", "pcomp"} and node.head.lower_ in SIGN:
        return node.head
    if node.dep_ == "advcl":
        return mark_of(node, SIGN)
    return None


def origins(context: Context, verb: "Token") -> "Iterator[tuple[Token, TimeExpression | None, int]]":
    """What the act of a verb is counted from: the word of a clause or noun below it, the length before that, and its
    sign. "Two days after the truce collapsed", "the day before the vote", "on the eve of the vote"; "when the truce
    collapsed", "soon after it collapsed" and "by shelling the town" have no length and are of the same day."""
    for child in verb.children:
        if child.dep_ == "advcl":
            mark = next((c for c in child.children if c.dep_ in {"mark", "advmod"}), None)
            if mark is not None and (mark.lower_ in _AT_ONCE or _is_soon(mark)):
                yield child, None, 0
            elif mark is not None and mark.lower_ in SIGN and (length := length_before(context, mark)):
                yield child, length, -SIGN[mark.lower_]
        elif child.dep_ == "prep" and _is_soon(child):
            yield from ((c, None, 0) for c in child.children if c.dep_ == "pcomp")
        elif child.dep_ == "prep" and child.lower_ in SIGN and (length := length_before(context, child)):
            yield from ((c, length, -SIGN[child.lower_]) for c in child.children if c.dep_ in {"pobj", "pcomp"})
        elif child.dep_ == "prep" and child.lower_ == "by":
            yield from ((c, None, 0) for c in child.children if c.dep_ == "pcomp")
        elif child.dep_ == "prep" and child.lower_ == "on":
            eves = (c for c in child.children if c.lower_ == "eve")
            of = (c for eve in eves for c in eve.children if c.lower_ == "of")
            yield from ((c, _one_day(context, child.head), -1) for link in of for c in link.children)


def _is_soon(link: "Token") -> bool:
    return link.lower_ == "after" and link.i > link.sent.start and link.nbor(-1).lower_ in _SOON


def _stands_before(context: Context, length: TimeExpression, link: "Token") -> bool:
    """Whether a length stands right before "after" or "before"; "held him for a year before freeing him" tells how long
    it went on."""
    is_next = bool(length.days) and 0 < link.idx - length.span.last <= 1
    return is_next and not context.text[: length.span.first].endswith("for ")


def length_before(context: Context, link: "Token") -> TimeExpression | None:
    """The length right before "after" or "before"; None for none."""
    held = (t for t in context.times if _stands_before(context, t, link))
    is_next_day = link.i > 1 and link.doc[link.i - 1].lower_ == "day" and link.doc[link.i - 2].lower_ == "the"
    return next(held, None) or (_one_day(context, link.doc[link.i - 1]) if is_next_day else None)


def _one_day(context: Context, word: "Token") -> TimeExpression:
    span = Span(word.idx, word.idx + len(word))
    return TimeExpression(span, context.text[span.first : span.last], TimexType.DURATION, "P1D", days=(1, 1))


def counted(origin: DateInterval, length: TimeExpression, sign: int) -> DateInterval | None:
    """The date at so great a distance from another; None where either is not known."""
    if not origin.is_known or origin.earliest is None or origin.latest is None or length.days is None:
        return None
    least, most = (0, 0) if length.value.startswith(("PT", "PXT")) else length.days
    if "X" in length.value and most:
        return None
    if most <= _EXACT and least != most:
        least = most
    first, last = (least, most) if sign > 0 else (-most, -least)
    return DateInterval(
        shifted(origin.earliest, first),
        shifted(origin.latest, last),
        grain=origin.grain,
        ground=Ground.ANCHORED,
        span=length.span,
        words=length.words,
    )


def days_from(anchor: date, expression: TimeExpression, offset: tuple[int, int]) -> tuple[date, date]:
    """The days that lie at a distance from a day told before: of "two months later" the whole month, of "a year
    earlier" the year; "hours later" is on the same day, unless words say otherwise."""
    if expression.grain in {Grain.MONTH, Grain.YEAR}:
        there = shift_months(anchor, round(sum(offset) / 2 / _DAYS_PER_MONTH))
        whole = expression.grain is Grain.YEAR
        span = month_span(there.year, 1 if whole else there.month, 12 if whole else 1, expression.grain)
        return span.earliest, span.latest
    first, last = (0, 0) if expression.value.startswith("PT") else offset
    return shifted(anchor, first), shifted(anchor, last)


def is_distance(measure: "Token") -> bool:
    """Whether a span of time tells how far another day is: "three days after they signed", not "for three days"."""
    after = measure.i + 1
    return after < len(measure.doc) and measure.doc[after].lower_ in word_class("distances")


def with_duration(
    context: Context, found: DateInterval, trigger: Trigger, status: Status, expression: TimeExpression
) -> DateInterval:
    """ "A seven-day truce from Friday" ends on Thursday, "will strike for two days starting on Friday" on Saturday;
    "two-day talks that ended on Friday" began on Thursday."""
    begin = found.earliest
    if (whole := lasted_until(context, found, trigger)) != found:
        return whole
    ends = _tells_the_end(context, expression, trigger.token)
    if trigger.sense.phase is Phase.END:
        return found
    begins = status is not Status.OCCURRED or _tells_the_start(context, expression)
    lasts = trigger.type is EventType.TRUCE or (trigger.type in _LASTING and (begins or ends))
    if not lasts or begin is None or begin != found.latest:
        return found
    own = {t.idx + len(t): t for t in trigger.token.sent}
    for length in context.times:
        end = own.get(length.span.last) if length.days else None
        if end is None or length.days is None or is_distance(end):
            continue
        held = end in trigger.token.subtree if trigger.type is EventType.TRUCE else _measures(end, trigger)
        least, most = (days - 1 for days in length.days)
        if held and ends and 0 <= least < _LONGEST_TRUCE:
            first, last = shifted(begin, -most), shifted(begin, -least)
            return replace(found, earliest=first, latest=last, end_earliest=begin, end_latest=begin)
        if held and 0 <= least < _LONGEST_TRUCE:
            if found.ongoing and context.published is not None and shifted(begin, least) >= context.published:
                return found
            return replace(found, end_earliest=shifted(begin, least), end_latest=shifted(begin, most), ongoing=False)
    return found


def _tells_the_start(context: Context, expression: TimeExpression) -> bool:
    """ "From Friday", "starting on Friday"."""
    words = context.doc.char_span(expression.span.first, expression.span.last)
    if words is None:
        return False
    return expression.bound is Bound.SINCE or any(node.lower_ in _STARTING for node in words.root.ancestors)


def _tells_the_end(context: Context, expression: TimeExpression, told: "Token") -> bool:
    """ "Ended on Friday", "ended a two-day meeting on Friday"; not so what else is ended."""
    words = context.doc.char_span(expression.span.first, expression.span.last)
    verb = next((n for n in words.root.ancestors if n.pos_ in {"VERB", "AUX"}), None) if words is not None else None
    return verb is not None and verb.lemma_ in _ENDING and all(c.dep_ != "dobj" or c == told for c in verb.children)


def lasted_until(context: Context, found: DateInterval, trigger: Trigger) -> DateInterval:
    """The days up to the one on which something is told of talks: "after two days of talks, it said on Friday", "on
    Friday, at the end of two days of talks", "ended two days of talks on Friday"."""
    link, last = trigger.token.head, found.earliest
    length = link.head if trigger.token.dep_ == "pobj" and link.lower_ == "of" else None
    if (
        length is None
        or length.dep_ not in {"pobj", "dobj"}
        or not _is_over(length)
        or last != found.latest
        or not last
    ):
        return found
    ends = length.idx + len(length)
    for time in context.times:
        if time.span.last == ends and time.days and time.value.endswith("D") and "X" not in time.value:
            first = shifted(last, 1 - time.days[1])
            return replace(found, earliest=first, latest=first, end_earliest=last, end_latest=last)
    return found


def _is_over(length: "Token") -> bool:
    """Whether a length has gone by when something is told: "after two days", "the end of two days"."""
    link = length.head
    if length.dep_ == "dobj" and link.lemma_ in _ENDING:
        return True
    return link.lower_ in _AFTER or (link.lower_ == "of" and link.head.lemma_ in _ENDS)


def _measures(length: "Token", trigger: Trigger) -> bool:
    """Whether a length is that of an event: "strike for two days", "a two-day strike", "two days of talks"."""
    over = trigger.arguments.get("subject") if trigger.token.lemma_ in _ENDING else []  # "the two-day talks ended"
    told = {trigger.token, trigger.arguments.light, *trigger.arguments.get("object"), *over}
    if trigger.token.head.lower_ == "of" and trigger.token.head.head == length:
        return True
    node = length
    for _ in range(4):
        outside = node.dep_ == "pobj" and node.head.lower_ not in {"for", "of"}
        if node in told or outside or node.pos_ in {"VERB", "AUX"}:
            return node in told
        node = node.head
    return False
