"""What a task may do without asking again, on demand: sites, data, money, and what the person allowed since."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.messages import AllowedDoc, GrantedDoc
from desktop.link import Problem
from desktop.shell import Shell
from desktop.task.address import host_of
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Foreign, Words

STATES = {"given": "", "asked": "asked", "declined": "you said no", "revoked": "taken back"}


class Allowed(QWidget):
    """Loads when it is first wanted; ``load`` brings it up to date."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._task = ""
        self.rows: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(SPACE.xl, 0, 0, SPACE.sm)
        self._layout.setSpacing(SPACE.xs)

    def load(self, task: str) -> None:
        """Asks the agent what a task may do, and shows it."""
        self._task = task
        self._shell.desk.call("grants", {"id": task}, done=lambda answer: self._show(cast("AllowedDoc", answer)),
                              failed=self._failed, owner=self)

    def _show(self, doc: AllowedDoc) -> None:
        if doc["task"] != self._task:
            return
        self._empty()
        sites = list(dict.fromkeys(host_of(each) for each in doc["sites"]))
        money = f"at most {doc['limit']}" if doc["limit"] else "no limit set"
        for words in (f"Sites: {', '.join(sites)}", f"Your data: {', '.join(doc['data'])}", f"Money: {money}"):
            self._add(Foreign(words, "secondary", limit=600))
        for each in doc["grants"]:
            self._add(self._grant(each))

    def _grant(self, grant: GrantedDoc) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.sm)
        state = STATES.get(grant["state"], grant["state"])
        row.addWidget(Foreign(grant["words"] + (f" ({state})" if state else ""), limit=400), 1)
        if grant["state"] == "given":
            back = button("Take back", partial(self._take_back, grant["id"]), look="quiet")
            back.setAccessibleDescription(grant["words"])
            row.addWidget(back)
        return holder

    def _take_back(self, id: str) -> None:
        task = self._task
        self._shell.desk.call("revoke", {"id": id}, done=lambda _answer: self.load(task), failed=self._failed,
                              owner=self)

    def _failed(self, problem: Problem) -> None:
        self._empty()
        self._add(Words(problem.text, "danger"))

    def _add(self, widget: QWidget) -> None:
        self._layout.addWidget(widget)
        self.rows.append(widget)

    def _empty(self) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows.clear()

