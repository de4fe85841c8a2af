"""Provinces and towns that no list knows and that an article tells to have a government: "the Manitoba government",
"Manitoba Education Minister X", "Manitoba's premier", "the mayor of Chicago"."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.extract.parties.names import NameSpan, UnknownName
from tracker.extract.parties.towns import Towns
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties import NameSort, PartyNouns
from tracker.rules.parties.names import KnownName
from tracker.rules.parties.towns import town_names

_GOVERNING = {PartyKind.STATE, PartyKind.GOVERNMENT}
_MINISTERS = {"Minister", "Ministers"}
_ENDINGS = (["'s"], ["'"], ["’s"])
_PLACES = {"GPE", "LOC"}
# How many words of a charge stand before an office: "Minister" in "Quebec's Health and Social Services Minister".
_CHARGE = 4


def with_provinces(
    tree: Tree, spans: Sequence[NameSpan], unknown: Sequence[UnknownName], nouns: PartyNouns
) -> tuple[list[NameSpan], list[UnknownName]]:
    """The known and unknown names, in the order of the text, those of places with a government of their own among the
    known; of the name of its ministry only what follows it stays unknown."""
    towns = Towns({span.known.party: span.known.kind for span in spans if span.is_side})
    offices = nouns.provinces.offices | (frozenset[str]() if towns.is_at_war else nouns.provinces.local)
    parts = [part for name in unknown for part in _parts(tree, name, nouns)] + _of_ministers(tree, spans, nouns)
    within = {n.text.split()[-1] for n in parts if n.last - n.first > 1}
    places = {n.text for n in parts if n.entity in _PLACES} - within
    governed = {n.text for n in parts if n.text in places and _is_governed(tree, n, offices, nouns)}
    governed = governed or _only_region(tree, spans, parts, nouns)
    if not governed:
        return list(spans), sorted(unknown, key=lambda name: name.first)
    told = [part for part in parts if part.text in governed]
    taken = {part.first for part in told}
    cut = [n for n in unknown if n.first in taken and n.text not in governed]
    rest = [
        replace(part, entity="ORG")
        for part in parts
        if part.text not in governed and any(name.first < part.first < name.last for name in cut)
    ]
    left = [n for n in unknown if n.first not in taken] + rest
    known = [
        NameSpan(n.first, n.last, KnownName(tuple(n.text.split()), NameSort.NAME, n.text, PartyKind.GOVERNMENT), False)
        for n in told
    ]
    return sorted([*spans, *known], key=lambda s: s.first), sorted(left, key=lambda name: name.first)


def _only_region(tree: Tree, spans: Sequence[NameSpan], names: list[UnknownName], nouns: PartyNouns) -> set[str]:
    """The one place, no town, of an article that speaks of a minister or of "the province", not of rebels, and names no
    state; of several the one that owns something or whose name a body bears: "the Manitoba Educators' Union"."""
    words = {*tree.lemma}
    if not nouns.provinces.tell & words or (nouns.of_state - {"opposition"}) & words:
        return set()
    if any(span.is_side and span.known.kind in _GOVERNING for span in spans):
        return set()
    regions = {name.text for name in names if name.entity == "GPE"}
    regions = regions and regions - town_names()
    if len(regions) > 1:
        bearing = {name.text.split()[0] for name in names if name.text not in regions}
        owning = {name.text for name in names if tree.words[name.last : name.last + 1] in _ENDINGS}
        regions &= bearing | owning
    return regions if len(regions) == 1 else set()


def _parts(tree: Tree, name: UnknownName, nouns: PartyNouns) -> list[UnknownName]:
    """A name, or the place and the body that it tells of: "Manitoba" and "Education Ministry"."""
    if tree.lemma[name.last - 1].lower() not in nouns.state_bodies:
        return [name]
    plain = nouns.organs | nouns.organ_qualifiers | nouns.portfolios
    first = name.last
    while first - 1 > name.first and tree.lower[first - 1] in plain:
        first -= 1
    if first == name.last or tree.lower[name.first] in plain:
        return [name]
    place = replace(name, last=first, text=tree.text(name.first, first), entity="GPE")
    return [place, replace(name, first=first, text=tree.text(first, name.last))]


def _of_ministers(tree: Tree, spans: Sequence[NameSpan], nouns: PartyNouns) -> list[UnknownName]:
    """The places in "Manitoba Education Minister X", which are no names yet."""
    known = {i for span in spans for i in range(span.first, span.last)}
    found = []
    for k in (k for k, word in enumerate(tree.words) if word in _MINISTERS):
        last = k
        while last and tree.words[last - 1].istitle() and tree.lower[last - 1] in nouns.portfolios | {"and"}:
            last -= 1
        word = tree.words[last - 1]
        if not 0 < last < k or last - 1 in known or tree.pos[last - 1] != "PROPN":
            continue
        if any(other == word and tree.entity[i] == "GPE" for i, other in enumerate(tree.words)):
            first = last - 1
            while first and tree.entity[first - 1] == "GPE" and first - 1 not in known:
                first -= 1
            found.append(UnknownName(first, last, tree.text(first, last), "GPE"))
    return found


def _is_governed(tree: Tree, name: UnknownName, offices: frozenset[str], nouns: PartyNouns) -> bool:
    """Whether the words around a place tell that it has such offices of its own."""
    at = name.last + (tree.words[name.last : name.last + 1] in _ENDINGS)
    for k in range(at, min(at + _CHARGE, len(tree))):
        if tree.lemma[k].lower() in offices:
            return True
        if tree.lower[k] in nouns.provinces.national or tree.pos[k] not in {"PROPN", "NOUN", "ADJ", "CCONJ"}:
            break
    of = name.first - 1
    return of > 0 and tree.lower[of] == "of" and tree.lemma[of - 1].lower() in offices
