"""Which proposal an event is about, and what it says to it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.model.events import Event, Report
from tracker.model.mentions import EventType, Status
from tracker.model.standing import Answer, AnswerKind
from tracker.views.days import exact_day
from tracker.views.drafts import Draft
from tracker.views.index import EventIndex
from tracker.views.quotes import about_words, clause_words, speaker
from tracker.views.references import Reference, ReferenceKind, has_any, read_reference, reference_words
from tracker.views.terms import kinds_in, term_words

_CONTRAST = re.compile(r"[,;]\s+(?:while|whereas|although|though|but)\s")
_LOOKS_BACK = 40
_ALWAYS = 5
_IMPLIED_DAYS = 60
# What it costs a proposal that who accepts something has turned it down before.
_DECLINED = 3.0
# What words must call a proposal to name it, to study it, and to be about it in any other way.
NAMED = (ReferenceKind.PROPOSAL, ReferenceKind.COUNTER, ReferenceKind.DEAL)
_STUDIED = (*NAMED, ReferenceKind.PART, ReferenceKind.PRONOUN)
TAKEN_UP = (*NAMED, ReferenceKind.PRONOUN, ReferenceKind.CONTENT, ReferenceKind.NOTHING)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with its event and the id of the proposal's first event."""

    answer: Answer
    event: Event
    draft_id: int


