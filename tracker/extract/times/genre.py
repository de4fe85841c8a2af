"""News or narrative: whether incomplete dates count from the publication day or from the last date told."""

from datetime import date
from enum import StrEnum

from tracker.extract.times.grammar import Match


class Genre(StrEnum):
    NEWS = "news"
    NARRATIVE = "narrative"


# A history tells most of its dates with the year and hardly says "yesterday" or "on Friday"; a report that looks far
# back says so in its lead.
_LEAST_DATES_WITH_YEAR = 4
_DEICTIC_SHARE = 0.1
_LEAD_CHARACTERS = 1000
_DATES = frozenset(("month_and_day", "month", "year", "days_of_month", "season", "years", "months_of_year"))
_DEICTIC = frozenset(("day_of_speech", "this_part", "relative_unit", "ago", "weekday"))


def genre_of(matches: list[Match], published: date | None) -> Genre:
    """The genre by the text's own expressions: dates with a year, of other years than that of publication, against
    those that only a reader of the day understands."""
    with_year = deictic = 0
    for match in matches:
        if match.has("year") and match.rule.reading in _DATES:
            with_year += published is None or match.number("year") != published.year
        elif match.rule.reading in _DEICTIC:
            if match.words[0].first < _LEAD_CHARACTERS:
                return Genre.NEWS
            deictic += 1
    is_narrative = with_year >= _LEAST_DATES_WITH_YEAR and deictic <= _DEICTIC_SHARE * with_year
    return Genre.NARRATIVE if is_narrative else Genre.NEWS
