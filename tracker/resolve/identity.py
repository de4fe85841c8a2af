"""Do two reports tell one event? A score whose parts can be read, or a reason why they cannot."""

from dataclasses import dataclass

from tracker.resolve.features import likenesses, veto
from tracker.resolve.profile import Profile
from tracker.resolve.weights import Weights, weights

_NEVER = "types that never tell one event"


@dataclass(frozen=True, slots=True)
class MatchScore:
    """How far two reports tell one event: named parts that add up to `total`; `veto` is why they never can.

    A total of zero or more without a veto links them. The names are those of `weights.toml`.
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
    a, b = _ordered(ours, theirs)
    if b.type not in by.types_near[a.type]:
        return MatchScore((), _NEVER)
    parts = [(name, by.of[name] * amount) for name, amount in likenesses(a, b)]
    return MatchScore(tuple(parts), veto(a, b))


def total(ours: Profile, theirs: Profile) -> float | None:
    """The total of `match` alone, None where there is a veto: quicker where the parts are not asked for."""
    by = weights()
    a, b = _ordered(ours, theirs)
    if b.type not in by.types_near[a.type] or veto(a, b):
        return None
    return sum(by.of[name] * amount for name, amount in likenesses(a, b))


def _ordered(ours: Profile, theirs: Profile) -> tuple[Profile, Profile]:
    return (ours, theirs) if ours.key <= theirs.key else (theirs, ours)
