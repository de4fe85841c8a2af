"""How much an event of a type says of where a negotiation stands."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from tracker.model.mentions import EventType
from tracker.rules.reading import RuleModel, read_rules


class KeyWeights(RuleModel):
    """The whole of `key_days.toml`."""

    weights: Mapping[EventType, float]
    consequences: tuple[EventType, ...]


@cache
def key_weights() -> KeyWeights:
    """The packaged weights. Raises RuleError naming file and key."""
    return read_rules(files("tracker.views") / "key_days.toml", KeyWeights)
