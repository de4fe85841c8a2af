"""What a verb's own form and company say of its status: modals, negation, tense, conditions."""

from functools import lru_cache
from typing import TYPE_CHECKING

from tracker.extract.anybody import is_of_anybody
from tracker.extract.lateness import came_late, is_just_done, is_partly_done
from tracker.extract.subjects import is_passive
from tracker.model.mentions import Status
from tracker.rules import load_language, word_class
from tracker.rules.language import StatusWords

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_PERCEIVED = {"hear", "see", "feel"}
_NEGATIONS = {"not", "n't", "never", "nt", "neither", "nor", "hardly", "barely"}
_GERUNDS = {"being", "having", "been"}


@lru_cache(maxsize=1)
def status_words() -> StatusWords:
    return load_language("en").status


def modal_status(verb: "Token") -> Status | None:
    """The status that a modal over the verb gives; None without one."""
    words = status_words()
    for child in verb.children:
        if child.dep_ != "aux":
            continue
        word = child.lower_
        if word in {"can", "could"} and verb.lemma_ in _PERCEIVED and verb.tag_ == "VBN":
            continue  # "shots could be heard"
        if word in words.planned_modals:
            return Status.PLANNED
        if word in words.proposed_modals:
            perfect = any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children)
            in_vain = perfect and word in {"would", "should", "could"} and not _is_in_an_offers_terms(verb)
            return Status.DENIED if in_vain else Status.PROPOSED
    return None


def is_gone_about(verb: "Token") -> bool:
    """Whether the infinitive after a verb tells what was done: "went on to sign", "rushed to deny", and "had to leave",
    which within what somebody says is a duty ("said they had to leave")."""
    if verb.lemma_ == "have":
        return verb.tag_ == "VBD" and verb.dep_ != "ccomp"
    goes_on = verb.lemma_ != "go" or any(c.lower_ == "on" for c in verb.children)
    return goes_on and verb.lemma_ in word_class("going_about")


def is_negated(token: "Token") -> bool:
    """Whether "not", "never" or "no" stands on a verb, its subject or its object, or on a noun, or "nor" before it."""
    if token.dep_ == "conj" and any(c.lower_ == "nor" and token.head.i < c.i < token.i for c in token.head.children):
        return True
    if token.dep_ == "xcomp" and token.tag_ == "VBN" and token.head.lemma_ == "be":  # "is not to be trusted"
        return is_negated(token.head)
    for child in token.children:
        if is_no_longer(child):
            return True
        if child.dep_ == "neg" or child.lower_ in _NEGATIONS:
            only = any(c.lower_ in {"only", "just", "merely"} for c in (*child.children, *_after(child)))
            if not only and not is_just_done(token, child) and not came_late(token) and not is_partly_done(token):
                return True
        if child.dep_ in {"det", "preconj"} and child.lower_ in {"no", "neither"}:
            return True
        if (
            token.pos_ in {"VERB", "AUX"}
            and child.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}
            and (
                (child.lower_ in {"nobody", "none", "nothing", "neither"} and not _is_nothing_but(child))
                or any(c.lower_ in {"no", "neither"} and c.dep_ in {"det", "preconj", "cc"} for c in child.children)
                or _is_not_one(child)
            )
        ):
            return True
    return False


def is_no_longer(word: "Token") -> bool:
    """Whether a word is the end of "no longer"."""
    return word.lower_ == "longer" and word.i > 0 and word.nbor(-1).lower_ == "no"


def _is_not_one(noun: "Token") -> bool:
    """ "Not one has been freed", "not a single post has been agreed"."""
    start = noun.left_edge
    return start.lower_ == "not" and any(t.lower_ in {"one", "a", "single"} for t in _after(start))


def _is_nothing_but(word: "Token") -> bool:
    """ "Sought nothing more than peace", "was nothing but a provocation"."""
    return word.lower_ == "nothing" and any(t.lower_ in {"more", "less", "but", "short", "other"} for t in _after(word))


def _after(token: "Token") -> "list[Token]":
    return [token.nbor()] if token.i + 1 < len(token.doc) else []


def _has(verb: "Token", words: set[str]) -> bool:
    return any(c.lower_ in words for c in verb.children)


def _is_infinitive(verb: "Token") -> bool:
    """Whether a verb with "to" has its subject before it."""
    to = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    return to is not None and any(c.dep_ in {"nsubj", "nsubjpass"} and c.i < to.i for c in verb.children)


