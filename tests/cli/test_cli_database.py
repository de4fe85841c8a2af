"""Commands over a database, in the order in which an analyst gives them."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from command_line import one_sentence, run, write

FIRST = """Delegates of Kenya and Ethiopia met in Oslo on Monday. Norway mediated the meeting.
Ethiopia released 40 prisoners on March 3, 2021. Kenya rejected a proposal by Ethiopia on Tuesday.
"""
SECOND = """Ethiopia freed 40 prisoners on March 3, 2021, its foreign ministry said.
Kenya's army shelled two villages in Ethiopia on Thursday.
"""


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "tracker.db"
    monkeypatch.setenv("TRACKER_DATABASE_URL", f"sqlite:///{path}")
    return path


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return write(tmp_path / "first.txt", FIRST)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with a negotiation `border-talks` of two articles."""
    folder = tmp_path_factory.mktemp("prepared")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_DATABASE_URL", f"sqlite:///{folder / 'first.db'}")
        for name, text, options in (
            ("first", FIRST, ("2021-03-10", "--new-negotiation", "Border talks", "--source", "Herald")),
            ("second", SECOND, ("2021-03-12", "--negotiation", "border-talks")),
        ):
            result = run("add", write(folder / f"{name}.txt", text), "--published", *options)
            assert result.exit_code == 0, result.output
        assert run("db", "backup", folder / "copy.db").exit_code == 0
    return folder / "copy.db"


@pytest.fixture
def added(prepared: Path, database: Path) -> None:
    """Begins with a copy of the prepared database."""
    shutil.copy(prepared, database)


def as_json(*words: object) -> object:
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def events(*words: object) -> list[dict[str, object]]:
    found = as_json("timeline", *words)
    assert isinstance(found, list)
    return found


def the_event(kind: str) -> dict[str, object]:
    (found,) = [event for event in events() if event["type"] == kind and event["status"] == "occurred"]
    return found


def test_an_article_goes_into_a_negotiation_that_is_named(first: Path) -> None:
    assert "begin a new one" in one_sentence(run("add", first, "--published", "2021-03-10"))
    assert as_json("info")["articles"] == 0
    assert "border-talks" in one_sentence(run("add", first, "--negotiation", "border-talks"))
    result = run("add", first, "--published", "2021-03-10", "--new-negotiation", "Border talks")
    assert result.stdout.startswith("Added as article 1 of border-talks (published: 10 Mar 2021, given).\nNew\n")
    other = write(first.parent / "other.txt", SECOND)
    result = run("add", other)
    assert result.exit_code == 2
    assert "--negotiation border-talks" in result.stderr
    assert as_json("info")["articles"] == 1


@pytest.mark.parametrize(
    ("name", "content"), [("a.txt", ""), ("a.txt", "\x00\x01\x02"), ("a.txt", "La guerre est finie, dit-on à Paris.")]
)
def test_what_is_no_article_is_refused_and_not_stored(tmp_path: Path, name: str, content: str) -> None:
    one_sentence(run("add", write(tmp_path / name, content), "--new-negotiation", "Border talks"))
    assert as_json("info")["articles"] == as_json("info")["negotiations"] == 0


def test_the_same_article_changes_nothing(added: None, tmp_path: Path) -> None:
    before = events()
    folded = write(tmp_path / "again.txt", FIRST.replace("\n", "\r\n"))
    result = run("add", folded, "--negotiation", "border-talks")
    assert result.stdout.startswith("Known already as article 1")
    assert events() == before


def test_standard_input_and_folders_are_read(tmp_path: Path) -> None:
    assert run("add", "-", "--new-negotiation", "Border talks", stdin=FIRST).exit_code == 0
    folder = tmp_path / "folder"
    write(folder / "1.txt", FIRST)
    write(folder / "2.txt", SECOND)
    write(folder / "3.txt", "")
    result = run("add", folder, "--negotiation", "border-talks", "--published", "2021-03-12")
    assert result.exit_code == 2
    assert result.stdout == "1 added, 1 refused, 1 same\n"
    assert result.stderr == "3.txt is empty.\n"
    assert run("add", folder, "--negotiation", "border-talks").stdout == "1 refused, 2 same\n"


