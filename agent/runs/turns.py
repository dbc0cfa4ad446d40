"""The loop of a run: look at the page, let the planner decide, make the changes, then do what it ends with."""

from __future__ import annotations

import re

from agent.browser.page_map import MappedPage, look
from agent.planner.base import Action, Ask, Choose, Click, Done, GiveUp, Open, Wait
from agent.planner.claude.past import OPENING
from agent.runs import limits
from agent.runs.acts import Change, carry_out, changes_in, empty_renamed, pending
from agent.runs.allowing import allowed
from agent.runs.asking import check_cancelled
from agent.runs.checking import as_named, really_confirmed
from agent.runs.clicking import press
from agent.runs.ending import finish
from agent.runs.going_on import First, first_of_all
from agent.runs.learning import note_jump
from agent.runs.opening import open_start
from agent.runs.permissions import Permissions
from agent.runs.problems import Stuck
from agent.runs.settle import LONGEST, settle
from agent.runs.starting import session_ended
from agent.runs.under_way import UnderWay
from agent.runs.viewing import usable, view_of


async def take_turns(run: UnderWay) -> None:
    """Goes on until the task is finished or waits for the person.

    Raises:
        Ended: the person cancelled the task.
        RunProblem: it can't go on.
    """
    waited, stalled = False, 0
    for turn in range(limits.TURNS):
        check_cancelled(run.store, run.task_id)
        if not await run.asking.may_go_on(run.page):
            return
        await run.stand_on(moved=True)
        mapped = await run.options.put_into(await look(run.page), run.task.text)
        await run.telling.watched.turn(turn + 1, mapped)
        if await run.asking.strange_site(run.page, mapped.map):
            return
        if await session_ended(run, mapped):
            continue
        run.course.said += run.heard()
        actions = await _decide(run, mapped)
        if await _changed(run, mapped, actions):
            stalled = 0
            continue
        final = await _last_of(run, mapped, actions)
        if final is None and actions and stalled < limits.STALLED:
            stalled += 1  # all that it wants was tried before: let it hear so
            continue
        first = first_of_all(final, mapped.map, waited=waited)
        if first is First.WAIT:
            waited = True
            await settle(run.page, quiet=limits.PATIENCE, loading=LONGEST)
            continue
        # What a recipe lacks, the planner behind it may not: nobody is asked before that has looked.
        if asks := [] if run.deciding.replaying else _offered(run.permissions, first):
            if not await allowed(run, asks, mapped):
                return
            continue
        waited, stalled = False, 0
        if not await _end_turn(run, mapped, actions, final):
            return
    raise Stuck(f"After {limits.TURNS} steps the form was still not finished. It may be going round in circles.")


async def _decide(run: UnderWay, mapped: MappedPage) -> list[Action]:
    """The planner's next actions, looked over."""
    view = view_of(run.store, run.task_id, usable(run.store, run.contract), mapped.map, run.course)
    return await run.deciding.decide(view, mapped.map, run.course.walls)


async def _changed(run: UnderWay, mapped: MappedPage, actions: list[Action]) -> bool:
    """Makes what changes are left to make, and takes back what the page has renamed; whether there were any."""
    changes = changes_in(actions)
    if pending(mapped.map, changes, run.account):
        await _fill(run, mapped, changes)
        return True
    taken_back = await empty_renamed(mapped, changes, run.account)
    for said in taken_back:
        run.note(said)
    return bool(taken_back)


async def _fill(run: UnderWay, mapped: MappedPage, changes: list[Change]) -> None:
    run.gate.arm()  # before the first key
    run.say(f"Filling in “{_heading(mapped)}”")
    for problem in await carry_out(mapped, changes, run.account):
        run.note(problem)
    if any(isinstance(change, Choose) for change in changes):
        run.options.changed(mapped)
    await run.telling.watched.changed(mapped, changes, run.account)
    if not mapped.still:
        await settle(run.page, run.gate)


async def _last_of(run: UnderWay, mapped: MappedPage, actions: list[Action]) -> Action | None:
    """What is left to do once every change is made; the account's refs are then those of this look."""
    changes = changes_in(actions)
    await carry_out(mapped, changes, run.account)  # nothing left to do; renews the refs
    return next((each for each in actions if each not in changes), None)


def _offered(permissions: Permissions, first: First) -> list[Ask]:
    """The questions about what the gate refused that come before the last action; none where nothing was."""
    if first is First.OFFER_ALL:
        return permissions.lookups(pressed=False) or permissions.sockets()
    return permissions.lookups(pressed=False, reads=True) if first is First.OFFER_READS else []


async def _end_turn(run: UnderWay, mapped: MappedPage, actions: list[Action], final: Action | None) -> bool:
    """Does what ends a list of actions; False where the run ends here.

    Raises:
        Stuck: the planner gave up, or had nothing to do.
    """
    if isinstance(final, Ask):
        return await run.asking.ask([each for each in actions if isinstance(each, Ask)], run.page, mapped.map)
    if isinstance(final, Click):
        return await press(run, mapped, final)
    if isinstance(final, Open):
        return await _open(run, mapped, final.url)
    if isinstance(final, Wait):
        await settle(run.page, quiet=final.seconds, loading=LONGEST)
        return True
    if isinstance(final, Done):
        await finish(run, really_confirmed(final, mapped.map), mapped)
        return False
    reason = final.reason if isinstance(final, GiveUp) else "The planner had nothing left to do here."
    if run.deciding.hand_over(reason):
        return True
    if run.gate.unreached:
        reason += (f" The last press led to {run.gate.unreached}, a place that neither you nor an ordinary web "
                   "address names; nothing went there. If you trust it, add the task again with --site.")
    raise Stuck(reason)


async def _open(run: UnderWay, mapped: MappedPage, url: str) -> bool:
    """Opens an address that the person or the site gave; asks about any other. False: it waits."""
    url = as_named(url, mapped.map, run.task.url)
    if not run.gate.memory.is_known(url):
        return await run.asking.unknown_address(url, run.permissions, run.page, mapped.map)
    run.count_press()
    run.note(f"{OPENING}{re.split('[?#]', url)[0]}")
    note_jump(run)
    with run.dialogs.leaving():
        await open_start(run.page, run.gate, url)
    await settle(run.page, run.gate)
    return True


def _heading(mapped: MappedPage) -> str:
    headings = [each.text for each in mapped.map.headings if each.level == 1]
    return headings[0] if headings else mapped.map.title or "the form"
