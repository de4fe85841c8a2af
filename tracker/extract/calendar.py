"""The time expressions of an article, tied to the words that they date."""

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.day_owners import (
    beside_the_dead,
    counted_by,
    dates_no_clause,
    days_taken_up,
    told_to_begin,
    told_with,
)
from tracker.extract.deeds import charged_before, deeds_told
from tracker.extract.lateness import came_late
from tracker.extract.named_days import clauses_dated_by, outlasts_its_day, told_before
from tracker.extract.senses import Trigger
from tracker.extract.story import ON_OCCASION, is_apart, lends_its_day, named_by, story_day
from tracker.extract.told_again import is_of_a_row
from tracker.model.dates import UNDATED, DateInterval, Grain
from tracker.model.mentions import EventType
from tracker.model.times import Bound, TimeExpression, TimexType
from tracker.rules import load_lexicon, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_CLAUSES = {"VERB", "AUX"}
# What is fixed for a day beforehand and told of by its noun.
_SCHEDULED = {
    EventType.MEETING, EventType.MEDIATION, EventType.AGREEMENT, EventType.TRUCE, EventType.PROTEST,
    EventType.MOBILIZATION, EventType.WITHDRAWAL, EventType.RELEASE,
}  # fmt: skip
# What tells how long a place has been held, not when somebody spoke or met: "a valley held since May".
_LASTING = {"since", "until"}
_BEGIN = {"begin", "start", "open", "commence", "take", "run", "last"}
_ASPECTUAL = {
    "begin", "start", "continue", "agree", "plan", "expect", "schedule", "set", "be", "have", "go", "promise", "pledge",
}  # fmt: skip
_VOTES = {"ballot", "poll", "referendum", "vote"}
_CHARGE = {"accuse", "blame", "charge", "condemn", "suspect"}


@dataclass(slots=True)
class Calendar:
    """The time expressions of an article by the word that each belongs to, and the story's day."""

    context: Context
    by_token: dict[int, list[TimeExpression]] = field(default_factory=dict)
    story: DateInterval = UNDATED

    def own(self, token: "Token") -> TimeExpression | None:
        """The expression that a word's own clause or phrase holds: the most exact of them, then the nearest."""
        held = self.by_token.get(token.i, [])
        return min(held, key=lambda e: (rank(e), abs(e.span.first - token.idx)), default=None)


def occasions(verb: "Token") -> list["Token"]:
    """The words that may hold a verb's day through its occasion: "said in a letter released on Friday"."""
    found = [c for c in verb.children if _is_of_what_is_sent(c) and c.i < verb.i]
    for preposition in verb.children:
        if preposition.dep_ != "prep" or preposition.lower_ not in ON_OCCASION:
            continue
        for noun in preposition.children:
            if noun.dep_ == "pobj":
                # "Imposed on ships seized in May": who suffers it is no occasion.
                told = [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and preposition.lower_ != "on"]
                sent = _is_sent(noun) or noun.lemma_.lower() in _VOTES
                told += [c for c in noun.children if sent and c.dep_ in {"acl", "relcl"} and c.tag_ == "VBD"]
                found += [noun, *(c for c in told if not any(g.lower_ in _LASTING for g in c.subtree))]
    return found


def _is_sent(noun: "Token") -> bool:
    """ "A letter", "a press release"."""
    for_news = any(c.lower_ in {"news", "press"} for c in noun.children)
    return for_news or noun.lemma_.lower() in word_class("offers") | word_class("texts") | word_class("papers")


def _is_of_what_is_sent(participle: "Token") -> bool:
    """ "In a letter released the next day, it said", where the parser hangs "in a letter" on the participle."""
    is_bare = all(c.dep_ not in {"nsubj", "nsubjpass", "mark"} for c in participle.children)
    if participle.dep_ not in {"advcl", "ccomp"} or participle.tag_ not in {"VBN", "VBD"} or not is_bare:
        return False
    links = (c for c in participle.children if c.dep_ == "prep" and c.lower_ in ON_OCCASION and c.i < participle.i)
    return any(_is_sent(noun) and noun.i + 1 == participle.i for link in links for noun in link.children)


def rank(expression: TimeExpression) -> int:
    """How exact an expression dates what holds it, the most exact first; an hour alone tells no day."""
    if is_hour(expression):
        return 1
    if expression.type is TimexType.DATE or expression.type is TimexType.TIME:
        return 0 if expression.earliest is not None or expression.is_anaphoric else 2
    return 3


