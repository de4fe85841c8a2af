"""The body by which an article names an opposition: "the opposition Labour Party", "the Roundtable, the main opposition
bloc"."""

from tracker.extract.parties.memory import distinct
from tracker.extract.parties.scene import STATE, Scene
from tracker.extract.parties.sides import Meant
from tracker.model.parties import PartyKind

_BODIES = {"alliance", "bloc", "body", "coalition", "council", "front", "group", "grouping", "movement", "organisation",
           "organization", "party", "umbrella"}  # fmt: skip
_WORD = "opposition"


def named_opposition(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The one body that the article calls the opposition, in the words of the phrase with this head; () where it names
    none or several."""
    if scene.opposition is None:
        scene.opposition = distinct(m for head in _heads(scene) if _is_called(scene, head) for m in _body(scene, head))
    return scene.phrase(i, scene.opposition) if len(scene.opposition) == 1 else ()


def _heads(scene: Scene) -> list[int]:
    return sorted(i for i in {*scene.span_at, *scene.unknown_at} if i not in scene.people.at)


def _body(scene: Scene, i: int) -> tuple[Meant, ...]:
    """What a name stands for, unless that is a state, a person or an opposition without a name."""
    meant = scene.of(i)
    is_body = all(m.person is None and m.side.kind not in {*STATE, PartyKind.PERSON} for m in meant)
    return meant if is_body and not any(m.side.name.endswith(_WORD) for m in meant) else ()


def _is_called(scene: Scene, i: int) -> bool:
    """Whether a name follows the word or is explained by a noun with it."""
    tree = scene.tree
    name = scene.span_at.get(i) or scene.unknown_at.get(i)
    if name is None or i != name.last - 1:
        return False
    if name.first and tree.lower[name.first - 1] == _WORD and name.last - name.first > 1:
        return True
    explained = [c for c in tree.children[i] if tree.dep[c] == "appos" and tree.lemma[c] in _BODIES]
    return any(_WORD in tree.lower[tree.phrase_start(c) : c] or _of_opposition(scene, c) for c in explained)


def _of_opposition(scene: Scene, i: int) -> bool:
    """ "A coalition of Syrian opposition groups"."""
    tree = scene.tree
    return any(_WORD in tree.lower[tree.phrase_start(o) : o + 1] for o in tree.objects(i, "of"))
