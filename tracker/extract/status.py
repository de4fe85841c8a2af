"""Whether a reported event took place: occurred, planned, proposed or denied, by its type and by what governs it."""

from calendar import month_name
from typing import TYPE_CHECKING

from tracker.extract.deeds import is_laid_at_a_door, is_there
from tracker.extract.governors import given_by_modifier, given_by_verb, has_begun, is_called_off
from tracker.extract.noun_places import counter, ended_first, is_talked_of, whole
from tracker.extract.scheduled import does_not_take_place, plan_that_failed, scheduler
from tracker.extract.settled import decided_by, is_scheduled, is_under_way
from tracker.extract.standing import is_known, known_status, noun_status, verb_status
from tracker.extract.subjects import is_to_infinitive, prepositional_objects
from tracker.extract.telling import is_answered
from tracker.extract.unreal import is_effort, told_from_later
from tracker.extract.verb_forms import auxiliaries, is_negated
from tracker.model.mentions import EventType, Status
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_CLAUSES = {"VERB", "AUX"}
_MONTHS = {month.lower() for month in month_name[1:]}
# What is done in words or on the street is done when one sets out to do it: "called to urge", "marched to demand".
_PERFORMED = {
    EventType.DEMAND, EventType.ACCUSATION, EventType.REJECTION, EventType.THREAT, EventType.SUPPORT, EventType.PROTEST,
}  # fmt: skip
# What is no term of a plan, in which "would" tells what is to be done weeks later.
_SAID = _PERFORMED | {EventType.ACCEPTANCE, EventType.SUSPENSION, EventType.VIOLATION}
# What somebody announces and others then carry out.
_CARRIED_OUT = {
    EventType.AID, EventType.MEETING, EventType.MOBILIZATION, EventType.PROTEST, EventType.RELEASE,
    EventType.WITHDRAWAL,
}  # fmt: skip
# Told as known, with an article, an owner or a day, these are facts, whatever the sentence makes of them.
_KNOWN = {EventType.ATTACK, EventType.DETENTION, EventType.PROTEST, EventType.VIOLATION, EventType.ACCUSATION}
# A penalty that stands: "Mali's blockade may amount to a crime" tells it as there.
_LASTING = {"blockade", "embargo", "siege"}
# What sides who talk on it have still to agree on.
_TALKED_OF = {
    EventType.AGREEMENT, EventType.AID, EventType.RELEASE, EventType.TRUCE, EventType.WITHDRAWAL,
}  # fmt: skip
# What somebody wants before doing what is then yet to be done.
_ASKING = {"demand", "expect", "insist", "need", "require", "seek", "want"}
# What ends a span of something.
_SPANS, _ENDING = {"day", "hour", "month", "week", "year"}, {"cap", "conclude", "end"}
# What is rejected, accepted or studied has been put forward.
_ANSWERED = {EventType.PROPOSAL, EventType.DEMAND, EventType.ACCUSATION, EventType.THREAT}
# What the police or an army announces, it has done; an answer is given by announcing it.
_ANNOUNCED_DONE = {
    EventType.ACCEPTANCE, EventType.ATTACK, EventType.DETENTION, EventType.REJECTION, EventType.SANCTION,
    EventType.SUPPORT, EventType.SUSPENSION, EventType.VIOLATION,
}  # fmt: skip


def _sets_out_to(verb: "Token") -> "Token | None":
    """The verb that an infinitive of purpose hangs on: "phoned" in "phoned to urge calm"."""
    if verb.tag_ == "VBG" and verb.dep_ == "advcl":  # "phoned to renew his appeal, urging calm"
        return _sets_out_to(verb.head) if is_to_infinitive(verb.head) else None
    to_infinitive = is_to_infinitive(verb)
    moves = verb.dep_ == "xcomp" and verb.head.lemma_ in word_class("setting_out")
    if verb.head.lemma_ in word_class("object_control") and prepositional_objects(verb.head, {"on", "to", "upon"}):
        return None  # "called on the UN to condemn it"
    given_time = verb.head.lemma_ == "have"  # "has until Friday to win their backing"
    sets_out = verb.head.pos_ in _CLAUSES and (moves or (verb.dep_ == "advcl" and not given_time))
    return verb.head if to_infinitive and sets_out else None


def _tried(verb: "Token") -> "Token | None":
    """The verb of trying over an infinitive: who tries to mediate does mediate, who tries to take a town fights."""
    return verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in word_class("attempting") else None