_NEWS = 7  # days
_HOUR = re.compile(r"(?:\d{1,2}(?:[:.]\d\d)?|noon|midnight)(?:\s*[ap]\.?m\.?)?", re.IGNORECASE)
# "In recent months" bounds nothing that a chronology could use.
_RECENT = re.compile(r"\brecent(ly)?\b", re.IGNORECASE)


def is_recent(expression: TimeExpression) -> bool:
    """ "recently", "in recent days"."""
    return _RECENT.search(expression.words) is not None


def is_hour(expression: TimeExpression) -> bool:
    """Whether an expression tells the hour and no day: "11:25 a.m.", "noon"."""
    return expression.type is TimexType.TIME and _HOUR.fullmatch(expression.words) is not None


def is_old(context: Context, expression: TimeExpression) -> bool:
    """Whether an expression lies more than a week before publication."""
    last = expression.latest
    return context.published is not None and last is not None and (context.published - last).days > _NEWS


def can_date(expression: TimeExpression) -> bool:
    """Whether an expression can date an event at all."""
    return (expression.earliest is not None or expression.is_anaphoric) and not is_recent(expression)


def _is_finite_past(token: "Token") -> bool:
    return token.tag_ in {"VBD", "VBN"} and token.dep_ not in {"acl", "amod"}


def _nonfinite(verb: "Token") -> bool:
    return (
        verb.tag_ in {"VB", "VBG"}
        and verb.dep_ in {"acl", "xcomp", "advcl", "pcomp", "conj", "ccomp"}
        and not any(c.dep_ == "aux" and c.tag_ in {"MD", "VBZ", "VBD", "VBP"} for c in verb.children)
    )


def _is_this_year(context: Context, expression: TimeExpression) -> bool:
    """Whether an expression names the year of publication: "their third summit in 2018"."""
    first, last, published = expression.earliest, expression.latest, context.published
    if first is None or last is None or published is None:
        return False
    return expression.grain is Grain.YEAR and first <= published <= last


def _is_longer_than_a_year(expression: TimeExpression) -> bool:
    """Whether an expression names a decade or a century."""
    first, last = expression.earliest, expression.latest
    return first is not None and last is not None and last.year > first.year and expression.type is TimexType.DATE


def _is_called_for(noun: "Token") -> bool:
    """Whether somebody calls for protests, whose day is then none of the call: "called for rallies on Sunday"."""
    is_for = noun.dep_ == "pobj" and noun.head.lower_ == "for"
    return is_for and noun.head.head.lemma_ == "call" and noun.lemma_.lower() in word_class("protests")


