"""An event out of the reports of one group."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from tracker.model.events import Conflict, ConflictSide, Event, Report
from tracker.model.mentions import EventType, Status
from tracker.resolve.dating import best_date, date_conflict
from tracker.resolve.figures import figure_conflicts, figures
from tracker.resolve.profile import RECIPROCAL
from tracker.resolve.sides import Family, described, same_side
from tracker.resolve.sources import independent_sources
from tracker.resolve.status import event_status, status_conflict, status_history
from tracker.resolve.words import fold

_SPECIFIC = (
    *(EventType.AGREEMENT, EventType.ACCEPTANCE, EventType.REJECTION, EventType.PROPOSAL, EventType.DEMAND),
    *(EventType.VIOLATION, EventType.MEETING, EventType.THREAT, EventType.ACCUSATION, EventType.SUPPORT),
)

# What breaches a truce.
_BREACHING = {EventType.VIOLATION, EventType.ATTACK, EventType.MOBILIZATION}
_MANY = 5


def report_order(report: Report) -> tuple[dt.date, str, int, int, str]:
    """The order of an event's reports: publication (not known: last), outlet, place in the text. Independent of when
    an article was added."""
    key = report.key
    return report.published or dt.date.max, key.text_hash, key.first, key.last, key.type


def derive(public_id: int, group: Iterable[Report]) -> Event:
    """The event that the reports of one group add up to, before decisions and before any day is looked at."""
    reports = tuple(sorted(group, key=report_order))
    status = event_status(reports)
    date = best_date(reports)
    kind = event_type(reports)
    told = [one for one in reports if one.mention.type is kind] or reports
    actors, targets, mediators = _roles(kind, told if any(one.actors for one in told) else reports)
    mediators = mediators or _mediators(reports)
    actors, targets = _without_descriptions(actors, reports), _without_descriptions(targets, reports)
    if kind in RECIPROCAL and kind is not EventType.MEDIATION:
        actors = _without_mediators(actors, mediators)
    return Event(
        id=public_id,
        type=kind,
        status=status,
        date=date,
        actors=actors,
        targets=targets,
        mediators=mediators,
        reports=reports,
        source=_source(reports),
        place=_most(one.mention.place.words for one in reports if one.mention.place),
        figures=figures(reports),
        conflicts=(
            *date_conflict(reports, date),
            *figure_conflicts(reports),
            *_actor_conflict(kind, told),
            *status_conflict(reports, status),
        ),
        status_history=status_history(reports),
        independent_sources=independent_sources(reports),
    )


def event_type(reports: Sequence[Report]) -> EventType:
    """The type that most reports give; of equals the one that says more of the negotiation, of a breach and the deed
    that it was the breach."""
    counts = Counter(one.mention.type for one in reports)
    if EventType.VIOLATION in counts and counts.keys() <= _BREACHING:
        return EventType.VIOLATION
    rank = {kind: place for place, kind in enumerate(_SPECIFIC)}
    return min(counts, key=lambda kind: (-counts[kind], rank.get(kind, len(rank)), kind))


def _roles(kind: EventType, reports: Sequence[Report]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Actors, targets and mediators: every party that a report gives, in the role that most reports give it, by the
    number of reports and then by first appearance. Of an act with one doer, doers that reports disagree on are not
    added up: those of the most reports stand, and who is as often on the other end of it is there. Where many report,
    a side that one of them alone gives is left out, unless nothing would remain."""
    done = [one for one in reports if one.mention.status is Status.OCCURRED] or list(reports)
    votes: dict[str, Counter[str]] = {}
    for one in done:
        for role, names in (("actor", one.actors), ("target", one.targets), ("mediator", one.mediators)):
            for name in names:
                votes.setdefault(name, Counter())[role] += 1
    actor_sets = Counter(frozenset(one.actors) for one in done if one.actors)
    if kind not in RECIPROCAL and len(actor_sets) > 1:
        if kind is EventType.SUSPENSION:
            _without_the_undone(actor_sets, done)
        best = min(actor_sets, key=lambda names: (-actor_sets[names], -len(names), sorted(names)))
        kept = {name for names in actor_sets if names & best for name in names}
        for name in list(votes):
            is_target = name not in best and votes[name]["target"] >= votes[name]["actor"]
            if (name not in kept or is_target) and votes[name]["actor"]:
                del votes[name]["actor"]
    if sum(1 for one in done if one.actors or one.targets) >= _MANY:
        firm = {name: roles for name, roles in votes.items() if roles.total() > 1}
        if any(roles["actor"] for roles in firm.values()):
            votes = firm
    return (
        _in_role("actor", votes, kind),
        _in_role("target", votes, kind),
        _in_role("mediator", votes, kind),
    )


