"""Where an event took place."""

from typing import TYPE_CHECKING

from tracker.extract.senses import Trigger
from tracker.extract.subjects import prepositional_objects
from tracker.model.dates import Span
from tracker.model.mentions import EventType, PlaceReference
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Span as Words
    from tracker.extract.tokens import Token

_PREPOSITIONS = ("in", "at", "near", "outside", "around", "on")
# What is done "on" somebody, not on his ground: "called on Mali", "sanctions on Chad".
_ON_SOMEBODY = {
    EventType.ACCEPTANCE, EventType.ACCUSATION, EventType.DEMAND, EventType.REJECTION, EventType.SANCTION,
    EventType.STATEMENT, EventType.SUPPORT, EventType.THREAT,
}  # fmt: skip
_LABELS = {"GPE", "LOC", "FAC"}


def place(trigger: Trigger, text: str) -> PlaceReference | None:
    """The named place that hangs on the trigger or its light verb with a preposition of place, alone or with its kind
    ("in the town of Tibú"); None without one."""
    for preposition in _PREPOSITIONS[:-1] if trigger.type in _ON_SOMEBODY else _PREPOSITIONS:
        for token in trigger.arguments.get(preposition):
            named = _named(token)
            if named is not None:
                return PlaceReference(named, text[named.first : named.last])
    return None


def _is_of_a_name(entity: "Words") -> bool:
    """Whether a place is the end of somebody's name: "Leyen" in "Ursula von der Leyen"."""
    before = entity[0].nbor(-1) if entity.start else None
    return before is not None and before.lower_ in {"von", "der", "van", "den"}


def _named(token: "Token") -> Span | None:
    of = prepositional_objects(token, {"of"}) if token.lemma_ in word_class("towns") else ()
    for candidate in (token, *(c for c in token.children if c.dep_ in {"appos", "compound"}), *of):
        if candidate.ent_type_ in _LABELS:
            entity = next((e for e in candidate.doc.ents if e.start <= candidate.i < e.end), None)
            if entity is not None and not _is_of_a_name(entity):
                return Span(entity.start_char, entity.end_char)
    return None
