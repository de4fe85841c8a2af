"""The last days that the terms of a deal name: "Peru will pay the arrears by April 30 and hire 200 by August 31"."""

import re
from calendar import month_abbr, month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

_MONTHS = {"sept": 9} | {name.casefold(): n for names in (month_abbr, month_name) for n, name in enumerate(names) if n}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_BY = re.compile(
    rf"\b(?:by|before|no later than|not later than)\s+"
    rf"(?:(?P<month>{_NAMES})\.?\s+(?P<day>\d{{1,2}})|(?P<day_first>\d{{1,2}})\s+(?P<month_last>{_NAMES}))\b"
    rf"(?:,?\s+(?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)
_PROMISES = re.compile(r"\b(?:will|shall|must)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']*\s+(?=[A-Z\"“‘])")
_LINK = re.compile(r"^(?:[\s,;]|(?:and|but|while|whereas)\b)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LastDay:
    """A day by which something is to be done, the words that say what, and who is to do it: the parties that the words
    name first, all where they name none."""

    day: date
    words: str
    parties: tuple[str, ...]


def last_days(terms: str, told: date, parties: Sequence[str]) -> Iterator[LastDay]:
    """The days that the sentences of a deal's terms give as the last for what "will" be done; a day without a year is
    the next after the report's."""
    for sentence in _SENTENCE_END.split(terms):
        if not _PROMISES.search(sentence):
            continue
        first, owing = 0, tuple(parties)
        for match in _BY.finditer(sentence):
            words = _LINK.sub("", sentence[first : match.end()])
            owing = _named_first(words, parties) or owing
            if (day := _day(match, told)) is not None:
                yield LastDay(day, words, owing)
            first = match.end()


def _named_first(words: str, parties: Sequence[str]) -> tuple[str, ...]:
    """The party that words name before any other; () where they name none."""
    places = {party: words.find(party) for party in parties if party in words}
    return (min(places, key=lambda party: (places[party], -len(party))),) if places else ()


def _day(match: re.Match[str], told: date) -> date | None:
    month = _MONTHS[(match["month"] or match["month_last"]).casefold()]
    number = int(match["day"] or match["day_first"])
    years = [int(match["year"])] if match["year"] else [told.year, told.year + 1]
    for year in years:
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        if match["year"] or day >= told:
            return day
    return None
