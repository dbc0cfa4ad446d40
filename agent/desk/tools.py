"""Tools at the desk: recognise a form, check the gate, look after the installation, serve the practice site."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from agent.browser.find import find_browser, install_command
from agent.browser.problems import BrowserProblem
from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.desk.model import model_check
from agent.gate.problems import GateProblem, LeakFound
from agent.protocol import Digest, settings
from agent.store import ledger
from agent.store.problems import NotNow, StoreProblem


class _NoLedger:
    """Where nothing may be sent, there is nothing to record."""

    async def begin_sending(self, submission_id: int, digest: Digest) -> None:
        raise NotNow("Nothing is sent here.")

    async def answered(self, submission_id: int, status: int) -> None:
        raise NotNow("Nothing is sent here.")

    async def unknown(self, submission_id: int) -> None:
        raise NotNow("Nothing is sent here.")

    async def not_sent(self, submission_id: int, why: str) -> None:
        raise NotNow("Nothing is sent here.")


def _gated(desk: Desk, *, thorough: bool = False) -> tuple[Any, AbstractAsyncContextManager[Any]]:
    from agent.browser.launch import gated_browser
    from agent.gate.proxy import Gate

    gate = Gate(desk.folder / "spool", _NoLedger(), way=str(settings.read(desk.folder)["web-proxy"]))
    return gate, gated_browser(gate, desk.folder, thorough=thorough)


@capability("recognise", "Say what each control of a form asks for",
            Argument("page", "a web address, or a file (opened with scripts on, without network)", metavar="URL|FILE"))
async def recognise(desk: Desk, page: str) -> list[dict[str, object]]:
    """The controls of a page with their kinds.

    Raises:
        NotNow: neither an address nor a readable file.
        CantStart: the page can't be opened.
    """
    from agent.browser.page_map import look
    from agent.planner.autofill.recognise import recognise as of_page
    from agent.planner.autofill.recognition import as_json
    from agent.runs.opening import open_start
    from agent.runs.settle import settle

    address = _page_address(page)
    gate, opening = _gated(desk)
    async with opening as browser:
        tab = browser.page
        if address.startswith("file:"):
            gate.arm()  # with nothing known, an armed gate lets nothing through
        else:
            gate.admit(address)
        await open_start(tab, gate, address)
        await settle(tab)
        return as_json(of_page((await look(tab)).map))


def _page_address(page: str) -> str:
    if page.startswith(("http://", "https://")):
        return page
    if not Path(page).is_file():
        raise NotNow(f"“{page}” is neither a web address nor a file.")
    return Path(page).resolve().as_uri()


@capability("gate check", "Try whether anything gets past the gate")
async def gate_check(desk: Desk) -> dict[str, Any]:
    """Runs the long self-test in a browser of its own. A leak is a result here: each channel says what it means.

    Raises:
        BrowserProblem: no browser, or it does not start.
        Unproven: the browser could not be shown to use the gate.
    """
    from agent.gate.channels import Result
    from agent.gate.selftest_words import meaning

    _, opening = _gated(desk, thorough=True)
    desk.tell("Starting a browser and trying every way out of it")
    try:
        async with opening as browser:
            channels = browser.channels
    except LeakFound as problem:
        channels = problem.channels
    return {"channels": [{"name": each.name, "result": each.result, "means": meaning(each.name)} for each in channels],
            "leaks": sum(each.result is Result.LEAK for each in channels)}


@capability("doctor", "Check the installation")
async def doctor(desk: Desk) -> list[dict[str, Any]]:
    """Every check with whether it passed and what to do if not. Raises nothing."""
    checks = [_check("Python 3.11 or newer", "Install Python 3.11 or newer.", lambda: sys.version_info >= (3, 11)),
              _check("data folder", "Choose another with COUNTERSIGN_HOME.", lambda: desk.folder.is_dir()),
              _check("database", "See the message; nothing was changed.", lambda: bool(desk.store)),
              _check("journal of submissions is whole",
                     "The database was changed from outside, or replaced by an older copy. What it says was sent, and "
                     "what not, is not certain any more: look at the sites' own confirmations before you approve "
                     "anything, or restore a copy that is whole.",
                     lambda: not ledger.broken_links(desk.store)),
              _check("browser", f"Run: {install_command()}", lambda: bool(find_browser())), dict(model_check(desk))]
    if all(each["ok"] for each in checks):
        checks.append(await _gate_holds(desk))
    return checks


async def _gate_holds(desk: Desk) -> dict[str, Any]:
    from agent.gate.channels import Result
    from agent.gate.selftest_words import leak_text

    try:
        found = await gate_check(desk)
    except (GateProblem, BrowserProblem) as problem:
        return {"check": "the gate holds", "ok": False, "fix": str(problem)}
    leaks = [each["name"] for each in found["channels"] if each["result"] == Result.LEAK]
    return {"check": "the gate holds", "ok": not leaks, "fix": leak_text(leaks) if leaks else ""}


def _check(name: str, fix: str, holds: Callable[[], bool]) -> dict[str, Any]:
    try:
        ok = holds()
    except (StoreProblem, BrowserProblem) as problem:
        return {"check": name, "ok": False, "fix": str(problem)}
    return {"check": name, "ok": ok, "fix": "" if ok else fix}


PRACTICE_DATABASE = "practice.db"


@capability("practice serve", "Serve the practice site until interrupted",
            Argument("port", "a fixed port instead of a free one", option=True, required=False, metavar="PORT"))
def practice_serve(desk: Desk, port: str | None = None) -> None:
    """Prints one line with the addresses, then serves."""
    from agent.practice.serve import serve

    if port is not None and not (port.isdigit() and 0 < int(port) < 65536):
        raise NotNow(f"“{port}” is not a port; ports are numbers from 1 to 65535.")
    serve(desk.folder / PRACTICE_DATABASE, int(port or 0), lambda found: print(json.dumps(dict(found)), flush=True))


@capability("practice records", "What the practice site has received")
def practice_records(desk: Desk) -> list[dict[str, Any]]:
    """What arrived and was accepted, oldest first."""
    from agent.practice import records

    return [{"page": each.page, "fields": each.fields, "received_at": each.received_at, "reference": each.reference}
            for each in records(desk.folder / PRACTICE_DATABASE)]


