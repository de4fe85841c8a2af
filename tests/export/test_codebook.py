from pathlib import Path

from tracker.export.codebook import codebook


def test_the_page_in_docs_is_the_codebook() -> None:
    page = Path(__file__).parents[2] / "docs" / "codebook.md"
    assert page.read_text(encoding="utf-8") == codebook(), "run: tracker codebook > docs/codebook.md"
