"""Clauses that leave out their verb or only take it up: "Peru will withdraw by May 12, Ecuador by May 17", "Peru agreed
on Monday and Ecuador followed suit" tell two events by one verb."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.extract.calendar import can_date
from tracker.extract.context import Context
from tracker.extract.distances import SIGN, counted, length_before
from tracker.extract.intervals import interval
from tracker.extract.principals import MUTUAL
from tracker.extract.quantities import number
from tracker.extract.same import Told
from tracker.extract.subjects import mark_of
from tracker.extract.telling import CLAUSES, clause_verb
from tracker.model.dates import DateInterval, Span
from tracker.model.mentions import EventType, Mention, Quantity, Status
from tracker.model.parties import PartyReference
from tracker.model.times import TimeExpression

if TYPE_CHECKING:
    from tracker.extract.tokens import Span as Sentence
    from tracker.extract.tokens import Token

# What parts the clauses, and what may stand between the one who acts and the day.
_BETWEEN_CLAUSES = {",", ";", "and", "but", "while"}
_BEFORE_DAY = {"by", "on", "in", "from", "until", "within"}
_ENDS = {".", ",", ";", ")", "and", "but", "while"}
# Words before a name that belong to its phrase.
_OF_PHRASE = {"DET", "ADJ", "PROPN", "NOUN", "NUM", "PART"}
# "Followed suit", "did the same"; what may stand before them; what one side does after another in answer to something.
_TAKING_UP = {"followed": {"suit"}, "following": {"suit"}, "did": {"likewise", "the same", "so too", "too", "as well"}}
_INVERTED = {"as", "so"}  # "so did Mali", "as did Mali"
_BEING = {"am", "are", "is", "was", "were"}
_BEFORE_VERB = {"AUX", "ADV", "SCONJ"}
_ANSWERS = {EventType.ACCEPTANCE, EventType.REJECTION, EventType.SUPPORT, EventType.SANCTION, EventType.WITHDRAWAL}
_UNCOUNTED = {EventType.STATEMENT, EventType.TRUCE, *MUTUAL}
_NO_FOLLOWING = {EventType.STATEMENT, EventType.MEDIATION, *MUTUAL}


@dataclass(frozen=True, slots=True)
class _Remnant:
    """Whom a clause without a verb names, its day (None: that of the verb's), the place of its words and, where it is
    not that of the verb, of its sentence in the text, and, where it names somebody else than who acts, for which sides
    of the verb's clause: "visited Oman on Monday, Qatar on Tuesday"."""

    sides: tuple[PartyReference, ...]
    day: TimeExpression | None
    span: Span
    of: frozenset[str] = frozenset()
    sentence: Span | None = None
    quantity: Quantity | None = None
    date: DateInterval | None = None


def with_gapped(context: Context, event: Told, mention: Mention) -> Iterator[Mention]:
    """A mention, and those that the clauses after it tell with its verb left out; of these each has its own doer and
    day, and all else from the verb's."""
    is_clause = event.trigger.token.pos_ in CLAUSES and bool(mention.actors)
    remnants: tuple[_Remnant, ...] = (*_remnants(context, event), *_followers(context, event)) if is_clause else ()
    if is_clause:
        remnants = (*remnants, *_done_so(context, event, mention.date), *_so_is(context, event))
    if is_clause and len(mention.quantities) == 1 and event.trigger.type not in _UNCOUNTED:
        remnants = (*remnants, *_counted(context, event, mention.quantities[0]))
    if not remnants:
        yield mention
        return
    others = {r.side for remnant in remnants for r in remnant.sides}
    whole = replace(mention, actors=_without(mention.actors, others), targets=_without(mention.targets, others))
    if mention.about is not None:
        first = min(remnant.span.first for remnant in remnants)
        kept = context.text[mention.about.first : first].rstrip(" ,;")
        if mention.about.first < first < mention.about.last:
            whole = replace(whole, about=Span(mention.about.first, mention.about.first + len(kept)))
    yield whole
    for remnant in remnants:
        anchor = mention.date.earliest
        date: DateInterval | None = remnant.date or mention.date
        if remnant.day:
            date = interval(remnant.day, anchor, event.status, context.published)
        if date is None:
            continue
        yield replace(
            mention,
            trigger=remnant.span,
            words=context.text[remnant.span.first : remnant.span.last],
            clause=remnant.span,
            sentence=remnant.sentence or mention.sentence,
            date=date,
            actors=_instead(whole.actors, remnant) if remnant.of else remnant.sides,
            targets=_instead(whole.targets, remnant),
            quantities=(remnant.quantity,) if remnant.quantity is not None else (),
            place=None,
            terms=None,
            due=None,
        )


def _without(references: tuple[PartyReference, ...], sides: set[str]) -> tuple[PartyReference, ...]:
    return tuple(r for r in references if r.side not in sides)


def _instead(references: tuple[PartyReference, ...], remnant: _Remnant) -> tuple[PartyReference, ...]:
    """References, with those of a remnant in the places of those that it stands for."""
    if not remnant.of & {r.side for r in references}:
        return references
    return (*_without(references, set(remnant.of)), *remnant.sides)


def _remnants(context: Context, event: Told) -> Iterator[_Remnant]:
    """The clauses after a verb's own that name another side and a day as its own clause does."""
    verb = clause_verb(event.trigger)
    sentence = verb.sent
    days = {t.span.first: t for t in context.times if verb.idx < t.span.first < sentence.end_char and can_date(t)}
    if len(days) <= 1:
        return
    end = min((t.i for t in sentence if t.pos_ == "VERB" and t.i > verb.i), default=sentence.end)
    own = {r.side for r in event.roles.actors}
    parallel: frozenset[str] | None = None
    for i in range(verb.i + 1, end):
        day = days.get(context.doc[i].idx)
        if day is None:
            continue
        before = _before(context, i)
        if parallel is None:
            is_name = before.pos_ == "PROPN" and before.i > verb.i
            parallel = frozenset(r.side for r in context.sides(before)) if is_name else frozenset()
        elif _opens_clause(before, verb) and _ends_clause(sentence, day):
            sides = context.sides(before)
            if sides and not {r.side for r in sides} & own - parallel:
                yield _Remnant(sides, day, Span(context.doc[_start(before, verb)].idx, day.span.last), parallel)


def _counted(context: Context, event: Told, told: Quantity) -> Iterator[_Remnant]:
    """The clauses after a verb's own that name another side and how many: "Mali freed ten men, Niger 12"."""
    verb, doc = clause_verb(event.trigger), context.doc
    end = min((t.i for t in verb.sent if t.pos_ == "VERB" and t.idx > told.span.last), default=verb.sent.end)
    of_time = {i for t in context.times for i in range(t.span.first, t.span.last)}
    own = {r.side for r in event.roles.actors}
    for numeral in (t for t in doc[verb.i + 1 : end] if t.idx >= told.span.last and t.idx not in of_time):
        value = number(numeral.text) if numeral.tag_ == "CD" else None
        if value is None or (numeral.i + 1 < len(doc) and numeral.nbor(1).text not in _ENDS):
            continue
        name = _before_brackets(numeral.nbor(-1))
        sides = context.sides(name) if name.pos_ == "PROPN" and _opens_clause(name, verb) else ()
        if sides and not {r.side for r in sides} & own:
            first, span = doc[_start(name, verb)].idx, Span(numeral.idx, numeral.idx + len(numeral))
            count = Quantity(value, told.unit, span, numeral.text)
            yield _Remnant(sides, None, Span(first, span.last), quantity=count)


def _done_so(context: Context, event: Told, date: DateInterval) -> Iterator[_Remnant]:
    """Who has done the same before, so long ago: "Mali accepted the draft, five days after Niger had done so"."""
    verb = clause_verb(event.trigger)
    if event.status is not Status.OCCURRED or event.trigger.type in _NO_FOLLOWING:
        return
    for did in verb.subtree:
        mark = mark_of(did, {"after", "before"})
        is_past = did.tag_ == "VBD" or any(c.lower_ == "had" for c in did.children)
        if did.lemma_ != "do" or mark is None or not is_past or did.i + 1 >= len(context.doc):
            continue
        length = length_before(context, mark)
        doer = next((c for c in did.children if c.dep_ == "nsubj"), None)
        sides = context.sides(doer) if doer is not None and did.nbor(1).lower_ in {"so", "likewise"} else ()
        back = counted(date, length, SIGN[mark.lower_]) if length is not None else None
        is_other = bool(sides) and not {r.side for r in sides} & {r.side for r in event.roles.actors}
        if doer is not None and back is not None and is_other and not any(c.dep_ == "neg" for c in did.children):
            span = Span(doer.left_edge.idx, did.nbor(1).idx + len(did.nbor(1)))
            yield _Remnant(sides, None, span, date=back)


def _so_is(context: Context, event: Told) -> Iterator[_Remnant]:
    """Of whom the next sentence tells what is going on too: "Mali is studying the draft. So is Niger"."""
    doc, verb = context.doc, clause_verb(event.trigger)
    first = verb.sent.end
    goes_on = verb.tag_ == "VBG" and any(c.lower_ in _BEING for c in verb.children)
    last = next((t for t in reversed(verb.sent) if t.pos_ == "VERB"), verb)  # what the sentence tells last
    if not goes_on or last != verb or first + 1 >= len(doc) or doc[first].lower_ != "so":
        return
    be = doc[first + 1]
    doer = next((c for c in be.children if c.dep_ == "nsubj" and c.i > be.i), None) if be.lower_ in _BEING else None
    sides = context.sides(doer) if doer is not None else ()
    if doer is not None and sides and not {r.side for r in sides} & {r.side for r in event.roles.actors}:
        # With the sentence before, which alone says what is going on.
        around = Span(verb.sent.start_char, doc[first].sent.end_char)
        yield _Remnant(sides, None, Span(doc[first].idx, doer.idx + len(doer)), sentence=around)


def _before_brackets(word: "Token") -> "Token":
    """The word before an acronym in brackets that ends with a word; any other word itself."""
    is_closed = word.text == ")" and "(" in word.doc[max(word.i - 2, word.sent.start) : word.i].text
    return word.nbor(-3) if is_closed else word


def _followers(context: Context, event: Told) -> Iterator[_Remnant]:
    """Who is told to do the same behind a verb, in its sentence or at the head of the next: "Chad followed in May"."""
    verb, doc = clause_verb(event.trigger), context.doc
    if event.status is not Status.OCCURRED or event.trigger.type in _NO_FOLLOWING or verb.dep_ not in {"ROOT", "conj"}:
        return
    end = verb.sent.end
    last = doc[end].sent.end if end < len(doc) else end
    for word in doc[verb.i + 1 : last]:
        if word.lower_ in _TAKING_UP:
            first = end if word.i >= end else verb.i + 1
            if (found := _follower(context, event, word, first)) is not None:
                yield found
            return
        if word.pos_ == "VERB" and (word.i >= end or word.dep_ in {"conj", "parataxis"}):
            return  # another deed is told before


def _follower(context: Context, event: Told, word: "Token", first: int) -> _Remnant | None:
    """Who "followed suit" and when, of a clause that begins behind a place at the earliest; None where somebody or
    something followed in another way, such as "the talks that followed", "Chad followed with a raid"."""
    doc, sentence = context.doc, word.sent
    doer = doc[word.i - 1]
    if doer.lower_ in _INVERTED and word.lower_ == "did":
        return _who_too(context, event, word, first)
    while doer.pos_ in _BEFORE_VERB and doer.i > first:
        doer = doer.nbor(-1)
    doers = [doer] if doer.i >= first and doer.pos_ in {"NOUN", "PROPN", "PRON"} else []
    while (
        doers and doers[0].dep_ == "conj" and first <= doers[0].head.i < doers[0].i and doers[0].head.pos_ == doer.pos_
    ):
        doers.insert(0, doers[0].head)
    sides = tuple(r for one in doers for r in context.sides(one))
    if not sides or {r.side for r in sides} & {r.side for r in event.roles.actors}:
        return None
    days = [t for t in context.times if sentence.start_char <= t.span.first < sentence.end_char and can_date(t)]
    start = doc[_start(doers[0], doc[first - 1])]
    behind = [t for t in days if word.idx < t.span.first]
    before = [t for t in days if doc[first].idx <= t.span.first and t.span.last <= start.idx]
    rest = doc[word.i + 1 : sentence.end]
    is_phrase = rest.text.startswith(tuple(_TAKING_UP[word.lower_]))
    opens = rest[1] if len(rest) > 1 and rest[0].lower_ in _BEFORE_DAY else rest[0] if len(rest) else word
    is_bare = word.lower_ == "followed" and any(t.span.first == opens.idx for t in behind)
    if not is_phrase and not (is_bare and event.trigger.type in _ANSWERS):
        return None
    span, around = Span(start.idx, word.idx + len(word)), Span(sentence.start_char, sentence.end_char)
    return _Remnant(sides, next(iter((*behind, *before)), None), span, sentence=around)


def _who_too(context: Context, event: Told, word: "Token", first: int) -> _Remnant | None:
    """Who acts behind "so did", and when: "A day later so did Mali"."""
    doc, sentence = context.doc, word.sent
    last, of_time = word.i, {t.span.first for t in context.times}
    while last + 1 < sentence.end and doc[last + 1].pos_ in _OF_PHRASE and doc[last + 1].idx not in of_time:
        last += 1
    sides = context.sides(doc[last]) if last > word.i else ()
    if not sides or {r.side for r in sides} & {r.side for r in event.roles.actors}:
        return None
    days = [t for t in context.times if doc[first].idx <= t.span.first < sentence.end_char and can_date(t)]
    near = [t for t in days if t.span.first > word.idx or (word.i >= first and doc[first].is_sent_start)]
    end = next((t.idx for t in doc[last + 1 : sentence.end] if t.pos_ == "VERB"), sentence.end_char)
    day = next((t for t in near if t.span.first < end), None)
    span, around = Span(word.nbor(-1).idx, doc[last].idx + len(doc[last])), Span(sentence.start_char, sentence.end_char)
    return _Remnant(sides, day, span, sentence=around)


def _before(context: Context, i: int) -> "Token":
    """The word before a day and its preposition."""
    before = context.doc[i - 1]
    return before.nbor(-1) if before.lower_ in _BEFORE_DAY and before.i else before


def _opens_clause(name: "Token", verb: "Token") -> bool:
    """Whether a name stands behind what parts two clauses."""
    if name.pos_ not in {"PROPN", "NOUN"} or name.i <= verb.i:
        return False
    return name.doc[_start(name, verb) - 1].lower_ in _BETWEEN_CLAUSES


def _start(doer: "Token", verb: "Token") -> int:
    """The place of the first word of the phrase that ends in a name."""
    first = doer.i
    while first - 1 > verb.i and doer.doc[first - 1].pos_ in _OF_PHRASE:
        first -= 1
    return first


def _ends_clause(sentence: "Sentence", day: TimeExpression) -> bool:
    after = next((t for t in sentence if t.idx >= day.span.last), None)
    return after is None or after.lower_ in _ENDS