def future_phrase(verb: "Token") -> Status | None:
    """ "is going to", "is to", "is about to", "is due to", "is set to", "has yet to", a headline's "Chad to sign"."""
    head = verb.head
    if verb.tag_ == "VB" and (head == verb or (verb.dep_ == "ccomp" and head.i > verb.i)) and _is_infinitive(verb):
        return Status.PLANNED
    if verb.dep_ == "xcomp" and head.lemma_ == "go" and head.tag_ == "VBG":
        return Status.PLANNED
    if verb.dep_ == "xcomp" and head.lemma_ == "be" and any(c.lower_ == "to" for c in verb.children):
        if _has(head, {"yet"}):
            return Status.DENIED
        told = {c.dep_: c.lower_ for c in head.children}  # "it is an affront to wage war", "is possible to restore it"
        judged = "attr" in told or told.get("acomp") in word_class("likely")
        return Status.PROPOSED if judged else Status.PLANNED
    if (verb.dep_ == "xcomp" and head.lemma_ == "have" and _has(head, {"yet"})) or (
        verb.dep_ == "xcomp" and _has(verb, {"yet"})
    ):
        return Status.DENIED
    if verb.dep_ == "xcomp" and head.lemma_ in {"have", "need"} and not is_gone_about(head):
        return Status.PROPOSED
    return None


def _is_to(verb: "Token") -> bool:
    """ "The lorries were to enter the town"."""
    finite = verb.lower_ in {"is", "are", "was", "were"} and not any(c.dep_ in {"attr", "acomp"} for c in verb.children)
    return finite and any(
        c.dep_ == "xcomp" and c.i > verb.i and any(g.lower_ == "to" for g in c.children) for c in verb.children
    )


def _is_wished(verb: "Token") -> bool:
    """Whether a perfect infinitive tells what was only wished: "would like to have met", "was to have met"."""
    head = verb.head
    return modal_status(head) is not None or head.lemma_ in {"be", *status_words().planned, *status_words().proposed}


def auxiliaries(verb: "Token") -> set[str]:
    """The auxiliaries of a verb in lower case."""
    return {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}


def own_status(verb: "Token") -> Status | None:
    """What the verb's own form says; None where it says nothing (infinitives, participles)."""
    helpers = auxiliaries(verb)
    if {"to", "have"} <= helpers and verb.head.lower_ in {"was", "were", "due", "meant", "supposed"}:
        return Status.DENIED  # "were to have met on Friday"
    modal = modal_status(verb)
    if any(c.dep_ == "advmod" and c.lower_ in {"nearly", "almost"} and c.i < verb.i for c in verb.children):
        return Status.DENIED  # "nearly signed the deal"
    if is_negated(verb):
        unable = any(c.dep_ == "aux" and c.lower_ == "could" for c in verb.children)  # "could not attend"
        is_done_without = modal is not Status.PROPOSED or unable or _would_not(verb)
        return Status.DENIED if is_done_without else Status.PROPOSED
    if modal is not None:
        return modal
    future = future_phrase(verb)
    if future is not None:
        return future
    if is_due(verb) or _is_to(verb):
        return Status.PLANNED
    if is_of_anybody(verb):
        return Status.PROPOSED
    if "to" in helpers and "have" in helpers and not _is_wished(verb):
        return Status.OCCURRED
    if "to" in helpers and _has(verb, {"only"}) and verb.dep_ in {"advcl", "xcomp"}:
        return Status.OCCURRED
    if verb.tag_ == "VB" or "to" in helpers:
        return None
    if verb.tag_ == "VBG" and not helpers & {"is", "are", "was", "were", "been", "'s", "'re", "am", "be"}:
        return None
    if verb.dep_ == "pcomp" and helpers and helpers <= _GERUNDS:
        return None  # "without being renewed", "after having been extended"
    if verb.tag_ == "VBN" and helpers == {"be"}:
        # "Recommended that the post be handed over": whoever wishes it decides.
        return None
    if verb.tag_ == "VBN" and not helpers:
        if verb.dep_ == "ccomp":  # "will have its assets frozen": as real as the having
            return None
        return Status.OCCURRED if verb.dep_ in {"acl", "ROOT", "amod", "conj", "relcl"} or is_passive(verb) else None
    return Status.OCCURRED


def _would_not(verb: "Token") -> bool:
    """Whether the verb of a whole sentence, negated, tells what somebody was unwilling to do, under no condition:
    "neither envoy would shake hands"."""
    if verb.dep_ != "ROOT" or not any(c.dep_ == "aux" and c.lower_ == "would" for c in verb.children):
        return False
    marks = (g.lower_ for c in verb.children if c.dep_ == "advcl" for g in c.children if g.dep_ == "mark")
    return not {"if", "unless"} & set(marks) and not is_under_an_offer(verb)


