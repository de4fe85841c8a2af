"""What the articles of a negotiation teach about names, asked of the database name by name."""

import datetime as dt
from collections.abc import Callable, Iterable

from tracker.resolve import PartyRules
from tracker.resolve.words import fold
from tracker.store.records import LearnedSide
from tracker.store.unit import Unit

Verdict = tuple[str | None, str | None]


def party_rules(unit: Unit, negotiation_id: int) -> PartyRules:
    """The rules of a negotiation as the unit of work sees it when they are asked; each name is looked up once."""
    return PartyRules(aliases=unit.negotiations.aliases(), lessons=StoredLessons(unit, negotiation_id))


def party_rules_of_day(unit: Unit, negotiation_id: int, day: dt.date) -> PartyRules:
    """The rules that follow from what was published by a day."""
    return PartyRules.of(unit.mentions.affiliations(negotiation_id, until=day), unit.negotiations.aliases())


class StoredLessons:
    """The lessons of all counting articles of a negotiation."""

    def __init__(self, unit: Unit, negotiation_id: int) -> None:
        mentions, at = unit.mentions, negotiation_id
        self.sides = Looked(lambda name: _rules(mentions.sides_of(at, name)).sides.get(name))
        self.surname_sides = Looked(lambda name: _rules(mentions.sides_of_bearers(at, name)).surname_sides.get(name))


class Looked:
    """A function of names, asked once for each."""

    def __init__(self, find: Callable[[str], str | None]) -> None:
        self._find = find
        self._found: dict[str, str | None] = {}

    def get(self, name: str, /) -> str | None:
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]


def verdicts(unit: Unit, negotiation_id: int, names: Iterable[str]) -> dict[str, Verdict]:
    """What is known now of folded full names, and of their last words."""
    lessons = StoredLessons(unit, negotiation_id)
    forms = sorted({form for name in names for form in (name, name.rpartition(" ")[2])})
    return {form: (lessons.sides.get(form), lessons.surname_sides.get(form)) for form in forms}


def changed_verdicts(before: dict[str, Verdict], after: dict[str, Verdict]) -> frozenset[str]:
    """The names of which something else is known now: reports that hold one must be named again."""
    nothing = (None, None)
    return frozenset(
        name for name in before.keys() | after.keys() if before.get(name, nothing) != after.get(name, nothing)
    )


def taught_names(names: Iterable[str]) -> frozenset[str]:
    """The folded forms of names."""
    return frozenset(fold(name) for name in names)


def _rules(lessons: Iterable[LearnedSide]) -> PartyRules:
    learned: dict[str, dict[str, int]] = {}
    for one in lessons:
        learned.setdefault(one.name, {})[one.side] = one.articles
    return PartyRules(learned)
