"""The side of an official whom the article puts to none: an inference from whom it tells of beside them."""

from tracker.extract.parties.homes import home_state
from tracker.extract.parties.scene import STATE, SUBJECTS, Scene
from tracker.extract.parties.sides import Meant, Person, Side
from tracker.model.parties import PartyKind
from tracker.rules import word_class
from tracker.rules.parties import NameSort

# A spokesman named so many sentences after "a spokesman for X" speaks for X.
_SAME_OFFICE = 4
_ANYWHERE = 1_000
_SPOKESMEN = {"spokesman", "spokeswoman", "spokesperson"}
_ANNOUNCING = {"add", "announce", "confirm", "declare", "insist", "say", "tell", "vow"}
_DEMANDING = {"demand", "insist"}
_WRITING = {"compose", "craft", "design", "devise", "draft", "draw", "formulate", "prepare", "write"}
_GROUPS = frozenset(PartyKind) - {PartyKind.PERSON}


def head_of_name(scene: Scene, i: int, last: int) -> int:
    """The head of a name by the tree."""
    return next((k for k in range(last, i - 1, -1) if not i <= scene.tree.head[k] <= last), last)


def guessed_side(scene: Scene, i: int, last: int, person: Person) -> Side | None:
    """The state of an official, or whom a spokesman so called before speaks for; None where nothing tells."""
    tree, head = scene.tree, head_of_name(scene, i, last)
    if person.is_official:
        heads = {head_of_name(scene, k, k) for k, one in scene.people.at.items() if one is person}
        others = frozenset[str]().union(*(_of_others(scene, k) for k in heads))
        state = _with_such_an_office(scene, person) or _visited(scene, head) or _of_own_plan(scene, head)
        state = (
            state
            or _of_own_intent(scene, head)
            or _of_clause_above(scene, head)
            or _charged(scene, head)
            or _told_of_before(scene, i, STATE)
        )
        if not state or state[0].side.name in others:
            state = home_state(scene, i, others)
        state = state or scene.memory.same_noun("government", tree.sentence[i], _ANYWHERE, is_plural=False)
        person.is_guessed = bool(state)
        return state[0].side if state else None
    for title in sorted(person.titles & scene.nouns.agents):
        before = scene.memory.same_noun(title, tree.sentence[i], _SAME_OFFICE, is_plural=False)
        if before and before[0].person is None:
            return before[0].side
    if person.titles & _SPOKESMEN and (told := _told_of_before(scene, i, _GROUPS)):
        return told[0].side
    return None


def _with_such_an_office(scene: Scene, person: Person) -> tuple[Meant, ...]:
    """The one state of the article that calls an office so: "Secretary of State X" where it names the United States."""
    offices = (scene.nouns.state_titles[title] for title in person.titles & scene.nouns.state_titles.keys())
    named = {name for states in offices for name in states} & scene.sides.keys()
    return tuple(Meant(scene.sides[name], name, 0, 1) for name in named) if len(named) == 1 else ()


def _of_others(scene: Scene, head: int) -> frozenset[str]:
    """The states that an official is not of: those of whose officials he is told beside ("X and Russian Minister Y"),
    whom he meets, judges or addresses ("X praised Russia"), or whose counterpart he is ("his Russian counterpart")."""
    tree = scene.tree
    verb = next((k for k in (head, tree.head[head]) if tree.pos[k] == "VERB"), tree.head[head])
    beside = [k for k in (*tree.conjuncts(head), tree.head[head]) if tree.dep[k] == "conj" or tree.dep[head] == "conj"]
    met = tree.objects(verb, "with") + [c for c in tree.children[verb] if tree.dep[c] == "dobj"]
    people = [k for k in (*beside, *met) if k != head and k in scene.people.at]
    sides = {side.name for k in people if (side := scene.people.at[k].side) is not None and side.kind in STATE}
    if tree.lemma[verb] == "meet":  # "met a Kremlin aide"
        spans = (scene.span_at.get(c) for k in met for c in tree.children[k])
        sides |= {span.known.party for span in spans if span is not None and span.known.party}
    if tree.dep[head] in SUBJECTS and tree.lemma[verb] in word_class("judging") | word_class("speech_acts"):
        addressed = [k for k in (*met, *tree.objects(verb, "against", "on", "to")) if k in scene.span_at]
        sides |= {m.side.name for k in addressed if scene.may_own(k) for m in scene.of(k)}
    if tree.dep[head] in SUBJECTS and tree.lemma[verb] in _DEMANDING:  # "demanded that Peru leave"
        asked = (tree.child(c, *SUBJECTS) for c in tree.children[verb] if tree.dep[c] == "ccomp")
        sides |= {m.side.name for k in asked if k is not None and k in scene.span_at for m in scene.of(k)}
    counterparts = (k for k, lemma in enumerate(tree.lemma) if lemma in {"counterpart", "colleague"})
    here = (k for k in counterparts if tree.sentence[k] == tree.sentence[head])
    before = (c for k in here for c in tree.children[k] if c in scene.span_at)
    return frozenset(sides | {m.side.name for c in before for m in scene.of(c)})


