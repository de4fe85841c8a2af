"""A parse that repairs made run in a circle is put back: every word must lead to the head of its sentence."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.extract.tokens import Doc, Token

Heads = list[tuple["Token", str]]


def heads(doc: "Doc") -> Heads:
    """The head and the label of each word as they stand."""
    return [(token.head, token.dep_) for token in doc]


def undo_circles(doc: "Doc", before: Heads) -> None:
    """Gives the words of sentences in which some word leads back to itself the heads that they had `before`."""
    leads_up = [False] * len(before)
    circular: set[int] = set()
    for token in doc:
        path: list[int] = []
        node = token
        while not leads_up[node.i] and node.head is not node and len(path) <= len(before):
            path.append(node.i)
            node = node.head
        if len(path) > len(before):
            circular.add(token.sent.start)
        else:
            leads_up[node.i] = True
            for place in path:
                leads_up[place] = True
    for token in doc if circular else ():
        if token.sent.start in circular:
            token.head, token.dep_ = before[token.i]
