from dataclasses import replace
from datetime import date

from made_chronicle import TEXT, report

from tracker.export.labels import label_event
from tracker.model.dates import UNDATED, DateInterval
from tracker.model.mentions import EventType

MENTION = report("freed", EventType.RELEASE, count=40.0).mention


def test_a_mention_has_the_form_that_scorers_read() -> None:
    assert label_event(MENTION) == {
        "type": "release",
        "status": "occurred",
        "start": "2021-03-02",
        "end": "2021-03-02",
        "date_text": "on Tuesday",
        "actors": ["Northern Front"],
        "targets": [],
        "mediators": [],
        "source": None,
        "count": {"value": 40, "unit": "hostages"},
        "span": [11, 16],
        "plover": "RETREAT",
        "party_spans": {"actors": [[0, 10], [4, 10]], "targets": [], "mediators": []},
    }
    first, last = label_event(MENTION)["span"]
    assert TEXT[first:last] == "freed"


def test_what_is_not_known_is_null() -> None:
    bare = label_event(replace(MENTION, date=UNDATED, actors=(), quantities=(), plover=""))
    assert (bare["start"], bare["end"], bare["date_text"], bare["count"], bare["plover"]) == (
        None,
        None,
        "",
        None,
        None,
    )


def test_what_goes_on_has_no_end_and_what_has_no_beginning_has_neither() -> None:
    going_on = replace(MENTION, date=DateInterval(date(2021, 3, 2), date(2021, 3, 3), ongoing=True))
    before = replace(MENTION, date=DateInterval(None, date(2021, 3, 3)))
    assert (label_event(going_on)["start"], label_event(going_on)["end"]) == ("2021-03-02", None)
    assert (label_event(before)["start"], label_event(before)["end"]) == (None, None)


def test_half_a_person_is_not_rounded() -> None:
    quantity = replace(MENTION.quantities[0], value=2.5)
    assert label_event(replace(MENTION, quantities=(quantity,)))["count"] == {"value": 2.5, "unit": "hostages"}
