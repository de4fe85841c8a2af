"""Who does what a verb tells, and its voice and infinitive: control, relative clauses and coordination undone."""

from collections.abc import Container
from typing import TYPE_CHECKING

from tracker.extract.parse_labels import ACTOR_NAMES, SIDE_NAMES
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_SUBJECTS = {"nsubj", "csubj", "expl"}
_PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
# "Punished Mali for testing", but "praised Mali after meeting its envoy".
_CONTROLLING = {"for", "of", "from", "into", "to", "against", "with", "on", "over", "about", "as", "in"}


def mark_of(verb: "Token", words: Container[str]) -> "Token | None":
    """Which of some words opens a verb's clause: "after" in "after they met"; None for none."""
    return next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in words), None)


def is_to_infinitive(verb: "Token") -> bool:
    """Whether a verb stands with "to"."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def is_purpose(verb: "Token") -> bool:
    """Whether a verb only tells to what end something is done: "flew in to back the army", "scared into backing"."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_ == "into"
    # The parser hangs what is resolved on as a purpose too: "voted on Monday to back".
    resolved = verb.head.lemma_ in {"vote", "decide", "agree", "choose", "resolve", "move", "unite", "elect"}
    return verb.dep_ == "advcl" and is_to_infinitive(verb) and not resolved


# What opens a clause that leaves out "it is".
_ELLIPTIC = {"if", "once", "unless", "until", "when"}


def is_passive(verb: "Token") -> bool:
    """Whether a verb form is passive: with an auxiliary, a passive subject or agent, or a bare participle on a noun."""
    deps = {c.dep_ for c in verb.children}
    if deps & {"auxpass", "nsubjpass"} or ("agent" in deps and verb.tag_ != "VBD"):
        return True
    if (
        "agent" in deps and verb.dep_ == "conj" and "nsubj" not in deps
    ):  # "was accepted by Peru but turned down by Chile"
        return is_passive(verb.head)
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"} and "aux" not in deps:
        return not _has_object_of_its_own(verb)
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and not deps & {"nsubj", "aux", "dobj", "ccomp", "xcomp"}:
        opens = verb.i == verb.sent.start and "prep" in deps  # "Accused of spying by Chad, Mali"
        return opens or any(c.lower_ in _ELLIPTIC for c in verb.children)  # "will fire back if attacked"
    if verb.tag_ == "VBN" and verb.dep_ == "ccomp" and "nsubj" in deps and "aux" not in deps:
        return verb.head.lemma_ in {"have", "get", "see", "find"}  # "had their assets frozen"
    if verb.tag_ == "VBN" and verb.pos_ == "VERB" and verb.dep_ == "acomp":  # "are now massed on the border"
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not deps & {"nsubj", "aux"} and verb.head.tag_ == "VBN":
        return is_passive(verb.head)
    return "nsubj" in deps and verb.tag_ in {"VBD", "VBN"} and _is_absolute(verb)


def _is_absolute(verb: "Token") -> bool:
    """Whether a participle behind "with" tells what was done to its subject: "with ten soldiers detained"."""
    has_object = any(c.dep_ in {"aux", "auxpass", "dobj", "ccomp", "xcomp"} for c in verb.children)
    if has_object or verb.left_edge.tag_ in {"WP", "WRB"}:  # "with what both agreed to"
        return False
    return (verb.dep_ == "pcomp" and verb.head.lower_ == "with") or any(
        c.dep_ == "mark" and c.lower_ == "with" for c in verb.children
    )


def _has_object_of_its_own(verb: "Token") -> bool:
    """Whether a past tense that the parser hangs on its subject has an object: "Hamas's wing rejected the plan"."""
    own = any(c.dep_ in {"dobj", "ccomp"} for c in verb.children)
    return own and verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "ROOT"


def _own_subject(verb: "Token") -> "Token | None":
    for child in verb.children:
        if child.dep_ in _SUBJECTS | _PASSIVE_SUBJECTS:
            return child
    return _mislabelled_subject(verb)


def _mislabelled_subject(verb: "Token") -> "Token | None":
    """The name before a finite verb that the parser takes for a part of it: "Minister Ri Yong-ho visits Sweden"."""
    if verb.tag_ not in {"VBZ", "VBD", "VBP"} or verb.dep_ not in {"ROOT", "ccomp", "conj"}:
        return None
    named = [
        c
        for c in verb.lefts
        if c.dep_ in {"compound", "nmod", "npadvmod", "dep"} and c.pos_ == "PROPN" and c.ent_type_ != "DATE"
    ]
    return named[-1] if named else None


