"""One event told again within its sentence: ranked among others of its kind, as the time of what it did, by its cost or
by its aim."""

from typing import TYPE_CHECKING

from tracker.extract.noun_places import whole
from tracker.extract.senses import Trigger
from tracker.extract.subjects import is_passive, is_to_infinitive
from tracker.model.mentions import EventType
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Span, Token

_RANKED_TYPES = {EventType.ATTACK, EventType.DETENTION, EventType.PROTEST, EventType.MOBILIZATION, EventType.MEETING}
_ORDINALS = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "latest"}
_WHEN = {"when", "as", "after", "since", "while"}
_LOOTS = {"burn", "loot", "pillage", "plunder", "ransack", "smash", "torch", "trash", "vandalise", "vandalize"}
_RIOTS = {"riot", "rampage", "protest", "demonstrate"}
_CARRIERS = {"convoy", "shipment", "lorry", "truck"}
_COST_LIVES = {"claim", "cost", "leave"}
_HAPPENS = {"happen", "occur", "begin", "start", "erupt", "break", "flare", "take", "sound", "strike", "resume"}


def is_ranked(word: "Token") -> bool:
    """Whether a word is told as one of a row: "the deadliest raid since May", "the third to hit the town"."""
    ranks = (word, *(c for c in word.children if c.dep_ in {"amod", "nummod", "compound"}))
    return any(
        t.tag_ in {"JJS", "RBS"} or t.lower_ in _ORDINALS or any(c.tag_ == "RBS" for c in t.children) for t in ranks
    )


def is_of_a_row(words: "Span") -> bool:
    """Whether a time only tells of which row something is the first, the third or the worst: "the first meeting between
    them since 2019", "their first summit in a decade", "the 11th time this year"."""
    over = words.root.head
    if over.lemma_ == "time" and (is_ranked(over) or any(c.lower_.endswith("th") for c in over.children)):
        return True
    link = words[0] if words[0].lower_ == "since" else words.doc[max(words.start - 1, 0)]
    if link.lower_ not in {"since", "in"} or not link.i:
        return False
    node = link.nbor(-1)
    while not is_ranked(node):
        if node.head == node or node.head.pos_ in {"VERB", "AUX"} or node.head.i > link.i:
            return False
        node = node.head
    return node.pos_ not in {"VERB", "AUX"}


def _before(trigger: Trigger, kept: dict[int, Trigger]) -> Trigger | None:
    """The last trigger of the same type before this one in its sentence."""
    first = trigger.token.sent.start
    earlier = [t for i, t in kept.items() if first <= i < trigger.token.i and t.type is trigger.type]
    return earlier[-1] if earlier else None


def _ranked(trigger: Trigger, kept: dict[int, Trigger]) -> Trigger | None:
    """The event that "the first such raid since May", "the third to hit the town", "the first time that they have
    struck it" only ranks."""
    token, head = trigger.token, trigger.token.head
    if trigger.type not in _RANKED_TYPES:
        return None
    if token.pos_ in {"NOUN", "PROPN"}:
        inside = token.dep_ == "pobj" and head.lower_ in {"in", "for"}
        if not (inside or token.dep_ in {"appos", "attr", "npadvmod", "dep", "ROOT"}) or not is_ranked(token):
            return None
        return _before(trigger, kept)
    clause = token.dep_ in {"relcl", "acl"} or (token.dep_ == "xcomp" and head.pos_ == "ADJ")
    if not clause or head.pos_ in {"VERB", "PROPN"} or not is_ranked(head):
        return None
    return _before(trigger, kept)


def _tells_when(verb: "Token", words: set[str]) -> bool:
    return verb.dep_ == "advcl" and any(c.lower_ in words and c.dep_ in {"mark", "advmod"} for c in verb.children)


def _in_clause(verb: "Token", kept: dict[int, Trigger]) -> Trigger | None:
    """The attack that a clause tells by its verb or by what hangs on it: "when troops resorted to shelling"."""
    near = [verb, *(c for c in verb.children if c.dep_ == "dobj")]
    near += [g for c in verb.children if c.dep_ == "prep" for g in c.children if g.dep_ in {"pobj", "pcomp"}]
    told = (kept[t.i] for t in near if t.i in kept)
    return next((t for t in told if t.type is EventType.ATTACK), None)


def _of_the_moment(trigger: Trigger, kept: dict[int, Trigger]) -> Trigger | None:
    """The attack that a clause only says again as its time, "was walking home when the attack happened" beside the
    attack itself; for people told of as killed, the clause that tells by whom and how: "died when shells hit a market".
    """
    if trigger.type is not EventType.ATTACK:
        return None
    token, head = trigger.token, trigger.token.head
    if token.pos_ == "NOUN" and token.dep_ == "nsubj" and head.lemma_ in _HAPPENS and _tells_when(head, _WHEN):
        definite = any(c.dep_ == "det" and c.lower_ == "the" for c in token.children)
        return _before(trigger, kept) if definite else None
    harmed = token.lemma_ in word_class("killing") | word_class("wounding") and token.pos_ == "VERB"
    if not harmed or not (is_passive(token) or token.lemma_ in {"die", "perish"}) or trigger.arguments.get("by"):
        return None
    return next((t for c in token.children if _tells_when(c, {"when"}) and (t := _in_clause(c, kept))), None)


