"""The terms of proposals, demands and agreements, by kind, with days and values."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from tracker.model.events import Event, EventStatus
from tracker.model.mentions import EventType, Unit
from tracker.model.standing import Term, TermKind
from tracker.rules.reading import RuleModel, read_rules
from tracker.views.index import EventIndex
from tracker.views.quotes import clause_words, texts

_MOST_WORDS = 25
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.0}
_SPELLED = {
    word: float(value)
    for value, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
}
_LENGTH = re.compile(r"\b(\d+|" + "|".join(_SPELLED) + r")[- ](day|week|month)s?\b", re.IGNORECASE)
_PERCENT = re.compile(r"\b(\d+(?:\.\d+)?)\s*(?:%|per ?cent\b)", re.IGNORECASE)
# What else is told in percent: "enrich uranium to 60 percent", "a tax of 12 percent", "write off 30 percent of claims".
_NO_PAY = re.compile(
    r"\b(?:enrich|purity|tax|interest|seats?\b|votes?\b|territory|emission|export|import|debt|bond|claims?\b|creditor"
    r"|shares?\b|stake|write|written|output|production|catch|quota)",
    re.IGNORECASE,
)
# "Argentina would pay $120 million": a debt, no wage; "would pay drivers 5 per cent more" is one.
_PAID = re.compile(
    r"\b(?:re)?pay(?:s|ing|ment of)? (?:back )?(?:(?:about|some|another|a further) )?(?:[$£€]\s?)\d\S*", re.I
)
_HOURS = re.compile(r"\b(\d+)[- ]hours?\b", re.IGNORECASE)
_MODAL = r"\b(?:would|will|must|shall)\b"
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']*\s+(?=[A-Z\"“‘])")
# "Wages would rise and herds would be cut": two clauses, where each has a verb of its own.
_CLAUSE_END = re.compile(rf"(.*?{_MODAL}.*?),? (?:and|while) (?=(?:[\w’'-]+ ){{1,6}}?{_MODAL})", re.DOTALL)
# What an offer is of, up to the end of its phrase.
_OFFERED = re.compile(r"\b(?:offer|proposal|plan|package|compromise) (?:of|for) ((?:about |some |up to )?\d[^,.;:]*)")
_NEXT = 500
_HOLDERS = frozenset(
    {EventType.PROPOSAL, EventType.DEMAND, EventType.ACCEPTANCE, EventType.REJECTION, EventType.AGREEMENT}
)
_LASTING = frozenset({TermKind.TRUCE})


class TermExample(RuleModel):
    """Words and the terms that they hold, or must not hold."""

    words: str
    kinds: tuple[TermKind, ...]
    days: float | None = None
    value: float | None = None


class TermWords(RuleModel):
    """The whole of `terms.toml`."""

    types: Mapping[EventType, TermKind]
    words: Mapping[TermKind, tuple[str, ...]]
    examples: tuple[TermExample, ...]
    counterexamples: tuple[TermExample, ...]


@cache
def term_words() -> TermWords:
    """The packaged kinds. Raises RuleError naming file and key."""
    return read_rules(files("tracker.views") / "terms.toml", TermWords)


@cache
def _words() -> tuple[tuple[TermKind, tuple[str, ...]], ...]:
    return tuple((kind, tuple(word.casefold() for word in words)) for kind, words in term_words().words.items())


def _names(lowered: str, words: Iterable[str]) -> bool:
    """Whether one of the words begins a word of the text."""
    for word in words:
        place = lowered.find(word)
        while place >= 0:
            if place == 0 or not lowered[place - 1].isalpha():
                return True
            place = lowered.find(word, place + 1)
    return False


@lru_cache(maxsize=8192)
def kinds_in(words: str) -> frozenset[TermKind]:
    """The kinds of terms that the words name."""
    lowered = _PAID.sub("", words).casefold()
    return frozenset(kind for kind, listed in _words() if _names(lowered, listed))


def terms_in(words: str, event_id: int | None = None) -> tuple[Term, ...]:
    """A term for each kind that the words name, in the order of the kinds' list, with its days (of a truce) or value
    (percent of pay, hours)."""
    kinds = kinds_in(words)
    if not kinds and _PERCENT.search(words) and not _NO_PAY.search(words):
        kinds = frozenset({TermKind.PAY})
    if not kinds:
        return ()
    length, percent, hours = _LENGTH.search(words), _PERCENT.search(words), _HOURS.search(words)
    found = []
    for kind, _ in _words():
        if kind not in kinds:
            continue
        days = value = None
        if kind in _LASTING and length:
            days = _count(length[1]) * _DAYS[length[2].casefold()]
        elif kind is TermKind.PAY and percent:
            value = float(percent[1])
        elif kind is TermKind.HOURS and hours:
            value = float(hours[1])
        found.append(Term(kind, _short(words), event_id, days, value))
    return tuple(found)


def term_of(event: Event) -> Term | None:
    """The term that an event is, when an offer or an agreement holds it; None for types that are none. Of several
    figures the largest of its unit counts."""
    kind = term_words().types.get(event.type)
    if kind is None:
        return None
    words = min((clause_words(one) for one in event.reports), key=lambda text: (len(text), text), default="")
    days = max((one.value for one in event.figures if one.unit is Unit.DAYS), default=None)
    counted = [one for one in event.figures if one.unit is not Unit.DAYS]
    best = max(counted, key=lambda one: (len(one.reports), one.value), default=None)
    if days is None and kind in _LASTING and (length := _LENGTH.search(words)):
        days = _count(length[1]) * _DAYS[length[2].casefold()]
    return Term(kind, _short(words), event.id, days, best.value if best else None, best.unit if best else None)


def terms_of(index: EventIndex, holders: Sequence[Event]) -> tuple[Term, ...]:
    """The terms of the events that together are one proposal, demand or agreement: what is their content, what the same
    and the next sentences offer (until another offer, demand or answer is told), and the further kinds that their words
    name."""
    contents = {
        one.id: one
        for holder in holders
        for one in (
            *index.contents(holder),
            *(o for o in index.same_sentence(holder) if _is_offered(o)),
            *(o for o in index.told_next(holder, _NEXT, _HOLDERS) if _is_offered(o)),
        )
    }
    found = [term for one in contents.values() if (term := term_of(one)) is not None]
    covered = {term.kind for term in found}
    told = [term for one in (*holders, *contents.values()) for words in texts(one) for term in terms_in(words, one.id)]
    seen = {" ".join(report.evidence.split()) for one in contents.values() for report in one.reports}
    for one in holders:
        for words in _spelled_out(one):
            told += terms_in(words, one.id) or (
                () if any(words in sentence for sentence in seen) else _other(words, one)
            )
        told += [term for words in texts(one) for term in _counted(words, one.id)]
    for kind in dict.fromkeys(term.kind for term in told):
        same = [term for term in told if term.kind is kind]
        if kind not in covered:
            found.append(
                max(same, key=lambda term: (term.days is not None or term.value is not None, -len(term.words)))
            )
    return tuple(sorted(_distinct(found), key=_order))


def _counted(words: str, event_id: int | None) -> Iterable[Term]:
    """What is told to be offered by number and is of none of the kinds: "an offer of 35 berths"."""
    for found in _OFFERED.findall(words):
        if not terms_in(found):
            yield Term(TermKind.OTHER, _short(found), event_id, None, None)


def _spelled_out(event: Event) -> Iterable[str]:
    """The clauses of the reports that spell out what an event holds, each once."""
    sentences = (words for one in event.reports if one.terms for words in _SENTENCE_END.split(one.terms))
    clauses = (clause for sentence in sentences for clause in _CLAUSE_END.split(sentence))
    return dict.fromkeys(" ".join(clause.split()).removesuffix(".") for clause in clauses if clause.strip())


def _other(words: str, event: Event) -> tuple[Term, ...]:
    """What a sentence spells out that is of none of the kinds."""
    return (Term(TermKind.OTHER, _short(words), event.id, None, None),)


def _distinct(terms: Iterable[Term]) -> list[Term]:
    """Terms that do not say the same; of equals the one with the shortest words."""
    best: dict[tuple[object, ...], Term] = {}
    for term in terms:
        said = same_said(term)
        if said not in best or (len(term.words), term.words) < (len(best[said].words), best[said].words):
            best[said] = term
    figured = {said[0] for said in best if any(part is not None for part in said[1:])}
    return [term for said, term in best.items() if said[0] not in figured or any(p is not None for p in said[1:])]


def same_said(term: Term) -> tuple[object, ...]:
    """What two terms share when they say the same: kind, days, value and unit."""
    return term.kind, term.days, term.value, term.unit


def _is_offered(event: Event) -> bool:
    return event.content_of is None and event.status is EventStatus.PROPOSED


def _order(term: Term) -> tuple[int, float, float, str]:
    return list(TermKind).index(term.kind), term.days or 0.0, term.value or 0.0, term.words


def _count(words: str) -> float:
    return _SPELLED.get(words.casefold()) or float(words)


def _short(words: str) -> str:
    parts = words.split()
    return " ".join(parts[:_MOST_WORDS]) + (" …" if len(parts) > _MOST_WORDS else "")
