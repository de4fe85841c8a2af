"""Whom a pronoun stands for."""

from tracker.extract.parties.beside import told_beside
from tracker.extract.parties.scene import SUBJECTS, Scene
from tracker.extract.parties.several import bare_number
from tracker.extract.parties.sides import Meant, Person
from tracker.model.parties import PartyKind
from tracker.rules import load_language, word_class

_HE, _SHE = {"he", "him", "his", "himself"}, {"she", "her", "hers", "herself"}
_THEY, _IT = {"they", "them", "their", "theirs", "themselves"}, {"it", "its", "itself"}
_THEIRS = {"their", "his", "her"}
_WE = {"we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself"}
_SOME = {"some", "many", "several", "those", "all", "most", "none", "one", "others"}
_REASONS = {"for", "over", "after", "following", "since"}
_SAYING = {"say", "add", "tell", "claim", "argue", "insist", "charge", "state", "maintain", "note"}
_SPEAKING_TO = {"accuse", "advise", "ask", "blame", "invite", "persuade", "press", "pressure", "tell", "urge", "warn"}
_OBLIGING = {"must", "should", "ought", "need", "needs"}
PLURAL_PRONOUNS = frozenset(_THEY)


def pronoun(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The sides that a pronoun stands for; () for an empty "it", for "you" and where nothing told before fits."""
    tree, word = scene.tree, scene.tree.lower[i]
    sentence, memory = tree.sentence[i], scene.memory
    without = _same_clause(scene, i)
    if word in _HE | _SHE | {"its", "their"} and (beside := _beside(scene, i)):
        meant = beside
    elif word in _HE | _SHE:
        goes_on = tree.words[i - 1 : i] in (['"'], ["”"], ["''"]) and tree.dep[i] in SUBJECTS
        meant = memory.person(sentence, word in _HE, without, _who_says(scene, i), speaks_on=goes_on)
        if meant and meant[0].person is not None and meant[0].person.is_male is None:
            meant[0].person.is_male = word in _HE
    elif word in {"its", "their"} and (treated := _treated(scene, i)):
        meant = treated
    elif word in {"they", "their"} and (asked := _asked(scene, i)):
        meant = asked
    elif word in {"it", "they"} and (above := _of_clause_above(scene, i)):
        meant = above
    elif word in _THEY:
        apart, members = _speaking(scene, i) | told_beside(scene, i), scene.nouns.workers | {"member"}
        meant = memory.several(sentence, without, apart, members)
    elif word in _IT and not _is_empty(scene, i) and (speaking := _own_group(scene, i)):
        meant = speaking
    elif word in _IT:
        told_by = scene.reported_by if _speaks(scene, i) else None
        things_too = word != "its" and not _is_spoken_to(scene, i)
        others = told_beside(scene, i)
        # After a preposition it is rather a thing than another side: "Israel would not be bound by it".
        apart = frozenset[str]() if tree.dep[i] == "pobj" else others
        meant = () if _is_empty(scene, i) else memory.group(sentence, without, apart, told_by, things_too=things_too)
        meant = tuple(m for m in meant if m.side.name not in others)
    elif word in _WE:
        speaker = scene.speaker(i)
        meant = scene.with_conjuncts(speaker) if speaker is not None and speaker != i else ()
    elif word in {"who", "which", "that"} and tree.dep[tree.head[i]] == "relcl":
        meant = scene.with_conjuncts(tree.head[tree.head[i]])
    elif word == "whose" and tree.dep[i] == "poss":
        meant = _of_antecedent(scene, i)
    elif word in {"both", "neither", "each"} and tree.dep[i] in {*SUBJECTS, "pobj", "dobj"}:
        of = tree.objects(i, "of")
        meant = scene.with_conjuncts(of[0]) if of else bare_number(scene, i, 2)
    elif word in _SOME:
        return scene.owned_by(i, "of", "from", "in")
    else:
        return ()
    return tuple(Meant(m.person.as_side() if m.person else m.side, m.name, i, i + 1, m.person) for m in meant)


def _who_says(scene: Scene, i: int) -> Person | None:
    """The person in whose quoted words a pronoun stands, of whom "he" does not speak; None outside of quotations."""
    speaker = scene.speaker(i)
    said = scene.of(speaker) if speaker is not None and speaker != i else ()
    return said[0].person if len(said) == 1 else None


def _speaking(scene: Scene, i: int) -> frozenset[str]:
    """The sides that say a pronoun in direct speech, where they call themselves "we"."""
    speaker = scene.speaker(i)
    said = scene.with_conjuncts(speaker) if speaker is not None and speaker != i else ()
    return frozenset(m.side.name for m in said)


def _of_antecedent(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Whose thing "whose" tells: the noun's of the relative clause in which it stands."""
    tree, node = scene.tree, i
    while tree.head[node] != node:
        node = tree.head[node]
        if tree.dep[node] == "relcl":
            return scene.with_conjuncts(tree.head[node])
        if node < i:
            return ()
    return ()


def _beside(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The person or side with whom those of "X and his team", "Peru and its allies" are coordinated."""
    tree, noun = scene.tree, scene.tree.head[i]
    if tree.dep[i] != "poss" or tree.dep[noun] != "conj" or tree.head[noun] > noun:
        return ()
    first = scene.of(tree.head[noun])
    if len(first) != 1 or first[0].side.kind in {PartyKind.COMPANY, PartyKind.UNION}:  # "Boeing and its pilots" are two
        return ()
    is_person = first[0].person is not None
    return first if is_person is (tree.lower[i] not in _IT | _THEY) else ()


def _asked(scene: Scene, i: int) -> tuple[Meant, ...]:
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


def _of_clause_above(scene: Scene, i: int) -> tuple[Meant, ...]:
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
    rebels freed ten of those they held"."""
    tree, verb = scene.tree, scene.tree.head[i]
    above = tree.head[verb]
    while tree.pos[above] not in {"VERB", "AUX"} and tree.head[above] != above:
        above = tree.head[above]
    subject = tree.child(above, *SUBJECTS)
    if subject is None or not subject < above < i or tree.pos[subject] == "PRON":
        return ()
    meant = scene.of(subject)
    is_one = len(meant) == 1 and meant[0].person is None
    return meant if is_one and not any(scene.of(k) for k in range(above, i)) else ()


def _treated(scene: Scene, i: int) -> tuple[Meant, ...]:
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


def _own_group(scene: Scene, i: int) -> tuple[Meant, ...]:
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
    if {tree.lower[c] for c in tree.children[tree.head[node]] if tree.dep[c] == "aux"} & _OBLIGING:
        told = [c for c in tree.children[tree.head[speaker]] if tree.dep[c] in {"dobj", "dative"}]
        speaker = next((c for c in told if scene.of(c)), speaker)  # "Kenya told Somalia it must leave"
    said = scene.of(speaker)
    return said if len(said) == 1 and said[0].side.kind is not PartyKind.PERSON else ()


def _is_spoken_to(scene: Scene, i: int) -> bool:
    """Whether a pronoun is the object of a verb that takes no thing: "urged it to stop"."""
    tree = scene.tree
    return tree.dep[i] in {"dobj", "dative"} and tree.lemma[tree.head[i]] in _SPEAKING_TO


def _speaks(scene: Scene, i: int) -> bool:
    """Whether a pronoun is who says something."""
    tree = scene.tree
    return tree.dep[i] == "nsubj" and tree.lemma[tree.head[i]] in _SAYING


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
    if tree.dep[i] not in SUBJECTS:
        return False
    if tree.lemma[verb] in {"be", "seem", "appear", "happen", "turn"}:
        said = [c for c in tree.children[verb] if tree.dep[c] in {"acomp", "attr"}]
        if any(tree.lemma[c] in scene.nouns.pronouns.impersonal for c in said):
            return True
        if any(tree.lower[g] in _THEIRS for c in said for g in tree.children[c] if tree.dep[g] == "poss"):
            return True  # "it was their first meeting"
        cleft = any(
            tree.dep[g] == "relcl" for c in tree.children[verb] if tree.dep[c] == "attr" for g in tree.children[c]
        )
        return cleft or any(tree.dep[c] in {"xcomp", "ccomp"} for c in tree.children[verb])
    return tree.dep[i] == "nsubjpass" and any(tree.dep[c] == "ccomp" for c in tree.children[verb])
