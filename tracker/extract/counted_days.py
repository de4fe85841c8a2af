"""When what goes on began, by how long it has gone on: "a strike that is in its second week"."""

from datetime import date
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.extract.times.calendar import shift_months
from tracker.extract.times.numbers import spelled
from tracker.model.dates import DateInterval, Grain, Ground, Span, shifted

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_UNITS = {"day": Grain.DAY, "week": Grain.WEEK, "month": Grain.MONTH, "year": Grain.YEAR}
_MONTHS = {Grain.MONTH: 1, Grain.YEAR: 12}
_WITHIN = {"in", "into"}
_OWN = {"its", "their"}


def begun(context: Context, trigger: Trigger) -> DateInterval | None:
    """The days on which what a noun tells began; None where no words count how long it has gone on."""
    noun = trigger.token
    if noun.pos_ not in {"NOUN", "PROPN"} or context.published is None:
        return None
    verb = noun.head
    over = [noun, *([verb] if noun.dep_ == "nsubj" and verb.lemma_ == "be" and verb.tag_ in {"VBZ", "VBP"} else [])]
    places = (c for word in over for c in word.children if c.dep_ == "prep" and c.lower_ in _WITHIN)
    for unit in (t for place in places for t in place.children if t.dep_ == "pobj" and t.lemma_ in _UNITS):
        number = _number(unit)
        if number is not None:
            return _since(context.published, number, unit)
    return None


def _number(unit: "Token") -> int | None:
    """The number in "its second week"."""
    if not any(c.lower_ in _OWN for c in unit.children):
        return None
    return next((n for c in unit.children if c.dep_ == "amod" and (n := spelled([c.lower_])) is not None), None)


def _since(today: date, number: int, unit: "Token") -> DateInterval:
    grain = _UNITS[unit.lemma_]
    if grain in _MONTHS:
        first = shifted(shift_months(today, -number * _MONTHS[grain]), 1)
        last = shift_months(today, (1 - number) * _MONTHS[grain])
    else:
        days = 7 if grain is Grain.WEEK else 1
        # A morning's paper counts the day before.
        first = shifted(today, -number * days + (1 if grain is Grain.WEEK else 0))
        last = shifted(today, (1 - number) * days)
    words = unit.doc[unit.left_edge.i : unit.i + 1]
    return DateInterval(
        first,
        last,
        ongoing=True,
        grain=grain,
        ground=Ground.STATED,
        span=Span(words.start_char, words.end_char),
        words=words.text,
    )
