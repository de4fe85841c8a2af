"""States that an article names only as where others talk, or as a place and by its diplomats."""

from collections.abc import Iterable
from enum import Enum, auto

from tracker.extract.parties.names import NameSpan
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules import word_class
from tracker.rules.parties import NameSort

# What puts talks to a place, and what tells of them beside the nouns for talks, among so many words before it.
_PLACED = {"in", "at", "to"}
_TALKING = {"meet", "negotiate", "delegation", "negotiator", "venue"}
_NEAR = 8
# Whose words are to other states: a state told of by them may be a party to talks or their host.
_DIPLOMATS = {"minister", "ministry", "secretary"}
# What leads to a state without any dealings with it.
_WAYS = {"cross", "flee", "flight", "road", "route", "trek", "way"}


class _As(Enum):
    """As what an article names a state at one place."""

    VENUE = auto()
    PLACE = auto()
    DIPLOMAT = auto()
    SIDE = auto()


def hosts(tree: Tree, spans: Iterable[NameSpan]) -> set[str]:
    """The states that the article names only as where talks are held ("talks in Kuwait", "met in the Omani capital"),
    or by their foreign minister."""
    return {name for name, told in _named_as(tree, spans).items() if _As.VENUE in told <= {_As.VENUE, _As.DIPLOMAT}}


def outsiders(tree: Tree, spans: Iterable[NameSpan]) -> set[str]:
    """The states that the article names only by a town of theirs, as a venue, as where people flee or go, or by their
    foreign minister, where it names another otherwise."""
    named = _named_as(tree, spans)
    beside = {name for name, told in named.items() if _As.SIDE not in told}
    return beside if len(beside) < len(named) else set()


def _named_as(tree: Tree, spans: Iterable[NameSpan]) -> dict[str, set[_As]]:
    told: dict[str, set[_As]] = {}
    for span in spans:
        if span.is_side and span.known.kind is PartyKind.STATE:
            told.setdefault(span.known.party, set()).add(_as_what(tree, span))
    return told


def _as_what(tree: Tree, span: NameSpan) -> _As:
    after = span.last + (tree.words[span.last : span.last + 1] in (["'s"], ["’s"], ["'"]))
    if tree.lower[after : after + 1] == ["foreign"] and not _DIPLOMATS.isdisjoint(tree.lemma[after + 1 : after + 2]):
        return _As.DIPLOMAT
    is_adjective = span.known.sort is NameSort.ADJECTIVE
    before = span.first - 1
    while before > 0 and (tree.lower[before] == "the" or (tree.pos[before] == "ADJ" and not is_adjective)):
        before -= 1
    is_place = not is_adjective or (span.last < len(tree) and tree.lemma[span.last] in word_class("towns"))
    if before < 0 or not is_place or after > span.last or tree.lower[before] not in _PLACED:
        return _As.SIDE
    if _tells_of_talks(tree, span, before):
        return _As.VENUE
    is_on_the_way = tree.lower[before] == "to" and tree.lemma[tree.head[before]] in _WAYS
    return _As.PLACE if is_adjective or is_on_the_way else _As.SIDE


def _tells_of_talks(tree: Tree, span: NameSpan, before: int) -> bool:
    """Whether talks are told of right before a place, or are what is there: "Talks to end the war opened in Kuwait"."""
    near = [k for k in range(max(before - _NEAR, 0), before) if tree.sentence[k] == tree.sentence[span.first]]
    near += [c for c in tree.children[tree.head[before]] if tree.dep[c] in {"nsubj", "nsubjpass"}]
    return any(tree.lemma[k] in word_class("talks") or tree.lemma[k] in _TALKING for k in near)
