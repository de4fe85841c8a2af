"""What an article calls the sides whose packaged name it does not write."""

from collections.abc import Callable

import pytest

from tracker.extract.parties import ArticleParties

Read = Callable[..., ArticleParties]

CASES = [
    ("The PKK said it would disarm. PKK fighters left.", "Kurdistan Workers' Party", "PKK"),
    ("Burma freed 200 prisoners. The Burmese army gave no reason.", "Myanmar", "Burma"),
    ("US officials met in Oman. The U.S. envoy left. The US stayed.", "United States", "US"),
    ("United Continental Holdings cut jobs. United said that United crews agreed.", "United Airlines", "United"),
    ("The rebels met the Peruvian army.", "Peruvian rebels", "rebels"),
]
KEPT = [
    ("Britain offered talks.", "United Kingdom"),
    ("The Islamic Republic, Iranian officials said, would answer.", "Iran"),
    ("Israeli and American officials met.", "Israel"),
    ("Israel met the United States. The US left.", "United States"),
    ("The United Nations Security Council met.", "UN Security Council"),
    ("Families of the captives met the minister.", "families of captives"),
    ("Nobody came.", "Peruvian rebels"),
]


@pytest.mark.parametrize(("text", "side", "written"), CASES)
def test_a_side_goes_by_the_name_that_the_article_writes(read: Read, text: str, side: str, written: str) -> None:
    assert read(text).as_written([side]) == {side: written}


@pytest.mark.parametrize(("text", "side"), KEPT)
def test_a_side_keeps_its_name(read: Read, text: str, side: str) -> None:
    assert read(text).as_written([side]) == {}


def test_two_sides_with_one_noun_keep_their_names(read: Read) -> None:
    text = "The rebels of Peru met the rebels from Chad."
    assert read(text).as_written(["Chadian rebels", "Peruvian rebels"]) == {}
