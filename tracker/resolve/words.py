"""The words of a report, made comparable: stems, concepts, proper names, ordinals."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from importlib.resources import files

_TOKEN = re.compile(r"\d[\d,.]*\d|\d+|[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_SUFFIXES = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ies",
    "ied",
    "ers",
    "ed",
    "es",
    "s",
    "ly",
    "al",
    "y",
    "e",
)
# Words in the longest name of a state that reports use.
_LONGEST_COUNTRY = 3
_MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of `lexicon.toml`, stemmed where stems are compared."""

    stop: frozenset[str]
    generic: frozenset[str]
    ordinals: frozenset[str]
    repeats: frozenset[str]
    numbers: dict[str, int]
    concepts: dict[str, str]
    groups: frozenset[str]
    between: frozenset[str]
    crowds: frozenset[str]
    organs: frozenset[str]
    descriptions: frozenset[str]
    additions: frozenset[str]
    other_times: frozenset[str]
    rows: frozenset[str]
    perfects: frozenset[str]


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """What a piece of text holds: concept stems without stop words, proper names, countries named ("Thai": TH), numbers
    (no years), ordinals ("second" in "the second summit"), and whether it says that the thing is one more of its kind
    ("another", "new")."""

    stems: frozenset[str]
    names: frozenset[str]
    peoples: frozenset[str]
    numbers: frozenset[int]
    ordinals: frozenset[str]
    is_repeat: bool


@cache
def stem(word: str) -> str:
    """The word without its inflection, crudely: lower case, one English suffix cut, four letters kept.

    Equal for the forms of one word ("released", "releases", "releasing"); no dictionary form.
    """
    word = word.casefold().replace("’", "'").removesuffix("'s")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4 and not (suffix == "s" and word.endswith("ss")):
            return word[: -len(suffix)]
    return word


@cache
def lexicon() -> Lexicon:
    """The packaged word lists. Raises ValueError that names the key where the file holds an unknown one."""
    data = tomllib.loads(files("tracker.resolve").joinpath("lexicon.toml").read_text(encoding="utf-8"))
    if unknown := set(data) - {one.name for one in fields(Lexicon)}:
        raise ValueError(f"resolve/lexicon.toml: unknown key {sorted(unknown)[0]!r}")
    return Lexicon(
        stop=frozenset(data["stop"].split()),
        generic=frozenset(stem(word) for word in data["generic"].split()),
        ordinals=frozenset(data["ordinals"]),
        repeats=frozenset(data["repeats"]),
        numbers={word: number for number, word in enumerate(data["numbers"])},
        concepts={stem(word): name for name, words in data["concepts"].items() for word in words},
        groups=_both_numbers(data["groups"]),
        between=_both_numbers(data["between"]),
        crowds=_both_numbers(data["crowds"]),
        organs=_both_numbers(data["organs"]),
        descriptions=frozenset(data["descriptions"].split()),
        additions=frozenset(data["additions"]),
        other_times=frozenset(data["other_times"]),
        rows=frozenset(data["rows"]),
        perfects=frozenset(data["perfects"]),
    )


def _both_numbers(words: str) -> frozenset[str]:
    """The stems of words and of their plurals."""
    return frozenset(stem(form) for word in words.split() for form in (word, f"{word}s"))


@cache
def side_words() -> frozenset[str]:
    """The stems of the names and adjectives of all states: capitalised in any report, they name no thing or person."""
    from tracker.rules.parties import load_countries

    names = (name for country in load_countries() for name in (*country.names, *country.demonyms))
    return frozenset(stem(token) for name in names for token in tokens(name))


@cache
def country_words() -> Mapping[str, str]:
    """The country code of each name and adjective of a state, lower case; of equal ones the most populous state's."""
    from tracker.rules.parties import load_countries

    found: dict[str, str] = {}
    for country in load_countries():
        for name in (*country.names, *country.demonyms):
            found.setdefault(fold(name).replace(".", ""), country.code)
    return found


@cache
def adjectives() -> Mapping[str, str]:
    """What stands before a noun for each state, by its code: "Russian"."""
    from tracker.rules.parties import load_countries

    return {country.code: country.adjective for country in load_countries()}


def country_at(words: Sequence[str], place: int) -> tuple[str, int]:
    """The code of the country whose name or adjective begins at a place, and of how many words it is; ("", 1) where
    none does."""
    for length in range(_LONGEST_COUNTRY, 0, -1):
        phrase = " ".join(words[place : place + length]).casefold().replace(".", "").replace("’", "'")
        code = country_words().get(phrase.removesuffix("'s"))
        if code is not None and place + length <= len(words):
            return code, length
    return "", 1


