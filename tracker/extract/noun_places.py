"""Where an event noun stands: as a topic, counted, after "amid", with a place or a length of its own."""

from typing import TYPE_CHECKING

from tracker.extract.frames import heads
from tracker.extract.parse_labels import FINITE
from tracker.extract.senses import Trigger
from tracker.extract.subjects import is_to_infinitive
from tracker.rules import load_language, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_TOPIC_PREPOSITIONS = {
    "on",
    "about",
    "over",
    "regarding",
    "concerning",
    "for",
    "toward",
    "towards",
    "to",
    "into",
    "like",
    "as",
    "than",
    "of",
}
# What is done about a danger, or with a warning to travellers.
_MEETS = {
    "address", "avert", "combat", "confront", "contain", "counter", "defuse", "eliminate", "end", "lift",
    "neutralise", "neutralize", "remove", "repel", "stop", "tackle", "thwart",
}  # fmt: skip
_SPEAKING = {"brief", "ask", "speak", "talk", "question", "update"}
# What tells the content of a call or criticism.
_CONTENT = {"for", "of", "over"}
_DWELLING = {"focus", "centre", "center", "concentrate", "negotiate"}
_EXCHANGED = {"view", "idea", "opinion"}
_SPEAKS_OF = {"on", "about", "over", "regarding", "concerning"}
# Words of a sub-heading that is not in capitals, and what ends a line that is none.
_SHORT_HEADING = 2
_ENDING = tuple('.!?:;,"”')


def occurs(token: "Token") -> bool:
    verb = token.head
    if token.dep_ in {"nsubj", "nsubjpass"} and verb.pos_ in {"VERB", "AUX"}:
        return verb.lemma_ in load_language("en").occurrence_verbs or (verb.lemma_ == "be" and _is_on_its_way(verb))
    subjects = {c.lower_ for c in verb.children if c.dep_ in {"expl", "nsubj"}}
    return token.dep_ == "attr" and verb.lemma_ == "be" and bool(subjects & {"there", "it", "this", "that", "these"})


def _is_on_its_way(copula: "Token") -> bool:
    """Whether a copula tells how far its subject has come: "is complete", "is under way", "is to begin"."""
    for child in copula.children:
        if child.dep_ == "acomp" and child.lower_ in word_class("course"):
            return True
        if child.dep_ == "xcomp" and child.lemma_ in load_language("en").occurrence_verbs and is_to_infinitive(child):
            return True
        if child.dep_ == "prep" and any(g.lower_ in word_class("course_nouns") for g in child.children):
            return True
    return False


def is_on_journey(token: "Token") -> bool:
    """Whether a noun tells the visit on which something is done: "said on a trip to Chad"."""
    return token.dep_ == "pobj" and token.head.lower_ == "on" and token.lemma_ in word_class("journeys")


def is_topic(token: "Token") -> bool:
    if token.dep_ != "pobj":
        return False
    governor = token.head.head
    if is_on_journey(token) or governor.ent_type_ in {"GPE", "LOC", "FAC"}:  # a place has no topic
        return False
    if governor.pos_ == "VERB" and token.head.lower_ in _SPEAKS_OF:
        return governor.lemma_ in _SPEAKING | set(load_language("en").speech.verbs)
    return token.head.lower_ in _TOPIC_PREPOSITIONS and governor.pos_ in {"NOUN", "PROPN", "ADJ"}


def is_in_a_name(token: "Token") -> bool:
    """Whether a word tells in a name what a body is for: "the Front for the Liberation of Oman"."""
    over = token.head.head
    return (
        token.pos_ == "PROPN"
        and token.dep_ == "pobj"
        and token.head.lower_ in {"for", "of"}
        and over.pos_ == "PROPN"
        and over.text[:1].isupper()
        and token.text[:1].isupper()
    )


def is_of_terms(token: "Token") -> bool:
    """Whether a noun is what a part of a text provides for: "a protocol on the release of prisoners", "those on"."""
    over = token.head
    if token.dep_ != "pobj" or over.lower_ not in _TOPIC_PREPOSITIONS - {"of", "to", "as", "like", "than"}:
        return False
    return over.head.lower_ in {"those", "one", "ones"} or over.head.lemma_.lower() in word_class("parts_of_a_text")


def is_talked_of(token: "Token") -> bool:
    """Whether a noun is what talks or those who hold them are about: "talks on the release of prisoners", "exchanged
    views on a withdrawal", "focused on the truce"."""
    token = whole(token)
    if token.dep_ != "pobj" or token.head.lower_ not in _SPEAKS_OF:
        return False
    governor = token.head.head
    if governor.pos_ == "VERB":
        return governor.lemma_ in _SPEAKING | _DWELLING
    return governor.lemma_ in word_class("talks") | _EXCHANGED


def ended_first(token: "Token") -> "Token | None":
    """The end of something before which a list goes on: "end" for "release" in "called for an end to the war, the
    release of captives and talks", which the parser lists with the war."""
    first = whole(token)
    over = first.head.head
    listed = first != token and first.dep_ == "pobj" and first.head.lower_ in {"to", "of"}
    return over if listed and over.lemma_.lower() in word_class("pauses") | {"end"} else None


def is_any(token: "Token") -> bool:
    """ "any talks would have to include ...": none that are known of."""
    return token.dep_ in {"nsubj", "nsubjpass"} and any(c.dep_ == "det" and c.lower_ == "any" for c in token.children)


def is_told_after(token: "Token") -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in {"after", "following", "during", "amid", "since"}


