"""`tracker export`: chronologies for other programs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.opening import chosen, open_for_reading
from tracker.cli.options import AsOf, Negotiation
from tracker.cli.output import progress

if TYPE_CHECKING:
    from datetime import date

    from tracker.app import App
    from tracker.export.chronicle import Chronicle

Out = Annotated[Path | None, typer.Option(metavar="PATH", help="The file, or for gold the folder, to write to.")]


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    group = typer.Typer(help="Write a negotiation for other programs.", no_args_is_help=True)
    group.command(epilog="Example: tracker export csv --out events.csv")(csv)
    group.command(epilog="Example: tracker export json --out events.json")(json)
    group.command(epilog="Example: tracker export gold --out my-labels")(gold)
    app.add_typer(group, name="export")


def csv(negotiation: Negotiation = None, as_of: AsOf = None, out: Out = None) -> None:
    """Write a table with a row per event; dates as ISO days and as EDTF. Without --out it is printed."""
    _write("csv", negotiation, as_of, out)


def json(negotiation: Negotiation = None, as_of: AsOf = None, out: Out = None) -> None:
    """Write the events with all that is behind them. Without --out it is printed."""
    _write("json", negotiation, as_of, out)


def gold(
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.")], negotiation: Negotiation = None
) -> None:
    """Write the articles of which all events are reviewed in the label form, for `tracker evaluate`."""
    _write("gold", negotiation, None, out)


def _write(name: str, negotiation: str | None, as_of: "date | None", out: Path | None) -> None:
    import sys

    from tracker.export.registry import FORMATS

    app = open_for_reading()
    form = FORMATS[name]
    content = chronicle(app, chosen(app, negotiation), as_of, with_corrections=not form.is_one_file)
    if form.is_one_file:
        ((_, text),) = form.files(content)
        if out is None:
            sys.stdout.buffer.write(text.removeprefix("\ufeff").encode("utf-8", "replace"))
            return
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(text.encode("utf-8", "replace"))
        print(f"Wrote {len(content.events)} events to {out}.")
        return
    assert out is not None
    out.mkdir(parents=True, exist_ok=True)
    written = 0
    with progress("Writing", len(content.articles)) as advance:
        for file_name, text in form.files(content):
            (out / file_name).write_bytes(text.encode("utf-8", "replace"))
            written += 1
            advance()
    print(f"Wrote {written} of {len(content.articles)} articles to {out}; the others are not fully reviewed.")


def chronicle(app: "App", slug: str, as_of: "date | None", *, with_corrections: bool = False) -> "Chronicle":
    """All that an export may need of a negotiation."""
    from tracker.export.chronicle import Chronicle
    from tracker.model.decisions import DecisionKind
    from tracker.model.events import Trust
    from tracker.views import timeline

    events = timeline(app.events(slug, as_of))
    corrected = {
        event.id: frozenset(one.field for one in app.history(event.id) if one.kind is DecisionKind.CORRECT)
        for event in events
        if with_corrections and event.trust is Trust.CORRECTED
    }
    negotiation = next(one for one in app.negotiations() if one.slug == slug)
    articles = {one.id: one.article for one in app.articles(slug) if one.removed is None}
    return Chronicle(negotiation, events, articles, corrected)
