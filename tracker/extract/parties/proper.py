"""Which side a proper name stands for, and where it is a mere place."""

from tracker.extract.parties.conciliators import unnamed_office
from tracker.extract.parties.homes import home_state, seated_in
from tracker.extract.parties.names import NameSpan, UnknownName
from tracker.extract.parties.scene import STATE, Scene
from tracker.extract.parties.shared_nouns import shares_a_noun
from tracker.extract.parties.sides import Meant, Side
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules import word_class
from tracker.rules.parties import NameSort

_PLACE_ENTITIES = {"GPE", "LOC", "FAC"}
_NO_PARTY_ENTITIES = {
    "DATE", "TIME", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL",
    "PRODUCT",
}  # fmt: skip
# What the model takes for such may be the body that its last word tells.
_WORKS = {"PRODUCT", "WORK_OF_ART"}
# Kinds of bodies whose words tell that a name is theirs, whatever the model takes it for, but for buildings and fronts.
_BODIES = {PartyKind.ALLIANCE, PartyKind.ARMED_GROUP, PartyKind.ORGANISATION, PartyKind.UNION}
_BUILDINGS = {"center", "centre", "church", "court", "cross", "house", "office", "parliament", "university"}
# What stands before a hyphen in Arabic names.
_ARTICLES = {"al", "an", "ar", "as", "el", "ez"}
# Who has bodies of its own, and their last words.
_WITH_BODIES = {PartyKind.ALLIANCE, PartyKind.ORGANISATION, PartyKind.ARMED_GROUP}
_THEIR_BODIES = {"agency", "bureau", "commission", "committee", "mission", "office", "panel"}
_DIRECTIONS = {"east", "eastern", "home", "north", "northern", "south", "southern", "west", "western"}
# What ends the name of a conference or its agreement, "Minsk II", and of kings.
_NUMERALS = {"ii", "iii", "iv"}
_LOCAL_OFFICES = {"governor", "mayor", "official", "authority", "government", "council", "police", "legislature"}


