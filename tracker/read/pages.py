"""Marked-up articles: web pages and Markdown with front matter."""

import re
from typing import Any

from tracker.model.articles import Article
from tracker.model.errors import ArticleError
from tracker.read.checks import MAX_TEXT_BYTES
from tracker.read.decoding import decoded
from tracker.read.pasted import Given, day_of, read_text
from tracker.read.records import metadata_of

# Without a bound of its own htmldate takes the wall clock's; the date is searched in the markup only, never guessed.
_DATE_SEARCH = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01", "min_date": "1900-01-01"}
_LINK = re.compile(r"!?\[(?P<words>[^\]\n]*)\]\([^)\n]*\)")
_MARK_AT_START = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?|[*+-]\s+)", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<!\w)(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<words>[^\n]*?\S)(?P=mark)(?!\w)")


def read_html(data: bytes, given: Given, *, name: str, max_bytes: int = MAX_TEXT_BYTES) -> Article:
    """The main text of a web page, with the title, outlet, address and publication day of its metadata.

    Menus, adverts, comments and scripts are left out. Raises ArticleError where no article is found.
    """
    import trafilatura

    if not data.strip():
        raise ArticleError(f"{name} is empty.")
    page: Any = trafilatura.bare_extraction(
        data,
        include_comments=False,
        include_tables=False,
        deduplicate=False,
        with_metadata=True,
        date_extraction_params=_DATE_SEARCH,
    )
    if page is None or not (page.text or "").strip():
        raise ArticleError(f"{name} holds no article that could be told from the page around it; paste its text.")
    metadata = Given(
        published=day_of(page.date, name),
        title=page.title,
        outlet=page.sitename or page.hostname,
        address=page.url,
    )
    return read_text(page.text, given, metadata, name=name, max_bytes=max_bytes)


def read_markdown(data: bytes, given: Given, *, name: str, max_bytes: int = MAX_TEXT_BYTES) -> Article:
    """A Markdown file; its front matter (YAML or TOML) gives title, publication day, outlet and address.

    Raises ArticleError for front matter that cannot be read.
    """
    import frontmatter
    import yaml  # type: ignore[import-untyped]

    text = decoded(data, name)
    try:
        post = frontmatter.loads(text.removeprefix("\ufeff"))
    except (yaml.YAMLError, ValueError) as error:
        raise ArticleError(f"{name} has front matter that is not valid YAML; mend it or remove it.") from error
    metadata = metadata_of(post.metadata, name)
    return read_text(without_marks(post.content), given, metadata, name=name, max_bytes=max_bytes)


def without_marks(text: str) -> str:
    """Markdown as the words a reader sees: no heading, quotation, list and emphasis marks, links by their words."""
    text = _LINK.sub(lambda found: found["words"], text)
    text = _MARK_AT_START.sub("", text)
    return _EMPHASIS.sub(lambda found: found["words"], text)
