"""Names behind what they explain, put right in the tree: "its chair, Ana Ruiz", "two unions, Tavin and Oskar"."""

from typing import TYPE_CHECKING

from tracker.rules.parties import load_party_nouns

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# Within how many words of its preposition a body ends.
_NEAR = 4


def hang_on_title(name: "Token") -> None:
    """Makes a name explain the title before it: "according to its chair, Ana Ruiz", "said its chair, Ana Ruiz, who", "a
    spokesman for the group, Ana Ruiz,"."""
    comma, behind = name.left_edge.i - 1, name.i + 1
    if comma < 1 or behind >= len(name.doc) or name.doc[comma].text != "," or name.doc[behind].text not in {",", "."}:
        return
    title = name.doc[comma - 1]
    if name.dep_ == "appos" and name.head == title and (office := _office_over(title)) is not None:
        name.head = office
        return
    if name.dep_ == "nsubj" and not any(c.dep_ == "nsubj" and c != name for c in name.head.children):
        return  # "after its emir, Ali Said, met them"
    is_held = title.dep_ == "pobj" and any(c.dep_ == "poss" for c in title.children)
    if is_held and title.lemma_.lower() in load_party_nouns().last_title_words and name not in title.ancestors:
        name.head, name.dep_ = title, "appos"


def _office_over(body: "Token") -> "Token | None":
    """The office whose body a noun is: "a spokesman for the group"."""
    office, titles = body.head.head, load_party_nouns().last_title_words
    is_body = body.dep_ == "pobj" and body.head.lower_ in {"for", "of"} and body.pos_ == "NOUN"
    names_body = is_body and body.lemma_.lower() not in titles and body.i - body.head.i <= _NEAR
    return office if names_body and office.pos_ == "NOUN" and office.lemma_.lower() in titles else None


def explain_count(name: "Token") -> None:
    """Makes names that the parser adds to counted sides, or hangs on whom these stand beside, explain them: "two
    unions, Tavin and Oskar, met", "met the port and its two unions, Tavin and Oskar"."""
    first = name.left_edge.i
    noun = name.doc[first - 2] if first > 1 and name.doc[first - 1].text == "," else name
    if noun.tag_ != "NNS" or not (noun == name.head or (noun.dep_ == "conj" and noun.head == name.head)):
        return
    is_list = any(c.dep_ == "conj" for c in name.children)
    if is_list and any(c.dep_ == "nummod" for c in noun.children) and not any(c.dep_ == "cc" for c in noun.children):
        name.head, name.dep_ = noun, "appos"
