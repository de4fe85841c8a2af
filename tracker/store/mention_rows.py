"""Mentions into rows and back: `mention_of` undoes what the other functions do."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from tracker.model.dates import DateInterval, Grain, Ground, Span
from tracker.model.mentions import (
    Approximation,
    EventType,
    Mention,
    Phase,
    PlaceReference,
    Quantity,
    Status,
    Unit,
)
from tracker.model.parties import PartyKind, PartyReference, Role

Fold = Callable[[str], str]
SOURCE = "source"


def span_of(first: int | None, last: int | None) -> Span | None:
    """The span of two nullable columns."""
    return None if first is None or last is None else Span(first, last)


def interval_values(interval: DateInterval) -> dict[str, Any]:
    """The columns of a date, as mentions and events have them."""
    first, last = interval.span or (None, None)
    return {
        "earliest": interval.earliest,
        "latest": interval.latest,
        "end_earliest": interval.end_earliest,
        "end_latest": interval.end_latest,
        "is_ongoing": interval.ongoing,
        "grain": interval.grain and interval.grain.value,
        "ground": interval.ground.value,
        "date_first": first,
        "date_last": last,
        "date_words": interval.words,
    }


def interval_of(row: Any) -> DateInterval:
    """The date of a row of mentions or events."""
    return DateInterval(
        row.earliest,
        row.latest,
        row.end_earliest,
        row.end_latest,
        row.is_ongoing,
        Grain(row.grain) if row.grain else None,
        Ground(row.ground),
        span_of(row.date_first, row.date_last),
        row.date_words,
    )


def mention_values(mention: Mention, extraction_id: int) -> dict[str, Any]:
    """The columns of a mention itself."""
    place = mention.place
    place_first, place_last = place.span if place else (None, None)
    about_first, about_last = mention.about or (None, None)
    content_first, content_last = mention.content_of or (None, None)
    terms_first, terms_last = mention.terms or (None, None)
    return {
        "extraction_id": extraction_id,
        "type": mention.type.value,
        "status": mention.status.value,
        "trigger_first": mention.trigger.first,
        "trigger_last": mention.trigger.last,
        "words": mention.words,
        "clause_first": mention.clause.first,
        "clause_last": mention.clause.last,
        "sentence_first": mention.sentence.first,
        "sentence_last": mention.sentence.last,
        "sense": mention.sense,
        **interval_values(mention.date),
        "place_first": place_first,
        "place_last": place_last,
        "place_words": place.words if place else None,
        "about_first": about_first,
        "about_last": about_last,
        "content_of_first": content_first,
        "content_of_last": content_last,
        "terms_first": terms_first,
        "terms_last": terms_last,
        "due": mention.due,
        "is_quoted": mention.is_quoted,
        "is_conditional": mention.is_conditional,
        "phase": mention.phase and mention.phase.value,
        "plover": mention.plover,
        "plover_mode": mention.plover_mode,
        "cameo": mention.cameo,
    }


def party_values(mention: Mention, mention_id: int, fold: Fold) -> Iterator[dict[str, Any]]:
    """The rows of a mention's parties. `fold` gives the form in which resolve compares names."""
    in_roles = [*((role.value, mention.parties(role)) for role in Role), (SOURCE, _one(mention.source))]
    for role, references in in_roles:
        for position, reference in enumerate(references):
            folded = fold(reference.name)
            yield {
                "mention_id": mention_id,
                "role": role,
                "position": position,
                "first": reference.span.first,
                "last": reference.span.last,
                "words": reference.words,
                "name": reference.name,
                "side": reference.side,
                "kind": reference.kind.value,
                "is_verified": reference.is_verified,
                "folded_name": folded,
                "folded_last_word": folded.rpartition(" ")[2],
            }


def quantity_values(mention: Mention, mention_id: int) -> Iterator[dict[str, Any]]:
    """The rows of a mention's quantities."""
    for position, quantity in enumerate(mention.quantities):
        yield {
            "mention_id": mention_id,
            "position": position,
            "value": quantity.value,
            "unit": quantity.unit.value,
            "first": quantity.span.first,
            "last": quantity.span.last,
            "words": quantity.words,
            "approximation": quantity.approximation.value,
            "low": quantity.low,
            "high": quantity.high,
            "total": quantity.total,
        }


def reference_of(row: Any) -> PartyReference:
    """The party reference of a row."""
    return PartyReference(
        Span(row.first, row.last), row.words, row.name, row.side, PartyKind(row.kind), row.is_verified
    )


def quantity_of(row: Any) -> Quantity:
    """The quantity of a row."""
    return Quantity(
        row.value,
        Unit(row.unit),
        Span(row.first, row.last),
        row.words,
        Approximation(row.approximation),
        row.low,
        row.high,
        row.total,
    )


def mention_of(row: Any, parties: Mapping[str, Sequence[PartyReference]], quantities: Sequence[Quantity]) -> Mention:
    """The mention of a row, with its parties by role and its quantities, both in order."""
    place = span_of(row.place_first, row.place_last)
    source = parties.get(SOURCE)
    return Mention(
        type=EventType(row.type),
        status=Status(row.status),
        trigger=Span(row.trigger_first, row.trigger_last),
        words=row.words,
        clause=Span(row.clause_first, row.clause_last),
        sentence=Span(row.sentence_first, row.sentence_last),
        sense=row.sense,
        date=interval_of(row),
        actors=tuple(parties.get("actor", ())),
        targets=tuple(parties.get("target", ())),
        mediators=tuple(parties.get("mediator", ())),
        source=source[0] if source else None,
        quantities=tuple(quantities),
        place=PlaceReference(place, row.place_words) if place else None,
        about=span_of(row.about_first, row.about_last),
        content_of=span_of(row.content_of_first, row.content_of_last),
        terms=span_of(row.terms_first, row.terms_last),
        due=row.due,
        is_quoted=row.is_quoted,
        is_conditional=row.is_conditional,
        phase=Phase(row.phase) if row.phase else None,
        plover=row.plover,
        plover_mode=row.plover_mode,
        cameo=row.cameo,
    )


def _one(reference: PartyReference | None) -> tuple[PartyReference, ...]:
    return (reference,) if reference else ()
