import json
from pathlib import Path

import pytest
from command_line import one_sentence, run, write

TEXT = (
    "  Norwegian mediators met delegates of the rebels in Oslo on Monday.\r\n\r\n“We rejected the offer,” "
    "the rebels’ spokesman said\u00a0\U0001f54a. The army shelled two villages on March 3.  \n"
)
KEYS = {
    "type",
    "status",
    "start",
    "end",
    "date_text",
    "actors",
    "targets",
    "mediators",
    "source",
    "count",
    "span",
    "plover",
    "party_spans",
}


def article(**fields: object) -> str:
    return json.dumps({"id": "x", "title": None, "published": "2021-03-09", "text": TEXT} | fields)


def check_events(events: list[dict[str, object]], text: str = TEXT) -> None:
    assert events
    for event in events:
        assert event.keys() == KEYS
        first, last = event["span"]
        assert 0 <= first < last <= len(text)
        assert text[first:last].strip() == text[first:last]
        assert event["party_spans"].keys() == {"actors", "targets", "mediators"}


def test_each_json_file_gives_a_file_of_the_same_name(tmp_path: Path) -> None:
    one = write(tmp_path / "in" / "1 é.json", article(title="A title"))
    two = write(tmp_path / "in" / "2.json", article(published=None, id=None))
    result = run("extract", one, two, "--out", tmp_path / "new" / "out")
    assert (result.exit_code, result.stdout) == (0, "")
    for name, dated in (("1 é.json", True), ("2.json", False)):
        content = json.loads((tmp_path / "new" / "out" / name).read_text(encoding="utf-8"))
        assert content.keys() == {"events"}
        check_events(content["events"])
        meeting = next(event for event in content["events"] if event["type"] == "meeting")
        assert (meeting["start"], meeting["date_text"]) == (("2021-03-08", "Monday") if dated else (None, ""))


def test_spans_are_those_of_the_text_given(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", article())
    (line,) = run("extract", path).stdout.splitlines()
    triggers = {TEXT[slice(*event["span"])] for event in json.loads(line)["events"]}
    assert {"met", "rejected", "shelled"} <= triggers


def test_lines_give_lines_with_their_ids_in_order(tmp_path: Path) -> None:
    ids = [7, None, "é\u2028", [1, {"a": 2}], "\ud83d"]
    lines = "\n".join(article(id=id_) for id_ in ids) + "\n"
    path = write(tmp_path / "a.jsonl", lines)
    from_file, from_stdin = run("extract", path), run("extract", "-", stdin=lines)
    assert from_file.stdout == from_stdin.stdout
    rows = [json.loads(line) for line in from_file.stdout_bytes.decode("utf-8").split("\n") if line]
    assert [row["id"] for row in rows] == ids
    for row in rows:
        check_events(row["events"])


def test_texts_that_nobody_writes_do_not_stop_the_rest(tmp_path: Path) -> None:
    odd = ["", " \n", "\ud83d half \udc00", "\x00\x01", "a" * 20_000, "\u202e\ufeff“", "No.", "1" * 400, "\U0010ffff"]
    path = write(tmp_path / "a.jsonl", "".join(article(id=i, text=text) + "\n" for i, text in enumerate(odd)))
    result = run("extract", path)
    assert result.exit_code == 0
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == list(range(len(odd)))
    assert [json.loads(line)["id"] for line in run("times", path).stdout.splitlines()] == list(range(len(odd)))


def test_the_same_article_gives_the_same_in_any_company(tmp_path: Path) -> None:
    alone = run("extract", write(tmp_path / "a.json", article())).stdout
    path = write(tmp_path / "b.jsonl", "".join(article(text=text) + "\n" for text in ("They met.", TEXT, "No deal.")))
    assert run("extract", path).stdout.splitlines()[1] == alone.strip()


def test_a_fault_in_one_article_costs_only_that_one(tmp_path: Path) -> None:
    good, bad = write(tmp_path / "good.json", article()), write(tmp_path / "bad.json", "{")
    result = run("extract", bad, good, tmp_path / "none.json", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert [line.split()[0].rsplit("/", 1)[-1] for line in result.stderr.splitlines()] == ["bad.json", "none.json"]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["good.json"]


@pytest.mark.parametrize("name", ["a.pdf", "a.txt"])
def test_what_is_no_article_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    one_sentence(run("extract", write(tmp_path / name, "")))


def test_no_file_is_overwritten_unasked(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", article())
    other = write(tmp_path / "b" / "a.json", article())
    assert run("extract", path, "--out", tmp_path).exit_code == 2
    assert run("extract", path, other, "--out", tmp_path / "out").exit_code == 2
    assert json.loads(path.read_text())["text"] == TEXT


def test_a_list_of_articles_is_not_written_into_one_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", f"[{article(id=1)}, {article(id=2)}]")
    assert len(run("extract", path).stdout.splitlines()) == 2
    assert run("extract", path, "--out", tmp_path / "out").exit_code == 2


def test_text_files_take_the_day_given(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "The two sides met in Oslo on Monday and agreed to meet again.")
    events = json.loads(run("extract", path, "--published", "2021-03-09").stdout)["events"]
    assert "2021-03-08" in {event["start"] for event in events}


def test_times_are_spans_with_timex3_values(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", article(id=3) + "\n")
    row = json.loads(run("times", path).stdout)
    assert row["id"] == 3
    assert {(TEXT[first:last], kind, value) for first, last, kind, value in row["times"]} == {
        ("Monday", "DATE", "2021-03-08"),
        ("March 3", "DATE", "2021-03-03"),
    }
