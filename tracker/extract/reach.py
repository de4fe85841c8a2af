"""The sides that a sentence names beyond the slots of a sense: in a trigger's complements, above it, beside it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.extract.subjects import prepositional_objects, subject
from tracker.model.mentions import EventType
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import load_lexicon, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# Ways down from a trigger on which what it is about is named; relative and adverbial clauses tell other things.
_COMPLEMENTS = {"dobj", "ccomp", "xcomp", "pobj", "pcomp", "dative", "agent", "attr", "oprd", "acomp"}
_INNER = {"poss", "amod", "compound", "nmod", "conj", "nsubj", "nsubjpass"}
_BEFORE_NOUN = {"amod", "compound", "nmod"}
_PREPOSITIONS = {
    "with", "to", "from", "by", "of", "against", "on", "between", "for", "into", "toward", "towards", "upon", "at",
    "among", "as",
}  # fmt: skip
_DEEPEST = 6
_CARRIED_OUT = {"agreement", "resolution", "sanction"}
_BREACHES = {"breach", "contravention", "violation"}
_CARRYING_OUT = {"enforcement", "implementation"}
# Offers are made by sides and answered to them: who is named only in their terms is nobody's addressee.
_TO_SIDES = {EventType.PROPOSAL, EventType.ACCEPTANCE, EventType.REJECTION}
_BRINGING = {"bring", "carry", "give", "take"}
_SINGLE = {PartyKind.PERSON, PartyKind.UNKNOWN}
_ABOVE = {"nsubj", "nsubjpass", "dobj", "dative"}
_SIDE_POS = {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}


def _sides(context: Context, tokens: "Iterable[Token]", apart: set[str]) -> tuple[PartyReference, ...]:
    found: dict[str, PartyReference] = {}
    for token in tokens:
        if token.pos_ in _SIDE_POS:
            for reference in _whose(context, token) + context.sides(token):
                if reference.side not in apart:
                    found.setdefault(reference.side, reference)
    return tuple(found.values())


def _whose(context: Context, token: "Token") -> tuple[PartyReference, ...]:
    """Whose captives a noun tells beside others with a side: Israel in "ten Israeli hostages and four Thais"."""
    held = word_class("hostages") | word_class("prisoners")
    if token.lemma_.lower() not in held or not context.sides(token) or context.parties.of(token, conjuncts=False):
        return ()
    return tuple(r for how, r in context.parties.modifiers(token) if how in {"poss", "amod", "compound"})


def _of_subject(trigger: Trigger) -> set[int]:
    """The places of a trigger's subject; not those of the trigger's own clause, where that describes it."""
    of_subject = {t.i for subject in trigger.arguments.get("subject") for t in subject.subtree}
    return of_subject - {t.i for t in trigger.token.subtree} if trigger.token.i in of_subject else of_subject


def _is_overseen(participle: "Token") -> bool:
    """Whether a participle tells who watches over what a noun tells: "a truce monitored by Chad"."""
    return participle.dep_ == "acl" and participle.lemma_ in word_class("overseeing")


def _leads_on(child: "Token", parent: "Token", *, is_top: bool) -> bool:
    if child.dep_ == "prep":
        return child.lower_ in _PREPOSITIONS
    if child.dep_ == "acl":
        return child.tag_ == "VBN" and not _is_overseen(child)
    if child.dep_ == "pcomp" and parent.lower_ == "with":
        return False  # "condemned it, with the minister calling it a trap"
    if child.dep_ == "conj" and parent.pos_ in {"VERB", "AUX"}:
        return False
    return child.dep_ in _COMPLEMENTS or (not is_top and child.dep_ in _INNER)


def in_complements(context: Context, trigger: Trigger, apart: set[str]) -> tuple[PartyReference, ...]:
    """The sides named nearest below a trigger, its subject and the sides in `apart` left out.

    "Demanded that Peru lift the ban", "agreed to hold talks with Peru", "rejected the draft put forward by Peru".
    """
    seen = _of_subject(trigger) | {trigger.token.i}
    level = [trigger.token]
    for depth in range(_DEEPEST):
        below: list[Token] = []
        for token in level:
            is_demand = trigger.type is EventType.DEMAND
            passed = _passed_over(context, token, apart, is_demand=is_demand) if depth else set()
            for child in token.children:
                if child.i in seen or child.i in passed:
                    continue
                if child.lower_ == "with" and not depth and trigger.type is EventType.ATTACK:
                    continue  # with whose help it is done
                if not _leads_on(child, token, is_top=not depth) and child not in trigger.arguments.get("clause"):
                    continue
                seen.add(child.i)
                found = _sides(context, (child,), apart)
                if not found:  # "abducted by Tuareg militants": not the Tuareg
                    named = {word for r in context.sides(child) for word in r.side.split()}
                    seen |= {c.i for c in child.children if c.dep_ in _BEFORE_NOUN and c.text in named}
                if found and _are_let_go(trigger.type, child, found):
                    continue
                if found and is_demand and is_of_captives(child, found):
                    below += _captors(child)
                    continue
                if found and not (depth and _are_in_the_terms(trigger, found)):
                    return found
                below.append(child)
        level = below
    return ()


def _are_in_the_terms(trigger: Trigger, found: tuple[PartyReference, ...]) -> bool:
    """Whether only people without a side are found for an offer or its answer: "accepted it on condition that X be
    freed"."""
    return trigger.type in _TO_SIDES and all(one.kind is PartyKind.PERSON for one in found)


