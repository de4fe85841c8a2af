"""Events told by a noun whose time a word behind it gives: "talks set to begin on Monday", "a strike due next week"."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import SUBJECTS, VERBS
from tracker.extract.subjects import is_to_infinitive
from tracker.extract.verb_forms import auxiliaries, is_due, is_negated, status_words
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# How far behind its noun such a word may stand: "talks with the rebels in Oslo due on Friday".
_REACH = 9
_WITHIN = {"pobj", "prep", "compound", "conj", "appos"}
_INTENDING = {"aim", "hope", "intend", "mean", "plan", "want"}
_WAS = {"was", "were", "been"}
_HAPPEN = {"begin", "happen", "occur", "open", "start", "take"}


def scheduler(noun: "Token") -> "Token | None":
    """The participle or "due" behind a noun that puts it on a day to come, wherever the parser hangs it, or the verb by
    which somebody means to hold it ("the talks she plans to convene"); None where the plan is told as given up
    ("originally due")."""
    for clause in noun.children:
        if clause.dep_ == "relcl" and clause.lemma_ in _INTENDING and clause.tag_ in {"VBZ", "VBP"}:
            return clause if any(c.dep_ == "xcomp" for c in clause.children) else None
    for word in noun.doc[noun.i + 1 : min(noun.i + _REACH, noun.sent.end)]:
        if word.tag_ == "VBD" and word.lemma_ in word_class("scheduling") and _is_heading(word, noun):
            return word
        if word.pos_ in {"AUX", "SCONJ"} or word.tag_ in {"VBD", "VBZ", "VBP", "WDT", "WP", "CC"}:
            return None
        before = word.nbor(-2 if word.nbor(-1).is_punct else -1)
        due = word.lower_ == "due" and _is_of_time(word) and _hangs_within(before, noun)
        freed = any(c.dep_ in {"oprd", "acomp"} for c in word.children)  # "captives set free"
        freed = freed or any(g.lower_ == "fire" for c in word.children for g in c.children)  # "homes set on fire"
        by = word.lemma_ == "set" and any(c.dep_ == "agent" for c in word.children)  # "an ultimatum set by the rebels"
        planned = word.tag_ == "VBN" and word.lemma_ in word_class("scheduling") and not freed and not by
        behind = word.dep_ == "acl" and _hangs_within(word.head, noun)
        # "Talks with the rebels, slated for Friday": the parser hangs it on the verb.
        apart = word.dep_ == "advcl" and word.nbor(-1).is_punct and _hangs_within(before, noun)
        if due or (planned and (behind or apart)):
            dropped = any(c.lower_ in {"originally", "initially", "previously"} for c in word.children)
            return None if dropped else word
    return None


def must(verb: "Token") -> bool:
    """Whether a verb tells what is to be done: "the army must withdraw by May"; not what must if something is to be."""
    clauses = (verb, *(c for c in verb.children if c.dep_ == "advcl"))
    is_if = any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for clause in clauses for c in clause.children)
    return any(c.lower_ == "must" and c.dep_ == "aux" for c in verb.children) and not is_if


def plan_that_failed(token: "Token") -> "Token | None":
    """The verb that tells what was planned and did not come: "the talks had been due on Saturday", "the two were due to
    meet on Saturday but the talks were put off"; None where the plan may still hold."""
    plan = token.head if token.dep_ in SUBJECTS else token
    if plan.dep_ == "xcomp" and is_to_infinitive(plan):
        plan = plan.head if plan.head.pos_ in VERBS else plan.head.head
    helpers = auxiliaries(plan)
    passive = plan.tag_ == "VBN" and plan.lemma_ in word_class("scheduling") and any(h in helpers for h in _WAS)
    if not passive and not is_due(plan):
        return None
    links = [c for c in plan.children if c.lower_ == "but"]
    went_on = not links and any(c.dep_ == "conj" for c in plan.children)  # "had been due on Saturday and took place"
    if "had" in helpers and plan.dep_ == "ROOT" and not went_on:
        return plan
    is_past = bool(helpers & _WAS) or plan.tag_ == "VBD"
    then = next((c for c in plan.children if c.dep_ == "conj" and links and c.i > links[0].i), None)
    if not is_past or then is None:
        return None
    particle = next((f" {c.lower_}" for c in then.children if c.dep_ == "prt"), "")
    is_off = then.lemma_ in word_class("putting_off") or then.lemma_ + particle in status_words().negative
    return plan if is_off or is_negated(then) else None


def _is_heading(verb: "Token", noun: "Token") -> bool:
    """Whether a heading leaves out the auxiliary of a noun's verb: "Two walkouts planned"."""
    done = any(c.dep_ in {"dobj", "xcomp", "ccomp"} for c in verb.children)
    return noun.dep_ == "nsubj" and noun.head == verb and verb.dep_ == "ROOT" and not done


def begun_by(verb: "Token") -> "Token | None":
    """The noun whose phrase a clause on its beginning closes: "the last delivery to the town, which took place in May",
    "a visit to Ghana beginning on Monday"; None where the clause hangs on the noun itself."""
    if verb.dep_ == "prep" and verb.tag_ == "VBG" and verb.lemma_ in _HAPPEN:
        return next((w for w in reversed(verb.doc[verb.sent.start : verb.i]) if w.pos_ in {"NOUN", "PROPN"}), None)
    clause = verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBG")
    return verb.head if clause and verb.lemma_ in _HAPPEN else None


def over(noun: "Token") -> "Token":
    """The noun in whose phrase another stands, one step up: "delivery" over "town" in "the delivery to the town"."""
    node = noun.head if noun.dep_ in _WITHIN else noun
    while node.pos_ not in {"NOUN", "PROPN"} and node.dep_ in _WITHIN:
        node = node.head
    return node


def _is_of_time(due: "Token") -> bool:
    """Whether "due" tells of what is to come, not why: "due to begin", "due on Friday", not "due to the rain"."""
    cause = due.i + 1 < len(due.doc) and due.nbor().lower_ == "to"
    return not cause or any(c.dep_ == "xcomp" for c in due.children)


def _hangs_within(node: "Token", noun: "Token") -> bool:
    while node != noun and node.dep_ in _WITHIN:
        node = node.head
    return node == noun


def does_not_take_place(noun: "Token") -> bool:
    """Whether a noun is the subject of what tells that it is not held: "Monday's talks will not take place"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or not is_negated(verb):
        return False
    beside = {c.lower_ for c in verb.children}
    phrase = (verb.lemma_ == "take" and "place" in beside) or (verb.lemma_ == "go" and "ahead" in beside)
    return phrase or verb.lemma_ in {"happen", "occur", "proceed"}
