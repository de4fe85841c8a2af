"""Sides that act as one on others: who mediates, proposes, urges or comments together is not at odds."""

from tracker.extract.parties.scene import Scene
from tracker.rules import word_class


def act_as_one(scene: Scene, i: int) -> bool:
    """Whether the sides of a coordination with this head mediate ("mediated by X and Y", "X and Y, who brokered the
    talks"), comment on what others do ("X and Y welcomed the truce", "a call by X and Y"), or turn to a third side that
    the clause names ("X and Y proposed a truce to Z", "X and Y urged Z to sign")."""
    tree, mediating = scene.tree, scene.nouns.mediation.verbs
    over = tree.head[i]
    if tree.dep[i] == "pobj" and tree.lower[over] == "by":
        act = tree.head[over]
        return tree.lemma[act] in mediating | word_class("commenting") | word_class("turning_to") or (
            tree.pos[act] == "NOUN" and tree.lemma[act] in word_class("offers")
        )
    if any(tree.dep[c] == "relcl" and tree.lemma[c] in mediating for c in tree.children[i]):
        return True
    if tree.dep[i] != "nsubj":
        return False
    if tree.lemma[over] in mediating or tree.lemma[over] in word_class("commenting"):
        return True
    return tree.lemma[over] in word_class("turning_to") and _names_another(scene, over)


def _names_another(scene: Scene, verb: int) -> bool:
    """Whether the objects of a verb, or those of their "to", tell of a side by its name."""
    tree = scene.tree
    objects = [c for c in tree.children[verb] if tree.dep[c] in {"dobj", "dative"} and c > verb]
    objects += [o for k in (verb, *objects) for o in tree.objects(k, "to", "on")]
    spans = (scene.span_at.get(k) for o in objects for k in range(tree.phrase_start(o), o + 1))
    return any(span is not None and span.is_side for span in spans) or any(o in scene.unknown_at for o in objects)
