"""Sides told in one breath: who mediates, proposes or comments together acts as one, who meets or signs does not."""

from tracker.extract.parties.memory import distinct
from tracker.extract.parties.pairs import BEFORE_NOUN
from tracker.extract.parties.scene import SUBJECTS, Scene
from tracker.extract.parties.sides import Meant
from tracker.extract.parties.tree import Tree
from tracker.rules import word_class

_OFFERING = frozenset({"offer", "propose", "volunteer"})
# Nouns for standing between others.
MEDIATION = frozenset({"arbitration", "facilitation", "mediation"})


def act_as_one(scene: Scene, i: int) -> bool:
    """Whether the several sides that a head or a coordination with this head stands for mediate ("Omani and Qatari
    mediators", "mediation by X and Y", "X and Y, who brokered the talks"), comment on what others do ("X and Y welcomed
    the truce", "called for calm"), or turn to a third side that the clause names ("X and Y proposed a truce to Z", "X
    and Y urged Z to sign")."""
    tree, mediating = scene.tree, scene.nouns.mediation.verbs
    while tree.dep[i] in BEFORE_NOUN and tree.head[i] > i:  # "Omani and Qatari envoys"
        i = tree.head[i]
    over = tree.head[i]
    if tree.lemma[i] in scene.nouns.mediation.nouns:
        return True
    if tree.dep[i] == "pobj" and tree.lower[over] == "by":
        act = tree.head[over]
        if tree.pos[act] == "NOUN":
            return tree.lemma[act] in word_class("offers") | MEDIATION
        return tree.lemma[act] in mediating | word_class("commenting") | word_class("turning_to")
    if any(tree.dep[c] == "relcl" and tree.lemma[c] in mediating for c in tree.children[i]):
        return True
    if tree.dep[i] != "nsubj":
        return False
    if tree.lemma[over] in mediating or tree.lemma[over] in word_class("commenting"):
        return True
    if tree.lemma[over] not in word_class("turning_to"):
        return False
    offers_help = any(tree.dep[c] == "xcomp" and tree.lemma[c] in mediating for c in tree.children[over])
    return offers_help or bool(tree.objects(over, "for")) or _names_another(scene, over)


def mediating(scene: Scene, verb: int) -> tuple[Meant, ...]:
    """Who mediates by a verb of mediating: its subject, those behind "by", before a hyphen ("Qatari-brokered"), or who
    offers to ("offered to host the two for talks")."""
    tree, is_verb_of_it = scene.tree, scene.tree.lemma[verb] in scene.nouns.mediation.verbs
    if tree.pos[verb] not in {"VERB", "ADJ"} or not (is_verb_of_it or tree.lemma[verb] == "host"):
        return ()
    offering = tree.head[verb] if tree.dep[verb] == "xcomp" and tree.lemma[tree.head[verb]] in _OFFERING else None
    hosted = [*tree.objects(verb, "for"), *(c for c in tree.children[verb] if tree.dep[c] == "dobj")]
    for_talks = any(tree.lemma[o] in word_class("talks") for o in hosted)
    if not is_verb_of_it and not (offering is not None and for_talks):
        return ()
    clauses = (verb, offering) if offering is not None else (verb,)
    subjects = [c for k in clauses for c in tree.children[k] if tree.dep[c] in SUBJECTS and tree.dep[c] != "nsubjpass"]
    before = [k for k in (verb - 2,) if k >= 0 and tree.words[verb - 1] == "-"]
    return distinct(m for k in (*tree.objects(verb, "by"), *subjects, *before) for m in scene.with_conjuncts(k))


def accused_by(scene: Scene, i: int) -> tuple[str, str] | None:
    """The one side that accuses or threatens another, and the other, where this head is whom it is done to."""
    tree, verb = scene.tree, scene.tree.head[i]
    if tree.dep[i] != "dobj" or tree.lemma[verb] not in word_class("quarrelling"):
        return None
    who = tree.child(verb, *SUBJECTS)
    doing, done_to = (scene.of(who) if who is not None and who < i else ()), scene.of(i)
    are_two = len(doing) == len(done_to) == 1 and doing[0].side.name != done_to[0].side.name
    return (doing[0].side.name, done_to[0].side.name) if are_two else None


def are_dealing(tree: Tree, i: int) -> bool:
    """Whether the sides of a coordination with this head do something with or to each other: "X and Y met", "talks
    between X and Y"."""
    over = tree.head[i]
    if tree.dep[i] == "pobj":
        return tree.lower[over] == "between"
    return tree.dep[i] == "nsubj" and tree.lemma[over] in word_class("dealing")


def _names_another(scene: Scene, verb: int) -> bool:
    """Whether the objects of a verb, or those of their "to", tell of a side by its name."""
    tree = scene.tree
    objects = [c for c in tree.children[verb] if tree.dep[c] in {"dobj", "dative"} and c > verb]
    objects += [o for k in (verb, *objects) for o in tree.objects(k, "to", "on")]
    spans = (scene.span_at.get(k) for o in objects for k in range(tree.phrase_start(o), o + 1))
    return any(span is not None and span.is_side for span in spans) or any(o in scene.unknown_at for o in objects)
