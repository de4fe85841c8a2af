"""How an event is told: as the news, or as what lies further back, comes again and again, or is merely supposed."""

from typing import TYPE_CHECKING

from tracker.extract.belligerents import is_of_a_war
from tracker.extract.conditions import condition_word
from tracker.extract.context import Context
from tracker.extract.parse_labels import BE, HAVE
from tracker.extract.senses import Trigger
from tracker.extract.subjects import prepositional_objects
from tracker.extract.verb_forms import auxiliaries, status_words
from tracker.model.mentions import EventType, Status
from tracker.rules import load_lexicon, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

CLAUSES = {"VERB", "AUX"}
PRESENT = {"VBZ", "VBP"}
# Acts of speech: what a speaker says on a day is said on that day.
SPOKEN = {
    EventType.STATEMENT, EventType.DEMAND, EventType.REJECTION, EventType.ACCEPTANCE, EventType.ACCUSATION,
    EventType.SUPPORT, EventType.THREAT, EventType.PROPOSAL,
}  # fmt: skip
# What was made before the day on which somebody answers it.
MADE_BEFORE = {EventType.PROPOSAL, EventType.DEMAND}
# How many sentences a short entry has at most.
_BRIEF = 5
_HAD = {"had", "'d"}
# "after talks failed": on some day before, not on that of the sentence.
_BEFORE = {"after", "since"}
# "once the hostages are freed": not yet, if ever.
_SUPPOSED = {"if", "unless", "until", "till", "once", "provided", "providing", "lest", "whether"}
# "by offering", "after meeting": on the day of the clause; "accused of hiding", "worried about losing": whenever.
_SAME_DAY = {"by", "with", "after", "before", "as", "while", "upon", "without", "despite", "besides"}


def clause_verb(trigger: Trigger) -> "Token":
    """The verb of the clause in which an event is told."""
    token = trigger.arguments.light or trigger.token
    while token.pos_ not in CLAUSES and token.head != token:
        token = token.head
    return token


def is_past(verb: "Token") -> bool:
    """Whether a finite verb tells of the past: "announced", "has announced"."""
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(auxiliaries(verb) & (HAVE | _HAD | {"was", "were"})))


def is_simple_past(verb: "Token") -> bool:
    """ "Attacked", "was attacked"."""
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.lower_ in {"was", "were"} for c in verb.children))


def is_of_now(verb: "Token") -> bool:
    """Present or present perfect: a judgement on where things stand is of the day that gives it."""
    return verb.tag_ in {"VBZ", "VBP"} or bool(auxiliaries(verb) & HAVE)


def is_bare_noun(trigger: Trigger) -> bool:
    """Whether an event is told by a noun without a light verb: "the attack", not "launched an attack"."""
    return trigger.token.pos_ in {"NOUN", "PROPN"} and trigger.arguments.light is None


def is_condition(trigger: Trigger) -> bool:
    """Whether a demand is told as a condition, which is set with the words around it: a day within is its deadline."""
    bare = trigger.type is EventType.DEMAND and trigger.arguments.light is None
    return bare and condition_word(trigger.token) is not None


def clause_top(verb: "Token") -> "Token":
    """The verb that heads the coordination or the chain of infinitives in which a verb stands."""
    while verb.dep_ in {"conj", "xcomp"} and verb.head != verb and verb.head.pos_ in CLAUSES:
        verb = verb.head
    return verb


def is_main(verb: "Token") -> bool:
    """Whether the clause of a verb hangs on no noun."""
    node = verb
    for _ in range(4):
        if node.dep_ in {"relcl", "acl"}:
            return False
        if node.dep_ == "ROOT" or node.head == node:
            break
        node = node.head
    bare = verb.tag_ == "VB" and verb.dep_ in {"ROOT", "xcomp", "conj"}
    return bare or verb.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VBG"}