def test_a_folder_of_which_nothing_can_be_read_begins_no_negotiation(tmp_path: Path) -> None:
    scans = tmp_path / "scans"
    for name in "abcd":
        write(scans / f"{name}.pdf", "%PDF-1.4")
    result = run("add", scans, "--new-negotiation", "Border talks")
    assert result.exit_code == 2
    assert "has no file that can be read" in result.stderr
    write(scans / "1.txt", "")
    write(scans / "2.txt", "")
    assert run("add", scans, "--new-negotiation", "Border talks").exit_code == 2
    assert "border-talks" not in [row["slug"] for row in as_json("negotiations")]
    write(scans / "2.txt", FIRST)
    result = run("add", scans, "--new-negotiation", "Border talks")
    assert result.stderr.splitlines() == [
        "1.txt is empty.",
        "Passed over 4 files of other kinds: a.pdf, b.pdf, c.pdf, ….",
    ]
    assert "border-talks" in [row["slug"] for row in as_json("negotiations")]


def test_an_article_without_a_day_is_dated_later(first: Path) -> None:
    result = run("add", first, "--new-negotiation", "Border talks")
    assert "publication date is not known" in result.stderr
    assert "`tracker date 1 2024-01-30` sets the day." in result.stderr
    meeting = the_event("meeting")
    assert (meeting["start"], meeting["end"]) == (None, None)
    assert the_event("release")["start"] == "2021-03-03"
    assert run("date", 1, "2021-03-10").exit_code == 0
    assert the_event("meeting")["start"] == "2021-03-08"
    assert as_json("articles")[0]["publication_ground"] == "given"


def test_two_articles_tell_one_event(added: None) -> None:
    release = the_event("release")
    assert {report["article"] for report in release["reports"]} == {1, 2}
    result = run("event", release["id"])
    assert "Ethiopia released 40 prisoners" in result.stdout
    assert "freed" in result.stdout
    assert "Herald" in result.stdout


def test_the_timeline_is_filtered(added: None) -> None:
    every = {event["id"] for event in events()}
    releases = events("--type", "release")
    assert {event["type"] for event in releases} == {"release"}
    assert {event["id"] for event in events("--since", "2021-03-08")} < every
    assert events("--until", "2020-12-31") == events("--confirmed-only") == events("--party", "Nobody") == []
    norway = events("--party", "Norway", "--status", "occurred")
    assert norway
    assert all("Norway" in [*event["actors"], *event["targets"], *event["mediators"]] for event in norway)
    assert {event["id"] for event in events("--as-of", "2021-03-10")} < every
    assert "No event fits." in run("timeline", "--party", "Nobody").stdout
    assert "Mar 2021" in run("timeline", "--top", "1").stdout


@pytest.mark.parametrize("command", ["timeline", "status", "proposals", "tallies", "deadlines", "parties", "articles"])
def test_what_is_shown_is_printed_for_programs_too(added: None, command: str) -> None:
    assert run(command).stdout
    as_json(command)


def test_status_and_changes_name_the_parties(added: None) -> None:
    status = run("status").stdout
    assert status.startswith("As of 12 Mar 2021")
    assert {"Kenya", "Ethiopia"} <= {line.split(" (")[0] for line in status.splitlines()}
    assert "Kenya (state, negotiating party)" in status.splitlines()
    assert status.splitlines()[-1].startswith("? rests on one source")
    new = run("changes", "--since", "2021-03-10").stdout
    assert new.startswith("New\n")
    assert "Nothing changed." in run("changes", "--since", "2021-03-12").stdout


def test_articles_are_edited_removed_and_brought_back(added: None) -> None:
    before = events()
    assert run("edit", 2, "--title", "Shelling", "--source", "Post").exit_code == 0
    second = next(article for article in as_json("articles") if article["id"] == 2)
    assert (second["title"], second["outlet"]) == ("Shelling", "Post")
    one_sentence_or_usage = run("edit", 2)
    assert one_sentence_or_usage.exit_code == 2
    assert run("remove", 2).exit_code == 0
    assert "attack" not in {event["type"] for event in events()}
    assert run("remove", 2, "--undo").exit_code == 0
    assert [(event["id"], event["type"]) for event in events()] == [(event["id"], event["type"]) for event in before]
    assert run("remove", 2, "--purge").exit_code == 0
    assert "attack" not in {event["type"] for event in events()}
    one_sentence(run("remove", 77))


