"""Single sentences as a careful reader labels them; what is known to go wrong counts against a floor."""

import pytest
from extraction_cases import Case, faults, read_cases
from spans_inside import check

from tracker.extract import extract_many
from tracker.model.mentions import Extraction, Mention

CASES = read_cases()
FILES = sorted({case.file for case in CASES})
LEAST_RIGHT = 0.76


@pytest.fixture(scope="module")
def extractions() -> list[tuple[Case, Extraction]]:
    return list(zip(CASES, extract_many(case.article for case in CASES), strict=True))


@pytest.fixture(scope="module")
def mentions(extractions: list[tuple[Case, Extraction]]) -> dict[str, tuple[Mention, ...]]:
    return {case.text: found.mentions for case, found in extractions}


@pytest.mark.parametrize("file", FILES)
def test_cases_of(file: str, mentions: dict[str, tuple[Mention, ...]]) -> None:
    secure = [case for case in CASES if case.file == file and not case.known_miss]
    wrong = {case.text: found for case in secure if (found := faults(case, mentions[case.text]))}
    assert not wrong, "\n".join(f"{text}: {found}" for text, found in wrong.items())


def test_share_of_all_cases_that_are_right(mentions: dict[str, tuple[Mention, ...]]) -> None:
    right = sum(not faults(case, mentions[case.text]) for case in CASES)
    assert right / len(CASES) >= LEAST_RIGHT


def test_the_spans_of_the_cases_lie_in_them(extractions: list[tuple[Case, Extraction]]) -> None:
    for case, extraction in extractions:
        check(case.text, extraction)


def test_each_text_stands_once() -> None:
    assert len({case.text for case in CASES}) == len(CASES) >= 120
