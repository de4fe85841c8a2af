"""What a frame of the lexicon asks of a trigger's words: what is counted, its modals, its complements."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tracker.extract.arguments import OF_DAYS, Arguments
from tracker.extract.subjects import is_to_infinitive, stands_alone, subject
from tracker.extract.term_lists import held_in
from tracker.extract.verb_forms import auxiliaries, is_no_longer
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_PLACING = {"in", "on", "at", "near", "against", "of", "outside"}
_MUTUAL = {("each", "other"), ("one", "another")}
_SETTING = {"as", "when", "while", "if", "until", "since", "once", "because", "whenever", "where"}
_NEGATIONS = {"not", "n't", "never", "nt"}


def hyphenated(token: "Token") -> str:
    """The lemma of the hyphenated word that a token ends, "cease-fire" at "fire"; "" where it ends none.

    The tokenizer parts such words, and the parser takes the last part for the head.
    """
    i = token.i
    if i < 2 or token.doc[i - 1].text != "-":
        return ""
    parts = [token.lemma_.lower()]
    while (
        i >= 2 and token.doc[i - 1].text == "-" and not (token.doc[i - 1].whitespace_ or token.doc[i - 2].whitespace_)
    ):
        parts.insert(0, token.doc[i - 2].lower_)
        i -= 2
    return "-".join(parts) if len(parts) > 1 else ""


def heads(token: "Token") -> list["Token"]:
    """The token and, where it only counts or groups, what it counts: "30 of the 253 hostages" is about hostages,
    "$2 million in aid" about aid."""
    found = [token]
    counted_by = {"of", "in"} if token.pos_ == "NUM" else {"of"}
    sum_of_money = any(c.tag_ == "$" for c in token.children)
    if token.pos_ == "NUM" or token.lemma_ in word_class("quantifier") or token.like_num or sum_of_money:
        found += [
            g
            for c in token.children
            if c.dep_ == "prep" and c.lower_ in counted_by
            for g in c.children
            if g.dep_ == "pobj"
        ]
    if token.pos_ == "NUM" and token.dep_ in {"dobj", "nsubjpass"} and (counted := _counted_before(token)):
        found.append(counted)
    return found


def _counted_before(numeral: "Token") -> "Token | None":
    """What a number without a noun counts as the last one of its sentence did: "Mali freed 30 captives and Chad 15"."""
    if numeral.ent_type_ not in {"CARDINAL", ""} or any(c.dep_ == "prep" for c in numeral.children):
        return None
    before = (t for t in reversed(numeral.doc[numeral.sent.start : numeral.i]) if t.dep_ == "nummod")
    last = next((t for t in before if t.ent_type_ in {"CARDINAL", ""} and t.head.pos_ == "NOUN"), None)
    return last.head if last is not None else None


def _is_particle(child: "Token") -> bool:
    """Whether a word under a verb can be its particle: no subject, auxiliary or infinitive ("going to free them")."""
    if child.lower_ == "no" and child.i + 1 < len(child.doc) and child.nbor(1).text.startswith("."):
        return False  # the number sign: "said team no. 7 had left"
    if child.lower_ in OF_DAYS and any(c.dep_ == "pobj" and c.ent_type_ in {"DATE", "TIME"} for c in child.children):
        return False  # "agreed on Monday to go", "rounded up ten men on Monday"
    infinitive = child.dep_ in {"xcomp", "advcl"} and any(c.dep_ == "aux" for c in child.children)
    return child.lower_ == "that" or not (infinitive or child.dep_ in {"nsubj", "aux", "mark"})


class Particles:
    """The words that stand by a verb and can be its particle or preposition, read once for all senses of the verb."""

    def __init__(self, verb: "Token") -> None:
        children = list(verb.children)
        self._alone = {w for c in children if _is_particle(c) for w in (c.lower_, c.lemma_)}
        # "called for the envoy to leave": the parser makes "for" a mark of the infinitive.
        if any(
            g.dep_ == "mark" and g.lower_ == "for"
            for c in children
            if c.dep_ in {"ccomp", "xcomp", "advcl"} and c.i > verb.i
            for g in c.children
        ):
            self._alone.add("for")
        self._children = children
        self._words = {w for c in children for w in (c.lower_, c.lemma_)}
        self._behind: dict[str, set[str]] = {}

    def has(self, particle: str) -> bool:
        """Whether a particle or preposition, or two, stands by the verb: "out", "out of"."""
        first, _, second = particle.partition(" ")
        if not second:
            return first in self._alone
        if first not in self._words:
            return False
        if first not in self._behind:
            below = (c for child in self._children if first in {child.lower_, child.lemma_} for c in child.children)
            self._behind[first] = self._words | {w for c in below for w in (c.lower_, c.lemma_)}
        return second in self._behind[first]


def modals(verb: "Token") -> set[str]:
    """The modal words over a verb, with "not" where it is negated ("will", "will not"), "or" for an
    alternative to what was asked ("leave or face arrest")."""
    if any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children) and verb.tag_ == "VBN":
        # "must have known", "would not have come": a guess or what was not, no will.
        return set()
    found = {c.lemma_.lower() for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD"}
    found = {
        {"ll": "will", "'ll": "will", "wo": "will", "ca": "can", "'d": "would", "sha": "shall"}.get(m, m) for m in found
    }
    if verb.dep_ == "xcomp" and is_to_infinitive(verb):
        if verb.head.lemma_ in {"have", "need", "ought"} and _obliges(verb.head, verb):
            found.add(verb.head.lemma_)
        if verb.head.lemma_ == "fail":
            found.add("fail")
        if verb.head.lemma_ in {"refuse", "go"}:
            found.add("will" if verb.head.lemma_ == "go" else "refuse")
            if verb.head.lemma_ == "go" and any(c.lower_ in _NEGATIONS for c in verb.head.children):
                found.add("will not")
    if verb.dep_ == "conj" and any(c.dep_ == "cc" and c.lower_ == "or" for c in verb.head.children):
        found.add("or")
    if _shares_negation(verb):
        found |= modals(verb.head)
    if any(c.lower_ == "only" and c.dep_ == "advmod" and c.i < verb.i for c in verb.children):
        found |= {f"{modal} only" for modal in found}
    if any(c.lower_ in _NEGATIONS or is_no_longer(c) for c in verb.children):
        found |= {f"{modal} not" for modal in found}
    return found


def _shares_negation(verb: "Token") -> bool:
    """Whether a verb goes on with the negated modal of the one before it: "will not attend or send a team"."""
    first = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VB" or first.tag_ != "VB":
        return False
    alternative = any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} for c in first.children)
    negated = any(c.lower_ in _NEGATIONS for c in first.children)
    return alternative and negated and not any(c.dep_ in {"aux", "nsubj", "nsubjpass"} for c in verb.children)


def _obliges(verb: "Token", infinitive: "Token") -> bool:
    """Whether "have to" tells what must be: not "need not", "may have to", "have the means to", "have nowhere to go",
    nor "had to" outside reported speech."""
    if verb.tag_ == "VBD" and verb.dep_ != "ccomp":
        return False
    to = next((c.i for c in infinitive.children if c.lower_ == "to" and c.dep_ == "aux"), infinitive.i)
    if any(t.dep_ not in {"advmod", "neg"} or t.lower_ == "nowhere" for t in verb.doc[verb.i + 1 : to]):
        return False
    return not any(
        c.dep_ in {"dobj", "neg"}
        or c.lower_ == "yet"  # "has yet to answer"
        or (c.dep_ == "aux" and c.lower_ in {"may", "might", "could"})
        for c in verb.children
    )


def is_imperative(verb: "Token") -> bool:
    """Whether a verb commands: "Free our brothers", "Do not shoot"."""
    if verb.tag_ not in {"VB", "VBP"} or verb.dep_ not in {"ROOT", "ccomp"}:
        return False
    bare = all(c.dep_ not in {"nsubj", "nsubjpass", "expl", "csubj", "mark"} for c in verb.children)
    helpers = auxiliaries(verb)
    return bare and helpers <= {"do", "please"} and verb.lemma_ not in {"let", "thank", "be", "see", "hope"}


def is_factual(verb: "Token") -> bool:
    """Whether a complement tells a fact ("insists that it won") and not what shall be ("insists that it leave")."""
    helpers = auxiliaries(verb)
    if verb.tag_ == "VBP" and any(
        c.dep_ == "nsubj" and (c.tag_ in {"NN", "NNP"} or c.lower_ in {"it", "he", "she"}) and not c.conjuncts
        for c in verb.children
    ):
        return False
    # A fact under a verb in the past is told in the past too: "suggested that they meet" is what shall be.
    if verb.tag_ == "VBP" and verb.head.tag_ == "VBD" and verb.pos_ == "VERB" and not helpers:
        return False
    foretold = helpers & {"will", "would", "can", "could", "may", "might"}
    if verb.dep_ == "ccomp" and foretold:  # "insists that it will be freed"
        return True
    if verb.dep_ != "ccomp" or "to" in helpers or helpers & {"must", "should", "be"}:
        return False
    return verb.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VBG"} or bool(
        helpers & {"has", "had", "have", "is", "was", "were", "are"}
    )


def asked_for(noun: "Token") -> bool:
    """Whether a noun is what somebody asks for: "a call for the release of", "demanded a truce".

    A text that calls for something ("the draft calls for the release of") offers it.
    """
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ not in {"pobj", "dobj", "nsubjpass"} or governor.lemma_ not in word_class("asking"):
        return False
    asker = subject(governor) if governor.pos_ == "VERB" else None
    return asker is None or asker.lemma_ not in word_class("proposal")


def is_mutual(verb: "Token") -> bool:
    """Whether what a verb and its complements tell is done to "each other"."""
    words = (t for t in verb.subtree if t.i > verb.i)
    return any(t.i and (t.nbor(-1).lower_, t.lower_) in _MUTUAL for t in words)


def has_own_infinitive(clause: "Token") -> bool:
    """Whether a complement is an infinitive of the main verb's own subject: "wants to go", "wants to see her", not
    "wants it to go" nor "wants to see it stopped"."""
    children = {c.dep_ for c in clause.children}
    if not is_to_infinitive(clause) or children & {"nsubj", "nsubjpass", "auxpass"}:
        return False
    if clause.lemma_ not in {"see", "hear", "have"}:
        return True
    somebody = any(c.dep_ == "dobj" and (c.pos_ == "PRON" or c.ent_type_ == "PERSON") for c in clause.children)
    return somebody and not children & {"ccomp", "xcomp", "oprd", "acomp"}


def clauses(found: Arguments) -> list["Token"]:
    """The verbs of a trigger's complements: "agreed to meet", "optimistic about reaching"."""
    gerunds = [
        t
        for slot, tokens in found.slots.items()
        if slot not in {"subject", "object"}
        for t in tokens
        if t.dep_ == "pcomp"
    ]
    return [*found.get("clause"), *gerunds]


