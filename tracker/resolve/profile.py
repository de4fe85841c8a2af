"""What identity compares of a report, worked out once."""

import datetime as dt
import re
from dataclasses import dataclass

from tracker.model.dates import Ground, Span
from tracker.model.events import Report
from tracker.model.mentions import Approximation as Approx
from tracker.model.mentions import EventType, MentionKey, Phase, Quantity, Status, Unit
from tracker.model.parties import PartyKind
from tracker.resolve.words import ClauseWords, clause_words, fold, marks

RECIPROCAL = frozenset({EventType.MEETING, EventType.AGREEMENT, EventType.TRUCE, EventType.MEDIATION})
_BACK = re.compile(r"\b(?:the|this|that|these|those|its|their|his|her)\s+(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE)
_NEW = re.compile(r"\b(?:an?|another|one|further|more|new|fresh|other|separate)\s+(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE)
_ARTICLES = frozenset(["the", "this", "that", "these", "those", "its", "their", "his", "her", "a", "an", "another"])
_WINDOW = 7
_ABOUT = 0.1
_AT_LEAST = 1.3


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as the range of numbers that it may mean, both ends included."""

    low: float
    high: float
    unit: Unit


@dataclass(frozen=True, slots=True)
class Profile:
    """A report as identity sees it.

    `first` to `last` are the days in which it lies (None: open); `is_stated` says that words of the text give them.
    `parties` are all sides in any role, `persons` those of them that are persons of no known side (whose names `words`
    hold too). `words` are those of the clause, `near` those of the clause within a few words of the trigger, `whole`
    those of the sentence. `marks` are the names in the sentence and of the parties (see `words.marks`). `refers_back`
    marks a trigger noun after "the", "this", "their"; `is_introduced` one after "a", "another", "a second".
    """

    key: MentionKey
    type: EventType
    status: Status
    phase: Phase | None
    first: dt.date | None
    last: dt.date | None
    is_stated: bool
    published: dt.date | None
    actors: frozenset[str]
    targets: frozenset[str]
    parties: frozenset[str]
    persons: frozenset[str]
    amounts: tuple[Amount, ...]
    place: ClauseWords
    words: ClauseWords
    near: ClauseWords
    trigger: frozenset[str]
    whole: ClauseWords
    marks: frozenset[str]
    sense: str
    sentence: Span
    refers_back: bool
    is_introduced: bool

    def in_one_text(self, other: "Profile") -> bool:
        """Whether both stand in one article."""
        return self.key.text_hash == other.key.text_hash

    @property
    def is_dated(self) -> bool:
        return self.first is not None and self.last is not None

    @property
    def width(self) -> int:
        """Days in the span beyond the first; only for dated reports."""
        if self.first is None or self.last is None:
            raise ValueError(f"{self.key} has no bounded date")
        return (self.last - self.first).days


def amount(quantity: Quantity) -> Amount:
    """The range that a quantity may mean: a tenth around "about", up to 1.3 times "at least"."""
    low, high = quantity.value, quantity.value
    if quantity.approximation is Approx.ABOUT:
        low, high = low * (1 - _ABOUT), high * (1 + _ABOUT)
    elif quantity.approximation is Approx.AT_LEAST:
        high *= _AT_LEAST
    elif quantity.approximation is Approx.AT_MOST:
        low /= _AT_LEAST
    if quantity.low is not None:
        low = min(low, quantity.low)
    if quantity.high is not None:
        high = max(high, quantity.high)
    return Amount(low, high, quantity.unit)


def profile(report: Report) -> Profile:
    """The profile of a report whose parties have their names."""
    mention, date = report.mention, report.mention.date
    actors, targets = frozenset(map(fold, report.actors)), frozenset(map(fold, report.targets))
    parties = actors | targets | frozenset(map(fold, report.mediators))
    references = (*mention.actors, *mention.targets, *mention.mediators)
    if mention.type in RECIPROCAL:
        actors, targets = parties, frozenset()
    if mention.type is EventType.TRUCE:
        outside = {fold(one.side) for one in references if one.kind is PartyKind.ORGANISATION}
        actors = (actors - outside) or actors
    clause, at = _clause(report)
    persons = frozenset(fold(one.side) for one in references if one.kind is PartyKind.PERSON) & parties
    sides = parties - persons
    named = [one for one in references if one.kind is not PartyKind.PERSON]
    known = [*sides, *(one.words for one in named), *(one.name for one in named)]
    before = _before_noun(report)
    last = date.latest if date.ongoing else date.end_latest or date.latest
    if last is not None and date.earliest is not None and last < date.earliest:
        last = date.latest
    if last and report.published and mention.status is Status.OCCURRED and (date.earliest or last) <= report.published:
        last = min(last, report.published)
    return Profile(
        key=report.key,
        type=mention.type,
        status=mention.status,
        phase=mention.phase,
        first=date.earliest,
        last=last,
        is_stated=date.ground in (Ground.STATED, Ground.ANCHORED),
        published=report.published,
        actors=actors,
        targets=targets,
        parties=parties,
        persons=persons,
        amounts=tuple(amount(quantity) for quantity in mention.quantities),
        place=clause_words(mention.place.words if mention.place else ""),
        words=clause_words(clause, without=known),
        near=clause_words(_window(clause, at), without=known),
        trigger=clause_words(mention.words).stems,
        whole=clause_words(report.evidence, without=known),
        marks=marks(report.evidence, parties),
        sense=mention.sense,
        sentence=mention.sentence,
        refers_back=bool(_BACK.search(before)),
        is_introduced=bool(_NEW.search(before)),
    )


def _clause(report: Report) -> tuple[str, Span]:
    """The clause's words, and the trigger's place within them."""
    mention = report.mention
    offset = mention.trigger.first - report.at.first
    first = max(mention.clause.first - offset, 0)
    clause = report.evidence[first : max(mention.clause.last - offset, 0)]
    if not clause:
        return report.evidence, report.at
    return clause, Span(max(report.at.first - first, 0), max(report.at.last - first, 0))


def _before_noun(report: Report) -> str:
    """What stands before the noun that tells the event; empty for a verb, whose subject's article is not its own.

    A trigger is a noun where its rule says so or an article stands right before it."""
    text = report.evidence[: report.at.last].rstrip()
    before = text[: -len(text.split()[-1])] if text else ""
    words = before.split()
    is_noun = "noun" in report.mention.sense or (bool(words) and words[-1].casefold() in _ARTICLES)
    return before if is_noun else ""


def _window(clause: str, at: Span) -> str:
    """The clause within `_WINDOW` words of the trigger, on both sides."""
    before, after = clause[: at.first].split(" "), clause[at.last :].split(" ")
    return " ".join((*before[-_WINDOW:], clause[at.first : at.last], *after[:_WINDOW]))
