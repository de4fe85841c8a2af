from datetime import date

import pytest

from tracker.model.articles import PublicationGround
from tracker.model.errors import ArticleError
from tracker.read import Given, read_text
from tracker.read.pasted import canonical_address, source_given

STORY = "Delegates of the union met the company in Lyon on Monday. They agreed to meet again next week."


def test_the_given_day_wins_over_metadata_and_dateline() -> None:
    text = f"LYON, June 3, 2020 (Agency) - {STORY}"
    cases = {
        (Given(date(2020, 6, 1)), Given(date(2020, 6, 2))): (date(2020, 6, 1), PublicationGround.GIVEN),
        (Given(), Given(date(2020, 6, 2))): (date(2020, 6, 2), PublicationGround.METADATA),
        (Given(), Given()): (date(2020, 6, 3), PublicationGround.DATELINE),
    }
    for (given, metadata), expected in cases.items():
        article = read_text(text, given, metadata)
        assert (article.published, article.publication_ground) == expected


def test_without_any_day_it_stays_unknown() -> None:
    article = read_text(STORY)
    assert (article.published, article.publication_ground) == (None, PublicationGround.UNKNOWN)


def test_line_ends_marks_and_repeated_lines_are_tidied() -> None:
    line = "The two sides met for the third time."
    article = read_text(f"\ufeff{line}\r\nRead more\r\n{line}\r\n\u200bRead more\rThe end came on a Friday.  \r\n")
    assert article.text == f"{line}\nRead more\nRead more\nThe end came on a Friday."


def test_the_same_words_with_other_line_ends_are_the_same_article() -> None:
    assert read_text(STORY).text_hash == read_text(STORY.replace(". ", ".\r\n\r\n")).text_hash


def test_half_a_surrogate_pair_does_not_stop_the_reading() -> None:
    assert read_text(f"{STORY} \ud83d").text.endswith("\ufffd")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        (" \n\t\ufeff", "is empty"),
        ("x" * 1_000_001, "more than 1 MB"),
        ("é" * 500_001, "more than 1 MB"),
        ("Le gouvernement a rejeté la proposition de paix que les rebelles avaient faite hier.", "English"),
        ("رفضت الحركة الاقتراح الذي قدمه الوسطاء في الدوحة", "English"),
    ],
)
def test_what_is_no_article_is_refused_in_one_sentence(text: str, words: str) -> None:
    with pytest.raises(ArticleError, match=words) as caught:
        read_text(text, name="notes.txt")
    assert str(caught.value).startswith("notes.txt ")
    assert str(caught.value).count(". ") == 0


@pytest.mark.parametrize("text", ["GAZA", "Juba talks resume Monday", "Netanyahu, Hamas, Qatar, Egypt", STORY])
def test_a_few_names_are_not_taken_for_another_language(text: str) -> None:
    assert read_text(text).text == text


def test_an_address_is_told_from_an_outlet() -> None:
    assert source_given("Daily Herald") == Given(outlet="Daily Herald")
    assert source_given("https://www.herald.example/a") == Given(
        outlet="herald.example", address="https://www.herald.example/a"
    )
    assert source_given(None) == Given()


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("HTTPS://News.Example/Story/?utm_source=x&id=7&fbclid=1#top", "https://news.example/Story?id=7"),
        ("https://news.example/story", "https://news.example/story"),
        ("urn:isbn:123", "urn:isbn:123"),
    ],
)
def test_addresses_lose_what_changes_from_visitor_to_visitor(address: str, canonical: str) -> None:
    assert canonical_address(address) == canonical
    assert canonical_address(canonical) == canonical
