"""Objects and content of verbs that the parser hangs on a preposition, its noun or the verb behind them."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import SUBJECTS, VERBS

if TYPE_CHECKING:
    from tracker.extract.tokens import Token


def make_object(both: "Token") -> None:
    """Makes an object of "both" in "asked both to stop", "invited both to Oslo"."""
    verb = both.nbor(-1) if both.i > both.sent.start else both
    before_to = both.i + 1 < len(both.doc) and both.nbor().lower_ == "to"
    if both.dep_ in {"preconj", "advmod"} and verb.pos_ in VERBS and before_to and both not in verb.ancestors:
        both.head, both.dep_ = verb, "dobj"


def make_shifted_object(noun: "Token") -> None:
    """Makes an object of what stands behind whom it is given to: "handed to Mali the body of a pilot", read as a second
    noun of "to"."""
    to, article = noun.head, noun.left_edge
    verb, first = to.head, next((c for c in to.children if c.dep_ == "pobj"), noun)
    is_next = first.i < article.i and article.dep_ == "det" and first.right_edge.i + 1 == article.i
    if to.lower_ != "to" or verb.pos_ != "VERB" or first == noun or not is_next or first.pos_ != "PROPN":
        return
    if not any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in verb.children):
        noun.head, noun.dep_ = verb, "dobj"


def make_subject_of(noun: "Token") -> None:
    """Makes a subject of the noun between "after" and its verb: "nine days after Peru retook it"."""
    verb = noun.head.head
    if verb.pos_ in VERBS and noun.i < verb.i and not any(c.dep_ in SUBJECTS for c in verb.children):
        noun.head, noun.dep_ = verb, "nsubj"
        verb.tag_ = "VBD" if verb.tag_ == "VB" else verb.tag_


def free_from_margin(margin: "Token") -> None:
    """Gives the verb what was voted for: "voted by a wide margin to turn it down"."""
    by = margin.head
    if margin.dep_ != "pobj" or by.lower_ not in {"by", "with"} or by.head.pos_ != "VERB":
        return
    for verb in margin.children:
        if verb.dep_ in {"acl", "relcl"} and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
            verb.head, verb.dep_ = by.head, "xcomp"


def free_from_hold(hold: "Token") -> None:
    """Makes an object of what is put "on hold", read as an infinitive: "put on hold its plan to leave"."""
    link = hold.nbor(-1) if hold.i > hold.sent.start else hold
    verb = link.head
    if link.lower_ != "on" or verb.lemma_ != "put" or hold.pos_ != "VERB":
        return
    for thing in [c for c in hold.children if c.dep_ == "dobj"]:
        thing.head = verb
    hold.head, hold.dep_, hold.pos_, hold.tag_ = link, "pobj", "NOUN", "NN"
    link.dep_, link.pos_, link.tag_ = "prep", "ADP", "IN"
