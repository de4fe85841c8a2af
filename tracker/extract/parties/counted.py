"""Who is counted: the soldiers in "hundreds of Malian soldiers", the people in "tens of thousands of Yemenis", the
members in "60 percent of its members"."""

from tracker.extract.parties.memory import distinct
from tracker.extract.parties.scene import STATE, Scene
from tracker.extract.parties.sides import Meant
from tracker.extract.parties.told_offices import is_office
from tracker.model.parties import PartyKind
from tracker.rules import word_class

_DEFINITE_COUNTS = {"number", "majority"}


def counted(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The sides of what a word of number counts; () for another word, for a country ("half of Peru"), for "the number
    of", which is a thing, and for some of several sides ("half of the countries"). "One of" them is no side of its own,
    one of a side's leaders stands for it.

    People told by their nation's name act for themselves, not for their state; what is done to them is done to it.
    """
    tree = scene.tree
    is_share = tree.lemma[i] in word_class("percent")
    if tree.pos[i] != "NUM" and not is_share and tree.lemma[i] not in word_class("people_count"):
        return ()
    if tree.lemma[i] in _DEFINITE_COUNTS and scene.determiner(i) == "the":
        return ()
    found = list[Meant]()
    for o in tree.objects(i, "of"):
        if is_share and tree.lower[o] != "those" and not (tree.pos[o] == "NOUN" and tree.is_plural(o)):
            continue  # "20 percent of the airline"
        span = scene.span_at.get(o)
        if tree.lemma[o] in _parts(scene) and not (scene.owners(o) or scene.owned_by(o, "of")):
            continue
        if span is None or not span.is_side:
            found += scene.with_conjuncts(o)
        elif tree.tag[o] == "NNPS" and span.known.kind in STATE:
            acts = tree.dep[i] == "nsubj" and tree.lower[o].endswith("s")
            found += scene.own(o, tree.words[o], PartyKind.UNKNOWN) if acts else scene.of(o)
        elif span.known.kind not in STATE:
            found += scene.of(o)
    of_agents = any(is_office(scene, o) for o in tree.objects(i, "of"))
    is_whole = tree.lower[i] != "one" or of_agents
    return distinct(m for m in found if m.side.kind is not PartyKind.PERSON and (m.side.is_verified or is_whole))


def _parts(scene: Scene) -> frozenset[str]:
    """The nouns whose plural is several sides."""
    plural = scene.nouns.plural
    return plural.any | plural.state | plural.union | plural.company | scene.nouns.anaphors[PartyKind.ORGANISATION]
