"""Whether a reported event took place: occurred, planned, proposed or denied, by what governs its trigger."""

from typing import TYPE_CHECKING

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
from tracker.model.mentions import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_MAX_CLIMB = 14


def _governor(token: "Token") -> "tuple[Token, str] | None":
    """The word that governs an infinitive, a gerund or a noun, and how."""
    head, dep = token.head, token.dep_
    if head == token:
        return None
    if dep in {"pobj", "pcomp"}:
        preposition = head
        while preposition.head.dep_ == "prep" and preposition.dep_ in {"prep", "pcomp"}:
            preposition = preposition.head
        if preposition.head == preposition:
            return None
        return preposition.head, head.lower_
    return head, dep


def _by_noun(noun: "Token", link: str) -> Status | None:
    words = status_words()
    lemma = noun.lemma_.lower()
    if link in {"acl", "of", "for", "to", "from", "in", "relcl", "ccomp", "on"}:
        if lemma in words.negative_nouns:
            return Status.DENIED
        if link in {"relcl", "on"}:
            return None
        if lemma in words.planned_nouns and link in {"acl", "for", "to", "of", "ccomp"}:
            return Status.PLANNED
        if lemma in words.proposed_nouns and not (
            lemma in {"talk", "negotiation", "issue", "event", "case"} and link in {"of", "from"}
        ):
            return Status.PROPOSED
    return None


def _by_verb(verb: "Token", link: str) -> Status | None:
    """What a governing verb makes of its complement; None where it leaves it open."""
    words = status_words()
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    lemma = f"{verb.lemma_} {particle}" if f"{verb.lemma_} {particle}" in words.negative else verb.lemma_
    if link in {
        "xcomp",
        "ccomp",
        "dobj",
        "advcl",
        "from",
        "to",
        "for",
        "of",
        "on",
        "nsubjpass",
        "in",
        "attr",
        "oprd",
        "acomp",
        "dative",
        "by",
        "against",
        "pobj",
        "with",
    }:
        if lemma in words.negative and link not in {"advcl", "to", "by"}:
            return Status.DENIED if link in {"xcomp", "from", "dobj", "nsubjpass", "ccomp", "to", "on"} else None
        if link in {"advcl", "by", "with"}:
            return None
        if lemma in words.proposed and (link not in {"in", "of", "against"}):
            return Status.PROPOSED
        if lemma in words.planned and link in {"xcomp", "dobj", "for", "to", "ccomp", "on", "nsubjpass"}:
            return Status.PLANNED
    return None


def _modifier(noun: "Token") -> Status | None:
    words = status_words()
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lower_ in words.planned_modifiers:
            return Status.PLANNED
        if child.dep_ in {"amod", "compound", "det", "advmod"}:
            word = child.lower_
            if word in words.negative_modifiers:
                return Status.DENIED
            if word in words.planned_modifiers:
                return Status.PLANNED
            if word in words.proposed_modifiers:
                return Status.PROPOSED
    return None


