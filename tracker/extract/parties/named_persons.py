"""Persons in their phrases: the side that somebody gets by the parse where the names alone gave none."""

from tracker.extract.parties.anaphors import association
from tracker.extract.parties.bodies_of_agents import body_of_agent
from tracker.extract.parties.conciliators import own_office
from tracker.extract.parties.guessed_offices import guessed_side, head_of_name
from tracker.extract.parties.homes import seat_of
from tracker.extract.parties.offices import FORMER
from tracker.extract.parties.owners import ENVOYS
from tracker.extract.parties.pronouns import pronoun
from tracker.extract.parties.scene import STATE, SUBJECTS, Scene
from tracker.extract.parties.sides import Meant, Person, Side, Taught
from tracker.extract.parties.told_offices import is_office, told_side
from tracker.model.parties import PartyKind

# How many complements of an office a name may stand behind.
_COMPLEMENTS = 3
_IN_OFFICE = {"predecessor", "successor"}
_COMPANY = frozenset({PartyKind.COMPANY})
_UNION = frozenset({PartyKind.UNION})


def named_person(scene: Scene, i: int, person: Person) -> tuple[Meant, ...]:
    """A person named at a place, who learns a side there: by an apposition, an office, or whoever sends an envoy."""
    first = last = i
    at = scene.people.at
    while at.get(first - 1) is person:
        first -= 1
    while at.get(last + 1) is person:
        last += 1
    if person.side is None:
        _learn(scene, i, first, last, person)
    return (Meant(person.as_side(), person.name, first, last + 1, person),)


def _learn(scene: Scene, i: int, first: int, last: int, person: Person) -> None:
    """Puts a person without a side to the one that this place tells."""
    in_office = person.holds_office or not person.is_former
    side = _office(scene, i, last, person) if in_office else None
    if side is not None and side.kind is PartyKind.PERSON:
        side = _whom_he_serves(scene, side, person)
    if side is not None and side.name != person.name:
        person.side = side
        if person.of is not None:
            scene.people.taught.append(Taught(person, side, min(person.of, first), last + 1))
        elif side == body_of_agent(scene, person.titles):
            scene.people.taught.append(Taught(person, side, first, last + 1))
    elif told := told_side(scene, head_of_name(scene, i, last)):
        person.side, verb = told[0].side, told[1]
        words = (first, last + 1, verb, verb + 1, told[0].first, told[0].last)
        scene.people.taught.append(Taught(person, person.side, min(words), max(words)))
    elif in_office and (office := own_office(scene, first, person)) is not None:
        person.side = office
        scene.people.taught.append(Taught(person, office, max(first - 2, 0), last + 1))
    elif in_office and person.of is None and not person.titles & scene.nouns.company_titles:
        guessed = guessed_side(scene, i, last, person)
        person.side = guessed if guessed is not None and guessed.name != person.name else None
        if (
            person.is_guessed
            and person.is_official
            and person.side is not None
            and _is_the_only_state(scene, person.side)
        ):
            scene.people.taught.append(Taught(person, person.side, first, last + 1))


def _is_the_only_state(scene: Scene, side: Side) -> bool:
    """Whether an article tells of one state alone, and no name that may be another's acts in it, so that its officials
    are also those of other articles."""
    states = [name for name, one in scene.sides.items() if one.kind is PartyKind.STATE]
    acting = (k for k in scene.unknown_at if scene.tree.dep[k] in SUBJECTS and k not in scene.people.at)
    if any(scene.unknown_at[k].text not in scene.sides for k in acting):
        return False
    return side.kind is PartyKind.STATE and side.is_verified and states == [side.name]


def _whom_he_serves(scene: Scene, served: Side, person: Person) -> Side:
    """The side of whom somebody serves, or that person: "X, the president's envoy"."""
    at = next((k for k, one in scene.people.at.items() if one.name == served.name and one is not person), None)
    meant = scene.of(at) if at is not None else ()
    if len(meant) != 1 or meant[0].person is None:
        return served
    person.is_guessed = meant[0].person.is_guessed
    return meant[0].side


