"""The generic nouns of noun phrases that stand for a side."""

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import pairwise

from tracker.model.parties import PartyKind
from tracker.rules.parties.examples import WithExamples
from tracker.rules.reading import RuleModel, read_rules

# What makes a movement one of fighters, in its name.
_OF_FIGHTERS = {"liberation", "resistance"}
# What follows the head of a body's name: "Front for Unity".
_COMPLEMENT = re.compile(r" (?:of|for) ")


class PluralNouns(RuleModel):
    """Nouns that stand for several sides at once, and the words that count them."""

    any: frozenset[str]
    state: frozenset[str]
    union: frozenset[str]
    company: frozenset[str]
    group: frozenset[str]
    quantifiers: frozenset[str]


class PronounWords(RuleModel):
    """Lemmas of what tells whether "it" is a side."""

    impersonal: frozenset[str]
    addressed: frozenset[str]


class ToldOffices(RuleModel):
    """Lemmas of verbs that tell whom somebody stands for."""

    lead: frozenset[str]
    speak: frozenset[str]
    become: frozenset[str]
    appoint: frozenset[str]
    send: frozenset[str]
    include: frozenset[str]
    call: frozenset[str]


class ProvinceWords(RuleModel):
    """Lemmas of what tells that a place has a government of its own: offices of provinces and of towns, charges that
    only states have; words that tell that an article is about a province; what takes one up."""

    offices: frozenset[str]
    local: frozenset[str]
    national: frozenset[str]
    tell: frozenset[str]
    nouns: frozenset[str]


class MediationWords(RuleModel):
    """Lemmas that tell who mediates."""

    nouns: frozenset[str]
    verbs: frozenset[str]


class NotSides(RuleModel):
    """Heads of proper names that name no side, and names of those who only report."""

    words: frozenset[str]
    names: tuple[str, ...]
    outlets: tuple[str, ...]


class PlaceWords(RuleModel):
    """What tells a place from the side that has its name."""

    prepositions: frozenset[str]
    sure_prepositions: frozenset[str]
    capital_prepositions: frozenset[str]
    motion: frozenset[str]
    owning_suffixes: frozenset[str]
    buildings: frozenset[str]
    state_prefixes: dict[str, str]
    namesakes: dict[str, tuple[str, ...]]
    place_suffixes: frozenset[str]


class NeverGroups(RuleModel):
    """Bodies that some of the words for a group never take up."""

    words: frozenset[str]
    bodies: frozenset[str]


