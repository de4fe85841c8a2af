"""People who stand for a side, with the days on which they do."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from pydantic import Field

from tracker.rules.parties.examples import WithExamples
from tracker.rules.reading import RuleError, read_rules, rule_files

_INTERVAL = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?/(?:(\d{4})-(\d\d)(?:-(\d\d))?|\.\.)")
_PARTICLES = {"al", "el", "bin", "ben", "de", "da", "van", "von", "der", "le", "di", "abu"}


@dataclass(frozen=True, slots=True)
class Term:
    """The days, both included, on which somebody stands for a party; `until` is None where it goes on."""

    party: str
    since: date
    until: date | None

    def holds(self, day: date) -> bool:
        """Whether the day lies in the term."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Leader:
    """A person: the usual name, its other spellings, what stands for it alone, and its terms in order of time.

    `short` names that are `common` stand for the person only in an article that also gives the full name or a title.
    """

    name: str
    spellings: tuple[str, ...]
    short: tuple[str, ...]
    terms: tuple[Term, ...]

    def party_on(self, day: date | None) -> str | None:
        """The party on a day; without a day that of the latest term; None outside of all terms."""
        if day is None:
            return self.terms[-1].party
        return next((term.party for term in reversed(self.terms) if term.holds(day)), None)

    def party_since(self, day: date | None) -> str | None:
        """The party of the last term that had begun on a day, though it may have ended: of whom the person was."""
        return next((term.party for term in reversed(self.terms) if day is None or term.since <= day), None)


class LeaderFile(WithExamples):
    """One file of leaders."""

    people: dict[str, dict[str, tuple[str, ...]]]
    spellings: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    short: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    common: dict[str, frozenset[str]] = Field(default_factory=dict)


def _term(party: str, words: str, person: str, file: str) -> Term:
    found = _INTERVAL.fullmatch(words)
    if not found:
        raise RuleError(f"{file}: people.{party}.{person}: {words!r} is no interval such as 2004-03-09/..")
    year, month, day, last_year, last_month, last_day = (int(part) if part else None for part in found.groups())
    since = date(year or 1, month or 1, day or 1)
    if last_year is None or last_month is None:
        return Term(party, since, None)
    if last_day is None:
        until = date(last_year + last_month // 12, last_month % 12 + 1, 1) - timedelta(days=1)
    else:
        until = date(last_year, last_month, last_day)
    if until < since:
        raise RuleError(f"{file}: people.{party}.{person}: {words} ends before it begins")
    return Term(party, since, until)


def last_names(name: str) -> tuple[str, ...]:
    """What stands alone for a name written given name first: its last word, with and without the article before it."""
    words = name.split()
    if len(words) < 2:
        return ()
    last = words[-1]
    bare = re.sub(r"^(?:[ae]l|[AE]l)-", "", last)
    found = [last, bare] if bare != last else [last]
    if len(words) > 2 and words[-2].lower() in _PARTICLES:
        found.insert(0, f"{words[-2]} {last}")
    return tuple(found)


@lru_cache(maxsize=1)
def _files() -> tuple[tuple[str, LeaderFile], ...]:
    packaged = (file for file in rule_files("parties") if file.name.startswith("leaders"))
    return tuple((file.name, read_rules(file, LeaderFile)) for file in packaged)


@lru_cache(maxsize=1)
def load_leaders() -> tuple[Leader, ...]:
    """All packaged leaders by name. Raises RuleError for a faulty file or interval, or a spelling of nobody."""
    terms: defaultdict[str, list[Term]] = defaultdict(list)
    spellings: defaultdict[str, list[str]] = defaultdict(list)
    short: dict[str, tuple[str, ...]] = {}
    for file, rules in _files():
        for party, people in rules.people.items():
            for person, intervals in people.items():
                terms[person] += [_term(party, words, person, file) for words in intervals]
        for person, forms in rules.spellings.items():
            spellings[person] += forms
        short |= rules.short
    if strangers := sorted((set(spellings) | set(short)) - set(terms)):
        raise RuleError(f"leaders: spellings or short names are given for {strangers[0]!r}, who has no term")
    return tuple(
        Leader(
            name=name,
            spellings=tuple(dict.fromkeys(spellings[name])),
            short=short[name]
            if name in short
            else tuple(dict.fromkeys(s for form in (name, *spellings[name]) for s in last_names(form))),
            terms=tuple(sorted(terms[name], key=lambda term: term.since)),
        )
        for name in sorted(terms)
    )


@lru_cache(maxsize=1)
def common_names() -> frozenset[str]:
    """Short names that many people bear."""
    return frozenset[str]().union(*(names for _, rules in _files() for names in rules.common.values()))
