"""How the days of two reports agree, and when they rule out one event."""

import datetime as dt

from tracker.resolve.profile import Profile

# Days by which a day that no words of the clause give (the lead's, the report's) may be wrong within one article.
_GUESS = 4
# Days by which a report that tells no day may lag behind one that does.
LAG = 3


def apart(a: Profile, b: Profile) -> int | None:
    """Days between two bounded dates, 0 or less where they meet; None where one is open."""
    if a.first and a.last and b.first and b.last:
        return max((b.first - a.last).days, (a.first - b.last).days)
    return None


def same_day(a: Profile, b: Profile) -> bool:
    """Whether both lie on one day."""
    return a.is_dated and b.is_dated and a.first == b.first and a.last == b.last and a.width == 0


def lags(a: Profile, b: Profile) -> bool:
    """Whether one tells its day and the other, which tells none, lies up to three days after it: a later report that
    mentions the event again has but its own day."""
    told, guessed = (a, b) if a.is_stated else (b, a)
    if a.is_stated is b.is_stated or told.last is None or guessed.first is None or not (told.first and guessed.last):
        return False
    return 0 < (guessed.first - told.last).days <= LAG


def day_veto(a: Profile, b: Profile) -> str:
    """Why the days of the two rule out one event; empty where they do not."""
    gap = apart(a, b)
    if gap is not None:
        if a.in_one_text(b):
            guess = 0 if a.is_stated and b.is_stated else _GUESS
            return "different days" if gap > guess else ""
        guessed = gap == 1 and not a.is_stated and not b.is_stated
        return "different days" if guessed or (gap > 1 and not lags(a, b)) else ""
    if (a.first and b.last and a.first > b.last) or (b.first and a.last and b.first > a.last):
        return "one lies before the other"
    return ""


def day_likeness(a: Profile, b: Profile) -> str:
    """The name of the weight for how the days agree."""
    gap = apart(a, b)
    if gap is not None:
        return f"date.{_off(a, b, gap)}" if gap > 0 else f"date.{_meeting(a, b)}"
    if a.in_one_text(b):
        return "date.undated_both" if not a.is_dated and not b.is_dated else "date.undated_one"
    kind = "one" if a.is_dated or b.is_dated else "both"
    days = _distance(a, b)
    if days is None:
        return f"date.{kind}_far"
    limits = (("near", 2), ("week", 10), ("month", 45))
    return f"date.{kind}_" + next((name for name, limit in limits if days <= limit), "far")


def _off(a: Profile, b: Profile, gap: int) -> str:
    if a.in_one_text(b):
        return "day_off" if gap <= 1 else "days_off"
    if gap > 1:
        return "lag"
    if a.is_stated and b.is_stated:
        return "day_off_stated"
    return "day_off_implied"


def _meeting(a: Profile, b: Profile) -> str:
    if a.first == b.first and a.last == b.last and a.width <= 7:
        kind = "day" if a.width == 0 else "span"
        return f"same_{kind}_stated" if a.is_stated and b.is_stated else f"same_{kind}_implied"
    width = max(a.width, b.width)
    if a.first == b.first and a.last == b.last and width <= 31:
        return "same_month"
    if a.in_one_text(b) and a.is_period is not b.is_period and (b if a.is_period else a).width == 0:
        return "day_of_period"
    return f"within_{'week' if width <= 7 else 'month' if width <= 31 else 'year'}"


def _distance(a: Profile, b: Profile) -> int | None:
    """Days between what is known of the two: a bound of the date where there is one, else the publication."""
    ours, theirs = _reach(a), _reach(b)
    if ours is None or theirs is None:
        return None
    return max((theirs[0] - ours[1]).days, (ours[0] - theirs[1]).days, 0)


def _reach(one: Profile) -> tuple[dt.date, dt.date] | None:
    known = [day for day in (one.first, one.last) if day] or ([one.published] if one.published else [])
    return (min(known), max(known)) if known else None
