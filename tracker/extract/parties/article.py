"""Who the noun phrases of one article stand for."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from tracker.extract.parties.acronyms import acronyms_of, of_their_own, with_spelled_out
from tracker.extract.parties.bearing import bearing_states
from tracker.extract.parties.called import kinds_called
from tracker.extract.parties.datelines import datelines
from tracker.extract.parties.headings import grounds_of, packaged_sides
from tracker.extract.parties.holders import holders
from tracker.extract.parties.memory import distinct
from tracker.extract.parties.names import NameSpan, UnknownName, find_names, find_unknown
from tracker.extract.parties.national import adjective, is_within_a_body, with_own_organs
from tracker.extract.parties.party_families import among_parties, by_family, longer_names, of_family, with_adjectives
from tracker.extract.parties.people import People
from tracker.extract.parties.phrases import Reader
from tracker.extract.parties.prominence import beside_the_sides, mediators, names_a_deal, other_side, ranked
from tracker.extract.parties.provinces import with_provinces
from tracker.extract.parties.scene import Scene
from tracker.extract.parties.shared_nouns import with_shared_nouns
from tracker.extract.parties.shortened import (
    demonyms,
    heads_apart,
    in_full,
    with_towns,
    without_charges,
)
from tracker.extract.parties.sides import Meant, Side
from tracker.extract.parties.tree import Tree
from tracker.extract.parties.written import as_written, own_names
from tracker.model.dates import Span
from tracker.model.parties import Affiliation, PartyKind, PartyReference
from tracker.rules.parties import NameSort, load_name_book, load_party_nouns

if TYPE_CHECKING:
    from tracker.extract.speech import Speech
    from tracker.extract.tokens import Doc, Token

# Within so many words the first sentence begins with a side.
_OPENING = 4
# How many places within places are read.
_PLACES = 6
_RELATIONS = ("by", "of", "from", "between", "with", "to", "against", "on", "for")


class ArticleParties:
    """The sides of one parsed article."""

    def __init__(
        self,
        doc: "Doc",
        title: str | None,
        published: date | None,
        speech: "Speech | None",
        written_in: str,
        outlet: str | None,
        agency: str,
    ) -> None:
        """`speech` tells who says each word, for "we" and "I"; without it, it is read when first needed."""
        nouns, book = load_party_nouns(), load_name_book()
        self.doc, self._speech = doc, speech
        self._tree = tree = Tree(doc)
        stations = datelines(tree, book)
        known = (s for s in find_names(tree, book, nouns) if not is_within_a_body(tree, s))
        packaged = with_own_organs(tree, [s for s in known if tree.text(s.first, s.last) != agency])
        written = with_shared_nouns(tree, packaged, book)
        spans = by_family([s for s in written if s.first not in stations], book)
        spans, longer = longer_names(tree, of_their_own(tree, spans, book, nouns))
        spans, spelled_out = with_spelled_out(tree, spans, nouns, book)
        spans, bearing = bearing_states(tree, spans, nouns)
        whole = [*longer, *spelled_out, *bearing]
        inside = {i for name in whole for i in range(name.first, name.last)}
        taken = [i in stations or i in inside for i in range(len(tree))]
        for span in spans:
            is_title = span.known.sort is NameSort.TITLE
            if not is_title or (tree.lower[span.first] in nouns.title_words and not tree.goes_on_with(span.first)):
                for i in range(span.first, span.last):
                    taken[i] = True
        for i, word in enumerate(tree.lower):
            before_hyphen = word in nouns.places.state_prefixes and tree.words[i + 1 : i + 2] == ["-"]
            taken[i] = taken[i] or word in nouns.honorifics or before_hyphen
        unheard_of = heads_apart(tree, without_charges(tree, find_unknown(tree, taken, nouns), nouns), nouns)
        names = in_full(tree, (*(u for u in unheard_of if u.text != agency), *whole), taken, nouns)
        called = kinds_called(tree, names, nouns)
        spans, unknown = with_provinces(tree, spans, with_towns(tree, names, called), nouns)
        spans, unknown = with_adjectives(tree, of_family(spans, unknown), unknown)
        acronyms = acronyms_of(tree, spans, unknown, nouns)
        self._title_sides = packaged_sides(title or "")
        unheard = [u for u in unknown if u.text not in acronyms]
        called = {name: kind for name, kind in called.items() if name not in acronyms}
        people = People(tree, spans, unheard, acronyms, called, book, nouns, published)
        called |= {side.name: side.kind for side in acronyms.values() if side.kind is PartyKind.ORGANISATION}
        led = {taught.side.name for taught in people.taught if not taught.side.is_verified}
        called = among_parties(tree, unknown, acronyms, led) | called
        named = self._named(spans, unknown, acronyms)
        self._own_names = own_names(tree, spans, unknown, acronyms)
        self._scene = Scene(
            tree=tree,
            nouns=nouns,
            span_at={i: s for s in spans for i in range(s.first, s.last)},
            unknown_at={i: u for u in unknown for i in range(u.first, u.last)},
            acronyms=acronyms,
            people=people,
            named=named,
            sides=self._sides(spans, unknown, people, called),
            called=called,
            adjective=adjective,
            speaker=self._speaker_head,
            reported_by=self._reporting_subject,
            of=lambda _: (),
            demonyms=demonyms(tree, unknown, called),
            leading=frozenset(s.known.party for s in spans if s.is_side and s.first < _OPENING)
            | self._title_sides.keys(),
            grounds=grounds_of(spans, written_in, self._title_sides, outlet, people.of_office()),
            between=beside_the_sides(tree, spans, named),
        )
        self._readings = dict(Reader(self._scene).read_all())  # later questions add to what it read
        self._order: tuple[tuple[str, ...], dict[str, list[Meant]]] | None = None
        self._between: frozenset[str] = frozenset()

    def _is_told(self, span: NameSpan) -> bool:
        """Whether a name tells of its side: not of a title or leader, nor of a capital as a mere place, nor as whom
        others are for or against ("pro-Russian")."""
        is_named = span.is_side and not self._tree.leans(span.first)
        return is_named and not (span.known.sort is NameSort.CAPITAL and self._is_in(span))

    def _is_in(self, span: NameSpan) -> bool:
        is_in = self._tree.lower[max(span.first - 1, 0)] in load_party_nouns().places.prepositions
        return is_in or names_a_deal(self._tree, span.last)

    def _named(self, spans: list[NameSpan], unknown: list[UnknownName], acronyms: dict[str, Side]) -> Counter[str]:
        """How often the article names each side, in full or by the acronym that it introduces."""
        others = (acronyms[u.text].name if u.text in acronyms else u.text for u in unknown)
        told = (s for s in spans if self._is_told(s) and not (s.known.kind is PartyKind.GOVERNMENT and self._is_in(s)))
        return Counter([*(s.known.party for s in told), *others])

    def _sides(
        self, spans: list[NameSpan], unknown: list[UnknownName], people: People, called: dict[str, PartyKind]
    ) -> dict[str, Side]:
        """The sides that the article names, by name; of unknown names those whose last word, or the article, tells what
        they are."""
        sides = {s.known.party: s.side for s in spans if self._is_told(s)}
        for name in unknown:
            kind = load_party_nouns().kind_of_words(self._tree.lower[name.first : name.last])
            if kind is not PartyKind.UNKNOWN and name.last - name.first > 1 and name.first not in people.at:
                sides.setdefault(name.text, Side(name.text, kind))
            elif name.text in called:
                sides.setdefault(name.text, Side(name.text, called[name.text]))
        return sides

    def _speaker_head(self, i: int) -> int | None:
        if self._speech is None:
            from tracker.extract.speech import attribute

            self._speech = attribute(self.doc)
        if not self._speech.is_quoted(self.doc[i]):
            return None
        return self._head_of_speaker(self._speech, i)

    def _reporting_subject(self, i: int) -> int | None:
        """The head of who reports a word in indirect speech."""
        speech = self._speech
        return None if speech is None or speech.is_quoted(self.doc[i]) else self._head_of_speaker(speech, i)

    def _head_of_speaker(self, speech: "Speech", i: int) -> int | None:
        speaker = speech.speaker(self.doc[i])
        return speaker.i if speaker is not None else None

    def _reference(self, meant: Meant) -> PartyReference:
        phrase = self.doc[meant.first : meant.last]
        return PartyReference(
            span=Span(phrase.start_char, phrase.end_char),
            words=phrase.text,
            name=meant.name,
            side=meant.side.name,
            kind=meant.side.kind,
            is_verified=meant.side.is_verified and not (meant.person is not None and meant.person.is_guessed),
        )

    def of(self, token: "Token", *, conjuncts: bool = True) -> tuple[PartyReference, ...]:
        """The sides for which the noun phrase headed by a token stands, each once; () for things and mere places.

        With `conjuncts`, what is coordinated with it to its right is included.
        """
        meant = self._scene.with_conjuncts(token.i) if conjuncts else self._scene.of(token.i)
        return tuple(self._reference(one) for one in meant)

    def as_written(self, sides: Iterable[str]) -> dict[str, str]:
        """What the article calls those of the sides whose name it does not write."""
        return as_written(sides, self._own_names, self.doc.text)

    def grounds(self, token: "Token") -> tuple[PartyReference, ...]:
        """The states on whose ground the phrase with this head lies: "in Oman", "the Omani port", "Oman's capital",
        "Sohar, Oman"."""
        scene, found = self._scene, list[Meant]()
        heads = [token.i, *scene.tree.conjuncts(token.i)]
        for i in heads:
            if len(heads) < _PLACES:  # "at a park in the Omani port"
                heads += scene.tree.objects(i, "in", "of", "at")
                heads += [c for c in scene.tree.children[i] if scene.tree.dep[c] == "appos"]  # "in Osh, Kyrgyzstan"
            span = scene.span_at.get(i)
            if span is not None and span.is_side:
                found.append(Meant(span.side, self._tree.text(span.first, span.last), span.first, span.last))
            else:
                found += scene.owners(i)
        return tuple(self._reference(m) for m in distinct(found) if m.side.kind is PartyKind.STATE and m.person is None)

    def is_place(self, token: "Token") -> bool:
        """Whether a name that no rule knows is a place by what the article tells of it: "X, a garrison town"."""
        name = self._scene.unknown_at.get(token.i)
        return name is not None and name.entity == "GPE"

    def holders(self, token: "Token") -> tuple[PartyReference, ...]:
        """Who holds the place that the phrase with this head tells of: "a rebel-held town"."""
        return tuple(self._reference(m) for m in holders(self._scene, token.i))

    def modifiers(self, token: "Token") -> tuple[tuple[str, PartyReference], ...]:
        """The sides that modify a noun, each with how: "poss", "amod", "compound", or the preposition between them."""
        tree, found = self._tree, []
        for child in tree.children[token.i]:
            relation = tree.dep[child]
            if relation in {"poss", "amod", "compound", "nmod"}:
                held = self._scene.with_conjuncts(child) or self._hyphened(child)
                found += [("compound" if relation == "nmod" else relation, one) for one in held]
            elif relation in {"prep", "agent"} and tree.lower[child] in _RELATIONS:
                found += [
                    (tree.lower[child], one)
                    for grand in tree.children[child]
                    if tree.dep[grand] in {"pobj", "pcomp"}
                    for one in self._scene.with_conjuncts(grand)
                ]
        return tuple((relation, self._reference(one)) for relation, one in found)

    def _hyphened(self, i: int) -> tuple[Meant, ...]:
        """The sides before the hyphen of a modifier: "a Qatari-mediated deal", "US-led strikes"."""
        scene = self._scene
        return distinct(m for c in self._tree.children[i] if c in scene.span_at for m in scene.of(c))

    @property
    def main(self) -> tuple[PartyReference, ...]:
        """The sides of the article, the most told first, each in the words of its first mention."""
        order, told = self._ranked()
        return tuple(self._reference(told[name][0]) for name in order)

    @property
    def mediators(self) -> tuple[PartyReference, ...]:
        """The sides that the article calls mediators or that mediate in it, the most told first."""
        order, told = self._ranked()
        return tuple(self._reference(told[name][0]) for name in order if name in self._between)

    def counterpart(self, side: str, near: "Token") -> tuple[PartyReference, ...]:
        """The leading side of the article that stands against `side`, in the words of its last mention before a token
        (else its first): an inference from what the article is about, for acts that name no addressee."""
        order, told = self._ranked()
        other = other_side(side, order, self._between)
        if other is None:
            return ()
        mentions = told[other]
        before = [meant for meant in mentions if meant.first <= near.i]
        return (self._reference(before[-1] if before else mentions[0]),)

    def _ranked(self) -> tuple[tuple[str, ...], dict[str, list[Meant]]]:
        if self._order is None:
            self._order = ranked(self._scene, self._readings, frozenset(self._title_sides))
            self._between = mediators(self._scene, self._readings)
        return self._order

    @property
    def affiliations(self) -> tuple[Affiliation, ...]:
        """What the article teaches on names, in the order of the text, each name and side once."""
        found: dict[tuple[str, str], Affiliation] = {}
        told = [(t.first, t.last, t.person.name, t.side.name) for t in self._scene.people.taught]
        # "Sable Motor", which goes on as "Sable".
        told += [(u.first, u.last, u.full, u.text) for u in self._scene.unknown_at.values() if u.full]
        for first, last, name, side in sorted(told, key=lambda one: one[0]):
            words = self.doc[first:last]
            if (name, side) not in found and name != side:
                found[name, side] = Affiliation(name, side, Span(words.start_char, words.end_char), words.text)
        return tuple(found.values())


def find_parties(
    doc: "Doc",
    title: str | None = None,
    published: date | None = None,
    speech: "Speech | None" = None,
    written_in: str = "",
    outlet: str | None = None,
    agency: str = "",
) -> ArticleParties:
    """Reads who the noun phrases of a parsed article stand for.

    `published` decides which leaders are in office (None: the latest term of each); `title` weighs in what the article
    is about, as does `written_in`, the place of its dateline; `outlet` tells the state where it names none, `agency`
    reports and acts nowhere; `speech`, if it has been read already, saves reading it again.
    """
    return ArticleParties(doc, title, published, speech, written_in, outlet, agency)
