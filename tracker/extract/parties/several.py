"""Plurals that take up several sides at once: "the two sides", "both countries", "the warring parties"."""

from tracker.extract.parties.allied import mediating
from tracker.extract.parties.homes import home_state
from tracker.extract.parties.memory import distinct
from tracker.extract.parties.placed import both_of_clause_above
from tracker.extract.parties.rebel_groups import fighting_groups
from tracker.extract.parties.scene import DEFINITE, STATE, SUBJECTS, Scene
from tracker.extract.parties.sides import Meant
from tracker.model.parties import PartyKind
from tracker.rules import word_class

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4}
_AT_WAR = {"warring", "belligerent", "feuding", "quarrelling", "quarreling"}
_BELLIGERENTS = frozenset({PartyKind.STATE, PartyKind.GOVERNMENT, PartyKind.ARMED_GROUP})
_GROUPS = frozenset({PartyKind.ARMED_GROUP, PartyKind.ORGANISATION})
_KNOWN_KINDS = frozenset(PartyKind) - {PartyKind.PERSON, PartyKind.UNKNOWN}
_OF_OLD = {"former", "old", "longtime", "bitter", "historic", "feuding", "uneasy"}
_PARTNERS = ({"the", "party"}, {"the", "coalition"}, {"the", "governing"}, {"the", "ruling"})
_PAIRS = {"pair", "duo"}
_ONE_OF_TWO = {"former": 0, "latter": -1}
_TWO = 2
_STRIKES = {"stoppage", "strike", "walkout"}
_FEW = 3
_BESIDE = {"along", "together"}
_EACH = {"either", "neither", "each"}
_AT_TALKS = {"between", "of"}
_AT_ODDS = {"rival", "foe", "adversary", "enemy", "neighbour", "neighbor"}
_SEVERAL = {"side", "party", "country", "nation", "union", *_AT_ODDS}
_OFFERING = {"invite", "offer", "propose", "suggest"}
# "Each leader" is of the two too, but "the leaders" are of any.
_ONE_BY_ONE = _SEVERAL | {"camp", "company", "delegation", "faction", "group", "leader"}


def number_word(word: str) -> int | None:
    """How many "both" or "three" says."""
    return _NUMBERS.get(word)


def several_sides(scene: Scene, i: int, number: int | None, kinds: frozenset[PartyKind] | None) -> tuple[Meant, ...]:
    """What "the two sides" stands for; "the two leaders" are rather those whom the article calls leaders."""
    if number is not None and (leaders := _with_the_title(scene, i, number, kinds)):
        return scene.phrase(i, leaders)
    watching = {n for n in scene.named if scene.nouns.is_watcher(n) or scene.nouns.is_court(n)}
    brokers = {m.side.name for k in range(i) for m in mediating(scene, k)}
    doing = _doing(scene, i)
    apart = scene.between | brokers | watching | scene.nouns.never_groups.bodies | doing | _along(scene, i)
    speaker = scene.reported_by(i)
    speakers = (
        frozenset(m.side.name for m in scene.with_conjuncts(speaker)) if speaker not in {None, i} else frozenset()
    )
    opposed = scene.memory.opposed
    meant = opposed.sides(scene.tree.sentence[i], number, kinds, scene.named, apart, speakers)
    if kinds is None or number != _TWO:
        meant = opposed.with_camp(meant, number, scene.named, apart)
    if doing & {m.side.name for m in meant}:  # "the plan that Oman put to the parties"
        rest = tuple(m for m in meant if m.side.name not in doing)
        meant = rest if len(rest) > 1 else ()
    at_war = _of_the_war(scene, i, number, frozenset(apart)) if kinds is None else ()
    if at_war and {m.side.name for m in meant} <= {m.side.name for m in at_war[1:]}:
        return scene.phrase(i, at_war)
    return scene.phrase(i, meant or _named_later(scene, i, number or 2, kinds, brokers))


def _of_the_war(scene: Scene, i: int, number: int | None, apart: frozenset[str]) -> tuple[Meant, ...]:
    """The state, first, and the groups of fighters of a war, where the article names two groups or more and they are so
    many as the words tell."""
    groups = fighting_groups(scene, i)
    state = home_state(scene, i, apart) or scene.named_of_kind(i, STATE, apart)
    are_all = number in {None, len(groups) + 1}
    return (*state, *groups) if len(groups) > 1 and len(state) == 1 and are_all else ()


