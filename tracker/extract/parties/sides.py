"""What a noun phrase stands for, while an article is read."""

from dataclasses import dataclass, field

from tracker.model.parties import PartyKind


@dataclass(frozen=True, slots=True)
class Side:
    """A party as this article and the packaged rules know it."""

    name: str
    kind: PartyKind = PartyKind.UNKNOWN
    is_verified: bool = False


@dataclass(slots=True)
class Person:
    """Somebody whom the article names. `side` is None while none is known; `of` is the token of an organ without an
    owner that the person speaks for ("army spokesman X"); `is_official` that a title of state goes with the name,
    `holds_office` that a title goes with it which is not told to be a former one, `is_guessed` that the side is only
    inferred from what the article is about: what other articles tell of the person then outweighs it."""

    name: str
    side: Side | None = None
    is_male: bool | None = None
    is_former: bool = False
    of: int | None = None
    is_official: bool = False
    holds_office: bool = False
    is_guessed: bool = False
    titles: set[str] = field(default_factory=set)

    def as_side(self) -> Side:
        """The side, or the person where none is known."""
        return self.side or Side(self.name, PartyKind.PERSON)


@dataclass(frozen=True, slots=True)
class Meant:
    """One side that a head stands for, through the tokens `first` up to `last`; `name` is the fullest for it."""

    side: Side
    name: str
    first: int
    last: int
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Something told before that a later word may take up. `meant` is empty for things; `is_nameless` tells one person
    without a name: "a village elder"."""

    token: int
    meant: tuple[Meant, ...]
    sentence: int
    is_subject: bool
    is_plural: bool
    lemma: str
    is_named: bool
    is_nameless: bool = False

    @property
    def person(self) -> Person | None:
        """The one person that it is."""
        return self.meant[0].person if len(self.meant) == 1 else None


@dataclass(frozen=True, slots=True)
class Taught:
    """That the words from token `first` up to `last` put a person to a side."""

    person: Person
    side: Side
    first: int
    last: int
