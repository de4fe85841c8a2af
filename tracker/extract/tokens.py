"""A parse as plain objects, with the names that spaCy gives to what they hold.

The rules ask each word for its children, head and lemma hundreds of times. At every such question spaCy makes new
objects and looks strings up, here they are at hand. Heads, dependencies and tags can be set, as repairs of a parse do.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc


# spaCy's codes for where in a name a word stands.
_IOB = ("", "I", "O", "B")


class Token:
    """A word of a parse. `children` are in the order of the text."""

    __slots__ = (
        "_head",
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "i",
        "idx",
        "is_punct",
        "is_quote",
        "is_sent_start",
        "is_space",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )

    doc: "Doc"
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_sent_start: bool
    is_space: bool
    is_punct: bool
    is_quote: bool
    like_num: bool
    sent: "Span"
    children: "tuple[Token, ...]"
    _head: "Token"

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def head(self) -> "Token":
        """The word that governs this one; the word itself where none does."""
        return self._head

    @head.setter
    def head(self, head: "Token") -> None:
        if self._head is not self:
            self._head.children = tuple(c for c in self._head.children if c is not self)
        self._head = head
        if head is not self:
            head.children = tuple(sorted((*head.children, self), key=lambda token: token.i))
        self.doc.subtrees.clear()
        self.doc.edges.clear()

    @property
    def lefts(self) -> "tuple[Token, ...]":
        """The children before the word."""
        return tuple(c for c in self.children if c.i < self.i)

    @property
    def rights(self) -> "tuple[Token, ...]":
        """The children after the word."""
        return tuple(c for c in self.children if c.i > self.i)

    @property
    def subtree(self) -> "tuple[Token, ...]":
        """The word and all under it: what hangs on its left, itself, what hangs on its right."""
        known = self.doc.subtrees
        if self.i not in known:
            before = [t for child in self.lefts for t in child.subtree]
            known[self.i] = (*before, self, *(t for child in self.rights for t in child.subtree))
        return known[self.i]

    @property
    def left_edge(self) -> "Token":
        """The first word of the subtree."""
        return self.doc.tokens[self._edges[0]] if self.children else self

    @property
    def right_edge(self) -> "Token":
        """The last word of the subtree."""
        return self.doc.tokens[self._edges[1]] if self.children else self

    @property
    def _edges(self) -> tuple[int, int]:
        known = self.doc.edges
        if self.i not in known:
            first = last = self.i
            for child in self.children:
                opens, ends = child._edges if child.children else (child.i, child.i)
                first, last = min(first, opens), max(last, ends)
            known[self.i] = (first, last)
        return known[self.i]

    @property
    def ancestors(self) -> "Iterator[Token]":
        """The heads above the word, the nearest first."""
        node = self
        while node._head is not node:
            node = node._head
            yield node

    @property
    def conjuncts(self) -> "tuple[Token, ...]":
        """What is coordinated with the word, on both sides of it."""
        start = self
        while start.dep_ == "conj" and start._head is not start:
            start = start._head
        found = [start]
        for word in found:
            found += [c for c in word.rights if c.dep_ == "conj"]
        return tuple(word for word in found if word is not self)

    def nbor(self, distance: int = 1) -> "Token":
        """The word so many places on. Raises IndexError beyond either end of the text."""
        if self.i + distance < 0:
            raise IndexError(self.i + distance)
        return self.doc[self.i + distance]


def _distance(token: Token) -> tuple[bool, int]:
    """How far a word is from the root of its sentence, marks and spaces after the words."""
    bare = (token.is_punct or token.is_space) and not token.children and token.head is not token
    return bare, 0 if bare else sum(1 for _ in token.ancestors)


class Span:
    """The words from `start` up to, not including, `end`."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: "Doc", start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = max(start, end)

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, i: int) -> Token: ...

    @overload
    def __getitem__(self, i: slice) -> "Span": ...

    def __getitem__(self, i: int | slice) -> "Token | Span":
        if isinstance(i, slice):
            first, last, _ = i.indices(len(self))
            return Span(self.doc, self.start + first, self.start + last)
        return self.doc.tokens[self.start : self.end][i]

    @property
    def start_char(self) -> int:
        """The offset of the first character."""
        return self.doc[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The offset after the last character."""
        return self.doc[self.end - 1].idx + len(self.doc[self.end - 1]) if self.end > self.start else self.start_char

    @property
    def text(self) -> str:
        """The characters, without the space after the last word."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def sent(self) -> "Span":
        """The sentence in which the first word stands."""
        return self.doc[self.start].sent

    @property
    def root(self) -> Token:
        """The word with the shortest way to the root of its sentence among those whose head lies outside; no mark or
        space where a word is."""
        outside = [t for t in self if t.head is t or not self.start <= t.head.i < self.end]
        return min(outside, key=_distance) if outside else self.doc[self.start]


class Doc:
    """The words of a parsed text, its sentences and its names."""

    __slots__ = ("_starts", "edges", "ents", "sents", "subtrees", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token], starts: list[int]) -> None:
        self.text = text
        self.tokens = tokens
        self._starts = starts
        self.sents: tuple[Span, ...] = ()
        self.ents: tuple[Span, ...] = ()
        self.subtrees: dict[int, tuple[Token, ...]] = {}
        self.edges: dict[int, tuple[int, int]] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, i: int) -> Token: ...

    @overload
    def __getitem__(self, i: slice) -> Span: ...

    def __getitem__(self, i: int | slice) -> Token | Span:
        if isinstance(i, slice):
            start, end, _ = i.indices(len(self.tokens))
            return Span(self, start, end)
        return self.tokens[i]

    def char_span(self, first: int, last: int) -> Span | None:
        """The words of which any character lies from `first` up to, not including, `last`; None outside of the text."""
        if not 0 <= first < last <= len(self.text) or not self.tokens:
            return None
        start, end = bisect_right(self._starts, first) - 1, bisect_right(self._starts, last - 1)
        if first >= self._starts[start] + len(self.tokens[start]):  # the space after a word
            start += 1
        return Span(self, start, end)


