"""What the store gives back beside the nouns of the model."""

import datetime as dt
from dataclasses import dataclass

from tracker.model.articles import Article
from tracker.model.mentions import Mention, MentionKey


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """One text of an article. `number` counts from 1 in the order of entering."""

    id: int
    number: int
    article: Article
    entered: dt.datetime
    is_newest: bool


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article: `article` is its newest version; `negotiations` are slugs, in order. `removed` is when it was taken
    out (None: it is not). `mentions` counts those of the newest version."""

    id: int
    article: Article
    versions: tuple[StoredVersion, ...]
    negotiations: tuple[str, ...]
    entered: dt.datetime
    removed: dt.datetime | None
    mentions: int


@dataclass(frozen=True, slots=True)
class StoredMention:
    """A mention with its place in the database."""

    id: int
    key: MentionKey
    article_id: int
    mention: Mention


@dataclass(frozen=True, slots=True)
class LearnedSide:
    """A name, a side that articles put it to, and how many do."""

    name: str
    side: str
    articles: int


@dataclass(frozen=True, slots=True)
class NamedParty:
    """A name in the events of a negotiation: in how many it stands, and in how many of them as a mediator."""

    name: str
    events: int
    as_mediator: int


@dataclass(frozen=True, slots=True)
class DatabaseInfo:
    """What `tracker info` tells. `revision` is the tables' migration; counts are of what is not removed."""

    url: str
    revision: str
    negotiations: int
    articles: int
    mentions: int
    events: int
    decisions: int
    bytes: int | None
