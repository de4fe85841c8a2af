"""Sentences with what a phrase in them must stand for, given beside the rules and run by the tests."""

from datetime import date

from tracker.rules.reading import RuleModel


class PartyExample(RuleModel):
    """A text, words that stand in it once, and the sides that they stand for, conjuncts included; none for a thing,
    a mere place or somebody in no office. `published` decides who is in office."""

    text: str
    phrase: str
    sides: tuple[str, ...] = ()
    published: date | None = None


class WithExamples(RuleModel):
    """A rule file with its cases; counterexamples are phrases that its words look like but do not mean."""

    examples: tuple[PartyExample, ...] = ()
    counterexamples: tuple[PartyExample, ...] = ()
