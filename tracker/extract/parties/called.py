"""What an article calls the names that nobody knows: "the rebel group Zenith", "two small parties, Altair and Zenith",
"Zenith, a rebel group", "Zenith fighters", "Solidary, which represents nurses", "Orvin and Lerdo ... the companies"."""

from collections.abc import Iterable, Sequence

from tracker.extract.parties.employers import employers
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
_PAIR = 2
# Not a company or a union, which may be the other's: "Corvia said its members had voted. The company objected".
_NO_OTHERS = {PartyKind.ARMED_GROUP, PartyKind.ORGANISATION, PartyKind.ALLIANCE}
_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"}
_OF_STATES = {("foreign", "minister"), ("foreign", "ministry"), ("prime", "minister"), ("defence", "ministry")}
_DEFINITE = {"the", "both", "these"}
# What people are too, in their trade: "the film maker Ana Ruiz".
_ALSO_PEOPLE = {"giant", "maker", "owner", "producer"}


def kinds_called(tree: Tree, unknown: Iterable[UnknownName], nouns: PartyNouns) -> dict[str, PartyKind]:
    """The kind of each name, by its text, that the article calls a group somewhere."""
    names = list(unknown)
    found: dict[str, PartyKind] = {}
    for name in names:
        may_be_person = name.entity != "ORG" and name.last - name.first > 1
        describing = (n for n in _describing(tree, name) if not (may_be_person and tree.lemma[n] in _ALSO_PEOPLE))
        told = (_kind(tree, noun, nouns) for noun in describing)
        kind = next((k for k in told if k is not PartyKind.UNKNOWN), _kind_of_members(tree, name, nouns))
        if kind is not PartyKind.UNKNOWN:
            found.setdefault(name.text, kind)
    for text, kind in _taken_up_later(tree, names, nouns).items():
        found.setdefault(text, kind)
    for text in _states(tree, names):
        found[text] = PartyKind.STATE
    for text in employers(tree, names, nouns):
        found.setdefault(text, PartyKind.COMPANY)
    return found


def _states(tree: Tree, names: Sequence[UnknownName]) -> set[str]:
    """The names of one word, and of no person whom the article names in full, that own what states alone have: "Kessa's
    foreign minister", whatever the model takes Kessa for."""
    whole = {word for name in names if name.last - name.first > 1 for word in name.text.split()}
    single = (n for n in names if n.last - n.first == 1 and n.text not in whole)
    owned = (n for n in single if tree.words[n.last : n.last + 1] == ["'s"])
    return {n.text for n in owned if tuple(tree.lower[n.last + 1 : n.last + 3]) in _OF_STATES}


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
    """An armed group by its members, "Zenith fighters"; a firm by who runs it, "Orvin's chief executive"; a union by
    those whom it represents."""
    head = _head(tree, name)
    if name.entity not in _NO_GROUP and _has_officers(tree, name, nouns):
        return PartyKind.COMPANY
    members = tree.head[head]
    are_its_own = tree.dep[head] in {"compound", "nmod"} and members == name.last and tree.is_plural(members)
    may_own = name.entity not in _NO_GROUP and name.text not in nouns.peoples
    if may_own and are_its_own and tree.lemma[members] in nouns.fighters - nouns.explains:
        return PartyKind.ARMED_GROUP
    clauses = (c for c in tree.children[head] if tree.dep[c] == "relcl" and tree.lemma[c] == "represent")
    for clause in clauses:
        if any(tree.lemma[o] in nouns.workers for o in tree.children[clause] if tree.dep[o] == "dobj"):
            return PartyKind.UNION
    return PartyKind.UNKNOWN


def _has_officers(tree: Tree, name: UnknownName, nouns: PartyNouns) -> bool:
    """Whether a name is told with a title that firms give: "Orvin's chief executive", "managing director of Orvin"."""
    for title in (title.split() for title in nouns.company_titles):
        behind = tree.lower[name.last : name.last + 1 + len(title)] == ["'s", *title]
        before = name.first > len(title) and tree.lower[name.first - 1 - len(title) : name.first] == [*title, "of"]
        if behind or before:
            return True
    return False


def _taken_up_later(tree: Tree, names: Sequence[UnknownName], nouns: PartyNouns) -> dict[str, PartyKind]:
    """The kinds of names that definite nouns take up: the only two told so far, "Orvin offered to buy Lerdo. The two
    companies signed a deal", or the subject of the sentence before, "Orla dropped its claim. The party blamed Lerdo".
    """
    found: dict[str, PartyKind] = {}
    whole = {n.text.split()[-1] for n in names if n.last - n.first > 1}
    plain = [n for n in names if _may_be_a_group(tree, n, nouns) and n.text not in whole]
    if not plain:
        return found
    for i, pos in enumerate(tree.pos):
        if pos != "NOUN" or i < plain[0].last or tree.child(i, "det", "predet") is None:
            continue
        kind = _kind(tree, i, nouns)
        if kind is PartyKind.UNKNOWN or not _is_bare(tree, i) or not (tree.is_plural(i) or kind in _NO_OTHERS):
            continue
        before = [n for n in plain if n.last <= i and 0 <= tree.sentence[i] - tree.sentence[n.first] <= _SOON]
        if tree.is_plural(i):
            told = {n.text for n in before}
        else:
            told = {n.text for n in before if tree.sentence[n.first] < tree.sentence[i] and _is_owner(tree, n)}
        if len(told) == (_PAIR if tree.is_plural(i) else 1):
            found.update({text: kind for text in told if text not in found})
    return found


def _is_bare(tree: Tree, i: int) -> bool:
    """Whether only an article and a number stand before a noun, and nothing tells whose or which it is."""
    before = {tree.lower[c] for c in tree.children[i] if c < i}
    after = {tree.dep[c] for c in tree.children[i] if c > i}
    allowed = _DEFINITE | ({"two"} if tree.is_plural(i) else set())
    return bool(before & _DEFINITE) and before <= allowed and not after & {"prep", "relcl", "appos", "acl"}


def _is_owner(tree: Tree, name: UnknownName) -> bool:
    """Whether a name is the subject of a sentence that goes on with what is "its", as nobody's name is."""
    head = _head(tree, name)
    if tree.dep[head] not in {"nsubj", "nsubjpass"} or tree.conjuncts(head):
        return False
    rest = range(name.last, len(tree))
    return any(tree.lower[k] == "its" for k in rest if tree.sentence[k] == tree.sentence[head])


def _may_be_a_group(tree: Tree, name: UnknownName, nouns: PartyNouns) -> bool:
    """Whether a name stands by itself, and not as somebody's name does: of two words, or after a title."""
    if name.entity in _NO_GROUP or tree.dep[_head(tree, name)] not in _ARGUMENTS:
        return False
    if name.entity == "PERSON" and name.last - name.first > 1:
        return False
    return not name.first or tree.lower[name.first - 1] not in nouns.title_words | nouns.honorifics
