"""Whether a word that could tell an event does: event nouns that are topics, names or parts of compounds do not."""

from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.frames import hyphenated
from tracker.extract.senses import Trigger
from tracker.model.dates import Span
from tracker.rules import load_language, word_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from tracker.model.times import TimeExpression

_SIDE_SLOTS = ("poss", "modifier", "by", "between", "with", "of", "on", "against", "from", "to", "among")
_AGENT_SLOTS = ("poss", "modifier", "by", "between", "from", "of", "subject")
_TOPIC_PREPOSITIONS = {
    "on",
    "about",
    "over",
    "regarding",
    "concerning",
    "for",
    "toward",
    "towards",
    "to",
    "into",
    "like",
    "as",
    "than",
    "of",
}
# Talks, a deal: words that are topics more often than events.
_TALKS = {"talk", "negotiation", "dialogue", "discussion"}
# What is done about sanctions that stand.
_EVADES = {"evade", "dodge", "skirt", "circumvent", "bypass", "avoid", "escape", "flout", "defy", "weather", "survive"}
# What is done with a deal that exists tells nothing of its making.
_MAKES_A_DEAL = {
    "enter",
    "lead",
    "result",
    "announce",
    "reach",
    "sign",
    "strike",
    "make",
    "follow",
    "broker",
    "see",
    "have",
}
_BEFALLS_A_DEAL = {"come", "follow", "end", "collapse", "expire", "begin", "result", "emerge", "happen"}
_SPEAKING = {"brief", "ask", "speak", "talk", "question", "update"}
_SPEAKS_OF = {"on", "about", "over", "regarding", "concerning"}
# Participles that describe a side and tell no event: "troops backed by militias", "rebels fighting the army".
_STANDING = {"support", "clash", "stay", "express condemnation"}
_DETAILED = {"truce", "release", "withdrawal", "meeting"}
_LASTING = {"meeting", "attack", "protest", "truce"}
_CONTENT_TYPES = {"demand", "proposal", "acceptance", "rejection", "threat", "support", "accusation"}


def _has_side(context: Context, trigger: Trigger, slots: tuple[str, ...]) -> bool:
    return any(context.sides(t) for slot in slots for t in trigger.arguments.get(slot))


def _own_times(context: Context, token: "Token") -> "Iterator[TimeExpression]":
    """The time expressions that hang on a noun itself ("the truce of November", "Saturday's attack")."""
    first, last = token.left_edge.idx, token.right_edge.idx + len(token.right_edge)
    for time in context.times:
        if first <= time.span.first and time.span.last <= last and time.type.value in {"DATE", "TIME"}:
            words = context.doc.char_span(time.span.first, time.span.last, alignment_mode="expand")
            if words is None:
                continue
            head = words.root
            while head.head != token and head != head.head and head.pos_ not in {"VERB", "AUX"}:
                head = head.head
            if head.head == token:
                yield time


def has_time(context: Context, token: "Token") -> bool:
    """Whether a time expression hangs on the noun itself."""
    return any(True for _ in _own_times(context, token))


def is_past(context: Context, token: "Token") -> bool:
    """Whether a noun has a day of its own before the article's: "the attacks of 2001"."""
    if token.pos_ != "NOUN" or context.published is None:
        return False
    return any(time.latest is not None and time.latest < context.published for time in _own_times(context, token))


def _occurs(token: "Token") -> bool:
    verb = token.head
    if token.dep_ in {"nsubj", "nsubjpass"} and verb.pos_ in {"VERB", "AUX"}:
        return verb.lemma_ in load_language("en").occurrence_verbs
    subjects = {c.lower_ for c in verb.children if c.dep_ in {"expl", "nsubj"}}
    return token.dep_ == "attr" and verb.lemma_ == "be" and bool(subjects & {"there", "it", "this", "that", "these"})


def _is_topic(token: "Token") -> bool:
    if token.dep_ != "pobj":
        return False
    governor = token.head.head
    if governor.pos_ == "VERB" and token.head.lower_ in _SPEAKS_OF:
        return governor.lemma_ in _SPEAKING | set(load_language("en").speech.verbs)
    return token.head.lower_ in _TOPIC_PREPOSITIONS and governor.pos_ in {"NOUN", "PROPN", "ADJ"}


