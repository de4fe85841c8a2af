"""Whom a pronoun stands for."""

from tracker.extract.parties.beside import told_beside, treated
from tracker.extract.parties.homes import whose_organ
from tracker.extract.parties.placed import (
    asked,
    asked_before,
    beside,
    for_its_part,
    is_of_others_asked,
    judged,
    of_antecedent,
    of_clause_above,
    own_group,
    own_side,
    warned,
)
from tracker.extract.parties.scene import SUBJECTS, Scene
from tracker.extract.parties.several import bare_number
from tracker.extract.parties.sides import Meant, Person, Side
from tracker.model.parties import PartyKind
from tracker.rules import word_class

_HE, _SHE = {"he", "him", "his", "himself"}, {"she", "her", "hers", "herself"}
_THEY, _IT = {"they", "them", "their", "theirs", "themselves"}, {"it", "its", "itself"}
_THEIRS = {"their", "his", "her"}
_WE = {"we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself"}
_SOME = {"some", "many", "several", "those", "all", "most", "none", "one", "others"}
_VOTING = {"vote", "voted", "voting"}
_SAYING = {"say", "add", "tell", "claim", "argue", "insist", "charge", "state", "maintain", "note"}
_SPEAKING_TO = {"accuse", "advise", "ask", "blame", "invite", "persuade", "press", "pressure", "tell", "urge", "warn"}
# What a decision, not its maker, is met with: "protested against it".
_OPPOSING = {"protest", "demonstrate", "rally", "march", "vote", "campaign", "object", "argue", "speak"}
_STATELESS = {PartyKind.COMPANY, PartyKind.ORGANISATION, PartyKind.UNION}
PLURAL_PRONOUNS = frozenset(_THEY)


