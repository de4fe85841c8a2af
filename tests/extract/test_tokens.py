"""The words of a parse answer as spaCy's own do, and let a repair move them."""

from collections.abc import Iterable

import pytest

from tracker.extract.text import load_model
from tracker.extract.tokens import Doc, Token, read

TEXTS = [
    "Peru and Chad, which met in Lima on Monday, agreed to free 30 of the 253 prisoners. Chad's envoy said so.",
    "GENEVA (AP) — \"We won't sign,\" said Omar Diallo, the rebels' envoy. Talks, he added, go on.\nNo deal yet",
    "",
    " Two  spaces.",
]
ATTRIBUTES = (
    *("text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_"),
    *("is_space", "is_punct", "is_quote", "like_num", "i", "idx"),
)
RELATIONS = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")


def places(words: Iterable[Token]) -> list[int]:
    return [word.i for word in words]


@pytest.mark.parametrize("text", TEXTS)
def test_every_word_answers_as_spacys_does(text: str) -> None:
    theirs = load_model()(text)
    ours = read(theirs)
    assert ours.text == theirs.text
    assert [(s.start, s.end, s.start_char, s.end_char, s.text) for s in ours.sents] == [
        (s.start, s.end, s.start_char, s.end_char, s.text) for s in theirs.sents
    ]
    assert [(e.start, e.end) for e in ours.ents] == [(e.start, e.end) for e in theirs.ents]
    for mine, other in zip(ours, theirs, strict=True):
        assert [getattr(mine, name) for name in ATTRIBUTES] == [getattr(other, name) for name in ATTRIBUTES]
        assert [places(getattr(mine, name)) for name in RELATIONS] == [
            places(getattr(other, name)) for name in RELATIONS
        ]
        assert (mine.head.i, mine.left_edge.i, mine.right_edge.i) == (
            other.head.i,
            other.left_edge.i,
            other.right_edge.i,
        )
        assert (mine.sent.start, bool(mine.is_sent_start)) == (other.sent.start, bool(other.is_sent_start))


@pytest.mark.parametrize("text", TEXTS)
def test_every_stretch_is_spacys(text: str) -> None:
    theirs = load_model()(text)
    ours = read(theirs)
    for first in range(len(theirs)):
        for last in range(first + 1, len(theirs) + 1):
            mine, other = ours[first:last], theirs[first:last]
            assert (mine.text, mine.root.i, mine.sent.start, len(mine)) == (
                other.text,
                other.root.i,
                other.sent.start,
                len(other),
            )
    for first in range(len(text)):
        for last in range(first + 1, min(first + 30, len(text) + 1)):
            span, wanted = ours.char_span(first, last), theirs.char_span(first, last, alignment_mode="expand")
            assert (span is None) is (wanted is None)
            assert span is None or (span.start, span.end) == (wanted.start, wanted.end), text[first:last]
    assert ours.char_span(0, len(text) + 1) is None


def named(doc: Doc, word: str) -> Token:
    return next(token for token in doc if token.text == word)


def test_a_head_that_is_set_moves_all_under_the_word() -> None:
    doc = read(load_model()("Peru freed the men of the north on Monday."))
    day, verb, men = named(doc, "on"), named(doc, "freed"), named(doc, "men")
    assert day.head is verb
    assert named(doc, "Monday") not in men.subtree
    day.head = men
    assert day not in verb.children
    assert men.right_edge.text == "Monday"
    assert named(doc, "Monday") in men.subtree
    day.head = day
    assert day not in men.children
    assert list(day.ancestors) == []


def test_there_is_no_word_beyond_the_ends() -> None:
    doc = read(load_model()("Talks began."))
    for word, distance in ((doc[0], -1), (doc[-1], 1)):
        with pytest.raises(IndexError):
            word.nbor(distance)