def _done_by_trying(verb: "Token", kind: EventType) -> "Token | None":
    """The verb whose status an act shares that is done by setting out for it or by trying; backing that one sets out to
    win is not won yet."""
    takes_ground = kind is EventType.ATTACK and verb.lemma_ in word_class("taking_ground")
    if kind is EventType.MEDIATION or takes_ground:
        return _tried(verb)
    is_gained = kind is EventType.SUPPORT and verb.lemma_ in word_class("gaining")
    return _sets_out_to(verb) if kind in _PERFORMED and not is_gained else None


def _is_for_a_day(verb: "Token") -> bool:
    """Whether a verb tells on which day to come something is to be: "called a rally for Saturday"."""
    called = (verb, *(c for c in verb.children if c.dep_ == "dobj"))
    days = (g for word in called for c in word.children if c.dep_ == "prep" and c.lower_ == "for" for g in c.children)
    return any(day.lower_ in word_class("weekday") | _MONTHS | {"tomorrow"} for day in days)


def is_only_announced(verb: "Token", kind: EventType) -> bool:
    """Whether a verb tells an act that is still to be done: "pledged aid", "is heading to the summit"."""
    words = word_class("preparing") | (word_class("announcing") if kind in _CARRIED_OUT else frozenset())
    if kind in _PERFORMED - {EventType.PROTEST}:
        return False
    if verb.lemma_ == "call" and kind in _CARRIED_OUT and _is_for_a_day(verb):
        return True
    plotted = (
        kind is EventType.ATTACK and verb.tag_ == "VBD" and any(c.dep_ == "dobj" and is_known(c) for c in verb.children)
    )
    if verb.pos_ == "VERB" and verb.lemma_ in words:
        return not plotted
    under_way = verb.tag_ == "VBG" and any(
        c.dep_ == "aux" and c.lower_ in {"is", "are", "'re", "'s"} for c in verb.children
    )
    leaves = verb.lemma_ in {"leave", "depart"} and any(c.lower_ == "for" for c in verb.children)
    return kind is EventType.MEETING and verb.lemma_ in word_class("travelling") and (under_way or leaves)


def status(token: "Token", light: "Token | None", kind: EventType) -> Status:
    """The status of the event of a type that a trigger tells; under a light verb that verb decides, unless the noun is
    itself called planned, proposed or off."""
    if kind is not EventType.SUSPENSION and plan_that_failed(token) is not None:
        return Status.DENIED
    if kind in _TALKED_OF and is_effort(light if light is not None else token):
        return Status.PROPOSED
    if token.pos_ in _CLAUSES:
        return _told_by_verb(token, kind)
    if token.pos_ == "ADJ":
        if is_negated(token):
            return Status.DENIED
        return verb_status(token.head) if token.head.pos_ in {"VERB", "AUX"} else Status.OCCURRED
    if kind is EventType.REJECTION and _has_consequences(token):
        return Status.OCCURRED
    if kind in _ANSWERED and is_answered(token):
        return given_by_modifier(token) or Status.OCCURRED
    if is_called_off(token) or does_not_take_place(token):
        return Status.DENIED
    announced = token.dep_ == "dobj" and token.head.lemma_ in word_class("announcing")
    if kind in _CARRIED_OUT and announced and _is_for_a_day(token.head):
        told = verb_status(token.head)  # "announced talks for Monday"
        return Status.PLANNED if told is Status.OCCURRED else told
    if light is not None and token.dep_ in {"dobj", "nsubjpass", "pobj", "conj"}:
        return _told_by_light(token, light, kind)
    lasting = kind is EventType.SANCTION and token.lemma_.lower() in _LASTING
    there = kind is EventType.ATTACK and (is_there(whole(token)) or is_laid_at_a_door(whole(token)))
    if there or ((lasting or kind in _KNOWN | _ANSWERED) and is_known(token)):
        return known_status(token)
    if kind in _TALKED_OF and is_talked_of(token):
        return given_by_modifier(token) or Status.PROPOSED
    ended = ended_first(token) if kind in _TALKED_OF else None
    if ended is not None:
        return given_by_modifier(token) or noun_status(ended)
    counted = token if kind in _ANSWERED else counter(token)
    if counted.lemma_ in _SPANS and counted.dep_ == "dobj" and counted.head.lemma_ in _ENDING:
        return Status.OCCURRED  # "ending eight weeks of talks"
    return noun_status(token) if counted == token else given_by_modifier(token) or noun_status(counted)


