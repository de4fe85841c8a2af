"""Proposals as reports tell them: which events tell the same one, who made, carried and received it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from tracker.model.dates import Span
from tracker.model.events import Event
from tracker.model.mentions import EventType
from tracker.views.index import EventIndex
from tracker.views.quotes import about_words, texts
from tracker.views.references import has_any, numbers, proper_names, reference_words
from tracker.views.terms import kinds_in

_SAME_DAYS = 1


@dataclass(slots=True)
class Draft:
    """One proposal while it is put together. The first of `events` names it; `day` ranks it.

    `names` and `figures` are the proper names and numbers by which reports may refer to it, `kinds` its kinds of terms,
    `articles` the texts that tell it with the first character where they do.
    """

    events: list[Event]
    day: date
    authors: list[str]
    addressees: list[str]
    carriers: list[str]
    names: set[str] = field(default_factory=set)
    figures: set[float] = field(default_factory=set)
    kinds: set[object] = field(default_factory=set)
    articles: dict[str, int] = field(default_factory=dict)
    is_counter: bool = False
    is_revision: bool = False

    @property
    def id(self) -> int:
        return self.events[0].id

    @property
    def sides(self) -> set[str]:
        return {*self.authors, *self.addressees}

    def take(self, event: Event, index: EventIndex) -> None:
        """Adds an event that tells this proposal."""
        self.events.append(event)
        _extend(self.authors, event.actors)
        _extend(self.addressees, (name for name in event.targets if name not in self.authors))
        _extend(self.carriers, event.mediators)
        self._learn(event, index)

    def _learn(self, event: Event, index: EventIndex) -> None:
        for words in texts(event):
            self.names |= proper_names(words)
            self.figures |= numbers(words.replace("-", " "))
            self.kinds |= kinds_in(words)
        if event.place:
            self.names |= proper_names(event.place)
        for one in event.reports:
            text, place = one.key.text_hash, one.key.first
            self.articles[text] = min(self.articles.get(text, place), place)
        lists = reference_words()
        own_words = [*(about_words(one) for one in event.reports), *(one.mention.words for one in event.reports)]
        self.is_counter = self.is_counter or any(has_any(words, lists.counters) for words in own_words)
        self.is_revision = self.is_revision or any(has_any(words, lists.revisions) for words in own_words)


def drafts_of(index: EventIndex) -> list[Draft]:
    """The proposals that took place, in order of time.

    Events tell one proposal where the same author made it on the same day (a day's difference counts as the same) and
    neither names itself a new one, or in one sentence ("in terms that it submitted it proposes"), or where one names no
    author and stands in an article that tells one already.
    """
    found: list[Draft] = []
    by_author: defaultdict[frozenset[str], list[Draft]] = defaultdict(list)
    anonymous = []
    for event in index.of(EventType.PROPOSAL):
        if not event.is_real or _is_gesture(event):
            continue
        if not event.actors:
            anonymous.append(event)
            continue
        draft = _draft(event, index)
        same = next((old for old in reversed(by_author[frozenset(event.actors)]) if _is_same(old, draft)), None)
        if same:
            same.take(event, index)
        else:
            found.append(draft)
            by_author[frozenset(event.actors)].append(draft)
    in_article: defaultdict[str, list[Draft]] = defaultdict(list)
    for draft in found:
        for text in draft.articles:
            in_article[text].append(draft)
    for event in anonymous:
        home = _home(index, event, in_article)
        if home:
            home.take(event, index)
        else:
            draft = _draft(event, index)
            found.append(draft)
            for text in draft.articles:
                in_article[text].append(draft)
    _put_back(found, in_article)
    return sorted(found, key=lambda draft: (draft.day, index.order(draft.events[0])))


def _is_gesture(event: Event) -> bool:
    """Whether no report tells more than that somebody is willing: "the door is open"."""
    senses = event.sense_names
    return bool(senses) and senses <= reference_words().gestures


def _put_back(found: Iterable[Draft], in_article: Mapping[str, Sequence[Draft]]) -> None:
    """A proposal of which no day is known is background where its article dates another one: it came before that."""
    for draft in found:
        if draft.events[0].date.is_known:
            continue
        dated = [other.day for text in draft.articles for other in in_article[text] if other.events[0].date.is_known]
        draft.day = min([draft.day, *(day - timedelta(days=1) for day in dated if day > date.min)])


def _draft(event: Event, index: EventIndex) -> Draft:
    draft = Draft([], index.day(event), [], [], [])
    draft.take(event, index)
    return draft


def _is_same(old: Draft, new: Draft) -> bool:
    if _sentences(old) & _sentences(new):
        return True
    if new.is_revision or new.is_counter != old.is_counter:
        return False
    if abs((new.day - old.day).days) > _SAME_DAYS:
        return False
    return not (old.addressees and new.addressees) or bool(set(old.addressees) & set(new.addressees))


def _sentences(draft: Draft) -> set[tuple[str, Span]]:
    """Where its reports stand."""
    return {(one.key.text_hash, one.mention.sentence) for event in draft.events for one in event.reports}


def _home(index: EventIndex, event: Event, in_article: dict[str, list[Draft]]) -> Draft | None:
    """The proposal that an event without author tells again: the last one told before it in its article, else the
    first one after it."""
    for one in event.reports:
        near = [draft for draft in in_article.get(one.key.text_hash, ()) if index.may_follow(event, draft.events[0])]
        if near:
            place = one.key.first
            return max(
                near, key=lambda d: (d.articles[one.key.text_hash] < place, -abs(d.articles[one.key.text_hash] - place))
            )
    return None


def _extend(names: list[str], more: Iterable[str]) -> None:
    names.extend(name for name in more if name not in names)
