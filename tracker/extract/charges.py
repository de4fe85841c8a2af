"""Deeds told as the content of a charge: "accused Peru of violating the truce", "of carrying out raids"."""

from collections.abc import Mapping

from tracker.extract.principals import Roles
from tracker.extract.senses import Trigger
from tracker.model.parties import PartyReference
from tracker.rules import word_class


def place_of_charge(trigger: Trigger) -> int | None:
    """The token of the verb whose "of" or "for" holds an event, in the place where an accusation would be."""
    node = trigger.token
    for _ in range(4):
        if node.dep_ in {"pobj", "pcomp"} and node.head.lower_ in {"of", "for"}:
            accused = node.head.head
            # "Accused the rebels of shelling": the parser hangs "of" on the accused.
            return accused.head.i if accused.dep_ == "dobj" else accused.i
        if node.dep_ not in {"dobj", "xcomp", "conj"}:
            return None
        node = node.head
    return None


def accused(trigger: Trigger, charges: Mapping[int, Roles]) -> tuple[PartyReference, ...]:
    """Who is charged with the event, where the clause itself names nobody: "accused its neighbour of closing the
    pass". `charges` are the accusations by token."""
    if trigger.token.dep_ == "dobj" and trigger.token.head.lemma_ in word_class("causing"):
        return ()  # "accused the firm of provoking the strike": who causes it is not who does it
    roles = charges.get(place_of_charge(trigger) or -1)
    return roles.targets if roles is not None else ()
