"""One attempt at one task: look, let the planner decide, act, and stop wherever the person is needed."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from agent.browser import hands
from agent.browser.dialogs import Dialogs
from agent.browser.driver import Page
from agent.browser.evidence import picture_of_page
from agent.browser.launch import gated_browser
from agent.browser.page_map import MappedPage, look
from agent.browser.problems import BrowserProblem, PictureFailed
from agent.browser.read_back import Problem
from agent.gate.problems import GateProblem
from agent.gate.proxy import Gate
from agent.gate.store_ledger import StoreLedger
from agent.gate.trace import Tracer
from agent.planner.autofill.plan import page_signature
from agent.planner.base import Action, Ask, AskKind, ButtonKind, Click, Done, GiveUp, Open, TaskFile, View
from agent.protocol import FactKind, ReceiptState, SubmissionState, TaskState
from agent.receipts import filing
from agent.runs import granting, recovery, resume
from agent.runs.acts import Account, carry_out, changes_in, pending
from agent.runs.early import Early
from agent.runs.editing import edits_of
from agent.runs.ground import Ground
from agent.runs.moving import move
from agent.runs.opening import open_start
from agent.runs.pressing import AFTER_PRESS, first_hold
from agent.runs.problems import CantStart, Ended, RunProblem, Stuck
from agent.runs.reviewing import Reviewer, Verdict
from agent.runs.settle import settle
from agent.runs.waiting import answered, resumed
from agent.runs.watching import Watched
from agent.store import facts, ledger, questions, receipts, submissions, tasks
from agent.store.ids import shown
from agent.store.problems import CannotRecord, StoreProblem
from agent.store.tables import Question, Run, Task

TURNS = 80
"""Decisions per attempt; a fifteen-page form takes about forty-five."""

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
        _close(ground, task_id, number, "interrupted")
        raise
    except CannotRecord as problem:
        with contextlib.suppress(CannotRecord):  # a small change may still find room
            _close(ground, task_id, number, "interrupted", str(problem))
        raise
    except (RunProblem, BrowserProblem, GateProblem, StoreProblem) as problem:
        _fail(ground, task_id, number, str(problem))
    except Exception:
        log.exception("run %d of task %d broke", number, task_id)
        _fail(ground, task_id, number, "Something went wrong inside Countersign. Nothing more was sent. "
                                       "Try again with `retry`; the details are in the log.")


def _fail(ground: Ground, task_id: int, run_id: int, text: str) -> None:
    """The task fails, unless something of it is in doubt or still waits."""
    try:
        state, message = _state(ground, task_id)
        if message == recovery.ANSWER_LOST:
            message = f"It was sent and the site answered, but: {text} Look on the site whether it was accepted."
        if tasks.get(ground.store, task_id).state == TaskState.CANCELLED and state != TaskState.UNKNOWN:
            state, message = TaskState.CANCELLED, text
            _withdrawn(ground, task_id)
        elif state in (TaskState.QUEUED, TaskState.NEEDS_ANSWER):
            state, message = TaskState.FAILED, text
            _unsent(ground, task_id, text)
        tasks.change(ground.store, task_id, state=state, message=message or text)
        tasks.end_run(ground.store, run_id, "ended", text)
        if state in tasks.FINISHED:
            resume.forget(resume.path_for(ground.folder, task_id))
    finally:
        ground.progress(task_id, text)


def _withdrawn(ground: Ground, task_id: int) -> None:
    """What was held just as the person cancelled goes with the task."""
    held = submissions.open_of_task(ground.store, task_id)
    if held is not None:
        ledger.withdraw(ground.store, held.id or 0)


def _unsent(ground: Ground, task_id: int, why: str) -> None:
    """What was approved can't be carried out any more: its approval ends with the task."""
    held = submissions.open_of_task(ground.store, task_id)
    if held is not None:
        ledger.not_sent(ground.store, held.id or 0, why)


