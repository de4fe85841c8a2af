"""Lists put right in the tree."""

from functools import lru_cache
from typing import TYPE_CHECKING

from tracker.extract.parse_labels import SIDE_NAMES, SUBJECTS
from tracker.model.parties import PartyKind
from tracker.rules import word_class
from tracker.rules.parties import load_party_nouns
from tracker.rules.parties.countries import load_countries

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# How many words after its comma the last name of a list ends at most: ", and the United Arab Emirates".
_LONGEST_NAME = 6


def join_list(noun: "Token") -> None:
    """Makes the middle of "called for a vote, the release of captives and a truce", which the parser hangs on the verb,
    a part of the list; so too what it hangs on the text that asks for it: "a resolution urging a truce, the release of
    captives and aid"."""
    comma = noun.left_edge.i - 1
    if comma < 1 or noun.doc[comma].text != "," or not _goes_on(noun):
        return
    last = noun.doc[comma - 1]
    while last.head.dep_ in {"pobj", "dobj"} and last.dep_ not in {"pobj", "dobj"}:
        last = last.head
    governor = last.head.head if last.dep_ == "pobj" else last.head
    if last.dep_ in {"pobj", "dobj"} and last.pos_ == "NOUN" and noun.head in (governor, *governor.ancestors):
        noun.head, noun.dep_ = last, "conj"


