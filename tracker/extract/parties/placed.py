"""Whom a pronoun stands for by its place in the sentence: whose clause it is in, beside whom it stands."""

from tracker.extract.parties.scene import SUBJECTS, Scene
from tracker.extract.parties.sides import Meant
from tracker.model.parties import PartyKind
from tracker.rules import load_language, word_class

_IT_OR_THEY = {"it", "its", "itself", "they", "them", "their", "theirs", "themselves"}
_JUDGING = {"applaud", "blame", "commend", "condemn", "criticise", "criticize", "fault", "praise", "rebuke", "thank"}
_ANSWERING = {"accept", "agree", "comply", "consent", "decline", "obey", "oblige", "refuse"}
_TWO = 2
_OBLIGING = {"must", "should", "ought", "need", "needs"}


def judged(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Who is thanked or blamed for what the pronoun is told to have done: "thanked Osei for the plan she drew up"."""
    tree, node = scene.tree, scene.tree.head[i]
    if tree.dep[i] not in SUBJECTS or tree.dep[node] not in {"relcl", "pcomp"}:
        return ()
    link = tree.head[node] if tree.dep[node] == "pcomp" else tree.head[tree.head[node]]
    over = tree.head[link]
    verb = tree.head[over] if tree.dep[over] == "dobj" else over
    if tree.lower[link] not in {"for", "over"} or tree.lemma[verb] not in _JUDGING:
        return ()
    whom = tree.child(verb, "dobj")
    meant = scene.of(whom) if whom is not None and whom < link else ()
    return meant if len(meant) == 1 and meant[0].person is not None else ()


def of_antecedent(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Whose thing "whose" tells: the noun's of the relative clause in which it stands."""
    tree, node = scene.tree, i
    while tree.head[node] != node:
        node = tree.head[node]
        if tree.dep[node] == "relcl":
            return scene.with_conjuncts(tree.head[node])
        if node < i:
            return ()
    return ()


def beside(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The person or side with whom those of "X and his team", "Peru and its allies" are coordinated."""
    tree, noun = scene.tree, scene.tree.head[i]
    if tree.dep[i] != "poss" or tree.dep[noun] != "conj" or tree.head[noun] > noun:
        return ()
    first = scene.of(tree.head[noun])
    if len(first) != 1 or first[0].side.kind in {PartyKind.COMPANY, PartyKind.UNION}:  # "Boeing and its pilots" are two
        return ()
    is_person = first[0].person is not None
    return first if is_person is (tree.lower[i] not in _IT_OR_THEY) else ()


def for_its_part(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Who does what the clause tells, of whom "for its part" is said."""
    tree, part = scene.tree, scene.tree.head[i]
    if tree.dep[i] != "poss" or tree.lower[part] != "part" or tree.lower[tree.head[part]] != "for":
        return ()
    who = tree.child(tree.head[tree.head[part]], *SUBJECTS)
    return scene.with_conjuncts(who) if who is not None else ()


def own_side(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Who says of the own side what it does: "at which the envoy, Ana Ruiz, said her side would sign"."""
    tree, side = scene.tree, scene.tree.head[i]
    clause = tree.head[side]
    if tree.dep[i] != "poss" or tree.dep[side] not in SUBJECTS or tree.dep[clause] != "ccomp":
        return ()
    if tree.lemma[side] not in word_class("own_side"):
        return ()
    who = tree.child(tree.head[clause], *SUBJECTS)
    meant = scene.of(who) if who is not None and who < i and tree.pos[who] != "PRON" else ()
    return meant if len(meant) == 1 else ()


def asked(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Who of several is asked or proposed to do what the pronoun is told in: "asked Peru and Chile to end their
    dispute"; not whose the plan is that they are to accept."""
    tree, node = scene.tree, i
    if tree.dep[i] == "poss" and tree.lemma[tree.head[i]] in word_class("offers"):
        return ()
    while tree.dep[node] not in {"ccomp", "xcomp"}:
        if tree.head[node] == node:
            return ()
        node = tree.head[node]
    verb = tree.head[node]
    if tree.lemma[verb] not in word_class("object_control" if tree.dep[node] == "xcomp" else "mandative"):
        return ()
    addressed = [c for c in tree.children[verb] if tree.dep[c] in {"dobj", "dative"}] + tree.objects(verb, "to", "on")
    told = (scene.with_conjuncts(o) for o in addressed if o < i)
    return next((meant for meant in told if len(meant) > 1), ())


def is_of_others_asked(scene: Scene, i: int) -> bool:
    """Whether those asked to do what the pronoun is told in are of no side: "urged states to mind their borders"."""
    tree, node = scene.tree, clause_of(scene, i)
    verb = tree.head[node]
    if tree.dep[node] != "xcomp" or tree.lemma[verb] not in word_class("object_control"):
        return False
    asked_of = [c for c in tree.children[verb] if tree.dep[c] == "dobj" and c < i]
    return any(tree.is_plural(c) and tree.pos[c] == "NOUN" and not scene.of(c) for c in asked_of)


def clause_of(scene: Scene, i: int) -> int:
    """The verb of the clause that a pronoun is told in."""
    tree, node = scene.tree, i
    while tree.pos[node] not in {"VERB", "AUX"} and tree.head[node] != node:
        node = tree.head[node]
    return node


def warned(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Who is warned, where the pronoun tells what is to be done: "warned Peru of sanctions unless it paid"."""
    tree, clause = scene.tree, clause_of(scene, i)
    over = tree.head[clause]
    if tree.dep[clause] != "advcl" or tree.lemma[over] not in word_class("threatening"):
        return ()
    marks = {tree.lower[c] for c in tree.children[clause] if tree.dep[c] in {"mark", "neg"}}
    if not ("unless" in marks or ("if" in marks and marks & {"not", "n't"})):
        return ()
    of = (c for c in tree.children[over] if tree.dep[c] == "dobj" and c < i)
    return next((meant for c in of if (meant := scene.with_conjuncts(c))), ())


def of_clause_above(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The side that is the subject of the clause on which the pronoun's depends, where that clause tells of no other
    before the pronoun: "a text that Peru let pass although it disliked it"."""
    tree, verb = scene.tree, scene.tree.head[i]
    if tree.dep[i] not in SUBJECTS:
        return ()
    if tree.dep[verb] == "relcl":
        return _of_clause_around(scene, i)
    above = tree.head[verb]
    if tree.dep[verb] == "conj" and tree.lemma[above] in load_language("en").speech.verbs:
        return _of_who_said(scene, i)
    if tree.dep[verb] != "advcl" or not above < verb:
        return ()
    charged = _charged(scene, above)
    subject = tree.child(above, *SUBJECTS) if charged is None else charged
    if subject is None or tree.pos[subject] == "PRON" or tree.is_plural(subject) is not (tree.lower[i] == "they"):
        return ()
    if any(scene.of(k) for k in range(above, i) if charged is None or tree.dep[k] != "poss"):
        return ()
    meant = scene.of(subject)
    return meant if len(meant) == 1 and meant[0].person is None else ()


def _charged(scene: Scene, deed: int) -> int | None:
    """Who is told to have done a deed in "accused Peru of breaking the truce when it ..."."""
    tree, link = scene.tree, scene.tree.head[deed]
    if tree.dep[deed] != "pcomp" or tree.lower[link] not in {"of", "for"}:
        return None
    over = tree.head[link]
    verb = tree.head[over] if tree.dep[over] == "dobj" else over
    if tree.lemma[verb] not in word_class("object_control"):
        return None
    return tree.child(verb, "dobj") if verb == over else over


def _of_who_said(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Who says in a clause what another does, where the next clause goes on with a pronoun: "Peru complained that Chile
    had massed troops, and it called for talks"."""
    tree, said = scene.tree, scene.tree.head[scene.tree.head[i]]
    subject = tree.child(said, *SUBJECTS)
    content = tree.child(said, "ccomp")
    if subject is None or content is None or not said < content < i or tree.pos[subject] == "PRON":
        return ()
    if any(scene.of(c) for c in tree.children[said] if tree.dep[c] in {"dobj", "dative"}):
        return ()
    meant = scene.of(subject)
    return meant if len(meant) == 1 and meant[0].person is None else ()


def _of_clause_around(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The side that is the subject of the clause within which a noun's clause has the pronoun for its subject: "the
    rebels freed ten of those they held", "in a letter that it sent on Monday, the union asked for talks"."""
    tree, verb = scene.tree, scene.tree.head[i]
    above = tree.head[verb]
    while tree.pos[above] not in {"VERB", "AUX"} and tree.head[above] != above:
        above = tree.head[above]
    subject = tree.child(above, *SUBJECTS)
    if subject is None or tree.pos[subject] == "PRON":
        return ()
    is_to_come = verb < subject < above and tree.is_plural(subject) is (tree.lower[i] == "they")
    if not is_to_come and not subject < above < i:
        return ()
    meant = scene.of(subject)
    is_one = len(meant) == 1 and meant[0].person is None
    return meant if is_one and not any(scene.of(k) for k in range(above, i)) else ()


def asked_before(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Who answers what the sentence before asks of them: "Peru asked the unions to wait. They declined"."""
    tree, sentence = scene.tree, scene.tree.sentence[i]
    if tree.dep[i] not in SUBJECTS or tree.lemma[tree.head[i]] not in _ANSWERING:
        return ()
    for k in range(i - 1, -1, -1):
        if tree.sentence[k] < sentence - 1:
            break
        asks = tree.sentence[k] < sentence and tree.lemma[k] in word_class("object_control")
        whom = tree.child(k, "dobj") if asks else None
        if whom is not None and tree.child(k, "xcomp", "ccomp") is not None:
            return scene.with_conjuncts(whom)
    return ()


def both_of_clause_above(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Who does something to whom in the clause over the one that tells what "the two" did: "Peru accused Chile of
    breaking the truce that the two signed"."""
    tree, node = scene.tree, scene.tree.head[i]
    if tree.dep[i] not in SUBJECTS or tree.dep[node] != "relcl":
        return ()
    while tree.head[node] != node:
        node = tree.head[node]
        who, whom = tree.child(node, *SUBJECTS), tree.child(node, "dobj")
        if who is not None and whom is not None and whom < i and tree.lemma[node] in word_class("object_control"):
            two = (*scene.of(who), *scene.of(whom))
            return two if len({m.side.name for m in two}) == len(two) == _TWO else ()
    return ()


def own_group(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Who says of itself in indirect speech: "Peru's envoy said it would not sign", "the union said its members"."""
    tree, speaker = scene.tree, scene.reported_by(i)
    if speaker is None or (speaker >= i and tree.sentence[speaker] != tree.sentence[i]):
        return ()
    node = i
    while tree.dep[node] in {"poss", "compound", "nmod"}:
        node = tree.head[node]
    if tree.dep[node] not in SUBJECTS or tree.pos[tree.head[node]] not in {"VERB", "AUX"}:
        return ()
    if tree.dep[tree.head[node]] not in {"ccomp", "xcomp", "parataxis"}:
        return ()
    over = tree.head[tree.head[node]]
    if tree.dep[tree.head[node]] == "ccomp" and _obliges(scene, over):  # "Kenya said Somalia must admit it broke it"
        speaker = tree.child(over, *SUBJECTS) or speaker
    if _obliges(scene, tree.head[node]):
        told = [c for c in tree.children[tree.head[speaker]] if tree.dep[c] in {"dobj", "dative"}]
        speaker = next((c for c in told if scene.of(c)), speaker)  # "Kenya told Somalia it must leave"
    said = scene.of(speaker)
    if tree.tag[speaker] == "NNS" and any(m.side.name.endswith(tree.words[speaker]) for m in said):
        return ()  # "it had freed ten, local observers said"
    return said if len(said) == 1 and said[0].side.kind is not PartyKind.PERSON else ()


def _obliges(scene: Scene, verb: int) -> bool:
    return any(scene.tree.lower[c] in _OBLIGING for c in scene.tree.children[verb] if scene.tree.dep[c] == "aux")
