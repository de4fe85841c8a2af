"""Which way a clause looks in time, by the verbs that govern a place in the parse."""

from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.extract.parse_labels import HAVE
from tracker.extract.scheduled import plan_that_failed
from tracker.rules.times import word_set

if TYPE_CHECKING:
    from tracker.extract.tokens import Doc, Token


class Direction(StrEnum):
    """`DONE` is what cannot lie ahead, as an attack; `NONE` what no verb tells."""

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    NONE = "none"
    DONE = "done"


def direction_at(doc: "Doc", first: int, last: int) -> Direction:
    """The direction of the clause that holds the characters `first` to `last`."""
    span = doc.char_span(first, last)
    if span is None or len(span) == 0:
        return Direction.NONE
    return _climb(span.root, span[0].i)


def is_attribute(doc: "Doc", first: int, last: int) -> bool:
    """Whether the words modify a noun ("Wednesday's ruling", "the Tuesday deadline"), not a verb."""
    span = doc.char_span(first, last)
    return span is not None and len(span) > 0 and span.root.dep_ in ("poss", "compound", "nmod", "amod", "nummod")


def is_in_relative(doc: "Doc", first: int, last: int) -> bool:
    """Whether the words stand in a relative clause ("the people whom it seized on 7 October")."""
    span = doc.char_span(first, last)
    node = span.root if span is not None and len(span) else None
    while node is not None and node.head != node:
        if node.dep_ == "relcl":
            return True
        node = node.head
    return False


def is_rate(doc: "Doc", first: int, last: int) -> bool:
    """Whether the words follow an amount directly and modify it ("700 seats a week", "$2 million a year")."""
    span = doc.char_span(first, last)
    if span is None or len(span) == 0 or span[0].i == 0 or span[0].lower_ not in ("a", "an"):
        return False
    before = doc[span[0].i - 1]
    after = doc[span[-1].i + 1].lower_ if span[-1].i + 1 < len(doc) else ""
    if after in word_set("sides"):
        return False
    return span.root.dep_ == "npadvmod" and before.tag_ in ("NN", "NNS", "CD", "$", "NNP")


def _climb(token: "Token", begin: int) -> Direction:
    """Goes up from `token` to the first verb that tells a direction."""
    before = token.doc[begin - 1].lower_ if begin else ""
    if before == "since":
        return Direction.DONE
    if (plan := _plan_over(token)) is not None:
        return plan
    if before in word_set("looking_ahead") or (begin > 1 and token.doc[begin - 2].lower_ in word_set("looking_ahead")):
        return Direction.FUTURE
    is_limit = before in word_set("limits") or (token.dep_ == "pobj" and token.head.lower_ in word_set("limits"))
    came_from = token
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX"):
            if is_limit and (token.lemma_.lower() in word_set("verbs_deferring") or _is_wanted(token, begin)):
                return Direction.FUTURE
            if _belongs_to_reporting(token, begin):
                came_from = token = token.head
                is_limit = False
            elif (
                _is_due(token)
                or _is_asked(token, came_from)
                or _is_off(token, came_from)
                or _is_of_invited(token, came_from)
                or _is_left_over(token, came_from)
                or _is_announced(token, before)
            ):
                return Direction.FUTURE
            elif _is_put_off(token, came_from):
                return Direction.DONE
            if _is_aim_of_deed(token, begin):
                came_from = token = token.head
                continue
            if (found := _of_verb(token)) is not Direction.NONE:
                if _is_loose_participle(token, came_from):
                    return Direction.NONE
                is_direct = came_from.dep_ == "prep" and came_from.lower_ in ("in", "on") and came_from.i + 2 >= begin
                is_told = found is Direction.PAST and token.tag_ != "VB" and not _plans(token)
                return Direction.DONE if is_direct and is_told else found
        elif token.dep_ == "prep" and token.lower_ in word_set("limits"):
            is_limit = True
        elif token.lower_ in word_set("looking_ahead") or _is_headline_verb(token) or _is_announced(token, before):
            return Direction.FUTURE
        elif token.pos_ == "NOUN" and token.i != begin and token.lemma_.lower() in word_set("nouns_happened"):
            return Direction.DONE if _of_tree(token) is not Direction.FUTURE else Direction.FUTURE
        if token.head == token:
            break
        came_from, token = token, token.head
    return Direction.NONE


def _is_aim_of_deed(verb: "Token", begin: int) -> bool:
    """Whether an infinitive before the words only tells what was done for what: "presented a plan to end the strike on
    Thursday", "met to settle the dispute on Thursday"; what is to end is set for no day."""
    aims = verb.tag_ == "VB" and verb.dep_ in ("acl", "advcl") and verb.lemma_.lower() in word_set("verbs_settling")
    return aims and verb.i < begin and verb.head.i < verb.i