def pronoun(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The sides that a pronoun stands for; () for an empty "it", for "you" and where nothing told before fits."""
    tree, word = scene.tree, scene.tree.lower[i]
    sentence, memory = tree.sentence[i], scene.memory
    if (
        tree.dep[i] == "nsubjpass"
        and word in {"it", "they"}
        and tree.lemma[tree.head[i]] in word_class("done_to_things")
    ):
        return ()
    if word == "those" and (voting := _those_who_voted(scene, i)):
        return scene.phrase(i, voting)
    without = _same_clause(scene, i)
    if word in _HE | _SHE | {"its", "their"} and (first := beside(scene, i) or for_its_part(scene, i)):
        meant = first
    elif word in _HE | _SHE and (told_of := judged(scene, i) or own_side(scene, i)):
        meant = told_of
    elif word in _HE | _SHE:
        goes_on = tree.words[i - 1 : i] in (['"'], ["”"], ["''"]) and tree.dep[i] in SUBJECTS
        quoted = (lambda head: scene.speaker(head) is not None) if goes_on else None
        meant = memory.person(sentence, word in _HE, without, _who_says(scene, i), speaks_on=quoted)
        if meant and meant[0].person is not None and meant[0].person.is_male is None:
            meant[0].person.is_male = word in _HE
    elif word in {"its", "their"} and (struck := treated(scene, i)):
        meant = struck
    elif word in {"it", "its", "they", "their"} and (threatened := warned(scene, i)):
        meant = threatened
    elif word in {"they", "their"} and is_of_others_asked(scene, i):
        return ()
    elif word in {"they", "their"} and (several := asked(scene, i) or asked_before(scene, i)):
        meant = several
    elif word in {"it", "they"} and (above := of_clause_above(scene, i)):
        meant = above
    elif word in _THEY:
        apart, members = _speaking(scene, i) | told_beside(scene, i), scene.nouns.workers | {"member"}
        meant = memory.several(sentence, without | _things_it_says(scene, i), apart, members)
    elif word in _IT and not _is_empty(scene, i) and (speaking := own_group(scene, i)):
        meant = speaking
    elif word in _IT:
        told_by = scene.reported_by if _speaks(scene, i) else None
        things_too = word != "its" and not _is_spoken_to(scene, i)
        others = told_beside(scene, i)
        # After a preposition it is rather a thing than another side: "Israel would not be bound by it".
        apart = frozenset[str]() if tree.dep[i] == "pobj" else others
        meant = () if _is_empty(scene, i) else memory.group(sentence, without, apart, told_by, things_too=things_too)
        meant = tuple(m for m in meant if m.side.name not in others)
        if word == "its" and meant and _is_stateless(meant[0].side):
            meant = whose_organ(scene, i) or meant
    elif word in _WE:
        speaker = scene.speaker(i)
        meant = scene.with_conjuncts(speaker) if speaker is not None and speaker != i else ()
    elif word in {"who", "which", "that"} and tree.dep[tree.head[i]] == "relcl":
        meant = scene.with_conjuncts(tree.head[tree.head[i]])
    elif word == "whose" and tree.dep[i] == "poss":
        meant = of_antecedent(scene, i)
    elif word in {"both", "neither", "each"} and tree.dep[i] in {*SUBJECTS, "pobj", "dobj"}:
        of = tree.objects(i, "of")
        meant = scene.with_conjuncts(of[0]) if of else bare_number(scene, i, 2)
    elif word in _SOME:
        return scene.owned_by(i, "of", "from", "in")
    else:
        return ()
    return tuple(Meant(m.person.as_side() if m.person else m.side, m.name, i, i + 1, m.person) for m in meant)


def _is_stateless(side: Side) -> bool:
    """Whether a body has no minister and no army; an alliance of which only this article tells may be of fishermen."""
    return side.kind in _STATELESS or (side.kind is PartyKind.ALLIANCE and not side.is_verified)


def _who_says(scene: Scene, i: int) -> Person | None:
    """The person in whose quoted words a pronoun stands, of whom "he" does not speak; None outside of quotations."""
    speaker = scene.speaker(i)
    said = scene.of(speaker) if speaker is not None and speaker != i else ()
    return said[0].person if len(said) == 1 else None


def _things_it_says(scene: Scene, i: int) -> set[int]:
    """Things and people of no certain side in the words before who says them: the soldiers in '"Soldiers stay," their
    leader said'."""
    tree = scene.tree
    who = tree.head[i] if tree.dep[i] == "poss" else i
    if tree.dep[who] not in SUBJECTS:
        return set()
    if not any(tree.dep[c] == "ccomp" and c < i for c in tree.children[tree.head[who]]):
        return set()
    said = (k for k in range(i) if tree.sentence[k] == tree.sentence[i] and tree.pos[k] in {"NOUN", "PRON"})
    return {k for k in said if tree.pos[k] == "PRON" or not scene.determiner(k) or not scene.of(k)}


def _speaking(scene: Scene, i: int) -> frozenset[str]:
    """The sides that say a pronoun in direct speech, where they call themselves "we", or according to whom it is."""
    tree, speaker = scene.tree, scene.speaker(i)
    told = scene.reported_by(i)
    if speaker is None and told is not None and told < i and tree.lower[tree.head[tree.head[told]]] == "according":
        speaker = told
    said = scene.with_conjuncts(speaker) if speaker is not None and speaker != i else ()
    return frozenset(m.side.name for m in said)


def _is_spoken_to(scene: Scene, i: int) -> bool:
    """Whether a pronoun is the object of a verb that takes no thing: "urged it to stop"."""
    tree = scene.tree
    return tree.dep[i] in {"dobj", "dative"} and tree.lemma[tree.head[i]] in _SPEAKING_TO


def _speaks(scene: Scene, i: int) -> bool:
    """Whether a pronoun is who says something."""
    return scene.tree.dep[i] == "nsubj" and scene.tree.lemma[scene.tree.head[i]] in _SAYING


def _those_who_voted(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The union whose members "those who voted" are: the one that tells of them, else the only one of the article."""
    tree = scene.tree
    if not any(tree.dep[c] in {"relcl", "acl"} and tree.lower[c] in _VOTING for c in tree.children[i]):
        return ()
    speaker = scene.reported_by(i)
    told_by = scene.of(speaker) if speaker is not None else ()
    unions = [name for name, side in scene.sides.items() if side.kind is PartyKind.UNION]
    only = tuple(Meant(scene.sides[name], name, i, i + 1) for name in unions) if len(unions) == 1 else ()
    return tuple(m for m in told_by if m.side.kind is PartyKind.UNION) or only


def _same_clause(scene: Scene, i: int) -> set[int]:
    """The subject of the verb whose object a pronoun is, with what explains it: "X met him" speaks of two people, and
    "their leader, X, met him" too."""
    tree = scene.tree
    if tree.dep[i] not in {"dobj", "dative", "pobj"} or tree.lower[i].endswith(("self", "selves")):
        return set()
    verb = tree.head[i]
    for _ in range(4):
        if tree.pos[verb] == "VERB" or tree.head[verb] == verb:
            break
        verb = tree.head[verb]
    while tree.child(verb, *SUBJECTS) is None and tree.dep[verb] == "conj":  # "met both leaders and urged them to go"
        verb = tree.head[verb]
    subjects = {c for c in tree.children[verb] if tree.dep[c] in SUBJECTS}
    return subjects | {d for c in subjects for d in tree.children[c] if tree.dep[d] == "appos"}


def _takes_up_thing(scene: Scene, i: int) -> bool:
    """Whether the object of a verb that takes things too stands for the object told last, which is no side: "Peru
    welcomed the deal. Chile condemned it"."""
    tree, sentence = scene.tree, scene.tree.sentence[i]
    if _is_spoken_to(scene, i):
        return False
    for k in range(i - 1, -1, -1):
        if tree.sentence[k] < sentence - 1:
            return False
        if tree.dep[k] == "dobj" and tree.pos[k] in {"NOUN", "PROPN"}:
            return not scene.of(k) and not tree.is_plural(k)
    return False


def _is_empty(scene: Scene, i: int) -> bool:
    """Whether "it" stands for no side: "it is clear that", "it is they who", "it seems", "rejected it"."""
    tree, verb = scene.tree, scene.tree.head[i]
    if tree.lower[i] != "it":
        return False
    if tree.dep[i] == "expl":
        return True
    if tree.dep[i] in {"dobj", "dative"}:
        return tree.lemma[verb] not in scene.nouns.pronouns.addressed or _takes_up_thing(scene, i)
    if tree.dep[i] == "pobj" and tree.lemma[tree.head[verb]] in _OPPOSING:
        return _takes_up_thing(scene, i)
    if tree.dep[i] not in SUBJECTS:
        return False
    if tree.lemma[verb] in {"be", "seem", "appear", "happen", "turn"}:
        said = [c for c in tree.children[verb] if tree.dep[c] in {"acomp", "attr"}]
        if any(tree.lemma[c] in scene.nouns.pronouns.impersonal for c in said):
            return True
        if any(tree.lower[g] in _THEIRS for c in said for g in tree.children[c] if tree.dep[g] == "poss"):
            return True  # "it was their first meeting"
        attributes = [c for c in tree.children[verb] if tree.dep[c] == "attr"]
        cleft = any(tree.dep[g] == "relcl" for c in attributes for g in tree.children[c])
        clauses = {"xcomp", "ccomp"} if tree.dep[verb] != "relcl" else {"ccomp"}  # "of whom it was to free ten"
        return cleft or any(tree.dep[c] in clauses for c in tree.children[verb])
    return tree.dep[i] == "nsubjpass" and any(tree.dep[c] == "ccomp" for c in tree.children[verb])
