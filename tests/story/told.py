"""Invented negotiations, put through extraction, resolve and views, and compared with what must come out: the one of
this folder and those of its subfolders."""

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reading import extraction

from tracker.app.called import called
from tracker.extract import extract_many
from tracker.model.articles import Article, PublicationGround
from tracker.model.events import Event, Report
from tracker.model.mentions import EventType, Extraction, Unit
from tracker.model.negotiations import NegotiationParty
from tracker.model.parties import NegotiationRole, PartyKind
from tracker.model.standing import AnswerKind, Proposal
from tracker.resolve import PartyRules, resolve
from tracker.resolve.reporting import reports_of
from tracker.views import EventIndex, agreements, deadlines, proposals, standing, tallies
from tracker.views.figures import figure_range

HERE = Path(__file__).parent
ENTERED = dt.datetime(2023, 5, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Check:
    """One thing that must come out, and what came out."""

    name: str
    is_right: bool
    found: str = ""


def read(name: str, folder: Path = HERE) -> dict[str, Any]:
    return tomllib.loads((folder / name).read_text(encoding="utf-8"))


def parties(folder: Path = HERE) -> tuple[NegotiationParty, ...]:
    """The parties of a negotiation, as an analyst has named them."""
    return tuple(
        NegotiationParty(called(one["name"]), PartyKind(one["kind"]), NegotiationRole(one["role"]), True)
        for one in read("parties.toml", folder)["parties"]
    )


Told = tuple[tuple[Article, Extraction], ...]


def _articles(folder: Path = HERE) -> list[Article]:
    return [
        Article(
            text=one["text"].strip(),
            title=one["title"],
            outlet=one["outlet"],
            published=one["published"],
            publication_ground=PublicationGround.GIVEN,
        )
        for one in read("articles.toml", folder)["articles"]
    ]


@cache
def extracted(folder: Path = HERE) -> Told:
    """Each article with what the program extracts from it, in the order of the file."""
    articles = _articles(folder)
    return tuple(zip(articles, extract_many(articles), strict=True))


@cache
def read_by_hand() -> Told:
    """Each article with what a careful reader finds in it, in the order of the file."""
    found = {one["article"]: one["list"] for one in read("reading.toml")["mentions"]}
    return tuple((article, extraction(article, found[number])) for number, article in enumerate(_articles(), start=1))


def events_on(told: Told, day: dt.date, order: Sequence[int] | None = None) -> EventIndex:
    """The events in the reports published by `day`. `order` is the one in which the articles were added."""
    chosen = order or range(len(told))
    known: list[Report] = []
    affiliations = []
    for place in chosen:
        article, extraction = told[place]
        assert article.published
        if article.published <= day:
            known += reports_of(article, extraction, place + 1, ENTERED)
            affiliations += extraction.affiliations
    return EventIndex(resolve(known, PartyRules.of(affiliations), today=day).events)


def last_day(folder: Path = HERE) -> dt.date:
    return max(one["published"] for one in read("articles.toml", folder)["articles"])


def chronology_checks(events: Sequence[Event], folder: Path = HERE) -> Iterator[Check]:
    """Each expected event: is there one of its type and status, with its parties, days, figures, in its articles?"""
    for wanted in read("chronology.toml", folder)["events"]:
        near = [one for one in events if one.type in wanted["types"] and _fits(one, wanted)]
        yield Check(f"event: {wanted['name']}", bool(near), _like(events, wanted))
        if "articles" in wanted:
            articles = set(wanted["articles"])
            joined = any(articles <= {report.article_id for report in one.reports} for one in near)
            yield Check(f"one event of several articles: {wanted['name']}", joined)


def _fits(event: Event, wanted: Mapping[str, Any]) -> bool:
    # A truce stands in its list by the day on which it begins, whatever its length.
    last = event.date.latest if event.type is EventType.TRUCE else event.date.end_latest or event.date.latest
    day = event.date.earliest, last
    in_time = "days" not in wanted or (
        day[0] is not None and day[1] is not None and wanted["days"][0] <= day[0] and day[1] <= wanted["days"][1]
    )
    return (
        event.status == wanted["status"]
        and in_time
        and event.first_reported == wanted["known"]
        and _names(wanted.get("actors", event.actors)) == set(event.actors)
        and _names(wanted.get("targets", ())) <= set(event.targets)
        and _names(wanted.get("mediators", ())) <= set(event.mediators)
        and ("figures" not in wanted or _figures(event, wanted["unit"]) == wanted["figures"])
    )


def _names(expected: Iterable[str]) -> set[str]:
    """Names as events know them, whichever name of a party the file gives."""
    return {called(name) for name in expected}


def _figures(event: Event, units: Sequence[str]) -> list[float]:
    same = [one for one in event.figures if one.unit in units]
    return list(figure_range(same, event)) if same else []


def _like(events: Sequence[Event], wanted: Mapping[str, Any]) -> str:
    return "; ".join(
        f"{one.type} {one.status} {one.date.earliest}..{one.date.latest} {one.actors}->{one.targets} "
        f"{[(f.value, f.unit.value) for f in one.figures]} {sorted({r.article_id for r in one.reports})}"
        for one in events
        if one.type in wanted["types"]
    )


def day_checks(told: Told, wanted: Mapping[str, Any], folder: Path = HERE) -> Iterator[Check]:
    """What must be so on one day."""
    day = wanted["as_of"]
    index = events_on(told, day)
    now = standing(index, parties(folder), day)
    yield Check(f"{day}: turn", set(now.turn) == set(wanted["turn"]), str(now.turn))
    yield from _live_checks(day, wanted, now.live_proposal)
    made = proposals(index, day)
    for party, kind in wanted.get("answers", {}).items():
        live = next((one for one in made if one.is_live), None)
        given = next((one.kind for one in live.answers if one.party == party), None) if live else None
        yield Check(f"{day}: answer of {party}", given is AnswerKind(kind), str(given))
    for party, expected in wanted.get("parties", {}).items():
        status = next(one for one in now.parties if one.party == called(party))
        yield from _party_checks(f"{day}: {party}", expected, index, status)
    found = {(one.unit, one.party): one for one in tallies(index)}
    for expected in wanted.get("tallies", ()):
        tally = found.get((Unit(expected["unit"]), expected["party"]))
        for field in ("promised", "done", "left"):
            if field in expected:
                value = getattr(tally, field) if tally else None
                name = f"{day}: {expected['unit']} {field} by {expected['party']}"
                yield Check(name, value == tuple(expected[field]), str(value))
    for expected in wanted.get("agreements", ()):
        deals = agreements(index, day)
        right = any(
            set(one.parties) == set(expected["parties"])
            and (one.declared, one.effective) == (expected["declared"], expected["effective"])
            for one in deals
        )
        yield Check(f"{day}: agreement", right, str([(o.parties, o.declared, o.effective) for o in deals]))
    for expected in wanted.get("deadlines", ()):
        due = deadlines(index, day)
        right = any(
            one.due == expected["due"] and expected["party"] in one.parties and one.progress == expected["progress"]
            for one in due
        )
        shown = str([(str(one.due), one.words, one.progress.value) for one in due])
        yield Check(f"{day}: deadline {expected['due']}", right, shown)


def _live_checks(day: dt.date, wanted: Mapping[str, Any], live: Proposal | None) -> Iterator[Check]:
    expected = wanted.get("live")
    if expected is None:
        yield Check(f"{day}: no live proposal", live is None, str(live))
        return
    right = (
        live is not None
        and set(live.authors) == set(expected["authors"])
        and set(live.addressees) == set(expected["addressees"])
        and live.earliest == live.latest == expected["day"]
    )
    yield Check(f"{day}: live proposal", right, str(live and (live.title, live.addressees)))
    kinds = {term.kind.value for term in live.terms} if live else set()
    yield Check(f"{day}: terms", set(expected["terms"]) == kinds, str(kinds))
    if expected.get("is_counter"):
        yield Check(f"{day}: counter-proposal", live is not None and live.parent is not None)


def _party_checks(name: str, expected: Mapping[str, Any], index: EventIndex, status: Any) -> Iterator[Check]:
    move = index.by_id[status.last_move.event_ids[0]] if status.last_move else None
    yield Check(
        f"{name}: last move", move is not None and move.type in _types(expected["last_move"]), str(status.last_move)
    )
    if "day" in expected:
        found = status.last_move.day if status.last_move else None
        yield Check(f"{name}: day of last move", found == expected["day"], str(found))
    if "waited" in expected:
        yield Check(f"{name}: days waited", status.days_waited == expected["waited"], str(status.days_waited))
    if "answer" in expected:
        answer = index.by_id[status.latest_answer.event_ids[0]].type if status.latest_answer else None
        yield Check(f"{name}: latest answer", answer is EventType(expected["answer"]), str(status.latest_answer))
    for field, lines in (
        ("open_demands_made", status.demands_made),
        ("open_demands_on_it", status.demands_on_it),
        ("alleged_breaches", status.alleged_breaches),
    ):
        if field in expected:
            yield Check(f"{name}: {field}", len(lines) == expected[field], str([one.words for one in lines]))


def _types(given: str | list[str]) -> list[str]:
    return [given] if isinstance(given, str) else given


def all_checks(told: Told, folder: Path = HERE) -> list[Check]:
    """Every check of the chronology and of the days."""
    found = list(chronology_checks(events_on(told, last_day(folder)), folder))
    for wanted in read("days.toml", folder)["days"]:
        found += day_checks(told, wanted, folder)
    return found
