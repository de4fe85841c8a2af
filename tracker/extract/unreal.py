"""What is told and did not happen: what would have been otherwise, what is advised against, what efforts go on for."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import PROVISOS
from tracker.extract.subjects import is_to_infinitive
from tracker.extract.verb_forms import auxiliaries, is_negated, is_under_an_offer, under_condition
from tracker.model.mentions import Status
from tracker.rules import load_language, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# Within how many words of "had" its participle stands in "had Brazil not pressed them".
_REACH = 9
_PAST = {"VBN", "VBD"}
_GOING_ON = {"begin", "continue", "go", "intensify", "persist", "proceed", "resume", "start"}
_AFTERWARDS = {"eventually", "later", "subsequently", "ultimately"}


def told_from_later(verb: "Token") -> bool:
    """Whether "would" tells what came of what was told before: "days later, Peru would reject it"."""
    if "would" not in auxiliaries(verb) or "have" in auxiliaries(verb) or verb.dep_ not in {"ROOT", "conj"}:
        return False
    later = any(c.lower_ in _AFTERWARDS and c.i < verb.i for c in verb.children)
    return later and under_condition(verb) is None and not is_under_an_offer(verb)


def advised_against(verb: "Token", link: str) -> Status | None:
    """What is not to be done: "warned Chad against shelling the port"; "decided against freeing them" did not."""
    if link != "against":
        return None
    if verb.lemma_ in {"decide", "rule", "vote"}:
        return Status.DENIED
    return Status.PROPOSED if verb.lemma_ in word_class("advising") else None


def unreal_status(verb: "Token") -> Status | None:
    """What a verb tells of the past by telling the contrary; None where it does not: "would not have signed without
    Chad's help" signed, "if Chad had not helped" helped, "if the talks had failed" did not."""
    first = next((t for t in (verb, *verb.ancestors) if t.dep_ != "conj"), verb)
    if first.dep_ in {"ccomp", "pcomp"} and first.head.lower_ in PROVISOS and first.head.i < first.i:
        return Status.PROPOSED  # "takes effect on May 1, provided that the members approve it"
    auxiliary = auxiliaries(verb)
    if "have" in auxiliary and auxiliary & {"would", "could"}:
        return Status.OCCURRED if is_negated(verb) and _is_bound(verb) else None
    if verb.tag_ not in _PAST:
        return None
    before = verb.doc[max(verb.i - _REACH, verb.sent.start) : verb.i]
    had = next(
        (t for t in before if t.lower_ == "had" and not any(g.tag_ in _PAST and g.i > t.i for g in before)), None
    )
    if had is None or not (_opens(had) or _is_after_if(verb)) or not _tells_the_contrary(verb):
        return None
    return Status.OCCURRED if is_negated(verb) else Status.DENIED


def _is_bound(verb: "Token") -> bool:
    """Whether a condition, told to be met, stands under a verb."""
    if any(child.lower_ == "without" or _is_after_if(child) for child in verb.children):
        return True
    return any(token.lower_ == "had" and _opens(token) for token in verb.sent)


def _is_after_if(verb: "Token") -> bool:
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in verb.children)


def _opens(had: "Token") -> bool:
    """ "Had Brazil not pressed them": the verb before its subject stands for "if"."""
    following = had.nbor() if had.i + 1 < had.sent.end else None
    if following is None or following.pos_ not in {"DET", "PRON", "PROPN", "NOUN"}:
        return False
    return any(t.tag_ in _PAST for t in had.doc[had.i + 1 : min(had.i + _REACH, had.sent.end)])


def _tells_the_contrary(verb: "Token") -> bool:
    """Whether another clause of the sentence tells what would have been."""
    return any(
        token != verb and "have" in (found := auxiliaries(token)) and found & {"would", "could"}
        for token in verb.sent
        if token.tag_ == "VBN"
    )


def is_effort(verb: "Token") -> bool:
    """Whether a verb tells to what end efforts or talks go on: "efforts are continuing to free the crew"."""
    over = verb.head
    going_on = verb.dep_ in {"xcomp", "advcl"} and is_to_infinitive(verb) and over.lemma_ in _GOING_ON
    told = (c.lemma_.lower() for c in over.children if c.dep_ == "nsubj")
    return going_on and any(word in word_class("attempts") | word_class("talks") for word in told)


def is_wished(verb: "Token") -> bool:
    """Whether somebody only wishes for what a verb tells: "and, above all, for our son to be freed," she said."""
    is_for = any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children)
    said = verb.dep_ == "ccomp" and verb.i < verb.head.i and verb.head.lemma_ in load_language("en").speech.verbs
    listed = verb.dep_ == "conj" and not is_to_infinitive(verb.head)
    return is_for and (said or listed) and is_to_infinitive(verb)
