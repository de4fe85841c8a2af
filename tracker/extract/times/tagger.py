"""The pass over a text: match, choose, read, join, bound."""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from tracker.extract.times import (  # noqa: F401  the modules register their readings
    absolute,
    business,
    clock,
    deictic,
    duration,
    holiday,
    offset,
    repeated,
    span,
    vague,
)
from tracker.extract.times.context import Context, Told
from tracker.extract.times.finish import finish
from tracker.extract.times.genre import genre_of
from tracker.extract.times.grammar import Grammar, Match
from tracker.extract.times.guards import is_name, is_refused
from tracker.extract.times.reading import READERS, Part, Reading
from tracker.model.times import TimeExpression
from tracker.rules.times import RuleFileError, families, vocabulary

if TYPE_CHECKING:
    from tracker.extract.tokens import Doc


@cache
def grammar() -> Grammar:
    """The packaged rules, compiled once.

    Raises:
        RuleFileError: A rule names a reading that there is not.
    """
    rules = tuple(rule for family in families() for rule in family.rules)
    for rule in rules:
        if rule.reading not in READERS:
            raise RuleFileError(f"{rule.family}: rule {rule.name!r}: reading: no reading {rule.reading!r}")
    return Grammar(rules, vocabulary())


def _choose(matches: list[Match]) -> list[Match]:
    """The longest matches that do not overlap, in the order of the text; of equal ones the first in the rule files."""
    ordered = sorted(enumerate(matches), key=lambda item: (item[1].first - item[1].last, item[1].first, item[0]))
    taken: set[int] = set()
    chosen = []
    for _, match in ordered:
        places = range(match.first, match.last)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(match)
    return sorted(chosen, key=lambda match: match.first)


def find_times(doc: "Doc", published: date | None) -> list[TimeExpression]:
    """The time expressions of a parsed text in the order of the text, none overlapping another.

    Args:
        doc: parsed by spaCy's en_core_web_sm; the tagger's and the parser's annotation are used.
        published: the day from which "yesterday" counts. None: what is relative has its value with X for what is not
            known and neither `earliest` nor `latest`.
    """
    rules = grammar()
    lexed = rules.lex(doc.text)
    candidates = [match for match in rules.matches(lexed) if not is_refused(match, lexed, doc)]
    context = Context(doc, published, lexed)
    chosen = [match for match in _choose(candidates) if not is_name(match, lexed, doc)]
    context.genre = genre_of(chosen, published)
    parts: list[Part] = []
    for match in chosen:
        read = READERS[match.rule.reading](match, context)
        if read is None:
            continue
        found = [Part(read, match.first, match.last)] if isinstance(read, Reading) else read
        for part in found:
            parts.append(part)
            words = lexed.words[part.first : part.last]
            is_aside = match.rule.reading == "year" and context.is_aside(match)
            context.told.append(Told(part.reading, words[0].first, words[-1].last, is_aside))
    return finish(parts, lexed, context)


def tag_times(text: str, published: date | None) -> list[TimeExpression]:
    """`find_times` on a text that is not parsed yet."""
    from tracker.extract.text import load_model
    from tracker.extract.tokens import read

    return find_times(read(load_model()(text)), published)
