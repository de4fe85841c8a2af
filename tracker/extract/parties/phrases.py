"""Which sides a noun phrase stands for, read off its head, its modifiers and what was told before."""

from collections import Counter
from collections.abc import Callable

from tracker.extract.parties.memory import Memory, distinct
from tracker.extract.parties.names import NameSpan, UnknownName
from tracker.extract.parties.people import People
from tracker.extract.parties.sides import Antecedent, Meant, Person, Side
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties import NameSort, PartyNouns

_HE, _SHE = {"he", "him", "his", "himself"}, {"she", "her", "hers", "herself"}
_THEY, _IT = {"they", "them", "their", "theirs", "themselves"}, {"it", "its", "itself"}
_WE = {"we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself"}
_DEFINITE = {"the", "this", "that", "these", "those", "both"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_PLACE_ENTITIES = {"GPE", "LOC", "FAC"}
_NO_PARTY_ENTITIES = {
    "DATE",
    "TIME",
    "EVENT",
    "LAW",
    "WORK_OF_ART",
    "LANGUAGE",
    "MONEY",
    "PERCENT",
    "QUANTITY",
    "ORDINAL",
    "CARDINAL",
    "PRODUCT",
}
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4}
_STATE = frozenset({PartyKind.STATE, PartyKind.GOVERNMENT})
_LOCAL_OFFICES = {"governor", "mayor", "official", "authority", "government", "council", "police"}
_OPPOSITION = {"opposition"}


