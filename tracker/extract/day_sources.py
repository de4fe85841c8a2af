"""The words whose time expressions can date an event: its own, and those of the clauses whose time it shares."""

from typing import TYPE_CHECKING

from tracker.extract.calendar import occasions
from tracker.extract.context import Context
from tracker.extract.governors import is_in_vain
from tracker.extract.noun_places import is_on_journey
from tracker.extract.parse_labels import HAVE
from tracker.extract.scheduled import scheduler
from tracker.extract.senses import Trigger
from tracker.extract.settled import is_charged, kept_by
from tracker.extract.subjects import is_to_infinitive
from tracker.extract.telling import (
    CLAUSES,
    MADE_BEFORE,
    PRESENT,
    SPOKEN,
    clause_verb,
    is_answered,
    lasted_before,
    what_is_off,
)
from tracker.extract.verb_forms import auxiliaries
from tracker.model.mentions import EventType, Status
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_WITHIN = {"at", "in", "during", "on", "with", "by", "for", "after", "following", "amid"}
_IN_RETURN = {"return", "exchange"}
# "By offering", "before seizing": on the day of the clause.
_BESIDE = {"by", "with", "of", "for", "after", "before"}


def _occasion(trigger: Trigger) -> list["Token"]:
    """The words that hold the day of what a verb has one take part in: "will attend next month's summit", "talks
    scheduled for Friday", "signed the 2015 accord"."""
    if trigger.type is EventType.AGREEMENT:
        return [noun for noun in trigger.arguments.get("object") if noun.lemma_.lower() in word_class("deal")]
    if trigger.type not in {EventType.MEETING, EventType.MEDIATION}:
        return []
    nouns = [noun for slot in ("object", "in", "at", "to", "for") for noun in trigger.arguments.get(slot)]
    found = [noun for noun in nouns if noun.lemma_.lower() in word_class("talks")]
    due = [scheduler(noun) for noun in nouns if noun.i > trigger.token.i]
    return [
        *found,
        *(word for s in due if s is not None for word in (s, *(c for c in s.children if c.dep_ == "xcomp"))),
    ]


def is_plan_put_off(plan: Trigger, trigger: Trigger) -> bool:
    """Whether a trigger tells the day that talks were to have which another calls off: "talks set for May are off"."""
    noun = plan.token.pos_ in {"NOUN", "PROPN"} and scheduler(plan.token) is not None
    participle = plan.token.dep_ == "acl" and plan.token.lemma_ in word_class("scheduling")
    return trigger.type is EventType.SUSPENSION and (noun or participle)


