"""How well a line of a view is known."""

from collections.abc import Iterable

from tracker.model.events import Event, Trust


def is_solid(event: Event) -> bool:
    """Whether an analyst reviewed it and more than one independent source tells it; one that an analyst added by hand
    rests on the analyst."""
    return event.trust is not Trust.UNREVIEWED and (event.independent_sources > 1 or not event.reports)


def is_tentative(events: Iterable[Event]) -> bool:
    """Whether a line rests only on unreviewed or single-source events."""
    return not any(is_solid(event) for event in events)
