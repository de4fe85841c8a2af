"""The tree of reported speech put right: what is said hangs on its verb, not on the text or the occasion."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import FINITE, HELPERS, SUBJECTS
from tracker.extract.relative_repairs import join_relative
from tracker.rules import load_language, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_OCCASIONS = {
    "address", "article", "blog", "briefing", "broadcast", "bulletin", "conference", "dispatch", "e-mail", "email",
    "hearing", "interview", "note", "post", "posting", "release", "telegram", "testimony",
}  # fmt: skip
_MADE = {"clear", "plain", "known"}
_BY_WHICH = {"in", "on", "at", "during", "through", "via"}
_TO_WHOM = {"to", "with", "for", "of", "from"}
_STEPS = 4
# How what somebody asks for or charges hangs on the verb that says it.
_BELOW_SPEAKING = {"dobj", "conj", "pobj", "prep", "xcomp", "pcomp"}
_PRONOUNS = {"he", "she", "it", "they", "we", "i"}
# How the parser hangs the words on who tells it that close a sentence; what else they hold where they tell something.
_BESIDE_ABOVE = {"advcl", "ccomp", "conj", "relcl"}
_CONTENT = {"advcl", "cc", "ccomp", "mark", "xcomp"}
_ADDRESSING = {"assure", "brief", "inform", "quote", "remind", "tell"}
_GIVING = {"give"}
_STATES = {"be", "deserve", "have", "know", "lack", "look", "mean", "need", "remain", "seem"}


def _verb_over(noun: "Token") -> "Token | None":
    """The reporting verb that a text or occasion stands under: "said in a letter to the council" for "council"."""
    said_in = False
    for _ in range(_STEPS):
        if noun.dep_ != "pobj":
            return None
        link, above = noun.head, noun.head.head
        lemma = noun.lemma_.lower()
        is_text = noun.pos_ == "PROPN" or lemma in _OCCASIONS or lemma in word_class("texts")
        said_in = said_in or (link.lower_ in _BY_WHICH and is_text)
        if above.pos_ == "VERB":
            return above if said_in and above.lemma_ in load_language("en").speech.verbs else None
        if link.lower_ not in _BY_WHICH | _TO_WHOM:
            return None
        noun = above
    return None


def hang_on_saying(that: "Token") -> None:
    """Puts the clause that "that" opens to the verb that reports it: "said in a statement that they must leave", read
    as a clause of "statement", "made it clear that they must leave", read as one of "clear"; "a report that the army
    wrote" stays."""
    clause = that.head
    if join_relative(that):
        return
    if clause.head.lower_ in _MADE and clause.head.head.lemma_ == "make" and clause.pos_ in {"VERB", "AUX"}:
        clause.head, clause.dep_ = clause.head.head, "ccomp"
        return
    if clause.dep_ not in {"acl", "relcl"} or that.i != clause.left_edge.i or clause.pos_ not in {"VERB", "AUX"}:
        return
    children = list(clause.children)
    own_subject = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and c != that for c in children)
    whole = that.dep_ == "mark" or any(
        (c.dep_ in {"dobj", "attr", "acomp", "auxpass"} or c.lower_ in {"must", "should"}) and c != that
        for c in children
    )
    verb = _verb_over(clause.head) if own_subject and whole else None
    if verb is None or any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children):
        return
    clause.head, clause.dep_ = verb, "ccomp"
    that.dep_ = "mark"


def hang_on_speaking(link: "Token") -> None:
    """Puts the text in which somebody speaks to the verb of speech, not to what it asks or charges: "demanded a rise in
    a letter", "accused Chile of shelling the town in a video"; "demanded a say in a report" and "rejected the charges
    in a report" stay."""
    text = next((c for c in link.children if c.dep_ == "pobj"), None)
    if text is None or text.lemma_.lower() not in _OCCASIONS | word_class("texts"):
        return
    is_of_its_own = any(c.lower_ in {"a", "an"} for c in text.children) and any(c.dep_ == "acl" for c in text.children)
    node = link.head
    while is_of_its_own and node.head != node and node.dep_ in _BELOW_SPEAKING:
        if node.lemma_.lower() in word_class("tellings") | word_class("conditions"):
            return
        node = node.head
        if node.pos_ == "VERB" and node.lemma_ in word_class("speech_acts") | word_class("asking"):
            link.head = node
            return