def _is_beside_verb(verb: "Token") -> bool:
    """Whether a verb goes on with another one ("killed two and hurt five") or tells its result ("left five hurt")."""
    conjoined = verb.dep_ == "conj" and verb.head.pos_ == "VERB"
    return conjoined or (verb.dep_ in {"ccomp", "oprd"} and verb.head.lemma_ == "leave")


def _is_of_noun(token: "Token") -> bool:
    """Whether a word only tells what a noun is about: "a pause in fighting", "the plan of bombing the port"."""
    return token.dep_ in {"pcomp", "pobj"} and token.head.head.pos_ in {"NOUN", "PROPN"}


def _is_adverbial(token: "Token") -> bool:
    """Whether a noun only tells how or why something is done, a clause only until when: "bombed the town in support of
    the army", "will leave once the war is over"."""
    if token.dep_ == "advcl":
        return any(c.lower_ in {"once", "until", "when"} for c in token.children)
    own = any(c.dep_ == "poss" for c in token.children)  # "firm in its support for them" tells whose it is
    manner = token.dep_ == "pobj" and token.head.lower_ in {"in", "with", "without"}
    return manner and not own and token.head.head.pos_ == "VERB"


def _is_nouns_infinitive(token: "Token") -> bool:
    """Whether an infinitive only tells what a noun is for: "the power to put pressure on them"."""
    return token.dep_ == "acl" and token.tag_ == "VB"


