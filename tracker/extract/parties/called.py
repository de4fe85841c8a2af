"""What an article calls the names that nobody knows: "the rebel group Zenith", "two small parties, Altair and Zenith",
"Zenith, a rebel group", "Zenith fighters"."""

from collections.abc import Iterable

from tracker.extract.parties.names import UnknownName
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties import PartyNouns

# What stands before the names of a list.
_PARTED = {",", "and", "or", "-", "–", "—", ":"}
_IS = {"is", "are", "was", "were"}


def kinds_called(tree: Tree, unknown: Iterable[UnknownName], nouns: PartyNouns) -> dict[str, PartyKind]:
    """The kind of each name, by its text, that the article calls a group somewhere."""
    found: dict[str, PartyKind] = {}
    for name in unknown:
        told = (_kind(tree, noun, nouns) for noun in _describing(tree, name))
        kind = next((k for k in told if k is not PartyKind.UNKNOWN), _kind_of_members(tree, name, nouns))
        if kind is not PartyKind.UNKNOWN:
            found.setdefault(name.text, kind)
    return found


def _describing(tree: Tree, name: UnknownName) -> list[int]:
    """The nouns that tell what bears a name: before it, beside it, after "is"."""
    before, head = name.first - 1, _head(tree, name)
    if before >= 0 and tree.words[before] in _PARTED:
        before = _explained_by(tree, name.first)
    found = [before] if before >= 0 and tree.sentence[before] == tree.sentence[name.first] else []
    found += [c for c in tree.children[head] if tree.dep[c] == "appos" and c >= name.last]
    verb = tree.head[head]
    if tree.dep[head] == "nsubj" and tree.lower[verb] in _IS:
        found += [c for c in tree.children[verb] if tree.dep[c] == "attr"]
    return [noun for noun in found if tree.pos[noun] == "NOUN"]


def _head(tree: Tree, name: UnknownName) -> int:
    inside = range(name.first, name.last)
    return next((k for k in reversed(inside) if tree.head[k] not in inside), name.last - 1)


def _explained_by(tree: Tree, first: int) -> int:
    """The noun that a name after a comma explains, or a list of names of which the one that begins at a token is one;
    -1 for none."""
    node = first
    while tree.head[node] != node and tree.dep[node] in {"compound", "nmod", "conj"}:
        node = tree.head[node]
    head = tree.head[node]
    return head if tree.dep[node] == "appos" and head < first else -1


def _kind(tree: Tree, noun: int, nouns: PartyNouns) -> PartyKind:
    """What a noun calls its name: a "rebel group" is armed."""
    kinds = [kind for kind, words in nouns.groups_named.items() if tree.lemma[noun] in words]
    before = {tree.lemma[c] for c in tree.children[noun] if c < noun}
    if PartyKind.ORGANISATION in kinds and ("armed" in before or before & nouns.fighters):
        return PartyKind.ARMED_GROUP
    return kinds[0] if kinds else PartyKind.UNKNOWN


def _kind_of_members(tree: Tree, name: UnknownName, nouns: PartyNouns) -> PartyKind:
    """An armed group by its members: "Zenith fighters"."""
    head = _head(tree, name)
    members = tree.head[head]
    are_its_own = tree.dep[head] in {"compound", "nmod"} and members == name.last and tree.is_plural(members)
    is_armed = name.entity == "ORG" and are_its_own and tree.lemma[members] in nouns.fighters - nouns.explains
    return PartyKind.ARMED_GROUP if is_armed else PartyKind.UNKNOWN
