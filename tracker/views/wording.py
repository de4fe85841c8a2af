"""Plain English for what the model holds: dates with their grounds, kinds of event, status, trust."""

import calendar
import re
from collections.abc import Sequence
from datetime import date

from tracker.model.articles import PublicationGround
from tracker.model.dates import DateInterval, Ground
from tracker.model.events import Event, EventStatus, Trust
from tracker.model.mentions import Approximation, EventType
from tracker.model.parties import NegotiationRole
from tracker.model.standing import AnswerKind, Direction, Progress, Tally

# How an analyst writes a day: no article's words, which stand in a place of its text.
_ISO = re.compile(r"[\d-]+(/(\.\.|[\d-]+))?|\.\./[\d-]+")

STATUS_WORDS = {
    EventStatus.OCCURRED: "happened",
    EventStatus.PLANNED: "planned",
    EventStatus.PROPOSED: "proposed",
    EventStatus.DENIED: "did not happen",
    EventStatus.UNCONFIRMED: "planned, not reported since",
    EventStatus.DISPUTED: "disputed",
}

STATUS_MEANINGS = {
    EventStatus.OCCURRED: "reported as having happened or going on",
    EventStatus.PLANNED: "announced or scheduled, not yet reported as done",
    EventStatus.PROPOSED: "part of an offer, a demand or a condition; has not happened",
    EventStatus.DENIED: "reported as not done, refused or blocked",
    EventStatus.UNCONFIRMED: "its planned day has passed and no report says that it happened",
    EventStatus.DISPUTED: "one report claims it, another denies it",
}

TRUST_WORDS = {
    Trust.UNREVIEWED: "not reviewed",
    Trust.CONFIRMED: "confirmed by an analyst",
    Trust.CORRECTED: "corrected by an analyst",
}

PROGRESS_WORDS = {
    Progress.NOT_BEGUN: "not begun",
    Progress.PARTLY: "partly done",
    Progress.DONE: "done",
    Progress.OVERDUE: "overdue",
    Progress.UNKNOWN: "not known",
}

ANSWER_WORDS = {
    AnswerKind.NONE: "no answer yet",
    AnswerKind.STUDYING: "studying it",
    AnswerKind.ACCEPTED: "accepted",
    AnswerKind.CONDITIONAL: "accepted with conditions",
    AnswerKind.REJECTED: "rejected",
}

CLOSED_ANSWER_WORDS = ANSWER_WORDS | {AnswerKind.NONE: "not answered", AnswerKind.STUDYING: "studied"}
"""The same of a proposal that is no longer open, where nobody waits for an answer."""

DIRECTION_WORDS = {
    Direction.TOWARDS: "moving towards agreement",
    Direction.AWAY: "moving away from agreement",
    Direction.STEADY: "no change in the last month",
    Direction.UNKNOWN: "direction not known",
}

ROLE_WORDS = {
    NegotiationRole.PARTY: "negotiating party",
    NegotiationRole.MEDIATOR: "mediator",
    NegotiationRole.GUARANTOR: "guarantor",
    NegotiationRole.HOST: "host",
    NegotiationRole.OBSERVER: "observer",
}

CONFLICT_WORDS = {
    "date": "The reports disagree on when",
    "figure": "The reports disagree on how many",
    "actors": "The reports disagree on who did it",
    "status": "The reports disagree on whether it happened",
}

CORRECTABLE = {
    "type": "Kind of event",
    "status": "Status",
    "date": "When",
    "actors": "Who",
    "targets": "To or against whom",
    "mediators": "Mediated by",
    "source": "Claimed by",
    "place": "Where",
    "count": "How many",
    "note": "Note",
}

SOURCE_GRADES = {
    "": "not graded",
    "A": "A: completely reliable",
    "B": "B: usually reliable",
    "C": "C: fairly reliable",
    "D": "D: not usually reliable",
    "E": "E: unreliable",
    "F": "F: cannot be judged",
}
"""The Admiralty grades of sources (NATO STANAG 2511)."""

INFORMATION_GRADES = {
    "": "not graded",
    "1": "1: confirmed by others",
    "2": "2: probably true",
    "3": "3: possibly true",
    "4": "4: doubtful",
    "5": "5: improbable",
    "6": "6: cannot be judged",
}
"""The Admiralty grades of information (NATO STANAG 2511)."""

GROUND_OF_PUBLICATION = {
    PublicationGround.GIVEN: "given",
    PublicationGround.METADATA: "from the file or page itself",
    PublicationGround.DATELINE: "from the text's dateline",
    PublicationGround.UNKNOWN: "not known",
}

GROUND_WORDS = {
    Ground.STATED: "stated",
    Ground.ANCHORED: "counted from another event",
    Ground.IMPLIED: "implied by the text",
    Ground.UNKNOWN: "",
}


