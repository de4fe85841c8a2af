"""Uncertain dates: an interval, how fine it is, and why it is believed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Characters `first` up to, not including, `last` of an article's text."""

    first: int
    last: int

    def overlaps(self, other: "Span") -> bool:
        return self.first < other.last and other.first < self.last

    def contains(self, other: "Span") -> bool:
        return self.first <= other.first and other.last <= self.last


class Grain(StrEnum):
    """How fine a date is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Ground(StrEnum):
    """Why an event has its date."""

    STATED = "stated"
    ANCHORED = "anchored"
    IMPLIED = "implied"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DateInterval:
    """When an event happened or began, and when it ended.

    The event happened, or began, on a day from `earliest` to `latest`, both included; either may be None (not bounded
    on that side): `earliest=None, latest=publication` says "before publication". `end_earliest` to `end_latest` bound
    the day on which a durative event ended; both are None for a point in time and for what goes on (`ongoing`).
    `span` and `words` are the expression that it rests on; None and "" where no words say it.
    """

    earliest: date | None = None
    latest: date | None = None
    end_earliest: date | None = None
    end_latest: date | None = None
    ongoing: bool = False
    grain: Grain | None = None
    ground: Ground = Ground.UNKNOWN
    span: Span | None = None
    words: str = ""

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"earliest {self.earliest} lies after latest {self.latest}")
        if self.end_earliest and self.end_latest and self.end_earliest > self.end_latest:
            raise ValueError(f"end_earliest {self.end_earliest} lies after end_latest {self.end_latest}")

    @property
    def is_known(self) -> bool:
        """Whether the beginning is bounded on both sides."""
        return self.earliest is not None and self.latest is not None

    def meets(self, other: "DateInterval") -> bool:
        """Whether the two beginnings can be the same day; an open side meets everything on that side."""
        starts_in_time = self.earliest is None or other.latest is None or self.earliest <= other.latest
        other_in_time = other.earliest is None or self.latest is None or other.earliest <= self.latest
        return starts_in_time and other_in_time


UNDATED = DateInterval()


def shifted(day: date, days: int) -> date:
    """The day so many days later (earlier where negative), held at the ends of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def label_dates(interval: DateInterval) -> tuple[date | None, date | None]:
    """Folds an interval into the `start` and `end` of the label form: the narrowest inclusive span of days.

    What goes on has no end; what has no lower bound has neither.
    """
    if interval.earliest is None:
        return None, None
    if interval.ongoing:
        return interval.earliest, None
    return interval.earliest, interval.end_latest or interval.latest


def edtf(interval: DateInterval) -> str:
    """The interval in EDTF (ISO 8601-2:2019, level 1): a day, month or year where it is exactly one, else start/end.

    An open or unknown side is written `..`; an event of which nothing is known gives the empty string.
    """
    start, end = interval.earliest, interval.end_latest or interval.latest
    if interval.ongoing:
        return f"{start.isoformat() if start else '..'}/.."
    if start is None and end is None:
        return ""
    if start is None or end is None:
        return f"{start.isoformat() if start else '..'}/{end.isoformat() if end else '..'}"
    if start == end:
        return start.isoformat()
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return f"{start.year:04d}"
    following = date.fromordinal(end.toordinal() + 1) if end < date.max else end
    if start.day == 1 and following.day == 1 and (start.year, start.month) == (end.year, end.month):
        return f"{start.year:04d}-{start.month:02d}"
    return f"{start.isoformat()}/{end.isoformat()}"
