import json
from pathlib import Path
from typing import Any

import pytest

from tracker.evaluate.pairs import Figures, evaluate_pairs, read_pairs


def line(id_: str, first: str, second: str, same: bool, **fields: Any) -> str:
    reports = {"a": {"published": "2021-03-09", "text": first}, "b": {"published": "2021-03-10", "text": second}}
    return json.dumps({"id": id_, **reports, "same": same} | fields)


def write(folder: Path, *lines: str) -> Path:
    path = folder / "pairs.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_each_outcome_is_counted_in_its_place() -> None:
    figures = Figures()
    for is_same, found in [(True, True), (True, True), (True, False), (False, True), (False, False)]:
        figures = figures.plus(is_same, found)
    assert figures == Figures(hits=2, extras=1, misses=1, apart=1)
    assert (figures.precision, figures.recall) == (pytest.approx(2 / 3), pytest.approx(2 / 3))


def test_a_share_of_nothing_is_not_known() -> None:
    assert (Figures().precision, Figures().recall) == (None, None)


def test_pairs_are_read_and_empty_lines_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path, line("p1", "A", "B", True, border=True), "", line("p2", "C", "D", False))
    assert [(p.id, p.is_same, p.is_border, p.first.text) for p in read_pairs(path)] == [
        ("p1", True, True, "A"),
        ("p2", False, False, "C"),
    ]


@pytest.mark.parametrize("fault", ["{", '{"id": "p2"}', line("p2", "A", "B", True).replace("2021-03-10", "soon")])
def test_a_faulty_line_is_named(tmp_path: Path, fault: str) -> None:
    path = write(tmp_path, line("p1", "A", "B", True), fault)
    with pytest.raises(ValueError, match=r"pairs\.jsonl, line 2"):
        list(read_pairs(path))


def test_reports_of_one_meeting_join_and_of_two_do_not(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        line(
            "same",
            "Norway and Sweden held talks in Oslo on Monday.",
            "Swedish and Norwegian ministers met in Oslo on Monday.",
            True,
        ),
        line("other", "Norway and Sweden held talks in Oslo on Monday.", "Chile freed 12 miners on Tuesday.", False),
        line("by convention", "Norway met Sweden on Monday.", "Norway met Sweden on Monday.", True, border=True),
    )
    figures = evaluate_pairs(path)
    assert figures.clear == Figures(hits=1, apart=1)
    assert figures.border == Figures(hits=1)
    assert figures.all == Figures(hits=2, apart=1)
    assert figures.wrong == ()
