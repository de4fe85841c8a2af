"""Sides within or beside states: rebels, an opposition, workers, families."""

from collections import Counter

from tracker.extract.parties.anaphors import taken_up
from tracker.extract.parties.described import named_by, named_later, named_so
from tracker.extract.parties.homes import home_state, seated_in, torn_state
from tracker.extract.parties.memory import distinct
from tracker.extract.parties.oppositions import named_opposition
from tracker.extract.parties.pairs import BEFORE_NOUN
from tracker.extract.parties.rebel_groups import one_of_several, rebel_groups, told_together
from tracker.extract.parties.represented import loyal_to
from tracker.extract.parties.scene import DEFINITE, STATE, SUBJECTS, Scene
from tracker.extract.parties.sides import Meant, Side
from tracker.model.parties import PartyKind
from tracker.rules import word_class

_ARMED = frozenset({PartyKind.ARMED_GROUP})
_FACTIONS = _ARMED | {PartyKind.ORGANISATION}
_NEAR = 20
_BESIDE = 1
# An armed group is meant by "the rebels" where it is one of so many sides that the article names most.
_LEADING = 3
# It is the one that is meant where it is named so much more often than the next.
_CLEARLY = 2
# "Turkey's coalition", "the army's armoured wing".
_OF_THE_OWNER = {"coalition", "wing", "brigade", "cell", "group"}
_MOVEMENTS = {"council", "coalition", "group", "movement", "network"}
# Words for any group, which rather take up the one that bears them in its name.
_BY_NAME = {"movement"}
_RULERS = {"government", "regime", "state", "junta"}
_LONE = {"abductor", "assailant", "attacker", "captor", "gunman", "hijacker", "hostage-taker", "kidnapper"}
_NEW = {"a", "an"}
_BLOC = {"coalition", "alliance", "bloc", "force"}


def fighters(scene: Scene, i: int, lemma: str) -> tuple[Meant, ...]:
    """Rebels, militants, an opposition: the group that owns them, or a side of their own in a state."""
    tree = scene.tree
    if lemma == "opposition" and scene.determiner(i) != "the" and tree.objects(i, "to"):
        return ()  # "expressed its opposition to the plan" tells what somebody does
    named = tree.child(i, "appos")
    if named is not None and (meant := scene.of(named)):
        return meant
    if called := called_by(scene, i):
        return called
    if tree.dep[i] in BEFORE_NOUN and (counted := rebel_groups(scene, tree.head[i])):
        return scene.phrase(i, counted)
    if one := one_of_several(scene, i):
        return scene.phrase(i, one)
    if lemma in _BY_NAME and (named_so_far := named_by(scene, i, lemma)):
        return scene.phrase(i, named_so_far)
    members = tree.objects(i, "of") if lemma == "group" else []  # "a group of OSCE monitors"
    if members and (meant := scene.of(members[0])):
        return meant
    if lemma in word_class("insults") and tree.phrase_start(i) == i and scene.speaker(i) is not None:
        return scene.phrase(i, scene.memory.only_named(_ARMED))  # "We do not talk to bandits"
    beginning = scene.hyphened(i)
    takes_up = beginning is not None and lemma not in _BLOC and scene.determiner(i) in {"the", "this"}
    if takes_up and (only := scene.memory.only_named(_ARMED)):  # "the Rwanda-backed movement"
        return scene.phrase(i, only)
    if beginning is not None and (lemma in _BLOC or not scene.owners(i)):
        if lemma not in _BLOC and not tree.is_plural(i) and scene.determiner(i) == "the":
            told = taken_up(scene, i, lemma)  # "Hezbollah ... the Iran-backed group"
            if told and told[0].side.kind is PartyKind.ARMED_GROUP:
                return told
        name = tree.text(beginning, i + 1)
        return scene.own(i, name, PartyKind.ALLIANCE if lemma in _BLOC else PartyKind.ARMED_GROUP, beginning)
    owners = scene.owners(i) or scene.owned_by(i, "of", "from")
    if not owners and scene.is_faction_before(i):
        owners = _states_over(scene, tree.head[i])
    if not owners and lemma == "opposition" and tree.dep[i] == "conj" and not scene.determiner(i):
        owners = _states_over(scene, tree.head[i])  # "Mali's government and opposition"
    is_unnamed = all(m.side.kind in STATE or _is_opposition(m.side) for m in owners)
    if lemma == "opposition" and is_unnamed and (body := named_opposition(scene, i)):
        return body
    if owners and _is_opposition(owners[0].side):
        return scene.spread(owners, i)
    is_of_groups = any(m.side.kind not in STATE and m.side.is_verified for m in owners)
    if scene.determiner(i) in _NEW and not is_of_groups and (body := named_so(scene, lemma) or named_later(scene, i)):
        return scene.phrase(i, body)
    is_faction = scene.is_faction_before(i - 1) and tree.lemma[i - 1] == "opposition" and not tree.is_plural(i)
    if is_faction and owners and owners[0].side.kind not in STATE:
        return scene.spread(owners, i)  # "the Peruvian opposition group" of whose body the article tells
    if owners:
        return _owned(scene, i, lemma, owners)
    if loyal := loyal_to(scene, i):
        return loyal
    determiner = scene.determiner(i)
    if lemma in scene.nouns.needs_owner and determiner not in DEFINITE:
        whose = tree.child(i, "poss")  # "parents' groups"
        first = whose if whose is not None and tree.pos[whose] == "NOUN" else tree.phrase_start(i)
        is_named = tree.is_plural(i) and first < i and not tree.objects(i, "of")
        return scene.own(i, tree.text(first, i + 1), PartyKind.UNKNOWN) if is_named else ()
    if determiner in DEFINITE or (not determiner and (tree.is_plural(i) or tree.dep[i] == "compound")):
        words = [tree.lower[c] for c in tree.children[i] if c < i]
        is_bare = words == ["the"] if tree.is_plural(i) else not words and tree.dep[i] == "compound"
        if is_bare and lemma in scene.nouns.of_state and (groups := told_together(scene, i)):
            return scene.phrase(i, groups)
        if lemma in scene.nouns.of_state:
            return _told_before(scene, i, lemma) or bare(scene, i, lemma)
        before = taken_up(scene, i, lemma) or _told_before(scene, i, lemma)
        return before or bare(scene, i, lemma) or _lone(scene, i, lemma)
    if tree.is_plural(i) or lemma in scene.nouns.of_state:
        return bare(scene, i, lemma) if tree.is_plural(i) else _told_before(scene, i, lemma)
    return ()