def test_decisions_hold_until_they_are_undone(added: None) -> None:
    attack = the_event("attack")["id"]
    assert (
        run("decide", "correct", attack, "date", "2021-03-09/2021-03-10", "--by", "Ada", "--why", "a wire").exit_code
        == 0
    )
    corrected = as_json("event", attack)
    assert (corrected["start"], corrected["end"], corrected["trust"]) == ("2021-03-09", "2021-03-10", "corrected")
    assert run("rebuild").exit_code == 0
    assert as_json("event", attack) == corrected
    assert "correct date 2021-03-09/2021-03-10, by Ada" in run("decide").stdout
    assert "because: a wire" in run("event", attack).stdout
    assert run("undo", 1, "--by", "Ada").exit_code == 0
    assert as_json("event", attack)["trust"] == "unreviewed"
    assert run("decide", "reject", attack).exit_code == 0
    assert attack not in {event["id"] for event in events()}
    assert "cannot be made" in one_sentence(run("decide", "correct", the_event("release")["id"], "date", "soon"))
    one_sentence(run("decide", "confirm", 999))


def test_events_are_split_moved_merged_and_added(added: None) -> None:
    release = the_event("release")["id"]
    assert run("decide", "split", release, "--report", 2).exit_code == 0
    halves = [event["id"] for event in events("--type", "release")]
    assert len(halves) == 2
    assert run("decide", "merge", *halves).exit_code == 0
    assert len(events("--type", "release")) == 1
    assert "has no report 9" in one_sentence(run("decide", "split", release, "--report", 9))
    assert (
        run("decide", "add", "agreement", "--date", "2021-03-20", "--actor", "Kenya", "--note", "By hand").exit_code
        == 0
    )
    assert the_event("agreement")["actors"] == ["Kenya"]


def test_parties_are_named_and_given_roles(added: None) -> None:
    assert run("decide", "role", "Norway", "mediator").exit_code == 0
    assert {one["name"]: one["role"] for one in as_json("parties")}["Norway"] == "mediator"
    assert run("decide", "role", "Norway", "king").exit_code == 2
    assert run("decide", "grade", "Herald", "B2").exit_code == 0
    assert run("decide", "alias", "Ethiopia", "Addis side").exit_code == 0
    assert "Addis side" in the_event("release")["actors"]


def test_exports_are_written_and_printed(added: None, tmp_path: Path) -> None:
    printed = list(csv.DictReader(io.StringIO(run("export", "csv").stdout)))
    assert [row["id"] for row in printed] == [str(event["id"]) for event in events()]
    target = tmp_path / "new" / "events.json"
    assert run("export", "json", "--out", target).exit_code == 0
    assert len(json.loads(target.read_text(encoding="utf-8"))["events"]) == len(printed)
    labels = tmp_path / "labels"
    assert run("export", "gold", "--out", labels).stdout.startswith("Wrote 0 of 2 articles")
    for event in events():
        assert run("decide", "confirm", event["id"]).exit_code == 0
    assert run("export", "gold", "--out", labels).stdout.startswith("Wrote 2 of 2 articles")
    result = as_json("evaluate", labels)
    assert result["articles"] == 2
    assert result["detection"]["f1"] == 1.0


def test_the_database_is_looked_after(added: None, tmp_path: Path) -> None:
    assert run("db", "check").stdout == "The database is sound.\n"
    copy = tmp_path / "copy.db"
    assert run("db", "backup", copy).exit_code == 0
    assert copy.stat().st_size > 0
    assert "exists already" in one_sentence(run("db", "backup", copy))
    assert "up to date" in run("db", "upgrade").stdout


def test_what_is_no_database_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "notes.db", "these are notes, not a database, and they stay as they are " * 100)
    monkeypatch.setenv("TRACKER_DATABASE_URL", f"sqlite:///{path}")
    one_sentence(run("info"))
    assert path.read_text().startswith("these are notes")


def test_several_negotiations_are_told_apart(added: None, tmp_path: Path) -> None:
    other = write(tmp_path / "other.txt", "The dockers' union rejected the port's offer on Friday, the union said.")
    assert run("add", other, "--published", "2021-03-14", "--new-negotiation", "Dockers").exit_code == 0
    result = run("timeline")
    assert result.exit_code == 2
    assert [line.split()[-1] for line in result.stderr.splitlines()[1:]] == ["border-talks", "dockers"]
    assert [row["slug"] for row in as_json("negotiations")] == ["border-talks", "dockers"]
    assert "no negotiation 'nowhere'" in one_sentence(run("status", "-n", "nowhere"))
    assert run("edit", 3, "-n", "border-talks").exit_code == 0
    assert len(as_json("articles", "-n", "border-talks")) == 3


@pytest.mark.parametrize(
    "words", [("date", 1, "yesterday"), ("timeline", "--type", "party"), ("timeline", "--top", "0")]
)
def test_wrong_words_are_refused(words: tuple[object, ...]) -> None:
    assert run(*words).exit_code == 2
