from datetime import date

import pytest

from tracker.read.dateline import stated_day

STATED = {
    "KAMPALA, Jan 30, 2024 (Outlet) - Talks began.": date(2024, 1, 30),
    "BRUSSELS, 3 September 2021 (Agency) -- Envoys met.": date(2021, 9, 3),
    "New York (Agency), Sept. 5, 2019 — Teachers walked out.": date(2019, 9, 5),
    "March 2nd, 2015 - The ministers met.": date(2015, 3, 2),
    "2024-01-30: The ministers met.": date(2024, 1, 30),
    "A long headline about a strike\nPublished: Tuesday, 30 January 2024 14:05 GMT\nThe union met.": date(2024, 1, 30),
    "Posted on January 9, 2020\n\nThe union met.": date(2020, 1, 9),
    "Headline\nMay 1, 2020\nThe union met.": date(2020, 5, 1),
}
NOT_STATED = [
    "KAMPALA, Jan 30 (Outlet) - Talks began.",
    "The truce of January 30, 2024 - the first in years - holds.",
    "The ministers met on 30 January 2024.",
    "February 31, 2024 - Nobody met.",
    "Talks began on Monday.",
    "\n".join(["One line more."] * 7 + ["Published: 30 January 2024"]),
    "",
]


@pytest.mark.parametrize("text", STATED)
def test_a_day_with_its_year_is_read(text: str) -> None:
    assert stated_day(text) == STATED[text]


@pytest.mark.parametrize("text", NOT_STATED)
def test_no_day_is_guessed(text: str) -> None:
    assert stated_day(text) is None