def _harms(verb: "Token") -> bool:
    own_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    return verb.pos_ == "VERB" and verb.lemma_ in word_class("killing") | word_class("wounding") and not own_subject


def _beside(token: "Token") -> "Token | None":
    """What has cost the lives that an absolute clause tells: "struck" in "struck the town, with six people killed"."""
    if token.lemma_.lower() not in word_class("killing") | word_class("wounding") or token.tag_ not in {"VBN", "JJ"}:
        return None
    opens = token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "with" for c in token.children)
    link = token.head if token.dep_ == "pcomp" and token.head.lower_ == "with" else None
    return token.head if opens else link.head if link is not None else None


def _cost(trigger: Trigger, kept: dict[int, Trigger]) -> Trigger | None:
    """The attack of which a verb of killing only tells the cost, wherever the parser hangs it: "set off his belt after
    the guards approached, killing two", "a wave of raids killed nine", "a raid by gunmen who killed four"."""
    token, head = trigger.token, trigger.token.head
    if trigger.type is not EventType.ATTACK:
        return None
    if token.dep_ == "relcl" and any(c.tag_ == "WP" for c in token.children):
        doer = head
        while doer.dep_ == "conj":
            doer = doer.head
        done = kept.get(doer.head.head.i) if doer.dep_ == "pobj" and doer.head.lower_ == "by" else None
        return done if done is not None and done.type is EventType.ATTACK and done.token.pos_ == "NOUN" else None
    if (over := _beside(token)) is not None:
        struck = (over, *(c for c in over.children if c.dep_ == "nsubj"))
        blow = next((kept[t.i] for t in struck if t.i in kept and t.i != token.i), None)
        return blow if blow is not None and blow.type is EventType.ATTACK else None
    if not _harms(token):
        return None
    if token.tag_ == "VBG" and token.dep_ in {"advcl", "conj"} and head.pos_ in {"VERB", "AUX"}:
        return _before(trigger, kept)
    blows = [t for t in kept.values() if t.type is EventType.ATTACK and t.token.pos_ == "NOUN"]
    if token.dep_ == "acl":
        return next((t for t in blows if whole(t.token) == head), None)
    if token.dep_ == "conj":
        return next((t for t in blows if t.token.dep_ == "nsubj" and t.token.head == head), None)
    return None


def _aim(trigger: Trigger, kept: dict[int, Trigger]) -> Trigger | None:
    """The attack that an infinitive tells the aim of: "launched a raid to dislodge the rebels"."""
    token, head = trigger.token, trigger.token.head
    if trigger.type is not EventType.ATTACK or not is_to_infinitive(token):
        return None
    if token.dep_ not in {"acl", "relcl", "advcl"} or any(c.dep_ == "nsubj" for c in token.children):
        return None
    above = kept.get(head.i) or (kept.get(head.head.i) if head.dep_ == "dobj" else None)
    return above if above is not None and above.type is EventType.ATTACK and above.token.i < token.i else None


def _of_another_kind(trigger: Trigger, kept: dict[int, Trigger]) -> Trigger | None:
    """The event of another type that holds this one: the riot in which a crowd loots and that leaves people dead, the
    pull-out of forces that were sent, the attack on a convoy of aid."""
    token, head = trigger.token, trigger.token.head
    match trigger.type:
        case EventType.ATTACK if token.pos_ == "VERB":
            of = [c for c in token.children if c.dep_ == "nsubj"]
            if token.lemma_ in _LOOTS and token.dep_ == "conj" and not of:
                of = [head] if head.lemma_ in _RIOTS else []
            elif token.dep_ == "relcl" and any(c.tag_ == "WDT" for c in of):
                of = [t.token for t in kept.values() if t.token.pos_ == "NOUN" and head in {t.token, whole(t.token)}]
            elif token.lemma_ not in _COST_LIVES:
                of = []
            over, wanted = next((kept[t.i] for t in of if t.i in kept), None), EventType.PROTEST
        case EventType.MOBILIZATION if (
            token.dep_ == "acl" and token.tag_ == "VBN" and head.dep_ in {"dobj", "nsubjpass"}
        ):
            over, wanted = kept.get(head.head.i), EventType.WITHDRAWAL
        case EventType.AID if token.lemma_ in _CARRIERS and token.dep_ in {"dobj", "nsubjpass", "pobj"}:
            struck = head.head if token.dep_ == "pobj" and head.lower_ in {"on", "against"} else head
            over, wanted = kept.get(struck.i), EventType.ATTACK
        case _:
            return None
    return over if over is not None and over.type is wanted else None


def told_again(trigger: Trigger, kept: dict[int, Trigger]) -> Trigger | None:
    """The trigger whose event this one only tells again in the same sentence; None where it tells one of its own."""
    told = _ranked(trigger, kept) or _of_the_moment(trigger, kept) or _cost(trigger, kept) or _aim(trigger, kept)
    return told or _of_another_kind(trigger, kept)
