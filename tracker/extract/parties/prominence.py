"""Which sides an article is about, who stands between them, and who stands against whom."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tracker.extract.parties.allied import MEDIATION, mediating
from tracker.extract.parties.hosts import hosts
from tracker.extract.parties.names import NameSpan
from tracker.extract.parties.scene import Scene
from tracker.extract.parties.sides import Meant
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules import word_class
from tracker.rules.parties import NameSort, load_party_nouns

_TALKS = {"talk", "negotiation"}
_ENVOYS = {"envoy"}
_TITLE_WEIGHT = 4
_LEAD_SENTENCES = 2
_LEAD_WEIGHT = 2
# How many words away a mediator is spoken of beside a name.
_BESIDE = 5
_BESIDE_HIM = {"by", "alongside"}
_TELLING = {"tell", "inform", "brief", "meet", "answer"}
# By whose envoys one side's words reach the other.
_CARRIERS = {"ambassador", "diplomat", "embassy", "envoy", "intermediary", "official"}
_VIA = {"via", "through"}
# Of how many leading sides the other side of a negotiation is sought among.
_LEADING = 3


def ranked(
    scene: Scene, readings: Mapping[int, tuple[Meant, ...]], in_title: frozenset[str]
) -> tuple[tuple[str, ...], dict[str, list[Meant]]]:
    """The sides of an article, the most told first, and where each is told.

    Each time that a side is told counts one, in the first two sentences two; a title that names it adds four; a court,
    which hears a dispute and is no party to it, comes last. Whose the rebels or the truce are is not told of by
    "pro-Russian" and "UN-brokered".
    """
    weights: Counter[str] = Counter()
    told: dict[str, list[Meant]] = {}
    for i, meant in sorted(readings.items()):
        if i in scene.span_at and not scene.may_own(i):
            continue
        for one in meant:
            if one.side.kind is PartyKind.PERSON:
                continue
            weights[one.side.name] += _LEAD_WEIGHT if scene.tree.sentence[i] < _LEAD_SENTENCES else 1
            told.setdefault(one.side.name, []).append(one)
    for side in in_title & set(told):
        weights[side] += _TITLE_WEIGHT
    courts = {name for name in told if scene.nouns.is_court(name)}
    return tuple(sorted(told, key=lambda name: (name in courts, -weights[name], told[name][0].first, name))), told


def beside_the_sides(tree: Tree, spans: Sequence[NameSpan], named: Counter[str]) -> frozenset[str]:
    """The sides that stand between others: those of whom mediators are told to be ("mediators from Oman and Peru"),
    by way of whose envoys a message goes, those near whose name, within a clause, a mediator, guarantor or broker is
    spoken of at least every second time that they are `named`, those who watch a war by their name ("Observatory"), and
    those at whose place others talk."""
    nouns = load_party_nouns()
    words, found = nouns.mediation, Counter[str]()
    for span in spans:
        if not span.is_side:
            continue
        near = range(max(span.first - _BESIDE, 0), min(span.last + _BESIDE, len(tree)))
        same = [k for k in near if tree.sentence[k] == tree.sentence[span.first]]
        if any(_tells_of_mediation(tree, k) and not _is_of_others(tree, k, span) for k in same):
            is_from = tree.preposition(span.last - 1) == "from" and tree.lemma[_origin(tree, span)] in words.nouns
            is_theirs = tree.lemma[_described(tree, span)] in words.nouns  # "Egyptian and Qatari mediators"
            found[span.known.party] += named[span.known.party] if is_from or is_theirs else 1
        elif _carries(tree, span):
            found[span.known.party] += named[span.known.party]
    watchers = {name for name in named if nouns.is_watcher(name)}
    return frozenset(
        watchers | hosts(tree, spans) | {name for name, times in found.items() if 2 * times >= named[name]}
    )


def names_a_deal(tree: Tree, last: int) -> bool:
    """Whether a place that ends there only tells which deal or talks are meant: "the Algiers peace accord"."""
    head = tree.head[last - 1]
    if not last <= head < last + 2 or tree.pos[head] not in {"NOUN", "PROPN"}:
        return False
    return any(tree.lemma[head].lower() in word_class(name) for name in ("deal", "talks", "truce"))


def _carries(tree: Tree, span: NameSpan) -> bool:
    """Whether something reaches its addressee through a state's people: "by way of the Swiss envoy"."""
    before = span.first - 1 - (tree.lower[span.first - 1] == "the")
    if span.known.sort is not NameSort.ADJECTIVE or tree.lemma[span.last : span.last + 1] == [] or before < 1:
        return False
    is_via = tree.lower[before] in _VIA or tree.lower[before - 1 : before + 1] == ["way", "of"]
    return is_via and tree.lemma[span.last] in _CARRIERS