def _of_own_intent(scene: Scene, head: int) -> tuple[Meant, ...]:
    """The state whose intent an official announces: "Peru will close the port, Minister X said"; not one that he warns
    of."""
    tree, verb = scene.tree, scene.tree.head[head]
    if tree.dep[head] not in SUBJECTS or tree.lemma[verb] not in _ANNOUNCING:
        return ()
    clauses = [c for c in tree.children[verb] if tree.dep[c] == "ccomp"]
    clauses += [tree.head[verb]] if tree.dep[verb] == "parataxis" else []
    for clause in clauses:
        who = tree.child(clause, "nsubj")
        will = any(tree.lower[c] in {"will", "would"} for c in tree.children[clause] if tree.dep[c] == "aux")
        if will and who is not None and who in scene.span_at:
            meant = scene.of(who)
            if len(meant) == 1 and meant[0].side.kind in STATE and meant[0].person is None:
                return meant
    return ()


def _of_own_plan(scene: Scene, head: int) -> tuple[Meant, ...]:
    """The state whose plan an official drew up: "Peru presented a plan. The plan, written by Minister X"."""
    tree = scene.tree
    verb = tree.head[tree.head[head]]
    plan = verb - 1 - (tree.words[verb - 1] == ",")  # the parser hangs the verb elsewhere behind a comma
    is_by = tree.dep[head] == "pobj" and tree.lower[tree.head[head]] == "by" and tree.lemma[verb] in _WRITING
    if not is_by or tree.tag[verb] != "VBN" or plan < 0 or tree.lemma[plan] not in word_class("offers"):
        return ()
    for k in range(plan - 1, -1, -1):
        if tree.lemma[k] != tree.lemma[plan]:
            continue
        put = tree.head[tree.head[k]] if tree.dep[k] == "pobj" else tree.head[k]
        who = tree.child(put, "nsubj") if tree.pos[put] == "VERB" else None
        meant = scene.of(who) if who is not None and who < k else ()
        if len(meant) == 1 and meant[0].side.kind in STATE and meant[0].person is None:
            return meant
    return ()


def _of_clause_above(scene: Scene, head: int) -> tuple[Meant, ...]:
    """The state that acts in the clause which goes on with what an official does: "Peru condemned it, with Minister X
    calling it a trap", "Peru accepted, and Minister X flew to Oslo"."""
    tree, verb = scene.tree, scene.tree.head[head]
    link = tree.head[verb]
    if tree.dep[head] not in SUBJECTS or tree.dep[verb] not in {"pcomp", "conj"}:
        return ()
    above = link if tree.dep[verb] == "conj" else tree.head[link] if tree.lower[link] == "with" else verb
    who = tree.child(above, "nsubj")
    meant = scene.of(who) if above != verb and who is not None and who < head else ()
    return meant if len(meant) == 1 and meant[0].side.kind in STATE else ()


def _charged(scene: Scene, head: int) -> tuple[Meant, ...]:
    """The state of which is told what an official denies: "Peru accused Chile of shelling it, which Minister X denied",
    "wrote that Chile had paid them, which Minister X denied"."""
    tree, verb = scene.tree, scene.tree.head[head]
    if tree.dep[verb] != "relcl" or tree.lemma[verb] not in word_class("denying"):
        return ()
    node = tree.head[verb]
    while tree.head[node] != node:
        link = tree.head[node]
        over = tree.head[link]
        is_charge = tree.dep[node] == "pcomp" and tree.lower[link] in {"of", "for"} and tree.dep[link] == "prep"
        who = (
            tree.child(over, "dobj") if is_charge else tree.child(node, *SUBJECTS) if tree.pos[node] == "VERB" else None
        )
        meant = scene.of(who) if who is not None and who < verb else ()
        if len(meant) == 1 and meant[0].side.kind in STATE:
            return meant
        node = link
    return ()


def _told_of_before(scene: Scene, i: int, kinds: frozenset[PartyKind]) -> tuple[Meant, ...]:
    """Of whom alone the sentence before tells, its relative clauses aside."""
    tree = scene.tree
    return scene.memory.told_of_before(tree.sentence[i], kinds, lambda k: tree.dep[tree.head[k]] == "relcl")


def _visited(scene: Scene, head: int) -> tuple[Meant, ...]:
    """The state in whose capital another meets an official: "flew to Oslo, where she met Minister X", "In Oslo, she
    spoke to Minister X"."""
    tree, over = scene.tree, scene.tree.head[head]
    verb = tree.head[over] if tree.dep[head] == "pobj" else over
    verb = verb if tree.pos[verb] == "VERB" else tree.head[verb]  # "held talks with X"
    who = tree.child(verb, "nsubj") if tree.pos[verb] == "VERB" else None
    if tree.dep[head] not in {"dobj", "pobj"} or who is None or not who < verb < head:
        return ()
    is_where = tree.dep[verb] == "relcl" and any(tree.lower[c] == "where" for c in tree.children[verb])
    places = [tree.head[verb]] if is_where else tree.objects(verb, "in") + tree.objects(head, "in")
    spans = [s for s in map(scene.span_at.get, places) if s is not None and s.known.sort is NameSort.CAPITAL]
    return tuple(Meant(s.side, tree.text(s.first, s.last), s.first, s.last) for s in spans[:1])
