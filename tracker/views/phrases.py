"""The verbs and nouns of `headlines.toml`."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from tracker.model.events import Event
from tracker.model.mentions import EventType, Phase, Unit
from tracker.rules.reading import RuleModel, read_rules


class Verb(RuleModel):
    """Forms that replace a phrase's verb in a case; `link` None keeps the phrase's."""

    past: str
    base: str
    link: str | None = None


class Phrase(RuleModel):
    """How one kind of event is told; the head of `headlines.toml` says what the fields are."""

    past: str
    base: str
    participle: str
    thing: str = ""
    passive_thing: str = ""
    alone: str = ""
    passive_is_plural: bool = False
    link: str = ""
    missing_target: str = ""
    hides_targets: bool = False
    figure: Literal["", "object", "noun", "note"] = ""
    quotes: bool = False
    quoting: Verb | None = None
    clausal: Verb | None = None
    asking: Verb | None = None
    takes_people: bool = False
    joint: Verb | None = None
    noun: str = ""
    is_plural: bool = False
    undoes: bool = False
    saying: str = ""


class TypePhrases(Phrase):
    """The phrase of a type, and those of its senses (by the name in the rule file) and phases."""

    senses: Mapping[str, Phrase] = {}
    phases: Mapping[Phase, Phrase] = {}


class Headlines(RuleModel):
    """The whole of `headlines.toml`."""

    the: tuple[str, ...]
    the_endings: tuple[str, ...]
    bare_starts: frozenset[str]
    plural_endings: tuple[str, ...]
    units: Mapping[Unit, tuple[str, str]]
    types: Mapping[EventType, TypePhrases]


@cache
def headlines() -> Headlines:
    """The packaged phrases. Raises RuleError naming file and key."""
    return read_rules(files("tracker.views") / "headlines.toml", Headlines)


def phrase_of(event: Event) -> Phrase:
    """The phrase for the sense that most of the event's reports have (of equals the first by name), else its type's."""
    kind = headlines().types[event.type]
    told = [one.mention for one in event.reports if one.mention.type is event.type]
    phases = [phase for mention in told if (phase := mention.phase) is not None and phase in kind.phases]
    if phases:
        return kind.phases[max(sorted(set(phases)), key=phases.count)]
    senses = [name for mention in told if (name := mention.sense_name)]
    if senses:
        return kind.senses.get(max(sorted(set(senses)), key=senses.count), kind)
    return kind
