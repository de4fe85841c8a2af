"""Of which states an article tells that they are at war within."""

from collections import Counter
from collections.abc import Iterable

from tracker.extract.parties.names import NameSpan
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind

_STATES = {PartyKind.STATE, PartyKind.GOVERNMENT}
_TORN = {
    "ceasefire", "cease-fire", "conflict", "insurgency", "insurgent", "opposition", "rebel", "rebellion", "truce",
    "uprising", "war",
}  # fmt: skip


def torn_states(tree: Tree, spans: Iterable[NameSpan]) -> Counter[str]:
    """How often an article speaks of the war, the rebels or the truce of each state, for every word of its name:
    "Syria's civil war", "Syria's four-year-old war", "the truce in Yemen"."""
    found = Counter[str]()
    for span in spans:
        if span.known.kind in _STATES and span.is_side:
            found[span.known.party] += _is_whose(tree, span) or _is_where(tree, span)
    return +found


def _is_whose(tree: Tree, span: NameSpan) -> bool:
    after = span.last + (tree.lower[span.last : span.last + 1] == ["'s"])
    after += tree.lower[after : after + 1] == ["civil"]
    owned = [after] if after < len(tree) else []
    if tree.dep[span.last - 1] == "poss":
        owned.append(tree.head[span.last - 1])
    return any(tree.lemma[k] in _TORN and tree.dep[k] != "compound" for k in owned)


def _is_where(tree: Tree, span: NameSpan) -> bool:
    return span.first > 1 and tree.lower[span.first - 1] == "in" and tree.lemma[span.first - 2] in _TORN
