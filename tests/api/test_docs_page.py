"""The docs page in a real browser: the token is entered, a request tried out, and nobody but the service asked."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest

from itemlink_gui.api import docs
from itemlink_gui.ops import customers, items
from tests.api.browser import PROGRAM, Browser
from tests.api.conftest import TOKEN, Running
from tests.support import run, standing


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The browser; without it the tests are skipped, or fail where they must run."""
    if shutil.which(PROGRAM) is None:
        told = f"the docs page needs {PROGRAM}"
        if os.environ.get("ITEMLINK_REQUIRE_BROWSER"):
            pytest.fail(told)
        pytest.skip(told)
    made = Browser(tmp_path_factory.mktemp("browser"))
    yield made
    made.close()


def one(selector: str) -> str:
    """Return the expression that finds an element."""
    return f"document.querySelector({selector!r})"


# The operation as the page shows it.
ADD = ".opblock-post:has([data-path='/api/items/{id}/add_customer/'])"


def open_page(browser: Browser, address: str) -> None:
    browser.open(address + docs.PAGE)
    browser.until(one(".opblock"))


def enter_the_token(browser: Browser) -> None:
    browser.click(one(".auth-wrapper .authorize"))
    browser.type(one(".auth-container input"), TOKEN)
    browser.click(one(".auth-btn-wrapper .authorize"))
    browser.click(one(".auth-btn-wrapper .btn-done"))
    browser.until(f"!{one('.dialog-ux')}")


def try_adding(browser: Browser, item: int, customer: int) -> str:
    """Try add_customer out, and return what the page shows of the answer: the status and the body."""
    browser.click(one(f"{ADD} .opblock-summary-control"))
    browser.click(one(f"{ADD} .try-out__btn"))
    browser.type(one(f"{ADD} [data-param-name=id] input"), str(item))
    browser.type(one(f"{ADD} .body-param textarea"), f'{{"customer_id": {customer}}}')
    browser.click(one(f"{ADD} .execute"))
    body = one(f"{ADD} .live-responses-table .highlight-code")
    browser.until(body)
    status = one(f"{ADD} .live-responses-table .response .response-col_status")
    return str(browser.look(f"{status}.innerText.trim() + ' ' + {body}.innerText"))


def test_a_customer_is_added_from_the_page(running: Running, browser: Browser) -> None:
    address = running.service.address
    run(running.engine, items.create(name="Basic Package"))
    run(running.engine, customers.create(username="johndoe", full_name="John Doe"))
    open_page(browser, address)
    enter_the_token(browser)
    shown = try_adding(browser, 1, 1)
    assert shown.startswith("200 ")
    assert "Customer John Doe added to item" in shown
    assert standing(running.engine) == {(1, 1)}
    asked = browser.asked()
    assert f"{address}/api/items/1/add_customer/" in asked
    assert [url for url in asked if not url.startswith((f"{address}/", "data:"))] == []
    assert browser.complaints() == []
    assert browser.look("document.title") == "ItemLink: local service"


def test_the_token_is_forgotten_with_the_page(running: Running, browser: Browser) -> None:
    open_page(browser, running.service.address)
    enter_the_token(browser)
    browser.until(one(".auth-wrapper .authorize.locked"))
    assert browser.look("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    open_page(browser, running.service.address)
    browser.until(one(".auth-wrapper .authorize.unlocked"))


def test_the_page_is_as_light_or_dark_as_the_browser(running: Running, browser: Browser) -> None:
    """Also when that changes while the page is open."""
    looks = {}
    for scheme in ("dark", "light"):
        browser.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        if scheme == "dark":
            open_page(browser, running.service.address)
        browser.until(f"document.documentElement.classList.contains('dark-mode') === {str(scheme == 'dark').lower()}")
        grounds = [f"getComputedStyle({one(where)}).backgroundColor" for where in ("html", ".opblock")]
        looks[scheme] = browser.look(f"[{', '.join(grounds)}]")
    assert looks["light"][0] == "rgb(255, 255, 255)"
    assert looks["dark"][0] == "rgb(28, 32, 34)"
    assert looks["light"][1] != looks["dark"][1]
