"""A labelled article's own labels as mentions: what resolve would get from an extraction without fault."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tracker.model.articles import Article
from tracker.model.dates import UNDATED, DateInterval, Grain, Ground, Span
from tracker.model.mentions import EventType, Extraction, Mention, Quantity, Status, Unit
from tracker.model.parties import PartyReference

_END = re.compile(r"[.!?][\"'”’)]*\s+|\n")


def as_read(
    article: Article, labels: Sequence[Mapping[str, Any]], extraction: Extraction
) -> tuple[Extraction, tuple[str, ...]]:
    """The labels as mentions, and the key of each ("alone 7" where the label has none).

    `extraction` lends what labels do not say: the exact trigger, its clause, the place, and the sense where the type is
    the label's. A label whose words no mention holds stands for itself, its quote being trigger and clause.
    """
    mentions, keys = [], []
    taken: set[tuple[Span, EventType]] = set()
    for number, label in enumerate(labels):
        first = article.text.find(label["quote"])
        if first < 0:
            continue
        kind = EventType(label["type"])
        words = Span(first, first + len(label["quote"]))
        near = [one for one in extraction.mentions if words.first <= one.trigger.first < words.last]
        found = next((one for one in near if one.type is kind), near[0] if near else None)
        mention = _mention(label, kind, found or _bare(article.text, kind, words), article.published)
        if (mention.trigger, kind) not in taken:
            taken.add((mention.trigger, kind))
            mentions.append(mention)
            keys.append(label.get("same_as") or f"alone {number}")
    return replace(extraction, mentions=tuple(mentions)), tuple(keys)


def _bare(text: str, kind: EventType, words: Span) -> Mention:
    return Mention(kind, Status.OCCURRED, words, text[words.first : words.last], words, _sentence(text, words), "")


def _sentence(text: str, words: Span) -> Span:
    """What stands around the words between full stops and line ends."""
    before = [end.end() for end in _END.finditer(text, 0, words.first)]
    after = _END.search(text, max(words.last - 1, words.first))
    return Span(before[-1] if before else 0, max(after.start() + 1 if after else len(text), words.last))


def _mention(label: Mapping[str, Any], kind: EventType, found: Mention, published: dt.date | None) -> Mention:
    count = label.get("count")
    figures = (
        (Quantity(float(count["value"]), Unit(count["unit"]), found.trigger, str(count["value"])),) if count else ()
    )
    return replace(
        found,
        type=kind,
        status=Status(label["status"]),
        date=_date(label, published),
        actors=_parties(label.get("actors"), found),
        targets=_parties(label.get("targets"), found),
        mediators=_parties(label.get("mediators"), found),
        source=next(iter(_parties([label["source"]], found)), None) if label.get("source") else None,
        quantities=figures,
        content_of=None,
        phase=found.phase if found.type is kind else None,
        sense=found.sense if found.type is kind else "",
    )


def _parties(names: Sequence[str] | None, at: Mention) -> tuple[PartyReference, ...]:
    return tuple(PartyReference(at.sentence, name, name, name, is_verified=True) for name in names or ())


def _date(label: Mapping[str, Any], published: dt.date | None) -> DateInterval:
    start, end = (dt.date.fromisoformat(label[key]) if label.get(key) else None for key in ("start", "end"))
    if start is None and end is None:
        has_happened = label["status"] == Status.OCCURRED and published is not None
        return DateInterval(None, published) if has_happened else UNDATED
    return DateInterval(
        start,
        end or start,
        ongoing=end is None,
        grain=Grain.DAY if start == end else None,
        ground=Ground.STATED if label.get("date_text") else Ground.IMPLIED,
        words=label.get("date_text") or "",
    )
