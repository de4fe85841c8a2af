"""The date that an event without an expression of its own takes from the text around it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.calendar import Calendar
from tracker.extract.charges import place_of_charge
from tracker.extract.course import goes_on, just_before
from tracker.extract.distances import counted, distance, lasted_until
from tracker.extract.history import History
from tracker.extract.lasting import is_lasting, is_standing
from tracker.extract.lateness import is_late
from tracker.extract.noun_places import is_on_journey
from tracker.extract.said import SpeechDays
from tracker.extract.same import Told, of_its_talks, only_day, same_event, sides, threat_above
from tracker.extract.taken_up import day_told_next
from tracker.extract.telling import (
    CLAUSES,
    MADE_BEFORE,
    PRESENT,
    SPOKEN,
    clause_top,
    clause_verb,
    goes_on_from,
    is_answered,
    is_aside,
    is_background,
    is_bare_noun,
    is_brief,
    is_earlier,
    is_general,
    is_main,
    is_of_another,
    is_of_now,
    is_past,
    is_simple_past,
    is_supposed,
)
from tracker.extract.verb_forms import auxiliaries
from tracker.model.dates import UNDATED, DateInterval, Ground
from tracker.model.mentions import EventType, Status

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# How many sentences a dated event carries on the narrative.
_NARRATIVE = 2
_WILL = {"will", "'ll", "shall"}
_OCCASION = {"after", "at", "during", "following", "in"}


class Carried:
    """Dates the undated events of one article. `own` holds the dates that expressions gave, None for the others."""

    def __init__(self, calendar: Calendar, said: SpeechDays, told: list[Told], own: list[DateInterval | None]) -> None:
        self.calendar = calendar
        self.context = calendar.context
        self.told = told
        self.own = own
        self._stated = {n: date for n, date in enumerate(own) if date is not None}
        self._resolved: dict[int, DateInterval] = {}
        self._brief = is_brief(self.context)
        self.said = said
        self._history = History(calendar, told, own, self._resolved)

    def date(self, number: int) -> DateInterval:
        """The date of the event at this place of the list. Those before it are best asked for first."""
        if number not in self._resolved:
            self._resolved[number] = self._date(number)
        return self._resolved[number]

    def _date(self, number: int) -> DateInterval:
        event = self.told[number]
        published = self.context.published
        if published is None:
            return UNDATED
        unknown = self._by_then(event) if event.status is Status.OCCURRED else UNDATED
        if event.status in {Status.PLANNED, Status.PROPOSED}:
            spoken = event.trigger.type in SPOKEN and self._is_said(event)
            if spoken:
                return self.said.of(event)
            if event.status is not Status.PLANNED:
                return UNDATED
            return only_day(self.told, self._stated, number) or self._announcement(event)
        if (threat := threat_above(self.told, number)) is not None:
            return self.date(threat)
        made_before = event.trigger.type in MADE_BEFORE and is_answered(event.trigger.token)
        far = distance(self.context, event.trigger) if event.status is Status.OCCURRED and not made_before else None
        if far is not None:
            return counted(self._date_at(far[0]), far[1], far[2]) or unknown
        if (taken_up := day_told_next(self.calendar, self.told, self.own, number)) is not None:
            return taken_up
        if (earlier := self._before_its_clause(event)) is not None:
            return earlier
        same = of_its_talks(self.told, self._stated, number)
        same = same or same_event(self.context, self.told, {**self._resolved, **self._stated}, number)
        if same is not None:
            return same
        if event.trigger.type in SPOKEN and (main := goes_on_from(clause_verb(event.trigger))) is not None:
            told = (n for n, other in enumerate(self.told) if other.trigger.token == main)
            return next((self.own[n] or self.date(n) for n in told), self.said.of(event))
        if self._is_apart(event):
            return self._of_its_kind(number) or unknown
        reported = self._of_its_kind(number) if self._is_reported_as_past(event) else None
        if reported is not None and not self._history.is_long_ago(reported, event):
            return reported
        history = self._history.date(number)
        if history is not None:
            return history
        if self._history.is_after_what_is_long_ago(event):
            return unknown
        if event.trigger.type in SPOKEN:
            return self.said.of(event)
        return self._of_the_narrative(number) or self._of_its_kind(number) or unknown

    def _before_its_clause(self, event: Told) -> DateInterval | None:
        """Not after the day of the clause that it comes before: "left the talks in May after rebels took the town",
        "it was off, and not until May did they meet"."""
        verb, story = event.trigger.token, self.calendar.story.earliest
        late = next((c for c in verb.children if c.dep_ == "conj" and is_late(c)), None)
        if late is not None and event.status is Status.OCCURRED:
            day = next((self.own[n] for n, other in enumerate(self.told) if other.trigger.token == late), None)
            return DateInterval(latest=day.latest) if day is not None else None
        after = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "after" for c in verb.children)
        if not after or event.status is not Status.OCCURRED or story is None:
            return None
        for date in (self.own[n] for n, other in enumerate(self.told) if other.trigger.token == verb.head):
            last = date.end_latest or date.latest if date is not None else None
            if last is not None and last < story:
                return DateInterval(latest=last)
        return None

    def _of_its_kind(self, number: int) -> DateInterval | None:
        """The one day that the article states for deeds of a kind, for a deed that it only refers to: "the gunmen who
        stormed the hotel", "said that gunmen attacked", "it was an attack"."""
        trigger = self.told[number].trigger
        if trigger.type in SPOKEN or is_background(self.context, trigger):
            return None
        verb = clause_verb(trigger)
        referred = is_simple_past(verb) or (verb.tag_ == "VBN" and not auxiliaries(verb))
        if is_bare_noun(trigger):
            referred = any(c.lower_ in {"a", "an"} for c in trigger.token.children)
        charged = verb.dep_ == "pcomp" and bool(sides(self.told[number].roles))
        if charged and place_of_charge(trigger) is not None:
            day = only_day(self.told, self._stated, number, theirs=True)
            return day if day is not None and not self._history.is_long_ago(day, self.told[number]) else None
        return only_day(self.told, self._stated, number) if referred else None

    def _is_reported_as_past(self, event: Told) -> bool:
        """ "Said that gunmen attacked": on a day before that of the words."""
        token = event.trigger.token
        return self.context.speech.reporter(token) is not None and is_simple_past(clause_verb(event.trigger))

    def _by_then(self, event: Told) -> DateInterval:
        """Not after the day on which it is reported or charged, at the latest that of publication."""
        reported = self.context.speech.reporter(event.trigger.token) is not None
        day = self.said.of(event).latest if reported else None
        if (charge := place_of_charge(event.trigger)) is not None:
            day = next((self.date(n).latest for n, e in enumerate(self.told) if e.trigger.token.i == charge), day)
        return DateInterval(latest=day or self.context.published)

    def _is_apart(self, event: Told) -> bool:
        """Whether an event is told as something else than the news."""
        trigger = event.trigger
        if trigger.type is EventType.STATEMENT and is_of_now(clause_verb(trigger)):
            return False
        if is_background(self.context, trigger) or is_lasting(self.context, trigger):
            return True
        if trigger.type in MADE_BEFORE and is_answered(trigger.token):
            return True
        if event.status is Status.OCCURRED and is_of_another(self.context, trigger, sides(event.roles)):
            return True
        lead = event.sentence == 0
        if is_general(self.context, trigger, lead=lead, brief=self._brief):
            return True
        if event.status is Status.OCCURRED and is_standing(trigger, lead=lead, brief=self._brief):
            return True
        verb = clause_verb(trigger)
        if is_bare_noun(trigger):
            return False
        told_now = self._brief and verb.tag_ == "VBN" and verb.dep_ == "relcl" and "is" in auxiliaries(verb)
        return is_earlier(verb) or is_supposed(verb) or (is_aside(trigger, verb) and not told_now)

    def _announcement(self, event: Told) -> DateInterval:
        """From the announcement on: what its doer, or the article itself, says is to come, or anybody says "will"."""
        token = event.trigger.token
        said = self.context.speech.speaker(token) is not None
        # "Ahead of the president's visit": a plan in passing is news only where the article is all news.
        passing = is_bare_noun(event.trigger) and not (self._brief or event.sentence == 0)
        certain = auxiliaries(clause_top(clause_verb(event.trigger))) & _WILL
        if passing or (said and not certain and not self.said.speakers(token) & sides(event.roles)):
            return UNDATED
        day = self.said.of(event)
        return DateInterval(day.earliest, grain=day.grain, ground=Ground.IMPLIED)

    def _date_at(self, word: "Token") -> DateInterval:
        """The date of the event that a word, or its subject, tells; else, in the first sentence, the story's."""
        for number, event in enumerate(self.told):
            trigger = event.trigger
            told = {trigger.token, trigger.arguments.light}
            if word in told or any(c in told for c in word.children if c.dep_ in {"nsubj", "nsubjpass"}):
                if event.status is Status.PLANNED and (self.context.speech.reporter(word) is not None or is_past(word)):
                    # "Said it would leave", "announced talks, a day after the raid": the words are the news.
                    return self.said.reported(word) or self.said.of(event)
                return self.own[number] or self._now(word) or self.date(number)
        said = self.said.reported(word)
        if said is None and word.lemma_ == "come":  # "Ten were freed on Monday. It came a day after ..."
            said = self.said.just_before(word) or just_before(self.calendar, word, self.told, self.own)
        if said is None and any(verb == word for verb in self.context.speech.reporters):
            said = self.said.of_speaker(word)
        if said is not None:
            return said
        real = not {"would", "have"} <= {c.lower_ for c in word.children}
        return (self._now(word) or self.calendar.story) if word.sent.start == 0 and real else UNDATED

    def _now(self, verb: "Token") -> DateInterval | None:
        """The day of publication for a first sentence that tells what goes on or has been done by then."""
        published = self.context.published if verb.sent.start == 0 and _goes_on(verb) else None
        return DateInterval(published, published) if published is not None else None

    def _is_said(self, event: Told) -> bool:
        """Whether an act of speech that is not yet carried out is said now: "is willing to", "we will support"."""
        token = event.trigger.token
        willing = token.pos_ == "ADJ" or event.trigger.sense.status is not None
        said = self.context.speech.speaker(token) is not None
        return said and (willing or bool(self.said.speakers(token) & sides(event.roles)))

    def _of_the_narrative(self, number: int) -> DateInterval | None:
        """What is done without a date: on the day of the events told just before, else, near the head of the article
        or as its news, on the story's day."""
        event = self.told[number]
        token = event.trigger.token
        if is_bare_noun(event.trigger) and event.trigger.type is EventType.MEETING:
            said = self._told_at(token)
            if said is not None:
                day = self.said.reported(said) or self._of_deed_within(said, token) or self.said.of(event)
                return lasted_until(self.context, day, event.trigger)
        if token.pos_ == "NOUN" and event.trigger.arguments.light is None and token.dep_ not in {"nsubj", "nsubjpass"}:
            return None
        verb = clause_verb(event.trigger)
        if (speaking := _told_beside(verb)) is not None and event.trigger.type is EventType.MEETING:
            return self.said.reported(speaking) or self.said.of(event)
        if not is_main(verb):
            return None
        if is_simple_past(verb) and goes_on(event.trigger.token):
            before = self._history.main_event_before(number, _NARRATIVE, carried=True)
            before = before or self._history.told_last(number)
            if before is not None:
                return replace(before, ground=Ground.ANCHORED)
        return None if self._history.is_after_background(event) else self.said.of(event)

    def _of_deed_within(self, verb: "Token", noun: "Token") -> DateInterval | None:
        """The day of what is done within talks."""
        after = {t.lower_ for t in noun.doc[noun.sent.start : noun.i]} & {"after", "following"}
        told = (n for n, other in enumerate(self.told) if other.trigger.token == verb) if not after else iter(())
        return next(((self.own[n] or self.date(n)) for n in told), None)

    def _told_at(self, noun: "Token") -> "Token | None":
        """The verb of a clause that is told of a meeting: "said after talks with Mali", "told a news conference",
        "a plan that it put to Mali in five hours of talks"."""
        while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
            noun = noun.head.head
        over = noun.head
        if noun.dep_ == "pobj" and (over.lower_ in _OCCASION or is_on_journey(noun)):
            over = over.head
        elif noun.dep_ != "dobj" or not any(verb == over for verb in self.context.speech.reporters):
            return None
        main = over.dep_ in {"ROOT", "conj", "parataxis"} or (over.dep_ == "relcl" and noun.head.lower_ != "after")
        return over if main and over.pos_ in CLAUSES else None


def _goes_on(verb: "Token") -> bool:
    """Whether a clause tells what goes on, or has been done, on the day of the report, which no time in it names: "two
    days after it took effect the accord is being argued over"."""
    tensed = {c.tag_ for c in verb.children if c.dep_ in {"aux", "auxpass"}} | {verb.tag_}
    now = bool(tensed & PRESENT) and (verb.tag_ in {"VBN", "VBG"} or verb.lemma_ == "be")
    behind = [g for c in verb.children if c.i > verb.i for g in (c, *c.children)]
    return now and "MD" not in tensed and not any(t.ent_type_ in {"DATE", "TIME"} for t in behind)


def _told_beside(verb: "Token") -> "Token | None":
    """The main verb beside whose subject a participle tells what it was doing: "called" in "the envoy, speaking by
    telephone to Peru, called for calm"."""
    noun = verb.head
    is_beside = verb.dep_ == "acl" and verb.tag_ == "VBG" and noun.dep_ == "nsubj" and noun.head.i > verb.i
    return noun.head if is_beside and verb.i > 0 and verb.nbor(-1).text == "," else None
