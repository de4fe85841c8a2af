"""Sides by what the article says that they are: "X, a coalition of rebels", "known as X", "the chipmaker Orvin ... the
chipmaker"."""

from tracker.extract.parties.beside import told_beside
from tracker.extract.parties.memory import distinct
from tracker.extract.parties.scene import STATE, SUBJECTS, Scene
from tracker.extract.parties.sides import Meant
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties import head_of_name

_NEAR = 12
# "The ruling party" is no party told before.
_RULED = {"party"}
_DEALT_WITH = {"with", "by", "between", "against"}
# What makes a group armed, and what makes it another than the one that the article names.
_OTHER = {"another", "breakaway", "different", "rival", "second", "separate", "smaller", "splinter", "third"}
_INITIALS = {"initial", "initials", "acronym", "abbreviation"}


def named_elsewhere(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The side that an apposition describes ("X, a coalition of rebels") or a participle names ("known as X")."""
    tree = scene.tree
    if tree.dep[i] == "appos" and tree.head[i] < i and tree.head[i] not in scene.people.at:
        described = _beside(scene, i) if tree.pos[tree.head[i]] == "PROPN" else ()
        return described if described and described[0].person is None else ()
    if i + 1 in scene.span_at and tree.dep[i + 1] == "appos" and tree.head[i + 1] in {i, tree.head[i]}:
        return scene.with_conjuncts(i + 1) if tree.pos[i] == "NOUN" and not tree.is_plural(i) else ()  # "ally Peru"
    for c in tree.children[i]:
        is_group = tree.lemma[i] in scene.nouns.generic
        if is_group and tree.dep[c] == "acl" and tree.lemma[c] in {"know", "call", "name", "dub"}:
            names = [*tree.objects(c, "as"), *(d for d in tree.children[c] if tree.dep[d] == "oprd")]
            names += _initials(tree, c)
            if names:
                return scene.with_conjuncts(names[0])
    return _body_beside(scene, i) or _court_of_its_kind(scene, i)


def _beside(scene: Scene, i: int) -> tuple[Meant, ...]:
    """What an apposition describes of a list on whose first name the parser hangs it: all of it, or the last name."""
    tree, first = scene.tree, scene.tree.head[i]
    listed = [k for k in tree.conjuncts(first) if k < i]
    if not listed or tree.pos[listed[-1]] != "PROPN":
        return scene.of(first)
    if tree.is_plural(i):
        return distinct(m for k in (first, *listed) for m in scene.of(k))
    return scene.of(listed[-1]) if tree.words[listed[-1] + 1] == "," else scene.of(first)


def _initials(tree: Tree, known: int) -> list[int]:
    """The name in "known by its French initials CSP", "known by the acronym ELN"."""
    told = tree.objects(known, "by", "under")
    beside = [d for o in told if tree.lemma[o] in _INITIALS for d in tree.children[o] if tree.dep[d] == "appos"]
    of_one = [o for o in told if any(tree.lemma[d] in _INITIALS for d in tree.children[o])]
    return [name for name in (*beside, *of_one) if tree.words[name].isupper()]


def _court_of_its_kind(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The one court of the article whose name tells its kind: "an arbitration tribunal" where it names the Permanent
    Court of Arbitration."""
    tree = scene.tree
    if tree.lemma[i] not in scene.nouns.court_names or tree.is_plural(i):
        return ()
    kind = {tree.lower[c] for c in tree.children[i] if tree.dep[c] == "compound" and tree.pos[c] == "NOUN"}
    named = [name for name in scene.sides if scene.nouns.is_court(name)]
    told = [name for name in named if kind & {*name.lower().split()}]
    return (Meant(scene.sides[told[0]], told[0], i, i + 1),) if len(named) == len(told) == 1 else ()


def _body_beside(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The body whose name follows what it is: "the city's biggest union, the Hall Workers, agreed"."""
    tree = scene.tree
    if tree.is_plural(i) or tree.pos[i] != "NOUN" or not scene.nouns.is_body(tree.lemma[i]):
        return ()
    named = [c for c in tree.children[i] if tree.dep[c] == "appos" and c > i and tree.pos[c] == "PROPN"]
    if len(named) != 1 or named[0] in scene.people.at or tree.conjuncts(named[0]):
        return ()
    return scene.of(named[0])


def telling(tree: Tree, first: int, i: int) -> str:
    """The noun right before the name with the head `i` that tells what it is: "the chipmaker Orvin"; "" for none."""
    before = first - 1
    is_noun = before >= 0 and tree.pos[before] == "NOUN" and tree.head[before] == i
    return tree.lemma[before] if is_noun and tree.dep[before] in {"compound", "amod", "nmod"} else ""


def so_called(scene: Scene, i: int, lemma: str) -> tuple[Meant, ...]:
    """The body that the article told to be what a definite noun says, "Orvin, a chipmaker", or whose name ends in it:
    "the front" of the Azawad Liberation Front. Not for nouns that also take up what the article does not call so."""
    tree, nouns, memory = scene.tree, scene.nouns, scene.memory
    if tree.is_plural(i) or tree.dep[i] == "compound" or scene.determiner(i) != "the" or scene.owners(i):
        return ()
    takes_up_any = any(lemma in words for words in nouns.anaphors.values())
    if (takes_up_any and lemma not in nouns.publics) or lemma in _RULED or tree.objects(i, "of"):
        return ()
    is_armed = nouns.kind_of_name(lemma) is PartyKind.ARMED_GROUP
    if tree.objects(i, "in") and not is_armed:  # where "the front" met them, the parser hangs on it
        return ()
    sentence, beside = tree.sentence[i], told_beside(scene, i)
    told = memory.same_noun(lemma, sentence, _NEAR, is_plural=False, but=beside)
    is_body = not takes_up_any and nouns.kind_of_name(lemma) is not PartyKind.UNKNOWN
    if not told and is_body and (lemma in nouns.own_bodies or _is_dealt_with(scene, i)):
        told = memory.named_as(lemma, sentence, _NEAR, beside)
    is_one = len(told) == 1 and told[0].side.kind not in {*STATE, PartyKind.PERSON}
    return scene.phrase(i, told) if is_one else ()


def _is_dealt_with(scene: Scene, i: int) -> bool:
    """Whether a noun has the place of who acts or is dealt with, so that "the front" is no front line: "talks with the
    front", "delegates of the front", "the front's men"."""
    tree, link = scene.tree, scene.tree.head[i]
    if tree.dep[i] in {*SUBJECTS, "poss", "dative"} or tree.preposition(i) in _DEALT_WITH:
        return True
    if tree.dep[i] == "dobj":
        return tree.lemma[link] in scene.nouns.pronouns.addressed
    of_people = scene.nouns.agents | scene.nouns.last_title_words | scene.nouns.fighters
    return tree.preposition(i) in {"of", "for", "from"} and tree.lemma[tree.head[link]] in of_people


def named_later(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The one armed group of the article, where it opens with what it is: "A rebel group has freed ten ... the Osa
    Front"."""
    tree = scene.tree
    groups = [name for name, side in scene.sides.items() if side.kind is PartyKind.ARMED_GROUP]
    if len(groups) != 1 or tree.sentence[i] > 1 or tree.is_plural(i):
        return ()
    before = {tree.lower[c] for c in tree.children[i] if c < i}
    if before & _OTHER or not (before & scene.nouns.armed or tree.lemma[i] in scene.nouns.of_state):
        return ()
    named = (k for k in {*scene.span_at, *scene.unknown_at} if k <= i)
    if any(m.side.name == groups[0] for k in named for m in scene.of(k)):
        return ()
    return (Meant(scene.sides[groups[0]], groups[0], i, i + 1),)


def firm_named_later(scene: Scene, i: int, owner: tuple[Meant, ...]) -> tuple[Meant, ...]:
    """The one firm of the article, where it opens with whose it is: "drivers at Peru's rail operator ... Rofer"."""
    tree = scene.tree
    firms = [name for name, side in scene.sides.items() if side.kind is PartyKind.COMPANY]
    is_a_firm = tree.lemma[i] in scene.nouns.anaphors[PartyKind.COMPANY] and not tree.is_plural(i)
    if len(firms) != 1 or not is_a_firm or tree.sentence[i] > 1 or any(m.side.kind not in STATE for m in owner):
        return ()
    if firms[0] in tree.text(0, i) or any(tree.tag[c] in {"JJS", "RBS"} for c in tree.children[i]):
        return ()  # "the country's biggest bank" may be another than the firm told before
    return (Meant(scene.sides[firms[0]], firms[0], i, i + 1),) if owner else ()


def named_by(scene: Scene, i: int, lemma: str) -> tuple[Meant, ...]:
    """The one side of the article whose name has a definite noun as its head: "the movement" of the Osa Liberation
    Movement, whatever other group was told last."""
    tree = scene.tree
    if tree.is_plural(i) or tree.dep[i] == "compound" or scene.determiner(i) != "the" or tree.objects(i, "of"):
        return ()
    if {tree.lower[c] for c in tree.children[i] if c < i} - {"the"} - scene.nouns.armed or scene.owners(i):
        return ()
    named = [name for name in scene.sides if name.lower() != lemma == head_of_name(name.lower())]
    return (Meant(scene.sides[named[0]], named[0], i, i + 1),) if len(named) == 1 else ()


def named_so(scene: Scene, lemma: str) -> tuple[Meant, ...]:
    """The one side of the article whose name ends in a noun, told before or after: "an alliance of ethnic armies" where
    it names the Karst Alliance."""
    named = [
        name for name, side in scene.sides.items() if side.kind not in STATE and name.lower().endswith(f" {lemma}")
    ]
    return (Meant(scene.sides[named[0]], named[0], 0, 1),) if len(named) == 1 else ()


def examples(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The sides in "allies including X and Y", "parties such as X", "two companies, X and Y"."""
    tree = scene.tree
    if tree.pos[i] != "NOUN" or not tree.is_plural(i):
        return ()
    found = list[Meant]()
    for c in tree.children[i]:
        such = tree.lower[c] == "as" and "such" in {tree.lower[c - 1], *(tree.lower[d] for d in tree.children[c])}
        if tree.dep[c] == "prep" and (such or tree.lower[c] == "including"):
            found += [m for o in tree.children[c] if tree.dep[o] == "pobj" for m in scene.with_conjuncts(o)]
        elif tree.dep[c] == "appos" and c > i and tree.pos[c] == "PROPN" and tree.conjuncts(c):
            found += scene.with_conjuncts(c)
    return distinct(m for m in found if m.side.kind is not PartyKind.PERSON)
