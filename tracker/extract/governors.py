"""What the words around an event's word make of it: governing verbs and nouns, modifiers, plans that hold it."""

from typing import TYPE_CHECKING

from tracker.extract.scheduled import scheduler
from tracker.extract.subjects import is_to_infinitive
from tracker.extract.verb_forms import auxiliaries, is_negated, own_status, status_words
from tracker.model.mentions import Status
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_BEGUN = {"begin", "start", "erupt"}


def governor(token: "Token") -> "tuple[Token, str] | None":
    """The word that governs an infinitive, a gerund or a noun, and how."""
    head, dep = token.head, token.dep_
    if head == token:
        return None
    if dep in {"pobj", "pcomp"}:
        preposition = head
        while preposition.head.dep_ == "prep" and preposition.dep_ in {"prep", "pcomp", "conj"}:
            preposition = preposition.head
        if preposition.head == preposition:
            return None
        return preposition.head, head.lower_
    return head, dep


def given_by_noun(noun: "Token", link: str) -> Status | None:
    """What a governing noun makes of its complement, tied to it by `link` ("acl", "of" ...); None where it leaves it
    open."""
    words = status_words()
    lemma = noun.lemma_.lower()
    if lemma in word_class("signs") and link == "of":
        return Status.DENIED if is_negated(noun) else None  # "no sign of a withdrawal"
    if link in {"acl", "of", "for", "to", "from", "in", "relcl", "ccomp", "on"}:
        if lemma in words.negative_nouns:
            return Status.DENIED
        if (
            link in {"relcl", "on"}
            or (link == "acl" and _is_in_force(noun))
            or (link == "acl" and lemma in {"case", "event", "issue"})
        ):
            return None
        if lemma in words.planned_nouns and link in {"acl", "for", "to", "of", "ccomp"}:
            return Status.DENIED if is_negated(noun) else Status.PLANNED  # "no plans to join"
        is_price = lemma in {"exchange", "return"} and noun.dep_ == "pobj" and _is_past(noun.head.head)
        if is_price and not _makes_an_offer(noun.head.head):
            return None  # "freed ten in exchange for the release of twenty": what was done is done on both sides
        taken = lemma == "step" and noun.dep_ == "dobj" and _is_past(noun.head)  # "took the step of signing it"
        if (
            lemma in words.proposed_nouns
            and not taken
            and not (lemma in {"talk", "negotiation", "issue", "event", "case"} and link in {"of", "from"})
        ):
            return Status.PROPOSED
    return None


def _is_in_force(text: "Token") -> bool:
    """Whether a resolution is told to bind already: "violated a June resolution banning sales", "passed one that"."""
    over = text.head
    binds = text.dep_ == "dobj" and over.lemma_ in word_class("putting_in_force") and over.tag_ in {"VBD", "VBN", "VBZ"}
    return text.lemma_ == "resolution" and binds and not any(c.tag_ == "MD" or c.lower_ == "to" for c in over.children)


def _makes_an_offer(verb: "Token") -> bool:
    """Whether what is told is an offer, whose price is only asked: "made a proposal in return for their release"."""
    return any(c.lemma_.lower() in word_class("offers") for c in verb.children if c.dep_ == "dobj")


def is_of_an_offer(noun: "Token") -> bool:
    """Whether a noun is what an offer is for: "rejected the proposal for a truce on Tuesday"."""
    over = noun.head.head
    return noun.dep_ == "pobj" and noun.head.lower_ in {"for", "of"} and over.lemma_.lower() in word_class("proposal")


def _is_past(verb: "Token") -> bool:
    """Whether a verb tells a past act, by itself or under one that shows it: "November saw Mali free them"."""
    shown = verb.dep_ == "ccomp" and verb.tag_ == "VB" and verb.head.lemma_ in {"see", "watch"}
    return verb.tag_ == "VBD" or (shown and verb.head.tag_ == "VBD")


def is_aimed_by(verb: "Token", link: str) -> bool:
    """Whether a verb and its preposition tell what something is for: "talks aimed at freeing the crew"."""
    return link in {"at", "toward", "towards"} and verb.lemma_ in {"aim", "direct", "gear"}


