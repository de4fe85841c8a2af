"""Lines of a status: words, the events behind them, their day and how well they are known."""

from collections.abc import Sequence

from tracker.model.events import Event
from tracker.model.standing import StatusLine
from tracker.views.days import exact_day, interval_words
from tracker.views.headline import headline
from tracker.views.trust import is_tentative


def line(event: Event, also: Sequence[Event] = (), words: str = "") -> StatusLine:
    """A line on `event`; `also` are further events behind it, `words` replaces the headline. A date that is no single
    day stands in the words."""
    told = words or headline(event)
    span = interval_words(event)
    events = (event, *also)
    return StatusLine(
        words=f"{told} ({span})" if span else told,
        event_ids=tuple(dict.fromkeys(one.id for one in events)),
        day=exact_day(event),
        is_tentative=is_tentative(events),
    )
