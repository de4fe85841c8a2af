"""Names before and behind a hyphen: "Cuban-American talks" are between two states, "a Cuban-American" is one person."""

from tracker.extract.parties.names import NameSpan
from tracker.extract.parties.tree import Tree

BEFORE_NOUN = frozenset({"amod", "compound", "nmod"})
_NATIONS_OF_DESCENT = {"american", "canadian", "australian", "briton"}
_BETWEEN = {
    "talk", "negotiation", "relation", "tie", "meeting", "summit", "agreement", "accord", "deal", "treaty", "pact",
    "dialogue", "proposal", "plan", "initiative", "raid", "strike", "invasion", "attack", "war", "alliance", "effort",
    "border", "cooperation", "exercise", "drill", "force", "operation", "trade", "statement", "conflict", "dispute",
    "mediation", "truce", "ceasefire", "offensive", "campaign", "embargo", "sanction", "rivalry", "exchange", "swap",
}  # fmt: skip


def is_of_descent(tree: Tree, span: NameSpan) -> bool:
    """Whether the last word of a pair tells of what nation somebody is: "an Iranian-American scholar"."""
    last = span.last - 1
    if tree.lower[last].removesuffix("s") not in _NATIONS_OF_DESCENT:
        return False
    is_modifier = tree.dep[last] in BEFORE_NOUN and tree.head[last] > last
    return not is_modifier or tree.pos[tree.head[last]] == "PROPN" or tree.lemma[tree.head[last]] not in _BETWEEN
