"""Events sorted out once, so that every view reads what it needs without going through all of them again."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar, cast, overload

from tracker.model.events import Event, Report
from tracker.model.mentions import EventType, Mention
from tracker.views.days import last_possible, middle
from tracker.views.quotes import fold
from tracker.views.references import reference_words
from tracker.views.weights import key_weights

NO_DAY = dt.date.min
_OWN_NAME = 1_000_000
Made = TypeVar("Made")
Key = TypeVar("Key", bound=Hashable)


class EventIndex(Sequence[Event]):
    """The events of a negotiation in order of time, by type, by party, by article and by what they are content of.

    A sequence of events, so that each view takes either. Ranks: a dated event by the middle of its days; one without
    known day before the dated events of its articles, at the latest of their days; one without either first of all.
    """

    def __init__(self, events: Iterable[Event]) -> None:
        kept = list(events)
        self._last = {event.id: last_possible(event) for event in kept}
        self._ranks = _ranks(kept, self._last)
        self._kept: dict[Hashable, object] = {}
        weights = key_weights().weights
        self._order = {event.id: self._order_of(event, weights.get(event.type, 0.0)) for event in kept}
        self._events = tuple(sorted(kept, key=self.order))

    @overload
    def __getitem__(self, place: int) -> Event: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Event, ...]: ...

    def __getitem__(self, place: int | slice) -> Event | tuple[Event, ...]:
        return self._events[place]

    def __len__(self) -> int:
        return len(self._events)

    def __iter__(self) -> Iterator[Event]:
        return iter(self._events)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives, worked out the first time that `key` is asked for; for what several views rest on."""
        if key not in self._kept:
            self._kept[key] = make()
        return cast(Made, self._kept[key])

    def day(self, event: Event) -> dt.date:
        """The day by which the event is ranked; `NO_DAY` where nothing bounds it."""
        return self._ranks.get(event.id, NO_DAY)

    def may_follow(self, later: Event, earlier: Event) -> bool:
        """Whether `later` can have happened on or after the day of `earlier`, as far as both dates are bounded."""
        last, first = self._last[later.id], earlier.date.earliest
        return last is None or first is None or last >= first

    def order(self, event: Event) -> tuple[dt.date, bool, float, int, int, str, int]:
        """Later events have greater keys. Of one day: what is dated, what moves the negotiation more, what more sources
        tell, and what its article tells first (news leads with what matters) come last. Ids, which depend on the order
        of adding, decide only between events without reports."""
        return self._order[event.id]

    def _order_of(self, event: Event, weight: float) -> tuple[dt.date, bool, float, int, int, str, int]:
        first, text = min(((one.key.first, one.key.text_hash) for one in event.reports), default=(0, ""))
        day = self._ranks.get(event.id, NO_DAY)
        return day, event.date.is_known, weight, event.independent_sources, -first, text, event.id

    @cached_property
    def by_id(self) -> Mapping[int, Event]:
        return {event.id: event for event in self._events}

    @cached_property
    def _by_type(self) -> Mapping[EventType, tuple[Event, ...]]:
        found: defaultdict[EventType, list[Event]] = defaultdict(list)
        for event in self._events:
            found[event.type].append(event)
        return {kind: tuple(events) for kind, events in found.items()}

    @cached_property
    def _by_actor(self) -> Mapping[str, tuple[Event, ...]]:
        return _sorted_out(self._events, lambda event: event.actors)

    @cached_property
    def _moves(self) -> Mapping[str, tuple[Event, ...]]:
        return _sorted_out(self._events, lambda event: tuple(dict.fromkeys((*event.actors, *event.mediators))))

    @cached_property
    def _by_target(self) -> Mapping[str, tuple[Event, ...]]:
        return _sorted_out(self._events, lambda event: event.targets)

    @cached_property
    def _by_any(self) -> Mapping[str, tuple[Event, ...]]:
        return _sorted_out(self._events, lambda event: event.parties)

    @cached_property
    def _contents(self) -> Mapping[int, tuple[Event, ...]]:
        found: defaultdict[int, list[Event]] = defaultdict(list)
        for event in self._events:
            if event.content_of is not None:
                found[event.content_of].append(event)
        return {outer: tuple(events) for outer, events in found.items()}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The party behind each folded form that the reports use for it, the form that most use winning."""
        votes: defaultdict[tuple[str, str], int] = defaultdict(int)
        for (words, name, side), number in _named(self._events).items():
            for form in {fold(words), fold(name)}:
                votes[form, side] += number
        for party in self._by_any:
            votes[fold(party), party] += _OWN_NAME
        best: dict[str, tuple[int, str]] = {}
        for (form, side), number in votes.items():
            best[form] = min((-number, side), best.get(form, (0, side)))
        pronouns = reference_words().pronouns
        return {form: side for form, (_, side) in best.items() if form and form not in pronouns}

    @cached_property
    def _in_text(self) -> Mapping[str, list[tuple[int, Mention, Event]]]:
        found: defaultdict[str, list[tuple[int, Mention, Event]]] = defaultdict(list)
        for event in self._events:
            for one in event.reports:
                found[one.key.text_hash].append((one.mention.trigger.first, one.mention, event))
        return {text: sorted(told, key=lambda item: (item[0], item[2].id)) for text, told in found.items()}

    def told_next(self, event: Event, within: int, until: Container[EventType]) -> tuple[Event, ...]:
        """The events told after this one in the same article, in the next `within` characters and before one of the
        types `until`."""
        found: dict[int, Event] = {}
        for one in event.reports:
            told = self._in_text.get(one.key.text_hash, [])
            start = one.mention.trigger.last
            for first, mention, other in told[bisect_left(told, start, key=lambda item: item[0]) :]:
                if first > start + within or (other.type in until and other.id != event.id):
                    break
                if mention.content_of is None and other.id != event.id:
                    found[other.id] = other
        return tuple(found.values())

    def of(self, *kinds: EventType) -> tuple[Event, ...]:
        """The events of these types in order of time."""
        if len(kinds) == 1:
            return self._by_type.get(kinds[0], ())
        return tuple(sorted((event for kind in kinds for event in self._by_type.get(kind, ())), key=self.order))

    def by_actor(self, party: str) -> tuple[Event, ...]:
        """What the party does, in order of time."""
        return self._by_actor.get(party, ())

    def moves(self, party: str) -> tuple[Event, ...]:
        """What the party does, and what it mediates between others, in order of time."""
        return self._moves.get(party, ())

    def deeds(self, party: str, kind: EventType) -> tuple[Event, ...]:
        """What the party does of one type, in order of time."""
        return self.once(("deeds", party, kind), lambda: _of_type(self.by_actor(party), kind))

    def affairs(self, party: str, kind: EventType) -> tuple[Event, ...]:
        """The events of one type in which the party has a role, in order of time."""
        return self.once(("affairs", party, kind), lambda: _of_type(self.with_party(party), kind))

    def within(self, events: Sequence[Event], first: dt.date, last: dt.date | None = None) -> Sequence[Event]:
        """Those of the events, which are in order of time, that are ranked from `first` to `last` (None: no end)."""
        start = bisect_left(events, first, key=self.day)
        return events[start : None if last is None else bisect_right(events, last, key=self.day)]

    def on_target(self, party: str) -> tuple[Event, ...]:
        """What is done to the party, in order of time."""
        return self._by_target.get(party, ())

    def with_party(self, party: str) -> tuple[Event, ...]:
        """All events in which the party has a role."""
        return self._by_any.get(party, ())

    def contents(self, event: Event) -> tuple[Event, ...]:
        """The events that are this one's content: what it offers, demands, promises."""
        return self._contents.get(event.id, ())

    def same_sentence(self, event: Event) -> tuple[Event, ...]:
        """Other events that a sentence of this one's reports tells too, in the order of the text."""
        return tuple(
            {
                other.id: other
                for one in event.reports
                for _, mention, other in self._in_text.get(one.key.text_hash, ())
                if mention.sentence.first == one.mention.sentence.first and other.id != event.id
            }.values()
        )

    @property
    def actors(self) -> tuple[str, ...]:
        """All parties that act, the most active first."""
        return tuple(sorted(self._by_actor, key=lambda party: (-len(self._by_actor[party]), party)))


