"""The day that the next sentence tells of an event which it takes up."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.calendar import Calendar, can_date
from tracker.extract.intervals import interval
from tracker.extract.parse_labels import SUBJECTS
from tracker.extract.same import Told
from tracker.extract.telling import clause_verb
from tracker.model.dates import DateInterval, Ground
from tracker.model.mentions import EventType, Status
from tracker.rules import load_lexicon

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_TAKING_UP = {"that", "the", "this"}


def day_told_next(
    calendar: Calendar, told: Sequence[Told], own: Sequence[DateInterval | None], number: int
) -> DateInterval | None:
    """The day on which the next sentence puts an event without one: "has presented a plan. It was handed over on
    Monday", "had rejected the offer. That refusal, on Monday, was blunt". `own` are the days of their own words."""
    event = told[number]
    for n in range(number + 1, len(told)):
        other = told[n]
        if other.sentence - event.sentence > 1:
            break
        found = other.trigger.arguments
        goes_on = other.sentence > event.sentence and other.trigger.type is event.trigger.type and found.passive
        if goes_on and any(t.lower_ == "it" for t in found.get("object")):
            day = own[n]
            return replace(day, ground=Ground.ANCHORED) if day is not None else None
    later = (one for one in told[number + 1 :] if one.sentence == event.sentence)
    is_last = all(one.trigger.type is not event.trigger.type for one in later)
    return _of_noun(calendar, event) if is_last else None


def _of_noun(calendar: Calendar, event: Told) -> DateInterval | None:
    """The day of the noun that opens the next sentence and tells the same."""
    verb = clause_verb(event.trigger)
    doc, end = verb.doc, verb.sent.end
    if event.status is not Status.OCCURRED or end >= len(doc):
        return None
    noun = next((t for t in doc[end].sent if t.dep_ in SUBJECTS), None)
    if noun is None or noun.pos_ != "NOUN" or not _takes_up(noun, event.trigger.type):
        return None
    main = noun.head
    if main.tag_ != "VBD":
        return None
    held = [
        e
        for t in (noun, main)
        for e in calendar.by_token.get(t.i, [])
        if can_date(e) and noun.idx < e.span.first < main.idx
    ]
    found = interval(held[0], None, Status.OCCURRED, calendar.context.published) if held else None
    return replace(found, ground=Ground.ANCHORED) if found is not None else None


def _takes_up(noun: "Token", kind: EventType) -> bool:
    """Whether a noun with "that" or "the" tells a deed of a type."""
    is_definite = any(c.dep_ == "det" and c.lower_ in _TAKING_UP for c in noun.children)
    senses = load_lexicon().nouns.get(noun.lemma_.lower(), ())
    return is_definite and any(one.rules.type is kind for one in senses)
