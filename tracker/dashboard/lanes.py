"""Where each event stands on the timeline: a lane for each party, rows within it so that marks cover no others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.model.events import Event

NOBODY = "Actor not known"
OTHERS = "Other parties"
ROWS_AT_MOST = 10
LANES_AT_MOST = 12


@dataclass(frozen=True, slots=True)
class Placed:
    """One mark: an event in one lane. `row` counts from 0 within the lane; days are those that the mark covers."""

    event: Event
    lane: str
    row: int
    first: date
    last: date


def covered_days(event: Event) -> tuple[date, date] | None:
    """The days over which an event is drawn, from its first possible day to its last; None if no two bounds are known.

    What goes on is drawn to the day of its last report.
    """
    interval = event.date
    if interval.earliest is None or interval.latest is None:
        return None
    ends = [interval.latest, interval.end_earliest, interval.end_latest]
    if interval.ongoing:
        ends.append(event.last_reported)
    return interval.earliest, max(day for day in ends if day)


def acting_parties(event: Event) -> tuple[str, ...]:
    """The parties in whose lanes an event stands: who acts and who mediates; `NOBODY` where none is known."""
    return tuple(dict.fromkeys((*event.actors, *event.mediators))) or (NOBODY,)


def lane_order(events: Iterable[Event], parties: Sequence[str], at_most: int = LANES_AT_MOST) -> tuple[str, ...]:
    """The lanes that `events` need: the negotiation's `parties` in their order, then others by number of events.

    Where that gives more than `at_most` lanes, the last of them share the lane `OTHERS`; `NOBODY` comes last.
    """
    counts = Counter(name for event in events for name in acting_parties(event))
    known = [name for name in parties if name in counts]
    rest = sorted((name for name in counts if name not in parties and name != NOBODY), key=lambda n: (-counts[n], n))
    lanes = [*known, *rest]
    if len(lanes) > at_most:
        lanes = [*lanes[: at_most - 1], OTHERS]
    return (*lanes, *([NOBODY] if NOBODY in counts else []))


def by_lane(events: Iterable[Event], lanes: Sequence[str]) -> dict[str, list[Event]]:
    """The events of each lane, each once; those of parties without a lane go to `OTHERS` if there is one."""
    own: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        homes = {name if name in lanes else OTHERS for name in acting_parties(event)}
        for lane in lanes:
            if lane in homes:
                own[lane].append(event)
    return {lane: own[lane] for lane in lanes}


def place(events: Iterable[Event], lanes: Sequence[str], label_days: float) -> Iterator[Placed]:
    """Places each datable event in each of its lanes, in the first row that is free for the mark and its label.

    `label_days` is how many days wide a mark with its label is drawn. Beyond `ROWS_AT_MOST` rows marks share rows.
    """
    width = timedelta(days=label_days)
    for lane, own in by_lane(events, lanes).items():
        taken_until: list[date] = []
        datable = [(days, event) for event in own if (days := covered_days(event))]
        for (first, last), event in sorted(datable, key=lambda pair: (pair[0], pair[1].id)):
            until = max(last, _later(first + (last - first) / 2, width))
            row = next((i for i, taken in enumerate(taken_until) if taken < first), None)
            if row is None and len(taken_until) < ROWS_AT_MOST:
                row = len(taken_until)
                taken_until.append(until)
            elif row is None:
                row = min(range(len(taken_until)), key=taken_until.__getitem__)
            taken_until[row] = max(taken_until[row], until)
            yield Placed(event, lane, row, first, last)


def _later(day: date, distance: timedelta) -> date:
    return date.max if distance > date.max - day else day + distance
