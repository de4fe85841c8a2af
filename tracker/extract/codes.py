"""PLOVER and CAMEO codes of a mention: its sense's codes, turned by its status.

PLOVER codes a cooperative act that is only promised as AGREE, one that is demanded as REQUEST, one that is refused as
REJECT, and a hostile one that is only threatened as THREATEN (PLOVER codebook, Open Event Data Alliance, 2023, on
"verbal" and "material" forms of an act). A penalty that is lifted is a RETREAT, one announced a penalty already.
"""

from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType, Status

_COOPERATIVE = {
    EventType.MEETING, EventType.MEDIATION, EventType.AGREEMENT, EventType.TRUCE, EventType.RELEASE, EventType.AID,
    EventType.WITHDRAWAL, EventType.SUPPORT,
}  # fmt: skip
_HOSTILE = {EventType.ATTACK, EventType.DETENTION, EventType.SANCTION, EventType.MOBILIZATION, EventType.VIOLATION}


def codes(trigger: Trigger, status: Status, governing: EventType | None) -> tuple[str, str, str]:
    """PLOVER root, PLOVER mode and CAMEO root of a trigger with this status.

    `governing` is the type of the mention whose content it is (a demand, a proposal), None without one.
    """
    sense, rules = trigger.sense, trigger.rules
    root = sense.plover if sense.plover is not None else rules.plover
    mode = sense.plover_mode if sense.plover_mode is not None else rules.plover_mode
    cameo = sense.cameo or rules.cameo
    lifted = trigger.type is EventType.SANCTION and status is Status.DENIED
    if status is Status.OCCURRED or (sense.plover is not None and not lifted):
        return root, mode, cameo
    if trigger.type in _COOPERATIVE:
        if status is Status.DENIED:
            return "REJECT", "", "12"
        return ("REQUEST", "", "10") if governing is EventType.DEMAND else ("AGREE", "", "03")
    if lifted:
        return "RETREAT", "", "08"
    if trigger.type is EventType.SANCTION and status is Status.PLANNED:
        return root, mode, cameo
    if trigger.type in _HOSTILE and status in {Status.PLANNED, Status.PROPOSED}:
        return "THREATEN", "", "13"
    return root, mode, cameo
