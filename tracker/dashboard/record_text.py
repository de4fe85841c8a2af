"""A decision in words."""

from tracker.model.decisions import Decision, DecisionKind
from tracker.views.wording import CORRECTABLE


def decision_words(decision: Decision, event: str = "") -> str:
    """Who said what, when and why, in one line; `event` is what to call the event that it is about."""
    why = f"; reason: {decision.why}" if decision.why else ""
    return f"{decision.at:%Y-%m-%d %H:%M} UTC, {decision.by}: {said(decision, event)}{why}"


def said(decision: Decision, event: str = "") -> str:
    """What a decision says, without who and when."""
    event = f"“{event}”" if event else f"event {decision.event_id}"
    field = CORRECTABLE.get(decision.field, decision.field).lower()
    match decision.kind:
        case DecisionKind.CONFIRM:
            return f"{event} is right"
        case DecisionKind.REJECT:
            return f"{event} is wrong"
        case DecisionKind.CORRECT:
            return f"{field} of {event} is “{decision.value}”" if decision.value else f"{field} of {event} is not known"
        case DecisionKind.MERGE:
            return f"{event} is the same as another"
        case DecisionKind.SPLIT:
            return f"some reports of {event} tell of something else"
        case DecisionKind.MOVE:
            return f"a report belongs to {event}"
        case DecisionKind.ADD:
            return f"{event} was added by hand"
        case DecisionKind.PARTY_ALIAS:
            return f"“{decision.field}” stands for {decision.value}"
        case DecisionKind.PARTY_SIDE:
            return f"“{decision.field}” belongs to {decision.value}"
        case DecisionKind.PARTY_ROLE:
            return f"{decision.field} is {decision.value} in this negotiation"
        case DecisionKind.GRADE:
            return f"reports of “{decision.field}” are graded {decision.value}"
        case DecisionKind.UNDO:
            return f"took decision {decision.undoes} back"
