"""Names, verbs and titles that hold the word of a month, a day or a season."""

from typing import TYPE_CHECKING

from tracker.extract.times.grammar import Match
from tracker.extract.times.lexer import Lexed
from tracker.extract.times.places import token_of
from tracker.rules.times import word_set

if TYPE_CHECKING:
    from tracker.extract.tokens import Doc, Token


_BEFORE_NOUN = ("DT", "JJ", "PRP$", "POS", "``", "''")


def is_verb_or_name_in_month(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "May" the modal or the person, "March" the verb, where nothing but the word itself says month."""
    if match.text("month") not in ("may", "march", "august", "april", "june"):
        return False
    if match.has("day") or match.has("year") or match.has("ordinal") or match.has("spelled"):
        return False
    token = token_of(doc, match, "month")
    if token is None:
        return False
    if token.tag_ == "MD" or (token.tag_.startswith("VB") and token.i + 1 < len(doc) and match.text("month") != "may"):
        return True
    if match.has("shift") or match.edge:
        return False
    before = doc[token.i - 1] if token.i else None
    named = before is not None and before.text.istitle() and before.dep_ in ("compound", "amod") and before.i > 0
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if (
        match.text("month") == "march"
        and before is not None
        and before.tag_ in _BEFORE_NOUN
        and (after is None or after.lower_ in ("for", "of", "on", "against", "to"))
    ):
        return True
    if _is_first_name(token):
        return True
    titled = before is not None and before.lower_.rstrip(".") in word_set("titles")
    if titled or (named and before is not None and before.head == token):
        return True
    return token.dep_ in ("nsubj", "poss") and after is not None and after.tag_ in ("VBD", "VBZ", "MD")


def _is_first_name(token: "Token") -> bool:
    """ "April Jones": a month that a name follows, with nothing before it that a date may have."""
    before = token.nbor(-1).tag_ if token.i else ""
    is_compound = token.dep_ == "compound" and token.head.i == token.i + 1 and token.head.tag_ == "NNP"
    return is_compound and before not in ("DT", "IN", "TO", "JJ", "PRP$", "POS", "CD", ",")


def is_bare_abbreviation(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "Jan", "Mar" and "Sep" alone are names; with a day, a year or a full stop they are months."""
    word = match.text("month")
    if len(word) != 3 or word == "may" or word.endswith("."):
        return False
    return not any(match.has(name) for name in ("day", "year", "year2", "ordinal", "shift", "of_year"))


def is_part_of_name(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "Sunday Times", "Six-Day War", "Black Friday", "April 6 Movement", "Fourth of July Avenue"."""
    if match.rule.family in ("clock", "references", "business"):
        return False
    after = lexed.words[match.last] if match.last < len(lexed.words) else None
    if after is not None:
        written = lexed.text[after.first : after.last]
        if after.text in word_set("named") and written[0].isupper() and match.words[-1].last + 1 >= after.first:
            return True
        if after.text == "'" or after.text == "'s":
            beyond = lexed.words[match.last + 1] if match.last + 1 < len(lexed.words) else None
            if beyond and beyond.text in ("war", "wars") and match.rule.family == "durations":
                return True
    if match.has("weekday") and match.first:
        before = lexed.words[match.first - 1]
        return before.text in word_set("before_named_day") and lexed.text[before.first].isupper()
    return False


def is_season_verb(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "prices fall", "to spring a trap", "a fall in prices"."""
    if match.text("season") not in ("fall", "spring"):
        return False
    if any(match.has(name) for name in ("year", "year2", "spelled", "of_year", "anaphoric")):
        return False
    token = token_of(doc, match, "season")
    if token is None or not token.tag_.startswith("NN"):
        return True
    if match.has("shift") or match.edge:
        return False
    if token.tag_ == "NNP":
        return True
    before = doc[token.i - 1].lower_ if token.i else ""
    prior = doc[token.i - 2].lower_ if token.i > 1 else ""
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    in_season = before in ("in", "by", "until", "since", "next", "last") or (
        before == "the" and prior in word_set("season_prepositions")
    )
    return not in_season or after in ("of", "in", "from")


def is_title(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "Entertainment Tonight", "USA Today", "Apocalypse Now", "the Night's Watch"."""
    if match.rule.reading not in ("day_of_speech", "this_part", "reference", "part_of_day") or not match.first:
        return False
    text, last = lexed.text, match.words[-1]
    if not text[last.first].isupper() or text[last.first : last.last].isupper():
        return False
    before = lexed.words[match.first - 1]
    if len(match.words) > 1:
        return text[match.words[0].first].islower()
    return before.last + 1 == last.first and text[before.first].isupper()