def hang_past_insertion(verb: "Token") -> bool:
    """Coordinates a verb with the one before the words on who reports it: "Chad freed ten men, the army said, and
    vowed to free more", read as what the army did; whether it was so."""
    said = verb.head
    told = _told_before(said)
    if told is None or said.lemma_ not in load_language("en").speech.verbs:
        return False
    link = next((c for c in said.children if c.dep_ == "cc" and said.i < c.i < verb.i), None)
    own = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children)
    if link is None or own or link.nbor(-1).text != ",":
        return False
    link.head = verb.head = told
    return True


def _told_before(said: "Token") -> "Token | None":
    """The verb of what is told before the words on who tells it, after a comma; None where those come first."""
    if said.dep_ == "parataxis":
        told, first = said.head, said.left_edge
    else:
        told = next((c for c in said.children if c.dep_ == "ccomp" and c.i < said.i), said)
        first = next((c.left_edge for c in said.children if c.dep_ == "nsubj"), said)
    if told is said or not told.i < first.i:
        return None
    return told if "," in {first.text, first.doc[first.i - 1].text} else None


def hang_on_report(gerund: "Token") -> None:
    """Puts what is said in the same breath to the verb that reports it, not to what is still to be done: "said they
    would stay away, accusing the army of a plot"."""
    inner, first = gerund.head, gerund.left_edge.i
    if gerund.lemma_ not in word_class("speech_acts") or inner.i > first or gerund.doc[first - 1].text != ",":
        return
    while inner.dep_ == "conj" and inner.head.pos_ in {"VERB", "AUX"}:
        inner = inner.head
    report = inner.head
    if inner.dep_ != "ccomp" or report.i > inner.i or report.lemma_ not in load_language("en").speech.verbs:
        return
    own = any(c.dep_ == "nsubj" and c.lower_ in _PRONOUNS for c in inner.children)
    if own or any(c.tag_ == "MD" for c in inner.children):
        gerund.head = report


def is_past_after_modal(verb: "Token") -> bool:
    """Whether a past after an infinitive with a modal is no participle: "said it would come but rejected the plan"."""
    before = verb.head
    if verb.pos_ != "VERB" or before.tag_ != "VB" or any(c.dep_ in HELPERS for c in verb.children):
        return False
    helpers = [c for c in before.children if c.dep_ in HELPERS]
    return any(c.tag_ == "MD" for c in helpers) and not any(c.dep_ == "auxpass" for c in helpers)


def is_of_the_speaker(verb: "Token") -> bool:
    """Whether a verb of speech goes on with the report and not with how what it tells of stands or goes on: "said the
    minister was wrong and urged her to resign", "said the union was behaving badly and urged it to stop"."""
    told = verb.head
    goes_on = told.tag_ == "VBG" and verb.tag_ == "VBD" and any(c.lower_ in {"was", "were"} for c in told.children)
    if told.dep_ != "ccomp" or not (told.lemma_ in _STATES or goes_on) or verb.lemma_ not in word_class("speech_acts"):
        return False
    return not any(c.dep_ in SUBJECTS and c.lower_ in _PRONOUNS | {"who"} for c in told.children)


