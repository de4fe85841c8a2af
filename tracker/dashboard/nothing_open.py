"""What to tell where no proposal waits for an answer: the latest proposal with its answers, the latest deal, what is
due next."""

from collections.abc import Sequence
from datetime import date

from tracker.model.standing import Agreement, AnswerKind, Deadline, Proposal, StatusLine
from tracker.views.headline import named
from tracker.views.wording import CLOSED_ANSWER_WORDS, day_words, listing


def latest_lines(
    proposals: Sequence[Proposal], agreements: Sequence[Agreement], deadlines: Sequence[Deadline]
) -> tuple[tuple[str, StatusLine], ...]:
    """(title, line) of each that there is; `agreements` come in order of time."""
    lines: list[tuple[str, StatusLine]] = []
    if agreements:
        deal = agreements[-1]
        lines.append(("Latest deal:", StatusLine(f"{deal.title}{_course(deal)}", (deal.event_id,))))
    if proposals:
        latest = max(proposals, key=lambda one: one.latest or one.earliest or date.min)
        words = f"{latest.title}: {_answers(latest)}" if latest.answers else latest.title
        lines.append(("Latest proposal:", StatusLine(words, (latest.event_id, *latest.event_ids))))
    ahead = [one for one in deadlines if not one.has_passed]
    if ahead:
        due = min(ahead, key=lambda one: one.due)
        lines.append(("Due next:", StatusLine(f"{due.words} · {day_words(due.due)}", (due.event_id,))))
    return tuple(lines)


def _course(deal: Agreement) -> str:
    if deal.ended:
        return f", ended {day_words(deal.ended)}"
    return f", in effect from {day_words(deal.effective)}" if deal.effective not in (None, deal.declared) else ""


def _answers(proposal: Proposal) -> str:
    """The answers in words, parties with the same one together."""
    groups: dict[AnswerKind, list[str]] = {}
    for answer in proposal.answers:
        groups.setdefault(answer.kind, []).append(named(answer.party))
    return "; ".join(f"{CLOSED_ANSWER_WORDS[kind]} by {listing(names)}" for kind, names in groups.items())
