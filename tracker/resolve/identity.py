"""Do two reports tell one event? A score whose parts can be read, or a reason why they cannot."""

import datetime as dt
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from tracker.model.mentions import EventType, Phase, Status, Unit
from tracker.resolve.profile import RECIPROCAL, Amount, Profile
from tracker.resolve.weights import Weights, weights
from tracker.resolve.words import overlap, tokens

SPEECH = frozenset(
    {EventType.PROPOSAL, EventType.DEMAND, EventType.ACCEPTANCE, EventType.REJECTION, EventType.THREAT}
    | {EventType.ACCUSATION, EventType.SUPPORT, EventType.STATEMENT}
)
_TOLL = frozenset({Unit.DEAD, Unit.WOUNDED})
_PERSONS = frozenset({Unit.PEOPLE, Unit.HOSTAGES, Unit.PRISONERS, Unit.BODIES, Unit.TROOPS, Unit.DEAD})
_LARGE = 20
_ALIKE = 0.92


@dataclass(frozen=True, slots=True)
class MatchScore:
    """How far two reports tell one event: named parts that add up to `total`; `veto` is why they never can.

    A total of zero or more without a veto links them.
    """

    parts: tuple[tuple[str, float], ...]
    veto: str = ""

    @property
    def total(self) -> float:
        return sum(value for _, value in self.parts)

    @property
    def links(self) -> bool:
        return not self.veto and self.total >= 0

    def __str__(self) -> str:
        parts = " ".join(f"{name} {value:+.1f}" for name, value in self.parts if value)
        return f"{self.veto or ''}{': ' if self.veto else ''}{self.total:+.2f} = {parts}"


def match(ours: Profile, theirs: Profile, by: Weights | None = None) -> MatchScore:
    """Compares two reports; the order of the two does not matter."""
    by = by or weights()
    a, b = sorted((ours, theirs), key=lambda one: one.key)
    if a.type is not b.type and frozenset((a.type, b.type)) not in by.related:
        return MatchScore((), "types that never tell one event")
    date, veto = _date(a, b, by)
    veto = veto or _status_veto(a, b)
    figures, differ = _figures(a, b, by)
    if differ and not veto and not _same_day(a, b):
        veto = "different figures on different days"
    parts = (
        ("base", by.base),
        ("type", by("type", "same") if a.type is b.type else by.related[frozenset((a.type, b.type))]),
        ("date", date),
        ("actors", _actors(a, b, by)),
        ("targets", _targets(a, b, by)),
        ("figures", figures),
        ("place", _place(a, b, by)),
        ("words", _words(a, b, by)),
        ("order", _order(a, b, by)),
        ("status", _status(a, b, by)),
        ("phase", _phase(a, b, by)),
        ("text", _text(a, b, by)),
    )
    return MatchScore(parts, veto)


def _same_text(a: Profile, b: Profile) -> bool:
    return a.key.text_hash == b.key.text_hash


def _same_day(a: Profile, b: Profile) -> bool:
    return a.is_dated and b.is_dated and a.first == b.first and a.last == b.last and a.width == 0


def _date(a: Profile, b: Profile, by: Weights) -> tuple[float, str]:
    if a.first and a.last and b.first and b.last:
        apart = max((b.first - a.last).days, (a.first - b.last).days)
        if apart <= 0:
            return by("date", _meeting_span(a, b)), ""
        if apart > 1 or a.is_stated is b.is_stated is False:
            return 0.0, "different days"
        return by("date", "day_off_stated" if a.is_stated and b.is_stated else "day_off_implied"), ""
    if (a.first and b.last and a.first > b.last) or (b.first and a.last and b.first > a.last):
        return 0.0, "one lies before the other"
    if _same_text(a, b):
        return by("date", "undated_same_text"), ""
    days = _distance(a, b)
    if days is None:
        return by("date", "undated_month"), ""
    for name, limit in (("near", 2), ("week", 10), ("month", 40), ("season", 150)):
        if days <= limit:
            return by("date", f"undated_{name}"), ""
    return by("date", "undated_far"), ""


def _meeting_span(a: Profile, b: Profile) -> str:
    if a.first == b.first and a.last == b.last:
        return "same_day" if a.width == 0 else "same_span" if a.width <= 7 else _by_width(a.width)
    return _by_width(max(a.width, b.width))


def _by_width(width: int) -> str:
    return "within_week" if width <= 7 else "within_month" if width <= 31 else "within_year"


def _distance(a: Profile, b: Profile) -> int | None:
    """Days between what is known of the two: a bound of the date where there is one, else the publication."""
    ours, theirs = _reach(a), _reach(b)
    if ours is None or theirs is None:
        return None
    return max((theirs[0] - ours[1]).days, (ours[0] - theirs[1]).days, 0)


def _reach(one: Profile) -> tuple[dt.date, dt.date] | None:
    known = [day for day in (one.first, one.last) if day] or ([one.published] if one.published else [])
    return (min(known), max(known)) if known else None


