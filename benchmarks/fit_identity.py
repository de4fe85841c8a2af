"""Proposes weights for `tracker/resolve/weights.toml` from labels, for when extraction has changed.

    OPENBLAS_NUM_THREADS=1 python benchmarks/fit_identity.py ../shared/eval/pairs.jsonl ../shared/eval/dev

Logistic regression on the likenesses of two reports, pulled towards the present weights. Examples are the pairs of
mentions within each labelled article, and those across each labelled pair of reports: all of them where it is not the
same event, the best one where it is (multiple-instance learning: which mentions are meant is not labelled). `LIMITS`
hold what reason and not some hundred labels must decide. Prints the proposal and, by cross-validation over articles and
pairs, what it would find; changes nothing. Where precision counts more, take a half off `text.different` afterwards.
"""

import argparse
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tracker.evaluate.pairs import read_pairs
from tracker.evaluate.same_as import label_keys, read_labelled
from tracker.extract import extract_many
from tracker.model.articles import Article
from tracker.model.events import Report
from tracker.model.mentions import Extraction
from tracker.resolve import PartyBook, PartyRules
from tracker.resolve.features import likenesses, veto
from tracker.resolve.profile import Profile, profile
from tracker.resolve.reporting import reports_of
from tracker.resolve.weights import weights

ENTERED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
PULL = 2.0
PAIR_WEIGHT = 3.0
FOLDS = 5
LOWEST, HIGHEST = -9.0, 9.0
LIMITS: dict[str, tuple[float, float]] = {
    "actors.different": (LOWEST, -1.0),
    "actors.different_mutual": (LOWEST, -3.0),
    "date.both_far": (LOWEST, -4.0),
    "date.both_month": (LOWEST, -3.5),
    "date.both_near": (LOWEST, -3.0),
    "date.both_week": (LOWEST, -3.0),
    "date.day_off_implied": (LOWEST, -1.5),
    "date.day_off_in_text": (LOWEST, -0.4),
    "date.days_off_in_text": (LOWEST, -0.6),
    "date.one_far": (LOWEST, -2.5),
    "date.one_month": (LOWEST, -1.0),
    "date.one_week": (LOWEST, 0.2),
    "date.same_day_implied": (1.2, HIGHEST),
    "date.undated_both": (LOWEST, 0.2),
    "date.undated_one": (LOWEST, -0.3),
    "date.within_month": (LOWEST, 0.4),
    "date.within_week": (LOWEST, 0.6),
    "date.within_year": (LOWEST, -0.8),
    "figures.different": (LOWEST, -1.2),
    "figures.equal_small": (0.2, HIGHEST),
    "phase.different": (LOWEST, -3.0),
    "status.both_proposed": (LOWEST, -2.0),
    "status.planned_occurred": (LOWEST, -0.3),
    "targets.different": (LOWEST, -0.3),
    "targets.shared": (0.0, HIGHEST),
    "text.bare": (LOWEST, -0.4),
    "text.different": (LOWEST, 2.2),
    "text.thin": (LOWEST, -1.5),
    "type.mediation": (LOWEST, -0.5),
    "words.name_shared": (0.0, HIGHEST),
    "words.name_shared_apart": (0.4, HIGHEST),
    "words.names_different": (LOWEST, -0.1),
    "words.names_different_held": (LOWEST, -1.5),
    "words.numbers_different": (LOWEST, -0.1),
    "words.numbers_different_apart": (LOWEST, -1.6),
    "words.numbers_large": (0.2, HIGHEST),
    "words.numbers_large_apart": (0.5, HIGHEST),
    "words.peoples_different": (LOWEST, -1.5),
    "words.repeat": (LOWEST, -0.2),
    "words.trigger": (0.2, HIGHEST),
    "words.trigger_apart": (0.2, HIGHEST),
}
NAMES = ("base", *sorted(weights().of))
PLACE = {name: place for place, name in enumerate(NAMES)}
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bag:
    """The likenesses of all pairs of mentions of one labelled pair (of reports, or of mentions of one article)."""

    rows: Vector
    is_same: bool
    weight: float
    fold: int


def row(a: Profile, b: Profile) -> Vector:
    """The likenesses of two reports as a vector."""
    values = np.zeros(len(NAMES))
    values[0] = 1.0
    first, second = sorted((a, b), key=lambda one: one.key)
    for name, amount in likenesses(first, second):
        values[PLACE[name]] += amount
    return values


