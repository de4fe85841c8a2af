"""Plurals of states that are a side together: "Arab nations", "many Western leaders"."""

from tracker.extract.parties.scene import STATE, Scene

_QUANTIFIERS = {"many", "some", "several", "most", "various", "numerous", "other", "few", "more", "these", "those"}
KINDS_OF_STATES = {
    "allied", "baltic", "creditor", "developing", "donor", "eastern", "emerging", "industrialised", "industrialized",
    "muslim", "neighbouring", "neighboring", "nordic", "northern", "poorer", "producing", "regional", "richer",
    "southern", "wealthy", "western",
}  # fmt: skip


def unquantified(scene: Scene, i: int) -> int:
    """Where a phrase begins without "many", "today" and the like."""
    tree = scene.tree
    first = tree.phrase_start(i)
    while first < i and (tree.lower[first] in _QUANTIFIERS or tree.pos[first] == "NUM" or tree.entity[first] == "DATE"):
        first += 1
    return first


def is_group_of_states(scene: Scene, i: int) -> bool:
    """Whether a plural of states has an adjective that makes it a side: "Arab nations", "Western leaders"."""
    tree = scene.tree
    first = unquantified(scene, i)
    opens = first == 0 or tree.sentence[first - 1] != tree.sentence[first] or tree.pos[first - 1] == "SPACE"
    before = [
        c
        for c in tree.children[i]
        if (tree.dep[c] in {"amod", "compound"} and tree.words[c][0].isupper() and (c > first or not opens))
        or tree.lower[c] in KINDS_OF_STATES
    ]
    return bool(before) and not any(m.side.kind in STATE for c in before for m in scene.of(c))
