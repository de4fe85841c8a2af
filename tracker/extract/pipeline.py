"""From an article to its mentions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import tee
from typing import TYPE_CHECKING

from tracker.extract.assertion import asserts
from tracker.extract.calendar import Calendar, is_to_come, read_calendar
from tracker.extract.charges import place_of_charge
from tracker.extract.circles import heads, undo_circles
from tracker.extract.clause_spans import about_span, clause_span
from tracker.extract.codes import codes
from tracker.extract.completion import complete
from tracker.extract.context import Context
from tracker.extract.dating import Dater
from tracker.extract.due import due
from tracker.extract.fulfilled import fulfilment
from tracker.extract.gapping import with_gapped
from tracker.extract.governors import is_of_an_offer
from tracker.extract.mere_aims import is_mere_aim, is_of_founding
from tracker.extract.mere_content import is_mere_content, is_offered
from tracker.extract.noun_times import has_time, is_past
from tracker.extract.one_name import OwnNames
from tracker.extract.own_orders import is_own_order
from tracker.extract.parties import find_parties
from tracker.extract.places import place
from tracker.extract.pruning import fold
from tracker.extract.quantities import quantities
from tracker.extract.repairs import repair
from tracker.extract.roles import assign, source_of
from tracker.extract.same import Told, takes_up_a_plan
from tracker.extract.scheduled import must
from tracker.extract.senses import Matcher, Trigger
from tracker.extract.settled import is_held_possible
from tracker.extract.speech import attribute
from tracker.extract.status import is_only_announced, status
from tracker.extract.telling import markers_of
from tracker.extract.text import MODEL, agency, correct_lemmas, dateline, parse
from tracker.extract.times import find_times
from tracker.extract.told_terms import told_terms
from tracker.extract.trigger_phrases import phrase
from tracker.model.articles import Article
from tracker.model.dates import Span
from tracker.model.mentions import EventType, Extraction, Mention, Status
from tracker.model.parties import PartyReference
from tracker.rules import load_language, load_lexicon, rules_digest

if TYPE_CHECKING:
    from tracker.extract.tokens import Doc

# Raised when the code, not the rule files, changes what is extracted.
CODE_VERSION = 16

_CONTENT_GOVERNORS = {
    EventType.PROPOSAL,
    EventType.DEMAND,
    EventType.ACCEPTANCE,
    EventType.REJECTION,
    EventType.AGREEMENT,
    EventType.THREAT,
}
# A longer line is a paragraph, whatever words of a caption it holds.
_LONGEST_CAPTION = 300
_WHEN = {"after", "as", "before", "since", "when", "while"}
# How many sentences back "the withdrawal" may have been told as a plan.
_TAKEN_UP = 2
# What a deal lays down to be done.
_DEALS = {EventType.AGREEMENT, EventType.TRUCE}
_OWED = {EventType.WITHDRAWAL, EventType.RELEASE, EventType.AID}
# A caption with its credits, before the report goes on in the same line.
_LONGEST_CREDITED = 400


def rules_version() -> str:
    """What a stored extraction was made with: the code's version, the rule files' digest and the model."""
    return f"{CODE_VERSION}-{rules_digest()}-{MODEL}"


@lru_cache(maxsize=1)
def _left_out() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in load_language("en").left_out_lines), re.IGNORECASE)


@lru_cache(maxsize=1)
def _credit() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in load_language("en").credits))


def _caption_start(line: str, credit: int) -> int:
    """Where the caption begins that a credit ends: with the line, or far from its start with the last sentence."""
    if credit <= _LONGEST_CREDITED:
        return 0
    ends = [m.end() for m in re.finditer(r"[.!?”\"] +(?=[A-Z“\"])", line[: credit - 1])]
    return ends[-1] if ends else 0


def left_out(text: str) -> list[Span]:
    """The parts that are no report: lines that are captions, bylines, links to other articles, adverts, tables of
    scores; in a line that goes on after a picture's credit, the caption before it."""
    found, first = [], 0
    for line in text.split("\n"):
        if line.strip() and len(line) <= _LONGEST_CAPTION and _left_out().search(line):
            found.append(Span(first, first + len(line)))
        else:
            found += [
                Span(first + _caption_start(line, credit.start()), first + credit.end())
                for credit in _credit().finditer(line)
            ]
        first += len(line) + 1
    return found


def _is_within(place: int, spans: list[Span]) -> bool:
    return any(span.first <= place < span.last for span in spans)