def _goes_on(noun: "Token") -> bool:
    """Whether the list has more items behind a noun, wherever the parser hangs the last: "the release of captives and
    aid" lists the aid with the captives."""
    owned = (g for c in noun.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj")
    return any(c.dep_ == "conj" and c.i > noun.i for over in (noun, *owned) for c in over.children)


def join_states(second: "Token") -> None:
    """Makes a list of "Mali, Chad, and Niger met", whose second name the parser takes to explain the first; a town is
    explained by its state: "in Osh, Kyrgyzstan, and Baku"."""
    first, behind = second.head, second.right_edge.i + 1
    doc, end, start = second.doc, second.sent.end, second.left_edge.i
    if start != first.i + 2 or doc[start - 1].text != "," or behind + 1 >= end or not _is_state(first):
        return
    if doc[behind].text != "," or doc[behind + 1].lower_ not in {"and", "or"}:
        return
    last = next((t for t in doc[behind + 2 : end] if t.dep_ not in {"compound", "det"}), None)
    if last is None or last.pos_ != "PROPN" or last.i > behind + _LONGEST_NAME:
        return
    second.dep_ = "conj"
    verb = last.head
    is_second = last.dep_ in SUBJECTS and any(c.dep_ in SUBJECTS and c.i < first.i for c in verb.children)
    if last.dep_ == "appos" or is_second:
        last.head, last.dep_ = second, "conj"
    elif last.dep_ in SUBJECTS and verb.dep_ == "conj" and verb.head == first:
        _make_verb(verb, first, last.dep_)
        last.head, last.dep_ = second, "conj"


def _make_verb(verb: "Token", first: "Token", subject: str) -> None:
    """Puts a verb, read as the last of a list of names, where the first of them stands, and that under it."""
    over = first.head
    verb.head, verb.dep_ = (verb if over == first else over), first.dep_
    first.head, first.dep_ = verb, subject
    for child in [c for c in first.children if c.i > verb.i]:
        child.head = verb


def part_state(first: "Token") -> None:
    """Parts the first name of a list from the second: "Peru, North Korea and Mali met", read as one name."""
    second, comma = first.head, first.i + 1
    if second.i <= comma or first.doc[comma].text != "," or not _is_state(first):
        return
    if second.ent_type_ not in SIDE_NAMES or not any(c.dep_ == "conj" for c in second.children):
        return
    over = second.head
    first.head, first.dep_ = (first if over == second else over), second.dep_
    second.head, second.dep_ = first, "conj"
    for before in [c for c in second.children if c.i < first.i]:
        before.head = first


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    return frozenset(name for state in load_countries() for name in state.names)


def _is_state(name: "Token") -> bool:
    words = [*(c.text for c in name.children if c.dep_ == "compound" and c.i < name.i), name.text]
    return " ".join(words) in _states()


def hang_on_ranked(rank: "Token") -> None:
    """Hangs on talks or a deal between whom it is told to be the first or latest: "the talks on Tuesday, the first
    between Mali and Chad, lasted"."""
    noun = rank.head
    if rank.lower_ not in word_class("ranks") or noun.pos_ != "NOUN" or rank.i < noun.i:
        return
    for link in [c for c in rank.children if c.dep_ == "prep" and c.lower_ in {"among", "between", "with"}]:
        link.head = noun


def part_bodies(body: "Token") -> None:
    """Makes two of a body and a name that the parser reads as one: "the Harbour Union and Port Vale met"."""
    name = body.head
    link = next((c for c in body.children if c.dep_ == "cc" and c.lower_ == "and" and c.i == body.i + 1), None)
    if link is None or name.tag_ != "NNP" or name.i <= link.i or name.head == name:
        return
    is_body = load_party_nouns().kind_of_name(body.lower_) is not PartyKind.UNKNOWN
    if not is_body or name.ent_type_ not in SIDE_NAMES | {"PERSON"}:
        return
    put_above(body, name, "conj")


def hang_past_explanation(second: "Token") -> bool:
    """Coordinates a noun with the one that a name explains between commas, not with that: "the biggest mine, Lumbwe
    Mining, and the Miners' Union signed"; whether it did."""
    named, link = second.head, second.left_edge.i - 1
    noun = named.head
    if (
        second.pos_ not in {"NOUN", "PROPN"}
        or named.dep_ != "appos"
        or noun.tag_ != "NN"
        or link < 1
        or second.doc[link].lower_ != "and"
    ):
        return False
    between_commas = second.doc[link - 1].text == "," == second.doc[named.left_edge.i - 1].text
    if not between_commas or noun.dep_ not in {"nsubj", "dobj", "pobj"} or noun.i > named.i:
        return False
    second.head = second.doc[link].head = noun
    return True


def part_from_list(verb: "Token", last: int) -> bool:
    """Makes a subject of the side after "and", with which a list ends right before a verb, that the parser adds to what
    is done: "freed ten of its men and the Osa Front handed over nine", "said, as rebels shelled the town and Chad urged
    both to talk"; whether it was one."""
    ending, before = verb.doc[last], [c for c in verb.children if c.dep_ == "advcl" and c.i < verb.i]
    first = before[-1] if verb.dep_ == "ccomp" and before else verb.head
    listed = [n for n in (ending, *ending.ancestors) if n.dep_ == "conj"]
    listed = [n for n in listed if n.head.head == first or (first != verb.head and first in n.head.ancestors)]
    noun = listed[0] if listed else ending
    link = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i > verb.sent.start else noun
    acts = any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children) and first.i < noun.head.i
    if noun.dep_ != "conj" or link.lower_ != "and" or not acts or noun.right_edge.i != last:
        return False
    is_side = noun.ent_type_ in SIDE_NAMES or noun.lemma_.lower() in word_class("person_or_party")
    if not is_side or noun.head.ent_type_ in SIDE_NAMES or (first == verb.head and verb in noun.ancestors):
        return False
    noun.head, noun.dep_ = verb, "nsubj"
    if first != verb.head:
        first.head, verb.head = verb.head, first
    link.head, verb.dep_ = first, "conj"
    return True


def put_above(lower: "Token", upper: "Token", dependency: str) -> None:
    """Puts a word where the one above it stands, and that under it with all before the lower one that hangs on it."""
    over, place = upper.head, upper.dep_
    is_root = over == upper
    lower.head, lower.dep_ = (lower if is_root else over), place
    upper.head, upper.dep_ = lower, dependency
    for child in [c for c in upper.children if c != lower and (dependency == "appos" or c.i < lower.i)]:
        child.head = lower
