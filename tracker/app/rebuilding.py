"""Extracting and resolving everything anew: new rules, same articles, every decision kept."""

import datetime as dt
import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass

from tracker.app.records import LostDecision, RebuildReport
from tracker.app.resolving import Resolver
from tracker.model.decisions import Decision
from tracker.model.events import Event
from tracker.model.standing import StatusLine
from tracker.resolve.decisions import effective, find_targets, read_key
from tracker.resolve.words import fold
from tracker.store import Store
from tracker.store.reading import batches
from tracker.store.unit import Unit

Progress = Callable[[int, int], None]
"""Called with how many versions of articles are done, and of how many."""

_CHUNK = 16


@dataclass(frozen=True, slots=True)
class Trace:
    """What is kept of an event to tell afterwards whether it changed: a digest and a line, not the event."""

    digest: bytes
    words: str
    day: dt.date | None


def rebuild(store: Store, slug: str | None, on_progress: Progress | None = None) -> RebuildReport:
    """Rebuilds a negotiation, and those that share articles with it, or all.

    The extractions are prepared first, a few texts at a time; interrupted, it goes on where it stopped, and until all
    are there nothing changes. Then everything changes at once. Memory does not grow with the number of articles, but
    for a line an event. Raises NotFound.
    """
    with store.read() as unit:
        covered = _covered(unit, slug)
        wanted = unit.articles.version_ids(covered)
    prepared = _prepare(store, wanted, on_progress)
    with store.begin() as unit:
        was = {event.id: _trace(event) for one in covered for event in unit.events.stream(one)}
        for version_id, extraction_id in prepared.items():
            if unit.articles.exists(version_id):
                unit.mentions.make_current(extraction_id)
        for one in covered:
            _resolve_all(unit, one)
        added, changed = [], []
        for event in (event for one in covered for event in unit.events.stream(one)):
            now, before = _trace(event), was.pop(event.id, None)
            if before is None:
                added.append(_line(event.id, now))
            elif before.digest != now.digest:
                changed.append(_line(event.id, now))
        lost = tuple(found for one in covered for found in _lost(unit, one))
    gone = tuple(_line(event_id, trace) for event_id, trace in sorted(was.items()))
    return RebuildReport(len(prepared), tuple(added), gone, tuple(changed), lost)


def _covered(unit: Unit, slug: str | None) -> tuple[int, ...]:
    """The negotiations that must be rebuilt together: an article's mentions are the same in all it belongs to."""
    every = tuple(one.id for one in unit.negotiations.all())
    if slug is None:
        return every
    found = {unit.negotiations.get(slug).id}
    while more := set(unit.articles.sharing(found)) - found:
        found |= more
    return tuple(one for one in every if one in found)


def _prepare(store: Store, version_ids: Collection[int], on_progress: Progress | None) -> dict[int, int]:
    """Extracts the versions that today's rules have not read, and stores what is found beside what counts. Returns the
    extractions to make current, by version."""
    from tracker.extract import extract_many, rules_version

    rules, prepared, done = rules_version(), dict[int, int](), 0
    for some in batches(version_ids, _CHUNK):
        fresh = []
        with store.read() as unit:
            for version in (unit.articles.version(one) for one in some if unit.articles.exists(one)):
                if (known := unit.mentions.find(version.id, rules, version.article.published)) is None:
                    fresh.append(version)
                elif not unit.mentions.is_current(known):
                    prepared[version.id] = known
        extractions = list(extract_many([one.article for one in fresh]))
        if fresh:
            with store.begin() as unit:
                for version, extraction in zip(fresh, extractions, strict=True):
                    if unit.articles.exists(version.id):
                        published = version.article.published
                        prepared[version.id] = unit.mentions.save(version.id, extraction, published, fold)
        done += len(some)
        if on_progress:
            on_progress(done, len(version_ids))
    return prepared


def _resolve_all(unit: Unit, negotiation_id: int) -> None:
    """Resolves a negotiation from nothing, a few articles at a time."""
    unit.neighbours(negotiation_id).clear()
    unit.events.delete_all(negotiation_id)
    resolver = Resolver(unit, negotiation_id, keeps_touched=False)
    resolver.decided(())
    for some in batches(unit.mentions.live_versions(negotiation_id), _CHUNK):
        resolver.put_in(list(unit.reports.of_versions(some)))


def _trace(event: Event) -> Trace:
    from tracker.views import headline

    digest = hashlib.blake2b(repr(event).encode(), digest_size=16).digest()
    return Trace(digest, headline(event), event.date.earliest or event.date.latest)


def _line(event_id: int, trace: Trace) -> StatusLine:
    return StatusLine(trace.words, (event_id,), trace.day)


def _lost(unit: Unit, negotiation_id: int) -> list[LostDecision]:
    """The standing decisions on events with the targets that nothing matches: looked for in every counting version of
    the articles whose texts they name."""
    decisions = effective(unit.decisions.of(negotiation_id))
    hashes = {text_hash for one in decisions for text_hash in _hashes(one)}
    reports = list(unit.reports.of_versions(unit.articles.counting_versions_of(hashes, negotiation_id)))
    _, lost = find_targets(decisions, reports)
    return [LostDecision(one.decision, one.target) for one in lost]


def _hashes(decision: Decision) -> set[str]:
    return {read_key(target.key).text_hash for target in decision.targets}