def _with_the_title(scene: Scene, i: int, number: int, kinds: frozenset[PartyKind] | None) -> tuple[Meant, ...]:
    """The sides of those whom the article gives the title that the head tells of several, where they are so many."""
    lemma = scene.tree.lemma[i]
    if lemma not in scene.nouns.last_title_words:
        return ()
    people = [p for p in scene.people.of_title(lemma) if p.side is not None and not p.is_former]
    sides = {p.side.name: p.side for p in people if p.side is not None and (kinds is None or p.side.kind in kinds)}
    if len(sides) != number or scene.between & sides.keys():
        return ()
    return tuple(Meant(side, name, i, i + 1) for name, side in sides.items())


def _along(scene: Scene, i: int) -> set[str]:
    """Who is told to be with "the two leaders": "the two leaders will meet along with Peru", none of the two."""
    tree, verb = scene.tree, scene.tree.head[i]
    if tree.dep[i] not in SUBJECTS:
        return set()
    links = (c for c in tree.children[verb] if tree.lower[c] in _BESIDE)
    beside = [o for link in (verb, *links) for o in tree.objects(link, "with") if o in scene.span_at]
    return {m.side.name for o in beside for m in scene.with_conjuncts(o)}


def bare_number(scene: Scene, i: int, number: int) -> tuple[Meant, ...]:
    """What "both" or "the three" without a noun stands for: rather those just told of together."""
    sentence, memory = scene.tree.sentence[i], scene.memory
    if number == _TWO and (striking := _strikers(scene, i)):
        return striking
    if number == _TWO and (dealing := both_of_clause_above(scene, i)):
        return scene.phrase(i, dealing)
    told = memory.told_together(sentence, number) or memory.listed(sentence, number, scene.between)
    is_said = told and not _doing(scene, i) & {m.side.name for m in told}  # "Oman and Qatar have told both to go"
    return scene.phrase(i, told) if is_said else several_sides(scene, i, number, None)


