"""Whether a clause judges its subject or object well or badly, read off its predicate.

The word classes good_quality, bad_quality (adjectives), good_thing, bad_thing (nouns), good_deed, bad_deed (verbs) say
which words judge; the tree says of what, and whether a negation turns the judgement around.
"""

from typing import TYPE_CHECKING, Literal

from tracker.extract.arguments import Arguments, arguments
from tracker.extract.context import Context
from tracker.extract.frames import hyphenated
from tracker.extract.verb_forms import auxiliaries, is_negated, modal_status
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Span, Token

Polarity = Literal["good", "bad"] | None

_NONE_OF = {"no", "little", "few", "neither", "nothing", "none", "scant", "zero"}
# Verbs that give a name, with no "as" before it.
_NAMES = {"brand", "call", "dub", "label", "term"}
# Verbs whose own "not" denies what is thought: "I do not think it is fair".
_OPINING = {"think", "believe", "consider", "feel", "see"}
_IT = {"it", "this", "that", "these", "those"}
_DEPTH = 4
_REACH = 16  # how many words after its verb a judgement may come


def _turned(polarity: Polarity) -> Polarity:
    """What a negation leaves of a judgement: "not helpful" is bad, "not a threat" praises nobody."""
    return "bad" if polarity == "good" else None


def _adjective(token: "Token") -> Polarity:
    word = token.lower_
    found: Polarity = "good" if word in word_class("good_quality") else None
    found = "bad" if word in word_class("bad_quality") else found
    return _turned(found) if token.pos_ == "ADJ" and any(c.dep_ == "neg" for c in token.children) else found


def _is_bad_compound(noun: "Token") -> bool:
    """Whether the first part of a compound condemns its head: "a terrorist group", "a coup attempt"."""
    return any(
        c.lemma_.lower() in word_class("bad_thing") for c in noun.children if c.dep_ in {"compound", "amod", "nmod"}
    )


def _noun(noun: "Token", depth: int) -> Polarity:
    """A noun phrase's judgement: the noun's own, its adjectives', or that of what a sort or sign of something is of."""
    lemma = noun.lemma_.lower()
    found = _adjective(noun)  # "grave and sinister", where the parser takes the second for a noun
    if found is None and {lemma, hyphenated(noun)} & word_class("bad_thing"):
        found = "bad"
    elif found is None and lemma in word_class("good_thing"):
        found = "good"
    elif found is None:
        attributes = (c for c in noun.children if c.dep_ in {"amod", "compound", "nmod"})
        qualities = [_adjective(t) for c in attributes for t in (c, *c.conjuncts)]
        found = next((q for q in qualities if q), None)
    if found is None and lemma in word_class("bad_company") and _is_bad_compound(noun):
        found = "bad"
    if found is None and lemma in word_class("sort_of"):
        inner = [
            g for c in noun.children if c.dep_ == "prep" and c.lower_ in {"of", "to", "at", "for"} for g in c.children
        ]
        inner += [c for c in noun.children if c.dep_ in {"acl", "relcl"}]
        found = next((p for p in (_of(t, depth + 1) for t in inner) if p), None)
        if found is None and lemma in {"act", "declaration"} and any(t.lemma_ == "war" for t in inner):
            found = "bad"
    if any(c.lower_ in _NONE_OF for c in noun.children if c.dep_ in {"det", "amod"}):
        return _turned(found)
    return found