def _close(ground: Ground, task_id: int, run_id: int, state: str, message: str = "") -> None:
    tasks.end_run(ground.store, run_id, state, message)
    if tasks.get(ground.store, task_id).state in (TaskState.RUNNING, TaskState.SENDING):
        settled, text = _state(ground, task_id)
        tasks.change(ground.store, task_id, state=settled, message=text)


def _state(ground: Ground, task_id: int) -> tuple[TaskState, str]:
    return recovery.settled(submissions.of_task(ground.store, task_id), receipts.of_task(ground.store, task_id),
                            waiting=bool(questions.open_ones(ground.store, task_id)))


class _Attempt:
    def __init__(self, ground: Ground, task: Task, run: Run) -> None:
        self._ground = ground
        self._store = ground.store
        self._task = task
        self._task_id = task.id or 0
        self._run_id = run.id or 0
        self._account = Account()
        self._planner = ground.planner()
        self._tried: set[str] = set()
        self._last_click: ButtonKind | None = None
        self._sent = False
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
        known = facts.every(self._store)
        locale = f"en-{known['country']}" if "country" in known else None
        early = self._take_early(locale) if back is None else None
        gate = self._gate = early.gate if early is not None else Gate(
            self._ground.folder / "spool", StoreLedger(self._store), back.memory if back else None)
        gate.stand_for(StoreLedger(self._store))
        if back is not None:  # a press led to that page: a summary there is to be sent, not started again
            self._last_click = ButtonKind.NEXT
        self._allow(gate, back)
        gate.watch_for(Tracer({FactKind(kind): value for kind, value in known.items()}))
        self._say("Starting a browser behind the gate")
        opening = early.taken() if early is not None else gated_browser(
            gate, self._ground.folder, state=back.state if back else None, show=self._ground.show, locale=locale)
        async with opening as browser:
            self._context = browser.context
            self._page = browser.page
            self._dialogs = Dialogs(browser.context)
            await self._open_first(back)
            await settle(self._page)
            self._reviewer = Reviewer(self._ground, self._task_id, self._run_id, gate, browser.context, self._resume)
            await self._work()

    def _take_early(self, locale: str | None) -> Early | None:
        """The browser that was started while the program loaded, if there is one and it suits."""
        found = self._ground.early
        return found.pop() if found and found[0].locale == locale else None

    async def _open_first(self, back: resume.Resume | None) -> None:
        """Opens where an earlier run stopped; where that page can't be had again, the task's own start."""
        if back is not None and back.url != self._task.url:
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
            gate.memory.give(back.url)

    # The loop

    async def _work(self) -> None:
        patient = False
        for turn in range(TURNS):
            self._check_cancelled()
            if not await self._may_go_on():
                return
            self._page = self._newest_page()
            mapped = await look(self._page)
            await self._watched.turn(turn + 1, mapped)
            if await self._strange_site(mapped):
                return
            actions = await self._planner.decide(self._view(mapped))
            changes = changes_in(actions)
            if pending(mapped.map, changes, self._account):
                await self._fill(mapped, actions)
                continue
            await carry_out(mapped, changes, self._account)  # nothing left to do; renews the refs
            final = next((each for each in actions if each not in changes), None)
            if isinstance(final, GiveUp) and not patient:
                patient = True
                await settle(self._page, quiet=PATIENCE)
                continue
            patient = False
            if not await self._finish_turn(mapped, actions, final):
                return
        raise Stuck(f"After {TURNS} steps the form was still not finished. It may be going round in circles.")

    async def _fill(self, mapped: MappedPage, actions: list[Action]) -> None:
        self._gate.arm()  # before the first key
        changes = changes_in(actions)
        self._say(f"Filling in “{_heading(mapped)}”")
        for problem in await carry_out(mapped, changes, self._account):
            self._note(problem)
        await self._watched.changed(mapped, changes, self._account)
        await settle(self._page)

    async def _finish_turn(self, mapped: MappedPage, actions: list[Action], final: Action | None) -> bool:
        """Does what ends a list of actions; returns whether the attempt goes on."""
        if isinstance(final, Ask):
            return await self._ask([each for each in actions if isinstance(each, Ask)], mapped)
        if isinstance(final, Click):
            return await self._click(mapped, final)
        if isinstance(final, Open):
            if not self._gate.memory.is_known(final.url):
                raise Stuck("The next page's address was given neither by you nor by the site. It was not opened.")
            await open_start(self._page, self._gate, final.url)
            await settle(self._page)
            return True
        if isinstance(final, Done):
            await self._done(final)
            return False
        raise Stuck(final.reason if isinstance(final, GiveUp) else "The planner had nothing left to do here.")

    def _view(self, mapped: MappedPage) -> View:
        task = tasks.get(self._store, self._task_id)
        return View(
            task_text=task.text, notes=tuple(task.notes),
            facts={FactKind(kind): value for kind, value in facts.every(self._store).items()},
            answers=questions.answers_of(self._store, self._task_id),
            files=tuple(TaskFile(each["name"], each["path"], each["media_type"]) for each in task.files),
            edits=edits_of(submissions.of_task(self._store, self._task_id), task.notes), page=mapped.map,
            sent=self._sent, last_click=self._last_click,
            tried=frozenset(self._tried))

    # Pressing and sending

    async def _click(self, mapped: MappedPage, click: Click) -> bool:
        follows_link = click.is_link or click.kind is ButtonKind.OTHER
        if not follows_link:
            self._gate.arm()
            await self._reviewer.evidence(mapped, self._account)
        if click.kind is ButtonKind.NEXT and not await hands.still_says(mapped, click.ref):
            self._note("The button's words changed before the press, so the page is looked at again")
            return True
        self._tried.add(page_signature(mapped.map))
        self._note(f"Pressed “{click.text}”")
        self._sent = False
        before = self._page.url
        with self._gate.window() as window:
            outcome = await hands.click(mapped, click.ref)
            if outcome.problem is Problem.NOT_FOUND:
                self._note("The page had moved on before the press, so it is looked at again")
                return True
            if not outcome.ok:
                why = outcome.problem.value if outcome.problem else "no reason given"
                raise Stuck(f"“{click.text}” could not be pressed ({why}).")
            hold, others = await first_hold(window, self._page, self._gate, grace=AFTER_PRESS)
            while hold is not None:
                verdict = await self._reviewer.review(hold, others, mapped, self._account, click)
                if verdict is not Verdict.SENT:
                    return await self._not_sent(verdict)
                self._sent = True
                hold, others = await first_hold(window, self._page, self._gate)
        self._last_click = click.kind
        if self._sent or self._page.url != before:
            self._account.clear()
        return True

    async def _not_sent(self, verdict: Verdict) -> bool:
        if verdict is Verdict.AGAIN:
            self._tried.clear()
            self._account.done.clear()
            move(self._store, self._task_id, TaskState.RUNNING)
            return True
        if verdict is Verdict.PARKED:
            tasks.end_run(self._store, self._run_id, "waiting", "It waits for your decision.")
            return False
        held = self._reviewer.ended or (TaskState.FAILED, "It could not be sent.")
        self._end(held[0], held[1])
        return False

    # Asking

    async def _ask(self, asks: list[Ask], mapped: MappedPage) -> bool:
        asks = granting.with_word(self._store, self._task_id, asks, mapped.map)
        questions.ask(self._store, [Question(
            task_id=self._task_id, key=each.key, kind=each.kind, prompt=each.prompt, options=list(each.options),
            fact=each.fact or "") for each in asks])
        granting.note_told(self._store, self._task_id, mapped.map)
        move(self._store, self._task_id, TaskState.NEEDS_ANSWER)
        self._say(f"Needs your answer: {asks[0].prompt.splitlines()[0]}" + (
            f" (and {len(asks) - 1} more)" if len(asks) > 1 else ""))
        await resume.keep(self._resume, self._page.url, self._context, self._gate.memory)
        if not await answered(self._ground, self._task_id):
            self._check_cancelled()
            tasks.end_run(self._store, self._run_id, "waiting", "It waits for your answer.")
            return False
        move(self._store, self._task_id, TaskState.RUNNING)
        return True

    async def _may_go_on(self) -> bool:
        """Waits while the person has paused the task; False when the wait ran out and the task was put aside."""
        if not tasks.get(self._store, self._task_id).paused:
            return True
        self._note("Paused by you")
        self._watched.paused(True)
        await resume.keep(self._resume, self._page.url, self._context, self._gate.memory)
        if await resumed(self._ground, self._task_id):
            self._check_cancelled()
            self._watched.paused(False)
            self._note("Went on")
            return True
        move(self._store, self._task_id, TaskState.QUEUED)
        tasks.end_run(self._store, self._run_id, "waiting", "You paused it.")
        return False

    async def _strange_site(self, mapped: MappedPage) -> bool:
        """Asks before going on at a site that the person did not name. True: the attempt ends here."""
        url = mapped.map.url
        if not url.startswith("http") or self._gate.is_first_party(url):
            return False
        origin = "/".join(url.split("/", 3)[:3])
        key = f"site {origin}"
        answer = questions.answers_of(self._store, self._task_id).get(key, "")
        if not answer:
            return not await self._ask([Ask(key, AskKind.SITE, (
                f"The task led to another site: {origin}. May it go on there?"), ("yes", "no"))], mapped)
        if answer.strip().lower() not in ("yes", "y"):
            raise Stuck(f"The task led to {origin}, where you did not want it to go on.")
        self._gate.admit_site(url)
        tasks.change(self._store, self._task_id, sites=[*tasks.get(self._store, self._task_id).sites, origin])
        return False

    # Ending

    async def _done(self, done: Done) -> None:
        if receipts.of_task(self._store, self._task_id) is None:
            raise Stuck("The page looks finished, but nothing was sent. Check the task's address.")
        if not done.confirmed and submissions.of_task(self._store, self._task_id)[-1].step:
            raise Stuck("Only steps of the form were sent so far, and the page that followed shows no way on and no "
                        "confirmation. Look at the site.")
        after = self._ground.folder / "pictures" / f"t{self._task_id}-x{self._run_id}-answer.png"
        with contextlib.suppress(PictureFailed):  # the site has answered all the same
            await picture_of_page(self._page, after)
        state = ReceiptState.CONFIRMED if done.confirmed else ReceiptState.ANSWERED
        filing.concluded(self._store, self._task_id, state, done.reference, done.evidence,
                         str(after) if after.exists() else "")
        self._end(TaskState.DONE, "" if done.confirmed else "It was sent and the site answered, but its page does not "
                  "clearly confirm it. Look at the picture of the answer.")

    def _end(self, state: TaskState, message: str) -> None:
        tasks.change(self._store, self._task_id, state=state, message=message)
        tasks.end_run(self._store, self._run_id, "ended", message)
        resume.forget(self._resume)
        self._say({TaskState.DONE: "Done"}.get(state, message or state.value))

    def _check_cancelled(self) -> None:
        if tasks.get(self._store, self._task_id).state == TaskState.CANCELLED:
            raise Ended("You cancelled it.")

    def _newest_page(self) -> Page:
        pages = [page for page in self._context.pages if not page.is_closed()]
        if not pages:
            raise Stuck("The page was closed, or the browser stopped. Nothing more was sent; try again with retry.")
        return pages[-1]

    def _say(self, text: str) -> None:
        self._ground.progress(self._task_id, text)
        self._note(text)

    def _note(self, text: str) -> None:
        tasks.add_step(self._store, self._run_id, text)
        self._watched.step(text)


def _heading(mapped: MappedPage) -> str:
    headings = [each.text for each in mapped.map.headings if each.level == 1]
    return headings[0] if headings else mapped.map.title or "the form"
