"""A small language in the place of English, so that the application's tests are fast and do not hang on the rules.

    ARLAND met BORLAND on 2024-01-05. CORLAND refused BORLAND. General Kell of ARLAND met CORLAND.

A verb between two names is a mention; "not" before it denies, "will" plans. A day after "on" is its date; without one
the publication day is. "General NAME of SIDE" teaches that NAME belongs to SIDE.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from tracker.model.articles import Article, PublicationGround
from tracker.model.dates import UNDATED, DateInterval, Grain, Ground, Span
from tracker.model.mentions import EventType, Extraction, Mention, Status
from tracker.model.parties import Affiliation, PartyKind, PartyReference

_TYPES = {
    "met": EventType.MEETING,
    "refused": EventType.REJECTION,
    "struck": EventType.ATTACK,
    "freed": EventType.RELEASE,
    "offered": EventType.PROPOSAL,
}
_NAME = r"(?:General )?([A-Z]\w+)(?: of ([A-Z]\w+))?"
_SENTENCE = re.compile(rf"{_NAME} (not |will )?({'|'.join(_TYPES)}) {_NAME}(?: on (\d{{4}}-\d\d-\d\d))?[^.]*\.")
_STATUS = {None: Status.OCCURRED, "not ": Status.DENIED, "will ": Status.PLANNED}


def extract(article: Article, rules_version: str = "made 1") -> Extraction:
    """The mentions and lessons of a text in this language."""
    mentions, lessons = [], []
    for found in _SENTENCE.finditer(article.text):
        first, side, manner, verb, second, _, day = found.groups()
        if side:
            lessons.append(Affiliation(first, side, Span(*found.span(1)), first))
        sentence = Span(*found.span())
        mentions.append(
            Mention(
                type=_TYPES[verb],
                status=_STATUS[manner],
                trigger=Span(*found.span(4)),
                words=verb,
                clause=sentence,
                sentence=sentence,
                sense=f"made.{verb}",
                date=_date(day, article.published),
                actors=(_party(first, found.span(1)),),
                targets=(_party(second, found.span(5)),),
            )
        )
    return Extraction(tuple(mentions), tuple(lessons), rules_version)


def extract_many(articles: Iterable[Article]) -> Iterator[Extraction]:
    return (extract(article) for article in articles)


def article(text: str, day: str | None = "2024-01-30", **details: str) -> Article:
    published = dt.date.fromisoformat(day) if day else None
    ground = PublicationGround.GIVEN if day else PublicationGround.UNKNOWN
    return Article(text, published=published, publication_ground=ground, **details)


def _party(name: str, place: tuple[int, int]) -> PartyReference:
    is_side = name.endswith("land")
    kind = PartyKind.STATE if is_side else PartyKind.UNKNOWN
    return PartyReference(Span(*place), name, name, name, kind, is_verified=is_side)


def _date(day: str | None, published: dt.date | None) -> DateInterval:
    if day:
        at = dt.date.fromisoformat(day)
        return DateInterval(at, at, grain=Grain.DAY, ground=Ground.STATED, words=day)
    return DateInterval(published, published, grain=Grain.DAY, ground=Ground.IMPLIED) if published else UNDATED
