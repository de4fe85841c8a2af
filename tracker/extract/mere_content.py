"""Whether an event is only the content of another's words: what is asked for, what one may do, what is in doubt.

The demand, the chance or the question is what the sentence tells; that its content is named makes no second event.
"""

from typing import TYPE_CHECKING

from tracker.extract.senses import Trigger
from tracker.extract.subjects import is_to_infinitive
from tracker.extract.telling import CLAUSES
from tracker.extract.verb_forms import is_negated
from tracker.model.mentions import EventType, Status
from tracker.rules import word_class

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tracker.extract.tokens import Token

_SPOKEN = {EventType.DEMAND, EventType.ACCUSATION}
# What is done under these governors is their content: "demanded that they leave", "vowed to strike", "agreed to sue".
_CONTENT_OF = {
    EventType.DEMAND: set(EventType) - {EventType.DEMAND, EventType.STATEMENT, EventType.ACCUSATION},
    EventType.THREAT: {EventType.ATTACK, EventType.MOBILIZATION},
    EventType.ACCEPTANCE: _SPOKEN,
    EventType.AGREEMENT: _SPOKEN,
}
_LET = {"allow", "authorise", "authorize", "enable", "permit", "require"}
# "Let them leave", "let the lorries in": what a deal that lets them do so brings about.
_BROUGHT_ABOUT = {EventType.RELEASE, EventType.AID, EventType.WITHDRAWAL}
# Unlike a plan or an offer, what these bind one to do is done or not: the sentence tells that by its verb.
_PACTS = {"accord", "agreement", "contract", "deal", "memorandum", "pact", "protocol", "settlement", "treaty"}
_TOLD = {"clarify", "confirm", "disclose", "explain", "indicate", "reveal", "say", "specify", "state", "tell"}
_IN_QUESTION = {"how", "whether", "who", "which", "where", "if"}
_STEPS = 4


def _verb(trigger: Trigger) -> "Token":
    return trigger.arguments.light or trigger.token


def _first_conjunct(verb: "Token") -> "Token":
    while (
        verb.dep_ == "conj"
        and verb.head.pos_ in CLAUSES
        and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    ):
        verb = verb.head
    return verb


def _content_governor(verb: "Token", kept: dict[int, Trigger]) -> Trigger | None:
    """The event whose complement a verb is: "urged them to help end the siege" for "end"."""
    node = verb
    for _ in range(_STEPS):
        node = _first_conjunct(node)
        # "Called on them to help": the parser often takes the infinitive for a purpose.
        as_purpose = node.dep_ == "advcl" and is_to_infinitive(node) and node.head.i < node.i
        if not as_purpose and node.dep_ not in {"xcomp", "ccomp"}:
            return None
        node = node.head
        if node.lemma_ == "be":  # "it is vital for them to leave"
            as_purpose, node = False, next((c for c in node.children if c.dep_ == "acomp"), node)
        above = kept.get(node.i)
        if above is not None:
            return above if not as_purpose or above.type is EventType.DEMAND else None
        if as_purpose:
            return None
    return None


def _is_urged_gerund(trigger: Trigger, kept: dict[int, Trigger], is_detailed: "Callable[[Token], bool]") -> bool:
    """Whether a gerund tells what is called for or warned against: "called for resuming talks"."""
    verb = _first_conjunct(_verb(trigger))
    if verb.dep_ != "pcomp" or verb.head.lower_ not in {"for", "against"} or verb.tag_ != "VBG":
        return False
    above = kept.get(verb.head.head.i)
    urged = above is not None and above.type is EventType.DEMAND and above.token.pos_ in CLAUSES
    return urged and trigger.type in _CONTENT_OF[EventType.DEMAND] and not is_detailed(verb)


def _is_content(trigger: Trigger, kept: dict[int, Trigger], is_detailed: "Callable[[Token], bool]") -> bool:
    verb = _verb(trigger)
    above = _content_governor(verb, kept)
    if (
        above is None
        or above.token.pos_ not in {*CLAUSES, "ADJ"}
        or trigger.type not in _CONTENT_OF.get(above.type, ())
    ):
        return False
    return above.type is not EventType.DEMAND or not is_detailed(verb)


def _is_threatened_for(trigger: Trigger, kept: dict[int, Trigger]) -> bool:
    """Whether an attack or a move of forces is only that for which something is threatened: "would pay if it went on
    shelling"."""
    node = _verb(trigger)
    if trigger.type not in _CONTENT_OF[EventType.THREAT]:
        return False
    for _ in range(_STEPS):
        if node.head == node:
            return False
        if node.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in node.children):
            told = (kept.get(t.i) for t in (node.head, node.head.head))
            return any(t is not None and t.type is EventType.THREAT for t in told)
        went_on = node.dep_ == "advcl" and node.tag_ == "VBG" and node.head.lemma_ == "go"
        if node.dep_ not in {"xcomp", "conj", "pcomp", "prep"} and not went_on:
            return False
        node = node.head
    return False


