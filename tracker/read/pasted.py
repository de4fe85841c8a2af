"""Text and what is known of it to an `Article`: the last step that every format shares."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from tracker.model.articles import Article, PublicationGround
from tracker.model.errors import ArticleError
from tracker.read.checks import MAX_TEXT_BYTES, check_text, tidied
from tracker.read.dateline import stated_day

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ocid", "smid", "igshid", "ref_src")


@dataclass(frozen=True, slots=True)
class Given:
    """What the user, or the page's metadata, says of an article; None: nothing."""

    published: date | None = None
    title: str | None = None
    outlet: str | None = None
    address: str | None = None

    def over(self, other: "Given") -> "Given":
        """This, with the gaps filled from `other`."""
        return Given(*(getattr(self, f.name) or getattr(other, f.name) for f in fields(self)))


def source_given(words: str | None) -> Given:
    """What `words`, an outlet's name or a page's address, say."""
    words = (words or "").strip()
    if words.startswith(("http://", "https://")):
        return Given(address=words, outlet=urlsplit(words).netloc.removeprefix("www.") or None)
    return Given(outlet=words or None)


def read_text(
    text: str,
    given: Given = Given(),
    metadata: Given = Given(),
    *,
    name: str = "The text",
    max_bytes: int = MAX_TEXT_BYTES,
) -> Article:
    """The article of a text that was pasted or taken out of a file.

    The publication day is the one given, else the metadata's, else the one that the text states of itself, else
    unknown. Raises ArticleError, naming `name`, for a text that is empty, too large or not English.
    """
    text = tidied(text)
    check_text(text, name, max_bytes)
    known = given.over(metadata)
    published, ground = _publication(text, given, metadata)
    return Article(
        text=text,
        title=_line(known.title),
        address=canonical_address(known.address) if known.address else None,
        outlet=_line(known.outlet),
        published=published,
        publication_ground=ground,
    )


def _publication(text: str, given: Given, metadata: Given) -> tuple[date | None, PublicationGround]:
    if given.published:
        return given.published, PublicationGround.GIVEN
    if metadata.published:
        return metadata.published, PublicationGround.METADATA
    stated = stated_day(text)
    return stated, PublicationGround.DATELINE if stated else PublicationGround.UNKNOWN


def canonical_address(address: str) -> str:
    """The address without what changes from visitor to visitor: fragment, tracking parameters, capitals of the host."""
    parts = urlsplit(address.strip())
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not k.lower().startswith(_TRACKING)]
    path = parts.path.rstrip("/") if parts.netloc else parts.path
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), path, urlencode(query), ""))


def day_of(value: object, name: str) -> date | None:
    """The day that a metadata value means: a date, or text that begins with an ISO day; None and "" are no day.

    Raises ArticleError, naming `name`, for anything else: a publication day is never guessed.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    words = str(value).strip()
    try:
        return date.fromisoformat(words[:10])
    except ValueError as error:
        spelled = stated_day(words)
        if spelled:
            return spelled
        raise ArticleError(
            f"{name} has the publication date {words[:40]!r}, which is no day; write it as in 2024-01-30."
        ) from error


def _line(words: str | None) -> str | None:
    folded = " ".join(words.split()) if words else ""
    return folded or None
