"""A parse as plain lists, read once: reading spaCy's tokens one by one would cost more than everything done here."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MODIFIERS = {"amod", "compound", "nmod", "nummod", "poss", "quantmod", "case", "advmod", "punct"}
_PLURAL_TAGS = {"NNS", "NNPS"}


class Tree:
    """Words, parts of speech, dependencies, entities and sentences of a document, by token index."""

    def __init__(self, doc: "Doc") -> None:
        from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, ORTH, POS, SENT_START, TAG

        self.doc = doc
        named = doc.to_array([POS, DEP, TAG, LEMMA, ENT_TYPE, ORTH])
        keys: list[list[int]] = [named[:, column].tolist() for column in range(named.shape[1])]
        strings = doc.vocab.strings
        text_of = {key: strings[key] if key else "" for key in set().union(*keys)}
        self.pos, self.dep, self.tag, lemmas, self.entity, self.words = [
            [text_of[k] for k in column] for column in keys
        ]
        self.lower = [word.lower() for word in self.words]
        self.lemma = [lemma.lower() for lemma in lemmas]
        signed = doc.to_array([HEAD, SENT_START]).astype("int64")
        self.head = [i + offset for i, offset in enumerate(signed[:, 0].tolist())]
        self.children: list[list[int]] = [[] for _ in self.words]
        for i, head in enumerate(self.head):
            if head != i:
                self.children[head].append(i)
        self.sentence: list[int] = []
        number = -1
        for start in signed[:, 1].tolist():
            number += start == 1
            self.sentence.append(max(number, 0))

    def as_noun(self, i: int, lemmas: frozenset[str]) -> bool:
        """Makes a proper noun the common noun that it is, where its word, or its singular, is one of `lemmas`."""
        word = self.lower[i]
        singulars = [word[:-3] + "y"] if word.endswith("ies") else [word[:-1], word[:-2]] if word.endswith("s") else []
        lemma = next((form for form in (*singulars, word) if form in lemmas), None)
        if lemma is None:
            return False
        self.pos[i], self.lemma[i], self.tag[i] = "NOUN", lemma, "NN" if lemma == word else "NNS"
        return True

    def __len__(self) -> int:
        return len(self.words)

    def child(self, i: int, *dependencies: str) -> int | None:
        """The first child with one of these dependencies."""
        return next((c for c in self.children[i] if self.dep[c] in dependencies), None)

    def conjuncts(self, i: int) -> list[int]:
        """What is coordinated with a token to its right, in order."""
        found, waiting = [], [c for c in self.children[i] if self.dep[c] == "conj"]
        while waiting:
            token = waiting.pop(0)
            found.append(token)
            waiting += [c for c in self.children[token] if self.dep[c] == "conj"]
        return sorted(found)

    def objects(self, i: int, *prepositions: str) -> list[int]:
        """The objects of a token's prepositions."""
        return [
            grand
            for child in self.children[i]
            if self.dep[child] in {"prep", "agent"} and (not prepositions or self.lower[child] in prepositions)
            for grand in self.children[child]
            if self.dep[grand] in {"pobj", "pcomp"}
        ]

    def preposition(self, i: int) -> str:
        """The preposition whose object a token is, or whose object's conjunct; "" for none."""
        while self.dep[i] in {"conj", "appos"} and self.head[i] != i:
            i = self.head[i]
        return self.lower[self.head[i]] if self.dep[i] in {"pobj", "pcomp"} else ""

    def is_plural(self, i: int) -> bool:
        """Whether a noun is in the plural."""
        return self.tag[i] in _PLURAL_TAGS

    def phrase_start(self, i: int) -> int:
        """Where the noun phrase of a head begins, its determiner left out."""
        first = i
        while first > 0:
            before = first - 1
            node = before
            while node != i and self.head[node] != node and before <= self.head[node] <= i and self.head[node] != i:
                node = self.head[node]
            if (
                self.head[node] != i
                or self.dep[node] not in _MODIFIERS
                or self.pos[before] == "SPACE"
                or self.words[before] in {",", "(", '"', ")"}
            ):
                break
            first = before
        return first

    def text(self, first: int, last: int) -> str:
        """The words from token `first` up to, not including, `last`, as they stand."""
        return str(self.doc[first:last].text)
