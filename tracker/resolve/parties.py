"""Which party a surface form stands for, decided over all articles at once."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from tracker.model.decisions import Decision, DecisionKind
from tracker.model.events import Report
from tracker.model.parties import Affiliation, Alias, PartyKind, PartyReference
from tracker.resolve.sides import partisans
from tracker.resolve.words import fold

Learned = Mapping[str, Mapping[str, int]]


_NAMELESS = "government"


class Sides(Protocol):
    """The sides of folded names."""

    def get(self, name: str, /) -> str | None:
        """The side of a name, None where nothing teaches it."""


class Lessons(Protocol):
    """What articles teach, found name by name: the same as `PartyRules.learned` gives, without reading all of it."""

    @property
    def sides(self) -> Sides:
        """The side that most articles give a full name."""

    @property
    def surname_sides(self) -> Sides:
        """The side of a last word whose bearers all belong to it."""


@dataclass(frozen=True, slots=True)
class PartyRules:
    """What is known of names beyond the packaged rules, which extraction has applied.

    `learned`: for each name, how many articles put it to which side; `aliases`: what seeds and analysts say, with days;
    `lessons`, where given, are asked instead of `learned`.
    """

    learned: Learned = field(default_factory=dict)
    aliases: tuple[Alias, ...] = ()
    lessons: Lessons | None = None

    @classmethod
    def of(cls, affiliations: Iterable[Affiliation], aliases: Iterable[Alias] = ()) -> "PartyRules":
        """Rules from the affiliations of all articles (each article's once) in any order."""
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for affiliation in affiliations:
            counts[affiliation.name][affiliation.side] += 1
        return cls({name: dict(sides) for name, sides in counts.items()}, tuple(aliases))

    @property
    def sides(self) -> Sides:
        """The side that most articles give a full name."""
        return self.lessons.sides if self.lessons else _majority(self.learned)

    @property
    def surname_sides(self) -> Sides:
        """The side of a last word whose bearers all belong to it."""
        return self.lessons.surname_sides if self.lessons else _unanimous_surnames(_majority(self.learned))


class PartyBook:
    """Gives references their party names. The same rules and decisions give the same names in any order."""

    def __init__(self, rules: PartyRules, decisions: Sequence[Decision] = ()) -> None:
        """`decisions` are the effective ones (see `decisions.effective`); later ones win."""
        self._said: dict[str, str] = {}
        self._sides: dict[str, str] = {}
        for decision in decisions:
            if decision.kind is DecisionKind.PARTY_ALIAS:
                self._said[fold(decision.field)] = decision.value
            elif decision.kind is DecisionKind.PARTY_SIDE:
                self._sides[fold(decision.field)] = decision.value
        self._aliases: defaultdict[str, list[Alias]] = defaultdict(list)
        for alias in sorted(rules.aliases, key=_alias_order):
            self._aliases[fold(alias.words)].append(alias)
        self._learned = rules.sides
        self._surnames = rules.surname_sides

    def name(self, reference: PartyReference, day: dt.date | None) -> str:
        """The party that a reference stands for on a day (the publication's, or None: aliases bounded by days are then
        taken as they stand)."""
        found = self._said_of(reference) or self._alias_of(reference, day)
        if found is None:
            found = reference.side if reference.is_verified else self._in_short(self._side_of(reference))
        return self._top(found)

    def named(self, report: Report) -> Report:
        """The report with its parties' names, each once in a role, in the order of the text."""
        mention, day = report.mention, report.published
        return replace(
            report,
            actors=self._names(mention.actors, day),
            targets=self._names(mention.targets, day),
            mediators=self._names(mention.mediators, day),
            source=self.name(mention.source, day) if mention.source else None,
        )

    def _names(self, references: Iterable[PartyReference], day: dt.date | None) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.name(reference, day) for reference in references))

    def _said_of(self, reference: PartyReference) -> str | None:
        for form in (reference.words, reference.name, reference.side):
            if (party := self._said.get(fold(form))) is not None:
                return party
        return None

    def _alias_of(self, reference: PartyReference, day: dt.date | None) -> str | None:
        for form in (reference.words, reference.name):
            for alias in self._aliases.get(fold(form), ()):
                in_time = day is None or (
                    (not alias.since or alias.since <= day) and (not alias.until or day <= alias.until)
                )
                if in_time:
                    return alias.party
        return None

    def _side_of(self, reference: PartyReference) -> str:
        name = fold(reference.name)
        if fold(reference.side) != name:
            # The rules know every state: one that is not verified is only inferred by its article, as is the government
            # of a minister in one that names no state.
            is_inferred = reference.kind is PartyKind.STATE or fold(reference.side) == _NAMELESS
            return (self._learned.get(name) if is_inferred else None) or reference.side
        learned = self._learned.get(name) or self._surnames.get(name)
        return learned or partisans(reference.side.removeprefix("the ").removeprefix("The "))

    def _in_short(self, side: str) -> str:
        """A firm as the articles go on to call it: "Sable" for "Sable Motor"."""
        short = self._learned.get(fold(side))
        return short if short is not None and side.casefold().startswith(f"{short.casefold()} ") else side

    def _top(self, party: str) -> str:
        """Follows what analysts say on sides, so a faction that counts to a party is that party."""
        seen = {fold(party)}
        while (side := self._sides.get(fold(party))) is not None and fold(side) not in seen:
            party = side
            seen.add(fold(side))
        return party


def _alias_order(alias: Alias) -> tuple[str, str, dt.date, dt.date]:
    return fold(alias.words), alias.party, alias.since or dt.date.min, alias.until or dt.date.max


def _majority(learned: Learned) -> dict[str, str]:
    """For each folded name the side that most articles give it; of equals the longer (more specific), then by name."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, sides in learned.items():
        for side, number in sides.items():
            if fold(side) != fold(name):
                counts[fold(name)][side] += number
    return {name: min(sides, key=lambda side: (-sides[side], -len(side), side)) for name, sides in counts.items()}


def _unanimous_surnames(learned: Mapping[str, str]) -> dict[str, str]:
    """The last words of full names whose bearers all belong to one side."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for name, side in learned.items():
        first, _, last = name.rpartition(" ")
        if first and len(last) > 2:
            bearers[last].add(side)
    return {last: next(iter(sides)) for last, sides in bearers.items() if len(sides) == 1}


def changed_names(before: PartyRules, after: PartyRules) -> frozenset[str]:
    """The folded names whose learned side differs between two sets of rules, surnames included: the reports that hold
    one of them as an unverified reference must be named again."""
    old, new = _majority(before.learned), _majority(after.learned)
    old_last, new_last = _unanimous_surnames(old), _unanimous_surnames(new)
    return frozenset(
        {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
        | {name for name in old_last.keys() | new_last.keys() if old_last.get(name) != new_last.get(name)}
    )
