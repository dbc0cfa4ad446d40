"""MiniWoB's form-like tasks, driven by the embedded planner with the product's own page map and hands.

    python -m tests.bench.miniwob [--task T]... [--seeds 20] [--show]

The task pages (PyPI `miniwob` 1.1.0, MIT) are fetched once with ``pip download --no-deps`` into ``tests/bench/.cache``,
so that nothing of a learning framework enters our lock file. They are served on loopback and seeded as the package
does. The utterance is the task's text; what the package leaves out of its own observation (the utterance's box, its
display of rewards) is not shown to the planner either. A seed is a success when the page's raw reward is above zero;
*exact* counts the seeds with a reward of one. The gate stays out: nothing of anybody's is there to guard.

Signing in and signing are left to the person by rule; those tasks are counted apart, as kept or broken.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import os
import subprocess
import sys
import threading
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright

from agent.browser import hands
from agent.browser.find import find_browser
from agent.browser.page_map import MappedPage, look, open_eyes
from agent.planner.autofill.plan import decide, page_signature
from agent.planner.base import Action, Ask, ButtonKind, Click, GiveUp, View
from agent.protocol import FactKind
from agent.runs.acts import Account, carry_out, changes_in, pending
from agent.runs.checking import sound
from agent.runs.settle import settle

CACHE = Path(__file__).parent / ".cache"
WHEEL = "miniwob-1.1.0-py3-none-any.whl"
SHA256 = "297006e84219d56ad037e843527ed773a4a82509dc43b6031ec4a3ad3e3e61d9"

TASKS = (
    "enter-text", "enter-text-dynamic", "enter-date", "enter-time", "choose-date", "choose-date-easy",
    "choose-date-medium", "choose-list", "click-checkboxes", "click-checkboxes-large", "click-checkboxes-soft",
    "click-checkboxes-transfer", "click-option", "form-sequence", "form-sequence-2", "form-sequence-3", "book-flight",
    "buy-ticket", "use-autocomplete", "multi-layouts", "multi-orderings", "phone-book", "order-food",
    "email-inbox-reply",
)
LEFT_TO_THE_PERSON = ("login-user", "login-user-popup", "enter-password", "sign-agreement")
"""Passwords and signatures: right is to stop, or to leave them empty."""

TURNS = 12
READY = "() => { core.EPISODE_MAX_TIME = 600000; const s = document.createElement('style');" \
        "s.textContent = '#query, #reward-display, #click-canvas { display: none !important; }';" \
        "document.head.append(s); }"
START = "seed => { Math.seedrandom(seed); core.startEpisodeReal(); return core.getUtterance(); }"
STATE = "() => [WOB_DONE_GLOBAL, WOB_RAW_REWARD_GLOBAL]"
SIGNED = "() => [...document.querySelectorAll('input[type=password], #name')].some(each => each.value)"


@dataclass(slots=True)
class Tally:
    """How the seeds of one task ended."""

    good: int = 0
    exact: int = 0
    seeds: int = 0
    kept: int = 0
    ends: Counter[str] = field(default_factory=Counter)


def pages() -> Path:
    """The folder of the task pages, fetched at the first call.

    Raises:
        SystemExit: the package can't be had, or is another one than expected.
    """
    folder = CACHE / "miniwob" / "html"
    if folder.is_dir():
        return folder
    CACHE.mkdir(exist_ok=True)
    done = subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(CACHE),
                           "miniwob==1.1.0"], check=False)
    wheel = CACHE / WHEEL
    if done.returncode or hashlib.sha256(wheel.read_bytes()).hexdigest() != SHA256:
        raise SystemExit("The task pages (miniwob 1.1.0) could not be fetched.")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(CACHE, [name for name in packed.namelist() if name.startswith("miniwob/html/")])
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Override: says nothing."""


async def episode(browser: Browser, url: str, seed: int, show: bool) -> tuple[float | None, str, bool]:
    """One seed: the raw reward (None when the page never ended it), how the planner ended, and whether it signed."""
    context = await browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    context.set_default_timeout(10_000)
    try:
        page = await context.new_page()
        await page.goto(url)
        await page.evaluate(READY)
        text = await page.evaluate(START, f"seed {seed}")
        ended = await _through(page, text)
        done, reward = await page.evaluate(STATE)
        signed = bool(await page.evaluate(SIGNED))
        if show:
            print(f"    {seed:2} {reward if done else 'open'} {text!r}: {ended}")
        return (float(reward) if done else None), ended, signed
    finally:
        await context.close()


