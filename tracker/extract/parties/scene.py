"""What the readers of phrases share: the parse, the names found in it, what was told, and each other."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from tracker.extract.parties.memory import Memory, distinct
from tracker.extract.parties.names import NameSpan, UnknownName
from tracker.extract.parties.offices import FORMER
from tracker.extract.parties.pairs import BEFORE_NOUN, is_of_descent
from tracker.extract.parties.people import People
from tracker.extract.parties.sides import Meant, Side
from tracker.extract.parties.tree import Tree
from tracker.extract.parties.wars import torn_states
from tracker.model.parties import PartyKind
from tracker.rules.parties import NameSort, PartyNouns

STATE = frozenset({PartyKind.STATE, PartyKind.GOVERNMENT})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
# Between a title and the name after "and" stands at least the second title: "minister and party leader X".
_TITLE_AND_NAME = 2
_OF_ANOTHER = {"counterpart", "colleague"}
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OF_ONE_WORD = ("-backed", "-led", "-supported", "-trained", "-armed", "-allied", "-brokered")
# Who stands on either side of a hyphen as one of two.
_PAIRED = STATE | {PartyKind.ALLIANCE, PartyKind.ARMED_GROUP}


@dataclass
class Scene:
    """One article while it is read.

    `named` counts how often it names each side; `sides` are the sides that it names; `adjective` gives what stands
    before a noun for a party; `speaker` the head of who says a word in direct speech, `reported_by` of who says it in
    indirect speech; `of` what a head stands for; `leading` the sides that the first sentence begins with and those that
    the headline names; `grounds` those of the headline and the dateline; `between` those beside whose name the article
    speaks of mediators, guarantors or hosts; `called` what it calls names that nobody knows; `opposition` the bodies
    that it calls the opposition, None until they are asked for.
    """

    tree: Tree
    nouns: PartyNouns
    span_at: dict[int, NameSpan]
    unknown_at: dict[int, UnknownName]
    acronyms: dict[str, Side]
    people: People
    named: Counter[str]
    sides: dict[str, Side]
    adjective: Callable[[str], str]
    speaker: Callable[[int], int | None]
    reported_by: Callable[[int], int | None]
    of: Callable[[int], tuple[Meant, ...]]
    demonyms: dict[int, Side] = field(default_factory=dict)
    leading: frozenset[str] = frozenset()
    grounds: dict[str, Side] = field(default_factory=dict)
    between: frozenset[str] = frozenset()
    called: dict[str, PartyKind] = field(default_factory=dict)
    memory: Memory = field(init=False)
    opposition: tuple[Meant, ...] | None = None

    def __post_init__(self) -> None:
        self.memory = Memory(self.tree.told_as_many())

    @cached_property
    def trades(self) -> Counter[str]:
        """How often the article tells of the workers of each trade."""
        trades = self.nouns.workers - self.nouns.any_worker
        return Counter(lemma for lemma in self.tree.lemma if lemma in trades)

    @cached_property
    def torn(self) -> Counter[str]:
        """How often the article speaks of the war, the rebels or the truce of each state: "Syria's civil war", "the
        truce in Yemen"."""
        return torn_states(self.tree, self.span_at.values())

    def with_conjuncts(self, i: int) -> tuple[Meant, ...]:
        """What a head and all that is coordinated to its right stand for."""
        if (of_one := self._of_two_titles(i)) is not None:
            return self.of(of_one)
        heads = (i, *self.tree.conjuncts(i), *self._listed(i))
        return distinct(m for head in heads for token in (head, *self._after_its_name(head)) for m in self.of(token))

    def _after_its_name(self, i: int) -> list[int]:
        """The names that the parser coordinates with the last word of a name: "the Bank of Chad and Air Mali"."""
        span = self.span_at.get(i)
        if span is None or span.last == i + 1 or not span.is_side:
            return []
        return [
            c for k in range(i + 1, span.last) for c in self.tree.conjuncts(k) if c >= span.last and self._is_named(c)
        ]

    def _is_named(self, i: int) -> bool:
        return i in self.span_at or i in self.unknown_at

    def _of_two_titles(self, i: int) -> int | None:
        """Which head counts of the two that the parser makes of a person's two titles: the name's where the first is
        held no more ("former mayor and party leader X"), else the first's, if only it tells of a side."""
        tree, others = self.tree, self.tree.conjuncts(i)
        if len(others) != 1 or i in self.people.at or tree.is_plural(i) or tree.child(others[0], "det") is not None:
            return None
        person = self.people.at.get(others[0])
        if person is None or tree.lemma[i] not in self.nouns.last_title_words or not tree.child(others[0], "compound"):
            return None
        if any(tree.lower[c] in FORMER for c in tree.children[i]):
            return others[0]
        return i if person.side is None and self.of(i) and others[0] - i > _TITLE_AND_NAME else None

    def _listed(self, i: int) -> list[int]:
        """The names of a list whose second the parser takes for an apposition: "Chad, the U.S. and Mali"."""
        tree, found = self.tree, list[int]()
        for c in tree.children[i]:
            if tree.dep[c] == "appos" and c in self.span_at and i in self.span_at and (more := tree.conjuncts(c)):
                found += [c, *more]
        return found

    def determiner(self, i: int) -> str:
        """The article or the like of a noun; a noun before a noun has that of the whole phrase, or counts as definite
        without one ("union officials")."""
        tree = self.tree
        child = tree.child(i, "det", "predet")
        if child is not None:
            return tree.lower[child]
        before = tree.child(i, "compound")  # the parser hangs it there: "a village elder"
        if before is not None and tree.pos[before] == "NOUN" and (inner := tree.child(before, "det")) is not None:
            return tree.lower[inner]
        if tree.head[i] != i and (tree.dep[i] == "compound" or self.is_faction_before(i)):
            whole = self.determiner(tree.head[i]) or "the"
            return "the" if whole in {"a", "an"} and tree.lemma[i] == "opposition" else whole  # "an opposition leader"
        return ""

    def phrase(self, i: int, meant: tuple[Meant, ...]) -> tuple[Meant, ...]:
        """What was told before, now in the words of the phrase with this head."""
        first = self.tree.phrase_start(i)
        return tuple(Meant(m.side, m.name, first, i + 1, m.person) for m in meant)

    def own(
        self, i: int, name: str, kind: PartyKind, first: int | None = None, last: int | None = None
    ) -> tuple[Meant, ...]:
        """A side that only this article names."""
        first = self.tree.phrase_start(i) if first is None else first
        last = i + 1 if last is None else last
        return (Meant(Side(name, kind), self.tree.text(first, last), first, last),)

    def may_own(self, i: int) -> bool:
        """Whether a name owns what follows: "Hamas-run" does, "US-backed" and "non-Syrian" do not."""
        tree = self.tree
        span = self.span_at.get(i)
        first, last = (span.first, span.last) if span is not None else (i, i + 1)
        if first and tree.words[first - 1] == "-" and (span is None or self.hyphened_state(span) is None):
            return False
        if last + 1 < len(tree) and tree.words[last] == "-":
            return tree.lower[last + 1] in self.nouns.places.owning_suffixes
        return True

    def hyphened_state(self, span: NameSpan) -> Meant | None:
        """The side before the hyphen of a pair: "Franco-German", "U.S.-British", "Israel-Lebanon", "Israel-Hamas"."""
        tree, first = self.tree, span.first - 2
        if first < 0 or tree.words[first + 1] != "-" or span.known.kind not in _PAIRED or is_of_descent(tree, span):
            return None
        pair = self.span_at.get(first)
        if pair is not None:
            is_state = pair.is_side and pair.known.kind in _PAIRED and pair.last == span.first - 1
            return Meant(pair.side, tree.text(pair.first, pair.last), pair.first, pair.last) if is_state else None
        name = self.nouns.places.state_prefixes.get(tree.lower[first])
        side = Side(name, PartyKind.STATE, is_verified=True) if name else None
        return Meant(side, tree.words[first], first, first + 1) if side is not None else None

    def owners(self, i: int, skip_from: int | None = None) -> tuple[Meant, ...]:
        """The sides that own a phrase by what stands before its head: possessives, adjectives, compounds.

        Words of the head's own name, from `skip_from` on, own nothing; of owners that are not coordinated the first
        counts ("Turkey's U.N. ambassador"), but a name before a pronoun's ("his Turkish counterpart") and an armed
        group or a people before its state ("Sudanese JEM forces", "Syrian Kurdish forces").
        """
        tree, found = self.tree, list[Meant]()
        is_faction = self.is_faction_before(i - 1) and tree.head[i - 1] == i and not self.group_before(i - 1)
        if is_faction and (faction := self.of(i - 1)):
            return faction
        for c in tree.children[i]:
            if skip_from is not None and skip_from <= c < i and c not in self.span_at:
                continue
            if tree.lemma[i] in _OF_ANOTHER and tree.pos[c] == "PRON":
                continue  # "her counterpart" is of another side than she, "her colleague" may be
            if tree.dep[c] == "compound" and {tree.lemma[c], tree.lemma[i]} <= self.nouns.last_title_words:
                continue  # "its secretary-general" is no secretary's
            if tree.dep[c] == "poss" or (tree.dep[c] in BEFORE_NOUN and c < i):
                owned = self._owner(c, i)
                if tree.lemma[c] == "opposition" and len(found) == 1 and found[0].side.kind in STATE:
                    return self.own(c, f"{self.adjective(found[0].side.name)} opposition", PartyKind.ORGANISATION)
                if owned and found and not {"and", ",", "/", "-"} & set(tree.lower[found[-1].last : c]):
                    is_group = (owned[0].side.kind is PartyKind.ARMED_GROUP or self._names_a_people(c)) and tree.dep[
                        c
                    ] != "poss"
                    of_state = all(m.side.kind in STATE for m in found)
                    takes_up = tree.pos[found[-1].first] == "PRON" and tree.lemma[i] in self.nouns.agents
                    if not takes_up and not (is_group and of_state):
                        break
                    found = []
                found += owned
        return distinct(found)

    def _names_a_people(self, i: int) -> bool:
        """Whether a word is the adjective of a people that has no state."""
        span = self.span_at.get(i)
        return span is not None and span.known.sort is NameSort.ADJECTIVE and span.known.kind not in STATE

    def group_before(self, faction: int) -> tuple[Meant, ...]:
        """The armed group whose name stands before the faction that it is: M23 in "the M23 rebel group"."""
        span, tree = self.span_at.get(faction - 1), self.tree
        is_named = span is not None and span.is_side and span.known.kind is PartyKind.ARMED_GROUP
        return self.of(faction - 1) if is_named and tree.head[faction - 1] in {faction, tree.head[faction]} else ()

    def is_faction_before(self, i: int) -> bool:
        """Whether a token is the faction of a state that stands before its people or group: "opposition" in "Libyan
        opposition leaders"."""
        tree = self.tree
        is_before = i >= 0 and tree.dep[i] in {"compound", "amod"} and tree.pos[i] in {"NOUN", "ADJ"}
        return is_before and tree.lemma[i] in self.nouns.of_state

    def _owner(self, c: int, head: int) -> list[Meant]:
        tree, found = self.tree, list[Meant]()
        for token in (c, *(d for d in tree.conjuncts(c) if d < head)):
            if token in self.span_at or tree.dep[token] == "poss":
                found += self._capital(token) or (self.of(token) if self.may_own(token) else ())
            elif tree.pos[token] in {"NOUN", "PROPN", "ADJ"}:
                found += self.of(token) if tree.pos[token] != "ADJ" or token in self.demonyms else ()
        if not found and c not in self.span_at:
            for inner in tree.children[c]:
                own_name = tree.dep[inner] in {*BEFORE_NOUN, "npadvmod"} and inner in self.span_at
                if (own_name or tree.dep[inner] == "poss") and self.may_own(inner):
                    found += self.of(inner)
        return found

    def _capital(self, token: int) -> tuple[Meant, ...]:
        """A capital before a noun owns it: "the Damascus government"."""
        span = self.span_at.get(token)
        if span is None or span.known.sort is not NameSort.CAPITAL or not self.may_own(token):
            return ()
        return (Meant(span.side, self.tree.text(span.first, span.last), span.first, span.last),)

    def hyphened(self, i: int) -> int | None:
        """Where the name in "US-backed forces" begins; None where no name with such a suffix stands before a head."""
        tree, mere_places = self.tree, self.nouns.places.place_suffixes
        for k in range(tree.phrase_start(i), i):
            span = self.span_at.get(k)
            word = tree.words[k]
            if span is None and word[0].isupper() and "." in word and word.endswith(_OF_ONE_WORD):  # "U.S.-backed"
                return k
            if span is None or not span.is_side or span.last + 1 >= i or tree.words[span.last] != "-":
                continue
            if tree.lower[span.last + 1] not in mere_places:
                return span.first
        return None

    def leaning(self, i: int) -> int | None:
        """Where "pro" or "anti" stands in "pro-Russian rebels", "anti-government protesters"; None without one."""
        tree = self.tree
        return next((k for k in range(tree.phrase_start(i), i - 1) if tree.leans(k + 2)), None)

    def owned_by(self, i: int, *prepositions: str) -> tuple[Meant, ...]:
        """The sides in phrases after a head: "officials from X and Y", "the chiefs of staff of X and Y"."""
        of_offices = self.nouns.portfolios | {"staff"}
        found: list[Meant] = []
        for o in self.tree.objects(i, *prepositions):
            found += self.with_conjuncts(o) or (self.owned_by(o, "of") if self.tree.lower[o] in of_offices else ())
        return distinct(found)

    def spread(self, owners: tuple[Meant, ...], i: int) -> tuple[Meant, ...]:
        """The owners of a phrase, in its words where they stand in it."""
        first, last = self.tree.phrase_start(i), i + 1
        name = self.tree.text(first, last)
        inside = len(owners) == 1 and first <= owners[0].first < last
        return tuple(
            Meant(m.side, name, first, last) if inside else Meant(m.side, m.name, m.first, m.last) for m in owners
        )

    def chief_of_body(self, i: int) -> tuple[Meant, ...]:
        """Whom "the secretary-general" speaks for: the United Nations, where the article tells of them."""
        usual = self.nouns.usual_owners.get("secretary-general")
        return (Meant(self.sides[usual], usual, i, i + 1),) if usual in self.sides else ()

    def named_of_kind(
        self, i: int, kinds: frozenset[PartyKind], but: frozenset[str] = frozenset()
    ) -> tuple[Meant, ...]:
        """The side of these kinds, none of those in `but`, that the whole article names most; for words that come
        before its name."""
        of_kind = (name for name, side in self.sides.items() if side.kind in kinds and name not in but)
        found = sorted(of_kind, key=lambda name: (-self.named[name], name))
        return (Meant(self.sides[found[0]], found[0], i, i + 1),) if found else ()
