"""Participles told from verbs in the past: what describes a noun, tells a state or names who is in it."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import FINITE, HELPERS, SUBJECTS
from tracker.rules import load_lexicon, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# How a parser that takes a participle for the verb hangs the true verb on it.
SECOND = {"advcl", "dep", "ccomp", "conj", "parataxis"}
# What a verb has that is no participle.
_OWN = {"dobj", "ccomp", "aux", "neg", "mark"}
_NOMINAL = {"nsubj", "nsubjpass", "dobj", "pobj"}


def make_adjective(participle: "Token") -> None:
    """Makes an adjective of how something is told to look: "the talks looked doomed" tells of no break."""
    looks = participle.dep_ in {"acomp", "oprd"} and participle.head.lemma_ in word_class("appearing")
    if looks and participle.lower_ in load_lexicon().adjectives:
        participle.pos_, participle.tag_, participle.lemma_ = "ADJ", "JJ", participle.lower_
    elif participle.lemma_ in word_class("wounding"):
        _make_wounded(participle)


def _make_wounded(participle: "Token") -> None:
    """Makes a noun of "its wounded", an adjective of "who are wounded or sick": neither tells of a deed."""
    children = list(participle.children)
    whose = any(c.dep_ in {"det", "poss"} for c in children)
    if participle.dep_ in _NOMINAL and whose and not any(c.dep_ in SUBJECTS | {"aux", "auxpass"} for c in children):
        participle.pos_, participle.tag_, participle.lemma_ = "NOUN", "NNS", participle.lower_
    elif participle.dep_ != "ROOT" and any(c.dep_ == "conj" and c.pos_ == "ADJ" for c in children):
        participle.pos_, participle.tag_, participle.lemma_ = "ADJ", "JJ", participle.lower_


def make_participle(verb: "Token") -> None:
    """Makes a participle of a past tense that only describes a noun: "a deal reached in May" hung on its noun, "the
    deal reached in May ended the war", where the parser takes the first verb for the sentence's."""
    children = list(verb.children)
    enclosed = verb.i > verb.sent.start and verb.nbor(-1).text == ","
    if not enclosed and any(c.dep_ in _OWN and c.tag_ not in FINITE for c in children):
        return
    subject = next((c for c in children if c.dep_ in SUBJECTS), None)
    if verb.dep_ == "acl":
        if subject is None and verb.head.dep_ != "ROOT":
            verb.tag_ = "VBN"
        return
    beside = verb.head.children if verb.dep_ == "ccomp" and verb.tag_ == "VBN" else ()
    main = next((c for c in (*children, *beside) if c.i > verb.i and c.dep_ in SECOND and goes_on(c, verb)), None)
    if main is None or subject is None or subject.dep_ != "nsubj" or subject.i > verb.i or subject.pos_ == "PRON":
        return
    outer = verb.head
    main.head, main.dep_ = (main if outer == verb else outer), verb.dep_
    for child in children:
        if child != main and (child.i > main.i or child.i < subject.left_edge.i):
            child.head = main
    for child in [c for c in main.children if verb.i < c.i < main.i and c.dep_ in {"npadvmod", "prep"}]:
        child.head = verb
    subject.head, subject.dep_ = main, "nsubj"
    verb.head, verb.dep_, verb.tag_ = subject, "acl", "VBN"


def goes_on(main: "Token", verb: "Token") -> bool:
    """Whether a verb under another is finite, has no subject and is joined by no word or comma."""
    finite = main.tag_ in FINITE or any(c.tag_ in {"MD", *FINITE} and c.dep_ in HELPERS for c in main.children)
    if not finite or any(c.dep_ in SUBJECTS | {"mark"} for c in main.children):
        return False
    between = verb.doc[verb.i + 1 : main.i]
    first = main.left_edge.i if main.left_edge.i > verb.i else main.i
    if (
        verb.nbor(-1).text == "," and between and main.doc[first - 1].text == ","
    ):  # "the line, drawn up in May, has held"
        between = verb.doc[verb.i + 1 : first - 1]
    return len(between) > 0 and not any(t.dep_ == "cc" or t.is_punct for t in between)
