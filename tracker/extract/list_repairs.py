"""Lists put right in the tree."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.extract.tokens import Token


def join_list(noun: "Token") -> None:
    """Makes the middle of "called for a vote, the release of captives and a truce", which the parser hangs on the verb,
    a part of the list."""
    comma = noun.left_edge.i - 1
    if comma < 1 or noun.doc[comma].text != "," or not any(c.dep_ == "conj" and c.i > noun.i for c in noun.children):
        return
    last = noun.doc[comma - 1]
    while last.head.dep_ in {"pobj", "dobj"} and last.dep_ not in {"pobj", "dobj"}:
        last = last.head
    governor = last.head.head if last.dep_ == "pobj" else last.head
    if last.dep_ in {"pobj", "dobj"} and last.pos_ == "NOUN" and noun.head in (governor, *governor.ancestors):
        noun.head, noun.dep_ = last, "conj"
