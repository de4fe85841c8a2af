"""Relative clauses hung on what they tell of: on the deal and not its sides, on who did it and not the day."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import CLAUSE_LINKS, FINITE, HELPERS, SUBJECTS
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_BARE = {"both", "three", "two"}
_BEFORE_NOUN = {"amod", "compound", "det", "nummod", "poss"}
# What somebody is whose name the model does not take for one.
_HEADS = {
    "chair", "chairman", "chairwoman", "chief", "director", "head", "lawyer", "leader", "negotiator", "president",
    "secretary", "spokesman", "spokeswoman",
}  # fmt: skip
_TO_WHOM = {"between", "for", "to", "with"}
_HOLDING = {"chair", "convene", "host"}
_DONE_TO_PENALTIES = {
    "drop",
    "ease",
    "end",
    "impose",
    "lift",
    "reimpose",
    "remove",
    "repeal",
    "revoke",
    "scrap",
    "tighten",
}
_MADE = {"offer", "promise", "proposal"}


def hang_on_deal(relative: "Token") -> None:
    """Puts the clause on how a deal was made to the deal instead of its sides: "the pact with Chad that was signed";
    that on who held talks to them instead of their place: "a summit in the capital that was hosted by Oman"."""
    verb, side = relative.head, relative.head.head
    link = side.head
    held = verb.dep_ == "relcl" and verb.lemma_ in _HOLDING and side.dep_ == "pobj" and link.lower_ in {"in", "at"}
    if held and link.head.lemma_.lower() in word_class("talks"):
        verb.head, verb.dep_ = link.head, "acl"
        return
    made = verb.dep_ == "relcl" and verb.lemma_ in word_class("making_of_a_deal")
    deal = link.head if made and side.dep_ == "pobj" and link.lower_ in {"with", "between", "by", "among"} else None
    if deal is None and made and side.dep_ == "conj" and side.head.dep_ == "pobj":
        link = side.head.head
        deal = link.head if link.lower_ in {"with", "between", "by", "among"} else None
    if deal is not None and deal.lemma_.lower() in word_class("deal") | word_class("truce"):
        verb.head = deal
    # "A meeting of the two ministers, which had been put off": "which" is of no person.
    of_persons = relative.lower_ == "which" and side.lemma_.lower() in word_class("person_or_party")
    talks = link.head if of_persons and verb.dep_ == "relcl" and side.dep_ == "pobj" else None
    if talks is not None and talks.lemma_.lower() in word_class("talks"):
        verb.head = talks


def join_relative(that: "Token") -> bool:
    """Joins to the clause on a noun right before it "the pact that they signed in May and that took effect in June",
    which the parser takes for what somebody else did; whether it was so."""
    verb, link = that.head, that.nbor(-1) if that.i > that.sent.start else that
    if that.dep_ not in SUBJECTS or verb.dep_ != "conj" or link.lower_ != "and" or verb.head.i > link.i:
        return False
    over = link.nbor(-1)
    while over.dep_ != "relcl" and over.head != over and over != verb.head:
        over = over.head
    if over.dep_ != "relcl" or verb in over.ancestors or not any(c.tag_ == "WDT" for c in over.children):
        return False
    that.pos_, that.tag_ = "PRON", "WDT"
    verb.head = link.head = over
    return True


def find_offer(verb: "Token") -> None:
    """Makes a relative clause of what was done with the offer or deal right before "that", wherever it hangs: "a yes
    to the plan that Mali made", "a proposal that Mali had made two days earlier"."""
    that = next((c for c in verb.children if c.lower_ == "that" and c.dep_ in {"mark", "dobj"}), None)
    if that is None or that.i == 0 or verb.lemma_ not in word_class("done_to_an_offer"):
        return
    offer = that.nbor(-1)
    if _is_offer(offer) and not any(c.dep_ in {"dobj", "ccomp", "xcomp"} and c != that for c in verb.children):
        verb.head, verb.dep_, that.dep_ = offer, "relcl", "dobj"


def hang_on_offered(verb: "Token") -> bool:
    """Hangs on an offer what was done with it or holds under it, instead of what is offered, or to whom: "an offer of
    ten berths for ferries, which Mali put to Chad", "presented a plan to Mali, under which"; whether it did."""
    first = verb.left_edge
    if first.lower_ == "under" and first.nbor(1).lower_ == "which" and verb.head.head.lower_ in _TO_WHOM:
        over = verb.head.head.head
        offers = [over, *(c for c in over.children if c.dep_ == "dobj")]
        verb.head = next((t for t in offers if _is_offer(t)), verb.head)
        return True
    which = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.lower_ == "which"), None)
    if which is None or verb.lemma_ not in word_class("done_to_an_offer"):
        return False
    noun = verb.head
    while noun.dep_ == "pobj" and noun.head.lower_ in {"of", "for"} and not _is_offer(noun):
        noun = noun.head.head
    if not _is_offer(noun):
        return False
    verb.head = noun
    return True


def hang_on_penalty(verb: "Token") -> bool:
    """Hangs on a penalty that somebody lifts or imposes it, instead of what it is on: "the ban on exports, which Mali
    lifted"; whether it did."""
    which = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.lower_ in {"which", "that"}), None)
    penalty = verb.head.head.head
    if which is None or verb.head.head.lower_ not in {"of", "on"} or verb.lemma_ not in _DONE_TO_PENALTIES:
        return False
    penalties = word_class("penalty") | word_class("pauses")
    if penalty.lemma_.lower() not in penalties or verb.head.lemma_.lower() in penalties:
        return False
    verb.head = penalty
    return True


