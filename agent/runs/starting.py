"""Sets a run up: the gate, a browser behind it, the first page. Begins a form anew whose session has expired."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager

from agent.browser.dialogs import Dialogs
from agent.browser.downloads import Downloads
from agent.browser.launch import GatedBrowser, gated_browser
from agent.browser.page_map import MappedPage
from agent.gate.proxy import Gate
from agent.gate.store_ledger import StoreLedger
from agent.gate.trace import Tracer
from agent.planner.autofill.expiry import session_expired
from agent.planner.base import ButtonKind
from agent.protocol import SubmissionState, settings
from agent.runs import limits, resume
from agent.runs.asking import Asking
from agent.runs.contract import contract_of
from agent.runs.course import Course
from agent.runs.deciding import Deciding
from agent.runs.early import Early
from agent.runs.ground import Ground
from agent.runs.opening import open_start
from agent.runs.permissions import Permissions
from agent.runs.problems import CantStart, Stuck
from agent.runs.reviewing import Reviewer
from agent.runs.second_look import Looking
from agent.runs.sessions import Again, begin_again
from agent.runs.settle import settle
from agent.runs.telling import Telling
from agent.runs.under_way import UnderWay
from agent.runs.viewing import for_a_model, usable
from agent.runs.watching import Watched
from agent.store import facts, submissions
from agent.store.engine import Store
from agent.store.ids import shown
from agent.store.tables import Run, Submission, Task


@contextlib.asynccontextmanager
async def begun(ground: Ground, task: Task, run: Run) -> AsyncIterator[UnderWay]:
    """The run, standing on its first page; its browser is closed at the end.

    Raises:
        BrowserProblem: no browser, or it does not start.
        GateProblem: the gate could not be shown to hold.
        CantStart: the task's page can't be used, or its planner needs a model and none is set up.
    """
    if not task.url:  # only an answer of the person's can give it one
        raise CantStart("It has no web address to start at. Cancel it and add it anew with one.")
    task_id, run_id = task.id or 0, run.id or 0
    contract = contract_of(task.url, task.sites, task.contract)
    watched = Watched(ground.watch, ground.folder, shown("t", task_id), task.title, limits.TURNS)
    telling = Telling(ground, task_id, run_id, watched)
    point = resume.path_for(ground.folder, task_id)
    deciding: Deciding | None = None
    try:
        deciding = Deciding(ground, task, telling)
        back = resume.recall(point) if _answered(ground.store, task_id) else None
        known = usable(ground.store, contract)
        gate, opening = await _gate_and_browser(ground, f"en-{known['country']}" if "country" in known else None, back)
        _allow(ground, task, gate, back)
        gate.watch_for(Tracer(facts.every(ground.store)), known)
        permissions = Permissions(ground.store, task_id, gate, known)
        permissions.apply()
        telling.say("Starting a browser behind the gate")
        looking = Looking(telling, lambda: deciding.by_model)
        async with opening as browser:
            context = browser.context
            under_way = UnderWay(
                ground, task, contract, deciding, telling, gate, context, browser.page, [browser.page],
                Dialogs(context), Downloads(context), permissions,
                Asking(ground, task_id, run_id, gate, context, point, telling),
                Reviewer(ground, task_id, run_id, gate, context, point, looking), looking,
                # A press led to a page that is come back to: a summary there is to be sent, not started again.
                Course(last_click=ButtonKind.NEXT if back is not None else None))
            deciding.look = lambda: for_a_model(under_way.page, gate, ground.folder)
            await _open_first(under_way, back)
            await settle(under_way.page, gate)
            yield under_way
    finally:
        watched.close()
        if deciding is not None:
            await deciding.close()


async def session_ended(run: UnderWay, mapped: MappedPage) -> bool:
    """Begins a form anew, once, whose site says that the session has expired. Nothing is sent by that.

    Raises:
        Stuck: it happened before, or the form itself was sent: then that is never done again.
    """
    words = session_expired(mapped.map)
    if not words:
        return False
    earlier = submissions.of_task(run.store, run.task_id)
    again = begin_again(earlier, just_sent=run.course.sent, begun_before=run.course.begun_again)
    if again is Again.LEAVE:
        return False
    if again is Again.STOP:
        raise Stuck(f"The site says: “{words}”. It said so before, or after the form was sent: nothing is sent "
                    "again.")
    run.say(f"The site says “{words}”, so the form is begun anew, once")
    run.course.begin_again()
    run.leave_page()
    with run.dialogs.leaving():
        await open_start(run.page, run.gate, run.task.url)
    await settle(run.page, run.gate)
    return True


def _answered(store: Store, task_id: int) -> list[Submission]:
    """What of the task was sent and answered."""
    return [each for each in submissions.of_task(store, task_id) if each.state == SubmissionState.ANSWERED]


async def _gate_and_browser(ground: Ground, locale: str | None,
                            back: resume.Resume | None) -> tuple[Gate, AbstractAsyncContextManager[GatedBrowser]]:
    """A gate that knows nothing of the task yet, and the browser behind it, which opens when it is entered."""
    early = await _take_early(ground, locale) if back is None else None
    if early is not None:
        gate, opening = early.gate, early.taken()
    else:
        gate = Gate(ground.folder / "spool", StoreLedger(ground.store), back.memory if back else None,
                    str(settings.read(ground.folder)["web-proxy"]))
        opening = gated_browser(gate, ground.folder, state=back.state if back else None, show=ground.show,
                                locale=locale)
    gate.stand_for(StoreLedger(ground.store))
    return gate, opening


async def _take_early(ground: Ground, locale: str | None) -> Early | None:
    """The browser that was started ahead, if there is one; one that does not suit is thrown away."""
    if not ground.early:
        return None
    early = ground.early.pop()
    if early.suits(locale, show=ground.show):
        return early
    await early.close()
    return None


def _allow(ground: Ground, task: Task, gate: Gate, back: resume.Resume | None) -> None:
    """Tells the gate where this task may go."""
    gate.admit(task.url)
    for site in task.sites:
        gate.admit_site(site)
    for host, port in ground.reachable:
        gate.name(host, port)
    if back is not None:
        gate.arm()
        for each in _answered(ground.store, task.id or 0):  # the page that came may stand at that address
            gate.memory.give(each.url)


async def _open_first(run: UnderWay, back: resume.Resume | None) -> None:
    """Opens where an earlier run stopped; where that page can't be had again, the task's own start."""
    if back is not None and back.url != run.task.url and run.gate.memory.is_known(back.url):
        run.say(f"Opening {back.url.split('?')[0]}")
        try:
            await open_start(run.page, run.gate, back.url)
        except CantStart:
            run.note("That page can't be opened again, so the form is begun anew")
        else:
            return
    run.say(f"Opening {run.task.url.split('?')[0]}")
    await open_start(run.page, run.gate, run.task.url)