def is_counted(token: "Token") -> bool:
    """ "two days of talks", "a wave of attacks", "a rise in raids": the event is told with its length or number."""
    if token.dep_ != "pobj":
        return False
    link, counting = token.head.lower_, token.head.head.lemma_.lower()
    return (link == "of" and counting in word_class("counter")) or (link == "in" and counting in word_class("rising"))


def counter(token: "Token") -> "Token":
    """What an event noun is counted in, else the noun: "weeks" in "two weeks of exercises"."""
    while is_counted(token):
        token = token.head.head
    return token


def whole(token: "Token") -> "Token":
    """What an event noun is counted in or listed with, else the noun: "round" in "a second round of talks"."""
    while is_counted(token) or (token.dep_ == "conj" and token.head.pos_ == "NOUN"):
        token = token.head if token.dep_ == "conj" else token.head.head
    return token


def is_label(token: "Token") -> bool:
    """Whether a noun before a colon only says what a headline is about: "Cyprus talks: Hope fades"."""
    if token.i + 1 >= len(token.doc) or token.nbor().text != ":":
        return False
    return not any(t.pos_ in {"VERB", "AUX"} for t in token.doc[token.sent.start : token.i])


def is_in_bare_heading(token: "Token", text: str) -> bool:
    """Whether a noun stands in a sub-heading that is no clause: "SPIKE IN ATTACKS" on a line of its own."""
    first, last = text.rfind("\n", 0, token.idx) + 1, text.find("\n", token.idx)
    line = text[first:last].rstrip()
    is_short = line.isupper() or len(line.split()) <= _SHORT_HEADING
    if first == 0 or last < 0 or not is_short or line[-1:] in _ENDING:
        return False
    return not any(t.tag_ in FINITE or t.tag_ == "MD" for t in token.sent if first <= t.idx < last)


def is_manner(token: "Token") -> bool:
    """Whether a bare noun only tells how or why: "closed the embassy in protest"."""
    return token.tag_ == "NN" and token.dep_ == "pobj" and token.head.lower_ == "in" and not list(token.lefts)


def is_met_danger(token: "Token") -> bool:
    """Whether a threat is a danger that is met, and no words: "ended the threat", "until the threats are removed"."""
    return token.dep_ in {"dobj", "nsubjpass"} and token.head.lemma_ in _MEETS


def is_placed(trigger: Trigger) -> bool:
    """Whether a named place hangs on the noun: "talks in Cairo", "an incursion into Syria"."""
    return any(
        t.ent_type_ in {"GPE", "LOC", "FAC"}
        for p in ("in", "at", "into", "near", "across", "to")
        for t in trigger.arguments.get(p)
        if t.head.head == trigger.token
    )


def has_acting_agent(trigger: Trigger) -> bool:
    """Whether a noun names who does it by a word for one who acts: "a court's demand", "objections from members"."""
    acting = word_class("person_or_party") | word_class("actor")
    agents = (t for slot in ("poss", "by", "from") for t in trigger.arguments.get(slot))
    return any(head.lemma_.lower() in acting for t in agents for head in heads(t))


def is_promise(token: "Token") -> bool:
    """Whether a noun after a preposition promises what its infinitive tells: "won on a pledge to end the war"."""
    return (
        token.dep_ == "pobj"
        and token.lemma_ in word_class("promises")
        and any(c.dep_ == "acl" and is_to_infinitive(c) for c in token.children)
    )


def is_voiced_by_many(trigger: Trigger) -> bool:
    """Whether calls or criticism are told with their content and as those of many, whoever they are: "despite repeated
    calls for restraint", "mounting criticism of the raids", "calls for his release are growing"."""
    noun = trigger.token
    if noun.tag_ == "NN" and noun.lemma_ != "criticism":
        return False
    grows = noun.dep_ == "nsubj" and noun.head.lemma_ in word_class("growing")
    told = (*noun.children, *noun.head.children) if grows else noun.children
    if not trigger.arguments.get("clause") and not any(c.dep_ == "prep" and c.lower_ in _CONTENT for c in told):
        return False
    many = any(c.lower_ in word_class("of_many") for c in noun.children if c.dep_ in {"amod", "nummod"})
    against = noun.dep_ == "pobj" and noun.head.lower_ in {"amid", "despite", "following"}
    return many or against or grows


def has_measure(token: "Token") -> bool:
    """Whether a noun is told with its length: "a seven-day truce", "a truce of seven days"."""
    before = (c for c in token.children if c.dep_ in {"compound", "amod", "nmod"})
    after = (g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj")
    return any(
        t.lemma_ in {"day", "week", "month", "hour"} and any(g.like_num or g.lower_ == "-" for g in t.children)
        for t in (*before, *after)
    )


def has_details(token: "Token") -> bool:
    """Whether an event noun is told with details of its own: its length, or a clause on what it brings."""
    return has_measure(token) or any(c.dep_ == "relcl" for c in token.children)


def is_indefinite(token: "Token") -> bool:
    determiners = {c.lower_ for c in token.children if c.dep_ in {"det", "nummod", "poss"}}
    counted = any(c.dep_ == "nummod" for c in token.children)
    return (
        counted
        or bool(determiners & {"a", "an", "another", "several", "two", "both"})
        or (not determiners and token.tag_ == "NNS")
    )


def is_only_possible(token: "Token") -> bool:
    """Whether a deal is one that may come: "hopes of a possible deal", "any sort of accord"."""
    return any(c.lower_ in {"possible", "potential", "any", "eventual", "prospective"} for c in token.children)


def is_voted_on(token: "Token") -> bool:
    """Whether a deal is only what a vote is about, whose day is the vote's: "vote on the agreement from Monday"."""
    over = token.head.head
    return token.dep_ == "pobj" and token.head.lower_ == "on" and over.lemma_ in {"vote", "ballot", "referendum"}
