"""The people whom an article names, and to which side it, or the packaged rules, put them."""

import re
from dataclasses import replace
from datetime import date, timedelta

from tracker.extract.parties.names import PARTICLES, NameSpan, UnknownName
from tracker.extract.parties.offices import Offices
from tracker.extract.parties.owners import Owners
from tracker.extract.parties.person_names import PersonTests
from tracker.extract.parties.sides import Person, Side, Taught
from tracker.extract.parties.towns import Towns
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules import word_class
from tracker.rules.parties import Leader, NameBook, NameSort, PartyNouns
from tracker.rules.parties.leaders import last_names
from tracker.rules.parties.names import folded
from tracker.rules.parties.spellings import leaders_spelled_like

# A state's office ends; who led an armed group, a union or a movement goes on to stand for it.
# A middle name's letter.
_INITIAL = re.compile(r"(?<= )[A-Z]\. ")
_NO_OFFICES = {PartyKind.ARMED_GROUP, PartyKind.UNION}
# Who is told without "former" so soon before or after an office of a state that the article names speaks for it still.
_NEAR_OFFICE = timedelta(days=5 * 365)


def _place(named: tuple[int, Person]) -> int:
    return named[0]


def _start(placed: tuple[int, int, Person]) -> int:
    return placed[0]


def _key(name: str) -> str:
    """What two spellings of a name share: "Al-Jaber" is al-Jaber."""
    return folded(name).casefold()


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _is_state(side: Side) -> bool:
    return side.kind is PartyKind.STATE


