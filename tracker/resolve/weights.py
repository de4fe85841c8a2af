"""The weights of identity, read from `weights.toml` and checked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tracker.model.mentions import EventType


@dataclass(frozen=True, slots=True)
class Weights:
    """`of`: the weight of each likeness by name: "type.truce", "apart.date.same_day_stated" between two articles,
    "in_text.date.same_day_stated" within one; "apart.base" and "in_text.base" are added to every sum. `types_near` maps
    a type to those that one event can be told as, itself included. Two groups join only where the mean of the sums over
    all pairs is `least_mean` or more."""

    least_mean: float
    of: Mapping[str, float]
    types_near: Mapping[EventType, tuple[EventType, ...]]


_DAYS = frozenset(
    {"same_day_stated", "same_day_implied", "same_span_stated", "same_span_implied"}
    | {"same_month", "within_week", "within_month", "within_year", "both_old", "old_and_undated"}
)
_BOTH: Mapping[str, frozenset[str]] = {
    "actors": frozenset(
        {"same", "most", "shared", "crossed", "different", "different_mutual", "one_of_two", "unknown"}
        | {"unknown_one", "unknown_speaker"}
    ),
    "targets": frozenset({"same", "shared", "different", "done_to", "turned"}),
    "words": frozenset(
        {"clause", "near_trigger", "sentence", "stems", "trigger", "sense_same", "sense_different"}
        | {"kind_same", "kind_different", "plural", "about_shared", "about_different", "said"}
        | {"source_same", "source_different"}
        | {"name_shared", "name_around", "names_different", "names_different_held", "peoples_different"}
        | {"numbers_large", "numbers_small", "numbers_different", "order_different", "repeat", "aside"}
    ),
    "status": frozenset(
        {"planned_occurred", "proposed_planned", "proposed_occurred", "denied_other"}
        | {"both_planned", "both_proposed", "both_denied"}
    ),
}
NAMES: Mapping[str, frozenset[str]] = {
    "type": frozenset(EventType),
    "figures": frozenset({"equal_large", "equal_small", "near", "different", "different_toll"}),
    "place": frozenset({"same", "different"}),
    "phase": frozenset({"different", "begin_go_on"}),
    **{f"apart.{part}": names for part, names in _BOTH.items()},
    "apart.date": _DAYS
    | {"day_off_implied", "day_off_stated", "lag"}
    | {"one_near", "one_week", "one_month", "one_far", "both_near", "both_week", "both_month", "both_far"},
    "apart.sides": frozenset({"around", "none_around"}),
    "apart.evidence": frozenset({"thin", "bare"}),
    **{f"in_text.{part}": names for part, names in _BOTH.items()},
    "in_text.date": _DAYS | {"day_off", "days_off", "day_of_period", "undated_one", "undated_both"},
    "in_text.sides": frozenset({"around"}),
    "in_text.evidence": frozenset({"bare", "row", "bare_attack"}),
    "in_text.position": frozenset(
        {
            "same_sentence",
            "next",
            "near",
            "lead",
            "added",
            "quoted",
            "noun_later",
            "introduced",
            "refers_back",
            "refers_back_next",
        }
    ),
}


def read_weights(text: str, name: str = "resolve/weights.toml") -> Weights:
    """Weights from TOML. Raises ValueError naming file and key where a key is unknown, missing or not a number."""
    given = _flat(tomllib.loads(text))
    known = {"least_mean", "apart.base", "in_text.base"}
    known |= {f"{part}.{key}" for part, keys in NAMES.items() for key in keys}
    related = {key: value for key, value in given.items() if key.startswith("related.")}
    for key in sorted(known ^ (given.keys() - related.keys())):
        raise ValueError(f"{name}: {'unknown' if key in given else 'missing'} key '{key}'")
    of = {key: _number(given[key], key, name) for key in known}
    near: dict[EventType, set[EventType]] = {each: {each} for each in EventType}
    for key, value in related.items():
        try:
            first, second = (EventType(word) for word in key.removeprefix("related.").split())
        except ValueError as error:
            raise ValueError(f"{name}: key '{key}' names no two types") from error
        near[first].add(second)
        near[second].add(first)
        of[f"related.{' '.join(sorted((first, second)))}"] = _number(value, key, name)
    return Weights(
        least_mean=of.pop("least_mean"), of=of, types_near={each: tuple(sorted(types)) for each, types in near.items()}
    )


@cache
def weights() -> Weights:
    """The packaged weights."""
    return read_weights(files("tracker.resolve").joinpath("weights.toml").read_text(encoding="utf-8"))


def _flat(table: Mapping[str, Any], above: str = "") -> dict[str, Any]:
    """The values of a table and of those in it, by their whole names."""
    found: dict[str, Any] = {}
    for key, value in table.items():
        found |= _flat(value, f"{above}{key}.") if isinstance(value, dict) else {f"{above}{key}": value}
    return found


def _number(value: object, key: str, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{name}: key {key!r} is not a number")
    return float(value)
