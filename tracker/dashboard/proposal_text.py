"""A proposal as HTML: who offers what to whom, and each answer."""

from collections.abc import Iterable, Mapping, Sequence

from tracker.dashboard.event_text import pill
from tracker.dashboard.markup import escaped
from tracker.model.events import Event
from tracker.model.standing import Answer, AnswerKind, Proposal, Term
from tracker.views import headline
from tracker.views.wording import (
    ANSWER_WORDS,
    CLOSED_ANSWER_WORDS,
    amount,
    counted,
    day_words,
    interval_words,
    listing,
)

_LOOKS = {
    AnswerKind.NONE: "open",
    AnswerKind.STUDYING: "open",
    AnswerKind.ACCEPTED: "good",
    AnswerKind.CONDITIONAL: "good",
    AnswerKind.REJECTED: "bad",
}
_SIGNS = {
    AnswerKind.NONE: "…",
    AnswerKind.STUDYING: "…",
    AnswerKind.ACCEPTED: "✓",
    AnswerKind.CONDITIONAL: "✓",
    AnswerKind.REJECTED: "✕",
}

_WAITING = {AnswerKind.NONE, AnswerKind.STUDYING}
_SAYS_NOTHING = " a proposal"


def proposal_html(
    proposal: Proposal,
    eyebrow: str,
    turn: Sequence[str] = (),
    waits: Mapping[str, int | None] | None = None,
    summary: str = "",
) -> str:
    """Title, authors, terms and answers; `turn` are those whose turn it is, `waits` their days of waiting. `summary`
    stands where no terms are known."""
    way = f"{escaped(listing(proposal.authors) or 'author not known')}"
    way += f" → {escaped(listing(proposal.addressees))}" if proposal.addressees else ""
    way += f", carried by {escaped(listing(proposal.carriers))}" if proposal.carriers else ""
    days = interval_words(proposal.earliest, proposal.latest) if proposal.earliest and proposal.latest else ""
    days = days or (f"by {day_words(proposal.latest)}" if proposal.latest else "day not known")
    whose = (
        f"<div class='next'><b>Next to move:</b> {''.join(_turn(name, waits or {}) for name in turn)}</div>"
        if turn
        else ""
    )
    return (
        f'<div class="nt"><div class="eyebrow">{escaped(eyebrow)}</div><h2>{escaped(proposal.title)}</h2>'
        f'<div class="quiet">{way} · {escaped(days)}</div>'
        f"{_terms(proposal.terms) if proposal.terms else _paragraph(summary)}"
        f"{answers_html(proposal.answers, is_open=proposal.is_live)}{whose}</div>"
    )


def gist(proposal: Proposal, events: Iterable[Event]) -> str:
    """What a proposal without terms is about: its event as a line; "" where that tells only that there is one."""
    line = next((headline(event) for event in events if event.id == proposal.event_id), "")
    return "" if _SAYS_NOTHING in line else line


def answers_html(answers: Sequence[Answer], *, is_open: bool = True) -> str:
    """A row for each party: its answer, the day, who said it and the words; without `is_open` nobody waits for one."""
    rows = "".join(
        f"<tr><td class='who'><b>{escaped(answer.party)}</b></td><td>{answer_pill(answer.kind, is_open=is_open)}"
        f"<span class='quiet'>{escaped(_said(answer))}</span></td></tr>"
        for answer in answers
    )
    return f"<table>{rows}</table>" if rows else ""


def answer_pill(kind: AnswerKind, *, is_open: bool = True) -> str:
    """An answer as a small label."""
    words = ANSWER_WORDS if is_open else CLOSED_ANSWER_WORDS
    sign = _SIGNS[kind] if is_open or kind not in _WAITING else "–"
    return pill(f"{sign} {words[kind]}", _LOOKS[kind])


def term_words(term: Term) -> str:
    """A term: its words, and its figure where the words do not hold it."""
    figures = []
    if term.value is not None:
        figures.append(f"{amount(term.value)} {term.unit.value if term.unit else ''}".strip())
    if term.days is not None:
        figures.append(counted(int(term.days), "day"))
    extra = "; ".join(figure for figure in figures if figure.split()[0] not in term.words)
    return f"{term.words} ({extra})" if extra else term.words


def _terms(terms: Sequence[Term]) -> str:
    if not terms:
        return ""
    return f"<ul>{''.join(f'<li>{escaped(term_words(t))} {pill(t.kind.value)}</li>' for t in terms)}</ul>"


def _paragraph(words: str) -> str:
    return f"<div>{escaped(words)}</div>" if words else ""


def _said(answer: Answer) -> str:
    if answer.kind is AnswerKind.NONE:
        return ""
    parts = [day_words(answer.day)] if answer.day else ["day not known"]
    if answer.speaker and answer.speaker != answer.party:
        parts.append(f"by {answer.speaker}")
    if answer.words:
        parts.append(f"“{answer.words}”")
    return ", ".join(parts)


def _turn(name: str, waits: Mapping[str, int | None]) -> str:
    days = waits.get(name)
    waiting = f", waited for {counted(days, 'day')}" if days else ""
    return pill(f"{name}{waiting}", "turn")
