"""Deals and truces: their days, what they hold and how far it has come, and their breaches."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from tracker.model.events import Event, EventStatus
from tracker.model.mentions import EventType, Phase, Unit
from tracker.model.standing import Agreement, Progress, Stipulation
from tracker.views.commitments import fulfilments
from tracker.views.days import ends_by, exact_day, interval_words, last_possible
from tracker.views.headline import named
from tracker.views.index import EventIndex, index_of
from tracker.views.lines import line
from tracker.views.terms import term_of, term_words, terms_of

_TAKES_EFFECT = 21
# How many days after it is made a deal may take effect.
_IN_FORCE = 366
# What begins on a day that was set for it, also where nobody reports that it did.
_SET_FOR = {EventStatus.PLANNED, EventStatus.UNCONFIRMED}
_SAME = 2
_DONE_WITHIN = timedelta(days=90)
_BREACHED_WITHIN = timedelta(days=366)


@dataclass(slots=True)
class _Deal:
    """An agreement while it is put together."""

    events: list[Event]
    begins: list[Event] = field(default_factory=list)
    to_begin: list[Event] = field(default_factory=list)
    extends: list[Event] = field(default_factory=list)
    ends: list[Event] = field(default_factory=list)

    @property
    def parties(self) -> tuple[str, ...]:
        return tuple(
            dict.fromkeys(name for event in (*self.events, *self.begins) for name in (*event.actors, *event.targets))
        )


def agreements(events: Sequence[Event], today: date | None = None) -> tuple[Agreement, ...]:
    """Every agreement and truce that came about, in order of time.

    Declared: the day of the agreement, or of the truce's beginning. Effective: the truce's first day, or that on which
    the deal took effect, else the day on which it is to. Expiry: its last day as told, or its length counted from the
    first. Ended: the day a report says that it ended. Days that are not one day are None. Truces that begin within
    three weeks of a deal of the same sides belong to it, and so does a deal that takes effect within a year.
    """
    index = index_of(events)
    return index.once(("agreements", today), lambda: tuple(_agreement(index, one, today) for one in deals_of(index)))


def deals_of(index: EventIndex) -> list[_Deal]:
    """The deals in order of time with the truces that they brought."""
    deals: list[_Deal] = []
    # Of one day, the deal comes before the truce that it brings.
    told = index.of(EventType.AGREEMENT, EventType.TRUCE)
    for event in sorted(told, key=lambda one: (index.day(one), one.type is not EventType.AGREEMENT)):
        if not event.is_real and event.status not in _SET_FOR:
            continue
        phase = _phase(event)
        earlier = _of_same_sides(index, deals, event)
        if not event.is_real:
            if earlier and phase is Phase.BEGIN and _brings(index, earlier, event):
                earlier.to_begin.append(event)
            continue
        if event.type is EventType.AGREEMENT and phase is not Phase.BEGIN:
            soon = earlier and (index.day(event) - index.day(earlier.events[-1])).days <= _SAME and not earlier.begins
            if earlier and (soon or _only_refers(earlier, event)):
                earlier.events.append(event)
            else:
                deals.append(_Deal([event]))
        elif phase is Phase.END and earlier:
            earlier.ends.append(event)
        elif phase is Phase.EXTEND and earlier:
            earlier.extends.append(event)
        elif phase is Phase.GO_ON and earlier:
            earlier.events.append(event)
        elif phase is Phase.END:
            deals.append(_Deal([event], ends=[event]))
        elif earlier and not earlier.ends and _brings(index, earlier, event):
            earlier.begins.append(event)
        else:
            deals.append(_Deal([event], begins=[event]))
    return deals


def _only_refers(deal: _Deal, event: Event) -> bool:
    """Whether an event of which no day is told refers to the deal that its sides are known to have made."""
    sides = {*event.actors, *event.targets}
    is_made = any(one.date.earliest is not None for one in deal.events)
    return event.date.earliest is None and is_made and len(sides) > 1 and sides == set(deal.parties)


def _brings(index: EventIndex, deal: _Deal, event: Event) -> bool:
    """Whether what begins is what a deal of before brought: a truce soon after it, or the deal itself in force."""
    soon = _TAKES_EFFECT if event.type is EventType.TRUCE else _IN_FORCE
    return (index.day(event) - index.day(deal.events[0])).days <= soon


def _phase(event: Event) -> Phase | None:
    phases = [one.mention.phase for one in event.reports if one.mention.phase is not None]
    return max(sorted(set(phases)), key=phases.count) if phases else None


def _of_same_sides(index: EventIndex, deals: Sequence[_Deal], event: Event) -> _Deal | None:
    """The latest deal that the event can belong to: the same sides as far as both name them."""
    sides = {*event.actors, *event.targets}
    for deal in reversed(deals):
        known = set(deal.parties)
        if not sides or not known or len(sides & known) >= min(2, len(sides), len(known)):
            return deal
    return None


def _agreement(index: EventIndex, deal: _Deal, today: date | None) -> Agreement:
    first = deal.events[0]
    declared = exact_day(first)
    begins = sorted((*deal.begins, *deal.to_begin), key=lambda one: _phase(one) is not Phase.BEGIN)
    effective = next((day for one in begins if (day := exact_day(one))), None)
    if effective is None and first.type is EventType.TRUCE:
        effective = declared
    ended = next((day for one in deal.ends if (day := exact_day(one) or one.date.end_latest)), None)
    holders = list({one.id: one for one in (*deal.events, *deal.begins)}.values())
    return Agreement(
        event_id=first.id,
        title=_title(deal),
        parties=deal.parties,
        declared=declared,
        effective=effective,
        expiry=_expiry(deal, effective or declared),
        ended=ended,
        stipulations=_stipulations(index, holders, today),
        breaches=tuple(line(one) for one in _breaches(index, deal, first, ended)),
    )


def _expiry(deal: _Deal, start: date | None) -> date | None:
    """The last day as reports tell it, extensions included; else the days told, counted from the first."""
    told = [
        one.date.end_latest
        for one in (*deal.events, *deal.begins, *deal.extends)
        if one.type is EventType.TRUCE and one.date.end_latest and not one.date.ongoing
    ]
    if told:
        return max(told)
    lengths = [
        figure.value
        for one in (*deal.events, *deal.begins)
        for figure in one.figures
        if figure.unit is Unit.DAYS and figure.value >= 1
    ]
    if start is None or not lengths:
        return None
    more = sum(max((f.value for f in one.figures if f.unit is Unit.DAYS), default=0.0) for one in deal.extends)
    return start + timedelta(days=int(max(lengths) + more) - 1)


def _stipulations(index: EventIndex, holders: Sequence[Event], today: date | None) -> tuple[Stipulation, ...]:
    """What the deal holds: its content and, of what it names in words only, the kind. Done and partly by later events
    of the kind and doer; a kind of which no event can tell is not known."""
    found = []
    for term in terms_of(index, holders):
        event = index.by_id.get(term.event_id) if term.event_id is not None else None
        if event is None or any(event.id == one.id for one in holders):
            types = [deed for deed, kind in term_words().types.items() if kind is term.kind]
            done = _after(index, holders, types)
            progress = Progress.PARTLY if done else Progress.NOT_BEGUN if types else Progress.UNKNOWN
            found.append(Stipulation(term, progress, tuple(one.id for one in done)))
            continue
        if event.is_real:
            found.append(Stipulation(term, Progress.DONE, (event.id,)))
            continue
        kept = fulfilments(index, event, index.day(holders[0]))
        found.append(Stipulation(term, _progress(event, kept, today), tuple(one.id for one in kept)))
    return tuple(found)


def _progress(event: Event, done: Sequence[Event], today: date | None) -> Progress:
    wanted = term_of(event)
    if done:
        reached = sum(
            max((f.value for f in one.figures if wanted and f.unit is wanted.unit), default=0.0) for one in done
        )
        falls_short = wanted is not None and wanted.value is not None and 0 < reached < wanted.value
        return Progress.PARTLY if falls_short else Progress.DONE
    due = ends_by(event)
    if event.status is EventStatus.UNCONFIRMED or (due is not None and today is not None and due < today):
        return Progress.OVERDUE
    return Progress.NOT_BEGUN


def _after(index: EventIndex, holders: Sequence[Event], types: Sequence[EventType]) -> list[Event]:
    """Deeds of these types by the deal's sides in the three months from its day on."""
    first = holders[0]
    sides, day = {name for one in holders for name in one.parties}, index.day(first)
    own = {one.id for one in holders}
    return [
        one
        for kind in types
        for one in index.within(index.of(kind), day, day + _DONE_WITHIN)
        if one.is_real and one.id not in own and one.date.is_known and set(one.actors) & sides
    ]


def _breaches(index: EventIndex, deal: _Deal, first: Event, ended: date | None) -> list[Event]:
    """Alleged breaches by or against its sides while it lasted, a year where no end is known."""
    sides, day = set(deal.parties), index.day(first)
    return [
        one
        for one in index.within(index.of(EventType.VIOLATION), day, ended or day + _BREACHED_WITHIN)
        if one.is_real and (not one.parties or set(one.parties) & sides)
    ]


def _title(deal: _Deal) -> str:
    first = deal.events[0]
    is_truce = any(one.type is EventType.TRUCE for one in (first, *deal.begins))
    noun = "Truce" if is_truce else "Agreement"
    sides = [named(name) for name in deal.parties]
    between = (
        f" between {', '.join(sides[:-1])} and {sides[-1]}" if len(sides) > 1 else f" of {sides[0]}" if sides else ""
    )
    day = exact_day(first)
    when = f"{day.day} {day:%B %Y}" if day else interval_words(first) or _bound(first)
    return f"{noun}{between}{f', {when}' if when else ''}"


def _bound(event: Event) -> str:
    last = last_possible(event)
    return f"by {last.day} {last:%B %Y}" if last else ""