def can_match(a: Profile, b: Profile) -> bool:
    first, second = sorted((a, b), key=lambda one: one.key)
    return second.type in weights().types_near[first.type] and not veto(first, second)


def profiles(reports: Sequence[Report], *extractions: Extraction) -> list[Profile]:
    book = PartyBook(PartyRules.of(one for extraction in extractions for one in extraction.affiliations))
    return [profile(book.named(report)) for report in reports]


def bags_within(folder: Path) -> list[Bag]:
    """A bag of one row for each two mentions of an article that match labels."""
    articles = list(read_labelled(folder))
    found = []
    for fold, (labelled, extraction) in enumerate(
        zip(articles, extract_many(one.article for one in articles), strict=True)
    ):
        reports = reports_of(labelled.article, extraction, 1, ENTERED)
        keys = label_keys(labelled, reports)
        known = [one for one in profiles(reports, extraction) if one.key in keys]
        found += [
            Bag(row(a, b)[None, :], keys[a.key] == keys[b.key], 1.0, fold % FOLDS)
            for a, b in combinations(known, 2)
            if can_match(a, b)
        ]
    return found


def bags_across(path: Path) -> list[Bag]:
    """A bag for each clear pair of reports that shares no older event."""
    pairs = [one for one in read_pairs(path) if not one.is_border and not one.shares_background]
    texts: list[Article] = [article for pair in pairs for article in (pair.first, pair.second)]
    extractions = list(extract_many(texts))
    found = []
    for number, pair in enumerate(pairs):
        both = extractions[2 * number : 2 * number + 2]
        ours = profiles(reports_of(pair.first, both[0], 1, ENTERED), *both)
        theirs = profiles(reports_of(pair.second, both[1], 2, ENTERED), *both)
        rows = [row(a, b) for a in ours for b in theirs if can_match(a, b)]
        if rows:
            found.append(Bag(np.array(rows), pair.is_same, PAIR_WEIGHT, number % FOLDS))
    return found


def limited(values: Vector) -> Vector:
    for name, (least, most) in LIMITS.items():
        values[PLACE[name]] = min(max(values[PLACE[name]], least), most)
    return values


def fit(bags: Sequence[Bag], start: Vector) -> Vector:
    """Weights by Newton's method with steps of one at most, kept within the limits after each."""
    found = start.copy()
    for _ in range(6):
        chosen = [(bag, bag.rows[[int(np.argmax(bag.rows @ found))]] if bag.is_same else bag.rows) for bag in bags]
        x = np.vstack([rows for _, rows in chosen])
        y = np.concatenate([np.full(len(rows), float(bag.is_same)) for bag, rows in chosen])
        weight = np.concatenate([np.full(len(rows), bag.weight) for bag, rows in chosen])
        for _ in range(60):
            p = 1 / (1 + np.exp(-np.clip(x @ found, -30, 30)))
            slope = x.T @ (weight * (p - y)) + PULL * (found - start)
            bend = (x * (weight * p * (1 - p))[:, None]).T @ x + PULL * np.eye(len(found))
            step = np.linalg.solve(bend, slope)
            step *= min(1.0, 1.0 / max(float(np.abs(step).max()), 1e-9))
            found = limited(found - step)
            if np.abs(step).max() < 1e-5:
                break
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("articles", type=Path)
    given = parser.parse_args()
    within, across = bags_within(given.articles), bags_across(given.pairs)
    start = np.array([weights().base, *(weights().of[name] for name in NAMES[1:])])
    for label, bags in (("within articles", within), ("across articles", across)):
        hits = extras = 0
        for fold in range(FOLDS):
            found = fit([one for one in (*within, *across) if one.fold != fold], start)
            judged = [(one, bool((one.rows @ found).max() >= 0)) for one in bags if one.fold == fold]
            hits += sum(one.is_same and same for one, same in judged)
            extras += sum(same and not one.is_same for one, same in judged)
        print(f"# {label}: {hits} of {sum(one.is_same for one in bags)} found, {extras} wrong (held out)")
    for name, was, now in zip(NAMES, start, fit((*within, *across), start), strict=True):
        print(f"{name} = {now:.1f}  # was {was:.1f}")


if __name__ == "__main__":
    main()
