"""What an article calls the names that nobody knows: "the rebel group Zenith", "two small parties, Altair and Zenith",
"Zenith, a rebel group", "Zenith fighters", "Solidary, which represents nurses", "Orvin and Lerdo ... the companies"."""

from collections.abc import Iterable, Sequence

from tracker.extract.parties.names import UnknownName
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties import PartyNouns

# What stands before the names of a list.
_PARTED = {",", "and", "or", "-", "–", "—", ":"}
_IS = {"is", "are", "was", "were"}
_NO_GROUP = {"GPE", "LOC", "FAC", "NORP", "DATE", "TIME"}
# How many sentences after a name the noun stands that takes it up.
_SOON = 2
_DEFINITE = {"the", "both", "these"}


def kinds_called(tree: Tree, unknown: Iterable[UnknownName], nouns: PartyNouns) -> dict[str, PartyKind]:
    """The kind of each name, by its text, that the article calls a group somewhere."""
    names = list(unknown)
    found: dict[str, PartyKind] = {}
    for name in names:
        told = (_kind(tree, noun, nouns) for noun in _describing(tree, name))
        kind = next((k for k in told if k is not PartyKind.UNKNOWN), _kind_of_members(tree, name, nouns))
        if kind is not PartyKind.UNKNOWN:
            found.setdefault(name.text, kind)
    for text, kind in _taken_up_later(tree, names, nouns).items():
        found.setdefault(text, kind)
    return found


def _describing(tree: Tree, name: UnknownName) -> list[int]:
    """The nouns that tell what bears a name: before it, beside it, after "is"."""
    before, head = name.first - 1, _head(tree, name)
    if before >= 0 and tree.words[before] in _PARTED:
        before = _explained_by(tree, name.first)
    found = [before] if before >= 0 and tree.sentence[before] == tree.sentence[name.first] else []
    found += _beside(tree, name, head)
    verb = tree.head[head]
    if tree.dep[head] == "nsubj" and tree.lower[verb] in _IS:
        found += [c for c in tree.children[verb] if tree.dep[c] == "attr"]
    return [noun for noun in found if tree.pos[noun] == "NOUN"]


def _beside(tree: Tree, name: UnknownName, head: int) -> list[int]:
    """The nouns that explain a name after a comma; the last of a list by what follows it ("Mestra and Alba, its
    union"), all of it by a plural ("Zenith and Altair, two groups"): the parser hangs either on the first."""
    first = head
    while tree.dep[first] == "conj" and tree.head[first] < first:
        first = tree.head[first]
    listed = (first, *tree.conjuncts(first))
    explaining = [c for k in listed for c in tree.children[k] if tree.dep[c] == "appos" and c >= name.last]
    if len(listed) == 1:
        return explaining
    right_after = tree.words[name.last : name.last + 1] == [","]
    return [c for c in explaining if tree.is_plural(c) or (right_after and not _is_name_between(tree, name.last, c))]


def _is_name_between(tree: Tree, first: int, last: int) -> bool:
    return any(tree.pos[k] == "PROPN" for k in range(first, last))


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
    """An armed group by its members, "Zenith fighters"; a union by those whom it represents."""
    head = _head(tree, name)
    members = tree.head[head]
    are_its_own = tree.dep[head] in {"compound", "nmod"} and members == name.last and tree.is_plural(members)
    if name.entity not in _NO_GROUP and are_its_own and tree.lemma[members] in nouns.fighters - nouns.explains:
        return PartyKind.ARMED_GROUP
    clauses = (c for c in tree.children[head] if tree.dep[c] == "relcl" and tree.lemma[c] == "represent")
    for clause in clauses:
        if any(tree.lemma[o] in nouns.workers for o in tree.children[clause] if tree.dep[o] == "dobj"):
            return PartyKind.UNION
    return PartyKind.UNKNOWN


def _taken_up_later(tree: Tree, names: Sequence[UnknownName], nouns: PartyNouns) -> dict[str, PartyKind]:
    """The kind of two names told as one subject that a plural takes up: "Orvin and Lerdo have talked for years. The two
    companies signed a deal"."""
    found: dict[str, PartyKind] = {}
    plain = {_head(tree, n): n for n in names if n.entity not in _NO_GROUP and _may_be_a_group(n)}
    for head, name in plain.items():
        others = tree.conjuncts(head)
        if tree.dep[head] not in {"nsubj", "nsubjpass"} or len(others) != 1 or others[0] not in plain:
            continue
        kind = _called_soon(tree, others[0], nouns)
        if kind is not PartyKind.UNKNOWN:
            found.update({name.text: kind, plain[others[0]].text: kind})
    return found


def _may_be_a_group(name: UnknownName) -> bool:
    """Not what reads as somebody's given and last name."""
    return name.entity != "PERSON" or name.last - name.first == 1


def _called_soon(tree: Tree, after: int, nouns: PartyNouns) -> PartyKind:
    """The kind that the first definite plural of groups tells in the sentences after a token."""
    for i in range(after + 1, len(tree)):
        if tree.sentence[i] > tree.sentence[after] + _SOON:
            break
        if tree.pos[i] != "NOUN" or not tree.is_plural(i):
            continue
        before = {tree.lower[c] for c in tree.children[i] if c < i}
        if before & _DEFINITE and before <= _DEFINITE | {"two"}:
            kind = _kind(tree, i, nouns)
            if kind is not PartyKind.UNKNOWN:
                return kind
    return PartyKind.UNKNOWN
