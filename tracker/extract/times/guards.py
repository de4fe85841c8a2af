"""Words that look like a time expression and are none."""

from typing import TYPE_CHECKING

from tracker.extract.times.grammar import Match
from tracker.extract.times.lexer import Lexed
from tracker.rules.times import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def is_name(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """Whether a match stands in a name ("Six-Day War"); then no shorter match of its words is a time either."""
    return _is_part_of_name(match, lexed, doc) or _is_age(match, lexed, doc)


def is_refused(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """Whether the text around a match shows that it names something else."""
    return any(guard(match, lexed, doc) for guard in _GUARDS)


def _token(doc: "Doc", match: Match, name: str) -> "Token | None":
    words = match.captured.get(name)
    if not words:
        return None
    span = doc.char_span(words[0].first, words[0].last, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


_BEFORE_NOUN = ("DT", "JJ", "PRP$", "POS", "``", "''")


def _is_verb_or_name_in_month(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "May" the modal or the person, "March" the verb, where nothing but the word itself says month."""
    if match.text("month") not in ("may", "march", "august", "april", "june"):
        return False
    if match.has("day") or match.has("year") or match.has("ordinal") or match.has("spelled"):
        return False
    token = _token(doc, match, "month")
    if token is None:
        return False
    if token.tag_ == "MD" or (token.tag_.startswith("VB") and token.i + 1 < len(doc) and match.text("month") != "may"):
        return True
    if match.has("shift") or match.edge:
        return False
    before = doc[token.i - 1] if token.i else None
    named = before is not None and before.is_title and before.dep_ in ("compound", "amod") and before.i > 0
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


def _is_bare_abbreviation(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "Jan", "Mar" and "Sep" alone are names; with a day, a year or a full stop they are months."""
    word = match.text("month")
    if len(word) != 3 or word == "may" or word.endswith("."):
        return False
    return not any(match.has(name) for name in ("day", "year", "year2", "ordinal", "shift", "of_year"))


def _is_count(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """A bare number of four digits that counts things, costs money, is part of a number, or is no likely year."""
    if match.rule.reading not in ("year", "fiscal_year") or not match.has("year"):
        return False
    word = match.captured["year"][0]
    number, text = match.number("year"), lexed.text
    before = text[word.first - 1] if word.first else " "
    after = text[word.last] if word.last < len(text) else " "
    if before in "$£€#-/.,:+" and not (before == "-" and text[max(word.first - 5, 0) : word.first - 1].isdigit()):
        return text[max(word.first - 4, 0) : word.first].lower() not in ("mid-", "pre-", "ost-")
    if after in "%-/°:" and text[word.last : word.last + 2].strip("-/:%").isdigit() is False and after == "%":
        return True
    token = _token(doc, match, "year")
    if token is None:
        return True
    previous = doc[token.i - 1].lower_ if token.i else ""
    introduced = previous in word_set("before_year")
    is_usual = 1900 <= number <= 2060
    if not is_usual and (not introduced or number < 1500):
        return True
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if following is None or previous in word_set("before_year_only"):
        return False
    counted = following.tag_ == "NNS" and following.is_lower and token.head == following
    if not is_usual or introduced:
        return counted and not is_usual
    return counted and (number % 100 == 0 or following.lower_ in word_set("counted"))


def _is_part_of_name(match: Match, lexed: Lexed, doc: "Doc") -> bool:
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


def _is_age(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "a 6-year-old", "52 years old", "48 years of age"."""
    if match.rule.family != "durations":
        return False
    following = [word.text for word in lexed.words[match.last : match.last + 2]]
    if match.words[-1].text == "old":
        return following[:1] == [] or following[0] not in word_set("nouns_lasting")
    return following[:1] == ["old"] or following in (["-", "old"], ["of", "age"], ["-", "olds"])


def _is_not_a_unit(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "a second meeting", "the minute details", "three quarters of the votes", "a quarter of the army"."""
    if match.rule.family not in ("durations", "units", "offsets", "sets"):
        return False
    unit = match.key("unit") or match.key("units")
    last = match.words[-1]
    if unit == "Q":
        after = lexed.words[match.last].text if match.last < len(lexed.words) else ""
        share = match.text("n").split()[-1:] == ["three"] or match.key("unit") == "Q"
        return match.rule.family == "durations" and (after == "of" or (share and not match.has("rolling")))
    if unit in ("TS", "TM") and not match.has("n") and match.key("unit"):
        span = doc.char_span(last.first, last.last, alignment_mode="expand")
        return (
            span is None or span[0].tag_ in ("JJ", "RB", "VB", "NNP") or span[0].dep_ in ("amod", "compound", "advmod")
        )
    return False


def _is_preposition(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "30 days before closing", "two weeks after the vote": a length, its end named by what follows."""
    if match.rule.reading == "the_unit" and match.last < len(lexed.words):
        return lexed.words[match.last].text in ("before", "after", "that", "when", "since")
    if match.text("shift") not in ("before", "after", "prior", "earlier", "later", "previously"):
        return False
    token = _token(doc, match, "shift")
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
        token = _token(doc, match, "frequency")
        named = token is not None and (token.tag_ in ("NN", "NNP") or doc[min(token.i + 1, len(doc) - 1)].tag_ == "NNP")
        return named or (text == "quarterly" and token is not None and token.dep_ in ("amod", "dobj"))
    return match.text("ref_adjective") == "future"


def _is_season_verb(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "prices fall", "to spring a trap", "a fall in prices"."""
    if match.text("season") not in ("fall", "spring"):
        return False
    if any(match.has(name) for name in ("year", "year2", "spelled", "of_year", "anaphoric")):
        return False
    token = _token(doc, match, "season")
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


def _is_bare_decade(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "in his 30s": a decade of two digits has an article, an apostrophe or an edge."""
    text = match.text("decade")
    return len(text) == 3 and match.words[0].text == text and not match.edge


def _is_bare_short_year(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "'60 Minutes'": two digits after an apostrophe are a year with a month or after a preposition only."""
    if not match.has("year2") or match.rule.reading != "year" or match.edge:
        return False
    before = lexed.words[match.first - 1] if match.first else None
    return before is None or before.text not in word_set("before_year")


def _is_place_or_share(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "the presidential quarters", "a quarter-century low"."""
    if match.key("units") == "Q":
        return not (match.has("n") or match.has("vague") or match.has("rolling") or match.has("couple"))
    after = lexed.words[match.last].text if match.last < len(lexed.words) else ""
    return match.words[-1].text == "quarter" and after == "-"


def _is_title(match: Match, lexed: Lexed, doc: "Doc") -> bool:
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


def _is_kind(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "business hours", "election years", "the crime of the century", "person of the year"."""
    if match.rule.reading == "half":
        after = lexed.words[match.last].text if match.last < len(lexed.words) else ""
        return after == "of" or (after == "-" and not match.has("year"))
    if match.rule.name == "for weeks":
        before = lexed.words[match.first - 1].text if match.first else ""
        if match.key("units") == "TH" and before in word_set("hours_of_a_day"):
            return True
        token = _token(doc, match, "units")
        return token is not None and any(child.dep_ == "compound" for child in token.lefts)
    if match.words[0].text == "this" and match.key("unit") == "D":
        return match.first > 0 and lexed.words[match.first - 1].text == "to"
    if match.rule.reading != "the_unit" or match.first < 2 or lexed.words[match.first - 1].text != "of":
        return False
    return lexed.words[match.first - 2].text in word_set("awards")


_GUARDS = (
    _is_verb_or_name_in_month,
    _is_bare_abbreviation,
    _is_count,
    _is_not_a_unit,
    _is_preposition,
    _is_manner,
    _is_season_verb,
    _is_bare_decade,
    _is_bare_short_year,
    _is_place_or_share,
    _is_kind,
    _is_title,
)
