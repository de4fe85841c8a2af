"""What identity compares of a report, worked out once."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.model.dates import Ground, Span
from tracker.model.events import Report
from tracker.model.mentions import Approximation as Approx
from tracker.model.mentions import EventType, MentionKey, Phase, Quantity, Status, Unit
from tracker.model.parties import PartyKind
from tracker.resolve.kinds import kinds
from tracker.resolve.words import (
    ClauseWords,
    clause_words,
    concept,
    country_words,
    fold,
    lexicon,
    marks,
    name_stems,
    stem,
    tokens,
)

RECIPROCAL = frozenset({EventType.MEETING, EventType.AGREEMENT, EventType.TRUCE, EventType.MEDIATION})
SPEECH = frozenset(
    {EventType.PROPOSAL, EventType.DEMAND, EventType.ACCEPTANCE, EventType.REJECTION, EventType.THREAT}
    | {EventType.ACCUSATION, EventType.SUPPORT, EventType.STATEMENT}
)
_BACK = re.compile(r"\b(?:the|this|that|these|those|its|their|his|her)\s+(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE)
_NEW = re.compile(r"\b(?:an?|another|one|further|more|new|fresh|other|separate)\s+(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE)
# Words of a date that tell through what time a row of acts went on, not when one was.
_PERIOD = re.compile(r"\b(?:past|recent|days|weeks|months|years|since)\b(?!.*\bago\b)", re.IGNORECASE)
_ARTICLES = frozenset(["the", "this", "that", "these", "those", "its", "their", "his", "her", "a", "an", "another"])
_WINDOW = 7
# What ends a sentence and no longer its clause.
_END = " .\n"
_SAID = 12
_ROW = 3
_REACH = 90
_WEEK = 7
_ABOUT = 0.1
_AT_LEAST = 1.3

_NOWHERE = clause_words("")


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
    those of the sentence. `marks` are the names in the sentence and of the parties (see `words.marks`). `kinds` are
    those of its type that the trigger or the words beside it tell (see `kinds`). `refers_back` marks a trigger noun
    after "the", "this", "their"; `is_introduced` one after "a", "another", "a second". `is_added`: words beside the
    trigger, before a noun, say that it is one more act ("also"); `is_aside`: that it is of another time than the story
    ("earlier", "has repeatedly met"). `is_plural`: a trigger noun tells several; `is_row`: words before the trigger
    make many of it ("dozens of"); `is_period`: so does its date ("in the past week"). `source` claims it. `about`
    are the words that say what it is about, `said` those after the trigger of a speech act, which tell its content.
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
    kinds: frozenset[str]
    sense: str
    sentence: Span
    refers_back: bool
    is_introduced: bool
    is_noun: bool
    is_plural: bool
    is_row: bool
    is_period: bool
    is_added: bool
    is_aside: bool
    is_quoted: bool
    source: str
    about: frozenset[str]
    said: frozenset[str]

    def in_one_text(self, other: "Profile") -> bool:
        """Whether both stand in one article."""
        return self.key.text_hash == other.key.text_hash

    @property
    def is_dated(self) -> bool:
        return self.first is not None and self.last is not None

    @property
    def is_old(self) -> bool:
        """Whether it lies more than a week before the report."""
        return bool(self.last and self.published and (self.published - self.last).days > _WEEK)

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


def _place(words: str) -> ClauseWords:
    """The words of a place within a state; a whole state, or "southern Peru", tells no place apart from another."""
    named = [word for word in tokens(fold(words)) if not word.endswith(("ern", "central"))]
    return _NOWHERE if " ".join(named) in country_words() else clause_words(words)


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
    # A strike of two days is told by its first day as often as by both.
    begun = date.ongoing or (mention.type is not EventType.TRUCE and date.earliest == date.latest)
    last = date.latest if begun else date.end_latest or date.latest
    if last is not None and date.earliest is not None and last < date.earliest:
        last = date.latest
    if last and report.published and mention.status is Status.OCCURRED and (date.earliest or last) <= report.published:
        last = min(last, report.published)
    words = clause_words(clause, without=known)
    before_it, after_it = _around(report)
    beside_before = frozenset(word.casefold() for word in before_it[-_WINDOW:])
    beside = beside_before | {word.casefold() for word in after_it[:_WINDOW]}
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
        place=_place(mention.place.words) if mention.place else _NOWHERE,
        words=words,
        near=clause_words(_window(clause, at), without=known),
        trigger=clause_words(mention.words).stems,
        whole=words if clause == report.evidence.rstrip(_END) else clause_words(report.evidence, without=known),
        marks=marks(report.evidence, parties),
        kinds=kinds(mention.type, before_it, tokens(mention.words), after_it),
        sense=mention.sense,
        sentence=mention.sentence,
        refers_back=bool(_BACK.search(before)),
        is_introduced=bool(_NEW.search(before)),
        is_noun="noun" in mention.sense,
        is_plural=mention.words.endswith("s") and not mention.words.endswith("ss"),
        is_row=bool(frozenset(word.casefold() for word in before_it[-_ROW:]) & lexicon().rows),
        is_period=bool(_PERIOD.search(date.words)),
        is_added=bool((beside_before if "noun" in mention.sense else beside) & lexicon().additions),
        is_quoted=mention.is_quoted,
        source=fold(report.source) if report.source else "",
        about=_content(_about(report), ()),
        said=_content(after_it[:_SAID], known) if mention.type in SPEECH else frozenset(),
        is_aside=bool(beside & (lexicon().other_times | lexicon().perfects)),
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


def _about(report: Report) -> list[str]:
    """The words of the sentence that say what the event is about."""
    about, offset = report.mention.about, report.mention.trigger.first - report.at.first
    return tokens(report.evidence[max(about.first - offset, 0) : max(about.last - offset, 0)]) if about else []


def _content(words: Sequence[str], without: Sequence[str]) -> frozenset[str]:
    """The concepts of words that not every report of a negotiation may hold, those of the names `without` left out."""
    lists = lexicon()
    left_out = name_stems(without)
    found = {concept(word) for word in words if word.casefold() not in lists.stop and stem(word) not in left_out}
    return frozenset(found - lists.generic)


def _around(report: Report) -> tuple[list[str], list[str]]:
    """The words of the sentence before and after the trigger, within `_REACH` characters of it."""
    text, at = report.evidence, report.at
    return tokens(text[max(at.first - _REACH, 0) : at.first]), tokens(text[at.last : at.last + _REACH])