def _strikers(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The article's two unions, where "both" are told to have called a strike: no firm does."""
    tree = scene.tree
    called = tree.head[tree.head[i]] if tree.preposition(i) == "by" else tree.head[i]
    is_strike = tree.dep[called] == "acl" and tree.lemma[tree.head[called]] in _STRIKES
    unions = [name for name, side in scene.sides.items() if side.kind is PartyKind.UNION]
    if not is_strike or len(unions) != _TWO:
        return ()
    return tuple(Meant(scene.sides[name], name, i, i + 1) for name in unions)


def _doing(scene: Scene, i: int) -> set[str]:
    """Who does to "both leaders" what the clause tells, or offers what they answer: they are none of the two."""
    tree, verb = scene.tree, scene.tree.head[i]
    if tree.dep[i] in SUBJECTS and tree.dep[verb] == "conj" and tree.lemma[verb] in word_class("answering"):
        verb = tree.head[verb]  # "Oman proposed a truce, and both sides accepted it"
        who, offered = tree.child(verb, *SUBJECTS), tree.child(verb, "dobj")
        is_offer = tree.lemma[verb] in _OFFERING or (offered and tree.lemma[offered] in word_class("offers"))
        return {m.side.name for m in scene.with_conjuncts(who)} if is_offer and who is not None else set()
    if tree.dep[i] == "pobj":
        verb = tree.head[verb]
    if tree.dep[verb] == "dobj":  # "hosts a meeting of the two presidents"
        verb = tree.head[verb]
    who = tree.child(verb, *SUBJECTS) if tree.dep[i] in {"dobj", "pobj", "dative"} else None
    return {m.side.name for m in scene.with_conjuncts(who)} if who is not None and who < i else set()


def _named_later(
    scene: Scene, i: int, number: int, kinds: frozenset[PartyKind] | None, brokers: set[str]
) -> tuple[Meant, ...]:
    """The sides that the whole article names most but for `brokers`, for words that come before their names."""
    names = sorted(
        (n for n, side in scene.sides.items() if (kinds is None or side.kind in kinds) and n not in brokers),
        key=lambda name: (name in scene.between, -scene.named[name], name),
    )
    return tuple(Meant(scene.sides[name], name, i, i + 1) for name in names[:number]) if len(names) >= number else ()


def plural_sides(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The sides of "the two sides", "both countries", "the warring parties", "neither side"; () for another kind of
    phrase."""
    tree, plural, lemma = scene.tree, scene.nouns.plural, scene.tree.lemma[i]
    kinds: frozenset[PartyKind] | None
    if lemma == "side" and "other" in tree.lower[tree.phrase_start(i) : i] and scene.determiner(i) == "the":
        return _opposite_side(scene, i)
    if lemma in _PAIRS and scene.determiner(i) in DEFINITE and not tree.objects(i, "of"):
        return several_sides(scene, i, 2, None)
    if _are_partners(scene, i, lemma):
        return several_sides(scene, i, None, None)
    if lemma in _ONE_OF_TWO and tree.pos[i] == "NOUN" and scene.determiner(i) == "the" and not tree.is_plural(i):
        return _one_of_two(scene, i, _ONE_OF_TWO[lemma])
    if _are_those_of_two(scene, i, lemma):
        return several_sides(scene, i, 2, STATE)
    is_each = scene.determiner(i) in _EACH and lemma in _ONE_BY_ONE
    if not (tree.is_plural(i) or is_each):
        return ()
    if lemma in plural.state:
        kinds = STATE
    elif lemma in plural.union:
        kinds = frozenset({PartyKind.UNION})
    elif lemma in plural.company:
        kinds = frozenset({PartyKind.COMPANY})
    elif lemma in plural.group:
        kinds = _GROUPS
    elif lemma in plural.any:
        kinds = _KNOWN_KINDS if is_each else None
    else:
        return ()
    if lemma == "union" and (told := _unions_of_workers(scene, i)):
        return told
    between = tree.objects(i, "between")
    if between:
        return scene.with_conjuncts(between[0])
    before = [c for c in tree.children[i] if tree.dep[c] in {"nummod", "amod", "det", "predet", "quantmod", "compound"}]
    words = [tree.lower[c] for c in before]
    quantifiers = sorted((w for w in words if w in plural.quantifiers), key=lambda w: w not in _NUMBERS)
    counted = "both" if is_each else next(iter(quantifiers), None)
    is_bare = lemma in _SEVERAL | plural.company and bool({"the", "these"} & set(words))
    if (counted is None and not is_bare) or (kinds is _GROUPS and counted not in _NUMBERS and not is_each):
        return ()  # "rival militias" are any
    if lemma in _AT_ODDS:
        words = [w for w in words if w not in _OF_OLD]
    if kinds is STATE and not _AT_WAR.isdisjoint(words):  # "the warring Gulf states"
        words = [tree.lower[c] for c in before if not tree.words[c].istitle()]
    if any(w not in plural.quantifiers and w not in DEFINITE | _EACH for w in words):
        return _of_one_name(scene, i, _NUMBERS.get(counted or "", 0))
    if counted in _NUMBERS and counted != "both" and not {"the", "these", "all"} & set(words):
        return ()
    number = _NUMBERS.get(counted or "")
    if number and len(listed := _listed_behind(scene, i)) == number:
        return listed
    if scene.owners(i) or scene.owned_by(i, "of"):
        return ()
    if kinds == frozenset({PartyKind.UNION}) and number and (told := _unions_told(scene, i, number)):
        return told
    if counted in _AT_WAR and kinds is None:
        kinds = _BELLIGERENTS
    return several_sides(scene, i, number, kinds)


def _listed_behind(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Who is named behind a number of them: "its two unions, the Pilots' Guild and Siipi"."""
    names = [c for c in scene.tree.children[i] if scene.tree.dep[c] == "appos" and c > i]
    return distinct(m for c in names for m in scene.with_conjuncts(c)) if names else ()


def _unions_of_workers(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The unions of workers who stand for them, "the unions of drivers and cooks", or the few that the article names,
    told by whose they are: "drivers and cooks will strike, their unions said", "Orvin's unions"."""
    tree = scene.tree
    members = [m for o in tree.objects(i, "of") for m in scene.with_conjuncts(o)]
    if members and all(m.side.kind is PartyKind.UNION for m in members):
        return scene.phrase(i, distinct(members))
    whose = tree.child(i, "poss")
    if whose is None or tree.child(i, "amod", "nummod") is not None:
        return ()
    is_theirs = tree.tag[whose] == "PRP$" or all(m.side.kind is PartyKind.COMPANY for m in scene.of(whose))
    unions = [name for name, side in scene.sides.items() if side.kind is PartyKind.UNION]
    named = unions if is_theirs and 1 < len(unions) <= _FEW else []
    return tuple(Meant(scene.sides[name], name, i, i + 1) for name in named)


def _unions_told(scene: Scene, i: int, number: int) -> tuple[Meant, ...]:
    """The article's unions where they are so many, with those told to act beside one of them: of "the union and Siipi"
    both are, where "the two unions" takes them up."""
    unions = {name for name, side in scene.sides.items() if side.kind is PartyKind.UNION}
    if len(unions) >= number:
        return ()
    listed = scene.memory.listed(scene.tree.sentence[i], number, frozenset())
    names = {m.side.name for m in listed}
    of_kind = all(m.side.kind in {PartyKind.UNION, PartyKind.UNKNOWN} for m in listed)
    return scene.phrase(i, listed) if listed and of_kind and names & unions else ()


def _of_one_name(scene: Scene, i: int, number: int) -> tuple[Meant, ...]:
    """The sides, so many, whose names have the word before the head in common: "both Cypriot communities", "the two
    Sudanese armies"."""
    word = scene.tree.words[i - 1]
    if number != _TWO or not word.istitle():
        return ()
    named = [name for name in scene.sides if word in {w.removesuffix("s") for w in name.split()[1:]}]
    return scene.phrase(i, tuple(Meant(scene.sides[n], n, i, i + 1) for n in named)) if len(named) == number else ()


def _one_of_two(scene: Scene, i: int, which: int) -> tuple[Meant, ...]:
    """ "The former" or "the latter" of the two sides that the last sentences name."""
    sentence = scene.tree.sentence[i]
    for reach in (0, 1):
        two = {m.side.name: m for m in scene.memory.recent(sentence, reach, _KNOWN_KINDS)}
        if len(two) == _TWO:
            return scene.phrase(i, (list(two.values())[which],))
    return ()


def _are_those_of_two(scene: Scene, i: int, lemma: str) -> bool:
    """Whether holders of an office that each state has but once deal with each other, in an article of no bloc and no
    third: "the foreign ministers will meet on Friday", "talks between the two presidents"."""
    tree = scene.tree
    if not tree.is_plural(i) or not _deal(scene, i) or tree.objects(i, "of", "from"):
        return False
    first = i - 1 if f"{tree.lower[i - 1]} {lemma}" in scene.nouns.one_to_a_state else i
    before = {tree.lower[c] for c in tree.children[i] if c < i and c != first}
    office = " ".join([*tree.lower[first:i], lemma])
    if office not in scene.nouns.one_to_a_state or not before <= {"the", "two", "both"} or "the" not in before:
        return False
    leading = sorted(scene.sides, key=lambda name: (-scene.named[name], name))[:2]
    return all(scene.sides[name].kind in STATE for name in leading) and not scene.memory.opposed.are_more_than_two()


def _deal(scene: Scene, i: int) -> bool:
    """Whether a clause or a noun of talks tells that those named by a token deal with each other."""
    tree, head = scene.tree, scene.tree.head[i]
    if tree.dep[i] == "pobj":
        return tree.lower[head] in _AT_TALKS and tree.lemma[tree.head[head]] in word_class("talks")
    return tree.dep[i] in SUBJECTS and tree.lemma[head] in word_class("dealing")


def _are_partners(scene: Scene, i: int, lemma: str) -> bool:
    """Whether those who deal with each other are the parties told of before: "the party leaders met", "the coalition
    partners agreed"."""
    tree = scene.tree
    before = {tree.lower[c] for c in tree.children[i]}
    is_plural = lemma in {"leader", "partner"} and tree.is_plural(i) and tree.dep[i] in SUBJECTS
    return is_plural and before in _PARTNERS and tree.lemma[tree.head[i]] in word_class("dealing")


def _opposite_side(scene: Scene, i: int) -> tuple[Meant, ...]:
    """Whom a speaker calls "the other side": of the two at odds the one that is not the speaker's."""
    speaker = scene.speaker(i) if scene.speaker(i) is not None else scene.reported_by(i)
    own = {m.side.name for m in scene.with_conjuncts(speaker)} if speaker is not None and speaker != i else set()
    two = several_sides(scene, i, 2, None)
    others = tuple(m for m in two if m.side.name not in own)
    return others if len(others) == 1 else ()
