"""The event lexicon: one TOML file a type, each a list of senses."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pydantic import Field

from tracker.model.mentions import EventType, Phase, Status
from tracker.rules.reading import RuleError, RuleModel, read_rules, rule_files

Feature = Literal[
    "object",
    "no object",
    "own object",
    "negated",
    "indirect object",
    "party subject",
    "takes up an offer",
    "takes up a deal",
    "takes up a truce",
    "party object",
    "clause",
    "passive",
    "beside a verb",
    "of a noun",
    "asked for",
    "armed text",
    "relief text",
    "placed",
    "described",
    "labour text",
    "party modifier",
    "party argument",
    "plural subject",
    "two sides",
    "with one side",
    "for others",
    "number",
    "singular",
    "plural",
    "quoted",
    "spoken",
    "own words",
    "own need",
    "infinitive",
    "factual clause",
    "directive clause",
    "reported root",
    "condition",
    "own infinitive",
    "participle",
    "negated copula",
    "future existence",
    "told fact",
    "existential",
    "deals a blow",
    "elliptical condition",
    "its object",
    "copular",
    "verbless",
    "imperative",
    "another's infinitive",
    "another's object",
    "negated clause",
    "under a promise",
    "under a threat",
    "reported clause",
    "good judgement",
    "bad judgement",
    "on the talks",
    "predicate",
    "standing",
    "relative",
    "performative",
    "particle",
    "accusing clause",
    "adverbial",
    "noun's infinitive",
    "to infinitive",
    "of a plan",
    "that clause",
    "named in quotes",
    "misdeed",
    "another's",
    "ground",
    "of a demand",
    "of a protest",
    "of a truce",
    "as a setting",
    "alone",
]


class Example(RuleModel):
    """A sentence with what must come of it: the trigger's word, and whatever fields of the event it is to show."""

    text: str
    trigger: str = ""
    published: str = "2024-03-14"
    status: Status | None = None
    actors: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None
    mediators: tuple[str, ...] | None = None
    source: str | None = None
    start: str | None = None
    end: str | None = None
    count: float | None = None


class Roles(RuleModel):
    """Which argument slots fill which role, in order of preference."""

    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    mediator: tuple[str, ...] = ()
    symmetric: bool = False


class Sense(RuleModel):
    """One meaning: the words that carry it and the frame in which they do.

    Words are lemmas; "pull out" asks for the particle or preposition, "air strike" for the noun's modifier. `object`,
    `attribute` (what a copula says there is), `subject`, `prepositions` ask for one of the lemmas or @classes given;
    the `not_` forms refuse them; `clause_verbs` asks for the verb of the complement ("block", "vote against") and
    `not_clause_verbs` refuses some.
    `not_verbs` leaves out some of "*", which stands for every verb. `needs` are features that must hold, `lacks`
    features that must not.
    `asserts` tells when a noun reports an event: `always`; with an `argument` (a side, a date, a light or occurrence
    verb); only under a `light` verb.
    """

    name: str
    verbs: tuple[str, ...] = ()
    not_verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    attribute: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    not_modifiers: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    not_prepositions: tuple[str, ...] = ()
    prepositional: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    not_prepositional: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    clause_verbs: tuple[str, ...] = ()
    not_clause_verbs: tuple[str, ...] = ()
    modals: tuple[str, ...] = ()
    nearby: tuple[str, ...] = ()
    needs: tuple[Feature, ...] = ()
    lacks: tuple[Feature, ...] = ()
    asserts: Literal["always", "argument", "light", "party"] = "argument"
    roles: Roles | None = None
    status: Status | None = None
    phase: Phase | None = None
    priority: int = 0
    plover: str | None = None
    plover_mode: str | None = None
    cameo: str | None = None


class TypeRules(RuleModel):
    """One file of rules/events: the type's definition, codes, roles, senses and cases."""

    type: EventType
    definition: str
    plover: str
    plover_mode: str = ""
    cameo: str
    verb_roles: Roles
    noun_roles: Roles
    senses: tuple[Sense, ...]
    examples: tuple[Example, ...]
    counterexamples: tuple[Example, ...]


# The parts of a frame and the fields of a sense that ask something of them, the cheapest to look at first.
_PARTS: dict[str, tuple[str, ...]] = {
    "modal": ("modals",),
    "nearby": ("nearby",),
    "complement": (
        "object",
        "not_object",
        "attribute",
        "prepositions",
        "not_prepositions",
        "prepositional",
        "not_prepositional",
        "clause_verbs",
        "not_clause_verbs",
    ),
    "subject": ("subject", "not_subject"),
    "modifiers": ("modifiers", "not_modifiers"),
    "features": ("needs", "lacks"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A sense under one of its words: the particle that must stand by it or the modifier of the noun, and the parts of
    its frame that ask something. Of each group of `slots` one argument at least must be there."""

    rules: TypeRules
    sense: Sense
    word: str
    particle: str = ""
    modifier: str = ""
    asks: tuple[str, ...] = ()
    slots: tuple[frozenset[str], ...] = ()


def _slots(sense: Sense) -> tuple[frozenset[str], ...]:
    """The slots of which a frame asks for one or another, whatever words stand in them."""
    groups = [frozenset(sense.prepositions)]
    if sense.attribute:  # "remains a hurdle" has it as its object
        groups.append(frozenset({"attribute", "object"}))
    if not sense.clause_verbs and (sense.object or sense.prepositional):
        groups.append(frozenset({"object", *sense.prepositional}))
    return tuple(group for group in groups if group)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All senses, found by the lemma of the trigger and its part of speech."""

    types: dict[EventType, TypeRules]
    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]
    adjectives: dict[str, tuple[Entry, ...]]

    def small_words(self) -> frozenset[str]:
        """Verb lemmas with their regular inflections: words that a headline may capitalise and that are no names."""
        return frozenset(
            form
            for verb in self.verbs
            for stem in [verb.removesuffix("e")]
            for form in (verb, f"{verb}s", f"{verb}es", f"{stem}ed", f"{stem}ing", f"{stem.removesuffix('y')}ies")
        ) | frozenset(f for noun in self.nouns for f in (noun, f"{noun}s"))


def _entries(rules: list[TypeRules], kind: Literal["verbs", "nouns", "adjectives"]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for rule in rules:
        for sense in rule.senses:
            asks = tuple(part for part, fields in _PARTS.items() if any(getattr(sense, field) for field in fields))
            slots = _slots(sense)
            for words in getattr(sense, kind):
                first, _, rest = words.partition(" ")
                if kind == "nouns" and not rest and "-" in first:  # the parser splits "sit-in" into sit, - and in
                    before, _, last = first.rpartition("-")
                    modifier = before.rpartition("-")[2]
                    found.setdefault(last, []).append(Entry(rule, sense, last, "", modifier, asks, slots))
                if kind == "nouns" and rest:
                    found.setdefault(rest, []).append(Entry(rule, sense, rest, "", first, asks, slots))
                else:
                    found.setdefault(first, []).append(Entry(rule, sense, first, rest, "", asks, slots))
    return {word: tuple(entries) for word, entries in sorted(found.items())}


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The packaged lexicon. Raises RuleError for a faulty file, a type given twice, or a type without a file."""
    rules = [read_rules(file, TypeRules) for file in rule_files("events")]
    types = {rule.type: rule for rule in rules}
    if len(types) != len(rules) or set(types) != set(EventType):
        raise RuleError("rules/events must hold one file for each event type")
    return Lexicon(types, _entries(rules, "verbs"), _entries(rules, "nouns"), _entries(rules, "adjectives"))
