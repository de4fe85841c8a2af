"""Words put to what they belong to where the model hangs them on a neighbour: offers, deals, days, refusals."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import ACTOR_NAMES, NO_NAMES, SUBJECTS, VERBS
from tracker.extract.subject_repairs import explain_insertion
from tracker.extract.verb_forms import status_words
from tracker.rules import load_language, load_lexicon, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# What somebody has or does as something.
_OFFICES = {
    "career", "credentials", "duty", "experience", "function", "history", "image", "job", "life", "position", "post",
    "record", "reputation", "role", "service", "stature", "status", "stint", "success", "tenure", "term", "time", "use",
    "work",
}  # fmt: skip
_GIVING = {"give", "hand", "make", "send"}
_LED_TO = {"anger", "draw", "earn", "elicit", "prompt", "provoke", "raise", "spark", "stoke", "trigger", "win"}


def hang_on_offer(preposition: "Token") -> None:
    """Puts "for" to the offer right before it: what is offered in "accepted Mali's plan for a truce", not why; and "of"
    to a notice: "gave notice of a strike"; and to what the name before it does: "the release by Mali of ten pilots"."""
    offer = preposition.nbor(-1)
    by = offer.head
    if preposition.head == offer and offer.dep_ == "pobj" and by.lower_ == "by" and offer.ent_type_ in ACTOR_NAMES:
        if preposition.lower_ == "of" and not preposition.ent_type_ and by.head.lemma_.lower() in load_lexicon().nouns:
            preposition.head = by.head
        return
    is_beside = offer.dep_ in {"dobj", "nsubjpass"} and offer.head == preposition.head and offer.pos_ == "NOUN"
    offers = word_class("offers") if preposition.lower_ == "for" else {"notice"}
    if is_beside and offer.lemma_.lower() in offers:
        preposition.head = offer


def hang_on_counted(link: "Token") -> None:
    """Puts "with" to the talks, not to their length: "after a day of talks in Oslo with the minister"."""
    talks = (g for c in link.head.children if c.lower_ == "of" and c.i < link.i for g in c.children)
    if link.head.lemma_.lower() in word_class("counter"):
        link.head = next((t for t in talks if t.lemma_.lower() in word_class("talks")), link.head)


def hang_on_officials(link: "Token") -> None:
    """Puts "in" to the officials right before it: "thanked the authorities in Chad"."""
    officials = link.nbor(-1)
    is_told = officials.lemma_ in {"authority", "official"} and any(c.ent_type_ == "GPE" for c in link.children)
    if is_told and officials.tag_ == "NNS" and link.head in officials.ancestors:
        link.head = officials


def hang_on_naming(link: "Token") -> None:
    """Puts "as" to the verb that judges, not to the last noun of what it judges: "described the seizure of the tanker
    as piracy", "dismissed talk of a deal as premature"; "described her work as an envoy" stays."""
    quality = link.head if link.dep_ == "advmod" and link.head.dep_ == "amod" and link.head.i > link.i else None
    noun = link.head if quality is None else quality.head
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.i > link.i or noun.lemma_.lower() in _OFFICES:
        return
    while noun.dep_ in {"pobj", "prep", "conj"} and noun.head != noun:
        noun = noun.head
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in word_class("naming"):
        return
    link.head, link.dep_ = verb, "prep"
    if quality is not None:
        quality.head = link


def make_infinitive(word: "Token") -> None:
    """Makes a verb of "free" with an object after "to" or an auxiliary, "is due to free ten hostages", and a part of
    its verb behind "set": "set free ten hostages"."""
    thing = word.head
    if word.i and word.nbor(-1).lemma_ == "set" and thing.head == word.nbor(-1) and word.dep_ == "amod":
        counted = any(c.i > word.i and c.dep_ in {"det", "nummod", "poss"} for c in thing.children)
        if counted or thing.lemma_.lower() in word_class("captive"):
            word.head, word.dep_ = word.nbor(-1), "prt"
        return
    before = [c for c in word.children if c.i < word.i and (c.dep_ == "aux" or c.lower_ == "to")]
    if before and any(c.dep_ == "dobj" and c.i > word.i for c in word.children):
        word.pos_, word.tag_, word.lemma_ = "VERB", "VB", "free"


def make_preposition(to: "Token") -> None:
    """Makes a preposition of "to" before a plural that the parser takes for an infinitive: "agreed to talks"."""
    noun = to.head
    if any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in noun.children) or noun.head == noun:
        return
    to.head, noun.head = noun.head, to
    to.pos_, to.tag_, to.dep_ = "ADP", "IN", "prep"
    noun.pos_, noun.dep_ = "NOUN", "pobj"


