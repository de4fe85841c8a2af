"""The negotiations that come with the program: `seeds/<slug>/negotiation.toml` and the articles beside it."""

import tomllib
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tracker.model.articles import Article, PublicationGround
from tracker.model.errors import ArticleError, TrackerError
from tracker.model.negotiations import NegotiationParty
from tracker.model.parties import NegotiationRole, PartyKind
from tracker.read.checks import check_text


class SeedError(TrackerError):
    """A seed folder that does not follow its form; the message names file and key."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A negotiation with its parties and articles; the folder's name is its slug."""

    slug: str
    title: str
    parties: tuple[NegotiationParty, ...]
    articles: tuple[Article, ...]


def read_seeds(folder: Path) -> tuple[Seed, ...]:
    """All seeds in a folder in the order of their slugs. The articles' text is taken as it is.

    Raises SeedError for an unknown or missing key, a wrong value or an article that cannot be read.
    """
    return tuple(_seed(path) for path in sorted(folder.glob("*/negotiation.toml")))


def _seed(path: Path) -> Seed:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SeedError(f"{path} is not TOML in UTF-8: {error}.") from error
    _check_keys(content, path, needed={"title", "parties", "articles"})
    return Seed(
        slug=path.parent.name,
        title=content["title"],
        parties=tuple(_party(item, path) for item in content["parties"]),
        articles=tuple(_article(item, path) for item in content["articles"]),
    )


def _party(item: Mapping[str, Any], path: Path) -> NegotiationParty:
    _check_keys(item, path, needed={"name", "kind", "role"})
    try:
        return NegotiationParty(item["name"], PartyKind(item["kind"]), NegotiationRole(item["role"]), is_verified=True)
    except ValueError as error:
        raise SeedError(f"{path}: party {item['name']}: {error}.") from error


def _article(item: Mapping[str, Any], path: Path) -> Article:
    _check_keys(item, path, needed={"file", "published"}, allowed={"title", "outlet", "address"})
    if type(item["published"]) is not date:
        raise SeedError(f"{path}: article {item['file']}: published must be a day.")
    file = path.parent / "articles" / item["file"]
    try:
        text = file.read_text(encoding="utf-8")
        check_text(text, str(file))
    except (OSError, UnicodeDecodeError, ArticleError) as error:
        raise SeedError(f"{path}: article {item['file']} cannot be read: {error}") from error
    return Article(
        text=text,
        title=item.get("title"),
        address=item.get("address"),
        outlet=item.get("outlet"),
        published=item["published"],
        publication_ground=PublicationGround.GIVEN,
    )


def _check_keys(item: Mapping[str, Any], path: Path, needed: set[str], allowed: Set[str] = frozenset()) -> None:
    missing, unknown = needed - item.keys(), item.keys() - needed - allowed
    if missing or unknown:
        wrong = [f"{key} is missing" for key in sorted(missing)] + [f"{key} is unknown" for key in sorted(unknown)]
        raise SeedError(f"{path}: {', '.join(wrong)}.")
