"""Constructions that settle by themselves whether an act took place, whatever verb or noun stands above."""

from functools import lru_cache
from typing import TYPE_CHECKING

from tracker.extract.subjects import is_to_infinitive
from tracker.extract.verb_forms import auxiliaries, is_negated, modal_status
from tracker.model.mentions import EventType, Status
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_CLAUSES = {"VERB", "AUX"}
_BE_PAST = {"was", "were"}
# "The first to condemn it", "the only envoy to attend": who is ranked by a deed has done it.
_RANKS = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "last", "latest", "only", "next-to-last"}
_ORIGINALLY = {"originally", "initially", "previously"}
# What one decides, votes or chooses to do in words or by law is done by the decision.
_DECIDED = {
    EventType.ACCEPTANCE, EventType.REJECTION, EventType.ACCUSATION, EventType.SUPPORT, EventType.DEMAND,
    EventType.SUSPENSION, EventType.SANCTION,
}  # fmt: skip
# Types whose verb in the present, with a weekday, tells what is scheduled: "they meet on Friday".
_SCHEDULED = {EventType.MEETING, EventType.MEDIATION, EventType.AGREEMENT, EventType.TRUCE}
_SCHEDULING_CLAUSES = {"ROOT", "ccomp", "conj", "relcl"}
# Of verbs that have other meanings too, the word with which they tell that a word is kept.
_KEPT_WITH = {"carry": "out", "make": "good", "follow": "through", "live": "up"}
_TO_COME = {"when", "after", "as"}
_TIMES = {"date", "day", "hour", "moment", "morning", "week"}


@lru_cache(maxsize=1)
def _doers() -> frozenset[str]:
    names = ("person_or_party", "captive", "force", "hostages", "prisoners", "workers", "doers")
    return frozenset().union(*(word_class(name) for name in names))


def ranked_by(verb: "Token") -> "Token | None":
    """The noun that an infinitive ranks by a deed: "country" in "the first country to condemn the raid". Not "the
    first attempt to", "the only way to", whose infinitive tells an aim."""
    if not is_to_infinitive(verb) or verb.dep_ not in {"acl", "relcl", "xcomp", "advcl"}:
        return None
    noun = verb.head
    if verb.dep_ in {"xcomp", "advcl"}:
        noun = next((c for c in noun.children if c.dep_ == "attr" and c.i < verb.i), noun)
    doer = noun.pos_ in {"PROPN", "PRON"} or noun.lower_ in _RANKS or noun.lemma_.lower() in _doers()
    if not doer or noun.pos_ in _CLAUSES:
        return None
    ranked = noun.lower_ in _RANKS or any(c.lower_ in _RANKS or c.tag_ == "JJS" for c in noun.children)
    return noun if ranked else None


def kept_by(word: "Token") -> "Token | None":
    """The verb that tells that somebody does what they have threatened or promised, over the noun for their word: "made
    good on" in "made good on its threat to strike"."""
    if word.lemma_.lower() not in word_class("given_words") or word.dep_ not in {"dobj", "nsubjpass", "pobj"}:
        return None
    verb = word.head.head if word.dep_ == "pobj" else word.head
    if verb.lemma_ not in word_class("keeping_ones_word"):
        return None
    needed = _KEPT_WITH.get(verb.lemma_)
    return verb if needed is None or any(c.lower_ == needed for c in verb.children) else None


def decided_by(verb: "Token", kind: EventType) -> "Token | None":
    """The verb or noun of deciding over an infinitive that does what it says: "voted to reject", "its decision to
    penalise"; that of keeping one's word over what was promised: "carried out its threat to close the port"."""
    if verb.dep_ == "acl" and is_to_infinitive(verb) and (kept := kept_by(verb.head)) is not None:
        return kept
    decides = verb.head.lemma_.lower() in word_class("deciding") and verb.dep_ in {"xcomp", "acl", "ccomp", "advcl"}
    return verb.head if decides and kind in _DECIDED and is_to_infinitive(verb) else None


def is_denied_report(verb: "Token") -> bool:
    """Whether a clause is what somebody calls untrue, "dismissed reports that it had shelled the town", "reports that
    it had shelled the town were false", or what nothing shows: "there was no sign that it had left"."""
    noun = verb.head
    if verb.dep_ in {"acl", "ccomp", "relcl"} and noun.lemma_.lower() in word_class("signs"):
        return is_negated(noun)
    if verb.dep_ not in {"acl", "ccomp", "relcl"} or noun.lemma_.lower() not in word_class("tellings"):
        return False
    told = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    above = noun.head
    if told and noun.dep_ == "nsubj" and above.lemma_ == "be" and not is_negated(above):
        return any(c.dep_ in {"acomp", "attr"} and c.lemma_.lower() in word_class("untrue") for c in above.children)
    return (
        told and noun.dep_ in {"dobj", "nsubjpass"} and above.lemma_ in word_class("denying") and above.pos_ == "VERB"
    )


def is_disavowed(verb: "Token") -> bool:
    """ "Denied ever having met them", "did not recall having signed"."""
    having = verb.tag_ == "VBG" or any(c.lower_ == "having" for c in verb.children)
    above = verb.head
    if not having or verb.dep_ not in {"xcomp", "ccomp", "pcomp"} or above.pos_ not in _CLAUSES:
        return False
    if above.lemma_ == "deny":
        return not is_negated(above)
    return is_negated(above) and above.lemma_ in word_class("remembering")


