"""Past forms read as the verb of a clause made the participles that they are: "the deal reached in May ended it"."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import FINITE, HELPERS, SUBJECTS
from tracker.model.mentions import EventType
from tracker.rules import load_lexicon, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# How a parser that takes a participle for the verb hangs the true verb on it.
SECOND = {"advcl", "dep", "ccomp", "conj", "parataxis"}
# What a verb has that is no participle.
_HAVING = {"find", "get", "have", "keep", "leave", "see", "want", "watch"}
_NOUNS = {"NOUN", "PROPN"}
# How many words before "agreed" the deal stands at most.
_NEAR = 6
_OWN = {"dobj", "ccomp", "aux", "neg", "mark"}
# What is done to persons of whom a participle tells more: "freed two reporters accused of spying".
_DONE_TO = {EventType.RELEASE, EventType.DETENTION, EventType.ATTACK, EventType.SANCTION}


def make_held(verb: "Token") -> None:
    """Makes a passive of "held" in "the ten nurses held hostage in Chad are free", which the parser takes for what the
    nurses did: who takes somebody hostage has more of an object than that."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    how = [c for c in verb.children if c.dep_ in {"dobj", "oprd", "acomp", "advmod"} and c.i > verb.i]
    bare = len(how) == 1 and how[0].i == verb.i + 1 and how[0].lower_ in word_class("held_as")
    if not bare or subject is None or subject.i > verb.i or subject.pos_ == "PRON":
        return
    if any(c.dep_ in {"aux", "auxpass", "neg"} for c in verb.children):
        return
    over, clausal = verb.head, verb.dep_ in {"csubj", "csubjpass"}
    beside = over.children if verb.dep_ == "ccomp" else ()
    after = [c for c in (*verb.children, *beside) if c.i > verb.i and c.dep_ in SECOND and goes_on(c, verb)]
    main = over if clausal else next(iter(after), None)
    if main is None:
        subject.dep_, verb.tag_ = "nsubjpass", "VBN"
        return
    held = verb.nbor(-1)
    _hang(verb, subject, main)
    if held.pos_ in _NOUNS and held in subject.subtree:
        verb.head = held


def hang_on_freed(verb: "Token") -> None:
    """Hangs a participle on who was let go, seized or struck: "freed two reporters accused of spying", read as a clause
    of what was told."""
    over = verb.head
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.dep_ != "ccomp" or verb.tag_ != "VBN" or subject is None or subject.i != verb.i - 1 or over.i > verb.i:
        return
    if any(c.dep_ in _OWN for c in verb.children) or any(c.dep_ == "dobj" for c in over.children):
        return
    has = over.lemma_ in _HAVING  # "had their assets frozen"
    told = set() if has else {entry.rules.type for entry in load_lexicon().verbs.get(over.lemma_, ())}
    if told & _DONE_TO and over.i == subject.left_edge.i - 1:
        subject.head, subject.dep_ = over, "dobj"
        verb.head, verb.dep_ = subject, "acl"


def hang_on_agreed(verb: "Token") -> None:
    """Hangs "agreed" on the deal before it that was agreed with somebody: "approved the deal on its arms agreed with
    Chad", read as what who approves it does."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if verb.lower_ != "agreed" or verb.dep_ not in {"advcl", "acl", "ccomp"} or before.pos_ not in _NOUNS:
        return
    if not any(c.lower_ == "with" for c in verb.children) or any(c.dep_ in {"aux", "mark"} for c in verb.children):
        return
    if (made := next((c for c in verb.children if c.dep_ in SUBJECTS), None)) is not None:
        if verb.dep_ == "ccomp" and verb.head.i == made.left_edge.i - 1 and made.lemma_ in word_class("deal"):
            made.head, made.dep_ = verb.head, "dobj"
            verb.head, verb.dep_, verb.tag_ = made, "acl", "VBN"
        return
    near = reversed(verb.doc[max(verb.i - _NEAR, verb.sent.start) : verb.i])
    deal = next((t for t in near if t.pos_ == "NOUN" and t.lemma_ in word_class("deal")), None)
    if deal is not None and verb not in deal.ancestors:
        verb.head, verb.dep_, verb.tag_ = deal, "acl", "VBN"


def free_from_place(state: "Token") -> None:
    """Makes no doer of the state behind its town: "held talks in Osh, Kyrgyzstan discussing a truce"."""
    verb, town = state.head, state.nbor(-2) if state.i > state.sent.start + 2 else state
    in_town = town.dep_ == "pobj" and town.head.lower_ in {"at", "in"} and state.nbor(-1).text == ","
    bare = verb.tag_ == "VBG" and verb.dep_ == "advcl" and not any(c.dep_ == "aux" for c in verb.children)
    if in_town and bare and state.i == verb.i - 1 and town not in state.subtree:
        state.head, state.dep_ = town, "appos"


def free_from_noun(verb: "Token") -> None:
    """Makes a clause of "says that Mali has repelled rebels", read as a kind of rebels."""
    noun, helpers = verb.head, {c.dep_ for c in verb.children}
    over = noun.head
    if verb.dep_ == "amod" and {"nsubj", "aux"} <= helpers and noun.i > verb.i and over.i < verb.left_edge.i:
        verb.head, verb.dep_ = over, "ccomp"
        noun.head, noun.dep_ = verb, "dobj"


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
    _hang(verb, subject, main)


def _hang(verb: "Token", subject: "Token", main: "Token") -> None:
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
    if (
        verb.nbor(-1).text == "," and between and main.doc[first - 1].text == ","
    ):  # "the line, drawn up in May, has held"
        between = verb.doc[verb.i + 1 : first - 1]
    return len(between) > 0 and not any(t.dep_ == "cc" or t.is_punct for t in between)
