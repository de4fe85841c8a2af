"""Which of several periods of the same name a text means."""

from datetime import date

from tracker.extract.times.calendar import Days
from tracker.extract.times.tense import Direction

# How much farther a day counts than it is. Newspapers leave out the year of the current year's months even when next
# year's are nearer, and a day on the wrong side of the tense is meant only when it is much the nearer.
_AGAINST_TENSE = 6.0
_AFTER_DONE = 1000.0
_SAME_YEAR_PAST = 0.5


def likeliest(candidates: list[Days], origin: date, direction: Direction) -> Days:
    """The candidate that lies nearest to `origin`, with the weight that the direction of the clause gives each side."""

    def cost(days: Days) -> tuple[float, date]:
        if days.latest < origin:
            away = (origin - days.latest).days
            weight = _AGAINST_TENSE if direction is Direction.FUTURE else 1.0
            if direction in (Direction.PAST, Direction.DONE) and days.earliest.year == origin.year:
                weight = _SAME_YEAR_PAST
        elif days.earliest > origin:
            away = (days.earliest - origin).days
            weight = {Direction.PAST: _AGAINST_TENSE, Direction.DONE: _AFTER_DONE}.get(direction, 1.0)
        else:
            return 0.0, days.earliest
        return away * weight, days.earliest

    return min(candidates, key=cost)


# A story that steps back to another year says the year.
_STEP_BACK, _YEAR_BACK = 1.5, 20.0


def next_told(candidates: list[Days], told: Days) -> Days:
    """The candidate that follows `told` in a story that goes forward: the nearest, with a step back counting more."""

    def cost(days: Days) -> tuple[float, date]:
        if days.latest < told.earliest:
            weight = _STEP_BACK if days.latest.year == told.earliest.year else _YEAR_BACK
            return weight * (told.earliest - days.latest).days, days.earliest
        return max((days.earliest - told.latest).days, 0), days.earliest

    return min(candidates, key=cost)
