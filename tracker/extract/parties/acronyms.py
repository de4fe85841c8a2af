"""Acronyms that an article introduces, spells out or gives to another body than the packaged one."""

from collections.abc import Iterable, Sequence

from tracker.extract.parties.names import NameSpan, UnknownName
from tracker.extract.parties.party_families import family_names
from tracker.extract.parties.shortened import short_names
from tracker.extract.parties.sides import Side
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties import NameBook, NameSort, PartyNouns

# How many words "known by its Spanish initials as X" takes at most, its comma counted.
_KNOWN_BY = 9
# Words of many bodies' names beside those that tell their kind.
_COMMON = {"national", "international", "general", "united", "new", "people", "democratic", "popular", "liberation"}
# Who is known abroad by an acronym of their own language.
_FOREIGN = {PartyKind.ARMED_GROUP, PartyKind.ORGANISATION, PartyKind.ALLIANCE, PartyKind.UNION}
# What stands between the parts of a long name, and between its words.
_JOINS = {",", "and", "&"}
_LINKS = {"of", "for", "the", "in", "on", "de", "del", "la", "des", "-", "'", "’", "'s", "’s"}


def acronyms_of(tree: Tree, spans: list[NameSpan], unknown: list[UnknownName], nouns: PartyNouns) -> dict[str, Side]:
    """What stands for a side whose name an article writes elsewhere: acronyms, parts of names, names of its family."""
    sides = [(s.first, s.last, s.side) for s in spans if s.is_side]
    before = {s.last: s.first for s in spans if s.is_side}
    for name in unknown:
        kind = nouns.kind_of_words(tree.lower[name.first : name.last])
        for first in dict.fromkeys((name.first, before.get(name.first, name.first))):
            if name.last - first > 1:
                sides.append((first, name.last, Side(tree.text(first, name.last), kind)))
    capitalised = frozenset(
        word for i, word in enumerate(tree.words) if tree.pos[i] == "NOUN" and word[:1].isupper() and len(word) > 3
    )
    alone = {u.text for u in unknown if u.last - u.first == 1} | capitalised
    short = family_names(spans, unknown, alone) | short_names(spans, unknown, {PartyKind.COMPANY}, nouns, alone)
    return short | introduced_acronyms(tree, sides, [u.text for u in unknown if u.text.isupper()])


def introduced_acronyms(tree: Tree, sides: Sequence[tuple[int, int, Side]], alone: Iterable[str]) -> dict[str, Side]:
    """Acronyms in brackets after the name that they shorten, "Revolutionary Armed Forces of Colombia (FARC)", and
    unknown names (`alone`) that are the initials of one longer name."""
    found: dict[str, Side] = {}
    foreign: dict[str, Side] = {}
    for first, last, side in sides:
        if last + 2 < len(tree) and tree.words[last] == "(" and tree.words[last + 2] == ")":
            acronym = tree.words[last + 1]
            capitals = "".join(w[0] for w in tree.words[first:last] if w[0].isupper())
            is_acronym = 2 <= len(acronym) <= 8 and acronym.isupper()
            if is_acronym and acronym[0] == capitals[:1]:
                found.setdefault(acronym, side)
            elif is_acronym and side.kind in _FOREIGN and last - first > 1:  # "the Azawad Liberation Front (FLA)"
                foreign[acronym] = max(foreign.get(acronym, side), side, key=lambda one: len(one.name))
        told = _told_as(tree, last)
        if told is not None and tree.words[first][:1] == told[:1]:
            found.setdefault(told, side)
    found = foreign | found
    by_initials: dict[str, dict[str, Side]] = {}
    for first, last, side in sides:
        initials = "".join(w[0] for w in tree.words[first:last] if w[0].isupper())
        if len(initials) > 2:
            by_initials.setdefault(initials, {})[side.name] = side
    by_letters: dict[str, dict[str, Side]] = {}
    for initials, named in by_initials.items():
        by_letters.setdefault("".join(sorted(initials)), {}).update(named)
    for word in alone:
        # In another order only where no name has these: "PSD", as the Portuguese call their Social Democratic Party.
        named = by_initials.get(word) or by_letters.get("".join(sorted(word)), {})
        if len(named) == 1:
            found.setdefault(word, *named.values())
    return found


def _told_as(tree: Tree, last: int) -> str | None:
    """The acronym in "known by its Spanish initials CTERA", "known as KSB", told right behind the name that ends at
    `last`."""
    if tree.lower[last : last + 2] != [",", "known"]:
        return None
    after = (word for word in tree.words[last + 2 : last + _KNOWN_BY] if len(word) > 1 and word.isupper())
    return next(after, None)


