"""People who stand for a side, with the days on which they do."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from pydantic import Field

from tracker.rules.parties.examples import WithExamples
from tracker.rules.reading import RuleError, read_rules, rule_files

_LINE = re.compile(r"([^:;]+): ([^;]+)(?:; spelled ([^;]+))?(?:; short ([^;]+))?")
_ARTICLE = re.compile(r"^(?:[ae]l|[AE]l)-")
_MONTH = len("2004-03")
_PARTICLES = {"al", "el", "bin", "ben", "de", "da", "van", "von", "der", "le", "la", "di", "del", "dos", "ter", "abu"}


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

    def party_near(self, day: date | None, within: timedelta) -> str | None:
        """The only party of all terms, where one of them ends or begins no farther than `within` from a day."""
        if day is None or len({term.party for term in self.terms}) > 1:
            return None
        far = (min(abs(day - edge) for edge in (term.since, term.until) if edge) for term in self.terms)
        return self.terms[0].party if min(far) <= within else None


class LeaderFile(WithExamples):
    """One file of leaders: for each party its people, one a line.

    A line gives the name, its terms as EDTF intervals ("..", open; a month stands for the whole of it) and, where need
    be, other spellings and what stands alone for the person instead of the last word of the name ("-": nothing):
    "Carlos Salinas: 1988-12-01/1994-11-30; spelled Carlos Salinas de Gortari; short Salinas".
    """

    people: dict[str, str] = Field(default_factory=dict)
    common: dict[str, frozenset[str]] = Field(default_factory=dict)


class _Person:
    """What the files say on one person, gathered over all lines that name it."""

    __slots__ = ("short", "spellings", "terms")

    def __init__(self) -> None:
        self.terms: list[Term] = []
        self.spellings: list[str] = []
        self.short: tuple[str, ...] | None = None

    def leader(self, name: str) -> Leader:
        spellings = tuple(dict.fromkeys(self.spellings))
        short = self.short
        if short is None:
            short = tuple(dict.fromkeys(s for form in (name, *spellings) for s in last_names(form)))
        return Leader(name, spellings, short, tuple(sorted(self.terms, key=lambda term: term.since)))


def _first_day(words: str) -> date:
    return date.fromisoformat(words if len(words) > _MONTH else f"{words}-01")


def _last_day(words: str) -> date:
    if len(words) > _MONTH:
        return date.fromisoformat(words)
    first = _first_day(words)
    return date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)


def _term(party: str, words: str, person: str, file: str) -> Term:
    since, _, until = words.partition("/")
    try:
        term = Term(party, _first_day(since), None if until == ".." else _last_day(until))
    except ValueError as fault:
        raise RuleError(f"{file}: people.{party}.{person}: {words!r} is no interval such as 2004-03-09/..") from fault
    if term.until is not None and term.until < term.since:
        raise RuleError(f"{file}: people.{party}.{person}: {words} ends before it begins")
    return term


def _listed(words: str) -> tuple[str, ...]:
    return () if words == "-" else tuple(words.split(", "))


def read_people(file: str, rules: LeaderFile, people: dict[str, _Person]) -> None:
    """Adds the people of one file. Raises RuleError for a line that does not read as one person."""
    for party, lines in rules.people.items():
        for line in lines.strip().splitlines():
            found = _LINE.fullmatch(line)
            if not found:
                raise RuleError(f"{file}: people.{party}: {line!r} does not read 'Name: since/until, ...'")
            name, terms, spelled, short = found.groups()
            person = people.setdefault(name, _Person())
            person.terms += [_term(party, words, name, file) for words in terms.split(", ")]
            if spelled:
                person.spellings += _listed(spelled)
            if short:
                person.short = _listed(short)


def last_names(name: str) -> tuple[str, ...]:
    """What stands alone for a name written given name first: its last word, with and without particles."""
    words = name.split()
    if len(words) < 2:
        return ()
    last = words[-1]
    bare = _ARTICLE.sub("", last)
    found = [last, bare] if bare != last else [last]
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
        found.insert(0, " ".join(words[first:]))
    return tuple(found)


@lru_cache(maxsize=1)
def _files() -> tuple[tuple[str, LeaderFile], ...]:
    packaged = (file for file in rule_files("parties") if file.name.startswith("leaders"))
    return tuple((file.name, read_rules(file, LeaderFile)) for file in packaged)


@lru_cache(maxsize=1)
def load_leaders() -> tuple[Leader, ...]:
    """All packaged leaders by name. Raises RuleError for a faulty file, line or interval."""
    people: dict[str, _Person] = {}
    for file, rules in _files():
        read_people(file, rules, people)
    return tuple(people[name].leader(name) for name in sorted(people))


@lru_cache(maxsize=1)
def common_names() -> frozenset[str]:
    """Short names that many people bear."""
    return frozenset[str]().union(*(names for _, rules in _files() for names in rules.common.values()))