def hang_afterwards(said: "Token") -> None:
    """Sets the words on who tells it beside what they close: "they freed ten men, Chad's envoy was quoted as saying",
    read as a clause of "men" or as a further one beside "freed"."""
    above = said.head
    if said.dep_ in {"parataxis", "relcl"}:
        _part_subjects(said)
    if said.dep_ not in _BESIDE_ABOVE or above.i > said.i or said.lemma_ not in load_language("en").speech.verbs:
        return
    subject = next((c for c in said.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.tag_ in {"WDT", "WP"} or not subject.i < said.i:
        return
    if any(c.dep_ in _CONTENT or (c.dep_ == "dobj" and said.lemma_ not in _ADDRESSING) for c in said.children):
        return
    first = said.left_edge if said.left_edge.text == "," else said.doc[max(said.left_edge.i - 1, said.sent.start)]
    if first.text != "," or first.nbor(1).i < subject.left_edge.i:
        return
    while above.pos_ not in {"VERB", "AUX"} and above.head != above:
        above = above.head
    closes = all(t.is_punct or t.is_space for t in said.doc[said.right_edge.i + 1 : said.sent.end])
    if closes and above.pos_ in {"VERB", "AUX"}:
        said.head, said.dep_ = above, "parataxis"


def _part_subjects(said: "Token") -> None:
    """Gives back to what is told the subject that the parser gives to who tells it: '"Our men," he said, "left at
    dawn."', "the men who he says killed them", "Our men, Ali Said, the minister, said on Monday, left at dawn"."""
    first, *more = [c for c in said.children if c.dep_ in SUBJECTS and c.i < said.i] or [said]
    told = said.head
    if not more and first.tag_ == "NNS" and said.i < told.i and not any(c.dep_ in SUBJECTS for c in told.children):
        more = [c for c in first.children if c.dep_ == "appos" and c.pos_ == "PROPN"][:1]
        for name in more:
            name.head, name.dep_ = said, "nsubj"
    if not more:
        return
    if said.dep_ == "relcl":
        told = next((c for c in said.children if c.dep_ in {"ccomp", "xcomp"} and c.i > said.i), said)
    if said.i < told.i and not any(c.dep_ in SUBJECTS for c in told.children):
        first.head = told
        told.dep_ = "ccomp" if told.head == said else told.dep_


def part_at_semicolon(semicolon: "Token") -> None:
    """Parts "Chad said they had struck; Mali denied the raid", whose first clause the parser takes for what the second
    says; "Mali denied it" answers the first."""
    main = semicolon.head
    if any(c.dep_ == "dobj" and c.pos_ == "PRON" for c in main.children):
        return
    before = [c for c in main.children if c.dep_ == "ccomp" and c.i < semicolon.i]
    if main.i > semicolon.i and any(c.dep_ in SUBJECTS and c.i > semicolon.i for c in main.children):
        for clause in before:
            if clause.tag_ not in {"VB", "VBG"} and any(c.dep_ in SUBJECTS for c in clause.children):
                clause.dep_ = "parataxis"


def free_after_colon(colon: "Token") -> None:
    """Sets what somebody says beside his name: 'The minister: "Our troops will leave."', read as a clause of "minister"
    that describes him."""
    for verb in colon.doc[colon.i + 1 : colon.sent.end]:
        if verb.pos_ in {"VERB", "AUX"} and verb.head.i < colon.i:
            if verb.dep_ in {"acl", "relcl"} and any(c.dep_ in SUBJECTS and c.i > colon.i for c in verb.children):
                verb.dep_ = "parataxis"
            return


def hang_on_speaker(gerund: "Token") -> None:
    """Hangs on who speaks what he adds behind a comma, not on what he asks of others or tells of them: "urged Chad to
    leave, voicing concern", "said the army will stay, rejecting a plan"."""
    inner, over = gerund.head, gerund.head.head
    adds = gerund.lemma_ in word_class("added_in_speech") and inner.i < gerund.i and gerund.nbor(-1).text == ","
    if not adds or over.tag_ not in FINITE | {"VBN"} or over.i > inner.i:
        return
    asked = inner.tag_ == "VB" and over.lemma_ in word_class("asking") and inner.dep_ in {"advcl", "ccomp", "xcomp"}
    told = inner.dep_ == "ccomp" and over.lemma_ in load_language("en").speech.verbs
    if asked or told:
        gerund.head = over


def hang_on_telling(clause: "Token") -> None:
    """Hangs on who tells it what others did "as" he did, not on what he asks for: "told Mali it should leave, as the
    envoy flew in"."""
    inner, over = clause.head, clause.head.head
    opens = next((c for c in clause.children if c.lower_ == "as" and c.dep_ == "mark"), None)
    will = any(c.tag_ == "MD" for c in inner.children)
    if opens is None or opens.i < inner.i or clause.tag_ != "VBD" or inner.dep_ != "ccomp" or not will:
        return
    if over.tag_ == "VBD" and over.i < inner.i and opens.nbor(-1).text == ",":
        clause.head = over


def hang_on_who_said(verb: "Token") -> bool:
    """Puts a further act of who speaks to the verb of saying, where the parser joins it to what is told of a thing:
    "she said the payment was held up, and gave Peru until Friday to reply"; whether it was one."""
    told, said = verb.head, verb.head.head
    link = verb.left_edge.nbor(-1) if verb.left_edge.i > verb.sent.start else verb
    if verb.tag_ != "VBD" or told.dep_ != "ccomp" or said.lemma_ not in load_language("en").speech.verbs:
        return False
    if link.lower_ != "and" or link.nbor(-1).text != "," or any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    thing = next((c for c in told.children if c.dep_ in SUBJECTS), None)
    is_thing = thing is not None and thing.pos_ == "NOUN" and thing.lemma_ not in word_class("person_or_party")
    if not is_thing or verb.lemma_ not in word_class("speech_acts") | _GIVING:
        return False
    verb.head = link.head = said
    return True
