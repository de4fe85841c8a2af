"""Proposes weights for `tracker/resolve/weights.toml` from labels, for when extraction has changed.

    OPENBLAS_NUM_THREADS=1 python benchmarks/fit_identity.py ../shared/eval/pairs.jsonl ../shared/eval/dev MORE...

Logistic regression on the likenesses of two reports, pulled towards the present weights. Examples are the pairs of
mentions within each labelled article, as extracted and (counted less) as the labels give them, so that the weights hold
for better extraction too; and those across each labelled pair of reports: all of them where it is not the same event,
the best one where it is (multiple-instance learning: which mentions are meant is not labelled). `LIMITS` hold what
reason and not some hundred labels must decide. Prints the proposal and, by cross-validation over articles and pairs,
what it would find; changes nothing. Choose the bases afterwards, on the figures of tracker.evaluate: a new fit raises
`apart.base` too far, and pairwise F1 within articles is best with up to a point more on `in_text.base`. Take a fit only
where it does better held out than the present weights with the same bases.
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
from tracker.evaluate.same_as import keyed_reports, read_labelled
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
AS_READ_WEIGHT = 0.6
FOLDS = 5
LOWEST, HIGHEST = -9.0, 9.0
LIMITS: dict[str, tuple[float, float]] = {
    "apart.actors.different": (LOWEST, -1.0),
    "apart.actors.different_mutual": (LOWEST, -3.0),
    "apart.actors.most": (LOWEST, 0.4),
    "apart.actors.one_of_two": (LOWEST, -1.5),
    "apart.actors.same": (0.4, HIGHEST),
    "apart.actors.shared": (LOWEST, 0.2),
    "apart.date.both_far": (LOWEST, -4.0),
    "apart.date.both_month": (LOWEST, -3.5),
    "apart.date.both_near": (LOWEST, -3.0),
    "apart.date.both_week": (LOWEST, -3.0),
    "apart.date.day_off_implied": (LOWEST, -1.5),
    "apart.date.day_off_stated": (LOWEST, -2.4),
    "apart.date.lag": (LOWEST, -2.5),
    "apart.date.one_far": (LOWEST, -2.5),
    "apart.date.one_month": (LOWEST, -1.0),
    "apart.date.one_week": (LOWEST, 0.2),
    "apart.date.same_day_implied": (1.2, HIGHEST),
    "apart.date.same_day_stated": (1.5, HIGHEST),
    "apart.date.within_month": (LOWEST, 0.4),
    "apart.date.within_week": (LOWEST, 0.6),
    "apart.date.within_year": (LOWEST, -0.8),
    "apart.evidence.bare": (LOWEST, -0.4),
    "apart.evidence.thin": (LOWEST, -1.0),
    "apart.sides.around": (0.0, HIGHEST),
    "apart.sides.none_around": (LOWEST, 0.0),
    "apart.status.both_planned": (LOWEST, 0.0),
    "apart.status.both_proposed": (LOWEST, -2.0),
    "apart.status.planned_occurred": (LOWEST, -0.2),
    "apart.targets.different": (LOWEST, -0.3),
    "apart.targets.done_to": (0.0, HIGHEST),
    "apart.targets.same": (0.0, HIGHEST),
    "apart.targets.shared": (0.0, HIGHEST),
    "apart.words.clause": (0.0, HIGHEST),
    "apart.words.name_around": (0.1, HIGHEST),
    "apart.words.name_shared": (0.4, HIGHEST),
    "apart.words.names_different": (LOWEST, -0.1),
    "apart.words.names_different_held": (LOWEST, -1.5),
    "apart.words.near_trigger": (0.0, HIGHEST),
    "apart.words.numbers_different": (LOWEST, -1.2),
    "apart.words.numbers_large": (0.2, HIGHEST),
    "apart.words.numbers_small": (0.0, HIGHEST),
    "apart.words.order_different": (LOWEST, -1.0),
    "apart.words.peoples_different": (LOWEST, -2.5),
    "apart.words.repeat": (LOWEST, -0.2),
    "apart.words.sense_different": (LOWEST, 0.0),
    "apart.words.sense_same": (0.0, HIGHEST),
    "apart.words.sentence": (0.0, HIGHEST),
    "apart.words.stems": (0.0, HIGHEST),
    "apart.words.trigger": (0.1, HIGHEST),
    "figures.different": (LOWEST, -1.2),
    "figures.equal_large": (0.5, HIGHEST),
    "figures.equal_small": (0.2, HIGHEST),
    "in_text.evidence.bare": (LOWEST, -0.2),
    "in_text.evidence.bare_attack": (LOWEST, 0.0),
    "in_text.evidence.row": (LOWEST, 0.0),
    "in_text.date.day_off": (LOWEST, -0.4),
    "in_text.date.days_off": (LOWEST, -0.6),
    "in_text.date.undated_both": (LOWEST, 0.2),
    "in_text.date.undated_one": (LOWEST, -0.3),
    "in_text.position.introduced": (LOWEST, 0.0),
    "in_text.position.lead": (0.0, HIGHEST),
    "in_text.position.refers_back": (0.0, HIGHEST),
    "in_text.position.refers_back_next": (0.0, HIGHEST),
    "in_text.sides.around": (0.0, HIGHEST),
    "in_text.status.both_proposed": (LOWEST, 0.0),
    "in_text.status.planned_occurred": (LOWEST, -0.2),
    "in_text.targets.different": (LOWEST, -0.3),
    "in_text.targets.done_to": (0.0, HIGHEST),
    "in_text.targets.same": (0.0, HIGHEST),
    "in_text.targets.shared": (0.0, HIGHEST),
    "in_text.words.clause": (0.0, HIGHEST),
    "in_text.words.name_around": (0.0, HIGHEST),
    "in_text.words.name_shared": (0.0, HIGHEST),
    "in_text.words.names_different": (LOWEST, -0.1),
    "in_text.words.names_different_held": (LOWEST, -0.5),
    "in_text.words.near_trigger": (0.0, HIGHEST),
    "in_text.words.numbers_different": (LOWEST, -0.1),
    "in_text.words.numbers_large": (0.2, HIGHEST),
    "in_text.words.numbers_small": (0.0, HIGHEST),
    "in_text.words.order_different": (LOWEST, -1.0),
    "in_text.words.peoples_different": (LOWEST, -1.5),
    "in_text.words.repeat": (LOWEST, -0.2),
    "in_text.words.sense_different": (LOWEST, 0.0),
    "in_text.words.sense_same": (0.0, HIGHEST),
    "in_text.words.sentence": (0.0, HIGHEST),
    "in_text.words.stems": (0.0, HIGHEST),
    "in_text.words.trigger": (0.1, HIGHEST),
    "phase.different": (LOWEST, -3.0),
}
NAMES = tuple(sorted(weights().of))
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


def bags_within(folders: Sequence[Path]) -> list[Bag]:
    """A bag of one row for each two mentions of an article that match labels, and for each two labels."""
    articles = [one for folder in folders for one in read_labelled(folder)]
    found = []
    for number, (labelled, extraction) in enumerate(
        zip(articles, extract_many(one.article for one in articles), strict=True)
    ):
        for as_read, weight in ((False, 1.0), (True, AS_READ_WEIGHT)):
            reports, keys = keyed_reports(labelled, extraction, as_read=as_read)
            known = [one for one in profiles(reports, extraction) if one.key in keys]
            found += [
                Bag(row(a, b)[None, :], keys[a.key] == keys[b.key], weight, number % FOLDS)
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
    parser.add_argument("articles", type=Path, nargs="+")
    given = parser.parse_args()
    within, across = bags_within(given.articles), bags_across(given.pairs)
    start = np.array([weights().of[name] for name in NAMES])
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