def _is_present(verb: "Token") -> bool:
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return (auxiliaries[0] if auxiliaries else verb).tag_ in {"VBZ", "VBP"}


def marked_status(verb: "Token") -> Status | None:
    """What a subordinating word makes of its clause: "if" a condition."""
    for child in verb.children:
        word = child.lower_
        if child.dep_ in {"mark", "advmod"} and word in status_words().condition_marks:
            if word == "so" and child.dep_ != "mark":
                continue
            if word == "whether" or verb.tag_ not in {"VBD"} or word != "until":
                return Status.PROPOSED
        opens = child.dep_ == "mark" or (child.dep_ == "advmod" and child.i < verb.i)  # "have raided it before" is past
        if opens and word in {"before", "until", "till", "once"} and _is_present(verb):
            return Status.PROPOSED
    return None


def under_condition(verb: "Token") -> Status | None:
    """ "If A pulls back, B will reopen the road": the main clause of a condition is only proposed."""
    conditions = (
        c for c in verb.children if c.dep_ == "advcl" and any(g.lower_ == "if" and g.dep_ == "mark" for g in c.children)
    )
    return Status.PROPOSED if any(conditions) else None


def _is_of_the_past(verb: "Token") -> bool:
    """Whether a verb of saying stands in the past or hangs on one that does: "said", "adding", "quoted as saying"."""
    for _ in range(4):
        quoted = verb.tag_ == "VBN" and any(c.lower_ in {"was", "were"} for c in verb.children)
        if verb.tag_ == "VBD" or quoted:
            return True
        if verb.tag_ != "VBG" or verb.head == verb:
            return False
        verb = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return False


def future_in_past(verb: "Token") -> Status | None:
    """ "said they would hand over", "they would, he said, hand over": "would" under a past report is "will" of what was
    said."""
    would = any(c.dep_ == "aux" and c.lower_ in {"would", "'d"} for c in verb.children)
    head, dep = verb.head, verb.dep_
    if dep == "conj" and head.dep_ == "ccomp":
        head, dep = head.head, "ccomp"
    if would and dep != "ccomp":
        # "Neither, she said, had left, and both would talk"
        above = head.children if dep == "conj" else ()
        head = next((c for c in (*verb.children, *above) if c.dep_ == "parataxis"), head)
        dep = "ccomp" if head.dep_ == "parataxis" else dep
    reports = load_language("en").speech.verbs | word_class("foreseeing")
    said = dep == "ccomp" and head.lemma_ in reports and _is_of_the_past(head)
    said = said and not is_under_an_offer(verb)
    return Status.PLANNED if would and said and head.lemma_ not in status_words().proposed else None


def is_under_an_offer(verb: "Token") -> bool:
    """ "Under the proposal both would pull back, it said": the text's terms, and no plan of the speaker's."""
    frames = (g for c in verb.children if c.dep_ == "prep" and c.lower_ == "under" for g in c.children)
    return any(g.lemma_.lower() in word_class("offers") for g in frames)


def _may_go_on(verb: "Token", first: "Token") -> bool:
    """Whether a form of the past may be a participle with the modal of the verb before: "would have freed ten and
    lifted the siege"."""
    is_modal = modal_status(first) is not None and "have" in auxiliaries(first)
    links = {c.lower_ for c in first.children if c.dep_ == "cc"}
    return is_modal and "but" not in links and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def _is_in_an_offers_terms(verb: "Token") -> bool:
    """Whether a clause tells what an offer is for: "rejected a plan that would have freed ten"."""
    first = verb.head if verb.dep_ == "conj" else verb
    offers = [first.head] if first.dep_ == "relcl" else [c for c in first.children if c.dep_ == "nsubj"]
    return any(t.lemma_.lower() in word_class("offers") for t in offers)


def is_due(verb: "Token") -> bool:
    """ "The truce is due to start", "talks are set for Friday"; "the raid was due to a mistake" tells why."""
    told = (c for c in verb.children if c.dep_ in {"acomp", "attr"} and c.lower_ in {"due", "set", "scheduled"})
    return verb.lemma_ == "be" and any(not any(g.dep_ == "pobj" for g in c.children) for c in told)


def goes_on_in_kind(verb: "Token") -> bool:
    """Whether a coordinated verb shares what stands over the first: its condition, or its auxiliary ("until raids are
    halted and captives freed")."""
    first = verb.head
    is_participle = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and _may_go_on(verb, first))
    elliptic = is_participle and first.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return elliptic or (marked_status(first) is not None and verb.tag_ == first.tag_)


def is_headline(root: "Token") -> bool:
    """Whether a sentence has no finite verb: "Rebels to free captives on Sunday"."""
    return not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in root.sent)
