"""Nouns that take up sides told before: "the group", "both countries", "the minister", "the army"."""

from tracker.extract.parties.allied import mediating
from tracker.extract.parties.beside import told_beside
from tracker.extract.parties.described import firm_named_later
from tracker.extract.parties.homes import home_state, seat_of
from tracker.extract.parties.memory import distinct
from tracker.extract.parties.represented import owned_union, their_union
from tracker.extract.parties.scene import DEFINITE, STATE, SUBJECTS, Scene
from tracker.extract.parties.several import number_word
from tracker.extract.parties.sides import Meant, Side
from tracker.model.parties import PartyKind

# Who stands to one state as another does, and how many times as often as any third that other is named.
_OPPOSITE = {"neighbour", "neighbor", "rival", "archrival", "foe", "adversary", "enemy"}
_CLEARLY = 2
_NEAR = 12
# Which bloc "the bloc" is where the article names none.
_BLOC = "bloc"
_USUAL_BLOC = Side("European Union", PartyKind.ALLIANCE, is_verified=True)
_OBJECTS = {"pobj", "conj", "poss", "dobj", "compound"}
_TOWNS = {"city", "county", "district", "hospital"}
_ASSOCIATIONS = {
    "alliance", "association", "brotherhood", "confederation", "congress", "federation", "guild", "society",
}  # fmt: skip
# "A spokesman" whose body is not told speaks for the one just told.
_SPOKESMEN = {"spokesman", "spokeswoman", "spokesperson"}
_BODIES = frozenset(PartyKind) - {PartyKind.PERSON}
# Bodies whose name holds the word: "the court" is no unknown name told before, "the wage council" no other body.
_NAMED_AFTER_IT = {
    "association", "board", "commission", "committee", "council", "court", "fund", "institution", "tribunal",
}  # fmt: skip
_RULED = {"party", "coalition", "alliance", "bloc"}
_PRIVATE = frozenset({PartyKind.UNION, PartyKind.COMPANY})
# What acts for the government of a state without a name.
_OF_THE_GOVERNMENT = {
    "administration", "air force", "army", "cabinet", "junta", "military", "minister", "ministry", "navy", "premier",
    "president", "regime",
}  # fmt: skip
# What bodies send several mediators.
_WITH_MEDIATORS = {PartyKind.ALLIANCE, PartyKind.ORGANISATION}
_WHERE, _ALL_OF = {"in", "through", "across", "near"}, {"entire", "whole"}
_INDEFINITE = {"a", "an", "no", "any", "every", "another", "other", "some"}
_COUNTRY = {"country", "nation", "state", "government", "kingdom", "sultanate", "emirate"}
# Words so general that the last side counts for more than the last such word.
_GENERAL = {"group", "movement", "organisation", "organization", "country", "nation", "state", "body", "side"}


def own_body(scene: Scene, i: int, lemma: str) -> tuple[Meant, ...]:
    """A body that the article gives no name: "the school board", "police"."""
    tree = scene.tree
    determiner, dependency = scene.determiner(i), tree.dep[i]
    if lemma in scene.nouns.provinces.nouns and (province := _province(scene, i)):
        return scene.phrase(i, province)
    is_told = (determiner in DEFINITE and dependency in SUBJECTS | _OBJECTS) or (
        not determiner and dependency in SUBJECTS
    )
    if lemma not in scene.nouns.own_bodies or not is_told:
        return ()
    is_place = (
        dependency not in SUBJECTS or tree.is_plural(i) or tree.objects(i, "of") or tree.child(i, "amod", "appos")
    )
    if lemma in _TOWNS and is_place:
        return ()  # a place, but where it acts: "the city offered a raise"
    if lemma == "city" and (town := _town(scene)):
        return scene.own(i, town, PartyKind.GOVERNMENT)
    kind = next((k for k, words in scene.nouns.name_kinds.items() if lemma in words), PartyKind.UNKNOWN)
    name = scene.unknown_at.get(i - 1)
    if name is not None and tree.head[i - 1] == i:
        return scene.own(i, f"{name.text} {tree.lower[i]}", kind, name.first)
    before = tree.lower[i - 1] if i and tree.dep[i - 1] == "compound" and tree.head[i - 1] == i else ""
    return scene.own(i, f"{before} {tree.lower[i]}".strip(), kind)


