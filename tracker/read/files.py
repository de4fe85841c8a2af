"""Files and folders to articles: one reader a suffix."""

from collections.abc import Callable, Iterator
from pathlib import Path

from tracker.model.articles import Article
from tracker.model.errors import ArticleError
from tracker.read.checks import MAX_TEXT_BYTES
from tracker.read.decoding import decoded
from tracker.read.pages import read_html, read_markdown
from tracker.read.pasted import Given, read_text
from tracker.read.records import Record, read_records, records_of

_MARKUP_FACTOR = 20
"""How many times its text a page may weigh: scripts and styles are read past."""


def _read_plain(data: bytes, given: Given, *, name: str, max_bytes: int) -> Article:
    return read_text(decoded(data, name), given, name=name, max_bytes=max_bytes)


def _read_json(data: bytes, given: Given, *, name: str, max_bytes: int) -> Article:
    records = list(records_of(data, name, max_bytes=max_bytes))
    if len(records) != 1:
        raise ArticleError(f"{name} holds {len(records)} articles where one is expected.")
    return _tidy(records[0], given, max_bytes)


def _tidy(record: Record | ArticleError, given: Given, max_bytes: int) -> Article:
    if isinstance(record, ArticleError):
        raise record
    known = record.article
    metadata = Given(known.published, known.title, known.outlet, known.address)
    return read_text(known.text, given, metadata, name=record.name, max_bytes=max_bytes)


_READERS: dict[str, Callable[..., Article]] = {
    ".txt": _read_plain,
    ".text": _read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".json": _read_json,
}
_RECORDS = (".json", ".jsonl", ".jsonl.gz")
SUFFIXES = (*_READERS, ".jsonl", ".jsonl.gz")
"""The file names' endings that can be read."""


def read_bytes(data: bytes, name: str, given: Given | None = None, *, max_bytes: int = MAX_TEXT_BYTES) -> Article:
    """The article that a file of this name and content holds (an upload, for one).

    Raises ArticleError for a kind of file that cannot be read and for everything that its reader refuses.
    """
    suffix = Path(name).suffix.lower()
    reader = _READERS.get(suffix, _read_plain if not suffix else None)
    if reader is None:
        raise ArticleError(f"{name} is no file that can be read; the endings known are {', '.join(SUFFIXES)}.")
    if len(data) > max_bytes * _MARKUP_FACTOR:
        raise ArticleError(f"{name} is larger than {max_bytes * _MARKUP_FACTOR / 1_000_000:g} MB.")
    return reader(data, given or Given(), name=name, max_bytes=max_bytes)


def read_file(path: Path, given: Given | None = None, *, max_bytes: int = MAX_TEXT_BYTES) -> Article:
    """The one article of a file. Raises ArticleError as `read_bytes` does, and where the file cannot be opened."""
    try:
        with path.open("rb") as stream:
            data = stream.read(max_bytes * _MARKUP_FACTOR + 1)
    except OSError as error:
        raise ArticleError(f"{path} cannot be read: {error.strerror or error}.") from error
    return read_bytes(data, path.name, given, max_bytes=max_bytes)


def readable_files(folder: Path) -> list[Path]:
    """The files in a folder and those within it that can be read, without hidden ones, in the order of names."""
    return [file for file in _files(folder) if file.name.lower().endswith(SUFFIXES)]


def passed_over(folder: Path) -> list[Path]:
    """The files there that are of no kind that can be read, without hidden ones, in the order of names."""
    return [file for file in _files(folder) if not file.name.lower().endswith(SUFFIXES)]


def _files(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def read_files(
    path: Path, given: Given | None = None, *, max_bytes: int = MAX_TEXT_BYTES
) -> Iterator[Article | ArticleError]:
    """The articles of a file or a folder, one at a time; what cannot be read comes as an ArticleError in its place.

    `given` holds for each of them.
    """
    if not path.exists():
        yield ArticleError(f"{path} does not exist.")
        return
    files = readable_files(path) if path.is_dir() else [path]
    if not files:
        yield ArticleError(f"{path} has no file that can be read; the endings known are {', '.join(SUFFIXES)}.")
    for file in files:
        yield from _articles_of(file, given or Given(), max_bytes)


def _articles_of(file: Path, given: Given, max_bytes: int) -> Iterator[Article | ArticleError]:
    if not file.name.lower().endswith(_RECORDS):
        try:
            yield read_file(file, given, max_bytes=max_bytes)
        except ArticleError as error:
            yield error
        return
    for record in read_records(file, max_bytes=max_bytes):
        try:
            yield _tidy(record, given, max_bytes)
        except ArticleError as error:
            yield error