class PartyNouns(WithExamples):
    """The whole of `nouns.toml`; what each list holds is said there."""

    titles: tuple[str, ...]
    portfolios: frozenset[str]
    honorifics: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    agents: frozenset[str]
    private_agents: frozenset[str]
    persons: frozenset[str]
    private_titles: frozenset[str]
    in_uniform: frozenset[str]
    also_in_uniform: frozenset[str]
    forces_words: frozenset[str]
    one_to_a_state: frozenset[str]
    parts: frozenset[str]
    organs: frozenset[str]
    organ_qualifiers: frozenset[str]
    state_bodies: frozenset[str]
    fighters: frozenset[str]
    publics: frozenset[str]
    nationals: frozenset[str]
    seized_abroad: frozenset[str]
    kin: frozenset[str]
    explains: frozenset[str]
    abstracts: frozenset[str]
    houses: frozenset[str]
    also_parties: frozenset[str]
    also_ships: dict[str, frozenset[str]]
    conciliators: frozenset[str]
    workforces: frozenset[str]
    workers: frozenset[str]
    same_trades: tuple[frozenset[str], ...]
    any_worker: frozenset[str]
    associations: frozenset[str]
    needs_owner: frozenset[str]
    own_bodies: frozenset[str]
    victims: frozenset[str]
    usual_owners: dict[str, str]
    federations: frozenset[str]
    watchers: frozenset[str]
    watcher_names: frozenset[str]
    court_names: frozenset[str]
    state_offices: frozenset[str]
    company_titles: frozenset[str]
    union_titles: frozenset[str]
    state_titles: dict[str, frozenset[str]]
    state_forms: dict[str, frozenset[str]]
    armed: frozenset[str]
    of_state: frozenset[str]
    of_states_alone: frozenset[str]
    peoples: frozenset[str]
    forces: frozenset[str]
    from_abroad: frozenset[str]
    followers: dict[str, frozenset[str]]
    singular_factions: frozenset[str]
    groups_named: dict[PartyKind, frozenset[str]]
    anaphors: dict[PartyKind, frozenset[str]]
    never_groups: NeverGroups
    plural: PluralNouns
    also_given: frozenset[str]
    name_kinds: dict[PartyKind, frozenset[str]]
    pronouns: PronounWords
    mediation: MediationWords
    told_offices: ToldOffices
    provinces: ProvinceWords
    not_sides: NotSides
    places: PlaceWords

    @cached_property
    def title_words(self) -> frozenset[str]:
        """The single words of titles and forms of address, in small letters."""
        return frozenset(word for title in self.titles for word in title.split()) | self.honorifics

    @cached_property
    def last_title_words(self) -> frozenset[str]:
        """The last words of titles: the nouns that head "the foreign minister"."""
        return frozenset(title.split()[-1] for title in self.titles)

    @cached_property
    def for_one_person(self) -> frozenset[str]:
        """The nouns for one person, with a title or without."""
        return self.last_title_words | self.persons

    @cached_property
    def generic(self) -> frozenset[str]:
        """Every noun of these rules that is no name, as a lemma in small letters."""
        taken_up = frozenset[str]().union(*self.anaphors.values())
        return self.agents | self.organs | self.fighters | self.publics | taken_up | self.plural.any | self.plural.state

    def is_body(self, lemma: str) -> bool:
        """Whether a noun tells a body of people that is no state: "union", "party", "group"."""
        return any(lemma in words for kind, words in self.anaphors.items() if kind is not PartyKind.STATE)

    def is_court(self, name: str) -> bool:
        """Whether a name is that of a court, which hears a dispute and is no party to it."""
        return not self.court_names.isdisjoint(name.lower().split())

    def is_watcher(self, name: str) -> bool:
        """Whether a name is that of a body which only observes."""
        return not self.watcher_names.isdisjoint(name.lower().split())

    def kind_of_name(self, name: str) -> PartyKind:
        """What the head of a proper name, in small letters, says on what it names: its last word, or the last before
        "of" or "for" ("the Patriotic Front for Unity")."""
        head = head_of_name(name)
        if head == "movement" and not _OF_FIGHTERS.isdisjoint(name.split()):  # "the Osa Liberation Movement"
            return PartyKind.ARMED_GROUP
        for kind, words in self.name_kinds.items():
            if head in words:
                return kind
        return PartyKind.UNKNOWN

    def kind_of_words(self, words: Sequence[str]) -> PartyKind:
        """What a proper name, its words in small letters, names: by its head; a union where an association is told to
        be of workers ("Pilots' Association", "Cabin Crew Association", "Federation of Teachers")."""
        name = " ".join(words)
        kind = self.kind_of_name(name)
        if head_of_name(name) not in self.associations:
            return kind
        members = {word.rstrip("s'’") for word in words if word.rstrip("'’").endswith("s")}
        is_of_workers = members & self.workers or self.workforces & {f"{a} {b}" for a, b in pairwise(words)}
        return PartyKind.UNION if is_of_workers else kind


def head_of_name(name: str) -> str:
    """The word of a proper name that tells what it names: its last, or the last before "of" or "for"; "" for none."""
    words_before = _COMPLEMENT.split(name, maxsplit=1)[0].split()
    return words_before[-1] if words_before else ""


@lru_cache(maxsize=1)
def load_party_nouns() -> PartyNouns:
    """The packaged nouns. Raises RuleError for a faulty file."""
    return read_rules(files("tracker.rules.parties") / "nouns.toml", PartyNouns)
