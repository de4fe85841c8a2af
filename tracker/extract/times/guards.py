"""Matches that look like a time expression and are none."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tracker.extract.times import names, quantities
from tracker.extract.times.grammar import Match
from tracker.extract.times.lexer import Lexed
from tracker.extract.times.places import token_of

if TYPE_CHECKING:
    from tracker.extract.tokens import Doc

Guard = Callable[[Match, Lexed, "Doc"], bool]


def is_name(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """Whether a match stands in a name ("Six-Day War") or an age; then no shorter match of its words is a time."""
    return names.is_part_of_name(match, lexed, doc) or quantities.is_age(match, lexed, doc)


def is_refused(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """Whether the text around a match shows that it means something else."""
    return any(guard(match, lexed, doc) for guard in _GUARDS)


def _is_preposition(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "30 days before closing", "two weeks after the vote": a length, its end named by what follows."""
    if match.rule.reading == "the_unit" and match.last < len(lexed.words):
        return lexed.words[match.last].text in ("before", "after", "that", "when", "since")
    if match.text("shift") not in ("before", "after", "prior", "earlier", "later", "previously"):
        return False
    token = token_of(doc, match, "shift")
    if token is None:
        return False
    after = lexed.words[match.last].text if match.last < len(lexed.words) else ""
    if match.text("shift") in ("earlier", "later", "previously"):
        return after == "than"
    return after in ("to", "the", "a", "an", "he", "she", "they", "it") or (
        token.dep_ in ("prep", "mark")
        and any(
            child.i > token.i for child in (*token.children, *(token.head.children if token.dep_ == "mark" else ()))
        )
    )


def _is_of_a_row(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "On the 18th floor", "by the 3rd round": a place in a row of other things than days."""
    token = token_of(doc, match, "day") if match.rule.reading == "day_of_month" else None
    return token is not None and token.dep_ == "amod" and token.head.pos_ == "NOUN" and token.head.i > token.i


def _is_manner(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "as soon as", "soon after", "good evening", "a quarterly dividend", "the party daily", "future talks"."""
    before = lexed.words[match.first - 1].text if match.first else ""
    after = lexed.words[match.last].text if match.last < len(lexed.words) else ""
    text = match.words[-1].text
    if text == "soon":
        return after in ("after", "as", "afterwards", "afterward", "enough") or before in ("as", "too")
    if match.rule.reading == "part_of_day":
        return before == "good"
    if match.text("frequency"):
        token = token_of(doc, match, "frequency")
        named = token is not None and (token.tag_ in ("NN", "NNP") or doc[min(token.i + 1, len(doc) - 1)].tag_ == "NNP")
        return named or (text == "quarterly" and token is not None and token.dep_ in ("amod", "dobj"))
    return match.text("ref_adjective") == "future"


def _is_aside(match: Match, lexed: Lexed, _: "Doc") -> bool:
    """ "On May 26 - 31 of them hurt": a number after a dash, not the end of a range."""
    after = [word.text for word in lexed.words[match.last : match.last + 2]]
    return bool(match.text("day2")) and after[:1] == ["of"] and after[1:] in (["them"], ["those"], ["these"], ["whom"])


_GUARDS: tuple[Guard, ...] = (
    names.is_verb_or_name_in_month,
    names.is_bare_abbreviation,
    names.is_season_verb,
    names.is_title,
    quantities.is_count,
    quantities.is_not_a_unit,
    quantities.is_no_military_time,
    quantities.is_bare_decade,
    quantities.is_bare_short_year,
    quantities.is_place_or_share,
    quantities.is_kind,
    _is_of_a_row,
    _is_preposition,
    _is_manner,
    _is_aside,
)