def _of(token: "Token", depth: int = 0) -> Polarity:
    """The judgement that a predicate word expresses."""
    if depth > _DEPTH:
        return None
    if token.pos_ in {"NOUN", "PROPN"} or token.lower_ == "one":  # "one of the worst violators"
        return _noun(token, depth)
    if (token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBN", "VBG"}) or token.dep_ in {"acl", "pcomp"}:
        return _verb(token, depth)
    return _adjective(token) or (_verb(token, depth) if token.pos_ == "VERB" else None)


def predicates(verb: "Token") -> list["Token"]:
    """What a verb says of its subject ("is a threat") or its object ("calls him a liar", "sees it as hostile")."""
    copula = verb.lemma_ in word_class("copula") | word_class("naming")
    found = [c for c in verb.children if c.dep_ in {"attr", "acomp", "oprd"}] if copula else []
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "as":
            found += [c for c in child.children if c.dep_ in {"pobj", "amod", "pcomp", "acomp"}]
        if child.dep_ in {"ccomp", "xcomp"} and verb.lemma_ in word_class("naming"):
            small = child.pos_ not in {"VERB", "AUX"} or (
                child.lemma_ == "be" and any(c.lower_ == "to" for c in child.children)
            )
            found += predicates(child) if small and child.lemma_ == "be" else [child] if small else []
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if verb.lemma_ in word_class("bearing") or (verb.lemma_ in word_class("naming") and not found and len(objects) > 1):
        found += objects[-1:]
    return [t for p in found for t in (p, *p.conjuncts)]


def judging_words(verb: "Token") -> list["Token"]:
    """The words after a verb that say how things stand: "is close", "is on the brink", "described the round as slow",
    "voiced hope"."""
    right = [c for c in verb.children if 0 < c.i - verb.i <= _REACH]
    if verb.lemma_ in word_class("copula"):
        said = [c for c in right if c.dep_ in {"acomp", "attr", "oprd"}]
        return said or [g for c in right if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"][:1]
    if verb.lemma_ in word_class("naming"):
        said = [t for t in predicates(verb) if 0 < t.i - verb.i <= _REACH]
        as_what = (t for t in verb.subtree if t.dep_ == "prep" and t.lower_ == "as" and 0 < t.i - verb.i <= _REACH)
        return said or [g for t in as_what for g in t.children if g.pos_ in {"ADJ", "NOUN"}]
    return [c for c in right if c.dep_ == "dobj"]


def said_of_it(verb: "Token") -> list["Token"]:
    """The heads of what a judging verb says after it: "is an insult and a mistake", "showed contempt"."""
    return [t for t in predicates(verb) if 0 < t.i - verb.i <= _REACH]


def _verb(verb: "Token", depth: int) -> Polarity:
    found = next((p for p in (_of(t, depth + 1) for t in predicates(verb)) if p), None)
    if found is None and verb.lemma_ in word_class("bad_deed"):
        found = "bad"
    if found is None and verb.lemma_ in word_class("good_deed"):
        found = "good"
    if found is None and verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children):
        found = _adjective(verb)  # "is biased", "were misguided", which the parser takes for passives
    if found is None and any(c.lower_ in word_class("bad_manner") for c in verb.children if c.dep_ == "advmod"):
        found = "bad"  # "wrongly arrested", "deliberately delayed"
    if found and verb.lemma_ in {"lack", "lose"}:
        return "bad"
    if found is None and verb.lemma_ in word_class("trying"):
        meant = (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB")
        found = next((p for p in (_verb(c, depth + 1) for c in meant) if p), None)
    if found and is_negated(verb) and modal_status(verb) is not None:
        return None  # "would not be good" foretells
    denied = verb.dep_ == "ccomp" and verb.head.lemma_ in _OPINING and is_negated(verb.head)
    if found and denied:
        return _turned(found) if modal_status(verb) is None else None  # "does not think it is fair", "would be fair"
    negated = is_negated(verb) and not any(
        c.lower_ in _NONE_OF for t in predicates(verb) for c in t.children if c.dep_ == "det"
    )
    return _turned(found) if negated else found


def polarity(verb: "Token") -> Polarity:
    """Whether the clause that a verb heads, or a noun phrase, judges well or badly; None where it does not judge."""
    return _noun(verb, 0) if verb.pos_ in {"NOUN", "PROPN"} else _verb(verb, 0)


def is_condemned_deed(subject: "Token", verb: "Token") -> bool:
    """Whether "it" is a deed and not the speaker, in "said it was a crime": no side says so of itself."""
    return subject.lower_ == "it" and verb.lemma_ == "be" and polarity(verb) == "bad"


def is_existential(verb: "Token") -> bool:
    """Whether a clause says that there is, or is not, something."""
    return any(c.dep_ == "expl" and c.lower_ == "there" for c in verb.children)


def is_on_the_talks(found: Arguments) -> bool:
    """Whether a clause judges the negotiation: its subject, or what there is, speaks of talks or of how they go."""
    heads = found.get("subject") or (found.get("object") if found.passive else [])
    if is_existential(found.trigger):
        heads = found.get("attribute")
        if any(t.lemma_.lower() in word_class("talks_matter") for t in heads):
            return True
    if found.trigger.lemma_ == "be" and any(t.lower_ in _IT for t in heads):
        heads = found.get("attribute")  # "this is a difficult negotiation"
    words = [
        w for t in heads for w in (t, *t.children, *(g for c in t.children if c.dep_ == "prep" for g in c.children))
    ]
    return any(w.lemma_.lower() in word_class("talks") | word_class("talks_matter") for w in words)


def is_named_in_quotes(context: Context, verb: "Token") -> bool:
    """Whether the reporter quotes the name that a side gives to something: called the drills "war games"."""
    return not context.speech.is_quoted(verb) and any(
        context.speech.is_quoted(t) and t.i != verb.i for t in predicates(verb)
    )


def _quoted_name(context: Context, verb: "Token") -> "Span | None":
    """The quotation that names a verb's object where the parser does not hang it on the verb: called the minister's
    order to leave "an outrage"; not a quoted part of the object ("called the \"acting\" president")."""
    if verb.lemma_ not in _NAMES or predicates(verb) or context.speech.is_quoted(verb):
        return None
    if any(c.dep_ in {"prt", "prep"} and c.i == verb.i + 1 for c in verb.children):
        return None
    after = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _REACH)]
    first = next((t.i for t in after if context.speech.is_quoted(t) and not t.is_punct), None)
    if first is None or any(t.lemma_ in {"say", "add", ";"} for t in verb.doc[verb.i + 1 : first]):
        return None
    last = first + 1
    while last < verb.sent.end and context.speech.is_quoted(verb.doc[last]) and not verb.doc[last].is_quote:
        last += 1
    beside = verb.doc[last + 1 : last + 2]
    return None if any(t.pos_ in {"NOUN", "PROPN"} for t in beside) else verb.doc[first:last]


