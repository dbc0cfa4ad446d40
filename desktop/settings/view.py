"""The Settings view: every setting there is, searchable, applied at once; then the data folder, checks, about."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from agent.protocol.messages import Json, SettingDoc
from agent.protocol.settings import OTHER, Group
from desktop.around.about import show_about, show_licences
from desktop.around.autostart.abc import Autostart
from desktop.link import Connection, Problem
from desktop.navigation import Place
from desktop.settings.check import CheckPane, doctor_verdict, gate_verdict
from desktop.settings.model import ModelPane
from desktop.settings.row import SettingRow
from desktop.settings.search import fits, fits_words, groups
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner, line, scrolled
from desktop.widgets.words import Foreign, Words

WIDTH = 720


class Section(QWidget):
    """A heading and rows with thin rules between them."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, SPACE.lg)
        self._column.setSpacing(0)
        self._column.addWidget(Words(title, "heading"))
        self._column.addSpacing(SPACE.xs)

    def add(self, widget: QWidget) -> None:
        """Puts a row at the end."""
        self._column.addWidget(line())
        self._column.addWidget(widget)


class SettingsView(QWidget):
    """Settings as the agent has them.

    Args:
        shell: what every view is given.
        home: the data folder, shown with a way to open it.
        autostart: what the switch "autostart" turns.
    """

    def __init__(self, shell: Shell, home: Path, autostart: Autostart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._home, self._autostart = shell, home, autostart
        self.rows: dict[str, SettingRow] = {}
        self.model: ModelPane | None = None
        self._sections: list[tuple[Section, list[SettingRow]]] = []
        self._wish = ""
        self.setAccessibleName("Settings")
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search settings")
        self.search.setAccessibleName("Search settings")
        self.search.setMaximumWidth(260)
        self.search.textChanged.connect(self._filter)
        self.problem = Banner(shell.icons, "", "warning")
        self.problem.add(button("Try again", self.load))
        self.problem.hide()
        self.none = Words("No setting fits.", "secondary")
        self.none.hide()
        self._top = QVBoxLayout()
        self.below = self._below()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(self._page(), "Settings")
        column.addWidget(self._area)
        shell.preferences.changed.connect(self._preference)
        shell.desk.connection.connect(self._connected)
        shell.commands.add("settings.search", "Search settings", self.search.setFocus, group="Settings",
                           keys=("/", "Ctrl+F"), within=self)
        self.load()

    def load(self) -> None:
        """Reads all settings anew; controls keep the focus."""
        self._shell.desk.call("settings show", done=self._put, failed=self._failed, owner=self)

    def go(self, place: Place) -> None:
        """Shows one setting: its row gets the focus."""
        self._wish = place.id
        self._follow()

    def focus_list(self) -> None:
        """Puts the focus on the first setting; the search has its own key, so that digits still change views."""
        first = next((row.control for row in self.rows.values() if not row.isHidden()), None)
        (first or self._area).setFocus()

    def _page(self) -> QWidget:
        page = QWidget()
        head = QHBoxLayout()
        head.addWidget(Words("Settings", "title"), 1)
        head.addWidget(self.search, 1)
        held = QWidget()
        held.setMaximumWidth(WIDTH)
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE.md)
        inside.addLayout(head)
        inside.addSpacing(SPACE.sm)
        inside.addWidget(self.problem)
        inside.addWidget(self.none)
        inside.addLayout(self._top)
        inside.addWidget(self.below)
        inside.addStretch(1)
        across = QHBoxLayout(page)
        across.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.xl)
        across.addStretch(1)
        across.addWidget(held, 20)
        across.addStretch(1)
        return page

    def _below(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.md)
        data = Section("Your data")
        data.add(self._folder())
        checks = Section("Checks")
        checks.add(CheckPane(self._shell, "Check the installation",
                             "Looks whether browser, keyring and data folder are in order.",
                             "Check", "doctor", doctor_verdict))
        checks.add(CheckPane(self._shell, "Check that nothing gets out",
                             "Tries every known way out of the browser with a made-up value. Takes up to a minute.",
                             "Check", "gate check", gate_verdict))
        about = Section("About")
        about.add(self._about())
        for each in (data, checks, about):
            column.addWidget(each)
        return made

    def _folder(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, SPACE.sm, 0, SPACE.sm)
        row.setSpacing(SPACE.lg)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Foreign(str(self._home), limit=1000))
        words.addWidget(Words("Tasks, facts, receipts and pictures, on this computer alone.", "secondary"))
        row.addLayout(words, 1)
        opener = button("Open", self._open_folder, icon="folder-open", icons=self._shell.icons)
        opener.setAccessibleName("Open the data folder")
        row.addWidget(opener)
        return made

    def _about(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, SPACE.md, 0, SPACE.sm)
        row.setSpacing(SPACE.sm)
        row.addWidget(button("About Countersign", lambda: show_about(self._shell, self.window())))
        row.addWidget(button("Licences", lambda: show_licences(self._shell, self.window())))
        row.addStretch(1)
        return made

    def _put(self, settings: list[SettingDoc]) -> None:
        self.problem.hide()
        if set(self.rows) != {each["key"] for each in settings}:
            self._build(settings)
        for each in settings:
            self.rows[each["key"]].show_setting(each)
            self._shell.preferences.take(each["key"], each["value"])
        if self.model is not None:
            self.model.load()
        self._filter()
        self._follow()

    def _build(self, settings: list[SettingDoc]) -> None:
        for section, _ in self._sections:
            section.hide()
            section.deleteLater()
        self.rows, self._sections = {}, []
        for title, found in groups(settings).items():
            section = Section(title)
            for each in found:
                self.rows[each["key"]] = row = SettingRow(self._shell, each)
                row.wanted.connect(lambda value, key=each["key"]: self._set(key, value))
                section.add(row)
            if title == Group.MODEL.value:
                self.model = ModelPane(self._shell)
                section.add(self.model)
            self._sections.append((section, [self.rows[each["key"]] for each in found]))
            self._top.addWidget(section)

    def _set(self, key: str, value: Json) -> None:
        if key == "autostart":
            try:
                self._autostart.set(bool(value))
            except OSError as problem:
                self.rows[key].refuse(f"The system did not let us: {problem.strerror or problem}")
                return
        self._shell.desk.call("settings set", {"key": key, "value": value}, done=self._put,
                              failed=lambda problem: self._refused(key, problem), owner=self)

    def _refused(self, key: str, problem: Problem) -> None:
        if (row := self.rows.get(key)) is not None:
            row.refuse(problem.text)

    def _failed(self, problem: Problem) -> None:
        self.problem.say(Foreign(problem.text).text())

    def _connected(self, state: Connection) -> None:
        if state is Connection.READY:
            self.load()

    def _preference(self, key: str) -> None:
        row = self.rows.get(key)
        if row is not None and row.setting["value"] != (value := self._shell.preferences[key]):
            row.show_setting({**row.setting, "value": value})

    def _filter(self) -> None:
        query = self.search.text()
        found = False
        for section, rows in self._sections:
            for row in rows:
                row.setVisible(fits(row.setting, query) and self._matters(row.setting))
            some = any(fits(row.setting, query) and self._matters(row.setting) for row in rows)
            section.setVisible(some)
            found = found or some
        self.below.setVisible(not query.strip())
        if self.model is not None:
            self.model.setVisible(not query.strip() or fits_words(query, self.model.words))
        self.none.setVisible(bool(query.strip()) and not found)

    def _matters(self, setting: SettingDoc) -> bool:
        """The name of another model is only asked for where another one is chosen."""
        chosen = self.rows.get("model")
        return setting["key"] != "model-name" or chosen is None or chosen.setting["value"] == OTHER

    def _follow(self) -> None:
        if row := self.rows.get(self._wish):
            self._wish = ""
            self.search.clear()
            row.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._home))):
            self._shell.teller.say("No program here can open a folder. The path is shown beside the button.", "warning")
