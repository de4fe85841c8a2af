"""Which date each event takes, and on what ground."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.model.dates import UNDATED, DateInterval, Grain, Ground
from tracker.model.mentions import EventType, Status
from tracker.model.times import Bound, TimeExpression, TimexType

if TYPE_CHECKING:
    from spacy.tokens import Token

# Acts of speech: what a speaker says on a day is said on that day.
SPOKEN = {
    EventType.STATEMENT, EventType.DEMAND, EventType.REJECTION, EventType.ACCEPTANCE, EventType.ACCUSATION,
    EventType.SUPPORT, EventType.THREAT, EventType.PROPOSAL,
}  # fmt: skip
_WITHIN = {"at", "in", "during", "on", "with", "by", "for"}
_CLAUSES = {"VERB", "AUX"}


@dataclass(slots=True)
class Calendar:
    """The time expressions of an article by the word that each belongs to, and the story's day."""

    context: Context
    by_token: dict[int, list[TimeExpression]] = field(default_factory=dict)
    story: DateInterval = UNDATED

    def own(self, token: "Token") -> TimeExpression | None:
        """The expression that a word's own clause or phrase holds: the most exact of them, then the nearest."""
        held = self.by_token.get(token.i, [])
        return min(held, key=lambda e: (_rank(e), abs(e.span.first - token.idx)), default=None)


def _rank(expression: TimeExpression) -> int:
    if expression.type is TimexType.DATE or expression.type is TimexType.TIME:
        return 0 if expression.earliest is not None or expression.is_anaphoric else 2
    return 3


def _dates(expression: TimeExpression) -> bool:
    """Whether an expression can date an event at all."""
    return expression.earliest is not None or expression.is_anaphoric


def _is_finite_past(token: "Token") -> bool:
    return token.tag_ in {"VBD", "VBN"} and token.dep_ not in {"acl", "amod"}


def _nonfinite(verb: "Token") -> bool:
    return (
        verb.tag_ in {"VB", "VBG"}
        and verb.dep_ in {"acl", "xcomp", "advcl", "pcomp", "conj", "ccomp"}
        and not any(c.dep_ == "aux" and c.tag_ in {"MD", "VBZ", "VBD", "VBP"} for c in verb.children)
    )


def _belongs(context: Context, expression: TimeExpression, triggers: dict[int, Trigger]) -> list["Token"]:
    """The words that an expression dates, nearest first: event nouns on the way up, then the verb of its clause.

    "last week" at the end of a clause hangs on the nearest verb in the parse; where that is an infinitive and the
    expression lies in the past, it belongs to the finite verb above.
    """
    words = context.doc.char_span(expression.span.first, expression.span.last, alignment_mode="expand")
    if words is None:
        return []
    node = words.root
    found: list[Token] = []
    past = context.published is not None and expression.latest is not None and expression.latest <= context.published
    for _ in range(14):
        if node.pos_ in _CLAUSES and node not in words:
            if past and _nonfinite(node):
                above = node
                while _nonfinite(above) and above.head != above:
                    above = above.head
                    while above.pos_ not in _CLAUSES and above.head != above:
                        above = above.head
                if _is_finite_past(above) and above.pos_ in _CLAUSES and not _aspectual(above):
                    found.append(above)
                    return found
            found.append(node)
            return found
        if node.i in triggers and node not in words and node.pos_ in {"NOUN", "PROPN", "ADJ"}:
            found.append(node)
        if node.head == node:
            return found
        node = node.head
    return found


def _aspectual(verb: "Token") -> bool:
    return verb.lemma_ in {
        "begin",
        "start",
        "continue",
        "agree",
        "plan",
        "expect",
        "schedule",
        "set",
        "be",
        "have",
        "go",
        "promise",
        "pledge",
    }


def read_calendar(context: Context, triggers: dict[int, Trigger]) -> Calendar:
    """Ties every expression to its words and finds the story's day: the first stated day in the first sentences that
    lies within a week before publication, else the day of publication."""
    calendar = Calendar(context)
    for expression in context.times:
        for token in _belongs(context, expression, triggers):
            calendar.by_token.setdefault(token.i, []).append(expression)
    calendar.story = _story(context, calendar)
    return calendar


