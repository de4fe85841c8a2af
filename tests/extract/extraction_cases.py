"""Sentences with the events that a careful reader finds in them: the case files, and how an extraction compares.

A case names its `text`, `group` and, where the file's default does not hold, its day of publication. It expects
`events` and no other mention, but for triggers that hold one of the words under `optional`. An event names part of its
trigger's words; a list of types or statuses means any of them; `start` or `end` "unknown" means that there is none;
fields not named are not compared. `same_party` lists names of one party, the one that is expected first. `none` is a
case without events. `known_miss` marks what the program does not get yet.
Run as a script, it prints the cases that go wrong and the known misses that no longer do.
"""

import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from tracker.evaluate.agreement import Namer
from tracker.evaluate.naming import namer
from tracker.extract import extract_many
from tracker.model.articles import Article
from tracker.model.dates import label_dates
from tracker.model.mentions import EventType, Mention, Status

FOLDER = Path(__file__).parent / "cases"
_ROLES = ("actors", "targets", "mediators")


@dataclass(frozen=True, slots=True)
class Expected:
    """One event that a reader finds."""

    trigger: str
    type: str | list[str]
    status: str | list[str]
    actors: list[str] | None = None
    targets: list[str] | None = None
    mediators: list[str] | None = None
    source: str | None = None
    start: str | None = None
    end: str | None = None
    count: float | None = None
    unit: str | None = None
    no_count: bool = False

    @property
    def types(self) -> list[str]:
        return self.type if isinstance(self.type, list) else [self.type]

    @property
    def statuses(self) -> list[str]:
        return self.status if isinstance(self.status, list) else [self.status]


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence, or a few, with what is to be found."""

    file: str
    text: str
    group: str
    published: date
    events: tuple[Expected, ...] = ()
    none: bool = False
    optional: tuple[str, ...] = ()
    same_party: tuple[tuple[str, ...], ...] = ()
    known_miss: bool = False

    @property
    def article(self) -> Article:
        return Article(self.text, published=self.published)


def _checked(keys: object, allowed: Sequence[str], place: str) -> None:
    unknown = set(keys) - set(allowed)  # type: ignore[call-overload]
    if unknown:
        raise ValueError(f"{place}: unknown keys {sorted(unknown)}")


def _expected(data: dict[str, Any], text: str, place: str) -> Expected:
    _checked(data, [field.name for field in fields(Expected)], place)
    event = Expected(**data)
    if event.trigger not in text:
        raise ValueError(f"{place}: the trigger {event.trigger!r} is not in the text")
    for name in event.types:
        EventType(name)
    for name in event.statuses:
        Status(name)
    return event


def read_cases() -> list[Case]:
    """Every case of every file, in order. Raises ValueError naming the file and the text of a faulty one."""
    cases = []
    for path in sorted(FOLDER.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        _checked(data, ["published", "cases"], path.name)
        for raw in data["cases"]:
            place = f"{path.name}: {raw['text']!r}"
            _checked(raw, [field.name for field in fields(Case) if field.name != "file"], place)
            events = tuple(_expected(event, raw["text"], place) for event in raw.get("events", ()))
            if bool(events) is bool(raw.get("none")):
                raise ValueError(f"{place}: a case has either events or `none = true`")
            day = date.fromisoformat(raw.get("published", data["published"]))
            given = {"events": events, "published": day, "optional": tuple(raw.get("optional", ()))}
            given["same_party"] = tuple(tuple(names) for names in raw.get("same_party", ()))
            cases.append(Case(file=path.stem, **(raw | given)))
    return cases


def extracted(cases: Sequence[Case]) -> list[tuple[Mention, ...]]:
    """The mentions of each case's text, from one pass."""
    return [extraction.mentions for extraction in extract_many(case.article for case in cases)]


def faults(case: Case, mentions: Sequence[Mention]) -> list[str]:
    """What differs between a case and what was extracted from it: nothing, if all is right."""
    left = list(mentions)
    name = _namer(case)
    found = []
    for event in case.events:
        here = [m for m in left if _meets(event, m, case.text)]
        right_type = [m for m in here if m.type in event.types]
        if not here:
            found.append(f"no {event.types[0]} at {event.trigger!r}")
        elif not right_type:
            found.append(f"{here[0].type} instead of {event.types[0]} at {event.trigger!r}")
            left.remove(here[0])
        else:
            best = min(right_type, key=lambda m: len(_differences(event, m, name)))
            found += _differences(event, best, name)
            left.remove(best)
    for mention in left:
        if not any(word in mention.words or mention.words in word for word in case.optional):
            found.append(f"{mention.type} too many at {mention.words!r}")
    return found


def _namer(case: Case) -> Namer:
    known = {name for event in case.events for role in _ROLES for name in getattr(event, role) or ()}
    known |= {event.source for event in case.events if event.source}
    expected = {other.casefold(): first for first, *others in case.same_party for other in others}
    named = namer({party: [] for party in sorted(known)})
    return lambda name: named(expected.get(name.casefold(), name))


def _meets(event: Expected, mention: Mention, text: str) -> bool:
    first = text.find(event.trigger)
    return mention.trigger.first < first + len(event.trigger) and first < mention.trigger.last


def _differences(event: Expected, mention: Mention, name: Namer) -> list[str]:
    start, end = label_dates(mention.date)
    found = []

    def compare(field: str, wanted: object, given: object) -> None:
        if wanted is not None and wanted != given:
            found.append(f"{event.trigger!r}: {field} {given!r} instead of {wanted!r}")

    compare(
        "status", mention.status.value if mention.status in event.statuses else event.statuses, mention.status.value
    )
    compare("start", event.start, start.isoformat() if start else "unknown")
    compare("end", event.end, end.isoformat() if end else "unknown")
    number = mention.quantities[0] if mention.quantities else None
    compare("count", event.count, number.value if number else None)
    compare("unit", event.unit, number.unit.value if number else None)
    compare("count", False if event.no_count else None, number is not None)
    if event.source:
        given = name(mention.source.side) if mention.source else frozenset()
        compare("source", event.source, event.source if event.source in given else sorted(given))
    for role in _ROLES:
        wanted = getattr(event, role)
        if wanted is not None:
            sides = {side for reference in getattr(mention, role) for side in name(reference.side)}
            compare(role, sorted(wanted), sorted(sides))
    return found


def main() -> None:
    """Prints what goes wrong, by file and group, and the share that is right."""
    cases = read_cases()
    wrong = {case.text: faults(case, mentions) for case, mentions in zip(cases, extracted(cases), strict=True)}
    for case in cases:
        if wrong[case.text]:
            print(f"{case.file} / {case.group}{' (known)' if case.known_miss else ''}: {case.text}")
            print(*(f"    {fault}" for fault in wrong[case.text]), sep="\n")
        elif case.known_miss:
            print(f"{case.file} / {case.group}: NO LONGER A MISS: {case.text}")
    right = sum(not found for found in wrong.values())
    print(f"{right} of {len(cases)} right ({right / len(cases):.3f})")


if __name__ == "__main__":
    sys.exit(main())
