import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from tracker.model.articles import Article, PublicationGround
from tracker.model.errors import ArticleError
from tracker.read import Given, read_bytes, read_file, read_files, readable_files

STORY = "Delegates of the union met the company in Lyon on Monday. They agreed to meet again next week."
CURLY = "The union’s delegates met the company’s in Lyon on Monday – and “nobody” left before midnight came."
PAGE = f"""<!doctype html><html lang="en"><head><title>Union meets company | Herald</title>
<meta property="og:title" content="Union meets company"><meta property="og:site_name" content="Herald">
<meta property="article:published_time" content="2020-06-03T09:30:00+02:00">
<link rel="canonical" href="https://herald.example/union"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Union meets company</h1>
<p>{STORY}</p><p>The talks were the third since the strike began, and both of them said that they would go on.</p>
<p>A spokeswoman for the company declined to say what it had offered to the workers at its plant.</p></article>
<script>track()</script><footer>All rights reserved</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_give_the_same_text(encoding: str) -> None:
    assert read_bytes(CURLY.encode(encoding), "story.txt").text == CURLY


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n\x00\x01\x02\xff", bytes(range(256)) * 4, b"\x81\x8d\x8f" * 40, b"\xff\xfe\x00\xd8\x00"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"^story\.txt is not text"):
        read_bytes(data, "story.txt")


def test_a_page_gives_its_story_and_its_metadata() -> None:
    article = read_bytes(PAGE.encode(), "page.html")
    assert STORY in article.text
    assert "Sport" not in article.text
    assert "track" not in article.text
    assert (article.title, article.outlet, article.address) == (
        "Union meets company",
        "Herald",
        "https://herald.example/union",
    )
    assert (article.published, article.publication_ground) == (date(2020, 6, 3), PublicationGround.METADATA)


def test_a_page_without_a_date_in_its_markup_gets_none() -> None:
    undated = "\n".join(line for line in PAGE.splitlines() if "published_time" not in line)
    article = read_bytes(undated.encode(), "page.html")
    assert (article.published, article.publication_ground) == (None, PublicationGround.UNKNOWN)


@pytest.mark.parametrize("page", ["", "<html><body><script>x()</script></body></html>"])
def test_a_page_without_a_story_is_refused(page: str) -> None:
    with pytest.raises(ArticleError, match=r"page\.html (is empty|holds no article)"):
        read_bytes(page.encode(), "page.html")


def test_front_matter_is_read_and_marks_are_left_out() -> None:
    head = "title: Third round\ndate: 2020-06-03\noutlet: Herald\nurl: https://herald.example/3"
    text = f"---\n{head}\n---\n## Third *round*\n\n{STORY}\nSee [the offer](https://x.example/a)."
    article = read_bytes(text.encode(), "story.md")
    assert article.text == f"Third round\n\n{STORY}\nSee the offer."
    assert article == Article(
        article.text, "Third round", "https://herald.example/3", "Herald", date(2020, 6, 3), PublicationGround.METADATA
    )


@pytest.mark.parametrize("head", ["title: [unclosed", "date: next Tuesday"])
def test_front_matter_that_cannot_be_read_is_named(head: str) -> None:
    with pytest.raises(ArticleError, match=r"story\.md has"):
        read_bytes(f"---\n{head}\n---\n{STORY}".encode(), "story.md")


def test_json_is_read_with_its_fields() -> None:
    data = {"id": 7, "title": None, "published": "2020-06-03T10:00:00Z", "text": STORY, "source": "Herald"}
    article = read_bytes(json.dumps(data).encode(), "story.json")
    assert article == Article(STORY, None, None, "Herald", date(2020, 6, 3), PublicationGround.METADATA)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "is not JSON"),
        ('"words"', "is no article"),
        ('{"text": null}', "is no article"),
        ('{"text": ""}', "is empty"),
        ('{"text": "The union met.", "published": "soon"}', "which is no day"),
        ("[]", "holds 0 articles"),
        ("[" * 100_000, "is not JSON"),
    ],
)
def test_json_that_is_no_article_is_refused(content: str, words: str) -> None:
    with pytest.raises(ArticleError, match=words):
        read_bytes(content.encode(), "story.json")


def test_other_kinds_of_file_are_refused_by_name() -> None:
    with pytest.raises(ArticleError, match=r"^talks\.pdf is no file that can be read"):
        read_bytes(b"x", "talks.pdf")


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="cannot be read"):
        read_file(tmp_path / "none.txt")
    (only,) = read_files(tmp_path / "none")
    assert isinstance(only, ArticleError)
    assert "does not exist" in str(only)


def test_a_folder_gives_every_article_and_every_fault_in_order(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.pdf").write_bytes(b"%PDF")
    (tmp_path / "c.json").write_text(json.dumps([{"text": STORY + " One."}, {"text": 5}, {"text": STORY + " Two."}]))
    (tmp_path / ".hidden.txt").write_text(STORY)
    within = tmp_path / "within"
    within.mkdir()
    (within / "d.txt").write_text("")
    lines = gzip.compress((json.dumps({"text": STORY + " Three."}) + "\n\n{\n").encode())
    (within / "e.jsonl.gz").write_bytes(lines)
    assert [path.name for path in readable_files(tmp_path)] == ["a.txt", "c.json", "d.txt", "e.jsonl.gz"]
    results = list(read_files(tmp_path, Given(outlet="Herald")))
    assert [type(result) for result in results] == [
        Article,
        Article,
        ArticleError,
        Article,
        ArticleError,
        Article,
        ArticleError,
    ]
    assert {result.outlet for result in results if isinstance(result, Article)} == {"Herald"}
    assert [str(result).split(" ")[0] for result in results if isinstance(result, ArticleError)] == [
        "c.json,",
        "d.txt",
        "e.jsonl.gz,",
    ]
