"""The day of an article's news: that of the first sentences' main acts and reports."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.extract.telling import SPOKEN
from tracker.extract.verb_forms import is_due
from tracker.model.dates import UNDATED, DateInterval, Grain, Ground, shifted
from tracker.model.times import Bound, TimeExpression, TimexType
from tracker.rules import word_class

if TYPE_CHECKING:
    from datetime import date

    from tracker.extract.tokens import Span, Token

ON_OCCASION = {"in", "at", "during", "on"}
_BEFORE_NOUNS = {"poss", "compound", "nmod", "nummod", "amod"}
_PARTS_OF_TIME = {
    "afternoon", "beginning", "close", "course", "day", "end", "eve", "evening", "fall", "half", "hour", "middle",
    "month", "morning", "night", "outset", "quarter", "spring", "start", "summer", "week", "weekend", "winter", "year",
}  # fmt: skip
_CLAUSES = {"VERB", "AUX"}
# "For the first time since their summit last year": the summit's day is not that of the clause.
_APART = {"since", "after", "following", "before", "until", "despite"}
_AFTER = {"after", "following"}
_AGAINST = {"despite", "notwithstanding", "since"}
# How many sentences open a story.
_LEAD = 4
# A chronicle's entry has no more words.
_LONGEST_ENTRY = 150
# How many days before publication the story may lie: told in the first sentence, and told later.
_WEEK, _DAYS = 6, 3


def named_by(time: "Token") -> "Token | None":
    """The noun that a time expression tells apart from others: "last week's bombing", "the 2015 report", "the treaty of
    1991"; None for a part of a time ("the night of May 3")."""
    over = time.head
    if time.dep_ == "pobj" and over.lower_ == "of" and over.head.ent_type_ not in {"DATE", "TIME"}:
        named = over.head
        return named if named.pos_ in {"NOUN", "PROPN"} and named.lemma_.lower() not in _PARTS_OF_TIME else None
    if time.dep_ not in _BEFORE_NOUNS or over.pos_ not in {"NOUN", "PROPN"}:
        return None
    while over.dep_ == "compound" and over.head != over and over.head.pos_ == "NOUN":
        over = over.head  # "the May 19 truce deal"
    return over


def lends_its_day(noun: "Token") -> bool:
    """Whether what is done at a dated thing is done on its day: "in Monday's talks", not "condemned Monday's raid"."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ in ON_OCCASION
    return noun.dep_ not in {"dobj", "attr"}


def is_apart(noun: "Token") -> bool:
    """Whether a noun tells what lies before or behind the clause around it: "since their summit last year", "in
    response to a raid in May"."""
    return noun.dep_ == "pobj" and (noun.head.lower_ in _APART or is_answer_to(noun.head))


def is_answer_to(link: "Token") -> bool:
    """ "In response to", "in retaliation for"."""
    over = link.head
    return link.lower_ in {"to", "for"} and over.dep_ == "pobj" and over.lemma_ in word_class("deeds_in_answer")


def story_day(context: Context, triggers: Mapping[int, Trigger]) -> DateInterval:
    """The day of the first sentences' main acts and reports, if one is told within the week before publication; else
    the day of publication. A sentence's own report goes before what is reported ("voted on Thursday and Friday, an
    official said on Friday"); what a second side says once the first has spoken tells no day of the first's words."""
    published = context.published
    if published is None:
        return UNDATED
    day = published
    for number, sentence in enumerate(context.doc.sents):
        if number >= _LEAD:
            break
        told = _told_in(context, sentence, shifted(published, -(_DAYS if number else _WEEK)))
        if told is not None and number and _is_said_by_another(context, sentence, triggers):
            continue
        if _is_entry(sentence):
            return DateInterval(told or day, told or day, grain=Grain.DAY, ground=Ground.IMPLIED)
        if told is not None:
            day = told
            break
    return DateInterval(day, day, grain=Grain.DAY, ground=Ground.IMPLIED)


