"""One plain English line for an event, which never claims more than its status."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from tracker.model.events import Event, EventStatus, Figure, Report
from tracker.model.mentions import ANSWERS, EventType, Unit
from tracker.model.parties import PartyKind
from tracker.views.figures import figure_range, figures_of
from tracker.views.phrases import Phrase, headlines, phrase_of
from tracker.views.quotes import about_words, clause_said, content_words, is_addressee
from tracker.views.references import has_any, reference_words
from tracker.views.wording import APPROXIMATION_WORDS

_MOST_QUOTED = 10
_WORD = re.compile(r"[^\W\d_]+")
_EMPTY = frozenset({"this", "that", "these", "those", "their", "with", "from", "both", "what", "which", "such"})
_MARKS = "“”‘’\"' "
_POINTING = frozenset({"the", "this", "these", "those"})
# What begins a sentence there and stands within one here.
_DETERMINERS = frozenset({"The", "This", "These", "Those", "A", "An", "Any", "All", "Both", "Its", "Their"})
_QUALIFIED = {
    EventStatus.PLANNED: "planned",
    EventStatus.PROPOSED: "proposed",
    EventStatus.UNCONFIRMED: "planned, not reported since",
    EventStatus.DISPUTED: "disputed",
}
_UNDONE = {EventStatus.DENIED: EventStatus.OCCURRED, EventStatus.OCCURRED: EventStatus.DENIED}
_SPOKEN = frozenset(
    {EventType.PROPOSAL, EventType.DEMAND, EventType.ACCEPTANCE, EventType.REJECTION, EventType.STATEMENT}
    | {EventType.THREAT, EventType.ACCUSATION, EventType.SUPPORT}
)
# Before what "a" is "an": an agreement, an 8-day truce.
_VOWELS = ("a", "e", "i", "o", "8", "11-", "18-")


def headline(event: Event) -> str:
    """Who did what to whom: "Israel is to release 30 prisoners (proposed)". Says by status whether it happened, was
    planned or proposed; names who claims it; shows figures as ranges where reports differ. No full stop."""
    phrase = phrase_of(event)
    if phrase.undoes:
        event = replace(event, status=_UNDONE.get(event.status, event.status))
    if phrase.noun:
        line = _with_noun(event, phrase)
    elif event.actors:
        line = _active(event, phrase)
    else:
        line = _passive(event, phrase)
    others = [name for name in event.mediators if name not in event.actors]
    if others:
        line += f", with {_list(others)} mediating"
    if event.source:
        if event.source not in event.actors:
            line += f", according to {named(event.source)}"
        elif event.type not in _SPOKEN:
            line += ", by its own account"
    note = _notes(event, phrase)
    return f"{line[0].upper()}{line[1:]}{f' ({note})' if note else ''}"


@lru_cache(maxsize=4096)
def named(party: str) -> str:
    """A party's name as it stands in a sentence: "the United States", "the government"."""
    data = headlines()
    is_one = (
        party.islower() and not party.endswith(("s", *data.plural_endings)) and party.split()[0] not in data.bare_starts
    )
    needs = is_one or party in data.the or party.endswith(tuple(f" {word}" for word in data.the_endings))
    return f"the {party}" if needs and not party.lower().startswith("the ") else party


def figure_words(event: Event, units: Sequence[Unit] | None = None) -> str:
    """The event's figures: "30 prisoners", "13 to 17 hostages", "at least 12 dead and about 40 wounded"."""
    found: dict[Unit, list[Figure]] = {}
    for figure in figures_of(event):
        if units is None or figure.unit in units:
            found.setdefault(figure.unit, []).append(figure)
    return _and([_amount(unit, figures, event) for unit, figures in sorted(found.items())])


def number(value: float) -> str:
    """A number for people: 1,500; 2.5."""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def _amount(unit: Unit, figures: Sequence[Figure], event: Event) -> str:
    singular, plural = headlines().units[unit]
    low, high = figure_range(figures, event)
    if low != high:
        return f"{number(low)} to {number(high)} {plural}"
    best = max(figures, key=lambda one: (len(one.reports), one.value))
    return f"{APPROXIMATION_WORDS[best.approximation]}{number(low)} {singular if low == 1 else plural}"


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def _list(parties: Sequence[str]) -> str:
    return _and([named(party) for party in parties])