def given_by_verb(verb: "Token", link: str) -> Status | None:
    """What a governing verb makes of its complement, tied to it by `link` (a dependency or a preposition); None where
    it leaves it open."""
    words = status_words()
    if is_aimed_by(verb, link):
        return Status.PROPOSED  # "talks aimed at freeing the crew"
    if link == "at" and verb.lemma_ in {"balk", "baulk"}:
        return Status.DENIED  # "balked at jailing him"
    if link == "nsubjpass" and verb.lemma_ == "aim":
        return None  # "the raids were aimed at bases in the hills"
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
        if link in {"advcl", "by", "with"} or (link == "oprd" and verb.lemma_ in word_class("naming")):
            return None  # "called the raid a breach of the truce"
        if lemma == "call" and link == "dobj" and any(c.dep_ == "oprd" or c.lower_ == "as" for c in verb.children):
            return None  # "calling his arrest an outrage", "calling the talks as their last chance"
        if lemma == "call" and link in {"dobj", "nsubjpass"}:
            return Status.PLANNED  # "called a strike", "an emergency session was called"
        if particle == "off" and lemma == "set":
            return None
        if lemma in words.proposed and (link not in {"in", "of", "against"}):
            return Status.PROPOSED
        if lemma == "order" and link in {"dobj", "nsubjpass"}:
            return None
        if lemma in words.planned and link in {"xcomp", "dobj", "for", "to", "ccomp", "on", "nsubjpass"}:
            offered = any(c.dep_ == "nsubj" and c.lemma_.lower() in word_class("offers") for c in verb.children)
            return Status.PROPOSED if offered else Status.PLANNED  # "the plan foresees the release of ten"
    return None


def given_by_modifier(noun: "Token") -> Status | None:
    """What the words before a noun make of it: "planned", "cancelled", "proposed"; None without one."""
    words = status_words()
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lower_ in words.planned_modifiers:
            return Status.PLANNED
        if child.dep_ in {"amod", "compound", "det", "advmod"}:
            word = child.lower_
            if word == "failed" and noun.lemma_.lower() in word_class("talks") | word_class("assaults"):
                continue
            if word == "final" and noun.lemma_.lower() in word_class("offers"):
                continue  # "a final offer" is made, "a final deal" is not
            over = noun.head.head if noun.head.lemma_ == "be" else noun.head  # "denied that there had been any clash"
            is_denied = word == "any" and over.lemma_ in word_class("denying")
            if word in words.negative_modifiers or is_denied:
                return Status.DENIED
            if word in words.planned_modifiers:
                return Status.PLANNED
            if word in words.proposed_modifiers:
                return Status.PROPOSED
    return Status.PLANNED if scheduler(noun) is not None else None


def given_by_dependence(noun: "Token") -> Status | None:
    """Proposed, where a noun depends on something or something on it: "its vote hinges on", "subject to approval"; so
    too a verb after "if" that the parser takes for a noun ("If the army attacks, we will respond"). Denied, where it
    "fell through". Occurred, where it has begun, whatever became of it."""
    if noun.dep_ == "nsubjpass" and has_begun(noun):
        return Status.OCCURRED
    if noun.head.lower_ in {"if", "unless"}:
        return Status.PROPOSED
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "fall" and any(c.lower_ == "through" for c in noun.head.children):
        return Status.DENIED
    if noun.dep_ in {"nsubj", "csubj"} and (
        noun.head.lemma_ in {"depend", "hinge"} or _is_asked_for(noun.head) or _is_possible(noun)
    ):
        return Status.PROPOSED
    if noun.dep_ == "nsubj" and _is_near(noun.head):
        return Status.PLANNED
    over = noun.head
    if noun.dep_ == "pobj" and over.lower_ in {"to", "on", "upon"}:
        over = over.head
    bound = over.lower_ in {"subject", "contingent", "conditional", "conditioned", "dependent", "pending", "barring"}
    return Status.PROPOSED if noun.dep_ == "pobj" and bound else None


def _is_possible(noun: "Token") -> bool:
    """Whether a copula tells only how likely or needed a thing is: "a pullout is unlikely", "a truce is essential";
    "the raid had been necessary" tells what was done."""
    verb = noun.head
    told = {c.lower_ for c in verb.children if c.dep_ == "acomp"} & word_class("likely")
    was = verb.tag_ == "VBD" or any(c.lower_ == "had" for c in verb.children)
    if was and told <= word_class("needed") and any(c.lower_ in {"the", "this", "that"} for c in noun.children):
        return False
    return verb.lemma_ in {"be", "seem", "remain", "look", "appear"} and bool(told)


def is_needed(clause: "Token") -> bool:
    """Whether a clause only tells what should be: "it is essential that Togo free them"; a past is none such."""
    over = clause.head
    if (
        clause.tag_ not in {"VB", "VBP", "VBZ"}
        or clause.dep_ != "ccomp"
        or over.lemma_ not in {"be", *word_class("needed")}
    ):
        return False
    told = (over, *(c for c in over.children if c.dep_ == "acomp"))
    return any(t.lower_ in word_class("needed") for t in told)


