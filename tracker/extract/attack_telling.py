"""One attack told by several words of a sentence: the blow, its cost, the wave that it is part of."""

from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType
from tracker.rules import word_class

# Verbs beside killing and wounding that tell the cost of an attack; an attack told by its dead alone has no other verb.
_COSTS = {"claim", "damage", "destroy", "leave"}
# What a toll is of.
_COST_OF = {"after", "from", "in", "of"}
_HARMS_ALONE = {"kill", "wound", "injure", "leave"}


def _leads_to_casualties(trigger: Trigger, above: Trigger) -> bool:
    """Whether a conjoined verb only tells what the attack before it cost: "struck a market and killed five"."""
    token = trigger.token
    harms = token.lemma_ in word_class("killing") | word_class("wounding") | _COSTS
    if token.dep_ != "conj" or not harms or any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children):
        return False
    return above.type is trigger.type is EventType.ATTACK and above.token.lemma_ not in _HARMS_ALONE


def is_toll(trigger: Trigger) -> bool:
    """Whether a verb tells how many an attack has cost by the day of the words: "put the toll at 40"."""
    return "toll" in trigger.sense.object or "toll" in trigger.sense.subject


def _attack_of_toll(trigger: Trigger, kept: dict[int, Trigger]) -> Trigger | None:
    """The attack whose toll a verb tells: "put the toll from Sunday's raid at 40"."""
    if not is_toll(trigger):
        return None
    below = (kept[t.i] for t in trigger.token.subtree if t.i in kept and t.dep_ == "pobj" and t.head.lower_ in _COST_OF)
    return next((t for t in below if t.type is EventType.ATTACK), None)


def told_with(trigger: Trigger, kept: dict[int, Trigger]) -> Trigger | None:
    """The trigger of the same attack in a clause that the attack itself is the subject of: "a wave of air raids killed
    nine", "shelling killed two" with its subject read as a verb, "the blasts hit a market and killed four"."""
    if (struck := _attack_of_toll(trigger, kept)) is not None:
        return struck
    token, head = trigger.token, trigger.token.head
    counted = token.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in word_class("counter")
    above = kept.get(head.head.head.i if counted else head.i)
    if above is None or above.type is not trigger.type or above.token == token:
        return None
    if counted:
        return above if head.head.dep_ == "nsubj" else None
    if _leads_to_casualties(trigger, above):
        return above
    if token.tag_ == "VBG" and (token.dep_ in {"csubj", "nsubj"} or (token.dep_ == "conj" and head.pos_ == "NOUN")):
        return above
    if token.pos_ != "VERB" or token.dep_ != "conj" or head.pos_ != "VERB":
        return None
    if any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children):
        return None
    done_by = (c for c in head.children if c.dep_ == "nsubj")
    is_attack = any(c.i in kept and kept[c.i].type is EventType.ATTACK for c in done_by)
    return above if is_attack else None


def relative_of_attack(trigger: Trigger, kept: dict[int, Trigger]) -> Trigger | None:
    """The attack that "which killed 20" goes on about, where the parser hangs the clause on a nearer noun."""
    token = trigger.token
    relative = any(c.dep_ == "nsubj" and c.tag_ == "WDT" for c in token.children)
    if token.dep_ != "relcl" or trigger.type is not EventType.ATTACK or not relative:
        return None
    before = [t for i, t in kept.items() if token.sent.start <= i < token.i and t.type is EventType.ATTACK]
    return before[-1] if before else None


def named_by(trigger: Trigger, folded: list[Trigger]) -> Trigger:
    """The trigger whose word names the event: the attack itself where the verb only tells what it cost ("a car bomb
    outside the embassy killed five"), else the trigger."""
    token = trigger.token
    harms = token.lemma_ in word_class("killing") | word_class("wounding") | _COSTS
    if trigger.type is not EventType.ATTACK or token.pos_ != "VERB" or not harms:
        return trigger
    return next((t for t in folded if t.token.dep_ in {"nsubj", "csubj"} and t.token.head == token), trigger)
