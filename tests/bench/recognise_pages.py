"""Loads the labelled pages once in a real browser and keeps their maps, so that only the recogniser runs again.

A page's labels are taken off before it is looked at. What is kept lies in a temporary folder, under a key of the page's
bytes and of the scripts and readers that make a map: whatever changes one of these makes the map anew.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import pickle
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar
from urllib.parse import quote

from playwright.async_api import BrowserContext, Page, async_playwright

import agent.browser
from agent.browser.find import find_browser
from agent.browser.page import PageMap
from agent.browser.page_map import look, open_eyes
from agent.planner.autofill.words import word_set

DATA = Path(__file__).parents[3] / "shared" / "data"
"""Where the labelled pages stand unless the command line says otherwise: beside the checkout."""
FLAGS = ("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-background-networking",
         "--enable-features=AutofillShowTypePredictions")
"""No network; and the browser shows its own reading of a form, which is measured as another voice."""
PREDICTION_SECONDS = 0.6
"""How long to wait for the browser's own reading, which comes some 100 ms after the page, and for http alone."""

# Takes the labels off, keeping the elements they stood on for `_LABELS`.
_STRIP = """() => {
  const labelled = [...document.querySelectorAll('[data-manual-scoring]')];
  window.__labelled = labelled.map(el => [el, el.getAttribute('data-manual-scoring')]);
  for (const name of ['data-manual-scoring', 'data-manual-submit'])
    for (const el of document.querySelectorAll(`[${name}]`)) el.removeAttribute(name);
  return window.__labelled.length;
}"""
_LABELS = """controls => {
  const labels = new Map(window.__labelled);
  const find = s => { try { return document.querySelector(s); } catch { return null; } };
  return controls.map(([s, ids]) => [find(s), ...ids.map(id => document.getElementById(id))]
    .map(el => el && labels.get(el)).find(Boolean) || '');
}"""
_PREDICTIONS = """selectors => selectors.map(s => { let el = null; try { el = document.querySelector(s); } catch { }
  return (el && el.getAttribute('autofill-prediction')) || ''; })"""


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page's map with a label by ref (only for labelled controls) and the browser's own predictions by ref.

    ``lost`` counts labels whose element is no control of the map.
    """

    name: str
    site: str
    map: PageMap
    labels: dict[int, str]
    predictions: dict[int, str]
    lost: int


_PAGE_WORDS = word_set(
    "login signup checkout newsletter contact payment form new home search entry guest fake account change password "
    "com org net gov edu co html www")


def site_of(name: str) -> str:
    """The site of a page by its file's name, rather too coarse than too fine: pages of one site never part.

    ``account_asus_com_signup`` is ``asus``, ``apple_checkout`` is ``apple``.
    """
    words = re.split(r"[_\-]", name.lower())
    tld = next((i for i, w in enumerate(words) if w in ("com", "org", "net", "gov", "edu", "jp", "ru", "de", "co", "fr",
                                                          "it", "ca", "uk", "az", "ac") and i > 0), 0)
    while tld > 1 and words[tld - 1] in ("co", "com", "ac", "go", "gov", "ne", "or"):
        tld -= 1
    if tld:
        return words[tld - 1]
    return next((w for w in words if w not in _PAGE_WORDS), words[0])


def cache_folder() -> Path:
    """Where maps are kept; removing it does no harm."""
    folder = Path(tempfile.gettempdir()) / f"countersign-bench-{os.getuid() if hasattr(os, 'getuid') else 0}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _maker_key() -> str:
    """What a map depends on besides its page: the readers in ``agent/browser`` and the scripts above."""
    room = Path(agent.browser.__file__).parent
    files = sorted([*room.glob("page*.js"), *room.glob("page*.py")])
    digest = hashlib.sha256(f"{FLAGS}{_STRIP}{_LABELS}{_PREDICTIONS}".encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def load_pages(files: Sequence[Path], *, scripts: bool) -> list[LabelledPage]:
    """The maps of these pages, from the cache where they are there. ``scripts``: whether the page's own run."""
    maker, folder = _maker_key(), cache_folder()
    places = {
        file: folder / f"{hashlib.sha256(f'{maker}{scripts}{file.name}'.encode() + file.read_bytes()).hexdigest()}.map"
        for file in files
    }
    missing = [file for file, place in places.items() if not place.exists()]
    if missing:
        with _served(missing[0].parent) as address:
            asyncio.run(_make({file: places[file] for file in missing}, address, scripts=scripts))
    # Only files that this very program wrote into the person's own folder.
    return [pickle.loads(places[file].read_bytes()) for file in files]


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map: ClassVar = {**SimpleHTTPRequestHandler.extensions_map, ".html": "text/html; charset=utf-8"}

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


async def _make(places: dict[Path, Path], address: str, *, scripts: bool) -> None:
    async with async_playwright() as playwright:
        await open_eyes(playwright)
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        browser = await playwright.chromium.launch(executable_path=str(find_browser().path), args=list(FLAGS),
                                                   chromium_sandbox=not root)
        context = await browser.new_context(java_script_enabled=scripts, viewport={"width": 1280, "height": 900})
        for number, (file, place) in enumerate(places.items(), 1):
            made = await _map_of(context, file, address)
            place.write_bytes(pickle.dumps(made))
            if number % 50 == 0:
                print(f"  {number} of {len(places)} pages mapped", flush=True)
        await browser.close()


async def _map_of(context: BrowserContext, file: Path, address: str) -> LabelledPage:
    page = await context.new_page()
    try:
        await page.goto(f"{address}/{quote(file.name)}", wait_until="domcontentloaded")
        labelled = await page.evaluate(_STRIP)
        found = (await look(page)).map
        places = [[c.selector, [o.id for o in c.options if o.id and o.ref >= 0]] for c in found.controls]
        labels = await page.evaluate(_LABELS, places)
        predictions = await _predictions(page, [c.selector for c in found.controls])
        by_ref = {c.ref: label for c, label in zip(found.controls, labels, strict=True) if label}
        return LabelledPage(file.stem, site_of(file.stem), found, by_ref,
                            {c.ref: p for c, p in zip(found.controls, predictions, strict=True) if p},
                            labelled - len(by_ref))
    finally:
        await page.close()


async def _predictions(page: Page, selectors: list[str]) -> list[str]:
    typed = len(selectors) > 1
    ends = asyncio.get_running_loop().time() + PREDICTION_SECONDS
    found: list[str] = await page.evaluate(_PREDICTIONS, selectors)
    while not any(found) and typed and asyncio.get_running_loop().time() < ends:
        await asyncio.sleep(0.1)
        found = await page.evaluate(_PREDICTIONS, selectors)
    return found


def admin_truth(file: Path) -> dict[str, Any]:
    """The truth beside an admin page: language and controls with id, kind and subject."""
    found: dict[str, Any] = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    return found
