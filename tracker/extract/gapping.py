"""Clauses that leave out their verb: "Peru will withdraw by May 12, Ecuador by May 17" tells two events by one verb."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.extract.calendar import can_date, interval
from tracker.extract.context import Context
from tracker.extract.same import Told
from tracker.extract.telling import CLAUSES, clause_verb
from tracker.model.dates import Span
from tracker.model.mentions import Mention
from tracker.model.parties import PartyReference
from tracker.model.times import TimeExpression

if TYPE_CHECKING:
    from tracker.extract.tokens import Span as Sentence
    from tracker.extract.tokens import Token

# What parts the clauses, and what may stand between the one who acts and the day.
_BETWEEN_CLAUSES = {",", ";", "and", "but", "while"}
_BEFORE_DAY = {"by", "on", "in", "from", "until", "within"}
_ENDS = {".", ",", ";", ")", "and", "but", "while"}
# Words before a name that belong to its phrase.
_OF_PHRASE = {"DET", "ADJ", "PROPN", "NOUN", "NUM", "PART"}


@dataclass(frozen=True, slots=True)
class _Remnant:
    """Whom a clause without a verb names, its day, the place of its words in the text and, where it names somebody else
    than who acts, for which sides of the verb's clause: "visited Oman on Monday, Qatar on Tuesday"."""

    sides: tuple[PartyReference, ...]
    day: TimeExpression
    span: Span
    of: frozenset[str]


def with_gapped(context: Context, event: Told, mention: Mention) -> Iterator[Mention]:
    """A mention, and those that the clauses after it tell with its verb left out; of these each has its own doer and
    day, and all else from the verb's."""
    remnants = tuple(_remnants(context, event)) if event.trigger.token.pos_ in CLAUSES and mention.actors else ()
    if not remnants:
        yield mention
        return
    others = {r.side for remnant in remnants for r in remnant.sides}
    whole = replace(mention, actors=_without(mention.actors, others), targets=_without(mention.targets, others))
    yield whole
    for remnant in remnants:
        date = interval(remnant.day, None, event.status, context.published)
        if date is None:
            continue
        yield replace(
            mention,
            trigger=remnant.span,
            words=context.text[remnant.span.first : remnant.span.last],
            clause=remnant.span,
            date=date,
            actors=_instead(whole.actors, remnant) if remnant.of else remnant.sides,
            targets=_instead(whole.targets, remnant),
            quantities=(),
            place=None,
            terms=None,
            due=None,
        )


def _without(references: tuple[PartyReference, ...], sides: set[str]) -> tuple[PartyReference, ...]:
    return tuple(r for r in references if r.side not in sides)


def _instead(references: tuple[PartyReference, ...], remnant: _Remnant) -> tuple[PartyReference, ...]:
    """References, with those of a remnant in the places of those that it stands for."""
    if not remnant.of & {r.side for r in references}:
        return references
    return (*_without(references, set(remnant.of)), *remnant.sides)


def _remnants(context: Context, event: Told) -> Iterator[_Remnant]:
    """The clauses after a verb's own that name another side and a day as its own clause does."""
    verb = clause_verb(event.trigger)
    sentence = verb.sent
    days = {t.span.first: t for t in context.times if verb.idx < t.span.first < sentence.end_char and can_date(t)}
    if len(days) <= 1:
        return
    end = min((t.i for t in sentence if t.pos_ == "VERB" and t.i > verb.i), default=sentence.end)
    own = {r.side for r in event.roles.actors}
    parallel: frozenset[str] | None = None
    for i in range(verb.i + 1, end):
        day = days.get(context.doc[i].idx)
        if day is None:
            continue
        before = _before(context, i)
        if parallel is None:
            is_name = before.pos_ == "PROPN" and before.i > verb.i
            parallel = frozenset(r.side for r in context.sides(before)) if is_name else frozenset()
        elif _opens_clause(before, verb) and _ends_clause(sentence, day):
            sides = context.sides(before)
            if sides and not {r.side for r in sides} & own - parallel:
                yield _Remnant(sides, day, Span(context.doc[_start(before, verb)].idx, day.span.last), parallel)


def _before(context: Context, i: int) -> "Token":
    """The word before a day and its preposition."""
    before = context.doc[i - 1]
    return before.nbor(-1) if before.lower_ in _BEFORE_DAY and before.i else before


def _opens_clause(name: "Token", verb: "Token") -> bool:
    """Whether a name stands behind what parts two clauses."""
    if name.pos_ not in {"PROPN", "NOUN"} or name.i <= verb.i:
        return False
    return name.doc[_start(name, verb) - 1].lower_ in _BETWEEN_CLAUSES


def _start(doer: "Token", verb: "Token") -> int:
    """The place of the first word of the phrase that ends in a name."""
    first = doer.i
    while first - 1 > verb.i and doer.doc[first - 1].pos_ in _OF_PHRASE:
        first -= 1
    return first


def _ends_clause(sentence: "Sentence", day: TimeExpression) -> bool:
    after = next((t for t in sentence if t.idx >= day.span.last), None)
    return after is None or after.lower_ in _ENDS