def make_verb_after(to: "Token") -> None:
    """Makes an infinitive of a verb that the tagger does not know: "are due to reconvene on Friday"."""
    verb, known = to.nbor() if to.i + 1 < len(to.doc) else to, load_lexicon()
    if verb.tag_ != "NN" or verb.dep_ != "pobj" or verb.lemma_ not in known.verbs or verb.lemma_ in known.nouns:
        return
    verb.head, to.head = to.head, verb
    verb.pos_, verb.tag_, verb.dep_ = "VERB", "VB", "xcomp"
    to.pos_, to.tag_, to.dep_ = "PART", "TO", "aux"


def name_by_percent(percent: "Token") -> None:
    """Makes a noun of what the parser takes for a verb in "called the 3 percent offer an insult"."""
    part_from_weekday(percent)
    offer = percent.nbor() if percent.i + 1 < len(percent.doc) else percent
    if (
        offer.tag_ not in {"VB", "VBP"}
        or offer.dep_ not in {"ccomp", "xcomp"}
        or percent.head not in {offer, offer.head}
    ):
        return
    offer.pos_, offer.tag_, offer.dep_ = "NOUN", "NN", "dobj"
    percent.head, percent.dep_ = offer, "compound"
    for child in [c for c in offer.children if c.i > offer.i]:
        child.head = offer.head
        child.dep_ = "oprd" if child.dep_ == "dobj" else child.dep_


def part_from_weekday(percent: "Token") -> None:
    """Parts a share from the day before it: "on Tuesday 60 per cent of them agreed"."""
    number = percent.nbor(-1) if percent.i > percent.sent.start + 1 else percent
    day, share = number.nbor(-1) if number != percent else number, percent
    if percent.lower_ == "per" and percent.i + 1 < len(percent.doc):
        share = percent.nbor(1)
    if number.pos_ == "NUM" and day.lower_ in word_class("weekday"):
        day.ent_type_ = "DATE"
        number.head, number.dep_ = share, "nummod"


def join_hyphened(hyphen: "Token") -> None:
    """Makes one noun of two with a hyphen that the parser hangs apart: "rejected on Friday the counter-proposal"; what
    stands before it is the whole noun's: "Chad's counter-proposal"."""
    if hyphen.i == 0 or hyphen.i + 1 >= len(hyphen.doc):
        return
    first, last = hyphen.nbor(-1), hyphen.nbor(1)
    adjoin = first.idx + len(first) == hyphen.idx and hyphen.idx + 1 == last.idx
    if hyphen.dep_ in {"punct", "compound"}:
        is_one = adjoin and first.head == last and first.dep_ == "compound" and {first.pos_, last.pos_} == {"NOUN"}
        for owner in [c for c in first.lefts if is_one and c.dep_ == "poss"]:
            owner.head = last
        if adjoin and last.dep_ == "appos" and last.head == first and first.head != first:
            _make_whole(first, last)
        return
    apart = hyphen not in last.ancestors and first not in last.ancestors and last not in first.ancestors
    if not adjoin or {first.pos_, last.pos_} != {"NOUN"} or not apart:
        return
    for child in list(first.lefts):
        child.head = last
    first.head, first.dep_ = last, "compound"
    hyphen.head, hyphen.dep_ = last, "punct"


def _make_whole(first: "Token", last: "Token") -> None:
    """Makes the second of two nouns with a hyphen the head, which the parser takes for an explanation of the first:
    "the secretary-general of the bloc, X, urged"."""
    last.head, last.dep_ = first.head, first.dep_
    for child in [c for c in first.children if c != last]:
        child.head = last
    first.head, first.dep_ = last, "compound"


def hang_on_clause(at: "Token") -> None:
    """Puts "at" the talks to the verb, not to the name before it: "gave its list to Mali and Chad at talks in Oslo"."""
    is_of_talks = any(c.dep_ == "pobj" and c.lemma_.lower() in word_class("talks") for c in at.children)
    if at.head.ent_type_ not in ACTOR_NAMES or not is_of_talks:
        return
    verb = next((node for node in at.ancestors if node.pos_ in VERBS), None)
    if verb is not None:
        at.head = verb


def free_from_verb(noun: "Token") -> None:
    """Makes a plural the subject of the verb that the parser takes for its head noun: "The talks resume on Friday"."""
    verb = noun.head
    if verb.tag_ != "VBP" or verb.pos_ != "VERB" or noun.i > verb.i or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    for child in [c for c in verb.children if c.i < noun.i and c.dep_ in {"det", "amod", "compound", "poss", "nummod"}]:
        child.head = noun
    noun.dep_ = "nsubj"


