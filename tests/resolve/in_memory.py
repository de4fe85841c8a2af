"""What a store keeps for resolve, in memory: the reference for `Neighbours`."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from tracker.model.dates import Span
from tracker.model.decisions import Decision
from tracker.model.events import Event, Report
from tracker.model.mentions import MentionKey
from tracker.resolve import PartyRules, Update, resolve_changed
from tracker.resolve.words import fold


class Memory:
    """One negotiation's reports, components, keys, ids and events, kept up to date by `resolve_changed`."""

    def __init__(self) -> None:
        self.reports: dict[MentionKey, Report] = {}
        self.components: dict[MentionKey, str] = {}
        self.keys: dict[str, set[MentionKey]] = {}
        self.ids: dict[str, int] = {}
        self.events: dict[int, Event] = {}
        self.rejected: dict[int, Event] = {}
        self.next_id = 1
        self.resolved = 0

    def under(self, keys: Collection[str]) -> Iterable[Report]:
        found = {key for name in keys for key in self.keys.get(name, ())}
        return [self.reports[key] for key in sorted(found)]

    def naming(self, names: Collection[str]) -> Iterable[Report]:
        def holds(report: Report) -> bool:
            mention = report.mention
            source = [mention.source] if mention.source else []
            forms = [fold(r.name) for r in (*mention.actors, *mention.targets, *mention.mediators, *source)]
            return any(form in names or form.rpartition(" ")[2] in names for form in forms)

        return [report for _, report in sorted(self.reports.items()) if holds(report)]

    def components_of(self, keys: Collection[MentionKey]) -> Mapping[MentionKey, str]:
        return {key: self.components[key] for key in keys if key in self.components}

    def members(self, components: Collection[str]) -> Iterable[Report]:
        return [self.reports[key] for key, name in sorted(self.components.items()) if name in components]

    def first_ids(self, prefixes: Collection[str]) -> Mapping[str, int]:
        return {key: public for key, public in self.ids.items() if any(key.startswith(prefix) for prefix in prefixes)}

    def components_of_ids(self, ids: Collection[int]) -> Collection[str]:
        return {name for key, name in self.components.items() if self.ids[str(key)] in ids}

    def event_at(self, text_hash: str, trigger: Span) -> int | None:
        for event in (*self.events.values(), *self.rejected.values()):
            for report in event.reports:
                if (report.key.text_hash, report.mention.trigger) == (text_hash, trigger):
                    return event.id
        return None

    def contents_of(self, keys: Collection[MentionKey]) -> Iterable[MentionKey]:
        places = {(key.text_hash, Span(key.first, key.last)) for key in keys}
        return [key for key, one in self.reports.items() if (key.text_hash, one.mention.content_of) in places]

    def change(
        self,
        new: Sequence[Report] = (),
        removed: Collection[MentionKey] = (),
        rules: PartyRules | None = None,
        decisions: Sequence[Decision] = (),
        changed_names: Collection[str] = (),
        touched: Collection[MentionKey] = (),
    ) -> Update:
        update = resolve_changed(
            self,
            new,
            removed,
            rules=rules,
            decisions=decisions,
            changed_names=changed_names,
            touched=touched,
            next_id=self.next_id,
        )
        self._write(update, new, removed)
        return update

    def _write(self, update: Update, new: Sequence[Report], removed: Collection[MentionKey]) -> None:
        old = {key for key, name in self.components.items() if name in update.replaced} | set(removed)
        for kept in (self.events, self.rejected):
            for public, event in list(kept.items()):
                if not event.reports or any(report.key in old for report in event.reports):
                    del kept[public]
        for key in removed:
            self.reports.pop(key, None)
            self.components.pop(key, None)
        self.reports |= {report.key: report for report in new}
        done = update.resolution
        by_text = {str(key): key for key in self.reports}
        for name, component in done.components.items():
            self.components[by_text[name]] = component
        for held in self.keys.values():
            held -= old
        for name, keys in done.keys.items():
            for key in keys:
                self.keys.setdefault(key, set()).add(by_text[name])
        self.ids |= done.ids
        self.events |= {event.id: event for event in done.events}
        self.rejected |= {event.id: event for event in done.rejected}
        self.next_id = max(self.next_id, done.next_id)
        self.resolved = len(done.components)
