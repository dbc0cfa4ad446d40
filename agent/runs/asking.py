"""Asks the person on behalf of one attempt and waits: questions, leave for another site or address, a pause."""

from __future__ import annotations

from pathlib import Path

from agent.browser.driver import BrowserContext, Page
from agent.browser.page import PageMap
from agent.gate.proxy import Gate
from agent.planner.base import Ask, AskKind
from agent.protocol import TaskState
from agent.runs import granting, resume
from agent.runs.checking import SITE_PREFIX
from agent.runs.ground import Ground
from agent.runs.moving import move
from agent.runs.permissions import Permissions
from agent.runs.problems import Ended, Stuck
from agent.runs.telling import Telling
from agent.runs.waiting import answered, resumed
from agent.store import plans, questions, tasks
from agent.store.engine import Store
from agent.store.tables import Question


def check_cancelled(store: Store, task_id: int) -> None:
    """Ends an attempt whose task the person has cancelled.

    Raises:
        Ended: they have.
    """
    if tasks.get(store, task_id).state == TaskState.CANCELLED:
        raise Ended("You cancelled it.")


class Asking:
    """What one attempt asks."""

    def __init__(self, ground: Ground, task_id: int, run_id: int, gate: Gate, context: BrowserContext,
                 resume_path: Path, telling: Telling) -> None:
        self._ground = ground
        self._store = ground.store
        self._task_id = task_id
        self._run_id = run_id
        self._gate = gate
        self._context = context
        self._resume = resume_path
        self._telling = telling

    async def ask(self, asks: list[Ask], page: Page, seen: PageMap) -> bool:
        """Files the questions and waits for the answers; False when the wait ran out and the task was put aside."""
        asks = granting.with_word(self._store, self._task_id, asks, seen)
        questions.ask(self._store, [Question(
            task_id=self._task_id, key=each.key, kind=each.kind, prompt=each.prompt, options=list(each.options),
            fact=each.fact or "", required=each.required, about={
                "section": each.section, "several": each.several, "form": each.form, "longest": each.longest,
                "least": each.least, "most": each.most}) for each in asks])
        for known in plans.answer_known(self._store, self._task_id):
            self._telling.note(f"Answered as you did for the whole plan: {known}")
        granting.note_told(self._store, self._task_id, seen)
        move(self._store, self._task_id, TaskState.NEEDS_ANSWER)
        needed = [each for each in asks if each.required]
        self._telling.say(f"Needs your answer: {needed[0].prompt.splitlines()[0]}" + (
            f" (and {len(needed) - 1} more)" if len(needed) > 1 else ""))
        await resume.keep(self._resume, page.url, self._context, self._gate.memory)
        if not await answered(self._ground, self._task_id):
            check_cancelled(self._store, self._task_id)
            tasks.end_run(self._store, self._run_id, "waiting", "It waits for your answer.")
            return False
        move(self._store, self._task_id, TaskState.RUNNING)
        return True

    async def may_go_on(self, page: Page) -> bool:
        """Waits while the person has paused the task; False when the wait ran out and the task was put aside."""
        if not tasks.get(self._store, self._task_id).paused:
            return True
        self._telling.note("Paused by you")
        self._telling.watched.paused(True)
        await resume.keep(self._resume, page.url, self._context, self._gate.memory)
        if await resumed(self._ground, self._task_id):
            check_cancelled(self._store, self._task_id)
            self._telling.watched.paused(False)
            self._telling.note("Went on")
            return True
        move(self._store, self._task_id, TaskState.QUEUED)
        tasks.end_run(self._store, self._run_id, "waiting", "You paused it.")
        return False

    async def strange_site(self, page: Page, seen: PageMap) -> bool:
        """Asks before going on at a site that the person did not name. True: the attempt ends here."""
        url = seen.url
        if not url.startswith("http") or self._gate.is_first_party(url):
            return False
        origin = "/".join(url.split("/", 3)[:3])
        key = f"{SITE_PREFIX}{origin}"
        answer = questions.answers_of(self._store, self._task_id).get(key, "")
        if not answer:
            return not await self.ask([Ask(key, AskKind.SITE, (
                f"The task led to another site: {origin}. May it go on there?"), ("yes", "no"))], page, seen)
        if answer.strip().lower() not in ("yes", "y"):
            raise Stuck(f"The task led to {origin}, where you did not want it to go on.")
        self._gate.admit_site(url)
        tasks.change(self._store, self._task_id, sites=[*tasks.get(self._store, self._task_id).sites, origin])
        return False

    async def unknown_address(self, url: str, permissions: Permissions, page: Page, seen: PageMap) -> bool:
        """Asks before an address is opened that neither the person nor the site gave."""
        ask = permissions.address(url)
        if ask is None:
            raise Stuck("You did not want the next page's address to be opened. It was not opened.")
        if not await self.ask([ask], page, seen):
            return False
        permissions.apply()
        return True
