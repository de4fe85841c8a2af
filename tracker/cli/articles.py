"""Commands on the articles that are there."""

from datetime import date
from typing import Annotated, Any

import typer

from tracker.cli.opening import chosen, open_app, open_for_reading
from tracker.cli.options import Json, Negotiation, parse_day
from tracker.cli.output import as_json, table, write_line

ArticleId = Annotated[int, typer.Argument(metavar="ARTICLE", help="The article's number in `tracker articles`.")]


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command(epilog="Example: tracker articles --negotiation gaza-truce-2024")(articles)
    app.command("date", epilog="Example: tracker date 3 2024-01-30")(set_date)
    app.command(epilog='Example: tracker edit 3 --title "Talks resume" --negotiation gaza-truce-2024')(edit)
    app.command(epilog="Example: tracker remove 3")(remove)


def articles(negotiation: Negotiation = None, json: Json = False) -> None:
    """List the articles with their publication day and how it is known."""
    app = open_for_reading()
    found = app.articles(chosen(app, negotiation) if negotiation else None)
    rows = [
        {
            "id": one.id,
            "published": one.article.published.isoformat() if one.article.published else None,
            "publication_ground": one.article.publication_ground.value,
            "title": one.article.title,
            "outlet": one.article.outlet,
            "address": one.article.address,
            "negotiations": list(one.negotiations),
            "mentions": one.mentions,
            "versions": len(one.versions),
            "is_removed": one.removed is not None,
        }
        for one in found
    ]
    if json:
        write_line(as_json(rows, indent=1))
        return
    cells = [
        (
            str(one.id),
            one.article.published.isoformat() if one.article.published else "not known",
            one.article.publication_ground.value,
            _title(one.article.title, one.article.text) + (" (removed)" if one.removed else ""),
            one.article.outlet or "",
            ", ".join(one.negotiations),
            str(one.mentions),
        )
        for one in found
    ]
    headings = ("ID", "Published", "Known from", "Title", "Outlet", "Negotiations", "Mentions")
    table(headings, cells, empty="There is no article yet.")


def set_date(
    article: ArticleId,
    day: Annotated[date, typer.Argument(metavar="DAY", parser=parse_day, help="The day, as in 2024-01-30.")],
) -> None:
    """Set the day on which an article was published, and date its events anew."""
    from tracker.cli.standing import print_changes

    print_changes(open_app().set_date(article, day))


def edit(
    article: ArticleId,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The title.")] = None,
    source: Annotated[str | None, typer.Option(metavar="TEXT", help="The outlet's name.")] = None,
    negotiations: Annotated[
        list[str] | None,
        typer.Option("--negotiation", "-n", metavar="NAME", help="Where it belongs instead; may be repeated."),
    ] = None,
) -> None:
    """Change what is known of an article: title, outlet, the negotiations that it belongs to. "" takes a value away."""
    from tracker.cli.standing import print_changes

    app = open_app()
    if title is None and source is None and not negotiations:
        raise typer.BadParameter("say what to change: --title, --source or --negotiation.")
    given: dict[str, Any] = {}
    if title is not None:
        given["title"] = title or None
    if source is not None:
        given["outlet"] = source or None
    if negotiations:
        given["negotiations"] = [chosen(app, slug) for slug in negotiations]
    print_changes(app.edit(article, **given))


def remove(
    article: ArticleId,
    undo: Annotated[bool, typer.Option("--undo", help="Take a removed article back in.")] = False,
    purge: Annotated[bool, typer.Option("--purge", help="Delete its text and quotations for good.")] = False,
) -> None:
    """Take an article out, with its share in all events. It can be taken back with --undo unless it was purged."""
    app = open_app()
    if undo and purge:
        raise typer.BadParameter("--undo and --purge exclude each other.")
    if undo:
        app.restore(article)
        print(f"Article {article} is back.")
    elif purge:
        app.purge(article)
        print(f"The text and the quotations of article {article} are deleted for good.")
    else:
        app.remove(article)
        print(f"Article {article} is removed; `tracker remove {article} --undo` takes it back.")


def _title(title: str | None, text: str) -> str:
    """The title, or the first words of the text."""
    if title:
        return title
    words = text.split()
    return " ".join(words[:9]) + (" ..." if len(words) > 9 else "")
