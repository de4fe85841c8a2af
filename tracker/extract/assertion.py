"""Whether a word that could tell an event does: event nouns that are topics, names or parts of compounds do not."""

from typing import TYPE_CHECKING

from tracker.extract.attack_telling import is_toll
from tracker.extract.ceased import is_ceased
from tracker.extract.context import Context
from tracker.extract.deals_named import is_under, only_a_frame, only_answered, only_judged
from tracker.extract.deeds import is_told_as_done
from tracker.extract.figures_of_speech import is_figure_of_speech
from tracker.extract.not_violence import is_no_violence
from tracker.extract.noun_places import (
    has_acting_agent,
    has_details,
    has_measure,
    is_any,
    is_counted,
    is_in_a_name,
    is_in_bare_heading,
    is_indefinite,
    is_label,
    is_manner,
    is_met_danger,
    is_of_terms,
    is_on_journey,
    is_only_possible,
    is_placed,
    is_promise,
    is_told_after,
    is_topic,
    is_voiced_by_many,
    is_voted_on,
    occurs,
    whole,
)
from tracker.extract.noun_times import has_time, own_times
from tracker.extract.senses import Trigger
from tracker.extract.settled import kept_by
from tracker.extract.subjects import is_purpose, is_to_infinitive
from tracker.extract.talks_named import only_named
from tracker.extract.term_lists import held_in
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_SIDE_SLOTS = ("poss", "modifier", "by", "between", "with", "of", "on", "against", "from", "to", "among")
_AGENT_SLOTS = ("poss", "modifier", "by", "between", "from", "of", "subject")
# Talks, a deal: words that are topics more often than events.
_TALKS = {"talk", "negotiation", "dialogue", "discussion"}
# What is done about sanctions that stand.
_EVADES = {"evade", "dodge", "skirt", "circumvent", "bypass", "avoid", "escape", "flout", "defy", "weather", "survive"}
# What is done with a deal that exists tells nothing of its making.
_MAKES_A_DEAL = {
    "announce", "broker", "enter", "follow", "have", "lead", "make", "reach", "result", "see", "sign", "strike",
}  # fmt: skip
_BEFALLS_A_DEAL = {"come", "follow", "begin", "result", "emerge", "happen"}
_QUOTED_AS = {"phrase", "term", "verb", "word"}
# Participles that describe a side and tell no event: "troops backed by militias", "rebels fighting the army".
_STANDING = {"support", "clash", "stay", "express condemnation"}
_DETAILED = {"truce", "release", "withdrawal", "meeting"}
# Answers to a deal that is on the table, which is not made by them.
_ANSWERED = {"acceptance", "rejection", "support", "accusation", "demand"}
# What is condemned or welcomed is there.
_OF_A_FACT = {"accusation", "support"}
# What headlines put before a colon as their subject matter; a raid is news there.
_LABELS = {"meeting", "mediation", "agreement", "truce", "proposal"}
# What the terms of an offer bring about.
_TERMS = {"truce", "release", "withdrawal", "aid"}
_LASTING = {"meeting", "attack", "protest", "truce"}
_CONTENT_TYPES = {"demand", "proposal", "acceptance", "rejection", "threat", "support", "accusation"}


def _has_side(context: Context, trigger: Trigger, slots: tuple[str, ...]) -> bool:
    return any(context.sides(t) for slot in slots for t in trigger.arguments.get(slot))


def _is_named_by_year(context: Context, trigger: Trigger) -> bool:
    """Whether the only date of a deal is part of what it is called, and it is no subject: "compliance with the 2015
    nuclear deal"; "the 1998 accord ended the war", "an accord signed in 1998" tell when it was made."""
    token = trigger.token
    if (
        token.dep_ in {"nsubj", "nsubjpass"}
        or trigger.arguments.get("clause")
        or _has_side(context, trigger, ("with",))
    ):
        return False
    inside = {t for c in token.children if c.dep_ in {"compound", "nummod", "amod", "nmod"} for t in c.subtree}
    times = [context.doc.char_span(time.span.first, time.span.last) for time in own_times(context, token)]
    return bool(times) and all(words is not None and words.root in inside for words in times)


