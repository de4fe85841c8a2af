"""Times put to the verb that they date where the model hangs them on an infinitive or a clause on a noun beside it."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import FINITE, HELPERS, VERBS
from tracker.extract.subjects import mark_of
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_FINITE = {"VBD", "VBN"}
# What is done on a day set beforehand: "rejected an offer to meet on Monday".
_SET = {"begin", "gather", "go", "hold", "open", "start", "strike", "vote"}
# How it is told what one deed is to another.
TOLD_AS = {"be", "come"}
_PRESENT = {"VBP", "VBZ"}
_TO_COME = {"must", "should", "to", "will", "would"}
_CALLING = {"call", "characterise", "characterize", "denounce", "describe", "label", "see", "term"}
OCCASIONS = {"after", "at", "during", "on"}

# Within how many words of "until" the verb of "Not until late on Friday did they meet" begins.
_FRONTED = 7
_INVERTED = {"did", "had", "was", "were"}


def hang_day(preposition: "Token") -> bool:
    """Puts a day to what it is of: the deed that is said to be called so, the verb over a clause, what is called for.
    Whether it put it anywhere else."""
    return any(hang(preposition) for hang in (_hang_on_described, _hang_on_main, _hang_on_called))


def _hang_on_main(preposition: "Token") -> bool:
    """Puts "on Monday" to the verb in the past that it dates: before an infinitive ("met on Monday to sign a pact"),
    behind one that tells what an object is for ("rejected a plan to disarm the border on Monday"), and behind the comma
    that ends a clause on a noun ("made its offer, which none had read, at the talks on Monday"). Whether it did."""
    below = preposition.head
    main = _dated(preposition, below) if below.pos_ in VERBS else _agreed(preposition, below)
    if main is not None:
        preposition.head = main
    return main is not None


def _hang_on_called(preposition: "Token") -> bool:
    """Puts a weekday to the protests that somebody calls for, right behind which it stands: "called for rallies in
    every town on Sunday"; whether it did."""
    verb = preposition.head
    links = (c for c in verb.children if c.lower_ == "for" and c.i < preposition.i) if verb.lemma_ == "call" else ()
    called = next((g for link in links for g in link.children if g.dep_ == "pobj"), None)
    if called is None or called.lemma_.lower() not in word_class("protests") or not _is_day(preposition):
        return False
    if called.right_edge.i + 1 == preposition.i:
        preposition.head = called
    return preposition.head == called


def _agreed(preposition: "Token", deal: "Token") -> "Token | None":
    """The verb over a deal or an offer after which the day stands, before what it is for: "signed a pact on Monday to
    leave"."""
    is_deal = deal.dep_ == "dobj" and deal.lemma_.lower() in word_class("deal") | word_class("offers")
    if not is_deal or deal.head.tag_ not in _FINITE or not _is_day(preposition):
        return None
    return deal.head if any(c.dep_ == "acl" and c.tag_ == "VB" and c.i > preposition.i for c in deal.children) else None


