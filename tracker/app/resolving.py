"""Keeps the events of a negotiation true to its mentions and decisions, touching no more than what changed."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from tracker.app.learning import party_rules
from tracker.model.events import Event, Report
from tracker.model.mentions import EventType, MentionKey
from tracker.resolve import PartyRules, Update, resolve, resolve_changed, seen_on
from tracker.resolve.resolution import ADDED
from tracker.store.neighbours import StoredNeighbours
from tracker.store.unit import Unit

_YEAR = 366
_MOVES = frozenset({EventType.PROPOSAL, EventType.ACCEPTANCE, EventType.REJECTION})
_MEANING = _MOVES | {
    EventType.AGREEMENT,
    EventType.DEMAND,
    EventType.MEDIATION,
    EventType.MEETING,
    EventType.STATEMENT,
    EventType.SUSPENSION,
    EventType.TRUCE,
    EventType.WITHDRAWAL,
}


@dataclass(frozen=True, slots=True)
class Context:
    """Events around a change. Whose turn it is follows from them only where they reach the day of the last report."""

    events: tuple[Event, ...]
    reaches_today: bool


@dataclass(slots=True)
class Touched:
    """The events of one negotiation that a unit of work touched, as they were before it."""

    before: dict[int, Event] = field(default_factory=dict)
    made: set[int] = field(default_factory=set)

    def replace(self, before: Iterable[Event], after: Iterable[int]) -> None:
        """Notes that events were replaced; what an earlier step made was not there before."""
        for event in before:
            if event.id not in self.made:
                self.before.setdefault(event.id, event)
        self.made.update(one for one in after if one not in self.before)

    @property
    def ids(self) -> set[int]:
        """The events touched, living or not."""
        return self.made | self.before.keys()


class Resolver:
    """The events of one negotiation within one unit of work."""

    def __init__(self, unit: Unit, negotiation_id: int, *, keeps_touched: bool = True) -> None:
        """`keeps_touched`: whether `difference` will be asked for."""
        self.touched = Touched()
        self._keeps_touched = keeps_touched
        self._unit = unit
        self._negotiation = negotiation_id
        self._near: StoredNeighbours = unit.neighbours(negotiation_id)

    def take_out(self, keys: Collection[MentionKey]) -> None:
        """Resolves what is left without these mentions. Call it while they are still stored."""
        if keys:
            self._resolve((), keys, party_rules(self._unit, self._negotiation))

    def put_in(self, reports: Collection[Report], names: Collection[str] = ()) -> None:
        """Resolves new reports, and those that have one of `names`, whose side has changed."""
        self._resolve(reports, (), party_rules(self._unit, self._negotiation), names=names)

    def decided(self, keys: Collection[MentionKey]) -> None:
        """Resolves what a decision on these mentions, just made or undone, touches."""
        self._resolve((), (), party_rules(self._unit, self._negotiation), touched=keys)

    def everything(self) -> None:
        """Resolves the whole negotiation, as a decision on parties demands."""
        unit, at = self._unit, self._negotiation
        reports = list(unit.reports.of_versions(unit.mentions.live_versions(at)))
        decisions, ids = unit.decisions.of(at), self._near.all_first_ids()
        resolution = resolve(reports, party_rules(unit, at), decisions, ids, next_id=unit.events.next_id())
        components = self._near.components_of([report.key for report in reports])
        self._write(Update(resolution, frozenset(components.values())), ())

    def difference(self) -> tuple[tuple[Event, ...], tuple[Event, ...], dt.date | None]:
        """The events touched as they were and as they are, without rejected ones and those that stayed the same, both
        seen on the day of the last report, and that day."""
        today = self._unit.articles.last_published(self._negotiation)
        now = {one.id: one for one in self._unit.events.with_ids(self.touched.ids, rejected=False)}
        was = self.touched.before
        before = [one for key, one in was.items() if now.get(key) != one]
        after = [one for key, one in now.items() if was.get(key) != one]
        return seen_on(sorted(before, key=_order), today), seen_on(sorted(after, key=_order), today), today

    def context(self, before: Iterable[Event], after: Iterable[Event]) -> Context:
        """The other events that say what a changed proposal or answer means: those of a year before it and after it.
        None where no proposal and no answer changed, so that adding an article does not read a negotiation."""
        touched = {one.id: one for one in (*before, *after)}
        moves = [one for one in touched.values() if one.type in _MOVES]
        days = [day.toordinal() for one in moves if (day := one.date.earliest or one.date.latest)]
        if not days:
            return Context((), reaches_today=False)
        today = self._unit.articles.last_published(self._negotiation)
        first = dt.date.fromordinal(max(dt.date.min.toordinal(), min(days) - _YEAR))
        last = dt.date.fromordinal(min(dt.date.max.toordinal(), max(days) + _YEAR))
        around = self._unit.events.of(self._negotiation, types=_MEANING, began=(first, last))
        others = seen_on([one for one in around if one.id not in touched], today)
        return Context(others, reaches_today=today is None or today <= last)

    def _resolve(
        self,
        new: Collection[Report],
        removed: Collection[MentionKey],
        rules: PartyRules,
        *,
        names: Collection[str] = (),
        touched: Collection[MentionKey] = (),
    ) -> None:
        update = resolve_changed(
            self._near,
            list(new),
            removed,
            rules=rules,
            decisions=self._unit.decisions.of(self._negotiation),
            changed_names=names,
            touched=touched,
            next_id=self._unit.events.next_id(),
        )
        self._write(update, removed)

    def _write(self, update: Update, removed: Collection[MentionKey]) -> None:
        """Replaces the events of the components in `update`, and those that held removed mentions."""
        events, near, resolution = self._unit.events, self._near, update.resolution
        members = near.member_ids(update.replaced) | set(near.mention_ids(removed).values())
        by_hand = set(near.first_ids({ADDED}).values())
        replaced = near.event_ids(members) | by_hand | set(resolution.redirects)
        living = [*resolution.events, *resolution.rejected]
        if self._keeps_touched:
            self.touched.replace(events.with_ids(replaced), [one.id for one in living])
        events.delete(replaced)
        near.forget(members)
        rows = near.write(
            {_key(report): resolution.components[str(report.key)] for one in living for report in one.reports},
            {_key(report): resolution.keys[str(report.key)] for one in living for report in one.reports},
        )
        events.give_ids(self._negotiation, [*resolution.ids.values(), *(one.id for one in living)])
        events.write(self._negotiation, resolution.events, rows, is_rejected=False)
        events.write(self._negotiation, resolution.rejected, rows, is_rejected=True)
        events.redirect(resolution.redirects, [one.id for one in living])
        near.remember(resolution.ids)
        self._unit.negotiations.moved_on(self._negotiation)


def _key(report: Report) -> MentionKey:
    return report.key


def _order(event: Event) -> tuple[dt.date, int]:
    return event.date.earliest or event.date.latest or dt.date.max, event.id
