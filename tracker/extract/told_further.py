"""Sentences that tell more of an offer or a penalty that was told before: "It was handed over on Tuesday"."""

from dataclasses import replace

from tracker.extract.context import Context
from tracker.extract.principals import Roles
from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType
from tracker.rules import word_class


def takes_up_an_offer(trigger: Trigger) -> bool:
    """Whether a passive tells where and when the offer was made that was told before: "The offer was made in Lima", "It
    was handed over on Tuesday"."""
    things = trigger.arguments.get("object")
    told = [t for t in things if t.lemma_.lower() in word_class("offers")]
    is_it = any(t.lower_ == "it" for t in things)
    definite = any(c.lower_ in {"the", "that", "this"} for t in told for c in t.children)
    return trigger.arguments.passive and (is_it or definite)


def handed_over(context: Context, roles: Roles, made: Roles) -> Roles:
    """Whose the offer is that was just told of and is now told to be made, or handed over by a mediator."""
    if not roles.actors:
        return replace(roles, actors=made.actors, targets=roles.targets or made.targets)
    carriers = {r.side for r in context.parties.mediators}
    if not {r.side for r in roles.actors} <= carriers or carriers & {r.side for r in made.actors}:
        return roles
    return Roles(actors=made.actors, targets=made.targets, mediators=roles.actors)


def takes_up_a_penalty(trigger: Trigger, number: int, last: dict[EventType, tuple[int, Roles]]) -> bool:
    """Whether a passive tells more of the penalty that was told just before: "It had been imposed in May"."""
    if trigger.type is not EventType.SANCTION or EventType.SANCTION not in last or not trigger.arguments.passive:
        return False
    return number - last[EventType.SANCTION][0] <= 1 and any(t.pos_ == "PRON" for t in trigger.arguments.get("object"))
