"""What holds for every text: spans inside it, the same answer twice and in any company, days that move with the day of
publication and are not guessed without one."""

import os
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from extraction_cases import Case, read_cases
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spans_inside import check

from tracker.extract import extract, extract_many
from tracker.model.articles import Article
from tracker.model.mentions import Extraction

CASES = read_cases()
FIXED_DAY = re.compile(
    r"\d{4}|\b(January|February|March|April|May|June|July|August|September|October|November|December|months?|years?|once)\b"
)
WEEK = timedelta(days=7)
# Every so many cases are read once more with another day: enough of each file.
SOME = 8
# Of how many cases every beginning and every end is read: a rule that looks beyond a text's edge shows there.
CUT_UP = 20
PIECES = st.one_of(
    st.sampled_from([case.text for case in CASES]),
    st.sampled_from(
        ["\n", "\n\n", "\t", "“", "”", '"', "—", "\u00a0", "\u200b", "\U0001f54a", "e\u0301", "\r\n", "..."]
    ),
    st.text(max_size=12),
)
TEXTS = st.lists(PIECES, max_size=4).map(" ".join)
FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(text=TEXTS)
def test_any_text_is_read_and_all_spans_lie_in_it(text: str) -> None:
    check(text, extract(Article(text, published=CASES[0].published)))


@pytest.mark.slow
def test_what_is_cut_off_anywhere_is_read() -> None:
    some = [case.text.split() for case in CASES[:: len(CASES) // CUT_UP]]
    cuts = [part for words in some for at in range(1, len(words)) for part in (words[:at], words[at:])]
    articles = [Article(" ".join(words), published=CASES[0].published) for words in cuts]
    for article, found in zip(articles, extract_many(articles), strict=True):
        check(article.text, found)


@pytest.fixture(scope="module")
def dated() -> list[tuple[Case, Extraction]]:
    some = CASES[::SOME]
    return list(zip(some, extract_many(case.article for case in some), strict=True))


def test_the_same_article_gives_the_same_alone_and_in_company(dated: list[tuple[Case, Extraction]]) -> None:
    for case, extraction in dated[::4]:
        assert extract(case.article) == extraction, case.text


def test_days_move_with_the_day_of_publication(dated: list[tuple[Case, Extraction]]) -> None:
    moving = [(case, found) for case, found in dated if not FIXED_DAY.search(case.text)]
    later = extract_many(Article(case.text, published=case.published + WEEK) for case, _ in moving)
    known = 0
    for (case, found), moved in zip(moving, later, strict=True):
        days = [m.date.earliest and m.date.earliest + WEEK for m in found.mentions]
        assert [m.date.earliest for m in moved.mentions] == days, case.text
        known += sum(day is not None for day in days)
    assert known > 50


def test_without_a_day_of_publication_nothing_relative_is_guessed() -> None:
    some = CASES[::SOME]
    undated = extract_many(Article(case.text) for case in some)
    known = 0
    for case, extraction in zip(some, undated, strict=True):
        for mention in extraction.mentions:
            known += mention.date.is_known
            assert not mention.date.is_known or re.search(r"\d{4}", case.text), case.text
    assert known > 0


@pytest.mark.slow
def test_another_process_gives_the_same_answer(tmp_path: Path) -> None:
    articles = sorted((Path(__file__).parents[1] / "labelled").glob("*.json"))
    answers = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        subprocess.run(
            [sys.executable, "-c", "from tracker.cli import main; main()", "extract", *articles, "--out", out],
            check=True,
            capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        )
        answers.append({path.name: path.read_text(encoding="utf-8") for path in out.glob("*.json")})
    assert len(answers[0]) == len(articles)
    assert answers[0] == answers[1]