def _are_let_go(kind: EventType, noun: "Token", found: tuple[PartyReference, ...]) -> bool:
    """Whether only captives without a side are found for an offer: "offered to free all of the nurses"."""
    if kind not in _TO_SIDES or not found or any(one.kind is not PartyKind.UNKNOWN for one in found):
        return False
    over = noun
    while over.head != over and over.head.pos_ in {"NOUN", "ADP", "PRON", "DET"} and over.dep_ != "dobj":
        over = over.head
    told = load_lexicon().verbs.get(over.head.lemma_, ()) if over.dep_ == "dobj" else ()
    return any(entry.rules.type is EventType.RELEASE for entry in told)


def is_of_captives(noun: "Token", found: tuple[PartyReference, ...]) -> bool:
    """Whether those found are to be let go, and so no addressee of who demands it: persons without a side, or soldiers
    and travellers whose state does not hold them ("called for the release of the Malian sailors")."""
    abroad = word_class("seized_abroad")
    if noun.dep_ in _INNER and noun.dep_ != "conj" and noun.head.lemma_.lower() in abroad:
        noun = noun.head  # "Israeli hostages"
    first = noun
    while first.dep_ in {"conj", "appos"}:
        first = first.head
    over = first.head.head if first.dep_ == "pobj" and first.head.lower_ == "of" else first.head
    lexicon = load_lexicon()
    told = lexicon.nouns if over.pos_ == "NOUN" else lexicon.verbs if first.dep_ == "dobj" else {}
    if not any(entry.rules.type is EventType.RELEASE for entry in told.get(over.lemma_, ())):
        return False
    of_own_state = any(c.lower_ == "political" for c in noun.children)
    return (noun.lemma_.lower() in abroad and not of_own_state) or all(one.kind in _SINGLE for one in found)


def _captors(captive: "Token") -> "list[Token]":
    """The clauses on captives that may tell who holds them."""
    return [c for c in captive.children if c.dep_ == "acl"]


def _passed_over(context: Context, noun: "Token", apart: set[str], *, is_demand: bool) -> set[int]:
    """The modifiers of a noun that tells against whom it is: not the United Nations in "threatened to restore U.N.
    sanctions on Iran". A demand is put to whose deed it is, but to none whose sanctions others are to carry out."""
    against = (g for c in noun.children if c.lower_ in {"on", "against"} for g in c.children if g.dep_ == "pobj")
    over = (t for g in against for t in (g, *(c for c in g.children if c.dep_ in {"poss", "amod", "compound"})))
    is_against = not is_demand and any(r.side not in apart for t in over for r in context.sides(t))
    carried_out = is_demand and noun.lemma_ in _CARRIED_OUT and noun.dep_ == "pobj"
    # "A breach of the EU embargo": whose rule it is does not break it.
    is_broken = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in _BREACHES
    if noun.pos_ != "NOUN" or not (is_against or is_broken or (carried_out and noun.head.head.lemma_ in _CARRYING_OUT)):
        return set()
    return {c.i for c in noun.children if c.dep_ in {"poss", "amod", "compound", "nmod"}}


def provokers(context: Context, trigger: Trigger, apart: set[str]) -> tuple[PartyReference, ...]:
    """Whose deed would bring on what is threatened: "warned that it would strike if the airline cut pay"."""
    clauses = [trigger.token, *trigger.arguments.get("clause")]
    for verb in (c for clause in clauses for c in clause.children if c.dep_ == "advcl"):
        if any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in verb.children):
            doers = (c for c in verb.children if c.dep_ == "nsubj")
            if found := _sides(context, doers, apart):
                return found
    return ()


