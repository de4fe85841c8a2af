import tomllib
from pathlib import Path
from typing import Any

import pytest
from made_reports import made

from tracker.resolve import PartyBook, PartyRules, match, resolve
from tracker.resolve.profile import profile
from tracker.resolve.weights import read_weights, weights

CASES = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
@pytest.mark.parametrize("turned", [False, True], ids=["as written", "turned round"])
def test_two_reports_are_one_event_or_two(case: dict[str, Any], turned: bool) -> None:
    reports = [made(data, number) for number, data in enumerate(case["reports"])]
    events = resolve(reports[::-1] if turned else reports).events
    assert (len(events) == 1) is case["same"], [str(score(*reports)), [e.type for e in events]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_score_is_symmetric_and_its_parts_add_up(case: dict[str, Any]) -> None:
    a, b = (made(data, number) for number, data in enumerate(case["reports"]))
    one, other = score(a, b), score(b, a)
    assert one == other
    assert one.total == pytest.approx(sum(value for _, value in one.parts))


def score(a: Any, b: Any) -> Any:
    book = PartyBook(PartyRules())
    return match(profile(book.named(a)), profile(book.named(b)))


def packaged() -> str:
    from importlib.resources import files

    return files("tracker.resolve").joinpath("weights.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[apart.date]\n", "missing key"),
        ("colour = 1\n", "colour"),
        ('[related]\n"meeting dance" = -1.0\n', "related.meeting dance"),
    ],
)
def test_a_wrong_weight_file_names_file_and_key(text: str, message: str) -> None:
    whole = packaged()
    if text.startswith("["):
        section = text.split("\n")[0]
        start = whole.index(section)
        end = whole.find("\n[", start + 1)
        whole = whole[:start] + text + whole[end:]
    else:
        whole = text + whole
    with pytest.raises(ValueError, match=message) as caught:
        read_weights(whole)
    assert "resolve/weights.toml" in str(caught.value)


def test_related_types_are_symmetric() -> None:
    near = weights().types_near
    assert all(one in near[other] for one in near for other in near[one])
