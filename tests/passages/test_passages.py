"""Detection on the labelled passages does not fall below `floor.toml`."""

import tomllib

import pytest
from measure import HERE, files, measure

FLOORS = tomllib.loads((HERE / "floor.toml").read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_detection_is_not_below_the_floor(path):
    assert measure(path).detection.f1 >= FLOORS[path.stem]


def test_every_file_has_a_floor():
    assert {path.stem for path in files()} == set(FLOORS)
