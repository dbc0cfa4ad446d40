"""Floors for what the recogniser reaches on the development pages; they lie below what is measured, to catch slips."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import AsyncIterator
from pathlib import Path
from types import ModuleType

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, async_playwright

from agent.browser.page_map import look, open_eyes
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.recognition import as_json

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (SHARED / "data" / "score_forms.py").exists(), reason="the development pages are not beside this checkout"
    ),
]


@pytest_asyncio.fixture
async def context(browser_path: str) -> AsyncIterator[BrowserContext]:
    async with async_playwright() as playwright:
        await open_eyes(playwright)
        browser = await playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        yield await browser.new_context(offline=True)
        await browser.close()


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_forms", SHARED / "data" / "score_forms.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


async def test_the_development_pages_are_recognised(context: BrowserContext) -> None:
    score = scorer()
    kinds = json.loads((SHARED / "kinds.json").read_text(encoding="utf-8"))
    rows = []
    page = await context.new_page()
    for file in sorted((SHARED / "data" / "admin-dev").glob("*.html")):
        await page.goto(file.as_uri())
        found = score.index(as_json(recognise((await look(page)).map)))
        for entry in score.truth_of(str(file))["controls"]:
            answer = next((found[i] for i in (entry.get("ids") or [entry["id"]]) if i in found), None)
            rows.append(score.judge(entry, answer, kinds))
    result = score.summary(rows)
    assert result["non_fill_fills"] == 0
    assert result["wrong_subject_fills"] == 0
    assert result["fill"]["precision"] >= 0.98
    assert result["fill_or_check"]["recall"] >= 0.92
    assert result["kind_accuracy"] >= 0.92
