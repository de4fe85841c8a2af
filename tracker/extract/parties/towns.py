"""For which state the governors, mayors and police of towns speak in an article about states or armed groups."""

from collections.abc import Mapping

from tracker.extract.parties.sides import Side
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties.towns import state_of_town

_HEADS = {"governor", "mayor", "gov", "gov."}
_AT_WAR = {PartyKind.STATE, PartyKind.ARMED_GROUP}


class Towns:
    """The towns of one article whose named sides these are."""

    def __init__(self, named: Mapping[str, PartyKind | None]) -> None:
        self._states = frozenset(name for name, kind in named.items() if kind is PartyKind.STATE)
        # Whether the article tells of several states or armed groups.
        self.is_at_war = sum(kind in _AT_WAR for kind in named.values()) > 1

    def side(self, name: str) -> Side | None:
        """The state in which a town or province lies, where the article tells of it and of another state or an armed
        group; None elsewhere: a town that bargains with its teachers is a side of its own."""
        state = state_of_town(name, self._states) if self.is_at_war and name[:1].isupper() else None
        return Side(state, PartyKind.STATE, is_verified=True) if state in self._states and state else None

    @staticmethod
    def is_headed(tree: Tree, i: int) -> bool:
        """Whether a token is what somebody governs: Osh in "the mayor of Osh"."""
        return tree.preposition(i) == "of" and tree.lemma[tree.head[tree.head[i]]] in _HEADS

    @staticmethod
    def are_led_by(titles: set[str]) -> bool:
        """Whether somebody with these titles heads a town or province."""
        return bool(titles & _HEADS)
