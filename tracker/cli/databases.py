"""Commands on the database itself."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.opening import chosen, open_app
from tracker.cli.options import Json, Negotiation
from tracker.cli.output import as_json, complain, progress, write_line

if TYPE_CHECKING:
    from tracker.app import RebuildReport


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command(epilog="Example: tracker info")(info)
    app.command(epilog="Example: tracker rebuild --negotiation gaza-truce-2024")(rebuild)
    group = typer.Typer(help="Look after the database.", no_args_is_help=True)
    group.command(epilog="Example: tracker db upgrade")(upgrade)
    group.command(epilog="Example: tracker db backup copy.db")(backup)
    group.command(epilog="Example: tracker db check")(check)
    app.add_typer(group, name="db")


def info(json: Json = False) -> None:
    """Show the version, where the database is and what it holds."""
    from importlib.metadata import version

    from tracker.store import describe, open_store

    store = open_store()
    found = describe(store)
    content = {
        "version": version("negotiation-tracker"),
        "database": found.url,
        "size": found.bytes,
        "schema": found.revision,
        "negotiations": found.negotiations,
        "articles": found.articles,
        "mentions": found.mentions,
        "events": found.events,
        "decisions": found.decisions,
    }
    if json:
        write_line(as_json(content, indent=1))
        return
    for name, value in content.items():
        shown = f"{value:,}" if isinstance(value, int) else value
        print(f"{name:<14}{'' if shown is None else shown}{' bytes' if name == 'size' and value is not None else ''}")


def rebuild(negotiation: Negotiation = None, json: Json = False) -> None:
    """Extract and resolve all articles anew with the present rules, and show what that changed.

    Decisions are kept; those that no longer find what they were about are listed.
    """
    app = open_app()
    slug = chosen(app, negotiation) if negotiation else None
    with progress("Rebuilding") as advance:
        report = app.rebuild(slug, on_progress=lambda done, of: advance(total=of))
    if json:
        from tracker.export.plain import plain

        write_line(as_json(plain(report), indent=1))
    else:
        _print_rebuild(report)


def upgrade() -> None:
    """Bring the database's tables up to date, after a backup copy of it."""
    from tracker.store import describe, open_store

    store = open_store()
    done = store.upgrade
    if done and done.backup:
        print(f"The old database was copied to {done.backup}.")
    print(f"The database {store.url} is up to date (schema {describe(store).revision}).")


def backup(
    target: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Where to (default: beside it).")] = None,
) -> None:
    """Copy the database, which may be in use meanwhile."""
    from tracker.store import open_store

    print(f"The copy is {open_store().backup(target)}.")


def check() -> None:
    """Check the database for damage and for rows that contradict each other; exit code 1 if there are any."""
    from tracker.store import open_store

    problems = open_store().check()
    for problem in problems:
        complain(problem)
    if problems:
        raise typer.Exit(1)
    print("The database is sound.")


def _print_rebuild(report: "RebuildReport") -> None:
    from tracker.cli.event_text import decision_words
    from tracker.cli.standing import print_lines

    print(f"Read {report.extracted} texts anew.")
    print_lines((("Added", report.added), ("Gone", report.gone), ("Changed", report.changed)))
    for lost in report.lost_decisions:
        print(f"Decision {lost.decision.id} no longer finds “{lost.target.words}”: {decision_words(lost.decision)}")