def _plan_over(token: "Token") -> Direction | None:
    """ "Had been due on Saturday", "were scheduled for Saturday but were put off": what did not come lies behind."""
    node = token.head if token.dep_ in ("pobj", "npadvmod") else token
    node = node.head if node.dep_ == "prep" else node
    node = node.head if node.lower_ in word_set("looking_ahead") else node
    return Direction.DONE if node.pos_ in ("VERB", "AUX") and plan_that_failed(node) is node else None


def _is_headline_verb(token: "Token") -> bool:
    """ "Talks resume Thursday": the tagger takes the verb of a short headline for a noun with a plural before it."""
    return (
        token.dep_ == "ROOT"
        and token.pos_ == "NOUN"
        and token.lower_ in word_set("verbs_scheduled")
        and any(child.dep_ == "compound" and child.tag_ == "NNS" for child in token.lefts)
    )


def _is_of_invited(verb: "Token", came_from: "Token") -> bool:
    """ "Invited both sides to talks on Monday": the day is that of the talks, in the perfect wherever it hangs."""
    if came_from.dep_ != "prep" or verb.lemma_.lower() not in word_set("verbs_inviting"):
        return False
    perfect = any(c.dep_ == "aux" and c.lower_ in HAVE for c in verb.children)
    links = [c for c in verb.children if c.lower_ == "to" and c.i <= came_from.i]
    links = [link for link in links if link == came_from or perfect]
    return any(c.lemma_.lower() in word_set("gatherings") for link in links for c in link.children)


def _is_wanted(verb: "Token", begin: int) -> bool:
    """ "Demanded their release by Friday": what is wanted lies ahead, but not always what somebody "had" wanted."""
    if verb.lemma_.lower() not in word_set("verbs_wanting") or any(c.lower_ == "had" for c in verb.children):
        return False
    return any(t.lower_ == "by" and t.dep_ == "prep" for t in verb.doc[max(begin - 5, verb.i) : begin])


def _is_left_over(verb: "Token", came_from: "Token") -> bool:
    """ "Has been left for a new round of talks on March 24": the day is that of the talks, wherever it hangs."""
    is_left = any(c.dep_ == "auxpass" for c in verb.children) and verb.lemma_.lower() in word_set("verbs_leaving_over")
    if came_from.dep_ != "prep" or not is_left:
        return False
    links = [c for c in verb.children if c.lower_ in ("for", "to") and c.i <= came_from.i]
    met = [c for link in links for c in link.children]
    met += [c for noun in met for of in noun.children if of.lower_ == "of" for c in of.children]
    return any(c.lemma_.lower() in word_set("gatherings") for c in met)


def _is_off(verb: "Token", came_from: "Token") -> bool:
    """ "Called off the strike planned for Friday", "called a strike for Friday": the day that was set is to come."""
    is_for = came_from.dep_ == "prep" and came_from.lower_ == "for" and verb.lemma_.lower() in word_set("verbs_planned")
    if is_for and verb.lemma_ == "call" and any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
        return True
    over = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "dobj" else None
    return is_for and over is not None and over.lemma_.lower() in word_set("verbs_cancelling")


def _is_put_off(verb: "Token", came_from: "Token") -> bool:
    """ "Were postponed on Monday", "was called off on Monday": when it was done, not the day set instead."""
    past = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.children)
    return past and came_from.lower_ == "on" and verb.lemma_.lower() in word_set("verbs_cancelling")


def _is_announced(word: "Token", before: str) -> bool:
    """ "Announced a strike from March 4", whether the parser hangs "from" on the noun or on the verb: what is announced
    begins then."""
    if before != "from" or word.pos_ not in ("NOUN", "VERB"):
        return False
    verb = word.head if word.pos_ == "NOUN" and word.dep_ == "dobj" else word
    is_done = any(child.dep_ == "dobj" or child.lower_ in ("on", "to") for child in verb.children)
    return verb.pos_ == "VERB" and is_done and verb.lemma_.lower() in word_set("verbs_announcing")


def _is_due(verb: "Token") -> bool:
    """ "Are due in Oslo on Friday": what is due lies ahead, wherever the day stands."""
    return verb.tag_ in ("VBZ", "VBP") and any(
        child.dep_ in ("acomp", "attr") and child.lower_ in word_set("looking_ahead") for child in verb.children
    )


def _is_asked(verb: "Token", came_from: "Token") -> bool:
    """ "Agreed to meet on Friday", "proposed leaving in May"."""
    return came_from.dep_ in _COMPLEMENTS and verb.lemma_.lower() in word_set("verbs_asking")


def _is_loose_participle(verb: "Token", came_from: "Token") -> bool:
    """ "delegates sent to the convention in July": a participle without a helper says nothing of its object's day."""
    is_bare = verb.tag_ == "VBN" and verb.dep_ == "acl" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return is_bare and came_from.dep_ in ("prep", "dobj") and came_from.lower_ in ("to", "for", "toward", "towards")


