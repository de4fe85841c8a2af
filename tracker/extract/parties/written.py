"""What an article itself calls the sides that it tells of."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from tracker.extract.parties.names import NameSpan, UnknownName
from tracker.extract.parties.sides import Side
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties import NameSort, renamed_states


def own_names(
    tree: Tree, spans: Iterable[NameSpan], unknown: Iterable[UnknownName], short: Mapping[str, Side]
) -> dict[str, Counter[str]]:
    """How often the article writes each name of a packaged side, by side: "FARC", "Congo", and what it shortens a
    name to (`short`). Capitals, leaders, organs and adjectives are no names of the side, and a state keeps its name
    ("United Kingdom" for Britain, "Iran" for the Islamic Republic) beside acronyms and names before a renaming."""
    found: dict[str, Counter[str]] = {}
    written = [(s.known.party, tree.text(s.first, s.last)) for s in spans if _is_own(s)]
    written += [(short[u.text].name, u.text) for u in unknown if u.text in short]
    for side, words in written:
        found.setdefault(side, Counter())[words] += 1
    return found


def as_written(sides: Iterable[str], own: Mapping[str, Counter[str]], text: str) -> dict[str, str]:
    """What the article calls those of the sides whose name it does not write: the name of `own` that it writes most
    often (the shortest of equals), or the noun of a name made of a place and a noun ("rebels" for Syrian rebels)
    where no other side's name ends in it."""
    called, text = dict[str, str](), text.casefold()
    sides = sorted(set(sides))
    nouns = Counter(side.split()[-1] for side in sides)
    for side in sides:
        names, noun = own.get(side), side.split()[-1]
        if _spelled_out(side).casefold() in text:
            continue
        if names:
            called[side] = max(names, key=lambda name: (names[name], -len(name), name))
        elif nouns[noun] == 1 and " of " not in side and re.search(rf"\b{re.escape(noun.casefold())}\b", text):
            called[side] = noun
    return called


def _spelled_out(side: str) -> str:
    """What stands in the text whether it spells out the acronym before a name or not: "UN Security Council"."""
    first, _, rest = side.partition(" ")
    return rest if rest and first.isupper() else side


def _is_own(span: NameSpan) -> bool:
    known = span.known
    if not span.is_side or known.sort is not NameSort.NAME:
        return False
    return known.kind is not PartyKind.STATE or known.words[-1].isupper() or " ".join(known.words) in renamed_states()
