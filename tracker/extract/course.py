"""Which days others count from: those of the story's course, not those told of something else within it."""

from datetime import date
from typing import TYPE_CHECKING

from tracker.extract.calendar import Calendar, can_date, occasions
from tracker.extract.parse_labels import SUBJECTS
from tracker.extract.same import Told
from tracker.extract.settled import is_charged
from tracker.extract.story import lends_its_day, named_by
from tracker.extract.telling import CLAUSES
from tracker.extract.verb_forms import auxiliaries
from tracker.model.dates import DateInterval, Span
from tracker.model.mentions import Status
from tracker.model.times import Bound, TimeExpression, TimexType
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Span as Words
    from tracker.extract.tokens import Token

# So many sentences after the first still tell the news.
_HEAD = 2
# How many words open a sentence.
_OPENING = 4
_SOON = {"soon", "shortly", "immediately"}
_TAKING_UP = {"it", "that", "this"}
# How many days before publication a day is news.
_NEWS = 7
_NOMINAL = {"NOUN", "PRON", "PROPN"}
_DATED = {TimexType.DATE, TimexType.TIME}


def is_aside(calendar: Calendar, span: Span, day: date) -> bool:
    """Whether the day told at a place is that of a clause on a noun or after "since", of a charge, or of a clause below
    one that has a day of its own or looks back in the past perfect: "said that it had left in May", "accused it of
    raiding a town on Monday". Under a verb of reporting the past perfect looks back only on what is no more news."""
    words = calendar.context.doc.char_span(span.first, span.last)
    if words is None:
        return False
    published = calendar.context.published
    node, looks_back, old = words.root, False, published is not None and (published - day).days > _NEWS
    if old and words.root.dep_ != "pobj" and named_by(words.root) is not None:
        return True  # "called the May 5 accord void"
    while node.head != node:
        if node.pos_ in CLAUSES and node not in words:
            looks_back = looks_back or "had" in auxiliaries(node)
            since = node.dep_ == "advcl" and any(c.lower_ == "since" for c in node.children)
            if node.dep_ in {"acl", "relcl"} or since or is_charged(node):
                return True
            far = looks_back and (old or node.dep_ != "ccomp")
            if node.dep_ in {"advcl", "ccomp", "pcomp"} and (far or _has_another(calendar, node, span)):
                return True
        node = node.head
    return False


def _has_another(calendar: Calendar, verb: "Token", span: Span) -> bool:
    """Whether the verb above a clause has another day; what is told before "he said on Monday" is the news."""
    over = next((node for node in verb.ancestors if node.pos_ in CLAUSES), verb)
    held = calendar.own(over)
    fronted = verb.dep_ == "ccomp" and verb.i < over.i
    return not fronted and held is not None and can_date(held) and not held.span.overlaps(span)


def told_before(calendar: Calendar, expression: TimeExpression) -> TimeExpression | None:
    """The day that "the same day" or "that evening" takes up: the last told before it that is no mere attribute of what
    has a day of its own, for "the same" also in the story's course."""
    of_course, is_bare = "same" in expression.words.lower(), expression.words.lower() == "that day"
    published = calendar.context.published
    for told in reversed(calendar.context.times):
        day = told.earliest
        if told.span.first >= expression.span.first or told.type not in _DATED or told.bound is not Bound.AT:
            continue
        if day is None or day != told.latest or (published is not None and day > published):
            continue
        words = calendar.context.doc.char_span(told.span.first, told.span.last)
        if words is None or _is_attribute(calendar, words, told.span, of_a_clause=not is_bare):
            continue
        named = named_by(words.root)
        is_lent = named is None or lends_its_day(named)
        if (
            not of_course
            or _is_main(calendar, words.root, told)
            or (is_lent and not is_aside(calendar, told.span, day))
        ):
            return told
    return None


