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
# Which of them one is, and in which sentences an article speaks so of the one that it is yet to name.
_BIGGEST = {"biggest", "largest", "leading", "main", "strongest"}
_SECOND = {"other", "second", "smaller"}
_OPENING = 1
_SEVERAL = 2
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
    named = _fighters(scene)
    return _meant(scene, named, i) if len(named) == number else ()


def one_of_several(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Which of several groups that the article names "Mali's biggest rebel group" is that opens it: the one named first
    after it; of two, "the second group" or "a smaller rebel group" is the other. () for another phrase."""
    tree, named = scene.tree, _fighters(scene)
    if (
        tree.is_plural(i)
        or tree.lemma[i] not in _FACTIONS
        or len(named) < _SEVERAL
        or tree.child(i, "appos") is not None
    ):
        return ()
    before = {tree.lower[c] for c in tree.children[i] if c < i}
    if before & _BIGGEST and before & _ARMED and tree.sentence[i] <= _OPENING:
        after = sorted((first, name) for first, name in _first_named(scene).items() if name in named)
        return _meant(scene, [after[0][1]], i) if after and after[0][0] > i else ()
    if not before & _SECOND or len(named) != _SEVERAL:
        return ()
    biggest = (one_of_several(scene, k) for k in range(i) if tree.lemma[k] in _FACTIONS)
    first = next((told for told in biggest if told), ())
    return _meant(scene, [name for name in named if name != first[0].side.name], i) if first else ()


def _first_named(scene: Scene) -> dict[int, str]:
    """The names of sides by the token at which the article first writes them in full."""
    names = {u.first: u.text for u in scene.unknown_at.values()} | {
        s.first: s.known.party for s in scene.span_at.values() if s.is_side
    }
    found: dict[str, int] = {}
    for first, name in sorted(names.items()):
        found.setdefault(name, first)
    return {first: name for name, first in found.items()}


def fighting_groups(scene: Scene, i: int) -> tuple[Meant, ...]:
    """All groups of fighters that the article names, in the words at a token."""
    return _meant(scene, _fighters(scene), i)


def _fighters(scene: Scene) -> list[str]:
    return [name for name, side in scene.sides.items() if _fights(side) and name not in scene.between]


def _meant(scene: Scene, names: list[str], i: int) -> tuple[Meant, ...]:
    return tuple(Meant(scene.sides[name], name, i, i + 1) for name in names)


def told_together(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The groups that the article has counted together before a token, for "the rebels" and "rebel prisoners"; () where
    it has not."""
    told = (rebel_groups(scene, k) for k in range(i) if scene.tree.lemma[k] in _FACTIONS | _THEIR_PEOPLE)
    return next((groups for groups in told if groups), ())


def _fights(side: Side) -> bool:
    """Whether a side has fighters, by its kind or, where no list knows it, by its name."""
    is_movement = not side.is_verified and head_of_name(side.name.lower()) in _MOVEMENTS
    return side.kind is PartyKind.ARMED_GROUP or is_movement