def _governing(trigger: Trigger, kept: dict[int, Trigger]) -> Trigger | None:
    """The kept trigger whose content this one is: the nearest above it that proposes, demands, accepts or agrees."""
    node = trigger.token
    for _ in range(10):
        if node.head == node:
            return None
        if node.tag_ == "VBD" and (node.dep_ == "relcl" or (node.dep_ == "advcl" and markers_of(node) & _WHEN)):
            return None  # "proposed a truce a day after the sides met": that they met is no part of it
        node = node.head
        above = kept.get(node.i)
        if above is not None and above.type in _CONTENT_GOVERNORS:
            return above
    return None


def _is_conditional(trigger: Trigger) -> bool:
    return any(
        (child.dep_ == "advcl" and any(c.lower_ in {"if", "unless", "provided"} for c in child.children))
        or (child.dep_ == "prep" and child.lower_ == "on" and any(g.lemma_ == "condition" for g in child.children))
        for child in trigger.token.children
    )


def _keep(
    context: Context, matcher: Matcher, silent: list[Span]
) -> tuple[dict[int, Trigger], dict[int, list[Trigger]]]:
    found = [t for t in matcher.triggers() if not _is_within(t.token.idx, silent)]
    verbs = {t.token.i: t for t in found if t.token.pos_ in {"VERB", "AUX"}}
    return fold({t.token.i: t for t in found if asserts(context, t, verbs)}, lambda token: has_time(context, token))


def _accusers(trigger: Trigger, told: dict[int, Told]) -> tuple[PartyReference, ...]:
    """Who accuses somebody of the event."""
    place = place_of_charge(trigger)
    above = told.get(place) if place is not None else None
    return above.roles.actors if above is not None and above.trigger.type is EventType.ACCUSATION else ()


def _proposer(status: Status, governor: Trigger | None, told: dict[int, Told]) -> PartyReference | None:
    """Whose proposal it is that an event is part of."""
    if status is not Status.PROPOSED or governor is None or governor.type is not EventType.PROPOSAL:
        return None
    return next(iter(told[governor.token.i].roles.actors), None)


def _status(context: Context, trigger: Trigger, folded: Sequence[Trigger]) -> Status:
    """What the tree says, turned by what the sense itself says ("blocked aid" is aid denied), or a word folded into it
    ("a summit with X, planned for May")."""
    told = status(trigger.token, trigger.arguments.light, trigger.type)
    is_of_talks = trigger.type is EventType.MEETING and told is Status.OCCURRED
    own = (f for f in folded if f.token.dep_ == "acl" and trigger.token in f.token.ancestors)
    if is_of_talks and any(f.sense.status is Status.PLANNED for f in own):
        return Status.PLANNED
    if trigger.type is EventType.STATEMENT and not trigger.sense.status:
        return Status.OCCURRED
    if trigger.type is EventType.VIOLATION and told is Status.PLANNED:
        return Status.PROPOSED  # nobody sets a day for a breach: "the launch would violate the pact"
    offered = is_of_an_offer(trigger.token)
    if told in {Status.PLANNED, Status.PROPOSED} and not offered and is_past(context, trigger.token):
        return Status.OCCURRED
    if told is Status.OCCURRED and is_only_announced(trigger.token, trigger.type):
        return Status.PLANNED
    if trigger.sense.status is Status.DENIED:
        return {Status.OCCURRED: Status.DENIED, Status.DENIED: Status.OCCURRED}.get(told, told)
    if told is Status.DENIED and trigger.sense.status is Status.PLANNED:
        return told  # "the talks were not scheduled to resume"
    if is_held_possible(trigger.token):
        return Status.PROPOSED
    return trigger.sense.status or told


def _turn_to_plans(context: Context, calendar: Calendar, kept: dict[int, Trigger], happened: dict[int, Status]) -> None:
    """Marks as planned, in `happened`, what is told as a fact but has a day to come or takes up a plan, and what "must"
    be done by a deal just told."""
    for i, trigger in kept.items():
        is_owed = happened[i] is Status.PROPOSED and must(trigger.token) and not context.speech.reporter(trigger.token)
        if happened[i] is not Status.OCCURRED and not is_owed:
            continue
        here = context.sentence_number(trigger.token)
        before = [
            (other, happened[j])
            for j, other in kept.items()
            if j < i and here - context.sentence_number(other.token) <= _TAKEN_UP
        ]
        if is_owed:
            is_due = trigger.type in _OWED and any(o.type in _DEALS and s is Status.OCCURRED for o, s in before)
            happened[i] = Status.PLANNED if is_due else Status.PROPOSED
        elif is_to_come(calendar, trigger) or takes_up_a_plan(trigger, before):
            happened[i] = Status.PLANNED