def _states_over(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The one state whose faction's people or group a phrase tells of, or that faction: "Libyan opposition leaders"."""
    owners = scene.owners(i) or scene.owned_by(i, "of", "from", "in")
    is_one = len(owners) == 1 and owners[0].person is None
    return owners if is_one and (owners[0].side.kind in STATE or _is_opposition(owners[0].side)) else ()


def _is_opposition(side: Side) -> bool:
    """Whether a side is a state's opposition without a name of its own."""
    return side.name.endswith(" opposition")


def _owned(scene: Scene, i: int, lemma: str, owners: tuple[Meant, ...]) -> tuple[Meant, ...]:
    tree = scene.tree
    groups = tuple(m for m in owners if m.side.kind is PartyKind.ARMED_GROUP or _is_movement(m.side))
    if groups:
        return scene.spread(groups, i)
    if scene.determiner(i) in DEFINITE and lemma != "opposition":
        before = _told_before(scene, i, lemma)
        if before and before[0].side.is_verified:
            return before
    if lemma in _OF_THE_OWNER and tree.child(i, "poss") is not None:
        return scene.spread(owners, i)
    if len(owners) != 1:
        return ()
    first = tree.phrase_start(i)
    if not owners[0].side.is_verified:
        return (
            scene.spread(owners, i)
            if owners[0].first > i or scene.is_faction_before(i - 1)
            else scene.own(i, tree.text(first, i + 1), PartyKind.ARMED_GROUP)
        )
    word = "opposition" if "opposition" in tree.lower[first:i] else tree.lower[i]
    if not tree.is_plural(i) and word not in scene.nouns.singular_factions:
        word = f"{tree.lemma[i]}s"
    of = scene.adjective(owners[0].side.name)
    if owners[0].side.name.endswith(word):
        return scene.spread(owners, i)
    if tree.pos[first] == "PRON":  # "its Peruvian guerrillas"
        first += 1
    owned = tree.lower[owners[0].first : owners[0].last]
    between = [w for w in tree.words[first:i] if w[0].isupper() and w not in of and w.lower() not in owned]
    name = tree.text(first, i + 1) if between else f"{of} {word}"
    # Hired by another side, they are not whom "the rebels" or "the group" takes up.
    return scene.own(i, name, PartyKind.UNKNOWN if lemma == "mercenary" else PartyKind.ARMED_GROUP)


def _is_movement(side: Side) -> bool:
    """Whether a body is by its name one that has fighters: "Arvat Movement rebels" are its own, a party's are not."""
    return side.kind is PartyKind.ORGANISATION and side.name.split()[-1].lower() in _MOVEMENTS


def _told_before(scene: Scene, i: int, lemma: str) -> tuple[Meant, ...]:
    """Who was called so not long ago, or the armed group that the article is about."""
    tree = scene.tree
    if found := scene.memory.same_noun(lemma, tree.sentence[i], _NEAR, is_plural=lemma != "opposition"):
        return scene.phrase(i, found)
    if lemma == "opposition":
        told = [m for m in scene.memory.recent(tree.sentence[i], _NEAR, _FACTIONS) if _is_opposition(m.side)]
        return scene.phrase(i, tuple(told[-1:]))
    for other in sorted(scene.nouns.of_state - {lemma, "opposition"}):
        if lemma in scene.nouns.of_state and (
            found := scene.memory.same_noun(other, tree.sentence[i], _NEAR, is_plural=True)
        ):
            return scene.phrase(i, found)
    leading = sorted(scene.sides, key=lambda name: (-scene.named[name], name))[:_LEADING]
    if (
        lemma in scene.nouns.of_state and tree.child(i, "det") is None
    ):  # rebels of a state are the group only where the article is about that one
        groups = [name for name, side in scene.sides.items() if side.kind is PartyKind.ARMED_GROUP]
        counts = sorted((scene.named[name] for name in groups), reverse=True)
        is_clear = len(counts) == 1 or (len(counts) > 1 and counts[0] >= _CLEARLY * counts[1])
        leading = leading[:2] if is_clear else []
    if scene.determiner(i) == "the" and (only := scene.memory.only_named(_ARMED) or _only_leading(scene, i)):
        return scene.phrase(i, only)
    if lemma in _LONE and not scene.determiner(i):
        return ()  # "gunmen stormed a hotel": nobody yet knows whose they are
    last = scene.memory.of_kind(tree.sentence[i], _ARMED, _NEAR)
    named = tuple(m for m in scene.named_of_kind(i, _ARMED) if _is_told_near(scene, m.side.name, i))
    return next((scene.phrase(i, group) for group in (last, named) if group and group[0].side.name in leading), ())


def _only_leading(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The armed group that the first sentence names, where the article names no other: "Peru accepted the ELN's plan on
    Monday ... the rebels"."""
    groups = [name for name, side in scene.sides.items() if side.kind is PartyKind.ARMED_GROUP]
    if len(groups) != 1:
        return ()
    leads = any(s.known.party == groups[0] and not scene.tree.sentence[s.first] for s in scene.span_at.values())
    return (Meant(scene.sides[groups[0]], groups[0], i, i + 1),) if leads else ()


def _lone(scene: Scene, i: int, lemma: str) -> tuple[Meant, ...]:
    """The one person without an office or a side whom the article names most, for "the gunman", "the hijacker"."""
    if scene.tree.is_plural(i) or lemma not in _LONE or scene.determiner(i) not in DEFINITE:
        return ()
    told = [p for p in scene.people.at.values() if p.side is None and not p.titles]
    counts = Counter(person.name for person in told).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return ()
    person = next(p for p in told if p.name == counts[0][0])
    return scene.phrase(i, (Meant(person.as_side(), person.name, i, i + 1, person),))


def _is_told_near(scene: Scene, name: str, i: int) -> bool:
    """Whether a side is not only told of once and far from a token, as the background of another's deeds is."""
    if scene.named[name] > 1 or name in scene.leading:
        return True
    sentence = scene.tree.sentence
    spans = (span for span in scene.span_at.values() if span.known.party == name)
    return any(abs(sentence[span.first] - sentence[i]) <= _BESIDE for span in spans)


def bare(scene: Scene, i: int, lemma: str) -> tuple[Meant, ...]:
    """A side that only this article tells of, of its state where it has one: "Chadian rebels", "gunmen"."""
    tree, nouns = scene.tree, scene.nouns
    if lemma in nouns.needs_owner or not (tree.is_plural(i) or lemma in nouns.of_state):
        return ()
    word = tree.lower[i] if tree.is_plural(i) or lemma in nouns.singular_factions else f"{lemma}s"
    if lemma == "insurgent" and tree.lemma.count("rebel") > tree.lemma.count(lemma):
        word = "rebels"  # what the article calls them rather
    if lemma in nouns.of_state:
        state = _seated(scene, i) or torn_state(scene) or home_state(scene, i)
        if state:
            kind = PartyKind.ORGANISATION if lemma == "opposition" else PartyKind.ARMED_GROUP
            return scene.own(i, f"{scene.adjective(state[0].side.name)} {word}", kind)
    return scene.own(i, word, PartyKind.ARMED_GROUP)


def _seated(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The state in whose capital a faction or its people are: "opposition leaders in Yerevan"."""
    tree = scene.tree
    people = tree.head[i] if tree.dep[i] in BEFORE_NOUN else i
    # Rebels talk and sign abroad.
    is_at_home = tree.lemma[i] == "opposition" and not tree.conjuncts(people)
    return seated_in(scene, i) or seated_in(scene, people) or (_where_it_acts(scene, people) if is_at_home else ())


def _where_it_acts(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The state whose capital is the only one in which the verb of a subject puts what it does: "opposition supporters
    gathered outside a ministry in Yerevan"."""
    tree, verb = scene.tree, scene.tree.head[i]
    if tree.dep[i] not in SUBJECTS or tree.pos[verb] != "VERB":
        return ()
    after = (k for k in range(verb, len(tree)) if tree.lower[k] == "in" and tree.sentence[k] == tree.sentence[i])
    found = distinct(m for k in after for m in seated_in(scene, tree.head[k]))
    return found if len(found) == 1 else ()


def named_group(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Whom "the guerrilla group Osa" names; () for a noun that no name explains."""
    named = scene.tree.child(i, "appos") if scene.nouns.is_body(scene.tree.lemma[i]) else None
    return scene.of(named) if named is not None and scene.tree.pos[named] == "PROPN" else ()


def called_by(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The name that a singular noun only explains: "the CODECO militia", "the EIS union"; () where none stands before
    it, or where it is whose the thing is: a place's, or, of a union, whatever is no acronym."""
    tree, name = scene.tree, scene.unknown_at.get(i - 1)
    if tree.lemma[i] not in scene.nouns.explains or tree.is_plural(i):
        return ()
    if i == 0 or tree.head[i - 1] != i or tree.dep[i - 1] not in {"compound", "nmod"}:
        return ()
    kind = scene.nouns.kind_of_name(tree.lower[i])
    if name is None:
        span = scene.span_at.get(i - 1)
        return scene.of(i - 1) if span is not None and span.is_side and span.side.kind is kind else ()
    owns = name.entity in {"GPE", "LOC"} or (kind is PartyKind.UNION and not name.text.isupper())
    if owns or i - 1 in scene.people.at:
        return ()
    return (Meant(Side(name.text, kind), name.text, name.first, name.last),)


def leaning_sides(scene: Scene, i: int, leaning: int) -> tuple[Meant, ...]:
    """ "Pro-government forces" are the government's; "pro-Russian rebels", "anti-junta men" sides of their own."""
    tree, after = scene.tree, range(leaning + 2, i)
    if tree.lower[leaning] == "pro" and any(tree.lower[k] in _RULERS for k in after):
        named = [m for k in after if k in scene.span_at for m in scene.of(k)]
        return scene.phrase(i, tuple(named) or home_state(scene, i))
    kind = PartyKind.UNKNOWN if tree.lemma[i] in scene.nouns.publics else PartyKind.ARMED_GROUP
    return scene.own(i, tree.text(leaning, i + 1), kind, leaning) if tree.is_plural(i) else ()
