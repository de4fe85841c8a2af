"""Bodies that bear the name of a state, unions also its adjective or a company's: "the Western Canada Dockworkers'
Union", "the East Ukraine Relief Committee", "the Finnish Pilots' Guild", "the Air Mali Pilots' Union"."""

from collections.abc import Sequence

from tracker.extract.parties.names import NameSpan, UnknownName
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties import NameSort, PartyNouns

_STATES = {PartyKind.STATE, PartyKind.GOVERNMENT}
# Which part of a state a body is of: "Western Canada", "the Western Canadian Dockworkers' Union".
_PARTS = {
    "north", "northern", "south", "southern", "east", "eastern", "west", "western", "central", "upper", "lower",
    "northeast", "northeastern", "northwest", "northwestern", "southeast", "southeastern", "southwest", "southwestern",
}  # fmt: skip
_BORNE = {NameSort.NAME, NameSort.ADJECTIVE, NameSort.CAPITAL}
_LINKS = {"of", "for", "and", "&"}
_APOSTROPHES = {"'", "’"}


def bearing_states(
    tree: Tree, spans: Sequence[NameSpan], nouns: PartyNouns
) -> tuple[list[NameSpan], list[UnknownName]]:
    """The packaged names without those of states inside such names, and the whole names."""
    begun = {span.first for span in spans}
    kept, whole = list[NameSpan](), list[UnknownName]()
    for span in spans:
        name = _bearing(tree, span, begun, nouns)
        if name is None:
            kept.append(span)
        else:
            whole.append(name)
    return kept, whole


def _bearing(tree: Tree, span: NameSpan, begun: set[int], nouns: PartyNouns) -> UnknownName | None:
    is_company = span.known.kind is PartyKind.COMPANY
    is_bearable = span.known.sort in _BORNE and (is_company or span.known.kind in _STATES)
    if not is_bearable or span.last == len(tree) or not tree.words[span.last].istitle():
        return None
    first, only_union = span.first, is_company
    if first and tree.lower[first - 1] in _PARTS and tree.words[first - 1].istitle():
        first -= 1
    elif span.known.sort is NameSort.ADJECTIVE:
        only_union = True  # "the Finnish Pilots' Guild", not "the Finnish Foreign Ministry"
    end = _end(tree, span.last, begun)
    while end > span.last and nouns.kind_of_name(tree.lower[end - 1]) is PartyKind.UNKNOWN:
        end -= 1
    if end - span.last < 2 or not _is_own(tree.lower[span.last : end], nouns, only_union=only_union):
        return None
    return UnknownName(first, end, tree.text(first, end), "ORG")


def _end(tree: Tree, at: int, begun: set[int]) -> int:
    """Where the words of a name that goes on at a token end: capitals, and what links them."""
    end = at
    while at < len(tree) and tree.sentence[at] == tree.sentence[end] and at not in begun:
        if tree.words[at][:1].isupper():
            end = at + 1
        elif tree.lower[at] not in _LINKS and not (tree.words[at] in _APOSTROPHES and tree.lower[at - 1][-1] == "s"):
            break
        at += 1
    return end


def _is_own(words: Sequence[str], nouns: PartyNouns, *, only_union: bool) -> bool:
    """Whether words name a body that is none of its state's own: a union, or what no word for its organs tells."""
    kind = nouns.kind_of_words(words)
    if kind is PartyKind.UNION:
        return True
    if only_union and not _APOSTROPHES & set(words):  # "the French Bakers' Federation"
        return False
    own = nouns.organs | nouns.organ_qualifiers | nouns.state_bodies
    return kind is not PartyKind.UNKNOWN and kind is not PartyKind.COMPANY and own.isdisjoint(words)
