"""Whether a reported event took place: occurred, planned, proposed or denied, by what governs its trigger."""

from typing import TYPE_CHECKING

from tracker.extract.governors import (
    given_as_content,
    given_by_modifier,
    given_by_noun,
    given_by_verb,
    governor,
)
from tracker.extract.verb_forms import (
    future_in_past,
    is_due,
    is_negated,
    marked_status,
    modal_status,
    own_status,
    status_words,
    under_condition,
)
from tracker.model.mentions import EventType, Status
from tracker.rules import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_MAX_CLIMB = 14
_CLAUSES = {"VERB", "AUX"}
# What is done in words or on the street is done when one sets out to do it: "called to urge", "marched to demand".
_PERFORMED = {
    EventType.DEMAND, EventType.ACCUSATION, EventType.REJECTION, EventType.THREAT, EventType.SUPPORT, EventType.PROTEST,
}  # fmt: skip
# What somebody announces and others then carry out.
_CARRIED_OUT = {
    EventType.AID, EventType.MEETING, EventType.MOBILIZATION, EventType.RELEASE, EventType.WITHDRAWAL,
}  # fmt: skip
# Told as known, with an article, an owner or a day, these are facts, whatever the sentence makes of them.
_KNOWN = {EventType.ATTACK, EventType.DETENTION, EventType.PROTEST, EventType.VIOLATION, EventType.ACCUSATION}
# What is rejected, accepted or studied has been put forward.
_ANSWERED = {EventType.PROPOSAL, EventType.DEMAND, EventType.ACCUSATION, EventType.THREAT}
# "Shots could be heard".
_PERCEIVED = {"hear", "see", "feel"}
_DEFINITE = {"the", "this", "that", "these", "those", "both"}


def _takes_place(verb: "Token") -> bool:
    return verb.lemma_ in word_class("taking_place")


def _is_known(noun: "Token") -> bool:
    """Whether a noun is told as something known: "the attack", "Monday's attack", "Iran's attack"."""
    return any((c.dep_ == "det" and c.lower_ in _DEFINITE) or c.dep_ == "poss" for c in noun.children)


def _is_answered(noun: "Token") -> bool:
    """Whether a noun is what a verb of answering answers: "rejected a proposal by", "the demand was dismissed"."""
    return noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in word_class("answering")


def _known_status(noun: "Token") -> Status:
    """The status of a known act: only what is said of the noun itself, or done to it by name, can undo it."""
    of_itself = given_by_modifier(noun)
    if of_itself is not None:
        return of_itself
    if is_negated(noun):
        return Status.DENIED
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.pos_ in _CLAUSES:
        return given_by_verb(noun.head, noun.dep_) or Status.OCCURRED
    if noun.dep_ == "nsubj" and noun.head.pos_ in _CLAUSES and _takes_place(noun.head):
        return _verb_status(noun.head, 1)
    return Status.OCCURRED


def _noun_status(noun: "Token", depth: int) -> Status:
    by_modifier = given_by_modifier(noun)
    if by_modifier is not None:
        return by_modifier
    if is_negated(noun):
        return Status.DENIED
    if noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        return _noun_status(noun.head, depth + 1)
    governed = governor(noun)
    if governed is None:
        return Status.OCCURRED
    head, link = governed
    if noun.head.lower_ == "without":
        return Status.DENIED
    if noun.dep_ == "pobj" and (noun.head.lower_ in {"before", "until"} or noun.head.head.lower_ == "ahead"):
        return Status.PLANNED
    if head.pos_ in {"VERB", "AUX"}:
        contained = given_as_content(head) if link in {"dobj", "for"} else None
        if contained is not None:
            return contained
        given = given_by_verb(head, link) if link not in {"by", "after", "following", "since", "during"} else None
        above = _verb_status(head, depth + 1)
        if link in {"after", "following", "since", "during", "despite", "amid", "over", "about"}:
            return Status.OCCURRED
        if given is not None and link in {"dobj", "nsubjpass", "for", "to", "on", "from"}:
            if given is Status.DENIED:
                return Status.DENIED if above is Status.OCCURRED else Status.PROPOSED
            return given
        if link in {"nsubj", "nsubjpass"} and is_due(head):
            return Status.PLANNED
        if link == "nsubjpass" and head.lemma_ in _PERCEIVED:
            return Status.OCCURRED
        if link == "nsubj" and above is Status.DENIED and not _takes_place(head):
            return Status.OCCURRED
        if link in {"dobj", "nsubj", "nsubjpass", "attr", "by"}:
            return above
        return Status.OCCURRED if above is Status.DENIED else above
    if head.pos_ in {"NOUN", "PROPN"}:
        given = given_by_noun(head, link)
        if given is not None:
            return given
        if noun.dep_ in {"appos"}:
            return _noun_status(head, depth + 1) if depth < _MAX_CLIMB else Status.OCCURRED
    return Status.OCCURRED


