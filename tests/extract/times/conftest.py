"""A parser for the tests of this folder: the locked model, loaded once, without what time expressions do not use."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from tracker.extract.text import load_model
from tracker.extract.tokens import Doc, read


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[[str], Doc]:
    return lambda text: read(nlp(text))
