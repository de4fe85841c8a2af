"""Names with their acronyms in brackets put right in the tree: "the Drivers' Union (SCF) and the Workers' Federation
(FTE) agreed", of which the parser makes one name or names of the acronyms."""

from typing import TYPE_CHECKING

from tracker.extract.list_repairs import put_above
from tracker.model.parties import PartyKind
from tracker.rules.parties import load_party_nouns

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_INSIDE = {"compound", "nmod"}


def hang_on_bracketed(bracket: "Token") -> None:
    """Puts a name where its acronym behind an opening bracket stands, and parts two bodies that "and the" joins."""
    doc, i = bracket.doc, bracket.i
    if i <= bracket.sent.start or i + 2 >= bracket.sent.end or doc[i + 2].text != ")":
        return
    name, acronym = doc[i - 1], doc[i + 1]
    if not acronym.text.isupper() or name.pos_ != "PROPN":
        return
    if name.head == acronym and name.dep_ in _INSIDE:
        put_above(name, acronym, "appos")
    _part(name)


def _part(last: "Token") -> None:
    """Makes a list of two bodies of which the parser makes one name."""
    for first in [c for c in last.children if c.i < last.i and c.dep_ in _INSIDE]:
        joined = [c for c in first.children if c.dep_ == "cc" and first.i < c.i < last.i]
        is_body = load_party_nouns().kind_of_name(first.lower_) is not PartyKind.UNKNOWN
        if joined and is_body and first.pos_ == "PROPN" and joined[-1].nbor(1).lower_ == "the":
            put_above(first, last, "conj")
            return