def _deal_asserts(context: Context, trigger: Trigger, timed: bool) -> bool:
    """Whether the noun for a deal tells that it is made: with its day, with both sides, under a verb that makes deals.

    "The deal requires ...", "under the treaty", "implement the accord" only speak of it.
    """
    token, light = trigger.token, trigger.arguments.light
    if only_a_frame(token) and not timed:
        return False
    between = _has_side(context, trigger, ("between", "among", "by"))
    if light is not None and light.lemma_ in _MAKES_A_DEAL:
        return True
    if is_voted_on(token) or (is_topic(token) and is_only_possible(token)) or (only_judged(token) and not timed):
        return False
    if between or (timed and not _is_named_by_year(context, trigger)):
        return True
    if is_topic(token):
        # "Details of a deal with Chad": it is made, unlike "hopes of a deal with Chad".
        told_of = token.head.lower_ == "of" and token.head.head.lemma_ in word_class("told_of_a_deal")
        return told_of and _has_side(context, trigger, ("with",))
    subject = token.dep_ in {"nsubj", "nsubjpass"}
    criticised = any(c.lower_ == "under" and c.dep_ == "prep" for c in token.head.children)
    if subject and token.head.lemma_ in _BEFALLS_A_DEAL and not criticised:
        return True
    definite = any(c.dep_ in {"det", "poss"} and c.lower_ not in {"a", "an"} for c in token.children)
    return not definite and not subject and _has_side(context, trigger, ("with",))


def _is_voiced(trigger: Trigger) -> bool:
    return trigger.type.value in {"demand", "accusation"} and is_voiced_by_many(trigger)


def _has_clause(token: "Token", verbs: dict[int, Trigger]) -> bool:
    """Whether a relative clause of a noun tells an event: "a truce that would free the hostages"."""
    return any(c.dep_ == "relcl" and any(t.i in verbs for t in c.subtree) for c in token.children)


def _is_bare_judgement(noun: "Token") -> bool:
    """Whether a noun only tells what another thing amounts to: "twenty days is a pause"; "it is a truce until May"
    tells of one."""
    told = any(c.dep_ in {"prep", "acl", "relcl", "nummod"} for c in noun.children)
    return not told and is_indefinite(noun) and not any(c.dep_ == "expl" for c in noun.head.children)


