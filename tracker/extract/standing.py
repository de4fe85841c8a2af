"""What the sentence around a verb or a noun makes of it: occurred, planned, proposed or denied, whatever its type."""

from typing import TYPE_CHECKING

from tracker.extract.governors import (
    comes_first,
    given_by_dependence,
    given_by_modifier,
    given_by_noun,
    given_by_verb,
    governor,
    is_content_asked_for,
    is_given_up,
    is_in_vain,
    is_needed,
    is_of_what_is_off,
)
from tracker.extract.settled import (
    comes_with,
    fell_short,
    is_aftermath,
    is_charged,
    is_denied_report,
    is_disavowed,
    ranked_by,
    was_dropped,
)
from tracker.extract.subjects import is_to_infinitive
from tracker.extract.term_lists import held_in
from tracker.extract.unreal import advised_against, is_wished, unreal_status
from tracker.extract.verb_forms import (
    auxiliaries,
    future_in_past,
    goes_on_in_kind,
    is_due,
    is_gone_about,
    is_headline,
    is_negated,
    marked_status,
    modal_status,
    own_status,
    status_words,
    under_condition,
)
from tracker.model.mentions import Status
from tracker.rules import load_language, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_MAX_CLIMB = 14
_AWAITING = {"await", "expect", "need", "require", "wait"}
_BRINGING, _SEEING_TO = {"mean", "see"}, {"assure", "check", "ensure", "guarantee", "verify"}
_CLAUSES = {"VERB", "AUX"}
_INDICATIVE = {"am", "are", "'re", "have"}
_DEFINITE = {"the", "this", "that", "these", "those", "both"}


def _takes_place(verb: "Token") -> bool:
    is_copula = verb.lemma_ == "be" and any(c.dep_ == "attr" for c in verb.children)
    return verb.lemma_ in word_class("taking_place") and not is_copula


def is_known(noun: "Token") -> bool:
    """Whether a noun is told as something known: "the attack", "Monday's attack", "Iran's attack"."""
    return any((c.dep_ == "det" and c.lower_ in _DEFINITE) or c.dep_ == "poss" for c in noun.children)


def _is_past_passive(verb: "Token") -> bool:
    return any(c.dep_ == "auxpass" and c.lower_ in {"was", "were"} for c in verb.children)


def _is_told_of(verb: "Token", above: Status) -> bool:
    """Whether a negated passive denies something of an act, not the act: "the raid was not linked to the talks"."""
    return above is Status.DENIED and is_negated(verb) and verb.lemma_ not in load_language("en").light_verbs


def known_status(noun: "Token") -> Status:
    """The status of a known act: only what is said of the noun itself, or done to it by name, can undo it."""
    of_itself = given_by_modifier(noun) or given_by_dependence(noun)
    if of_itself is not None:
        return of_itself
    if is_negated(noun):
        return Status.DENIED
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":  # "it would be the third strike this year"
        return modal_status(noun.head) or Status.OCCURRED
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.pos_ in _CLAUSES:
        if noun.head.lemma_ == "announce":
            return Status.OCCURRED
        return given_by_verb(noun.head, noun.dep_) or Status.OCCURRED
    if noun.dep_ == "nsubj" and noun.head.pos_ in _CLAUSES and _takes_place(noun.head):
        return verb_status(noun.head, 1)
    return Status.OCCURRED


# "The talks failed due to their refusal": a cause is a fact, whatever became of what it caused.
_CAUSES = {"because", "due", "owing", "thanks"}


