"""The timeline as a table of marks: what is drawn, where, and what its tooltip says."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

import pandas as pd

from tracker.dashboard.lanes import LANES_AT_MOST, Placed, by_lane, covered_days, lane_order, place
from tracker.dashboard.marks import FAMILIES, FAMILY_OF
from tracker.dashboard.windows import ALL, Window, opening_span, shifted, span_names, window
from tracker.model.events import Event
from tracker.views.wording import (
    STATUS_WORDS,
    counted,
    interval_words,
    listing,
    support,
    titled,
    type_words,
    when_and_why,
)

MARKS_AT_MOST = 1_500
STEPS_AT_MOST = 110
LABELS_AT_MOST = 120
SEVERAL = "several"
ROW_HEIGHT = 19
LANE_HEADER = 20
LANE_FOOT = 6
_PLOT_WIDTH = 800
_LETTER_WIDTH = 6.4
_STEPS = ((1, "one day"), (7, "one week"), (30, "30 days"), (90, "90 days"), (365, "one year"), (3652, "ten years"))


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark. `event` is its id, None where `size` events are added up. Times are as `moment` gives them: the
    first and last day on which it can have happened or begun, the place of the symbol, and from when to when a lasting
    event surely went on (None: a point)."""

    event: int | None
    lane: str
    row: int
    first: dt.datetime
    last: dt.datetime
    middle: dt.datetime
    certain_from: dt.datetime | None
    certain_to: dt.datetime | None
    status: str
    family: str
    label: str
    headline: str
    when: str
    kind: str
    who: str
    support: str
    size: int = 1


@dataclass(frozen=True, slots=True)
class TimelineData:
    """What the timeline draws.

    `marks` has a row for each `Mark` with its height `y`, `lanes` one for each lane with its name, top and bottom.
    `step` is "" for single events, else the span that one mark adds up. `without_day` are events that no chart can
    place. `window` are the days shown at first, `span` the name of their length, `spans` those to choose from.
    """

    marks: pd.DataFrame
    lanes: pd.DataFrame
    step: str
    without_day: tuple[Event, ...]
    window: Window | None
    span: str
    spans: tuple[str, ...]

    @property
    def height(self) -> int:
        """Height of the plot in pixels."""
        return int(self.lanes["bottom"].max()) if len(self.lanes) else 0


def timeline_data(
    events: Sequence[Event],
    parties: Sequence[str],
    headline: Callable[[Event], str],
    *,
    span: str | None = None,
    lanes_at_most: int = LANES_AT_MOST,
    singles_at_most: int = MARKS_AT_MOST,
    marks_at_most: int = MARKS_AT_MOST,
) -> TimelineData:
    """Lays `events` out in a lane for each party. Where they would be too many marks, only those in the stretch of time
    shown are drawn, and added up by day, week, ... where these are too many still: more than `singles_at_most` single
    ones, or `marks_at_most` sums.

    `parties` gives the order of lanes, `headline` the line that a tooltip begins with, `span` the stretch of time to
    show at first (see `windows`; None: the one that shows most).
    """
    spans = {event.id: covered for event in events if (covered := covered_days(event))}
    dated = [event for event in events if event.id in spans]
    lanes = lane_order(dated, parties, lanes_at_most)
    starts, days = [first for first, _ in spans.values()], [day for covered in spans.values() for day in covered]
    names = span_names(days)
    chosen = span if span in names else opening_span(starts, days)
    shown = window(chosen, starts, days)
    count = sum(len(own) for own in by_lane(dated, lanes).values())
    if count > singles_at_most and shown and chosen != ALL:
        dated = [event for event in dated if spans[event.id][0] <= shown.last and shown.first <= spans[event.id][1]]
        count = sum(len(own) for own in by_lane(dated, lanes).values())
    if count > singles_at_most:
        rows, step = _added_up(dated, lanes, marks_at_most)
    else:
        rows, step = [_single(p, headline, count) for p in place(dated, lanes, _label_days(shown, count))], ""
    lane_table = _lane_table(lanes, rows)
    tops = dict(zip(lanes, lane_table["top"], strict=True))
    marks = pd.DataFrame(rows, columns=[field.name for field in fields(Mark)])
    for column in ("first", "last", "middle", "certain_from", "certain_to"):
        marks[column] = pd.to_datetime(marks[column], utc=True)
    marks["y"] = [tops[row.lane] + LANE_HEADER + ROW_HEIGHT * (row.row + 0.5) for row in rows]
    without_day = tuple(event for event in events if event.id not in spans)
    return TimelineData(marks, lane_table, step, without_day, shown, chosen, names)


