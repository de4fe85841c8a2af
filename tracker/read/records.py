"""Articles as JSON: one object a file, a list, or a line each. The text stays as it is, character for character."""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from tracker.model.articles import Article, PublicationGround
from tracker.model.errors import ArticleError
from tracker.read.checks import MAX_TEXT_BYTES, check_size, without_surrogates
from tracker.read.pasted import Given, day_of


@dataclass(frozen=True, slots=True)
class Record:
    """An article of a JSON file with the `id` that it has there, of whatever JSON type; `name` says where it stands."""

    id: object
    article: Article
    name: str


def read_records(source: Path | BinaryIO, *, max_bytes: int = MAX_TEXT_BYTES) -> Iterator[Record | ArticleError]:
    """The articles of a .json, .jsonl or .jsonl.gz file, or of an open stream of lines, one at a time.

    Each is an object with "text" and, where known, "id", "title", "published" (ISO day or null), "source" or "outlet",
    "address" or "url". The text may be empty; it is not tidied, so that offsets into it hold. What cannot be read
    comes as an ArticleError in its place, so that one fault in a long file does not cost the rest.
    """
    if not isinstance(source, Path):
        yield from _lines(source, "standard input", max_bytes)
    elif source.suffix.lower() == ".json":
        yield from records_of(source.read_bytes(), source.name, max_bytes=max_bytes)
    else:
        with gzip.open(source) if source.suffix.lower() == ".gz" else source.open("rb") as stream:
            yield from _lines(stream, source.name, max_bytes)


def records_of(data: bytes, name: str, *, max_bytes: int = MAX_TEXT_BYTES) -> Iterator[Record | ArticleError]:
    """The articles of one JSON document, an object or a list of objects, as `read_records` gives them."""
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        yield ArticleError(f"{name} is not JSON in UTF-8: {_short(error)}.")
        return
    stem = Path(name).stem
    if not isinstance(content, list):
        yield _record(content, name, stem, max_bytes)
        return
    for number, item in enumerate(content, start=1):
        yield _record(item, f"{name}, article {number}", f"{stem}-{number}", max_bytes)


def _lines(stream: BinaryIO | gzip.GzipFile, name: str, max_bytes: int) -> Iterator[Record | ArticleError]:
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        place = f"{name}, line {number}"
        try:
            item = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            yield ArticleError(f"{place} is not JSON in UTF-8: {_short(error)}.")
            continue
        yield _record(item, place, number, max_bytes)


def _record(item: Any, name: str, default_id: object, max_bytes: int) -> Record | ArticleError:
    if not isinstance(item, Mapping) or not isinstance(item.get("text"), str):
        return ArticleError(f'{name} is no article: an object with the article\'s words under "text" is expected.')
    text = without_surrogates(item["text"])
    try:
        check_size(text, name, max_bytes)
        known = metadata_of(item, name)
    except ArticleError as error:
        return error
    article = Article(
        text=text,
        title=known.title,
        address=known.address,
        outlet=known.outlet,
        published=known.published,
        publication_ground=PublicationGround.GIVEN if known.published else PublicationGround.UNKNOWN,
    )
    return Record(item.get("id", default_id), article, name)


def metadata_of(item: Mapping[str, Any], name: str) -> Given:
    """What an object or a front matter says of its article, under the names that are in use for it."""
    return Given(
        published=day_of(_first(item, "published", "date", "publication_date"), name),
        title=_words(_first(item, "title", "headline")),
        outlet=_words(_first(item, "outlet", "source", "publisher", "sitename")),
        address=_words(_first(item, "address", "url", "link", "canonical")),
    )


def _first(item: Mapping[str, Any], *keys: str) -> object:
    return next((item[key] for key in keys if item.get(key) not in (None, "")), None)


def _words(value: object) -> str | None:
    return without_surrogates(value) if isinstance(value, str) else None


def _short(error: Exception) -> str:
    return str(error).split("\n", 1)[0].rstrip(".")