def fell_short(verb: "Token") -> bool:
    """Whether a gerund is what nobody came to do: "stopped short of freeing them", "came close to freeing them", "ruled
    out freeing them", which the parser makes a clause beside."""
    if verb.tag_ != "VBG":
        return False
    if verb.dep_ == "pcomp" and verb.head.lower_ in {"of", "to"}:
        short = verb.head.head
        return short.lower_ in {"short", "close"} and short.head.lemma_ in {"stop", "fall", "come", "pull"}
    over = verb.head
    ruled_out = over.lemma_ == "rule" and any(c.dep_ == "prt" and c.lower_ == "out" for c in over.children)
    return verb.dep_ == "advcl" and ruled_out and verb.i == max(c.i for c in over.children if c.dep_ == "prt") + 1


def was_dropped(verb: "Token") -> bool:
    """Whether a plan told in the past did not come about: "were meant to begin on Monday but", "had been due to"."""
    plan = verb.head
    if verb.dep_ not in {"xcomp", "ccomp"} or not is_to_infinitive(verb):
        return False
    carrier = plan.head if plan.pos_ == "ADJ" else plan
    if plan.lemma_ not in word_class("scheduling") and plan.lower_ not in word_class("scheduling"):
        return False
    auxiliaries = {c.lower_ for c in (*plan.children, *carrier.children) if c.dep_ in {"aux", "auxpass"}}
    past = bool(auxiliaries & (_BE_PAST | {"had"})) or carrier.lower_ in _BE_PAST
    if not past:
        return False
    words = {c.lower_ for c in (*plan.children, *carrier.children, *verb.children) if c.dep_ in {"advmod", "cc"}}
    return "had" in auxiliaries or bool(words & (_ORIGINALLY | {"but"}))


def is_scheduled(verb: "Token", kind: EventType) -> bool:
    """Whether a verb in the simple present tells what is to come on a weekday: "the two meet on Friday"."""
    if kind not in _SCHEDULED or verb.tag_ not in {"VBZ", "VBP"} or verb.dep_ not in _SCHEDULING_CLAUSES:
        return False
    if any(c.dep_ in {"aux", "auxpass", "mark"} for c in verb.children):
        return False
    times = [c for c in verb.children if c.dep_ == "npadvmod"]
    times += [g for c in verb.children if c.dep_ == "prep" and c.lower_ == "on" for g in c.children]
    days = word_class("weekday") | {"tomorrow"}
    return any(t.lower_ in days and not any(c.lower_ == "last" for c in t.children) for t in times)


def comes_with(verb: "Token") -> Status | None:
    """What a clause of time tells that hangs on a verb of the future: "will reopen when the envoys return",
    "after they return", "on the day on which they return"; with "only" a condition."""
    above = verb.head
    if verb.dep_ == "relcl" and verb.tag_ in {"VBZ", "VBP"} and above.lemma_ in _TIMES and above.dep_ == "pobj":
        return modal_status(above.head.head)
    marks = {c.lower_: c for c in verb.children if c.dep_ in {"mark", "advmod"}}
    present = verb.tag_ in {"VBZ", "VBP"} or (
        verb.tag_ == "VBN" and not any(c.lower_ in {"was", "were", "had", "has", "have"} for c in verb.children)
    )
    if verb.dep_ != "advcl" or not present or not marks.keys() & (_TO_COME | {"once"}):
        return None
    only = any(c.lower_ == "only" for c in (*verb.children, *(g for m in marks.values() for g in m.children)))
    if only or "once" in marks:
        return Status.PROPOSED
    to_come = "when" in marks or ("after" in marks and verb.tag_ != "VBN")
    return Status.PLANNED if modal_status(above) is not None and to_come else None


def is_aftermath(verb: "Token") -> bool:
    """Whether a participle tells what a refusal led to: "will not attend, derailing the talks"."""
    above = verb.head
    marked = any(c.dep_ in {"mark", "aux", "auxpass"} for c in verb.children)
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > above.i and not marked and is_negated(above)


def is_charged(verb: "Token") -> bool:
    """Whether a gerund tells a deed that is alleged: "for allegedly arming the rebels"."""
    return any(c.lower_ in {"allegedly", "reportedly", "purportedly", "apparently"} for c in verb.children)


def is_under_way(verb: "Token") -> bool:
    """ "Are finalising the deal", "a deal being finalised"."""
    helpers = auxiliaries(verb)
    return (verb.tag_ == "VBG" and bool(helpers & {"is", "are", "'s", "'re"})) or "being" in helpers


def is_held_possible(verb: "Token") -> bool:
    """Whether a clause tells what somebody may come to think: "will strike if it believes they broke their word"."""
    over = verb.head
    thought = verb.dep_ == "ccomp" and over.lemma_ in {
        "believe",
        "conclude",
        "decide",
        "feel",
        "find",
        "judge",
        "think",
    }
    return thought and any(c.dep_ == "mark" and c.lower_ == "if" for c in over.children)
