"""The words of reports: clause, subject matter, speaker, cut out of the evidence sentence."""

from collections.abc import Iterable
from functools import lru_cache

from tracker.model.dates import Span
from tracker.model.events import Event, Report

# How many words of a clause are shown.
_MOST = 12
# A clause of fewer words tells nothing: "it said so".
_FEWEST = 4
_NOT_SAID = {"if", "when", "while", "unless", "because", "although", "to"}
# What stands before a thing, not before whom somebody addresses.
_NO_ADDRESSEE = {"for", "in", "over", "about", "against", "of", "by", "with"}
_BEFORE_THINGS = {
    "the",
    "a",
    "an",
    "its",
    "their",
    "his",
    "her",
    "this",
    "that",
    "these",
    "those",
    "all",
    "any",
    "both",
}
# Among so many words behind a trigger stands whom it addresses.
_ADDRESSEE = 6
# Among so many behind its name stands what it is: "the leader of the Osa Front,".
_DESCRIPTION = 12


def cut(report: Report, span: Span | None) -> str:
    """The words at `span` (characters of the article) as far as they stand in the report's sentence, white space
    folded; "" for None or a span outside."""
    if span is None:
        return ""
    offset = report.mention.trigger.first - report.at.first
    first, last = max(span.first - offset, 0), min(max(span.last - offset, 0), len(report.evidence))
    return " ".join(report.evidence[first:last].split())


def about_words(report: Report) -> str:
    """What the reported proposal, demand or answer is about, in the report's words."""
    return cut(report, report.mention.about)


def is_addressee(report: Report) -> bool:
    """Whether what a demand seems to be about is whom it addresses: "asked its oldest rival to abstain"."""
    return _end_of_addressee(report) is not None


def _end_of_addressee(report: Report) -> int | None:
    """Where the target's name ends in the phrase that a demand seems to be about, if that names whom it addresses: of
    "X, the leader of Y," behind "X"."""
    about = report.mention.about
    if about is None:
        return None
    for target in report.mention.targets:
        behind = cut(report, Span(target.span.last, about.last)) if target.span.last < about.last else ""
        before = cut(report, Span(about.first, target.span.first)).split() if about.first < target.span.first else []
        is_inside = about.first <= target.span.first < about.last
        if is_inside and (not behind or behind.startswith(",")) and not _NO_ADDRESSEE.intersection(before):
            return target.span.last
    return None


def content_words(report: Report) -> str:
    """The clause with "that" or "to" behind the trigger and whom it addresses, in the report's words: "that Peru leave
    the town", "to leave the town" of "called on Peru to leave the town"; a long one is cut short, "" for none."""
    mention = report.mention
    clause = mention.clause
    if clause is None or clause.last <= mention.trigger.last:
        return ""
    end = _end_of_addressee(report)
    begin, reach = mention.trigger.last, _ADDRESSEE
    if end is not None and begin < end < clause.last:
        begin, reach = end, _DESCRIPTION
    words = cut(report, Span(begin, clause.last)).lstrip(", ").rstrip(".").split()
    first = next((place for place, word in enumerate(words[:reach]) if word in {"that", "to"}), None)
    if first is None or words[0] in _NO_ADDRESSEE or (words[first] == "to" and not _is_done(words[first + 1 :])):
        return ""
    told = words[first:]
    return " ".join(told if len(told) <= _MOST else [*told[:_MOST], "…"])


def _is_done(words: list[str]) -> bool:
    """Whether what follows "to" is a deed, not a place or a thing."""
    first = words[0].strip("\"“'‘") if words else ""
    return first.islower() and first not in _BEFORE_THINGS


def clause_said(event: Event) -> str:
    """The shortest clause that a report gives of what somebody said, a long one cut short; "" where they are but what a
    condition or a mere phrase holds."""
    clauses = [cut(one, one.mention.clause).rstrip(".").split() for one in event.reports]
    told = [
        words
        for words in clauses
        if len(words) > _FEWEST and words[0].lower() not in _NOT_SAID and not words[0].lower().endswith("ing")
    ]
    if not told:
        return ""
    words = min(told, key=lambda one: (len(one), one))
    return " ".join(words if len(words) <= _MOST else [*words[:_MOST], "…"]).strip('“”"')


def clause_words(report: Report) -> str:
    """The clause that tells the event; the whole sentence where the clause is not known."""
    return cut(report, report.mention.clause) or " ".join(report.evidence.split())


def speaker(report: Report, party: str) -> str | None:
    """The person or body of `party` that acts or speaks in the report; None where the report names only the party."""
    mention = report.mention
    named = [(one, one.side) for one in (*mention.actors, *([mention.source] if mention.source else []))]
    if len(mention.actors) == len(report.actors):
        named[: len(report.actors)] = zip(mention.actors, report.actors, strict=True)
    if mention.source and report.source:
        named[-1] = mention.source, report.source
    return next((one.name for one, side in named if side == party and fold(one.name) != fold(party)), None)


def texts(event: Event) -> Iterable[str]:
    """The clause of each report and what it is about, each once."""
    return dict.fromkeys(words for one in event.reports for words in (clause_words(one), about_words(one)) if words)


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """A name as it is compared: lower case, single spaces, no leading article, no possessive."""
    folded = " ".join(name.casefold().replace("’", "'").split()).removesuffix("'s").removesuffix("'")
    return folded.removeprefix("the ")
