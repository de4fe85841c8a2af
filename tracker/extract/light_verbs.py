"""Light verbs: "held talks", "the raid that it launched"."""

from typing import TYPE_CHECKING

from tracker.extract.subjects import is_to_infinitive
from tracker.rules import load_language

if TYPE_CHECKING:
    from tracker.extract.tokens import Token


def light_verb(noun: "Token") -> "Token | None":
    """The light verb that carries an event noun ("held talks", "the raid that it launched", "talks were held")."""
    light = load_language("en").light_verbs
    head = noun.head
    if noun.dep_ == "conj" and head.pos_ in {"NOUN", "PROPN"}:
        return light_verb(head)
    if noun.dep_ in {"dobj", "nsubjpass"} and head.lemma_ in light:
        return None if _only_names(head) else head
    if noun.dep_ == "pobj" and head.dep_ == "prep" and f"{head.head.lemma_} {head.lower_}" in light:
        return head.head
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in light and not _is_of_another(child):
            return child
    return None


def _only_names(verb: "Token") -> bool:
    """Whether a verb only says what to call a thing: "calling the deployment a provocation"."""
    named = (c.dep_ in {"oprd", "acomp"} or (c.dep_ == "prep" and c.lower_ == "as") for c in verb.children)
    return verb.lemma_ == "call" and any(named)


def _is_of_another(verb: "Token") -> bool:
    """Whether a clause at a noun has an object of its own: "its refusal to sign the pact" signs no refusal, nor is what
    "talks that would bring peace" bring talks."""
    does = verb.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.tag_ == "WDT" for c in verb.children)
    objects = (c for c in verb.children if c.dep_ == "dobj" and c.tag_ not in {"WDT", "WP"} and c.lower_ != "place")
    return (does or is_to_infinitive(verb)) and any(True for _ in objects)