def _is_plural(parties: Sequence[str]) -> bool:
    last = parties[0].split()[-1]
    is_common = last[0].islower() or last[:-1].isupper()  # "settlers", "NGOs", not "Netherlands"
    is_plural = is_common and last.endswith("s") and not last.endswith("ss")
    return len(parties) > 1 or is_plural or parties[0].endswith(headlines().plural_endings)


def _active(event: Event, phrase: Phrase) -> str:
    if phrase.saying and event.status is EventStatus.OCCURRED and (said := clause_said(event)):
        return f"{_list(event.actors)} {phrase.saying} “{said}”"
    together = phrase.joint if phrase.joint and len(event.actors) > 1 else None
    quoted = _quoted(event, about_words) if phrase.quotes or phrase.quoting else ""
    if phrase.asking and any(is_addressee(one) for one in event.reports):
        quoted = ""
    verb = phrase.quoting if quoted and phrase.quoting else together
    content = _quoted(event, content_words) if phrase.clausal and not quoted else ""
    if phrase.asking and event.targets and content.startswith("“to "):
        asked = _verb(event.status, phrase.asking.past, phrase.asking.base, _is_plural(event.actors))
        return f"{_list(event.actors)} {asked} {_list(event.targets)} {content}"
    content = "" if phrase.asking and content.startswith("“to ") else content
    if phrase.clausal and (content or quoted.startswith(("“to ", "“that "))):
        quoted, verb = content or quoted, phrase.clausal
    past, base = (verb.past, verb.base) if verb else (phrase.past, phrase.base)
    link = verb.link if verb and verb.link is not None else phrase.link
    figures = figure_words(event, None) if phrase.figure == "object" else ""
    held = _held(event) if phrase.takes_people else []
    thing = figures or quoted or _list(held) or phrase.thing
    if (together and not event.targets) or (quoted and link == "of" and not _is_proposal(event, quoted)):
        link = ""  # "rejected “a withdrawal from Gaza”" is nobody's
    parts = [_verb(event.status, past, base, _is_plural(event.actors)), thing]
    if not phrase.hides_targets:
        apart = [*event.actors, *held]
        others = [name for name in event.targets if name not in apart and name not in quoted]
        if link == "between" and len(others) == 1:
            link = "with"
        if others and not (thing and not link):
            parts += [link, _list(others)]
        elif not others and not thing:
            parts.append(phrase.missing_target)
    return " ".join((_list(event.actors), *(part for part in parts if part)))


def _passive(event: Event, phrase: Phrase) -> str:
    figures = figure_words(event, None) if phrase.figure == "object" else ""
    direct = not phrase.link and not phrase.thing and not phrase.hides_targets
    quoted = _quoted(event, about_words) if phrase.quotes and event.status is not EventStatus.DENIED else ""
    held = _held(event) if phrase.takes_people and not figures else []
    if held or (direct and event.targets):
        subject, plural, targets = _list(held or event.targets), _is_plural(held or event.targets), ""
    else:
        subject = figures or quoted or phrase.passive_thing or phrase.thing
        plural = phrase.passive_is_plural or (not quoted and subject.endswith("s")) or bool(figures)
        link = "with" if phrase.link == "between" and len(event.targets) == 1 else phrase.link
        is_nobodys = quoted and link == "of" and not _is_proposal(event, quoted)
        shows = event.targets and link and not phrase.hides_targets and not is_nobodys
        targets = f" {link} {_list(event.targets)}" if shows else ""
        if targets and link == "of" and event.type in ANSWERS:
            subject, targets = f"{subject}{targets}", ""  # "a proposal of Peru was rejected"
    was = {True: ("were", "are to be"), False: ("was", "is to be")}[plural]
    done = phrase.alone if phrase.alone and subject == phrase.passive_thing else f"{phrase.participle}{targets}"
    match event.status:
        case EventStatus.OCCURRED:
            return f"{subject} {was[0]} {done}"
        case EventStatus.DISPUTED:
            return f"{subject} {was[0]} reportedly {done}"
        case EventStatus.DENIED:
            return f"{subject} {was[0]} not {done}"
        case EventStatus.UNCONFIRMED:
            return f"{subject} {was[0]} to be {done}"
        case _:
            return f"{subject} {was[1]} {done}"