def _verb_status(verb: "Token", depth: int) -> Status:
    if depth > _MAX_CLIMB:
        return Status.OCCURRED
    own = own_status(verb)
    marked = marked_status(verb)
    if marked is not None:
        return marked
    head, dep = verb.head, verb.dep_
    if own in {Status.PLANNED, Status.PROPOSED}:
        return under_condition(verb) or (future_in_past(verb) if own is Status.PROPOSED else None) or own
    if head == verb:
        return own or Status.OCCURRED
    if own is not None:
        if dep == "conj" and own is Status.OCCURRED and head.pos_ in {"VERB", "AUX"}:
            if _goes_on_in_kind(verb):
                return _verb_status(head, depth + 1)
            shared = modal_status(head)
            bare = verb.tag_ in {"VB", "VBP"} and not any(c.dep_ in {"nsubj", "aux"} for c in verb.children)
            return shared if shared is not None and bare else own
        if dep == "ccomp" and own is Status.OCCURRED and head.pos_ == "VERB":
            if (
                verb.tag_ in {"VB", "VBP"}
                and given_by_verb(head, "ccomp") is Status.PROPOSED
                and head.lemma_ in {"demand", "insist", "propose", "suggest", "urge", "ask"}
            ):
                return Status.PROPOSED
            if head.lemma_ == "deny" and verb.i > head.i:
                return Status.DENIED
            if head.lemma_ in {"hope", "wish", "want", "pretend"}:
                return Status.PROPOSED
        if (
            dep in {"relcl", "ccomp", "advcl"}
            and own is Status.OCCURRED
            and verb.tag_ in {"VBZ", "VBP"}
            and head.pos_ in {"VERB"}
        ):
            above = marked_status(head)
            if above is not None:
                return above
        return own
    return _inherited(verb, depth)


def _goes_on_in_kind(verb: "Token") -> bool:
    """Whether a coordinated verb shares what stands over the first: its condition, or its auxiliary ("until raids are
    halted and captives freed")."""
    first = verb.head
    elliptic = (
        verb.tag_ == "VBN" and first.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    )
    return elliptic or (marked_status(first) is not None and verb.tag_ == first.tag_)


def _is_headline(root: "Token") -> bool:
    """Whether a sentence has no finite verb: "Rebels to free captives on Sunday"."""
    return not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in root.sent)


