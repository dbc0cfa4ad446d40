"""Gets the person's yes to what a page wants, a refused look-up or a dialog, and makes ready to go on with it."""

from __future__ import annotations

import contextlib

from agent.browser.dialogs import Said
from agent.browser.page_map import MappedPage, look
from agent.planner.autofill.plan import page_signature
from agent.planner.base import Ask
from agent.runs.opening import open_start
from agent.runs.problems import CantStart, Stuck
from agent.runs.settle import settle
from agent.runs.spoken import question_about
from agent.runs.under_way import UnderWay
from agent.store import questions
from agent.store.grants import YES


async def allowed(run: UnderWay, asks: list[Ask], mapped: MappedPage) -> bool:
    """Asks whether refused look-ups may pass; the page is then filled and pressed again. False: it waits."""
    if not await run.asking.ask(asks, run.page, mapped.map):
        return False
    run.permissions.apply()
    run.course.tried.clear()
    run.account.clear()
    if run.gate.memory.is_known(run.page.url):  # what asks as one types must see the typing again
        with contextlib.suppress(CantStart), run.dialogs.leaving():
            await open_start(run.page, run.gate, run.page.url)
    await settle(run.page, run.gate)
    return True


async def stood_still(run: UnderWay, mapped: MappedPage) -> bool:
    """After a press the page is the same one: perhaps it waits for a yes, or for a look-up. False: it waits.

    Raises:
        Stuck: the person's answer was no.
    """
    asked = question_about(run.course.said)
    if asked is not None:
        return await _may_agree(run, *asked, mapped)
    if run.gate.wishes and await _nothing_happened(run, mapped) and (asks := run.permissions.lookups(pressed=True)):
        return await allowed(run, asks, mapped)
    return True


async def _may_agree(run: UnderWay, ask: Ask, said: Said, mapped: MappedPage) -> bool:
    """Asks whether a dialog may be answered yes; the same is then pressed again. False: it waits."""
    answer = questions.answers_of(run.store, run.task_id).get(ask.key, "")
    if not answer:
        if not await run.asking.ask([ask], run.page, mapped.map):
            return False
        answer = questions.answers_of(run.store, run.task_id).get(ask.key, "")
    if answer != YES:
        raise Stuck(f"The page asks “{said.message[:200]}” before it goes on, and you said no.")
    run.dialogs.agree(said.kind, said.message)
    run.course.tried.clear()
    return True


async def _nothing_happened(run: UnderWay, mapped: MappedPage) -> bool:
    return page_signature((await look(run.page)).map) == page_signature(mapped.map)