class Reader:
    """Reads the phrases of one article, in the order of the text; `of` gives what a head alone stands for."""

    def __init__(
        self,
        tree: Tree,
        nouns: PartyNouns,
        spans: list[NameSpan],
        unknown: list[UnknownName],
        acronyms: dict[str, Side],
        people: People,
        counts: Counter[str],
        adjective: Callable[[str], str],
        speaker: Callable[[int], int | None],
    ) -> None:
        self._tree, self._nouns, self._people, self._acronyms = tree, nouns, people, acronyms
        self._span_at = {i: s for s in spans for i in range(s.first, s.last)}
        self._unknown_at = {i: u for u in unknown for i in range(u.first, u.last)}
        self._counts, self._adjective, self._speaker = counts, adjective, speaker
        self._read: dict[int, tuple[Meant, ...]] = {}
        self._open: set[int] = set()
        self._memory = Memory()
        self._long_names: dict[str, UnknownName] = {}
        for name in unknown:
            if name.last - name.first > 1:
                self._long_names.setdefault(name.text.split()[0], name)

    def read_all(self) -> None:
        """Reads every head from the first to the last, so that each can look back on those before."""
        tree = self._tree
        for i, pos in enumerate(tree.pos):
            if pos in {"NOUN", "PROPN", "PRON"} or i in self._span_at:
                meant = self.of(i)
                self._remember(i, meant)

    def _remember(self, i: int, meant: tuple[Meant, ...]) -> None:
        tree = self._tree
        if tree.dep[i] in {"compound", "amod"} and not (i in self._people.at or meant):
            return
        if tree.pos[i] == "PRON" and not meant:
            return
        is_subject = tree.dep[i] in _SUBJECTS
        if meant:
            others = [m for c in tree.conjuncts(i) for m in self.of(c)]
            together = distinct((*meant, *others))
            is_plural = len(together) > 1 or tree.is_plural(i) or tree.lower[i] in _THEY
            if len(together) > 1 and others:
                self._memory.add(Antecedent(i, together, tree.sentence[i], is_subject, True, tree.lemma[i]))
            if others or len(meant) == 1 or not others:
                self._memory.add(
                    Antecedent(i, meant, tree.sentence[i], is_subject, is_plural and not others, tree.lemma[i])
                )
        elif is_subject and tree.pos[i] == "NOUN":
            self._memory.add(Antecedent(i, (), tree.sentence[i], True, tree.is_plural(i), tree.lemma[i]))

    def of(self, i: int) -> tuple[Meant, ...]:
        """What the phrase with this head, its conjuncts left out, stands for; () where it is no side."""
        if i in self._read:
            return self._read[i]
        if i in self._open:
            return ()
        self._open.add(i)
        try:
            meant = distinct(self._fresh(i))
        finally:
            self._open.discard(i)
        self._read[i] = meant
        return meant

    def with_conjuncts(self, i: int) -> tuple[Meant, ...]:
        """As `of`, with what is coordinated to its right."""
        return distinct(m for token in (i, *self._tree.conjuncts(i)) for m in self.of(token))

    def readings(self) -> dict[int, tuple[Meant, ...]]:
        """What every head read so far stands for."""
        return self._read

    def hyphened(self, i: int) -> tuple[Meant, ...]:
        """The sides before the hyphen of a modifier: "a Qatari-mediated deal", "US-led strikes"."""
        return distinct(m for c in self._tree.children[i] if c in self._span_at for m in self.of(c))

    def is_place(self, i: int, *, is_capital: bool = False) -> bool:
        """Whether the name headed by a token stands as a mere place."""
        tree, words = self._tree, self._nouns.places
        if is_capital and tree.dep[i] in {"compound", "npadvmod", "appos", "nmod", "dep"}:
            return True
        before = tree.preposition(i)
        return before in words.prepositions or (is_capital and before in words.capital_prepositions)

    def _fresh(self, i: int) -> tuple[Meant, ...]:
        tree = self._tree
        person = self._people.at.get(i)
        if person is not None:
            return self._person(i, person)
        span = self._span_at.get(i)
        if span is not None and span.is_side:
            return self._named(i, span)
        if span is not None and span.known.sort is NameSort.OUTLET:
            return ()
        if tree.words[i] in self._acronyms:
            side = self._acronyms[tree.words[i]]
            return (Meant(side, side.name, i, i + 1),)
        if tree.pos[i] == "PRON":
            return self._pronoun(i)
        name = self._unknown_at.get(i)
        if name is not None and tree.pos[i] == "PROPN" and span is None:
            return self._unknown(i, name)
        if tree.pos[i] in {"NOUN", "PROPN"}:
            return self._noun(i)
        if tree.pos[i] == "NUM" and tree.lower[i] in _NUMBERS and tree.dep[i] in {*_SUBJECTS, "pobj", "dobj"}:
            return self._plural_of(i, _NUMBERS[tree.lower[i]], None) if self._determiner(i) == "the" else ()
        return ()

    def _person(self, i: int, person: Person) -> tuple[Meant, ...]:
        first = last = i
        at = self._people.at
        while at.get(first - 1) is person:
            first -= 1
        while at.get(last + 1) is person:
            last += 1
        if person.side is None and person.of is not None and not person.is_former:
            owner = self.of(person.of)
            if owner and owner[0].side.name != person.name:
                person.side = owner[0].side
        if person.side is None and person.is_official and not person.is_former and person.of is None:
            state = self._memory.of_kind(self._tree.sentence[i], _STATE)
            person.side = state[0].side if state else None
        return (Meant(person.as_side(), person.name, first, last + 1, person),)

    def _named(self, i: int, span: NameSpan) -> tuple[Meant, ...]:
        tree = self._tree
        head = self._span_head(span)
        is_modifier = tree.dep[head] in {"amod", "compound", "nmod", "poss"} and tree.head[head] >= span.last
        if not is_modifier and span.known.sort in {NameSort.NAME, NameSort.CAPITAL, NameSort.ADJECTIVE}:
            is_state = span.known.kind is PartyKind.STATE
            if (is_state or span.known.sort is NameSort.CAPITAL) and self.is_place(
                head, is_capital=span.known.sort is NameSort.CAPITAL
            ):
                return ()
        if span.known.sort is NameSort.CAPITAL and is_modifier and tree.dep[head] != "poss":
            return ()
        if i != head and tree.head[i] >= span.last and tree.pos[tree.head[i]] in {"NOUN", "PROPN"}:
            return (Meant(span.side, tree.text(span.first, span.last), span.first, span.last),)
        return (Meant(span.side, tree.text(span.first, span.last), span.first, span.last),)

    def _span_head(self, span: NameSpan) -> int:
        tree = self._tree
        return next(
            (i for i in range(span.last - 1, span.first - 1, -1) if not span.first <= tree.head[i] < span.last),
            span.last - 1,
        )

    def _determiner(self, i: int) -> str:
        child = self._tree.child(i, "det", "predet")
        return self._tree.lower[child] if child is not None else ""

    def _pronoun(self, i: int) -> tuple[Meant, ...]:
        tree, word, sentence = self._tree, self._tree.lower[i], self._tree.sentence[i]
        without = self._same_clause(i)
        if word in _HE:
            meant = self._memory.person(sentence, True, without)
        elif word in _SHE:
            meant = self._memory.person(sentence, False, without)
        elif word in _THEY:
            meant = self._memory.several(sentence, without)
        elif word in _IT:
            meant = () if self._is_empty(i) else self._memory.group(sentence, without, things_too=word != "its")
        elif word in _WE:
            speaker = self._speaker(i)
            meant = self.with_conjuncts(speaker) if speaker is not None and speaker != i else ()
        elif word in {"who", "which", "that"} and tree.dep[tree.head[i]] == "relcl":
            meant = self.of(tree.head[tree.head[i]])
        elif word in {"both", "neither", "each"} and tree.dep[i] in {*_SUBJECTS, "pobj", "dobj"}:
            of = tree.objects(i, "of")
            meant = self.with_conjuncts(of[0]) if of else self._plural_of(i, 2, None)
        elif word in {"some", "many", "several", "those", "all", "most", "none", "one", "others"}:
            return tuple(m for o in tree.objects(i, "of", "from", "in") for m in self.with_conjuncts(o))
        else:
            return ()
        if word in _HE | _SHE and meant and meant[0].person is not None and meant[0].person.is_male is None:
            meant[0].person.is_male = word in _HE
        return tuple(Meant(m.side, m.name, i, i + 1, m.person) for m in meant)

    def _same_clause(self, i: int) -> set[int]:
        """The subject of the verb whose object a pronoun is: "X met him" speaks of two people."""
        tree = self._tree
        if tree.dep[i] not in {"dobj", "dative", "pobj"} or tree.lower[i].endswith(("self", "selves")):
            return set()
        verb = tree.head[i]
        for _ in range(4):
            if tree.pos[verb] == "VERB" or tree.head[verb] == verb:
                break
            verb = tree.head[verb]
        return {c for c in tree.children[verb] if tree.dep[c] in _SUBJECTS}

    def _is_empty(self, i: int) -> bool:
        """Whether "it" stands for nothing: "it is clear that", "it seems"."""
        tree, verb = self._tree, self._tree.head[i]
        if tree.dep[i] == "expl" or tree.lower[i] != "it":
            return tree.lower[i] == "it"
        if tree.dep[i] not in _SUBJECTS:
            return False
        if tree.lemma[verb] in {"be", "seem", "appear", "take", "happen", "turn", "come"}:
            return any(tree.dep[c] in {"acomp", "attr", "xcomp", "ccomp", "advcl"} for c in tree.children[verb])
        return tree.dep[i] == "nsubjpass" and any(tree.dep[c] == "ccomp" for c in tree.children[verb])

    def _unknown(self, i: int, name: UnknownName) -> tuple[Meant, ...]:
        tree, nouns = self._tree, self._nouns
        last_word = tree.lower[name.last - 1]
        owners = self._owners(name.first, name.last - 1)
        if last_word in nouns.organs and (tree.lemma[name.last - 1] in nouns.state_bodies or owners):
            if owners:
                return self._spread(owners, tree.phrase_start(i), i + 1)
            return self._state_body(i)
        if last_word in nouns.not_sides.words or name.entity in _NO_PARTY_ENTITIES:
            return ()
        if name.entity in _PLACE_ENTITIES:
            return self._local_side(i, name)
        kind = nouns.kind_of_name(last_word)
        if not name.entity and kind is PartyKind.UNKNOWN and not self._acts(i):
            return ()
        longer = self._long_names.get(name.text)
        text = longer.text if longer is not None and longer.entity == name.entity else name.text
        if tree.dep[i] in {"compound", "amod"} and tree.head[i] >= name.last and not name.entity:
            return ()
        if owners and name.entity != "PERSON":
            first = min(m.first for m in owners)
            if first < name.first <= first + 4:
                text = tree.text(first, name.last)
        return (Meant(Side(text, kind), text, name.first, name.last),)

    def _local_side(self, i: int, name: UnknownName) -> tuple[Meant, ...]:
        """A town or province is a side only as the owner of its officials."""
        tree = self._tree
        governor = tree.head[i]
        owns = tree.dep[i] in {"compound", "poss", "nmod", "amod"} and (
            tree.lemma[governor] in _LOCAL_OFFICES or governor in self._people.at
        )
        if not owns:
            return ()
        return (Meant(Side(name.text, PartyKind.GOVERNMENT), name.text, name.first, name.last),)

    def _acts(self, i: int) -> bool:
        tree = self._tree
        return tree.dep[i] in {"nsubj", "poss"} or tree.preposition(i) in {"by", "with", "between", "against"}

    def _owners(self, first: int, i: int) -> tuple[Meant, ...]:
        """The sides that own a phrase: possessives, adjectives and compounds before the head, "of X" after it."""
        tree = self._tree
        found: list[Meant] = []
        skip = set(range(first, i)) if first < i else set()
        for c in tree.children[i]:
            dep = tree.dep[c]
            if c in skip and c not in self._span_at:
                continue
            if dep == "poss" or (dep in {"amod", "compound", "nmod"} and c < i):
                if not self._is_suffixed(c):
                    found += self._owner(c)
            elif dep == "appos" and c < i:
                found += self.of(c)
        return distinct(found)

    def _owner(self, c: int) -> list[Meant]:
        tree = self._tree
        tokens = [c, *(d for d in tree.conjuncts(c) if tree.dep[d] == "conj")]
        found = [m for t in tokens for m in self.of(t)]
        if not found:
            for inner in tree.children[c]:
                is_inner = tree.dep[inner] in {"amod", "compound", "nmod", "npadvmod", "poss"}
                if is_inner and (inner in self._span_at or tree.dep[inner] == "poss") and self._may_own(inner):
                    found += self.of(inner)
        return found

    def _may_own(self, inner: int) -> bool:
        """Whether a name before a hyphen owns what follows: "Hamas-run" does, "US-backed" does not."""
        tree = self._tree
        if inner + 1 < len(tree) and tree.words[inner + 1] == "-":
            return inner + 2 < len(tree) and tree.lower[inner + 2] in self._nouns.places.owning_suffixes
        return True

    def _is_suffixed(self, c: int) -> bool:
        tree = self._tree
        return c + 1 < len(tree) and tree.words[c + 1] == "-" and c in self._span_at and not self._may_own(c)

    def _of_phrase(self, i: int, *prepositions: str) -> tuple[Meant, ...]:
        return distinct(m for o in self._tree.objects(i, *prepositions) for m in self.with_conjuncts(o))

    def _spread(self, owners: tuple[Meant, ...], first: int, last: int) -> tuple[Meant, ...]:
        """The owners, in the words of the whole phrase where they stand in it."""
        name = self._tree.text(first, last)
        if len(owners) > 1:
            return tuple(Meant(self._authority(m.side), m.name, m.first, m.last) for m in owners)
        return tuple(
            Meant(self._authority(m.side), name, first, last) if first <= m.first < last else
            Meant(self._authority(m.side), m.name if m.person is None else name, m.first, m.last)
            for m in owners
        )  # fmt: skip

    def _authority(self, side: Side) -> Side:
        """What acts for a people: officials of the Palestinians are those of the Palestinian Authority."""
        if side.name == "Palestinians":
            return Side("Palestinian Authority", PartyKind.ORGANISATION, is_verified=True)
        return side

    def _noun(self, i: int) -> tuple[Meant, ...]:
        tree, nouns, lemma = self._tree, self._nouns, self._tree.lemma[i]
        plural = self._plural(i)
        if plural:
            return plural
        compound = next((c for c in reversed(tree.children[i]) if tree.dep[c] == "compound" and c == i - 1), None)
        full = f"{tree.lower[compound]} {lemma}" if compound is not None else lemma
        is_title = lemma in nouns.last_title_words
        names_agent = lemma in nouns.agents or is_title or full in nouns.agents
        if lemma in nouns.fighters:
            return self._fighters(i, lemma)
        if names_agent or lemma in nouns.organs or full in nouns.organs:
            meant = self._agents(i, lemma, full)
            if meant:
                return meant
        if lemma in nouns.publics or full in nouns.publics:
            return self._public(i, lemma, full)
        return self._anaphor(i, lemma)

    def _agents(self, i: int, lemma: str, full: str) -> tuple[Meant, ...]:
        tree = self._tree
        owners = self._owners(i, i) or self._of_phrase(i, "of", "from", "for", "at", "with", "within", "to")
        if not owners and tree.is_plural(i):
            owners = self._of_phrase(i, "in")
        if not owners:
            owners = self._loyal_to(i)
        if owners:
            return self._spread(owners, tree.phrase_start(i), i + 1)
        named = tree.child(i, "appos")
        if named is not None and named in self._people.at:
            return self.of(named)
        return self._definite_agent(i, lemma, full)

    def _loyal_to(self, i: int) -> tuple[Meant, ...]:
        tree = self._tree
        for c in tree.children[i]:
            if tree.lemma[c] in {"loyal", "answer", "belong", "represent"}:
                found = [m for o in tree.objects(c, "to") for m in self.with_conjuncts(o)]
                found += [m for d in tree.children[c] if tree.dep[d] == "dobj" for m in self.with_conjuncts(d)]
                if found:
                    return distinct(found)
        return ()

    def _definite_agent(self, i: int, lemma: str, full: str) -> tuple[Meant, ...]:
        """ "The minister", "the spokesman", "the army", "the foreign ministry" without an owner."""
        tree, nouns = self._tree, self._nouns
        is_definite = self._determiner(i) in _DEFINITE
        if is_definite and not tree.is_plural(i):
            person = self._memory.titled(full) or self._memory.titled(lemma)
            if person is not None:
                return (Meant(person.as_side(), person.name, i, i + 1, person),)
        if is_definite and lemma not in nouns.state_bodies:
            before = self._memory.same_noun(lemma)
            if before:
                return tuple(Meant(m.side, m.name, i, i + 1, m.person) for m in before)
        if lemma in nouns.state_bodies and (is_definite or tree.is_plural(i) or not self._determiner(i)):
            return self._state_body(i)
        return self._anaphor(i, lemma) if is_definite else ()

    def _state_body(self, i: int) -> tuple[Meant, ...]:
        state = self._memory.of_kind(self._tree.sentence[i], _STATE)
        first = self._tree.phrase_start(i)
        return tuple(Meant(m.side, self._tree.text(first, i + 1), first, i + 1) for m in state)

    def _fighters(self, i: int, lemma: str) -> tuple[Meant, ...]:
        """Rebels, militants, an opposition: they are the group that owns them, or a side of their own in a state."""
        tree = self._tree
        owners = self._owners(i, i) or self._of_phrase(i, "of", "from")
        first = tree.phrase_start(i)
        named = tree.child(i, "appos")
        if owners:
            groups = [m for m in owners if m.side.kind not in _STATE and m.side.kind is not PartyKind.PERSON]
            if groups and groups[0].side.kind is PartyKind.ARMED_GROUP:
                return self._spread(tuple(groups), first, i + 1)
            if lemma == "coalition" and tree.child(i, "poss") is not None:
                return self._spread(owners, first, i + 1)
            if len(owners) == 1:
                return (self._faction(owners[0], i, first),)
            return ()
        if named is not None and self.of(named):
            return self.of(named)
        loyal = self._loyal_to(i)
        if loyal:
            return loyal
        hyphened = next(
            (c for c in tree.children[i] if tree.dep[c] in {"amod", "compound"} and self._has_name(c)), None
        )
        if hyphened is not None:
            text = tree.text(first, i + 1)
            return (Meant(Side(text), text, first, i + 1),)
        if self._determiner(i) in _DEFINITE or (tree.is_plural(i) and not self._determiner(i)):
            before = self._anaphor(i, lemma) or self._same_faction(i, lemma)
            if before:
                return before
        return self._bare_faction(i, lemma, first)

    def _has_name(self, c: int) -> bool:
        return any(d in self._span_at for d in self._tree.children[c])

    def _faction(self, owner: Meant, i: int, first: int) -> Meant:
        """ "Syria's main opposition" is the Syrian opposition: a side named by its state's adjective and the plural."""
        tree = self._tree
        word = "opposition" if tree.lower[i - 1] == "opposition" else tree.lower[i]
        if not tree.is_plural(i) and word not in _OPPOSITION | {
            "coalition",
            "resistance",
            "militia",
            "insurgency",
            "alliance",
        }:
            word = f"{tree.lemma[i]}s"
        of = self._adjective(owner.side.name)
        between = [w for w in tree.words[first:i] if w[0].isupper() and w not in of and w not in owner.name]
        name = " ".join([of, *between, word])
        return Meant(Side(name, PartyKind.ARMED_GROUP), tree.text(first, i + 1), first, i + 1)

    def _same_faction(self, i: int, lemma: str) -> tuple[Meant, ...]:
        return tuple(Meant(m.side, m.name, i, i + 1) for m in self._memory.same_noun(lemma))

    def _bare_faction(self, i: int, lemma: str, first: int) -> tuple[Meant, ...]:
        tree, nouns = self._tree, self._nouns
        if lemma in nouns.needs_owner or not (tree.is_plural(i) or lemma in _OPPOSITION):
            return ()
        if lemma in _OPPOSITION:
            state = self._memory.of_kind(tree.sentence[i], _STATE)
            if state:
                name = f"{self._adjective(state[0].side.name)} opposition"
                return (Meant(Side(name, PartyKind.ORGANISATION), name, first, i + 1),)
        name = tree.lower[i]
        return (Meant(Side(name, PartyKind.ARMED_GROUP), tree.text(first, i + 1), first, i + 1),)

    def _public(self, i: int, lemma: str, full: str) -> tuple[Meant, ...]:
        """Workers, families, protesters: sides of their own, named with whose they are."""
        tree, nouns = self._tree, self._nouns
        if not tree.is_plural(i):
            return self._anaphor(i, lemma)
        owners = self._owners(i, i)
        first = tree.phrase_start(i)
        head = tree.text(i - 1, i + 1).lower() if full != lemma else tree.lower[i]
        kind = PartyKind.UNION if "union" in lemma else PartyKind.UNKNOWN
        if owners:
            of = " and ".join(self._adjective(m.side.name) for m in owners)
            head = head.removeprefix(of.lower()).strip() or tree.lower[i]
            return (Meant(Side(f"{of} {tree.lower[i]}", kind), tree.text(first, i + 1), first, i + 1),)
        of = tree.objects(i, "of")
        if of and tree.lemma[of[0]] in nouns.victims:
            last = of[0] + 1
            return (Meant(Side(f"{tree.lower[i]} of {tree.lower[of[0]]}"), tree.text(first, last), first, last),)
        if full != lemma:
            return (Meant(Side(head, kind), tree.text(first, i + 1), first, i + 1),)
        if self._determiner(i) in _DEFINITE:
            before = self._memory.same_noun(lemma)
            if before:
                return tuple(Meant(m.side, m.name, i, i + 1) for m in before)
        if lemma in nouns.needs_owner:
            return ()
        return (Meant(Side(head, kind), tree.text(first, i + 1), first, i + 1),)

    def _anaphor(self, i: int, lemma: str) -> tuple[Meant, ...]:
        """ "The group", "the company", "the country": the last side that such a word can name."""
        tree = self._tree
        kinds = frozenset(kind for kind, words in self._nouns.anaphors.items() if lemma in words)
        if not kinds or self._determiner(i) in {"a", "an", "no", "any", "every", "another", "other"}:
            return ()
        owner = self._owners(i, i)
        if PartyKind.STATE in kinds:
            kinds |= {PartyKind.GOVERNMENT}
        if owner and lemma in {"country", "nation", "state", "government", "kingdom"}:
            return self._spread(owner, tree.phrase_start(i), i + 1)
        if owner or self._determiner(i) not in _DEFINITE:
            return ()
        for allowed in (kinds, kinds | {PartyKind.UNKNOWN}):
            found = self._memory.of_kind(tree.sentence[i], frozenset(allowed), 12)
            if found:
                return tuple(Meant(m.side, m.name, tree.phrase_start(i), i + 1) for m in found)
        return ()

    def _plural(self, i: int) -> tuple[Meant, ...]:
        """ "The two sides", "both countries", "the warring parties", "the three nations"."""
        tree, plural, lemma = self._tree, self._nouns.plural, self._tree.lemma[i]
        if not tree.is_plural(i):
            return ()
        kinds: frozenset[PartyKind] | None
        if lemma in plural.state:
            kinds = _STATE
        elif lemma in plural.union or lemma in plural.company:
            kinds = frozenset({PartyKind.UNION if lemma in plural.union else PartyKind.COMPANY})
        elif lemma in plural.any:
            kinds = None
        else:
            return ()
        counters = [
            tree.lower[c] for c in tree.children[i] if tree.dep[c] in {"nummod", "amod", "det", "predet", "quantmod"}
        ]
        counted = next((w for w in counters if w in plural.quantifiers), None)
        between = tree.objects(i, "between")
        if between:
            return self.with_conjuncts(between[0])
        if (
            counted is None
            and not (lemma in {"side", "party"} and "the" in counters)
            and not (lemma in {"country", "nation"} and self._determiner(i) in {"the", "these"})
        ):
            return ()
        if counted in {"two", "both", "three", "four", "five"} and "the" not in counters and counted != "both":
            return ()
        if self._owners(i, i) or self._of_phrase(i, "of"):
            return ()
        return self._plural_of(i, _NUMBERS.get(counted or ""), kinds)

    def _plural_of(self, i: int, number: int | None, kinds: frozenset[PartyKind] | None) -> tuple[Meant, ...]:
        meant = self._memory.sides(number, kinds, self._counts)
        first = self._tree.phrase_start(i)
        return tuple(Meant(m.side, m.name, first, i + 1, m.person) for m in meant)
