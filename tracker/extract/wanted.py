"""Whether a word of an article is what a frame of the lexicon asks for."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.frames import heads, hyphenated
from tracker.model.parties import PartyKind
from tracker.rules import word_class
from tracker.rules.parties import load_countries
from tracker.rules.parties.towns import town_names

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_PLACES = {"GPE", "LOC", "FAC"}
_IN_NAMES = {"compound", "nmod", "amod", "poss", "det"}
# Pronouns that take up a thing told before, with the tags of its number.
_STANDS_FOR = {"it": {"NN", "NNP"}, "they": {"NNS", "NNPS"}, "them": {"NNS", "NNPS"}}
_NEAR = 40
# What "it" is that was signed or agreed.
_SIGNED = {"accord", "agreement", "deal", "pact", "treaty", "memorandum", "protocol"}
# And that was imposed.
_IMPOSED = {"ban", "blockade", "curfew", "embargo", "sanction", "tariff"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of the rule files asks for: lemmas, those of its @classes among them, and kinds of names."""

    lemmas: frozenset[str]
    anything: bool
    party: bool
    place: bool
    person: bool
    people: bool

    def has(self, lemma: str) -> bool:
        """Whether a lemma is among them; a trade's name in -man is where "man" is."""
        return lemma in self.lemmas or ("man" in self.lemmas and lemma.endswith(("man", "woman")))


@cache
def wanted(words: tuple[str, ...]) -> Wanted:
    """A list of the rule files, read once."""
    plain = {word for word in words if word[0] != "@"}
    of_classes = [word_class(word[1:]) for word in words if word[0] == "@"]
    return Wanted(
        frozenset(plain).union(*of_classes),
        "*" in plain,
        "PARTY" in plain,
        "PLACE" in plain,
        "PERSON" in plain,
        "PEOPLE" in plain,
    )


@cache
def _capitals() -> frozenset[str]:
    return frozenset(capital for country in load_countries() for capital in country.capitals)


def _is_people(token: "Token") -> bool:
    """Whether a word names the people of a country or a community: "Armenians", "the Lebanese"."""
    return token.ent_type_ == "NORP" and token.pos_ in {"PROPN", "NOUN", "ADJ"} and token.lower_.endswith(("s", "ese"))


def _is_a_thing(name: "Token") -> bool:
    """Whether "which" takes up a name, so that it is no person's, whatever the tagger says: "Palmyra, which fell"."""
    clauses = (c for c in name.children if c.dep_ == "relcl" and c.i > name.i)
    return any(g.lower_ == "which" and g.dep_ in {"nsubj", "nsubjpass", "dobj"} for c in clauses for g in c.children)


class WordMatcher:
    """Compares the words of one article with what frames ask for."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._known: dict[int, tuple[list[Token], frozenset[str]]] = {}

    def _read(self, token: "Token") -> "tuple[list[Token], frozenset[str]]":
        if token.i not in self._known:
            meant = self._meant(token) if token.lower_ in _STANDS_FOR else None
            read = heads(token if meant is None else meant)
            lemmas = {h.lower_.removesuffix("s") if h.tag_ == "NNPS" else h.lemma_.lower() for h in read}
            self._known[token.i] = read, frozenset(lemmas | {hyphenated(h) for h in read} - {""})
        return self._known[token.i]

    def _meant(self, pronoun: "Token") -> "Token | None":
        """The talks, the truce or, of what was signed, the deal that "it" or "they" takes up: the subject before it,
        here or a sentence earlier; so the penalty that was imposed, of which a subject or object tells."""
        if self.context.sides(pronoun):
            return None
        number = _STANDS_FOR[pronoun.lower_]
        first = max(0, pronoun.i - _NEAR)
        sentences = 0
        for before in reversed(self.context.doc[first : pronoun.i]):
            sentences += bool(before.is_sent_start) and before.i < pronoun.sent.start
            if sentences > 1:
                return None
            if pronoun.dep_ == "nsubjpass" and before.lemma_ in _IMPOSED and before.tag_ in number:
                return before if before.dep_ in {"nsubj", "nsubjpass", "dobj"} else None
            if (
                before.dep_ in {"nsubj", "nsubjpass"}
                and before.tag_ in number
                and not self._is_of_others(before, pronoun)
            ):
                signed = pronoun.dep_ in {"nsubjpass", "dobj"} and before.lemma_.lower() in _SIGNED
                known = before.lemma_.lower() in word_class("talks") | word_class("truce")
                return before if signed or known else None
        return None

    def _is_of_others(self, subject: "Token", pronoun: "Token") -> bool:
        """Whether a side does something to what an object takes up: "accused the rebels of violating it"."""
        return pronoun.dep_ == "dobj" and bool(self.context.sides(subject))

    def matches(self, token: "Token", words: tuple[str, ...]) -> bool:
        """Whether a token, or what it counts, is one of the lemmas, @classes, PARTY, PLACE, PERSON or PEOPLE."""
        asked = wanted(words)
        read, lemmas = self._read(token)
        if asked.anything or any(asked.has(lemma) for lemma in lemmas):
            return True
        return (
            (asked.party and any(self.context.sides(head) for head in read))
            or (asked.place and any(self._is_place(head) for head in read))
            or (asked.person and any(head.ent_type_ == "PERSON" and not _is_a_thing(head) for head in read))
            or (asked.people and any(_is_people(head) for head in read))
        )

    def _is_place(self, token: "Token") -> bool:
        """Whether a word names a place: by the tagger, as a state or capital, or by what the article tells of it."""
        if token.ent_type_ in _PLACES or self._is_country(token) or self._is_town(token):
            return True
        return token.pos_ == "PROPN" and self.context.parties.is_place(token)

    def _is_town(self, token: "Token") -> bool:
        """Whether a name that stands alone is that of a town: the tagger takes many for persons."""
        if token.pos_ != "PROPN" or token.text.isupper() or any(c.dep_ in _IN_NAMES for c in token.children):
            return False
        if token.dep_ not in {"dobj", "pobj", "nsubjpass", "conj"} or token.text not in town_names():
            return False
        return all(r.name == token.text and not r.is_verified for r in self.context.sides(token))

    def _is_country(self, token: "Token") -> bool:
        """Whether a name is that of a state or a capital: the tagger takes the rarer ones for persons."""
        if token.pos_ != "PROPN" or _is_people(token):
            return False
        return token.text in _capitals() or any(r.kind is PartyKind.STATE for r in self.context.sides(token))
