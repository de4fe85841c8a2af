"""By when a demand, a threat or an offer wants an answer, or a promise is to be kept: "gave them until April 22",
"within ten days"."""

from datetime import date
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.extract.subjects import subject
from tracker.model.dates import DateInterval, shifted
from tracker.model.mentions import EventType
from tracker.model.times import Bound, TimeExpression

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_SETTING = {EventType.ACCEPTANCE, EventType.DEMAND, EventType.THREAT, EventType.PROPOSAL}
_GIVEN = {"give", "grant", "allow"}
# A later day is an aim ("by 2030"), no deadline; of a wider time no day is set ("by the summer").
_LONGEST, _WIDEST = 200, 31


def due(context: Context, trigger: Trigger, told: DateInterval) -> date | None:
    """The last day that a demand, threat, proposal or promise of a day (`told`) leaves; None where its clause sets
    none."""
    made = told.latest or context.published
    if trigger.type not in _SETTING or made is None:
        return None
    verb = trigger.arguments.light or trigger.token
    # "Demanded their release, and by Friday the minister was on a plane": what others did sets no day.
    others = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBD" and subject(c) is not None]
    apart = {t.i for c in others for t in c.subtree}
    within = {t.idx: t for t in verb.subtree if t.i not in apart}
    accepts = trigger.token if trigger.type is EventType.ACCEPTANCE else None
    days = (_last_day(e, within[e.span.first], made, accepts) for e in context.times if e.span.first in within)
    return min((day for day in days if day is not None and 0 < (day - made).days <= _LONGEST), default=None)


def _last_day(expression: TimeExpression, first: "Token", made: date, accepts: "Token | None") -> date | None:
    before = first.nbor(-1).lower_ if first.i else ""
    if expression.days is not None:
        if before == "within" and first.nbor(-1).head == accepts:
            return None  # "accepted it within a day" has been done
        # "Gave them 48 hours": the length is the verb's object.
        given = first.head.dep_ == "dobj" and first.head.head.lemma_ in _GIVEN
        return shifted(made, expression.days[1]) if before == "within" or given else None
    if expression.earliest is None or expression.latest is None:
        return None
    if expression.bound not in {Bound.UNTIL, Bound.BEFORE} or (expression.latest - expression.earliest).days > _WIDEST:
        return None
    return shifted(expression.earliest, -1) if before == "before" else expression.latest