def moment(day: dt.date) -> dt.datetime:
    """The moment that stands for a day on the chart, the one at which the axis writes the day: its first, in UTC."""
    return dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)


def _single(placed: Placed, headline: Callable[[Event], str], count: int) -> Mark:
    event, interval = placed.event, placed.event.date
    begin, end = interval.earliest or placed.first, interval.latest or placed.last
    goes_on_until = placed.last if interval.ongoing else interval.end_earliest or interval.end_latest
    lasts = goes_on_until is not None and goes_on_until > end
    return Mark(
        event=event.id,
        lane=placed.lane,
        row=placed.row,
        first=moment(begin),
        last=moment(end),
        middle=moment(begin) + (moment(end) - moment(begin)) / 2,
        certain_from=moment(end) if lasts else None,
        certain_to=moment(goes_on_until) if lasts and goes_on_until else None,
        status=STATUS_WORDS[event.status],
        family=FAMILY_OF[event.type].name,
        label=event.type.value if count <= LABELS_AT_MOST else "",
        headline=headline(event),
        when=when_and_why(interval),
        kind=type_words(event.type),
        who=_who(event),
        support=support(event),
    )


def _added_up(events: Sequence[Event], lanes: Sequence[str], at_most: int) -> tuple[list[Mark], str]:
    """One mark for each lane, family and span of days: the shortest span that gives no more than `at_most` marks, and
    few enough beside each other to be told apart."""
    rows: list[Mark] = []
    names = [family.name for family in FAMILIES]
    chosen = ""
    placed = [
        (lane, FAMILY_OF[event.type].name, covered[0].toordinal())
        for lane, own in by_lane(events, lanes).items()
        for event in own
        if (covered := covered_days(event))
    ]
    for days, chosen in _STEPS:  # noqa: B007
        counts = Counter((lane, family, day // days) for lane, family, day in placed)
        if len(counts) <= at_most and len({at for _, _, at in counts}) <= STEPS_AT_MOST:
            break
    for (lane, family, at), count in sorted(counts.items()):
        rows.append(_sum(lane, family, names.index(family), dt.date.fromordinal(max(at * days, 1)), days, count))
    return rows, chosen


def _sum(lane: str, family: str, row: int, first: dt.date, days: int, count: int) -> Mark:
    last = shifted(first, days - 1)
    return Mark(
        event=None,
        lane=lane,
        row=row,
        first=moment(first),
        last=moment(last),
        middle=moment(first) + (moment(last) - moment(first)) / 2,
        certain_from=None,
        certain_to=None,
        status=SEVERAL,
        family=family,
        label="",
        headline=f"{counted(count, 'event')}: {family.lower()}",
        when=interval_words(first, last),
        kind="added up; click to see each",
        who=lane,
        support="",
        size=count,
    )


def _who(event: Event) -> str:
    parts = [listing(event.actors) or "actor not known"]
    if event.targets:
        parts.append(f"to or against {listing(event.targets)}")
    if event.mediators:
        parts.append(f"mediated by {listing(event.mediators)}")
    return "; ".join(parts)


def _label_days(shown: Window | None, count: int) -> float:
    """How many days a mark and its label cover when the window is drawn about a screen wide."""
    if shown is None:
        return 0.0
    letters = 12 if count <= LABELS_AT_MOST else 0
    return max((shown.last - shown.first).days, 1) / _PLOT_WIDTH * (letters * _LETTER_WIDTH + 14)


def _lane_table(lanes: Sequence[str], marks: Sequence[Mark]) -> pd.DataFrame:
    rows_of: Counter[str] = Counter()
    for mark in marks:
        rows_of[mark.lane] = max(rows_of[mark.lane], mark.row + 1)
    top, table = 0, []
    for index, lane in enumerate(lanes):
        bottom = top + LANE_HEADER + ROW_HEIGHT * rows_of[lane] + LANE_FOOT
        table.append((titled(lane), top, bottom, top + 12, index % 2 == 0))
        top = bottom
    return pd.DataFrame(table, columns=["lane", "top", "bottom", "label_y", "is_shaded"])
