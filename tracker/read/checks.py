"""What a text must be to be read as an article, and how it is tidied before."""

import re
from functools import cache
from typing import Any

from tracker.model.errors import ArticleError

MAX_TEXT_BYTES = 1_000_000
"""How much text one article may have, in bytes of UTF-8, unless the caller says otherwise."""

_LINE_END = re.compile(r"\r\n?|[\u2028\u2029\x85]")
_INVISIBLE = re.compile("[\ufeff\u200b\u00ad\u2060]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_REPEATED_WORDS = 5
_ENGLISH = frozenset({"en", "pcm"})
_SURE = 0.8
_SAMPLE = 5_000


def tidied(text: str) -> str:
    """The text with Unix line ends, without invisible marks, and without lines of five words and more that a page
    repeats word for word; no white space at either end."""
    lines = _INVISIBLE.sub("", _LINE_END.sub("\n", without_surrogates(text))).split("\n")
    seen: set[str] = set()
    kept = []
    for line in lines:
        words = line.split()
        folded = " ".join(words)
        if len(words) >= _REPEATED_WORDS and folded in seen:
            continue
        seen.add(folded)
        kept.append(line.rstrip())
    return "\n".join(kept).strip()


def without_surrogates(text: str) -> str:
    """The text with each half of a broken UTF-16 pair replaced by U+FFFD: as long as before, and fit for UTF-8."""
    return _SURROGATE.sub("\ufffd", text)


def check_text(text: str, name: str, max_bytes: int = MAX_TEXT_BYTES) -> None:
    """Raises ArticleError, one sentence that names `name`, for a text that is empty, too large or not English."""
    if not text.strip():
        raise ArticleError(f"{name} is empty.")
    check_size(text, name, max_bytes)
    if not is_english(text):
        raise ArticleError(f"{name} does not look like English, the only language that the tracker reads so far.")


def check_size(text: str, name: str, max_bytes: int = MAX_TEXT_BYTES) -> None:
    """Raises ArticleError where the text has more than `max_bytes` bytes in UTF-8."""
    if len(text) > max_bytes or len(text.encode("utf-8", "replace")) > max_bytes:
        raise ArticleError(f"{name} has more than {max_bytes / 1_000_000:g} MB of text; split it into articles.")


def is_english(text: str) -> bool:
    """Whether the text reads as English. In doubt (a few names) it does; another script than Latin never does."""
    sample = text[:_SAMPLE]
    letters = [sign for sign in sample if sign.isalpha()]
    if sum(sign > "\u024f" for sign in letters) > 0.5 * len(letters):
        return False
    language, probability = _identifier().classify(sample)
    return language in _ENGLISH or float(probability) < _SURE


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