class ProperNames:
    """Reads the names of one article."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._tree = scene, scene.tree
        self._long_names: dict[str, UnknownName] = {}
        for name in scene.unknown_at.values():
            if name.last - name.first > 1:
                self._long_names.setdefault(name.text.split()[0], name)
        self._places = {name.text for name in scene.unknown_at.values() if self._is_of_a_place(name.first)}
        self._places |= {
            name.text
            for i, name in scene.unknown_at.items()
            if (first := scene.unknown_at.get(self._tree.head[i])) is not None
            and self._tree.dep[i] == "conj"
            and first.last == name.first - 1  # "into Osh and Naryn"
            and first.text in self._places
        }

    def _is_of_a_place(self, first: int) -> bool:
        """Whether what begins at a token is a place by the words before it: "near X", "a base on X"."""
        words, sites = self._tree.lower, word_class("struck_place") | word_class("towns")
        if first > 2 and words[first - 1] == "-" and words[first - 2] in _ARTICLES:
            first -= 2  # "the village of al-Zor"
        over = self._tree.lemma[first - 2] if first > 1 else ""
        is_on_it = (words[first - 1] == "on" and over in sites) or (
            words[first - 1] == "at" and over in word_class("sites_at")
        )
        is_on_it = is_on_it or (words[first - 1] == "of" and over in word_class("towns"))
        return is_on_it or (first > 0 and words[first - 1] in self._scene.nouns.places.sure_prepositions)

    def known(self, span: NameSpan) -> tuple[Meant, ...]:
        """The side of a packaged name; () where it stands as a place. "North and South Korea" gives both."""
        tree, sort = self._tree, span.known.sort
        head = next(
            (i for i in range(span.last - 1, span.first - 1, -1) if not span.first <= tree.head[i] < span.last),
            span.last - 1,
        )
        is_capital = sort is NameSort.CAPITAL
        is_modifier = tree.dep[head] in {"amod", "compound", "nmod", "poss"} and tree.head[head] >= span.last
        if is_modifier:
            if is_capital and tree.dep[head] != "poss":
                return ()
        elif (is_capital or (span.known.kind in STATE and sort is not NameSort.ORGAN)) and self._is_place(
            head, is_capital=is_capital
        ):
            return ()
        own = Meant(span.side, tree.text(span.first, span.last), span.first, span.last)
        if (other := self._scene.hyphened_state(span)) is not None:
            return other, own
        pair = self._scene.span_at.get(span.first - 2)
        if pair is not None and shares_a_noun(pair) and tree.lower[span.first - 1] in {"and", "or"}:
            return Meant(pair.side, tree.text(pair.first, pair.last), pair.first, pair.last), own
        return (own,)

    def _is_place(self, i: int, *, is_capital: bool) -> bool:
        """Whether the name of a state or capital with this head stands as a mere place."""
        tree, words = self._tree, self._scene.nouns.places
        top = i
        while tree.dep[top] == "conj":
            top = tree.head[top]
        if is_capital and tree.dep[top] in {"compound", "npadvmod", "appos", "nmod", "dep"}:
            return True
        before = tree.preposition(i)
        if (
            is_capital
            and before == "of"
            and tree.lemma[tree.head[tree.head[top]]] in self._scene.nouns.agents - _LOCAL_OFFICES
        ):
            return False  # "envoys of Ankara and Yerevan"
        if before == "at" and not is_capital:
            return False  # "anger at Chile": nobody is at a country
        if before in words.prepositions or (is_capital and before in words.capital_prepositions):
            return True
        if is_capital and before in {"to", "from"}:
            governor = tree.head[tree.head[top]]
            return tree.lemma[governor] in words.motion or tree.pos[governor] not in {"VERB", "NOUN"}
        return False

    def unknown(self, i: int, name: UnknownName) -> tuple[Meant, ...]:
        """The side of a name that the rules do not know: an organ's owner, else a side of its own, unverified."""
        if office := unnamed_office(self._scene, name.first, name.last):
            return office
        tree, scene, nouns = self._tree, self._scene, self._scene.nouns
        head = next(
            (k for k in range(name.first, name.last) if not name.first <= tree.head[k] < name.last), name.last - 1
        )
        owners = scene.owners(head, name.first)
        for body in (head, name.last - 1):
            pair = " ".join(tree.lower[max(name.first, body - 1) : body + 1])  # "the Central Bank of Peru"
            if {tree.lower[body], tree.lemma[body], tree.lower[body].removesuffix("s"), pair} & nouns.organs:
                if owners or (owners := scene.owned_by(head, "of") or seated_in(scene, head)):
                    return scene.spread(owners, head)
                if tree.lemma[body] in nouns.state_bodies and self._is_plain_organ(name):
                    return scene.phrase(head, home_state(scene, head))
        last_word = tree.lower[name.last - 1]
        if tree.dep[head] in {"compound", "nmod"} and tree.lemma[tree.head[head]] in nouns.places.buildings:
            return ()  # "the Osman hospital"
        if states := nouns.places.namesakes.get(last_word):
            return scene.phrase(head, tuple(Meant(Side(s, PartyKind.STATE, is_verified=True), s, 0, 0) for s in states))
        follows = bool(owners) and owners[-1].last == name.first and owners[-1].side.kind in _WITH_BODIES
        if follows and last_word in _THEIR_BODIES:  # "the United Nations Committee on the Rights of the Child"
            return scene.spread(owners, head)
        kind = nouns.kind_of_words(tree.lower[name.first : name.last])
        if kind is PartyKind.UNKNOWN:
            kind = scene.called.get(name.text, kind)
        is_body = _is_body(self._tree, name, kind)
        is_numbered = last_word in _NUMERALS and name.entity != "PERSON"
        is_no_side = last_word in nouns.not_sides.words and not self._is_bank(name)
        is_no_party = (is_numbered or is_no_side) or (
            name.entity in _NO_PARTY_ENTITIES
            and not is_body
            and (kind is PartyKind.UNKNOWN or name.entity not in _WORKS)
        )
        is_town = name.entity == "GPE" and last_word in nouns.provinces.nouns  # "New York City"
        if is_no_party and name.text not in scene.called and not is_town:
            return ()
        is_place = kind is PartyKind.UNKNOWN and name.text in self._places
        if governed := self._governed(i, name):
            return governed
        if (name.entity in _PLACE_ENTITIES and not is_body and name.text not in scene.called) or is_place:
            return self._local_side(i, name)
        if not name.entity and kind is PartyKind.UNKNOWN and not self._acts(head):
            return ()
        longer = self._long_names.get(name.text)
        is_short = longer is not None and (longer.entity == name.entity or longer.text in scene.sides)
        text = longer.text if longer is not None and is_short else name.text
        is_adjective = (
            bool(owners)
            and owners[0].side.name != text
            and owners[0].side.kind in STATE
            and tree.dep[owners[0].last - 1] in {"amod", "compound"}
        )
        if is_adjective and name.entity != "PERSON" and owners[0].last == name.first:
            text = tree.text(owners[0].first, name.last)
        return (Meant(Side(text, kind), text, name.first, name.last),)

    def _is_bank(self, name: UnknownName) -> bool:
        """Whether a name of several words is that of a bank, not of a river's ("the West Bank")."""
        words = self._tree.lower[name.first : name.last]
        return words[-1] == "bank" and len(words) > 1 and words[-2] not in _DIRECTIONS | {"left", "right", "river"}

    def _is_plain_organ(self, name: UnknownName) -> bool:
        """Whether a name is only the common words for an organ ("the Defence Ministry"); "the Highland Liberation
        Army" is a side of its own."""
        nouns, words = self._scene.nouns, self._tree.lower[name.first : name.last]
        return all(word in nouns.organs or word in nouns.organ_qualifiers for word in words)

    def _local_side(self, i: int, name: UnknownName) -> tuple[Meant, ...]:
        """A place that no list knows is a side where it acts, or as the owner of its officials."""
        tree = self._tree
        beside = tree.dep[i] == "conj" and tree.dep[tree.head[i]] == "nsubj" and self._scene.of(tree.head[i])
        acts = tree.dep[i] == "nsubj" or tree.preposition(i) in {"by", "between", "against"}
        own = next((side for side in self._scene.demonyms.values() if side.name == name.text), None)
        does = (acts and self._does(i)) or (beside and self._does(tree.head[i]))  # "the union and Port Vale met"
        if does and (own is not None or name.entity == "GPE"):
            return (Meant(own or Side(name.text), name.text, name.first, name.last),)
        governor = tree.head[i]
        owns = tree.dep[i] in {"compound", "poss", "nmod", "amod"} and (
            tree.lemma[governor] in _LOCAL_OFFICES or governor in self._scene.people.at
        )
        if not owns:
            return ()
        state = self._scene.people.towns.side(name.text)
        return (Meant(state or Side(name.text, PartyKind.GOVERNMENT), name.text, name.first, name.last),)

    def _governed(self, i: int, name: UnknownName) -> tuple[Meant, ...]:
        """The state of the town or province in "the governor of Osh"."""
        towns = self._scene.people.towns
        state = towns.side(name.text) if towns.is_headed(self._tree, i) else None
        return (Meant(state, name.text, name.first, name.last),) if state is not None else ()

    def _does(self, i: int) -> bool:
        """Whether the verb of a subject tells a deed and no state ("X is in the north")."""
        tree = self._tree
        return tree.dep[i] != "nsubj" or tree.lemma[tree.head[i]] not in {
            "be",
            "fall",
            "have",
            "lie",
            "remain",
            "see",
            "become",
        }

    def _acts(self, i: int) -> bool:
        tree = self._tree
        while tree.dep[i] == "conj" and tree.head[i] < i:
            i = tree.head[i]
        return tree.dep[i] in {"nsubj", "poss"} or tree.preposition(i) in {"by", "with", "between", "against"}


def _is_body(tree: Tree, name: UnknownName, kind: PartyKind) -> bool:
    """Whether a name of several words is that of a body though the model takes it for a place: "the Miners Union"; not
    "the Eastern Front", "Trinity Church"."""
    words = tree.lower[name.first : name.last]
    is_place = words[-1] in _BUILDINGS or (kind is PartyKind.ARMED_GROUP and words[0] in _DIRECTIONS)
    return len(words) > 1 and kind in _BODIES and not is_place
