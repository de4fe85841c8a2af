"""Which of the sides told so far "the two sides" are: those who fight or deal with each other."""

from collections import Counter

from tracker.extract.parties.sides import Antecedent, Meant
from tracker.model.parties import PartyKind

_NEAR = 8
_JUST = 1
_PAIR = 2
# A set counts where its least named side is named this share as often as the second of the article's sides.
_SHARE = 0.4
_BARGAINING = {PartyKind.UNION, PartyKind.COMPANY}
_GROUP_KINDS = frozenset(PartyKind) - {PartyKind.PERSON}


class Opposed:
    """The sides of an article and the sets in which it tells of them in one breath, in the order of the text."""

    def __init__(self) -> None:
        self._last: dict[str, Meant] = {}
        self._described: Counter[str] = Counter()
        self._sets: list[Antecedent] = []
        self._as_one: set[frozenset[str]] = set()
        self._camps: list[tuple[str, ...]] = []
        self._told_of: set[frozenset[str]] = set()
        self._dealing: set[frozenset[str]] = set()
        self._accusing: list[tuple[str, str]] = []

    def accuse(self, accuser: str, accused: str) -> None:
        """Remembers that one side accuses or threatens another."""
        self._accusing.append((accuser, accused))

    def add(self, told: Antecedent, *, are_listed: bool, act_as_one: bool, are_dealing: bool, is_aside: bool) -> None:
        """Remembers the sides of a head, and a set of several but for those who `act_as_one` on others, also where a
        pronoun takes them up and they are not `are_listed` anew; those who `are_dealing` with each other count more.
        What `is_aside`, an apposition or a possessive, does not count as telling of a side once more."""
        self._last.update((one.side.name, one) for one in told.meant)
        if not is_aside and not told.is_named:
            self._described.update(one.side.name for one in told.meant)
        names = frozenset(one.side.name for one in told.meant)
        if are_dealing:
            self._dealing.add(names)
        self._told_of.add(names)
        if are_listed and len(names) > _PAIR and not are_dealing:
            self._camps.append(tuple(dict.fromkeys(one.side.name for one in told.meant)))
        if act_as_one:
            self._as_one.add(names)
        elif len(names) > 1 and (are_listed or names not in self._as_one):
            self._sets.append(told)

    def are_more_than_two(self) -> bool:
        """Whether three sides or more have been told of in one breath."""
        return any(len({one.side.name for one in told.meant}) > _PAIR for told in self._sets)

    def with_camp(
        self, found: tuple[Meant, ...], number: int | None, named: Counter[str], between: frozenset[str]
    ) -> tuple[Meant, ...]:
        """The sides `found` for "the two sides", of which one may be three or more that the article tells of in one
        breath ("Togo gave its answer to Mali, Chad and Niger"); with one other these are "the four countries"."""
        names = frozenset(one.side.name for one in found)
        if number is None or names in self._told_of:
            return found
        for camp in self._camps:
            if not names & set(camp) or between & set(camp) or number not in {_PAIR, len(camp) + 1}:
                continue
            apart = between | set(camp)
            others = names - apart or {n for n, m in self._last.items() if m.side.kind in _GROUP_KINDS} - apart
            if others:
                other = min(others, key=lambda name: (-named[name], name))
                return tuple(self._last[name] for name in (other, *camp))
        return found

    def sides(
        self,
        sentence: int,
        number: int | None,
        kinds: frozenset[PartyKind] | None,
        named: Counter[str],
        between: frozenset[str],
        speakers: frozenset[str] = frozenset(),
    ) -> tuple[Meant, ...]:
        """What "the two sides" stands for: the last set of so many sides of these kinds that the article often names,
        of two rather those told to deal with each other; else the sides that it names most, a crowd only where there
        are no others. "Both sides" are not two that only commented ("the EU and the U.S. called for calm"): one of them
        is named most. Those who stand `between` the sides or act as one are none by themselves; nor are states those of
        a war with an armed group, if they only tell of it (`speakers`) or were told of further back.
        """
        ranked = self._with_its_foe(self._ranked(number, kinds, named, between), kinds, between)
        leading = tuple(self._last[name] for name in ranked) if len(ranked) == (number or _PAIR) else ()
        is_at_odds = bool(leading) and not between & {m.side.name for m in leading}
        within = any(m.side.kind is PartyKind.ARMED_GROUP for m in leading)
        weighty = _SHARE * min((named[m.side.name] for m in leading), default=0)
        fallback: tuple[Meant, ...] = ()
        last: tuple[Meant, ...] = ()
        for told in reversed(self._sets):
            of_kinds = (m for m in told.meant if kinds is None or m.side.kind in kinds)
            meant = tuple({m.side.name: m for m in of_kinds}.values())
            if len(meant) != number and not (number is None and len(meant) > 1):
                continue
            apart = [m for m in meant if m.side.name in between]
            # "The two sides" are those at odds where there are two; "the parties" to talks may be all who sit there.
            if len(apart) == len(meant) or (apart and number == _PAIR and is_at_odds):
                continue
            back = sentence - told.sentence
            armed = any(m.side.kind is PartyKind.ARMED_GROUP for m in meant)
            if within and not armed and (back > _JUST or {m.side.name for m in meant} <= speakers):
                continue
            fallback = fallback or meant
            if leading and all(m.side.kind is PartyKind.UNKNOWN and not named[m.side.name] for m in meant):
                continue  # "elders and clerics" are no two sides
            is_of_those = number != _PAIR or any(m.side.name in ranked for m in meant)
            is_weighty = min(named[m.side.name] for m in meant) >= weighty
            if number is not None and number > _PAIR:
                return meant  # so many are told of in one breath but once
            # "The two sides" are not two states told of once that met them; "the two countries" may be.
            is_aside = kinds is None and number == _PAIR and not is_weighty and not is_of_those
            if (back <= _JUST and not is_aside) or (back <= _NEAR and is_weighty and is_of_those):
                are_dealing = frozenset(m.side.name for m in meant) in self._dealing
                if number != _PAIR or (are_dealing and self._weigh_as_much(meant, last, named)):
                    return meant
                last = last or meant
        return last or leading or fallback

    def _with_its_foe(
        self, ranked: list[str], kinds: frozenset[PartyKind] | None, between: frozenset[str]
    ) -> list[str]:
        """The two sides told of most, one of them, where it is a state that the other has no quarrel with, replaced by
        an armed group, union or company that accuses that other or is accused by it."""
        pairs = [set(pair) for pair in self._accusing]
        if len(ranked) != _PAIR or set(ranked) in pairs:
            return ranked
        for one, other in (ranked, ranked[::-1]):
            foes = [name for pair in pairs if one in pair for name in pair - {one} - between if name in self._last]
            kind = self._last[foes[-1]].side.kind if foes else PartyKind.UNKNOWN
            fits = kind in _BARGAINING | {PartyKind.ARMED_GROUP} and (kinds is None or kind in kinds)
            if fits and self._last[other].side.kind is PartyKind.STATE:
                return [one, foes[-1]]
        return ranked

    @staticmethod
    def _weigh_as_much(these: tuple[Meant, ...], others: tuple[Meant, ...], named: Counter[str]) -> bool:
        return min(named[m.side.name] for m in these) >= min((named[m.side.name] for m in others), default=0)

    def _ranked(
        self, number: int | None, kinds: frozenset[PartyKind] | None, named: Counter[str], between: frozenset[str]
    ) -> list[str]:
        """The sides told of most: those in between and those who only acted as one last, before them the crowds that
        were not told of beside another side."""
        # A state at war is told by its army and its ministers; who negotiates as "the parties", by name.
        times = named + self._described if number is not None or kinds is not None else named
        sets = [{one.side.name for one in told.meant} for told in self._sets]
        last = between | frozenset[str]().union(*self._as_one) - set[str]().union(*sets)
        found = [name for name, one in self._last.items() if one.side.kind in (kinds or _GROUP_KINDS)]
        crowds = {n for n in found if self._last[n].side.kind is PartyKind.UNKNOWN and not named[n]}
        crowds -= set[str]().union(*(sides for sides in sets if sides - crowds))
        if {self._last[n].side.kind for n in found} >= _BARGAINING:  # whose strike it is, not in which province
            last |= {n for n in found if self._last[n].side.kind is PartyKind.GOVERNMENT}
        dealing = set[str]().union(*self._dealing)
        order = sorted(found, key=lambda n: (n in last, n in crowds, -times[n], n not in dealing, n))
        return order[: number or _PAIR]
