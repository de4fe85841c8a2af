"""What goes on, or stands as it is, on the day of a report: its beginning is not told."""

from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.parse_labels import BE, HAVE
from tracker.extract.senses import Trigger
from tracker.extract.telling import PRESENT, SPOKEN, clause_verb, is_bare_noun
from tracker.extract.verb_forms import auxiliaries
from tracker.model.mentions import EventType

if TYPE_CHECKING:
    from tracker.extract.tokens import Span

_GO_ON = {"continue", "keep"}
# What is going on when somebody says that they "were" at it.
_GOES_ON = {
    EventType.ATTACK, EventType.DETENTION, EventType.MEETING, EventType.MEDIATION, EventType.PROTEST,
    EventType.VIOLATION,
}  # fmt: skip
# "The truce comes after months of talks", "the raid marks a turn": the news is set beside other things.
_COMES = {"come", "follow", "mark"}
_HAVING = {"hold", "keep"}
_LASTS = {"continue", "persist", "rage"}


def is_lasting(context: Context, trigger: Trigger) -> bool:
    """What is being done, not said, now: "are shelling", "has been shelling", "said they were shelling", "continue to
    shell", "the siege continues"; its beginning is not told."""
    verb = clause_verb(trigger)
    reporter = context.speech.reporter(trigger.token)
    noun = trigger.token
    lasts = noun.dep_ == "nsubj" and noun.head.lemma_ in _LASTS and noun.head.tag_ in PRESENT
    # "Said it was blacklisting three firms" announces what is done.
    reported = reporter is not None and reporter.tag_ == "VBD" and reporter.i < verb.i and trigger.type in _GOES_ON
    now = BE | HAVE | ({"was", "were"} if reported else set())
    progressive = verb.tag_ == "VBG" and bool(auxiliaries(verb) & now)
    head = verb
    while head.dep_ in {"conj", "xcomp"} and head.head != head and head.lemma_ not in _GO_ON:
        head = head.head
    goes_on = head != verb and head.lemma_ in _GO_ON and head.tag_ != "VBD"
    return (progressive or goes_on or lasts) and trigger.type not in SPOKEN


def is_under_way(trigger: Trigger) -> bool:
    """Whether somebody is in others' hands on the day told, who may have been before: "was holding the crew on
    Thursday"."""
    verb = clause_verb(trigger)
    is_held = trigger.type is EventType.DETENTION and verb == trigger.token and verb.lemma_ in _HAVING
    return is_held and verb.tag_ == "VBG" and bool(auxiliaries(verb) & (BE | {"was", "were"}))


def is_standing(trigger: Trigger, *, lead: bool, brief: bool) -> bool:
    """What the simple present tells as it stands: "Peru maintains an embargo", "the roads are blocked", "the raids show
    that"; `lead` and `brief` as below: there the present tells the news."""
    if lead or brief or trigger.type in SPOKEN or trigger.type is EventType.MEETING or _is_heading(trigger.token.sent):
        return False
    verb = clause_verb(trigger)
    if verb.lemma_ in _COMES:
        return False
    if is_bare_noun(trigger):
        is_subject = trigger.token.dep_ in {"nsubj", "nsubjpass"}
        return is_subject and (verb.tag_ in PRESENT or bool(auxiliaries(verb) & HAVE))
    return verb.tag_ in PRESENT or (verb.tag_ == "VBN" and bool(auxiliaries(verb) & BE))


def _is_heading(sentence: "Span") -> bool:
    """Whether a sentence has no full stop, as a heading within an article."""
    return not any(token.tag_ == "." for token in sentence)