def hang_on_refusal(infinitive: "Token") -> None:
    """Puts an infinitive to the noun from which only a closing quote parts it: "their 'stubborn refusal' to sign"."""
    start = next((c.i for c in infinitive.children if c.lower_ == "to" and c.dep_ == "aux"), 0)
    if start < infinitive.sent.start + 2 or infinitive.doc[start - 1].text not in {'"', "'"}:
        return
    noun = infinitive.doc[start - 2]
    words = status_words()
    takes_one = noun.lemma_.lower() in words.negative_nouns | words.planned_nouns | word_class("deciding")
    if noun.pos_ == "NOUN" and takes_one and noun not in infinitive.subtree:
        infinitive.head, infinitive.dep_ = noun, "acl"


def hang_on_deed(result: "Token") -> None:
    """Puts what a deed led to to the deed's verb, not to the relative clause that says what might have been: "vetoed a
    text that would have banned it, drawing criticism"."""
    inner = result.head
    might = any(c.tag_ == "MD" for c in inner.children)
    if inner.dep_ != "relcl" or not might or result.lemma_ not in _LED_TO or result.nbor(-1).text != ",":
        return
    deed = inner.head.head
    if inner.head.dep_ in {"dobj", "nsubjpass"} and deed.pos_ == "VERB" and deed.i < result.i:
        result.head = deed


def part_from_month(month: "Token") -> None:
    """Parts the subject from the month before it: "In May Peru withdrew", read as one name."""
    name, verb = month.head, month.head.head.head
    if name.dep_ != "pobj" or name.i != month.i + 1 or name.ent_type_ in NO_NAMES:
        return
    while verb.pos_ not in VERBS and verb.head != verb:
        verb = verb.head
    if verb.pos_ not in VERBS or verb.i < name.i or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    month.head, month.dep_ = name.head, "pobj"
    name.head, name.dep_ = verb, "nsubj"


def free_auxiliary(auxiliary: "Token") -> None:
    """Gives the verb what the parser hangs on its auxiliary ("Peru has on many occasions proposed talks", "The Peruvian
    cabinet is opposed"), and its form behind "did"."""
    verb = auxiliary.head
    mine = list(auxiliary.children)
    if auxiliary.lower_ == "did" and verb.tag_ == "VBP":
        verb.tag_ = "VB"  # "only then did they meet"
    if verb.pos_ in VERBS and any(c.dep_ in SUBJECTS or c.dep_ == "prep" for c in mine):
        for child in mine:
            child.head = verb
            if auxiliary.dep_ == "auxpass" and child.dep_ == "nsubj":
                child.dep_ = "nsubjpass"


def make_gerund(verb: "Token") -> None:
    """Makes a clause of "denied holding talks", "ruled out signing deals", read as a kind of talks or deals."""
    doc, at = verb.doc, verb.i + 1
    at += at < len(doc) and doc[at].dep_ == "prt"
    if at >= len(doc) or doc[at].dep_ not in {"amod", "compound"} or not doc[at].lower_.endswith("ing"):
        return
    gerund, noun = doc[at], doc[at].head
    stem = gerund.lower_.removesuffix("ing")
    lemma = next((word for word in (stem, stem + "e") if word in load_language("en").light_verbs), None)
    if lemma is None or noun.head != verb or noun.dep_ != "dobj" or noun.left_edge != gerund:
        return
    gerund.head, gerund.dep_, gerund.pos_, gerund.tag_, gerund.lemma_ = verb, "xcomp", "VERB", "VBG", lemma
    noun.head = gerund


def make_blamed(blame: "Token") -> None:
    """Makes an adjective of "is to blame", read as what somebody is to do."""
    if blame.head.lemma_ == "be" and not any(c.dep_ == "dobj" for c in blame.children):
        blame.pos_, blame.tag_, blame.dep_ = "ADJ", "JJ", "acomp"


def mend_subject(subject: "Token") -> None:
    """Joins two subjects, or makes an addressee of who the parser takes for one: "made Mali a new offer"."""
    offer = subject.head
    verb = offer.head
    if offer.dep_ == "ccomp" and offer.pos_ == "NOUN" and verb.lemma_ in _GIVING and verb.i < subject.i:
        if offer.lemma_.lower() in load_lexicon().nouns:
            subject.head, subject.dep_ = verb, "dative"
            offer.dep_ = "dobj"
        return
    if not explain_insertion(subject):
        _join_second(subject)


def _join_second(first: "Token") -> None:
    """Makes one subject of two: joined by "and", "the African Union (AU) and Chad agree", or a noun and the name right
    behind it, "the farmers' organisation LTO urged"."""
    link = next((c for c in first.children if c.dep_ == "cc" and c.i > first.i), None)
    if link is not None and any(c.dep_ == "conj" for c in first.children):
        return
    beside = "conj" if link is not None else "appos"
    if link is None and first.tag_ != "NN":
        return
    after = (link or first.right_edge).i + 1
    for other in list(first.head.children):
        if other.dep_ == first.dep_ and other.left_edge.i == after and (link is not None or other.tag_ == "NNP"):
            other.head, other.dep_ = first, beside
