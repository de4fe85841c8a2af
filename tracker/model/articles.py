"""Articles as they are read."""

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PublicationGround(StrEnum):
    """How the publication date is known."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Article:
    """Text with an address, an outlet and a publication date (None: not known)."""

    text: str
    title: str | None = None
    address: str | None = None
    outlet: str | None = None
    published: date | None = None
    publication_ground: PublicationGround = PublicationGround.UNKNOWN

    @property
    def text_hash(self) -> str:
        """SHA-256 of the text in NFC with white space folded, as 64 hexadecimal digits: equal for the same article
        however it was wrapped."""
        folded = " ".join(unicodedata.normalize("NFC", self.text).split())
        return hashlib.sha256(folded.encode()).hexdigest()