def _province(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The one government of a part of a state that the article names, where "the province" or "the city" acts or is
    dealt with."""
    tree, told = scene.tree, [side for side in scene.sides.values() if side.kind is PartyKind.GOVERNMENT]
    if len(told) != 1 or scene.determiner(i) not in DEFINITE or tree.objects(i, "of"):
        return ()
    acts = tree.dep[i] in SUBJECTS | {"poss", "dative"} or tree.preposition(i) in {"by", "with", "against", "between"}
    return (Meant(told[0], told[0].name, i, i + 1),) if acts and tree.child(i, "amod", "appos") is None else ()


def _town(scene: Scene) -> str:
    """The only town that the article names and that no list gives to a state; "" for none or several."""
    towns = {name.text for name in scene.unknown_at.values() if name.entity == "GPE"}
    return next(iter(towns)) if len(towns) == 1 else ""


def taken_up(scene: Scene, i: int, lemma: str) -> tuple[Meant, ...]:
    """The last side that a definite noun such as "the group" or "the company" can name."""
    tree = scene.tree
    if tree.lower[i - 1] in _ALL_OF and lemma in _COUNTRY:
        return ()  # "across the whole country"
    kinds = frozenset(kind for kind, words in scene.nouns.anaphors.items() if lemma in words)
    determiner = scene.determiner(i)
    if determiner in _INDEFINITE or (lemma == "state" and tree.dep[i] == "compound"):
        return ()  # "the state mediator" is of no state told before
    if lemma == "body" and (tree.is_plural(i) or tree.objects(i, "of")):
        return ()  # those of the dead
    owner = scene.owners(i) if kinds or lemma in _OPPOSITE else ()
    if not owner and determiner == "the" and (of_form := _of_form(scene, i, lemma)):
        return scene.phrase(i, of_form)
    if len(owner) == 1 and lemma in _OPPOSITE and not tree.is_plural(i):
        beside = tree.child(i, "appos")
        other = scene.of(beside) if beside is not None else _opposite(scene, owner[0])
        if other:
            return scene.phrase(i, other)
    if not kinds:
        return own_body(scene, i, lemma) if tree.dep[i] != "compound" else ()
    if lemma == "union" and any(side.kind is PartyKind.UNION for side in scene.sides.values()):
        kinds -= {PartyKind.ALLIANCE}
    if owner and lemma in _COUNTRY:
        return scene.spread(owner, i)
    if not owner and lemma in _RULED and any(tree.lower[c] in {"ruling", "governing"} for c in tree.children[i]):
        return scene.phrase(i, seat_of(scene, tree.phrase_start(i)) or home_state(scene, i))
    if owner and determiner in DEFINITE and all(m.side.kind in STATE for m in owner):
        return scene.phrase(i, _of_a_nation(scene, i, kinds & _PRIVATE)) or firm_named_later(scene, i, owner)
    possessive = tree.child(i, "poss")
    is_pronoun = possessive is not None and (tree.pos[possessive] == "PRON" or tree.lower[possessive] == "whose")
    are_unions = bool(owner) and all(scene.sides.get(m.side.name, m.side).kind is PartyKind.UNION for m in owner)
    if PartyKind.UNION in kinds and is_pronoun and not are_unions:
        if theirs := their_union(scene, i):
            return scene.phrase(i, theirs)
        owner, determiner = (), "the"  # "their union" is the one that the article tells of
    if are_unions and PartyKind.UNION in kinds:
        return scene.spread(owner, i)  # "the teachers' union", whose teachers stand for it
    of_workers = possessive is not None and tree.lemma[possessive] in scene.nouns.workers
    if is_pronoun and len(owner) == 1 and owner[0].person is not None and owner[0].side.kind in kinds:
        return scene.phrase(i, (Meant(owner[0].side, owner[0].side.name, i, i + 1),))  # "his committee" of its head
    if owner or (of_workers and PartyKind.UNION in kinds):
        return owned_union(scene, i, lemma, owner) if PartyKind.UNION in kinds else firm_named_later(scene, i, owner)
    if determiner not in DEFINITE and lemma != "management":
        return ()
    if PartyKind.STATE in kinds:
        kinds |= STATE
        if seat := seat_of(scene, i):
            return scene.phrase(i, seat)
    sentence = tree.sentence[i]
    is_body = lemma in _NAMED_AFTER_IT
    if is_body and (of := tree.child(i, "compound")) is not None and not tree.is_counted(of):
        return own_body(scene, i, lemma)  # "the wage council"
    but = scene.nouns.never_groups.bodies if lemma in scene.nouns.never_groups.words else frozenset()
    if lemma not in scene.nouns.court_names:
        but |= {name for name in scene.sides if scene.nouns.is_court(name)}
    here = told_beside(scene, i)
    found = _told(scene, i, lemma, kinds, but | here) or (_told(scene, i, lemma, kinds, but) if here else ())
    if not found and lemma == _BLOC:
        return scene.phrase(i, scene.named_of_kind(i, kinds) or (Meant(_USUAL_BLOC, _USUAL_BLOC.name, i, i + 1),))
    before_noun = PartyKind.STATE in kinds and tree.dep[i] == "compound"  # "the state conciliator"
    if not found and not is_body and PartyKind.UNION not in kinds and not before_noun:
        found = scene.memory.of_kind(sentence, kinds | {PartyKind.UNKNOWN}, _NEAR, named_only=True, but=but)
    if not found and PartyKind.UNION in kinds and (named := association(scene, i)):
        return scene.phrase(i, named)
    return scene.phrase(i, found or scene.named_of_kind(i, kinds - STATE, but)) or own_body(scene, i, lemma)


def _of_form(scene: Scene, i: int, lemma: str) -> tuple[Meant, ...]:
    """The one state of the article that "the island" or "the kingdom" can be, where it acts or is dealt with."""
    tree, names = scene.tree, [name for name in scene.sides if name in scene.nouns.state_forms.get(lemma, ())]
    acts = tree.dep[i] in SUBJECTS | {"poss", "dative"} or tree.preposition(i) in {"by", "with", "against", "between"}
    is_told = tree.child(i, "compound", "amod") is None and not tree.objects(i, "of")
    return (Meant(scene.sides[names[0]], names[0], i, i + 1),) if len(names) == 1 and acts and is_told else ()


def _told(scene: Scene, i: int, lemma: str, kinds: frozenset[PartyKind], but: frozenset[str]) -> tuple[Meant, ...]:
    """What was told of these kinds before, none of those in `but`: so called, or the last."""
    memory, sentence, plural = scene.memory, scene.tree.sentence[i], scene.tree.is_plural(i)
    before: tuple[Meant, ...] = ()
    if lemma not in _GENERAL:
        before = memory.same_noun(lemma, sentence, 0, is_plural=plural, but=but)
        before = before or (() if plural else memory.named_with(lemma, sentence, kinds, _NEAR, but))
        before = before or tuple(m for m in memory.subject_before(sentence, kinds) if m.side.name not in but)
        before = before or memory.same_noun(lemma, sentence, _NEAR, is_plural=plural, but=but)
    before = before or memory.of_kind(sentence, kinds, _NEAR, but=but)
    return before or (memory.same_noun(lemma, sentence, _NEAR, is_plural=True, but=but) if plural else ())


def _of_a_nation(scene: Scene, i: int, kinds: frozenset[PartyKind]) -> tuple[Meant, ...]:
    """The last side that "the German union" or "the French carmaker" can take up, those told before it in the same
    sentence left out; () where none was told by its name."""
    sentence = scene.tree.sentence[i]
    told = [m for m in scene.memory.recent(sentence, _NEAR, kinds) if m.person is None]
    here = {m.side.name for m in scene.memory.recent(sentence, 0, kinds)}
    return tuple([m for m in told if m.side.name not in here][-1:])


def _opposite(scene: Scene, one: Meant) -> tuple[Meant, ...]:
    """The state that "its neighbour" or "its rival" is: the other that the article names clearly most."""
    others = sorted(
        (n for n, side in scene.sides.items() if side.kind in STATE and n != one.side.name and n not in scene.between),
        key=lambda name: (-scene.named[name], name),
    )
    counts = [scene.named[name] for name in others]
    is_clear = bool(others) and one.side.kind in STATE and counts[0] >= _CLEARLY * max(counts[1:], default=0)
    return (Meant(scene.sides[others[0]], others[0], one.first, one.last),) if is_clear else ()


def association(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The one association of workers that "the union" is where the article names no union: by its name's last word."""
    named = [n for n, side in scene.sides.items() if not side.is_verified and n.split()[-1].lower() in _ASSOCIATIONS]
    if len(named) != 1:
        return ()
    return (Meant(scene.sides[named[0]], named[0], i, i + 1),)


def _mediators(scene: Scene, i: int, lemma: str) -> tuple[Meant, ...]:
    """Mediators without a name: those that the article names as such before or after, else a side of their own."""
    tree = scene.tree
    told = scene.memory.same_noun(lemma, tree.sentence[i], 1_000, is_plural=True)
    if told and told[0].side.name != tree.lower[i]:
        return scene.phrase(i, told)
    for k, other in enumerate(tree.lemma):
        if other == lemma and k > i and (scene.owners(k) or scene.owned_by(k, "from", "of")):
            return scene.phrase(i, scene.of(k))
    brokers = distinct(m for k in range(i) for m in mediating(scene, k) if m.person is None)
    number = next((number_word(tree.lower[c]) for c in tree.children[i] if tree.dep[c] == "nummod"), 0)
    if len(brokers) > 1 and number in {0, len(brokers)}:  # "The deal, brokered by X and Y ... the mediators"
        return scene.phrase(i, brokers)
    bodies = [n for n in scene.between if n in scene.sides and scene.sides[n].kind in _WITH_MEDIATORS]
    if len(bodies) == 1:
        return (Meant(scene.sides[bodies[0]], bodies[0], i, i + 1),)
    return scene.own(i, tree.lower[i], PartyKind.UNKNOWN)


def _federal(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The federation whose body "federal prosecutors" is."""
    if scene.tree.child(i, "amod") is None or "federal" not in scene.tree.lower[scene.tree.phrase_start(i) : i]:
        return ()
    named = sorted(scene.sides.keys() & scene.nouns.federations, key=lambda name: (-scene.named[name], name))
    return scene.phrase(i, (Meant(scene.sides[named[0]], named[0], i, i + 1),)) if named else ()


def _elsewhere(scene: Scene, i: int) -> tuple[Meant, ...] | None:
    """The state of the place that the sentence of a local body tells of, () where that is no state's: "marched through
    Brussels, police said"; None where it tells of no place."""
    tree = scene.tree
    for at, span in ((k, scene.span_at.get(k)) for k in range(i - 1, -1, -1) if tree.sentence[k] == tree.sentence[i]):
        if span is not None and at == span.first and tree.lower[at - 1] in _WHERE and not scene.of(span.last - 1):
            place = Meant(span.side, tree.text(span.first, span.last), span.first, span.last)
            return (place,) if span.side.kind in STATE else ()
    return None


def _nameless_government(scene: Scene, i: int, lemma: str) -> tuple[Meant, ...]:
    """The government of an article that names no state, for what acts for it: "the army", "the president"."""
    if lemma not in _OF_THE_GOVERNMENT or "government" not in scene.tree.lemma:
        return ()
    return scene.own(i, "government", PartyKind.GOVERNMENT)


def definite_agent(scene: Scene, i: int, lemma: str, full: str) -> tuple[Meant, ...]:
    """ "The minister", "the spokesman", "the army", "the foreign ministry" without an owner."""
    tree, nouns = scene.tree, scene.nouns
    is_definite = scene.determiner(i) in DEFINITE
    if (is_definite or tree.is_plural(i)) and (federation := _federal(scene, i)):
        return federation
    if (whose := tree.child(i, "poss")) is not None and tree.pos[whose] == "NOUN" and not scene.of(whose):
        return ()  # "the region's interim administration"
    is_bare = tree.child(i, "amod", "compound") is None
    usual = nouns.usual_owners.get(lemma) or (nouns.usual_owners.get(tree.words[i]) if is_bare else None)
    if usual in scene.sides:
        return scene.phrase(i, (Meant(scene.sides[usual], usual, i, i + 1),))
    if lemma in {"governor", "official"} and "provincial" in (tree.lower[c] for c in tree.children[i]):
        return scene.phrase(i, home_state(scene, i)) if scene.people.towns.is_at_war else ()
    if lemma in _SPOKESMEN and (of := tree.child(i, "compound")) is not None and tree.pos[of] == "NOUN":
        kinds = frozenset(kind for kind, words in nouns.anaphors.items() if tree.lemma[of] in words) - STATE
        if told := scene.memory.of_kind(tree.sentence[i], kinds, _NEAR, named_only=True):
            return scene.phrase(i, told)  # "a company spokesman" of the company told last
        if private := sorted(kinds & _PRIVATE):
            return scene.own(i, tree.lower[of], private[0])
    if lemma in _SPOKESMEN and scene.determiner(i) == "a" and tree.dep[i] in SUBJECTS and not tree.objects(i, "for"):
        return scene.phrase(i, scene.memory.of_kind(tree.sentence[i], _BODIES, 1, named_only=True))
    if is_definite and not tree.is_plural(i) and tree.dep[i] != "compound":
        person = scene.memory.titled(full) or scene.memory.titled(lemma) or scene.people.only_titled(lemma)
        if person is not None:
            return scene.phrase(i, (Meant(person.as_side(), person.name, i, i + 1, person),))
    if lemma in nouns.mediation.nouns and tree.is_plural(i):
        return _mediators(scene, i, lemma)
    if lemma in nouns.mediation.nouns and is_definite and len(scene.between & scene.sides.keys()) == 1:
        return scene.phrase(i, tuple(Meant(scene.sides[n], n, i, i + 1) for n in scene.between & scene.sides.keys()))
    is_body = lemma in nouns.state_bodies or full in nouns.state_bodies
    if is_body and (seat := seat_of(scene, i)):
        return scene.phrase(i, seat)
    told = scene.memory.same_noun(lemma, tree.sentence[i], _NEAR, is_plural=tree.is_plural(i)) if is_definite else ()
    if told:
        return scene.phrase(i, told)
    if tree.is_plural(i) and (full in nouns.one_to_a_state or tree.child(i, "nummod") is not None):
        return ()  # "two officials said": of which side is not told
    if is_body and (is_definite or tree.is_plural(i) or not scene.determiner(i)):
        elsewhere = _elsewhere(scene, i) if lemma == "police" else None
        if elsewhere is not None:
            return scene.phrase(i, elsewhere) or own_body(scene, i, lemma)
        state = _federal(scene, i) or scene.phrase(i, home_state(scene, i))
        beside = told_beside(scene, i) if is_definite and state else frozenset[str]()
        if any(m.side.name in beside for m in state):  # "Chile accused Peru. The government expelled Chile's envoy"
            state = scene.phrase(i, scene.memory.of_kind(tree.sentence[i], STATE, _NEAR, but=beside)) or state
        return state or _nameless_government(scene, i, lemma) or own_body(scene, i, lemma)
    return ()
