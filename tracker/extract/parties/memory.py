"""What has been told so far, and which of it a pronoun or a word such as "the group" takes up."""

from collections.abc import Callable, Container, Iterable

from tracker.extract.parties.opposed import Opposed
from tracker.extract.parties.sides import Antecedent, Meant, Person
from tracker.model.parties import PartyKind
from tracker.rules.parties import head_of_name

_REACH = 4
_FAR = 40
_JUST = 1
# Over so many sentences "both" takes up a list of two.
_LISTED = 3
# What it costs whoever is only told of by another to be the one who goes on to speak.
_TOLD_OF = 8
# What it costs one name to be "they": more than a sentence, so that several told before it count first.
_ONE_NAME = 12
# What it costs somebody only mentioned to speak on: more than two sentences.
_MENTIONED = 25
# What it costs somebody whom no "he" or "she" has taken up yet.
_NOT_KNOWN = 1
# What it costs somebody without a name to be "he": rather a named person in any place of the same sentence.
_NAMELESS = 5
# Also called by what an association or board is: "Shippers Association".
_BODIES = frozenset({PartyKind.COMPANY, PartyKind.UNION, PartyKind.ORGANISATION, PartyKind.ARMED_GROUP})


def distinct(meant: Iterable[Meant]) -> tuple[Meant, ...]:
    """Each side once, in order."""
    found: dict[str, Meant] = {}
    for one in meant:
        found.setdefault(one.side.name, one)
    return tuple(found.values())


