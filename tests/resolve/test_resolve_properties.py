"""What must hold of any reports: the order of adding changes nothing, working out only what changed gives what working
out everything gives, and decisions survive."""

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from in_memory import Memory
from made_reports import made

from tracker.model.dates import Span
from tracker.model.decisions import Decision, DecisionKind, DecisionTarget
from tracker.model.events import Event, Report
from tracker.resolve import resolve

PARTIES = ("Velia", "Ardan Front", "Ardan", "Qasr", "Nordhavn")
SCENES = (
    ("release", "freed", "{a} freed {n} hostages of {b} at Sorin."),
    ("meeting", "met", "Envoys of {a} met those of {b} in Port Lys."),
    ("agreement", "deal", "{a} and {b} reached a deal on grain ships."),
    ("truce", "truce", "The truce of {a} and {b} took effect."),
    ("attack", "shelled", "{a} shelled the harbour of {b}, {n} died."),
    ("proposal", "proposed", "{a} proposed to {b} that {n} hostages be freed."),
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    kind, trigger, text = draw(st.sampled_from(SCENES))
    a, b = draw(st.permutations(PARTIES))[:2]
    published = dt.date(2031, 3, 1) + dt.timedelta(days=draw(st.integers(0, 12)))
    days = draw(st.sampled_from([None, 0, 1, 2, 6]))
    on = "" if days is None else (published - dt.timedelta(days=days)).isoformat()
    count = draw(st.sampled_from([3, 14, 40]))
    at = draw(st.sampled_from([0, 200, 400]))
    report = made(
        {
            "type": kind,
            "trigger": trigger,
            "text": text.format(a=a, b=b, n=count),
            "published": published.isoformat(),
            "on": on,
            "ground": draw(st.sampled_from(["stated", "implied"])),
            "status": draw(st.sampled_from(["occurred", "occurred", "planned", "proposed", "denied"])),
            "actors": [a],
            "targets": [b],
            "count": [f"{count} hostages"] if kind == "release" else [],
            "article": draw(st.sampled_from("abcdefgh")),
            "at": at,
            "outlet": draw(st.sampled_from(["Courier", "Tribune", None])),
            "unverified": draw(st.booleans()),
        }
    )
    outer = draw(st.sampled_from([None, 0, 200, 400]))
    if outer is None or outer == at:
        return report
    return replace(report, mention=replace(report.mention, content_of=Span(outer + 10, outer + 18)))


many = st.lists(reports(), min_size=1, max_size=14, unique_by=lambda report: report.key)


def told(events: tuple[Event, ...]) -> list[tuple[object, ...]]:
    """The events without their ids."""
    return sorted((sorted(r.key for r in e.reports), replace(e, id=0, content_of=None)) for e in events)  # type: ignore[misc]


@settings(max_examples=30, deadline=None)
@given(many, st.randoms())
def test_order_of_adding_changes_nothing(given_reports: list[Report], random: object) -> None:
    shuffled = list(given_reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(given_reports) == resolve(shuffled)


@settings(max_examples=30, deadline=None)
@given(many, st.randoms())
def test_adding_one_article_after_the_other_gives_what_all_at_once_give(
    given_reports: list[Report], random: object
) -> None:
    articles: dict[str, list[Report]] = {}
    for report in given_reports:
        articles.setdefault(report.key.text_hash, []).append(report)
    order = sorted(articles)
    random.shuffle(order)  # type: ignore[attr-defined]
    memory = Memory()
    for article in order:
        memory.change(articles[article])
    whole = resolve(given_reports, ids=memory.ids, next_id=memory.next_id)
    assert {event.id: event for event in whole.events} == memory.events
    assert whole.components == {str(key): name for key, name in memory.components.items()}


@settings(max_examples=30, deadline=None)
@given(many, st.data())
def test_removing_an_article_gives_what_never_adding_it_gives(given_reports: list[Report], data: st.DataObject) -> None:
    memory = Memory()
    memory.change(given_reports)
    gone = data.draw(st.sampled_from(sorted({report.key.text_hash for report in given_reports})))
    memory.change(removed=[report.key for report in given_reports if report.key.text_hash == gone])
    rest = [report for report in given_reports if report.key.text_hash != gone]
    whole = resolve(rest, ids=memory.ids, next_id=memory.next_id)
    assert {event.id: event for event in whole.events} == memory.events
    assert told(whole.events) == told(resolve(rest).events)


@settings(max_examples=30, deadline=None)
@given(many, st.data())
def test_decisions_hold_whatever_is_added_later(given_reports: list[Report], data: st.DataObject) -> None:
    first = given_reports[: max(1, len(given_reports) // 2)]
    later = [r for r in given_reports if r.key.text_hash not in {one.key.text_hash for one in first}]
    memory = Memory()
    memory.change(first)
    decisions: list[Decision] = []
    for number in range(1, data.draw(st.integers(1, 3)) + 1):
        kind = data.draw(
            st.sampled_from([DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.MOVE, DecisionKind.REJECT])
        )
        targets = data.draw(st.lists(st.sampled_from(first), min_size=1, max_size=2, unique_by=lambda r: r.key))
        decisions.append(
            Decision(
                id=number,
                kind=kind,
                negotiation_id=1,
                at=dt.datetime(2031, 4, number, tzinfo=dt.UTC),
                by="analyst",
                targets=tuple(DecisionTarget(str(r.key), r.evidence) for r in targets),
            )
        )
        memory.change(decisions=decisions, touched=[r.key for r in targets])
    memory.change(later, decisions=decisions)
    kept = [r for r in given_reports if r in first or r in later]
    whole = resolve(kept, decisions=decisions, ids=memory.ids, next_id=memory.next_id)
    assert not whole.lost
    assert {event.id: event for event in whole.events} == memory.events
    assert {event.id: event for event in whole.rejected} == memory.rejected
    last = decisions[-1]
    if last.kind is DecisionKind.MERGE:
        holders = {
            e.id
            for e in (*whole.events, *whole.rejected)
            for r in e.reports
            if str(r.key) in {t.key for t in last.targets}
        }
        assert len(holders) == 1
