"""A task that waits, failed or was cancelled: why, what was done, and what can be done now."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from agent.protocol import TaskState
from agent.protocol.messages import TaskDoc
from desktop.shell import Shell
from desktop.task.deeds import Deeds, allowed
from desktop.task.header import TaskHeader
from desktop.task.moving import Way, change_address, way_of
from desktop.task.steps import StepList, timeline
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner
from desktop.widgets.when import full, money
from desktop.widgets.words import Foreign, Words


def sentence(state: str, paused: bool, again: bool) -> str:
    """What stands under the head. ``again``: it has been tried before."""
    if paused:
        return "Paused by you. It goes on when you say so."
    return {
        TaskState.QUEUED: "It is prepared again as soon as there is room." if again
        else "It starts as soon as there is room. Nothing is sent before you have seen it.",
        TaskState.FAILED: "It could not be finished. Preparing it again starts from the beginning; you see everything "
        "before it goes out.",
        TaskState.CANCELLED: "It was cancelled. What was prepared for it was not sent.",
        TaskState.NEEDS_REVIEW: "It is being made ready for your review.",
        TaskState.NEEDS_ANSWER: "Your answers are in. It goes on in a moment.",
    }.get(TaskState(state) if state in set(TaskState) else TaskState.QUEUED, "")


class TaskPane(QWidget):
    """Shows one queued, failed or cancelled task."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._deeds = Deeds(shell, self)
        self._doc: TaskDoc | None = None
        self._id = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.lg)
        layout.setSpacing(SPACE.md)
        self.header = TaskHeader(shell)
        self.retry = button("Prepare it again", lambda: self._deeds.retry([self._id]), look="primary",
                            icon="rotate-ccw", icons=shell.icons)
        self.resume = button("Go on", lambda: self._deeds.resume([self._id]), look="primary", icon="play",
                             icons=shell.icons)
        self.pause = button("Pause", lambda: self._deeds.pause([self._id]), icon="pause", icons=shell.icons)
        self.cancel = button("Cancel task", lambda: self._deeds.cancel([self._id]), icon="x", icons=shell.icons)
        self.address = button("Change address", self._change_address, icon="link", icons=shell.icons,
                              tip="Where the task starts")
        for each in (self.retry, self.resume, self.pause, self.address, self.cancel):
            self.header.add_action(each)
        layout.addWidget(self.header)
        self.banner = Banner(shell.icons, "", "info")
        self.reason = Foreign("", "strong", limit=0)
        self.steps = StepList(shell)
        self._heading = Words("What was done", "heading")
        self._foot = Words("", "caption")
        layout.addWidget(self.reason)
        layout.addWidget(self.banner)
        layout.addWidget(self._heading)
        layout.addWidget(self.steps, 1)
        layout.addWidget(self._foot)
        self._spring = QWidget()
        layout.addWidget(self._spring, 1)

    def show_task(self, doc: TaskDoc) -> None:
        """Shows the task, or brings it up to date."""
        self._id, self._doc = doc["id"], doc
        self.header.show_task(doc)
        may = allowed([(doc["id"], doc["state"], doc["paused"])])
        self.retry.setVisible(bool(may.retry))
        self.resume.setVisible(bool(may.resume))
        self.pause.setVisible(bool(may.pause))
        self.cancel.setVisible(bool(may.cancel))
        self.address.setVisible(way_of(doc) is not Way.NOT)
        self.reason.show_text(doc["message"])
        self.reason.setVisible(bool(doc["message"]) and not doc["paused"])
        self.banner.say(sentence(doc["state"], doc["paused"], bool(doc["runs"])))
        entries = timeline(doc["runs"])
        self.steps.show_entries(entries, working=False)
        for each in (self._heading, self.steps):
            each.setVisible(bool(entries))
        self._spring.setVisible(not entries)
        self._foot.setText(f"Added {full(doc['created_at'])}" + (f" · {money(doc['cost'])}" if doc["cost"] else ""))

    def _change_address(self) -> None:
        if self._doc is not None:
            change_address(self._shell, self._doc, self.window())
