"""Which date each event takes, and on what ground."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tracker.extract.calendar import Calendar, can_date, interval, is_recent, occasions, rank
from tracker.extract.carried import Carried
from tracker.extract.distances import distance, with_duration
from tracker.extract.noun_places import is_on_journey
from tracker.extract.same import Told, sides
from tracker.extract.scheduled import scheduler
from tracker.extract.senses import Trigger
from tracker.extract.settled import is_charged
from tracker.extract.subjects import is_to_infinitive
from tracker.extract.telling import (
    CLAUSES,
    MADE_BEFORE,
    SPOKEN,
    clause_verb,
    is_answered,
    is_of_another,
    is_past,
    what_is_off,
)
from tracker.model.dates import DateInterval, Ground, Span, shifted
from tracker.model.mentions import Status
from tracker.model.times import Bound, TimeExpression
from tracker.rules import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_WITHIN = {"at", "in", "during", "on", "with", "by", "for", "after", "following", "amid"}
_IN_RETURN = {"return", "exchange"}
# A time that begins so early opens its sentence.
_OPENING_CHARACTERS = 12
_PRESENT = {"VBZ", "VBP"}
# How many days an announcement is news.
_NEWS = 7


def _is_aside(token: "Token", found: DateInterval) -> bool:
    """Whether a date stands within a clause on a noun: what follows does not count from it."""
    clause = next((node for node in (token, *token.ancestors) if node.dep_ in {"relcl", "acl"}), None)
    return clause is not None and found.span is not None and found.span.first >= clause.left_edge.idx


def _is_within(inner: "Token", outer: "Token") -> bool:
    """Whether a word stands in a clause on a noun below another: "imposed in May" in "the lifting of sanctions"."""
    node = inner
    while node.head != node and node != outer:
        if node.dep_ in {"relcl", "acl"} and node.tag_ == "VBN" and node.head != outer and outer.pos_ == "NOUN":
            return outer in node.ancestors
        node = node.head
    return False


class Dater:
    """Dates the triggers of one article: first by their own expressions, then by what the text carries to them."""

    def __init__(self, calendar: Calendar, folded: dict[int, list[Trigger]]) -> None:
        self.calendar = calendar
        self.folded = folded
        self.context = calendar.context
        self.anchor = calendar.story.earliest
        self._dated: dict[int, DateInterval] = {}
        self._of_others: set[int] = set()
        self._ahead: tuple[int, date] | None = None
        self._anchors: dict[Span, date | None] = {}

    def dates(self, told: list[Told]) -> list[DateInterval]:
        """The dates of all triggers, in the order given (that of the text)."""
        self._of_others = {
            e.trigger.token.i
            for e in told
            if e.status is Status.OCCURRED and is_of_another(self.context, e.trigger, sides(e.roles))
        }
        own = [self._own(event) for event in told]
        carried = Carried(self.calendar, told, own)
        return [date if date is not None else carried.date(n) for n, date in enumerate(own)]

    def _own(self, event: Told) -> DateInterval | None:
        trigger, status = event.trigger, event.status
        if self._is_counted(trigger, status):
            return None
        found = self._by_expression(trigger, status)
        for other in self.folded.get(trigger.token.i, []):
            if not _is_within(other.token, trigger.token):
                found = found or self._by_expression(other, status)
        found = found or self._of_antecedent(trigger, status) or self._told_vaguely(trigger, status)
        if found is not None:
            if trigger.sense.status is not Status.DENIED:
                self._dated[trigger.token.i] = found
            if found.earliest is not None and status is Status.OCCURRED and not _is_aside(trigger.token, found):
                self.anchor = found.earliest
            if found.earliest is not None and status is Status.PLANNED:
                self._ahead = (trigger.token.sent.start, found.earliest)
        return found

    def _anchor(self, trigger: Trigger, status: Status) -> date | None:
        """The day that "that day" and "two days later" count from: for what is to come, the day that the same sentence
        has set before ("arrives on Thursday and meets them the following morning"), else that of the last event."""
        if status is not Status.OCCURRED and self._ahead is not None and self._ahead[0] == trigger.token.sent.start:
            return self._ahead[1]
        return self.anchor

    def _is_counted(self, trigger: Trigger, status: Status) -> bool:
        """Whether an event without a date of its own is told by its distance from another."""
        own = any(can_date(e) for e in self.calendar.by_token.get(trigger.token.i, []))
        return status is Status.OCCURRED and not own and distance(self.context, trigger) is not None

    def _told_vaguely(self, trigger: Trigger, status: Status) -> DateInterval | None:
        """Before publication, where the clause says "recently" or "a few weeks ago" and nothing closer."""
        if status is not Status.OCCURRED or self.context.published is None:
            return None
        for expression in self.calendar.by_token.get(trigger.token.i, []):
            if (
                is_recent(expression)
                or expression.value == "PAST_REF"
                or (expression.value.startswith("P") and "X" in expression.value and "ago" in expression.words)
            ):
                return DateInterval(latest=self.context.published, span=expression.span, words=expression.words)
        return None

    def _by_expression(self, trigger: Trigger, status: Status) -> DateInterval | None:
        since = self._since_clause(trigger) if status is Status.OCCURRED else None
        if since is not None:
            return since
        for token in self._sources(trigger):
            if status is Status.PROPOSED and token != trigger.token and is_past(token) and token.pos_ in CLAUSES:
                continue  # "threatened on Tuesday to strike": the day is that of the words
            if status is Status.PLANNED and token != trigger.token and is_past(token):
                announced = self._announced(token)
                if announced is not None:
                    return announced
            held = self.calendar.by_token.get(token.i, [])
            for expression in sorted(held, key=lambda e: (rank(e), abs(e.span.first - trigger.token.idx))):
                if not can_date(expression) or self._is_of_the_past(token, expression):
                    continue
                # Two events of one sentence may share a "two days later": both count from the day told before it.
                anchor = self._anchors.setdefault(expression.span, self._anchor(trigger, status))
                found = interval(expression, anchor, status, self.context.published)
                if found is not None and self._fits(found, status):
                    return with_duration(self.context, found, trigger)
            if token != trigger.token and token.i in self._dated and self._dated[token.i].is_known:
                return replace(self._dated[token.i], ground=Ground.ANCHORED)
        return None

    def _since_clause(self, trigger: Trigger) -> DateInterval | None:
        """From the day of a clause with "since" on: "has retaken three towns since the truce failed in May"."""
        verb = clause_verb(trigger)
        if verb.tag_ != "VBN" or not any(c.lower_ in {"has", "have", "had"} for c in verb.children):
            return None
        for clause in verb.children:
            if clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in clause.children):
                held = self.calendar.own(clause)
                day = interval(held, self.anchor, Status.OCCURRED, self.context.published) if held else None
                if day is not None and day.earliest is not None:
                    return replace(day, ongoing=True)
        return None

    def _is_of_the_past(self, verb: "Token", expression: TimeExpression) -> bool:
        """Whether a past day within a sentence cannot date its verb in the present: "wants a force after Monday's
        raid". A day that opens a line may ("14 May: rebels seize a ship")."""
        published = self.context.published
        past = published is not None and expression.latest is not None and expression.latest < published
        opens = expression.span.first - verb.sent.start_char < _OPENING_CHARACTERS
        return past and not opens and verb.tag_ in _PRESENT and expression.bound is Bound.AT

    def _announced(self, verb: "Token") -> DateInterval | None:
        """From the day on which a verb in the past announced it: "On Friday it ordered a withdrawal"."""
        published = self.context.published
        for expression in sorted(self.calendar.by_token.get(verb.i, []), key=rank):
            found = interval(expression, self.anchor, Status.OCCURRED, published) if can_date(expression) else None
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
        if status is not Status.OCCURRED or node.dep_ not in {"relcl", "acl"}:
            return None
        head = node.head
        if head.i in self._dated and self._dated[head.i].is_known and trigger.type not in SPOKEN:
            return replace(self._dated[head.i], ground=Ground.ANCHORED)
        for participle in head.children:
            held = self.calendar.own(participle) if participle.dep_ == "acl" and participle.tag_ == "VBN" else None
            if held is not None and held.span.last <= node.idx and can_date(held):
                return interval(held, self.anchor, status, self.context.published)
        for expression in self.context.times:
            if expression.span.first <= head.idx < expression.span.last and can_date(expression):
                then = replace(expression, bound=Bound.AT) if expression.range_end is None else expression
                return interval(then, self.anchor, status, self.context.published)
        return None

    def _fits(self, found: DateInterval, status: Status) -> bool:
        published = self.context.published
        if published is None or found.earliest is None:
            return True
        return not (status is Status.OCCURRED and found.earliest > published)

    def _sources(self, trigger: Trigger) -> list["Token"]:
        """The words whose expressions can date a trigger, the nearest first."""
        token = trigger.token
        if token.pos_ in {"NOUN", "PROPN"}:
            due = scheduler(token)
            ahead = [due, *(c for c in due.children if c.dep_ == "xcomp")] if due is not None else []
            return [token, *ahead, *self._noun_sources(trigger)]
        if token.pos_ == "ADJ":
            return [token, *([token.head, *self._above(token.head, trigger)] if token.head.pos_ in CLAUSES else [])]
        if self._is_said_of_the_future(trigger):
            return self._above(token, trigger)
        begun = [c for noun in trigger.arguments.get("subject") for c in noun.children if c.dep_ == "acl"]
        own = [*what_is_off(trigger), token, *occasions(token)]
        return [*own, *self._above(token, trigger), *(c for c in begun if is_to_infinitive(c))]

    def _is_said_of_the_future(self, trigger: Trigger) -> bool:
        """Whether the words of an act of speech tell what is to come: in "said on Friday that it would not meet them
        this week", the refusal is Friday's."""
        verb = clause_verb(trigger)
        return (
            trigger.type in SPOKEN
            and self.context.speech.reporter(trigger.token) is not None
            and any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
        )

    def _noun_sources(self, trigger: Trigger) -> list["Token"]:
        token, light = trigger.token, trigger.arguments.light
        found = [c for c in token.children if c.dep_ in {"acl", "relcl"} and c.pos_ in CLAUSES]
        if trigger.type in MADE_BEFORE and is_answered(token):
            return found
        if light is not None:
            return [light, *self._above(light, trigger), *found]
        node = token
        while node.dep_ in {"pobj", "conj"} and node.head.lower_ in {"of", *_WITHIN} and node.head.head.pos_ == "NOUN":
            node = node.head.head
            if node.lemma_.lower() in word_class("of_another_day"):
                return found
        if node.dep_ == "pobj" and node.head.head.lower_ in _IN_RETURN and node.head.head.head.dep_ == "prep":
            node = node.head.head  # "freed ten in return for the release of twenty": done together
        head = node.head
        if node.dep_ == "conj" and head.pos_ in CLAUSES:  # "saw the rebels free ten, and the release of twenty"
            return [*found, head, *self._above(head, trigger)]
        within = node.dep_ == "pobj" and head.lower_ in _WITHIN and head.head.pos_ in CLAUSES
        within = within and not (head.lower_ == "at" and head.head.lemma_ in word_class("feeling"))
        # "Agreed in May to pay, as part of a settlement": agreed together.
        as_part = node.lemma_ == "part" and head.lower_ == "as"
        within = within or (as_part and "agree" in {head.head.lemma_, head.head.head.lemma_})
        under = node.dep_ == "dobj" and head.lemma_ not in word_class("reports_of")
        if node.dep_ in {"nsubj", "nsubjpass", "npadvmod"} or within or under:
            clause = head.head if within else head
            told = clause.lemma_ in word_class("reports_of") or self._reports(clause)
            if clause.pos_ in CLAUSES and (not told or is_on_journey(token)):
                found += [clause, *self._above(clause, trigger)]
                found += [x for c in clause.children if c.dep_ == "acomp" for x in c.children if x.dep_ == "xcomp"]
        return found

    def _reports(self, verb: "Token") -> bool:
        return any(reporter == verb for reporter in self.context.speech.reporters)

    def _above(self, verb: "Token", trigger: Trigger) -> list["Token"]:
        """The verbs above a verb whose time it shares, nearest first."""
        found: list[Token] = []
        node = verb
        for _ in range(6):
            head = self._shares(node, trigger)
            if head is None:
                break
            found.append(head)
            if node.dep_ in {"ccomp", "xcomp"} and head.lemma_ in word_class("contains"):
                found += [c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}]
            node = head
        return found

    def _shares(self, node: "Token", trigger: Trigger) -> "Token | None":
        head, dep = node.head, node.dep_
        if dep == "pcomp" and head.lower_ in {"by", "with", "of", "for", "after"} and not is_charged(node):
            return head.head if head.head.pos_ in CLAUSES else None
        if dep == "acl" and head.dep_ in {"npadvmod", "appos"} and head.head.pos_ in CLAUSES:
            return head.head  # "closed the border, a move condemned by Uganda"
        if head == node or head.pos_ not in CLAUSES:
            return None
        if dep == "conj" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in node.children):
            return head if (node.tag_ in _PRESENT) == (head.tag_ in _PRESENT) else None
        if dep in {"conj", "xcomp"} or (dep == "ccomp" and head.lemma_ in word_class("contains")):
            return head
        simultaneous = any(c.lower_ in {"as", "while", "when"} for c in node.children)
        if dep == "advcl" and (node.tag_ == "VBG" or simultaneous):
            return head
        said = dep == "ccomp" and trigger.type in SPOKEN and self.context.speech.reporter(trigger.token) == head
        said = said and trigger.token.i not in self._of_others
        return head if said else None
