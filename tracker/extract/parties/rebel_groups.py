"""The groups of a war that plurals take up together: "both rebel groups", "the country's two main rebel movements",
"the two rebel leaders"."""

from tracker.extract.parties.scene import DEFINITE, STATE, Scene
from tracker.extract.parties.sides import Meant, Side
from tracker.model.parties import PartyKind
from tracker.rules.parties import head_of_name

_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}
_FACTIONS = {
    "alliance", "coalition", "faction", "force", "front", "group", "militia", "movement", "organisation",
    "organization",
}  # fmt: skip
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
    before = _words_before(scene, i)
    number = next((_NUMBERS[word] for word in before if word in _NUMBERS), 0)
    whose = tree.child(i, "poss")
    of_a_state = whose is not None and bool(owner := scene.of(whose)) and all(m.side.kind in STATE for m in owner)
    is_definite = of_a_state or bool(before & (DEFINITE | {"both"}))
    if not number or not before & scene.nouns.armed or not is_definite:
        return ()
    named = _fighters(scene)
    return _meant(scene, named, i) if len(named) == number else ()


def one_of_several(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Which of several groups that the article names "Mali's biggest rebel group" is that opens it: the one named first
    after it; of two, "the second group" or "a smaller rebel group" is the other. () for another phrase."""
    named = _fighters(scene)
    if not _may_be_one(scene, i) or len(named) < _SEVERAL:
        return ()
    if _is_biggest(scene, i):
        return _meant(scene, [name for name in [_named_after(scene, i, named)] if name], i)
    if not _words_before(scene, i) & _SECOND or len(named) != _SEVERAL:
        return ()
    told = (_named_after(scene, k, named) for k in range(i) if _may_be_one(scene, k) and _is_biggest(scene, k))
    first = next((name for name in told if name), "")
    return _meant(scene, [name for name in named if name != first], i) if first else ()


def _words_before(scene: Scene, i: int) -> set[str]:
    return {scene.tree.lower[c] for c in scene.tree.children[i] if c < i}


def _may_be_one(scene: Scene, i: int) -> bool:
    tree = scene.tree
    return tree.lemma[i] in _FACTIONS and not tree.is_plural(i) and tree.child(i, "appos") is None


def _is_biggest(scene: Scene, i: int) -> bool:
    """Whether the opening tells of "the biggest rebel group"."""
    before = _words_before(scene, i)
    return bool(before & _BIGGEST and before & scene.nouns.armed) and scene.tree.sentence[i] <= _OPENING


def _named_after(scene: Scene, i: int, named: list[str]) -> str:
    """Which of the groups `named` the article names first, where that is only after a token; "" for none."""
    first, name = min(((at, one) for at, one in _first_named(scene).items() if one in named), default=(0, ""))
    return name if first > i else ""


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
