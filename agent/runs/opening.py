"""Goes to the page a task starts from, and says in plain words why that page can't be used."""

from __future__ import annotations

import asyncio

from agent.browser.driver import Error, Page, Response
from agent.browser.page_map import glance
from agent.browser.problems import PageGone, PageUnreadable
from agent.gate.memory import without_fragment
from agent.gate.proxy import Gate
from agent.runs.problems import CantStart

LOAD_MS = 60_000

STALLED = 10.0
"""Seconds without anything new after which a page that is still being loaded, but shows something, is worked with."""

async def open_start(page: Page, gate: Gate, url: str) -> None:
    """Opens the page.

    Raises:
        CantStart: unreachable, not trusted, not a web page, or the site says no.
    """
    seen: list[Response] = []

    def note(answer: Response) -> None:
        seen.append(answer)

    page.on("response", note)
    try:
        # Not until "domcontentloaded": Playwright has that wait for every frame too, also for one that never comes.
        response = await page.goto(url, wait_until="commit", timeout=LOAD_MS)
    except Error as problem:
        for answer in seen:  # an error without a page of its own is an error of the browser's to Playwright
            if answer.status >= 400 and answer.request.is_navigation_request() and answer.status != 502:
                _check(answer)
        raise CantStart(_why(gate, url, problem.message)) from problem
    finally:
        page.remove_listener("response", note)
    if response is None:
        return
    failure = gate.failures.get(without_fragment(response.url))
    if failure is not None and response.status == 502:
        raise CantStart(str(failure))
    _check(response)
    await _read_in(page, url)


async def _read_in(page: Page, url: str) -> None:
    """Returns when the page's own document is read in, or comes no further."""
    clock = asyncio.get_running_loop().time
    end, shown, since = clock() + LOAD_MS / 1000, 0, clock()
    while True:
        try:
            async with asyncio.timeout(max(end - clock(), 1.0)):  # a page whose script hangs does not even say this
                now = await glance(page, LOAD_MS)
                state, count = now.state, now.count
        except (TimeoutError, PageUnreadable):
            raise CantStart(_too_slow(url)) from None
        except PageGone as problem:
            raise CantStart(_crashed(url)) from problem
        if state != "loading":
            return
        if count != shown:
            shown, since = count, clock()
        if shown and clock() > min(since + STALLED, end):
            return
        if clock() > end:
            raise CantStart(_too_slow(url))
        await asyncio.sleep(0.05)


def _too_slow(url: str) -> str:
    return f"{url} took longer than {LOAD_MS // 1000} seconds to load. Try again later."


def _crashed(url: str) -> str:
    return (f"{url} crashed in the browser: the page may be too large or broken. Try again with `retry`; if it crashes "
            "again, fill it in by hand.")


def _check(response: Response) -> None:
    kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
    if response.status >= 400:
        raise CantStart(f"The site answered “{response.status} {response.status_text}” for {response.url}. "
                        "Check the address.")
    if kind and kind not in ("text/html", "application/xhtml+xml"):
        raise CantStart(f"{response.url} is not a web page but {kind}. Give the address of the page with the form.")


def _why(gate: Gate, url: str, message: str) -> str:
    failure = gate.failures.get(without_fragment(url)) or next(iter(gate.failures.values()), None)
    if failure is not None:
        return str(failure)
    first = message.splitlines()[0]
    if "Download is starting" in first or "ERR_ABORTED" in first:
        return f"{url} is a file to download, not a web page. Give the address of the page with the form."
    if "Timeout" in first:
        return _too_slow(url)
    if "crashed" in first:
        return _crashed(url)
    if "ERR_TUNNEL_CONNECTION_FAILED" in first or "ERR_EMPTY_RESPONSE" in first:
        return f"{url} can't be reached from here. Check the address."
    return f"{url} could not be opened ({first.rsplit(' at ', 1)[0][:160]})."
