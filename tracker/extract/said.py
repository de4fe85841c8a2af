"""On which day words were said: their reporter's, the same speaker's, or that which the story has come to."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.calendar import Calendar, can_date, occasions
from tracker.extract.intervals import interval
from tracker.extract.named_days import naming
from tracker.extract.same import Told, sides
from tracker.extract.telling import CLAUSES, SPOKEN, clause_top, clause_verb
from tracker.extract.verb_forms import auxiliaries
from tracker.model.dates import DateInterval, Ground
from tracker.model.mentions import Status
from tracker.model.times import TimeExpression
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# What takes up the news itself, so many sentences after it.
_NEWS, _NEWS_REACH = {"announcement", "news"}, 3
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
        """The day on which the words around an event were said: its reporter's, else that of a quotation behind it or
        of the same speaker's words just before, else that which the story has come to."""
        token = event.trigger.token
        reporter = self.context.speech.reporter(token)
        said = self.reported(reporter) if reporter is not None else None
        if said is None and reporter is not None and reporter.dep_ == "advcl" and _is_simultaneous(reporter):
            said = self.reported(reporter.head)  # "said on Monday it had, as it repeated that it would not"
        if said is None and reporter is None and event.trigger.type in SPOKEN:
            said = self._quoted_after(event)
        if said is not None:
            return said
        named = self.speakers(token)
        speakers = named or sides(event.roles)
        unnamed = _unnamed(reporter) if reporter is not None and not named else set()
        # A day before the story is soon over: "made its claim on May 3. It called for ... The union accused ..."
        goes_on = _has_pronoun(reporter if reporter is not None else clause_top(clause_verb(event.trigger)))
        near = [
            (sentence, day)
            for sentence, who, day in self._reports
            if 0 <= event.sentence - sentence <= _SAME_SPEECH
            if who & speakers or (event.sentence - sentence <= 1 and who & unnamed)
            if event.sentence - sentence <= 1 or goes_on or not self._is_old(day)
        ]
        spoken = event.trigger.type in SPOKEN
        if near:
            told = spoken and reporter is None and not goes_on  # the words may answer what others did since
            return (self._moved_on(event, *near[-1]) if told else None) or near[-1][1]
        return (self._moved_on(event, 0, self.calendar.story) if spoken else None) or self.calendar.story

    def _quoted_after(self, event: Told) -> DateInterval | None:
        """The day of the quotation that bears out what a side is told to have said: "Peru denied it. "We shot at no
        one," its envoy said on Monday"."""
        after = event.trigger.token.sent.end
        opening = next((t for t in self.context.doc[after : after + 3] if not t.is_punct and not t.is_space), None)
        if opening is None or not self.context.speech.is_quoted(opening):
            return None
        reporter = self.context.speech.reporter(opening)
        theirs = reporter is not None and bool(self.speakers(opening) & sides(event.roles))
        return self.reported(reporter) if reporter is not None and theirs else None

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

    def just_before(self, verb: "Token") -> DateInterval | None:
        """The day of the words or the act of the sentence before, which a definite subject takes up: "The announcement
        came a day after rebels took the town"."""
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is None or not any(c.lower_ in {"the", "this", "that"} for c in subject.children):
            return None
        here, reach = self.context.sentence_number(verb), _NEWS_REACH if subject.lemma_ in _NEWS else 1
        near = [report for report in self._reports if 0 < here - report[0] <= reach]
        return next((day for sentence, _, day in near if sentence == near[-1][0]), None)

    def of_speaker(self, reporter: "Token") -> DateInterval | None:
        """The day of what the same speaker is told to have said or done just before a verb of reporting."""
        who = next((c for c in reporter.children if c.dep_ == "nsubj"), None)
        sides_of = {r.side for r in self.context.sides(who)} if who is not None else set()
        here = self.context.sentence_number(reporter)
        near = [day for sentence, who, day in self._reports if 0 < here - sentence <= _SAME_SPEECH and who & sides_of]
        return near[-1] if near else None

    def _moved_on(self, event: Told, since: int, day: DateInterval) -> DateInterval | None:
        """A later day than the story's and `day`, which the article has come to after the sentence `since`: "On Tuesday
        it replied. Peru urged both to talk"."""
        story, found = self.calendar.story.earliest, None
        for sentence, _, said in self._reports:
            near = since <= sentence < event.sentence <= sentence + _SAME_SPEECH
            if near and said.earliest and story and day.earliest and said.earliest > max(day.earliest, story):
                day = found = said
        return found

    def _dated_reports(self) -> list[tuple[int, set[str], DateInterval]]:
        """Each verb of the story with a day of its own: its sentence, its subject's sides and that day. What is
        reported, and what is told beside the story and lies before it, is none."""
        found = []
        speech = self.context.speech
        reporters = {r.i for r in speech.reporters if r is not None}
        for verb in self.context.doc:
            if verb.pos_ not in CLAUSES or "had" in auxiliaries(verb):
                continue
            speaker = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            # "Pledges that it made in May", "accused it of cheating when it fed the plant in May": no day of words.
            is_within = verb.dep_ == "relcl" or (verb.dep_ == "advcl" and verb.head.dep_ == "pcomp")
            if speaker is not None and is_within and speaker.tag_ == "PRP":
                continue
            day = self.reported(verb) if speaker is not None else None
            if speaker is None or day is None or day.earliest != day.latest or day.ongoing:
                continue
            beside = speech.reporter(verb) is not None or (self._is_old(day) and _is_beside(verb))
            if verb.i in reporters or not beside:
                speakers = {r.side for r in self.context.sides(speaker)} or _unnamed(verb)
                found.append((self.context.sentence_number(verb), speakers, day))
        return found

    def _is_old(self, day: DateInterval) -> bool:
        """Whether a day lies before the story's and the eve of it."""
        story = self.calendar.story.earliest
        return story is not None and day.earliest is not None and (story - day.earliest).days > 1


def _is_beside(verb: "Token") -> bool:
    """Whether a clause is no main one: "the offer that it made in May", "since it left the talks in May"."""
    return any(node.dep_ in {"acl", "advcl", "relcl"} for node in (verb, *verb.ancestors))


def _unnamed(reporter: "Token") -> set[str]:
    """A key for speakers of no side: "two sources said on Monday", and "one source said" is one of them."""
    nouns = (c for c in reporter.children if c.dep_ == "nsubj" and c.tag_ in {"NN", "NNS"})
    return {f"some {c.lemma_}" for c in nouns}


def _has_pronoun(verb: "Token") -> bool:
    """Whether who was told of before goes on: "He also called for", "they said"."""
    return any(c.dep_ in {"nsubj", "nsubjpass"} and c.tag_ == "PRP" for c in verb.children)


def _speaking(reporter: "Token") -> list["Token"]:
    """The participles that tell on which occasion words were said, wherever the parser hangs them: "said Mali must
    leave, speaking in Accra on Monday"."""
    told = [c for c in reporter.children if c.dep_ == "ccomp"]
    beside = [c for verb in (reporter, *told) for c in verb.children]
    return [c for c in beside if c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma_ in word_class("speaking")]


def _is_simultaneous(verb: "Token") -> bool:
    return any(c.dep_ in {"mark", "advmod"} and c.lower_ in {"as", "while"} for c in verb.children)