def _antecedent(relative: "Token") -> "Token | None":
    """The noun that a relative pronoun stands for: the head of the nearest relative clause above it."""
    node = relative
    for _ in range(12):
        if node.dep_ in {"relcl", "acl"}:
            noun = _who(node.head) if relative.lower_ in {"who", "whom"} else node.head
            return _all_named(noun, relative)
        if node.head == node:
            return None
        node = node.head
    return None


def _all_named(last: "Token", relative: "Token") -> "Token":
    """The first of two names of states of which a clause between commas tells: "Peru and Chile, which brokered it,"."""
    first = last.head
    pair = last.dep_ == "conj" and last.ent_type_ == first.ent_type_ == "GPE" and last.i == first.i + 2
    return first if pair and relative.i == last.i + 2 and relative.nbor(-1).text == "," else last


def _can_be_who(noun: "Token") -> bool:
    if noun.pos_ == "PROPN":
        return noun.ent_type_ in ACTOR_NAMES
    return noun.pos_ == "PRON" or noun.lemma_.lower() in word_class("person_or_party") | word_class("actor")


def _who(noun: "Token") -> "Token":
    """The noun itself, or, where it is a thing, the person or body over it: "X, the victor of the election, who"."""
    node = noun
    while not _can_be_who(node):
        over = node.head.head if node.dep_ == "pobj" else node.head
        if node.dep_ not in {"pobj", "appos"} or over == node or over.pos_ not in {"NOUN", "PROPN", "PRON"}:
            return noun
        node = over
    return node.head if node.dep_ == "appos" and node.head.ent_type_ == "PERSON" and node != noun else node


def referent(token: "Token") -> "Token":
    """The token itself, or what a relative pronoun at its place stands for."""
    if token.tag_ in {"WDT", "WP", "WP$"} or (
        token.lower_ == "that" and token.dep_ in _SUBJECTS | _PASSIVE_SUBJECTS | {"dobj"}
    ):
        return _antecedent(token) or token
    return token


def _one_of(noun: "Token") -> "Token":
    """Chad in "Chad is among those providing aid", "Chad, one of the states that have agreed", else the noun itself."""
    count = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if noun.lower_ not in word_class("members") or (count != noun and count.lower_ != "one"):
        return noun
    if count.dep_ == "appos":
        return count.head
    is_told = count.dep_ == "attr" or (count == noun and noun.dep_ == "pobj" and noun.head.lower_ == "among")
    verb = count.head if count.dep_ == "attr" else noun.head.head
    return (subject(verb) or noun) if is_told and verb.lemma_ == "be" else noun


def _noun_agent(noun: "Token") -> "Token | None":
    """Who makes the proposal in "Hamas's proposal to", "a proposal by Hamas to", "a decision on Hamas's part to", "a
    Peruvian proposal to", else the subject of the verb whose object it is."""
    for child in noun.children:
        if child.dep_ == "poss" and child.ent_type_ not in {"DATE", "TIME"}:
            return child
        if child.dep_ in {"agent", "prep"} and child.lower_ in {"by", "from"}:
            return next((g for g in child.children if g.dep_ == "pobj"), None)
        if child.dep_ == "prep" and child.lower_ == "on":
            parts = (g for g in child.children if g.lower_ == "part")
            if owner := next((c for part in parts for c in part.children if c.dep_ == "poss"), None):
                return owner
    if noun.lemma_ in word_class("undertaking"):
        for child in noun.lefts:
            if child.dep_ in {"amod", "compound", "nmod"} and child.ent_type_ in SIDE_NAMES:
                return child
    if noun.dep_ in {"dobj", "attr"} and noun.head.pos_ in {"VERB", "AUX"}:
        return subject(noun.head)
    return None


def _befalls_itself(thing: "Token") -> bool:
    """Whether something is what goes on where its maker is told: "the truce was brokered by Oman and took effect"."""
    return thing.lemma_.lower() in word_class("deal") | word_class("truce") | word_class("talks")


