"""One run as it stands: its task, its gate, the page it is on, and what it has done so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from agent.browser.dialogs import Dialogs, Said
from agent.browser.downloads import Downloads
from agent.browser.driver import BrowserContext, Page
from agent.gate.proxy import Gate
from agent.runs import limits, resume
from agent.runs.acts import Account
from agent.runs.asking import Asking
from agent.runs.contract import Contract
from agent.runs.course import Course
from agent.runs.deciding import Deciding
from agent.runs.ground import Ground
from agent.runs.options import Options
from agent.runs.permissions import Permissions
from agent.runs.reviewing import Reviewer
from agent.runs.second_look import Looking
from agent.runs.spoken import told
from agent.runs.tabs import follow
from agent.runs.telling import Telling
from agent.store.engine import Store
from agent.store.tables import Task


@dataclass(slots=True)
class UnderWay:
    """A run whose browser is open. `starting` makes it; the loop, the presses and the ending work on it.

    ``task`` is as it was when the run began; what may have changed since is read from the store.
    """

    ground: Ground
    task: Task
    contract: Contract
    deciding: Deciding
    telling: Telling
    gate: Gate
    context: BrowserContext
    page: Page                   # where it stands; a press may lead to another one
    tabs: list[Page]             # the pages that were open when it last looked
    dialogs: Dialogs
    downloads: Downloads
    permissions: Permissions
    asking: Asking
    reviewer: Reviewer
    looking: Looking
    course: Course
    account: Account = field(default_factory=Account)
    options: Options = field(default_factory=Options)

    @property
    def store(self) -> Store:
        """Where everything is kept."""
        return self.ground.store

    @property
    def task_id(self) -> int:
        """The task's number."""
        return self.telling.task_id

    @property
    def run_id(self) -> int:
        """The number of this run."""
        return self.telling.run_id

    @property
    def resume_path(self) -> Path:
        """Where its resume point is kept."""
        return resume.path_for(self.ground.folder, self.task_id)

    def say(self, text: str) -> None:
        """Something that a person would wait for."""
        self.telling.say(text)

    def note(self, text: str) -> None:
        """A step, for the record and for who looks on."""
        self.telling.note(text)

    def heard(self) -> tuple[Said, ...]:
        """What dialogs said since the last time; each is told to the person."""
        said = self.dialogs.take()
        for text in dict.fromkeys(map(told, said)):
            self.note(text)
        return said

    async def stand_on(self, *, moved: bool) -> None:
        """Goes on at a tab that has opened, where that is meant; see `tabs`."""
        if self.context.pages != self.tabs or self.page.is_closed():
            self.page = await follow(self.context, self.page, self.tabs, self.gate.is_first_party, moved=moved)
            self.tabs = list(self.context.pages)

    def count_press(self) -> None:
        """A press or an opening that need not arm the gate; after too many it is armed all the same."""
        self.course.unarmed += 1
        if self.course.unarmed > limits.UNARMED_PRESSES:
            self.gate.arm()

    def leave_page(self) -> None:
        """Forgets what was put into the page before this one, and what that one wanted."""
        self.account.clear()
        self.permissions.page_left()