def _has_consequences(noun: "Token") -> bool:
    """Whether what a side has done is told by what will come of it: "its rejection of the plan will force a vote"."""
    will = any(c.dep_ == "aux" and c.lower_ in {"'ll", "will"} for c in noun.head.children)
    return noun.dep_ == "nsubj" and will and any(c.dep_ == "poss" for c in noun.children)


def _told_by_verb(verb: "Token", kind: EventType) -> Status:
    if kind is EventType.AGREEMENT and verb.lemma_ in word_class("completing") and is_under_way(verb):
        return Status.PLANNED
    decision = decided_by(verb, kind)
    if decision is not None:
        return verb_status(decision) if decision.pos_ in _CLAUSES else noun_status(decision)
    if kind in _PERFORMED and verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.lemma_ in word_class("voicing"):
        return (
            Status.OCCURRED if is_answered(verb.head) else noun_status(verb.head)
        )  # "rejected a call urging it to go"
    if kind is EventType.ATTACK and verb.lemma_ in {"die", "perish"} and "have" in auxiliaries(verb):
        return Status.OCCURRED  # "as many as 600 may have died": only how many is not known
    found = verb_status(_done_by_trying(verb, kind) or verb)
    if kind is EventType.REJECTION and found is not Status.OCCURRED and is_negated(verb):
        return Status.DENIED  # "said he would not rule out talks"
    if found is Status.PROPOSED and kind in _SAID and told_from_later(verb):
        return Status.OCCURRED
    if found is Status.PROPOSED and kind is EventType.VIOLATION and verb.dep_ == "pcomp" and verb.head.lower_ == "for":
        return Status.OCCURRED  # "was forced to land for violating its airspace": for a breach one is punished
    if found is Status.OCCURRED and verb.dep_ == "acl" and scheduler(verb.head) == verb:
        return Status.PLANNED
    is_before = verb.dep_ == "pcomp" and verb.head.lower_ == "before"
    over = next((t for t in verb.head.ancestors if t.pos_ == "VERB" and t.dep_ != "acl"), verb) if is_before else verb
    asked_first = is_before and over.lemma_ in _ASKING
    offered = kind is EventType.AID and verb.lemma_ == "offer"
    if found is Status.OCCURRED and (asked_first or offered):  # "wants the ban lifted before agreeing to a truce"
        return Status.PROPOSED
    return Status.PLANNED if found is Status.OCCURRED and is_scheduled(verb, kind) else found


def _told_by_light(noun: "Token", light: "Token", kind: EventType) -> Status:
    by_modifier = given_by_modifier(noun)
    if by_modifier is Status.PLANNED and noun.dep_ == "dobj" and given_by_verb(light, "dobj") is Status.DENIED:
        told = verb_status(light)
        return told if told is not Status.OCCURRED else Status.DENIED
    if by_modifier is not None and by_modifier is not Status.PROPOSED:
        return by_modifier
    if is_negated(noun):
        return Status.DENIED
    if has_begun(noun):
        return Status.OCCURRED
    announced = light.lemma_ == "announce" and kind in _ANNOUNCED_DONE
    if announced and (is_known(noun) or kind is not EventType.ATTACK):
        return verb_status(light)
    penalty = noun.lemma_.lower() in word_class("penalties") and not is_known(noun)
    bound = noun.dep_ == "pobj" and noun.head.head == light
    link = noun.head.lower_ if bound else {"conj": "dobj"}.get(noun.dep_, noun.dep_)
    done = light.lemma_ == "commit" and kind in _KNOWN  # crimes are committed, help is committed to
    given = Status.PLANNED if light.lemma_ == "face" and penalty else None if done else given_by_verb(light, link)
    base = _sets_out_to(light) if kind in _PERFORMED else None
    above = Status.OCCURRED if decided_by(light, kind) is not None else verb_status(base or light)
    if (
        above is Status.DENIED
        and kind in _ANSWERED
        and is_known(noun)
        and light.lemma_ in word_class("answering_light")
    ):
        return Status.OCCURRED
    if given is not None and above is Status.OCCURRED:
        return given
    return Status.PLANNED if above is Status.OCCURRED and is_scheduled(light, kind) else above
