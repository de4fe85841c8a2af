"""To which side the words around a name put its bearer."""

from tracker.extract.parties.names import BEFORE_OFFICES, NameSpan, UnknownName
from tracker.extract.parties.national import may_own
from tracker.extract.parties.owners import OWNERS, Owner, Owners
from tracker.extract.parties.shortened import title_of_charge
from tracker.extract.parties.sides import Person, Side, Taught
from tracker.extract.parties.tree import Tree
from tracker.extract.parties.uniforms import before_uniform
from tracker.model.parties import PartyKind
from tracker.rules.parties import NameSort, PartyNouns

FORMER = frozenset({"former", "ex", "late", "outgoing", "then"})
# What bodies are somebody's who leads them.
_LED = {
    PartyKind.ALLIANCE, PartyKind.ARMED_GROUP, PartyKind.COMPANY, PartyKind.ORGANISATION, PartyKind.UNION,
}  # fmt: skip
_POSSESSIVE = {"'s", "'", "’s", "’"}
# Who speaks for a client, not for a place.
_COUNSEL = {"lawyer", "attorney", "counsel"}
_REACH = 12
_ACTS_FOR = (["who", "represent"], ["who", "speak", "for"])
_LED_BY = {"head", "lead", "chair", "represent", "run", "command"}
# What may stand in a title or between it and whose it is: 'rebel "prime minister" X'.
_QUOTES = {'"', "“", "”"}
_WITHIN_TITLES = {"'s", "'", "-", "and"} | _QUOTES
_NOMINAL = {"NOUN", "PROPN"}
_TENSES = {"VBD", "VBP", "VBZ"}
# "The president" takes up no vice president, "the minister" no prime minister.
_SECOND = {"vice", "deputy", "prime", "crown"}


