"""Every packaged name of a side, found by its first word."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from pydantic import Field

from tracker.model.parties import PartyKind
from tracker.rules.parties.countries import load_countries
from tracker.rules.parties.examples import WithExamples
from tracker.rules.parties.leaders import Leader, common_names, load_leaders
from tracker.rules.parties.nouns import load_party_nouns
from tracker.rules.reading import RuleModel, read_rules, rule_files


class NameSort(StrEnum):
    """What kind of name it is."""

    NAME = "name"
    ADJECTIVE = "adjective"
    CAPITAL = "capital"
    ORGAN = "organ"
    NICKNAME = "nickname"
    LEADER = "leader"
    SHORT = "short name of a leader"
    TITLE = "title"
    NO_SIDE = "no side"


@dataclass(frozen=True, slots=True)
class KnownName:
    """What words stand for. `party` is "" for titles, names of no side and leaders, whose party depends on the day.
    `is_common`: it is another word or name too."""

    words: tuple[str, ...]
    sort: NameSort
    party: str = ""
    kind: PartyKind = PartyKind.UNKNOWN
    leaders: tuple[Leader, ...] = ()
    is_common: bool = False


class PartyEntry(RuleModel):
    """One packaged party."""

    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


class PartyFile(WithExamples):
    """One file of parties of one kind."""

    kind: PartyKind
    parties: dict[str, PartyEntry] = Field(default_factory=dict)


_NO_PARTY_FILES = ("countries", "leaders", "nouns", "towns")
# Words with so many letters in common are forms of one: "Nurses", "Nursing".
_STEM = 4
_PIECES = re.compile(r"'s\b|[^\s'-]+(?:'(?!s\b)[^\s'-]+)*|'")


def folded(word: str) -> str:
    """A word without accents and with straight quotes, in its own case."""
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFD", word.replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("ø", "o").replace("ı", "i")


def words_of(name: str) -> tuple[str, ...]:
    """A name as the words that the book knows it by: split at spaces and hyphens, the possessive ending by itself."""
    if name.isascii() and "'" not in name and "-" not in name:
        return tuple(name.split())
    return tuple(_PIECES.findall(folded(name)))


class NameBook:
    """All names by their first word, the longest first."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        """Of two names with the same words the first given counts; short names of leaders add up."""
        by_words: dict[tuple[str, ...], KnownName] = {}
        for name in names:
            held = by_words.get(name.words)
            if held is None:
                by_words[name.words] = name
            elif held.sort is NameSort.SHORT and name.sort is NameSort.SHORT:
                by_words[name.words] = KnownName(
                    name.words, name.sort, leaders=(*held.leaders, *name.leaders), is_common=held.is_common
                )
        first: dict[str, list[KnownName]] = {}
        for name in by_words.values():
            first.setdefault(name.words[0], []).append(name)
        self._first = {
            word: tuple(sorted(names, key=lambda n: (-len(n.words), n.words))) for word, names in first.items()
        }
        self._kinds = {name.party: name.kind for name in reversed(by_words.values()) if name.party}
        self._all = by_words

    def starting(self, word: str) -> tuple[KnownName, ...]:
        """The names whose first word this is, the longest first."""
        return self._first.get(word, ())

    def get(self, name: str) -> KnownName | None:
        """The entry of a whole name."""
        return self._all.get(words_of(name))

    def is_called(self, party: str, beginning: str) -> bool:
        """Whether a packaged name of the party begins with these words."""
        wanted = words_of(beginning)
        joined = " ".join(wanted)
        return any(
            name.party == party and " ".join(name.words[: len(wanted)]).startswith(joined)
            for name in self.starting(wanted[0])
        )

    def shares_a_word(self, party: str, words: Iterable[str]) -> bool:
        """Whether a packaged name of the party has a word with one of these words' beginnings; so for a party of which
        only acronyms are known."""
        beginnings = {word[:_STEM].lower() for word in words if len(word) >= _STEM}
        full = [n.words for n in self._all.values() if n.party == party and len(n.words) > 1]
        return not full or any(word[:_STEM].lower() in beginnings for words in full for word in words)

    def adjectives(self) -> dict[str, str]:
        """What stands before a noun for a party, where its entry gives an adjective."""
        found = (name for name in self._all.values() if name.sort is NameSort.ADJECTIVE)
        return {name.party: " ".join(name.words) for name in reversed(list(found))}

    def kind_of(self, party: str) -> PartyKind | None:
        """The kind of a packaged party; None for one that is not packaged."""
        return self._kinds.get(party)


def _forms(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of a name, and for an acronym of four letters or more its spelling with one capital (Nato)."""
    words = words_of(name)
    plain = tuple(w.capitalize() if len(w) >= 4 and w.isupper() and w.isalpha() else w for w in words)
    return (words, plain) if plain != words else (words,)


