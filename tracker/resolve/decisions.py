"""What analysts said, found again in the mentions of today and applied to the groups.

A decision names mentions by key. Where new rules have moved a trigger, its target is found by place (same text,
overlapping span) and, failing that, by the words; a target that no longer exists is reported, never dropped in silence.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.model.dates import Span
from tracker.model.decisions import Decision, DecisionKind, DecisionTarget
from tracker.model.events import Report
from tracker.model.mentions import EventType, MentionKey
from tracker.resolve.groups import Group, Link

GROUPING = (DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.MOVE)
ON_EVENTS = (DecisionKind.CONFIRM, DecisionKind.REJECT, DecisionKind.CORRECT)


@dataclass(frozen=True, slots=True)
class LostTarget:
    """A decision and the target of it that no mention matches any more."""

    decision: Decision
    target: DecisionTarget


@dataclass(frozen=True, slots=True)
class Found:
    """A decision with the mentions that it is about, in the order of its targets, as far as they exist."""

    decision: Decision
    keys: tuple[MentionKey, ...]


def effective(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that stand, in the order of their ids: undone ones and the undoings themselves left out.

    An undoing can itself be undone; then its target stands again.
    """
    ordered = sorted(decisions, key=lambda one: one.id)
    undone: set[int] = set()
    for decision in reversed(ordered):
        if decision.kind is DecisionKind.UNDO and decision.id not in undone and decision.undoes is not None:
            undone.add(decision.undoes)
    return tuple(one for one in ordered if one.kind is not DecisionKind.UNDO and one.id not in undone)


class Places:
    """The mentions by text and place, to find targets again."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._keys: dict[str, MentionKey] = {}
        self._in_text: defaultdict[str, list[Report]] = defaultdict(list)
        self._by_words: defaultdict[str, list[Report]] = defaultdict(list)
        for report in reports:
            self._keys[str(report.key)] = report.key
            self._in_text[report.key.text_hash].append(report)
            for words in {_fold(report.evidence), _fold(report.mention.words)}:
                self._by_words[words].append(report)

    def has(self, target: DecisionTarget) -> bool:
        """Whether the very mention that a target names is here."""
        return target.key in self._keys

    def find(self, target: DecisionTarget) -> MentionKey | None:
        """The mention that a target means today, or None: by key, by place, by words in the same text, and by words in
        another text only where the text itself is gone (a new version of the article)."""
        if (key := self._keys.get(target.key)) is not None:
            return key
        try:
            wanted = read_key(target.key)
        except ValueError:
            return None
        span = Span(wanted.first, wanted.last)
        here = self._in_text.get(wanted.text_hash, [])
        near = [one for one in here if one.mention.trigger.overlaps(span)]
        near = near or [one for one in here if target.words and one.mention.clause.contains(span)]
        alike = self._by_words.get(_fold(target.words), []) if target.words else []
        near = near or [one for one in alike if not here or one.key.text_hash == wanted.text_hash]
        if not near:
            return None
        return min(near, key=lambda one: _distance(one.key, wanted)).key


def find_targets(
    decisions: Iterable[Decision], reports: Iterable[Report]
) -> tuple[tuple[Found, ...], tuple[LostTarget, ...]]:
    """The decisions on events with the mentions they mean, and what they mean no longer."""
    places, found, lost = Places(reports), [], []
    for decision in decisions:
        if decision.kind not in GROUPING + ON_EVENTS:
            continue
        pairs = [(target, places.find(target)) for target in decision.targets]
        lost += [LostTarget(decision, target) for target, key in pairs if key is None]
        keys = tuple(dict.fromkeys(key for _, key in pairs if key is not None))
        if keys:
            found.append(Found(decision, keys))
    return tuple(found), tuple(lost)


def decided_links(found: Iterable[Found]) -> list[Link]:
    """Links between all mentions of a decision, so that they are resolved together."""
    return [
        Link(min(one.keys[0], key), max(one.keys[0], key), 0.0)
        for one in found
        for key in one.keys[1:]
        if key != one.keys[0]
    ]


def regroup(groups: Sequence[Group], found: Iterable[Found]) -> list[Group]:
    """The groups after merges, splits and moves, in the order of the decisions.

    merge: the groups of all targets become one. split: the targets leave their groups and form one of their own.
    move: the first target leaves its group for that of the second.
    """
    members = {group[0]: set(group) for group in groups}
    group_of = {key: group[0] for group in groups for key in group}

    def put(keys: Iterable[MentionKey], into: MentionKey) -> None:
        for key in list(keys):
            members[group_of[key]].discard(key)
            members[into].add(key)
            group_of[key] = into

    for one in found:
        if one.decision.kind is DecisionKind.MERGE:
            first = group_of[one.keys[0]]
            for key in one.keys[1:]:
                put(members[group_of[key]] if group_of[key] != first else (), first)
        elif one.decision.kind is DecisionKind.MOVE and len(one.keys) > 1:
            put(one.keys[:1], group_of[one.keys[1]])
        elif one.decision.kind is DecisionKind.SPLIT:
            fresh = MentionKey(f"split {one.decision.id}", 0, 0, one.keys[0].type)
            members[fresh] = set()
            put(one.keys, fresh)
    return sorted(tuple(sorted(keys)) for keys in members.values() if keys)


def read_key(text: str) -> MentionKey:
    """The mention key that `str` wrote. Raises ValueError where the text is not one."""
    text_hash, place, kind = text.split(":")
    first, last = place.split("-")
    return MentionKey(text_hash, int(first), int(last), EventType(kind))


def _distance(key: MentionKey, wanted: MentionKey) -> tuple[bool, int, MentionKey]:
    return key.type != wanted.type, abs(key.first - wanted.first), key


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())
