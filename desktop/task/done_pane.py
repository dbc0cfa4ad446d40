"""A finished task: what went where, what the site answered, and the way to its receipt."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from agent.protocol import ReceiptState
from agent.protocol.messages import ReceiptDetail, TaskDoc
from desktop.link import Problem
from desktop.navigation import AGAIN, View
from desktop.shell import Shell
from desktop.task.address import host_of
from desktop.task.header import TaskHeader
from desktop.task.steps import StepList, timeline
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner
from desktop.widgets.when import full
from desktop.widgets.words import Foreign, Words


def told(state: str) -> tuple[str, str]:
    """What is known about a sent request, in words, and the tone."""
    return {
        ReceiptState.CONFIRMED.value: ("The site has confirmed it.", "success"),
        ReceiptState.ANSWERED.value: ("It was sent and the site answered, but did not clearly confirm it. "
                                      "Look at the site's words below.", "warning"),
        ReceiptState.UNKNOWN.value: ("It was sent, but no answer was seen.", "warning"),
    }.get(state, ("It was sent.", "info"))


class DonePane(QWidget):
    """Shows one finished task with a summary of its receipt."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._task = self._receipt = ""
        self._loaded = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.lg)
        layout.setSpacing(SPACE.md)
        self.header = TaskHeader(shell)
        self.open_receipt = button("Open receipt", self._go, look="primary", icon="receipt-text", icons=shell.icons)
        self.header.add_action(self.open_receipt)
        self.again = button("Do this again regularly …", self._again, icon="repeat", icons=shell.icons)
        self.header.add_action(self.again)
        layout.addWidget(self.header)
        self._banners = {tone: Banner(shell.icons, "", tone) for tone in ("success", "warning", "info")}
        for banner in self._banners.values():
            layout.addWidget(banner)
        self._facts = QWidget()
        grid = QGridLayout(self._facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.lg)
        grid.setVerticalSpacing(SPACE.sm)
        grid.setColumnStretch(1, 1)
        self._values: dict[str, Foreign] = {}
        for row, name in enumerate(("Reference", "Sent to", "Sent on", "The site said")):
            self._values[name] = Foreign("", "strong" if name == "Reference" else "", limit=600)
            grid.addWidget(Words(name, "secondary", wrap=False), row, 0)
            grid.addWidget(self._values[name], row, 1)
        layout.addWidget(self._facts)
        self._heading = Words("What was done", "heading")
        layout.addWidget(self._heading)
        self.steps = StepList(shell)
        layout.addWidget(self.steps, 1)

    def show_task(self, doc: TaskDoc) -> None:
        """Shows the task; its receipt is asked for once."""
        self.header.show_task(doc)
        self._task, self._receipt = doc["id"], doc["receipt"]
        self.again.setVisible(not doc.get("chore"))
        self.open_receipt.setVisible(bool(doc["receipt"]))
        self.steps.show_entries(timeline(doc["runs"]), working=False)
        if doc["receipt"] and doc["receipt"] == self._loaded:
            return
        self._loaded = ""
        self._facts.hide()
        self._say(doc["message"] if not doc["receipt"] else "", "info")
        if doc["receipt"]:
            wanted = doc["receipt"]
            self._shell.desk.call("receipt", {"id": wanted}, done=lambda answer: self._take(wanted, answer),
                                  failed=lambda problem: self._miss(wanted, problem), owner=self)

    def _say(self, text: str, tone: str) -> None:
        for name, banner in self._banners.items():
            banner.say(text if name == tone else "")

    def _take(self, wanted: str, answer: Any) -> None:
        if wanted != self._receipt:
            return
        doc = cast("ReceiptDetail", answer)
        self._loaded = wanted
        self._say(*told(doc["state"]))
        texts = {"Reference": doc["reference"] or "The site gave none", "Sent to": host_of(doc["url"]),
                 "Sent on": full(doc["sent_at"]), "The site said": doc["evidence"] or "Nothing that could be read"}
        for name, text in texts.items():
            self._values[name].show_text(text)
        self._facts.show()

    def _miss(self, wanted: str, problem: Problem) -> None:
        if wanted == self._receipt:
            self._say(problem.text, "warning")

    def _again(self) -> None:
        self._shell.navigator.go(View.CHORES, self._task, AGAIN)

    def _go(self) -> None:
        self._shell.navigator.go(View.RECEIPTS, self._receipt)
