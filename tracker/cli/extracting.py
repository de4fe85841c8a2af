"""Commands that need no database: what is in a text."""

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.options import Files, Published
from tracker.cli.output import as_json, complain, progress, write_line
from tracker.model.articles import Article
from tracker.model.errors import ArticleError

if TYPE_CHECKING:
    from tracker.export.labels import LabelEvent
    from tracker.read import Record

_STANDARD_INPUT = Path("-")
_LINES = (".jsonl", ".jsonl.gz")
_RECORDS = (".json", *_LINES)


@dataclass(frozen=True, slots=True)
class _Output:
    """Where an article's events go: a file of its own, a line of a .jsonl file, or (None) one of standard output."""

    id: object
    path: Path | None


class _Faults:
    """What could not be read: said at once, and told by the exit code when the rest is done."""

    def __init__(self) -> None:
        self.count = 0

    def add(self, fault: ArticleError) -> None:
        self.count += 1
        complain(str(fault))

    def end(self) -> None:
        if self.count:
            raise typer.Exit(2)


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command(epilog="Example: tracker extract story.json --out events")(extract)
    app.command(epilog="Example: tracker times articles.jsonl")(times)


def extract(
    files: Files,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write a file DIR/NAME.json per article instead of printing.")
    ] = None,
    published: Published = None,
) -> None:
    """Print the events that articles report, as JSON in the label form. Stores nothing.

    A .json or other file is one article, a .jsonl file one per line. Without --out each article is one line
    {"id", "events"}; with it, DIR/NAME.json holds {"events"}.
    """
    from tracker.export.labels import label_events
    from tracker.extract import extract_many

    paths = list(_expanded(files))
    outputs = _outputs(paths, out) if out else {}
    faults = _Faults()
    waiting: deque[_Output] = deque()

    def articles() -> Iterator[Article]:
        taken: set[Path] = set()
        for path, record in _records(paths, faults):
            target = outputs.get(path)
            if target in taken and target.suffix == ".json":
                faults.add(ArticleError(f"{record.name} has no place in {target.name}; leave out --out to print all."))
                continue
            if target:
                taken.add(target)
            waiting.append(_Output(record.id, target))
            yield replace(record.article, published=record.article.published or published)

    with progress("Reading") as advance:
        for extraction in extract_many(articles()):
            output = waiting.popleft()
            events = label_events(extraction)
            _write(output, events)
            advance()
    faults.end()


def times(files: Files) -> None:
    """Print the time expressions of articles, one article a line, as TIMEX3 types and values. Stores nothing.

    Each line is {"id", "times": [[first, past-last, type, value], ...]}.
    """
    from tracker.extract.text import load_model
    from tracker.extract.times import find_times
    from tracker.extract.tokens import read

    faults = _Faults()
    with progress("Reading") as advance:
        records = ((record.article.text, record) for _, record in _records(_expanded(files), faults))
        for doc, record in load_model().pipe(records, as_tuples=True, batch_size=16):
            found = find_times(read(doc), record.article.published)
            rows = [[*timex.span, timex.type.value, timex.value] for timex in found]
            write_line(as_json({"id": record.id, "times": rows}))
            advance()
    faults.end()


def _expanded(files: Iterable[Path]) -> Iterator[Path]:
    """The files, folders by what can be read in them."""
    from tracker.read import readable_files

    for path in files:
        if path.is_dir():
            yield from readable_files(path)
        else:
            yield path


def _records(paths: Iterable[Path], faults: _Faults) -> "Iterator[tuple[Path, Record]]":
    """The articles of files, with the text of JSON left as it is; what cannot be read is told to `faults`."""
    from tracker.read import Record, read_file, read_records
    from tracker.settings import get_settings

    limit = get_settings().max_text_bytes
    for path in paths:
        if path != _STANDARD_INPUT and not path.is_file():
            faults.add(ArticleError(f"{path} does not exist."))
        elif path == _STANDARD_INPUT or path.name.lower().endswith(_RECORDS):
            source = sys.stdin.buffer if path == _STANDARD_INPUT else path
            for record in read_records(source, max_bytes=limit):
                if isinstance(record, ArticleError):
                    faults.add(record)
                else:
                    yield path, record
        else:
            try:
                article = read_file(path, max_bytes=limit)
            except ArticleError as error:
                faults.add(error)
            else:
                yield path, Record(path.stem, article, path.name)


def _outputs(paths: Iterable[Path], out: Path) -> dict[Path, Path]:
    """The file in `out` for each input: NAME.json for an article, NAME.jsonl (emptied first) for a file of lines."""
    outputs: dict[Path, Path] = {}
    for path in paths:
        name = path.name.lower()
        is_lines = name.endswith(_LINES) or path == _STANDARD_INPUT
        stem = "standard-input" if path == _STANDARD_INPUT else path.name.removesuffix(".gz").rsplit(".", 1)[0]
        target = out / f"{stem}.json{'l' if is_lines else ''}"
        if target in outputs.values():
            raise typer.BadParameter(
                f"two of the files would be written to {target}; extract them one after the other."
            )
        if target.resolve() == path.resolve():
            raise typer.BadParameter(f"{path} would be overwritten; choose another folder for --out.")
        outputs[path] = target
    out.mkdir(parents=True, exist_ok=True)
    for target in outputs.values():
        if target.suffix == ".jsonl":
            target.write_text("", encoding="utf-8")
    return outputs


def _write(output: _Output, events: "list[LabelEvent]") -> None:
    if output.path is None:
        write_line(as_json({"id": output.id, "events": events}))
    elif output.path.suffix == ".jsonl":
        with output.path.open("a", encoding="utf-8") as stream:
            stream.write(as_json({"id": output.id, "events": events}) + "\n")
    else:
        output.path.write_text(as_json({"events": events}, indent=1) + "\n", encoding="utf-8")
