"""Which sides a noun phrase stands for, read off its head, its modifiers and what was told before."""

from tracker.extract.parties.allied import accused_by, act_as_one, are_dealing
from tracker.extract.parties.anaphors import definite_agent, taken_up
from tracker.extract.parties.counted import counted
from tracker.extract.parties.described import examples, named_elsewhere, so_called, telling
from tracker.extract.parties.factions import (
    fighters,
    leaning_sides,
    named_group,
)
from tracker.extract.parties.followers import following, from_abroad
from tracker.extract.parties.homes import STATES_AND_SEATS, ruled_state, seated_in
from tracker.extract.parties.memory import distinct
from tracker.extract.parties.named_persons import is_out_of_office, named_person
from tracker.extract.parties.nameless_officials import nameless_official
from tracker.extract.parties.pronouns import PLURAL_PRONOUNS, pronoun
from tracker.extract.parties.proper import ProperNames
from tracker.extract.parties.publics import is_ship, of_a_creed, publics
from tracker.extract.parties.rebel_groups import rebel_groups
from tracker.extract.parties.represented import is_workforce, loyal_to, represented
from tracker.extract.parties.scene import STATE, SUBJECTS, Scene
from tracker.extract.parties.several import bare_number, number_word, plural_sides
from tracker.extract.parties.sides import Antecedent, Meant, Side
from tracker.extract.parties.states import is_group_of_states, unquantified
from tracker.model.parties import PartyKind
from tracker.rules import word_class
from tracker.rules.parties import NameSort

# Those who speak for the state in whose capital they are told to be.
_OF_THE_SEAT = {"authority", "leader", "official"}
_ONE = {"a", "an", "one", "another"}
_NOBODY = {"any", "each", "every", "no", "which"}


