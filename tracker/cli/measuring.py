"""Commands on the rules themselves: the codebook, and how good the extraction is."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.options import Json
from tracker.cli.output import as_json, progress, table, write_line
from tracker.model.errors import ArticleError

if TYPE_CHECKING:
    from tracker.evaluate.scores import Figures, Rate

_Row = tuple[str, str, str, str]


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command(epilog="Example: tracker codebook > codebook.md")(codebook)
    app.command(epilog="Example: tracker evaluate my-labels --by-type")(evaluate)


def codebook() -> None:
    """Print the codebook in Markdown: every type's definition, codes, examples and counterexamples."""
    from tracker.export.codebook import codebook as text

    write_line(text().rstrip("\n"))


def evaluate(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="A folder of labelled articles, a .json file each.")
    ] = None,
    by_type: Annotated[bool, typer.Option("--by-type", help="Show each type's figures too.")] = False,
    by_article: Annotated[bool, typer.Option("--by-article", help="Show each article's figures too.")] = False,
    pairs: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Measure on pairs of reports: are they the same event?")
    ] = None,
    json: Json = False,
) -> None:
    """Measure the extraction on labelled articles, or the merging of reports on labelled pairs. Stores nothing.

    The labels have the form that `tracker export gold` writes.
    """
    if folder is None and pairs is None:
        raise typer.BadParameter("name a folder of labelled articles, or a file with --pairs.")
    if pairs is not None:
        _evaluate_pairs(pairs, json=json)
    if folder is not None:
        _evaluate_labels(folder, by_type=by_type, by_article=by_article, json=json)


def _evaluate_labels(folder: Path, *, by_type: bool, by_article: bool, json: bool) -> None:
    from tracker.evaluate.labelled import evaluate as measured
    from tracker.export.plain import plain

    per_article: dict[str, Figures] = {}
    with progress("Measuring") as advance:

        def keep(name: str, figures: "Figures") -> None:
            per_article[name] = figures
            advance(name)

        figures = measured(folder, keep)
    if json:
        content = plain(figures)
        if by_article:
            content = {"all": content, "articles": plain(per_article)}
        write_line(as_json(content, indent=1))
        return
    print(f"{figures.articles} articles, {figures.gold_events} labelled events, {figures.predicted} found")
    table(("", "Precision", "Recall", "F1"), _rows(figures), empty="")
    if by_type:
        types = [_rate(kind.value, rate) for kind, rate in sorted(figures.types.items())]
        table(("Type", "Precision", "Recall", "F1"), types, empty="")
    if by_article:
        articles = [_rate(name, one.detection) for name, one in per_article.items()]
        table(("Article", "Precision", "Recall", "F1"), articles, empty="")


def _rows(figures: "Figures") -> Iterable[_Row]:
    yield _rate("detection", figures.detection)
    yield _rate("untyped", figures.untyped)
    for name in ("macro", "status", "false_happened", "false_unreal", "date", "near", "date_known"):
        yield name, "", "", f"{getattr(figures, name):.3f}"
    for name in ("parties", "source", "count", "complete"):
        yield _rate(name, getattr(figures, name))


def _rate(name: str, rate: "Rate") -> _Row:
    return name, f"{rate.precision:.3f}", f"{rate.recall:.3f}", f"{rate.f1:.3f}"


def _evaluate_pairs(path: Path, *, json: bool) -> None:
    from tracker.evaluate.pairs import evaluate_pairs
    from tracker.export.plain import plain

    try:
        figures = evaluate_pairs(path)
    except (OSError, ValueError) as error:
        raise ArticleError(f"{path} cannot be read as pairs: {error}.") from error
    if json:
        write_line(as_json(plain(figures), indent=1))
        return
    rows = []
    for name in ("clear", "border", "all", "without_background"):
        one = getattr(figures, name)
        shares = ["" if share is None else f"{share:.3f}" for share in (one.precision, one.recall)]
        rows.append((name.replace("_", " "), *shares, str(one.hits), str(one.extras), str(one.misses), str(one.apart)))
    table(("Pairs", "Precision", "Recall", "Hits", "Extras", "Misses", "Apart"), rows, empty="")
