"""Pages that are too large or never rest: time to a page map, and how a whole run at each ends.

    python -m tests.bench.giant_pages [--page P]... [--small]

Each page of `tests.parts.hostile_pages` is served on loopback. First it is opened in a bare browser and looked at
(seconds until it is loaded, seconds of one look, size of the map). Then a whole ``run --until-idle`` goes at it in a
process of its own, behind the gate, as a person would start it: seconds, the agent process's peak memory (Linux), and
the ending. What counts is that each run ends by itself, in bounded time and memory, in a review, a question or a plain
failure.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, async_playwright
from playwright.async_api import Error as PlaywrightError

from agent.browser.find import find_browser
from agent.browser.page_map import look, open_eyes
from agent.browser.problems import BrowserProblem
from agent.runs.settle import settle
from tests.parts.hostile_pages import PAGES, frame, nest

ROOT = Path(__file__).resolve().parents[2]
FACTS = {"given-name": "Eleanor", "family-name": "Whitcombe", "email": "e.whitcombe@example.org"}
LIMIT = 170.0
"""Seconds after which a run is ended and counted as endless."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a whole run went."""

    seconds: float
    peak_mb: float
    state: str
    says: str


@contextmanager
def served(small: bool) -> Iterator[tuple[str, str]]:
    """Serves all pages; gives the address under two names, so that one is another origin."""
    made: dict[str, bytes] = {}
    stop = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name, _, rest = self.path.partition("?")[0].lstrip("/").partition("/")
            if name in ("never", "never.js"):
                stop.wait(600)
                return
            if name in ("frame", "nest"):
                self._send((frame if name == "frame" else nest)(int(rest)).encode())
                return
            if name in PAGES and name not in made:
                made[name] = (PAGES[name].small if small else PAGES[name].full)(other()).encode()
            self._send(made.get(name, b"<p>Nothing here.</p>"))

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self._send(b"<h1>Thank you</h1><p>We have received your form. Reference ZX-100.</p>")

        def _send(self, body: bytes) -> None:
            try:
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except ConnectionError:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Override: says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True

    def other() -> str:
        return f"http://localhost:{server.server_port}"

    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", other()
    finally:
        stop.set()
        server.shutdown()
        server.server_close()


async def eyes(url: str) -> str:
    """Loads a page in a bare browser and looks at it once."""
    async with async_playwright() as playwright:
        await open_eyes(playwright)
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        browser = await playwright.chromium.launch(executable_path=find_browser().path, chromium_sandbox=not root)
        try:
            return await _looked(browser, url)
        finally:
            await browser.close()


async def _looked(browser: Browser, url: str) -> str:
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    context.on("dialog", lambda dialog: asyncio.ensure_future(dialog.dismiss()))
    page = await context.new_page()
    begun = time.monotonic()
    try:
        await page.goto(url, wait_until="commit", timeout=60_000)
        await settle(page)
        loaded = time.monotonic()
        found = (await look(page)).map
    except (PlaywrightError, BrowserProblem) as problem:
        return f"no map after {time.monotonic() - begun:.1f} s ({str(problem).splitlines()[0][:80]})"
    took = time.monotonic() - loaded
    options = max((len(each.options) for each in found.controls), default=0)
    return (f"at rest {loaded - begun:5.1f} s, look {took:5.2f} s, {len(found.controls)} controls, {options} options, "
            f"{len(found.links)} links, {len(found.frames)} frames")


def whole_run(url: str) -> Ending:
    """One run at one page in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="giant-") as home:
        environment = {**os.environ, "COUNTERSIGN_HOME": home}
        for kind, value in FACTS.items():
            _agent(environment, "profile", "set", kind, value)
        task = _agent(environment, "add", "Fill in the form", "--url", url)["task"]
        begun, peak = time.monotonic(), 0.0
        command = [sys.executable, "-m", "agent.cli", "run", "--until-idle", "--json"]
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and time.monotonic() - begun < LIMIT:
                peak = max(peak, _peak_mb(process.pid))
                time.sleep(0.1)
            endless = process.poll() is None
            process.terminate()
        seconds = time.monotonic() - begun
        told = _agent(environment, "task", task)
        return Ending(seconds, peak, "ENDLESS" if endless else told["state"], _last_word(told))


def _last_word(told: dict[str, Any]) -> str:
    steps = [step["text"] for run in told["runs"] for step in run["steps"]]
    return str(told.get("message") or (steps[-1] if steps else "")).splitlines()[0][:150]


def _peak_mb(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


def _agent(environment: dict[str, str], *arguments: str) -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-m", "agent.cli", *arguments, "--json"], cwd=ROOT, env=environment,
                          capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def main(arguments: list[str] | None = None) -> int:
    """Prints two lines a page; 1 if a run did not end by itself."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--page", action="append", choices=list(PAGES))
    parser.add_argument("--small", action="store_true", help="the sizes of the quick tests")
    chosen = parser.parse_args(arguments)
    endless = 0
    with served(chosen.small) as (url, _other):
        for name in chosen.page or PAGES:
            print(f"{name:18} {asyncio.run(eyes(f'{url}/{name}'))}", flush=True)
            ending = whole_run(f"{url}/{name}")
            endless += ending.state == "ENDLESS"
            print(f"{'':18} run {ending.seconds:5.1f} s, agent {ending.peak_mb:4.0f} MB, {ending.state}: {ending.says}",
                  flush=True)
    return int(endless > 0)


if __name__ == "__main__":
    sys.exit(main())
