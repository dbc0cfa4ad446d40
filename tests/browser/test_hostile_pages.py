"""Pages that are too large, never rest or rewrite themselves are looked at and filled in bounded time.

The giants are in `tests.bench.giant_pages`.
"""

from __future__ import annotations

import asyncio
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from agent.browser import hands, page_map
from agent.browser.page_map import look
from agent.browser.page_reading import LABEL_LENGTH, MOST_CONTROLS, VALUE_LENGTH
from agent.browser.problems import PageUnreadable
from agent.runs.opening import open_start
from agent.runs.settle import settle
from tests.bench.giant_pages import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.async_api import Page

    from agent.browser.page import PageMap
    from agent.gate.proxy import Gate

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

BUSY_MACHINE = 25.0
"""Seconds for what takes one or two when nothing else runs."""
NO_GATE = cast("Gate", SimpleNamespace(failures={}))


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with served(small=True) as (url, _other):
        yield url


async def opened(page: Page, url: str) -> None:
    page.on("dialog", lambda dialog: asyncio.ensure_future(dialog.dismiss()))
    await open_start(page, NO_GATE, url)
    await settle(page)


def ref(found: PageMap, name: str) -> int:
    return next(each.ref for each in found.controls if each.name == name)


@pytest.mark.parametrize("name", ["long-text", "many-nodes", "many-options", "endless-scroll", "frames", "shadow",
                                  "growing-form", "never-loaded", "timers", "alerts", "long-words", "deep",
                                  "moving-address"])
async def test_the_form_is_seen_and_filled_in_bounded_time(page: Page, site: str, name: str) -> None:
    begun = time.monotonic()
    await opened(page, f"{site}/{name}")
    mapped = await look(page)
    outcome = await hands.fill(mapped, ref(mapped.map, "family"), "Whitcombe")
    assert outcome.ok, outcome
    assert time.monotonic() - begun < BUSY_MACHINE
    assert all(len(each.label) <= LABEL_LENGTH and len(each.value) <= VALUE_LENGTH for each in mapped.map.controls)


async def test_of_too_many_controls_the_first_are_kept(page: Page, site: str) -> None:
    await page.set_content("<input name=family>" + "<input>" * (MOST_CONTROLS + 10))
    assert len((await look(page)).map.controls) == MOST_CONTROLS


async def test_an_option_far_down_a_long_list_is_chosen(page: Page, site: str) -> None:
    await opened(page, f"{site}/many-options")
    mapped = await look(page)
    branch = next(each for each in mapped.map.controls if each.name == "branch")
    place = next(index for index, option in enumerate(branch.options) if option.label == "Branch 1800")
    assert (await hands.choose(mapped, branch.ref, place)).ok
    assert await page.locator("select").input_value() == "o1800"


async def test_a_form_that_replaces_its_controls_is_filled_look_by_look(page: Page, site: str) -> None:
    await opened(page, f"{site}/replaced-controls")
    for name, value in (("given", "Eleanor"), ("family", "Whitcombe")):
        mapped = await look(page)
        await hands.fill(mapped, ref(mapped.map, name), value)
    held = {each.name: each.value for each in (await look(page)).map.controls}
    assert (held["given"], held["family"]) == ("Eleanor", "Whitcombe")


async def test_what_moves_for_ever_is_pressed(page: Page, site: str) -> None:
    await opened(page, f"{site}/all-moving")
    mapped = await look(page)
    assert (await hands.click(mapped, mapped.map.buttons[0].ref)).ok
    await page.wait_for_url("**/sent")


async def test_a_script_that_never_returns_ends_in_a_problem_that_says_what_to_do(
        page: Page, site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_map, "PAGE_PATIENCE", 2_000)
    await opened(page, f"{site}/hanging-input")
    mapped = await look(page)
    assert not (await hands.fill(mapped, ref(mapped.map, "given"), "Eleanor")).ok
    with pytest.raises(PageUnreadable, match="retry"):
        await look(page)