class DaySources:
    """Finds those words for the triggers of one article. `of_others` holds the places of the triggers that tell what
    another side than the speaker says."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.of_others: set[int] = set()

    def of(self, trigger: Trigger, status: Status) -> list["Token"]:
        """The words whose expressions can date a trigger with this status, the nearest first."""
        token = trigger.token
        if token.pos_ in {"NOUN", "PROPN"}:
            due = scheduler(token)
            ahead = [due, *(c for c in due.children if c.dep_ == "xcomp")] if due is not None else []
            return [token, *ahead, *self._noun_sources(trigger)]
        if token.pos_ == "ADJ" and trigger.type is EventType.ACCUSATION and token.head.dep_ == "relcl":
            return [token]  # "responsible for the raid of Monday": the day is that of the deed
        if token.pos_ == "ADJ":
            return [token, *([token.head, *self._above(token.head, trigger)] if token.head.pos_ in CLAUSES else [])]
        if status is not Status.PLANNED and self._is_said_of_the_future(trigger):
            return self._above(token, trigger)
        begun = [c for noun in trigger.arguments.get("subject") for c in noun.children if c.dep_ == "acl"]
        freed = [c for c in token.children if c.dep_ in {"ccomp", "xcomp"} and trigger.type is EventType.RELEASE]
        own = [
            *what_is_off(trigger),
            token,
            *freed,
            *self._told_before_when(token),
            *occasions(token),
            *_occasion(trigger),
        ]
        if status is Status.DENIED and token.dep_ == "acl" and is_in_vain(token.head):
            own.append(token.head.head)
        if trigger.type in SPOKEN and token.tag_ in PRESENT:  # "a resolution adopted on Friday calls for"
            own += [c for c in begun if c.tag_ == "VBN" and c.head.pos_ == "NOUN"]
        return [*own, *self._above(token, trigger), *(c for c in begun if is_to_infinitive(c))]

    def _told_before_when(self, verb: "Token") -> list["Token"]:
        """The word that holds the day on which a clause hangs: "breaking" in "accused it of breaking the truce a day
        earlier, when a drone struck the town", wherever the parser hangs the clause."""
        when = next((c for c in verb.children if c.lower_ == "when" and c.i - verb.sent.start > 1), None)
        if when is None or verb.dep_ == "relcl":
            return []
        last = when.nbor(-2) if when.nbor(-1).text == "," else when.nbor(-1)
        is_time = any(t.span.last == last.idx + len(last) for t in self.context.times)
        over = next((node for node in last.ancestors if node.pos_ in CLAUSES), None) if is_time else None
        return [over] if over is not None and over != verb else []

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
        # "Has been under siege since May".
        within = within or (node.dep_ == "pobj" and head.lower_ == "under" and head.head.lemma_ == "be")
        within = within and not (head.lower_ == "at" and head.head.lemma_ in word_class("feeling"))
        # "Agreed in May to pay, as part of a settlement": agreed together.
        as_part = node.lemma_ == "part" and head.lower_ == "as"
        within = within or (as_part and "agree" in {head.head.lemma_, head.head.head.lemma_})
        if node.dep_ == "attr" and head.lemma_ == "be" and self._is_dated_behind(node):
            found.append(head)  # "the worst breach was the raid near Osa on March 9"
        under = node.dep_ == "dobj" and head.lemma_ not in word_class("reports_of")
        if node.dep_ in {"nsubj", "nsubjpass", "npadvmod"} or within or under:
            clause = head.head if within else head
            told = clause.lemma_ in word_class("reports_of") or self._reports(clause)
            if clause.pos_ in CLAUSES and (not told or is_on_journey(token)):
                found += [clause, *self._above(clause, trigger)]
                ahead = [clause, *(c for c in clause.children if c.dep_ == "acomp")]  # "is to begin", "is due to begin"
                ahead = ahead if clause.lemma_ == "be" else ahead[1:]
                found += [x for c in ahead for x in c.children if x.dep_ == "xcomp"]
        return found

    def _is_dated_behind(self, noun: "Token") -> bool:
        """Whether the only time of a noun's clause stands behind the noun."""
        clause = noun.sent
        times = [t for t in self.context.times if clause.start_char <= t.span.first < clause.end_char]
        return len(times) == 1 and times[0].span.first > noun.idx

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
        weighed = head.lower_ in {"on", "over"} and is_to_infinitive(node)  # "voted on Friday on whether to accept it"
        if dep == "pcomp" and (head.lower_ in _BESIDE or weighed) and not (is_charged(node) or lasted_before(node)):
            judged = head.lower_ in {"of", "for"} and head.head.lemma_ in word_class("for_a_deed")
            if head.head.pos_ in {"ADV", "ADJ"} and head.head.head.pos_ in CLAUSES:
                return head.head.head  # "stopped short of offering"
            return head.head if head.head.pos_ in CLAUSES and not judged else None
        if dep == "acl" and head.dep_ in {"npadvmod", "appos"} and head.head.pos_ in CLAUSES:
            return head.head  # "closed the border, a move condemned by Uganda"
        if dep == "acl" and is_to_infinitive(node) and (kept := kept_by(head)) is not None:
            return kept  # "carried out its threat to close the port on Monday"
        if dep == "xcomp" and head.dep_ == "acomp" and head.head.pos_ in CLAUSES:
            return head.head  # "are due to meet on Friday", where the day hangs on "are"
        if head == node or head.pos_ not in CLAUSES:
            return None
        if dep == "conj" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in node.children):
            perfect = node.tag_ == "VBN" and bool(auxiliaries(node) & HAVE)
            return head if (node.tag_ in PRESENT) == (head.tag_ in PRESENT) and not perfect else None
        if dep == "conj" and head.tag_ == "VBD" and auxiliaries(node) & HAVE:
            return None  # "closed the border in May but has refused to say why"
        if dep in {"conj", "xcomp"} or (dep == "ccomp" and head.lemma_ in word_class("contains")):
            return head
        simultaneous = any(c.lower_ in {"as", "while", "when"} for c in node.children)
        if dep == "advcl" and (node.tag_ == "VBG" or simultaneous or is_to_infinitive(node)):
            return head
        said = dep == "ccomp" and trigger.type in SPOKEN and self.context.speech.reporter(trigger.token) == head
        perfect = bool(auxiliaries(node) & HAVE)  # "has proposed a truce": the article may tell the day below
        return head if said and not perfect and trigger.token.i not in self.of_others else None