class Reader:
    """Reads the phrases of one article in the order of the text."""

    def __init__(self, scene: Scene) -> None:
        """The scene's `of` becomes this reader's."""
        self._scene, self._tree = scene, scene.tree
        scene.of = self.of
        self._read: dict[int, tuple[Meant, ...]] = {}
        self._open: set[int] = set()
        self._cut: set[int] = set()
        self._names = ProperNames(scene)

    def read_all(self) -> dict[int, tuple[Meant, ...]]:
        """Reads every head from the first to the last, so that each can look back on those before; what they mean."""
        for i, pos in enumerate(self._tree.pos):
            if pos in {"NOUN", "PROPN", "PRON"} or i in self._scene.span_at:
                self._remember(i, self.of(i))
        return self._read

    def _remember(self, i: int, meant: tuple[Meant, ...]) -> None:
        tree, memory = self._tree, self._scene.memory
        is_person = len(meant) == 1 and meant[0].person is not None
        who = tree.head[i] if tree.dep[i] == "appos" and is_person and not tree.is_plural(tree.head[i]) else i
        is_subject = tree.dep[who] in SUBJECTS and not self._is_aside(tree.head[who])
        sentence, lemma = tree.sentence[i], tree.lemma[i]
        span = self._scene.span_at.get(i)
        is_named = (span is not None and span.known.sort is not NameSort.TITLE) or (
            tree.pos[i] == "PROPN" and bool(meant) and not meant[0].side.is_verified
        )
        nameless = is_subject and self._is_nameless(i)
        if not meant:
            if is_subject and tree.pos[i] == "NOUN":
                memory.add(Antecedent(i, (), sentence, True, tree.is_plural(i), lemma, False, nameless))
            return
        if not self._scene.may_own(i) if span is not None and span.is_side else tree.dep[i] == "compound":
            return
        together = distinct((*meant, *(m for c in tree.conjuncts(i) for m in self.of(c))))
        if len(together) > len(meant) and tree.dep[i] != "conj":
            # Without its first noun: "opposition and army officials" is not what "the opposition" takes up.
            together_told = Antecedent(i, together, sentence, is_subject, True, "", is_named)
            as_one, dealing = act_as_one(self._scene, i), are_dealing(tree, i)
            memory.add(together_told, are_listed=True, act_as_one=as_one, are_dealing=dealing)
        has_allies = any(tree.lemma[c] == "ally" for c in tree.conjuncts(i))  # "Peru and its allies"
        is_several = tree.is_plural(i) and i not in self._scene.people.at
        is_plural = is_several or tree.lower[i] in PLURAL_PRONOUNS or len(meant) > 1 or has_allies
        told = Antecedent(i, meant, sentence, is_subject, is_plural, lemma, is_named, nameless)
        is_aside = tree.dep[i] == "appos" or tree.tag[i] == "PRP$"
        is_set = len(meant) > 1 and tree.pos[i] != "PRON"
        if quarrel := accused_by(self._scene, i):
            memory.opposed.accuse(*quarrel)
        memory.add(told, act_as_one=is_set and act_as_one(self._scene, i), is_aside=is_aside)
        if is_named and len(meant) == 1 and meant[0].person is None and (noun := telling(tree, meant[0].first, i)):
            memory.add(Antecedent(i, meant, sentence, is_subject, False, noun, False))

    def _is_aside(self, verb: int) -> bool:
        """Whether a clause tells of a noun or hangs on a preposition: "with envoys shuttling between them", "depends on
        whether Peru signs"."""
        return self._tree.dep[verb] in {"pcomp", "relcl", "acl"}

    def _is_nameless(self, i: int) -> bool:
        """Whether a noun tells somebody by what he is alone: "Peru's defence minister said", not "commander X said"."""
        tree, nouns = self._tree, self._scene.nouns
        if tree.pos[i] != "NOUN" or tree.is_plural(i) or tree.lemma[i] not in nouns.for_one_person:
            return False
        named = any(tree.dep[c] == "appos" and tree.pos[c] == "PROPN" for c in tree.children[i])
        return not named and self._scene.determiner(i) not in _NOBODY

    def of(self, i: int) -> tuple[Meant, ...]:
        """What the phrase with this head, its conjuncts left out, stands for; () where it is no side."""
        if i in self._read:
            return self._read[i]
        if i in self._open:
            self._cut.add(i)
            return ()
        self._open.add(i)
        try:
            meant = distinct(self._fresh(i))
            if not (meant and meant[0].side.is_verified):
                meant = examples(self._scene, i) or meant
        finally:
            self._open.discard(i)
            self._cut.discard(i)
        if not self._cut:  # else it rests on what is being read
            self._read[i] = meant
        return meant

    def _fresh(self, i: int) -> tuple[Meant, ...]:
        tree, scene = self._tree, self._scene
        person = scene.people.at.get(i)
        if person is not None:
            return named_person(scene, i, person)
        span = scene.span_at.get(i)
        if span is not None and span.is_side:
            return self._names.known(span)
        if (span is not None and span.known.sort is NameSort.NO_SIDE) or tree.is_counted(i):
            return ()
        side = scene.acronyms.get(tree.words[i]) or scene.demonyms.get(i)
        if side is not None:
            return (Meant(side, side.name, i, i + 1),)
        if tree.pos[i] == "PRON" or tree.lower[i] == "whose":
            return pronoun(scene, i)
        name = scene.unknown_at.get(i)
        if name is not None and tree.pos[i] == "PROPN" and span is None:
            return self._names.unknown(i, name)
        if tree.pos[i] in {"NOUN", "NUM"} and (many := counted(scene, i)):
            return many
        if tree.pos[i] in {"NOUN", "PROPN"} or scene.is_faction_before(i):
            return self._noun(i)
        number = number_word(tree.lower[i])
        if tree.pos[i] == "NUM" and number and tree.dep[i] in {*SUBJECTS, "pobj", "dobj"}:
            if tree.child(i, "relcl", "acl") == i + 1 or (tree.child(i, "relcl") and tree.words[i + 1] != ","):
                return ()  # "of the three it had promised to free"
            return bare_number(scene, i, number) if scene.determiner(i) in {"the", "all"} else ()
        return ()

    def _noun(self, i: int) -> tuple[Meant, ...]:
        tree, scene, nouns = self._tree, self._scene, self._scene.nouns
        lemma = tree.lemma[i]
        if is_ship(scene, lemma):
            return ()
        if named := named_elsewhere(scene, i):
            return scene.phrase(i, named)
        is_chief = lemma == "general" and tree.lower[i - 2 : i] == ["secretary", "-"]
        if is_chief and not (scene.owners(i) or scene.owned_by(i, "of")):
            return scene.chief_of_body(i)
        if plural := rebel_groups(scene, i) or plural_sides(scene, i):
            return plural
        is_coalition = lemma == "coalition" and tree.dep[i] == "compound"  # what talks or a deal are about
        if is_coalition and tree.lemma[tree.head[i]] in word_class("talks") | word_class("deal"):
            return ()
        has_compound = i > 0 and tree.head[i - 1] == i and tree.dep[i - 1] in {"compound", "amod"}
        full = f"{tree.lower[i - 1]} {lemma}" if has_compound else lemma
        if tree.is_plural(i) and lemma in nouns.plural.state:
            members = scene.owned_by(i, "of", "from") or scene.owners(i)
            if members and all(m.side.kind is PartyKind.ALLIANCE for m in members):
                return scene.spread(members, i)
            if is_group_of_states(scene, i):
                return scene.own(i, tree.text(unquantified(scene, i), i + 1), PartyKind.UNKNOWN)
        if apart := from_abroad(scene, i, lemma) or following(scene, i, lemma):
            return apart
        leaning = scene.leaning(i)
        if leaning is not None and lemma in nouns.fighters | nouns.publics | nouns.forces:
            return leaning_sides(scene, i, leaning)
        if not tree.is_plural(i) and {lemma, full} & nouns.watchers and (watcher := self._watcher(i)):
            return watcher
        if lemma in nouns.publics and (of_creed := of_a_creed(scene, i)):
            return of_creed
        is_force = lemma == "force" and not tree.is_plural(i)
        if is_force and any(tree.lemma[c] == "paramilitary" for c in tree.children[i]):
            lemma = "group"
        if lemma in nouns.fighters and tree.dep[i] == "compound" and (named := named_group(scene, tree.head[i])):
            return named
        if lemma in nouns.fighters and not self._is_aircraft(i, lemma):
            return fighters(scene, i, lemma)
        if union := represented(scene, i, lemma, full):
            return union
        if tree.dep[i] == "compound" and lemma in nouns.last_title_words and tree.head[i] in scene.people.at:
            return self.of(tree.head[i])
        is_agent = {lemma, full} & (nouns.agents | nouns.organs) or lemma in nouns.last_title_words
        if is_agent and not is_workforce(scene, i, lemma):
            meant = self._agents(i, lemma, full)
            if meant:
                return meant
        if told := so_called(scene, i, lemma):
            return told
        if lemma in nouns.publics or full in nouns.publics or full in nouns.workforces:
            return publics(scene, i, lemma, full)
        return taken_up(scene, i, lemma) or self._person_beside(i)

    def _person_beside(self, i: int) -> tuple[Meant, ...]:
        """The person whom a noun introduces: "the boy's father, Juan Ortega, refused"."""
        tree = self._tree
        named = next((c for c in tree.children[i] if tree.dep[c] == "appos" and c in self._scene.people.at), None)
        return self.of(named) if named is not None and not tree.is_plural(i) else ()

    def _is_aircraft(self, i: int, lemma: str) -> bool:
        """Whether "bombers" are those of a state: "two French bombers"."""
        owners = self._scene.owners(i) if lemma in self._scene.nouns.organs else ()
        return bool(owners) and all(m.side.kind in STATE for m in owners)

    def _known_leader(self, named: int | None) -> tuple[Meant, ...]:
        """The person of a group, no state, whom an apposition names: "the opposition leader, X", "her deputy, X"."""
        person = self._scene.people.at.get(named) if named is not None else None
        if named is None or person is None or person.side is None or person.side.kind in STATE:
            return ()  # whom this phrase is yet to put to a side
        return self.of(named)

    def _watcher(self, i: int) -> tuple[Meant, ...]:
        """The body that the article names for "a monitoring group", where it names one that watches."""
        scene, nouns = self._scene, self._scene.nouns
        if scene.owners(i) or scene.owned_by(i, "of", "from"):
            return ()
        named = [n for n in scene.named if nouns.is_watcher(n)]
        best = min(named, key=lambda n: (-scene.named[n], n), default=None)
        if best is None:
            return ()
        side = scene.sides.get(best) or Side(best, PartyKind.ORGANISATION)
        return scene.phrase(i, (Meant(side, best, i, i + 1),))

    def _is_of_a_body(self, i: int) -> bool:
        """Whether only a body stands before an agent, so that "of" tells whose it is: "the army chief of Peru"."""
        tree, body = self._tree, i - 1
        is_body = body >= 0 and tree.dep[body] == "compound" and tree.head[body] == i and tree.pos[body] == "NOUN"
        before = [c for c in tree.children[i] if c < i]
        named = (span.is_side for c in before if (span := self._scene.span_at.get(c)) is not None)
        return is_body and not any(named) and not any(tree.dep[c] == "poss" for c in before)

    def _sender(self, i: int) -> tuple[Meant, ...]:
        """Who sends "a delegation" or "negotiators" whose they are is not told."""
        tree, verb = self._tree, self._tree.head[i]
        if tree.dep[i] != "dobj" or tree.lemma[verb] not in self._scene.nouns.told_offices.send:
            return ()
        sender = tree.child(verb, "nsubj")
        is_new = not self._scene.determiner(i) or self._scene.determiner(i) in _ONE
        return self._scene.with_conjuncts(sender) if sender is not None and sender < i and is_new else ()

    def _agents(self, i: int, lemma: str, full: str) -> tuple[Meant, ...]:
        """Those who act for whoever they belong to: officials, an army, a minister."""
        tree, scene = self._tree, self._scene
        beginning = scene.hyphened(i)
        bloc = next(
            (k for k in range(i if beginning is None else beginning, i) if tree.lemma[k] in {"coalition", "alliance"}),
            None,
        )
        if beginning is not None and bloc is not None:
            return scene.own(i, tree.text(beginning, bloc + 1), PartyKind.ALLIANCE, beginning)
        owners = scene.owned_by(i, "of") if lemma in scene.nouns.parts or self._is_of_a_body(i) else ()
        owners = owners or scene.owners(i) or scene.owned_by(i, "of", "from")  # "the envoy of Peru to Chile"
        owners = owners or scene.owned_by(i, "for", "at", "with", "within", "to")
        own_state = [m for m in owners if beginning is not None and m.first > beginning and m.side.kind in STATE]
        if own_state and lemma in scene.nouns.state_bodies and not tree.is_plural(i):
            return scene.spread(tuple(own_state), i)  # "the Turkish-backed Libyan government"
        if beginning is not None and not (owners and scene.may_own(beginning)):
            return scene.own(i, tree.text(beginning, i + 1), PartyKind.UNKNOWN, beginning)
        if not owners and tree.is_plural(i):
            owners = scene.owned_by(i, "in") or (seated_in(scene, i, STATES_AND_SEATS) if lemma in _OF_THE_SEAT else ())
        if not owners and not tree.is_plural(i) and lemma in scene.nouns.state_bodies:
            owners = seated_in(scene, i)
        owners = ruled_state(scene, i, owners) or owners or loyal_to(scene, i) or self._sender(i)
        named = tree.child(i, "appos")
        if named is not None and is_out_of_office(scene, i, named):
            return self.of(named)  # "Kenya's former president, X"
        of_person = owners and owners[0].person is not None
        leader = self._known_leader(named) if owners and (of_person or not owners[0].side.is_verified) else ()
        if leader and (of_person or leader[0].side.is_verified):
            return leader
        if of_person and tree.dep[i] == "appos" and tree.head[i] in scene.people.at and tree.head[i] not in self._open:
            return self.of(tree.head[i])  # "X, President Y's envoy"
        if owners:
            # "Syrian lawyers" are no state's, "its lawyers" may be.
            is_its = lemma == "lawyer" and any(tree.tag[c] == "PRP$" for c in tree.children[i])
            is_private = lemma in scene.nouns.private_agents | scene.nouns.private_titles and not is_its
            is_private &= all(m.side.kind in STATE | {PartyKind.ALLIANCE} for m in owners)
            return self._person_beside(i) if is_private else scene.spread(owners, i)
        if named is not None and named in scene.people.at:
            return scene.with_conjuncts(named) if tree.is_plural(i) else self.of(named)
        for c in tree.children[i]:
            if tree.dep[c] == "amod" and tree.lower[c] in scene.nouns.fighters:
                return scene.phrase(i, fighters(scene, c, tree.lower[c]))
            if tree.dep[c] == "amod" and tree.lower[c] == "military" and tree.lemma[i] in scene.nouns.for_one_person:
                return scene.phrase(i, definite_agent(scene, c, "military", "military"))
            if tree.dep[c] == "compound" and c == i - 1 and (state := scene.people.towns.side(tree.words[c])):
                return (Meant(state, tree.text(c, i + 1), c, i + 1),)  # "Osh officials", tagged as a common noun
        return definite_agent(scene, i, lemma, full) or nameless_official(scene, i)
