"""Short names of negotiations."""

import re
import unicodedata
from collections.abc import Collection

from tracker.model.errors import TrackerError

_LONGEST = 60
_FORM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slug_for(title: str, taken: Collection[str] = ()) -> str:
    """A slug made of a title: lower-case ASCII words and hyphens, numbered where it is taken.

    Raises TrackerError for a title without letters or digits.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    while len(words) > 1 and len("-".join(words)) > _LONGEST:
        words.pop()
    stem = "-".join(words)[:_LONGEST].strip("-")
    if not stem:
        raise TrackerError("A negotiation's title needs letters or digits; give another one.")
    number, slug = 1, stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug


def check_slug(slug: str) -> str:
    """The slug, if it is one. Raises TrackerError."""
    if not _FORM.fullmatch(slug) or len(slug) > _LONGEST:
        raise TrackerError(
            f"{slug!r} is no short name; use lower-case letters, digits and hyphens, as in gaza-truce-2024."
        )
    return slug