class Memory:
    """The antecedents of an article, in the order of the text."""

    def __init__(self, as_many: frozenset[str] = frozenset()) -> None:
        """`as_many` are the lemmas of the singular nouns and names that the article uses with a plural verb."""
        self._as_many = as_many
        self._told: list[Antecedent] = []
        self.opposed = Opposed()

    def add(
        self,
        antecedent: Antecedent,
        *,
        are_listed: bool = False,
        act_as_one: bool = False,
        are_dealing: bool = False,
        is_aside: bool = False,
    ) -> None:
        """Remembers what a head stands for; of the sides in it, see `Opposed.add`."""
        self._told.append(antecedent)
        self.opposed.add(
            antecedent, are_listed=are_listed, act_as_one=act_as_one, are_dealing=are_dealing, is_aside=is_aside
        )

    def _best(self, sentence: int, reach: int, cost: Callable[[Antecedent], int | None]) -> Antecedent | None:
        """The cheapest antecedent: a sentence back costs 10, another place than a subject's 4; of equals the last."""
        best: Antecedent | None = None
        lowest = 10_000
        for told in reversed(self._told):
            back = sentence - told.sentence
            if back > reach:
                break
            extra = cost(told)
            if extra is None:
                continue
            total = 10 * back + (0 if told.is_subject else 4) + extra
            if total < lowest:
                best, lowest = told, total
        return best

    def person(
        self,
        sentence: int,
        is_male: bool | None,
        without: set[int],
        speaker: Person | None,
        *,
        speaks_on: Callable[[int], bool] | None = None,
    ) -> tuple[Meant, ...]:
        """Whom "he" or "she" stands for; heads in `without` are out of the question, as is the `speaker`. They may
        have no name. Who speaks on behind a quotation is rather who did something than who is mentioned: `speaks_on`
        tells whether a head stands in quoted words."""

        def cost(told: Antecedent) -> int | None:
            who = told.person
            if told.is_nameless and who is None and told.token not in without:
                return _NAMELESS
            if who is None or who is speaker or told.token in without or told.is_plural:
                return None
            if is_male is not None and who.is_male is not None and who.is_male is not is_male:
                return None
            likely = _NOT_KNOWN if is_male is not None and who.is_male is None else 0
            is_mentioned = speaks_on is not None and (not told.is_subject or speaks_on(told.token))
            return (_MENTIONED if is_mentioned else 0) + likely

        found = self._best(sentence, _REACH + 2, cost)
        return found.meant if found else ()

    def several(
        self, sentence: int, without: set[int], apart: frozenset[str], members: frozenset[str]
    ) -> tuple[Meant, ...]:
        """Whom "they" stands for: what is plural, else a group; none of the sides `apart`, who say it of others or of
        whom the same clause tells, but for their `members`, by the nouns for such."""

        def cost(told: Antecedent) -> int | None:
            if told.token in without or (told.person is not None and not told.is_plural):
                return None
            if apart and told.lemma not in members and any(m.side.name in apart for m in told.meant):
                return None
            if not told.meant:
                return 3 if told.is_plural and told.is_subject else None
            if told.is_plural or told.lemma in self._as_many:
                return 0
            return _ONE_NAME if told.is_named else 5

        found = self._best(sentence, _REACH, cost)
        return found.meant if found else ()

    def group(
        self,
        sentence: int,
        without: set[int],
        apart: frozenset[str],
        told_by: Callable[[int], int | None] | None = None,
        *,
        things_too: bool,
    ) -> tuple[Meant, ...]:
        """Whom "it" stands for: a side that is no person and none of those `apart`; () where it is rather a thing.
        `told_by` gives who tells of a head in indirect speech, where "it" goes on to speak: rather they than whom they
        tell of."""

        def cost(told: Antecedent) -> int | None:
            if told.token in without or told.person is not None:
                return None
            if not told.meant:
                return 1 if things_too and not told.is_plural else None
            if told.meant[0].side.name in apart:
                return None
            is_one = told.is_named and len(told.meant) == 1  # "the United Auto Workers", "the United States"
            is_of_others = told_by is not None and told_by(told.token) is not None
            return (12 if told.is_plural and not is_one else 0) + (_TOLD_OF if is_of_others else 0)

        found = self._best(sentence, _REACH, cost)
        return found.meant[:1] if found else ()

    def of_kind(
        self,
        sentence: int,
        kinds: frozenset[PartyKind],
        reach: int = _FAR,
        *,
        named_only: bool = False,
        but: frozenset[str] = frozenset(),
    ) -> tuple[Meant, ...]:
        """The last side of one of these kinds, none of those in `but`; with `named_only`, one told by its name."""

        def cost(told: Antecedent) -> int | None:
            if not told.meant or told.meant[0].side.kind not in kinds or (named_only and not told.is_named):
                return None
            if told.meant[0].side.name in but:
                return None
            return 0 if told.person is None else 2

        found = self._best(sentence, reach, cost)
        if found is None:
            return ()
        return tuple(m for m in found.meant if m.side.kind in kinds)[:1]

    def only_named(self, kinds: frozenset[PartyKind]) -> tuple[Meant, ...]:
        """The side of one of these kinds, where only one has been told by its name so far, and as a subject."""
        named_here = (t for t in self._told if t.meant and (t.is_named or t.meant[0].side.is_verified))
        told = [t for t in named_here if t.meant[0].side.kind in kinds]
        named = distinct(m for t in told for m in t.meant if m.side.kind in kinds)
        return named if len(named) == 1 and any(t.is_subject for t in told) else ()

    def subject_before(self, sentence: int, kinds: frozenset[PartyKind]) -> tuple[Meant, ...]:
        """The side of one of these kinds that the sentence before tells of by its name as its only subject."""
        told = [one for one in self._told if one.sentence == sentence - 1 and one.is_subject and one.meant]
        only = told[0] if len(told) == 1 and told[0].is_named and len(told[0].meant) == 1 else None
        return only.meant if only is not None and only.meant[0].side.kind in kinds else ()

    def named_with(
        self, word: str, sentence: int, kinds: frozenset[PartyKind], reach: int, but: frozenset[str]
    ) -> tuple[Meant, ...]:
        """The last side of these kinds, or body or group that has no state, not further back than `reach` sentences,
        whose name, short or in full, has this word in small letters; none of those in `but`."""
        for told in reversed(self._told):
            if sentence - told.sentence > reach:
                break
            for one in told.meant:
                if (
                    told.person is None
                    and one.side.kind in kinds | _BODIES
                    and one.side.name not in but
                    and (word in one.side.name.lower().split() or word.capitalize() in one.name.split())
                ):
                    return (one,)
        return ()

    def named_as(self, word: str, sentence: int, reach: int, but: frozenset[str]) -> tuple[Meant, ...]:
        """The last side, not further back than `reach` sentences, whose name has a word in small letters as its head;
        none of those in `but`."""
        near = (t for t in reversed(self._told) if sentence - t.sentence <= reach and t.person is None)
        told = (m for one in near for m in one.meant if m.side.name not in but)
        return next(((m,) for m in told if m.side.name.lower() != word == head_of_name(m.side.name.lower())), ())

    def told_of_before(
        self, sentence: int, kinds: frozenset[PartyKind], is_aside: Callable[[int], bool]
    ) -> tuple[Meant, ...]:
        """The one side of these kinds that all subjects of the sentence before stand for, its people included; a
        subject that `is_aside` does not count."""
        subjects = (one for one in self._told if one.sentence == sentence - 1 and one.is_subject)
        told = [m for one in subjects if not is_aside(one.token) for m in one.meant]
        return tuple(told[:1]) if len({m.side.name for m in told}) == 1 and told[0].side.kind in kinds else ()

    def told_together(self, sentence: int, number: int) -> tuple[Meant, ...]:
        """So many sides that the sentence tells of in one breath, or that are the subject of the one before."""
        for told in reversed(self._told):
            back = sentence - told.sentence
            if back > _JUST:
                break
            if (not back or told.is_subject) and len({m.side.name for m in told.meant}) == number:
                return told.meant
        return ()

    def listed(self, sentence: int, number: int, but: Container[str]) -> tuple[Meant, ...]:
        """The last list of so many sides, not all of them in `but`, that the sentences just before hold."""
        for told in reversed(self._told):
            if sentence - told.sentence > _LISTED:
                break
            names = {m.side.name for m in told.meant}
            if told.is_plural and len(told.meant) == len(names) == number and not all(name in but for name in names):
                return told.meant
        return ()

    def titled(self, title: str) -> Person | None:
        """The last person with a title."""
        for told in reversed(self._told):
            if told.person is not None and title in told.person.titles:
                return told.person
        return None

    def recent(self, sentence: int, reach: int, kinds: frozenset[PartyKind]) -> list[Meant]:
        """All sides of these kinds in the last sentences."""
        return [
            m for told in self._told if sentence - told.sentence <= reach for m in told.meant if m.side.kind in kinds
        ]

    def same_noun(
        self, lemma: str, sentence: int, reach: int, *, is_plural: bool, but: frozenset[str] = frozenset()
    ) -> tuple[Meant, ...]:
        """What the last phrase with this head and number, not further back than `reach` sentences, stood for; not for
        one of those in `but`."""
        for told in reversed(self._told):
            if sentence - told.sentence > reach:
                break
            is_so_called = told.lemma == lemma and told.is_plural == is_plural and not told.is_named
            if is_so_called and told.meant and told.meant[0].side.name not in but:
                return told.meant
        return ()
