"""The publication day that a text states of itself: in its dateline or on a line of its own above the story."""

import re
from datetime import date

_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTHS = {words: number for number, name in enumerate(_NAMES, start=1) for words in (name, name[:3])} | {"sept": 9}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TIME = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d\b.{0,20})?"
_DATES = (
    rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    rf"{_WEEKDAY}{_DAY}\s+{_MONTH},?\s+{_YEAR}",
    r"(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)",
)
_LABEL = r"(?:(?:first\s+)?(?:published|posted|issued|released|date)\s*(?:on)?\s*:?\s*)?"
_ALONE = [re.compile(rf"\W*{_LABEL}{form}{_TIME}\W*", re.IGNORECASE) for form in _DATES]
# A place, the date, perhaps the agency, then a dash: "GAZA, Jan 30, 2024 (Outlet) - ".
_PLACE = r"(?:[A-Z][\w.'’/-]*(?:,?\s+[A-Z][\w.'’/-]*){0,4}(?:\s*\([^)\n]{2,30}\))?\s*[,–—-]*\s+)?"
_DATELINES = [re.compile(rf"\W*{_PLACE}(?i:{form})\s*(?:\([^)\n]{{2,40}}\))?\s*(?:--|[-–—:])\s*\S") for form in _DATES]
_HEADER_LINES = 6


def stated_day(text: str) -> date | None:
    """The publication day that one of the first lines states with its year, else None.

    A line counts if it is nothing but a date ("Published: 30 January 2024"), or begins with a dateline. A dateline
    without a year gives None: the year would be a guess.
    """
    lines = [line for line in text.split("\n") if line.strip()][:_HEADER_LINES]
    for line in lines:
        patterns = [(form.fullmatch, line.strip()) for form in _ALONE] + [(form.match, line) for form in _DATELINES]
        for match, words in patterns:
            found = match(words)
            day = _day(found) if found else None
            if day:
                return day
    return None


def _day(found: re.Match[str]) -> date | None:
    month = found["month"]
    number = int(month) if month.isdigit() else _MONTHS[month.lower()]
    try:
        return date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None
