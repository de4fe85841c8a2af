"""Events made by hand: an invented pay dispute between dockers and a harbour authority."""

import datetime as dt

from tracker.model.dates import DateInterval, Grain, Ground, Span
from tracker.model.events import Event, EventStatus, Report
from tracker.model.mentions import EventType, Mention, MentionKey, Status

UNION, HARBOUR, MEDIATOR = "Dockers Union", "Harbour Authority", "Labour Ministry"
TEXT = (
    "The Dockers Union walked out of talks on Monday. The Harbour Authority offered a 4 percent rise.\n"
    "The union will vote on Friday."
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def interval(first: str | None, last: str | None = None, end: str | None = None, ongoing: bool = False) -> DateInterval:
    """A stated interval from `first` to `last` (default: the same day); None for a side that is not known."""
    latest = last or first
    return DateInterval(
        earliest=day(first) if first else None,
        latest=day(latest) if latest else None,
        end_earliest=day(end) if end else None,
        end_latest=day(end) if end else None,
        ongoing=ongoing,
        grain=Grain.DAY,
        ground=Ground.STATED if first else Ground.UNKNOWN,
        words="on Monday" if first else "",
    )


def report(number: int = 1, kind: EventType = EventType.MEETING, published: str | None = "2024-03-05") -> Report:
    evidence = "The Dockers Union walked out of talks on Monday."
    trigger = Span(18, 28)
    mention = Mention(
        type=kind,
        status=Status.OCCURRED,
        trigger=trigger,
        words="walked out",
        clause=Span(0, 48),
        sentence=Span(0, 48),
        sense=f"{kind.value}.made",
    )
    return Report(
        key=MentionKey("0" * 64, 18 + number, 28 + number, kind),
        mention=mention,
        article_id=number,
        title=f"Paper {number}",
        outlet=f"Outlet {number}",
        published=day(published) if published else None,
        entered=dt.datetime(2024, 3, 6, tzinfo=dt.UTC),
        evidence=evidence,
        at=trigger,
        actors=(UNION,),
    )


def event(
    number: int,
    kind: EventType = EventType.MEETING,
    date: DateInterval | None = None,
    status: EventStatus = EventStatus.OCCURRED,
    actors: tuple[str, ...] = (UNION,),
    targets: tuple[str, ...] = (),
    mediators: tuple[str, ...] = (),
    reports: tuple[Report, ...] | None = None,
) -> Event:
    return Event(
        id=number,
        type=kind,
        status=status,
        date=interval("2024-03-04") if date is None else date,
        actors=actors,
        targets=targets,
        mediators=mediators,
        reports=(report(number, kind),) if reports is None else reports,
    )


def many(count: int) -> tuple[Event, ...]:
    """`count` events over about three years, spread over parties, types and statuses in a fixed pattern."""
    kinds, statuses = list(EventType), list(EventStatus)
    parties = (UNION, HARBOUR, MEDIATOR)
    start = dt.date(2021, 1, 1)
    made = []
    for number in range(1, count + 1):
        first = start + dt.timedelta(days=(number * 37) % 1000)
        last = first + dt.timedelta(days=number % 3)
        made.append(
            event(
                number,
                kinds[number % len(kinds)],
                interval(first.isoformat(), last.isoformat()),
                statuses[number % 7 % len(statuses)] if number % 5 == 0 else EventStatus.OCCURRED,
                actors=(parties[number % 3],),
                targets=(parties[(number + 1) % 3],),
            )
        )
    return tuple(made)
