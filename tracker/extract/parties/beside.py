"""Who else the clause of a phrase tells of: "it" in "it expelled Rwanda's envoy" and "the company" in "the company
accused Lerdo" are neither Rwanda nor Lerdo."""

from tracker.extract.parties.scene import DEFINITE, SUBJECTS, Scene
from tracker.extract.parties.sides import Meant
from tracker.model.parties import PartyKind
from tracker.rules import word_class
from tracker.rules.parties import NameSort

_NAMES = {NameSort.NAME, NameSort.CAPITAL, NameSort.ADJECTIVE}
_OBJECTS = {"dobj", "dative", "pobj"}
_WITHIN = {"prep", "agent", "prt", "poss", "amod"}
_REASONS = {"for", "over", "after", "following", "since"}
# Clauses without a subject of their own go on telling what the subject does.
_CONTENT = {"xcomp", "ccomp", "pcomp"}
# What such nouns take up is also told by its own name or its people in the same clause: "Peru's president urged the
# government", but "the union's members urged the union" is not.
_APART = frozenset({PartyKind.COMPANY, PartyKind.UNION, PartyKind.ARMED_GROUP, PartyKind.ORGANISATION})


def told_beside(scene: Scene, i: int) -> frozenset[str]:
    """The sides that the clause tells of beside the one that a pronoun or a definite noun with this head takes up: for
    a subject, or whose it is, those named in what it does, for an object who does it."""
    tree = scene.tree
    if tree.dep[i] == "poss" and tree.dep[tree.head[i]] in SUBJECTS:
        i = tree.head[i]
    if tree.dep[i] in SUBJECTS and tree.head[i] > i:
        return frozenset(m.side.name for k in _done_to(scene, tree.head[i]) for m in scene.of(k) if m.person is None)
    verb = _verb_over(scene, i) if tree.dep[i] in _OBJECTS else None
    subject = tree.child(verb, *SUBJECTS) if verb is not None else None
    if subject is None or subject > i:
        return frozenset()
    return frozenset(m.side.name for m in scene.with_conjuncts(subject))


def _done_to(scene: Scene, verb: int) -> list[int]:
    """The names and definite nouns in the objects of a verb and of the verbs that go on from it."""
    tree, found, waiting = scene.tree, list[int](), [verb]
    while waiting:
        node = waiting.pop()
        for c in tree.children[node]:
            if c < verb or tree.dep[c] == "conj" or tree.lower[c] == "according":
                continue
            if tree.dep[c] in _CONTENT and tree.child(c, *SUBJECTS) is None:
                waiting.append(c)
            elif tree.dep[c] in _WITHIN | _OBJECTS:
                waiting.append(c)
                found += [c] * _tells_apart(scene, c)
    return found


def _tells_apart(scene: Scene, i: int) -> bool:
    """Whether a head is a name, or a noun that takes up somebody else than the subject of its clause."""
    tree = scene.tree
    span = scene.span_at.get(i)
    if span is not None:
        return span.is_side and span.known.sort in _NAMES
    if i in scene.unknown_at:
        return i not in scene.people.at
    is_definite = tree.pos[i] == "NOUN" and tree.dep[i] != "poss" and scene.determiner(i) in DEFINITE
    return is_definite and any(m.side.kind in _APART for m in scene.of(i))


def _verb_over(scene: Scene, i: int) -> int | None:
    """The verb with a subject whose object a head is."""
    tree, node = scene.tree, i
    while tree.head[node] != node:
        node = tree.head[node]
        if tree.pos[node] in {"VERB", "AUX"}:
            if tree.child(node, *SUBJECTS) is not None:
                return node
            if tree.dep[node] not in {"xcomp", "conj", "pcomp"}:
                return None
        elif tree.pos[node] not in {"ADP", "SCONJ"}:
            return None
    return None


def treated(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Whose deed it is for which something is done to them: "praised Peru for its raid", "sanctions imposed on Peru
    after its raid"."""
    tree, node = scene.tree, i
    while tree.lower[node] not in _REASONS or tree.dep[node] != "prep":
        if tree.head[node] == node or tree.child(node, *SUBJECTS) is not None:
            return ()
        node = tree.head[node]
    host = tree.head[node]
    if tree.dep[host] in {"dobj", "pobj"} and host < node:  # the parser hangs the reason on whom it is done to
        on = tree.head[host] if tree.dep[host] == "pobj" else host
        host = tree.head[on] if tree.dep[on] == "prep" or tree.lemma[tree.head[on]] in word_class("judging") else host
    things = [host, *(c for c in tree.children[host] if tree.dep[c] in {"dobj", "nsubjpass"})]
    if tree.dep[host] in {"acl", "relcl"}:
        things.append(tree.head[host])
    struck = [o for t in things for o in tree.objects(t, "on", "against")]
    if not any(tree.lemma[t] in word_class("penalty") for t in things):
        struck = []
    if tree.lemma[host] in word_class("judging"):
        struck += things[1:]
    for told in struck:
        meant = scene.of(told) if told < i else ()
        if len(meant) == 1 and meant[0].side.kind is not PartyKind.PERSON:
            return meant
    return ()
