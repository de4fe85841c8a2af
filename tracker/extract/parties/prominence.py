"""Which sides an article is about, who stands between them, and who stands against whom."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tracker.extract.parties.scene import SUBJECTS, Scene
from tracker.extract.parties.sides import Meant
from tracker.model.parties import PartyKind

_MEDIATION = {"mediation", "facilitation", "arbitration"}
_TITLE_WEIGHT = 4
_LEAD_SENTENCES = 2
_LEAD_WEIGHT = 2
# Of how many leading sides the other side of a negotiation is sought among.
_LEADING = 3


def ranked(
    scene: Scene, readings: Mapping[int, tuple[Meant, ...]], in_title: frozenset[str]
) -> tuple[tuple[str, ...], dict[str, list[Meant]]]:
    """The sides of an article, the most told first, and where each is told.

    Each time that a side is told counts one, in the first two sentences two; a title that names it adds four.
    """
    weights: Counter[str] = Counter()
    told: dict[str, list[Meant]] = {}
    for i, meant in sorted(readings.items()):
        for one in meant:
            if one.side.kind is PartyKind.PERSON:
                continue
            weights[one.side.name] += _LEAD_WEIGHT if scene.tree.sentence[i] < _LEAD_SENTENCES else 1
            told.setdefault(one.side.name, []).append(one)
    for side in in_title & set(told):
        weights[side] += _TITLE_WEIGHT
    return tuple(sorted(told, key=lambda name: (-weights[name], told[name][0].first, name))), told


def mediators(scene: Scene, readings: Mapping[int, tuple[Meant, ...]]) -> frozenset[str]:
    """The sides that the article calls mediators, or that mediate, broker or relay in it."""
    tree, words = scene.tree, scene.nouns.mediation
    found: set[str] = set()
    for i, lemma in enumerate(tree.lemma):
        if lemma in words.nouns:
            found |= {m.side.name for m in readings.get(i, ())}
        elif lemma in _MEDIATION:  # "the African Union mediation", "mediation by Qatar"
            before = [c for c in tree.children[i] if tree.dep[c] in {"poss", "compound", "nmod", "amod"}]
            found |= {m.side.name for k in (*before, *tree.objects(i, "by")) for m in scene.with_conjuncts(k)}
        elif lemma in words.verbs and tree.pos[i] in {"VERB", "ADJ"}:
            by = tree.objects(i, "by")
            subjects = [c for c in tree.children[i] if tree.dep[c] in SUBJECTS and tree.dep[c] != "nsubjpass"]
            before = [k for k in (i - 2,) if k >= 0 and tree.words[i - 1] == "-"]
            for k in (*by, *subjects, *before):
                found |= {m.side.name for m in scene.with_conjuncts(k)}
    return frozenset(found)


def other_side(side: str, order: Sequence[str], between: frozenset[str]) -> str | None:
    """The leading side that stands against `side`; None where the article tells of no other. Those who stand between
    the sides are passed over where there are others."""
    leading = [name for name in order if name != side][: _LEADING - 1] if side in order[:_LEADING] else list(order[:1])
    candidates = [name for name in leading if name not in between] or [
        n for n in order if n != side and n not in between
    ]
    return next(iter(candidates or leading), None)