class Resolver:
    """Finds the proposal that words stand for."""

    def __init__(self, index: EventIndex, drafts: Sequence[Draft]) -> None:
        self._index = index
        self._drafts = list(drafts)
        self._days = [draft.day for draft in drafts]
        self._in_article: defaultdict[str, list[Draft]] = defaultdict(list)
        for draft in drafts:
            for text in draft.articles:
                self._in_article[text].append(draft)

    def find(
        self,
        event: Event,
        kinds: Collection[ReferenceKind] = TAKEN_UP,
        declined: Collection[int] = (),
        told: Collection[int] = (),
    ) -> Draft | None:
        """The proposal that the event is about; None where its words name another thing or none fits.

        What the words name decides first (parties, proper names, numbers), then the article, the other party, the kinds
        of terms; of equals the latest. `kinds`: what the words must name. `declined`: the ids of
        those hardly meant, since the same party has turned them down; `told`: those that its articles tell of otherwise
        than by a report of the proposal itself.
        """
        near = self._candidates(event)
        if not near:
            return None
        reference = self._reference(event)
        if reference.kind not in kinds:
            return None
        terms = self._kinds(event)
        scored = [
            (score - _DECLINED * (draft.id in declined), draft)
            for draft in near
            if (score := self._score(event, reference, terms, draft, is_told=draft.id in told)) is not None
        ]
        if not scored:
            return None
        return max(scored, key=lambda item: (item[0], item[1].day, -item[1].id))[1]

    def own(self, event: Event) -> Draft | None:
        """The latest proposal that the event's actors made before it."""
        actors, day = set(event.actors), self._index.day(event)
        made = (draft for draft in reversed(self._drafts) if draft.day <= day and actors & set(draft.authors))
        return next(made, None)

    def _reference(self, event: Event) -> Reference:
        """What the reports say that it is about: the first that is more than a pronoun."""
        read = meant_by(self._index, event)
        named = [one for one in read if one.kind in (*NAMED, ReferenceKind.OTHER)]
        other = [one for one in read if one.kind not in (ReferenceKind.NOTHING, ReferenceKind.PRONOUN)]
        return next(iter((*named, *other, *read)), Reference(ReferenceKind.NOTHING))

    def _candidates(self, event: Event) -> list[Draft]:
        """The last few proposals before it, of some more those with one of its parties or no known author, and those of
        its articles."""
        last = bisect_right(self._days, self._index.day(event))
        parties = set(event.parties)
        recent = self._drafts[max(last - _LOOKS_BACK, 0) : last]
        near = recent[-_ALWAYS:]
        near += [
            one for one in recent[:-_ALWAYS] if not one.authors or not parties.isdisjoint((*one.sides, *one.carriers))
        ]
        near += [draft for one in event.reports for draft in self._in_article.get(one.key.text_hash, ())]
        return list({draft.id: draft for draft in near}.values())

    def _score(
        self, event: Event, reference: Reference, kinds: frozenset[object], draft: Draft, *, is_told: bool
    ) -> float | None:
        """How well the proposal fits; None where something speaks against it."""
        authors, carriers = set(draft.authors), set(draft.carriers)
        actors, targets = set(event.actors), set(event.targets)
        if not self._index.may_follow(event, draft.events[0]) or any(event.id == one.id for one in draft.events):
            return None
        if actors and actors <= authors and len(authors) == len(actors) and event.type in _ANSWERING:
            return None
        score = 0.0
        if reference.parties:
            if reference.parties & authors:
                score += 3.0
            elif reference.parties & (carriers | set(draft.addressees)):
                score += 0.5
            else:
                return None
        if reference.names:
            if reference.names & draft.names:
                score += 3.0
            elif not reference.parties & authors:
                return None
            else:
                score -= 1.0
        if reference.numbers and draft.figures:
            score += 2.0 if reference.numbers & draft.figures else -1.0
        if reference.kind not in NAMED and draft.kinds and self._is_of_talks(event):
            return None
        in_article = is_told or any(one.key.text_hash in draft.articles for one in event.reports)
        names_author = bool(targets & authors)
        fits_terms = bool(kinds & draft.kinds)
        if reference.kind not in (ReferenceKind.PROPOSAL, ReferenceKind.COUNTER):
            apart = (self._index.day(event) - draft.day).days
            addressed = bool(actors & set(draft.addressees))
            if reference.kind in (ReferenceKind.NOTHING, ReferenceKind.PRONOUN):
                implied = names_author or (addressed and (in_article or _refuses_to_sign(event)))
            else:
                implied = names_author or in_article or addressed
            is_meant = fits_terms or reference.kind is not ReferenceKind.CONTENT or _in_one_sentence(event, draft)
            if not implied or apart > _IMPLIED_DAYS or not is_meant:
                return None
        if reference.kind is ReferenceKind.COUNTER:
            score += 2.0 if draft.is_counter else -1.0
        if reference.is_revision:
            score += 0.5 if draft.is_revision else 0.0
        score += 1.5 * in_article + 2.0 * names_author + 0.5 * fits_terms
        if actors and draft.addressees:
            score += 1.0 if actors & set(draft.addressees) else -1.0
        if targets and not targets & (authors | carriers):
            score -= 1.0
        return score

    def _is_of_talks(self, event: Event) -> bool:
        """Whether what it agrees to or refuses is to talk: that answers no proposal with other terms."""
        contents = {one.type for one in self._index.contents(event)}
        return bool(contents) and contents <= {EventType.MEETING, EventType.MEDIATION}

    def _kinds(self, event: Event) -> frozenset[object]:
        named = {kind for one in event.reports for kind in kinds_in(about_words(one))}
        deeds = {term_words().types.get(one.type) for one in self._index.contents(event)} - {None}
        return frozenset(named | deeds)


def _in_one_sentence(event: Event, draft: Draft) -> bool:
    """Whether a report tells of the proposal in its answer's sentence: "offered them a rise, which they refused"."""
    places = {(one.key.text_hash, one.mention.sentence) for proposal in draft.events for one in proposal.reports}
    return any((one.key.text_hash, one.mention.sentence) in places for one in event.reports)


def meant_by(index: EventIndex, event: Event) -> tuple[Reference, ...]:
    """What each report says that the event is about."""
    return index.once(
        ("meant", event.id), lambda: tuple(read_reference(about_words(one), index.names) for one in event.reports)
    )


_ANSWERING = (EventType.ACCEPTANCE, EventType.REJECTION)


