"""Lines of a status: words, the events behind them, their day and how well they are known."""

from collections.abc import Sequence

from tracker.model.events import Event
from tracker.model.standing import StatusLine
from tracker.views.days import exact_day
from tracker.views.headline import headline
from tracker.views.trust import is_tentative
from tracker.views.wording import interval_words


def line(event: Event, also: Sequence[Event] = (), words: str = "") -> StatusLine:
    """A line on `event`; `also` are further events behind it, `words` replaces the headline. A date that is no single
    day stands in the words: "(27–28 Jan 2024)", "(since Nov 2023)" for what goes on."""
    told = words or headline(event)
    first, last = event.date.earliest, event.date.latest
    span = interval_words(first, last) if first and last and first != last else ""
    if span and event.date.ongoing:
        span = f"since {span}"
    events = (event, *also)
    return StatusLine(
        words=f"{told} ({span})" if span else told,
        event_ids=tuple(dict.fromkeys(one.id for one in events)),
        day=exact_day(event),
        is_tentative=is_tentative(events),
    )
