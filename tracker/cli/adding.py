"""`tracker add`: articles into the database."""

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
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
_NAMED = 3
"""How many files that were passed over are named."""


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
    slugs = [chosen(app, slug) for slug in negotiations or ()]
    results = _read(path, Given(published=published, title=title).over(source_given(source)))
    first = list(islice(results, 2))
    if len(first) == 1:
        faults = _add_one(app, first[0], slugs, new_negotiation, json=json)
    else:
        faults = _add_many(app, chain(first, results), slugs, new_negotiation, json=json)
    _tell_passed_over(path)
    if faults:
        raise typer.Exit(2)


def _tell_passed_over(path: Path) -> None:
    """Says which files of a folder nobody read; they are no fault, since a folder may hold anything."""
    from tracker.read.files import passed_over
    from tracker.views.wording import counted

    files = passed_over(path) if path.is_dir() else []
    if files:
        some = ", ".join(file.name for file in files[:_NAMED]) + (", …" if len(files) > _NAMED else "")
        complain(f"Passed over {counted(len(files), 'file')} of other kinds: {some}.")


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


def _add_one(
    app: "App", result: Article | ArticleError, slugs: list[str], new_negotiation: str | None, *, json: bool
) -> int:
    if isinstance(result, ArticleError):
        raise result
    try:
        added = app.add(result, slugs, new_negotiation=new_negotiation)
    except NegotiationChoiceNeeded as error:
        added = app.add(result, [_asked(app, error, result.title or "the article")])
    _print_json(added) if json else _print_added(app, added)
    return 0


def _add_many(
    app: "App", results: Iterator[Article | ArticleError], slugs: list[str], new_negotiation: str | None, *, json: bool
) -> int:
    """Adds what was read, one after the other, and returns the number of faults."""
    from tracker.app import Refused

    if not new_negotiation and not slugs:
        every = tuple(one.slug for one in app.negotiations())
        message = 'Say to which negotiation the articles belong, or begin one with --new-negotiation "TITLE".'
        slugs = [_asked(app, NegotiationChoiceNeeded(message, every), "these articles")]
    outcomes: Counter[str] = Counter()

    def readable() -> Iterator[Article]:
        for result in results:
            if isinstance(result, ArticleError):
                complain(str(result))
                outcomes["refused"] += 1
            else:
                yield result

    articles = readable()
    begun = list(islice(articles, 1))
    if new_negotiation and begun:  # not for a folder of which nothing can be read
        slugs = [*slugs, app.create_negotiation(new_negotiation).slug]
    with progress("Adding") as advance:
        for added in app.add_many(chain(begun, articles), slugs):
            advance()
            if isinstance(added, Refused):
                complain(added.reason)
                outcomes["refused"] += 1
                continue
            outcomes[added.outcome] += 1
            if json:
                _print_json(added)
    if not json:
        counts = [f"{outcomes[outcome]} {outcome}" for outcome in sorted(outcomes)]
        print(", ".join(counts))
    return outcomes["refused"]


def _asked(app: "App", needed: NegotiationChoiceNeeded, what: str) -> str:
    """The negotiation that the user chooses at the terminal. Raises what is needed where nobody is there to ask."""
    if not (needed.options and sys.stdin.isatty() and sys.stderr.isatty()):
        raise needed
    complain(f"To which negotiation does {what} belong? There are: {', '.join(needed.options)}.")
    return chosen(app, str(typer.prompt("Negotiation", default=needed.options[0], err=True)).strip())


def _print_json(added: "Added") -> None:
    from tracker.export.plain import plain

    write_line(as_json(plain(added)))


def _print_added(app: "App", added: "Added") -> None:
    from tracker.cli.standing import print_changes
    from tracker.views.wording import day_words

    stored = app.article(added.article_id)
    outcome = {
        "added": f"Added as article {added.article_id} of {', '.join(stored.negotiations)}",
        "same": f"Known already as article {added.article_id}",
        "new version": f"Kept as a new version of article {added.article_id}",
    }[added.outcome]
    published = stored.article.published
    ground = f", {stored.article.publication_ground.value}" if published else ""
    print(f"{outcome} (published: {day_words(published)}{ground}).")
    for notice in added.notices:
        complain(notice)
    if published is None:
        complain(f"`tracker date {added.article_id} 2024-01-30` sets the day.")
    print_changes(added.changes)