def subject(verb: "Token", depth: int = 0) -> "Token | None":
    """Who does what an active verb tells, through control, coordination, relative and participial clauses.

    For a passive verb it is who undergoes it. None where the tree does not tell.
    """
    if depth > 8:
        return None
    own = _own_subject(verb)
    if own is not None:
        meant = referent(own)
        return None if own.dep_ == "expl" else meant if meant == own else _one_of(meant)
    head, dep = verb.head, verb.dep_
    if head == verb:
        return None
    if dep == "conj" and head.pos_ in {"VERB", "AUX"}:
        found = subject(head, depth + 1)
        if found is not None and is_passive(head) and not is_passive(verb) and not _befalls_itself(found):
            return next(iter(prepositional_objects(head, {"by"})), found)
        return found
    if dep in {"xcomp", "ccomp"} and head.pos_ in {"VERB", "AUX", "ADJ"}:
        thing = next((c for c in head.children if c.dep_ in {"dobj", "dative"}), None)
        if head.lemma_ in word_class("object_control"):
            if thing is not None:
                return referent(thing)
            asked = prepositional_objects(head, {"on", "for", "to"}) if not is_passive(head) else []
            asked = [t for t in asked if t.ent_type_ not in {"DATE", "TIME"}]
            if asked:
                return asked[0]
            # "Needed to act", "stopped shelling it" is one's own deed, "helped to restore the truce" may not be.
            stops = head.lemma_ == "stop" and head.tag_ != "VB" and verb.tag_ == "VBG"
            if not is_passive(head) and (head.lemma_ == "help" or not (stops or is_to_infinitive(verb))):
                return None
        return subject(head, depth + 1)
    if dep == "advcl" and head.lemma_ == "give" and is_to_infinitive(verb) and not is_passive(head):
        given = next((c for c in head.children if c.dep_ in {"dative", "dobj"} and c.pos_ != "ADP"), None)
        return referent(given) if given is not None else None  # "gave Peru a week to leave"
    if head.lower_ == "as" and head.head.lemma_ in word_class("naming"):  # "is seen as unlikely to agree"
        return subject(head.head, depth + 1) if is_passive(head.head) else None
    describes = verb.pos_ == "ADJ" or verb.tag_ == "VBN"
    if dep == "acomp" and describes and head.pos_ in {"VERB", "AUX"}:  # "is due to meet"
        return subject(head, depth + 1)
    if dep == "advcl" and verb.lower_ == "adding" and head.dep_ == "ccomp" and head.head.pos_ == "VERB":
        return subject(
            head.head, depth + 1
        )  # "said that talks had failed, adding that": who said the one adds the other
    if dep == "advcl" and is_to_infinitive(verb) and head.lemma_ in word_class("object_control"):
        asked = [t for t in prepositional_objects(head, {"on", "to"}) if t.right_edge.i + 1 == verb.left_edge.i]
        if asked and asked[0].ent_type_ not in {"DATE", "TIME"}:  # "called on Chad to free them", read as a purpose
            return referent(asked[0])
    if dep == "advcl" and head.pos_ in {"VERB", "AUX", "NOUN"}:
        return subject(head, depth + 1) if head.pos_ != "NOUN" else None
    if dep in {"acl", "relcl"}:
        if verb.tag_ == "VBG" or (verb.tag_ == "VBN" and (is_passive(verb) or _has_object_of_its_own(verb))):
            return _one_of(head)
        if is_to_infinitive(verb):
            return _noun_agent(head) or (head if head.dep_ == "ROOT" else None)
        return None
    if dep == "pcomp":
        governor = head.head if head.head.pos_ != "ADV" else head.head.head  # "stopped short of freeing them"
        if governor.pos_ in {"VERB", "AUX"}:
            thing = next((c for c in governor.children if c.dep_ == "dobj"), None)
            if thing is not None and governor.lemma_ in word_class("object_control") and head.lower_ in _CONTROLLING:
                return referent(thing)
            return subject(governor, depth + 1)
        # "Accused the rebels of shelling": the parser hangs "of" on the accused.
        if governor.dep_ == "dobj" and governor.head.lemma_ in word_class("object_control") and head.lower_ != "by":
            return referent(governor)
        if governor.pos_ == "NOUN":
            return _noun_agent(governor)
    return None


def prepositional_objects(token: "Token", words: set[str]) -> list["Token"]:
    """What follows the prepositions with these words under a token."""
    return [
        g
        for c in token.children
        if c.dep_ in {"prep", "agent", "dative"} and c.lower_ in words
        for g in c.children
        if g.dep_ == "pobj"
    ]


def stands_alone(verb: "Token") -> bool:
    """Whether nothing but a day stands behind a verb in its clause: "said she would come on Friday"."""
    behind = (c for c in verb.children if c.i > verb.i and c.dep_ not in {"cc", "conj", "punct"})
    return all({c.ent_type_, *(g.ent_type_ for g in c.children)} & {"DATE", "TIME"} for c in behind)


def involved(noun: "Token") -> list["Token"]:
    """Who takes part by a clause on a noun, or on the time that it took: "two months of talks that involved Chad"."""
    of_time = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in word_class("spans")
    clauses = [c for over in (noun, *([noun.head.head] if of_time else [])) for c in over.children]
    told = [c for c in clauses if c.lemma_ == "involve" and c.dep_ in {"acl", "relcl"}]
    return [one for clause in told for c in clause.children if c.dep_ == "dobj" for one in (c, *c.conjuncts)]