def _story(context: Context, calendar: Calendar) -> DateInterval:
    if context.published is None:
        return UNDATED
    limit = 0
    for number, sentence in enumerate(context.doc.sents):
        if number >= 4:
            break
        limit = sentence.end_char
    for expression in context.times:
        if expression.span.first >= limit:
            break
        day = expression.earliest
        if day is None or expression.type not in {TimexType.DATE, TimexType.TIME} or expression.bound is not Bound.AT:
            continue
        if expression.latest == day and context.published - timedelta(days=6) <= day <= context.published:
            return DateInterval(day, day, grain=Grain.DAY, ground=Ground.IMPLIED)
    return DateInterval(context.published, context.published, grain=Grain.DAY, ground=Ground.IMPLIED)


def interval(
    expression: TimeExpression, anchor: date | None, status: Status, published: date | None
) -> DateInterval | None:
    """What an expression says of an event with this status; None where it says nothing.

    `anchor` is the day that "two days later" counts from.
    """
    earliest, latest = expression.earliest, expression.latest
    ground = Ground.STATED
    if expression.is_anaphoric and expression.offset_days is not None and anchor is not None:
        earliest = anchor + timedelta(days=expression.offset_days[0])
        latest = anchor + timedelta(days=expression.offset_days[1])
        ground = Ground.ANCHORED
    if earliest is None and latest is None:
        return None
    grain = expression.grain
    found = DateInterval(earliest, latest, grain=grain, ground=ground, span=expression.span, words=expression.words)
    match expression.bound:
        case Bound.SINCE:
            if status in {Status.OCCURRED, Status.DENIED}:
                return replace(found, ongoing=True)
            return found
        case Bound.UNTIL | Bound.BEFORE:
            ahead = published is not None and latest is not None and latest >= published
            begin = published if ahead and status in {Status.PLANNED, Status.PROPOSED} else None
            return replace(found, earliest=begin, latest=latest)
        case Bound.AFTER:
            return replace(
                found,
                earliest=earliest,
                latest=None
                if status is not Status.OCCURRED
                else published
                if published and earliest and published >= earliest
                else None,
            )
    return found


def _is_report_of(verb: "Token") -> bool:
    """Whether a verb speaks of an event on another day than its own: "condemned Monday's attack"."""
    return verb.lemma_ in {
        "condemn", "criticise", "criticize", "blame", "welcome", "praise", "denounce", "hail", "reject", "accept", "recall", "cite", "urge",
        "demand", "discuss", "propose", "approve", "support", "back", "mark", "commemorate", "remember", "describe", "deny", "await",
    }  # fmt: skip


def _clause(token: "Token") -> "Token":
    while token.pos_ not in _CLAUSES and token.head != token:
        token = token.head
    return token


