"""On which day words were said: their reporter's, the same speaker's, or that which the story has come to."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.calendar import Calendar, can_date, interval, occasions
from tracker.extract.named_days import naming
from tracker.extract.same import Told, sides
from tracker.extract.telling import CLAUSES, SPOKEN
from tracker.extract.verb_forms import auxiliaries
from tracker.model.dates import DateInterval, Ground
from tracker.model.mentions import Status
from tracker.model.times import TimeExpression
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# How many sentences one speaker's words go on.
_SAME_SPEECH = 5


class SpeechDays:
    """The days on which an article's words were said."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.context = calendar.context
        self._reports = self._dated_reports()

    def speakers(self, token: "Token") -> set[str]:
        """The names of the sides that say the words around a token."""
        return {r.side for r in self.context.speaker_sides(token)}

    def of(self, event: Told) -> DateInterval:
        """The day on which the words around an event were said: its reporter's, else that of the same speaker's words
        just before, else the story's."""
        token = event.trigger.token
        reporter = self.context.speech.reporter(token)
        said = self.reported(reporter) if reporter is not None else None
        if said is None and reporter is not None and reporter.dep_ == "advcl" and _is_simultaneous(reporter):
            said = self.reported(reporter.head)  # "said on Monday it had, as it repeated that it would not"
        if said is not None:
            return said
        named = self.speakers(token)
        speakers = named or sides(event.roles)
        near = [
            day
            for sentence, who, day in self._reports
            if 0 <= event.sentence - sentence <= _SAME_SPEECH and who & speakers
        ]
        if near:
            return near[-1]
        unnamed = self.context.speech.speaker(token) is not None and not named
        return self._moved_on(event) if unnamed and event.trigger.type in SPOKEN else self.calendar.story

    def reported(self, reporter: "Token") -> DateInterval | None:
        """The day of a reporting verb of its own."""
        published = self.context.published
        expression = self._held(reporter)
        if expression is None:
            # "Must leave, speaking in Accra on Monday": a day that what is to come stands beside is yet a past one.
            spoken = next((e for e in map(self._held, _speaking(reporter)) if e is not None), None)
            expression = naming(spoken, Status.OCCURRED, published) if spoken is not None else None
        if expression is None:
            return None
        said = interval(expression, self.calendar.story.earliest, Status.OCCURRED, published)
        if said is None or said.earliest is None or (published is not None and said.earliest > published):
            return None
        return replace(said, ground=Ground.IMPLIED, span=None, words="")

    def _held(self, verb: "Token") -> TimeExpression | None:
        """The expression that a verb or its occasion holds."""
        held = (self.calendar.own(word) for word in (verb, *occasions(verb)))
        return next((e for e in held if e is not None and can_date(e)), None)

    def _moved_on(self, event: Told) -> DateInterval:
        """The story's day, or a later one that the article has just come to: "On Tuesday it replied ... the spokesman
        said"."""
        day = self.calendar.story
        for sentence, _, said in self._reports:
            near = 0 < event.sentence - sentence <= _SAME_SPEECH
            if near and said.earliest is not None and day.earliest is not None and said.earliest > day.earliest:
                day = said
        return day

    def _dated_reports(self) -> list[tuple[int, set[str], DateInterval]]:
        """Each verb of the story with a day of its own: its sentence, its subject's sides and that day."""
        found = []
        for verb in self.context.doc:
            if verb.pos_ not in CLAUSES or "had" in auxiliaries(verb):
                continue
            speaker = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            # "Pledges that it made in May", "accused it of cheating when it fed the plant in May": no day of words.
            is_within = verb.dep_ == "relcl" or (verb.dep_ == "advcl" and verb.head.dep_ == "pcomp")
            if speaker is not None and is_within and speaker.tag_ == "PRP":
                continue
            day = self.reported(verb) if speaker is not None else None
            if speaker is not None and day is not None and day.earliest == day.latest:
                speakers = {r.side for r in self.context.sides(speaker)}
                found.append((self.context.sentence_number(verb), speakers, day))
        return found


def _speaking(reporter: "Token") -> list["Token"]:
    """The participles that tell on which occasion words were said, wherever the parser hangs them: "said Mali must
    leave, speaking in Accra on Monday"."""
    told = [c for c in reporter.children if c.dep_ == "ccomp"]
    beside = [c for verb in (reporter, *told) for c in verb.children]
    return [c for c in beside if c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma_ in word_class("speaking")]


def _is_simultaneous(verb: "Token") -> bool:
    return any(c.dep_ in {"mark", "advmod"} and c.lower_ in {"as", "while"} for c in verb.children)