def extract_doc(doc: "Doc", article: Article) -> Extraction:
    """The mentions of a parsed article, in the order of the text."""
    text = article.text
    correct_lemmas(doc)
    parsed = heads(doc)
    repair(doc)
    undo_circles(doc, parsed)
    speech = attribute(doc)
    parties = find_parties(doc, article.title, article.published, speech, dateline(text), article.outlet, agency(text))
    silent = left_out(text)
    times = [
        replace(t, words=text[t.span.first : t.span.last])
        for t in find_times(doc, article.published)
        if not _is_within(t.span.first, silent)  # the day of a photograph is not that of the news
    ]
    context = Context(doc, text, article.published, parties, speech, times)
    kept, folded = _keep(context, Matcher(context), silent)
    kept = {i: t for i, t in kept.items() if not is_own_order(context, t)}
    happened = {i: _status(context, trigger, folded.get(i, ())) for i, trigger in kept.items()}
    kept = {i: t for i, t in kept.items() if not is_of_founding(t)}
    kept = {i: t for i, t in kept.items() if happened[i] is not Status.PROPOSED or not is_mere_aim(t, kept)}
    kept = {i: t for i, t in kept.items() if not is_mere_content(t, happened[i], kept, context.has_day)}
    assigned = [(trigger, assign(context, trigger)) for trigger in kept.values()]
    names = OwnNames(context, assigned)
    calendar = read_calendar(context, kept)
    _turn_to_plans(context, calendar, kept, happened)
    happened |= {i: Status.PROPOSED for i, t in kept.items() if happened[i] is Status.PLANNED and is_offered(t, kept)}
    told = [
        Told(trigger, happened[trigger.token.i], roles, context.sentence_number(trigger.token))
        for (trigger, _), roles in zip(assigned, complete(context, assigned, names), strict=True)
    ]
    dates = Dater(calendar, folded).dates(told)
    terms = told_terms(context, told)
    by_token = {event.trigger.token.i: event for event in told}
    mentions: list[Mention] = []
    for number, (event, date) in enumerate(zip(told, dates, strict=True)):
        trigger, roles = event.trigger, event.roles
        governor = _governing(trigger, kept)
        plover, mode, cameo = codes(trigger, event.status, governor.type if governor else None)
        span = phrase(trigger, folded.get(trigger.token.i, []))
        sentence = trigger.token.sent
        mention = Mention(
            type=trigger.type,
            status=event.status,
            trigger=span,
            words=text[span.first : span.last],
            clause=clause_span(trigger, governor is not None or event.status is Status.PROPOSED),
            sentence=Span(sentence.start_char, sentence.end_char),
            sense=f"{trigger.type}.{trigger.sense.name}",
            date=date,
            actors=roles.actors,
            targets=roles.targets,
            mediators=roles.mediators,
            source=source_of(context, trigger, event.status, roles.actors, _accusers(trigger, by_token), names)
            or _proposer(event.status, governor, by_token),
            quantities=quantities([trigger, *folded.get(trigger.token.i, [])], text),
            place=place(trigger, text),
            about=about_span(trigger),
            content_of=phrase(governor, folded.get(governor.token.i, [])) if governor is not None else None,
            terms=terms.get(number),
            due=due(context, trigger, date),
            is_quoted=context.speech.is_quoted(trigger.token),
            is_conditional=_is_conditional(trigger),
            phase=trigger.sense.phase,
            plover=plover,
            plover_mode=mode,
            cameo=cameo,
        )
        mentions += (*with_gapped(context, event, mention), *fulfilment(context, event, mention))
    mentions.sort(key=lambda mention: (mention.trigger.first, mention.trigger.last))
    taught = tuple(replace(a, words=text[a.span.first : a.span.last]) for a in context.parties.affiliations)
    sides = {reference.side for mention in mentions for reference in mention.references}
    return Extraction(tuple(mentions), taught, rules_version(), context.parties.as_written(sides))


def extract_many(articles: Iterable[Article]) -> Iterator[Extraction]:
    """The extractions of articles, in order, streaming. The same article gives the same extraction in any company."""
    for_parse, for_result = tee(articles)
    docs = parse((a.text for a in for_parse), load_lexicon().small_words())
    for doc, article in zip(docs, for_result, strict=True):
        yield extract_doc(doc, article)


def extract(article: Article) -> Extraction:
    """All that one article gives. Sees this article, the packaged rules and the locked model, nothing else."""
    return next(extract_many([article]))
