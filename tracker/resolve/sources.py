"""How many independent sources tell an event: outlets and quoted speakers, copies of one text as one."""

from collections import defaultdict
from collections.abc import Sequence

from tracker.model.events import Report
from tracker.resolve.words import fold, tokens

_SHINGLE = 4
_COPY = 0.6


def independent_sources(reports: Sequence[Report]) -> int:
    """The number of sources that do not share an outlet, a quoted speaker or (nearly) the same sentence.

    An article without outlet is a source of its own. Near copies share 60 of 100 of the word 4-grams of the shorter
    sentence (the resemblance of Broder, "On the resemblance and containment of documents", 1997).
    """
    if len(reports) < 2:
        return len(reports)
    parent = list(range(len(reports)))

    def top(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    first_with: dict[str, int] = {}
    for place, report in enumerate(reports):
        marks = [f"outlet {fold(report.outlet)}" if report.outlet else f"article {report.article_id}"]
        marks += [f"speaker {fold(report.source)}"] if report.source else []
        for mark in marks:
            parent[top(place)] = top(first_with.setdefault(mark, place))
    for one, other in _copies(reports):
        parent[top(one)] = top(other)
    return len({top(place) for place in range(len(reports))})


def _copies(reports: Sequence[Report]) -> list[tuple[int, int]]:
    """Pairs of places whose sentences are copies of each other."""
    shingles = [_shingles(report.evidence) for report in reports]
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for place, own in enumerate(shingles):
        for shingle in own:
            for other in holders[shingle]:
                shared[other, place] += 1
            holders[shingle].append(place)
    return [
        (one, other)
        for (one, other), number in shared.items()
        if number >= _COPY * min(len(shingles[one]), len(shingles[other]))
    ]


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = [word.casefold() for word in tokens(text)]
    if len(words) <= _SHINGLE:
        return frozenset([tuple(words)])
    return frozenset(tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))
