"""The main job on the practice site, told in plain words: what `installers/bootstrap.py run` shows a newcomer."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from typing import Any

from agent.cli_text import as_text
from agent.desk import Desk, registered
from agent.protocol.display import display
from agent.review.own_yes import own_yeses
from agent.store.problems import NotNow, StoreProblem

PERSON = {
    "country": "GB", "given-name": "Eleanor", "family-name": "Whitcombe", "honorific-prefix": "Ms",
    "bday": "1986-03-14", "email": "e.whitcombe@example.org", "tel": "+447700900183", "address-line1": "14 Quarry Lane",
    "address-level2": "Thornmere", "postal-code": "TQ12 4AB",
    "vehicle-registration": "AB12 CDE", "vehicle-make": "Skoda", "vehicle-model": "Fabia", "vehicle-colour": "Blue",
}
"""An invented person; the telephone number is from Ofcom's range for fiction, the address is nowhere."""

TASK = "Renew my parking permit for AB12 CDE for 12 months"

LOOK_SECONDS = 0.2


async def demo(desk: Desk, yes: bool = False) -> dict[str, Any] | None:
    """Runs the practice site and takes one task through it, in a data folder of its own beside the person's.

    Args:
        desk: its home gets a subfolder ``practice-run``, so that nothing invented mixes with the person's facts.
        yes: answer and approve without asking.

    Raises:
        NotNow: there is no terminal to ask on and ``yes`` was not given, or the person said no.
    """
    from agent.practice import PracticeSite

    if not yes and not sys.stdin.isatty():
        raise NotNow("This asks for your approval, and there is no terminal to ask on. Run it in a terminal, or with "
                     "--yes to approve unattended.")
    own = Desk(str(desk.folder / "practice-run"), desk.tell)
    try:
        with PracticeSite(own.folder / "practice.db") as site:
            return await _through(own, site.pages["parking-permit"], yes=yes)
    finally:
        own.close()


async def _through(desk: Desk, url: str, *, yes: bool) -> dict[str, Any]:
    call = {name: each.call for name, each in registered().items()}
    _say("1. A profile with an invented person's facts")
    quiet = Desk(desk.home)  # invented numbers look like slips, and saying so would only puzzle
    for kind, value in PERSON.items():
        call["profile set"](quiet, kind=kind, value=value)
    quiet.close()
    _say(as_text("profile show", call["profile show"](desk)))
    _say(f"2. A task is dropped in: “{TASK}”\n   at the practice council {url}")
    task = call["add"](desk, text=TASK, url=url)["task"]
    _say("3. The agent works in a real browser behind the gate")
    running = asyncio.create_task(call["run"](desk))
    try:
        done = await _accompany(desk, call, task, running, yes=yes)
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError, StoreProblem):
            await running
    if done["state"] != "done":
        raise NotNow(f"The task ended as “{done['state']}”. {done['message']}")
    _say("\n5. The receipt")
    receipt: dict[str, Any] = next(each for each in call["receipts"](desk) if each["task"] == task)
    return receipt


async def _accompany(desk: Desk, call: dict[str, Any], task: str, running: asyncio.Task[Any], *,
                     yes: bool) -> dict[str, Any]:
    """Answers and decides until the task has ended."""
    while True:
        found: dict[str, Any] = call["task"](desk, id=task)
        if found["state"] in ("done", "failed", "unknown", "cancelled"):
            return found
        if running.done():
            running.result()
        for waiting in call["inbox"](desk):
            if waiting["task"] == task:
                await _decide(desk, call, waiting, yes=yes)
        await asyncio.sleep(LOOK_SECONDS)


async def _decide(desk: Desk, call: dict[str, Any], waiting: dict[str, Any], *, yes: bool) -> None:
    if waiting["kind"] == "submission":
        sheet = call["submission"](desk, id=waiting["id"])
        _say("\n4. Held. Nothing has been sent. This is exactly what would go out:\n")
        _say(as_text("submission", sheet))
        await _approve(desk, call, sheet, yes=yes)
        return
    _say(f"\n   The form asks you: {waiting['summary']}")
    for place, option in enumerate(waiting["options"], 1):
        _say(f"     {place} {option}")
    answer = _first_yes(waiting["options"]) if yes else await _ask("   Your answer: ")
    if yes:
        _say(f"   (unattended: {answer})")
    try:
        call["answer"](desk, question=waiting["id"], value=answer)
    except Exception as problem:
        if yes:
            raise
        _say(f"   {problem}")


async def _approve(desk: Desk, call: dict[str, Any], sheet: dict[str, Any], *, yes: bool) -> None:
    can_step = bool(sheet.get("step_grant"))
    choices = "[y] approve  [n] reject" + ("  [s] approve, and let these values pass in the next steps" if can_step
                                          else "")
    _say(f"\n   {choices}")
    word = ("s" if can_step else "y") if yes else (await _ask("   Your decision: ")).strip().lower()
    if yes:
        _say(f"   (unattended: {word})")
    if word in ("y", "yes", "s"):
        own = [each.name for each in own_yeses(sheet)]
        call["approve"](desk, id=sheet["id"], digest=sheet["digest"], steps=word == "s" and can_step,
                        accept=own if yes else await _own_yes(sheet))
        _say("   Approved.")
    elif word in ("n", "no"):
        call["reject"](desk, id=sheet["id"])


async def _own_yes(sheet: dict[str, Any]) -> list[str]:
    given = []
    for each in own_yeses(sheet):
        what = "This can't be read in full" if each.unread else "The page put this there"
        said = await _ask(f"   {what}: {display(each.said)}. Agree? [y/n] ")
        if said.strip().lower() in ("y", "yes"):
            given.append(each.name)
    return given


def _first_yes(options: list[str]) -> str:
    return next((each for each in options if each.strip().lower() == "yes"), options[0] if options else "12 months")


async def _ask(prompt: str) -> str:
    return await asyncio.to_thread(input, prompt)


def _say(text: str) -> None:
    print(text, flush=True)
