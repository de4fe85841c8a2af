"""Lists put right in the tree."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.extract.tokens import Token


def join_list(noun: "Token") -> None:
    """Makes the middle of "called for a vote, the release of captives and a truce", which the parser hangs on the verb,
    a part of the list; so too what it hangs on the text that asks for it: "a resolution urging a truce, the release of
    captives and aid"."""
    comma = noun.left_edge.i - 1
    if comma < 1 or noun.doc[comma].text != "," or not _goes_on(noun):
        return
    last = noun.doc[comma - 1]
    while last.head.dep_ in {"pobj", "dobj"} and last.dep_ not in {"pobj", "dobj"}:
        last = last.head
    governor = last.head.head if last.dep_ == "pobj" else last.head
    if last.dep_ in {"pobj", "dobj"} and last.pos_ == "NOUN" and noun.head in (governor, *governor.ancestors):
        noun.head, noun.dep_ = last, "conj"


def _goes_on(noun: "Token") -> bool:
    """Whether the list has more items behind a noun, wherever the parser hangs the last: "the release of captives and
    aid" lists the aid with the captives."""
    owned = (g for c in noun.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj")
    return any(c.dep_ == "conj" and c.i > noun.i for over in (noun, *owned) for c in over.children)
