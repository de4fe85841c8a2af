"""The last days that the terms of a deal name."""

import datetime as dt

import pytest

from tracker.views.last_days import last_days

TOLD = dt.date(2024, 10, 3)
PARTIES = ("Peru", "Chile")


@pytest.mark.parametrize(
    ("terms", "days"),
    [
        (
            "Under it, Peru will pay the arrears by November 30 and hire 200 guards by 31 March. Talks go on.",
            [("2024-11-30", ("Peru",)), ("2025-03-31", ("Peru",))],
        ),
        (
            "Peru will free ten men by May 2, 2026, while Chile will pay Peru by October 9.",
            [("2026-05-02", ("Peru",)), ("2024-10-09", ("Chile",))],
        ),
        ("The mine will reopen no later than 1 December.", [("2024-12-01", PARTIES)]),
        (
            "Peru will pay by Nov. 10 and Chile by 17 Nov 2025.",
            [("2024-11-10", ("Peru",)), ("2025-11-17", ("Chile",))],
        ),
        ("Peru had paid by May 2. Chile will pay. Peru will be led by May.", []),
        ("Peru will pay by February 30.", []),
    ],
)
def test_last_days_and_who_owes_them(terms: str, days: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(one.day.isoformat(), one.parties) for one in last_days(terms, TOLD, PARTIES)] == days


def test_the_words_are_those_of_the_clause() -> None:
    terms = "Under it, Peru will pay the arrears by November 30 and hire 200 guards by 31 March."
    assert [one.words for one in last_days(terms, TOLD, PARTIES)] == [
        "Under it, Peru will pay the arrears by November 30",
        "hire 200 guards by 31 March",
    ]
