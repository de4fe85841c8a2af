"""Since when something goes on, or has been done, by what else took place: "has retaken three towns since the truce
failed in May"."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tracker.extract.calendar import Calendar
from tracker.extract.intervals import interval
from tracker.extract.noun_times import own_times
from tracker.extract.parse_labels import HAVE
from tracker.extract.senses import Trigger
from tracker.extract.subjects import mark_of
from tracker.extract.telling import PRESENT, clause_verb
from tracker.extract.told_again import is_of_a_row
from tracker.model.dates import DateInterval
from tracker.model.mentions import Status

if TYPE_CHECKING:
    from tracker.extract.tokens import Token
    from tracker.model.times import TimeExpression

_PERFECT = HAVE | {"had"}


def since_when(calendar: Calendar, trigger: Trigger, anchor: date | None) -> DateInterval | None:
    """From the day of a clause behind "since" on, or of a deed: "are in talks since the war ended in May", "has shelled
    it since the raid in May". "Wants aid since the harvest failed in May" tells why."""
    verb = clause_verb(trigger)
    perfect = verb.tag_ in {"VBN", "VBG"} and any(c.lower_ in _PERFECT for c in verb.children)
    is_state = verb.lemma_ == "be" and verb.tag_ in PRESENT
    for link in verb.children:
        if link in trigger.token.ancestors:
            continue  # what is told behind "since" itself
        held = _told(calendar, link) if perfect or (is_state and link.dep_ == "advcl") else None
        day = interval(held, anchor, Status.OCCURRED, calendar.context.published) if held is not None else None
        if day is not None and day.earliest is not None:
            return replace(day, ongoing=True)
    return None


def _told(calendar: Calendar, link: "Token") -> "TimeExpression | None":
    """The time of what a clause or a phrase with "since" tells."""
    mark = mark_of(link, {"since"}) if link.dep_ == "advcl" else None
    if mark is not None and not is_of_a_row(mark.doc[mark.i : mark.i + 1]):
        return calendar.own(link)
    if link.dep_ == "prep" and link.lower_ == "since":
        return next((e for c in link.children if c.dep_ == "pobj" for e in own_times(calendar.context, c)), None)
    return None
