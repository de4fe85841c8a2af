"""Names of bodies with the causes that they are for, which the model cuts or takes for common nouns."""

from typing import TYPE_CHECKING

from tracker.model.parties import PartyKind
from tracker.rules import word_class
from tracker.rules.parties import load_party_nouns

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_NOUNS = {"NN", "NNS", "NNP", "NNPS", "JJ"}


def name_with_causes(body: "Token") -> None:
    """Makes one name of "the Front for Renewal and Justice": a word for a body, "for" and the causes, in capitals;
    not of "the Front for Chad", "the Movement for its part"."""
    last = _last_cause(body)
    if last is None:
        return
    doc = body.doc
    first = body
    while (
        first.i
        and first.nbor(-1).ent_type_ == "ORG"
        and first.nbor(-1).text.istitle()
        and first.nbor(-1).tag_ in _NOUNS
    ):
        first = first.nbor(-1)
    for token in doc[first.i : last.i + 1]:
        token.ent_type_, token.ent_iob_ = "ORG", "B" if token == first else "I"
        if token.text.istitle():
            token.pos_, token.tag_, token.lemma_ = "PROPN", "NNP", token.text
    article = first.nbor(-1) if first.i else first
    if article.tag_ == "DT":
        article.ent_type_, article.ent_iob_ = "", "O"
    _hang_together(body, last)


def _last_cause(body: "Token") -> "Token | None":
    """The last of the causes behind a body's word and "for"; None where no cause stands there."""
    doc, found = body.doc, None
    at = body.i + 1
    if at + 1 >= len(doc) or doc[at].lower_ not in {"for", "of"} or not body.text.istitle():
        return None
    if load_party_nouns().kind_of_name(body.lower_) is PartyKind.UNKNOWN:
        return None
    while at + 1 < len(doc):
        start = at + 1 + (doc[at + 1].lower_ in {"the", "of"})
        at = start
        while at < len(doc) and doc[at].text.istitle() and doc[at].lower_ not in word_class("causes"):
            at += 1
        if at == len(doc) or not doc[at].text.istitle() or at - start > 2:
            return found
        if at + 1 < len(doc) and doc[at + 1].text.istitle():  # "fighters of the Osa Liberation Army"
            return found
        found = doc[at]
        at += 1
        if at == len(doc) or doc[at].lower_ not in {"and", ",", "of"}:
            return found
    return found


def _hang_together(body: "Token", last: "Token") -> None:
    """Hangs the words of a name on the one that tells the body, and what hangs on them from outside on that too."""
    inside = body.doc[body.i : last.i + 1]
    top = next((t for t in inside if not body.i <= t.head.i <= last.i), None)
    if top is None:  # the sentence is the name
        return
    if top != body:
        body.head, body.dep_ = top.head, top.dep_
    link, causes = inside[1], [t for t in inside if t.lower_ in word_class("causes")]
    link.head, link.dep_, link.pos_, link.tag_ = body, "prep", "ADP", "IN"
    causes[0].head, causes[0].dep_ = link, "pobj"
    for token in inside[2:]:
        following = next(t for t in causes if t.i >= token.i)
        if token in causes[1:]:
            token.head, token.dep_ = causes[0], "conj"
        elif token not in causes:
            token.head, token.dep_ = _place(token, causes, following)
    for token in inside[1:]:
        for child in token.children:
            if child.i > last.i or child.i < body.i:
                child.head = body


def _place(token: "Token", causes: list["Token"], following: "Token") -> tuple["Token", str]:
    """Where a word between causes belongs, and how: "and", "the", "National" before "Unity"."""
    if token.lower_ in {"and", ","}:
        return causes[0], "cc" if token.lower_ == "and" else "punct"
    return following, "det" if token.lower_ == "the" else "compound"
