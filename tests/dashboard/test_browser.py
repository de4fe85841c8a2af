"""The dashboard in headless Chromium, as a reader uses it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SLOW = 60_000
ARTICLE = """Negotiators from Egypt and Qatar met in Cairo on Monday.

Hamas rejected the truce proposal on Tuesday. The United States criticised Hamas on Tuesday.
"""
DANGEROUS = (
    "<script>document.title='owned'</script> <img src=x onerror=\"document.title='owned'\"> **stars** $x^2$ "
    "[link](javascript:alert(1)) :material/delete: :red[colour]"
)


@pytest.fixture
def requests(page: Page) -> Iterator[list[str]]:
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    yield seen
    foreign = [url for url in seen if not re.match(r"(https?|wss?)://localhost[:/]|data:|blob:|about:", url)]
    assert foreign == []


def ready(page: Page) -> None:
    """Waits until the page is drawn: nothing is running and no error is shown."""
    page.wait_for_selector("[data-testid=stMainBlockContainer] [data-testid=stVerticalBlock]", timeout=SLOW)
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning", timeout=SLOW)
    expect(page.locator("[data-testid=stException]")).to_have_count(0)


def opened(page: Page, address: str) -> None:
    page.goto(address)
    ready(page)


def add(page: Page, url: str, text: str, title: str, day: str = "2024-02-07") -> None:
    opened(page, f"{url}/add-article")
    page.get_by_label("Text of the article").fill(text)
    page.get_by_label("Title", exact=True).fill(title)
    page.get_by_role("spinbutton").first.click()
    page.keyboard.type(day.replace("-", ""))
    page.get_by_role("button", name="Show what it reports").click()
    expect(page.get_by_text(re.compile(r"events? found; nothing is saved yet"))).to_be_visible(timeout=SLOW)


def test_the_first_screen_shows_the_seed_and_asks_no_other_host(
    page: Page, dashboard_url: str, requests: list[str]
) -> None:
    opened(page, dashboard_url)
    for party in ("Hamas", "Israel", "Qatar", "Egypt", "United States"):
        expect(page.get_by_role("heading", name=re.compile(f"^{party}")).first).to_be_visible()
    page.wait_for_selector(".mark-symbol path", timeout=SLOW)
    assert page.locator(".mark-symbol path").count() > 10
    for name in ("Timeline", "Proposals", "Figures and deadlines", "Articles", "Parties", "Record of decisions"):
        page.get_by_role("link", name=name, exact=True).first.click()
        ready(page)
    assert len(requests) > 10


def test_an_article_is_shown_before_it_is_saved_and_is_on_the_timeline_after(
    page: Page, dashboard_url: str, requests: list[str]
) -> None:
    opened(page, f"{dashboard_url}/timeline?negotiation=gaza-truce-2024&party=Hamas&type=rejection")
    before = page.locator(".mark-symbol path").count()
    add(page, dashboard_url, ARTICLE, "Talks in Cairo")
    expect(page.get_by_text("rejected", exact=False).first).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("This is what it changed")).to_be_visible(timeout=SLOW)
    opened(page, f"{dashboard_url}/timeline?negotiation=gaza-truce-2024&party=Hamas&type=rejection")
    page.wait_for_selector(".mark-symbol path", timeout=SLOW)
    assert page.locator(".mark-symbol path").count() > before


def test_a_click_on_a_mark_opens_the_event_with_its_words_marked_in_the_article(page: Page, dashboard_url: str) -> None:
    opened(page, f"{dashboard_url}/timeline?negotiation=gaza-truce-2024&type=meeting")
    page.wait_for_selector(".mark-symbol path", timeout=SLOW)
    page.locator(".mark-symbol path").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("mark.strong").first).to_be_visible(timeout=SLOW)
    assert "event=" in page.url
    words = dialog.locator(".quote mark.strong").first.inner_text()
    assert words in dialog.locator(".text mark.strong").first.inner_text()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page).not_to_have_url(re.compile("event="))


def test_an_analyst_confirms_an_event_and_takes_it_back(page: Page, dashboard_url: str) -> None:
    opened(page, f"{dashboard_url}/timeline?negotiation=gaza-truce-2024&event=1")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("not reviewed")).to_be_visible(timeout=SLOW)
    dialog.get_by_role("tab", name="Confirm or correct").click()
    dialog.get_by_label("Your name").fill("Ann")
    dialog.get_by_role("button", name="Right", exact=True).click()
    expect(dialog.get_by_text("confirmed by an analyst")).to_be_visible(timeout=SLOW)
    opened(page, f"{dashboard_url}/record?negotiation=gaza-truce-2024")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_text("took decision 1 back")).to_be_visible(timeout=SLOW)
    opened(page, f"{dashboard_url}/timeline?negotiation=gaza-truce-2024&event=1")
    expect(dialog.get_by_text("not reviewed")).to_be_visible(timeout=SLOW)


def test_an_address_restores_filters_and_the_open_event(page: Page, dashboard_url: str) -> None:
    opened(page, f"{dashboard_url}/timeline?negotiation=gaza-truce-2024&party=Qatar&status=occurred&event=1")
    expect(page.get_by_role("dialog")).to_be_visible(timeout=SLOW)
    page.keyboard.press("Escape")
    ready(page)
    page.get_by_role("button", name="Filters (2)").click()
    expect(page.get_by_role("combobox", name="Party")).to_have_value("Qatar")
    expect(page.get_by_text("happened", exact=True).first).to_be_visible()
    page.get_by_role("button", name="Clear filters").click()
    expect(page.get_by_role("button", name="Filters", exact=True)).to_be_visible(timeout=SLOW)
    assert "party=" not in page.url
    assert "negotiation=gaza-truce-2024" in page.url


def test_what_is_chosen_stays_when_another_page_is_opened(page: Page, dashboard_url: str) -> None:
    opened(page, f"{dashboard_url}/timeline?negotiation=gaza-truce-2024&party=Qatar")
    page.get_by_role("link", name="Overview", exact=True).first.click()
    expect(page.get_by_role("button", name="Filters (1)")).to_be_visible(timeout=SLOW)
    expect(page).to_have_url(re.compile(r"/\?negotiation=gaza-truce-2024&party=Qatar$"))


def test_an_article_s_text_stays_text(page: Page, dashboard_url: str, requests: list[str]) -> None:
    text = f"Hamas rejected the proposal on Tuesday {DANGEROUS} and Israel met Egypt in Cairo on Monday."
    add(page, dashboard_url, text, DANGEROUS)
    shown = page.locator(".nt .text").first.inner_text()
    assert DANGEROUS in shown
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("This is what it changed")).to_be_visible(timeout=SLOW)
    for path in ("", "articles", "timeline", "parties", "proposals", "record"):
        opened(page, f"{dashboard_url}/{path}?negotiation=gaza-truce-2024")
        assert page.title() != "owned"
        assert page.locator("a[href^='javascript']").count() == 0
        assert page.locator("img[src='x']").count() == 0
        assert page.locator("[data-testid=stMain] .katex").count() == 0


@pytest.mark.parametrize(
    "path", ["", "timeline", "proposals", "figures", "add-article", "articles", "parties", "record"]
)
def test_a_phone_scrolls_down_and_never_sideways(page: Page, dashboard_url: str, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, f"{dashboard_url}/{path}?negotiation=gaza-truce-2024")
    page.wait_for_timeout(500)
    widths = page.evaluate(
        "() => { const m = document.querySelector('[data-testid=stMain]');"
        " return [m.scrollWidth, m.clientWidth, document.documentElement.scrollWidth, window.innerWidth] }"
    )
    assert widths[0] <= widths[1]
    assert widths[2] <= widths[3]
