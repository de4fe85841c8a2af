"""Lists of names that the parser breaks: "Chad, the U.S. and Mali demanded" with "Chad" apart from the others."""

from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.extract.parse_labels import SIDE_NAMES

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_APART = {"nsubj", "npadvmod", "dep", "nmod"}


def broken_list(head: "Token") -> list["Token"]:
    """The names, in order, of the list before a verb that the given head of a subject is one of and of which the last
    alone has others coordinated to it; only the head itself where the list is whole."""
    if head.dep_ != "nsubj" or head.head.i < head.i or head.ent_type_ not in SIDE_NAMES:
        return [head]
    names = [c for c in head.head.lefts if c.dep_ in _APART and c.ent_type_ in SIDE_NAMES and c.pos_ == "PROPN"]
    if len(names) < 2 or head not in names or names[-1].dep_ != "nsubj" or not names[-1].rights:
        return [head]
    if not any(c.dep_ == "conj" for c in names[-1].rights) or any(
        c.dep_ == "conj" for n in names[:-1] for c in n.rights
    ):
        return [head]
    doc = head.doc
    for before, after in pairwise(names):
        end, start = before.right_edge.i + 1, after.left_edge.i
        if start - end != 1 or doc[end].text != ",":
            return [head]
    return names
