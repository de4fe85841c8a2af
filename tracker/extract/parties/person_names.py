"""Which names that no rule knows are those of persons."""

from collections.abc import Iterable

from tracker.extract.parties.names import UnknownName
from tracker.extract.parties.owners import Owners
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules import word_class
from tracker.rules.parties import PartyNouns

_BESIDE = ([","], ["-"], ["–"], ["—"])


class PersonTests:
    """Tells by the words around the unknown names of an article whether they are of persons."""

    def __init__(
        self,
        tree: Tree,
        unknown: Iterable[UnknownName],
        owners: Owners,
        nouns: PartyNouns,
    ) -> None:
        self._tree, self._owners, self._nouns = tree, owners, nouns
        self._with_who = {tree.words[name.last - 1] for name in unknown if self._is_one_who(name.last)}

    def is_person(self, name: UnknownName) -> bool:
        """Whether a name of several words is a person's."""
        if self._owners.is_body(name) or self._tree.lower[name.last - 1] in self._nouns.not_sides.words:
            return False
        return (name.entity == "PERSON" and not self._is_where(name.first)) or self.is_told_of(name)

    def _is_where(self, first: int) -> bool:
        """Whether a name tells where something lies: "the crossing at X"."""
        is_at = first > 1 and self._tree.lower[first - 1] == "at"
        return is_at and self._tree.lemma[first - 2] in word_class("sites_at")

    def is_told_of(self, name: UnknownName) -> bool:
        """Whether the words before or after a name tell that it is a person's."""
        is_one_who = self._tree.words[name.last - 1] in self._with_who
        is_told = is_one_who or self.follows_title(name.first) or self._holds_office(name)
        return is_told or self._is_of_a_body(name) or self._speaks_for(name)

    def follows_title(self, first: int) -> bool:
        """Whether a title, or "the title of somebody", stands before a name."""
        tree, before = self._tree, first - 1
        if before < 0 or tree.sentence[before] != tree.sentence[first]:
            return False
        if self._owners.office_over(before) is not None:
            return True
        if tree.words[before] == ".":
            before -= 1
        if tree.words[before] == ",":  # "Mali's foreign minister, X, said"
            head = first
            while tree.dep[head] == "compound" and tree.head[head] > head:
                head = tree.head[head]
            before = tree.head[head] if tree.dep[head] == "appos" else before
        if tree.lower[before] == "one" and any(self._owners.is_title(o) for o in tree.objects(before, "of")):
            return True
        is_state = self._owners.is_named(before)  # "the United States Senate"
        if not is_state and tree.lower[before].removesuffix("s") in self._nouns.last_title_words:
            return tree.words[before][0].isupper() or self._owners.is_title(before)  # "Presidents X and Y"
        return self._owners.is_title(before) or tree.lower[before] in self._nouns.honorifics

    def _is_one_who(self, last: int) -> bool:
        """Whether "who" takes up, as one person, the name that ends before a token: "Ruiz, who was jailed"."""
        tree = self._tree
        if tree.lower[last : last + 2] != [",", "who"] or tree.tag[last - 1] != "NNP":
            return False
        verb = tree.head[last + 1]
        told = [verb, *(c for c in tree.children[verb] if tree.dep[c] in {"aux", "auxpass"})]
        return tree.dep[verb] == "relcl" and not any(tree.tag[t] == "VBP" or tree.lower[t] == "were" for t in told)

    def _holds_office(self, name: UnknownName) -> bool:
        """Whether an office stands beside a name: "Ruiz, the head of the union", "Ruiz - the union's chief"."""
        tree, head = self._tree, name.last - 1
        if tree.words[name.last : name.last + 1] not in _BESIDE or tree.tag[head] != "NNP":
            return False
        offices = (c for c in tree.children[head] if tree.dep[c] == "appos" and c > head and tree.tag[c] == "NN")
        return any(tree.lemma[office] in self._nouns.for_one_person for office in offices)

    def _speaks_for(self, name: UnknownName) -> bool:
        """Whether a name is followed by whom its bearer leads or speaks for: "Ruiz, speaking for the Osa Front"."""
        tree, verb, words = self._tree, name.last + 1, self._nouns.told_offices
        is_beside = tree.words[name.last : verb] == [","] and tree.tag[verb : verb + 1] == ["VBG"]
        return is_beside and tree.tag[name.last - 1] == "NNP" and tree.lemma[verb] in words.speak | words.lead

    def _is_of_a_body(self, name: UnknownName) -> bool:
        """Whether a name stands before "of" a body: "Ruiz of the Osa Front"."""
        tree, at = self._tree, name.last
        at += tree.words[at : at + 1] == [","]
        if (
            tree.lower[at : at + 1] not in (["of"], ["from"])
            or tree.tag[name.last - 1] != "NNP"
            or self._owners.is_body(name)
        ):
            return False
        owner = self._owners.at(self._owners.start(at + 1))
        return owner is not None and (owner.side is None or owner.side.kind is not PartyKind.STATE)