def _is_offer(noun: "Token") -> bool:
    return noun.lemma_.lower() in word_class("offers") | word_class("deal") | word_class("drafts")


def hang_on_talks(verb: "Token") -> bool:
    """Puts to talks the clause on when they are held, instead of their place or subject: "talks in Oslo, which begin on
    Friday", "talks on pay, which were to have opened"; whether it did."""
    noun, link = verb.head, verb.head.head
    talks = link.head
    if noun.dep_ != "pobj" or talks.lemma_.lower() not in word_class("talks"):
        return False
    if not any(c.dep_ in SUBJECTS and c.lower_ == "which" for c in verb.children):
        return False
    at_place = noun.pos_ == "PROPN" and link.lower_ in {"in", "at"}
    on_subject = link.lower_ in {"on", "over", "about"} and not any(c.dep_ in {"det", "poss"} for c in noun.children)
    held = [verb, *(c for c in verb.children if verb.lemma_ == "be" and c.dep_ == "xcomp")][-1]
    if not (at_place or on_subject) or held.lemma_ not in word_class("befalling_talks"):
        return False
    verb.head = talks
    return True


def hang_on_summed(noun: "Token") -> None:
    """Hangs on the verb what sums up its clause, instead of the last name: "accused Peru of shelling the Ana Ruiz, a
    charge that Peru denied"."""
    if noun.lemma_ not in word_class("summing_up") or not any(c.lower_ in {"a", "an"} for c in noun.children):
        return
    verb = next((node for node in noun.ancestors if node.pos_ == "VERB"), None)
    if verb is not None and verb.i < noun.i:
        noun.head = verb


def hang_on_side(clause: "Token") -> None:
    """Hangs a clause with "who" or "whose" on the object before the day on which the parser hangs it: "shelled Chile on
    Monday, whose army hit back"."""
    day = clause.head
    over = day.head.head if day.dep_ == "pobj" else day.head
    told = [c for c in over.children if c.dep_ in {"dobj", "nsubjpass"} and c.i < day.i]
    if clause.left_edge.lower_ in {"who", "whose", "whom"} and told and over.pos_ == "VERB":
        clause.head = told[-1]


def hang_on_person(clause: "Token") -> None:
    """Puts a clause with "who" to the person named between it and a state: "the envoy to Peru, Ana Ruiz, who left"."""
    if any(c.lower_ == "who" for c in clause.children):
        names = (c for c in clause.head.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i < clause.i)
        clause.head = next((c for c in names if c.ent_type_ != "GPE"), clause.head)


def hang_on_body(clause: "Token") -> None:
    """Puts a clause with "which" to the body before it instead of the person: "Ana Ruiz, president of the Dockers Union
    (DU), which represents crane drivers"."""
    person, first = clause.head, clause.left_edge
    if first.lower_ != "which" or first.i < person.i + 3 or first.nbor(-1).text != ",":
        return
    if not person.ent_type_ and not any(c.dep_ == "appos" and c.lemma_ in _HEADS for c in person.children):
        return
    body = first.nbor(-2)
    while body.text == ")" or (body.dep_ == "appos" and body.nbor(-1).text == "("):
        body = body.head
    if body != person and body.pos_ in {"NOUN", "PROPN"} and body.ent_type_ != "PERSON" and person in body.ancestors:
        clause.head = body


def make_relative(verb: "Token") -> None:
    """Hangs "signed" on the deal in "broke the accord the two signed in May", where the parser takes it for a
    participle that describes those who signed."""
    doer = verb.head
    if doer.i != verb.i - 1 or not (doer.pos_ == "PROPN" or doer.lower_ in _BARE or _is_some_side(doer)):
        return
    first = doer.i
    while first > verb.sent.start and doer.doc[first - 1].head == doer and doer.doc[first - 1].dep_ in _BEFORE_NOUN:
        first -= 1
    link = doer.doc[first - 1] if first > verb.sent.start else doer
    made = link.nbor(-1) if link.lower_ in {"that", "which"} and link.i > verb.sent.start else link
    if made == doer or made.pos_ != "NOUN" or made.lemma_ not in word_class("deal") | _MADE or made in verb.subtree:
        return
    later = doer.head if doer.head.i > verb.i and made not in doer.head.subtree else None
    bare = later is not None and not any(c.dep_ in SUBJECTS and c != doer for c in later.children)
    if later is not None and bare and not _make_subject(made, later):
        return
    if link != made:
        link.head, link.dep_ = verb, "dobj"
    for further in [c for c in doer.children if c.i > verb.i]:
        further.head = made.head if made.head.i < made.i else made
    verb.head, verb.dep_, verb.tag_ = made, "relcl", "VBD"
    doer.head, doer.dep_ = verb, "nsubj"


def _make_subject(made: "Token", later: "Token") -> bool:
    """Makes a deal the subject of the verb behind its clause: "after the pact that the two signed took effect"; whether
    it was so."""
    over = made.head
    is_finite = later.tag_ in FINITE or any(c.tag_ in FINITE and c.dep_ in HELPERS for c in later.children)
    if not is_finite or later in made.ancestors:
        return False
    if made in later.ancestors:
        later.head, later.dep_ = (later if over == made else over), made.dep_
    elif made.dep_ == "pobj" and over.lower_ in CLAUSE_LINKS and over.head == later.head:
        over.head, over.dep_, later.dep_ = later, "mark", "advcl"
    else:
        return False
    made.head, made.dep_ = later, "nsubjpass" if any(c.dep_ == "auxpass" for c in later.children) else "nsubj"
    return True


def _is_some_side(noun: "Token") -> bool:
    return noun.lemma_ in word_class("person_or_party") and any(c.dep_ in {"det", "nummod"} for c in noun.children)
