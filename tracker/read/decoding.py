"""Bytes to text: the encodings in which articles are saved, and what is no text at all."""

import codecs

from tracker.model.errors import ArticleError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WHITE = frozenset("\t\n\r\f\v\x1c\x1d\x1e\x1f\x85")
_CONTROL_SHARE = 0.01


def decoded(data: bytes, name: str) -> str:
    """The text that `data` holds: by its byte order mark, else UTF-8, else UTF-16 if every other byte is zero, else
    Windows-1252, which English text without a mark most often is.

    Raises ArticleError, naming `name`, for data that is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    if _looks_like_utf16(data):
        return _strict(data, "utf-16-le" if data[1] == 0 else "utf-16-be", name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _strict(data, "cp1252", name)
    if _is_binary(text):
        raise ArticleError(f"{name} is not text; give a .txt, .md, .html or .json file, or paste the article.")
    return text


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(f"{name} is not text in a known encoding; save it as UTF-8.") from error


def _looks_like_utf16(data: bytes) -> bool:
    head = data[:400]
    if len(head) < 4 or len(data) % 2:
        return False
    zeros = (head[::2].count(0), head[1::2].count(0))
    return max(zeros) > 0.4 * len(head) / 2 and min(zeros) < 0.05 * len(head) / 2


def _is_binary(text: str) -> bool:
    """Whether control characters, which no article holds, are more than a stray one."""
    controls = sum(1 for sign in text[:20_000] if (sign < " " or "\x7f" <= sign < "\xa0") and sign not in _WHITE)
    return "\x00" in text or controls > max(3, _CONTROL_SHARE * min(len(text), 20_000))