def _inherited(verb: "Token", depth: int) -> Status:
    head, dep = verb.head, verb.dep_
    to_infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if dep == "conj":
        return _verb_status(head, depth + 1) if head.pos_ in {"VERB", "AUX"} else Status.OCCURRED
    governed = governor(verb)
    if governed is None:
        return Status.OCCURRED
    over, link = governed
    if over.pos_ in {"NOUN", "PROPN"}:
        given = given_by_noun(over, link)
        if given is not None:
            return given
        if to_infinitive and over.dep_ == "ROOT" and _is_headline(over):
            return Status.PLANNED
        if to_infinitive:
            return Status.PROPOSED
        return Status.OCCURRED if dep in {"acl", "relcl"} else _noun_status(over, depth + 1)
    if over.pos_ == "ADJ":
        lemma = over.lower_
        if lemma in {
            "due",
            "set",
            "scheduled",
            "ready",
            "prepared",
            "committed",
            "determined",
            "poised",
            "expected",
            "certain",
            "sure",
            "about",
        }:
            return Status.PLANNED
        return Status.PROPOSED
    if over.pos_ in {"VERB", "AUX"}:
        above = _verb_status(over, depth + 1)
        if link in {"without", "instead", "before", "against"}:
            return Status.DENIED if link in {"without", "instead"} else above
        given = given_by_verb(over, link if link not in {"prep"} else "for")
        if given is not None:
            if given is Status.DENIED:
                return (
                    Status.DENIED
                    if above is Status.OCCURRED
                    else (Status.PROPOSED if above is not Status.DENIED else Status.OCCURRED)
                )
            if above is Status.DENIED and given is Status.PLANNED:
                return Status.DENIED
            return given
        if dep == "advcl" and to_infinitive:
            return above if over.lemma_ in {"be", "go", "come"} and above is not Status.OCCURRED else Status.PROPOSED
        if link == "for" and verb.dep_ == "pcomp":
            return Status.OCCURRED if over.lemma_ in word_class("for_a_deed") else Status.PROPOSED
        if to_infinitive and over.lemma_ not in status_words().implicative and dep in {"xcomp", "ccomp", "advcl"}:
            return Status.PROPOSED
        return above
    return Status.OCCURRED


def _sets_out_to(verb: "Token") -> "Token | None":
    """The verb that an infinitive of purpose hangs on: "phoned" in "phoned to urge calm"."""
    to_infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    moves = verb.dep_ == "xcomp" and verb.head.lemma_ in word_class("setting_out")
    return verb.head if to_infinitive and verb.head.pos_ in _CLAUSES and (verb.dep_ == "advcl" or moves) else None


def _tried(verb: "Token") -> "Token | None":
    """The verb of trying over an infinitive: who tries to mediate does mediate."""
    return verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in word_class("attempting") else None


def is_only_announced(verb: "Token", kind: EventType) -> bool:
    """Whether a verb tells an act that is still to be done: "pledged aid", "is heading to the summit"."""
    words = word_class("preparing") | (word_class("announcing") if kind in _CARRIED_OUT else frozenset())
    if verb.pos_ == "VERB" and verb.lemma_ in words:
        return True
    under_way = verb.tag_ == "VBG" and any(
        c.dep_ == "aux" and c.lower_ in {"is", "are", "'re", "'s"} for c in verb.children
    )
    leaves = verb.lemma_ in {"leave", "depart"} and any(c.lower_ == "for" for c in verb.children)
    return kind is EventType.MEETING and verb.lemma_ in word_class("travelling") and (under_way or leaves)


def status(token: "Token", light: "Token | None", kind: EventType) -> Status:
    """The status of the event of a type that a trigger tells; under a light verb that verb decides, unless the noun is
    itself called planned, proposed or off."""
    if token.pos_ in _CLAUSES:
        base = _sets_out_to(token) if kind in _PERFORMED else _tried(token) if kind is EventType.MEDIATION else None
        return _verb_status(base or token, 0)
    if token.pos_ == "ADJ":
        if is_negated(token):
            return Status.DENIED
        return _verb_status(token.head, 0) if token.head.pos_ in {"VERB", "AUX"} else Status.OCCURRED
    if kind in _ANSWERED and _is_answered(token):
        return given_by_modifier(token) or Status.OCCURRED
    if light is not None and token.dep_ in {"dobj", "nsubjpass", "pobj", "conj"}:
        by_modifier = given_by_modifier(token)
        if by_modifier is not None and by_modifier is not Status.PROPOSED:
            return by_modifier
        if is_negated(token):
            return Status.DENIED
        given = given_by_verb(light, token.dep_ if token.dep_ != "conj" else "dobj")
        above = _verb_status(light, 0)
        if given is not None and above is Status.OCCURRED:
            return given
        return above
    if kind in _KNOWN and _is_known(token):
        return _known_status(token)
    return _noun_status(token, 0)