def _noun_asserts(context: Context, trigger: Trigger, verbs: dict[int, Trigger]) -> bool:
    token, policy = trigger.token, trigger.sense.asserts
    if token.dep_ in {"compound", "amod", "nmod", "npadvmod"} or (
        token.dep_ == "poss" and not has_time(context, token)
    ):
        return False
    outer = whole(token)
    governor = outer.head.head if outer.dep_ == "pobj" else outer.head
    governing = verbs.get(governor.i)
    over = governing.type.value if governing is not None else ""
    # "Raided hotels, including an attack on ...", "shelled the town after an ambush" tell of two.
    apart = outer.dep_ == "pobj" and outer.head.lower_ in {"including", "after", "following"}
    another = apart and not any(c.dep_ == "acl" for c in outer.children)  # "after a bomb killed two", read as a noun
    if governing is not None and governing.type is trigger.type and outer.dep_ != "nsubj" and not another:
        return is_toll(governing)
    if trigger.type.value == "protest" and is_manner(token):
        return False
    if trigger.type.value == "proposal" and is_under(token) and not has_time(context, token):
        return False
    if is_in_a_name(token) or (is_of_terms(token) and not has_time(context, token)):
        return False
    if (trigger.type.value in _LABELS and is_label(token)) or is_in_bare_heading(token, context.text):
        return False
    if trigger.type.value in _TERMS and held_in(token) is not None:
        return True
    is_denied = token.dep_ == "dobj" and token.head.lemma_ == "deny"  # "denied any raid on the village"
    if policy == "always" or is_denied or is_told_as_done(token, trigger.type):
        return True
    agent = _has_side(context, trigger, _AGENT_SLOTS)
    timed = has_time(context, token)
    # "the truce, which diplomats call a pause" tells nothing of it.
    detailed = has_details(token) and (trigger.type.value != "truce" or has_measure(token) or _has_clause(token, verbs))
    if detailed and token.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass", "conj"} and trigger.type.value in _DETAILED:
        return True
    if is_any(token) and not timed:
        return False
    if trigger.type.value == "agreement" and not is_counted(token):
        answered = over in _ANSWERED and token.dep_ == "dobj"
        if answered and not _has_side(context, trigger, ("between", "by")):
            return False
        return _deal_asserts(context, trigger, timed)
    if trigger.type.value in {"threat", "acceptance"} and kept_by(token) is not None:
        return False
    if trigger.type.value == "threat" and is_met_danger(token):
        return False
    adverbial = outer.dep_ == "pobj" and outer.head.lower_ in {"at", "during", "after", "before", "following", "in"}
    aside = adverbial or is_on_journey(token)
    content = over in _CONTENT_TYPES and not aside
    if content and trigger.type.value not in _CONTENT_TYPES and token.dep_ in {"dobj", "pobj", "nsubjpass"}:
        return ((agent and over in _OF_A_FACT) or timed) and not is_topic(token)
    if policy == "party":
        if token.dep_ == "dobj" and token.head.lemma_ in _EVADES:
            return False
        if trigger.type.value == "proposal" and only_answered(token) and not timed:
            return False
        if agent or has_acting_agent(trigger) or is_promise(token) or _is_voiced(trigger):
            return True
        answered = over in _ANSWERED and token.dep_ == "dobj"
        if answered and trigger.arguments.get("for") and trigger.type.value in {"demand", "proposal"}:
            return True
        return trigger.arguments.light is not None and _has_side(context, trigger, ("subject",))
    if is_counted(token):
        return token.head.head.lemma_ != "round"
    if policy == "light":
        judged = token.dep_ == "attr" and trigger.type.value == "truce" and _is_bare_judgement(token)
        return trigger.arguments.light is not None or (token.dep_ == "attr" and not judged) or occurs(token)
    if trigger.type.value in {"meeting", "mediation"} and only_named(token):
        return False
    if is_topic(token) and not timed:
        return _has_side(context, trigger, ("poss", "by", "between", "modifier"))
    side = _has_side(context, trigger, _SIDE_SLOTS)
    if side or timed or trigger.arguments.light is not None or occurs(token) or is_placed(trigger):
        return True
    if trigger.type.value in _LASTING and token.lemma_ not in _TALKS and token.dep_ in {"nsubj", "nsubjpass"}:
        return True
    if token.dep_ == "pobj" and token.head.lower_ in {"at", "during"} and trigger.type.value == "meeting":
        return is_indefinite(token)
    return is_told_after(token) and (
        is_indefinite(token) or any(True for _ in token.children if _.dep_ in {"amod", "prep"})
    )


def _is_mere_ability(trigger: Trigger) -> bool:
    """Whether a clause only tells what a thing is for or somebody is able to do: "a missile that can hit the capital",
    "its ability to recruit fighters"."""
    token = trigger.token
    if token.dep_ == "acl" and is_to_infinitive(token):
        return token.head.lemma_.lower() in word_class("ability")
    if token.dep_ == "pcomp" and token.head.lower_ == "of":
        return token.head.head.lower_ in {"capable", "incapable"}
    can = {c.lower_ for c in token.children if c.dep_ == "aux"} & {"can", "could", "might"}
    if not can:
        return False
    weapons = word_class("weapon") | {"submarine"}
    if "can" in can and any(c.dep_ == "nsubj" and c.lemma_.lower() in weapons for c in token.children):
        return True
    own = any(c.dep_ == "nsubj" and c.tag_ == "WDT" for c in token.children)
    return token.dep_ == "relcl" and own and token.head.lemma_.lower() in weapons