def _belongs(context: Context, expression: TimeExpression, triggers: dict[int, Trigger]) -> list["Token"]:
    """The words that an expression dates, nearest first: event nouns on the way up, then the verb of its clause.

    "last week" at the end of a clause hangs on the nearest verb in the parse; where that is an infinitive and the
    expression lies in the past, it belongs to the finite verb above.
    """
    words = context.doc.char_span(expression.span.first, expression.span.last)
    rows = (
        expression.bound is Bound.SINCE or expression.type is TimexType.DURATION or _is_this_year(context, expression)
    )
    if words is None or (rows and is_of_a_row(words)):
        return []
    if (
        words.start
        and context.doc[words.start - 1].lower_ in word_class("percent")
        and expression.grain in {Grain.YEAR, Grain.MONTH}
    ):
        return []  # "rejected an offer of 2.5 percent this year"
    following = context.text[expression.span.last : expression.span.last + 1]
    if following == ":" and (words.start == 0 or "\n" in context.doc[words.start - 1].text):
        return [
            context.doc[i]
            for i in triggers
            if context.doc[i].sent == words.root.sent or context.doc[i].sent.start == words.end + 1
        ]
    node = words.root if words.root.dep_ != "det" else words[len(words) - 1]  # "the 19th-century policy"
    found: list[Token] = []
    named = named_by(node)
    of_a_year = named is not None and (expression.grain is Grain.YEAR or _is_longer_than_a_year(expression))
    past = context.published is not None and expression.latest is not None and expression.latest <= context.published
    old = is_old(context, expression)
    for _ in range(14):
        if node.i in triggers and _is_called_for(node):
            return [*found, node]
        if node.pos_ in _CLAUSES and node not in words:
            node = told_before(node, words.start) or node
            begun = told_to_begin(node, triggers)
            if begun:
                return [*found, node, *begun]
            if old and node.dep_ == "pcomp" and node.head.lower_ == "after":
                return [*found, node]  # "was jailed after leaking it last August"
            if past and _nonfinite(node) and not of_a_year:
                above = node
                while _nonfinite(above) and above.head != above:
                    above = above.head
                    while above.pos_ not in _CLAUSES and above.head != above:
                        above = above.head
                is_charge = node.dep_ == "pcomp" and above.lemma_ in _CHARGE  # "accused them of raiding it on Monday"
                if (
                    _is_finite_past(above)
                    and above.pos_ in _CLAUSES
                    and above.lemma_ not in _ASPECTUAL
                    and not is_charge
                ):
                    inside = [node] if node.i in triggers and words.end <= above.i else []
                    return [*found, *inside, above]  # "its haste in presenting it on Monday surprised us"
            if (toll := beside_the_dead(node)) is not None and toll.i in triggers:
                found.append(toll)
            if not old and (told := told_with(node, triggers, words.end)) is not None:
                found.append(told)
            if dates_no_clause(context, node, words, triggers):
                return found
            charged = charged_before(node, words.start) if node.lemma_ in _CHARGE else None
            if charged is not None and any(node.sent.start_char <= t.span.first < charged.idx for t in context.times):
                return [*found, charged]
            deed = next((t for t in deeds_told(node, triggers, old=old) if t.i < words.start), None)
            found.append(deed or node)
            return found
        if node.lower_ == "due" and node not in words:
            found.append(node)
        if node.i in triggers and node not in words and node.pos_ in {"NOUN", "PROPN", "ADJ"}:
            found.append(node)
        if node.pos_ == "NOUN" and node not in words:
            found += [event for event in counted_by(node) if event.i in triggers]
            dated = clauses_dated_by(node, words.end - 1)
            if dated:
                return [*found, *dated]
        if node == named and (
            not lends_its_day(node)
            or (old and outlasts_its_day(node))
            or (of_a_year and node.lemma_.lower() not in load_lexicon().nouns)
        ):
            is_told_of = node.lemma_.lower() in word_class("talks") | word_class("deal")
            return [*found, node] if is_told_of and node not in found else found
        if node.head == node or (node.dep_ == "appos" and expression.bound is Bound.SINCE and node not in words):
            return found  # "Ruiz, in jail since 2014, was freed"
        if node not in words and node.pos_ == "NOUN" and is_apart(node):
            return found
        node = node.head
    return found


def read_calendar(context: Context, triggers: dict[int, Trigger]) -> Calendar:
    """Ties every expression to its words and finds the story's day: the first stated day in the first sentences that
    lies within a week before publication, else the day of publication."""
    calendar = Calendar(context)
    ends = {e.range_end for e in context.times if e.range_end is not None}
    for expression in context.times:
        if expression.bound is Bound.UNTIL and expression.latest in ends:
            continue
        for token in _belongs(context, expression, triggers):
            is_late = expression.bound is Bound.UNTIL and came_late(token)
            calendar.by_token.setdefault(token.i, []).append(
                replace(expression, bound=Bound.AT) if is_late else expression
            )
    for token, expression in days_taken_up(context):
        calendar.by_token.setdefault(token.i, []).append(expression)
    calendar.story = story_day(context, triggers)
    return calendar


def is_to_come(calendar: Calendar, trigger: Trigger) -> bool:
    """Whether what a noun or a verb in the present tells, or one announces, has a day after publication: "their summit
    next week", "announced a truce from Friday", "summoned both to talks on Friday"."""
    token, published = trigger.token, calendar.context.published
    nouns = trigger.arguments.get("object") if token.lemma_ in word_class("announcing") else []
    if token.lemma_ in word_class("summoning"):
        nouns = [*nouns, *trigger.arguments.get("to")]
    is_now = token.tag_ in {"VBZ", "VBP"} or _is_present_progressive(token)
    if published is None or trigger.type not in _SCHEDULED or not (nouns or is_now or token.pos_ in {"NOUN", "PROPN"}):
        return False
    told = (token, *nouns)
    begins = [c for word in told for c in word.children if c.dep_ == "acl" and c.lemma_ in _BEGIN]
    held = [e for word in (*told, *begins) for e in calendar.by_token.get(word.i, []) if can_date(e)]
    return any(e.earliest is not None and e.earliest > published and not e.is_anaphoric for e in held)


def _is_present_progressive(verb: "Token") -> bool:
    """ "Are heading back to work"."""
    return verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.tag_ in {"VBZ", "VBP"} for c in verb.children)
