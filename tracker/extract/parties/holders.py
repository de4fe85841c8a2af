"""Who holds a place by what stands before its noun: "a rebel-held town", "the Houthi-controlled port"."""

from tracker.extract.parties.factions import bare, fighters
from tracker.extract.parties.homes import home_state
from tracker.extract.parties.scene import Scene
from tracker.extract.parties.sides import Meant

_HELD = {"held", "controlled", "run", "ruled", "occupied"}
_OF_THE_STATE = {"government", "army", "regime"}


def holders(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The side that holds the place with this head; () where none is told to."""
    tree = scene.tree
    for child in tree.children[i]:
        holder = child - 2
        if tree.lower[child] not in _HELD or holder < 0 or tree.words[child - 1] != "-":
            continue
        if holder in scene.span_at:
            return scene.of(holder)
        if tree.lemma[holder] in _OF_THE_STATE:
            return scene.phrase(holder, home_state(scene, holder))
        if tree.lemma[holder] in scene.nouns.of_state:
            return fighters(scene, holder, tree.lemma[holder]) or bare(scene, holder, tree.lemma[holder])
    return ()