def comes_first(verb: "Token") -> bool:
    """Whether a present tense tells what an infinitive or a past is to follow: "left to avoid loss once a truce
    starts", "had left the town to hide after the truce begins"."""
    head = verb.head
    over = (head, *head.ancestors)
    past = any(t.tag_ == "VBD" or (t.tag_ == "VBN" and "had" in auxiliaries(t)) for t in over)
    if verb.tag_ not in {"VBZ", "VBP"} or not ((head.tag_ == "VB" and is_to_infinitive(head)) or past):
        return False
    return any(c.lower_ in {"after", "once", "when"} and c.dep_ in {"mark", "advmod"} for c in verb.children)


def _is_near(verb: "Token") -> bool:
    """Whether a copula tells that its subject is about to come: "is imminent", "is in preparation"."""
    if verb.lemma_ not in {"be", "seem", "look", "appear"}:
        return False
    words = [c.lower_ for c in verb.children if c.dep_ == "acomp"]
    words += [g.lower_ for c in verb.children if c.dep_ == "prep" for g in c.children]
    return any(word in {"imminent", "preparation", "sight"} for word in words)


def _is_asked_for(verb: "Token") -> bool:
    """Whether a copula tells what somebody asks for: "their withdrawal is a condition", "remains our main demand"."""
    if verb.lemma_ not in {"be", "remain", "become"}:
        return False
    told = [c for c in verb.children if c.dep_ == "attr"]
    return any(
        t.lemma_.lower() in word_class("conditions")
        or (t.lemma_ == "line" and any(c.lower_ == "red" for c in t.children))
        for t in told
    )


def is_content_asked_for(verb: "Token") -> bool:
    """Whether a clause is what a noun asks for: "the demand that Togo free them", "made freeing them a condition",
    "ending the war is its goal"."""
    if verb.dep_ == "csubj":
        return given_by_dependence(verb) is not None
    if verb.tag_ == "VBG" and verb.head.lemma_ == "make":
        told = (t for over in (verb, verb.head) for t in over.children)
        return any(t.dep_ in {"dobj", "oprd", "ccomp"} and t.lemma_ in word_class("conditions") for t in told)
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    return that and verb.tag_ in {"VB", "VBP", "VBZ"} and verb.head.lemma_.lower() in word_class("conditions")


def is_given_up(plan: "Token") -> bool:
    """Whether a plan is told of in that it is dropped: "shelved plans to arrest him"."""
    told = plan.dep_ in {"dobj", "nsubjpass"} and plan.head.pos_ == "VERB"
    on_hold = {g.lower_ for c in plan.head.children if c.lower_ == "on" for g in c.children} & {"hold", "ice"}
    dropped = plan.head.lemma_ in {"drop", "ditch"} or (plan.head.lemma_ == "put" and bool(on_hold))
    return told and (dropped or given_by_verb(plan.head, plan.dep_) is Status.DENIED)


def is_in_vain(attempt: "Token") -> bool:
    """Whether an attempt is told as one that failed: "efforts to free them collapsed", "a bid to meet was thwarted"."""
    verb = attempt.head
    if attempt.lemma_.lower() not in word_class("attempts") or own_status(verb) is not Status.OCCURRED:
        return False
    if attempt.dep_ == "nsubjpass":
        return given_by_verb(verb, "nsubjpass") is Status.DENIED
    through = any(c.lower_ in {"through", "flat", "short"} for c in verb.children)
    nothing = {g.lower_ for c in verb.children if c.dep_ == "prep" for g in c.children} & {
        "nothing",
        "naught",
        "failure",
    }
    failing = verb.lemma_ in word_class("failing") or (verb.lemma_ == "fall" and through) or bool(nothing)
    return attempt.dep_ == "nsubj" and failing


def is_called_off(noun: "Token") -> bool:
    """Whether a noun is the subject of what undoes a plan: "the swap planned for Monday was cancelled"."""
    verb = noun.head
    undone = noun.dep_ == "nsubjpass" and given_by_verb(verb, "nsubjpass") is Status.DENIED
    return undone and own_status(verb) is Status.OCCURRED and not has_begun(noun)


def has_begun(noun: "Token") -> bool:
    """Whether a clause tells that something began, whatever became of it: "the strike, which began in May, was off"."""
    return any(c.dep_ == "relcl" and c.lemma_ in _BEGUN and c.tag_ == "VBD" for c in noun.children)


def is_of_what_is_off(verb: "Token") -> bool:
    """Whether a relative clause is of something undone: "talks that were due to begin on Monday have been put off"."""
    return verb.dep_ == "relcl" and is_called_off(verb.head)
