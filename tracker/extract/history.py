"""The dates of passages that tell of a time before the story: what goes on in them lies there too."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.calendar import Calendar, can_date
from tracker.extract.intervals import interval
from tracker.extract.same import Told
from tracker.extract.scenes import Scenes
from tracker.extract.story import is_answer_to, named_by
from tracker.extract.subjects import is_to_infinitive
from tracker.extract.telling import CLAUSES, SPOKEN, clause_top, clause_verb, is_bare_noun, is_simple_past
from tracker.model.dates import DateInterval, Grain, Ground
from tracker.model.mentions import EventType, Status
from tracker.model.times import Bound

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.extract.tokens import Token

# How many days before the story an event is no longer news.
_NEWS = 7
# How many characters open a sentence.
_OPENING_CHARACTERS = 12
# Acts of mere speech: they are the day's news more often than a part of what was told before.
_TALK = SPOKEN - {EventType.ACCEPTANCE, EventType.REJECTION, EventType.PROPOSAL}


class History:
    """What an article tells of the past. `own` holds the dates that expressions gave, `resolved` those found since."""

    def __init__(
        self,
        calendar: Calendar,
        told: list[Told],
        own: list[DateInterval | None],
        resolved: "Mapping[int, DateInterval]",
    ) -> None:
        self.calendar = calendar
        self.context = calendar.context
        self.told = told
        self.own = own
        self._resolved = resolved
        self._scenes = Scenes(calendar)

    def _day(self, number: int) -> DateInterval | None:
        return self.own[number] or self._resolved.get(number)

    def is_after_background(self, event: Told) -> bool:
        """Whether a deed goes on from a sentence that tells of a time before the story: of one long ago, or of deeds in
        the past that no day is told of."""
        if not self._is_told_as_past(event) or self._opens_with_a_time(event):
            return False
        before = [
            (other, day)
            for n, other in enumerate(self.told)
            if other.sentence == event.sentence - 1 and other.status is Status.OCCURRED
            if (day := self._day(n)) is not None
        ]
        told = [other for other, day in before if self.is_long_ago(day, other)]
        return bool(told) and all(day.earliest is None or other in told for other, day in before)

    def is_long_ago(self, day: DateInterval, event: Told) -> bool:
        story, last = self.calendar.story.earliest, day.end_latest or day.latest
        if day.earliest is None:
            return event.trigger.type not in SPOKEN and is_simple_past(clause_verb(event.trigger))
        return last is not None and story is not None and (story - last).days > _NEWS

    def date(self, number: int) -> DateInterval | None:
        """The date of the event or the passage before, where that tells of a time before the story and this one goes on
        in the past."""
        event, story = self.told[number], self.calendar.story.earliest
        if self._opens_with_a_time(event):
            return None
        is_main = self._is_of_the_clause(event) and (
            event.trigger.type is EventType.MEETING or self._is_told_as_past(event)
        )
        before = self._scenes.opened(event.sentence) if is_main else None
        if before is None and not self._is_told_as_past(event):
            return None
        answers = event.trigger.type in SPOKEN and self._scenes.is_parted(event.sentence - 1, event.sentence)
        talks = event.trigger.type in _TALK and not self._is_beside_a_deed(event)
        if before is None and not talks and not answers:
            before = self.main_event_before(number, 1) or self._scenes.before(event.sentence)
            before = before or self._of_the_paragraph(number)
        if before is None or before.latest is None or story is None or (before.end_latest or before.latest) >= story:
            return None
        return replace(before, ground=Ground.ANCHORED)

    def _is_beside_a_deed(self, event: Told) -> bool:
        """ "Called it a theft and closed the border"."""
        top = clause_top(clause_verb(event.trigger))
        deeds = (other for other in self.told if other.sentence == event.sentence and other.trigger.type not in SPOKEN)
        return any(clause_top(clause_verb(other.trigger)) == top for other in deeds if other.status is Status.OCCURRED)

    def _of_the_paragraph(self, number: int) -> DateInterval | None:
        """The year or month long ago that the paragraph has told of last; a day is soon over."""
        here = self.told[number].sentence
        for n in range(number - 1, -1, -1):
            other, day = self.told[n], self._day(n)
            if self._scenes.is_parted(other.sentence, here):
                return None
            if other.sentence < here and day is not None and day.earliest is not None and self._is_told_as_past(other):
                whole = day.grain in {Grain.MONTH, Grain.YEAR} and not day.ongoing
                return day if whole and self.is_long_ago(day, other) else None
        return None

    def told_last(self, number: int) -> DateInterval | None:
        """The time long ago that the sentence before tells last, for one that goes on from it: "Their ties are poor
        since a revolt in 2014 cost him his office. Mali then took the port"."""
        event = self.told[number]
        first = event.trigger.token.sent.start
        before = event.trigger.token.doc[first - 1].sent if first else None
        if before is None:
            return None
        held = [e for e in self.context.times if before.start_char <= e.span.first < before.end_char and can_date(e)]
        words = self.context.doc.char_span(held[-1].span.first, held[-1].span.last) if held else None
        if words is None or held[-1].bound is not Bound.AT or named_by(words.root) is not None:
            return None
        verb = next((node for node in words.root.ancestors if node.pos_ in CLAUSES), None)
        if verb is None or not is_simple_past(verb):
            return None
        day = interval(held[-1], None, Status.OCCURRED, self.context.published)
        return day if day is not None and self.is_long_ago(day, event) and day.earliest is not None else None

    def is_after_what_is_long_ago(self, event: Told) -> bool:
        """Whether a sentence tells what its act came after, long ago: "Following their thaw in 2014, it met", and, but
        for speech and the lead, behind the act too: "closed the border in response to a raid in May 2022"."""
        verb = clause_top(clause_verb(event.trigger))
        may_follow = event.sentence > 0 and event.trigger.type not in SPOKEN
        below = (g for c in verb.children if c.dep_ in {"advcl", "xcomp"} and is_to_infinitive(c) for g in c.children)
        for link in (*verb.children, *below):  # "launched a campaign to destroy it in response to an attack in May"
            if link.dep_ != "prep" or not (link.i < verb.i or may_follow):
                continue
            answers = [g for c in link.children for g in c.children if is_answer_to(g)]
            links = [link] if link.lower_ in {"after", "following"} else answers
            if any(self._holds_a_day_long_ago(one, event) for one in links):
                return True
        return False

    def _holds_a_day_long_ago(self, link: "Token", event: Told) -> bool:
        first, last = link.idx, link.right_edge.idx
        held = next((e for e in self.context.times if first < e.span.first <= last and can_date(e)), None)
        day = interval(held, None, Status.OCCURRED, self.context.published) if held is not None else None
        return day is not None and day.earliest is not None and self.is_long_ago(day, event)

    def _opens_with_a_time(self, event: Told) -> bool:
        """Whether a sentence begins with a time of its own, however vague: "Within hours of the vote ..."."""
        first = event.trigger.token.sent.start_char
        return any(first <= e.span.first < first + _OPENING_CHARACTERS for e in self.context.times)

    def _is_told_as_past(self, event: Told) -> bool:
        """Whether the article itself tells an event in the simple past of a main clause."""
        is_bare = is_bare_noun(event.trigger) and event.trigger.token.head != clause_verb(event.trigger)
        return self._is_of_the_clause(event) and not is_bare

    def _is_of_the_clause(self, event: Told) -> bool:
        """Whether an event stands in such a clause, if only as the occasion: "in a session with Peru, he said"."""
        verb = clause_verb(event.trigger)
        main = clause_top(verb).dep_ == "ROOT" and self.context.speech.reporter(event.trigger.token) is None
        return main and is_simple_past(verb)

    def main_event_before(self, number: int, back: int, *, carried: bool = False) -> DateInterval | None:
        """The date of the main event of the nearest sentence before that has a dated one, at most so many back; with
        `carried` also a date that another event has lent it."""
        event = self.told[number]
        best: tuple[int, int, DateInterval] | None = None
        for before in range(number - 1, -1, -1):
            other, date = self.told[before], self.own[before]
            lent = self._resolved.get(before) if carried and date is None else None
            date = lent if lent is not None and lent.ground is Ground.ANCHORED else date
            if event.sentence - other.sentence > back or (best is not None and -best[0] > other.sentence):
                break
            if date is None or not date.is_known or date.ongoing or other.status is not Status.OCCURRED:
                continue
            if back == 1 and not self._is_told_as_past(other):
                continue
            key = (-other.sentence, sum(1 for _ in other.trigger.token.ancestors), date)
            best = key if best is None or key[:2] < best[:2] else best
        return best[2] if best is not None else None
