"""Every page in every state in Chromium: accessible, narrow enough, quiet, ours alone."""

from collections.abc import Generator
from typing import TYPE_CHECKING

import pytest

from tests.hub.web.sights import Sight

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NEED = "/match?need=redact+personal+data+from+freedom+of+information+responses"
IN_SECTOR = f"{NEED}&sector=Local+Government"
# state -> address ("{contract}" is filled in from the answer to the need), status, words on it
STATES: dict[str, tuple[str, int, str]] = {
    "home": ("/", 200, "What do you need?"),
    "filled in": ("/?need=payroll&sector=Health", 200, "payroll"),
    "empty need and no real day": ("/match?need=&asOf-day=31&asOf-month=2", 422, "a real date"),
    "unknown sector": ("/match?need=x&sector=Moonbase", 422, "Moonbase"),
    "answer": (IN_SECTOR, 200, "ranked for your need"),
    "answer of a fallback": (
        f"{NEED}&asOf-day=1&asOf-month=3&asOf-year=2025",
        200,
        "No trained model fits",
    ),
    "answer to nonsense": ("/match?need=qwertyuiop", 200, "knows none of the words"),
    "supplier": ("{supplier}", 200, "It sold under"),
    "supplier on a day": ("{supplier}?asOf=2026-01-31", 200, "publicly known on 31 January 2026"),
    "contract": ("{contract}", 200, "How we know"),
    "buyer": ("{buyer}", 200, "It bought under"),
    "no such contract": ("/contracts/con-0", 404, "Page not found"),
    "no such page": ("/nowhere", 404, "Page not found"),
    "no such day": ("{supplier}?asOf=yesterday", 404, "Page not found"),
    "licences": ("/about/licences", 200, "invented"),
    "accessibility": ("/accessibility", 200, "What was not tested"),
    "privacy": ("/privacy", 200, "What is logged"),
    "cookies": ("/cookies", 200, "no cookies"),
}


@pytest.fixture(scope="module")
def sight(browser: "Browser", demo_hub: str) -> Generator[Sight]:
    context = browser.new_context()
    yield Sight(context.new_page(), demo_hub)
    context.close()


@pytest.fixture(scope="module")
def places(sight: Sight) -> dict[str, str]:
    """A supplier, a contract of it and its buyer, as a reader finds them from the need."""
    sight.open(IN_SECTOR)
    supplier = sight.page.locator("h2 a").first.get_attribute("href") or ""
    sight.open(supplier)
    contract = sight.page.locator("main table a").first.get_attribute("href") or ""
    sight.open(contract)
    buyer = sight.page.locator("main dd a").first.get_attribute("href") or ""
    return {"supplier": supplier, "contract": contract, "buyer": buyer}


@pytest.mark.parametrize("state", STATES)
def test_a_page_is_accessible_narrow_quiet_and_asks_nobody_else(
    sight: Sight, places: dict[str, str], state: str
) -> None:
    address, status, words = STATES[state]
    assert sight.open(address.format(**places)) == status
    assert words in sight.page.content()
    assert "This is not a government service." in sight.page.locator("header").inner_text()
    for closed in sight.page.locator("details").all():
        closed.evaluate("element => element.open = true")  # axe leaves out what is folded away
    assert sight.violations() == []
    assert sight.complaints == []
    assert sight.foreign() == []
    shown = sight.page.locator("body").inner_text()
    assert not [mark for mark in ("<span", "<a ", "&lt;", "&amp;", "%(") if mark in shown]
    assert sight.page.locator("[style], [onclick]").count() == 0
    assert sight.width_needed_at(320) <= 320


def test_pages_say_that_the_data_is_fictional_and_up_to_when_it_goes(sight: Sight) -> None:
    for address in ("/", IN_SECTOR):
        sight.open(address)
        text = sight.page.locator("body").inner_text()
        assert "All of the data is fictional" in text
        assert "Data up to 1 April 2026" in text


def test_a_first_visit_is_small(sight: Sight, demo_hub: str) -> None:
    import gzip

    import httpx

    page = httpx.get(demo_hub + IN_SECTOR, trust_env=False)
    assert len(gzip.compress(page.content)) <= 10_000
    sight.open(IN_SECTOR)
    assert len(set(sight.asked)) <= 7


def test_the_skip_link_comes_first_and_leads_to_the_page(sight: Sight) -> None:
    sight.open("/")
    sight.page.keyboard.press("Tab")
    focused = "document.activeElement.textContent.trim()"
    assert sight.page.evaluate(focused) == "Skip to main content"
    assert sight.page.locator(":focus").bounding_box()
    sight.page.keyboard.press("Enter")
    assert sight.page.evaluate("location.hash") == "#main-content"
    sight.page.keyboard.press("Tab")
    assert sight.page.evaluate("document.activeElement.id") == "need"


def test_the_error_summary_has_the_focus_and_leads_to_the_field(sight: Sight) -> None:
    sight.open("/match?need=&sector=Health&asOf-day=1&asOf-month=x&asOf-year=2025")
    summary = sight.page.get_by_role("alert")
    assert "There is a problem" in summary.inner_text()
    assert sight.page.title().startswith("Error: ")
    assert sight.page.evaluate("document.activeElement.className").startswith("govuk-error-summary")
    summary.get_by_role("link", name="The date must be a real date").click()
    assert sight.page.evaluate("document.activeElement.id") == "asOf-month"
    assert sight.page.get_by_label("Your sector").input_value() == "Health"
    assert sight.page.get_by_label("Month").input_value() == "x"


def test_need_to_supplier_to_contract_works_without_javascript(
    browser: "Browser", demo_hub: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(demo_hub)
    page.get_by_label("Your need").fill("staff rostering and shift planning")
    page.get_by_label("Your sector").select_option("Health")
    page.get_by_role("button", name="Find suppliers").click()
    assert "sector=Health" in page.url
    first = page.get_by_role("heading", level=2).first
    name = first.inner_text()
    reason = page.locator("ol > li").first
    assert reason.locator("a[href^='/contracts/']").count() >= 1
    reason.get_by_text("How the points add up").click()
    assert reason.get_by_role("rowheader", name="Total score").is_visible()
    first.get_by_role("link").click()
    assert page.get_by_role("heading", level=1).inner_text() == name
    page.get_by_role("table").get_by_role("rowheader").first.get_by_role("link").click()
    assert page.get_by_role("heading", name="How we know").is_visible()
    assert page.get_by_role("link", name=name).is_visible()
    page.get_by_role("link", name="Match a need").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "What do you need?"
    context.close()