class Dater:
    """Dates the triggers of one article in the order of the text."""

    def __init__(self, calendar: Calendar, folded: dict[int, list[Trigger]]) -> None:
        self.calendar = calendar
        self.folded = folded
        self.dated: dict[int, DateInterval] = {}
        self.context = calendar.context
        self.anchor: date | None = calendar.story.earliest
        self.told: dict[EventType, DateInterval] = {}
        self.spoken: DateInterval = calendar.story

    def date(self, trigger: Trigger, status: Status) -> DateInterval:
        """The date of a trigger; remembers it for those that count from it."""
        found = self._expression_date(trigger, status)
        for other in self.folded.get(trigger.token.i, []):
            found = found or self._expression_date(other, status)
        found = found or self._of_antecedent(trigger, status) or self._carried(trigger, status)
        self.dated[trigger.token.i] = found
        if (
            found.ground in {Ground.STATED, Ground.ANCHORED}
            and found.earliest is not None
            and status is Status.OCCURRED
        ):
            self.anchor = found.earliest
            self.told[trigger.type] = found
        return found

    def _expression_date(self, trigger: Trigger, status: Status) -> DateInterval | None:
        for token in self._sources(trigger):
            for expression in sorted(
                self.calendar.by_token.get(token.i, []), key=lambda e: (_rank(e), abs(e.span.first - trigger.token.idx))
            ):
                if not _dates(expression):
                    continue
                found = interval(expression, self.anchor, status, self.context.published)
                if found is not None and self._fits(found, status):
                    return self._with_duration(found, trigger)
        return None

    def _of_antecedent(self, trigger: Trigger, status: Status) -> DateInterval | None:
        """The date of what a relative clause hangs on: an event told before it, or a time ("November, in which")."""
        node = trigger.token
        for _ in range(4):
            if node.dep_ in {"relcl", "acl"}:
                break
            if node.head == node:
                return None
            node = node.head
        head = node.head
        if status is not Status.OCCURRED or node.dep_ not in {"relcl", "acl"}:
            return None
        if head.i in self.dated and self.dated[head.i].is_known and trigger.type not in SPOKEN:
            return replace(self.dated[head.i], ground=Ground.ANCHORED)
        for expression in self.context.times:
            if expression.span.first <= head.idx < expression.span.last and _dates(expression):
                return interval(expression, self.anchor, status, self.context.published)
        return None

    def _fits(self, found: DateInterval, status: Status) -> bool:
        published = self.context.published
        if published is None or found.earliest is None:
            return True
        if status is Status.PLANNED and found.latest is not None and found.latest < published - timedelta(days=45):
            return True
        return not (status is Status.OCCURRED and found.earliest > published)

    def _with_duration(self, found: DateInterval, trigger: Trigger) -> DateInterval:
        """ "a seven-day truce from Friday" ends on Thursday."""
        if (
            trigger.type is not EventType.TRUCE
            or found.earliest is None
            or found.earliest != found.latest
            or found.ongoing
        ):
            return found
        first, last = trigger.token.left_edge.idx, trigger.token.right_edge.idx + len(trigger.token.right_edge)
        for expression in self.context.times:
            if expression.days and first <= expression.span.first and expression.span.last <= last:
                least, most = expression.days
                if 1 <= least <= 400:
                    begin = found.earliest
                    return replace(
                        found,
                        end_earliest=begin + timedelta(days=least - 1),
                        end_latest=begin + timedelta(days=most - 1),
                    )
        return found

    def _sources(self, trigger: Trigger) -> list["Token"]:
        """The words whose expressions can date a trigger, the nearest first."""
        token = trigger.token
        found = [token]
        if token.pos_ in {"NOUN", "PROPN"}:
            light = trigger.arguments.light
            if light is not None:
                found += [light, *self._above(light, trigger)]
            else:
                head = token.head
                within = token.dep_ == "pobj" and head.lower_ in _WITHIN and head.head.pos_ in _CLAUSES
                if (
                    token.dep_ in {"nsubj", "nsubjpass"}
                    or within
                    or (token.dep_ == "dobj" and head.i in self.calendar.by_token and not _is_report_of(head))
                ):
                    clause = _clause(token)
                    if clause.pos_ in _CLAUSES and not self._reports(clause):
                        found.append(clause)
                for child in token.children:
                    if child.dep_ in {"acl", "relcl"} and child.pos_ in _CLAUSES:
                        found.append(child)
        elif token.pos_ == "ADJ":
            found += [token.head, *self._above(token.head, trigger)] if token.head.pos_ in _CLAUSES else []
        else:
            found += self._above(token, trigger)
        return found

    def _reports(self, verb: "Token") -> bool:
        return any(reporter == verb for reporter in self.context.speech.reporters)

    def _above(self, verb: "Token", trigger: Trigger) -> list["Token"]:
        found: list[Token] = []
        node = verb
        for _ in range(6):
            head, dep = node.head, node.dep_
            if head == node:
                break
            if dep == "conj" and head.pos_ in _CLAUSES:
                found.append(head)
            elif dep == "xcomp" and head.pos_ in _CLAUSES:
                found.append(head)
            elif dep == "advcl" and head.pos_ in _CLAUSES and node.tag_ == "VBG":
                found.append(head)
            elif (
                dep == "advcl"
                and head.pos_ in _CLAUSES
                and any(c.lower_ in {"as", "while", "when"} for c in node.children)
            ):
                found.append(head)
            elif dep == "pcomp" and head.head.pos_ in _CLAUSES and head.lower_ in {"by", "with", "of", "for"}:
                found.append(head.head)
                head = head.head
            elif (
                dep == "ccomp" and head.pos_ in _CLAUSES and trigger.type in SPOKEN and self._says_itself(trigger, head)
            ):
                found.append(head)
            else:
                break
            node = head
        last = found[-1] if found else verb
        if (
            last.dep_ == "ccomp"
            and trigger.type in SPOKEN
            and last.head.pos_ in _CLAUSES
            and self._says_itself(trigger, last.head)
        ):
            found.append(last.head)
        return found

    def _says_itself(self, trigger: Trigger, reporter: "Token") -> bool:
        return self.context.speech.reporter(trigger.token) == reporter or trigger.token.head == reporter

    def _carried(self, trigger: Trigger, status: Status) -> DateInterval:
        """A date that no expression of its own clause gives: the same event told before, the speech, the story's day."""
        published = self.context.published
        unknown = DateInterval(latest=published if status is Status.OCCURRED else None)
        if published is None:
            return UNDATED
        if status in {Status.PLANNED, Status.PROPOSED}:
            return UNDATED
        if self._is_background(trigger):
            return unknown
        if trigger.type in SPOKEN:
            return self._speech_day(trigger)
        definite = any(c.lower_ in {"the", "this", "that", "these", "those"} for c in trigger.token.children)
        if trigger.token.pos_ == "NOUN" and definite and trigger.type in self.told:
            return replace(self.told[trigger.type], ground=Ground.ANCHORED, span=None, words="")
        if trigger.token.pos_ == "NOUN" and trigger.arguments.light is None and not definite:
            return unknown
        return self._speech_day(trigger) if self._is_news(trigger) else unknown

    def _speech_day(self, trigger: Trigger) -> DateInterval:
        reporter = self.context.speech.reporter(trigger.token)
        if reporter is not None:
            expression = self.calendar.own(reporter)
            if expression is not None and _dates(expression):
                said = interval(expression, self.anchor, Status.OCCURRED, self.context.published)
                if (
                    said is not None
                    and said.earliest is not None
                    and said.earliest <= (self.context.published or said.earliest)
                ):
                    return replace(said, ground=Ground.IMPLIED, span=None, words="")
        return self.calendar.story

    def _is_background(self, trigger: Trigger) -> bool:
        """Past perfect, "previously", "earlier", "has long": told as lying further back than the story."""
        verb = trigger.arguments.light or (trigger.token if trigger.token.pos_ in _CLAUSES else _clause(trigger.token))
        children = {c.lower_ for c in verb.children}
        past_perfect = any(c.dep_ == "aux" and c.lower_ in {"had", "'d"} for c in verb.children) and verb.tag_ == "VBN"
        said = self.context.speech.reporter(trigger.token)
        if past_perfect and said is None:
            return True
        return bool(
            children
            & {
                "previously",
                "repeatedly",
                "frequently",
                "often",
                "long",
                "always",
                "consistently",
                "formerly",
                "once",
                "regularly",
                "sometimes",
                "usually",
            }
        )

    def _is_news(self, trigger: Trigger) -> bool:
        """Whether the clause is told as the news of the story's day: simple past or perfect of a main clause."""
        verb = trigger.arguments.light or trigger.token
        if verb.pos_ not in _CLAUSES:
            verb = _clause(verb)
        node = verb
        for _ in range(4):
            if node.dep_ in {"relcl", "acl"}:
                return False
            if node.dep_ in {"ROOT"} or node.head == node:
                break
            node = node.head
        return verb.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VBG"}
