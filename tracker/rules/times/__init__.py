"""The rules for time expressions: TOML files, one a family, and `words.toml`, the words that they share.

A family file holds `family`, `about`, `rules`, `examples` and `counterexamples`. A rule has a `name`, a `pattern`
(see `tracker.extract.times.grammar`), the `reading` that gives its value (see `tracker.extract.times.reading`) and, in
`with`, that reading's arguments. An example has a `text`, the publication day `published` (absent: not known) and what
is to be found, `expect`, a list of [words, type, value] with, where it matters, the interval as a fourth item.
A counterexample is a text in which nothing may be found.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

WORDS_FILE = "words.toml"


class RuleFileError(ValueError):
    """A rule file does not have the form that this module describes; the message names file and key."""


@dataclass(frozen=True, slots=True)
class Category:
    """Words that stand for one another in a pattern, each with its value."""

    name: str
    words: dict[str, int | str]
    needs_capital: bool = False
    is_anchor: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Categories, phrases for patterns and sets of words for the code, each by name; abbreviations with a full stop."""

    categories: dict[str, Category]
    phrases: dict[str, str]
    sets: dict[str, frozenset[str]]
    dotted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One shape of expressions."""

    name: str
    family: str
    pattern: str
    reading: str
    arguments: tuple[tuple[str, int | str | bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Expected:
    """What an example expects of one expression; `interval` is "first day/last day", "" where it is not tested."""

    words: str
    type: str
    value: str
    interval: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the expressions in it; none in a counterexample."""

    text: str
    published: date | None
    expect: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """One rule file."""

    name: str
    about: str
    rules: tuple[Rule, ...]
    examples: tuple[Example, ...]


def _check_keys(table: dict[str, Any], required: set[str], optional: set[str], where: str) -> None:
    for key in sorted(set(table) - required - optional):
        raise RuleFileError(f"{where}: unknown key {key!r}")
    for key in sorted(required - set(table)):
        raise RuleFileError(f"{where}: key {key!r} is missing")


def _read(source: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RuleFileError(f"{source.name}: {error}") from error


def parse_vocabulary(table: dict[str, Any], file_name: str = WORDS_FILE) -> Vocabulary:
    """Checks the content of a words file.

    Raises:
        RuleFileError: A key is unknown or missing.
    """
    _check_keys(table, {"categories", "phrases", "sets", "dotted"}, set(), file_name)
    categories = {}
    for name, entry in table["categories"].items():
        _check_keys(entry, {"words"}, {"capital", "anchor"}, f"{file_name}: categories.{name}")
        words = entry["words"]
        if isinstance(words, list):
            words = {word: word for word in words}
        categories[name] = Category(name, words, entry.get("capital", False), entry.get("anchor", False))
    sets = {name: frozenset(words) for name, words in table["sets"].items()}
    return Vocabulary(categories, dict(table["phrases"]), sets, frozenset(table["dotted"]))


def parse_family(table: dict[str, Any], file_name: str) -> Family:
    """Checks the content of a family file.

    Raises:
        RuleFileError: A key is unknown or missing.
    """
    _check_keys(table, {"family", "about", "rules", "examples", "counterexamples"}, set(), file_name)
    rules = []
    for number, entry in enumerate(table["rules"]):
        _check_keys(entry, {"name", "pattern", "reading"}, {"with"}, f"{file_name}: rules[{number}]")
        arguments = tuple(sorted(entry.get("with", {}).items()))
        rules.append(Rule(entry["name"], table["family"], entry["pattern"], entry["reading"], arguments))
    examples = []
    for number, entry in enumerate(table["examples"]):
        where = f"{file_name}: examples[{number}]"
        _check_keys(entry, {"text", "expect"}, {"published"}, where)
        if any(len(item) not in (3, 4) for item in entry["expect"]):
            raise RuleFileError(f"{where}: key 'expect' needs [words, type, value] or [words, type, value, interval]")
        expect = tuple(Expected(*item) for item in entry["expect"])
        examples.append(Example(entry["text"], entry.get("published"), expect))
    for number, text in enumerate(table["counterexamples"]):
        if not isinstance(text, str):
            raise RuleFileError(f"{file_name}: counterexamples[{number}]: a text is needed")
        examples.append(Example(text, date(2024, 1, 30), ()))
    return Family(table["family"], table["about"], tuple(rules), tuple(examples))


@cache
def vocabulary() -> Vocabulary:
    """The packaged words."""
    return parse_vocabulary(_read(files(__name__) / WORDS_FILE))


def word_set(name: str) -> frozenset[str]:
    """A set of words that the code asks for by name."""
    return vocabulary().sets[name]


@cache
def families() -> tuple[Family, ...]:
    """The packaged rule files in the order of their names."""
    sources = sorted((file for file in files(__name__).iterdir() if file.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(parse_family(_read(file), file.name) for file in sources if file.name != WORDS_FILE)
