"""The verb of a sentence that the parser takes for a noun with what it did."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import FINITE, SUBJECTS, VERBS

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_UNCLEAR = {"acl", "pobj", "xcomp", "dobj", "dep", "amod"}
_TALKS = {"armistice", "ceasefire", "deal", "negotiation", "talk", "truce"}
_LAST = {
    "begin", "break", "collapse", "end", "expire", "fail", "falter", "hold", "open", "resume", "stall", "start",
}  # fmt: skip


def _follows_insertion(verb: "Token") -> bool:
    """Whether a verb stands after what a noun's commas enclose: "The envoy, Ana Ruiz, offered to stay"."""
    comma = verb.left_edge.i - 1
    enclosed = any(c.dep_ in {"appos", "relcl"} and verb.head.i < c.i < comma for c in verb.head.children)
    return enclosed and verb.doc[comma].text == ","


def _hangs_on_doer(verb: "Token") -> bool:
    """Whether a verb hangs on the noun as a participle, or as a clause of its own that no "who" opens: "Chile, whose
    men hold the ridge, on Tuesday accused Peru"."""
    opens = any(t.tag_ in {"WDT", "WP", "WP$"} or t.dep_ in SUBJECTS for t in verb.doc[verb.left_edge.i : verb.i])
    return verb.dep_ == "acl" or (verb.dep_ == "relcl" and not opens and _follows_insertion(verb))


def _behind_apposition(root: "Token") -> "list[Token]":
    """The verb that hangs on what explains who does it: "Chile, a neighbour, offered on Monday to host talks"."""
    told = (c for a in root.children if a.dep_ == "appos" for c in a.children if c.dep_ == "acl")
    return [c for c in told if c.tag_ in {"VBD", "VBN"} and c.doc[c.left_edge.i - 1].text == ","][:1]


