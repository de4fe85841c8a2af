"""Pages on events made by hand, without a browser."""

import datetime as dt
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard.made import HARBOUR, UNION, event, interval, many, report
from tests.dashboard.made_app import PAY, MadeApp
from tracker.dashboard import data
from tracker.dashboard.registry import PAGES
from tracker.model.dates import UNDATED
from tracker.model.decisions import Decision, DecisionKind
from tracker.model.errors import TrackerError
from tracker.model.events import Conflict, ConflictSide, Event, EventStatus, Figure
from tracker.model.mentions import Approximation, EventType, Unit
from tracker.store import StoredArticle

MODULES = [entry.module for entry in PAGES]
TEN_AT_LEAST = Figure(10, Unit.PEOPLE, Approximation.AT_LEAST, 10, None, 20, (0,))
DISPUTED = Event(
    id=7,
    type=EventType.PROTEST,
    status=EventStatus.DISPUTED,
    date=interval("2024-03-04"),
    actors=(UNION,),
    targets=(HARBOUR,),
    mediators=(),
    reports=(report(1), report(2)),
    figures=(TEN_AT_LEAST,),
    conflicts=(Conflict("date", (ConflictSide("4 Mar 2024", (0,)), ConflictSide("5 Mar 2024", (1,)))),),
)
Drawn = Callable[..., AppTest]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """Draws a page of an application at an address."""

    def script(module: str) -> None:
        from importlib import import_module

        import_module(f"tracker.dashboard.pages.{module}").show()

    def draw(module: str, app: MadeApp, **address: str | list[str]) -> AppTest:
        monkeypatch.setattr(data, "application", lambda: app)
        test = AppTest.from_function(script, args=(module,), default_timeout=20)
        for name, value in address.items():
            test.query_params[name] = value
        return test.run()

    return draw


def html(test: AppTest) -> str:
    return "\n".join(element.proto.body for element in test.get("html"))


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize(
    "events", [(), (event(1, date=UNDATED, actors=()), DISPUTED), many(300)], ids=["none", "odd", "many"]
)
def test_every_page_draws_whatever_there_is(drawn: Drawn, module: str, events: tuple[Event, ...]) -> None:
    assert not drawn(module, MadeApp(events)).exception


def test_the_overview_shows_each_party_and_the_day_to_which_it_is_known(drawn: Drawn) -> None:
    shown = html(drawn("overview", MadeApp((event(1),))))
    for name in ("Dockers Union", "Harbour Authority", "Labour Ministry", "as of 8 Mar 2024"):
        assert name in shown
    assert "1 article without a publication day left out" in shown


def test_an_address_restores_the_filters_and_a_wrong_part_is_said(drawn: Drawn) -> None:
    test = drawn("timeline", MadeApp(many(60)), party=UNION, type=["protest", "party"], since="2021-01-01")
    assert test.selectbox(key="party").value == UNION
    assert test.multiselect(key="types").value == [EventType.PROTEST]
    assert test.date_input(key="since").value == dt.date(2021, 1, 1)
    assert "party" in test.warning[0].value
    assert set(test.dataframe[0].value["Kind"]) == {"Protest"}


def test_choosing_a_filter_writes_the_address_and_clearing_it_empties_it(drawn: Drawn) -> None:
    test = drawn("timeline", MadeApp(many(60)))
    test.selectbox(key="party").select(UNION).run()
    test.checkbox(key="confirmed").check().run()
    assert test.query_params["party"] in (UNION, [UNION])
    assert test.query_params["confirmed"] in ("yes", ["yes"])
    next(button for button in test.button if button.label == "Clear filters").click().run()
    assert test.query_params.keys() == {"negotiation"}


def test_the_day_of_knowledge_is_asked_for_and_kept(drawn: Drawn) -> None:
    app = MadeApp(many(20))
    test = drawn("overview", app)
    test.select_slider(key="as_of").set_value(dt.date(2024, 3, 5)).run()
    assert test.query_params["as_of"] in ("2024-03-05", ["2024-03-05"])
    assert dt.date(2024, 3, 5) in app.asked.days


def test_an_unknown_negotiation_is_said(drawn: Drawn) -> None:
    test = drawn("overview", MadeApp(()), negotiation="no-such")
    assert "no" in test.warning[0].value
    assert test.query_params["negotiation"] in (PAY.slug, [PAY.slug])


