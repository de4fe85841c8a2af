"""What a reading may look at: the publication day, the tense at a place, and the dates told before."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from tracker.extract.times.calendar import Days
from tracker.extract.times.genre import Genre
from tracker.extract.times.grammar import Match
from tracker.extract.times.lexer import Lexed
from tracker.extract.times.likeliest import likeliest, next_told
from tracker.extract.times.reading import Reading
from tracker.extract.times.tense import Direction, direction_at, is_attribute, is_in_relative, is_rate
from tracker.model.times import TimexType
from tracker.rules.times import word_set

if TYPE_CHECKING:
    from tracker.extract.tokens import Doc


_NEAR_CHARACTERS = 300
_DATED = (TimexType.DATE, TimexType.TIME)
_COMPARED_LENGTHS = ("P6M", "P9M", "P12M", "P1Y")  # "in the first nine months ..., a year earlier"


@dataclass(slots=True)
class Told:
    """An expression that was read before, with its place.

    `is_aside`: it only tells things apart ("the 1907 convention", "(born 1890)") and does not carry a story on.
    """

    reading: Reading
    first: int
    last: int
    is_aside: bool = False


@dataclass
class Context:
    """The state of one pass over a text, from its beginning to its end."""

    doc: "Doc"
    published: date | None
    lexed: Lexed
    genre: Genre = Genre.NEWS
    told: list[Told] = field(default_factory=list)

    def direction(self, match: Match) -> Direction:
        """Whether the clause around a match tells what was, what is to come, or neither."""
        return direction_at(self.doc, match.words[0].first, match.words[-1].last)

    def word_before(self, match: Match) -> str:
        """The word before a match, or its own first word where that is a preposition, in lower case."""
        if match.words[0].text in ("within", "in"):
            return match.words[0].text
        return self.lexed.words[match.first - 1].text if match.first else ""

    def is_rate(self, match: Match) -> bool:
        """Whether a match says per what an amount counts ("700 seats a week")."""
        return is_rate(self.doc, match.words[0].first, match.words[-1].last)

    def is_aside(self, match: Match) -> bool:
        """Whether a year only tells one thing from others: before a noun or in brackets."""
        first = match.words[0].first
        opened = self.lexed.text.rfind("(", max(first - 40, 0), first)
        in_brackets = opened >= 0 and ")" not in self.lexed.text[opened:first]
        before = self.lexed.words[match.first - 1].text if match.first else ""
        is_introduced = before in word_set("before_year") and before != "the"
        return in_brackets or (not is_introduced and is_attribute(self.doc, first, match.words[-1].last))

    def is_attribute(self, match: Match) -> bool:
        """Whether a match modifies a noun ("Wednesday's ruling")."""
        return is_attribute(self.doc, match.words[0].first, match.words[-1].last)

    @property
    def is_narrative(self) -> bool:
        return self.genre is Genre.NARRATIVE

    @property
    def counts_from_told(self) -> bool:
        """Whether a month or a day without a year follows the date told last: in narratives, and where nothing else is
        known."""
        return self.is_narrative or self.published is None

    @property
    def last_day(self) -> date | None:
        """The day that was told last, to the day."""
        for told in reversed(self.told):
            days = told.reading.days
            if days and days.earliest == days.latest:
                return days.earliest
        return None

    @property
    def last_date(self) -> Told | None:
        """The date that was told last, of a year or finer, asides left out."""
        for told in reversed(self.told):
            days = told.reading.days
            if days and not told.is_aside and told.reading.type in _DATED and (days.latest - days.earliest).days <= 366:
                return told
        return None

    @property
    def last_main_date(self) -> Told | None:
        """The date that the main clause of the sentence with the date told last tells, else that date: what "then"
        takes up in "They agreed to a truce in May in which Chad freed those it had seized in the raid of 3 March"."""
        last = self.last_date
        sentence = self._sentence_of(last) if last is not None else None
        for told in reversed(self.told) if sentence is not None else ():
            is_date = told.reading.days is not None and not told.is_aside and told.reading.type in _DATED
            if is_date and self._sentence_of(told) == sentence and not is_in_relative(self.doc, told.first, told.last):
                return told
        return last

    def _sentence_of(self, told: Told) -> int | None:
        span = self.doc.char_span(told.first, told.last)
        return span.root.sent.start if span is not None and len(span) else None

    def last_ended(self, marker: str) -> str:
        """The value told last that contains `marker` and is over by the publication day; "" where there is none."""
        for told in reversed(self.told):
            days = told.reading.days
            is_over = days is not None and self.published is not None and days.latest < self.published
            if is_over and marker in told.reading.value and not told.reading.is_comparison:
                return told.reading.value
        return ""

    def last_value(self, marker: str) -> str:
        """The value told last that contains `marker` ("-Q"); "" where there is none."""
        return next(
            (
                told.reading.value
                for told in reversed(self.told)
                if marker in told.reading.value and not told.reading.is_comparison
            ),
            "",
        )

    @property
    def years(self) -> list[int]:
        """The years in which a date without a year may lie: that of the day it counts from and those beside it."""
        origin = self.origin
        return [year for year in range(origin.year - 1, origin.year + 2) if 1 <= year <= 9998] if origin else []

    def likeliest(self, candidates: list[Days], match: Match) -> Days | None:
        """Which of several periods of the same name a match means; None where no day is known to count from."""
        if self.counts_from_told and (last := self.last_date) and last.reading.days and candidates:
            return next_told(candidates, last.reading.days)
        if self.published is None or not candidates:
            return None
        return likeliest(candidates, self.published, self.direction(match))

    @property
    def origin(self) -> date | None:
        """The day from which incomplete dates count."""
        if self.counts_from_told and (last := self.last_date) and last.reading.days:
            return last.reading.days.earliest
        return self.published

    def told_origin(self, unit: str) -> date | None:
        """The day from which "later" and "the following" count: the last date told that is fine enough, else none."""
        limit = {"D": 4, "TH": 4, "TM": 4, "TS": 4, "W": 31, "F": 31, "M": 92, "Q": 366}.get(unit, 4000)
        for told in reversed(self.told):
            days = told.reading.days
            if days and told.reading.type is not TimexType.DURATION and (days.latest - days.earliest).days < limit:
                return days.earliest
        return self.published

    def period_before(self, match: Match) -> str:
        """The quarter a year before the one told shortly before `match`, the year where a longer stretch was told; ""
        where neither was."""
        near = match.words[0].first - _NEAR_CHARACTERS
        for told in reversed(self.told):
            if told.last < near:
                break
            value = told.reading.value
            if value in _COMPARED_LENGTHS and self.published:
                return f"{self.published.year - 1:04d}"
            if len(value) == 7 and value[4:6] == "-Q" and value[:4].isdigit():
                return f"{self.published.year - 1:04d}{value[4:]}" if self.published else ""
        return ""
