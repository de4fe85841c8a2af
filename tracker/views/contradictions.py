"""Where spokesmen of one party contradict each other."""

from collections.abc import Sequence

from tracker.model.standing import AnswerKind, StatusLine
from tracker.views.answers import Reply
from tracker.views.headline import headline
from tracker.views.lines import line

_SAME_TIME = 7
_SIGN = {AnswerKind.ACCEPTED: 1, AnswerKind.CONDITIONAL: 1, AnswerKind.REJECTED: -1}


def contradictions(replies: Sequence[Reply]) -> tuple[tuple[StatusLine, StatusLine], ...]:
    """Pairs of the party's answers that cannot both hold: one accepts and one rejects the same proposal within a week,
    and not the same named speaker gives both (who changes their mind contradicts nobody)."""
    found = []
    for place, one in enumerate(replies):
        for other in replies[place + 1 :]:
            if _contradict(one, other):
                found.append((_line(one), _line(other)))
    return tuple(found)


def _contradict(one: Reply, other: Reply) -> bool:
    signs = _SIGN.get(one.answer.kind, 0) * _SIGN.get(other.answer.kind, 0)
    if signs >= 0 or one.draft_id != other.draft_id:
        return False
    if one.answer.speaker and one.answer.speaker == other.answer.speaker:
        return False
    days = one.answer.day, other.answer.day
    return days[0] is None or days[1] is None or abs((days[1] - days[0]).days) <= _SAME_TIME


def _line(reply: Reply) -> StatusLine:
    speaker = reply.answer.speaker
    return line(reply.event, words=f"{headline(reply.event)} ({speaker})" if speaker else headline(reply.event))
