"""The figures of an extraction against labelled articles."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.evaluate.agreement import (
    ROLES,
    Namer,
    given,
    is_complete,
    labelled,
    likeness,
    near_date,
    pair,
    same_count,
    same_date,
)
from tracker.evaluate.gold import GoldArticle, GoldEvent
from tracker.evaluate.naming import namer
from tracker.model.mentions import EventType, Mention, Status

# A type needs this many labelled events to count in the macro figure.
_MACRO_LEAST = 10


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision, recall and F1, shares from 0 to 1."""

    precision: float
    recall: float
    f1: float


def rate(hit: int, wanted: int, given_: int) -> Rate:
    """The rates of `hit` right answers among `given_` where `wanted` were to be found."""
    precision, recall = hit / given_ if given_ else 0.0, hit / wanted if wanted else 0.0
    return Rate(precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0)


@dataclass(frozen=True, slots=True)
class Figures:
    """What a set of articles gives. `status`, `date`, `near` and `date_known` are shares of the matched events,
    `false_happened` the share of matched unreal events given as occurred, `false_unreal` the reverse."""

    articles: int
    gold_events: int
    predicted: int
    detection: Rate
    untyped: Rate
    macro: float
    status: float
    false_happened: float
    false_unreal: float
    date: float
    near: float
    date_known: float
    parties: Rate
    source: Rate
    count: Rate
    complete: Rate
    types: dict[EventType, Rate]


class Score:
    """Adds articles up; `figures` may be asked at any time."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.per_type: dict[EventType, Counter[str]] = {}

    def add(self, gold: GoldArticle, mentions: Iterable[Mention]) -> None:
        """Counts one article's mentions against its labels."""
        found = list(mentions)
        name = namer(gold.parties)
        wanted = [e for e in gold.events if not e.optional]
        optional = [e for e in gold.events if e.optional]
        matched = pair(wanted, found, name)
        excused = _excused(wanted, optional, found, matched, name)
        kept = [m for j, m in enumerate(found) if j not in excused]
        self.counts.update(
            articles=1, gold=len(wanted), pred=len(kept), untyped=len(pair(wanted, kept, name, typed=False))
        )
        for event in wanted:
            self._type(event.readings[0].type)["gold"] += 1
        for mention in kept:
            self._type(mention.type)["pred"] += 1
        for i, j in matched:
            event_type = wanted[i].readings[0].type
            self._type(event_type)["hit"] += 1
            self._type(found[j].type)["pred"] -= 1
            self._type(event_type)["pred"] += 1
            self._match(wanted[i], found[j], name)

    def _type(self, event_type: EventType) -> Counter[str]:
        return self.per_type.setdefault(event_type, Counter())

    def _match(self, event: GoldEvent, mention: Mention, name: Namer) -> None:
        c, readings = self.counts, event.readings
        right = any(r.status is mention.status for r in readings)
        real = all(r.status is Status.OCCURRED for r in readings)
        dated = any(same_date(r, mention) for r in readings)
        c["match"] += 1
        c["status"] += right
        c["real" if real else "unreal"] += 1
        c["false_unreal"] += real and not right
        c["false_happened"] += not real and not right and mention.status is Status.OCCURRED
        c["date"] += dated
        c["near"] += any(near_date(r, mention) for r in readings)
        if all(r.start for r in readings):
            c["known"] += 1
            c["known_ok"] += dated
        counts = [r.count for r in readings if r.count]
        c["count_gold"] += bool(counts) and (all(r.count for r in readings) or (mention.count is not None))
        c["count_pred"] += mention.count is not None
        c["count_hit"] += any(same_count(wanted, mention) for wanted in counts)
        self._source(event, mention, name)
        for role in ROLES:
            told = given(mention, role, name)
            options = [labelled(r, role, name) for r in readings]
            best = max(options, key=lambda names: (len(names & told) - len(names ^ told), -len(names)))
            c["party_gold"] += len(best)
            c["party_pred"] += len(told)
            c["party_hit"] += len(best & told)
        closest = max(readings, key=lambda r: likeness(r, mention, name))
        c["complete"] += any(is_complete(r, mention, name) for r in (closest, *readings))

    def _source(self, event: GoldEvent, mention: Mention, name: Namer) -> None:
        said = [name(r.source) if r.source else frozenset() for r in event.readings]
        told = name(mention.source.side) if mention.source else frozenset()
        hit = bool(told) and any(told & s for s in said)
        self.counts["source_gold"] += all(said) or hit
        self.counts["source_pred"] += bool(told)
        self.counts["source_hit"] += hit

    def figures(self) -> Figures:
        """The figures of all that was added."""
        c = self.counts
        matched = c["match"] or 1
        types = {t: rate(n["hit"], n["gold"], n["pred"]) for t, n in sorted(self.per_type.items())}
        common = [types[t].f1 for t, n in self.per_type.items() if n["gold"] >= _MACRO_LEAST]
        return Figures(
            articles=c["articles"],
            gold_events=c["gold"],
            predicted=c["pred"],
            detection=rate(c["match"], c["gold"], c["pred"]),
            untyped=rate(c["untyped"], c["gold"], c["pred"]),
            macro=sum(common) / len(common) if common else 0.0,
            status=c["status"] / matched,
            false_happened=c["false_happened"] / (c["unreal"] or 1),
            false_unreal=c["false_unreal"] / (c["real"] or 1),
            date=c["date"] / matched,
            near=c["near"] / matched,
            date_known=c["known_ok"] / (c["known"] or 1),
            parties=rate(c["party_hit"], c["party_gold"], c["party_pred"]),
            source=rate(c["source_hit"], c["source_gold"], c["source_pred"]),
            count=rate(c["count_hit"], c["count_gold"], c["count_pred"]),
            complete=rate(c["complete"], c["gold"], c["pred"]),
            types=types,
        )


def _excused(
    wanted: list[GoldEvent],
    optional: list[GoldEvent],
    found: list[Mention],
    matched: list[tuple[int, int]],
    name: Namer,
) -> set[int]:
    """Mentions that are neither right nor wrong: what one reader alone saw, and the second type of an event that two
    readers typed differently."""
    taken = {j for _, j in matched}
    rest = [j for j in range(len(found)) if j not in taken]
    double = [wanted[i] for i, _ in matched if len({r.type for r in wanted[i].readings}) > 1]
    excused = {rest[j] for _, j in pair(optional, [found[j] for j in rest], name)}
    return excused | {rest[j] for _, j in pair(double, [found[j] for j in rest], name)}
