"""Events made by hand for the views: a few words say who does what to whom, when, and what it is about."""

import datetime as dt
from collections.abc import Sequence

from tracker.model.dates import UNDATED, DateInterval, Grain, Ground, Span
from tracker.model.events import Event, EventStatus, Figure, Report, Trust
from tracker.model.mentions import Approximation, EventType, Mention, MentionKey, Phase, Quantity, Status, Unit
from tracker.model.parties import PartyReference

YEAR = 2023


def day(text: str) -> dt.date:
    """A day of the year told in: "03-10"."""
    return dt.date.fromisoformat(f"{YEAR}-{text}")


def interval(when: str | None, ongoing: bool = False) -> DateInterval:
    """ "03-10", "03-10/03-14", or None for not known."""
    if when is None:
        return UNDATED
    first, _, last = when.partition("/")
    return DateInterval(day(first), day(last or first), ongoing=ongoing, grain=Grain.DAY, ground=Ground.STATED)


def happening(
    number: int,
    kind: str,
    when: str | None = None,
    actors: Sequence[str] = (),
    targets: Sequence[str] = (),
    *,
    mediators: Sequence[str] = (),
    status: str = "occurred",
    words: str = "",
    about: str = "",
    sense: str = "",
    counts: Sequence[tuple[float, str]] = (),
    article: int | None = None,
    outlet: str = "Courier",
    published: str | None = None,
    content_of: int | None = None,
    phase: str | None = None,
    source: str | None = None,
    speaker: str | None = None,
    conditional: bool = False,
    sources: int = 1,
    trust: str = "unreviewed",
    sentence: int | None = None,
    total: float | None = None,
    ongoing: bool = False,
    reports: tuple[Report, ...] | None = None,
) -> Event:
    """One event with one report. `words` are the sentence; `about` must stand in it. Events with the same `article` and
    `sentence` stand in one sentence."""
    date = interval(when, ongoing)
    told = words or about or kind
    known = published or (when.rpartition("/")[2] if when else None)
    kept = Status(status) if status in {one.value for one in Status} else Status.PLANNED
    if status == "disputed":
        kept = Status.OCCURRED
    first = 1000 * (number if sentence is None else sentence)
    place = told.find(about) if about else -1
    text_hash = f"{article if article is not None else number:064d}"
    mention = Mention(
        type=EventType(kind),
        status=kept,
        trigger=Span(first + number, first + number + 1),
        words=kind,
        clause=Span(first, first + len(told)),
        sentence=Span(first, first + len(told)),
        sense=f"{kind}.{sense or kind}",
        date=date,
        actors=tuple(_reference(name, speaker) for name in actors),
        targets=tuple(_reference(name) for name in targets),
        quantities=tuple(Quantity(value, Unit(unit), Span(first, first + 1), str(value)) for value, unit in counts),
        about=Span(first + place, first + place + len(about)) if about else None,
        is_conditional=conditional,
        phase=Phase(phase) if phase else None,
    )
    made = reports
    if made is None:
        made = (
            Report(
                key=MentionKey(text_hash, mention.trigger.first, mention.trigger.last, mention.type),
                mention=mention,
                article_id=article if article is not None else number,
                title=None,
                outlet=outlet,
                published=day(known) if known else None,
                entered=dt.datetime(YEAR, 12, 1, tzinfo=dt.UTC),
                evidence=told,
                at=Span(number, number + 1),
                actors=tuple(actors),
                targets=tuple(targets),
                mediators=tuple(mediators),
                source=source,
            ),
        )
    return Event(
        id=number,
        type=EventType(kind),
        status=EventStatus(status),
        date=date,
        actors=tuple(actors),
        targets=tuple(targets),
        mediators=tuple(mediators),
        reports=made,
        source=source,
        figures=tuple(
            Figure(value, Unit(unit), Approximation.EXACT, None, None, total, (0,) if made else ())
            for value, unit in counts
        ),
        content_of=content_of,
        independent_sources=sources,
        trust=Trust(trust),
    )


def _reference(name: str, speaker: str | None = None) -> PartyReference:
    return PartyReference(Span(0, 1), speaker or name, speaker or name, name)
