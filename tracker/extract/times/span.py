"""Ranges told in one go: "July 12-14, 2023", "3 to 5 March", "January-March 2024", "1994-97"."""

from tracker.extract.times.absolute import full_year
from tracker.extract.times.calendar import Days, month_span, valid_date
from tracker.extract.times.context import Context
from tracker.extract.times.grammar import Match
from tracker.extract.times.reading import Part, Reading, dated, reader
from tracker.model.dates import Grain
from tracker.model.times import Bound, TimexType


def _parts(match: Match, first: str, last: str, split: str) -> list[Part]:
    """Two expressions, the second from the captured word `split` on; a list ("March 3 and 5") is no range."""
    place = match.places[split][0]
    is_range = match.text("link") not in ("and", "or", ",")
    bounds = (Bound.SINCE, Bound.UNTIL) if is_range else (None, None)
    end = match.places["link"][0]
    return [Part(dated(first), match.first, end, bounds[0]), Part(dated(last), place, match.last, bounds[1])]


@reader
def days_of_month(match: Match, context: Context) -> list[Part] | Reading | None:
    """ "July 12-14, 2023", "12-14 July", "March 3 and 5"; the year and month stand once for both days."""
    month, first, last = match.number("month"), match.number("day"), match.number("day2")
    if first >= last and match.text("link") not in ("and", "or", ","):
        return None
    if match.has("year"):
        year = f"{match.number('year'):04d}"
    else:
        days = [Days(day, day, Grain.DAY) for year in context.years if (day := valid_date(year, month, first))]
        found = context.likeliest(days, match)
        year = f"{found.earliest.year:04d}" if found else "XXXX"
    if valid_date(2000, month, first) is None or valid_date(2000, month, last) is None:
        return None
    return _parts(match, f"{year}-{month:02d}-{first:02d}", f"{year}-{month:02d}-{last:02d}", "day2")


@reader
def months_of_year(match: Match, context: Context) -> list[Part] | Reading | None:
    """ "January to March 2024", "from November to February": the later month lies in the year told or the likeliest."""
    first, last = match.number("month"), match.number("month2")
    if match.has("year"):
        year = match.number("year")
        before = year - (first > last)
        return _parts(match, f"{before:04d}-{first:02d}", f"{year:04d}-{last:02d}", "month2")
    months = (last - first) % 12 + 1
    candidates = [month_span(year, first, months, Grain.MONTH) for year in context.years]
    found = context.likeliest(candidates, match)
    if found is None:
        return _parts(match, f"XXXX-{first:02d}", f"XXXX-{last:02d}", "month2")
    latest = found.latest
    return _parts(match, f"{found.earliest.year:04d}-{first:02d}", f"{latest.year:04d}-{last:02d}", "month2")


@reader
def years(match: Match, context: Context) -> list[Part] | Reading | None:
    """ "1994-97", "1939-1945"."""
    first, last = match.number("year"), match.number("last_year")
    if last < 100:
        last += first // 100 * 100
        if len(match.text("last_year")) != 2:
            return None
    if not first < last <= first + 150:
        return None
    return _parts(match, f"{first:04d}", f"{full_year(last, context.published):04d}", "last_year")


@reader
def days_across_months(match: Match, context: Context) -> list[Part] | Reading | None:
    """ "28 March to 3 April 2022", "July 30 - August 2, 2023": the year stands once, at the end."""
    year = match.number("year")
    first = valid_date(
        year - (match.number("month") > match.number("month2")), match.number("month"), match.number("day")
    )
    last = valid_date(year, match.number("month2"), match.number("day2"))
    if first is None or last is None:
        return None
    return _parts(match, first.isoformat(), last.isoformat(), match.argument("split"))


@reader
def seasons_of_year(match: Match, context: Context) -> list[Part] | Reading | None:
    """ "the summer and autumn of 1944"."""
    year = match.number("year")
    return _parts(match, f"{year:04d}-{match.key('season')}", f"{year:04d}-{match.key('season2')}", "season2")


@reader
def slashed_days(match: Match, context: Context) -> Reading | None:
    """ "9/10 November 1838": a night between two days, by the first of them."""
    first, last = (int(part) for part in match.text("slashed").split("/"))
    if last != first + 1 or valid_date(2000, match.number("month"), last) is None:
        return None
    month = match.number("month")
    years = [match.number("year")] if match.has("year") else context.years
    spans = [
        Days(begin, end, Grain.DAY)
        for year in years
        if (begin := valid_date(year, month, first)) and (end := valid_date(year, month, last))
    ]
    chosen = spans[0] if match.has("year") and spans else context.likeliest(spans, match)
    if chosen is None:
        return dated(f"XXXX-{month:02d}-{first:02d}")
    return Reading(TimexType.DATE, chosen.earliest.isoformat(), chosen)