def _is_any(token: "Token") -> bool:
    """ "any talks would have to include ...": none that are known of."""
    return token.dep_ in {"nsubj", "nsubjpass"} and any(c.dep_ == "det" and c.lower_ == "any" for c in token.children)


def _deal_asserts(context: Context, trigger: Trigger, timed: bool) -> bool:
    """Whether the noun for a deal tells that it is made: with its day, with both sides, under a verb that makes deals.

    "The deal requires ...", "under the treaty", "implement the accord" only speak of it.
    """
    token, light = trigger.token, trigger.arguments.light
    between = _has_side(context, trigger, ("between", "among", "by"))
    if light is not None and light.lemma_ in _MAKES_A_DEAL:
        return True
    if timed or between:
        return True
    if _is_topic(token):
        return False
    subject = token.dep_ in {"nsubj", "nsubjpass"}
    if subject and token.head.lemma_ in _BEFALLS_A_DEAL:
        return True
    definite = any(c.dep_ in {"det", "poss"} and c.lower_ not in {"a", "an"} for c in token.children)
    return not definite and not subject and _has_side(context, trigger, ("with",))


def _is_told_after(token: "Token") -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in {"after", "following", "during", "amid", "since"}


def _is_counted(token: "Token") -> bool:
    """ "two days of talks", "a wave of attacks": the event is told with its length or number."""
    return (
        token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in word_class("counter")
    )


def _whole(token: "Token") -> "Token":
    """What an event noun is counted in or listed with, else the noun: "round" in "a second round of talks"."""
    while _is_counted(token) or (token.dep_ == "conj" and token.head.pos_ == "NOUN"):
        token = token.head if token.dep_ == "conj" else token.head.head
    return token


def _is_manner(token: "Token") -> bool:
    """Whether a bare noun only tells how or why: "closed the embassy in protest"."""
    return token.tag_ == "NN" and token.dep_ == "pobj" and token.head.lower_ == "in" and not list(token.lefts)


def _is_placed(trigger: Trigger) -> bool:
    """Whether a named place hangs on the noun: "talks in Cairo", "an incursion into Syria"."""
    return any(
        t.ent_type_ in {"GPE", "LOC", "FAC"}
        for p in ("in", "at", "into", "near", "across")
        for t in trigger.arguments.get(p)
        if t.head.head == trigger.token
    )


def _has_measure(token: "Token") -> bool:
    """Whether a noun is told with its length: "a seven-day truce"."""
    return any(
        c.dep_ in {"compound", "amod", "nmod"}
        and c.lemma_ in {"day", "week", "month", "hour"}
        and any(g.like_num or g.lower_ == "-" for g in c.children)
        for c in token.children
    )


def has_details(token: "Token") -> bool:
    """Whether an event noun is told with details of its own: its length, or a clause on what it brings."""
    return _has_measure(token) or any(c.dep_ == "relcl" for c in token.children)


def _has_clause(token: "Token", verbs: dict[int, Trigger]) -> bool:
    """Whether a relative clause of a noun tells an event: "a truce that would free the hostages"."""
    return any(c.dep_ == "relcl" and any(t.i in verbs for t in c.subtree) for c in token.children)


def _is_indefinite(token: "Token") -> bool:
    determiners = {c.lower_ for c in token.children if c.dep_ in {"det", "nummod", "poss"}}
    counted = any(c.dep_ == "nummod" for c in token.children)
    return (
        counted
        or bool(determiners & {"a", "an", "another", "several", "two", "both"})
        or (not determiners and token.tag_ == "NNS")
    )


