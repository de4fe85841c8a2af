"""The invented negotiation, from the articles' words and from what a careful reader finds in them.

The reader's mentions try resolve and views: all that must come out does, but for the checks named here. The articles'
words try the whole line: what it misses stays expected, and the share that comes out must not fall below the floor.
"""

import random

import pytest
from told import all_checks, events_on, extracted, last_day, read, read_by_hand

from tracker.app import App
from tracker.store import open_store
from tracker.views import headline, key_days, proposals, standing, tallies

NOT_YET_BY_HAND: set[str] = set()
FLOOR = 0.85


def test_what_a_reader_finds_gives_what_must_come_out():
    wrong = {check.name: check.found for check in all_checks(read_by_hand()) if not check.is_right}
    assert set(wrong) <= NOT_YET_BY_HAND, wrong


def test_the_articles_words_give_at_least_the_floor():
    checks = all_checks(extracted())
    right = [check for check in checks if check.is_right]
    assert len(right) / len(checks) >= FLOOR, [check.name for check in checks if not check.is_right]


def test_the_application_gives_on_each_day_what_the_stages_give(tmp_path):
    """The articles are added newest first; views as of a day leave out what was published later."""
    app = App(open_store(f"sqlite:///{tmp_path}/story.db"))
    app.create_negotiation("Tarvia and the highlands", "tarvia")
    for article, _ in reversed(extracted()):
        app.add(article, ["tarvia"])
    for wanted in read("days.toml")["days"]:
        day = wanted["as_of"]
        index = events_on(extracted(), day)
        events = app.events("tarvia", day)
        assert sorted(map(headline, events)) == sorted(map(headline, index))
        now, expected = app.standing("tarvia", day), standing(index, (), day)
        assert (now.today, now.turn) == (day, expected.turn)
        assert [one.title for one in app.proposals("tarvia", day)] == [one.title for one in proposals(index, day)]


def test_the_story_is_as_long_as_it_must_be():
    published = [one["published"] for one in read("articles.toml")["articles"]]
    assert len(published) >= 8
    assert (max(published) - min(published)).days >= 50
    assert len(read("days.toml")["days"]) == 4


@pytest.mark.parametrize("told", [read_by_hand, extracted], ids=["read by hand", "extracted"])
@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_adding_gives_the_same(told, seed):
    order = list(range(len(told())))
    expected = _without_ids(told(), order)
    random.Random(seed).shuffle(order)
    assert _without_ids(told(), order) == expected


def test_another_set_of_articles_does_not_give_the_same():
    told = read_by_hand()
    assert _without_ids(told, list(range(len(told)))) != _without_ids(told, list(range(len(told) - 1)))


def _without_ids(told, order):
    """All that the views say, with each event's id replaced by the words of its reports, which no order changes."""
    day = last_day()
    index = events_on(told, day, order)
    names = {event.id: tuple(sorted(str(one.key) for one in event.reports)) for event in index}

    def named(ids):
        return sorted(names[one] for one in ids)

    def lines(given):
        return sorted((line.words, line.day, line.is_tentative, *named(line.event_ids)) for line in given)

    now = standing(index, (), day)
    return (
        sorted((headline(event), names[event.id]) for event in index),
        sorted(now.turn),
        [
            (
                one.title,
                one.answers and [(a.party, a.kind, a.words) for a in one.answers],
                one.is_live,
                named(one.event_ids),
            )
            for one in proposals(index, day)
        ],
        sorted(
            (
                status.party,
                status.direction,
                status.is_its_turn,
                status.days_waited,
                lines(line for line in (status.last_move, status.last_statement, status.latest_answer) if line),
                lines(status.demands_made),
                lines(status.demands_met),
                lines(line for _, line in status.commitments),
            )
            for status in now.parties
        ),
        [(one.label, one.promised, one.done, one.left) for one in tallies(index)],
        [(one.day, one.weight, one.reasons) for one in key_days(index, 5)],
    )
