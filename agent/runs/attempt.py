"""One attempt at one task: look, let the planner decide, act, and stop wherever the person is needed."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from agent.browser import hands
from agent.browser.dialogs import Dialogs, Said
from agent.browser.downloads import Downloads
from agent.browser.launch import gated_browser
from agent.browser.page_map import MappedPage, look
from agent.browser.problems import BrowserProblem
from agent.browser.read_back import Problem
from agent.gate.policy import Phase
from agent.gate.problems import GateProblem
from agent.gate.proxy import Gate
from agent.gate.store_ledger import StoreLedger
from agent.gate.trace import Tracer
from agent.planner.autofill.cookie_wall import is_of_wall
from agent.planner.autofill.expiry import session_expired
from agent.planner.autofill.plan import page_signature
from agent.planner.base import Action, Ask, ButtonKind, Choose, Click, Done, GiveUp, Hop, Open, View
from agent.protocol import FactKind, SubmissionState, TaskState, settings
from agent.runs import closing, resume
from agent.runs.acts import Account, Change, carry_out, changes_in, empty_renamed, pending
from agent.runs.asking import Asking, check_cancelled
from agent.runs.checking import really_confirmed, refuses_cookies_alone, sound
from agent.runs.concluding import WITH_DOCUMENT, conclude
from agent.runs.contract import contract_of
from agent.runs.course import Course
from agent.runs.early import Early
from agent.runs.ground import Ground
from agent.runs.keeping import fetch_documents, keep_documents
from agent.runs.moving import move
from agent.runs.opening import open_start
from agent.runs.options import Options
from agent.runs.permissions import Permissions
from agent.runs.pressing import AFTER_PRESS, first_hold, next_hold
from agent.runs.problems import CantStart, RunProblem, Stuck
from agent.runs.reviewing import Reviewer, Verdict
from agent.runs.sessions import Again, begin_again
from agent.runs.settle import LONGEST, settle
from agent.runs.spoken import question_about, told
from agent.runs.tabs import follow
from agent.runs.viewing import view_of
from agent.runs.vouching import AGREEING, Persons, vouched
from agent.runs.watching import Watched
from agent.store import facts, questions, submissions, tasks
from agent.store.grants import YES
from agent.store.ids import shown
from agent.store.problems import CannotRecord, StoreProblem
from agent.store.tables import Run, Task

TURNS = 80
"""Decisions per attempt; a fifteen-page form takes about forty-five."""

THINKING = 300.0
"""Seconds a planner may take for one answer; a slow model takes one or two minutes."""

UNARMED_PRESSES = 6
"""Presses and openings before anything was typed; one more arms the gate. Which button is pressed can be chosen by
what the planner knows of the person, and unarmed every site hears of it. A cookie notice, a start page and two or
three links on the way to a form need fewer."""

PATIENCE = 2.0
"""Seconds a page gets to show something to work with before the planner's giving up is believed."""

log = logging.getLogger(__name__)


async def attempt(ground: Ground, task_id: int) -> None:
    """Makes one attempt; whatever happens, the task is left in a true state.

    Raises:
        CancelledError: the run was stopped.
        CannotRecord: the disk refused. The next start finds out from the records where the task stands.
    """
    run = tasks.start_run(ground.store, task_id)
    number = run.id or 0
    try:
        await _Attempt(ground, tasks.get(ground.store, task_id), run).go()
    except asyncio.CancelledError:
        closing.close(ground, task_id, number, "interrupted")
        raise
    except CannotRecord as problem:
        with contextlib.suppress(CannotRecord):  # a small change may still find room
            closing.close(ground, task_id, number, "interrupted", str(problem))
        raise
    except (RunProblem, BrowserProblem, GateProblem, StoreProblem) as problem:
        closing.fail(ground, task_id, number, str(problem))
    except Exception:
        log.exception("run %d of task %d broke", number, task_id)
        closing.fail(ground, task_id, number, "Something went wrong inside Countersign. Nothing more was sent. "
                                              "Try again with `retry`; the details are in the log.")