def _noun_status(noun: "Token", depth: int) -> Status:
    by_modifier = _modifier(noun)
    if by_modifier is not None:
        return by_modifier
    if is_negated(noun):
        return Status.DENIED
    if noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        return _noun_status(noun.head, depth + 1)
    governed = _governor(noun)
    if governed is None:
        return Status.OCCURRED
    head, link = governed
    if noun.head.lower_ == "without":
        return Status.DENIED
    if head.pos_ in {"VERB", "AUX"}:
        given = _by_verb(head, link) if link not in {"by", "after", "following", "since", "during"} else None
        above = _verb_status(head, depth + 1)
        if link in {"after", "following", "since", "during", "despite", "amid", "over", "about"}:
            return Status.OCCURRED
        if link in {"before", "until"} or noun.head.lower_ in {"ahead"}:
            return Status.PLANNED
        if given is not None and link in {"dobj", "nsubjpass", "for", "to", "on", "from"}:
            if given is Status.DENIED:
                return Status.DENIED if above is Status.OCCURRED else Status.PROPOSED
            return given
        if link in {"nsubj", "nsubjpass"} and is_due(head):
            return Status.PLANNED
        if link in {"dobj", "nsubj", "nsubjpass", "attr", "by"}:
            return above
        return Status.OCCURRED if above is Status.DENIED else above
    if head.pos_ in {"NOUN", "PROPN"}:
        given = _by_noun(head, link)
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
    if marked is not None and own is not Status.DENIED:
        return marked
    head, dep = verb.head, verb.dep_
    if own in {Status.PLANNED, Status.PROPOSED}:
        return under_condition(verb) or (future_in_past(verb) if own is Status.PROPOSED else None) or own
    if head == verb:
        return own or Status.OCCURRED
    if own is not None:
        if dep == "conj" and own is Status.OCCURRED and head.pos_ in {"VERB", "AUX"}:
            shared = modal_status(head)
            bare = verb.tag_ in {"VB", "VBP"} and not any(c.dep_ in {"nsubj", "aux"} for c in verb.children)
            return shared if shared is not None and bare else own
        if dep == "ccomp" and own is Status.OCCURRED and head.pos_ == "VERB":
            if (
                verb.tag_ in {"VB", "VBP"}
                and _by_verb(head, "ccomp") is Status.PROPOSED
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


def _is_headline(root: "Token") -> bool:
    """Whether a sentence has no finite verb: "Rebels to free captives on Sunday"."""
    return not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in root.sent)


def _inherited(verb: "Token", depth: int) -> Status:
    head, dep = verb.head, verb.dep_
    to_infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if dep == "conj":
        return _verb_status(head, depth + 1) if head.pos_ in {"VERB", "AUX"} else Status.OCCURRED
    governed = _governor(verb)
    if governed is None:
        return Status.OCCURRED
    governor, link = governed
    if governor.pos_ in {"NOUN", "PROPN"}:
        given = _by_noun(governor, link)
        if given is not None:
            return given
        if to_infinitive and governor.dep_ == "ROOT" and _is_headline(governor):
            return Status.PLANNED
        if to_infinitive:
            return Status.PROPOSED
        return Status.OCCURRED if dep in {"acl", "relcl"} else _noun_status(governor, depth + 1)
    if governor.pos_ == "ADJ":
        lemma = governor.lower_
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
    if governor.pos_ in {"VERB", "AUX"}:
        above = _verb_status(governor, depth + 1)
        if link in {"without", "instead", "before", "against"}:
            return Status.DENIED if link in {"without", "instead"} else above
        given = _by_verb(governor, link if link not in {"prep"} else "for")
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
            return (
                above if governor.lemma_ in {"be", "go", "come"} and above is not Status.OCCURRED else Status.PROPOSED
            )
        if link == "for" and verb.dep_ == "pcomp":
            return (
                Status.OCCURRED
                if governor.lemma_
                in {"thank", "blame", "criticize", "criticise", "condemn", "praise", "arrest", "accuse", "punish"}
                else Status.PROPOSED
            )
        if to_infinitive and governor.lemma_ not in status_words().implicative and dep in {"xcomp", "ccomp", "advcl"}:
            return Status.PROPOSED
        return above
    return Status.OCCURRED


def status(token: "Token", light: "Token | None") -> Status:
    """The status of the event that a trigger tells; under a light verb that verb decides, unless the noun is itself
    called planned, proposed or off."""
    if token.pos_ in {"VERB", "AUX"}:
        return _verb_status(token, 0)
    if token.pos_ == "ADJ":
        if is_negated(token):
            return Status.DENIED
        return _verb_status(token.head, 0) if token.head.pos_ in {"VERB", "AUX"} else Status.OCCURRED
    if light is not None and token.dep_ in {"dobj", "nsubjpass", "pobj", "conj"}:
        by_modifier = _modifier(token)
        if by_modifier is not None and by_modifier is not Status.PROPOSED:
            return by_modifier
        if is_negated(token):
            return Status.DENIED
        given = _by_verb(light, token.dep_ if token.dep_ != "conj" else "dobj")
        above = _verb_status(light, 0)
        if given is not None and above is Status.OCCURRED:
            return given
        return above
    return _noun_status(token, 0)
