from datetime import date
from pathlib import Path

import pytest

from tracker.read.seeds import SeedError, read_seeds
from tracker.resources import seeds_path

PARTY = '[[parties]]\nname = "Union"\nkind = "union"\nrole = "party"\n'
ARTICLE = '[[articles]]\nfile = "a.txt"\npublished = 2020-06-03\n'
STORY = "Delegates of the union met the company in Lyon on Monday.\r\nThey agreed to meet again.\n"


def seed(folder: Path, content: str, story: str | None = STORY) -> Path:
    (folder / "strike" / "articles").mkdir(parents=True)
    (folder / "strike" / "negotiation.toml").write_text(content)
    if story is not None:
        (folder / "strike" / "articles" / "a.txt").write_bytes(story.encode())
    return folder


def test_the_packaged_seeds_are_read() -> None:
    (gaza,) = [found for found in read_seeds(seeds_path()) if found.slug == "gaza-truce-2024"]
    assert {party.name: party.role for party in gaza.parties} == {
        "Israel": "party",
        "Hamas": "party",
        "Qatar": "mediator",
        "Egypt": "mediator",
        "United States": "mediator",
    }
    assert [article.published for article in gaza.articles] == [date(2024, 1, 30), date(2024, 1, 31)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("title = ", "not TOML"),
        (PARTY + ARTICLE, "title is missing"),
        (f'title = "x"\nslug = "y"\n{PARTY}{ARTICLE}', "slug is unknown"),
        (f'title = "x"\n{PARTY.replace("union", "guild")}{ARTICLE}', "party Union"),
        (f'title = "x"\n{PARTY}{ARTICLE.replace("2020-06-03", "2020-06-03T10:00:00")}', "must be a day"),
        (f'title = "x"\n{PARTY}{ARTICLE.replace("a.txt", "b.txt")}', "b.txt cannot be read"),
    ],
)
def test_faults_name_the_file_and_the_key(tmp_path: Path, content: str, words: str) -> None:
    with pytest.raises(SeedError, match=words) as caught:
        read_seeds(seed(tmp_path, content))
    assert "negotiation.toml" in str(caught.value)
