"""The day at a distance from the one that a clause or noun below tells: "two days after it failed in May"."""

from dataclasses import replace
from datetime import date

from tracker.extract.calendar import Calendar
from tracker.extract.charges import place_of_charge
from tracker.extract.distances import counted, origins
from tracker.extract.intervals import interval
from tracker.extract.senses import Trigger
from tracker.extract.telling import SPOKEN, clause_verb
from tracker.model.dates import DateInterval, Ground
from tracker.model.mentions import Status
from tracker.model.times import Bound


def counted_from(calendar: Calendar, trigger: Trigger, anchor: date | None) -> DateInterval | None:
    """That day; None where no such clause or noun has one. `anchor` is the day that "two days later" counts from."""
    context = calendar.context
    verb, place = clause_verb(trigger), place_of_charge(trigger)
    charge = context.doc[place] if place is not None and trigger.type not in SPOKEN else None
    # "Accused it of breaking the truce when it shelled the town": the parser may hang the clause on the charge.
    at_once = (o for o in origins(context, charge) if o[1] is None) if charge is not None else ()
    for word, length, sign in (*origins(context, verb), *at_once):
        # "Before talks were to resume on Tuesday".
        aim = next((c for c in word.children if c.dep_ == "xcomp"), word)
        held = calendar.own(word) or calendar.own(aim)
        if held is not None and length is not None and held.bound in {Bound.AFTER, Bound.BEFORE}:
            held = replace(held, bound=Bound.AT)  # "two days after Sunday's talks": "after" tells the distance
        day = interval(held, anchor, Status.OCCURRED, context.published) if held else None
        found = counted(day, length, sign) if day is not None and length is not None else day
        if found is not None and found.earliest is not None and not found.ongoing:
            return replace(found, ground=Ground.ANCHORED)
    return None