def read(parse: "SpacyDoc") -> Doc:
    """The words of a document that spaCy has tagged, parsed and searched for names."""
    from spacy import attrs

    columns = [attrs.ORTH, attrs.LOWER, attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP, attrs.ENT_TYPE]
    keys = [column.tolist() for column in parse.to_array(columns).T]
    strings = parse.vocab.strings
    words = {key: strings[key] if key else "" for key in set().union(*keys)}
    flags = [attrs.ENT_IOB, attrs.SPACY, attrs.IS_SPACE, attrs.IS_PUNCT, attrs.IS_QUOTE, attrs.LIKE_NUM]
    signed = [column.tolist() for column in parse.to_array([*flags, attrs.HEAD, attrs.SENT_START]).astype("int64").T]
    starts = parse.to_array(attrs.IDX).tolist()
    tokens = [Token() for _ in starts]
    doc = Doc(parse.text, tokens, starts)
    below: list[list[Token]] = [[] for _ in tokens]
    opens: list[int] = []
    rows = zip(tokens, starts, *keys, *signed, strict=True)
    for i, (token, idx, orth, lower, lemma, pos, tag, dep, entity, *others) in enumerate(rows):
        token.doc, token.i, token.idx = doc, i, idx
        token.text, token.lower_, token.lemma_ = words[orth], words[lower], words[lemma]
        token.pos_, token.tag_, token.dep_, token.ent_type_ = words[pos], words[tag], words[dep], words[entity]
        iob, space, is_space, is_punct, is_quote, like_num, head, start = others
        token.ent_iob_, token.whitespace_ = _IOB[iob], " " if space else ""
        token.is_space, token.is_punct, token.is_quote = bool(is_space), bool(is_punct), bool(is_quote)
        token.like_num, token.is_sent_start = bool(like_num), start == 1
        token._head = tokens[i + head]
        if head:
            below[i + head].append(token)
        if start == 1 or not i:
            opens.append(i)
    doc.sents = tuple(Span(doc, first, last) for first, last in pairwise([*opens, len(tokens)]))
    doc.ents = tuple(Span(doc, entity.start, entity.end) for entity in parse.ents)
    for token, children in zip(tokens, below, strict=True):
        token.children = tuple(children)
    for sentence in doc.sents:
        for token in sentence:
            token.sent = sentence
    return doc
