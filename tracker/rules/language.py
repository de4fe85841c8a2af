"""What the extraction knows of a language besides its events: word classes, light verbs, status words."""

from functools import lru_cache
from importlib.resources import files

from pydantic import Field

from tracker.rules.reading import RuleModel, read_rules


class StatusWords(RuleModel):
    """Words that decide whether what they govern happened, by the status that they give (lemmas)."""

    implicative: frozenset[str]
    negative: frozenset[str]
    planned: frozenset[str]
    proposed: frozenset[str]
    planned_nouns: frozenset[str]
    proposed_nouns: frozenset[str]
    negative_nouns: frozenset[str]
    planned_modifiers: frozenset[str]
    proposed_modifiers: frozenset[str]
    negative_modifiers: frozenset[str]
    planned_modals: frozenset[str]
    proposed_modals: frozenset[str]
    condition_marks: frozenset[str]


class Speech(RuleModel):
    """How a language reports speech (lemmas)."""

    verbs: frozenset[str]
    nouns: frozenset[str]


class RememberedDay(RuleModel):
    """A day that news names without its year for years: "the October 7 attack". `nouns` are the forms beside it."""

    month: int = Field(ge=1, le=12)
    day: int = Field(ge=1, le=31)
    year: int
    nouns: frozenset[str]


class Language(RuleModel):
    """One language file of rules/languages."""

    code: str = Field(description="BCP 47")
    light_verbs: frozenset[str]
    occurrence_verbs: frozenset[str]
    classes: dict[str, frozenset[str]]
    status: StatusWords
    speech: Speech
    left_out_lines: tuple[str, ...]
    credits: tuple[str, ...] = Field(description="patterns of a picture's credit, which ends its caption")
    number_words: dict[str, float]
    vague_numbers: dict[str, tuple[float, float]]
    multiples: dict[str, int]
    at_least: frozenset[str]
    at_most: frozenset[str]
    about: frozenset[str]
    units: dict[str, frozenset[str]]
    remembered_days: tuple[RememberedDay, ...]
    given_names: dict[str, str] = Field(description="given names that are words too, each with one that is none")
    nouns_as_one: dict[str, dict[str, str]] = Field(description="nouns whose word before makes another noun of them")
    misread_verbs: dict[str, str] = Field(description="verb forms to which the model gives a wrong lemma")


@lru_cache(maxsize=4)
def load_language(code: str) -> Language:
    """The rules of the language with this BCP 47 code. Raises RuleError for a faulty file."""
    return read_rules(files("tracker.rules") / "languages" / f"{code}.toml", Language)


def word_class(name: str, code: str = "en") -> frozenset[str]:
    """The lemmas of a word class of a language. Raises KeyError for a class that the language file does not give."""
    return load_language(code).classes[name]
