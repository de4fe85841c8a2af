import io
import json
from pathlib import Path

from tracker.model.errors import ArticleError
from tracker.read import Record, read_records


def test_the_text_stays_as_it_is(tmp_path: Path) -> None:
    text = "\ufeff A line.\r\nA line. \u00a0\n\ttail \U0001f54a\u200b"
    path = tmp_path / "one.json"
    path.write_text(json.dumps({"id": None, "title": None, "published": None, "text": text}))
    (record,) = read_records(path)
    assert isinstance(record, Record)
    assert record.article.text == text
    assert record.article.published is None
    assert record.id is None


def test_broken_pairs_keep_their_length() -> None:
    line = b'{"id": [1, "x"], "text": "a \\ud83d b \\ud83d\\udd4a"}\n'
    (record,) = read_records(io.BytesIO(line))
    assert isinstance(record, Record)
    assert record.article.text == "a \ufffd b \U0001f54a"
    assert record.id == [1, "x"]


def test_a_fault_in_one_line_costs_only_that_line() -> None:
    lines = b'{"id": 1, "text": ""}\nnot json\n\n{"id": 2}\n\xff\n'
    lines += b'{"id": 3, "text": "x", "published": "2024-13-01"}\n{"text": "y"}'
    results = list(read_records(io.BytesIO(lines)))
    assert [result.id for result in results if isinstance(result, Record)] == [1, 7]
    assert [str(result).split(" ")[3] for result in results if isinstance(result, ArticleError)] == ["2", "4", "5", "6"]
