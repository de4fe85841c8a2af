"""Datelines and shouted words that say where a report was written, not who acts."""

from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties import NameBook
from tracker.rules.parties.names import folded

_DASHES = {"-", "--", "—", "–", "_"}
_JOINTS = {"/", ",", "-"}
# "ST. LOUIS", "THE HAGUE, Netherlands (AP) -": so much stands at most between the town and the dash.
_LONGEST = 9
# Shorter words in capitals are acronyms rather than towns.
_SHORTEST = 4
_PLACES = {PartyKind.STATE, PartyKind.GOVERNMENT}


def datelines(tree: Tree, book: NameBook) -> frozenset[int]:
    """The tokens of all datelines: "LIMA Renewed fighting", "NAIROBI/KAMPALA Police", "QUITO, Ecuador (AP) - ".

    Only what opens a paragraph is one, and no acronym of a packaged body: "NATO Secretary-General".
    """
    found: set[int] = set()
    for first in range(len(tree)):
        if first and "\n" not in tree.words[first - 1]:
            continue
        found.update(range(first, _end(tree, first, book)))
    return frozenset(found)


def _end(tree: Tree, first: int, book: NameBook) -> int:
    """Where the dateline that begins at a token ends; there itself for none."""
    last, size = first, len(tree)
    while last < size and (_is_shouted(tree.words[last]) or (last > first and _joins(tree, last))):
        last += 1
    if last in (first, size) or sum(len(w) for w in tree.words[first:last] if w.isalpha()) < _SHORTEST:
        return first
    if last == first + 1 and _is_body(tree.words[first], book):
        return first
    end = last
    while end < min(size, last + _LONGEST) and tree.words[end] not in _DASHES and _may_stand_before_dash(tree, end):
        end += 1
    if end < size and tree.words[end] in _DASHES:
        return end + 1
    follows = tree.words[last]
    is_sentence = follows[:1].isupper() and not follows.isupper()
    return last if is_sentence or tree.words[last + 1 : last + 2] == ["."] else first


def _is_shouted(word: str) -> bool:
    pieces = word.replace(".", "").replace("/", " ").replace("-", " ").replace("'", " ").split()
    return bool(pieces) and all(p.isalpha() and p.isupper() and len(p) > 1 for p in pieces) and "." not in word[:-1]


def _joins(tree: Tree, i: int) -> bool:
    return tree.words[i] in _JOINTS and i + 1 < len(tree) and _is_shouted(tree.words[i + 1])


def _may_stand_before_dash(tree: Tree, i: int) -> bool:
    word = tree.words[i]
    return word in {",", "(", ")", "."} or word[:1].isupper() or tree.lower[i] in {"of", "the", "and"} or word.isdigit()


def _is_body(word: str, book: NameBook) -> bool:
    """Whether a word in capitals is the packaged name of a side that is no place: "NATO", "UNICEF"."""
    return any(
        known.words == (word,) and known.kind not in _PLACES and known.kind is not None
        for known in book.starting(folded(word))
    )


def is_shouted_word(tree: Tree, i: int) -> bool:
    """Whether a word in capitals is no name: it opens a paragraph ("LIMA Renewed fighting") or a heading is shouted."""
    word = tree.words[i]
    if len(word) < 2 or not word.isupper() or not word.isalpha():
        return False
    after = tree.words[i + 1] if i + 1 < len(tree) else ""
    if len(word) < 4:
        return len(after) > 3 and after.isupper() and (i == 0 or "\n" in tree.words[i - 1])
    opens = i == 0 or "\n" in tree.words[i - 1] or (tree.words[i - 1].isupper() and is_shouted_word(tree, i - 1))
    return (opens and after[:1].isupper()) or (len(after) > 3 and after.isupper())
