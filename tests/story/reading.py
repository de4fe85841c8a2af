"""The mentions of `reading.toml`, built with the exact places of their words."""

import datetime as dt
import re
from dataclasses import replace
from typing import Any

from tracker.model.articles import Article
from tracker.model.dates import UNDATED, DateInterval, Grain, Ground, Span
from tracker.model.mentions import EventType, Extraction, Mention, Phase, Quantity, Status, Unit
from tracker.model.parties import PartyReference

FULL = {"H": "Highland Liberation Army"}


def extraction(article: Article, given: list[dict[str, Any]]) -> Extraction:
    """What the reader finds in one article, in the order of the text."""
    made = [_mention(article, one) for one in given]
    triggers = {one["words"]: mention.trigger for one, mention in zip(given, made, strict=True)}
    return Extraction(
        tuple(
            sorted(
                (
                    _with_content(mention, triggers.get(one.get("content_of", "")))
                    for one, mention in zip(given, made, strict=True)
                ),
                key=lambda mention: mention.trigger,
            )
        )
    )


def _with_content(mention: Mention, holder: Span | None) -> Mention:
    return replace(mention, content_of=holder) if holder else mention


def _mention(article: Article, one: dict[str, Any]) -> Mention:
    text = article.text
    trigger = _find(text, one["words"], one.get("at", 0))
    sentence = _sentence(text, trigger)
    kind = EventType(one["type"])
    return Mention(
        type=kind,
        status=Status(one.get("status", "occurred")),
        trigger=trigger,
        words=one["words"],
        clause=sentence,
        sentence=sentence,
        sense=f"{kind}.{one.get('sense', kind.value)}",
        date=_date(one),
        actors=_references(one.get("actors", ()), sentence, one.get("speaker")),
        targets=_references(one.get("targets", ()), sentence),
        mediators=_references(one.get("mediators", ()), sentence),
        source=next(iter(_references([one["source"]], sentence)), None) if "source" in one else None,
        quantities=_quantities(text, one, sentence),
        about=_within(text, one["about"], sentence) if "about" in one else None,
        is_conditional=one.get("conditional", False),
        phase=Phase(one["phase"]) if "phase" in one else None,
    )


def _find(text: str, words: str, which: int) -> Span:
    found = list(re.finditer(rf"\b{re.escape(words)}\b", text))[which]
    return Span(found.start(), found.end())


def _within(text: str, words: str, sentence: Span) -> Span:
    place = text.index(words, sentence.first, sentence.last)
    return Span(place, place + len(words))


def _sentence(text: str, at: Span) -> Span:
    """The sentence around a trigger; no abbreviation ends with a full stop in these articles."""
    ends = [place for place in range(len(text)) if text[place] == "." or text[place : place + 2] == "\n\n"]
    first = max((place + 1 for place in ends if place < at.first), default=0)
    last = min((place + 1 for place in ends if place >= at.last), default=len(text))
    while text[first].isspace() or text[first] == '"':
        first += 1
    return Span(first, last)


def _date(one: dict[str, Any]) -> DateInterval:
    if "day" in one:
        ground = Ground.IMPLIED if one.get("implied") else Ground.STATED
        return DateInterval(one["day"], one["day"], grain=Grain.DAY, ground=ground)
    if "days" in one:
        first, last = one["days"]
        assert isinstance(first, dt.date)
        return DateInterval(first, last, grain=Grain.DAY, ground=Ground.STATED)
    return UNDATED


def _references(names: Any, at: Span, speaker: str | None = None) -> tuple[PartyReference, ...]:
    return tuple(
        PartyReference(
            at, speaker or FULL.get(name, name), speaker or FULL.get(name, name), FULL.get(name, name), is_verified=True
        )
        for name in names
    )


def _quantities(text: str, one: dict[str, Any], sentence: Span) -> tuple[Quantity, ...]:
    if "quantity" not in one:
        return ()
    value, unit, words = one["quantity"]
    return (Quantity(float(value), Unit(unit), _within(text, words, sentence), words),)
