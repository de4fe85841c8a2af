"""Words whose class the tagger errs in: nouns and participles that it takes for verbs."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import FINITE, HELPERS, SUBJECTS
from tracker.rules import load_lexicon, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# How a parser that takes a participle for the verb hangs the true verb on it.
SECOND = {"advcl", "dep", "ccomp", "conj", "parataxis"}
_NOMINAL = {"nsubj", "nsubjpass", "dobj", "pobj"}
# What a verb has that is no participle.
OWN = {"dobj", "ccomp", "aux", "neg", "mark"}


def make_perfect(verb: "Token") -> None:
    """Makes a participle of the past tense behind "has" and what stands between: "has on two occasions rejected it"."""
    has = next((c for c in verb.children if c.dep_ == "aux" and c.lemma_ == "have" and c.i < verb.i), None)
    if has is not None and all(c.i < has.i for c in verb.children if c.dep_ in SUBJECTS):  # not "had Mali believed it"
        verb.tag_ = "VBN"


def make_deal(verb: "Token") -> None:
    """Makes the object of the verb before it of a deal that is read as a verb: "signed the release and truce deal"."""
    over, children = verb.head, list(verb.children)
    named = any(c.dep_ in {"nmod", "compound", "det", "amod"} and c.i < verb.i for c in children)
    bare = not any(c.dep_ in SUBJECTS | HELPERS | {"dobj"} for c in children)
    if verb.dep_ == "ccomp" and over.pos_ == "VERB" and over.i < verb.i and named and bare:
        verb.pos_, verb.tag_, verb.dep_ = "NOUN", "NN", "dobj"


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


def make_noun(verb: "Token") -> None:
    """Makes a noun of what looks like the verb before the true one: "opposition calls for a vote have shaken Togo",
    "protests and union demands for more pay were ignored"."""
    over, before = verb.head, verb.nbor(-1) if verb.i > verb.sent.start else verb
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    listed = before.dep_ == "conj" and before.pos_ == "NOUN" and before.head.pos_ == "NOUN"
    if subject is None and listed and verb.dep_ in {"advcl", "conj"} and before.nbor(-1).dep_ == "cc":
        # "Led to protests and opposition calls for a vote".
        verb.pos_, verb.tag_, verb.head, verb.dep_ = "NOUN", "NNS", before.head, "conj"
        before.head, before.dep_ = verb, "compound"
        return
    if subject is None or before.pos_ != "NOUN" or any(c.dep_ in {"dobj", "aux"} for c in verb.children):
        return
    behind = [c for c in verb.children if c.i > verb.i and c.dep_ in SECOND]
    mains = [over] if over.i > verb.i and verb.dep_ in {"ccomp", *SUBJECTS} else behind
    main = next((m for m in mains if goes_on(m, verb) or (m == over and verb.dep_ in SUBJECTS)), None)
    if main is None or before not in {subject, *subject.children}:
        return
    if main != over:
        main.head, main.dep_ = (main if over == verb else over), verb.dep_
        for child in [c for c in verb.children if c.i > main.i]:
            child.head = main
    passive = any(c.dep_ == "auxpass" for c in main.children)
    verb.pos_, verb.tag_ = "NOUN", "NNS"
    verb.head, verb.dep_ = main, "nsubjpass" if passive else "nsubj"
    if before != subject:
        subject.head, subject.dep_ = main, verb.dep_
        verb.head, verb.dep_, before.head = subject, "conj", verb
    before.dep_ = "compound"


def make_participle(verb: "Token") -> None:
    """Makes a participle of a past tense that only describes a noun: "a deal reached in May" hung on its noun, "the
    deal reached in May ended the war", where the parser takes the first verb for the sentence's."""
    children = list(verb.children)
    enclosed = verb.i > verb.sent.start and verb.nbor(-1).text == ","
    if not enclosed and any(c.dep_ in OWN and c.tag_ not in FINITE for c in children):
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
    hang_participle(verb, subject, main)


def hang_participle(verb: "Token", subject: "Token", main: "Token") -> None:
    """Puts the true verb where the participle stands, with its subject, and the participle on that."""
    outer = verb.head
    children = list(verb.children)
    if main != outer:
        main.head, main.dep_ = (main if outer == verb else outer), verb.dep_
    for child in children:
        if child != main and (child.i > main.i or child.i < subject.left_edge.i):
            child.head = main
    for child in [c for c in main.children if verb.i < c.i < main.i and c.dep_ in {"npadvmod", "prep"}]:
        child.head = verb
    passive = any(c.dep_ == "auxpass" for c in main.children)
    subject.head, subject.dep_ = main, "nsubjpass" if passive else "nsubj"
    verb.head, verb.dep_, verb.tag_ = subject, "acl", "VBN"


def goes_on(main: "Token", verb: "Token") -> bool:
    """Whether a verb under another is finite, has no subject and is joined by no word or comma."""
    finite = main.tag_ in FINITE or any(c.tag_ in {"MD", *FINITE} and c.dep_ in HELPERS for c in main.children)
    if not finite or any(c.dep_ in SUBJECTS | {"mark"} for c in main.children):
        return False
    between = verb.doc[verb.i + 1 : main.i]
    first = main.left_edge.i if main.left_edge.i > verb.i else main.i
    enclosed = verb.i > 0 and verb.nbor(-1).text == "," and between and main.doc[first - 1].text == ","
    if enclosed:  # "the line, drawn up in May, has held"
        between = verb.doc[verb.i + 1 : first - 1]
    return len(between) > 0 and not any(t.dep_ == "cc" or t.is_punct for t in between)
