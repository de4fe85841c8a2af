"""One event once: within a sentence, words that tell an event already told by a nearer word are folded into it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tracker.extract.attack_telling import relative_of_attack, told_with
from tracker.extract.deals_named import breached
from tracker.extract.mere_aims import WILLS
from tracker.extract.noun_places import has_details
from tracker.extract.senses import Trigger
from tracker.extract.subjects import is_passive
from tracker.extract.talks_named import broken_off
from tracker.extract.told_again import told_again
from tracker.extract.told_apart import (
    answers_another,
    condemned_by_name,
    is_answered,
    is_answered_by_another,
    is_brokered,
    is_cause,
    stands_apart,
    tells_of_a_former,
)
from tracker.model.mentions import EventType
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_CLAUSES = {"VERB", "AUX"}
_CORE = {"nsubj", "nsubjpass", "dobj", "attr"}
# What a verb does to an event noun is the event: a noun of these types under it is its topic.
_TOPICS = set(EventType) - {
    EventType.SUSPENSION,
    EventType.VIOLATION,
    EventType.RELEASE,
    EventType.AID,
    EventType.DETENTION,
    EventType.MOBILIZATION,
    EventType.ACCUSATION,
}
_GOVERNS = set(EventType) - {EventType.ATTACK, EventType.PROTEST, EventType.MOBILIZATION, EventType.DETENTION}
# The willingness, demand or refusal is the event; that talks or a deal are its aim adds none.
_AIMS = {EventType.MEETING, EventType.AGREEMENT, EventType.ACCEPTANCE, EventType.REJECTION, EventType.STATEMENT}
# What a clause under a verb of the same kind says is said once: "alleges that the firm defrauds them".
_SAID = WILLS | {EventType.THREAT, EventType.SUPPORT, EventType.ACCUSATION}

# Types of which one sentence may tell several, the one by the participle of a verb of its own.
_SEVERAL = {EventType.SANCTION, EventType.ACCUSATION, EventType.SUPPORT, EventType.STATEMENT}
# "Condemned the raid and denounced the siege" tells of two.
_OF_EACH_OBJECT = {EventType.DEMAND, EventType.ACCUSATION}

# Nouns whose relative clause tells the event: "a truce that will take effect at noon", "talks that Oman hosts".
_TOLD_BY_RELATIVES = {
    EventType.AGREEMENT: {EventType.AGREEMENT},
    EventType.TRUCE: {EventType.TRUCE},
    EventType.MEETING: {EventType.MEETING, EventType.MEDIATION, EventType.SUSPENSION},
    EventType.ACCEPTANCE: {EventType.ACCEPTANCE},
    EventType.DEMAND: {EventType.DEMAND},
    EventType.PROPOSAL: {EventType.PROPOSAL},
    EventType.SANCTION: {EventType.SANCTION},
}


def _predicate(verb: "Token", kept: dict[int, Trigger]) -> Trigger | None:
    """The kept trigger that a verb leads to: "the truce is due to start", "talks are set to resume"."""
    node = verb
    for _ in range(3):
        node = next((c for c in node.children if c.dep_ in {"acomp", "xcomp"}), node)
        if node.i in kept and node.pos_ in _CLAUSES:
            return kept[node.i]
    return None


def _folds(trigger: Trigger, kept: dict[int, Trigger]) -> Trigger | None:
    """The trigger that already tells what this one tells; None where it tells something of its own."""
    token = trigger.token
    head = token.head
    above = kept.get(head.i)
    if trigger.type is EventType.ATTACK and (told := told_with(trigger, kept)) is not None:
        return told
    if token.pos_ in {"NOUN", "PROPN"}:
        refused = kept.get(head.head.i) if head.lower_ == "against" else None
        is_pact = trigger.type in {EventType.AGREEMENT, EventType.TRUCE}
        if refused is not None and refused.type is EventType.REJECTION and is_pact:
            return refused  # "voted against a pact with Mali"
        inner = _tells_its_relative(token, kept) if trigger.type in _TOLD_BY_RELATIVES else None
        if inner is not None:
            return inner
        conjunct = head if token.dep_ == "conj" else None
        if conjunct is not None and conjunct.i in kept and kept[conjunct.i].type is trigger.type:
            return kept[conjunct.i]
        if above is None and token.dep_ in {"nsubj", "nsubjpass"}:
            led = _predicate(head, kept)
            return led if led is not None and led.sense.subject and led.type is trigger.type else None
        if above is not None and above.token != token:
            if above.type is trigger.type and token.dep_ in {*_CORE, "conj", "appos"}:
                return above
            framed = above.sense.subject if token.dep_ in {"nsubj", "nsubjpass"} else ()
            if is_cause(trigger, above):
                return None
            if framed and trigger.type in _TOPICS and above.type not in WILLS - {EventType.MEETING}:
                return above
            # "ended its military presence": what is withdrawn is not moved up.
            if trigger.type is EventType.MOBILIZATION and above.type is EventType.WITHDRAWAL and token.dep_ in _CORE:
                return above
            if trigger.type is EventType.TRUCE and above.type is not EventType.TRUCE and has_details(token):
                return None
            of_others = trigger.type is EventType.MEETING and above.type is EventType.MEDIATION
            slots = ("by", "between", "of") if of_others else ("by", "between")
            agents = (t for slot in slots for t in trigger.arguments.get(slot))
            agents = (t for t in agents if t.lemma_ not in word_class("talks"))  # "a round of talks"
            own_agent = any(t.pos_ not in _CLAUSES for t in agents) and not is_brokered(trigger, above)
            # "Oman will host their next round of talks"
            own_agent = own_agent or (of_others and any(t.lower_ == "their" for t in trigger.arguments.get("poss")))
            own_agent = own_agent or answers_another(trigger, above)
            own_agent = own_agent or condemned_by_name(trigger, above) or is_answered_by_another(trigger, above)
            # "Approved the deal between Mali and Chad": that there is one is told with its approval.
            own_agent = own_agent and not (trigger.type is EventType.AGREEMENT and above.sense.name == "approve")
            if (
                token.dep_ in _CORE
                and trigger.type in _TOPICS
                and above.type in _GOVERNS
                and not own_agent
                and head.pos_ in _CLAUSES
            ):
                return above
        if (named := broken_off(trigger, kept) or breached(trigger, kept)) is not None:
            return named
        governor = head.head if token.dep_ == "pobj" else None
        if governor is not None and governor.dep_ == "prep":  # "a day of raids out of Chad"
            governor = governor.head
        if governor is not None and governor.i in kept and token.dep_ == "pobj":
            upper = kept[governor.i]
            if is_answered(trigger, upper, head.lower_):
                return upper
            if (
                upper.type is trigger.type
                and head.lower_ in {"of", "to", "in", "with", "by", "on"}
                and upper.token.pos_ != "VERB"
            ):
                return upper
        return None
    if trigger.type is EventType.AGREEMENT and token.lemma_ == "come":  # "the breakthrough came when Mali accepted"
        # "It came on May 4, when Mali accepted": the parser hangs the clause on the day.
        on_day = (t for t in token.subtree if t.dep_ == "relcl" and any(c.lower_ == "when" for c in t.children))
        clauses = (*(c for c in token.children if c.dep_ == "advcl"), *on_day)
        when = next((kept[c.i] for c in clauses if c.i in kept), None)
        if when is not None and when.type in {EventType.ACCEPTANCE, EventType.AGREEMENT}:
            return when
    if above is None or above.token == token:
        led = _predicate(token, kept) if token.lemma_ == "be" else None
        if led is not None and led.token != token and led.type is trigger.type:
            return led
        if tells_of_a_former(trigger):
            return None
        no_to = kept.get(head.head.i) if token.dep_ == "pcomp" and head.lower_ != "with" else None
        if no_to is not None and no_to.token.pos_ == "NOUN" and no_to.type is trigger.type is EventType.DEMAND:
            return no_to  # "its insistence on tying the rise to output"
        if no_to is not None and no_to.type is EventType.REJECTION and trigger.type in _AIMS:
            return no_to  # "argued against accepting it"
        clause = kept.get(head.head.i) if token.dep_ == "acl" and head.dep_ in _CORE else None
        handed = trigger.type is EventType.PROPOSAL and token.tag_ == "VBN"  # "put a plan to Peru, handed over by ..."
        same_kind = clause is not None and clause.type is trigger.type
        if clause is not None and same_kind and (handed or clause.sense.subject or clause.sense.object):
            return clause  # "the talks scheduled for Monday will be held"
        if token.dep_ in {"acl", "relcl"} and head.dep_ in {"pobj"} and head.head.head.i in kept:
            upper = kept[head.head.head.i]
            struck = trigger.type is EventType.ATTACK and token.tag_ == "VBN"  # "killed in raids carried out by Chad"
            links = {"of", "in", "by"} if struck else {"of"}
            return upper if upper.type is trigger.type and head.head.lower_ in links else None
        return None
    own_subject = any(c.dep_ in {"nsubj", "nsubjpass"} and c.tag_ not in {"WDT", "WP"} for c in token.children)
    if above.type is EventType.THREAT and token.dep_ == "acl" and trigger.type is EventType.DEMAND:
        return above  # "an ultimatum set by the rebels"
    same = above.type is trigger.type
    # "The massacre in which rebels killed 40" tells by its clause who did it.
    with_doer = own_subject and token.dep_ == "relcl" and trigger.type is EventType.ATTACK and not is_passive(token)
    if same and token.dep_ in {"xcomp", "acl", "relcl"} and not with_doer and _tells_same(trigger, above):
        return above
    if same and token.dep_ in {"acomp", "oprd"}:
        return above  # "is possible" is one judgement
    # "severed ties, shutting the border" tells of two penalties, "rejected the charge, blaming Chad" of two charges.
    own_deed = token.tag_ == "VBG" and token.lemma_ != "be"
    another = own_deed and trigger.type in _SEVERAL and trigger.sense.name != above.sense.name
    if same and token.dep_ == "advcl" and token.tag_ in {"VBG", "VB", "VBN"} and not own_subject and not another:
        return above
    if (
        same
        and token.dep_ == "conj"
        and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
        and trigger.sense.name == above.sense.name
        and not (trigger.type in _OF_EACH_OBJECT and all(t.arguments.get("object") for t in (trigger, above)))
    ):
        return above
    # "Condemns the raid, denounces the siege": the parser may make either the other's complement.
    of_its_own = trigger.type is not EventType.ACCUSATION or (own_subject and token.i > above.token.i)
    content = token.dep_ in {"ccomp", "xcomp"} and not stands_apart(token, above.token)
    if same and content and trigger.type in _SAID and of_its_own:
        return above
    if above.type is EventType.REJECTION and (token.dep_ == "xcomp" or (token.dep_ == "acl" and token.tag_ == "VB")):
        return above
    if (
        (token.tag_ == "VB" or (token.tag_ == "VBG" and not _is_result(token)))
        and token.dep_ in {"xcomp", "advcl", "acl", "ccomp"}
        and trigger.type in _AIMS
        and above.type in WILLS
    ):
        return above
    return None


def _is_result(gerund: "Token") -> bool:
    """Whether a gerund after a comma tells what else was done or came of it: "rejected the plan, dashing hopes"."""
    first = gerund.left_edge.i
    return gerund.dep_ == "advcl" and gerund.head.i < first and gerund.doc[first - 1].text == ","


def _is_fallback(trigger: Trigger) -> bool:
    return trigger.sense.name.startswith("spoken ")


def _tells_same(trigger: Trigger, above: Trigger) -> bool:
    if trigger.token.dep_ != "relcl":
        return True
    return trigger.type is EventType.ATTACK or trigger.sense.name == above.sense.name


def _outlives_its_noun(trigger: Trigger, target: int, into: dict[int, int], kept: dict[int, Trigger]) -> bool:
    """Whether a participle tells when or with whom, on a noun that is folded into an event of another type: "hailed a
    deal clinched with Chad"."""
    if trigger.token.dep_ != "acl" or trigger.token.tag_ != "VBN" or target not in into:
        return False
    if kept[into[target]].type is trigger.type:
        return False
    return any(trigger.arguments.get(slot) for slot in ("by", "with", "between", "in", "on", "after"))