def _tells_of_mediation(tree: Tree, i: int) -> bool:
    """Whether a word tells of mediating: "mediator", "to broker", "peace envoy"."""
    words, lemma = load_party_nouns().mediation, tree.lemma[i]
    peace_envoy = lemma in {"envoy", "negotiator"} and i > 0 and tree.lower[i - 1] == "peace"
    return lemma in words.nouns or lemma in words.verbs or peace_envoy


def _is_of_others(tree: Tree, i: int, span: NameSpan) -> bool:
    """Whether a mediator only turns to a name, or it to him ("mediators asked Peru to sign", "Peru told mediators"), or
    the name is between whom there is mediating ("brokered a truce with Peru")."""
    between = range(i + 1, span.first) if span.first > i else range(span.last, i)
    if tree.pos[i] == "VERB":
        return span.first > i and not any(tree.lower[k] in _BESIDE_HIM for k in between)
    return any(tree.pos[k] == "VERB" and tree.lemma[k] in word_class("turning_to") | _TELLING for k in between)


def _described(tree: Tree, span: NameSpan) -> int:
    """The noun before which an adjective of nation stands, alone or in a list."""
    i = span.last - 1
    while tree.dep[i] == "conj" and tree.head[i] < i:
        i = tree.head[i]
    return tree.head[i] if tree.dep[i] in {"amod", "compound", "nmod"} else i


def _origin(tree: Tree, span: NameSpan) -> int:
    """What the preposition before a name, or before the names that it is coordinated with, hangs on."""
    i = span.last - 1
    while tree.dep[i] in {"conj", "appos"}:
        i = tree.head[i]
    preposition: int = tree.head[i]
    governor: int = tree.head[preposition]
    return governor


def mediators(scene: Scene, readings: Mapping[int, tuple[Meant, ...]]) -> frozenset[str]:
    """The sides that the article calls mediators, or that mediate, broker or relay in it; so does who sends an envoy
    and is no state: "UN envoy Lars Holm"."""
    tree, words = scene.tree, scene.nouns.mediation
    found: set[str] = set()
    for i, lemma in enumerate(tree.lemma):
        if lemma in words.nouns:
            found |= {m.side.name for m in readings.get(i, ())}
        elif lemma in _ENVOYS:
            found |= {m.side.name for m in readings.get(i, ()) if m.side.kind is PartyKind.ORGANISATION}
        elif lemma in MEDIATION:  # "the African Union mediation", "mediation by Qatar"
            before = [c for c in tree.children[i] if tree.dep[c] in {"poss", "compound", "nmod", "amod"}]
            found |= {m.side.name for k in (*before, *tree.objects(i, "by")) for m in scene.with_conjuncts(k)}
        elif lemma == "invite":
            found |= _inviting(scene, i, readings)
        else:
            found |= {m.side.name for m in mediating(scene, i)}
    return frozenset(found)


def _inviting(scene: Scene, verb: int, readings: Mapping[int, tuple[Meant, ...]]) -> set[str]:
    """Who invites two others to talks: "the EU has invited both ministers to talks in Brussels"."""
    tree, who = scene.tree, scene.tree.child(verb, "nsubj")
    whom = tree.child(verb, "dobj")
    if who is None or whom is None or not any(tree.lemma[o] in _TALKS for o in tree.objects(verb, "to")):
        return set()
    invited = {m.side.name for k in (whom, *tree.conjuncts(whom)) for m in readings.get(k, ())}
    inviting = {m.side.name for m in readings.get(who, ())}
    return inviting if len(invited) > 1 and not invited & inviting else set()


def other_side(side: str, order: Sequence[str], between: frozenset[str]) -> str | None:
    """The leading side that stands against `side`; None where the article tells of no other. Those who stand between
    the sides are passed over where there are others."""
    leading = [name for name in order if name != side][: _LEADING - 1] if side in order[:_LEADING] else list(order[:1])
    candidates = [name for name in leading if name not in between] or [
        n for n in order if n != side and n not in between
    ]
    return next(iter(candidates or leading), None)