def _of_tree(noun: "Token") -> Direction:
    """The direction of the verb that a noun depends on."""
    token = noun.head
    for _ in range(6):
        if token.pos_ in ("VERB", "AUX") and (found := _of_verb(token)) is not Direction.NONE:
            return found
        token = token.head
    return Direction.NONE


_COMPLEMENTS = ("xcomp", "ccomp", "pcomp")


def _belongs_to_reporting(verb: "Token", begin: int) -> bool:
    """Whether the words at `begin` stand between a verb of saying and its clause without "that": "told them on
    Tuesday it should act" tells when they were told, whatever the parse says."""
    if verb.dep_ != "ccomp" or not verb.head.i < begin < verb.i:
        return False
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    mark = next((child for child in verb.children if child.dep_ == "mark"), None)
    return subject is not None and subject.i > begin and (mark is None or mark.i > begin)


def _plans(verb: "Token") -> bool:
    """Whether a verb tells that something is to be: "is set for Monday", not "was set free on Monday"."""
    lemma = verb.lemma_.lower()
    if lemma not in word_set("verbs_planned"):
        return False
    return lemma != "set" or not any(child.lower_ in word_set("beside_set") for child in verb.children)


def _of_verb(verb: "Token") -> Direction:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    tags = {child.tag_ for child in helpers}
    lemma = verb.lemma_.lower()
    if "TO" in tags:
        return _of_infinitive(verb, words)
    if words & word_set("modals"):
        negated = any(
            child.dep_ == "neg" or (child.dep_ in ("nsubj", "nsubjpass") and _is_negative(child))
            for child in verb.children
        )
        refused = negated and ("could" in words or ("would" in words and verb.dep_ in ("ROOT", "conj")))
        return Direction.PAST if refused or ("have" in words and "will" not in words) else Direction.FUTURE
    if words & word_set("perfect"):
        planned = _plans(verb) and "had" not in words
        return Direction.FUTURE if planned else Direction.PAST
    if _plans(verb) and verb.tag_ in ("VBN", "VBD", "VBZ", "VBP"):
        if verb.dep_ == "advcl" and verb.tag_ == "VBN":
            return Direction.NONE
        return Direction.PAST if verb.tag_ == "VBD" and lemma in word_set("verbs_proposing") else Direction.FUTURE
    if "VBD" in tags or verb.tag_ == "VBD":
        return Direction.PAST
    if verb.tag_ == "VBN":
        return Direction.PRESENT if tags & {"VBZ", "VBP"} else Direction.PAST
    if verb.tag_ == "VBG":
        return Direction.FUTURE if tags & {"VBZ", "VBP"} else Direction.NONE
    if verb.tag_ in ("VBZ", "VBP"):
        comes_into_force = any(child.lower_ == "effect" for child in verb.children)  # "which takes effect on Monday"
        return Direction.FUTURE if comes_into_force or lemma in word_set("verbs_scheduled") else Direction.PRESENT
    if verb.tag_ == "VB" and verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in word_set("verbs_causing"):
        return _of_verb(verb.head)  # "were let go on Monday"
    return Direction.FUTURE if verb.tag_ == "VB" else Direction.NONE


def _is_negative(subject: "Token") -> bool:
    """Whether a subject denies its verb: "nobody", "no one", "neither he nor she"."""
    return subject.lower_ in ("none", "nobody", "neither") or any(
        child.lower_ in ("no", "neither") for child in subject.children
    )


def _of_infinitive(verb: "Token", words: set[str]) -> Direction:
    """ "to have met" looks back; "to meet" ahead, unless what governs it tells that it was done or was once to be."""
    if words & {"have"}:
        return Direction.PAST
    head = verb.head
    if head.pos_ == "ADJ" and head.head.pos_ in ("VERB", "AUX") and head.lower_ not in word_set("adjectives_ahead"):
        return _of_verb(head.head)
    if verb.dep_ == "xcomp" and head.lemma_.lower() in word_set("verbs_aspectual"):
        return _of_verb(head)
    if verb.dep_ == "xcomp" and any(child.lower_ == "had" for child in (*head.children, *head.head.children)):
        return Direction.PAST
    if verb.dep_ == "acl" and head.dep_ in ("dobj", "pobj") and head.lemma_.lower() in word_set("nouns_given_word"):
        above = head.head.head if head.dep_ == "pobj" else head.head  # "carried out its threat to close the port"
        if above.lemma_.lower() in word_set("verbs_keeping"):
            return _of_verb(above)
    if verb.dep_ == "acl" and head.dep_ == "dobj" and head.lemma_.lower() in word_set("nouns_tried"):
        return _of_verb(head.head)  # "stopped his attempts to hold talks on Wednesday"
    asks = head.lemma_.lower() in word_set("verbs_planned") or head.lemma_.lower() in word_set("verbs_asking")
    if verb.dep_ in ("advcl", "xcomp") and head.pos_ == "VERB" and not asks:
        return Direction.PAST if _of_verb(head) is Direction.PAST else Direction.FUTURE
    return Direction.FUTURE