def _behind_insertion(root: "Token") -> "list[Token]":
    """The verb that hangs on a name within a noun phrase: "The party of Ana Ruiz, who was robbed, threatened to go"."""
    names = [o for c in root.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    found = (c for name in names for c in name.children if c.dep_ == "acl" and c.tag_ in {"VBD", "VBN"})
    return [verb for verb in found if _follows_insertion(verb)]


def _behind_opening(root: "Token") -> "list[Token]":
    """The verb that hangs on who does it after a place: "In Oslo, the envoy, Ana Ruiz, called for talks"."""
    found = (t for t in root.subtree if t.dep_ == "acl" and t.tag_ in {"VBD", "VBN"})
    return [verb for verb in found if _follows_insertion(verb)][:1]


def _behind_relative(root: "Token") -> "list[Token]":
    """The verb that the parser joins to that of the clause before it: "The envoy, whose team left, asked for talks",
    "Ana Ruiz, who was robbed, threatened to go"; "who met them, talked and left" goes on."""
    clauses = [c for c in root.children if c.dep_ == "relcl" and root.doc[c.left_edge.i - 1].text == ","]
    joined = (c for clause in clauses for c in clause.children if c.dep_ == "conj" and c.tag_ == "VBD")
    return [verb for verb in joined if _stands_alone(verb)][:1]


def _stands_alone(verb: "Token") -> bool:
    """Whether a verb goes on behind a comma, without a subject or a link of its own, and nothing goes on behind it."""
    parts = (*verb.children, *verb.head.children)
    own = any(c.dep_ in SUBJECTS or c.dep_ in {"cc", "conj"} for c in verb.children)
    linked = any(c.dep_ in {"cc", "conj"} and c != verb for c in parts)
    return not own and not linked and verb.left_edge.nbor(-1).text == ","


def _of_the_talks(root: "Token") -> "list[Token]":
    """What a truce or talks did, hung on the last of their sides: "A truce between Mali and rebel factions held.\""""
    if root.lemma_ not in _TALKS:
        return []
    return [t for t in root.subtree if t.dep_ == "acl" and t.tag_ in {"VBD", "VBN"} and t.lemma_ in _LAST][:1]


def _part_clauses(root: "Token") -> None:
    """Makes two clauses of one whose subject seems to be two nouns, the first with a past tense hung on it: "The envoy,
    Ana Ruiz, offered to stay, and both sides agreed"."""
    doer = next((c for c in root.children if c.dep_ == "nsubj"), None)
    told = (c for c in doer.children if _hangs_on_doer(c) and _follows_insertion(c)) if doer is not None else ()
    verb = next((c for c in told if c.tag_ in {"VBD", "VBN"} and c.i < root.i), None)
    if doer is None or verb is None or any(c.dep_ == "agent" for c in verb.children):
        return
    link = next((c for c in doer.children if c.dep_ == "cc" and c.i > verb.i and c.nbor(-1).text == ","), None)
    second = next((c for c in doer.children if c.dep_ == "conj" and link is not None and c.i > link.i), None)
    if link is None or second is None or second.left_edge.i != link.i + 1:
        return
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    doer.head = link.head = root.head = verb
    root.dep_ = "conj"
    second.head, second.dep_ = root, "nsubj"


def _join_clause(root: "Token") -> None:
    """Makes a second clause of who the parser joins to the verb of the first: "The deal took effect, and the envoy, Ana
    Ruiz, promised to stay"."""
    doers = [c for c in root.children if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN"} and c.i > root.i]
    for doer in doers:
        told = (c for c in doer.children if c.dep_ == "acl" and c.tag_ in {"VBD", "VBN"} and _follows_insertion(c))
        verb = next(told, None)
        if verb is None or any(c.dep_ == "agent" for c in verb.children):
            continue
        verb.head, verb.dep_, verb.tag_ = root, "conj", "VBD"
        doer.head, doer.dep_ = verb, "nsubj"


def find_verb(root: "Token") -> None:
    """Makes the past tense that hangs on the noun of a whole sentence its verb: "The mood soured within months.", "The
    envoy, Ana Ruiz, offered to stay."."""
    if root.tag_ == "VBD":
        _part_clauses(root)
    if root.pos_ in VERBS:
        _join_clause(root)
    sentence = root.sent
    closed = any(t.text in {".", "!", "?"} for t in sentence[-3:])
    if root.pos_ not in {"NOUN", "PROPN", "ADP"} or not closed:
        return
    if any(c.tag_ in FINITE and c.dep_ in {"ccomp", "conj", "parataxis"} for c in root.children):
        return
    past = [c for c in root.children if _hangs_on_doer(c) and c.tag_ in {"VBD", "VBN"} and c.i > root.i]
    past = past or _behind_apposition(root)
    if root.pos_ == "ADP":
        past = _behind_opening(root)
    past = past or _behind_insertion(root) or _of_the_talks(root)
    is_joined = not past and bool(past := _behind_relative(root))
    if not past or any(c.dep_ == "agent" for c in past[-1].children):
        return
    verb = past[-1]
    # "A statement issued on Saturday accused them": which of two pasts is the sentence's is not clear.
    others = (t for t in sentence if t.pos_ == "VERB" and verb not in {t, t.head} and t.tag_ in {"VB", "VBN", *FINITE})
    if root.lemma_ in _TALKS and verb.lemma_ in _LAST:  # "Talks to end Sudan's war opened"
        others = (t for t in others if t.tag_ != "VB" or t.head != root)
    if not (is_joined or _follows_insertion(verb)) and any(t.dep_ in _UNCLEAR for t in others):
        return
    above = verb.head
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    for child in [c for c in above.children if c.i > verb.i]:
        child.head = verb
    for child in [c for c in root.children if c.i > verb.i]:
        child.head = verb
    if root.pos_ == "ADP":
        above.head, above.dep_, root.dep_ = verb, "nsubj", "prep"
        root.head = verb
    else:
        root.head, root.dep_ = verb, "nsubj"
