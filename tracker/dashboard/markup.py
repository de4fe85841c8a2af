"""Text that others wrote, made inert: for HTML, and for labels, which Streamlit reads as Markdown."""

import html
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tracker.model.dates import Span

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$<>&^=\"'@/])")
# Streamlit makes pictures of `:material/x:` and links of "www.x" and "a@b.c" after backslash escapes are gone; an
# invisible character that joins words keeps the letters and breaks the code.
_CODE_STARTS = re.compile(r"(:|@|www)", re.IGNORECASE)
_WORD_JOINER = "\u2060"


def escaped(text: str) -> str:
    """`text` for use inside HTML elements and quoted attributes."""
    return html.escape(text, quote=True)


def label(text: str) -> str:
    """`text` for a place that Streamlit reads as Markdown (buttons, messages): shown as it is, on one line."""
    return _CODE_STARTS.sub(rf"\1{_WORD_JOINER}", _MARKDOWN.sub(r"\\\1", " ".join(text.split())))


def highlighted(text: str, strong: Sequence[Span], faint: Sequence[Span] = ()) -> str:
    """`text` as HTML that shows it as it is, the characters of `strong` spans marked, those of `faint` ones lightly.

    Spans may overlap and may reach beyond the text; where both kinds meet, strong wins.
    """
    strong, faint = ([_trimmed(text, span) for span in spans] for spans in (strong, faint))
    kinds = {"": "", "strong": "<mark class='strong'>", "faint": "<mark class='faint'>"}
    cuts = sorted({0, len(text), *(min(max(p, 0), len(text)) for span in (*strong, *faint) for p in span)})
    pieces: list[str] = []
    for first, last in pairwise(cuts):
        here = Span(first, last)
        kind = "strong" if _covered(here, strong) else "faint" if _covered(here, faint) else ""
        piece = escaped(text[first:last])
        pieces.append(f"{kinds[kind]}{piece}</mark>" if kind else piece)
    return "".join(pieces)


def _trimmed(text: str, span: Span) -> Span:
    """`span` within `text`, without the white space at its end."""
    first, last = max(span.first, 0), min(span.last, len(text))
    return Span(first, first + len(text[first:last].rstrip())) if first < last else Span(first, first)


def _covered(here: Span, spans: Iterable[Span]) -> bool:
    return any(span.contains(here) for span in spans)


def surroundings(text: str, span: Span, characters: int = 500) -> Span:
    """The paragraphs around `span`, no more than about `characters` to either side, cut at line ends or white space."""
    first = _cut(text, max(span.first - characters, 0), span.first, forwards=True)
    last = _cut(text, span.last, min(span.last + characters, len(text)), forwards=False)
    return Span(first, last)


def _cut(text: str, low: int, high: int, *, forwards: bool) -> int:
    """A good place to cut between `low` and `high`: the far end of the text, else a line end, else white space."""
    if forwards and low == 0:
        return 0
    if not forwards and high == len(text):
        return len(text)
    for mark in ("\n", " "):
        place = text.find(mark, low, high) if forwards else text.rfind(mark, low, high)
        if place >= 0:
            return place + 1 if forwards else place
    return low if forwards else high
