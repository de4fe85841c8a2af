"""What the steps of the extraction know about one article."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from tracker.extract.speech import Speech
from tracker.model.parties import PartyReference
from tracker.model.times import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from tracker.extract.parties import ArticleParties


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

    def sides(self, token: "Token") -> tuple[PartyReference, ...]:
        """The sides that the noun phrase headed by a token stands for; none for things."""
        if token.i not in self._sides:
            found = self.parties.of(token)
            self._sides[token.i] = tuple(replace(r, words=self.text[r.span.first : r.span.last]) for r in found)
        return self._sides[token.i]

    def speaker_sides(self, token: "Token") -> tuple[PartyReference, ...]:
        """The sides of whoever says the words around a token; none where the reporter does."""
        speaker = self.speech.speaker(token)
        return self.sides(speaker) if speaker is not None else ()