def day_over(calendar: Calendar, expression: TimeExpression) -> date | None:
    """The day within the sentence that a distance counts from: that of the clause over one on its noun, for "earlier"
    ("on Tuesday the board, which had met six days earlier, rejected it"), for "later" that of what the clause tells of
    ("the truce that Peru proclaimed on Monday was rejected two days later")."""
    words = calendar.context.doc.char_span(expression.span.first, expression.span.last)
    offset = expression.offset_days
    if words is None or offset is None or offset == (0, 0):
        return None
    if offset[0] > 0:
        verb = next((n for n in words.root.ancestors if n.pos_ in CLAUSES), None)
        things = [c for c in verb.children if c.dep_ in SUBJECTS] if verb is not None else []
        told = [n for t in things for n in (t, *(c for c in t.children if c.dep_ in {"acl", "relcl"}))]
    else:
        clause = next((n for n in words.root.ancestors if n.dep_ in {"acl", "relcl"}), None)
        over = next((n for n in clause.ancestors if n.pos_ in CLAUSES), None) if clause is not None else None
        told = [over] if over is not None and offset[1] <= 0 else []
    days = (held for n in told if (held := calendar.own(n)) is not None and held != expression)
    exact = (h for h in days if h.earliest == h.latest and h.bound is Bound.AT and not h.is_anaphoric)
    return next((h.earliest for h in exact), None)


def _is_main(calendar: Calendar, root: "Token", told: TimeExpression) -> bool:
    """Whether a day is that of the clause on whose occasion it stands: "said in a video released on Tuesday"."""
    verbs = (n for n in root.ancestors if n.pos_ in CLAUSES and n.dep_ in {"ROOT", "conj"})
    return any(calendar.own(word) == told for verb in verbs for word in occasions(verb))


def _is_attribute(calendar: Calendar, words: "Words", span: Span, *, of_a_clause: bool) -> bool:
    """Whether a day tells only which thing is meant in a clause that has another day: "accused Peru on Monday of
    breaking the truce of 12 January"; with `of_a_clause`, also "freed on Monday two men seized on Friday"."""
    is_of_a_noun = False
    for node in words.root.ancestors:
        is_within = node in words
        if not is_of_a_noun and node.dep_ in {"acl", "relcl"} and not of_a_clause:
            return False
        is_of_a_noun |= not is_within and (node.pos_ in _NOMINAL or node.dep_ in {"acl", "relcl"})
        held = calendar.own(node) if is_of_a_noun and node.pos_ in CLAUSES and not is_within else None
        if held is not None and not held.span.overlaps(span) and held.type in _DATED and can_date(held):
            return True
        if node.dep_ == "ccomp" and not is_within and any(c.dep_ in SUBJECTS for c in node.children):
            return False  # "said on Monday that the raid of 2 March was wrong. That day"
    return False


def just_before(
    calendar: Calendar, verb: "Token", told: list[Told], dates: list[DateInterval | None]
) -> DateInterval | None:
    """The day of what took place as news last before a verb whose subject takes it up, near the head of the article
    that of the story: "Ten were freed on Monday. That came a day after"."""
    if not any(c.lower_ in _TAKING_UP and c.dep_ == "nsubj" for c in verb.children):
        return None
    published = calendar.context.published
    before = [n for n, one in enumerate(told) if one.trigger.token.i < verb.sent.start]
    known = (d for n in reversed(before) if told[n].status is Status.OCCURRED and (d := dates[n]) is not None)
    for day in known:
        if day.earliest is not None and published is not None and (published - day.earliest).days <= _NEWS:
            return day
    return calendar.story if calendar.context.sentence_number(verb) <= _HEAD else None


def goes_on(token: "Token") -> bool:
    """Whether a sentence is tied to the one before: "In return, Israel released ...", "During that truce ...", "Soon
    after, ..."."""
    opening = token.doc[token.sent.start : min(token.sent.start + _OPENING, token.sent.end)]
    taken_up = any(t.lower_ in {"that", "this", "those"} and t.dep_ == "det" and t.head.dep_ == "pobj" for t in opening)
    words = [t.lower_ for t in opening]
    follows = words[0] in _SOON and words[1:2] == ["after"] and words[2:3] == [","]
    return taken_up or follows or any(word in word_class("connective") for word in words)