def test_an_open_event_shows_its_evidence_conflict_and_article(drawn: Drawn) -> None:
    shown = html(drawn("timeline", MadeApp((DISPUTED,)), event="7"))
    assert "The Dockers Union <" in shown
    assert "<mark class='strong'>walked out</mark>" in shown
    assert "The reports disagree on when" in shown
    assert "5 Mar 2024" in shown
    assert "at least 10 of 20 people" in shown
    assert "The union will vote on Friday." in shown


def test_a_rejected_event_can_still_be_opened_and_says_so(drawn: Drawn) -> None:
    test = drawn("timeline", MadeApp((event(1),), rejected=(DISPUTED,)), event="7")
    assert "An analyst said that this is wrong" in test.warning[0].value
    assert "Dockers Union" in html(test)


def test_an_event_that_is_not_known_here_is_said(drawn: Drawn) -> None:
    test = drawn("timeline", MadeApp((event(1),)), event="99")
    assert "not known here" in test.info[0].value


@pytest.mark.parametrize(("button", "kind"), [("confirm 7", DecisionKind.CONFIRM), ("reject 7", DecisionKind.REJECT)])
def test_an_analyst_says_whether_an_event_is_right(drawn: Drawn, button: str, kind: DecisionKind) -> None:
    app = MadeApp((DISPUTED,))
    test = drawn("timeline", app, event="7")
    test.text_input(key="analyst").input("Ann")
    test.text_input(key="why 7").input("I was there")
    test.button(key=button).click().run()
    assert [(said["kind"], said["by"], said["why"], said["events"]) for said in app.asked.decisions] == [
        (kind, "Ann", "I was there", (7,))
    ]


def test_a_correction_a_merge_and_a_split_name_what_they_change(drawn: Drawn) -> None:
    app = MadeApp((DISPUTED, event(8)))
    test = drawn("timeline", app, event="7")
    test.selectbox(key="field 7").select("date").run()
    test.text_input(key="value 7 date").input("2024-03-05")
    test.button(key="correct 7").click().run()
    test.selectbox(key="other of 7").select_index(0).run()
    test.button(key="merge 7").click().run()
    test.multiselect(key="split of 7").set_value([DISPUTED.reports[1]]).run()
    test.button(key="split 7").click().run()
    test.multiselect(key="split of 7").set_value([DISPUTED.reports[1]]).run()
    test.selectbox(key="home of 7").select_index(0).run()
    test.button(key="split 7").click().run()
    correction, merge, split, move = app.asked.decisions
    assert (correction["kind"], correction["field"], correction["value"]) == (
        DecisionKind.CORRECT,
        "date",
        "2024-03-05",
    )
    assert (merge["kind"], merge["events"]) == (DecisionKind.MERGE, (7, 8))
    assert (split["kind"], split["mentions"]) == (DecisionKind.SPLIT, (DISPUTED.reports[1].key,))
    assert (move["kind"], move["events"], move["mentions"]) == (DecisionKind.MOVE, (8,), (DISPUTED.reports[1].key,))


def test_a_decision_needs_a_name_and_a_fault_is_told(drawn: Drawn) -> None:
    app = MadeApp((DISPUTED,))
    test = drawn("timeline", app, event="7")
    test.text_input(key="analyst").input("  ")
    test.button(key="confirm 7").click().run()
    assert "name" in test.error[0].value
    assert app.asked.decisions == []
    test = drawn("timeline", MadeApp((DISPUTED,), fault=TrackerError("No **way**.")), event="7")
    test.text_input(key="analyst").input("Ann")
    test.button(key="confirm 7").click().run()
    assert test.error[0].value == r"No \*\*way\*\*\."


def test_the_record_lists_decisions_newest_first_and_takes_them_back(drawn: Drawn) -> None:
    when = dt.datetime(2024, 3, 9, tzinfo=dt.UTC)
    decisions = (
        Decision(1, DecisionKind.CONFIRM, 1, when, "Ann", event_id=7),
        Decision(2, DecisionKind.UNDO, 1, when, "Ben", event_id=7, undoes=1),
    )
    app = MadeApp((DISPUTED,), decisions=decisions)
    test = drawn("record", app)
    lines = [button.label for button in test.button if "Ann" in button.label or "Ben" in button.label]
    assert "took decision 1 back" in lines[0]
    assert "taken back" in lines[1]
    undo = [button for button in test.button if button.label == "Undo"]
    assert len(undo) == 1
    test.text_input(key="analyst of the record").input("Cas")
    undo[0].click().run()
    assert app.asked.undone == [2]


