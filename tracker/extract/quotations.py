"""Quotations: which words stand in direct speech, and where one goes on over several sentences."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.extract.tokens import Doc, Token


def _mark(token: "Token") -> str:
    """The quotation mark that a token is, or is half of ("``" may be two tokens); "" for other words."""
    if token.text != "`":
        return token.text if token.text in {'"', "''", "``"} else ""
    beside = {t.text for t in token.doc[max(token.i - 1, 0) : token.i + 2] if t.i != token.i}
    return "``" if "`" in beside else ""


def quoted_words(doc: "Doc") -> list[bool]:
    """Toggles at each quotation mark, where no mark of its own opens a quotation; a mark that a paragraph leaves open
    closes with it."""
    marks = [_mark(token) for token in doc]
    inside, flags, is_directed = False, list[bool](), "``" in marks
    for token, mark in zip(doc, marks, strict=True):
        if mark:
            inside = mark == "``" if is_directed and mark != '"' else not inside
            flags.append(True)
            continue
        if "\n" in token.text:
            inside = False
        flags.append(inside)
    return flags


def told_later(
    doc: "Doc", quoted: list[bool], reports: "dict[int, tuple[Token, Token] | None]"
) -> "dict[int, tuple[Token, Token]]":
    """By the first token of a sentence that lies within a quotation, who speaks as a later sentence tells in which the
    same quotation ends: "We came. We saw," X said."""
    found: dict[int, tuple[Token, Token]] = {}
    whole: list[int] = []
    for sentence in doc.sents:
        marks = [t for t in sentence if _mark(t)]
        opens = quoted[sentence.start] and not any(t.i > sentence.start + 1 for t in marks)
        said = reports[sentence.start]
        if said is not None:
            if whole and quoted[sentence.start] and not any(t.i == sentence.start for t in marks):
                found.update(dict.fromkeys(whole, said))
            whole = []
        elif opens and (marks or whole):
            whole.append(sentence.start)
        else:
            whole = []
    return found
