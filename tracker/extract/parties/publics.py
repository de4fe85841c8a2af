"""Workers, families, protesters and people of a creed: sides of their own, named with whose they are."""

from tracker.extract.parties.anaphors import taken_up
from tracker.extract.parties.factions import called_by
from tracker.extract.parties.scene import DEFINITE, STATE, Scene
from tracker.extract.parties.sides import Meant
from tracker.extract.parties.states import KINDS_OF_STATES
from tracker.model.parties import PartyKind
from tracker.rules import word_class

_NEAR = 20
_ORGANISED = {PartyKind.UNION, PartyKind.COMPANY}


def is_ship(scene: Scene, lemma: str) -> bool:
    """Whether a noun that may be a firm's is a ship in this article, which says so once: "two coal carriers"."""
    before = scene.nouns.also_ships.get(lemma)
    if before is None:
        return False
    tree = scene.tree
    heads = (k for k, other in enumerate(tree.lemma) if other == lemma)
    return any(tree.lemma[c].lower() in before for k in heads for c in tree.children[k] if c < k)


def publics(scene: Scene, i: int, lemma: str, full: str) -> tuple[Meant, ...]:
    """Workers, families, protesters: sides of their own, named with whose they are."""
    tree, nouns = scene.tree, scene.nouns
    if called := called_by(scene, i):
        return called
    if lemma in nouns.kin and (kin := _kin(scene, i, lemma)):
        return kin
    if not tree.is_plural(i) and full not in nouns.workforces:
        return taken_up(scene, i, lemma)
    if lemma in nouns.houses and tree.preposition(i) in nouns.places.prepositions:
        return ()  # "held in American banks"
    possessive = tree.child(i, "poss")
    if lemma == "ally" and possessive is not None and tree.pos[possessive] == "PRON":
        return ()  # "Peru and its allies" names nobody but Peru
    if lemma == "opponent" and possessive is not None and tree.pos[possessive] == "PRON":
        named = [m for c in tree.children[i] if possessive < c < i for m in scene.of(c)]
        if named:
            return scene.spread(tuple(named), i)  # "their Chadian opponents" are Chad
    if lemma in nouns.also_parties and _is_party(scene, i):
        return scene.own(i, tree.words[i], PartyKind.ORGANISATION)
    first = tree.phrase_start(i)
    beginning = scene.hyphened(i)
    if lemma == "power" and i and tree.lower[i - 1] == "world":  # "between Iran and world powers"
        return scene.own(i, f"world {tree.lower[i]}", PartyKind.UNKNOWN)
    owners = tuple(m for m in scene.owners(i) if m.side.kind is not PartyKind.PERSON)
    if lemma == "party" and scene.is_faction_before(i - 1):  # "Serbian opposition parties"
        return scene.spread(owners, i)
    is_national = lemma in nouns.nationals or (lemma in nouns.seized_abroad and _is_done_to(scene, i))
    if is_national and owners and all(m.side.kind in STATE for m in owners):
        return scene.spread(owners, i)
    if owners and owners[0].side.name.endswith("opposition"):
        return scene.spread(owners, i)
    if len(owners) == 2 and owners[0].side.kind in _ORGANISED and owners[1].side.kind in STATE:
        # "The Guild and U.S. studio owners": the parser makes the Guild an owner too.
        return owners[0], *scene.own(i, tree.text(owners[1].first, i + 1), PartyKind.UNKNOWN, owners[1].first)
    if owners and beginning is None:
        whose = " and ".join(scene.adjective(m.side.name) for m in owners)
        if possessive is not None and not any(m.side.kind in STATE for m in owners):
            whose += "'" if whose.endswith("s") else "'s"  # "the farmers' unions"
        return scene.own(i, f"{whose} {tree.lower[i]}", PartyKind.UNION if lemma == "union" else PartyKind.UNKNOWN)
    of = tree.objects(i, "of")
    if of and tree.lemma[of[0]] in nouns.victims:
        return scene.own(i, f"{tree.lower[i]} of {tree.lower[of[0]]}", PartyKind.UNKNOWN, first, of[0] + 1)
    is_kind = lemma == "ally" and tree.lower[i - 1] in KINDS_OF_STATES  # "eastern allies"
    if full != lemma and (tree.pos[i - 1] in {"NOUN", "PROPN"} or is_kind):
        first = i - 3 if i > 2 and tree.words[i - 2] == "-" else i - 1  # "hard-line opponents"
        return scene.own(i, tree.text(first, i + 1), PartyKind.UNKNOWN)
    before = scene.memory.same_noun(lemma, tree.sentence[i], _NEAR, is_plural=True)
    if before and (scene.determiner(i) in DEFINITE or (first == i and lemma not in nouns.needs_owner)):
        return scene.phrase(i, before)
    if lemma in nouns.needs_owner:
        return ()
    return scene.own(i, tree.lower[i], PartyKind.UNKNOWN)


def _is_party(scene: Scene, i: int) -> bool:
    """Whether people told by what they think are a party, written with a capital within a sentence: "the Liberals"."""
    tree, word = scene.tree, scene.tree.words[i]
    is_named = any(k and other == word and tree.lower[k - 1] == "the" for k, other in enumerate(tree.words))
    return word.istitle() and is_named and not scene.owners(i)


def _is_done_to(scene: Scene, i: int) -> bool:
    """Whether something is done to those whom a head tells, or to some of them: "eight of the Peruvian fishermen held
    in Chile", "freed the fishermen"; not whether something is said to them."""
    tree = scene.tree
    if any(tree.dep[c] == "acl" and tree.tag[c] == "VBN" for c in tree.children[i]):
        return True
    while tree.dep[i] == "pobj" and tree.lower[tree.head[i]] == "of":
        i = tree.head[tree.head[i]]
    return tree.dep[i] in {"dobj", "nsubjpass"} and tree.lemma[tree.head[i]] not in word_class("speech_acts")


def of_a_creed(scene: Scene, i: int) -> tuple[Meant, ...]:
    """People of a creed or nation that has no state: "Catholic protesters", "Hindu activists"."""
    tree, before = scene.tree, i - 1
    is_creed = i > 0 and tree.entity[before] == "NORP" and tree.head[before] == i and tree.dep[before] != "poss"
    if not is_creed or not tree.is_plural(i) or before in scene.span_at or before in scene.demonyms:
        return ()
    return scene.own(i, f"{tree.words[before]} {tree.lower[i]}", PartyKind.UNKNOWN, before)


def _kin(scene: Scene, i: int, lemma: str) -> tuple[Meant, ...]:
    """A family by whose it is, and what takes it up: "lawyers for the Hansen family", "the family refused"."""
    tree, name = scene.tree, scene.unknown_at.get(i - 1)
    if lemma == "family" and name is not None and tree.head[i - 1] == i and tree.dep[i - 1] != "poss":
        return scene.own(i, f"{name.text} family", PartyKind.UNKNOWN, name.first)
    owners = scene.owners(i) or scene.owned_by(i, "of")
    by_place = i and tree.dep[i - 1] == "compound" and i - 1 not in scene.people.at  # "Elio's Miami relatives"
    if by_place:
        return ()
    if len(owners) == 1 and (owners[0].side.kind is PartyKind.PERSON or owners[0].person is not None):
        return scene.own(i, f"{owners[0].name.split()[-1]} {tree.lower[i]}", PartyKind.UNKNOWN)
    if owners or scene.determiner(i) not in DEFINITE:
        return ()
    return scene.phrase(i, scene.memory.same_noun(lemma, tree.sentence[i], _NEAR, is_plural=tree.is_plural(i)))
