"""What the steps of the extraction know about one article."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from tracker.extract.lists import broken_list
from tracker.extract.speech import Speech
from tracker.extract.subjects import subject
from tracker.model.parties import PartyReference
from tracker.model.times import TimeExpression
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.parties import ArticleParties
    from tracker.extract.tokens import Doc, Token

# Verbs whose subject passes on what their object says.
_QUOTING = {"quote", "cite"}
# Whoever says the words around them.
_OWN_VOICE = {"i", "we"}
# How far back, in sentences, "the statement" may have been told.
_SAME_TEXT = 8
# How a text names whose it is: "Peru's letter", "a Peruvian statement", "a letter from Peru".
_OF_WHOM = {"poss", "amod", "compound", "by", "from", "of"}


@dataclass(slots=True)
class Context:
    """One parsed article with its parties, speakers and time expressions.

    `text` is the article's own text (the parse may have other capitals and quotes at the same places).
    """

    doc: "Doc"
    text: str
    published: date | None
    parties: "ArticleParties"
    speech: Speech
    times: list[TimeExpression]
    _sides: dict[int, tuple[PartyReference, ...]] = field(default_factory=dict)
    _sentences: dict[int, int] = field(default_factory=dict)

    def sentence_number(self, token: "Token") -> int:
        """Which sentence of the article a token stands in, from 0."""
        if not self._sentences:
            self._sentences = {sentence.start: number for number, sentence in enumerate(self.doc.sents)}
        return self._sentences[token.sent.start]

    def has_day(self, verb: "Token") -> bool:
        """Whether a day or an hour stands among the words after a verb that hang on it."""
        first, last = verb.idx, verb.right_edge.idx + len(verb.right_edge)
        return any(
            first <= t.span.first and t.span.last <= last and t.type.value in {"DATE", "TIME"} for t in self.times
        )

    def sides(self, token: "Token") -> tuple[PartyReference, ...]:
        """The sides that the noun phrase headed by a token stands for; none for things."""
        if token.i not in self._sides:
            found = self.parties.of(token)
            self._sides[token.i] = tuple(self.own_words(r) for r in found)
        return self._sides[token.i]

    def voices(self, token: "Token") -> tuple[PartyReference, ...]:
        """The sides that act or speak in a noun phrase: its own, else whose statement, letter or resolution it is;
        "the statement" may have been told before."""
        found = self.sides(token)
        if found and len(names := broken_list(token)) > 1:
            return tuple({r.side: r for name in names for r in self.sides(name)}.values())
        if found or token.lemma_.lower() not in word_class("texts") | word_class("papers"):
            return found
        owners = self._owners(token)
        is_definite = any(c.lower_ in {"the", "this"} for c in token.children if c.dep_ == "det")
        return owners or (self._author_before(token) if is_definite else self._issuer(token))

    def _issuer(self, text: "Token") -> tuple[PartyReference, ...]:
        """Who issues a text that its own clause goes on to tell of: "Peru released a statement condemning the raid"."""
        verb = text.head.head if text.dep_ == "pobj" and text.head.lower_ == "in" else text.head
        if verb.lemma_ not in word_class("issuing") or text.dep_ not in {"dobj", "pobj"}:
            return ()
        issuer = subject(verb)
        return self.sides(issuer) if issuer is not None and issuer != text else ()

    def _author_before(self, token: "Token") -> tuple[PartyReference, ...]:
        """Whose the last such text before a token was: "Peru said in a statement", "Peru issued a statement"."""
        here = self.sentence_number(token)
        for i in range(token.i - 1, -1, -1):
            before = self.doc[i]
            if before.lemma_ != token.lemma_ or before.pos_ != "NOUN":
                continue
            if here - self.sentence_number(before) > _SAME_TEXT:
                return ()
            if found := self._owners(before) or self._writers(before):
                return found
        return ()

    def _writers(self, text: "Token") -> tuple[PartyReference, ...]:
        """Who says or issues a text by the nearest clause around it: "backed the call for talks in a statement", where
        the parser may hang the text on what is called for."""
        verb = text.head.head if text.dep_ == "pobj" and text.head.lower_ == "in" else text.head
        while verb != text:
            writer = subject(verb) if verb.pos_ == "VERB" else None
            if writer is not None and writer != text and (found := self.sides(writer)):
                return found
            said_in = text.dep_ == "pobj" and text.head.lower_ == "in"
            if not said_in or verb.head == verb or verb.dep_ in {"relcl", "advcl"}:
                return ()
            verb = verb.head
        return ()

    def _owners(self, token: "Token") -> tuple[PartyReference, ...]:
        owners: dict[str, PartyReference] = {}
        for how, reference in self.parties.modifiers(token):
            if how in _OF_WHOM:
                owners.setdefault(reference.side, self.own_words(reference))
        return tuple(owners.values())

    def own_words(self, reference: PartyReference) -> PartyReference:
        """A reference in the words of the article's own text."""
        return replace(reference, words=self.text[reference.span.first : reference.span.last])

    def speaker_sides(self, token: "Token") -> tuple[PartyReference, ...]:
        """The sides of whoever says the words around a token; none where the reporter does. Whom nobody puts to a side
        speaks for who quotes him: "Chadian media quoted an officer as saying"."""
        speaker = self.speech.speaker(token)
        if speaker is None:
            return ()
        if speaker.pos_ == "PRON" and speaker.lower_ in _OWN_VOICE and not self.sides(speaker):
            return self.speaker_sides(speaker) if self.speech.speaker(speaker) not in {None, speaker} else ()
        quoter = subject(speaker.head) if speaker.dep_ == "dobj" and speaker.head.lemma_ in _QUOTING else None
        return self.voices(speaker) or (self.voices(quoter) if quoter is not None else ())
