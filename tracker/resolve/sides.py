"""When two party names stand for one side: spellings, a state and its organs, a description and who it describes."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from rapidfuzz.distance import JaroWinkler

from tracker.resolve.words import adjectives, country_words, lexicon, stem, tokens

_ALIKE = 0.92
_LINKED = ("-led", "-backed", "-aligned", "-allied", "-supported", "-controlled", "-held", "-recognized", "-recognised")
_TURNED = ("pro-", "anti-", "non-")
_FIGHTERS = {"fighters", "gunmen", "guerrillas", "insurgents", "militants", "rebels", "separatists"}


class Family(StrEnum):
    """What a mere description describes: armed or political groups, those between the sides, a crowd or workforce, a
    state's organs."""

    GROUP = "group"
    BETWEEN = "between"
    CROWD = "crowd"
    ORGAN = "organ"


@dataclass(frozen=True, slots=True)
class Described:
    """What a party name says of itself. `state`: the country whose name it is, or whose government, army or officials
    it names ("Saudi-backed Yemeni government": Yemen). `family`: it only describes ("Yemeni rebels", "the army"), so
    that another name may mean the same; `people` is the country in such a description."""

    state: str = ""
    family: Family | None = None
    people: str = ""


@cache
def described(name: str) -> Described:
    """What a folded name says of itself."""
    lists, countries = lexicon(), country_words()
    words = [word.replace(".", "") for word in tokens(name) if not word.endswith(_LINKED)]
    if not words:
        return Described()
    if state := countries.get(" ".join(words)):
        return Described(state=state)
    own = [word for word in words[:-1] if word not in lists.descriptions and not word.startswith(_TURNED)]
    people = countries.get(" ".join(own), "")
    head = stem(words[-1])
    if head in lists.organs and people:
        return Described(state=people)
    family = next((kind for kind, heads in _heads() if head in heads), None)
    return Described(family=family, people=people) if people or not own else Described()


@lru_cache(maxsize=100_000)
def partisans(name: str) -> str:
    """One name for those who are only told to fight for a state: "pro-Russia militants" and "Pro-Russian separatists"
    are "pro-Russian fighters". Any other name as it is."""
    stance, _, head = name.partition(" ")
    code = country_words().get(stance[len("pro-") :].casefold()) if stance[:4].casefold() == "pro-" else None
    return f"pro-{adjectives()[code]} fighters" if code and head.casefold() in _FIGHTERS else name


@cache
def _heads() -> tuple[tuple[Family, frozenset[str]], ...]:
    lists = lexicon()
    return (
        (Family.GROUP, lists.groups),
        (Family.BETWEEN, lists.between),
        (Family.CROWD, lists.crowds),
        (Family.ORGAN, lists.organs),
    )


def shared_sides(
    ours: Collection[str], theirs: Collection[str], beside_ours: Collection[str], beside_theirs: Collection[str]
) -> int:
    """How many of our parties are among theirs. Two sides of one report, `beside` each other, are two: where our report
    tells of "the union" and Acme, its union is not their Acme."""
    return sum(
        1
        for one in ours
        if one in theirs
        or any(same_side(one, other) for other in theirs if other not in beside_ours and one not in beside_theirs)
    )


@lru_cache(maxsize=100_000)
def same_side(ours: str, theirs: str) -> bool:
    """Whether two folded names may stand for one side: of one state, alike, or one only describes what the other may be
    the name of. "Yemeni rebels" may be the Houthis, never Yemen; "the army" may be Yemen, never the Houthis; "the
    mediators" may be any that has a name."""
    one, other = described(ours), described(theirs)
    if Family.BETWEEN in (one.family, other.family):
        return one.family is other.family or not (one.family and other.family)
    if one.state or other.state:
        return one.state == other.state or Family.ORGAN in (one.family, other.family)
    if one.family and other.family:
        return one.family is other.family and (not one.people or not other.people or one.people == other.people)
    if one.family or other.family:
        return Family.ORGAN not in (one.family, other.family)
    return same_name(ours, theirs)


def same_name(ours: str, theirs: str) -> bool:
    """Whether two folded names are spellings or longer and shorter forms of one."""
    if JaroWinkler.similarity(ours, theirs) >= _ALIKE and ours[-1:] == theirs[-1:]:
        return True
    mine, other = tokens(ours), tokens(theirs)
    if len(mine) == len(other) or not mine or not other:
        return False
    short, long = sorted((mine, other), key=len)
    return len(short[0]) > 3 and all(any(word[:6] == whole[:6] for whole in long) for word in short)