class People:
    """Finds the people of an article; `at` gives the person at each token, `taught` what puts them to sides. The
    acronyms of their parties are added to those that it is given."""

    def __init__(
        self,
        tree: Tree,
        spans: list[NameSpan],
        unknown: list[UnknownName],
        acronyms: dict[str, Side],
        called: dict[str, PartyKind],
        book: NameBook,
        nouns: PartyNouns,
        day: date | None,
    ) -> None:
        self._tree, self._book, self._nouns, self._day, self._called = tree, book, nouns, day, called
        self._span_at: dict[int, NameSpan] = {i: span for span in spans for i in range(span.first, span.last)}
        self._unknown_at: dict[int, UnknownName] = {i: name for name in unknown for i in range(name.first, name.last)}
        self.at: dict[int, Person] = {}
        self._sides_named = {span.known.party for span in spans if span.is_side}
        self.towns = Towns({span.known.party: span.known.kind for span in spans if span.is_side})
        self._owners = Owners(tree, self._span_at, self._unknown_at, self.at, called, nouns, self.towns)
        self._offices = Offices(tree, self._span_at, self._unknown_at, self.at, acronyms, self._owners, nouns)
        self.taught: list[Taught] = []
        self._near_office: list[tuple[Person, Side]] = []
        self._by_name: dict[str, Person] = {}
        self._by_last: dict[str, list[tuple[int, Person]]] = {}
        self._by_first: dict[str, Person | None] = {}
        self._placed: list[tuple[int, int, Person]] = []
        leaders = [s for s in spans if s.known.sort in {NameSort.LEADER, NameSort.SHORT}]
        for span in leaders:
            if span.known.sort is NameSort.LEADER:
                self._place_leader(span)
        self._tests = PersonTests(tree, unknown, self._owners, nouns)
        bodies = [n for n in unknown if n.last - n.first > 1 and self._owners.is_body(n)]
        self._bodies = {n.text.split()[0] for n in bodies}
        for name in unknown:
            if name.last - name.first > 1 and _key(name.text) in self._by_last:  # "De Wit" after "Jan De Wit"
                self._mark_again(name)
            elif name.last - name.first > 1 and name.text not in called and self._tests.is_person(name):
                self._place(name.first, name.last, name.text)
        for span in leaders:
            if span.known.sort is NameSort.SHORT:
                self._place_short(span)
        for name in unknown:
            if name.last - name.first == 1 and name.first not in self.at:
                self._place_single(name)
        for first, last, person in sorted(self._placed, key=_start):
            told = self._offices.read(first, last, person)
            if self._opposes(person):
                person.side = None
            if told is None:
                continue
            self.taught.append(told)
            held = person.side
            if held is not None and held.is_verified and told.side.name == _initials(held.name):
                acronyms[told.side.name] = held  # "FCM leader X", of whom the rules know that he leads the party
            is_better = held is None or (told.side.is_verified and not held.is_verified)
            if is_better or (told.last == last and self._speaks_for(told.side, held)):
                person.side = told.side

        for person, side in self._near_office:
            if person.side is None and not person.is_former and not self._opposes(person):
                person.side = side
        self.taught = [self._through_another(told) for told in self.taught]
        for person in self._by_name.values():
            if person.side is None and person.of is None and not person.is_former:
                self._know_by_spelling(person)

    def _know_by_spelling(self, person: Person) -> None:
        """Gives somebody the side of the leader whose name is theirs but for the spelling or an initial ("A. R. Doe"),
        if the article names it."""
        spelled = self._side_of_leader(leaders_spelled_like(_INITIAL.sub("", person.name)))
        if spelled is not None and self._is_named(spelled[1]):
            person.side = spelled[1]

    def _opposes(self, person: Person) -> bool:
        """Whether the article puts to a group or public somebody of whom it is known that they were of a state."""
        groups = self._nouns.fighters | self._nouns.publics
        is_of_group = person.of is not None and self._tree.lemma[person.of] in groups
        return is_of_group and (person.side is None or _is_state(person.side))

    def _through_another(self, told: Taught) -> Taught:
        """What is told of a person, the side of whom they serve for that one: "an aide to union leader X"."""
        served = self._by_name.get(_key(told.side.name)) if told.side.kind is PartyKind.PERSON else None
        if served is None or served.side is None or served is told.person:
            return told
        if told.person.side == told.side:
            told.person.side = served.side
        return replace(told, side=served.side)

    def of_office(self) -> list[Side]:
        """The sides of those who are known to be in office, whatever the article names."""
        people = self._by_name.values()
        return [p.side for p in people if p.side is not None and not p.is_guessed and not p.is_former]

    def only_titled(self, title: str) -> Person | None:
        """The one person of the article with a title, named before or after; None for several or none."""
        found = {id(person): person for _, _, person in self._placed if title in person.titles}
        return next(iter(found.values())) if len(found) == 1 else None

    def of_title(self, title: str) -> list[Person]:
        """The people of the article with a title, those told as a "counterpart" too."""
        placed = sorted(self._placed, key=_start)
        found = {id(person): person for _, _, person in placed if {title, "counterpart"} & person.titles}
        return list(found.values())

    @staticmethod
    def _speaks_for(body: Side, state: Side | None) -> bool:
        """Whether a title tells that somebody of a state speaks for a body of states: "African Union chairman X"."""
        return body.kind is PartyKind.ALLIANCE and state is not None and state.kind is PartyKind.STATE

    def _place(
        self, first: int, last: int, text: str, side: Side | None = None, shorts: tuple[str, ...] = ()
    ) -> Person:
        person = self._by_name.get(_key(text))
        if person is None:
            person = Person(text, side)
            self._by_name[_key(text)] = person
            if len(words := text.split(" ")) > 1:
                # Of two people with one first name neither is meant by it; "Liang" is Liang Wenhao.
                first_name = _key(words[0])
                self._by_first[first_name] = None if first_name in self._by_first else person
        for short in shorts or last_names(text):
            self._by_last.setdefault(_key(short), []).append((first, person))
        self._mark(first, last, person)
        return person

    def _of_last(self, name: str, at: int) -> Person | None:
        """Who is meant by a last name: of several a leader, else who was last named in full before, else after."""
        named = self._by_last.get(_key(name), [])
        named = [(first, person) for first, person in named if person.side is not None] or named
        before = [(first, person) for first, person in named if first < at]
        return max(before, key=_place)[1] if before else min(named, key=_place)[1] if named else None

    def _mark_again(self, name: UnknownName) -> None:
        person = self._of_last(name.text, name.first)
        if person is not None:
            self._mark(name.first, name.last, person)

    def _mark(self, first: int, last: int, person: Person) -> None:
        for i in range(first, last):
            self.at[i] = person
        self._placed.append((first, last, person))

    def _side_of_leader(self, leaders: tuple[Leader, ...]) -> tuple[Leader, Side] | None:
        """The leader in office and its side. Of several with one short name it is the one whose side the article
        names, else the one of a state; None where both leave several sides."""
        held = [(leader, self._side(party)) for leader in leaders if (party := leader.party_on(self._day))]
        if not held:
            held = [(leader, self._side(was)) for leader in leaders if (was := leader.party_since(self._day))]
            held = [(leader, side) for leader, side in held if side.kind in _NO_OFFICES]
        for belongs in (self._is_named, _is_state):
            if len({side for _, side in held}) > 1:
                held = [(leader, side) for leader, side in held if belongs(side)] or held
        return held[0] if len({side for _, side in held}) == 1 else None

    def _is_named(self, side: Side) -> bool:
        return side.name in self._sides_named

    def _side(self, party: str) -> Side:
        return Side(party, self._book.kind_of(party) or PartyKind.UNKNOWN, is_verified=True)

    def _place_leader(self, span: NameSpan) -> None:
        held = self._side_of_leader(span.known.leaders)
        text = self._tree.text(span.first, span.last)
        shorts = tuple(dict.fromkeys((*span.known.leaders[0].short, *last_names(text))))  # as the article spells it
        text = next((name for name in (leader.name for leader in span.known.leaders) if name in self._by_name), text)
        goes_on = self._tree.lower[span.last : span.last + 1] and self._tree.lower[span.last] in PARTICLES
        last = self._end_of_name(span.last) if goes_on else span.last  # "Sultan Haitham bin Tariq"
        person = self._place(span.first, last, text, held[1] if held else None, shorts)
        parties = {leader.party_near(self._day, _NEAR_OFFICE) for leader in span.known.leaders}
        near = self._side(parties.pop() or "") if held is None and len(parties) == 1 else None
        if near is not None and _is_state(near) and self._is_named(near):
            self._near_office.append((person, near))

    def _end_of_name(self, last: int) -> int:
        """Where a name of two or more words ends of which a leader's short name is the first: "Cameron Brown",
        "Salim al-Busaidi"."""
        tree, at = self._tree, last
        while at < len(tree) and (tree.entity[at] == "PERSON" or tree.lower[at] in PARTICLES):
            span = self._span_at.get(at)
            if span is not None and span.known.sort is NameSort.SHORT:
                last = at = span.last
                continue
            if at in self._unknown_at and tree.pos[at] == "PROPN":
                last = at + 1
            elif tree.lower[at] not in PARTICLES:
                break
            at += 1
        return last

    def _place_short(self, span: NameSpan) -> None:
        end = self._end_of_name(span.last)
        if end > span.last and span.first not in self.at:
            self._place(span.first, end, self._tree.text(span.first, end))
            return
        if span.first in self.at:
            return
        text = self._tree.text(span.first, span.last)
        person = self._of_last(text, span.first) or self._by_first.get(_key(text))
        neighbour = self._unknown_at.get(span.first - 1) if span.first else None
        if person is not None and neighbour is not None and self._is_namesake(neighbour, span, person):
            self._place(neighbour.first, span.last, self._tree.text(neighbour.first, span.last), None, (text,))
            return
        if person is not None:
            self._mark(span.first, span.last, person)
            return
        held = self._side_of_leader(span.known.leaders)
        titled = self._tests.follows_title(neighbour.first if neighbour is not None else span.first)
        if held and neighbour is None and (titled or not span.known.is_common):
            self._place(span.first, span.last, text, held[1], (text,))
        elif titled or self._tree.entity[span.first] == "PERSON" or self._is_given(neighbour):
            first = neighbour.first if neighbour else span.first
            self._place(first, span.last, self._tree.text(first, span.last), None, (text,))

    def _is_given(self, name: UnknownName | None) -> bool:
        """Whether a name before a leader's last name may be somebody's given name: not "in Osa Putin said"."""
        return name is not None and name.entity != "DATE" and self._tree.pos[name.first - 1] != "ADP"

    def _is_namesake(self, given: UnknownName, span: NameSpan, known: Person) -> bool:
        """Whether a given name before a leader's last name is of somebody else than the one known by it."""
        entities = {self._tree.entity[i] for i in range(given.first, span.last)}
        return entities == {"PERSON"} and _key(given.text)[0] != _key(known.name)[0]

    def _is_of_a_town(self, first: int) -> bool:
        """Whether a name is that of a town by the words before it: "the port of X"."""
        tree = self._tree
        return first > 1 and tree.lower[first - 1] == "of" and tree.lemma[first - 2] in word_class("towns")

    def _place_single(self, name: UnknownName) -> None:
        person = self._of_last(name.text, name.first) or self._by_first.get(_key(name.text))
        if name.text in self._called:
            return
        if person is None and name.text in self._bodies and not self._tests.follows_title(name.first):
            return  # "Vesta", where the article tells of the Vesta Party
        if person is None and (self.towns.is_headed(self._tree, name.first) or self._is_of_a_town(name.first)):
            return
        if person is None and not self._tests.is_told_of(name):
            if name.entity != "PERSON" or self._owners.is_body(name):
                return
            if name.text.isupper() or name.text.lower() in self._nouns.not_sides.words:
                return
        if person is None:
            self._place(name.first, name.last, name.text, None, (name.text,))
        else:
            self._mark(name.first, name.last, person)