class _Attempt:
    def __init__(self, ground: Ground, task: Task, run: Run) -> None:
        self._ground = ground
        self._store = ground.store
        self._task = task
        self._task_id = task.id or 0
        self._run_id = run.id or 0
        self._account = Account()
        self._contract = contract_of(task.url, task.sites, task.contract)
        self._planner = ground.planner()
        self._course = Course()
        self._options = Options()
        self._resume = resume.path_for(ground.folder, self._task_id)
        self._watched = Watched(ground.watch, ground.folder, shown("t", self._task_id), task.title, TURNS)

    async def go(self) -> None:
        try:
            await self._through()
        finally:
            self._watched.close()

    async def _through(self) -> None:
        sent_before = any(each.state == SubmissionState.ANSWERED
                          for each in submissions.of_task(self._store, self._task_id))
        back = resume.recall(self._resume) if sent_before else None
        known = self._usable()
        locale = f"en-{known['country']}" if "country" in known else None
        early = self._take_early(locale) if back is None else None
        gate = self._gate = early.gate if early is not None else Gate(
            self._ground.folder / "spool", StoreLedger(self._store), back.memory if back else None,
            str(settings.read(self._ground.folder)["web-proxy"]))
        gate.stand_for(StoreLedger(self._store))
        if back is not None:  # a press led to that page: a summary there is to be sent, not started again
            self._course.last_click = ButtonKind.NEXT
        self._allow(gate, back)
        gate.watch_for(Tracer(facts.every(self._store)), known)
        self._permissions = Permissions(self._store, self._task_id, gate, known)
        self._permissions.apply()
        self._say("Starting a browser behind the gate")
        opening = early.taken() if early is not None else gated_browser(
            gate, self._ground.folder, state=back.state if back else None, show=self._ground.show, locale=locale)
        async with opening as browser:
            self._context = browser.context
            self._page = browser.page
            self._tabs = [browser.page]
            self._dialogs = Dialogs(browser.context)
            self._downloads = Downloads(browser.context)
            await self._open_first(back)
            await settle(self._page)
            self._asking = Asking(self._ground, self._task_id, self._run_id, gate, browser.context, self._resume,
                                  self._say)
            self._reviewer = Reviewer(self._ground, self._task_id, self._run_id, gate, browser.context, self._resume)
            await self._work()

    def _usable(self) -> dict[str, str]:
        """The facts that the task's contract covers."""
        return {kind: value for kind, value in facts.every(self._store).items()
                if self._contract.may_use(FactKind(kind))}

    def _take_early(self, locale: str | None) -> Early | None:
        """The browser that was started while the program loaded, if there is one and it suits."""
        found = self._ground.early
        return found.pop() if found and found[0].locale == locale else None

    async def _open_first(self, back: resume.Resume | None) -> None:
        """Opens where an earlier run stopped; where that page can't be had again, the task's own start."""
        if back is not None and back.url != self._task.url and self._gate.memory.is_known(back.url):
            self._say(f"Opening {back.url.split('?')[0]}")
            try:
                await open_start(self._page, self._gate, back.url)
            except CantStart:
                self._note("That page can't be opened again, so the form is begun anew")
            else:
                return
        self._say(f"Opening {self._task.url.split('?')[0]}")
        await open_start(self._page, self._gate, self._task.url)

    def _allow(self, gate: Gate, back: resume.Resume | None) -> None:
        gate.admit(self._task.url)
        for site in self._task.sites:
            gate.admit_site(site)
        for host, port in self._ground.reachable:
            gate.name(host, port)
        if back is not None:
            gate.arm()
            for each in submissions.of_task(self._store, self._task_id):
                if each.state == SubmissionState.ANSWERED:  # the page that came may stand at that address
                    gate.memory.give(each.url)

    # The loop

    async def _work(self) -> None:
        patient = False
        for turn in range(TURNS):
            check_cancelled(self._store, self._task_id)
            if not await self._asking.may_go_on(self._page, self._watched):
                return
            await self._stand_on(moved=True)
            mapped = await self._options.put_into(await look(self._page), self._task.text)
            await self._watched.turn(turn + 1, mapped)
            if await self._asking.strange_site(self._page, mapped.map):
                return
            if await self._session_ended(mapped):
                continue
            self._course.said += self._heard()
            actions = await self._decide(mapped)
            changes = changes_in(actions)
            if await self._changed(mapped, actions):
                continue
            await carry_out(mapped, changes, self._account)  # nothing left to do; renews the refs
            final = next((each for each in actions if each not in changes), None)
            if isinstance(final, GiveUp) and not patient:
                patient = True
                await settle(self._page, quiet=PATIENCE, loading=LONGEST)
                continue
            if isinstance(final, GiveUp) and (
                    asks := self._permissions.lookups(pressed=False) or self._permissions.sockets()):
                if not await self._allowed(asks, mapped):
                    return
                continue
            if isinstance(final, Click) and final.kind is not ButtonKind.OTHER and mapped.map.errors and (
                    asks := self._permissions.lookups(pressed=False, reads=True)):
                if not await self._allowed(asks, mapped):  # the page says that it misses something: not sent like that
                    return
                continue
            patient = False
            if not await self._finish_turn(mapped, actions, final):
                return
        raise Stuck(f"After {TURNS} steps the form was still not finished. It may be going round in circles.")

    async def _decide(self, mapped: MappedPage) -> list[Action]:
        """The planner's next actions, looked over, every value with a source that is true."""
        view = self._view(mapped)
        try:
            async with asyncio.timeout(THINKING):
                answer = await self._planner.decide(view)
        except TimeoutError:
            raise Stuck(f"The planner gave no answer in {THINKING / 60:.0f} minutes.") from None
        persons = Persons(view, questions.prompts_of(self._store, self._task_id, AGREEING))
        return [vouched(each, mapped.map, persons) if isinstance(each, Change) else each
                for each in sound(answer, mapped.map, {file.path for file in view.files}, self._course.walls)]

    async def _changed(self, mapped: MappedPage, actions: list[Action]) -> bool:
        """Makes what changes are left to make, and takes back what the page has renamed; whether there were any."""
        changes = changes_in(actions)
        if pending(mapped.map, changes, self._account):
            await self._fill(mapped, actions)
            return True
        taken_back = await empty_renamed(mapped, changes, self._account)
        for said in taken_back:
            self._note(said)
        return bool(taken_back)

    async def _fill(self, mapped: MappedPage, actions: list[Action]) -> None:
        self._gate.arm()  # before the first key
        changes = changes_in(actions)
        self._say(f"Filling in “{_heading(mapped)}”")
        for problem in await carry_out(mapped, changes, self._account):
            self._note(problem)
        if any(isinstance(change, Choose) for change in changes):
            self._options.changed(mapped)
        await self._watched.changed(mapped, changes, self._account)
        await settle(self._page)

    async def _finish_turn(self, mapped: MappedPage, actions: list[Action], final: Action | None) -> bool:
        """Does what ends a list of actions; returns whether the attempt goes on."""
        if isinstance(final, Ask):
            return await self._asking.ask([each for each in actions if isinstance(each, Ask)], self._page, mapped.map)
        if isinstance(final, Click):
            return await self._click(mapped, final)
        if isinstance(final, Open):
            if not self._gate.memory.is_known(final.url):
                return await self._asking.unknown_address(final.url, self._permissions, self._page, mapped.map)
            self._count_press()
            with self._dialogs.leaving():
                await open_start(self._page, self._gate, final.url)
            await settle(self._page)
            return True
        if isinstance(final, Done):
            await self._done(really_confirmed(final, mapped.map), mapped)
            return False
        reason = final.reason if isinstance(final, GiveUp) else "The planner had nothing left to do here."
        if self._gate.unreached:
            reason += (f" The last press led to {self._gate.unreached}, a place that neither you nor an ordinary web "
                       "address names; nothing went there. If you trust it, add the task again with --site.")
        raise Stuck(reason)

    def _view(self, mapped: MappedPage) -> View:
        return view_of(self._store, self._task_id, self._usable(), mapped.map, self._course)

    # Pressing and sending

    async def _click(self, mapped: MappedPage, click: Click) -> bool:
        if not await self._ready(mapped, click):
            return True
        course = self._course
        course.tried.add(page_signature(mapped.map))
        self._note(f"Pressed “{click.text}”")
        course.sent, course.covered, course.said = False, "", ()
        alone = refuses_cookies_alone(click, mapped.map, course.walls)
        of_wall = alone or is_of_wall(mapped.map, click.text)
        if of_wall:
            course.walls.append(click.text)
        if alone:
            return await self._refuse_cookies(mapped, click)
        before = self._page.url
        goes_on = await self._press(mapped, click)
        if goes_on is not None:
            return goes_on
        if not course.sent:
            await self._downloads.drop()  # a file on the way to the form is none of the task's
        await self._stand_on(moved=course.sent or self._page.url != before)
        course.said = self._heard()
        if of_wall and not course.sent:  # the form under it is still to be gone on with
            self._account.done.clear()
            return True
        course.last_click = click.kind
        if not course.sent and not self._account.filled:
            course.trail.append(Hop(before, click.text, self._page.url))
        if course.sent or self._page is not mapped.page or self._page.url != before:
            self._account.clear()
            self._permissions.page_left()
            return True
        return await self._stood_still(mapped)

    async def _ready(self, mapped: MappedPage, click: Click) -> bool:
        """Arms the gate, takes the picture; False where the button no longer says what it did."""
        if click.is_link or click.kind is ButtonKind.OTHER:
            self._count_press()
        else:
            self._gate.arm()
        if self._gate.phase is Phase.ARMED:
            await self._reviewer.evidence(mapped, self._account)
        if click.kind is ButtonKind.NEXT and not await hands.still_says(mapped, click.ref):
            self._note("The button's words changed before the press, so the page is looked at again")
            return False
        return True

    async def _press(self, mapped: MappedPage, click: Click) -> bool | None:
        """Presses, and takes what that causes through its reviews; None where the run goes on with what came of it."""
        self._permissions.pressing()
        self._gate.unreached = ""
        with self._dialogs.leaving(), self._gate.window() as window:
            outcome = await hands.click(mapped, click.ref)
            if outcome.problem is Problem.NOT_FOUND:
                self._note("The page had moved on before the press, so it is looked at again")
                return True
            if outcome.problem is Problem.COVERED:
                self._note(f"Something lies over “{click.text}”")
                self._course.covered = click.text
                self._course.tried.discard(page_signature(mapped.map))
                return True
            if not outcome.ok:
                why = outcome.problem.value if outcome.problem else "no reason given"
                raise Stuck(f"“{click.text}” could not be pressed ({why}), so nothing was sent by it. Try again with "
                            "`retry`; if that ends the same way, finish the form by hand.")
            hold, others = await first_hold(window, self._page, self._gate, grace=AFTER_PRESS)
            while hold is not None:
                verdict = await self._reviewer.review(hold, others, mapped, self._account, click)
                if verdict is not Verdict.SENT:
                    return await self._not_sent(verdict)
                self._course.sent = True
                hold, others = await next_hold(window, self._page, self._gate)
        return None

    async def _stood_still(self, mapped: MappedPage) -> bool:
        """A press after which the page is the same one: perhaps it waits for a yes, or for a look-up."""
        asked = question_about(self._course.said)
        if asked is not None:
            return await self._may_agree(*asked, mapped)
        if self._gate.wishes and await self._nothing_happened(mapped) and (
                asks := self._permissions.lookups(pressed=True)):
            return await self._allowed(asks, mapped)
        return True

    async def _may_agree(self, ask: Ask, said: Said, mapped: MappedPage) -> bool:
        """Asks whether a dialog may be answered yes; the same is then pressed again. False: it waits."""
        answer = questions.answers_of(self._store, self._task_id).get(ask.key, "")
        if not answer:
            if not await self._asking.ask([ask], self._page, mapped.map):
                return False
            answer = questions.answers_of(self._store, self._task_id).get(ask.key, "")
        if answer != YES:
            raise Stuck(f"The page asks “{said.message[:200]}” before it goes on, and you said no.")
        self._dialogs.agree(said.kind, said.message)
        self._course.tried.clear()
        return True

    async def _stand_on(self, *, moved: bool) -> None:
        """Goes on at a tab that has opened, where that is meant; see `tabs`."""
        if self._context.pages != self._tabs or self._page.is_closed():
            self._page = await follow(self._context, self._page, self._tabs, self._gate.is_first_party, moved=moved)
            self._tabs = list(self._context.pages)

    def _heard(self) -> tuple[Said, ...]:
        """What dialogs said since the last time; each is told to the person."""
        said = self._dialogs.take()
        for text in dict.fromkeys(map(told, said)):
            self._note(text)
        return said

    async def _session_ended(self, mapped: MappedPage) -> bool:
        """Begins a form anew, once, whose site says that the session has expired. Nothing is sent by that.

        Raises:
            Stuck: it happened before, or the form itself was sent: then that is never done again.
        """
        words = session_expired(mapped.map)
        if not words:
            return False
        earlier = submissions.of_task(self._store, self._task_id)
        again = begin_again(earlier, just_sent=self._course.sent, begun_before=self._course.begun_again)
        if again is Again.LEAVE:
            return False
        if again is Again.STOP:
            raise Stuck(f"The site says: “{words}”. It said so before, or after the form was sent: nothing is sent "
                        "again.")
        self._say(f"The site says “{words}”, so the form is begun anew, once")
        self._course.begin_again()
        self._account.clear()
        self._permissions.page_left()
        with self._dialogs.leaving():
            await open_start(self._page, self._gate, self._task.url)
        await settle(self._page)
        return True

    async def _refuse_cookies(self, mapped: MappedPage, click: Click) -> bool:
        """Presses "necessary only" without letting anything of it count as a sending: there is nothing to review."""
        await hands.click(mapped, click.ref)
        await settle(self._page)
        return True

    async def _nothing_happened(self, mapped: MappedPage) -> bool:
        return page_signature((await look(self._page)).map) == page_signature(mapped.map)

    async def _allowed(self, asks: list[Ask], mapped: MappedPage) -> bool:
        """Asks whether refused look-ups may pass; the page is then filled and pressed again. False: it waits."""
        if not await self._asking.ask(asks, self._page, mapped.map):
            return False
        self._permissions.apply()
        self._course.tried.clear()
        self._account.clear()
        if self._gate.memory.is_known(self._page.url):  # what asks as one types must see the typing again
            with contextlib.suppress(CantStart), self._dialogs.leaving():
                await open_start(self._page, self._gate, self._page.url)
        await settle(self._page)
        return True

    def _count_press(self) -> None:
        self._course.unarmed += 1
        if self._course.unarmed > UNARMED_PRESSES:
            self._gate.arm()

    async def _not_sent(self, verdict: Verdict) -> bool:
        if verdict is Verdict.AGAIN:
            self._course.tried.clear()
            self._account.done.clear()
            move(self._store, self._task_id, TaskState.RUNNING)
            return True
        if verdict is Verdict.PARKED:
            tasks.end_run(self._store, self._run_id, "waiting", "It waits for your decision.")
            return False
        held = self._reviewer.ended or (TaskState.FAILED, "It could not be sent.")
        self._end(held[0], held[1])
        return False

    # Ending

    async def _done(self, done: Done, mapped: MappedPage) -> None:
        name = f"t{self._task_id}-x{self._run_id}"
        after = self._ground.folder / "pictures" / f"{name}-answer.png"
        words = await conclude(self._store, self._task_id, self._page, done, after)
        if done.confirmed:
            await fetch_documents(mapped, self._gate, self._downloads)
        folder = self._ground.folder / "documents"
        kept = await keep_documents(self._store, self._task_id, self._downloads, folder, name)
        for each in kept:
            self._note(f"Kept the site's document “{each.name}” with the receipt")
        self._end(TaskState.DONE, WITH_DOCUMENT if words and kept else words)

    def _end(self, state: TaskState, message: str) -> None:
        tasks.change(self._store, self._task_id, state=state, message=message)
        tasks.end_run(self._store, self._run_id, "ended", message)
        resume.forget(self._resume)
        self._say({TaskState.DONE: "Done"}.get(state, message or state.value))

    def _say(self, text: str) -> None:
        self._ground.progress(self._task_id, text)
        self._note(text)

    def _note(self, text: str) -> None:
        tasks.add_step(self._store, self._run_id, text)
        self._watched.step(text)


def _heading(mapped: MappedPage) -> str:
    headings = [each.text for each in mapped.map.headings if each.level == 1]
    return headings[0] if headings else mapped.map.title or "the form"
