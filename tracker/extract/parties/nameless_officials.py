"""Whose official somebody is of whom only that is told: "an official said", "a police officer said"."""

from tracker.extract.parties.homes import home_state
from tracker.extract.parties.scene import STATE, SUBJECTS, Scene
from tracker.extract.parties.sides import Meant

_SERVICES = {"army", "navy", "police"}
_RANKS = {"senior", "top", "high", "ranking"}
_OFFICIALS = {"official", "officer"}
_ONE = {"a", "an", "one", "another"}


def nameless_official(scene: Scene, i: int) -> tuple[Meant, ...]:
    """The state of "a police officer", or of "an official" whose sentence tells of one state and of no other side."""
    tree = scene.tree
    if tree.lemma[i] not in _OFFICIALS or tree.is_plural(i) or scene.determiner(i) not in _ONE:
        return ()
    before = [c for c in tree.children[i] if tree.dep[c] in {"amod", "compound", "nmod", "poss"}]
    if any(tree.lower[c] in _SERVICES for c in before):
        return scene.phrase(i, home_state(scene, i))
    is_bare = all(tree.lower[c] in _RANKS for c in before) and not tree.objects(
        i, "of", "from", "at", "for", "with", "in"
    )
    if not is_bare or tree.dep[i] not in SUBJECTS:
        return ()
    spans = {scene.span_at[k] for k in scene.span_at if tree.sentence[k] == tree.sentence[i]}
    sides = {span.side for span in spans if span.is_side}
    named = any(tree.sentence[k] == tree.sentence[i] for k in scene.unknown_at if k not in scene.people.at)
    if len(sides) != 1 or named or next(iter(sides)).kind not in STATE:
        return ()
    side = next(iter(sides))
    return (Meant(side, side.name, i, i + 1),)
