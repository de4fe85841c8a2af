"""Conditions that a side sets: "will not attend until ...", "ready to sign provided ...", "only if ..."."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import PROVISOS
from tracker.extract.unreal import unreal_status
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_CLAUSES = {"VERB", "AUX", "ADJ"}
_PROVISOS = PROVISOS | {"condition"}
_VOLITION = {"will", "wo", "'ll", "ll", "would", "'d", "can", "ca", "could", "shall", "must", "may"}
_WILL = {"will", "wo", "'ll", "ll", "would", "'d"}
_REPORTS = {"say", "tell", "add", "state", "announce", "declare"}
_NEGATIONS = {"not", "n't", "never", "nt"}
_POSSIBLE = {"possible", "conceivable", "imaginable", "feasible", "thinkable"}
_WANTED = {"ask", "call", "invite", "need", "request", "require", "want"}
_HINGES = {"depend", "hinge", "hang"}
_TOLD_OF = {"nsubj", "nsubjpass", "attr"}


def condition_word(verb: "Token") -> str | None:
    """What opens the conditional clause that a verb heads: "if", "only if", "unless", "until", "before", or "provided",
    which stands for "on condition that", "as long as" and "depends on whether" too; None for one of no such clause."""
    marks = {c.lower_ for c in verb.lefts if c.dep_ in {"mark", "advmod"}}
    if verb.lower_ in _PROVISOS and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "that":
        return None  # the clause after it is the one that it opens
    first = verb.left_edge
    before = first.nbor(-1) if first.i > verb.sent.start else None
    previous = before.lower_ if before is not None else ""
    if marks & {"if", "after", "when", "once"} and (previous == "only" or "only" in marks):
        return "only if"
    found = next((m for m in ("unless", "until", "till", "if", "before") if m in marks), None)
    measured = (*((before,) if before is not None else ()), *(c for c in verb.lefts if c.dep_ == "npadvmod"))
    if found == "before" and any(t.lemma_ in word_class("spans") for t in measured):
        return None  # "refused it six days before the tariff took effect" tells when
    if found is not None:
        return "until" if found == "till" else found
    if verb.dep_ == "pcomp" and verb.head.head.lemma_ in _HINGES:  # "its vote depends on whether Peru pays"
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
        return "provided" if own else None
    if previous in _PROVISOS or first.lower_ in PROVISOS:
        return "provided" if verb.dep_ in {"ccomp", "pcomp", "acl", "advcl", "relcl"} else None
    negated = any(c.dep_ == "neg" for c in verb.children)
    lasting = verb.doc[max(first.i - 3, 0)].lower_ == "for"  # "will stay for as long as it takes" tells how long
    lasting = lasting or verb.lemma_ in {"exist", "last", "live", "stand", "take"}
    return "provided" if "as" in marks and previous == "long" and not negated and not lasting else None


def _governor(verb: "Token", looks_back: bool) -> "Token | None":
    node = verb.head
    for _ in range(6):
        # "will sign, but only if A leaves and B stays": the parser may hang the condition on what it lists second.
        if looks_back and node.dep_ == "conj" and node.i > verb.i and node.head.i < verb.i:
            node = node.head
        if node.dep_ == "acl" and node.tag_ == "VBN" and verb.head.lower_ == "condition":
            node = node.head  # "accepted a truce offered by Chad on condition that it leaves": the truce is accepted so
            continue
        if node.pos_ in _CLAUSES and node.lower_ not in _PROVISOS:
            if node.lemma_ in _REPORTS:  # "said it would sign, but only if ...": what was said is bound
                return next((c for c in node.children if c.dep_ == "ccomp" and c != verb and c.i < verb.i), node)
            return node if node != verb else None
        if node.head == node:
            return None
        node = node.head
    return None


def _chain(verb: "Token") -> "list[Token]":
    """The verb and those that govern it inside the same will: "promised to call off", "is willing to leave"."""
    found = [verb]
    while len(found) < 4 and found[-1].dep_ in {"xcomp", "ccomp", "acomp"} and found[-1].head.pos_ in _CLAUSES:
        above = found[-1].head
        if above.lemma_ in _REPORTS:
            break
        found.append(above)
    return found


def _may_act(token: "Token") -> bool:
    named = token.ent_type_ in {"GPE", "NORP", "ORG", "PERSON"} and token.pos_ in {"PROPN", "NOUN"}
    return named or token.lower_ == "they" or token.lemma_.lower() in word_class("person_or_party")


def _is_between_two(verb: "Token", governor: "Token") -> bool:
    """Whether one will act unless another does: "will march if Chad does not leave", "if the terms are not met"."""
    doer = next((c for c in governor.children if c.dep_ == "nsubj"), None)
    other = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if doer is None or other is None or not _may_act(doer):
        return False
    return other.dep_ == "nsubjpass" or (_may_act(other) and other.lower_ != doer.lower_)


def set_by(verb: "Token") -> "Token | None":
    """The verb or adjective of will that a conditional clause binds, whose subject sets the condition; None where the
    clause tells no condition of anybody's: "will not rest until it wins" is a vow, "until Monday" a date."""
    word = condition_word(verb)
    governor = _governor(verb, word == "only if") if word is not None else None
    in_passing = verb.lemma_ in {"need", "require"} and not any(c.dep_ in _TOLD_OF for c in verb.children)
    if word is None or governor is None or unreal_status(verb) is not None or in_passing:  # "if needed"
        return None
    if verb.lemma_ in _WANTED and verb.tag_ == "VBN" and not any(c.dep_ in _TOLD_OF for c in verb.children):
        return None  # "ready to mediate if asked"
    if word == "if" and any(c.lower_ == "only" and c.dep_ == "advmod" for c in governor.children):
        word = "only if"  # "will only sign if"
    chain = _chain(governor)
    lemmas = {t.lemma_.lower() for t in chain} | {
        c.lemma_.lower() for t in chain for c in t.children if c.dep_ in {"acomp", "oprd"}
    }
    auxiliaries = {c.lower_ for t in chain for c in t.children if c.dep_ == "aux"}
    negated = any(c.dep_ == "neg" or c.lower_ in _NEGATIONS for t in chain for c in t.children)
    none = any(g.lower_ == "no" for c in governor.children if c.dep_ in _TOLD_OF for g in c.children)
    willing = bool(lemmas & word_class("willing"))
    open_to_it = bool(auxiliaries & _VOLITION) or bool(lemmas & _POSSIBLE)
    refusing = bool(lemmas & word_class("refusing")) or ((negated or none) and open_to_it)
    if word == "before":
        return governor if refusing else None
    if word == "until":
        lasting = bool(auxiliaries & _VOLITION) and bool(lemmas & word_class("persisting"))
        return governor if refusing or lasting else None
    threatening = bool(lemmas & word_class("threatening"))
    if word == "if":
        own_negation = any(c.dep_ == "neg" or c.lower_ in _NEGATIONS for c in verb.children)
        # "Would lift its veto if Peru signed": what it is to be lifted for is another's act, "if it signs" tells when.
        own = any(c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ == "PRON" for c in verb.children)
        conceding = bool(lemmas & word_class("conceding")) and bool(auxiliaries & _VOLITION) and not (negated or own)
        forcing = own_negation and (threatening or (bool(auxiliaries & _WILL) and _is_between_two(verb, governor)))
        return governor if willing or conceding or forcing else None
    hinging = governor.lemma_ in _HINGES
    return governor if willing or refusing or threatening or open_to_it or hinging else None