def _is_ground(noun: "Token") -> bool:
    """Whether a noun with its content tells the ground of a deed: "jailed on charges of fraud", "amid claims that"."""
    told = any(c.dep_ in {"acl", "relcl", "ccomp"} or c.lower_ == "of" for c in noun.children)
    answered = noun.head.lower_ == "to" and noun.head.head.lemma_ == "response"
    return told and noun.dep_ == "pobj" and (answered or noun.head.lower_ in {"on", "amid", "over", "following"})


def _is_setting(token: "Token") -> bool:
    """Whether a verb only tells when or where something else happened, or what somebody was let do: "as he landed",
    "before leaving", "each time they flew there", "let him travel"."""
    over = token.head
    if token.dep_ == "advcl":
        return any(c.lower_ in _SETTING and c.dep_ in {"mark", "advmod"} for c in token.children)
    if token.dep_ == "relcl":
        return over.lemma_ == "time" or any(
            c.lower_ in {"where", "when"} and c.dep_ == "advmod" for c in token.children
        )
    if token.dep_ == "pcomp":
        return over.lower_ == "before"
    return token.dep_ in {"ccomp", "xcomp"} and over.lemma_ in {"let", "allow", "permit", "enable"}


# Features of the rule files that a trigger's place in the tree shows, without its arguments.
POSITIONS: "dict[str, Callable[[Token], bool]]" = {
    "beside a verb": _is_beside_verb,
    "of a noun": _is_of_noun,
    "asked for": asked_for,
    "ground": _is_ground,
    "adverbial": _is_adverbial,
    "noun's infinitive": _is_nouns_infinitive,
    "to infinitive": is_to_infinitive,
    "of a plan": lambda token: held_in(token) is not None,
    "as a setting": _is_setting,
    "alone": stands_alone,
    "placed": lambda token: any(c.dep_ == "prep" and c.lower_ in _PLACING for c in token.children),
    "described": lambda token: any(c.dep_ in {"amod", "compound", "nmod", "relcl"} for c in token.children),
}