def _office(scene: Scene, i: int, last: int, person: Person) -> Side | None:
    """The side of somebody by the parse: an apposition ("X, head of the union"), an organ before the name ("army
    spokesman X"), an office of state or of a company without an owner."""
    tree = scene.tree
    head = head_of_name(scene, i, last)
    if owned := _compatriot(scene, head) or _in_the_same_office(scene, head):
        return owned
    beside = [c for c in tree.children[head] if tree.dep[c] == "appos" and c > last]
    over = tree.head[head]
    # "Observers, X, the minister, said, should go"
    are_many = tree.is_plural(over) and tree.child(head, "conj") is None
    if tree.dep[head] == "appos" and over < head and not are_many:
        beside.append(_titled(scene, over))
    near = [noun for c in beside for noun in (tree.objects(c, "of") if tree.lower[c] == "one" else [c])]
    if person.of is not None:
        near.append(person.of)
    for noun in near:
        if noun in scene.people.at or (noun != person.of and tree.pos[noun] not in {"NOUN", "PROPN"}):
            continue
        if FORMER & {tree.lower[c] for c in tree.children[noun]}:
            continue
        whose = next((c for c in tree.children[noun] if tree.dep[c] == "poss"), None)  # "its foreign minister, X"
        of_somebody = whose is not None or scene.owners(noun) or tree.objects(noun, "of", "for")
        if person.is_official and noun != person.of and not of_somebody:
            continue  # "X, the foreign minister"
        meant = scene.of(noun) or (pronoun(scene, whose) if whose is not None else ())
        if meant and meant[0].person is None and (noun == person.of or is_office(scene, noun)):
            return meant[0].side
    for titles, kinds in ((scene.nouns.company_titles, _COMPANY), (scene.nouns.union_titles, _UNION)):
        if person.titles & titles and (found := scene.memory.of_kind(tree.sentence[i], kinds)):
            return found[0].side
        if person.titles & titles and kinds is _UNION and (found := association(scene, i)):
            return found[0].side
    if person.titles & scene.nouns.company_titles:
        return None
    if person.of is not None:
        return None
    if body := body_of_agent(scene, person.titles):
        return body
    at_seat = any(is_office(scene, noun) for noun in near) or person.titles & scene.nouns.agents
    if at_seat and not person.is_official and (seat := seat_of(scene, i)):
        return seat[0].side
    if sender := _sender(scene, i, person):
        return sender[0].side
    return None


def _titled(scene: Scene, noun: int) -> int:
    """The office to which a name stands that the parser hangs on its complement: "envoy to Mali, X"."""
    tree, office = scene.tree, noun
    for _ in range(_COMPLEMENTS):  # "spokesman for the rebels in Mali, X"
        if tree.dep[office] != "pobj" or tree.lower[tree.head[office]] not in {"to", "in", "of", "for"}:
            return noun
        office = tree.head[tree.head[office]]
        if is_office(scene, office):
            return office
    return noun


def _sender(scene: Scene, i: int, person: Person) -> tuple[Meant, ...]:
    """The state whose spokesman tells of an envoy: "Norway's ministry said special envoy X would travel"."""
    reporter = scene.reported_by(i) if person.titles & ENVOYS else None
    sent_by = scene.of(reporter) if reporter is not None and reporter < i else ()
    return sent_by if len(sent_by) == 1 and sent_by[0].side.kind in STATE else ()


def _compatriot(scene: Scene, head: int) -> Side | None:
    """The packaged side whose a name without a title is: "Spain's Alfonso Dastis"."""
    for c in scene.tree.children[head]:
        if scene.tree.dep[c] == "poss" and c in scene.span_at and scene.may_own(c):
            owners = scene.of(c)
            if len(owners) == 1 and owners[0].person is None and owners[0].side.is_verified:
                return owners[0].side
    return None


def _in_the_same_office(scene: Scene, head: int) -> Side | None:
    """The side for which somebody spoke before or after another: "his predecessor, X"."""
    tree = scene.tree
    noun = tree.head[head] if tree.dep[head] in {"appos", "compound", "nmod"} else head
    noun = next((c for c in (noun, *tree.children[head]) if tree.lemma[c] in _IN_OFFICE), None) or head
    whose = tree.child(noun, "poss")
    if tree.lemma[noun] not in _IN_OFFICE or whose is None or whose > noun:
        return None
    meant = scene.of(whose)
    return meant[0].side if len(meant) == 1 and meant[0].side.kind is not PartyKind.PERSON else None


def is_out_of_office(scene: Scene, i: int, named: int) -> bool:
    """Whether an office, with its head at a token, was once that of somebody who is named beside it and holds none."""
    tree, person = scene.tree, scene.people.at.get(named)
    is_former = any(tree.lower[c] in FORMER for c in tree.children[i])
    return is_former and person is not None and person.is_former and not person.holds_office
