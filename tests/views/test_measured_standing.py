"""Comparing where a reported negotiation stands with what a reader wrote down."""

import json

import pytest

from tracker.evaluate.standing import main

TEXT = "Norway proposed a truce to Chad on Monday. Chad rejected the proposal on Tuesday."
EXPECTED = """
article = "{article}"
turn = []
[answers]
Chad = "{answer}"
[last_moves]
Chad = {{ types = ["rejection"], days = [2024-03-05, 2024-03-05] }}
"""


@pytest.fixture
def folders(tmp_path):
    expected, articles = tmp_path / "expected", tmp_path / "articles"
    expected.mkdir()
    articles.mkdir()
    label = {"id": "a", "text": TEXT, "published": "2024-03-06", "parties": {"Norway": [], "Chad": []}, "events": []}
    (articles / "a.json").write_text(json.dumps(label), encoding="utf-8")
    return expected, articles


def run(folders, article="a", answer="rejected", more=""):
    expected, articles = folders
    (expected / "a.toml").write_text(EXPECTED.format(article=article, answer=answer) + more, encoding="utf-8")
    return main([str(expected), str(articles)])


def test_all_right(folders, capsys):
    assert run(folders) == 0
    assert "all: 4 of 4, 1.00" in capsys.readouterr().out


def test_a_wrong_expectation_is_told(folders, capsys):
    assert run(folders, answer="accepted") == 0
    out = capsys.readouterr().out
    assert "a: answer Chad: expected accepted; found rejected" in out
    assert "all: 3 of 4, 0.75" in out


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"article": "b"}, "names article b"), ({"more": "[colour]\n"}, "unknown key 'colour'")],
)
def test_faults_name_file_and_key(folders, capsys, changes, words):
    with pytest.raises(SystemExit) as stop:
        run(folders, **changes)
    assert stop.value.code == 2
    assert words in capsys.readouterr().err


def test_an_empty_folder_is_a_fault(folders, capsys):
    with pytest.raises(SystemExit):
        main([str(folders[0]), str(folders[1])])
    assert "holds no expected standings" in capsys.readouterr().err
