"""What the tests of this folder share: the cases' extractions, which take the longest of all that the suite does."""

import pytest
from extraction_cases import Case, read_cases

from tracker.extract import extract_many
from tracker.model.mentions import Extraction


@pytest.fixture(scope="session")
def extractions() -> list[tuple[Case, Extraction]]:
    """Every case with what the program extracts from it, one parse for all."""
    cases = read_cases()
    return list(zip(cases, extract_many(case.article for case in cases), strict=True))
