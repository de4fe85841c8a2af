"""Names that share the noun of the name after them: "the Greek and the Turkish Cypriots"."""

from dataclasses import replace
from itertools import pairwise

from tracker.extract.parties.names import NameSpan
from tracker.extract.parties.tree import Tree
from tracker.rules.parties import NameBook, NameSort


def with_shared_nouns(tree: Tree, spans: list[NameSpan], book: NameBook) -> list[NameSpan]:
    """The names of a text, in its order; a name of one word before "and" and a longer one means what it does with the
    rest of that one, where the book has such a name."""
    found = list(spans)
    for k, (span, other) in enumerate(pairwise(spans)):
        rest = other.known.words[1:]
        if not rest or span.last - span.first != 1:
            continue
        between = [word for word in tree.lower[span.last : other.first] if word != "the"]
        whole = book.get(" ".join((*span.known.words, *rest))) if between in (["and"], ["or"]) else None
        if whole is not None and whole.party != other.known.party:
            found[k] = replace(span, known=whole)
    return found


def shares_a_noun(span: NameSpan) -> bool:
    """Whether the name after "and" tells the rest of this one: "North and South Korea"."""
    return span.known.sort is NameSort.NICKNAME or (
        span.is_packaged and span.last - span.first == 1 and len(span.known.words) > 1
    )
