"""People whom a state's uniform puts to it: "Chadian military pilot X", "the Malian soldier Y"."""

from tracker.extract.parties.tree import Tree
from tracker.rules.parties import PartyNouns


def before_uniform(tree: Tree, at: int, nouns: PartyNouns) -> int | None:
    """The word before the noun for somebody in uniform that ends at a token; None for another noun, and for one that
    others are called too ("pilot", "nurse") unless a word for the forces stands before it."""
    if at < 1 or tree.lemma[at] not in nouns.in_uniform | nouns.also_in_uniform:
        return None
    is_forces = tree.lemma[at - 1] in nouns.forces_words
    return at - 1 if is_forces or tree.lemma[at] in nouns.in_uniform else None