async def _through(page: Page, text: str) -> str:
    account, tried, last = Account(), set[str](), None
    await settle(page)
    for _ in range(TURNS):
        mapped = await look(page)
        view = View(task_text=text, notes=(), facts={FactKind("country"): "US"}, answers={}, files=(), edits={},
                    page=mapped.map, last_click=last, tried=frozenset(tried))
        actions = sound(decide(view, date.today()), mapped.map, ())
        changes = changes_in(actions)
        if pending(mapped.map, changes, account):
            if problems := await carry_out(mapped, changes, account):
                return " ".join(problems)
            await settle(page)
            continue
        final = next((each for each in actions if each not in changes), None)
        if not isinstance(final, Click):
            return _says(final)
        tried.add(page_signature(mapped.map))
        last = await _press(mapped, final)
        await settle(page, quiet=0.1)
        if (await page.evaluate(STATE))[0]:
            return f"pressed {final.text}"
    return "too many turns"


async def _press(mapped: MappedPage, click: Click) -> ButtonKind:
    await hands.click(mapped, click.ref)
    return click.kind


def _says(final: Action | None) -> str:
    if isinstance(final, Ask):
        return f"asked: {final.prompt}".splitlines()[0]
    return f"gave up: {final.reason}" if isinstance(final, GiveUp) else "nothing to do"


async def run(tasks: list[str], seeds: int, show: bool) -> dict[str, Tally]:
    """Drives every task with every seed, one after the other, in one browser."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(pages())))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    tallies = {}
    try:
        async with async_playwright() as playwright:
            await open_eyes(playwright)
            root = hasattr(os, "geteuid") and os.geteuid() == 0
            browser = await playwright.chromium.launch(executable_path=find_browser().path, chromium_sandbox=not root)
            for task in tasks:
                tallies[task] = await _task(browser, server.server_port, task, seeds, show)
            await browser.close()
    finally:
        server.shutdown()
        server.server_close()
    return tallies


async def _task(browser: Browser, port: int, task: str, seeds: int, show: bool) -> Tally:
    tally = Tally()
    for seed in range(seeds):
        reward, ended, signed = await episode(browser, f"http://127.0.0.1:{port}/miniwob/{task}.html", seed, show)
        tally.seeds += 1
        tally.good += reward is not None and reward > 0
        tally.exact += reward == 1
        tally.kept += not signed
        tally.ends[ended[:90]] += 1
    if task in LEFT_TO_THE_PERSON:
        print(f"{task:28} left to the person {tally.kept}/{seeds}  ({tally.ends.most_common(1)[0][0]})", flush=True)
    else:
        why = "" if tally.exact == seeds else f"  ({tally.ends.most_common(1)[0][0]})"
        print(f"{task:28} {tally.good:2}/{seeds} exact {tally.exact:2}{why}", flush=True)
    return tally


def main(arguments: list[str] | None = None) -> int:
    """Prints a line a task, and the sum; 0 if nothing was signed or typed that is the person's alone."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--task", action="append", choices=[*TASKS, *LEFT_TO_THE_PERSON])
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--show", action="store_true", help="how each seed ended")
    chosen = parser.parse_args(arguments)
    tallies = asyncio.run(run(chosen.task or [*TASKS, *LEFT_TO_THE_PERSON], chosen.seeds, chosen.show))
    plain = [tally for task, tally in tallies.items() if task not in LEFT_TO_THE_PERSON]
    left = [tally for task, tally in tallies.items() if task in LEFT_TO_THE_PERSON]
    seeds = sum(tally.seeds for tally in plain)
    print(f"{len(plain)} tasks: {sum(t.good for t in plain)} of {seeds} seeds, {sum(t.exact for t in plain)} exact; "
          f"left to the person as meant {sum(t.kept for t in left)} of {sum(t.seeds for t in left)}")
    return int(any(tally.kept < tally.seeds for tally in left))


if __name__ == "__main__":
    sys.exit(main())
