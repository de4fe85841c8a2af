"""What must come out of each packaged seed, as its expected.toml says."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tracker.app import App
from tracker.model.dates import label_dates
from tracker.model.events import Event
from tracker.resources import seeds_path
from tracker.store import open_store

SEEDS = sorted(path.parent for path in seeds_path().glob("*/expected.toml"))
KEYS = {"what", "type", "status", "actors", "targets", "mediators", "source", "start", "end", "count", "articles"}
KEYS |= {"exactly", "evidence"}


def entries(kind: str) -> list[Any]:
    """The entries of this kind of all seeds."""
    return [
        pytest.param(folder.name, entry, id=entry["what"].replace(" ", "-")[:60])
        for folder in SEEDS
        for entry in tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))[kind]
    ]


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Event, ...]]:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('seeds')}/tracker.db")
    app = App(store)
    app.load_seeds()
    return {folder.name: app.events(folder.name) for folder in SEEDS}


def fits(value: str, wanted: str | list[str] | None) -> bool:
    """Whether a value is the one wanted, or one of those; None wants nothing."""
    return wanted is None or value in ([wanted] if isinstance(wanted, str) else wanted)


def is_meant(event: Event, entry: dict[str, Any]) -> bool:
    """Whether type, status and the parties in their roles are those of the entry."""
    return (
        fits(event.type.value, entry.get("type"))
        and fits(event.status.value, entry.get("status"))
        and all(set(entry.get(role, ())) <= set(getattr(event, role)) for role in ("actors", "targets", "mediators"))
        and entry.get("source", event.source) == event.source
        and (
            "count" not in entry
            or any(
                f.value == entry["count"]["value"] and fits(f.unit.value, entry["count"]["unit"]) for f in event.figures
            )
        )
        and any(entry.get("evidence", "") in report.evidence for report in event.reports)
    )


def is_met(event: Event, entry: dict[str, Any]) -> bool:
    """The same, and the dates and the number of articles too."""
    start, end = label_dates(event.date)
    return (
        is_meant(event, entry)
        and entry.get("start", start) == start
        and entry.get("end", end) == end
        and len({report.article_id for report in event.reports}) >= entry.get("articles", 1)
    )


def shown(events: tuple[Event, ...], entry: dict[str, Any]) -> str:
    """The events of the entry's type, to read beside a failure."""
    kinds = entry.get("type", [])
    return "\n".join(
        f"{e.type} {e.status} {label_dates(e.date)} {e.actors} > {e.targets} via {e.mediators} by {e.source}"
        f" {[(f.value, f.unit.value) for f in e.figures]} {[(r.article_id, r.mention.words) for r in e.reports]}"
        for e in events
        if e.type.value in kinds
    )


@pytest.mark.parametrize(("slug", "entry"), entries("events"))
def test_what_must_come_out_does(slug: str, entry: dict[str, Any], events: dict[str, tuple[Event, ...]]) -> None:
    assert entry.keys() <= KEYS
    assert any(is_met(event, entry) for event in events[slug]), shown(events[slug], entry)
    if "exactly" in entry:
        meant = [event for event in events[slug] if is_meant(event, entry)]
        assert len(meant) == entry["exactly"], shown(events[slug], entry)


@pytest.mark.parametrize(("slug", "entry"), entries("never"))
def test_what_must_not_come_out_does_not(
    slug: str, entry: dict[str, Any], events: dict[str, tuple[Event, ...]]
) -> None:
    assert entry.keys() <= KEYS
    assert not [event for event in events[slug] if is_meant(event, entry)]


def test_no_event_of_a_seed_is_dated_after_its_last_article(events: dict[str, tuple[Event, ...]]) -> None:
    for slug, found in events.items():
        last = max(report.published or date.min for event in found for report in event.reports)
        assert all(event.date.earliest is None or event.date.earliest <= last for event in found if event.is_real), slug


def test_the_folder_holds_what_the_expectations_are_about() -> None:
    assert all((folder / "negotiation.toml").is_file() for folder in SEEDS)
    assert Path(SEEDS[0]).name == "gaza-truce-2024"
