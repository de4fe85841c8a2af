"""The weights of identity, read from `weights.toml` and checked."""

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tracker.model.mentions import EventType


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights by section and name, and the related types. `types_near` maps a type to those it can be told as."""

    base: float
    parts: Mapping[str, Mapping[str, float]]
    related: Mapping[frozenset[EventType], float]
    types_near: Mapping[EventType, tuple[EventType, ...]]

    def __call__(self, part: str, name: str) -> float:
        return self.parts[part][name]


_NAMES: Mapping[str, frozenset[str]] = {
    "type": frozenset({"same"}),
    "date": frozenset(
        {"same_day", "same_span", "within_week", "within_month", "within_year", "day_off_implied", "day_off_stated"}
        | {"undated_near", "undated_week", "undated_month", "undated_season", "undated_far", "undated_same_text"}
    ),
    "actors": frozenset({"same", "shared", "crossed", "different", "different_speaker"}),
    "targets": frozenset({"shared", "different"}),
    "figures": frozenset({"equal_large", "equal_small", "near", "different", "different_toll"}),
    "place": frozenset({"same", "different"}),
    "words": frozenset({"scale", "offset", "name_shared", "names_different"}),
    "order": frozenset({"different", "repeat"}),
    "status": frozenset({"same", "planned_occurred", "proposed_planned", "proposed_occurred", "denied_other"}),
    "phase": frozenset({"different", "begin_go_on"}),
    "text": frozenset({"same_sentence", "refers_back"}),
    "group": frozenset({"least_mean"}),
}


def read_weights(text: str, name: str = "resolve/weights.toml") -> Weights:
    """Weights from TOML. Raises ValueError naming file and key where a key is unknown, missing or not a number."""
    data = tomllib.loads(text)
    for key in data:
        if key not in {"base", "related", *_NAMES}:
            raise ValueError(f"{name}: unknown key {key!r}")
    for part, known in _NAMES.items():
        given = data.get(part, {})
        for key in sorted(set(given) ^ known):
            raise ValueError(f"{name}: {'unknown' if key in given else 'missing'} key '{part}.{key}'")
    related: dict[frozenset[EventType], float] = {}
    for pair, weight in data["related"].items():
        try:
            types = frozenset(EventType(word) for word in pair.split())
        except ValueError as error:
            raise ValueError(f"{name}: unknown type in key 'related.{pair}'") from error
        related[types] = float(weight)
    near = {each: tuple(sorted({each, *(t for pair in related if each in pair for t in pair)})) for each in EventType}
    parts = {part: {key: float(value) for key, value in data[part].items()} for part in _NAMES}
    return Weights(float(data["base"]), parts, related, near)


@cache
def weights() -> Weights:
    """The packaged weights."""
    return read_weights(files("tracker.resolve").joinpath("weights.toml").read_text(encoding="utf-8"))


def replaced(base: Weights, part: str, name: str, value: float) -> Weights:
    """The weights with one of them changed, to measure what it does."""
    return dataclasses.replace(base, parts={**base.parts, part: {**base.parts[part], name: value}})
