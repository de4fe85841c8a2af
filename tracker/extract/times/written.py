"""Dates in figures and in unusual forms, read by dateparser."""

import re
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


@lru_cache(maxsize=4096)
def read_date(text: str) -> date | None:
    """The one day that `text` names in full; None where it names none.

    Year first is ISO 8601; with full stops the day comes first, with slashes the month unless it exceeds 12.
    """
    if iso := _ISO.fullmatch(text):
        try:
            return date(*(int(part) for part in iso.groups()))
        except ValueError:
            return None
    from dateparser import parse

    order = "DMY" if "." in text else "MDY"
    found = parse(
        text,
        languages=["en"],
        settings={"DATE_ORDER": order, "STRICT_PARSING": True, "PARSERS": ["absolute-time"], "TIMEZONE": "UTC"},
    )
    return found.date() if found else None