def _without_the_undone(actor_sets: Counter[frozenset[str]], reports: Sequence[Report]) -> None:
    """Takes out those whose talks were put off ("the talks between A and B were put off") where another report tells
    which of them did it ("A put off talks with B")."""
    for one in reports:
        both = frozenset((*one.actors, *one.targets))
        if one.actors and len(both) > len(frozenset(one.actors)):
            actor_sets.pop(both, None)


def _mediators(reports: Sequence[Report]) -> tuple[str, ...]:
    """The mediators of whichever report has them."""
    return tuple(dict.fromkeys(name for one in reports for name in one.mediators))


def _without_mediators(actors: tuple[str, ...], mediators: tuple[str, ...]) -> tuple[str, ...]:
    """The sides of a deal or of talks: who mediates by one report is no side by another, where two sides remain."""
    sides = tuple(name for name in actors if name not in mediators)
    return sides if len(sides) > 1 else actors


def _without_descriptions(names: tuple[str, ...], reports: Sequence[Report]) -> tuple[str, ...]:
    """The names without those that only describe another of them ("the rebels" beside the group's name), unless one
    report tells of both."""
    together = [{*one.actors, *one.targets} for one in reports]

    def describes(name: str, other: str) -> bool:
        by_name = described(fold(other))
        between = described(fold(name)).family is Family.BETWEEN
        is_named = not by_name.family and (between or not by_name.state)
        both = any({name, other} <= told for told in together)
        return is_named and not both and same_side(fold(name), fold(other))

    return tuple(
        name
        for name in names
        if not described(fold(name)).family or not any(describes(name, other) for other in names if other != name)
    )


def _in_role(role: str, votes: dict[str, Counter[str]], kind: EventType) -> tuple[str, ...]:
    """The parties whose most frequent role this is; who mediates is actor and mediator alike."""
    both = kind is EventType.MEDIATION and role == "mediator"
    chosen = [name for name, roles in votes.items() if roles[role] and (both or _main_role(roles) == role)]
    return tuple(sorted(chosen, key=lambda name: -votes[name][role]))


def _main_role(roles: Counter[str]) -> str:
    return max(("actor", "target", "mediator"), key=lambda role: roles[role])


def _actor_conflict(kind: EventType, reports: Sequence[Report]) -> tuple[Conflict, ...]:
    """Doers that reports of one act disagree on; sets that share a party are the same doer told more or less fully."""
    if kind in RECIPROCAL:
        return ()
    sets = [(frozenset(one.actors), place) for place, one in enumerate(reports) if one.actors]
    if not any(not ours & theirs for ours, _ in sets for theirs, _ in sets):
        return ()
    sides: dict[str, list[int]] = {}
    for names, place in sets:
        sides.setdefault(", ".join(sorted(names)), []).append(place)
    return (Conflict("actors", tuple(ConflictSide(value, tuple(places)) for value, places in sorted(sides.items()))),)


def _source(reports: Sequence[Report]) -> str | None:
    """The party that claims the event, where no report tells it in the reporter's own voice."""
    return _most(one.source for one in reports if one.source) if all(one.source for one in reports) else None


def _most(values: Iterable[str | None]) -> str | None:
    """The value given most often, of equals the longest and then the first by name; case and articles do not matter."""
    counts: Counter[str] = Counter()
    forms: dict[str, str] = {}
    for value in values:
        if value:
            counts[fold(value)] += 1
            forms[fold(value)] = min(forms.get(fold(value), value), value, key=_form)
    if not counts:
        return None
    return forms[min(counts, key=lambda name: (-counts[name], -len(name), name))]


def _form(value: str) -> tuple[int, str]:
    return -len(value), value
