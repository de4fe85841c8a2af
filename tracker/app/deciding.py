"""What analysts decide: checked, written to the record, and applied at once."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from tracker.app.called import called
from tracker.app.resolving import Resolver
from tracker.model.decisions import Decision, DecisionKind, DecisionTarget
from tracker.model.errors import NotFound, TrackerError
from tracker.model.events import Event, Report
from tracker.model.mentions import MentionKey
from tracker.model.parties import NegotiationRole
from tracker.resolve.applied import corrected, names_in
from tracker.resolve.decisions import read_key
from tracker.store.unit import Unit

_GRADE = re.compile(r"[A-F]?[1-6]?")
_ON_ONE = (DecisionKind.CONFIRM, DecisionKind.REJECT, DecisionKind.CORRECT)
_ON_PARTIES = (DecisionKind.PARTY_ALIAS, DecisionKind.PARTY_SIDE)
# Which of a decision's words name a party; an alias may give one another name than the packaged.
_FIELD_IS_PARTY = (DecisionKind.PARTY_ROLE, DecisionKind.PARTY_SIDE)
_CORRECTED_PARTIES = ("actors", "targets", "mediators", "source")


class DecisionError(TrackerError):
    """A decision that cannot be made; the message says what it lacks."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A decision to be made.

    confirm, reject, correct (`field`, `value`): one event. merge: two events or more; the one with most reports gives
    the id. split: `mentions` of one event, which leave it. move: one of `mentions`, and the event that it
    goes to. add: `value` a JSON object of fields. party alias: `field` the words, `value` the party's name. party role:
    `field` the party, `value` the role. party side: `field` the party, `value` the side that it counts to. grade:
    `field` an outlet or "article 12", `value` such as B, 2 or B2. Where no event says it, `slug` is the negotiation.
    """

    kind: DecisionKind
    by: str
    why: str = ""
    events: tuple[int, ...] = ()
    mentions: tuple[MentionKey, ...] = ()
    field: str = ""
    value: str = ""
    slug: str | None = None


def decide(unit: Unit, wish: Wish) -> Decision:
    """Writes a decision and applies it. Raises DecisionError, NotFound; nothing is written then."""
    if not wish.by.strip():
        raise DecisionError("A decision needs the name of who makes it.")
    if wish.kind is DecisionKind.UNDO:
        raise DecisionError("An undoing names a decision; use undo.")
    ids = tuple(unit.events.current_id(one) for one in wish.events)
    negotiation_id = _negotiation(unit, ids, wish.slug)
    events = _events(unit, ids, negotiation_id)
    _check(wish, events)
    wish = _with_names(unit, negotiation_id, wish)
    targets = _targets(unit, negotiation_id, wish, events)
    made = unit.decisions.add(
        wish.kind,
        negotiation_id,
        by=wish.by.strip(),
        why=wish.why.strip(),
        event_id=ids[0] if ids else None,
        targets=targets,
        field=wish.field.strip(),
        value=wish.value.strip(),
    )
    _apply(unit, made)
    return made


def undo(unit: Unit, decision_id: int, by: str, why: str = "") -> Decision:
    """Takes a decision back. An undoing can be taken back too. Raises NotFound, DecisionError."""
    target = unit.decisions.get(decision_id)
    every = unit.decisions.of(target.negotiation_id)
    if _is_undone(target, every):
        raise DecisionError(f"Decision {decision_id} is taken back already.")
    made = unit.decisions.add(
        DecisionKind.UNDO,
        target.negotiation_id,
        by=by,
        why=why,
        event_id=target.event_id,
        targets=target.targets,
        undoes=decision_id,
    )
    _apply(unit, _root(target, every))
    return made


def history(unit: Unit, event_id: int) -> tuple[Decision, ...]:
    """All that was ever decided on an event, by its public ids and its reports, undone and undoing ones among them, in
    order."""
    current = unit.events.current_id(event_id)
    ids = set(unit.events.earlier_ids(current))
    keys = {str(report.key) for event in unit.events.with_ids([current]) for report in event.reports}
    every = unit.decisions.of(unit.events.negotiation_id(current))
    found = {one.id for one in every if one.event_id in ids or any(target.key in keys for target in one.targets)}
    while more := {one.id for one in every if one.undoes in found} - found:
        found |= more
    return tuple(one for one in every if one.id in found)


def _apply(unit: Unit, decision: Decision) -> None:
    resolver = Resolver(unit, decision.negotiation_id)
    try:
        if decision.kind in _ON_PARTIES:
            resolver.everything()
        elif decision.kind in (DecisionKind.GRADE, DecisionKind.PARTY_ROLE):
            unit.negotiations.moved_on(decision.negotiation_id)
        else:
            resolver.decided([read_key(target.key) for target in decision.targets])
    except ValueError as error:
        raise DecisionError(f"The decision cannot be applied: {error}.") from error


def _check(wish: Wish, events: Sequence[Event]) -> None:
    kind = wish.kind
    if kind in _ON_ONE and len(events) != 1:
        raise DecisionError(f"To {kind.value} names exactly one event.")
    if kind is DecisionKind.MERGE and len({one.id for one in events}) < 2:
        raise DecisionError("To merge names two events or more.")
    if kind is DecisionKind.SPLIT and (len(events) != 1 or not wish.mentions):
        raise DecisionError("To split names one event and the reports that leave it.")
    if kind is DecisionKind.SPLIT and len(set(wish.mentions)) >= len(events[0].reports):
        raise DecisionError("To split leaves the event at least one report.")
    if kind is DecisionKind.MOVE and (len(events) != 1 or len(wish.mentions) != 1):
        raise DecisionError("To move names one report and the event that it goes to.")
    if kind in (DecisionKind.MERGE, DecisionKind.MOVE) and not all(one.reports for one in events):
        raise DecisionError("An event added by hand has no reports, so it cannot be merged.")
    if kind is DecisionKind.CORRECT:
        try:
            corrected(events[0], wish.field.strip(), wish.value)
        except ValueError as error:
            raise DecisionError(f"The correction cannot be made: {error}.") from error
    if kind in (*_ON_PARTIES, DecisionKind.PARTY_ROLE) and not (wish.field.strip() and wish.value.strip()):
        raise DecisionError("Both the words and what is said of them are needed.")
    if kind is DecisionKind.PARTY_ROLE and wish.value.strip() not in list(NegotiationRole):
        raise DecisionError(f"{wish.value!r} is no role; the roles are {', '.join(NegotiationRole)}.")
    grade = wish.value.strip()
    if kind is DecisionKind.GRADE and not (wish.field.strip() and grade and _GRADE.fullmatch(grade)):
        raise DecisionError("A grade names an outlet or an article and is A-F, 1-6 or both, as in B2.")


def _with_names(unit: Unit, negotiation_id: int, wish: Wish) -> Wish:
    """The wish with each party under the name that the negotiation's events use."""
    in_field, in_value = wish.kind in _FIELD_IS_PARTY, wish.kind is DecisionKind.PARTY_SIDE
    corrects = wish.kind is DecisionKind.CORRECT and wish.field.strip() in _CORRECTED_PARTIES
    if not (in_field or in_value or corrects):
        return wish
    used = [row.name for row in unit.events.parties_named(negotiation_id)]
    if corrects:
        return replace(wish, value="; ".join(called(one, used) for one in names_in(wish.value)))
    return replace(
        wish,
        field=called(wish.field, used) if in_field else wish.field,
        value=called(wish.value, used) if in_value else wish.value,
    )