def _is_mere_chance(trigger: Trigger) -> bool:
    """Whether an infinitive tells what a noun allows or binds one to do: "the authority to impose sanctions"."""
    verb = _first_conjunct(_verb(trigger))
    if verb.dep_ == "pcomp" and verb.head.lower_ in {"for", "of"}:  # "criteria for requesting a vote"
        return verb.head.head.lemma_.lower() in word_class("standards")
    if verb.dep_ == "relcl" and is_to_infinitive(verb) and verb.head.lemma_ == "reason":
        return True  # "no reason to fight"
    if verb.dep_ != "acl" or not is_to_infinitive(verb):
        return False
    if verb.head.lemma_ == "attempt":
        # Who attempts to storm a town fights; "the first attempt to free them failed" tells what was not done.
        return trigger.type is not EventType.ATTACK and verb.head.dep_ not in {"nsubj", "nsubjpass"}
    return verb.head.lemma_.lower() in word_class("chance")


def _is_past_deal(trigger: Trigger, kept: dict[int, Trigger]) -> bool:
    """Whether an infinitive names what a deal is that the sentence does not tell of: "complied with an accord to
    disarm"."""
    verb = _first_conjunct(_verb(trigger))
    deal = verb.head
    if verb.dep_ != "acl" or not is_to_infinitive(verb) or deal.lemma_.lower() not in _PACTS:
        return False
    governor = deal.head.head if deal.dep_ == "pobj" else deal.head
    return deal.i not in kept and governor.i not in kept


def _is_let(trigger: Trigger, kept: dict[int, Trigger]) -> bool:
    """Whether a verb tells what somebody is let or made to do: "a fund that allows them to hire guards"."""
    verb = _first_conjunct(_verb(trigger))
    lets = verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ in _LET
    return lets and verb.head.i not in kept and trigger.type not in _BROUGHT_ABOUT


def _is_compared(verb: "Token") -> bool:
    """Whether a clause only measures another thing: "it is less than we asked for and more than they offered"."""
    return any(c.dep_ == "mark" and c.lower_ == "than" for c in _first_conjunct(verb).children)


def _asks(verb: "Token") -> bool:
    return any(c.dep_ == "nsubj" and c.lower_ == "question" for c in verb.children)


def _is_gloss(trigger: Trigger, kept: dict[int, Trigger]) -> bool:
    """Whether somebody only calls by a name what they judge: "welcomed what he called “an opening”"."""
    verb = trigger.token
    names = trigger.type is EventType.ACCUSATION and any(c.lower_ == "what" for c in verb.children)
    return names and verb.dep_ == "ccomp" and verb.head.i in kept


def _is_in_question(verb: "Token") -> bool:
    """Whether a clause is what people talk or wonder about: "a row over who should be invited", "unclear whether they
    would come"."""
    verb = _first_conjunct(verb)
    asked = _IN_QUESTION | {"when"} if verb.dep_ == "pcomp" else _IN_QUESTION
    if not any(c.lower_ in asked and c.i < verb.i for c in verb.children):
        return False
    if verb.dep_ == "pcomp":
        return verb.head.lower_ in {"about", "over"} or (
            verb.head.lower_ == "of" and verb.head.head.lemma_ == "mention"
        )
    if verb.dep_ == "ccomp" and verb.head.lemma_ == "be" and _asks(verb.head):
        return True
    return (
        verb.dep_ == "ccomp"
        and verb.head.lemma_ == "be"
        and any(
            c.dep_ == "acomp" and c.lower_ in {"clear", "unclear", "uncertain", "unknown"} for c in verb.head.children
        )
    )


def _is_left_open(verb: "Token") -> bool:
    """Whether a clause is what somebody would not tell: "never said whether it would sign"."""
    is_asked = verb.dep_ == "ccomp" and any(c.dep_ == "mark" and c.lower_ in {"if", "whether"} for c in verb.children)
    return is_asked and verb.i > verb.head.i and verb.head.lemma_ in _TOLD and is_negated(verb.head)


def is_mere_content(
    trigger: Trigger, status: Status, kept: dict[int, Trigger], is_detailed: "Callable[[Token], bool]"
) -> bool:
    """Whether a verb that tells of nothing that took place only fills in what another word of its sentence tells; a
    gerund may look like what did.

    `is_detailed` says of a verb whether it has a day of its own: such content is an event with status proposed.
    """
    verb = _verb(trigger)
    if verb.pos_ not in CLAUSES:
        return False
    if verb.dep_ in {"advcl", "conj"} and _is_compared(verb) and not is_detailed(verb):
        return True
    if _is_gloss(trigger, kept) or _is_left_open(verb):
        return True
    if status is Status.OCCURRED:
        by_rule = verb.dep_ == "pcomp" and _is_mere_chance(trigger)
        return by_rule or _is_urged_gerund(trigger, kept, is_detailed)
    return (
        _is_urged_gerund(trigger, kept, is_detailed)
        or _is_content(trigger, kept, is_detailed)
        or _is_threatened_for(trigger, kept)
        or _is_mere_chance(trigger)
        or _is_past_deal(trigger, kept)
        or _is_let(trigger, kept)
        or _is_in_question(verb)
    )


def is_offered(trigger: Trigger, kept: "Mapping[int, Trigger]") -> bool:
    """Whether an act is what a plan is for that somebody puts to others: "presented Chad with a plan to withdraw"."""
    plan = trigger.token.head
    if trigger.token.dep_ != "acl" or trigger.token.tag_ != "VB" or plan.lemma_.lower() not in word_class("offers"):
        return False
    put = plan.head.head if plan.dep_ == "pobj" else plan.head
    return put.i in kept and kept[put.i].type is EventType.PROPOSAL