def index_of(events: Sequence[Event]) -> EventIndex:
    """The events as an index; one that is given is used as it is."""
    return events if isinstance(events, EventIndex) else EventIndex(events)


def sentence_of(report: Report) -> tuple[str, int]:
    """What names the sentence that a report stands in: its text and its first character."""
    return report.key.text_hash, report.mention.sentence.first


def _named(events: Iterable[Event]) -> Mapping[tuple[str, str, str], int]:
    """How often the reports refer to a side with these words and this name: by words, name, side."""
    found: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    for event in events:
        for one in event.reports:
            mention = one.mention
            for references, sides in (
                (mention.actors, one.actors),
                (mention.targets, one.targets),
                (mention.mediators, one.mediators),
            ):
                if len(references) == len(sides):
                    for reference, side in zip(references, sides, strict=True):
                        found[reference.words, reference.name, side] += 1
    return found


def _sorted_out(events: Iterable[Event], keys: Callable[[Event], Iterable[Key]]) -> Mapping[Key, tuple[Event, ...]]:
    found: defaultdict[Key, list[Event]] = defaultdict(list)
    for event in events:
        for key in keys(event):
            found[key].append(event)
    return {key: tuple(own) for key, own in found.items()}


def _of_type(events: Iterable[Event], kind: EventType) -> tuple[Event, ...]:
    return tuple(event for event in events if event.type is kind)


def _ranks(events: Iterable[Event], last_days: Mapping[int, dt.date | None]) -> dict[int, dt.date]:
    ranks: dict[int, dt.date] = {}
    latest_in: dict[str, dt.date] = {}
    open_ones = []
    for event in events:
        day = middle(event.date.earliest, last_days[event.id])
        if day is None:
            open_ones.append(event)
            continue
        ranks[event.id] = day
        if event.is_real:
            for one in event.reports:
                if one.published is None or day <= one.published:
                    latest_in[one.key.text_hash] = max(latest_in.get(one.key.text_hash, NO_DAY), day)
    for event in open_ones:
        days = [latest_in.get(one.key.text_hash, one.published) for one in event.reports if one.published is not None]
        bounds = [day for day in days if day is not None]
        if event.date.latest is not None:
            bounds.append(event.date.latest)
        if bounds:
            ranks[event.id] = max(min(bounds), event.date.earliest or NO_DAY)
        elif event.date.earliest is not None:
            ranks[event.id] = event.date.earliest
    return ranks
