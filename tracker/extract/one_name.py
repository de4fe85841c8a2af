"""Sides that an article calls by several names: workers as their union, employers as their association, a state's
rebels as the group whose name the article tells."""

from collections.abc import Iterator
from dataclasses import replace

from tracker.extract.context import Context
from tracker.extract.principals import Roles, watches
from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import word_class

# Among how many leading sides the union is sought that workers stand for.
_LEADING = 4
_BODIES = {PartyKind.ORGANISATION, PartyKind.ALLIANCE, PartyKind.COMPANY}
_BARGAINS = {EventType.AGREEMENT, EventType.MEETING, EventType.SUSPENSION, EventType.PROPOSAL}
# What armed people do and what they agree to.
_OF_FIGHTERS = {
    EventType.ATTACK, EventType.TRUCE, EventType.RELEASE, EventType.DETENTION, EventType.WITHDRAWAL,
    EventType.AGREEMENT, EventType.VIOLATION, EventType.MEETING,
}  # fmt: skip
_NO_FIGHTERS = {PartyKind.STATE, PartyKind.GOVERNMENT, PartyKind.COMPANY, PartyKind.PERSON}


class OwnNames:
    """Puts each side's own name for the other words for it that one article has; `told` are its triggers' roles, as
    their clauses give them."""

    def __init__(self, context: Context, told: list[tuple[Trigger, Roles]]) -> None:
        unions = [p for p in context.parties.main[:_LEADING] if p.kind is PartyKind.UNION]
        self._union = unions[0] if len(unions) == 1 else None
        self._employers, self._beside = None, set[str]()
        if self._union is not None:
            self._employers = _employers(context, told, self._union)
            self._beside = {r.side for parts in _bargains(told, self._union) for r in parts}
        self._group = _group(told)

    def of(self, reference: PartyReference) -> PartyReference:
        """A reference under the side's own name."""
        if reference.is_verified:
            return reference
        found: PartyReference | None = None
        *before, last = reference.side.lower().split()
        if last in word_class("workers"):
            found = self._union
        elif last in word_class("employers"):
            # "Theatre owners" are others than who bargains, unless they are told to.
            found = self._employers if not before or reference.side in self._beside else None
        elif _is_a_faction(reference):
            found = self._group
        return replace(found, span=reference.span, words=reference.words) if found is not None else reference

    def roles(self, roles: Roles) -> Roles:
        """The roles of a trigger, each side once."""
        actors = {r.side: r for r in map(self.of, roles.actors)}
        targets = {r.side: r for r in map(self.of, roles.targets) if r.side not in actors}
        return replace(roles, actors=tuple(actors.values()), targets=tuple(targets.values()))


def _parts(told: list[tuple[Trigger, Roles]]) -> Iterator[tuple[Trigger, tuple[PartyReference, ...]]]:
    for trigger, roles in told:
        yield trigger, (*roles.actors, *roles.targets)


def _bargains(told: list[tuple[Trigger, Roles]], union: PartyReference) -> Iterator[tuple[PartyReference, ...]]:
    """The sides of each event in which a union, or its workers, bargain."""
    for trigger, parts in _parts(told):
        names = {r.side for r in parts}
        if trigger.type in _BARGAINS and any(
            name == union.side or name.split()[-1].lower() in word_class("workers") for name in names
        ):
            yield parts


def _employers(context: Context, told: list[tuple[Trigger, Roles]], union: PartyReference) -> PartyReference | None:
    """The one body whose name tells of employers ("the Theatre Owners League") or that is told to represent them, else
    the one that bargains with a union; None for none or several."""
    found = {r.side: r for r in context.parties.main if _is_a_body(r) and _bears_employers(r.side)}
    for verb in context.doc if not found else ():
        if verb.lemma_ == "represent" and verb.dep_ in {"relcl", "acl"}:
            whom = (c for c in verb.children if c.dep_ == "dobj")
            if any(c.text.lower() in word_class("employers") or _is_company(context.sides(c)) for c in whom):
                found |= {r.side: r for r in context.sides(verb.head) if _is_a_body(r)}
    between = {r.side for r in context.parties.mediators}
    for parts in () if found else _bargains(told, union):
        found |= {r.side: r for r in parts if _is_a_body(r) and r.side not in between}
    return next(iter(found.values())) if len(found) == 1 else None


def _bears_employers(side: str) -> bool:
    words = (word.rstrip("'’") for word in side.lower().split())
    return any(word in word_class("employers") for word in words)


def _is_company(sides: tuple[PartyReference, ...]) -> bool:
    return any(r.kind is PartyKind.COMPANY for r in sides)


def _is_a_body(reference: PartyReference) -> bool:
    is_common = reference.side.split()[-1].lower() in word_class("employers")
    return reference.kind in _BODIES and not is_common and not watches(reference)


def _group(told: list[tuple[Trigger, Roles]]) -> PartyReference | None:
    """The one group that no list knows and that fights or makes peace in an article of one state's rebels; those that
    are known are told apart from them, or taken for them, where the words are read."""
    factions: set[str] = set()
    groups: dict[str, PartyReference] = {}
    for trigger, parts in _parts(told):
        for reference in parts:
            if _is_a_faction(reference):
                factions.add(reference.side)
            elif reference.kind in _NO_FIGHTERS or not (reference.is_verified or _is_a_name(reference)):
                continue
            elif reference.kind is PartyKind.ARMED_GROUP or (
                trigger.type in _OF_FIGHTERS and not reference.is_verified
            ):
                groups[reference.side] = reference
    group = next(iter(groups.values()), None)
    return group if group is not None and len(factions) == len(groups) == 1 and not group.is_verified else None


def _is_a_faction(reference: PartyReference) -> bool:
    """Whether a side has no other name than that of rebels: "Chadian rebels"; an opposition may have many parties."""
    last = reference.side.split()[-1].lower()
    return reference.kind is PartyKind.ARMED_GROUP and last in word_class("home_factions") - {"opposition"}


def _is_a_name(reference: PartyReference) -> bool:
    """Whether a side has a name of several words, as bodies do."""
    words = reference.side.split()
    return len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()
