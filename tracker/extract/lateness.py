"""Where "not" and "hardly" deny nothing: "did not leave until Friday", "not until Friday did they leave", "had hardly
left when", "had not been shut altogether"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_ENDS = {"until", "till"}
_WHOLLY = {"altogether", "completely", "entirely"}
# What is done in part where it is not done wholly.
_CUTTING = {"block", "close", "cut", "halt", "reduce", "seal", "shut", "stop", "suspend"}


def came_late(verb: "Token") -> bool:
    """Whether "not" tells that something came about at last: "did not leave until Friday", "until the bell rang"."""
    if not any(c.dep_ in {"aux", "auxpass"} and c.lower_ in {"did", "was", "were"} for c in verb.children):
        return False
    clauses = (c for c in verb.children if c.dep_ == "advcl" and c.tag_ in {"VBD", "VBN"})
    ends = (g for c in verb.children if c.lower_ in _ENDS for g in c.children)
    return any(g.ent_type_ in {"DATE", "TIME"} for g in ends) or any(
        g.lower_ in _ENDS for c in clauses for g in c.children
    )


def is_late(verb: "Token") -> bool:
    """Whether something comes about at last by the words before it: "not until Friday did they leave"."""
    ends = (c for c in verb.children if c.lower_ in _ENDS and c.i < verb.i)
    return any(c.i > 0 and c.nbor(-1).lower_ == "not" for c in ends)


def is_just_done(verb: "Token", word: "Token") -> bool:
    """ "Had barely begun when"."""
    is_bare = word.lower_ in {"hardly", "barely"}
    return is_bare and any(t.lower_ == "when" for t in verb.doc[verb.i : verb.sent.end])


def is_partly_done(verb: "Token") -> bool:
    """Whether "not" tells only that something was not done wholly: "had not been shut altogether"."""
    return verb.lemma_ in _CUTTING and any(c.lower_ in _WHOLLY for c in verb.children)
