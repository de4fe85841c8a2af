"""The present tense of a headline or chronicle that the tagger takes for a plural: "Minister X states that"."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import FINITE, SIDE_NAMES, SUBJECTS
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_SIDES_OF_A_VOTE = {"against", "for", "in"}
# From "Peru" up to the president in "President of Peru Ana Ruiz".
_UP_TO_AN_OFFICE = 2


def make_finite(noun: "Token") -> None:
    """Makes the verb of its sentence of a word behind a name that is taken for a noun: "President X states that",
    "tweets Y is", "hosts talks"; "U.S. states that voted" are states."""
    if noun.i == noun.sent.start or noun.i + 1 >= noun.sent.end:
        return
    name, behind, over = noun.nbor(-1), noun.nbor(1), noun.head
    if behind.lower_ == "to" and behind.dep_ == "aux" and noun.dep_ == "ROOT":
        _make_claiming(noun, behind.head)
        return
    if noun.lower_ == "votes" and noun.dep_ == "ROOT" and behind.lower_ in _SIDES_OF_A_VOTE and name.head == noun:
        noun.pos_, noun.tag_, noun.lemma_ = "VERB", "VBZ", "vote"
        name.dep_ = "nsubj"
        return
    is_verb = noun.lemma_ in word_class("no_plurals")
    if name.pos_ not in ({"NOUN", "PROPN"} if is_verb else {"PROPN"}) or (name.ent_type_ in SIDE_NAMES and not is_verb):
        return
    if is_verb and noun.dep_ == "pobj" and name.head == noun and behind in over.ancestors:
        name.head, name.dep_, noun.head, noun.dep_, over = over, "pobj", behind, "nsubj", behind
    for _ in range(_UP_TO_AN_OFFICE if is_verb else 0):  # "President of Peru Ana Ruiz rejects calls"
        name = name.head if name.dep_ in {"pobj", "prep"} and name.head not in {noun, over} else name
    if name.head not in {noun, over}:
        return
    if behind.lower_ == "that":
        clause = next((c for c in noun.children if c.i > behind.i and c.dep_ in {"acl", "relcl"}), None)
        told = clause is not None and any(c.dep_ in SUBJECTS and c != behind for c in clause.children)
        if clause is None or not told or noun.dep_ not in {"ROOT", "ccomp"}:
            return  # "Gulf states that voted"
        behind.head, behind.dep_, behind.tag_, behind.pos_ = clause, "mark", "IN", "SCONJ"
        clause.dep_ = "ccomp"
    elif noun.dep_ == "nsubj" and over.tag_ in FINITE | {"VBG"} and (inner := _between(noun)) is not None:
        _stand_for(noun, over, "ccomp")
        inner.head, inner.dep_ = over, "nsubj"
    elif noun.dep_ in {"compound", "nsubj"} and over == behind and over.dep_ == "ROOT" and over.tag_ in {"NNS", "VBZ"}:
        _stand_for(noun, over, "dobj")
        over.pos_, over.tag_ = "NOUN", "NNS"
        for further in [c for c in over.children if c.dep_ == "conj" and c.tag_ == "NNS"]:
            _make_second(further, noun)
    else:
        return
    noun.pos_, noun.tag_ = "VERB", "VBZ"
    name.head, name.dep_ = noun, "nsubj"


def _make_second(noun: "Token", verb: "Token") -> None:
    """Makes a verb of "promises" in "rejects calls from Mali but promises to pay"."""
    content = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VB"), None)
    if content is not None and noun.nbor(-1).lower_ == "but":
        noun.head, noun.dep_, noun.pos_, noun.tag_ = verb, "conj", "VERB", "VBZ"
        noun.nbor(-1).head, content.dep_ = verb, "xcomp"


def _make_claiming(noun: "Token", claimed: "Token") -> None:
    """Makes the verb of its sentence of "claim" between a name and an infinitive: "the rebels claim to have struck"."""
    name = noun.nbor(-1)
    if name.pos_ != "PROPN" or name.dep_ != "compound" or claimed.head != noun or claimed.dep_ != "acl":
        return
    noun.pos_, noun.tag_, claimed.dep_ = "VERB", "VBP", "xcomp"
    for child in [c for c in noun.children if c.i < name.i]:
        child.head = name
    name.dep_ = "nsubj"


def _between(noun: "Token") -> "Token | None":
    """The name that the parser takes to explain a noun, whose verb it makes the noun's: "X states Mali was ready"."""
    return next((c for c in noun.children if c.dep_ == "appos" and noun.i < c.i < noun.head.i), None)


def _stand_for(verb: "Token", over: "Token", dependency: str) -> None:
    """Puts a verb where the word over it stands, and that word under it."""
    outer = over.head
    verb.head, verb.dep_ = (verb if outer == over else outer), over.dep_
    for child in list(over.children):
        if child != verb and (child.i < verb.i or child.dep_ == "punct"):
            child.head = verb
    over.head, over.dep_ = verb, dependency
