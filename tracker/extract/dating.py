"""Which date each event takes, and on what ground."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tracker.extract.ages import aged, by_anniversary, so_far
from tracker.extract.calendar import Calendar, can_date, is_hour, is_old, rank
from tracker.extract.carried import Carried
from tracker.extract.counted_days import begun
from tracker.extract.counted_from import counted_from
from tracker.extract.course import day_over, is_aside, told_before
from tracker.extract.day_owners import is_within
from tracker.extract.day_sources import DaySources, is_plan_put_off
from tracker.extract.distances import distance, with_duration
from tracker.extract.intervals import as_loose, interval
from tracker.extract.lasting import is_under_way
from tracker.extract.named_days import (
    is_deictic,
    is_occasion,
    is_right_before_when,
    is_yet_to_be_announced,
    moved,
    naming,
    outlasts_its_day,
    stands_before,
)
from tracker.extract.noun_times import is_set_for
from tracker.extract.said import SpeechDays
from tracker.extract.same import Told, sides
from tracker.extract.senses import Trigger
from tracker.extract.since import since_when
from tracker.extract.telling import (
    CLAUSES,
    MADE_BEFORE,
    PRESENT,
    SPOKEN,
    clause_verb,
    is_answered,
    is_condition,
    is_of_another,
    is_past,
    is_simple_past,
)
from tracker.extract.vague_days import day_before, day_of_entry, told_vaguely
from tracker.extract.verb_forms import auxiliaries
from tracker.model.dates import DateInterval, Ground, Span, shifted
from tracker.model.mentions import EventType, Phase, Status
from tracker.model.times import Bound, TimeExpression
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# A time that begins so early opens its sentence.
_OPENING_CHARACTERS = 12
_LASTING = {"continue", "hold", "remain", "stay"}
# Verbs whose day is that of setting out for what is to come.
_DEPARTING = {"leave", "depart"}
# How many days an announcement is news.
_NEWS = 7


class Dater:
    """Dates the triggers of one article: first by their own expressions, then by what the text carries to them."""

    def __init__(self, calendar: Calendar, folded: dict[int, list[Trigger]]) -> None:
        self.calendar = calendar
        self.folded = folded
        self.context = calendar.context
        self.anchor, self._last = calendar.story.earliest, calendar.story
        self._dated: dict[int, DateInterval] = {}
        self._sources = DaySources(calendar.context)
        self.said = SpeechDays(calendar)
        self._ahead: tuple[int, date] | None = None
        self._anchors: dict[Span, date | None] = {}

    def dates(self, told: list[Told]) -> list[DateInterval]:
        """The dates of all triggers, in the order given (that of the text)."""
        self._sources.of_others = {
            e.trigger.token.i
            for e in told
            if e.status is Status.OCCURRED and is_of_another(self.context, e.trigger, sides(e.roles))
        }
        own = [self._own(event) for event in told]
        carried = Carried(self.calendar, self.said, told, own)
        return [date or self._at_an_hour(told[n], carried.date(n)) for n, date in enumerate(own)]

    def _at_an_hour(self, event: Told, found: DateInterval) -> DateInterval:
        """The story's day for what is told with its hour and took place on no day that the text tells."""
        held = self.calendar.by_token.get(event.trigger.token.i, [])
        is_known = found.earliest is not None or event.status is not Status.OCCURRED
        return found if is_known or not any(is_hour(e) for e in held) else self.calendar.story

    def _own(self, event: Told) -> DateInterval | None:
        trigger, status = event.trigger, event.status
        if self._is_counted(trigger, status) or is_condition(trigger):
            return None
        found = self._by_age(trigger, status) or self._by_expression(trigger, status)
        for other in self.folded.get(trigger.token.i, []):
            of_its_own = not is_within(other.token, trigger.token) and not self._is_of_its_making(other, trigger)
            if of_its_own and not is_plan_put_off(other, trigger):
                found = found or self._by_expression(other, status)
        if found is None and status is Status.OCCURRED:
            found = begun(self.context, trigger)
        found = found or self._of_antecedent(trigger, status) or self._vaguely(trigger, status)
        if found is not None:
            if trigger.sense.status is not Status.DENIED:
                self._dated[trigger.token.i] = found
            day, span = found.earliest if status is Status.OCCURRED else None, found.span
            if day is not None and not (span is not None and is_aside(self.calendar, span, day)):
                self.anchor, self._last = day, found
            if found.earliest is not None and status is Status.PLANNED:
                by_then = found.earliest == self.context.published and found.latest is not None  # "by Friday"
                day = (found.latest if by_then else None) or found.earliest
                self._ahead = (self.context.sentence_number(trigger.token), day)
        return found

    def _by_age(self, trigger: Trigger, status: Status) -> DateInterval | None:
        """When it began, by an anniversary or, where its clause has no day of its own, by how old it is."""
        if (found := by_anniversary(self.calendar, trigger)) is not None:
            return found
        own = any(can_date(e) for e in self.calendar.by_token.get(trigger.token.i, []))
        lasts = status is Status.OCCURRED and trigger.sense.phase is not Phase.END
        return aged(self.context, trigger) or so_far(self.context, trigger) if lasts and not own else None

    def _is_of_its_making(self, deal: Trigger, trigger: Trigger) -> bool:
        """Whether a day before a deal is that of its making, long ago, and not of what befalls it; so too the year that
        names what is broken: "violated the 2024 truce"."""
        days = self.calendar.by_token.get(deal.token.i, [])
        broken = trigger.type is EventType.VIOLATION and all(stands_before(e, deal.token) for e in days)
        is_past = all(is_old(self.context, e) for e in days) and outlasts_its_day(deal.token)
        return bool(days) and (broken or is_past)

    def _anchor(self, expression: TimeExpression, trigger: Trigger, status: Status) -> date | None:
        """The day that "that day" and "two days later" count from: for what is to come, the day that the same sentence,
        or the one before, has set ("arrives on Thursday and meets them the next morning"), else that of the last event;
        "that day" is the day told last, "the same day" that of the story's course."""
        within_a_day = expression.offset_days in {(0, 0), (0, 1)}  # "that day", "hours later"
        if within_a_day and status is Status.OCCURRED and expression.earliest is not None:
            told = told_before(self.calendar, expression)
            return self.anchor if told is not None and told.is_anaphoric else (told or expression).earliest
        if status is Status.OCCURRED and (over := day_over(self.calendar, expression)) is not None:
            return over
        if status is not Status.OCCURRED and self._ahead is not None:
            place, day = self._ahead
            back = self.context.sentence_number(trigger.token) - place
            if back == 0 or (back == 1 and expression.is_anaphoric):
                return day
        return self.anchor

    def _is_counted(self, trigger: Trigger, status: Status) -> bool:
        """Whether an event without a date of its own is told by its distance from another."""
        own = any(can_date(e) for e in self.calendar.by_token.get(trigger.token.i, []))
        return status is Status.OCCURRED and not own and distance(self.context, trigger) is not None

    def _vaguely(self, trigger: Trigger, status: Status) -> DateInterval | None:
        published, held = self.context.published, self.calendar.by_token.get(trigger.token.i, [])
        if status is not Status.OCCURRED or published is None:
            return None
        found = told_vaguely(trigger, held, published) or day_before(self.context, trigger)
        return found or day_of_entry(self.context, trigger)

    def _as_told(self, expression: TimeExpression, token: "Token", trigger: Trigger, status: Status) -> TimeExpression:
        """An expression as its place has it: before the noun that it names, or in a quotation, whose "today" is the day
        of its words."""
        published = self.context.published
        if token == trigger.token and stands_before(expression, token):
            return naming(expression, status, published)
        if expression.bound is Bound.SINCE and is_right_before_when(expression, trigger.token):
            return replace(expression, bound=Bound.AT)
        if published is None or not is_deictic(expression) or not self._is_quoted(expression):
            return expression
        reporter = self.context.speech.reporter(trigger.token)
        said = (self.said.reported(reporter) if reporter is not None else None) or self.calendar.story
        if said.earliest is None or said.earliest != said.latest or said.earliest >= published:
            return expression
        return moved(expression, (said.earliest - published).days)

    def _is_quoted(self, time: TimeExpression) -> bool:
        words = self.context.doc.char_span(time.span.first, time.span.last)
        return words is not None and self.context.speech.is_quoted(words.root)

    def _by_expression(self, trigger: Trigger, status: Status) -> DateInterval | None:
        since = since_when(self.calendar, trigger, self.anchor) if status is Status.OCCURRED else None
        if since is not None:
            return since
        is_over = trigger.sense.phase is Phase.END
        for token in self._sources.of(trigger, status):
            if status is Status.PROPOSED and token != trigger.token and is_past(token) and token.pos_ in CLAUSES:
                continue  # "threatened on Tuesday to strike": the day is that of the words
            announces = token != trigger.token or token.lemma_ in _DEPARTING
            if (
                status is Status.PLANNED
                and announces
                and token.lemma_ != "be"  # "was due to land on Friday"
                and is_past(token)
                and (day := self._announced(token)) is not None
            ):
                return day
            held = self.calendar.by_token.get(token.i, [])
            for held_by in sorted(held, key=lambda e: (rank(e), abs(e.span.first - trigger.token.idx))):
                expression = self._as_told(held_by, token, trigger, status)
                if is_hour(expression) and status is Status.OCCURRED:
                    continue
                if not can_date(expression) or self._is_of_the_past(token, expression):
                    continue
                if token == trigger.token and self._is_of_the_act(trigger, status, expression):
                    continue
                if expression.bound is Bound.SINCE and token.lemma_ in word_class("putting_off"):
                    continue  # "which had been postponed from Friday"
                if expression.bound is Bound.SINCE and token != trigger.token and is_over:
                    continue  # "in force since May but has collapsed"
                goes_on = token.lemma_ in _LASTING  # "the ban, in force since May, remained in place"
                is_open = expression.bound is Bound.SINCE and expression.range_end is None
                if is_open and expression.span.last < token.idx and is_simple_past(token) and not goes_on:
                    continue  # "Chad, at war since 2014, shelled the town"
                # Two events of one sentence may share a "two days later": both count from the day told before it.
                anchor = self._anchors.setdefault(expression.span, self._anchor(expression, trigger, status))
                found = interval(expression, anchor, status, self.context.published)
                found = as_loose(found, self._last, anchor, self.context.published)
                if found is not None and self._fits(found, status):
                    if status is Status.PLANNED and is_yet_to_be_announced(token) and expression.bound is Bound.AT:
                        return replace(found, latest=None)  # from the announcement on
                    if is_under_way(trigger) and expression.bound is Bound.AT:
                        return replace(found, earliest=None)
                    return with_duration(self.context, found, trigger, status, expression)
            shared = self._dated.get(token.i) if token != trigger.token else None
            lasts = shared is not None and shared.ongoing and is_over
            if shared is not None and shared.is_known and not lasts and self._fits(shared, status):
                return replace(shared, ground=Ground.ANCHORED)
        return counted_from(self.calendar, trigger, self.anchor)

    def _is_of_the_past(self, verb: "Token", expression: TimeExpression) -> bool:
        """Whether a past day within a sentence cannot date its verb in the present: "wants a force after Monday's
        raid". A day that opens a line may ("14 May: rebels seize a ship")."""
        published = self.context.published
        past = published is not None and expression.latest is not None and expression.latest < published
        opens = expression.span.first - verb.sent.start_char < _OPENING_CHARACTERS
        return past and not opens and verb.tag_ in PRESENT and expression.bound is Bound.AT

    def _is_of_the_act(self, trigger: Trigger, status: Status, expression: TimeExpression) -> bool:
        """Whether a past day behind a noun is that of the verb in the past that proposes or answers what the noun
        names: "rejected the proposal for a truce on Tuesday"."""
        noun, published = trigger.token, self.context.published
        content = status is Status.PROPOSED or (trigger.type in MADE_BEFORE and is_answered(noun))
        if not content or noun.pos_ != "NOUN" or expression.span.first < noun.idx or expression.bound is not Bound.AT:
            return False
        verb = clause_verb(trigger)
        held = [e for e in self.calendar.by_token.get(verb.i, []) if can_date(e)]
        past = published is not None and expression.latest is not None and expression.latest <= published
        return past and is_past(verb) and [e.span for e in held] == [expression.span]

    def _announced(self, verb: "Token") -> DateInterval | None:
        """From the day on which a verb in the past announced it: "On Friday it ordered a withdrawal"."""
        published = self.context.published
        for expression in sorted(self.calendar.by_token.get(verb.i, []), key=rank):
            tells = can_date(expression) and not is_set_for(self.context, expression)
            found = interval(expression, self.anchor, Status.OCCURRED, published) if tells else None
            if found is None or found.earliest is None or published is None:
                continue
            if shifted(published, -_NEWS) <= found.earliest <= published and found.earliest == found.latest:
                return replace(found, latest=None)
        return None

    def _of_antecedent(self, trigger: Trigger, status: Status) -> DateInterval | None:
        """The date of what a relative clause hangs on: an event told before it, or a time ("November, in which")."""
        node = trigger.token
        while node.dep_ not in {"relcl", "acl"} and node.head != node and node.head.i != trigger.token.sent.root.i:
            node = node.head
        # "A speech on Tuesday, when he will also meet them".
        ahead = status is Status.PLANNED and any(c.lower_ == "when" for c in node.children)
        if node.dep_ not in {"relcl", "acl"} or not (ahead or status is Status.OCCURRED):
            return None
        if trigger.type in MADE_BEFORE and is_answered(trigger.token):
            return None  # "on Monday, when Peru rejected Chile's offer"
        head = over = node.head
        while trigger.type not in SPOKEN and not ahead:
            if over.i in self._dated and self._dated[over.i].is_known:
                if "had" in auxiliaries(node) and not is_occasion(node):
                    return DateInterval(latest=self._dated[over.i].latest)  # "the siege, over which talks had ended"
                return replace(self._dated[over.i], ground=Ground.ANCHORED)
            if over.dep_ != "pobj" or over.ent_type_ in {"DATE", "TIME"}:
                break  # "a clash near the river, in which", "attacked the town in a raid during which"
            over = over.head.head
        for participle in head.children:
            held = self.calendar.own(participle) if participle.dep_ == "acl" and participle.tag_ == "VBN" else None
            if held is not None and held.span.last <= node.idx and can_date(held):
                return interval(held, self.anchor, status, self.context.published)
        for expression in self.context.times:
            if expression.span.first <= head.idx < expression.span.last and can_date(expression):
                then = replace(expression, bound=Bound.AT) if expression.range_end is None else expression
                found = interval(then, self.anchor, status, self.context.published)
                is_plan = found is not None and status is Status.PLANNED
                return with_duration(self.context, found, trigger, status, then) if found and is_plan else found
        return None

    def _fits(self, found: DateInterval, status: Status) -> bool:
        published, first = self.context.published, found.earliest
        return published is None or first is None or first <= published or status is not Status.OCCURRED
