"""Clauses that tell what anybody may do, and so nothing that was done."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_WHOEVER = {"whoever", "whichever"}
_ANYONE = {"anybody", "anyone", "anything"}
_EITHER = {"all", "both", "everybody", "everyone"}
_THOSE = {"all", "everybody", "everyone", "he", "those"}
# How many words before its verb such a subject begins at most: "whichever of them broke".
_REACH = 4


def is_of_anybody(verb: "Token") -> bool:
    """Whether a clause tells what anybody may do: "will punish whoever breaks it", "on whichever side wrecked it",
    "anyone who attacks", "those who attack will pay", "a map that both accept"."""
    who = verb.head
    bare = not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    if verb.dep_ == "relcl" and verb.tag_ in {"VBZ", "VBP"} and bare:
        if any(c.dep_ == "nsubj" and c.lower_ in _EITHER for c in verb.children):
            return True
        if who.lower_ in _ANYONE or any(c.lower_ == "any" and c.dep_ == "det" for c in who.children):
            return True
        to_come = who.dep_ in {"nsubj", "nsubjpass"} and any(c.tag_ == "MD" for c in who.head.children)
        if who.lower_ in _THOSE and to_come:
            return True
    return any(t.lower_ in _WHOEVER for t in verb.doc[max(verb.sent.start, verb.i - _REACH) : verb.i])
