"""Rules compiled to regular expressions over symbols, and where they match.

A pattern is a regular expression whose atoms are words, written with spaces between them:
`<month>` any word of the category, `<day:int>` the same, captured as `day`; `<%count>` a phrase of words.toml,
`<n:%count>` captured; any other word stands for itself; `( ) | ? * +` as in regular expressions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from tracker.extract.times.lexer import NUMBER_CATEGORIES, UNKNOWN, Lexed, Lexer, Word
from tracker.rules.times import Rule, RuleFileError, Vocabulary

_ATOM = re.compile(r"<(?:(?P<name>\w+):)?(?P<phrase>%)?(?P<of>\w+)>|(?P<operator>[()|?*+])|(?P<literal>[^\s()|?*+<>]+)")


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match: the words from `first` up to, not including, `last`, and the captured ones by name, with the
    values that words.toml gives them and their places among the words of the text."""

    rule: Rule
    words: tuple[Word, ...]
    first: int
    last: int
    captured: dict[str, tuple[Word, ...]]
    values: dict[str, int | str]
    places: dict[str, tuple[int, int]]

    def has(self, name: str) -> bool:
        return name in self.captured

    def text(self, name: str) -> str:
        """The captured words, in lower case, with one space between them; "" where nothing is captured."""
        return " ".join(word.text for word in self.captured.get(name, ()))

    def number(self, name: str) -> int:
        """The value of a captured word as a number; 0 where nothing is captured."""
        value = self.values.get(name, 0)
        return value if isinstance(value, int) else 0

    def key(self, name: str) -> str:
        """The value of a captured word as a string; "" where nothing is captured."""
        return str(self.values.get(name, ""))

    @property
    def edge(self) -> str:
        """START, MID or END where the match says "early", "the middle of" and the like, else ""."""
        return self.key("edge") or self.key("edge_noun")

    def argument(self, name: str) -> str:
        """What the rule file passes under `with`; "" where it passes nothing."""
        return next((str(value) for key, value in self.rule.arguments if key == name), "")


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: Rule
    regex: re.Pattern[str]
    categories: dict[str, str]
    required: frozenset[str]


class Grammar:
    """All rules, ready to match."""

    def __init__(self, rules: tuple[Rule, ...], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        literals: set[str] = set()
        for pattern in (*vocabulary.phrases.values(), *(rule.pattern for rule in rules)):
            literals.update(atom["literal"] for atom in _ATOM.finditer(pattern) if atom["literal"])
        self._lexer = Lexer(vocabulary, frozenset(literals))
        self._rules = [self._compile(rule) for rule in rules]
        anchors = "".join(
            sorted({s for c in vocabulary.categories.values() if c.is_anchor for s in self._lexer.symbols_of(c.name)})
        )
        self._run = re.compile(f"[^{UNKNOWN}]+")
        numbers = "".join(
            self._lexer.symbols_of(name) for name in ("year", "year2", "decade", "clock", "written", "ordinal")
        )
        self._anchor = re.compile(f"[{re.escape(anchors + numbers)}]")

    def lex(self, text: str) -> Lexed:
        """The words of a text with the symbols that this grammar's rules match."""
        return self._lexer.lex(text)

    def matches(self, lexed: Lexed) -> Iterator[Match]:
        """Every match of every rule, rule by rule within a run of known words; they may overlap."""
        for run in self._run.finditer(lexed.symbols):
            if self._anchor.search(lexed.symbols, *run.span()) is None:
                continue
            there = frozenset(run.group())
            for compiled in self._rules:
                if compiled.required and compiled.required.isdisjoint(there):
                    continue
                for found in compiled.regex.finditer(lexed.symbols, *run.span()):
                    if found.end() > found.start():
                        yield self._match(compiled, found, lexed.words)

    def _match(self, compiled: _Compiled, found: re.Match[str], words: list[Word]) -> Match:
        captured, values, places = {}, {}, {}
        for name, category in compiled.categories.items():
            first, last = found.span(name)
            if first < 0:
                continue
            captured[name] = tuple(words[first:last])
            places[name] = (first, last)
            if category in self._vocabulary.categories:
                values[name] = self._vocabulary.categories[category].words[words[first].text]
            elif category in NUMBER_CATEGORIES:
                digits = re.search(r"\d+", words[first].text.replace(",", ""))
                values[name] = int(digits.group()) if digits else 0
        first, last = found.span()
        return Match(compiled.rule, tuple(words[first:last]), first, last, captured, values, places)

    def _compile(self, rule: Rule) -> _Compiled:
        categories: dict[str, str] = {}
        regex = re.compile(self._translate(rule.pattern, rule, categories))
        return _Compiled(rule, regex, categories, self._required(rule))

    def _required(self, rule: Rule) -> frozenset[str]:
        """Symbols of which every match holds one: the fewest that a word of the pattern outside of brackets may be. A
        look at them spares most of the searches. None where the pattern is a choice."""
        atoms = list(_ATOM.finditer(rule.pattern))
        found: list[frozenset[str]] = []
        depth = 0
        for atom, after in zip_longest(atoms, atoms[1:]):
            depth += {"(": 1, ")": -1}.get(atom["operator"], 0)
            if depth == 0 and atom["operator"] == "|":
                return frozenset()
            is_optional = after is not None and after["operator"] in {"?", "*"}
            if depth == 0 and not (atom["operator"] or atom["phrase"] or is_optional):
                category = f"={atom['literal']}" if atom["literal"] else atom["of"]
                found.append(frozenset(self._lexer.symbols_of(category)))
        return min(found, key=len, default=frozenset())

    def _translate(self, pattern: str, rule: Rule, categories: dict[str, str]) -> str:
        parts = []
        for atom in _ATOM.finditer(pattern):
            if atom["operator"]:
                parts.append("(?:" if atom["operator"] == "(" else atom["operator"])
                continue
            inner = self._atom(atom, rule, categories)
            if atom["name"]:
                categories[atom["name"]] = atom["of"]
                inner = f"(?P<{atom['name']}>{inner})"
            parts.append(inner)
        return "".join(parts)

    def _atom(self, atom: re.Match[str], rule: Rule, categories: dict[str, str]) -> str:
        where = f"{rule.family}: rule {rule.name!r}: pattern"
        if atom["phrase"]:
            if atom["of"] not in self._vocabulary.phrases:
                raise RuleFileError(f"{where}: no phrase {atom['of']!r}")
            return f"(?:{self._translate(self._vocabulary.phrases[atom['of']], rule, categories)})"
        symbols = self._lexer.symbols_of(f"={atom['literal']}" if atom["literal"] else atom["of"])
        if not symbols:
            raise RuleFileError(f"{where}: no category {atom['of']!r}")
        return f"[{re.escape(symbols)}]"