def _held(event: Event) -> list[str]:
    """The targets that are people themselves, not the side that they are of: "Ana Soto", "protesters"."""
    references = (one for report in event.reports for one in report.mention.targets)
    persons = {one.side for one in references if one.kind is PartyKind.PERSON}
    others = event.type is not EventType.RELEASE  # "families" are whom captives are released to
    return [name for name in event.targets if name in persons or (others and name[0].islower())]


def _with_noun(event: Event, phrase: Phrase) -> str:
    days = [one for one in event.figures if one.unit is Unit.DAYS] if phrase.figure == "noun" else []
    low, high = figure_range(days, event) if days else (0.0, 0.0)
    length = f"{number(low)}-day " if days and low == high else ""
    sides = [*event.actors, *(name for name in event.targets if name not in event.actors)]
    between = f" between {_list(sides)}" if len(sides) > 1 else f" by {_list(sides)}" if sides else ""
    article = "" if phrase.is_plural else "an " if (length or phrase.noun).startswith(_VOWELS) else "a "
    verb = _verb(event.status, phrase.past, phrase.base, phrase.is_plural)
    return f"{article}{length}{phrase.noun}{between} {verb}"


def _verb(status: EventStatus, past: str, base: str, plural: bool) -> str:
    match status:
        case EventStatus.OCCURRED:
            return past
        case EventStatus.DISPUTED:
            return f"reportedly {past}"
        case EventStatus.DENIED if base.startswith("be "):
            return f"{'were' if plural else 'was'} not {base.removeprefix('be ')}"
        case EventStatus.DENIED:
            return f"did not {base}"
        case EventStatus.UNCONFIRMED:
            return f"{'were' if plural else 'was'} to {base}"
        case _:
            return f"{'are' if plural else 'is'} to {base}"


def _quoted(event: Event, words_of: Callable[[Report], str]) -> str:
    """The shortest words in which a report says what the event is about, in quotation marks but for a mere "the offer";
    "" where all are long or say nothing: pronouns, names, days, "these demands" of a demand."""
    found = [
        words
        for one in event.reports
        if one.mention.type is event.type
        and (length := len((words := words_of(one)).split())) > 1
        and (words_of is content_words or length <= _MOST_QUOTED)  # a clause comes cut short
        and _says_something(words)
        and not (event.type is EventType.DEMAND and has_any(words, reference_words().demands))
    ]
    if not found:
        return ""
    words = min(found, key=lambda words: (len(words), words)).strip(_MARKS)
    first, *rest = words.split()
    if first in _DETERMINERS:
        words = f"{first.lower()}{words[len(first) :]}"
    return words if first.lower() in _POINTING and len(rest) == 1 and rest[0].islower() else f"“{words}”"


def _is_proposal(event: Event, words: str) -> bool:
    """Whether words of an answer name what another side has put forward; demands are always of somebody."""
    known = reference_words()
    return event.type is EventType.DEMAND or has_any(words, known.proposals | known.deals | known.demands)


def _says_something(words: str) -> bool:
    """Whether a common word of some length stands in them: "30 May" and "Chad and Mali" say nothing."""
    return any(word.islower() and len(word) > 3 and word not in _EMPTY for word in _WORD.findall(words))


def _notes(event: Event, phrase: Phrase) -> str:
    figures = figure_words(event) if phrase.figure == "note" else ""
    tied = event.type is EventType.ACCEPTANCE and any(one.mention.is_conditional for one in event.reports)
    parts = (_QUALIFIED.get(event.status, ""), "with conditions" if tied else "", figures)
    return "; ".join(part for part in parts if part)
