"""Which kind of its type a report tells: an air raid or a street battle, a visit or a phone call."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from tracker.model.mentions import EventType
from tracker.resolve.words import stem

# Words before and after the trigger that may tell its kind where the trigger does not.
_BESIDE = 3
# Verbs that leave it to their object what is done, and how far behind them its noun may stand.
_LIGHT = frozenset(
    ("have", "has", "had", "having", "hold", "held", "holding", "holds", "make", "made", "pay", "paid", "take", "took")
)
_HELD = 6
# Stems of verbs that tell whom an attack hit and leave it to the words around how, and how far these reach.
_TOLL = frozenset(("dead", "death", "died", "dies", "dying", "hurt", "injur", "kill", "wound"))
_HOW = 12


def kinds(kind_of: EventType, before: Sequence[str], trigger: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """The kinds that a trigger's words tell, after "had" or "held" those of what was had; else those that the words
    beside it tell, where people "were killed" or "died" those of a longer way; empty where none do."""
    known = _kinds().get(kind_of)
    if known is None:
        return frozenset()
    held = after[:_HELD] if any(word.casefold() in _LIGHT for word in trigger) else ()
    found = _told(trigger, known) or _told(held, known) or _told((*before[-_BESIDE:], *after[:_BESIDE]), known)
    if not found and any(stem(word) in _TOLL for word in trigger):
        found = _told((*before[-_HOW:], *after[:_HOW]), known)
    return found


def _told(words: Sequence[str], known: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset(kind for word in words for kind in known.get(stem(word), ()))


@cache
def _kinds() -> Mapping[EventType, Mapping[str, frozenset[str]]]:
    """For each type the kinds that the stem of a word may tell. Raises ValueError that names an unknown type."""
    data = tomllib.loads(files("tracker.resolve").joinpath("kinds.toml").read_text(encoding="utf-8"))
    found: dict[EventType, Mapping[str, frozenset[str]]] = {}
    for name, given in data.items():
        if name not in set(EventType):
            raise ValueError(f"resolve/kinds.toml: unknown type {name!r}")
        by_stem: defaultdict[str, set[str]] = defaultdict(set)
        for kind, words in given.items():
            for word in words:
                by_stem[stem(word)].add(kind)
        found[EventType(name)] = {word: frozenset(told) for word, told in by_stem.items()}
    return found
