"""The side to which a clause puts somebody: "Peru's team is led by X", "X, who is Peru's minister", "Peru sent X"."""

from collections.abc import Iterator

from tracker.extract.parties.scene import Scene
from tracker.extract.parties.sides import Meant
from tracker.model.parties import PartyKind

_SUBJECTS = {"nsubj", "nsubjpass"}
_HELD_AS = {"as", "for"}
_BEHALF = {"behalf", "name"}
_WHOM = {"who", "whom", "that", "which"}


def told_side(scene: Scene, head: int) -> tuple[Meant, int] | None:
    """Whom the clause of a name with this head puts its bearer to, and the verb that tells it; None where it puts
    them to no side, to several or to another person."""
    for verb, meant in (*_as_object(scene, head), *_as_sent(scene, head), *_as_subject(scene, head)):
        if len(meant) == 1 and meant[0].side.kind is not PartyKind.PERSON:
            return meant[0], verb
    return None


def _as_object(scene: Scene, head: int) -> Iterator[tuple[int, tuple[Meant, ...]]]:
    """Readings of a name that is no subject: who is sent, appointed or included, and by whom a team is led."""
    tree, words, over = scene.tree, scene.nouns.told_offices, scene.tree.head[head]
    if tree.dep[head] == "pobj" and tree.lower[over] == "by":
        verb = tree.head[over]
        if tree.lemma[verb] in words.lead:
            yield verb, _of(scene, tree.head[verb] if tree.dep[verb] in {"acl", "relcl"} else _subject(scene, verb))
        return
    called = tree.head[over]
    if tree.dep[head] == "pobj" and tree.lower[over] == "as" and tree.lemma[called] in words.call:
        yield called, _of(scene, tree.head[called]) if is_office(scene, tree.head[called]) else ()
        return
    office = over if tree.dep[head] in {"nmod", "compound"} else None  # "appointed X chief negotiator"
    verb = tree.head[over] if office is not None else over
    if tree.dep[head if office is None else office] not in {"dobj", "attr", "oprd", "ccomp"}:
        return
    subject = _subject(scene, verb)
    if tree.lemma[verb] in words.send or (tree.lemma[verb] in words.appoint and (office or _held(scene, verb, head))):
        yield verb, _of(scene, subject)
    elif subject is not None and is_office(scene, subject):
        yield verb, _of(scene, subject) if tree.lemma[verb] in words.include or _is_now(scene, verb) else ()


def _as_sent(scene: Scene, head: int) -> Iterator[tuple[int, tuple[Meant, ...]]]:
    """Readings of a name by its relative clause: "X, whom Peru sent", "X, the judge Peru has appointed"."""
    tree, words = scene.tree, scene.nouns.told_offices
    for noun in (head, *(c for c in tree.children[head] if tree.dep[c] == "appos")):
        for verb in (c for c in tree.children[noun] if tree.dep[c] == "relcl"):
            whom, subject = tree.child(verb, "dobj"), _subject(scene, verb)
            is_whom = whom is None or tree.lower[whom] in _WHOM
            if subject is not None and tree.lower[subject] not in _WHOM and is_whom:
                yield verb, _of(scene, subject) if tree.lemma[verb] in words.send | words.appoint else ()


def _as_subject(scene: Scene, head: int) -> Iterator[tuple[int, tuple[Meant, ...]]]:
    """Readings of a name of which something is told: what it is, becomes, leads or speaks for."""
    tree, words = scene.tree, scene.nouns.told_offices
    whole = tree.head[head] if tree.dep[head] == "appos" and is_office(scene, tree.head[head]) else head
    verbs = [tree.head[whole]] if tree.dep[whole] in _SUBJECTS else []  # "the minister, X, thanked"
    verbs += [c for c in tree.children[head] if tree.dep[c] == "relcl" and _is_by_who(scene, c)]
    for verb in verbs:
        yield verb, _behalf(scene, verb)
        if _is_now(scene, verb) or tree.lemma[verb] in words.become | words.appoint:
            yield verb, _of(scene, _held(scene, verb, head))
        elif tree.lemma[verb] in words.lead and tree.tag[verb] == "VBZ" and tree.dep[head] == "nsubj":
            yield verb, _of(scene, tree.child(verb, "dobj"))  # "X runs Ferro"
    beside = [c for c in tree.children[head] if tree.dep[c] in {"acl", "appos", "relcl"}]
    beside += [c for verb in verbs[:1] for c in tree.children[verb] if tree.dep[c] == "advcl"]
    for verb in beside:
        is_participle = tree.tag[verb] == "VBG" or verb in verbs
        if tree.tag[verb] == "VBN" and tree.lemma[verb] in words.send:
            yield verb, scene.owned_by(verb, "by")
        if is_participle and tree.lemma[verb] in words.lead:
            yield verb, _of(scene, tree.child(verb, "dobj"))
        elif is_participle and tree.lemma[verb] in words.speak:
            yield verb, scene.owned_by(verb, "for") or _behalf(scene, verb)


def _behalf(scene: Scene, verb: int) -> tuple[Meant, ...]:
    """On whose behalf a verb is done: "on behalf of the union", "on the union's behalf", "in the name of Peru"."""
    for noun in scene.tree.objects(verb, "on", "in"):
        if scene.tree.lemma[noun] in _BEHALF:
            return scene.owned_by(noun, "of") or _of(scene, scene.tree.child(noun, "poss"))
    return ()


def _of(scene: Scene, noun: int | None) -> tuple[Meant, ...]:
    return () if noun is None else scene.of(noun)


def _subject(scene: Scene, verb: int) -> int | None:
    return scene.tree.child(verb, *_SUBJECTS)


def _is_by_who(scene: Scene, verb: int) -> bool:
    """Whether the subject of a relative clause is whom it is about."""
    subject = _subject(scene, verb)
    return subject is not None and scene.tree.lower[subject] in {"who", "that"}


def _is_now(scene: Scene, verb: int) -> bool:
    """Whether a verb tells what somebody is: "is", "has been", not "was" nor "is not"."""
    tree = scene.tree
    if tree.lemma[verb] != "be" or tree.child(verb, "neg") is not None:
        return False
    return any(tree.tag[k] in {"VBZ", "VBP"} for k in (verb, *tree.children[verb]) if k == verb or tree.dep[k] == "aux")


def is_office(scene: Scene, noun: int) -> bool:
    """Whether a noun with this head tells an office or whoever acts for somebody: "minister", "negotiator"."""
    return scene.tree.lemma[noun] in scene.nouns.last_title_words | scene.nouns.agents


def _held(scene: Scene, verb: int, name: int) -> int | None:
    """The office that a verb tells somebody to hold: "became Peru's president", "was sworn in as president of Peru"."""
    tree = scene.tree
    told = [c for c in tree.children[verb] if tree.dep[c] in {"attr", "oprd", "dobj"} and c != name]
    told += tree.objects(verb, *_HELD_AS)
    return next((noun for noun in told if is_office(scene, noun)), None)
