"""Numbers and units that are no time expression, however much they look like one."""

from typing import TYPE_CHECKING

from tracker.extract.times.grammar import Match
from tracker.extract.times.lexer import Lexed
from tracker.extract.times.places import token_of
from tracker.rules.times import word_set

if TYPE_CHECKING:
    from tracker.extract.tokens import Doc


def is_count(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """A bare number of four digits that counts things, costs money, is part of a number, or is no likely year."""
    if match.rule.reading not in ("year", "fiscal_year") or not match.has("year"):
        return False
    if match.edge:
        return False
    word = match.captured["year"][0]
    number, text = match.number("year"), lexed.text
    before = text[word.first - 1] if word.first else " "
    after = text[word.last] if word.last < len(text) else " "
    if before in "$£€#-/.,:+" and not (before == "-" and text[max(word.first - 5, 0) : word.first - 1].isdigit()):
        return text[max(word.first - 4, 0) : word.first].lower() not in ("mid-", "pre-", "ost-")
    if after in "%-/°:" and text[word.last : word.last + 2].strip("-/:%").isdigit() is False and after == "%":
        return True
    token = token_of(doc, match, "year")
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
    counted = following.tag_ == "NNS" and following.text.islower() and token.head == following
    if not is_usual or introduced:
        return counted and not is_usual
    return counted and (number % 100 == 0 or following.lower_ in word_set("counted"))


def is_age(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "a 6-year-old", "52 years old", "48 years of age"."""
    if match.rule.family != "durations":
        return False
    following = [word.text for word in lexed.words[match.last : match.last + 2]]
    if match.words[-1].text == "old":
        lasting = word_set("nouns_lasting")
        old = doc.char_span(match.words[-1].first, match.words[-1].last)
        described = old.root.head.lower_ if old is not None and old.root.dep_ == "amod" else ""
        return not {*following[:1], described} & lasting
    return following[:1] == ["old"] or following in (["-", "old"], ["of", "age"], ["-", "olds"])


def is_no_military_time(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "1200 hours of work": four figures before "hours" are a time of day after "at" or with a nought in front."""
    if match.rule.name != "0630 hours":
        return False
    figures, before = match.text("military"), lexed.words[match.first - 1].text if match.first else ""
    is_time = len(figures) == 4 and int(figures[:2]) < 25 and int(figures[2:]) < 60
    return not is_time or not (figures[0] == "0" or before in ("at", "by", "from", "until"))


def is_not_a_unit(match: Match, lexed: Lexed, doc: "Doc") -> bool:
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
        span = doc.char_span(last.first, last.last)
        return (
            span is None or span[0].tag_ in ("JJ", "RB", "VB", "NNP") or span[0].dep_ in ("amod", "compound", "advmod")
        )
    return False


def is_bare_decade(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "in his 30s": a decade of two digits has an article, an apostrophe or an edge."""
    text = match.text("decade")
    return len(text) == 3 and match.words[0].text == text and not match.edge


def is_bare_short_year(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "'60 Minutes'": two digits after an apostrophe are a year with a month or after a preposition only."""
    if not match.has("year2") or match.rule.reading != "year" or match.edge:
        return False
    before = lexed.words[match.first - 1] if match.first else None
    return before is None or before.text not in word_set("before_year")


def is_place_or_share(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "the presidential quarters", "a quarter-century low"."""
    if match.key("units") == "Q":
        return not (match.has("n") or match.has("vague") or match.has("rolling") or match.has("couple"))
    after = lexed.words[match.last].text if match.last < len(lexed.words) else ""
    return match.words[-1].text == "quarter" and after == "-"


def is_kind(match: Match, lexed: Lexed, doc: "Doc") -> bool:
    """ "business hours", "election years", "the crime of the century", "person of the year"."""
    if match.rule.reading == "half":
        after = lexed.words[match.last].text if match.last < len(lexed.words) else ""
        return after == "of" or (after == "-" and not match.has("year"))
    if match.rule.name == "for weeks":
        before = lexed.words[match.first - 1].text if match.first else ""
        if match.key("units") == "TH" and before in word_set("hours_of_a_day"):
            return True
        token = token_of(doc, match, "units")
        return token is not None and any(child.dep_ == "compound" for child in token.lefts)
    if match.words[0].text == "this" and match.key("unit") == "D":
        return match.first > 0 and lexed.words[match.first - 1].text == "to"
    if match.rule.reading != "the_unit" or match.first < 2 or lexed.words[match.first - 1].text != "of":
        return False
    return lexed.words[match.first - 2].text in word_set("awards")
