"""How well the standing of reported negotiations is found: live proposal, answers, turn, last moves.

`python -m tracker.evaluate.standing tests/standing ../shared/eval/dev` puts each article alone through extraction,
resolve and views and compares with what a reader wrote down. An expected file is TOML: `article` (name of the label
file), `turn` (parties; empty: not known), `live` (`authors`, `addressees`, `days` first and last; left out: no proposal
is live), `answers` (party = answer), `last_moves` (party = `types` that are right, `days` first and last; no types: the
party makes no move).
"""

import argparse
import datetime as dt
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.evaluate.gold import GoldArticle, read_gold
from tracker.evaluate.naming import namer
from tracker.model.errors import ArticleError
from tracker.model.events import Event
from tracker.model.standing import AnswerKind, PartyStatus, Proposal, Standing
from tracker.resolve import PartyRules, resolve
from tracker.resolve.reporting import reports_of
from tracker.views import EventIndex, proposals, standing

_ENTERED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_KEYS = {"article", "turn", "live", "answers", "last_moves"}

Names = Callable[[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to find: what it is ("live", "answer", "turn", "last move"), of whom, what was expected and found."""

    kind: str
    of: str
    expected: str
    found: str
    is_right: bool


def check_article(expected: dict[str, Any], gold: GoldArticle) -> tuple[Check, ...]:
    """All checks of one article. Raises ValueError for an unknown key in `expected`."""
    if unknown := set(expected) - _KEYS:
        raise ValueError(f"{expected.get('article')}: unknown key {sorted(unknown)[0]!r}")
    from tracker.extract import extract

    extraction = extract(gold.article)
    reports = reports_of(gold.article, extraction, 1, _ENTERED)
    today = gold.article.published
    index = EventIndex(resolve(reports, PartyRules.of(extraction.affiliations), today=today).events)
    return tuple(_checks(expected, index, standing(index, (), today), proposals(index, today), namer(gold.parties)))


def _checks(
    expected: dict[str, Any], index: EventIndex, found: Standing, made: Sequence[Proposal], names: Names
) -> Iterator[Check]:
    yield _live(expected.get("live"), found.live_proposal, names)
    yield _same("turn", "", expected["turn"], _parties(found.turn, names))
    for party, answer in expected["answers"].items():
        yield _answer(party, AnswerKind(answer), made, names)
    by_party: dict[str, list[PartyStatus]] = {}
    for status in found.parties:
        for name in names(status.party):
            by_party.setdefault(name, []).append(status)
    for party, move in expected["last_moves"].items():
        yield _move(party, move, by_party.get(party, []), index)


def _live(expected: dict[str, Any] | None, live: Proposal | None, names: Names) -> Check:
    wanted = _told(expected["authors"], expected["addressees"], expected["days"]) if expected else "none"
    if live is None:
        return Check("live", "", wanted, "none", expected is None)
    authors, addressees = _parties(live.authors, names), _parties(live.addressees, names)
    days = [day for day in (live.earliest, live.latest) if day]
    shown = _told(sorted(authors), sorted(addressees), days)
    if expected is None:
        return Check("live", "", wanted, shown, False)
    right = authors == set(expected["authors"]) and addressees == set(expected["addressees"])
    return Check("live", "", wanted, shown, right and _within(live.earliest, live.latest, expected["days"]))


def _answer(party: str, wanted: AnswerKind, made: Sequence[Proposal], names: Names) -> Check:
    """Right where the party's latest answer to any proposal is the expected one; "no answer" where it gives none."""
    given = [one.kind for proposal in made for one in proposal.answers if party in names(one.party)]
    last = next((kind for kind in reversed(given) if kind is not AnswerKind.NONE), AnswerKind.NONE)
    return Check("answer", party, wanted.value, last.value, last is wanted)


def _move(party: str, wanted: dict[str, Any], statuses: Sequence[PartyStatus], index: EventIndex) -> Check:
    moves = [index.by_id[one.last_move.event_ids[0]] for one in statuses if one.last_move]
    move = max(moves, key=index.order, default=None)
    expected = " or ".join(wanted["types"]) or "none"
    if move is None:
        return Check("last move", party, expected, "none", not wanted["types"])
    right = move.type in wanted["types"] and _within(move.date.earliest, _last(move), wanted["days"])
    return Check("last move", party, expected, f"{move.type}, {move.date.earliest}", right)


def _last(event: Event) -> dt.date | None:
    return event.date.end_latest or event.date.latest


def _within(first: dt.date | None, last: dt.date | None, days: Sequence[dt.date]) -> bool:
    """Whether the day found lies in the days that the text allows; one that is bounded on one side only has no day."""
    return first is not None and last is not None and days[0] <= first and last <= days[1]


def _same(kind: str, of: str, expected: Sequence[str], found: set[str]) -> Check:
    return Check(kind, of, ", ".join(sorted(expected)), ", ".join(sorted(found)), set(expected) == found)


def _parties(given: Sequence[str], names: Names) -> set[str]:
    return {name for one in given for name in names(one)}


def _told(authors: Sequence[str], addressees: Sequence[str], days: Sequence[dt.date]) -> str:
    return f"by {', '.join(authors)} to {', '.join(addressees)} on {' to '.join(str(day) for day in days)}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints each check that fails and the share right; 2 for folders that do not hold what they should."""
    parser = argparse.ArgumentParser(description="Compare where reported negotiations stand with what a reader found.")
    parser.add_argument("expected", type=Path, help="folder of expected standings (*.toml)")
    parser.add_argument("articles", type=Path, help="folder of labelled articles (*.json)")
    chosen = parser.parse_args(arguments)
    paths = sorted(chosen.expected.glob("*.toml"))
    if not paths:
        parser.error(f"{chosen.expected} holds no expected standings (*.toml)")
    checks: list[Check] = []
    for path in paths:
        expected = tomllib.loads(path.read_text(encoding="utf-8"))
        article = chosen.articles / f"{expected['article']}.json"
        if not article.is_file():
            parser.error(f"{path.name} names article {expected['article']}, which {chosen.articles} does not hold")
        try:
            found = check_article(expected, read_gold(article))
        except (ArticleError, ValueError) as fault:
            parser.error(str(fault))
        for one in found:
            if not one.is_right:
                expected_words, found_words = one.expected or "not known", one.found or "not known"
                print(f"{path.stem}: {one.kind} {one.of}: expected {expected_words}; found {found_words}")
        checks += found
    for kind in dict.fromkeys(one.kind for one in checks):
        own = [one for one in checks if one.kind == kind]
        print(f"{kind}: {sum(one.is_right for one in own)} of {len(own)}")
    right = sum(one.is_right for one in checks)
    print(f"all: {right} of {len(checks)}, {right / len(checks):.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
