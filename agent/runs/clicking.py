"""One press: the picture before it, the press itself, the reviews of what it causes, and where it has led."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from agent.browser import hands
from agent.browser.page_map import MappedPage
from agent.browser.read_back import Problem
from agent.gate.policy import Phase
from agent.planner.autofill.cookie_wall import is_of_wall
from agent.planner.autofill.plan import page_signature
from agent.planner.base import ButtonKind, Click, Hop
from agent.protocol import TaskState
from agent.runs import limits
from agent.runs.acts import refused_by_page
from agent.runs.allowing import stood_still
from agent.runs.checking import refuses_cookies_alone
from agent.runs.ending import end
from agent.runs.going_on import After, after_press
from agent.runs.learning import note_page
from agent.runs.moving import move
from agent.runs.pressing import first_hold, next_hold
from agent.runs.problems import Stuck
from agent.runs.reviewing import Verdict
from agent.runs.settle import Arrivals, settle
from agent.runs.under_way import UnderWay
from agent.store import tasks

STAYS = (204, 205)
"""Answers at which a browser stays on the page. Source: RFC 9110, sections 15.3.5 and 15.3.6."""


class Pressed(StrEnum):
    """What became of a press."""

    THROUGH = "through"    # what it caused is there: sent and answered, or nothing was to be sent
    AGAIN = "again"        # it was not pressed, or not sent; the page is looked at again
    ENDS = "ends"          # the task waits for the person, or has ended


def count_vain(run: UnderWay, signature: str) -> None:
    """Counts presses that find the page as it was when last pressed on.

    Raises:
        Stuck: more of them than may be chance, as where a required field does not take its value.
    """
    run.course.in_vain = run.course.in_vain + 1 if signature in run.course.tried else 0
    if run.course.in_vain <= limits.IN_VAIN:
        return
    refused = refused_by_page(run.account)
    raise Stuck("The form was pressed on again and again, and the page did not change."
                + (f" It did not take a value for {refused}. Finish the form by hand." if refused else ""))


async def press(run: UnderWay, mapped: MappedPage, click: Click) -> bool:
    """Presses and goes on at what came of it; False where the run ends here.

    Raises:
        Stuck: it can't be pressed, or the person said no to what the page wants for it.
    """
    if not await _ready(run, mapped, click):
        return True
    course = run.course
    try:
        count_vain(run, page_signature(mapped.map))
    except Stuck as problem:
        if not run.deciding.hand_over(str(problem)):
            raise
        course.in_vain = 0
        return True
    course.tried.add(page_signature(mapped.map))
    run.note(f"Pressed “{click.text}”")
    alone = refuses_cookies_alone(click, mapped.map, course.walls)
    course.sent = course.sent and alone  # a cookie wall over the answer page leaves it the answer page
    course.covered, course.said = "", ()
    of_wall = alone or is_of_wall(mapped.map, click.text)
    if of_wall:
        course.walls.append(click.text)
    if alone:
        await _refuse_cookies(run, mapped, click)
        return True
    before = run.page.url
    pressed = await _carry_through(run, mapped, click)
    if pressed is not Pressed.THROUGH:
        return pressed is Pressed.AGAIN
    if not of_wall:
        note_page(run, mapped, click)
    if not course.sent:
        await run.downloads.drop()  # a file on the way to the form is none of the task's
    await run.stand_on(moved=course.sent or run.page.url != before)
    course.said = run.heard()
    after = after_press(of_wall=of_wall, sent=course.sent,
                        moved=run.page is not mapped.page or run.page.url != before)
    if after is After.UNCOVERED:
        run.account.done.clear()
        return True
    course.last_click = click.kind
    if not course.sent and not run.account.filled:
        course.trail.append(Hop(before, click.text, run.page.url))
    if after is After.NEXT_PAGE:
        run.leave_page()
        return True
    return await stood_still(run, mapped)


async def _ready(run: UnderWay, mapped: MappedPage, click: Click) -> bool:
    """Arms the gate, takes the picture; False where the button no longer says what it did."""
    if click.is_link or click.kind is ButtonKind.OTHER:
        run.count_press()
    else:
        run.gate.arm()
    if run.gate.phase is Phase.ARMED:
        await run.reviewer.evidence(mapped, run.account)
    if click.kind is ButtonKind.NEXT and not await hands.still_says(mapped, click.ref):
        run.note("The button's words changed before the press, so the page is looked at again")
        return False
    return True


async def _refuse_cookies(run: UnderWay, mapped: MappedPage, click: Click) -> None:
    """Presses "necessary only" without letting anything of it count as a sending: there is nothing to review."""
    await hands.click(mapped, click.ref)
    await settle(run.page, run.gate)


async def _carry_through(run: UnderWay, mapped: MappedPage, click: Click) -> Pressed:
    """Presses, and takes what that causes through its reviews."""
    run.permissions.pressing()
    run.gate.unreached = ""
    with run.dialogs.leaving(), Arrivals(run.page) as arrivals, run.gate.window() as window:
        outcome = await hands.click(mapped, click.ref)
        if not outcome.ok:
            return _not_pressed(run, mapped, click, outcome.problem)
        prepare = partial(run.reviewer.prepare, mapped=mapped, account=run.account, click=click)
        hold, others = await first_hold(window, run.page, run.gate, arrivals=arrivals, meanwhile=prepare)
        while hold is not None:
            arrivals.forget()
            verdict = await run.reviewer.review(hold, others, mapped, run.account, click)
            if verdict is not Verdict.SENT:
                return _not_sent(run, verdict)
            run.course.sent = True
            answers = hold.page and hold.answer.result().status not in STAYS
            if answers:
                await arrivals.wait()
            hold, others = await next_hold(window, run.page, run.gate, arrivals=arrivals, replaced=answers,
                                           meanwhile=prepare)
    return Pressed.THROUGH


def _not_pressed(run: UnderWay, mapped: MappedPage, click: Click, problem: Problem | None) -> Pressed:
    """The hand could not press it: the page has changed, or something lies over it.

    Raises:
        Stuck: for any other reason.
    """
    if problem is Problem.NOT_FOUND:
        run.note("The page had moved on before the press, so it is looked at again")
        return Pressed.AGAIN
    if problem is Problem.COVERED:
        run.note(f"Something lies over “{click.text}”")
        run.course.covered = click.text
        run.course.tried.discard(page_signature(mapped.map))
        return Pressed.AGAIN
    why = problem.value if problem else "no reason given"
    if run.deciding.hand_over(f"“{click.text}” could not be pressed ({why})."):
        return Pressed.AGAIN
    raise Stuck(f"“{click.text}” could not be pressed ({why}), so nothing was sent by it. Try again with "
                "`retry`; if that ends the same way, finish the form by hand.")


def _not_sent(run: UnderWay, verdict: Verdict) -> Pressed:
    """What was held did not go out: it is done again, waits, or the task ends."""
    if verdict is Verdict.AGAIN:
        run.course.tried.clear()
        run.account.done.clear()
        move(run.store, run.task_id, TaskState.RUNNING)
        return Pressed.AGAIN
    if verdict is Verdict.PARKED:
        tasks.end_run(run.store, run.run_id, "waiting", "It waits for your decision.")
        return Pressed.ENDS
    end(run, *(run.reviewer.ended or (TaskState.FAILED, "It could not be sent.")))
    return Pressed.ENDS