def _known(
    forms: Sequence[str], sort: NameSort, party: str, kind: PartyKind, *, is_common: bool = False
) -> list[KnownName]:
    return [
        KnownName(words, sort, party, kind, is_common=is_common)
        for form in forms
        for words in _forms(form.removeprefix("the ").removeprefix("The "))
    ]


def _countries() -> list[KnownName]:
    found: list[KnownName] = []
    late: list[KnownName] = []
    for state in load_countries():
        found += _known(state.names, NameSort.NAME, state.name, PartyKind.STATE)
        late += _known(state.demonyms, NameSort.ADJECTIVE, state.name, PartyKind.STATE)
        late += _known(state.capitals, NameSort.CAPITAL, state.name, PartyKind.STATE)
        late += _known(state.shared_capitals, NameSort.CAPITAL, state.name, PartyKind.STATE, is_common=True)
        late += _known(state.metonyms, NameSort.ORGAN, state.name, PartyKind.STATE)
        late += _known(state.nicknames, NameSort.NICKNAME, state.name, PartyKind.STATE)
    return found + late


def _parties() -> list[KnownName]:
    found: list[KnownName] = []
    for file in rule_files("parties"):
        if file.name.startswith(_NO_PARTY_FILES):
            continue
        rules = read_rules(file, PartyFile)
        for name, entry in rules.parties.items():
            found += _known(entry.adjectives, NameSort.ADJECTIVE, name, rules.kind)
            found += _known((name, *entry.names), NameSort.NAME, name, rules.kind)
            found += _known(entry.organs, NameSort.ORGAN, name, rules.kind)
            found += _known(entry.places, NameSort.CAPITAL, name, rules.kind)
    return found


def _cased_articles(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The words of a person's name, with an Arabic article in small letters also with a capital: Al-Sisi."""
    if "al" not in words and "el" not in words:
        return (words,)
    return words, tuple(word.capitalize() if word in {"al", "el"} else word for word in words)


def _leaders() -> list[KnownName]:
    found = [
        KnownName(words, NameSort.LEADER, leaders=(leader,))
        for leader in load_leaders()
        for form in (leader.name, *leader.spellings)
        for words in _cased_articles(words_of(form))
    ]
    common = common_names()
    found += [
        KnownName(words, NameSort.SHORT, leaders=(leader,), is_common=short in common)
        for leader in load_leaders()
        for short in leader.short
        for words in _cased_articles(words_of(short))
    ]
    return found


def _cased(title: str) -> tuple[str, str, str]:
    return title, title.title().replace(" Of ", " of ").replace(" In ", " in "), title.capitalize()


def _titles() -> list[KnownName]:
    return [
        KnownName(words_of(form), NameSort.TITLE)
        for title in load_party_nouns().titles
        for form in dict.fromkeys((*_cased(title), *((title.upper(),) if len(title) <= 3 else ())))
    ]


@lru_cache(maxsize=1)
def load_name_book() -> NameBook:
    """The book of all packaged names. Raises RuleError for a faulty file."""
    outlets = [
        KnownName(words_of(o), NameSort.NO_SIDE)
        for o in (*load_party_nouns().not_sides.outlets, *load_party_nouns().not_sides.names)
    ]
    return NameBook([*outlets, *_titles(), *_parties(), *_countries(), *_leaders()])
