"""What words refer to: "the proposal", "the plan", "Hamas's terms", "the US draft"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from tracker.rules.reading import RuleModel, read_rules
from tracker.views.quotes import fold

_WORD = re.compile(r"\d[\d,.]*\d|\d+|[^\W\d_]\w*(?:[-'’.][^\W_]+)*\.?")
_LONGEST_NAME = 5


class ReferenceKind(StrEnum):
    """What sort of thing the words name."""

    PROPOSAL = "proposal"
    COUNTER = "counter"
    DEAL = "deal"
    PART = "part"
    OTHER = "other"
    PRONOUN = "pronoun"
    CONTENT = "content"
    NOTHING = "nothing"


class ReferenceExample(RuleModel):
    """Words with what they must, or must not, be read as."""

    words: str
    kind: ReferenceKind
    names: tuple[str, ...] = ()
    numbers: tuple[float, ...] = ()
    own: bool = False
    is_revision: bool = False


class ReferenceWords(RuleModel):
    """The whole of `references.toml`."""

    pronouns: frozenset[str]
    indefinite: frozenset[str]
    none_in_particular: frozenset[str]
    possessive_pronouns: frozenset[str]
    proposals: frozenset[str]
    deals: frozenset[str]
    parts: frozenset[str]
    counters: frozenset[str]
    replacing: tuple[str, ...]
    revisions: frozenset[str]
    others: frozenset[str]
    demands: frozenset[str]
    talks: frozenset[str]
    withdrawals: frozenset[str]
    conditions: frozenset[str]
    promises: frozenset[str]
    refusals: frozenset[str]
    refused_answers: tuple[str, ...]
    studying: frozenset[str]
    gestures: frozenset[str]
    invitations: frozenset[str]
    generic_names: frozenset[str]
    examples: tuple[ReferenceExample, ...]
    counterexamples: tuple[ReferenceExample, ...]


@cache
def reference_words() -> ReferenceWords:
    """The packaged words. Raises RuleError naming file and key."""
    return read_rules(files("tracker.views") / "references.toml", ReferenceWords)


@dataclass(frozen=True, slots=True)
class Reference:
    """Words read as a reference.

    `parties` are the sides whose names or aliases stand in them, `names` further proper names in lower case, `own` says
    that a possessive pronoun marks it as the speaker's own or the other's ("its plan").
    """

    kind: ReferenceKind
    parties: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    numbers: frozenset[float] = frozenset()
    own: bool = False
    is_revision: bool = False
    is_demand: bool = False


def has_any(words: str, phrases: Iterable[str]) -> bool:
    """Whether one of the phrases stands in the words, as whole words; both are compared in lower case."""
    padded = _padded(words)
    return any(f" {phrase} " in padded for phrase in phrases)


@lru_cache(maxsize=8192)
def _padded(words: str) -> str:
    return f" {' '.join(token.casefold().rstrip('.') for token in _WORD.findall(words))} "


def proper_names(words: str) -> frozenset[str]:
    """The capitalised words in lower case, without possessive; the first word of a sentence is one of them."""
    found = (fold(token).rstrip(".") for token in _WORD.findall(words) if token[0].isupper())
    return frozenset(name for name in found if name not in reference_words().generic_names)


def numbers(words: str) -> frozenset[float]:
    """The numbers written in digits."""
    return frozenset(
        float(token.replace(",", "")) for token in _WORD.findall(words) if re.fullmatch(r"\d[\d,]*(\.\d+)?", token)
    )


def read_reference(words: str, parties: Mapping[str, str]) -> Reference:
    """Reads words as a reference; `parties` leads from folded forms of names to the sides that they stand for."""
    lists = reference_words()
    tokens = [token.rstrip(".") if "." not in token[:-1] else token for token in _WORD.findall(words)]
    lowered = [fold(token) for token in tokens]
    plain = " ".join(lowered)
    if not lowered:
        return Reference(ReferenceKind.NOTHING)
    named, used = _parties_in(lowered, parties)
    names = {
        lowered[place]
        for place, token in enumerate(tokens)
        if place not in used and token[0].isupper() and lowered[place] not in lists.generic_names
    }
    return Reference(
        kind=_kind(plain),
        parties=frozenset(named),
        names=frozenset(names),
        numbers=numbers(" ".join(token.split("-")[0] for token in words.replace("-", " - ").split())),
        own=any(token in lists.possessive_pronouns for token in lowered),
        is_revision=has_any(words, lists.revisions),
        is_demand=has_any(words, lists.demands),
    )


@lru_cache(maxsize=4096)
def _kind(plain: str) -> ReferenceKind:
    lists = reference_words()
    if plain in lists.pronouns or plain.partition(" on ")[0] in lists.pronouns:  # "it on Tuesday"
        return ReferenceKind.PRONOUN
    first: dict[ReferenceKind, int] = {}
    padded = f" {plain} "
    for kind, phrases in (
        (ReferenceKind.COUNTER, lists.counters),
        (ReferenceKind.PROPOSAL, lists.proposals),
        (ReferenceKind.OTHER, lists.others),
        (ReferenceKind.DEAL, lists.deals),
    ):
        places = [place for phrase in phrases if (place := padded.find(f" {phrase} ")) >= 0]
        if places:
            first[kind] = min(places)
    if ReferenceKind.OTHER in first and first[ReferenceKind.OTHER] == min(first.values()):
        return ReferenceKind.OTHER
    determiner = plain.split(" ", 1)[0]
    if first and determiner in lists.none_in_particular:
        return ReferenceKind.OTHER
    for kind in (ReferenceKind.COUNTER, ReferenceKind.PROPOSAL, ReferenceKind.OTHER):
        if kind in first:
            return kind
    if ReferenceKind.DEAL in first and determiner not in lists.indefinite:
        return ReferenceKind.DEAL
    return ReferenceKind.PART if has_any(plain, lists.parts) else ReferenceKind.CONTENT


def _parties_in(lowered: list[str], parties: Mapping[str, str]) -> tuple[set[str], set[int]]:
    """The parties whose forms stand in the words, longest forms first, and the places that they take."""
    found: set[str] = set()
    used: set[int] = set()
    for length in range(min(_LONGEST_NAME, len(lowered)), 0, -1):
        for place in range(len(lowered) - length + 1):
            form = " ".join(lowered[place : place + length])
            if form not in parties:
                continue
            places = set(range(place, place + length))
            if places & used:
                continue
            found.add(parties[form])
            used |= places
    return found, used
