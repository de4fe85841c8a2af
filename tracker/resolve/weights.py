"""The weights of identity, read from `weights.toml` and checked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tracker.model.mentions import EventType


@dataclass(frozen=True, slots=True)
class Weights:
    """`of`: the weight of each likeness by name ("date.same_day_stated"); `base` is added to every sum. `types_near`
    maps a type to those that one event can be told as, itself included. Two groups join only where the mean of the sums
    over all pairs is `least_mean` or more."""

    base: float
    least_mean: float
    of: Mapping[str, float]
    types_near: Mapping[EventType, tuple[EventType, ...]]


NAMES: Mapping[str, frozenset[str]] = {
    "type": frozenset(EventType),
    "date": frozenset(
        {"same_day_stated", "same_day_implied", "same_span_stated", "same_span_implied"}
        | {"same_month", "within_week", "within_month", "within_year", "day_off_implied", "day_off_stated"}
        | {"one_near", "one_week", "one_month", "one_far", "both_near", "both_week", "both_month", "both_far"}
        | {"undated_one", "undated_both", "day_off_in_text", "days_off_in_text"}
    ),
    "actors": frozenset({"same", "most", "shared", "crossed", "different", "different_mutual", "unknown"}),
    "targets": frozenset({"shared", "different"}),
    "figures": frozenset({"equal_large", "equal_small", "near", "different", "different_toll"}),
    "place": frozenset({"same", "different"}),
    "words": frozenset(
        {
            "clause",
            "near_trigger",
            "stems",
            "trigger",
            "trigger_apart",
            "name_shared",
            "name_shared_apart",
            "names_different",
        }
        | {"names_different_apart", "names_different_held", "numbers_large", "numbers_small", "numbers_different"}
        | {"numbers_large_apart", "numbers_small_apart", "numbers_different_apart"}
        | {"order_different", "repeat", "peoples_different"}
    ),
    "status": frozenset(
        {"planned_occurred", "proposed_planned", "proposed_occurred", "denied_other"}
        | {"both_planned", "both_proposed", "both_denied"}
    ),
    "phase": frozenset({"different", "begin_go_on"}),
    "text": frozenset(
        {"different", "thin", "bare", "same_sentence", "next", "near", "refers_back", "refers_back_next"}
    ),
}


def read_weights(text: str, name: str = "resolve/weights.toml") -> Weights:
    """Weights from TOML. Raises ValueError naming file and key where a key is unknown, missing or not a number."""
    data = tomllib.loads(text)
    for key in sorted({"base", "least_mean", "related", *NAMES} ^ set(data)):
        raise ValueError(f"{name}: {'unknown' if key in data else 'missing'} key {key!r}")
    of: dict[str, float] = {}
    for part, known in NAMES.items():
        for key in sorted(set(data[part]) ^ known):
            raise ValueError(f"{name}: {'unknown' if key in data[part] else 'missing'} key '{part}.{key}'")
        of |= {f"{part}.{key}": _number(value, f"{part}.{key}", name) for key, value in data[part].items()}
    near: dict[EventType, set[EventType]] = {each: {each} for each in EventType}
    for pair, value in data["related"].items():
        try:
            first, second = (EventType(word) for word in pair.split())
        except ValueError as error:
            raise ValueError(f"{name}: key 'related.{pair}' names no two types") from error
        near[first].add(second)
        near[second].add(first)
        of[f"related.{' '.join(sorted((first, second)))}"] = _number(value, f"related.{pair}", name)
    return Weights(
        base=_number(data["base"], "base", name),
        least_mean=_number(data["least_mean"], "least_mean", name),
        of=of,
        types_near={each: tuple(sorted(types)) for each, types in near.items()},
    )


@cache
def weights() -> Weights:
    """The packaged weights."""
    return read_weights(files("tracker.resolve").joinpath("weights.toml").read_text(encoding="utf-8"))


def _number(value: object, key: str, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{name}: key {key!r} is not a number")
    return float(value)
