"""Reports into groups, one an event: agglomerative, in the order of the scores, never against a veto.

The result does not depend on the order of the reports: links are taken from the strongest to the weakest, of equals by
the keys, and two groups join only where no pair of theirs is ruled out and the mean over all pairs does not speak
against it. So A = B and B = C never make A = C when A and C differ.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.model.mentions import MentionKey
from tracker.resolve.blocking import CandidateIndex
from tracker.resolve.identity import total
from tracker.resolve.profile import Profile
from tracker.resolve.weights import weights

Group = tuple[MentionKey, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports that tell one event as far as they alone go; `first` is the lesser key."""

    first: MentionKey
    second: MentionKey
    score: float


def find_links(profiles: Iterable[Profile], index: CandidateIndex) -> list[Link]:
    """All links between `profiles` and what the index holds, each once."""
    found: dict[tuple[MentionKey, MentionKey], Link | None] = {}
    for one in profiles:
        for other in index.candidates(one):
            pair = (one.key, other.key) if one.key < other.key else (other.key, one.key)
            if pair not in found:
                score = total(one, other)
                found[pair] = None if score is None or score < 0 else Link(*pair, score)
    return [link for link in found.values() if link is not None]


def components(keys: Iterable[MentionKey], links: Iterable[Link]) -> list[Group]:
    """The keys by connection over links: what one component holds never depends on what is in another."""
    parent = {key: key for key in keys}

    def top(key: MentionKey) -> MentionKey:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for link in links:
        first, second = sorted((top(link.first), top(link.second)))
        parent[second] = first
    members: defaultdict[MentionKey, list[MentionKey]] = defaultdict(list)
    for key in sorted(parent):
        members[top(key)].append(key)
    return [tuple(members[key]) for key in sorted(members)]


def cluster(profiles: Mapping[MentionKey, Profile], links: Iterable[Link]) -> list[Group]:
    """Groups of the profiles, each sorted, in the order of their first keys."""
    least = weights().least_mean
    group_of = {key: key for key in profiles}
    members: dict[MentionKey, list[MentionKey]] = {key: [key] for key in profiles}
    scores: dict[tuple[MentionKey, MentionKey], float | None] = {}
    for link in sorted(links, key=lambda one: (-one.score, one.first, one.second)):
        ours, theirs = group_of[link.first], group_of[link.second]
        if ours == theirs:
            continue
        mean = _mean(members[ours], members[theirs], profiles, scores)
        if mean is None or mean < least:
            continue
        kept, gone = sorted((ours, theirs))
        members[kept] = sorted(members[kept] + members.pop(gone))
        for key in members[kept]:
            group_of[key] = kept
    return [tuple(members[key]) for key in sorted(members)]


def _mean(
    ours: Sequence[MentionKey],
    theirs: Sequence[MentionKey],
    profiles: Mapping[MentionKey, Profile],
    scores: dict[tuple[MentionKey, MentionKey], float | None],
) -> float | None:
    """The mean score over all pairs between two groups; None where one pair is ruled out."""
    whole = 0.0
    for one in ours:
        for other in theirs:
            pair = (one, other) if one < other else (other, one)
            if pair not in scores:
                scores[pair] = total(profiles[one], profiles[other])
            score = scores[pair]
            if score is None:
                return None
            whole += score
    return whole / (len(ours) * len(theirs))
