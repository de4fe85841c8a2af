"""The words of a text around a trigger: its clause without its neighbours', what it is about."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import SUBJECTS, VERBS
from tracker.model.dates import Span

if TYPE_CHECKING:
    from tracker.extract.senses import Trigger
    from tracker.extract.tokens import Token

_ABOUT_SLOTS = ("object", "on", "to", "for", "of", "about", "with")
_CLOSING = {'"', "''", "”", "’", ")", "]"}
# What ends a clause and is taken for a part of the next: "would free women first and more aid would enter".
_LAST_WORDS = {"first", "instead", "then", "too"}
# What opens a clause and tells nothing of it: "in which", "that", "and".
_OPENING = {"which", "that", "who", "whom", "whereby", "where", "and", "but", "or", ",", ";"}


def _over(token: "Token") -> "Token":
    """The verb of the clause around a word."""
    node = token
    while node.pos_ not in VERBS and node.head != node and node.dep_ not in {"relcl", "acl"}:
        node = node.head
    return node


def _first(verb: "Token") -> "Token":
    """Where a clause's own words begin: behind what joins it to another one."""
    subject = next((c.left_edge for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), verb)
    joint = [c.i for c in verb.children if c.dep_ == "cc" and c.i < subject.i]
    first = verb.doc[joint[-1] + 1] if joint else verb.left_edge
    if first.lower_ in _LAST_WORDS and first.nbor().dep_ == "cc":
        first = first.nbor()
    if first.dep_ == "prep" and first.i + 1 < verb.i and first.nbor().lower_ == "which":
        first = first.nbor()
    while first.lower_ in _OPENING and first.i < verb.i:
        first = first.nbor()
    return first


def _is_joined(other: "Token", verb: "Token") -> bool:
    """Whether a verb is listed beside another: "withdrawing troops, freeing captives", where the parser may take the
    second for an aside of the first."""
    return other.dep_ == "conj" or (other.dep_ == "advcl" and other.tag_ == verb.tag_ == "VBG")


def _last(verb: "Token") -> "Token":
    """Where a clause's own words end: before the next act that is joined to it, and before the full stop."""
    other = next((c for c in verb.children if c.i > verb.i and c.pos_ in VERBS and _is_joined(c, verb)), None)
    end = verb.right_edge if other is None else other.left_edge.nbor(-1)
    while end.i > verb.i and (end.dep_ == "cc" or end.pos_ in {"PUNCT", "SPACE"}) and end.text not in _CLOSING:
        end = end.nbor(-1)
    return end


def _phrase(noun: "Token") -> Span:
    """A noun with what describes it, but for clauses and for nouns listed beside it."""
    own = [
        noun,
        *(t for c in noun.children if c.dep_ not in {"relcl", "conj", "cc", "punct", "appos"} for t in c.subtree),
    ]
    reach = max((t for t in own if t.i >= noun.i), key=lambda t: t.i)
    return Span(min(t.idx for t in own), reach.idx + len(reach))


def clause_span(trigger: "Trigger", is_content: bool) -> Span:
    """The characters of the clause around a trigger; of a noun that is only the content of an offer or a demand the
    noun phrase, since the clause is the offer's."""
    token = trigger.token
    if is_content and token.pos_ == "NOUN" and trigger.arguments.light is None:
        return _phrase(token)
    verb = _over(token)
    first, last = _first(verb), _last(verb)
    if not first.i <= token.i <= last.i:
        first, last = verb.left_edge, verb.right_edge
    return Span(first.idx, last.idx + len(last))


def about_span(trigger: "Trigger") -> Span | None:
    """The characters of what a trigger's first complement names; None where it has none that is a noun."""
    for slot in _ABOUT_SLOTS:
        for token in trigger.arguments.get(slot):
            own_part = slot == "for" and token.lemma_ == "part"  # "demanded, for his part, that"
            if token.pos_ in {"NOUN", "PROPN", "PRON"} and not own_part:
                return Span(token.left_edge.idx, token.right_edge.idx + len(token.right_edge))
    return None
