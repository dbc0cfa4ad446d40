"""What a look at a page costs, in CPU milliseconds of its renderer and of this process, over a folder of pages.

    python -m tests.bench.page_map_cost [--data FOLDER] [--most N]

A page is opened from its file with scripts and without a network, left to rest, laid out once, and then looked at five
times; the second smallest is its figure, so that neither a first compilation nor somebody else's load is counted. The
renderer's CPU time is read from the system (Linux only): what the browser needs to draw the page comes before it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import time
from pathlib import Path

from playwright.async_api import Browser, async_playwright
from playwright.async_api import Error as PlaywrightError

from agent.browser.find import find_browser
from agent.browser.page_map import look, open_eyes
from agent.planner.autofill.recognise import recognise

DATA = Path(__file__).parents[3] / "shared" / "data" / "ddg-dev"
LOOKS = 5


def _renderers() -> dict[int, float]:
    """CPU milliseconds by process, of all renderers of all browsers on the machine."""
    found = {}
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and b"--type=renderer" in (folder / "cmdline").read_bytes():
                found[int(folder.name)] = sum(
                    int((thread / "schedstat").read_text().split()[0]) for thread in (folder / "task").iterdir()) / 1e6
        except OSError:  # gone meanwhile
            continue
    return found


async def cost_of(browser: Browser, file: Path) -> tuple[float, float, float, int] | None:
    """The page script's, this process's and the recogniser's milliseconds, and how many controls were found."""
    context = await browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    try:
        before = _renderers()
        page = await context.new_page()
        try:
            await page.goto(file.as_uri(), wait_until="load", timeout=15_000)
        except PlaywrightError:
            return None
        await page.wait_for_timeout(300)
        await page.evaluate("document.documentElement.getBoundingClientRect().height")
        theirs, ours, thought, count = [], [], [], 0
        for _ in range(LOOKS):
            await page.wait_for_timeout(60)
            start, own = _renderers(), time.process_time()
            mapped = await look(page)
            middle, end = time.process_time(), _renderers()
            recognise(mapped.map)
            thought.append((time.process_time() - middle) * 1000)
            ours.append((middle - own) * 1000)
            fresh = [end[pid] - start[pid] for pid in end if pid in start and pid not in before]
            theirs.append(sum(fresh))
            count = len(mapped.map.controls)
        return sorted(theirs)[1], sorted(ours)[1], sorted(thought)[1], count
    except (PlaywrightError, ValueError):
        return None
    finally:
        await context.close()


def _says(name: str, figures: list[float]) -> dict[str, float]:
    found = {"median": round(statistics.median(figures), 1), "p95": round(_share(figures, 0.95), 1),
             "most": round(max(figures), 1)}
    print(f"{name:<34} median {found['median']:>6}  p95 {found['p95']:>6}  most {found['most']:>7}")
    return found


def _share(figures: list[float], share: float) -> float:
    return sorted(figures)[min(len(figures) - 1, int(len(figures) * share))]


async def measure(folder: Path, most: int) -> dict[str, object]:
    files = sorted(folder.glob("*.html"))
    files = files[:: max(1, len(files) // most)][:most] if most else files
    costs = []
    async with async_playwright() as playwright:
        await open_eyes(playwright)
        root = os.getuid() == 0  # who can't have Chromium's sandbox
        browser = await playwright.chromium.launch(executable_path=find_browser().path, chromium_sandbox=not root)
        for file in files:
            cost = await cost_of(browser, file)
            if cost is not None:
                costs.append((*cost, file.name))
        await browser.close()
    print(f"{len(costs)} of {len(files)} pages, CPU ms a look")
    answer: dict[str, object] = {"pages": len(costs), "asked": len(files)}
    answer["page script"] = _says("page script (renderer)", [cost[0] for cost in costs])
    answer["this process"] = _says("reading the answer (this process)", [cost[1] for cost in costs])
    answer["recogniser"] = _says("recogniser", [cost[2] for cost in costs])
    answer["all"] = _says("all three", [sum(cost[:3]) for cost in costs])
    dearest = sorted(costs, reverse=True)[:5]
    for theirs, _, _, count, name in dearest:
        print(f"  {name}: {theirs:.1f} ms, {count} controls")
    return answer


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--most", type=int, default=0, help="at most so many pages, spread over the folder")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    if not asked.data.is_dir():
        raise SystemExit(f"{asked.data} is not there")
    result = asyncio.run(measure(asked.data, asked.most))
    if asked.json:
        asked.json.write_text(json.dumps(result, indent=1))