def _is_said_by_another(context: Context, sentence: "Span", triggers: Mapping[int, Trigger]) -> bool:
    """Whether the article opens with one side's words and a sentence reports another's, on whatever day: "Peru accused
    Chile of breaking the pact. Chile's envoy said on Monday that it would stay"."""
    lead, verb = next(iter(context.doc.sents)).root, sentence.root
    opening, reporters = triggers.get(lead.i), {r.i for r in context.speech.reporters if r is not None}
    speaks = lead.i in reporters or (opening is not None and opening.type in SPOKEN)
    if not (speaks and verb.i in reporters and lead.tag_ == "VBD"):
        return False
    first, second = ({r.side for c in v.children if c.dep_ == "nsubj" for r in context.sides(c)} for v in (lead, verb))
    return bool(first and second) and not first & second


def _is_entry(sentence: "Span") -> bool:
    """Whether the first sentence of a short text is one of a chronicle: in the present and with a full stop, which no
    headline has."""
    if sentence.start or len(sentence.doc) > _LONGEST_ENTRY:
        return False
    last = next((t for t in reversed(sentence) if not t.is_space and not t.is_quote), None)
    return sentence.root.tag_ in {"VBZ", "VBP"} and last is not None and last.text == "."


def _told_in(context: Context, sentence: "Span", since: "date") -> "date | None":
    published = context.published
    first: date | None = None
    for expression in context.times:
        if not sentence.start_char <= expression.span.first < sentence.end_char:
            continue
        day = expression.earliest
        if day is None or expression.type not in {TimexType.DATE, TimexType.TIME} or expression.bound is not Bound.AT:
            continue
        if expression.is_anaphoric or expression.latest != day or published is None or not since <= day <= published:
            continue
        verb = _verb_of(context, expression)
        if verb is not None and verb.dep_ in {"advcl", "relcl", "acl"} and _is_entry(sentence):
            continue
        if (verb is not None and (_is_to_come(verb) or _looks_back(verb))) or _is_aside(context, expression):
            continue
        if verb is not None and verb == sentence.root:
            return day
        first = first or day
    return first


def _verb_of(context: Context, expression: TimeExpression) -> "Token | None":
    words = context.doc.char_span(expression.span.first, expression.span.last)
    if words is None:
        return None
    return next((node for node in words.root.ancestors if node.pos_ in _CLAUSES), None)


def _is_to_come(verb: "Token") -> bool:
    """Whether a clause within the sentence tells what is, or was, to come: "when he speaks at a summit on Tuesday",
    "talks that were to have begun", "had been due on Tuesday"."""
    if verb == verb.sent.root:
        return False
    if is_due(verb) or (verb.head.lemma_ == "be" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)):
        return True
    return verb.tag_ in {"VBZ", "VBP"} or any(c.tag_ == "MD" for c in verb.children)


def _looks_back(verb: "Token") -> bool:
    """Whether a clause tells what went before something long done: "had asked for time after they
    struck on Sunday"."""
    after = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _AFTER for c in verb.children)
    return after and any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.head.children)


def _is_come_after(link: "Token") -> bool:
    """Whether the news, in the present, comes after a deed: "frees ten following a raid on Monday", not "after talks on
    Monday", on whose day they are told."""
    nouns = [c for c in link.children if c.dep_ == "pobj"]
    return is_answer_to(link) or (
        link.lower_ in _AFTER
        and link.sent.root.tag_ in {"VBZ", "VBP"}
        and any(noun.lemma_.lower() not in word_class("talks") for noun in nouns)
    )


def _is_aside(context: Context, expression: TimeExpression) -> bool:
    """Whether an expression dates what the news comes after ("freed after being seized on Monday"), what it is told
    against ("despite a deadline last Monday") or merely names something ("his New Year's Day speech")."""
    words = context.doc.char_span(expression.span.first, expression.span.last)
    if words is None:
        return False
    root = words.root
    named = named_by(root)
    if named is not None and not lends_its_day(named):
        return True
    if any(n.dep_ == "pcomp" or n.lower_ in _AGAINST or _is_come_after(n) for n in root.ancestors):
        return True
    return root.dep_ in {"compound", "nmod"}
