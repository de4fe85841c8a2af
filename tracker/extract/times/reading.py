"""What a rule's match is read as, and the table of the functions that read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from tracker.extract.times.calendar import Days, days_of, narrow
from tracker.extract.times.grammar import Match
from tracker.model.times import Bound, TimexType

if TYPE_CHECKING:
    from tracker.extract.times.context import Context


@dataclass(frozen=True, slots=True)
class Reading:
    """A normalised expression before it gets its place in the text.

    `is_comparison` marks what is named only to be compared with ("a year earlier"): "the quarter" does not mean it.
    """

    type: TimexType
    value: str
    days: Days | None = None
    length: tuple[int, int] | None = None
    is_anaphoric: bool = False
    offset_days: tuple[int, int] | None = None
    is_comparison: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A reading with its place: the words from `first` up to, not including, `last`, of the lexed text."""

    reading: Reading
    first: int
    last: int
    bound: Bound | None = None


Reader = Callable[[Match, "Context"], Reading | list[Part] | None]
ReaderT = TypeVar("ReaderT", bound=Reader)
READERS: dict[str, Reader] = {}


def reader(function: ReaderT) -> ReaderT:
    """Registers a reading under the function's name, by which rule files call it."""
    READERS[function.__name__] = function
    return function


def dated(
    value: str,
    edge: str = "",
    *,
    type: TimexType = TimexType.DATE,
    is_anaphoric: bool = False,
    offset_days: tuple[int, int] | None = None,
    is_comparison: bool = False,
) -> Reading:
    """A date with the days that its value names, narrowed by START, MID or END."""
    days = days_of(value)
    return Reading(type, value, narrow(days, edge) if days else None, None, is_anaphoric, offset_days, is_comparison)


def distance(day: date, origin: date) -> int:
    """Days from `origin` to `day`."""
    return (day - origin).days