def markers_of(verb: "Token") -> set[str]:
    """The words that mark or place a clause: "after", "if", "when"."""
    return {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"}}


def is_supposed(verb: "Token") -> bool:
    """Whether a clause tells what may come: "if they withdraw", "until the last prisoner is freed"."""
    top = clause_top(verb)
    markers = markers_of(top)
    present = top.tag_ in PRESENT or (top.tag_ in {"VBN", "VBG"} and bool(auxiliaries(top) & BE))
    elliptic = top.tag_ == "VBN" and not auxiliaries(top)
    ahead = markers & {"when", "before", "after"} and "will" in auxiliaries(top.head)
    if top.dep_ != "advcl":
        # A clause that the parse leaves unattached, or that stands under "told them that if ...".
        return present and bool(markers & (_SUPPOSED - {"whether"}))
    return (present or elliptic) and bool(markers & _SUPPOSED or ahead)


def is_earlier(verb: "Token") -> bool:
    """Whether a clause tells what lay before its sentence's act: "after talks failed", "has never said that it sent
    troops", "admitted that it sent them"."""
    top = clause_top(verb)
    told = top.dep_ == "ccomp" and is_simple_past(top) and top.i > top.head.i
    unsaid = told and top.head.tag_ == "VBN" and any(c.dep_ == "neg" or c.lower_ == "never" for c in top.head.children)
    admitted = told and top.head.lemma_ in word_class("remembering")
    return unsaid or admitted or (top.dep_ == "advcl" and bool(markers_of(top) & _BEFORE))


def lasted_before(verb: "Token") -> bool:
    """Whether what a clause behind "after" tells lasted long: "was freed after being held for years"."""
    spans = prepositional_objects(verb, {"for"}) if verb.head.lower_ == "after" else []
    return any(t.lemma_ in {"decade", "month", "week", "year"} for t in spans)


def _ends_in_release(held: "Token") -> bool:
    """Whether a clause only tells out of what somebody was let go: "were released after being detained"."""
    link, verb = held.head, held.head.head
    if held.dep_ != "pcomp" or link.lower_ != "after" or any(c.dep_ == "npadvmod" for c in link.children):
        return False
    return any(entry.rules.type is EventType.RELEASE for entry in load_lexicon().verbs.get(verb.lemma_, ()))


def is_aside(trigger: Trigger, verb: "Token") -> bool:
    """Whether a clause describes rather than tells: "who has backed it", "a charge denied by", "accused of hiding"."""
    top = clause_top(verb)
    if trigger.type is EventType.DETENTION and _ends_in_release(top):
        return True
    if any(c.lower_ == "what" for c in top.children):  # "closed the border on Friday over what it called lies"
        return False
    if top.dep_ == "pcomp":
        return top.head.lower_ not in _SAME_DAY or lasted_before(top)
    if trigger.type not in SPOKEN:
        return False
    participle = top.tag_ == "VBN" and not auxiliaries(top)
    return top.dep_ == "relcl" or (top.dep_ == "acl" and top.tag_ != "VBG") or (top.dep_ == "advcl" and participle)


def goes_on_from(verb: "Token") -> "Token | None":
    """The main verb in the past from whose last word a clause goes on to tell the news: "drew a reply from Chad's
    minister, who accused Mali of bullying"; None for a clause that describes."""
    top = clause_top(verb)
    root, first = top.sent.root, top.left_edge.i
    if top.dep_ != "relcl" or not is_simple_past(top) or first == 0 or top.doc[first - 1].text != ",":
        return None
    is_last = all(t.is_punct or t.is_space for t in top.doc[top.right_edge.i + 1 : top.sent.end])
    begins = top.doc[first].lower_ in {"who", "which"} and root.i < first
    return root if is_last and begins and is_simple_past(root) else None


def is_further_back(verb: "Token") -> bool:
    """Past perfect, "having done", "previously", "repeatedly"."""
    done = auxiliaries(verb) & (_HAD | {"having"}) if verb.tag_ in {"VBN", "VBG"} else set()
    return bool(done) or _is_habit(verb)


def _is_habit(verb: "Token") -> bool:
    """ "Repeatedly", "often", "long"; not "as long as"."""
    words = (c for c in verb.children if c.lower_ in word_class("habit"))
    return any(not any(c.lower_ in {"as", "how"} for c in word.children) for word in words)


def is_of_another(context: Context, trigger: Trigger, actors: set[str]) -> bool:
    """Whether a speaker tells, in the perfect or as going on, what somebody else says: "said that Peru had refused",
    "says Peru is asking for more". The simple past and present report the day's words."""
    speakers = {r.side for r in context.speaker_sides(trigger.token)}
    if trigger.type not in SPOKEN or not speakers or not actors or speakers & actors:
        return False
    verb = clause_verb(trigger)
    perfect = verb.tag_ == "VBN" and bool(auxiliaries(verb) & (HAVE | _HAD))
    return perfect or (verb.tag_ == "VBG" and bool(auxiliaries(verb) & BE))


def is_background(context: Context, trigger: Trigger) -> bool:
    """Whether an event is told as lying further back than the story, or as what a whole war has cost.

    Under a reporting verb the past perfect is the perfect or the past of direct speech ("said that it had signed").
    """
    if is_of_a_war(trigger):
        return True
    verb = clause_verb(trigger)
    reporter = context.speech.reporter(trigger.token)
    if reporter is not None and reporter.pos_ in CLAUSES:
        by_the_way = reporter.dep_ == "advcl" and reporter.tag_ == "VBG"  # "had left the talks, saying that"
        if is_further_back(reporter.head if by_the_way else reporter):
            return True
    if reporter is None or reporter.pos_ not in CLAUSES:
        return is_further_back(verb)
    return _is_habit(verb)


def is_brief(context: Context) -> bool:
    """Whether an article is a short entry that tells the day's news in the present tense: "Peru recalls its envoy"."""
    sentences = list(context.doc.sents)
    root = sentences[0].root if sentences else None
    if root is None or len(sentences) > _BRIEF:
        return False
    passive = root.tag_ == "VBN" and bool(auxiliaries(root) & {"is", "are"}) and not auxiliaries(root) & HAVE
    present = root.tag_ in PRESENT and root.lemma_ not in {"be", "have"}
    return present or passive


def is_general(context: Context, trigger: Trigger, *, lead: bool, brief: bool) -> bool:
    """Simple present or present perfect without a report of it: done or said at some time.

    `lead`: whether the event is told in the article's first sentence, whose present perfect is the news.
    `brief`: whether the article tells its news in the present tense.
    """
    if lead or context.speech.is_quoted(trigger.token):
        return False
    reporter = context.speech.reporter(trigger.token)
    verb = clause_verb(trigger)
    if trigger.type not in SPOKEN:
        perfect = verb.tag_ == "VBN" and bool(auxiliaries(verb) & (HAVE | BE))
        passive = bool(auxiliaries(verb) & BE)
        if perfect and _is_repeated(trigger):
            return True
        return reporter is None and perfect and not (is_bare_noun(trigger) or (brief and passive))
    if reporter is not None and reporter.pos_ in CLAUSES:
        verb = reporter
    if is_bare_noun(trigger):
        return not (brief and trigger.token.dep_ in {"dobj", "nsubj", "nsubjpass"})
    if verb.tag_ in {"VBN", "VBG"} and auxiliaries(verb) & (HAVE | BE):
        return True
    return verb.tag_ in PRESENT and not brief


def _is_repeated(trigger: Trigger) -> bool:
    """Whether a perfect tells what was done many times: "have held many rounds of talks", "has met them repeatedly"."""
    verb = clause_verb(trigger)
    told = (verb, *(c for c in verb.children if c.dep_ in {"dobj", "npadvmod", "nsubjpass"}))
    return any(c.lower_ in word_class("often") for t in told for c in t.children)


def what_is_off(trigger: Trigger) -> "list[Token]":
    """The words that tell the day that something called off or announced was to have: "called off the strike planned
    for Friday"."""
    is_off = trigger.sense.status is Status.DENIED or trigger.token.lemma_ in word_class("announcing")
    nouns = trigger.arguments.get("object") if is_off else []
    due = status_words().planned_modifiers
    planned = [
        c
        for noun in nouns
        for c in noun.children
        if c.lower_ in due or (c.dep_ == "acl" and c.tag_ == "VBN" and any(p.lower_ == "for" for p in c.children))
    ]
    return [*planned, *nouns]


def is_answered(noun: "Token") -> bool:
    """Whether a noun is what a verb of answering answers: "rejected a proposal by", "the demand was dismissed"."""
    return noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in word_class("answering")
