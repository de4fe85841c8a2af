"""What an article calls a name that nobody knows: "the rebel group Zenith", "two small parties, Altair and Zenith"."""

from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties import PartyNouns

# What stands before the names of a list.
_PARTED = {",", "and", "or", "-", "–", "—", ":"}


def _explained_by(tree: Tree, first: int) -> int:
    """The plural noun that a list of names explains, the one that begins at a token among them; -1 for none."""
    node = first
    while tree.head[node] != node and tree.dep[node] in {"compound", "nmod", "conj"}:
        node = tree.head[node]
    head = tree.head[node]
    return head if tree.dep[node] == "appos" and head < first and tree.is_plural(head) else -1


def called_a_group(tree: Tree, first: int, nouns: PartyNouns) -> PartyKind:
    """What the noun before a name calls it: "the rebel group Zenith", "the pilots' union Altair", "two small parties,
    Altair and Zenith"; UNKNOWN for none."""
    before = first - 1
    if before < 0:
        return PartyKind.UNKNOWN
    if tree.words[before] in _PARTED:
        before = _explained_by(tree, first)
    if before < 0 or tree.pos[before] != "NOUN" or tree.sentence[before] != tree.sentence[first]:
        return PartyKind.UNKNOWN
    kinds = [kind for kind, words in nouns.groups_named.items() if tree.lemma[before] in words]
    if PartyKind.ORGANISATION in kinds and before and tree.lemma[before - 1] in nouns.fighters:
        return PartyKind.ARMED_GROUP
    return kinds[0] if kinds else PartyKind.UNKNOWN