class Offices:
    """Reads offices off an article; `at` gives the people found so far by token and is looked into, not changed."""

    def __init__(
        self,
        tree: Tree,
        span_at: dict[int, NameSpan],
        unknown_at: dict[int, UnknownName],
        at: dict[int, Person],
        acronyms: dict[str, Side],
        owners: Owners,
        nouns: PartyNouns,
    ) -> None:
        self._tree, self._span_at, self._unknown_at, self._at, self._nouns = tree, span_at, unknown_at, at, nouns
        self._acronyms, self._owners = acronyms, owners

    def read(self, first: int, last: int, person: Person) -> Taught | None:
        """Notes a person's office and sex, and gives the side that the words before or after the name tell."""
        was_former, was_official, titles = person.is_former, person.is_official, len(person.titles)
        person.is_former = False
        found = self._before(first, person) or self._after(last, person) or self._of_whose(first)
        if person.is_former:  # what was held once says nothing on what is held
            person.is_official = was_official
            return None
        person.is_former = was_former
        person.holds_office |= len(person.titles) > titles
        if found is None or (was_former and not person.holds_office):
            return None
        side, start, end = found
        return Taught(person, side, min(start, first), max(end, last))

    def _note_title(self, span: NameSpan, person: Person) -> None:
        words = [w.lower() for w in span.known.words]
        title = " ".join(words)
        person.titles.add(title)
        if words[0].split("-")[0] not in _SECOND:
            person.titles.add(words[-1])
        person.is_official |= bool(self._nouns.state_offices & set(words))
        self._note_sex(title, person)

    def _note_sex(self, title: str, person: Person) -> None:
        if title in self._nouns.male | self._nouns.female:
            person.is_male = title in self._nouns.male

    def _before(self, first: int, person: Person) -> tuple[Side, int, int] | None:
        """The side in "Israeli Prime Minister X", "Hamas's political leader X", "the union's president, X,"."""
        tree = self._tree
        if (over := self._owners.office_over(first - 1)) is not None:  # "the leader of the Osa Front X"
            title, owner = self._span_at[over], self._owners.at(self._owners.start(over + 2))
            if owner is not None:
                self._note_title(title, person)
                return self._owned(owner, person, title.first, first)
        at, titled, organ = first - 1, False, None
        if at > 0 and tree.words[at] in _QUOTES:
            at -= 1
        while at >= 0 and tree.lower[at] in self._nouns.honorifics:  # "Peru's ruler, Sheikh X"
            self._note_sex(tree.lower[at], person)
            at -= 1
        at = title_of_charge(tree, at, self._nouns) or at
        if (worn := before_uniform(tree, at, self._nouns)) is not None:
            at, titled = worn, True
        if at > 0 and tree.words[at] == ",":
            span = self._span_at.get(at - 1)
            if span is None or span.known.sort is not NameSort.TITLE:
                return None
            at -= 1
        ends = at >= 0 and tree.words[at].endswith(".")  # an abbreviation that ended the sentence
        sentence = tree.sentence[at if ends and self._owners.is_title(at) else first]
        while at >= 0 and first - at <= _REACH and tree.sentence[at] == sentence:
            span = self._span_at.get(at)
            word = tree.lower[at]
            if word == "and" and self._owners.is_named(at - 1):  # "General X of Peru and General Y"
                break
            if word == ")" and "(" in tree.words[max(at - 3, 0) : at]:
                at = max(k for k in range(max(at - 3, 0), at) if tree.words[k] == "(") - 1
                continue
            if span is not None and span.known.sort is NameSort.TITLE:
                titled = True
                self._note_title(span, person)
                if tree.lemma[span.first] in self._nouns.of_state:  # "the opposition leader X"
                    organ = span.first
                at = span.first - 1
            elif titled and (governed := self._owners.governed(at, person)) is not None:
                return governed[0], governed[1], first
            elif (
                titled
                and word in self._nouns.portfolios
                and (span is None or {"minister", "secretary"} & person.titles)
            ):
                if organ is None and word in self._nouns.state_bodies:  # "police spokesman X"
                    organ = at
                at -= 1
            elif span is not None and span.known.sort in OWNERS and may_own(self._tree, span, self._nouns):
                if any(tree.lower[k] in FORMER for k in range(max(span.first - 2, 0), span.first)):
                    person.is_former = True
                if organ is not None and tree.lemma[organ] in self._nouns.fighters | self._nouns.publics:
                    person.of = organ
                    return None
                span = self._owners.further(span, person)
                possessive = span.last < len(tree) and tree.words[span.last] in {"'s", "'"}
                if titled and self._is_private(span, person):
                    return None
                if titled or possessive:
                    return span.side, span.first, first
                return None
            elif word in self._nouns.honorifics:
                self._note_sex(word, person)
                at -= 1
            elif word in FORMER:
                person.is_former = True
                at -= 1
            elif titled and word in BEFORE_OFFICES:
                at -= 1
            elif titled and at in self._at and tree.words[at + 1] in {"'s", "'"}:
                return self._at[at].as_side(), at, first
            elif titled and tree.words[at] in self._acronyms:
                return self._acronyms[tree.words[at]], at, first
            elif titled and at in self._unknown_at:
                name = self._unknown_at[at]
                if name.entity in {"DATE", "TIME"}:  # "on Tuesday evening President X"
                    break
                whose = name.first - 1
                if name.entity == "LOC" and (whose in self._span_at or tree.words[whose] in {"'s", "'"}):
                    at = whose  # "U.S. Middle East envoy X"
                    continue
                organ_name = tree.lower[name.last - 1] in self._nouns.organs | self._nouns.parts
                if not organ_name:
                    return self._unknown_owner(name, person, first)
                organ = name.last - 1
                at = name.first - 1
            elif titled and (word in {"by", "was", "were", "is"} or tree.tag[at] in _TENSES):
                break  # '"Snow" was the reason given by General X', "an envoy of Peru met General X"
            elif titled and (tree.pos[at] in {"ADJ", "NOUN", "NUM", "ADV"} or tree.words[at].islower()):
                is_body = "minister" not in person.titles or tree.lemma[at] in self._nouns.organs | self._nouns.agents
                # "Irrigation Minister X" is of no body.
                if (tree.pos[at] in _NOMINAL or tree.lemma[at] in self._nouns.fighters) and organ is None and is_body:
                    organ = at
                at -= 1
            elif (word in _WITHIN_TITLES and titled) or (word == "." and self._owners.is_title(at - 1)):
                at -= 1
            else:
                break
        if titled and person.of is None:
            person.of = organ
        return None

    def _is_private(self, owner: NameSpan, person: Person) -> bool:
        """Whether an adjective tells only where somebody comes from: "an Egyptian lawyer"."""
        return owner.known.sort is NameSort.ADJECTIVE and bool(person.titles & self._nouns.private_titles)

    def _unknown_owner(self, name: UnknownName, person: Person, first: int) -> tuple[Side, int, int] | None:
        if any(i in self._at for i in range(name.first, name.last)) or name.entity in {"PERSON", "DATE", "TIME"}:
            return None
        return self._owners.side_of(name), name.first, first

    def _after(self, last: int, person: Person) -> tuple[Side, int, int] | None:
        """The side in "X, the foreign minister of Y," and "X, Y's foreign minister,", "X of Y", "X, who leads Y"."""
        tree, at = self._tree, last
        if at >= len(tree):
            return None
        if tree.words[at] == "(" and (origin := self._span_at.get(at + 1)) is not None:
            is_closed = tree.words[origin.last : origin.last + 1] == [")"]  # "X (Peru)"
            return (origin.side, last, origin.last) if is_closed and origin.known.sort is NameSort.NAME else None
        if (led := self._own_body(at)) is not None:
            return self._owned(led, person, last, led.last)
        if tree.words[at] == "," and tree.tag[at + 1 : at + 3] == ["CD", ","]:  # "X, 45, the leader of Y"
            at += 2
        is_aside = tree.words[at] == ","
        if is_aside and tree.lower[at + 1 : at + 2] in (["of"], ["from"], ["for"]):
            at += 1
        if tree.lower[at] in {"of", "from"} or (is_aside and tree.lower[at] == "for"):
            is_for, at = tree.lower[at] == "for", self._owners.start(at + 1)
            owner = self._owners.at(at)
            if is_for and (owner is None or tree.words[owner.last : owner.last + 1] != [","]):
                return None  # "X, for the Maoists, said", not "X, for years in Peru"
            if owner is not None and owner.is_adjective:  # "X, of the Peruvian government's team"
                person.of = tree.rightmost_head(at)
                return None
            return self._owned(owner, person, last, owner.last) if owner is not None else None
        if tree.words[at] != ",":
            return None
        titled, end = False, at + 1
        if tree.lower[end : end + 1] == ["whose"]:
            return None
        if end < len(tree) and tree.lower[end] == "who":
            end += 1
            if end >= len(tree) or tree.lemma[end] not in _LED_BY:
                return None
            titled = True
            end += 1
        pending: Owner | None = None
        while end < len(tree) and end - last < _REACH + 2 and tree.sentence[end] == tree.sentence[last]:
            span = self._span_at.get(end)
            if span is not None and span.known.sort is NameSort.TITLE:
                if tree.words[span.last : span.last + 1] in (["'s"], ["'"]):  # "X, the president's envoy"
                    end = span.last + 1
                    continue
                if tree.lower[max(end - 1, 0)] in FORMER or tree.lower[max(end - 2, 0)] in FORMER:
                    person.is_former = True
                self._note_title(span, person)
                titled = True
                if (represented := self._represented(span.last, last)) is not None:
                    return represented
                if tree.lemma[span.first] in self._nouns.of_state:  # "X, Peru's opposition leader"
                    pending = Owner(None, span.first, span.first, span.last)
                if pending is not None:
                    is_of_another = span.last < len(tree) and tree.pos[span.last] == "PROPN"
                    return None if is_of_another else self._owned(pending, person, last, span.last)
                end = span.last
            elif (owner := self._owners.at(end)) is not None:
                if titled:
                    return self._owned(owner, person, last, owner.last)
                pending, end = owner, owner.last
            elif (
                titled
                and tree.words[end][:1].isupper()
                and (governed := self._owners.governed(self._owners.end_of_name(end), person))
            ):
                return governed[0], last, self._owners.end_of_name(end) + 1
            elif titled and tree.lower[end] == "in" and _COUNSEL & person.titles:
                break  # "a lawyer for the family in Peru" is the family's
            elif tree.tag[end] == "VBN" and (tree.words[end - 1] == "-" or tree.dep[end] == "amod"):
                end += 1  # "self-proclaimed", "Geneva-based", "the newly elected"
            elif tree.words[end] in {",", ";", ".", "\n"} or tree.pos[end] in {"VERB", "AUX", "PRON", "SCONJ", "SPACE"}:
                break
            else:
                end += 1
        return None

    def _represented(self, at: int, last: int) -> tuple[Side, int, int] | None:
        """The side in "X, the Finnish diplomat who represents the United Nations", told from "who" on."""
        tree = self._tree
        acts_for = next((len(words) for words in _ACTS_FOR if tree.lemma[at : at + len(words)] == words), 0)
        owner = self._owners.at(self._owners.start(at + acts_for)) if acts_for else None
        return (owner.side, last, owner.last) if owner is not None and owner.side is not None else None

    def _of_whose(self, first: int) -> tuple[Side, int, int] | None:
        """The side before "whose" in "the Osa Front, whose leader, General X, signed"."""
        tree, at = self._tree, first - 1
        while at > 1 and (self._owners.is_title(at) or tree.words[at] == ","):
            at -= 1
        if at < 2 or not self._owners.is_title(at + 1) or tree.lower[at - 1 : at + 1] != [",", "whose"]:
            return None
        named = self._unknown_at.get(at - 2) or self._span_at.get(at - 2)
        owner = self._owners.at(named.first) if named is not None else None
        return (owner.side, owner.first, first) if owner is not None and owner.side is not None else None

    def _own_body(self, at: int) -> Owner | None:
        """The body behind a person's name that is theirs: "X's Front for Unity", not "X's United Nations envoy"."""
        tree = self._tree
        is_whose = tree.lower[at : at + 2] == [",", "whose"]
        if not is_whose and tree.words[at] not in _POSSESSIVE:
            return None
        owner = self._owners.at(at + 1 + is_whose)  # "X, whose Osa Movement signed"
        if owner is None or owner.side is None or owner.side.kind not in _LED:
            return None
        behind = tree.pos[owner.last] if owner.last < len(tree) else ""
        is_word = owner.last - owner.first == 1 and behind not in {"VERB", "AUX"}
        return None if is_word or behind in {"NOUN", "PROPN", "ADJ"} else owner

    def _owned(self, owner: Owner, person: Person, first: int, last: int) -> tuple[Side, int, int] | None:
        """The side of whose an office is, with the words that tell it; of a group it is left to be read at its noun."""
        if owner.of is not None:
            person.of = owner.of
            return None
        if owner.side is None or (owner.is_adjective and person.titles & self._nouns.private_titles):
            return None
        return owner.side, first, last
