"""The time of the past that a passage tells of: "The two fought a war in 2008. Oman mediated, and the armies withdrew."
The first sentence sets it, whether or not it tells an event; those after it in the simple past go on in it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.calendar import Calendar, can_date
from tracker.extract.intervals import interval
from tracker.extract.telling import CLAUSES
from tracker.extract.verb_forms import auxiliaries
from tracker.model.dates import DateInterval, Ground
from tracker.model.mentions import Status
from tracker.model.times import Bound

if TYPE_CHECKING:
    from tracker.extract.tokens import Span, Token

_AT_ONCE = {"as", "when"}
# How many sentences a passage goes on within its paragraph.
_LONGEST = 2


class Scenes:
    """The times of the past that the sentences of an article set."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.context = calendar.context
        self._sentences = list(self.context.doc.sents)
        self._reporters = {r.i for r in self.context.speech.reporters if r is not None}

    def before(self, number: int) -> DateInterval | None:
        """The time that the sentence before sets, or an earlier one of the paragraph that it goes on from; None where
        that is not before the story, or something else comes between."""
        for place in range(number - 1, max(number - 1 - _LONGEST, -1), -1):
            root = self._sentences[place].root
            if not self._tells_the_past(root):
                return None
            if self.calendar.own(root) is not None:
                return self._before_the_story(root)
            if self._has_time(self._sentences[place]) or self._parts(place):
                return None
        return None

    def opened(self, number: int) -> DateInterval | None:
        """The day before the story on which the scene is set that an earlier sentence of the paragraph opens: "As the
        summit began on Thursday, the ministers spoke of the drought."."""
        for place in range(number - 1, max(number - 1 - _LONGEST, -1), -1):
            if self._parts(place + 1):
                return None
            root = self._sentences[place].root
            if not self._tells_the_past(root):
                return None
            fronted = (c for c in root.children if c.dep_ == "advcl" and c.i < root.i and _is_at_once(c))
            if (clause := next(fronted, None)) is not None:
                return self._before_the_story(clause)
        return None

    def is_parted(self, first: int, last: int) -> bool:
        """Whether a paragraph ends between two sentences."""
        return any(self._parts(place) for place in range(first + 1, last + 1))

    def _tells_the_past(self, root: "Token") -> bool:
        helpers = auxiliaries(root)
        past = root.tag_ == "VBD" or (root.tag_ == "VBN" and bool(helpers & {"was", "were"}))
        return root.pos_ in CLAUSES and past and root.i not in self._reporters

    def _before_the_story(self, root: "Token") -> DateInterval | None:
        held, story = self.calendar.own(root), self.calendar.story.earliest
        if held is None or story is None or held.bound is not Bound.AT or held.is_anaphoric:
            return None
        day = interval(held, None, Status.OCCURRED, self.context.published)
        if day is None or day.earliest is None or day.latest is None or day.latest >= story or day.ongoing:
            return None
        return replace(day, ground=Ground.ANCHORED)

    def _has_time(self, sentence: "Span") -> bool:
        first, last = sentence.start_char, sentence.end_char
        return any(first <= e.span.first < last and can_date(e) for e in self.context.times)

    def _parts(self, place: int) -> bool:
        """Whether a paragraph ends between a sentence and the one before it."""
        if place == 0:
            return True
        first, last = self._sentences[place - 1].end_char, self._sentences[place].start_char
        return "\n" in self.context.text[first - 1 : last + 1]


def _is_at_once(clause: "Token") -> bool:
    return any(c.lower_ in _AT_ONCE for c in clause.children)