def _dated(preposition: "Token", below: "Token") -> "Token | None":
    over = below.head
    if below.dep_ == "relcl":
        opens = below.left_edge.i > 0 and below.left_edge.nbor(-1).text == ","
        closes = preposition.nbor(-1).text == "," and preposition.i > below.i
        return over.head if opens and closes and over.head.pos_ in VERBS and over.head.i < over.i else None
    to = next((c for c in below.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    main = over if over.pos_ in VERBS else over.head
    if to is None or main.tag_ not in _FINITE or main.pos_ not in VERBS or main == below or not _is_day(preposition):
        return None
    if preposition.i < to.i:
        return main
    is_aim = below.dep_ == "acl" and over.dep_ == "dobj" and not _is_set(below)
    answers = main.tag_ == "VBD" and main.lemma_ in word_class("answering")
    told = any(c.ent_type_ == "DATE" or (c.dep_ == "prep" and _is_day(c)) for c in main.children)
    return main if is_aim and answers and not told else None


def hang_on_promise(by: "Token") -> None:
    """Puts the last day to what is to be done, behind a clause in the present or perfect on who is meant: "will free
    the men it has been holding by May 20"."""
    below = by.head
    done_since = below.tag_ in _PRESENT or any(c.dep_ == "aux" and c.lower_ in {"has", "have"} for c in below.children)
    main = below.head
    while main.pos_ not in VERBS and main.head != main:
        main = main.head
    is_to_come = any(c.dep_ == "aux" and c.lower_ in _TO_COME for c in main.children)
    if below.dep_ == "relcl" and done_since and is_to_come and any(c.ent_type_ == "DATE" for c in by.children):
        by.head = main


def hang_on_cause(time: "Token") -> None:
    """Puts a time to what a deed is told to answer, right behind which it stands: "the raid was in reply to Peru's
    decision last month to strike", whose infinitive goes with it."""
    verb, first = time.head, time.left_edge.i
    noun = time.doc[first - 1] if first > verb.i + 1 else verb
    node = noun
    while node.dep_ == "pobj" and node.head.head != verb and node.lemma_ not in word_class("deeds_in_answer"):
        node = node.head.head
    if noun.pos_ != "NOUN" or node == noun or node.lemma_ not in word_class("deeds_in_answer"):
        return
    time.head = noun
    for clause in [c for c in verb.children if c.i > time.i and c.tag_ == "VB" and c.dep_ == "advcl"]:
        if clause.left_edge.i == time.right_edge.i + 1:
            clause.head, clause.dep_ = noun, "acl"


def count_from(verb: "Token") -> bool:
    """Makes a clause of time of "a day after they met", which the parser takes for a second main clause. Whether it
    did."""
    mark = mark_of(verb, {"after", "before"})
    is_counted = mark is not None and mark.i > verb.sent.start and mark.nbor(-1).dep_ == "npadvmod"
    if is_counted and verb.head.i < verb.left_edge.i:
        verb.dep_ = "advcl"
    return is_counted


def _is_day(preposition: "Token") -> bool:
    return any(c.lower_ in word_class("weekday") for c in preposition.children)


def _is_set(verb: "Token") -> bool:
    return verb.lemma_ in _SET or verb.lemma_ in word_class("dealing")


def hang_late(until: "Token") -> None:
    """Makes one clause of "Not until Friday did Chad and Mali meet", which the parser takes for two or in which it
    takes the day for who acts."""
    if until.i == until.sent.start or until.nbor(-1).lower_ != "not":
        return
    did = next((t for t in until.doc[until.i + 1 : until.i + _FRONTED] if t.lower_ in _INVERTED), None)
    day = did.nbor(-1) if did is not None else None
    if did is None or day is None or day.ent_type_ not in {"DATE", "TIME"}:
        return
    verb = did.head if did.dep_ in HELPERS else next((c for c in did.children if c.dep_ == "ccomp"), did)
    if verb == did:
        return
    if did.dep_ not in HELPERS:
        verb.head, verb.dep_ = (verb if did.head == did else did.head), did.dep_
        did.head, did.dep_ = verb, "aux"
    for child in [c for c in did.children if c != verb]:
        child.head = verb
    top = next((t for t in (day, *day.ancestors) if t.head in {until, verb}), day)
    until.head, until.dep_, until.pos_ = verb, "prep", "ADP"
    top.head, top.dep_ = until, "pobj"
    until.nbor(-1).head, until.nbor(-1).dep_ = until, "advmod"


def hang_on_verb_before(verb: "Token") -> bool:
    """Hangs a clause that a length and "after" open on the verb told last before them, where the parser makes it tell
    of a noun or of what is said: "the Front, whose men clashed with the army on Friday, six days after the truce
    began"; whether it was one."""
    mark = mark_of(verb, {"after", "before"})
    length = next((c for c in verb.children if c.dep_ == "npadvmod" and mark is not None and c.i == mark.i - 1), None)
    if mark is None or length is None or length.left_edge.i <= verb.sent.start:
        return False
    before = verb.doc[verb.sent.start : length.left_edge.i]
    told = next((t for t in reversed(before) if t.pos_ == "VERB" and t.tag_ in FINITE), None)
    above = verb.head
    if told is None or above == verb:
        return False
    for child in [c for c in verb.children if c.i < length.left_edge.i]:
        child.head = above
    verb.head, verb.dep_ = told, "advcl"
    return True


def _hang_on_described(preposition: "Token") -> bool:
    """Puts a day to the deed that somebody is said to call so and not to the words: "boycotted the talks over what it
    described as the shelling of the town on Monday"; whether it did."""
    naming = preposition.head
    what = any(c.lower_ == "what" and c.i < naming.i for c in naming.children)
    called = (c for c in naming.children if c.dep_ == "prep" and c.lower_ == "as" and naming.i < c.i < preposition.i)
    deed = next((g for c in called for g in c.children if g.dep_ == "pobj"), None)
    if not what or deed is None or naming.lemma_ not in _CALLING or not _is_day(preposition):
        return False
    preposition.head = deed
    return True
