"""The date that an event without an expression of its own takes from the text around it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.extract.calendar import Calendar, can_date, interval
from tracker.extract.principals import Roles
from tracker.extract.senses import Trigger
from tracker.model.dates import UNDATED, DateInterval, Ground
from tracker.model.mentions import EventType, Status
from tracker.rules import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSES = {"VERB", "AUX"}
# Acts of speech: what a speaker says on a day is said on that day.
SPOKEN = {
    EventType.STATEMENT, EventType.DEMAND, EventType.REJECTION, EventType.ACCEPTANCE, EventType.ACCUSATION,
    EventType.SUPPORT, EventType.THREAT, EventType.PROPOSAL,
}  # fmt: skip
# How many sentences back and ahead the same event may be told with its date.
_BACK, _AHEAD = 4, 2
# How many sentences a dated event carries on the narrative.
_NARRATIVE = 2
# How many words open a sentence.
_OPENING = 4
# How many sentences one speaker's words go on.
_SAME_SPEECH = 5


@dataclass(frozen=True, slots=True)
class Told:
    """A trigger with its status, its sides and the number of its sentence."""

    trigger: Trigger
    status: Status
    roles: Roles
    sentence: int


def _sides(roles: Roles) -> set[str]:
    return {r.side for r in roles.actors}


def _goes_on(token: "Token") -> bool:
    """Whether a sentence is tied to the one before: "In return, Israel released ...", "During that truce ..."."""
    opening = token.doc[token.sent.start : min(token.sent.start + _OPENING, token.sent.end)]
    taken_up = any(t.lower_ in {"that", "this", "those"} and t.dep_ == "det" and t.head.dep_ == "pobj" for t in opening)
    return taken_up or any(t.lower_ in word_class("connective") for t in opening)


def _has_pronoun_subject(verb: "Token") -> bool:
    """Whether those told of before go on: "They discussed a pause"."""
    return any(c.dep_ == "nsubj" and c.tag_ == "PRP" for c in verb.children)


class Carried:
    """Dates the undated events of one article. `own` holds the dates that expressions gave, None for the others."""

    def __init__(self, calendar: Calendar, told: list[Told], own: list[DateInterval | None]) -> None:
        self.calendar = calendar
        self.context = calendar.context
        self.told = told
        self.own = own
        self._reports = self._dated_reports()

    def date(self, number: int) -> DateInterval:
        """The date of the event at this place of the list."""
        event = self.told[number]
        published = self.context.published
        if published is None:
            return UNDATED
        unknown = DateInterval(latest=published if event.status is Status.OCCURRED else None)
        if event.status in {Status.PLANNED, Status.PROPOSED}:
            spoken = event.trigger.type in SPOKEN and self._is_said(event)
            return self._speech_day(event) if spoken else UNDATED
        same = self._same_event(number)
        if same is not None:
            return same
        if self._is_background(event) or self._is_lasting(event):
            return unknown
        if event.trigger.type in SPOKEN:
            if self._is_general(event):
                return unknown
            return self._speech_day(event)
        return self._of_the_narrative(number) or unknown

    def _is_said(self, event: Told) -> bool:
        """Whether an act of speech that is not yet carried out is said now: "is willing to", "we will support"."""
        token = event.trigger.token
        willing = token.pos_ == "ADJ" or event.trigger.sense.status is not None
        sides = {r.side for r in self.context.speaker_sides(token)}
        return self.context.speech.speaker(token) is not None and (willing or bool(sides & _sides(event.roles)))

    def _same_event(self, number: int) -> DateInterval | None:
        """The date of the same event told nearby with one: same type, and the same sides or a definite noun."""
        event = self.told[number]
        token = event.trigger.token
        noun = token.pos_ == "NOUN"
        definite = noun and any(c.lower_ in {"the", "this", "that", "these", "those"} for c in token.children)
        reported = self.context.speech.speaker(token) is not None
        best: tuple[int, int] | None = None
        for other, date in enumerate(self.own):
            if date is None or not date.is_known or other == number or self.told[other].status is not event.status:
                continue
            if self.told[other].trigger.type is not event.trigger.type or date.ground is Ground.UNKNOWN:
                continue
            distance = event.sentence - self.told[other].sentence
            if not (-_AHEAD <= distance <= _BACK) and not (definite and distance > 0):
                continue
            shared = _sides(event.roles) & _sides(self.told[other].roles)
            alike = shared and _sides(event.roles) == _sides(self.told[other].roles)
            timeless = self._verb(event).tag_ in {"VBZ", "VBP"} and not reported
            spoken = event.trigger.type in SPOKEN
            goes_on = 0 <= distance <= 1 and not spoken and _has_pronoun_subject(self._verb(event))
            of_those = goes_on and shared and shared == _sides(event.roles)
            if not (definite or of_those or (alike and (noun or timeless or (reported and not spoken)))):
                continue
            if definite and event.roles.actors and self.told[other].roles.actors and not shared:
                continue
            key = (abs(distance) + (3 if distance < 0 else 0), other)
            best = min(best, key) if best is not None else key
        if best is None:
            return None
        date = self.own[best[1]]
        return replace(date, ground=Ground.ANCHORED) if date is not None else None

    def _verb(self, event: Told) -> "Token":
        token = event.trigger.arguments.light or event.trigger.token
        while token.pos_ not in CLAUSES and token.head != token:
            token = token.head
        return token

    def _is_background(self, event: Told) -> bool:
        """Past perfect, "previously", "repeatedly": told as lying further back than the story."""
        verb = self._verb(event)
        had = any(c.dep_ == "aux" and c.lower_ in {"had", "'d"} for c in verb.children) and verb.tag_ == "VBN"
        if had and (self.context.speech.reporter(event.trigger.token) is None or event.trigger.type not in SPOKEN):
            return True
        return bool({c.lower_ for c in verb.children} & word_class("habit"))

    def _is_lasting(self, event: Told) -> bool:
        """Present progressive of what is done, not said: it goes on, its beginning is not told."""
        verb = self._verb(event)
        progressive = verb.tag_ == "VBG" and any(
            c.dep_ == "aux" and c.lower_ in {"is", "are", "'s", "'re"} for c in verb.children
        )
        return progressive and event.trigger.type not in SPOKEN

    def _is_general(self, event: Told) -> bool:
        """Simple present or present perfect of an act of speech without a past report of it: said at some time."""
        if event.sentence == 0 or self.context.speech.is_quoted(event.trigger.token):
            return False
        reporter = self.context.speech.reporter(event.trigger.token)
        verb = reporter if reporter is not None and reporter.pos_ in CLAUSES else self._verb(event)
        auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
        if event.trigger.token.pos_ == "NOUN" and event.trigger.arguments.light is None:
            return True
        if verb.tag_ in {"VBN", "VBG"} and auxiliaries & {"has", "have", "'ve", "is", "are"}:
            return True
        return verb.tag_ in {"VBZ", "VBP"}

    def _speech_day(self, event: Told) -> DateInterval:
        """The day on which the words around an event were said: its reporter's, else that of the same speaker's words
        just before, else the story's."""
        reporter = self.context.speech.reporter(event.trigger.token)
        said = self._report_day(reporter) if reporter is not None else None
        if said is not None:
            return said
        speakers = {r.side for r in self.context.speaker_sides(event.trigger.token)} or _sides(event.roles)
        near = [
            other
            for other in self._reports
            if other[0] <= event.sentence <= other[0] + _SAME_SPEECH and other[1] & speakers
        ]
        return near[-1][2] if near else self.calendar.story

    def _report_day(self, reporter: "Token") -> DateInterval | None:
        expression = self.calendar.own(reporter)
        if expression is None or not can_date(expression):
            return None
        published = self.context.published
        said = interval(expression, self.calendar.story.earliest, Status.OCCURRED, published)
        if said is None or said.earliest is None or (published is not None and said.earliest > published):
            return None
        return replace(said, ground=Ground.IMPLIED, span=None, words="")

    def _dated_reports(self) -> list[tuple[int, set[str], DateInterval]]:
        """Each reporting verb with a day of its own: its sentence, its speaker's sides and that day."""
        found = []
        for index in sorted(self.calendar.by_token):
            verb = self.context.doc[index]
            speaker = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            day = self._report_day(verb) if speaker is not None and verb.pos_ in CLAUSES else None
            if speaker is not None and day is not None and day.earliest == day.latest:
                sides = {r.side for r in self.context.sides(speaker)}
                found.append((self.context.sentence_number(verb), sides, day))
        return found

    def _of_the_narrative(self, number: int) -> DateInterval | None:
        """What is done without a date: on the day of the events told just before, else, near the head of the article
        or as its news, on the story's day."""
        event = self.told[number]
        token = event.trigger.token
        if token.pos_ == "NOUN" and event.trigger.arguments.light is None and token.dep_ not in {"nsubj", "nsubjpass"}:
            return None
        verb = self._verb(event)
        if not self._is_main(verb):
            return None
        past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.lower_ in {"was", "were"} for c in verb.children))
        before = self._main_event_before(number) if past and _goes_on(event.trigger.token) else None
        if before is not None:
            return replace(before, ground=Ground.ANCHORED)
        return self._speech_day(event)

    def _main_event_before(self, number: int) -> DateInterval | None:
        """The date of the main event of the nearest sentence before that has a dated one."""
        event = self.told[number]
        best: tuple[int, int, DateInterval] | None = None
        for before in range(number - 1, -1, -1):
            other, date = self.told[before], self.own[before]
            if event.sentence - other.sentence > _NARRATIVE or (best is not None and -best[0] > other.sentence):
                break
            if date is None or not date.is_known or date.ongoing or other.status is not Status.OCCURRED:
                continue
            key = (-other.sentence, sum(1 for _ in other.trigger.token.ancestors), date)
            best = key if best is None or key[:2] < best[:2] else best
        return best[2] if best is not None else None

    @staticmethod
    def _is_main(verb: "Token") -> bool:
        node = verb
        for _ in range(4):
            if node.dep_ in {"relcl", "acl"}:
                return False
            if node.dep_ == "ROOT" or node.head == node:
                break
            node = node.head
        return verb.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VBG"}