def with_spelled_out(
    tree: Tree, spans: list[NameSpan], nouns: PartyNouns, book: NameBook
) -> tuple[list[NameSpan], list[UnknownName]]:
    """The packaged names without those inside longer names, and with those whose acronym is packaged; and the longer
    names that are not, whose acronym is theirs in this article whoever else bears it.

    Such a name is told by the acronym in brackets behind it that its initials make, and either is joined by commas and
    "and" ("the Kenya Medical Practitioners, Pharmacists and Dentists Union (KMPDU)") or holds no packaged name.
    """
    by_acronym = {s.first: s.known for s in spans if s.is_side}
    whole, known, lent = list[UnknownName](), list[NameSpan](), set[str]()
    for name in _spelled_out(tree, nouns):
        inside = [s for s in spans if name.first <= s.first and s.last <= name.last and s.is_side]
        own = next((s for s in inside if s.last == name.last and s.last - s.first > 1), None)
        packaged = by_acronym.get(name.last + 1)
        telling = [word for word in tree.words[name.first : name.last] if _is_telling(word.lower(), nouns)]
        is_a_name = packaged is not None and packaged.sort is NameSort.NAME
        if packaged is not None and is_a_name and telling and not book.shares_a_word(packaged.party, telling):
            if own is None or own.known.party != packaged.party:
                lent.add(tree.words[name.last + 1])
            packaged = None
        is_joined = bool(set(tree.lower[name.first : name.last]) & _JOINS)
        if is_joined or not inside or (own is None and tree.words[name.last + 1] in lent):
            if packaged is None:
                whole.append(name)
            else:
                known.append(NameSpan(name.first, name.last, packaged))
    within = {i for name in whole for i in range(name.first, name.last)}
    within |= {i for span in known for i in range(span.first, span.last)}
    kept = [span for span in spans if span.first not in within and tree.text(span.first, span.last) not in lent]
    return sorted((*kept, *known), key=lambda one: one.first), whole


def of_their_own(tree: Tree, spans: Iterable[NameSpan], book: NameBook, nouns: PartyNouns) -> list[NameSpan]:
    """The packaged names without acronyms that the article shortens another body's name to: "OLF" beside the Osa
    Liberation Front, which is not the packaged one."""
    lent: dict[str, bool] = {}

    def is_lent(span: NameSpan) -> bool:
        acronym = tree.words[span.first]
        if span.last - span.first > 1 or not span.is_side or not (acronym.isupper() and len(acronym) > 2):
            return False
        if acronym not in lent:
            lent[acronym] = _is_of_another(tree, acronym, span.known.party, book, nouns)
        return lent[acronym]

    return [span for span in spans if not is_lent(span)]


def _is_of_another(tree: Tree, acronym: str, party: str, book: NameBook, nouns: PartyNouns) -> bool:
    """Whether a text names a body with these initials whose telling words no name of the party holds."""
    for last, word in enumerate(tree.lower, 1):
        if tree.words[last - 1][0] != acronym[-1] or nouns.kind_of_name(word) is PartyKind.UNKNOWN:
            continue
        first = _beginning(tree, last, acronym)
        telling = [w for w in tree.words[first : last - 1] if w[0].isupper() and _is_telling(w.lower(), nouns)]
        if first < last and telling and not book.shares_a_word(party, telling):
            return True
    return False


def _is_telling(word: str, nouns: PartyNouns) -> bool:
    """Whether a word of a name is one that few bodies share."""
    return word not in _COMMON and nouns.kind_of_name(word) is PartyKind.UNKNOWN


def _spelled_out(tree: Tree, nouns: PartyNouns) -> list[UnknownName]:
    """The names that an acronym in brackets follows; not the organs of a state."""
    found = []
    for last, word in enumerate(tree.words):
        acronym = tree.words[last + 1] if word == "(" and last + 2 < len(tree) else ""
        if not (acronym.isupper() and acronym.isalpha() and len(acronym) > 2 and tree.words[last + 2] == ")"):
            continue
        first = _beginning(tree, last, acronym)
        if first < last and not set(tree.lower[first:last]) & (nouns.organs | nouns.state_bodies):
            found.append(UnknownName(first, last, tree.text(first, last), "ORG"))
    return found


def _beginning(tree: Tree, last: int, acronym: str) -> int:
    """Where the name begins whose initials, one left out at most, are an acronym's letters; `last` for none."""
    at, letters, left_out = last, list(acronym), 1
    while letters and at and tree.sentence[at - 1] == tree.sentence[last]:
        at -= 1
        word = tree.words[at]
        if word[:1] == letters[-1]:
            letters.pop()
        elif word[:1].isupper() and left_out:
            left_out -= 1
        elif word.lower() not in _JOINS | _LINKS:
            return last
    return last if letters else at
