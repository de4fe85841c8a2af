"""Sides that news tells apart from the state or group on whose behalf they seem to be: a politician's supporters and
opponents, troops and fighters from abroad."""

from tracker.extract.parties.scene import Scene
from tracker.extract.parties.sides import Meant
from tracker.extract.parties.states import unquantified
from tracker.model.parties import PartyKind

# How far back, in sentences, an alliance's troops are the ones that are called allied.
_NEAR = 12


def following(scene: Scene, i: int, lemma: str) -> tuple[Meant, ...]:
    """The supporters or opponents of one person, under one name each: "Ruto's backers", "followers of the general".
    They speak for neither the person's state nor its opposition. () for those of a state or group."""
    word = next((word for word, lemmas in scene.nouns.followers.items() if lemma in lemmas), None)
    if word is None or not scene.tree.is_plural(i):
        return ()
    owners = scene.owners(i) or scene.owned_by(i, "of")
    person = owners[0].person if len(owners) == 1 else None
    if person is None:
        return ()
    if word == "supporters" and owners[0].side.kind is PartyKind.ARMED_GROUP:
        return scene.spread(owners, i)  # a warlord's men
    return scene.own(i, f"{person.name.split()[-1]}'s {word}", PartyKind.UNKNOWN)


def from_abroad(scene: Scene, i: int, lemma: str) -> tuple[Meant, ...]:
    """Troops or fighters of no one state: "international troops", "foreign fighters"; () where it is told whose."""
    tree, nouns = scene.tree, scene.nouns
    if lemma not in nouns.forces | nouns.fighters or not tree.is_plural(i) or scene.hyphened(i) is not None:
        return ()
    first = next((c for c in tree.children[i] if tree.dep[c] == "amod" and tree.lower[c] in nouns.from_abroad), None)
    if first is None or first > i or scene.owners(i):
        return ()
    before = scene.memory.same_noun(lemma, tree.sentence[i], _NEAR, is_plural=True)
    if before and before[0].side.kind is PartyKind.ALLIANCE:
        return scene.phrase(i, before)
    return scene.own(i, f"{tree.lower[first]} {tree.lower[i]}", PartyKind.UNKNOWN, max(first, unquantified(scene, i)))
