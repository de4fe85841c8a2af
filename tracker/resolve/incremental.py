"""The same resolution, worked out anew only where something changed.

Mentions form components: two are in one where they are linked, directly or through others, where a decision names both,
or where both were first given the same id. What a component's events are depends on nothing outside it, so after an
article is added or removed only the components that it touches are resolved again. The result equals `resolve` over
everything; a property test holds it to that.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from tracker.model.dates import Span
from tracker.model.decisions import Decision
from tracker.model.events import Report
from tracker.model.mentions import MentionKey
from tracker.resolve.blocking import lookup_keys
from tracker.resolve.decisions import GROUPING, ON_EVENTS, Places, effective, read_key
from tracker.resolve.identity import total
from tracker.resolve.parties import PartyBook, PartyRules
from tracker.resolve.profile import Profile, profile
from tracker.resolve.resolution import ADDED, Resolution, resolve


class Neighbours(Protocol):
    """What is stored of one negotiation, the new reports not among it and the removed ones gone or not.

    Reports need no party names; components and ids are those that the last resolution gave.
    """

    def under(self, keys: Collection[str]) -> Iterable[Report]:
        """The reports stored under any of these blocking keys, each once."""

    def naming(self, names: Collection[str]) -> Iterable[Report]:
        """The reports with an unverified reference (any role, the source too) whose folded name or folded last word is
        one of these."""

    def components_of(self, keys: Collection[MentionKey]) -> Mapping[MentionKey, str]:
        """The component of each of these mentions that has one."""

    def members(self, components: Collection[str]) -> Iterable[Report]:
        """The reports of these components."""

    def first_ids(self, prefixes: Collection[str]) -> Mapping[str, int]:
        """The ids first given to mentions, by key as text, of those whose key begins with one of these text hashes (or
        with "added "); mentions that are gone among them."""

    def components_of_ids(self, ids: Collection[int]) -> Collection[str]:
        """The components of the mentions that were first given one of these ids."""

    def event_at(self, text_hash: str, trigger: Span) -> int | None:
        """The event that holds the mention with this trigger now."""

    def contents_of(self, keys: Collection[MentionKey]) -> Iterable[MentionKey]:
        """The mentions in the same texts whose `content_of` is the trigger of one of these."""


@dataclass(frozen=True, slots=True)
class Update:
    """What has to be written: the components in `replaced` go with their events, what `resolution` holds comes in their
    place. Its `events`, `rejected`, `ids`, `components` and `keys` are those of the resolved part (events added by hand
    are always among them), its `redirects` and `lost` too."""

    resolution: Resolution
    replaced: frozenset[str]


def resolve_changed(
    neighbours: Neighbours,
    new: Sequence[Report] = (),
    removed: Collection[MentionKey] = (),
    *,
    rules: PartyRules | None = None,
    decisions: Sequence[Decision] = (),
    changed_names: Collection[str] = (),
    touched: Collection[MentionKey] = (),
    next_id: int = 1,
    today: dt.date | None = None,
) -> Update:
    """Resolves what new and removed reports, decisions and new party names touch.

    `decisions` are all of the negotiation; `touched` the mentions that a decision just made or undone is about;
    `changed_names` what `parties.changed_names` gives (empty where no article taught anything new).
    """
    standing = effective(decisions)
    book = PartyBook(rules or PartyRules(), standing)
    gone = set(removed)
    fresh = {one.key: one for one in new}
    if changed_names:
        fresh |= {one.key: one for one in neighbours.naming(changed_names) if one.key not in gone}
    replaced = set(neighbours.components_of([*gone, *fresh, *touched]).values())
    replaced |= _linked_components(neighbours, fresh.values(), gone, book)
    known = neighbours.first_ids({key.text_hash for key in fresh})
    replaced |= set(neighbours.components_of_ids({known[str(key)] for key in fresh if str(key) in known}))
    while True:
        replaced = _with_decided(neighbours, replaced, fresh.values(), standing, gone)
        reports = fresh | {one.key: one for one in neighbours.members(replaced) if one.key not in gone}
        resolution = resolve(
            list(reports.values()),
            rules,
            _relevant(neighbours, standing, reports.values(), gone),
            _ids(neighbours, reports, gone),
            today,
            next_id=next_id,
            event_at=neighbours.event_at,
        )
        more = _stale_contents(neighbours, resolution, gone) - replaced
        if not more:
            return Update(resolution, frozenset(replaced))
        replaced |= more


def _ids(neighbours: Neighbours, reports: Mapping[MentionKey, Report], gone: Collection[MentionKey]) -> dict[str, int]:
    """The ids first given to these mentions and to those of the same texts that are gone; those that live in other
    components have nothing to pass on."""
    known = neighbours.first_ids({ADDED, *(key.text_hash for key in reports)})
    others = [read_key(name) for name in known if not name.startswith(ADDED)]
    alive = {
        str(key) for key in neighbours.components_of([key for key in others if key not in reports]) if key not in gone
    }
    return {name: public for name, public in known.items() if name not in alive}


def _linked_components(
    neighbours: Neighbours, fresh: Iterable[Report], gone: Collection[MentionKey], book: PartyBook
) -> set[str]:
    """The components of the stored reports with which a fresh one is linked."""
    profiles = [profile(book.named(one)) for one in fresh]
    wanted = {key: None for one in profiles for key in lookup_keys(one)}
    stored = [profile(book.named(one)) for one in neighbours.under(list(wanted)) if one.key not in gone]
    linked = {other.key for one in profiles for other in stored if one.key != other.key and _links(one, other)}
    return set(neighbours.components_of(sorted(linked)).values())


def _links(one: Profile, other: Profile) -> bool:
    score = total(one, other)
    return score is not None and score >= 0


def _with_decided(
    neighbours: Neighbours,
    replaced: set[str],
    fresh: Iterable[Report],
    standing: Sequence[Decision],
    gone: Collection[MentionKey],
) -> set[str]:
    """The components and all that decisions tie to them, directly or through each other."""
    places = Places(fresh)
    tied = []
    for one in standing:
        if one.kind in GROUPING + ON_EVENTS and one.targets:
            stored = neighbours.components_of([key for key in _keys(one) if key not in gone])
            tied.append((set(stored.values()), _means(one, places, {str(key) for key in stored})))
    while True:
        more = {name for names, is_fresh in tied if is_fresh or names & replaced for name in names} - replaced
        if not more:
            return replaced
        replaced = replaced | more


def _relevant(
    neighbours: Neighbours, standing: Iterable[Decision], reports: Iterable[Report], gone: Collection[MentionKey]
) -> list[Decision]:
    """The decisions that can matter to these reports: those on parties and those added by hand always."""
    places = Places(reports)

    def matters(one: Decision) -> bool:
        if one.kind not in GROUPING + ON_EVENTS or not one.targets:
            return True
        stored = neighbours.components_of([key for key in _keys(one) if key not in gone])
        return _means(one, places, {str(key) for key in stored})

    return [one for one in standing if matters(one)]


def _means(decision: Decision, places: Places, stored: Collection[str]) -> bool:
    """Whether one of these places is meant by the decision: by its key, or by its words where no mention in the store
    has the key."""
    return any(places.has(target) or (target.key not in stored and places.find(target)) for target in decision.targets)


def _keys(decision: Decision) -> list[MentionKey]:
    found = []
    for target in decision.targets:
        try:
            found.append(read_key(target.key))
        except ValueError:
            continue
    return found


def _stale_contents(neighbours: Neighbours, resolution: Resolution, gone: Collection[MentionKey]) -> set[str]:
    """The components of mentions whose containing mention is now in an event of another id, or gone."""
    moved = set(gone)
    for event in (*resolution.events, *resolution.rejected):
        for one in event.reports:
            before = neighbours.event_at(one.key.text_hash, one.mention.trigger)
            if before is not None and before != event.id:
                moved.add(one.key)
    if not moved:
        return set()
    return set(neighbours.components_of(sorted(set(neighbours.contents_of(sorted(moved))) - set(gone))).values())