def answer_kind(event: Event) -> AnswerKind | None:
    """What kind of answer the event can be; None where it is none: a promise, a plan to answer, another type."""
    lists = reference_words()
    senses = event.sense_names
    if event.type is EventType.REJECTION:
        is_of_a_deed = senses & lists.refusals and not _refuses_to_sign(event)
        return AnswerKind.REJECTED if event.is_real and not is_of_a_deed and not stays_away(event) else None
    if event.type is EventType.ACCEPTANCE:
        is_tied = any(
            one.mention.is_conditional or has_any(_without_contrast(one), lists.conditions)
            for one in event.reports
            if one.mention.type is event.type
        ) or _is_counter_too(event)
        if event.is_real and senses and senses <= lists.promises:
            return None
        if event.is_real:
            return AnswerKind.CONDITIONAL if is_tied else AnswerKind.ACCEPTED
        is_offered = bool(event.reports) and all(one.mention.status is Status.PROPOSED for one in event.reports)
        is_tied = is_tied or any(has_any(one.evidence, lists.conditions) for one in event.reports)
        return AnswerKind.CONDITIONAL if is_tied and is_offered else None
    if event.type is EventType.STATEMENT and event.is_real and senses & lists.studying:
        return AnswerKind.STUDYING
    return None


def stays_away(event: Event) -> bool:
    """Whether all that somebody rejects is to sit down with others, which answers nothing that is put to them there."""
    senses = {one.mention.sense_name for one in event.reports if one.mention.type is EventType.REJECTION}
    return bool(senses) and senses <= reference_words().absences


def _refuses_to_sign(event: Event) -> bool:
    """Whether what somebody refuses is to answer with a yes: "refused to sign"; that answers the text before them, but
    not where others charge him with it: "accused Mali of refusing to agree to a deal"."""
    lists = reference_words()
    return event.type is EventType.REJECTION and any(
        one.mention.sense_name in lists.refusals and has_any(clause_words(one), lists.refused_answers)
        for one in event.reports
        if one.source is None or one.source in event.actors
    )


def _without_contrast(report: Report) -> str:
    """The clause that answers, without what it is set against: "accepted the plan, while the army set conditions"."""
    parts = _CONTRAST.split(clause_words(report))
    return next((part for part in parts if report.mention.words.split()[0] in part), parts[0])


def _is_counter_too(event: Event) -> bool:
    """Whether another report tells the yes as a response or counter-offer of its own: a yes with changes."""
    return any(
        one.mention.type is EventType.PROPOSAL and has_any(about_words(one), reference_words().counters)
        for one in event.reports
    )


def replies_to(index: EventIndex, resolver: Resolver) -> dict[int, list[Reply]]:
    """The answers to each proposal, by the id of the proposal's first event, in order of time."""
    found: defaultdict[int, list[Reply]] = defaultdict(list)
    rejected: defaultdict[str, set[int]] = defaultdict(set)  # by party
    told_in: defaultdict[str, set[int]] = defaultdict(set)  # by text
    for event in index.of(EventType.ACCEPTANCE, EventType.REJECTION, EventType.STATEMENT):
        kind = answer_kind(event)
        if kind is None or not event.actors:
            continue
        kinds = _STUDIED if kind is AnswerKind.STUDYING else TAKEN_UP
        texts = {one.key.text_hash for one in event.reports}
        declined = _of_any(rejected, event.actors) if event.type is EventType.ACCEPTANCE else ()
        told = _of_any(told_in, texts)
        draft = resolver.find(event, kinds, declined, told)
        if draft is None:
            continue
        for party in event.actors:
            if party in draft.authors:
                continue
            found[draft.id].append(Reply(_answer(event, party, kind), event, draft.id))
            if kind is AnswerKind.REJECTED:
                rejected[party].add(draft.id)
            for text in texts:
                told_in[text].add(draft.id)
    return found


def _of_any(ids: Mapping[str, Collection[int]], keys: Iterable[str]) -> set[int]:
    return {one for key in keys for one in ids.get(key, ())}


def _answer(event: Event, party: str, kind: AnswerKind) -> Answer:
    told = [one for one in event.reports if one.mention.type is event.type] or list(event.reports)
    told = [one for one in told if party in one.actors] or told
    return Answer(
        party=party,
        kind=kind,
        day=exact_day(event),
        speaker=next((name for one in told if (name := speaker(one, party))), None),
        words=clause_words(told[0]) if told else event.note,
        event_id=event.id,
    )
