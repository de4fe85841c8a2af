"""By when a demand, a threat or an offer wants an answer, or a promise is to be kept."""

import datetime as dt

import pytest

from tracker.extract import extract_many
from tracker.model.articles import Article

# Thursday, March 14.
PUBLISHED = dt.date(2024, 3, 14)
# Text, type of what sets the day, the day.
CASES = [
    ("Ethiopia gave the rebels until April 22 to answer.", "threat", "2024-04-22"),
    ("Chile gave Peru 48 hours to withdraw its guards.", "threat", "2024-03-16"),
    ("The dockers demanded that the port pay them by March 20.", "demand", "2024-03-20"),
    ("Eritrea must answer within ten days, Sudan warned.", "demand", "2024-03-24"),
    ("Nurses threatened on Tuesday to strike if the ministry did not answer before April 2.", "threat", "2024-04-01"),
    ("Acme promised on Tuesday to take the drivers back by April 5.", "acceptance", "2024-04-05"),
    ("Peru accepted the compromise within a day.", "acceptance", None),
    ("Chile demanded an apology from Peru on Monday.", "demand", None),
    ("Chile demanded that Peru close its coal plants by 2035.", "demand", None),
    ("Chile had demanded by March 3 that Peru free the crew.", "demand", None),
    ("Peru freed the crew by March 20.", "release", None),
    ("Chile demanded the release of the crew by Monday.", "demand", "2024-03-18"),
    ("Brunei has asked both for an answer by Sunday.", "demand", "2024-03-17"),
    ("The union promised a reply by Wednesday.", "acceptance", "2024-03-20"),
    ("Chile called for new talks by the end of the week.", "demand", "2024-03-17"),
    ("By Wednesday, Chile had called for talks.", "demand", None),
    ("On Tuesday Chile demanded their release, and by Wednesday its minister was in Lima.", "demand", None),
]


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, dt.date | None]]:
    articles = [Article(text, published=PUBLISHED) for text, _, _ in CASES]
    return {
        article.text: {mention.type.value: mention.due for mention in extraction.mentions}
        for article, extraction in zip(articles, extract_many(articles), strict=True)
    }


@pytest.mark.parametrize(("text", "kind", "day"), CASES)
def test_the_last_day_that_is_left(text, kind, day, told) -> None:
    assert kind in told[text]
    assert told[text][kind] == (dt.date.fromisoformat(day) if day else None)
