"""When what goes on began, by how old it is told to be: "the six-week-old strike", "five years into a war", "the second
anniversary of the raid on Saturday"."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from tracker.extract.belligerents import WARS, is_of_a_war
from tracker.extract.calendar import Calendar, can_date
from tracker.extract.context import Context
from tracker.extract.noun_times import own_times
from tracker.extract.parse_labels import HAVE
from tracker.extract.senses import Trigger
from tracker.extract.telling import CLAUSES, PRESENT, clause_verb
from tracker.extract.times.calendar import (
    Days,
    days_of,
    shift_day_by_unit,
    shift_days,
    shift_months,
    shifted_value,
    week_value,
)
from tracker.extract.times.numbers import spelled
from tracker.extract.verb_forms import auxiliaries
from tracker.model.dates import DateInterval, Grain, Ground
from tracker.model.mentions import EventType
from tracker.model.times import TimeExpression, TimexType
from tracker.rules import load_lexicon, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_MONTHS_OF_A_YEAR = 12
_HALF_A_MONTH = 14  # days
# Where what goes on is told to do or to suffer something: "the embargo hurts"; and where it costs lives.
_SLOTS, _OCCASIONS = ("subject", "object"), ("in", "during")
# What is done once, however long ago.
_AT_ONCE = {EventType.AGREEMENT, EventType.PROPOSAL, EventType.DEMAND, EventType.THREAT, EventType.RELEASE}
_DYING = {"die", "perish"}


def by_anniversary(calendar: Calendar, trigger: Trigger) -> DateInterval | None:
    """The days on which what is remembered took place or began, so many years before a day that is told."""
    published = calendar.context.published
    for noun in _nouns(trigger):
        named = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
        if named is None or named.lemma_ != "anniversary" or published is None:
            continue
        years = next((n for c in named.children if c.dep_ == "amod" and (n := spelled([c.lower_])) is not None), None)
        verb = next((node for node in named.ancestors if node.pos_ in CLAUSES), named)
        told = (*own_times(calendar.context, named), calendar.own(verb))
        held = next((e for e in told if e is not None and can_date(e)), None)
        if years is None or held is None or held.earliest is None or held.latest is None:
            continue
        first, last = (shift_months(day, -years * _MONTHS_OF_A_YEAR) for day in (held.earliest, held.latest))
        if last <= published:
            lasts = is_of_a_war(trigger) and _goes_on(trigger)
            return DateInterval(first, last, None, None, lasts, held.grain, Ground.ANCHORED, held.span, held.words)
    return None


def so_far(context: Context, trigger: Trigger) -> DateInterval | None:
    """Since when something has gone on that has lasted for a time: "has held for over a month", "have been on strike
    for six weeks"; "for weeks" tells no day. "Has closed the port for ten days" tells how long it is to be closed."""
    verb, published = clause_verb(trigger), context.published
    if published is None or not auxiliaries(verb) & HAVE:
        return None
    nouns = [g for c in verb.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]  # "on strike"
    for link in (c for word in dict.fromkeys((verb, trigger.token, *nouns)) for c in word.children):
        before = link.i < verb.i  # "have for weeks blocked the road"
        if link.lower_ != "for" or not (before or _lasts(verb)):
            continue
        for length in context.times:
            within = link.idx < length.span.first and length.span.last <= link.right_edge.idx + len(link.right_edge)
            if not within or length.type is not TimexType.DURATION or not length.days or length.days[1] < 1:
                continue
            days, words = _ago(published, length), length.words
            if days is None:
                return DateInterval(latest=published, span=length.span, words=words)
            return DateInterval(
                days.earliest, days.latest, None, None, True, days.grain, Ground.STATED, length.span, words
            )
    return None


def _lasts(verb: "Token") -> bool:
    """ "Have been fighting", "has been under siege", "has held"."""
    has_been = any(c.lower_ == "been" for c in verb.children)
    return verb.lower_ == "been" or (has_been and verb.tag_ == "VBG") or verb.lemma_ in word_class("lasting")


def aged(context: Context, trigger: Trigger) -> DateInterval | None:
    """When what a trigger tells began, or was done, by its age on the day of publication; None where no words tell it.
    "The five-year war" tells how long it went on, unless it goes on."""
    published = context.published
    if published is None:
        return None
    for noun in _nouns(trigger):
        for length in _lengths(context, noun):
            is_old = length.words.lower().endswith("old") or _stands_before_into(length, noun)
            days = _ago(published, length) if is_old or (noun.lemma_ in WARS and _goes_on(trigger)) else None
            if days is not None:
                lasts, words = trigger.type not in _AT_ONCE, length.words
                return DateInterval(
                    days.earliest, days.latest, None, None, lasts, days.grain, Ground.STATED, length.span, words
                )
    return None


def _nouns(trigger: Trigger) -> "Iterator[Token]":
    """The nouns that name what the trigger tells: its own word, or one of its kind beside its verb."""
    if trigger.token.pos_ in {"NOUN", "PROPN"}:
        yield trigger.token
    has_cost = trigger.token.lemma_ in word_class("killing") | word_class("wounding") | _DYING and _goes_on(trigger)
    for slot in (*_SLOTS, *(_OCCASIONS if has_cost else ())):
        for noun in trigger.arguments.get(slot):
            names = load_lexicon().nouns.get(noun.lemma_.lower(), ())
            is_war = trigger.type is EventType.ATTACK and noun.lemma_ in WARS
            if is_war or any(entry.rules.type is trigger.type for entry in names):
                yield noun


def _lengths(context: Context, noun: "Token") -> "Iterator[TimeExpression]":
    """The lengths of time before a noun, in its own phrase or before an "into" that it stands behind."""
    first = noun.left_edge.idx
    for time in context.times:
        within = first <= time.span.first and time.span.last <= noun.idx
        if time.type is TimexType.DURATION and (within or _stands_before_into(time, noun)):
            yield time


def _stands_before_into(length: TimeExpression, noun: "Token") -> bool:
    """ "Five years into a war"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "into" and noun.head.idx == length.span.last + 1


def _goes_on(trigger: Trigger) -> bool:
    verb = clause_verb(trigger)
    return verb.tag_ in PRESENT or bool(auxiliaries(verb) & {"has", "have", "is", "are"})


def _ago(published: date, length: TimeExpression) -> Days | None:
    """The days so long before publication, as coarse as the unit: "five-year-old" is of a year, "two months" half a
    month; a number of decades tells none."""
    found = _LENGTH.fullmatch(length.value)
    if found is None or not any(found.groups()) or "decade" in length.words.lower():
        return None
    years, months, weeks, days = (int(group or 0) for group in found.groups())
    if months:
        first = shift_months(published, -(years * _MONTHS_OF_A_YEAR + months))
        return Days(first, shift_days(first, _HALF_A_MONTH), Grain.DAY)
    if years and not (weeks or days):
        return days_of(shifted_value(published, -years, "Y"))
    if weeks:
        return days_of(week_value(shift_day_by_unit(published, -weeks, "W")))
    return days_of(shifted_value(published, -days, "D"))
