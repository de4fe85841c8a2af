from collections.abc import Callable
from datetime import date

import pytest

from tracker.extract.parties import ArticleParties, find_parties
from tracker.extract.text import load_model
from tracker.extract.tokens import read as read_words

Read = Callable[..., ArticleParties]


@pytest.fixture(scope="session")
def read() -> Read:
    """Reads the parties of a text; the parsed document is their `doc`."""

    def reading(
        text: str,
        published: date | None = date(2024, 3, 14),
        title: str | None = None,
        outlet: str | None = None,
    ) -> ArticleParties:
        return find_parties(read_words(load_model()(text)), title, published, outlet=outlet)

    return reading