def _actors(a: Profile, b: Profile, by: Weights) -> float:
    if not a.actors or not b.actors:
        return 0.0
    shared = _shared(a.actors, b.actors)
    if shared and shared == min(len(a.actors), len(b.actors)):
        return by("actors", "same") if shared > 1 or len(a.actors) == len(b.actors) else by("actors", "shared")
    if shared:
        return by("actors", "shared") if a.type in RECIPROCAL or b.type in RECIPROCAL or shared > 1 else 0.3
    if a.type in SPEECH and b.type in SPEECH:
        return by("actors", "different_speaker")
    if _shared(a.parties, b.parties):
        return by("actors", "crossed")
    return by("actors", "different")


def _targets(a: Profile, b: Profile, by: Weights) -> float:
    if not a.targets or not b.targets:
        return 0.0
    if _shared(a.targets, b.targets):
        return by("targets", "shared")
    return 0.0 if _shared(a.targets, b.parties) or _shared(b.targets, a.parties) else by("targets", "different")


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """How many of the parties are in both, unverified names by likeness ("Houthi rebels", "Houthis")."""
    return sum(1 for one in ours if one in theirs or any(_same_name(one, other) for other in theirs))


def _same_name(ours: str, theirs: str) -> bool:
    if JaroWinkler.similarity(ours, theirs) >= _ALIKE and ours[-1:] == theirs[-1:]:
        return True
    mine, other = tokens(ours), tokens(theirs)
    if len(mine) == len(other) or not mine or not other:
        return False
    short, long = sorted((mine, other), key=len)
    return len(short[0]) > 3 and all(any(word[:6] == whole[:6] for whole in long) for word in short)


def _figures(a: Profile, b: Profile, by: Weights) -> tuple[float, bool]:
    """The weight of the figures, and whether they differ decisively."""
    best: float | None = None
    differs = False
    for ours in a.amounts:
        for theirs in b.amounts:
            if not _comparable(ours, theirs):
                continue
            value = _figure(ours, theirs, by)
            best = value if best is None else max(best, value)
    if best is None:
        return 0.0, False
    differs = best <= by("figures", "different")
    return best, differs


def _comparable(ours: Amount, theirs: Amount) -> bool:
    return ours.unit is theirs.unit or (
        Unit.PEOPLE in (ours.unit, theirs.unit) and {ours.unit, theirs.unit} <= _PERSONS
    )


def _figure(ours: Amount, theirs: Amount, by: Weights) -> float:
    if ours.low <= theirs.high and theirs.low <= ours.high:
        large = min(ours.high, theirs.high) >= _LARGE
        return by("figures", "equal_large" if large else "equal_small")
    near = min(ours.high, theirs.high) / max(ours.low, theirs.low, 1.0)
    if near >= 0.88 and max(ours.low, theirs.low) >= _LARGE:
        return by("figures", "near")
    return by("figures", "different_toll" if ours.unit in _TOLL else "different")


def _place(a: Profile, b: Profile, by: Weights) -> float:
    if not a.place.stems or not b.place.stems:
        return 0.0
    return by("place", "same" if a.place.stems & b.place.stems else "different")


def _words(a: Profile, b: Profile, by: Weights) -> float:
    value = by("words", "offset") + by("words", "scale") * overlap(a.words.stems, b.words.stems)
    shared = len(a.words.names & b.words.names)
    if shared:
        value += by("words", "name_shared") * min(shared, 2)
    elif a.words.names and b.words.names:
        value += by("words", "names_different")
    return value


def _order(a: Profile, b: Profile, by: Weights) -> float:
    ours, theirs = a.words.ordinals, b.words.ordinals
    if ours and theirs and not ours & theirs:
        return by("order", "different")
    return by("order", "repeat") if a.words.is_repeat != b.words.is_repeat else 0.0


_PAIRS = {
    frozenset((Status.PLANNED, Status.OCCURRED)): "planned_occurred",
    frozenset((Status.PROPOSED, Status.PLANNED)): "proposed_planned",
    frozenset((Status.PROPOSED, Status.OCCURRED)): "proposed_occurred",
}


def _status(a: Profile, b: Profile, by: Weights) -> float:
    if a.status is b.status:
        return by("status", "same")
    return by("status", _PAIRS.get(frozenset((a.status, b.status)), "denied_other"))


def _status_veto(a: Profile, b: Profile) -> str:
    """What is offered and what was done are term and fulfilment; a denial is of the same day or of another event."""
    statuses = {a.status, b.status}
    if statuses == {Status.PROPOSED, Status.OCCURRED} and not _same_text(a, b):
        return "a term and its fulfilment"
    if statuses == {Status.DENIED, Status.OCCURRED} and not _same_text(a, b) and not (a.is_dated and b.is_dated):
        return "a denial of no known day"
    return ""


def _phase(a: Profile, b: Profile, by: Weights) -> float:
    if a.phase is None or b.phase is None or a.phase is b.phase:
        return 0.0
    mild = {a.phase, b.phase} == {Phase.BEGIN, Phase.GO_ON}
    return by("phase", "begin_go_on" if mild else "different")


def _text(a: Profile, b: Profile, by: Weights) -> float:
    if not _same_text(a, b):
        return 0.0
    if a.sentence == b.sentence:
        return by("text", "same_sentence")
    later = max(a, b, key=lambda one: one.key.first)
    return by("text", "refers_back") if later.refers_back else 0.0