def noun_status(noun: "Token", depth: int = 0) -> Status:
    """The status that a noun's words, governor and clause give to what it names; `depth` counts the climb."""
    by_modifier = given_by_modifier(noun) or given_by_dependence(noun)
    if by_modifier is not None:
        return by_modifier
    if is_negated(noun):
        return Status.DENIED
    listed = held_in(noun)
    if listed is not None:
        return listed
    if noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        return noun_status(noun.head, depth + 1)
    governed = governor(noun)
    if governed is None:
        return Status.OCCURRED
    head, link = governed
    if noun.head.lower_ == "without":
        return Status.DENIED
    if noun.head.lower_ == "following" or (noun.dep_ == "pobj" and _CAUSES & {noun.head.lower_, noun.head.head.lower_}):
        return Status.OCCURRED
    if noun.dep_ == "pobj" and (noun.head.lower_ in {"before", "until"} or noun.head.head.lower_ == "ahead"):
        return Status.PLANNED
    if head.pos_ in {"VERB", "AUX"}:
        if link == "dobj" and head.dep_ == "relcl" and head.lemma_ in word_class("containing"):
            # "Insists on the second phase, which includes their release": as real as the phase.
            contained = noun_status(head.head, depth + 1) if depth < _MAX_CLIMB else None
            if contained not in {None, Status.OCCURRED}:
                return contained
        given = given_by_verb(head, link) if link not in {"by", "after", "following", "since", "during"} else None
        above = verb_status(head, depth + 1)
        judged = link == "for" and head.lemma_ in word_class("for_a_deed")
        if judged or link in {"after", "following", "since", "during", "despite", "amid", "over", "about"}:
            return Status.OCCURRED
        if link == "nsubjpass" and head.lemma_ in {"design", "intend", "aim"} and _is_past_passive(head):
            return Status.OCCURRED
        if given is not None and link in {"dobj", "oprd", "nsubjpass", "for", "to", "on", "from"}:
            if given is Status.DENIED:
                return Status.DENIED if above is Status.OCCURRED else Status.PROPOSED
            return given
        if link in {"nsubj", "nsubjpass"} and is_due(head):
            return Status.PLANNED
        if link == "nsubjpass" and _is_told_of(head, above):
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
        if link == "on" and head.lemma_.lower() in word_class("restraints"):
            lifted = head.dep_ in {"dobj", "nsubjpass"} and head.head.lemma_ in word_class("lifting_restraints")
            return verb_status(head.head, depth + 1) if lifted and depth < _MAX_CLIMB else Status.DENIED
        if link in {"for", "with"} and head.dep_ == "pobj" and head.head.head.lower_ == "ahead":
            return Status.PLANNED
        first = head.head if head.dep_ == "conj" else head
        told = link == "at" and first.dep_ == "attr"  # "it could be a letter or words at a meeting of the council"
        if noun.dep_ == "appos" or told:
            return noun_status(head, depth + 1) if depth < _MAX_CLIMB else Status.OCCURRED
    return Status.OCCURRED


def verb_status(verb: "Token", depth: int = 0) -> Status:
    """The status that a verb's form, marks and governors give to what it tells; `depth` counts the climb."""
    if depth > _MAX_CLIMB:
        return Status.OCCURRED
    own = own_status(verb)
    marked = unreal_status(verb) or marked_status(verb) or comes_with(verb)
    if marked is not None:
        return marked
    called_off = verb.lemma_ in word_class("scheduling") and is_of_what_is_off(verb)
    if is_denied_report(verb) or is_disavowed(verb) or was_dropped(verb) or fell_short(verb) or called_off:
        return Status.DENIED
    head, dep = verb.head, verb.dep_
    if own in {None, Status.OCCURRED} and (is_needed(verb) or is_wished(verb)):
        return Status.PROPOSED
    if own is None and verb.tag_ == "VBG" and is_content_asked_for(verb):
        return Status.PROPOSED
    if own in {Status.PLANNED, Status.PROPOSED}:
        return under_condition(verb) or (future_in_past(verb) if own is Status.PROPOSED else None) or own
    if head == verb:
        return own or Status.OCCURRED
    if own is not None:
        if dep == "conj" and own is Status.OCCURRED and head.pos_ in {"VERB", "AUX"}:
            if goes_on_in_kind(verb):
                return verb_status(head, depth + 1)
            shared = modal_status(head)
            bare = verb.tag_ in {"VB", "VBP"} and not any(c.dep_ in {"nsubj", "aux"} for c in verb.children)
            return shared if shared is not None and bare else own
        if dep == "acl" and own is Status.OCCURRED and is_content_asked_for(verb):
            return Status.PROPOSED
        if dep == "advcl" and own is Status.OCCURRED:
            if comes_first(verb):
                return Status.PLANNED
            if _comes_before_what_is_to_come(verb, depth):
                return Status.PROPOSED
        if dep == "ccomp" and own is Status.OCCURRED and head.pos_ == "VERB":
            asked = verb.tag_ in {"VB", "VBP"} and head.lemma_ in word_class("mandative")
            is_told = {verb.lower_, *auxiliaries(verb)} & _INDICATIVE  # "insists that the talks are going on"
            if asked and not is_told and given_by_verb(head, "ccomp") is Status.PROPOSED:
                return Status.PROPOSED
            if head.lemma_ in word_class("denying") and verb.i > head.i:
                return Status.OCCURRED if is_negated(head) else Status.DENIED
            if head.lemma_ in {"hope", "wish", "want", "pretend"} and verb.i > head.i:
                return Status.PROPOSED
            if head.lemma_ in _SEEING_TO and (verb.tag_ in {"VBZ", "VBP"} or modal_status(head) is not None):
                return verb_status(head, depth + 1)  # "pushed to ensure the deal comes into force"
        is_now = own is Status.OCCURRED and verb.tag_ in {"VBZ", "VBP"}
        if is_now and dep in {"relcl", "ccomp", "advcl"} and head.pos_ == "VERB":
            above = marked_status(head) or (modal_status(head) if head.lemma_ in _BRINGING else None)
            if above is not None:
                return above  # "a plan that would see troops leave"
        return own
    return _inherited(verb, depth)