def _is_habit(context: Context, trigger: Trigger) -> bool:
    """Whether a relative clause in the present tells what a side does as a rule: "who bargains for the ports"."""
    token = trigger.token
    if trigger.type.value not in {"meeting", "agreement"} or token.dep_ != "relcl" or token.tag_ not in {"VBZ", "VBP"}:
        return False
    auxiliaries = any(c.dep_ in {"aux", "auxpass", "neg"} for c in token.children)
    return not auxiliaries and any(c.tag_ == "WDT" for c in token.children) and not _has_clause_time(context, token)


def _has_clause_time(context: Context, verb: "Token") -> bool:
    first, last = verb.left_edge.idx, verb.right_edge.idx + len(verb.right_edge)
    return any(first <= time.span.first and time.span.last <= last for time in context.times)


def _is_asked(token: "Token") -> bool:
    """Whether a clause is only what a reporter asks: "asked whether they would strike, he said"."""
    node = token
    for _ in range(6):
        if node.head == node:
            return False
        marks = {c.lower_ for c in node.children if c.dep_ in {"mark", "advmod"}}
        asked = {"if", "whether", "why", "how"} if node.dep_ == "advcl" else {"if", "whether", "why", "how", "when"}
        if node.dep_ in {"ccomp", "advcl", "xcomp"} and marks & asked:
            return node.head.lemma_ in {"ask", "quiz", "question", "wonder", "press"} and node.head.i < node.i
        node = node.head
    return False


def _is_weighed(token: "Token") -> bool:
    """Whether an act is only judged or imagined: "accepting their terms would mean defeat", "leaving is no option"."""
    over = token.head
    if token.tag_ != "VBG" or token.dep_ not in {"csubj", "csubjpass"}:
        return False
    return (over.tag_ in {"VBZ", "VBP"} and over.lemma_ == "be") or any(c.tag_ == "MD" for c in over.children)


def asserts(context: Context, trigger: Trigger, verbs: dict[int, Trigger]) -> bool:
    """Whether a trigger reports an event.

    `verbs` are the triggers that are verbs, by token index: an event noun under a verb of its own type tells nothing
    more, and the mere content of a demand or an offer is no event of its own unless it has a side or a date.
    """
    token = trigger.token
    if token.i > token.sent.start and token.nbor(-1).lower_ in _QUOTED_AS and token.pos_ != "NOUN":
        return False  # "I heard the word accept"
    if token.sent[-1].text == "?" and token.sent.root == token:
        return False
    if _is_asked(token) or _is_mere_ability(trigger) or _is_habit(context, trigger):
        return False
    if is_ceased(trigger) or is_no_violence(trigger) or is_figure_of_speech(trigger):
        return False
    if token.pos_ in {"NOUN", "PROPN"}:
        return _noun_asserts(context, trigger, verbs)
    if token.pos_ == "ADJ":
        return True
    if _is_weighed(token):
        return False
    if trigger.sense.name == "support" and token.lemma_ in {"support", "back"} and is_purpose(token):
        return False
    greeted = token.lemma_ in {"welcome", "hail", "applaud", "praise"}  # "a move welcomed by", unlike "backed by"
    if token.dep_ == "acl" and token.tag_ in {"VBG", "VBN"} and trigger.sense.name in _STANDING and not greeted:
        # An intransitive verb has no such participle: it is a past tense misread.
        return trigger.sense.name == "clash" and token.tag_ == "VBN"
    return not (token.dep_ == "amod" or (token.tag_ == "VBG" and token.dep_ in {"compound", "nmod"}))
