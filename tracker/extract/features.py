"""The features of a frame that the words alone show, whoever the parties are."""

from typing import TYPE_CHECKING

from tracker.extract.arguments import Arguments
from tracker.extract.frames import has_own_infinitive, is_factual, modals
from tracker.extract.subjects import is_to_infinitive
from tracker.extract.verb_forms import is_headline, is_negated
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token


def _directs(verb: "Token") -> bool:
    return bool(modals(verb) & {"must", "should", "ought"}) and not any(c.lower_ == "whether" for c in verb.children)


def _is_existential(token: "Token") -> bool:
    verb = token.head if token.dep_ in {"attr", "dobj"} else token
    return any(c.dep_ == "expl" and c.lower_ == "there" for c in verb.children)


def form_feature(name: str, found: Arguments) -> bool | None:
    """Whether a trigger's words show a feature of the rule files; None for one that asks who the parties are or who
    speaks."""
    token, clauses = found.trigger, found.get("clause")
    match name:
        case "object":
            return bool(found.get("object"))
        case "no object":
            return not found.get("object")
        case "indirect object":
            return bool(found.get("indirect") or found.get("to"))
        case "clause":
            return bool(clauses)
        case "passive":
            return found.passive
        case "participle":
            return token.dep_ in {"acl", "amod"} and token.tag_ in {"VBN", "VBG"}
        case "number":
            return any(t.like_num for t in token.subtree)
        case "elliptical condition":
            words = {c.dep_ for c in token.children}
            return any(c.lower_ == "if" for c in token.children) and not words & {"nsubj", "nsubjpass", "dobj"}
        case "its object":
            things = [*found.get("object"), *found.get("object of")]
            return any(c.dep_ == "poss" and c.tag_ == "PRP$" for t in things for c in t.children)
        case "negated":
            return is_negated(token)
        case "negated copula":
            return token.head.pos_ in {"AUX", "VERB"} and is_negated(token.head)
        case "negated clause":
            return any(is_negated(t) for t in clauses)
        case "infinitive":
            return any(is_to_infinitive(t) for t in clauses)
        case "own infinitive":
            others = any(c.dep_ == "dobj" for c in token.children) or found.passive
            told = others or found.get("on") or found.get("upon")
            return not told and any(has_own_infinitive(t) for t in clauses)
        case "factual clause":
            return any(is_factual(t) for t in clauses)
        case "told fact":
            return any(is_factual(t) and not modals(t) for t in clauses)
        case "that clause":
            return any(c.lower_ == "that" and c.tag_ == "IN" for t in clauses for c in t.children)
        case "directive clause":
            return any(_directs(t) for t in clauses)
        case "verbless":
            return is_headline(token) and token.sent.root in {token, token.head}
        case "copular":
            return token.dep_ == "attr"
        case "existential":
            return _is_existential(token)
        case "deals a blow":
            return token.dep_ == "nsubj" and token.head.lemma_ in word_class("blows") | word_class("killing")
        case "future existence":
            coming = bool(modals(token.head) & {"will", "would"})
            return token.dep_ == "attr" and coming and token.head.lemma_ == "be"
    return None
