"""`tracker add`: articles into the database."""

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.opening import chosen, open_app
from tracker.cli.options import Json, Published
from tracker.cli.output import as_json, complain, progress, write_line
from tracker.model.articles import Article
from tracker.model.errors import ArticleError, NegotiationChoiceNeeded

if TYPE_CHECKING:
    from tracker.app import Added, App
    from tracker.read import Given

_STANDARD_INPUT = "-"


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    app.command(epilog="Example: tracker add story.txt --published 2024-01-30 --negotiation gaza-truce-2024")(add)


def add(
    path: Annotated[
        Path, typer.Argument(metavar="FILE|FOLDER|-", help="What to read; - is standard input.", allow_dash=True)
    ],
    negotiations: Annotated[
        list[str] | None,
        typer.Option("--negotiation", "-n", metavar="NAME", help="Where it belongs; may be repeated."),
    ] = None,
    new_negotiation: Annotated[
        str | None, typer.Option("--new-negotiation", metavar="TITLE", help="Begin a negotiation with this title.")
    ] = None,
    published: Published = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The article's title.")] = None,
    source: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The outlet's name, or the address of the page.")
    ] = None,
    json: Json = False,
) -> None:
    """Add an article, or every article in a folder, and show what that changed.

    Reads .txt, .md (front matter), .html, .json and .jsonl files. The publication day is the one given, else that of
    the file's metadata or dateline, else unknown. Interrupted work on a folder goes on where it stopped when repeated.
    """
    from tracker.read.pasted import Given, source_given

    app = open_app()
    given = Given(published=published, title=title).over(source_given(source))
    slugs = [chosen(app, slug) for slug in negotiations or ()]
    results = _read(path, given)
    if new_negotiation:
        first = next(results, None)
        results = chain([] if first is None else [first], results)
        if first is None or isinstance(first, Article):
            slugs.append(app.create_negotiation(new_negotiation).slug)
    faults = _add_all(app, results, slugs, is_single=not path.is_dir(), json=json)
    if faults:
        raise typer.Exit(2)


def _read(path: Path, given: "Given") -> Iterator[Article | ArticleError]:
    from tracker.read import read_files, read_text
    from tracker.settings import get_settings

    limit = get_settings().max_text_bytes
    if str(path) != _STANDARD_INPUT:
        yield from read_files(path, given, max_bytes=limit)
        return
    from tracker.read.decoding import decoded

    try:
        data = sys.stdin.buffer.read(4 * limit + 1)
        yield read_text(decoded(data, "Standard input"), given, name="Standard input", max_bytes=limit)
    except ArticleError as error:
        yield error


def _add_all(
    app: "App", results: Iterator[Article | ArticleError], slugs: list[str], *, is_single: bool, json: bool
) -> int:
    """Adds what was read, one after the other, and returns the number of faults."""
    faults = 0
    outcomes: dict[str, int] = {}
    with progress("Adding") as advance:
        for result in results:
            if isinstance(result, ArticleError):
                complain(str(result))
                faults += 1
                continue
            where = slugs or [_asked(app, result)]
            added = app.add(result, where)
            outcomes[added.outcome] = outcomes.get(added.outcome, 0) + 1
            advance()
            if json:
                _print_json(added, where)
            elif is_single:
                _print_added(added, result, where)
            else:
                for notice in added.notices:
                    complain(f"{result.title or f'Article {added.article_id}'}: {notice}")
    if not json and not is_single:
        print(", ".join(f"{count} {outcome}" for outcome, count in outcomes.items()) or "No article was found.")
    return faults


def _asked(app: "App", article: Article) -> str:
    """The negotiation that the user chooses at the terminal. Raises NegotiationChoiceNeeded where nobody is there."""
    options = tuple(app.preview(article).proposed_negotiations)
    known = tuple(dict.fromkeys((*options, *(one.slug for one in app.negotiations()))))
    if not known:
        raise NegotiationChoiceNeeded('There is no negotiation yet; begin one with --new-negotiation "TITLE".')
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        message = 'Say to which negotiation the article belongs, or begin one with --new-negotiation "TITLE":'
        raise NegotiationChoiceNeeded(message, known)
    complain(f"To which negotiation does {article.title or 'the article'} belong? There are: {', '.join(known)}.")
    answer = typer.prompt("Negotiation", default=known[0] if options else None, err=True)
    return chosen(app, str(answer).strip())


def _print_json(added: "Added", negotiations: list[str]) -> None:
    from tracker.export.plain import plain

    content = {
        "article": added.article_id,
        "outcome": added.outcome,
        "negotiations": negotiations,
        "changes": plain(added.changes),
        "notices": list(added.notices),
    }
    write_line(as_json(content))


def _print_added(added: "Added", article: Article, negotiations: list[str]) -> None:
    from tracker.cli.standing import print_changes
    from tracker.dashboard.wording import day_words

    outcome = {
        "added": f"Added as article {added.article_id} of {', '.join(negotiations)}",
        "same": f"Known already as article {added.article_id}; nothing changed",
        "new version": f"Kept as a new version of article {added.article_id}",
    }[added.outcome]
    ground = f", {article.publication_ground.value}" if article.published else ""
    print(f"{outcome} (published: {day_words(article.published)}{ground}).")
    for notice in added.notices:
        complain(notice)
    if added.outcome != "same":
        print_changes(added.changes)