def day_words(day: date | None) -> str:
    """A day as "30 Jan 2024"; "day not known" for None."""
    return f"{day.day} {calendar.month_abbr[day.month]} {day.year}" if day else "day not known"


def interval_words(first: date, last: date) -> str:
    """Days from `first` to `last`, both included, in the shortest unambiguous form: "27–28 Jan 2024", "Nov 2023"."""
    if first == last:
        return day_words(first)
    ends_month = last.day == calendar.monthrange(last.year, last.month)[1]
    if first.year == last.year and first.day == 1 and ends_month:
        if first.month == last.month:
            return f"{calendar.month_abbr[first.month]} {first.year}"
        if (first.month, last.month) == (1, 12):
            return f"{first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {calendar.month_abbr[first.month]} – {day_words(last)}"
    return f"{day_words(first)} – {day_words(last)}"


def when(interval: DateInterval) -> str:
    """When an event happened: its days alone, "by 30 Jan 2024" or "from …" where one side is open, "day not known"
    where both are."""
    first, last = interval.earliest, interval.latest
    if first is None and last is None:
        return "day not known"
    if first is None and last is not None:
        began = f"by {day_words(last)}"
    elif last is None and first is not None:
        began = f"from {day_words(first)} on"
    else:
        assert first is not None
        assert last is not None
        began = interval_words(first, last)
    if interval.ongoing:
        return f"since {began}, still going on" if first and last else f"began {began}, still going on"
    end = interval.end_latest or interval.end_earliest
    if end is None or end == last:
        return began
    if first is not None and first == last:
        return interval_words(first, end) if end >= first else began
    return f"began {began}, ended by {day_words(end)}"


def when_and_why(interval: DateInterval) -> str:
    """`when` with its ground and words: "27–28 Jan 2024, stated: “over the weekend”"."""
    ground = GROUND_WORDS[interval.ground]
    if interval.earliest is None and interval.latest is None:
        return f"day not known; the text says “{interval.words}”" if interval.words else "day not known"
    if interval.span is None and _ISO.fullmatch(interval.words):
        return f"{when(interval)}, set by an analyst"
    if not ground:
        return f"{when(interval)}, exact day not known" if interval.earliest is None else when(interval)
    return f"{when(interval)}, {ground}: “{interval.words}”" if interval.words else f"{when(interval)}, {ground}"


def type_words(kind: EventType) -> str:
    """The type as a label: "Meeting"."""
    return kind.value.capitalize()


def titled(party: str) -> str:
    """A party's name where it stands alone: "Government", but "al-Shabaab"."""
    return f"{party[0].upper()}{party[1:]}" if party.islower() else party


def listing(names: Sequence[str], conjunction: str = "and") -> str:
    """Names as a list in a sentence: "Egypt, Israel and Qatar"; "" for none."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {conjunction} {names[-1]}"


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 report", "3 reports"; `many` defaults to `one` with an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def amount(value: float) -> str:
    """A figure without a needless fraction: "100", "1,200", "2.5"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def amounts(low: float, high: float) -> str:
    """A range of figures: "100", "100–105"."""
    return amount(low) if low == high else f"{amount(low)}–{amount(high)}"


APPROXIMATION_WORDS = {
    Approximation.EXACT: "",
    Approximation.ABOUT: "about ",
    Approximation.AT_LEAST: "at least ",
    Approximation.AT_MOST: "up to ",
}

_WHAT_IS_LEFT = {
    Approximation.EXACT: Approximation.EXACT,
    Approximation.ABOUT: Approximation.ABOUT,
    Approximation.AT_LEAST: Approximation.AT_MOST,
    Approximation.AT_MOST: Approximation.AT_LEAST,
}


def done_words(tally: Tally) -> str:
    """What was done, with how it is meant where it is one figure: "at least 100", "100–105"; "" for none."""
    if tally.done is None:
        return ""
    low, high = tally.done
    return f"{APPROXIMATION_WORDS[tally.approximation] if low == high else ''}{amounts(low, high)}"


def left_words(tally: Tally) -> str:
    """What is left, the less sure the less sure it is what was done: of at least 100 done, "up to 153"; "" for none."""
    if tally.left is None:
        return ""
    low, high = tally.left
    return f"{APPROXIMATION_WORDS[_WHAT_IS_LEFT[tally.approximation]] if 0 < low == high else ''}{amounts(low, high)}"


def support(event: Event) -> str:
    """How well an event is known, in one line: reports, independent sources, review."""
    reports = counted(len(event.reports), "report")
    sources = counted(event.independent_sources, "independent source")
    return (
        f"{reports}, {sources}, {TRUST_WORDS[event.trust]}"
        if event.reports
        else f"added by hand, {TRUST_WORDS[event.trust]}"
    )
