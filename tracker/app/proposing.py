"""Which negotiation an article belongs to, by the parties that it names. A proposal; nothing is chosen silently."""

from collections import Counter

from tracker.model.mentions import Extraction
from tracker.resolve.words import fold
from tracker.store.unit import Unit


def proposed(unit: Unit, extraction: Extraction) -> tuple[str, ...]:
    """The slugs of the negotiations whose parties the article names, likeliest first.

    A negotiation's score is the mean of two shares: of the article's references those that are to its parties, and of
    its parties those that the article names. Of equals the slug decides.
    """
    named = Counter(
        fold(reference.side)
        for mention in extraction.mentions
        for reference in (*mention.actors, *mention.targets, *mention.mediators)
    )
    total = sum(named.values())
    scores: dict[str, float] = {}
    for one in unit.negotiations.all():
        parties = {fold(name) for name in party_names(unit, one.id)}
        shared = parties & named.keys()
        if shared:
            scores[one.slug] = sum(named[name] for name in shared) / total + len(shared) / len(parties)
    return tuple(sorted(scores, key=lambda slug: (-scores[slug], slug)))


def party_names(unit: Unit, negotiation_id: int) -> tuple[str, ...]:
    """The names of a negotiation's parties: those that are set, else those that most of its events name."""
    declared = unit.negotiations.parties(negotiation_id)
    if declared:
        return tuple(one.name for one in declared)
    return tuple(row.name for row in unit.events.parties_named(negotiation_id, most=8))
