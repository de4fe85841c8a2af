import re

import pytest

from tracker.dashboard.markup import escaped, highlighted, label, surroundings
from tracker.model.dates import Span

DANGEROUS = (
    "<script>alert(1)</script> **bold** $x^2$ [click](javascript:alert(1)) :material/delete: <img src=x onerror=y>"
)


def test_highlighting_keeps_the_text_and_adds_no_element_of_it() -> None:
    html = highlighted(DANGEROUS, [Span(3, 12)], [Span(0, 40)])
    assert set(re.findall(r"<[^>]+>", html)) == {"<mark class='strong'>", "<mark class='faint'>", "</mark>"}
    without = re.sub(r"</?mark[^>]*>", "", html)
    assert without == escaped(DANGEROUS)


@pytest.mark.parametrize(
    ("strong", "faint", "html"),
    [
        ([], [], "abcdef"),
        ([Span(1, 3)], [], "a<mark class='strong'>bc</mark>def"),
        (
            [Span(2, 3)],
            [Span(1, 4)],
            "a<mark class='faint'>b</mark><mark class='strong'>c</mark><mark class='faint'>d</mark>ef",
        ),
        ([Span(4, 90)], [], "abcd<mark class='strong'>ef</mark>"),
        ([Span(3, 3)], [], "abcdef"),
    ],
)
def test_spans_overlap_and_reach_beyond_the_text(strong: list[Span], faint: list[Span], html: str) -> None:
    assert highlighted("abcdef", strong, faint) == html


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words", "plain words"),
        ("two\nlines", "two lines"),
        ("**bold**", r"\*\*bold\*\*"),
        ("$x$", r"\$x\$"),
        ("[a](b)", r"\[a\]\(b\)"),
        (":red[x]", ":\u2060red\\[x\\]"),
        ("www.x.org", "www\u2060\\.x\\.org"),
        ("1. item", "1\\. item"),
        ("<b>", r"\<b\>"),
    ],
)
def test_labels_are_not_read_as_markdown(text: str, written: str) -> None:
    assert label(text) == written


def test_surroundings_are_whole_lines_where_they_can_be() -> None:
    text = "first line\n" + "x" * 50 + " second " + "y" * 50 + "\nlast line"
    second = Span(text.index("second"), text.index("second") + 6)
    assert surroundings(text, second, 1000) == Span(0, len(text))
    near = surroundings(text, second, 55)
    assert text[near.first : near.last] == "x" * 50 + " second " + "y" * 50
    tight = surroundings(text, second, 5)
    assert text[tight.first : tight.last].strip("xy ") == "second"
