"""Whose an office may be, by the names around it: a nation's body, a town's state, a group that the article names."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.extract.parties.names import NameSpan, UnknownName
from tracker.extract.parties.national import body_of_nation, may_own
from tracker.extract.parties.sides import Person, Side
from tracker.extract.parties.towns import Towns
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties import NameSort, PartyNouns

OWNERS = {NameSort.NAME, NameSort.ADJECTIVE, NameSort.CAPITAL, NameSort.ORGAN, NameSort.NICKNAME}
ENVOYS = {"ambassador", "envoy", "representative", "delegate", "emissary"}


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose an office is, through the tokens `first` up to `last`: a side, or one to be read at the noun `of`
    ("opposition" in "the Peruvian opposition"). `is_adjective` where a nation's adjective tells it."""

    side: Side | None
    of: int | None
    first: int
    last: int
    is_adjective: bool = False


class Owners:
    """Looks names up at tokens of one article; `at` gives the people found so far and is looked into, not changed."""

    def __init__(
        self,
        tree: Tree,
        span_at: Mapping[int, NameSpan],
        unknown_at: Mapping[int, UnknownName],
        at: Mapping[int, Person],
        called: Mapping[str, PartyKind],
        nouns: PartyNouns,
        towns: Towns,
    ) -> None:
        self._tree, self._span_at, self._unknown_at, self._people = tree, span_at, unknown_at, at
        self._called, self._nouns, self._towns = called, nouns, towns

    def office_over(self, last: int) -> int | None:
        """The title of the office that ends with whose it is at a token: "the President of Chile", "the leader of the
        rebels,"; None where none ends there."""
        tree = self._tree
        whose = last - (tree.words[last] == ",")
        if whose == last and tree.pos[last] == "NOUN" and self._nouns.is_body(tree.lemma[last]):
            return None  # what "the leader of the rebel group X" leads
        of = tree.before_phrase(whose)
        is_owned = 0 < of < whose and tree.lower[of] in {"of", "for"}
        return of - 1 if is_owned and self.is_title(of - 1) else None

    def is_title(self, i: int) -> bool:
        """Whether a token belongs to a title."""
        span = self._span_at.get(i)
        return span is not None and span.known.sort is NameSort.TITLE

    def is_named(self, i: int) -> bool:
        """Whether a token is part of a packaged name that is no title."""
        return i in self._span_at and not self.is_title(i)

    def is_body(self, name: UnknownName) -> bool:
        """Whether a name is that of a body by its own words: "Osa Front"."""
        return self._nouns.kind_of_name(self._tree.text(name.first, name.last).lower()) is not PartyKind.UNKNOWN

    def start(self, i: int) -> int:
        """Where the name begins of a phrase that begins at a token: "Osa" in "the rebel Osa Front"."""
        tree = self._tree
        while i + 1 < len(tree) and (
            tree.pos[i] == "DET" or (tree.words[i].islower() and tree.pos[i] in {"ADJ", "NOUN"})
        ):
            i += 1
        return i

    def at(self, i: int) -> Owner | None:
        """The owner that a packaged name begins at a token, or that the name of a body there is."""
        span = self._span_at.get(i)
        if span is None:
            body = self.body_at(i) or self.group_at(i)
            if body is None:
                return None
            is_organ = self._tree.lemma[body.last - 1] in self._nouns.state_bodies  # "the Foreign Ministry spokesman"
            return Owner(None if is_organ else self.side_of(body), body.last - 1 if is_organ else None, i, body.last)
        if span.known.sort not in OWNERS or not may_own(self._tree, span, self._nouns):
            return None
        if whole := body_of_nation(self._tree, span, self._span_at, self._unknown_at, self._nouns):
            return Owner(whole[0], None, i, whole[1])
        if (group := self.group_of(span)) is not None:
            return Owner(None, group, i, group + 1)
        return Owner(span.side, None, i, span.last, span.known.sort is NameSort.ADJECTIVE)

    def governed(self, last: int, person: Person) -> tuple[Side, int] | None:
        """The state in which the town or province lies that ends at a token and that a governor or mayor heads, and
        where its name begins: "Osh Mayor X"."""
        if last in self._span_at or not self._towns.are_led_by(person.titles):
            return None
        for first in (last - 1, last):
            if first >= 0 and self._tree.words[first][:1].isupper():
                side = self._towns.side(self._tree.text(first, last + 1))
                if side is not None:
                    return side, first
        return None

    def end_of_name(self, first: int) -> int:
        """The last token of a name of one or two words."""
        return first + self._tree.words[min(first + 1, len(self._tree) - 1)][:1].isupper()

    def group_of(self, nation: NameSpan) -> int | None:
        """The noun of the group or public that a nation's name or adjective tells apart: "Peru's armed opposition"."""
        tree, at = self._tree, nation.last
        while at < len(tree) and (tree.words[at] in {"'s", "'"} or tree.pos[at] == "ADJ"):
            at += 1
        is_group = at < len(tree) and tree.lemma[at] in self._nouns.fighters | self._nouns.publics
        return at if is_group else None

    def further(self, span: NameSpan, person: Person) -> NameSpan:
        """The state in "Syria's U.N. ambassador": a possessive or a state's adjective before an organisation."""
        words, before = self._tree.words, span.first - 1
        if span.known.kind is PartyKind.STATE or before < 0 or not ENVOYS & person.titles:
            return span
        if words[before] in {"'s", "'"}:
            before -= 1
        further = self._span_at.get(before)
        is_state = further is not None and further.known.sort in OWNERS and further.known.kind is PartyKind.STATE
        return further if further is not None and is_state else span

    def body_at(self, i: int) -> UnknownName | None:
        """An unknown name at a token that is one of an organisation."""
        name = self._unknown_at.get(i)
        if name is None or i in self._people or name.entity in {"PERSON", "DATE"}:
            return None
        return name if self.is_body(name) or name.entity == "ORG" or name.text in self._called else None

    def side_of(self, body: UnknownName) -> Side:
        """The side that such a name is, of the kind that its words or the article tell."""
        kind = self._nouns.kind_of_words(self._tree.lower[body.first : body.last])
        return Side(body.text, self._called.get(body.text, kind) if kind is PartyKind.UNKNOWN else kind)

    def group_at(self, i: int) -> UnknownName | None:
        """A name at a token that the article calls a group: "a commander of the rebel group Arvat"."""
        name = self._unknown_at.get(i)
        return name if name is not None and i not in self._people and name.text in self._called else None
