"""One event as text in a terminal, its evidence with the trigger marked."""

import re
from collections.abc import Iterable, Sequence

from rich.text import Text

from tracker.cli.output import console
from tracker.export.tables import figure_words
from tracker.model.decisions import Decision
from tracker.model.events import ConflictSide, Event, Report
from tracker.views.wording import STATUS_WORDS, day_words, support, when_and_why

_LINE_BREAK = re.compile(r"\s")


def print_event(event: Event, decisions: Sequence[Decision] = ()) -> None:
    """Prints what is known of an event, who says so in which words, and what analysts decided."""
    from tracker.views import headline

    out = console()
    out.print(f"{event.id}  {headline(event)}", style="bold")
    for label, value in _lines(event):
        if value:
            out.print(Text.assemble((f"{label:<11}", "dim"), value))
    for conflict in event.conflicts:
        sides = "; ".join(_side(side, event) for side in conflict.sides)
        out.print(Text.assemble((f"{'disputed':<11}", "dim"), f"{conflict.field}: {sides}"))
    for number, report in enumerate(event.reports, start=1):
        out.print()
        out.print(Text.assemble(f"{number}. ", evidence(report)))
        if report.further_terms:
            out.print(Text(f"   what it holds: “{_LINE_BREAK.sub(' ', report.further_terms)}”"))
        out.print(Text(f"   {source_line(report)}", style="dim"))
    for decision in decisions:
        out.print(Text(f"\ndecision {decision.id}: {decision_words(decision)}"))


def evidence(report: Report) -> Text:
    """The sentence in quotation marks, its trigger highlighted."""
    one_line = _LINE_BREAK.sub(" ", report.evidence).rstrip()
    words = Text(f"“{one_line}”")
    words.stylize("bold reverse", report.at.first + 1, report.at.last + 1)
    return words


def source_line(report: Report) -> str:
    """Who reports it: outlet, title, day, article."""
    names: Iterable[str | None] = (
        report.outlet,
        report.title,
        day_words(report.published) if report.published else None,
    )
    return ", ".join([*(name for name in names if name), f"article {report.article_id}"])


def decision_words(decision: Decision) -> str:
    """A decision in one line."""
    what = " ".join(part for part in (decision.kind.value, decision.field, decision.value) if part)
    why = f", because: {decision.why}" if decision.why else ""
    return f"{what}, by {decision.by}, {decision.at:%Y-%m-%d %H:%M} UTC{why}"


def _lines(event: Event) -> Iterable[tuple[str, str]]:
    yield "when", when_and_why(event.date)
    yield "status", STATUS_WORDS[event.status]
    yield "who", ", ".join(event.actors)
    yield "to whom", ", ".join(event.targets)
    yield "mediators", ", ".join(event.mediators)
    yield "claimed by", event.source or ""
    yield "place", event.place or ""
    yield "how many", "; ".join(figure_words(figure) for figure in event.figures)
    yield "part of", f"event {event.content_of}" if event.content_of else ""
    yield "known from", support(event)
    yield "note", event.note


def _side(side: ConflictSide, event: Event) -> str:
    articles = dict.fromkeys(str(event.reports[index].article_id) for index in side.reports)
    return f"{side.value} (article {', '.join(articles)})"
