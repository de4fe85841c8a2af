"""The office of a public conciliator, a mediator and no side of the state that pays it: "National Conciliator X"."""

from tracker.extract.parties.scene import Scene
from tracker.extract.parties.sides import Meant, Person, Side
from tracker.model.parties import PartyKind

# Words between a title and the name that holds it: "the National Conciliator, X".
_BETWEEN = 2


def office_at(scene: Scene, title: int) -> Side | None:
    """The office that a title in capitals at a place is of: "National Conciliator"; None where it is of no such one."""
    tree, nouns = scene.tree, scene.nouns
    if title < 1 or tree.lower[title] not in nouns.conciliators or not tree.words[title][:1].isupper():
        return None
    before = tree.words[title - 1]
    if before.lower() not in nouns.organ_qualifiers or not before[:1].isupper():
        return None
    return Side(f"{before} {tree.words[title]}'s Office", PartyKind.ORGANISATION)


def own_office(scene: Scene, first: int, person: Person) -> Side | None:
    """The office of somebody whose title of conciliator stands right before the name at the token `first`."""
    if person.titles.isdisjoint(scene.nouns.conciliators):
        return None
    near = range(max(first - _BETWEEN, 0), first)
    return next((side for k in near if (side := office_at(scene, k)) is not None), None)


def unnamed_office(scene: Scene, first: int, last: int) -> tuple[Meant, ...]:
    """The office of which words were taken for a name from token `first` up to `last`: the one before its title, the
    title too, or the office's own ("at the National Conciliator's Office")."""
    for title in (last, last - 1, first - 2):
        side = office_at(scene, title) if title < len(scene.tree) else None
        if side is not None and (title >= first or scene.tree.lower[first] == "office"):
            return (Meant(side, side.name, title - 1, max(title + 1, last)),)
    return ()
