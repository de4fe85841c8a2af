"""A parse as plain lists by token index, in which what the article calls a thing can be changed for its parties."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from tracker.extract.tokens import Doc

_MODIFIERS = {"amod", "compound", "nmod", "nummod", "poss", "quantmod", "case", "advmod", "punct"}
_NOMINAL = {"PROPN", "NOUN", "ADJ", "DET", "NUM"}
# How many words of a phrase are looked through: "the self-declared Republic of the North's armed forces".
_PHRASE = 9
_PLURAL_TAGS = {"NNS", "NNPS"}
_OF_MANY = {"are", "have"}


class Tree:
    """Words, parts of speech, dependencies, entities and sentences of a document, by token index."""

    def __init__(self, doc: "Doc") -> None:
        self.doc = doc
        self.words = [t.text for t in doc]
        self.lower = [t.lower_ for t in doc]
        self.lemma = [t.lemma_.lower() for t in doc]
        self.pos, self.tag = [t.pos_ for t in doc], [t.tag_ for t in doc]
        self.dep = [t.dep_ for t in doc]
        self.entity = [t.ent_type_ for t in doc]
        self.head = [t.head.i for t in doc]
        self.children = [[c.i for c in t.children] for t in doc]
        self.sentence = [number for number, sentence in enumerate(doc.sents) for _ in sentence]

    def as_noun(self, i: int, lemmas: "Container[str]") -> bool:
        """Makes a proper noun the common noun that it is, where its word, or its singular, is one of `lemmas`."""
        word = self.lower[i]
        singulars = [word[:-3] + "y"] if word.endswith("ies") else [word[:-1], word[:-2]] if word.endswith("s") else []
        lemma = next((form for form in (*singulars, word) if form in lemmas), None)
        if lemma is None:
            return False
        self.pos[i], self.lemma[i], self.tag[i] = "NOUN", lemma, "NN" if lemma == word else "NNS"
        return True

    def goes_on_with(self, i: int) -> bool:
        """Whether a token goes on with the name of a body that a link before it joins it to: "Renewal and Justice"."""
        is_linked = i > 1 and self.lower[i - 1] in {"and", "for", "of"}
        return is_linked and self.words[i - 2][:1].isupper() and self.entity[i - 2 : i + 1] == ["ORG"] * 3

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
        """The objects of a token's prepositions, coordinated ones too: "of the army and of the rebels"."""
        return [
            grand
            for child in self.children[i]
            if self.dep[child] in {"prep", "agent"}
            for link in (child, *(c for c in self.children[child] if self.dep[c] == "conj"))
            if not prepositions or self.lower[link] in prepositions
            for grand in self.children[link]
            if self.dep[grand] in {"pobj", "pcomp"}
        ]

    def rightmost_head(self, i: int) -> int:
        """The noun at which a phrase that goes on to the right of a token ends: "team" for "Peruvian" in "the Peruvian
        government's team"."""
        while self.head[i] > i:
            i = self.head[i]
        return i

    def before_phrase(self, last: int) -> int:
        """The token before the noun phrase, owners and articles with it, that ends at a token: "of" for "Front" in "of
        Mali's rebel Osa Front"."""
        at = last
        while at > 0 and last - at < _PHRASE and (self.pos[at] in _NOMINAL or self.words[at] in {"'s", "'", "-"}):
            at -= 1
        return at

    def leans(self, i: int) -> bool:
        """Whether what begins at a token is whom something is for or against: "pro-Russian", "anti-government"."""
        return i > 1 and self.words[i - 1] == "-" and self.lower[i - 2] in {"pro", "anti"}

    def preposition(self, i: int) -> str:
        """The preposition whose object a token is, or whose object's conjunct; "" for none."""
        while self.dep[i] in {"conj", "appos"} and self.head[i] != i:
            i = self.head[i]
        return self.lower[self.head[i]] if self.dep[i] in {"pobj", "pcomp"} else ""

    def is_plural(self, i: int) -> bool:
        """Whether a noun is in the plural."""
        return self.tag[i] in _PLURAL_TAGS

    def told_as_many(self) -> frozenset[str]:
        """The lemmas of the singular nouns that stand by themselves before a plural verb: "the Taliban have"."""
        plural = (h for h, word in enumerate(self.lower) if word in _OF_MANY)
        verbs = (self.head[h] if self.dep[h] in {"aux", "auxpass"} else h for h in plural)
        subjects = (c for v in verbs for c in self.children[v] if self.dep[c] in {"nsubj", "nsubjpass"} and c < v)
        alone = (c for c in subjects if self.tag[c] in {"NN", "NNP"} and not self.conjuncts(c))
        return frozenset(self.lemma[c] for c in alone)

    def is_counted(self, i: int) -> bool:
        """Whether a noun stands behind a number and a hyphen: "nation" in "the 15-nation council"."""
        return i > 1 and self.words[i - 1] == "-" and self.pos[i - 2] == "NUM"

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

    def end_of_possessive(self, first: int, last: int) -> int | None:
        """Where the name of a body ends that holds somebody's: "the Court of King's Bench"; None where none does."""
        end = last + 4
        is_one = self.lower[last] == "of" and self.words[last + 2 : last + 3] in (["'s"], ["’s"])
        is_one = is_one and end <= len(self) and all(self.entity[k] == "ORG" for k in range(first, end))
        return end if is_one and self.pos[end - 1] == "PROPN" else None

    def text(self, first: int, last: int) -> str:
        """The words from token `first` up to, not including, `last`, as they stand."""
        return str(self.doc[first:last].text)
