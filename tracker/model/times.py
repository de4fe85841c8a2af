"""Time expressions as TIMEX3 (ISO-TimeML) annotates them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.model.dates import Grain, Span


class TimexType(StrEnum):
    """The TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Bound(StrEnum):
    """What the word before an expression makes of it: "since Friday" begins there, "until Friday" ends there."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One time expression of a text.

    `value` is the TIMEX3 value ("2024-W04", "P7D", "PAST_REF", "2024-01-29TNI"). `earliest` and `latest` bound the days
    that a DATE or TIME names, both included (None: not known, as for "recently" or where no publication day is given).
    `days` is the length of a DURATION in days, least and most (None for other types and for lengths not known).
    `is_anaphoric` marks what counts from another time of the text than the publication day ("two days later",
    "the following day"); `offset_days` is then the least and most distance from that time, in days, signed (None for
    the calendar's units, as "the following year": they have an interval alone).
    `range_end` is set on the expression that begins a range ("from Monday to Wednesday", "July 12-14"): its last day.
    The expression that ends the range follows with `bound` UNTIL.
    """

    span: Span
    words: str
    type: TimexType
    value: str
    earliest: date | None = None
    latest: date | None = None
    grain: Grain | None = None
    bound: Bound = Bound.AT
    days: tuple[int, int] | None = None
    is_anaphoric: bool = False
    offset_days: tuple[int, int] | None = None
    range_end: date | None = None
