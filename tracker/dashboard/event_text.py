"""What is told of one event, as HTML that holds others' text only escaped."""

from collections.abc import Sequence

from tracker.dashboard.marks import FAMILY_OF, SHAPES
from tracker.dashboard.markup import escaped, highlighted, surroundings
from tracker.model.dates import Span
from tracker.model.events import Event, Figure, Report
from tracker.model.mentions import Approximation
from tracker.views.wording import (
    CONFLICT_WORDS,
    STATUS_MEANINGS,
    STATUS_WORDS,
    TRUST_WORDS,
    amount,
    amounts,
    counted,
    day_words,
    listing,
    type_words,
    when_and_why,
)


def pill(words: str, look: str = "", title: str = "") -> str:
    """A small label; `title` explains it when the pointer rests on it."""
    hint = f' title="{escaped(title)}"' if title else ""
    return f'<span class="pill {look}"{hint}>{escaped(words)}</span>'


def summary(event: Event, headline: str) -> str:
    """Headline, status and every field that is known of `event`."""
    family = FAMILY_OF[event.type]
    sign = SHAPES[event.status].sign
    rows = [("When", when_and_why(event.date)), ("Who", listing(event.actors) or "not known")]
    rows += [("To or against", listing(event.targets))] if event.targets else []
    rows += [("Mediated by", listing(event.mediators))] if event.mediators else []
    rows += [("Where", event.place)] if event.place else []
    rows += [("How many", "; ".join(figure_words(figure) for figure in event.figures))] if event.figures else []
    rows += [("Claimed by", event.source)] if event.source else []
    rows += [("Note", event.note)] if event.note else []
    changes = event.status_history
    if len(changes) > 1:
        rows.append(("Over time", ", then ".join(f"{c.status.value} ({day_words(c.day)})" for c in changes)))
    known = f"{counted(len(event.reports), 'report')}, {counted(event.independent_sources, 'independent source')}"
    return (
        f'<div class="nt"><h2><span style="color:{family.colour}">{sign}</span> {escaped(headline)}</h2>'
        f"{pill(STATUS_WORDS[event.status], 'open', STATUS_MEANINGS[event.status])}"
        f"{pill(type_words(event.type))}{pill(known)}{pill(TRUST_WORDS[event.trust])}"
        f"<table>{''.join(f'<tr><th>{escaped(k)}</th><td>{escaped(v)}</td></tr>' for k, v in rows)}</table></div>"
    )


def figure_words(figure: Figure) -> str:
    """A figure with how it is meant: "at least 100 of 253 hostages"."""
    prefix = "" if figure.approximation is Approximation.EXACT else f"{figure.approximation.value} "
    of_total = f" of {amount(figure.total)}" if figure.total is not None else ""
    bounds = ""
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        bounds = f" ({amounts(figure.low, figure.high)})"
    return f"{prefix}{amount(figure.value)}{of_total} {figure.unit.value}{bounds}"


def attribution(report: Report) -> str:
    """Who published a report and when, and whose words it gives."""
    return f"{publication(report)}{', ' if report.source else ''}{_teller(report)}"


def publication(report: Report) -> str:
    """The outlet, title and day of a report's article, with the grades that an analyst gave."""
    parts = [report.outlet or "outlet not known", day_words(report.published) if report.published else "date not known"]
    if report.title:
        parts.insert(1, f"“{report.title}”")
    if report.source_grade or report.information_grade:
        parts.append(f"graded {report.source_grade or '–'}{report.information_grade or '–'}")
    return ", ".join(parts)


def by_article(event: Event) -> tuple[tuple[Report, ...], ...]:
    """The reports of each article, articles and reports in the order in which the event has them."""
    found: dict[int, list[Report]] = {}
    for report in event.reports:
        found.setdefault(report.article_id, []).append(report)
    return tuple(tuple(reports) for reports in found.values())


def evidence(reports: Sequence[Report]) -> str:
    """The sentences of one article that tell of an event, the words that tell it marked, and what an offer holds."""
    quotes = "".join(
        f'<div class="quote">{highlighted(report.evidence, [report.at], [Span(0, len(report.evidence))])}'
        f'{" " if report.source else ""}<span class="quiet">{escaped(_teller(report))}</span></div>'
        f"{_spelled_out(report)}"
        for report in reports
    )
    return f'<div class="nt"><div class="quiet">{escaped(publication(reports[0]))}</div>{quotes}</div>'


def _spelled_out(report: Report) -> str:
    """The sentences on what an offer or a deal holds, where they are not the evidence itself."""
    if not report.further_terms:
        return ""
    return f'<div class="quote"><span class="quiet">What it holds:</span> {escaped(report.further_terms)}</div>'


def in_article(text: str, reports: Sequence[Report], *, whole: bool = False) -> str:
    """The article's text around these reports, or all of it, with their sentences and words marked."""
    sentences = [report.mention.sentence for report in reports]
    told = Span(min(span.first for span in sentences), max(span.last for span in sentences))
    shown = Span(0, len(text)) if whole else surroundings(text, told)
    strong = [_within(report.mention.trigger, shown) for report in reports]
    faint = [_within(sentence, shown) for sentence in sentences]
    before, after = "… " if shown.first else "", " …" if shown.last < len(text) else ""
    part = highlighted(text[shown.first : shown.last], strong, faint)
    return f'<div class="nt"><div class="text">{before}{part}{after}</div></div>'


def _within(span: Span, shown: Span) -> Span:
    return Span(span.first - shown.first, span.last - shown.first)


def _teller(report: Report) -> str:
    return f"as {report.source} tells it" if report.source else ""


def conflicts(event: Event) -> str:
    """Each disagreement between reports, its sides beside each other with who gives them; "" if there is none."""
    blocks = []
    for conflict in event.conflicts:
        cells = "".join(
            f"<td><b>{escaped(side.value)}</b><br><span class='quiet'>"
            f"{'<br>'.join(escaped(attribution(event.reports[i])) for i in side.reports)}</span></td>"
            for side in conflict.sides
        )
        title = CONFLICT_WORDS.get(conflict.field, f"The reports disagree on the {conflict.field}")
        blocks.append(f"<h3>⚠ {escaped(title)}</h3><table><tr>{cells}</tr></table>")
    return f'<div class="nt">{"".join(blocks)}</div>' if blocks else ""