def who_answers(context: Context, trigger: Trigger, apart: set[str]) -> tuple[PartyReference, ...]:
    """Who answers the deed that a noun tells, and so has suffered it: Peru in "Peru cut its exports in retaliation for
    Chilean sanctions", "in a retaliatory move against them"."""
    link = trigger.token.head
    answer = link.head
    if trigger.token.dep_ != "pobj" or link.lower_ not in {"against", "for", "to"} or answer.dep_ != "pobj":
        return ()
    retaliates = any(c.lower_ == "retaliatory" for c in answer.children)
    if not retaliates and answer.lemma_.lower() not in word_class("deeds_in_answer"):
        return ()
    verb = next((t for t in answer.ancestors if t.pos_ == "VERB"), None)
    who = subject(verb) if verb is not None else None
    return _sides(context, (who,), apart) if who is not None else ()


def grounds(context: Context, trigger: Trigger, slots: Iterable[str], apart: set[str]) -> tuple[PartyReference, ...]:
    """The states on whose ground the phrases in these slots lie."""
    found: dict[str, PartyReference] = {}
    for slot in slots:
        for token in trigger.arguments.get(slot):
            for reference in context.parties.grounds(token):
                if reference.side not in apart:
                    found.setdefault(reference.side, reference)
    return tuple(found.values())


def above(
    context: Context, trigger: Trigger, apart: set[str], rather: frozenset[str] = frozenset()
) -> tuple[PartyReference, ...]:
    """The side of the nearest clause above a trigger that names any: who asks in "urges X to accept". Of several one
    of those in `rather`, else the first."""
    own, node = _of_subject(trigger), trigger.token
    while node.head != node:
        node = node.head
        if node.pos_ not in {"VERB", "AUX"}:
            continue
        near = [c for c in node.children if c.dep_ in _ABOVE and c.i not in own]
        near += [g for c in node.children if c.dep_ == "agent" for g in c.children]
        found = _sides(context, near, apart)
        if found and not _are_in_the_terms(trigger, found):
            together = _sides(context, near[:1], apart)
            if len(together) > 1 and not rather:
                return together
            return (next((one for one in found if one.side in rather), found[0]),)
    return ()


def in_sentence(context: Context, trigger: Trigger, apart: set[str]) -> tuple[PartyReference, ...]:
    """All sides of a trigger's sentence but its subject's and those in `apart`, in the order of the text."""
    own = _of_subject(trigger)
    words = [t for t in trigger.token.sent if t.i not in own]
    if trigger.type in _TO_SIDES:
        over = {c.i for t in words if _is_overseen(t) for c in t.subtree}
        words = [t for t in words if t.i not in over]
        captive = {t.i for t in words if t.pos_ in _SIDE_POS and _are_let_go(trigger.type, t, context.sides(t))}
        words = [t for t in words if t.i not in captive]
    return _sides(context, words, apart)


def as_one_phrase(
    context: Context, trigger: Trigger, one: PartyReference, apart: set[str]
) -> tuple[PartyReference, ...]:
    """The sides that a noun of the sentence tells together with this one: "Chadian and Malian troops"."""
    for noun in (t for t in trigger.token.sent if t.pos_ == "NOUN"):
        told = context.parties.of(noun, conjuncts=False)
        if len(told) > 1 and one.side in {r.side for r in told}:
            return tuple(context.own_words(r) for r in told if r.side not in apart)
    return ()


def handed_to(context: Context, trigger: Trigger, apart: set[str]) -> tuple[PartyReference, ...]:
    """Who gets what tells of demands: "carried to Mali a list of demands drawn up by Chad"."""
    thing = trigger.token
    if thing.dep_ == "pobj" and thing.head.lower_ == "of":
        thing = thing.head.head
    if thing.dep_ != "dobj" or thing.pos_ != "NOUN":
        return ()
    if thing.head.lemma_ not in word_class("handing_over") | _BRINGING:
        return ()
    given = [c for c in thing.head.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    given += prepositional_objects(thing.head, {"to"})
    return tuple(r for t in given for r in context.sides(t) if r.side not in apart)


def told_of_actor(context: Context, trigger: Trigger) -> set[str]:
    """Whose ally or branch an apposition tells the actor to be, who is no target: "Ansar Dine, al Qaeda's branch"."""
    acting = trigger.arguments.get("by" if trigger.arguments.passive else "subject")
    told = (c for t in acting for c in t.children if c.dep_ == "appos" and c.lemma_ in word_class("allied_bodies"))
    return {r.side for c in told for w in (c, *c.children) for r in context.sides(w)}
