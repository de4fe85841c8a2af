"""Public ids: given at first sight, kept by the group that holds most of the mentions that bear them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tracker.model.mentions import MentionKey
from tracker.resolve.groups import Group


@dataclass(frozen=True, slots=True)
class Assignment:
    """The ids of groups (in the sequence given), the ids that merged into others, and the next free id."""

    ids: tuple[int, ...]
    redirects: Mapping[int, int]
    next_id: int


def assign(
    groups: Sequence[Group],
    known: Mapping[MentionKey, int],
    next_id: int,
    order: Callable[[Group], tuple[object, ...]],
) -> Assignment:
    """Gives each group its id. `known` holds the id of the event that each mention was in; `order` sorts the groups
    that get new ids (first seen, first numbered)."""
    held: dict[int, Counter[int]] = {}
    for place, group in enumerate(groups):
        held[place] = Counter(known[key] for key in group if key in known)
    claims: defaultdict[int, list[tuple[int, int, MentionKey, int]]] = defaultdict(list)
    for place, counter in held.items():
        for public, number in counter.items():
            # Of equals the group that holds no other id: a report that is moved does not take its old event's id along.
            claims[public].append((-number, len(counter), groups[place][0], place))
    heir = {public: min(places)[3] for public, places in claims.items()}
    won: defaultdict[int, list[int]] = defaultdict(list)
    for public, place in heir.items():
        won[place].append(public)
    ids: dict[int, int] = {}
    redirects: dict[int, int] = {}
    for place, publics in won.items():
        kept = min(publics, key=lambda public: (-held[place][public], public))
        ids[place] = kept
        redirects |= {public: kept for public in publics if public != kept}
    for place in sorted(set(held) - set(ids), key=lambda one: order(groups[one])):
        ids[place] = next_id
        next_id += 1
    return Assignment(tuple(ids[place] for place in range(len(groups))), dict(sorted(redirects.items())), next_id)