def _judges_badly(context: Context, token: "Token") -> bool:
    if polarity(token) == "bad":
        return True
    return token.pos_ == "VERB" and any(_of(t) == "bad" for t in _quoted_name(context, token) or ())


def is_misdeed(verb: "Token") -> bool:
    """Whether a verb tells, affirmed or denied, a deed of the past or the present that nobody wants to have done."""
    return verb.lemma_ in word_class("bad_deed") and modal_status(verb) is None


def is_anothers(context: Context, found: Arguments) -> bool:
    """Whether a deed that somebody speaks of has a doer, told beside it, and that is none of the speaker's side:
    "owners who were cheated by the company", "the regime's persecution"."""
    if found.trigger.pos_ == "NOUN":
        doers = [t for slot in ("poss", "modifier", "by", "of", "from") for t in found.get(slot)]
    else:
        doers = found.get("by") if found.passive else found.get("subject")
    sides = {r.side for t in doers for r in context.sides(t)}
    return bool(sides) and sides.isdisjoint(r.side for r in context.speaker_sides(found.trigger))


def is_predicate(token: "Token") -> bool:
    """Whether an adjective or noun is what a clause says of something, and no mere attribute ("a dangerous road")."""
    return token.dep_ in {"acomp", "attr", "oprd", "ROOT"} or (token.dep_ == "conj" and is_predicate(token.head))


def is_standing(verb: "Token") -> bool:
    """Whether a relative clause or a passive in the simple present tells what has long been so: "who are backed by"."""
    helpers = auxiliaries(verb)
    if verb.dep_ == "relcl":
        return verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBN" and helpers <= {"is", "are"})
    return verb.tag_ == "VBN" and bool(helpers) and helpers <= {"is", "are"}


def is_performative(verb: "Token") -> bool:
    """Whether "would like to", "want to" only dresses a deed of speech: "we would like to thank"."""
    return (
        verb.dep_ == "xcomp"
        and verb.head.lemma_ in {"like", "want", "wish", "love"}
        and any(c.dep_ == "nsubj" and c.lower_ in {"i", "we"} for c in verb.head.children)
    )


def is_reported_clause(context: Context, verb: "Token") -> bool:
    """Whether a verb heads one of the clauses that somebody, a known side or not, is told to have said."""
    reporter = context.speech.reporter(verb)
    if reporter is None or verb == reporter:
        return False
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and context.speech.reporter(verb.head) == reporter:
        verb = verb.head
    return (
        (verb.dep_ in {"ccomp", "parataxis"} and reporter in {verb.head, verb.head.head})
        or verb.head == verb
        or reporter.head == verb
    )


def _accuses(context: Context, found: Arguments) -> bool:
    """Whether a complement tells what another side does or did: "alleges that Rwanda arms the rebels"."""
    own = {r.side for t in found.get("subject") for r in context.sides(t)}
    told = {r.side for c in found.get("clause") for t in arguments(c).get("subject") for r in context.sides(t)}
    return bool(told - own)


def shows(feature: str, context: Context, found: Arguments) -> bool:
    """Whether a trigger shows one of the features on judgements of the rule files. Raises ValueError for another."""
    token = found.trigger
    match feature:
        case "reported clause":
            return is_reported_clause(context, token)
        case "good judgement":
            return polarity(token) == "good"
        case "bad judgement":
            return _judges_badly(context, token)
        case "named in quotes":
            return is_named_in_quotes(context, token)
        case "on the talks":
            return is_on_the_talks(found)
        case "predicate":
            return is_predicate(token)
        case "standing":
            return is_standing(token)
        case "particle":
            return any(c.dep_ == "prt" for c in token.children)
        case "performative":
            return is_performative(token)
        case "relative":
            return token.dep_ == "relcl"
        case "misdeed":
            return is_misdeed(token)
        case "another's":
            return is_anothers(context, found)
        case "accusing clause":
            return _accuses(context, found)
    raise ValueError(f"unknown feature {feature}")
