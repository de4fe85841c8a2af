import csv
import io
import json

import pytest
from made_chronicle import TEXT, chronicle

from tracker.export.gold import unique_quote
from tracker.export.plain import plain
from tracker.export.registry import FORMATS
from tracker.export.tables import COLUMNS, safe_cell
from tracker.model.dates import Span
from tracker.model.events import Trust


def only(name: str, **options: object) -> str:
    ((_, content),) = FORMATS[name].files(chronicle(**options))  # type: ignore[arg-type]
    return content


def rows() -> list[dict[str, str]]:
    content = only("csv")
    assert content.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(content[1:], newline="")))


def test_the_table_has_a_row_per_event() -> None:
    release, thanks = rows()
    assert tuple(release) == COLUMNS
    assert (release["id"], release["date"], release["type"], release["actors"]) == (
        "3",
        "2021-03-02",
        "release",
        "Northern Front",
    )
    assert release["figures"] == "40 hostages; at least 38 hostages"
    assert release["conflicts"] == "figure: 40 / 38"
    assert (thanks["targets"], thanks["figures"]) == ("Northern Front", "")


def test_no_cell_can_run_as_a_formula() -> None:
    assert rows()[0]["note"] == "'-1+1"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "|calc", "%0A"])
def test_formulas_are_quoted(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "2021-03-02", "Northern Front", "40 hostages", "a=b"])
def test_other_cells_stay(cell: str) -> None:
    assert safe_cell(cell) == cell


def test_json_shows_who_says_what() -> None:
    content = json.loads(only("json"))
    release = content["events"][0]
    assert content["negotiation"] == {"slug": "north", "title": "The north"}
    assert release["conflicts"] == [
        {"field": "figure", "values": [{"value": "40", "articles": [7]}, {"value": "38", "articles": [7]}]}
    ]
    report = release["reports"][0]
    first, last = report["trigger"]
    assert report["evidence"][first:last] == "freed"
    assert content["articles"][0]["published"] == "2021-03-04"


def test_gold_is_written_for_reviewed_articles_only() -> None:
    assert list(FORMATS["gold"].files(chronicle(Trust.UNREVIEWED))) == []
    content = json.loads(only("gold"))
    assert content["text"] == TEXT
    assert [event["type"] for event in content["events"]] == ["release", "support", "release"]
    for event in content["events"]:
        assert TEXT.count(event["quote"]) == 1
        assert 3 <= len(event["quote"].split()) <= 15
        named = {*event["actors"], *event["targets"], *event["mediators"]}
        assert named <= content["parties"].keys()
    assert [event["same_as"] for event in content["events"]] == ["event-3", None, "event-3"]
    assert [event["count"] and event["count"]["value"] for event in content["events"]] == [40, None, 38]
    assert content["parties"]["Northern Front"] == ["The rebels", "rebels"]


def test_a_corrected_field_holds_and_the_rest_is_what_the_sentence_says() -> None:
    before = json.loads(only("gold"))["events"][1]
    after = json.loads(only("gold", corrected=frozenset({"actors"})))["events"][1]
    assert (before["actors"], after["actors"]) == (["Northern Front"], ["Ministry"])
    assert before["targets"] == after["targets"] == []


def test_a_quotation_grows_until_it_stands_once() -> None:
    text = "They met again. They met again in Rome. Nobody came."
    assert unique_quote(text, Span(21, 24)) == "They met again in"
    assert text.count(unique_quote(text, Span(47, 51))) == 1


def test_plain_values_refuse_what_json_does_not_know() -> None:
    assert plain((Trust.CONFIRMED, Span(1, 2))) == ["confirmed", [1, 2]]
    with pytest.raises(TypeError, match="object"):
        plain(object())
