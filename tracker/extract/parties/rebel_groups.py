"""The groups of a war that plurals take up together: "both rebel groups", "the country's two main rebel movements",
"the two rebel leaders"."""

from tracker.extract.parties.scene import DEFINITE, STATE, Scene
from tracker.extract.parties.sides import Meant, Side
from tracker.model.parties import PartyKind
from tracker.rules.parties import head_of_name

_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}
_ARMED = {"armed", "guerrilla", "insurgent", "jihadist", "militant", "rebel", "secessionist", "separatist"}
_FACTIONS = {
    "alliance",
    "coalition",
    "faction",
    "force",
    "front",
    "group",
    "militia",
    "movement",
    "organisation",
    "organization",
}
_THEIR_PEOPLE = {"chief", "commander", "delegation", "leader", "negotiator"}
# What bodies of fighters call themselves beside names that are theirs alone.
_MOVEMENTS = {"alliance", "coalition", "congress", "coordination", "council", "movement", "network"}


def rebel_groups(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The groups of fighters that the article names, where a definite plural counts as many; () for others."""
    tree = scene.tree
    if not tree.is_plural(i) or tree.lemma[i] not in _FACTIONS | _THEIR_PEOPLE:
        return ()
    before = {tree.lower[c] for c in tree.children[i] if c < i}
    number = next((_NUMBERS[word] for word in before if word in _NUMBERS), 0)
    whose = tree.child(i, "poss")
    of_a_state = whose is not None and bool(owner := scene.of(whose)) and all(m.side.kind in STATE for m in owner)
    is_definite = of_a_state or bool(before & (DEFINITE | {"both"}))
    if not number or not before & _ARMED or not is_definite:
        return ()
    named = [name for name, side in scene.sides.items() if _fights(side) and name not in scene.between]
    return tuple(Meant(scene.sides[name], name, i, i + 1) for name in named) if len(named) == number else ()


def told_together(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The groups that the article has counted together before a token, for "the rebels" and "rebel prisoners"; () where
    it has not."""
    told = (rebel_groups(scene, k) for k in range(i) if scene.tree.lemma[k] in _FACTIONS | _THEIR_PEOPLE)
    return next((groups for groups in told if groups), ())


def _fights(side: Side) -> bool:
    """Whether a side has fighters, by its kind or, where no list knows it, by its name."""
    is_movement = not side.is_verified and head_of_name(side.name.lower()) in _MOVEMENTS
    return side.kind is PartyKind.ARMED_GROUP or is_movement
