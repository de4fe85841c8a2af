"""What pages compute before they draw it."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.dashboard.made import DateInterval, event, interval, report
from tests.dashboard.made_app import PARTIES, MadeApp
from tracker.dashboard.changes_text import changed_groups
from tracker.dashboard.charts import tally_chart
from tracker.dashboard.event_text import by_article, conflicts, figure_words, in_article, summary
from tracker.dashboard.nothing_open import latest_lines
from tracker.dashboard.pages.articles import article_table, newest_first
from tracker.dashboard.pages.figures import agreement_html, deadline_html, in_order, tally_html
from tracker.dashboard.pages.parties import unchecked_names
from tracker.dashboard.proposal_text import gist, proposal_html, term_words
from tracker.dashboard.record_text import decision_words
from tracker.dashboard.review import merge_candidates, value_now
from tracker.dashboard.timeline_view import clicked_mark
from tracker.model.dates import UNDATED
from tracker.model.decisions import Decision, DecisionKind
from tracker.model.events import Figure
from tracker.model.mentions import Approximation, EventType, Unit
from tracker.model.parties import PartyReference
from tracker.model.standing import (
    Agreement,
    Answer,
    AnswerKind,
    Changes,
    Deadline,
    Progress,
    Proposal,
    StatusLine,
    Tally,
    TallyPoint,
    Term,
    TermKind,
)

DAY = dt.date(2024, 3, 4)
ODD = "<script>x</script>"


@pytest.mark.parametrize(
    ("before", "now", "clicked"),
    [
        ([], [{"event": 1}], {"event": 1}),
        ([{"event": 1}], [{"event": 1}, {"event": 2}], {"event": 2}),
        ([{"event": 1}, {"event": 2}], [{"event": 2}], {"event": 1}),
        ([{"event": 1}], [], {"event": 1}),
        ([], [], None),
        ([{"event": 1}], [{"event": 1}], None),
    ],
)
def test_the_clicked_mark_is_the_one_that_changed(before: list, now: list, clicked: dict | None) -> None:
    assert clicked_mark(before, now) == clicked


@pytest.mark.parametrize(
    ("field", "date", "value"),
    [
        ("date", UNDATED, ""),
        ("date", interval("2024-03-04"), "2024-03-04"),
        ("date", interval("2024-03-04", "2024-03-06"), "2024-03-04/2024-03-06"),
        ("date", interval("2024-03-04", ongoing=True), "2024-03-04/.."),
        ("date", DateInterval(latest=DAY), "../2024-03-04"),
        ("actors", UNDATED, "Dockers Union"),
        ("place", UNDATED, ""),
        ("count", UNDATED, "13 hostages"),
    ],
)
def test_a_correction_starts_from_the_value_as_an_analyst_writes_it(field: str, date: DateInterval, value: str) -> None:
    figures = (Figure(13, Unit.HOSTAGES, Approximation.EXACT, None, None, None, (0,)),)
    assert value_now(replace(event(1, date=date), figures=figures), field) == value


def test_events_to_merge_with_are_the_likest_first_and_never_the_event_itself() -> None:
    mine = event(1, EventType.MEETING, interval("2024-03-04"))
    others = [
        event(2, EventType.ATTACK, interval("2024-03-04")),
        event(3, EventType.MEETING, interval("2024-05-04")),
        event(4, EventType.MEETING, interval("2024-03-05")),
        event(5, EventType.MEETING, reports=()),
        mine,
    ]
    assert [one.id for one in merge_candidates(mine, others)] == [4, 3, 2]


def test_names_that_only_articles_know_are_offered_the_commonest_first() -> None:
    def told(number: int, name: str, *, is_verified: bool) -> object:
        reference = PartyReference(report().at, name, name, name, is_verified=is_verified)
        mention = replace(report(number).mention, actors=(reference,))
        return event(number, actors=(name,), reports=(replace(report(number), mention=mention),))

    events = [
        told(1, "Crane Drivers", is_verified=False),
        told(2, "Port Board", is_verified=False),
        told(3, "Port Board", is_verified=False),
        told(4, "Norway", is_verified=True),
        told(5, PARTIES[0].name, is_verified=False),
    ]
    assert [(name, [one.id for one in found]) for name, found in unchecked_names(events, PARTIES)] == [
        ("Port Board", [2, 3]),
        ("Crane Drivers", [1]),
    ]


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(100, Unit.HOSTAGES, Approximation.AT_LEAST, 100, None, 253, (0,)), "at least 100 of 253 hostages"),
        (Figure(7, Unit.DAYS, Approximation.EXACT, None, None, None, (0,)), "7 days"),
        (Figure(36, Unit.PEOPLE, Approximation.ABOUT, 24, 99, None, (0,)), "about 36 people (24–99)"),
    ],
)
def test_a_figure_says_how_it_is_meant(figure: Figure, words: str) -> None:
    assert figure_words(figure) == words


def test_reports_are_grouped_by_article_in_order() -> None:
    made = event(1, reports=(report(2), report(1), report(2)))
    assert [[one.article_id for one in reports] for reports in by_article(made)] == [[2, 2], [1]]


def test_an_article_shows_the_surroundings_or_all_of_it() -> None:
    text = report().evidence + "\n" + "more words\n" * 200
    assert in_article(text, (report(),)).count("more words") < 60
    assert in_article(text, (report(),)).endswith(" …</div></div>")
    assert in_article(text, (report(),), whole=True).count("more words") == 200


def test_what_others_wrote_is_escaped_everywhere() -> None:
    line = StatusLine(ODD, (1,))
    answers = (Answer(ODD, AnswerKind.REJECTED, DAY, ODD, ODD, 1),)
    proposal = Proposal(1, ODD, (ODD,), (ODD,), (ODD,), DAY, DAY, True, (Term(TermKind.PAY, ODD),), answers)
    odd_event = replace(event(1, actors=(ODD,), targets=(ODD,)), place=ODD, source=ODD, note=ODD)
    shown = (
        proposal_html(proposal, ODD, (ODD,), {ODD: 3})
        + deadline_html(Deadline(DAY, (ODD,), ODD, 1, True, Progress.OVERDUE))
        + agreement_html(Agreement(1, ODD, (ODD,), DAY, None, None, None, (), (line,)))
        + tally_html(Tally(Unit.PEOPLE, ODD, ODD, (1, 2), None, None))
        + summary(odd_event, ODD)
        + conflicts(odd_event)
    )
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_a_tally_shows_the_figures_that_reports_give() -> None:
    seized = tally_html(Tally(Unit.PEOPLE, "Hamas", "People seized by Hamas", None, (250, 253), None))
    assert "250–253" in seized
    assert "So far" in seized
    assert "Promised" not in seized
    assert "Left" not in seized
    owed = tally_html(Tally(Unit.PRISONERS, "Israel", "Prisoners released by Israel", (50, 50), None, (50, 50)))
    assert "Promised" in owed
    assert "not reported" in owed


def test_a_term_adds_the_figures_that_its_words_do_not_hold() -> None:
    assert term_words(Term(TermKind.TRUCE, "a six-week truce", days=42)) == "a six-week truce (42 days)"
    assert term_words(Term(TermKind.RELEASE, "33 hostages", value=33, unit=Unit.HOSTAGES)) == "33 hostages"


def test_kinds_of_change_without_lines_are_left_out() -> None:
    line = StatusLine("x", (1,))
    titles = [title for title, _, _ in changed_groups(Changes(new=(line,), turns=(line,)))]
    assert titles == ["Changed turn", "New"]
    assert changed_groups(Changes()) == ()


@pytest.mark.parametrize("kind", list(DecisionKind))
def test_every_kind_of_decision_has_words(kind: DecisionKind) -> None:
    when = dt.datetime(2024, 3, 9, 12, 30, tzinfo=dt.UTC)
    decision = Decision(4, kind, 1, when, "Ann", "I was there", 7, field="date", value="2024-03-05", undoes=3)
    words = decision_words(decision, "The union met")
    assert words.startswith("2024-03-09 12:30 UTC, Ann: ")
    assert words.endswith("; reason: I was there")


def test_the_articles_table_has_a_row_for_each() -> None:
    table = article_table(list(MadeApp(()).articles()))
    assert list(table["Published"]) == ["5 Mar 2024", "8 Mar 2024", "day not known"]


def test_a_tally_draws_only_dated_figures() -> None:
    points = (TallyPoint(DAY, 50, 60, "Outlet", 1), TallyPoint(None, 70, 70, None, 2))
    spec = tally_chart(Tally(Unit.PEOPLE, "A", "People", None, None, None, points), is_dark=False).to_dict()
    (rows,) = spec["datasets"].values()
    assert [(row["low"], row["high"]) for row in rows] == [(50, 60)]


def test_what_is_to_come_stands_before_what_has_passed_and_the_latest_of_that_first() -> None:
    days = [(1, True), (3, True), (8, False), (6, False)]
    deadlines = [Deadline(dt.date(2024, 3, n), (), "", n, passed, Progress.UNKNOWN) for n, passed in days]
    assert [one.event_id for one in in_order(deadlines)] == [6, 8, 3, 1]


def test_the_latest_article_stands_first_after_those_without_a_day() -> None:
    first, second, undated = MadeApp(()).articles()
    assert newest_first([first, undated, second]) == [undated, second, first]


def a_proposal(number: int, latest: dt.date | None, *answers: Answer, terms: tuple[Term, ...] = ()) -> Proposal:
    return Proposal(number, f"Proposal {number}", ("A",), (), ("B",), latest, latest, False, terms, answers)


def test_where_nothing_waits_the_latest_deal_and_proposal_and_what_is_due_are_told() -> None:
    proposals = (
        a_proposal(
            2, DAY, Answer("B", AnswerKind.NONE), Answer("C", AnswerKind.NONE), Answer("D", AnswerKind.REJECTED)
        ),
        a_proposal(1, dt.date(2024, 3, 1), Answer("B", AnswerKind.ACCEPTED)),
        a_proposal(3, None),
    )
    deal = Agreement(5, "Agreement of A and B", ("A", "B"), DAY, dt.date(2024, 3, 6), None, None)
    late, soon, gone = (
        Deadline(day, ("A",), f"What {day.day}", day.day, has_passed, Progress.NOT_BEGUN)
        for day, has_passed in ((dt.date(2024, 3, 9), False), (dt.date(2024, 3, 8), False), (DAY, True))
    )
    lines = [
        (title, line.words, line.event_ids) for title, line in latest_lines(proposals, (deal,), (late, soon, gone))
    ]
    assert lines == [
        ("Latest deal:", "Agreement of A and B, in effect from 6 Mar 2024", (5,)),
        ("Latest proposal:", "Proposal 2: not answered by B and C; rejected by D", (2,)),
        ("Due next:", "What 8 · 8 Mar 2024", (8,)),
    ]
    assert latest_lines((), (), (gone,)) == ()


def test_a_deal_that_has_ended_says_so() -> None:
    deal = Agreement(5, "Truce of A and B", ("A", "B"), DAY, DAY, None, dt.date(2024, 3, 9))
    assert [line.words for _, line in latest_lines((), (deal,), ())] == ["Truce of A and B, ended 9 Mar 2024"]


def test_nobody_waits_for_the_answer_to_a_proposal_that_is_no_longer_open() -> None:
    closed = a_proposal(1, DAY, Answer("B", AnswerKind.NONE))
    assert "not answered" in proposal_html(closed, "")
    assert "no answer yet" not in proposal_html(closed, "")
    assert "no answer yet" in proposal_html(replace(closed, is_live=True), "")


def test_a_proposal_without_terms_tells_what_its_event_says() -> None:
    bare, offered = a_proposal(1, DAY), event(1, EventType.SUPPORT)
    assert gist(bare, (offered,)) == "The Dockers Union backed the effort"
    assert gist(bare, (event(1, EventType.PROPOSAL),)) == ""
    assert gist(bare, ()) == ""
    assert "backed the effort" in proposal_html(bare, "", summary="A backed the effort")
    told = a_proposal(1, DAY, terms=(Term(TermKind.PAY, "a rise"),))
    assert "backed the effort" not in proposal_html(told, "", summary="A backed the effort")