def _noun_asserts(context: Context, trigger: Trigger, verbs: dict[int, Trigger]) -> bool:
    token, policy = trigger.token, trigger.sense.asserts
    if token.dep_ in {"compound", "amod", "nmod", "npadvmod"} or (
        token.dep_ == "poss" and not has_time(context, token)
    ):
        return False
    whole = _whole(token)
    governor = whole.head.head if whole.dep_ == "pobj" else whole.head
    governing = verbs.get(governor.i)
    if governing is not None and governing.type is trigger.type and whole.dep_ != "nsubj":
        return False
    if trigger.type.value == "protest" and _is_manner(token):
        return False
    if policy == "always":
        return True
    agent = _has_side(context, trigger, _AGENT_SLOTS)
    timed = has_time(context, token)
    # "the truce, which diplomats call a pause" tells nothing of it.
    detailed = has_details(token) and (
        trigger.type.value != "truce" or _has_measure(token) or _has_clause(token, verbs)
    )
    if detailed and token.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass", "conj"} and trigger.type.value in _DETAILED:
        return True
    if _is_any(token) and not timed:
        return False
    if trigger.type.value == "agreement" and not _is_counted(token):
        return _deal_asserts(context, trigger, timed)
    if policy == "party":
        if token.dep_ == "dobj" and token.head.lemma_ in _EVADES:
            return False
        return agent or (trigger.arguments.light is not None and _has_side(context, trigger, ("subject",)))
    aside = token.dep_ == "pobj" and token.head.lower_ in {"at", "during", "after", "before", "following", "in"}
    content = governing is not None and governing.type.value in _CONTENT_TYPES and not aside
    if governing is not None and content and token.dep_ in {"dobj", "pobj", "nsubjpass"}:
        own = agent and governing.type.value != "demand"
        return (own or timed) and not _is_topic(token)
    if _is_counted(token):
        return token.head.head.lemma_ != "round"
    if policy == "light":
        return trigger.arguments.light is not None or token.dep_ == "attr" or _occurs(token)
    if _is_topic(token) and not timed:
        return _has_side(context, trigger, ("poss", "by", "between", "modifier")) and token.head.head.lemma_ not in {
            "talk", "negotiation", "discussion", "effort", "hope", "process", "chance", "prospect",
        }  # fmt: skip
    side = _has_side(context, trigger, _SIDE_SLOTS)
    if side or timed or trigger.arguments.light is not None or _occurs(token) or _is_placed(trigger):
        return True
    if trigger.type.value in _LASTING and token.lemma_ not in _TALKS and token.dep_ in {"nsubj", "nsubjpass"}:
        return True
    if token.dep_ == "pobj" and token.head.lower_ in {"at", "during"} and trigger.type.value == "meeting":
        return _is_indefinite(token)
    return _is_told_after(token) and (
        _is_indefinite(token) or any(True for _ in token.children if _.dep_ in {"amod", "prep"})
    )


def asserts(context: Context, trigger: Trigger, verbs: dict[int, Trigger]) -> bool:
    """Whether a trigger reports an event.

    `verbs` are the triggers that are verbs, by token index: an event noun under a verb of its own type tells nothing
    more, and the mere content of a demand or an offer is no event of its own unless it has a side or a date.
    """
    token = trigger.token
    if token.sent[-1].text == "?" and token.sent.root == token:
        return False
    if token.pos_ in {"NOUN", "PROPN"}:
        return _noun_asserts(context, trigger, verbs)
    if token.pos_ == "ADJ":
        return True
    if token.dep_ == "acl" and token.tag_ in {"VBG", "VBN"} and trigger.sense.name in _STANDING:
        return False
    return not (token.dep_ == "amod" or (token.tag_ == "VBG" and token.dep_ == "compound"))


def phrase(trigger: Trigger) -> Span:
    """The characters of the trigger: the word with its particle, and from the light verb where that stands close."""
    token = trigger.token
    words = [token]
    if trigger.entry.particle:
        first = trigger.entry.particle.split()[0]
        words += [c for c in token.children if c.lower_ == first and abs(c.i - token.i) <= 3]
    if trigger.entry.modifier:
        words += [c for c in trigger.arguments.get("modifier") if c.lemma_.lower() == trigger.entry.modifier]
    light = trigger.arguments.light
    if light is not None and 0 < token.i - light.i <= 4:
        words.append(light)
    if hyphenated(token):
        words += [c for c in token.lefts if c.i >= token.i - 2]
    first_token, last_token = min(words, key=lambda t: t.i), max(words, key=lambda t: t.i)
    return Span(first_token.idx, last_token.idx + len(last_token))