def test_the_head_of_an_empty_database_leads_to_the_first_article(
    drawn: Drawn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("streamlit.page_link", lambda *arguments, **named: None)
    test = drawn("overview", MadeApp((), negotiations=()))
    assert not test.exception
    assert test.subheader[0].value == "No negotiation yet"


def previewed(test: AppTest, text: str) -> AppTest:
    test.text_area(key="article text").input(text)
    test.text_input(key="article title").input("A title")
    test.date_input(key="article day").set_value(dt.date(2024, 3, 5))
    return next(button for button in test.button if button.label == "Show what it reports").click().run()


ENGLISH = "The dockers' union met the harbour authority on Monday and rejected the offer of a four percent pay rise."


class Undated(MadeApp):
    """Its articles have no publication day."""

    def article(self, article_id: int) -> StoredArticle:
        return self.articles()[2]


def test_an_article_without_a_day_leads_to_where_it_is_set(drawn: Drawn, monkeypatch: pytest.MonkeyPatch) -> None:
    links: list[str] = []
    monkeypatch.setattr("streamlit.page_link", lambda _, label, icon: links.append(label))
    test = previewed(drawn("add_article", Undated((event(1),))), ENGLISH)
    test.button(key="save article").click().run()
    assert links[0] == "Set its publication day"


def test_an_article_is_shown_before_it_is_saved(drawn: Drawn, monkeypatch: pytest.MonkeyPatch) -> None:
    links: list[str] = []
    monkeypatch.setattr("streamlit.page_link", lambda _, label, icon: links.append(label))
    app = MadeApp((event(1),))
    test = previewed(drawn("add_article", app), ENGLISH)
    assert test.subheader[1].value == "1 event found; nothing is saved yet"
    assert "5 Mar 2024, given" in html(test)
    assert app.asked.added == []
    test.text_input(key="new negotiation").input("Another dispute").run()
    assert any("and Another dispute" in caption.value for caption in test.caption)
    test.button(key="save article").click().run()
    assert links == ["See where it stands now", "Open the timeline"]
    ((article, chosen, new),) = app.asked.added
    assert (article.title, article.published, chosen, new) == (
        "A title",
        dt.date(2024, 3, 5),
        (PAY.slug,),
        "Another dispute",
    )
    assert any(button.label == "The union met · 4 Mar 2024" for button in test.button)
    assert test.info[0].value == r"Read \*\*this\*\*\."
    test.button(key="another article").click().run()
    assert test.text_area(key="article text").value == ""


def test_what_cannot_be_read_or_saved_is_said_in_a_sentence(drawn: Drawn) -> None:
    app = MadeApp((event(1),), fault=TrackerError("No room."))
    test = previewed(drawn("add_article", app), "   ")
    assert "empty" in test.error[0].value or "no text" in test.error[0].value
    test = previewed(test, ENGLISH)
    test.button(key="save article").click().run()
    assert test.error[0].value == r"No room\."


def test_what_is_not_kept_is_gone(drawn: Drawn) -> None:
    app = MadeApp((event(1),))
    test = previewed(drawn("add_article", app), ENGLISH)
    test.button(key="drop article").click().run()
    assert len(test.subheader) == 1
    assert app.asked.added == []


def test_names_from_articles_stay_text(drawn: Drawn) -> None:
    name = "<script>x</script> **b** $y$ :material/home: [a](javascript:b)"
    odd = event(1, kind=EventType.DEMAND, date=UNDATED, actors=(name,), targets=(name,))
    for module in ("overview", "timeline", "parties", "record"):
        test = drawn(module, MadeApp((odd,)), event="1")
        assert not test.exception
        assert "<script>" not in html(test)
        for button in test.button:
            assert ":material/home:" not in button.label
            assert "**b**" not in button.label
            assert "$y$" not in button.label.replace(r"\$", "")
