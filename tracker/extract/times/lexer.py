"""Text -> words -> symbols.

Each word becomes one character, its symbol, that stands for the set of categories the word belongs to, so that a rule
is a regular expression over a string as short as the text has words. Words that no rule knows share `UNKNOWN`.
"""

import re
from dataclasses import dataclass

from tracker.rules.times import Vocabulary

UNKNOWN = "\x01"
_FIRST_SYMBOL = 0xE000
_FOLDED = str.maketrans({"’": "'", "‘": "'", "–": "-", "‑": "-", "\u00a0": " "})
_DIGITS = re.compile(r"\d+")

NUMBER_CATEGORIES = (
    "int",
    "day",
    "ordinal",
    "year",
    "year2",
    "decade",
    "decimal",
    "fraction",
    "clock",
    "point_clock",
    "written",
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text; `text` is in lower case, with straight apostrophes and hyphens."""

    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Lexed:
    """A text, its words, and their symbols, one for each word."""

    text: str
    words: list[Word]
    symbols: str


def number_categories(word: str) -> frozenset[str]:
    """The categories of a word that begins with a digit, or with an apostrophe and a digit."""
    if word.startswith("'"):
        return frozenset({"decade" if word.endswith("s") else "year2"})
    if ":" in word:
        return frozenset({"clock"})
    if re.fullmatch(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}", word):
        return frozenset({"written"})
    if "/" in word:
        return frozenset({"fraction"})
    if "." in word:
        return frozenset({"decimal", "point_clock"} if re.fullmatch(r"(\d|1\d|2[0-4])\.[0-5]\d", word) else {"decimal"})
    digits = _DIGITS.match(word)
    if digits is None:
        return frozenset()
    number = int(word.replace(",", "")) if "," in word else int(digits.group())
    suffix = word[digits.end() :]
    if "," in word:
        return frozenset({"int"})
    if suffix == "s":
        four, two = len(digits.group()) == 4 and 1500 <= number < 2100, len(digits.group()) == 2
        return frozenset({"decade"}) if number % 10 == 0 and (four or two) else frozenset()
    if suffix:
        return frozenset({"ordinal", "day"} if 1 <= number <= 31 else {"ordinal"})
    found = {"int"}
    if 1 <= number <= 31 and len(word) <= 2:
        found.add("day")
    if len(word) == 4 and 1000 <= number < 2100:
        found.add("year")
    return frozenset(found)


_NUMBER_SAMPLES = (
    "'89 '90s 9:30 2024-03-05 1/2 9.30 2.75 1,000 1990s 90s 70s 5th 32nd 5 05 45 1990 999 12345 2500 1990.5 11s"
)


class Lexer:
    """Splits texts into words and gives each its symbol."""

    def __init__(self, vocabulary: Vocabulary, literals: frozenset[str]) -> None:
        dotted = "|".join(sorted(vocabulary.dotted, key=lambda word: (-len(word), word)))
        self._pattern = re.compile(
            r"\d{4}-\d{2}-\d{2}(?![\d-])|\d{1,2}([/.])\d{1,2}\1(?:\d{4}|\d{2})(?!\d|[/.]\d)|\d{4}/\d{1,2}/\d{1,2}(?![\d/])"
            r"|\d{1,2}:\d{2}(?::\d{2})?(?![\d:])|\d+/\d+(?![\d/])|\d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d+|\d+(?:st|nd|rd|th|s)\b|\d+"
            r"|'\d0s\b|'\d\d\b(?!')|'s\b|o'clock\b|\b[ap]\.\s?m\b\.?"
            rf"|\b(?:{dotted})\.|[^\W\d_]+|\n\s*\n|\S",
            re.IGNORECASE,
        )
        of_word: dict[str, set[str]] = {}
        capital_only: dict[str, set[str]] = {}
        for category in vocabulary.categories.values():
            target = capital_only if category.needs_capital else of_word
            for word in category.words:
                target.setdefault(word, set()).add(category.name)
        for word in [word for word in of_word if word[0].isdigit()]:
            of_word[word] |= number_categories(word)
        for literal in literals:
            of_word.setdefault(literal, set()).add(f"={literal}")
        self._small = {word: frozenset(names) for word, names in of_word.items()}
        self._capital = {
            word: frozenset(capital_only.get(word, set()) | of_word.get(word, set()))
            for word in {*capital_only, *of_word}
        }
        number_sets = {number_categories(sample) for sample in _NUMBER_SAMPLES.split()} - {frozenset()}
        all_sets = {*self._small.values(), *self._capital.values(), *number_sets}
        ordered = sorted(all_sets, key=lambda names: sorted(names))
        self._symbols = {names: chr(_FIRST_SYMBOL + number) for number, names in enumerate(ordered)}
        self._small_symbols = {word: self._symbols[names] for word, names in self._small.items()}
        self._capital_symbols = {word: self._symbols[names] for word, names in self._capital.items()}

    def symbols_of(self, category: str) -> str:
        """All symbols of a category, for a character class; a literal's category is "=" and the word."""
        return "".join(symbol for names, symbol in self._symbols.items() if category in names)

    def lex(self, text: str) -> Lexed:
        """The words and symbols of a text. A blank line is a word of its own, which no rule knows."""
        folded = text.translate(_FOLDED)
        lowered = folded.lower()
        if len(lowered) != len(folded):  # the lower case of some letters is two characters: offsets must stay
            lowered = "".join(character.lower()[0] for character in folded)
        words, symbols = [], []
        small, capital = self._small_symbols, self._capital_symbols
        for match in self._pattern.finditer(folded):
            first, last = match.span()
            word = lowered[first:last]
            start = folded[first]
            if start.isdigit() or (start == "'" and last - first > 2 and folded[first + 1].isdigit()):
                symbol = small.get(word) or self._symbols.get(number_categories(word), UNKNOWN)
            elif start.isupper():
                symbol = capital.get(word, UNKNOWN)
            else:
                symbol = small.get(word, UNKNOWN)
            words.append(Word(word, first, last))
            symbols.append(symbol)
        return Lexed(text, words, "".join(symbols))