def _targets(unit: Unit, negotiation_id: int, wish: Wish, events: Sequence[Event]) -> tuple[DecisionTarget, ...]:
    """The mentions that it is about, by key and sentence: a word alone would be found again in other texts."""
    reports = {report.key: report for event in events for report in event.reports}
    if wish.kind in (*_ON_ONE, DecisionKind.MERGE):
        return tuple(_target(one) for one in reports.values())
    if wish.kind is DecisionKind.SPLIT:
        if missing := [key for key in wish.mentions if key not in reports]:
            raise NotFound(f"The event has no report {missing[0]}.")
        return tuple(_target(reports[key]) for key in dict.fromkeys(wish.mentions))
    if wish.kind is DecisionKind.MOVE:
        rows = unit.neighbours(negotiation_id).mention_ids(wish.mentions)
        moved = list(unit.reports.with_ids(rows.values()))
        if not moved:
            raise NotFound(f"There is no report {wish.mentions[0]}.")
        return (_target(moved[0]), _target(events[0].reports[0]))
    return ()


def _target(report: Report) -> DecisionTarget:
    return DecisionTarget(str(report.key), report.evidence)


def _negotiation(unit: Unit, ids: Collection[int], slug: str | None) -> int:
    found = {unit.events.negotiation_id(one) for one in ids}
    if slug is not None:
        found.add(unit.negotiations.get(slug).id)
    if len(found) != 1:
        raise DecisionError("A decision is about one negotiation; name it.")
    return found.pop()


def _events(unit: Unit, ids: Sequence[int], negotiation_id: int) -> tuple[Event, ...]:
    found = {one.id: one for one in unit.events.with_ids(ids)}
    if gone := [one for one in ids if one not in found]:
        slug = unit.negotiations.by_id(negotiation_id).slug
        raise NotFound(f"Event {gone[0]} is no longer reported by any article of {slug}.")
    return tuple(found[one] for one in ids)


def _is_undone(decision: Decision, every: Sequence[Decision]) -> bool:
    """Whether an undoing that itself stands takes the decision back."""
    return any(one.undoes == decision.id and not _is_undone(one, every) for one in every)


def _root(decision: Decision, every: Sequence[Decision]) -> Decision:
    """The decision at the beginning of a chain of undoings."""
    by_id = {one.id: one for one in every}
    while decision.undoes is not None:
        decision = by_id[decision.undoes]
    return decision