@cache
def mark(word: str) -> str:
    """What a capitalised word is compared by: the country whose capital it names, else its stem."""
    return _capitals().get(word.casefold()) or stem(word)


@cache
def _capitals() -> Mapping[str, str]:
    """The country code of each capital of one word."""
    from tracker.rules.parties import load_countries

    found: dict[str, str] = {}
    for country in load_countries():
        for name in country.capitals:
            found.setdefault(name.casefold(), country.code)
    return found


def marks(text: str, parties: Iterable[str] = ()) -> frozenset[str]:
    """The names in a text and in those of its parties, each as `mark` gives it: countries, groups, persons, places.
    A sentence's first word counts only where it names a country."""
    lists = lexicon()
    found: set[str] = set()
    for party in parties:
        found |= _marks(tokens(party), is_name=True)
    found |= _marks(tokens(text), is_name=False)
    return frozenset(found - lists.groups - lists.between - lists.crowds - lists.organs)


def _marks(words: Sequence[str], *, is_name: bool) -> set[str]:
    found: set[str] = set()
    place = 0
    while place < len(words):
        word = words[place]
        code, length = country_at(words, place) if is_name or word[0].isupper() else ("", 1)
        is_one = is_name or (place > 0 and word[0].isupper() and word.casefold() not in lexicon().stop)
        if code:
            found.add(code)
        elif is_one and len(word) > 2:
            found.add(mark(word))
        place += length
    return found


def tokens(text: str) -> list[str]:
    """The words and numbers of a text, in order."""
    return _TOKEN.findall(text)


def concept(word: str) -> str:
    """The concept that a word stands for, or its stem."""
    stemmed = stem(word)
    return lexicon().concepts.get(stemmed, stemmed)


def fold(name: str) -> str:
    """A name as it is compared: lower case, no leading article, no possessive, single spaces."""
    folded = " ".join(name.casefold().replace("’", "'").split()).removesuffix("'s").removesuffix("'")
    return folded.removeprefix("the ")


@lru_cache(maxsize=20_000)
def _name_stems(name: str) -> frozenset[str]:
    return frozenset(stem(token) for token in tokens(name))


def name_stems(names: Iterable[str]) -> frozenset[str]:
    """The stems of all words of some names."""
    return frozenset().union(*map(_name_stems, names))


def clause_words(text: str, without: Iterable[str] = ()) -> ClauseWords:
    """What `text` holds; the words of `without` (the parties, which are compared by themselves) count for nothing."""
    lists = lexicon()
    left_out = name_stems(without)
    stems: set[str] = set()
    names: set[str] = set()
    peoples: set[str] = set()
    numbers: set[int] = set()
    ordinals: set[str] = set()
    is_repeat = False
    starts_sentence = True
    found = tokens(text)
    for place, token in enumerate(found):
        lower = token.casefold()
        first, starts_sentence = starts_sentence, False
        if lower in lists.ordinals:
            ordinals.add(lower)
        is_repeat = is_repeat or lower in lists.repeats
        if (number := _number(lower, lists)) is not None:
            if not _is_in_date(found, place):
                numbers.add(number)
            continue
        if lower in lists.stop or lower.removesuffix("'s") in lists.stop or stem(token) in left_out:
            continue
        if len(token) > 2 and token[0].isupper():
            code, _ = country_at(found, place)
            if code:
                peoples.add(code)
            elif not first and stem(token) not in side_words():
                names.add(stem(token))
        if len(lower) > 2 or token[0].isupper():
            stems.add(concept(token))
    return ClauseWords(
        frozenset(stems), frozenset(names), frozenset(peoples), frozenset(numbers), frozenset(ordinals), is_repeat
    )


def _is_in_date(found: list[str], place: int) -> bool:
    """Whether a number stands beside a month: "June 12", "8 Oct."."""
    beside = found[max(place - 1, 0) : place] + found[place + 1 : place + 2]
    return any(word[0].isupper() and word[:3].casefold() in _MONTHS for word in beside)


def _number(lower: str, lists: Lexicon) -> int | None:
    """The whole number that a token writes; None for other tokens and for what may be a year."""
    if lower in lists.numbers:
        return lists.numbers[lower]
    digits = lower.replace(",", "")
    if not digits.isdecimal() or len(digits) > 9:
        return None
    may_be_year = len(lower) == 4 and 1900 <= int(digits) < 2100
    return None if may_be_year else int(digits)


def overlap(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """The Dice coefficient of two sets, 0 to 1; 0 where either is empty."""
    if not ours or not theirs:
        return 0.0
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))
