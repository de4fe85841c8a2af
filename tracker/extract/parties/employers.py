"""Names that an article tells to be those of firms by what their owner has or does: "Orvin's pay offer", "Orvin's
unions", "Orvin and the Drivers' Union signed ... the company"."""

from collections.abc import Sequence

from tracker.extract.parties.names import UnknownName
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties import PartyNouns

# What employers offer, by the word before it.
_OFFERS = {"deal", "offer", "package", "proposal"}
_OF_PAY = {"pay", "wage", "salary"}
# Those who work for whoever owns them.
_WORK_FOR = {"employee", "workforce"}
_NO_FIRM = {"GPE", "LOC", "NORP", "DATE", "TIME"}


def employers(tree: Tree, names: Sequence[UnknownName], nouns: PartyNouns) -> set[str]:
    """The names, of one word and told without a longer one, that are those of firms."""
    whole = {word for name in names if name.last - name.first > 1 for word in name.text.split()}
    single = [n for n in names if n.last - n.first == 1 and n.entity not in _NO_FIRM and n.text not in whole]
    unions = {n.last - 1 for n in names if nouns.kind_of_words(tree.lower[n.first : n.last]) is PartyKind.UNION}
    found = {name.text for name in single if _has_workers(tree, name.first)}
    untitled = (n.first for n in single if not n.first or tree.lower[n.first - 1] not in nouns.last_title_words)
    beside = {tree.words[i] for i in untitled if _is_beside_a_union(tree, i, unions)}
    is_one = len(beside) == 1 and not found and _tells_of_a_firm(tree, nouns)
    return found | (beside if is_one else set())


def _has_workers(tree: Tree, i: int) -> bool:
    """Whether a name owns a pay offer, unions or employees."""
    owned = tree.head[i]
    if tree.dep[i] != "poss" or owned < i:
        return False
    is_offer = tree.lemma[owned] in _OFFERS and any(tree.lower[c] in _OF_PAY for c in tree.children[owned])
    return is_offer or tree.lemma[owned] in _WORK_FOR or (tree.lemma[owned] == "union" and tree.is_plural(owned))


def _is_beside_a_union(tree: Tree, i: int, unions: set[int]) -> bool:
    """Whether a name stands before "and" and a union: "Orvin and the Drivers' Union"."""
    return tree.words[i + 1 : i + 2] == ["and"] and bool(unions & set(tree.conjuncts(i)))


def _tells_of_a_firm(tree: Tree, nouns: PartyNouns) -> bool:
    """Whether an article takes up a firm by what it is: "the company"."""
    kinds = nouns.anaphors[PartyKind.COMPANY] & nouns.groups_named[PartyKind.COMPANY]
    definite = (i for i, lemma in enumerate(tree.lemma) if lemma in kinds and not tree.is_plural(i))
    return any(tree.lower[i - 1] == "the" for i in definite if i)
