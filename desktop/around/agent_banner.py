"""The banner over the view that says how the agent behind the window is doing, with what can be done about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.around.agent_words import Agent, banner, status
from desktop.around.standing import AT_WORK
from desktop.around.tally import Tally
from desktop.link import Connection
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button, icon_button
from desktop.widgets.frames import Banner
from desktop.widgets.words import breakable

if TYPE_CHECKING:
    from agent.protocol.messages import FleetDoc

SLOW = 2_500
"""Milliseconds of starting before it is worth a banner."""


class AgentBanner(QWidget):
    """Hidden while all is well. ``said`` carries a word or two for the foot of the sidebar."""

    said = Signal(str)

    def __init__(self, shell: Shell, tally: Tally, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._tally = shell, tally
        self.agent = Agent()
        self._shown: Banner | None = None
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(SPACE.xl, SPACE.md, SPACE.xl, 0)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW)
        self._slow.timeout.connect(lambda: self._turn(replace(self.agent, slow=True)))
        shell.desk.connection.connect(self._connected)
        shell.desk.fleet.connect(self._fleet)
        self.hide()

    def begin(self) -> None:
        """The agent is being started."""
        self._slow.start()
        self._turn(self.agent)

    def _connected(self, state: Connection) -> None:
        agent = replace(self.agent, connection=state, slow=False)
        if state is Connection.CRASHED or (state is Connection.GONE and not agent.stopped):
            lost = tuple(row["title"] for row in self._tally.rows.values() if row["state"] in AT_WORK)
            agent = replace(agent, stopped=True, lost=lost if self._tally.rows else agent.lost)
        if state is Connection.STARTING:
            self._slow.start()
        else:
            self._slow.stop()
        self._turn(agent)

    def _fleet(self, fleet: FleetDoc) -> None:
        self._turn(replace(self.agent, working=fleet["working"], problem=fleet["problem"]))

    def _turn(self, agent: Agent) -> None:
        self.agent = agent
        self.said.emit(status(agent))
        if self._shown is not None:
            self._inside.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
        if (wanted := banner(agent)) is not None:
            self._shown = Banner(self._shell.icons, breakable(wanted.text), wanted.tone)
            if wanted.restart:
                self._shown.add(button("Start again", self._restart))
            if wanted.dismiss:
                self._shown.add(icon_button(self._shell.icons, "x", "Put away", self._dismiss))
            self._inside.addWidget(self._shown)
        self.setVisible(wanted is not None)

    def _restart(self) -> None:
        self._connected(Connection.STARTING)
        self._shell.desk.restart()

    def _dismiss(self) -> None:
        self._turn(replace(self.agent, stopped=False, lost=()))