def _tells_its_relative(noun: "Token", kept: dict[int, Trigger]) -> Trigger | None:
    """The event of the noun's type that its relative clause tells: "a truce that will take effect at noon"."""
    for clause in (c for c in noun.children if c.dep_ == "relcl"):
        inner = kept.get(clause.i) or _predicate(clause, kept)
        if (
            inner is not None
            and inner.type in _TOLD_BY_RELATIVES[kept[noun.i].type]
            and noun in (*inner.arguments.get("subject"), *inner.arguments.get("object"))
            and not (inner.type is EventType.SUSPENSION and any(c.lower_ == "had" for c in clause.children))
        ):
            return inner
    return None


def _holds_another(trigger: Trigger, told: list[int]) -> bool:
    """Whether a reported clause tells an event by a word of its own, so that its judgement adds none."""
    aside = {
        t.i
        for c in trigger.token.subtree
        if c.dep_ in {"relcl", "advcl", "acl"} and c != trigger.token
        for t in c.subtree
    }
    inside = {t.i for t in trigger.token.subtree} - aside
    return any(i in inside for i in told)


def fold(
    kept: dict[int, Trigger], is_timed: "Callable[[Token], bool]"
) -> tuple[dict[int, Trigger], dict[int, list[Trigger]]]:
    """The triggers that tell an event of their own, and by token index those folded into each of them (their numbers
    and dates still count)."""
    told = [i for i, t in kept.items() if not _is_fallback(t)]
    kept = {i: t for i, t in kept.items() if not _is_fallback(t) or not _holds_another(t, told)}
    into: dict[int, int] = {}
    for index, trigger in kept.items():
        target = _folds(trigger, kept) or relative_of_attack(trigger, kept) or told_again(trigger, kept)
        own_day = trigger.type in _AIMS and is_timed(trigger.token)
        below = target is not None and trigger.token in target.token.ancestors
        if target is not None and own_day and not below and target.type not in {trigger.type, EventType.SUSPENSION}:
            target = None
        if target is not None:
            into[index] = target.token.i
    for index in [i for i, target in into.items() if _outlives_its_noun(kept[i], target, into, kept)]:
        del into[index]
    folded: dict[int, list[Trigger]] = {}
    for index in into:
        seen, top = {index}, into[index]
        while top in into and top not in seen:
            seen.add(top)
            top = into[top]
        refused = kept[top].type is EventType.REJECTION and kept[index].type is not EventType.REJECTION
        if top not in into and not refused:  # how many were to leave is no number of the refusal
            folded.setdefault(top, []).append(kept[index])
    return {i: t for i, t in kept.items() if i not in into}, folded
