"""What "did so" tells done: "Peru is to free the crew by Friday. It did so on Tuesday"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.calendar import can_date
from tracker.extract.codes import codes
from tracker.extract.context import Context
from tracker.extract.intervals import interval
from tracker.extract.parse_labels import SUBJECTS, VERBS
from tracker.extract.same import Told
from tracker.extract.telling import SPOKEN, clause_verb
from tracker.model.dates import DateInterval, Span
from tracker.model.mentions import Mention, Status
from tracker.rules import load_language

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_TO_DO = {Status.PLANNED, Status.PROPOSED}
_DID = {"did", "done"}
_UNDONE = {"if", "unless", "until", "when", "once", "whether"}


def fulfilment(context: Context, event: Told, mention: Mention) -> tuple[Mention, ...]:
    """The deed that the words behind a plan or a demand, in its sentence or the next, tell as done by "did so" or "has
    done so"; () where they do not, or tell it of another than who is to act."""
    verb = clause_verb(event.trigger)
    if event.status not in _TO_DO or event.trigger.type in SPOKEN or not mention.actors:
        return ()
    did = _did(verb)
    doer = next((c for c in did.children if c.dep_ in SUBJECTS), None) if did is not None else None
    if did is None or (doer is None and did.dep_ != "conj"):
        return ()
    named = {r.side for r in context.sides(doer)} if doer is not None and doer.pos_ != "PRON" else set()
    actors = tuple(r for r in mention.actors if not named or r.side in named)
    if not actors:
        return ()
    first, so = doer.left_edge if doer is not None else did, did.nbor(1)
    around, words = Span(did.sent.start_char, did.sent.end_char), Span(first.idx, so.idx + len(so))
    root, mode, cameo = codes(event.trigger, Status.OCCURRED, None)
    deed = replace(
        mention,
        status=Status.OCCURRED,
        trigger=words,
        words=context.text[words.first : words.last],
        clause=around,
        sentence=around,
        date=_date(context, did, mention),
        actors=actors,
        source=None,
        about=None,
        content_of=None,
        terms=None,
        due=None,
        is_conditional=False,
        plover=root,
        plover_mode=mode,
        cameo=cameo,
    )
    return (deed,)


def _did(verb: "Token") -> "Token | None":
    """The "did" of "did so" behind a verb, with no other deed told between them."""
    doc, end = verb.doc, verb.sent.end
    last = doc[end].sent.end if end < len(doc) else end
    said = load_language("en").speech.verbs
    for word in doc[verb.i + 1 : last]:
        if word.lower_ in _DID and word.i + 1 < last and word.nbor(1).lower_ == "so":
            is_done = not any(c.dep_ == "neg" or c.lower_ in _UNDONE for c in word.children)
            return word if is_done else None
        if word.pos_ in VERBS and word.dep_ not in {"aux", "auxpass", "amod"} and word.lemma_ not in said:
            return None
    return None


def _date(context: Context, did: "Token", mention: Mention) -> DateInterval:
    """The day told beside "did so"; by publication where none is."""
    sentence = did.sent
    days = [t for t in context.times if sentence.start_char <= t.span.first < sentence.end_char and can_date(t)]
    behind = [t for t in days if t.span.first > did.idx] or [
        t for t in days if t.span.first < did.left_edge.idx + len(did.left_edge)
    ]
    told = interval(behind[0], mention.date.latest, Status.OCCURRED, context.published) if behind else None
    return told or DateInterval(latest=context.published)