def _comes_before_what_is_to_come(verb: "Token", depth: int) -> bool:
    """Whether a past tense after "before" or "while" only follows a will: "would not leave before the captives had been
    freed", "demanded that Togo leave before a truce was declared", "would take days, while the two consulted"."""
    head = verb.head
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    if head.pos_ not in {"VERB", "AUX"} or not marks & {"before", "while"}:
        return False
    above = verb_status(head, depth + 1)
    if "while" in marks:
        return above is Status.PLANNED and verb.tag_ == "VBD" and verb.i > head.i
    will = modal_status(head) is not None or head.head.lemma_ in word_class("refusing")
    return above in {Status.PLANNED, Status.PROPOSED} or (above is Status.DENIED and will)


def _inherited(verb: "Token", depth: int) -> Status:
    head, dep = verb.head, verb.dep_
    to_infinitive = is_to_infinitive(verb)
    if dep == "conj":
        return verb_status(head, depth + 1) if head.pos_ in {"VERB", "AUX"} else Status.OCCURRED
    ranked = ranked_by(verb)
    if ranked is not None:
        told = ranked.dep_ in {"attr", "dobj"} and ranked.head.pos_ in _CLAUSES
        return verb_status(ranked.head, depth + 1) if told else Status.OCCURRED
    if is_aftermath(verb) or is_charged(verb):
        return Status.OCCURRED
    governed = governor(verb)
    if governed is None:
        return Status.OCCURRED
    over, link = governed
    if over.pos_ in {"NOUN", "PROPN"}:
        given = given_by_noun(over, link)
        if given in {Status.PLANNED, Status.PROPOSED} and any(c.lower_ == "no" for c in over.children):
            return Status.DENIED  # "has no intention of freeing them", "no plans to leave"
        dropped = given is Status.PLANNED and is_given_up(over)
        if dropped and depth < _MAX_CLIMB and verb_status(over.head, depth + 1) is not Status.OCCURRED:
            return Status.PLANNED  # "if Peru does not abandon plans to launch it"
        if dropped or (to_infinitive and is_in_vain(over)):
            return Status.DENIED
        if given is not None:
            return given
        if to_infinitive and over.dep_ == "ROOT" and is_headline(over):
            return Status.PLANNED
        if to_infinitive:
            return Status.PROPOSED
        return Status.OCCURRED if dep in {"acl", "relcl"} else noun_status(over, depth + 1)
    if over.pos_ == "ADJ":
        lemma = over.lower_
        if lemma in word_class("unable"):
            return Status.DENIED
        if lemma in word_class("achieving") and over.head.tag_ in {"VBD", "VBN"} and modal_status(over.head) is None:
            return verb_status(over.head, depth + 1)
        if lemma in word_class("due_to"):
            return Status.DENIED if is_of_what_is_off(over.head) else Status.PLANNED
        return Status.PROPOSED
    if over.pos_ in {"VERB", "AUX"}:
        above = verb_status(over, depth + 1)
        if link == "before" and verb.tag_ == "VBG" and over.lemma_ in word_class("asking") | _AWAITING:
            return Status.PROPOSED  # "demanded food before freeing them"
        if link in {"without", "instead", "before", "against"}:
            return Status.DENIED if link in {"without", "instead"} else advised_against(over, link) or above
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
        if dep == "advcl" and to_infinitive and over.tag_ == "VBN" and over.lemma_ in word_class("scheduling"):
            return Status.PLANNED if above is Status.OCCURRED else above  # "is set to free them"
        if dep in {"advcl", "xcomp"} and to_infinitive and is_gone_about(over):
            return above
        if dep == "advcl" and to_infinitive:
            return above if over.lemma_ in {"be", "go", "come"} and above is not Status.OCCURRED else Status.PROPOSED
        if link == "for" and verb.dep_ == "pcomp":
            return Status.OCCURRED if over.lemma_ in word_class("for_a_deed") else Status.PROPOSED
        if to_infinitive and over.lemma_ not in status_words().implicative and dep in {"xcomp", "ccomp", "advcl"}:
            return Status.PROPOSED
        return above
    return Status.OCCURRED
