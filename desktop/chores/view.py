"""The Chores view: the list beside the agenda, a chore, a new one, or what a calendar would bring."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, cast

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QStackedWidget, QWidget

from agent.protocol.chores import ChoreDetail, ChoreDoc
from agent.protocol.display import display
from agent.protocol.messages import Changed, TaskDoc
from desktop.chores.agenda import Agenda
from desktop.chores.bringing import FILTER, CalendarImport
from desktop.chores.deeds import ChoreDeeds
from desktop.chores.detail import ChorePane
from desktop.chores.editor import ChoreEditor
from desktop.chores.giving import Giving
from desktop.chores.giving_drop import on_rows
from desktop.chores.list_pane import ChoreList
from desktop.chores.start import Start
from desktop.navigation import AGAIN, NEW, Place, View
from desktop.shell import Shell
from desktop.widgets.beside import Beside

REST = 300
"""Milliseconds over which changes are gathered: a run at work changes its task with each step."""
_NEW_KEY = ""


class ChoresView(QWidget):
    """`go` opens a chore by its id, or a new one. ``now`` gives today; tests give their own."""

    def __init__(self, shell: Shell, now: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.setAccessibleName("Chores")
        self._deeds = ChoreDeeds(shell, self)
        self._stale = False
        self._later = QTimer(self, singleShot=True, interval=REST)
        self._later.timeout.connect(self._settled)
        self.list = ChoreList(shell, now)
        self.agenda = Agenda(shell, now)
        self.pane = ChorePane(shell, self._deeds)
        self.bringing = CalendarImport(shell)
        self.giving = Giving(shell)
        self.editors: dict[str, ChoreEditor] = {}
        self.pages = QStackedWidget()
        for each in (self.agenda, self.pane, self.bringing, self.giving):
            self.pages.addWidget(each)
        self.split = Beside(self.list, self.pages)
        self.start = Start(shell, self.new, self.ask_import)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.split)
        self._stack.addWidget(self.start)
        self._connect()
        self._commands()
        self.refresh()

    def _connect(self) -> None:
        self.list.chosen.connect(self.open)
        self.list.settled.connect(self._settle)
        self.list.new_wanted.connect(self.new)
        self.list.import_wanted.connect(self.ask_import)
        self.list.export_wanted.connect(lambda: self.ask_export(""))
        self.list.pause_wanted.connect(self._deeds.pause_all)
        self.list.resume_wanted.connect(self._deeds.resume_all)
        self.agenda.chore_wanted.connect(self.open)
        self.pane.left.connect(self.show_agenda)
        self.pane.edit_wanted.connect(self.edit)
        self.pane.export_wanted.connect(self.ask_export)
        self.pane.give_wanted.connect(self.give)
        self.pane.drops.dropped.connect(self.give_files)
        self.drops = on_rows(self.list.table)
        self.drops.dropped.connect(self.give_files)
        self.giving.left.connect(self._given)
        self.bringing.left.connect(self.show_agenda)
        self.bringing.task_wanted.connect(lambda path: self._shell.navigator.go(View.INBOX, path, NEW))
        self._shell.desk.changed.connect(self._changed)

    def _commands(self) -> None:
        add = self._shell.commands.add
        rows: tuple[tuple[str, str, Callable[[], object], tuple[str, ...]], ...] = (
            ("agenda", "Show the agenda", self.show_agenda, ("Esc",)),
            ("next", "Next chore", lambda: self.list.step(1), ("J",)),
            ("previous", "Previous chore", lambda: self.list.step(-1), ("K",)),
            ("today", "Go to today", self.go_to_today, ("T",)),
            ("run", "Do the open chore now", self.pane.run, ("Ctrl+R",)),
            ("instead", "Do the open chore now in place of its next time", self.pane.run_instead, ()),
            ("figures", "Show how reliably the open chore went", self.pane.show_figures, ()),
            ("skip", "Skip the open chore's next time", self.pane.skip, ("S",)),
            ("pause", "Pause the open chore, or let it come again", self.pane.toggle, ("P",)),
            ("give", "Give what varies in the open chore beforehand", self.pane.give, ("G",)),
            ("edit", "Change the open chore", self.pane.edit, ("F2",)),
            ("remove", "Remove the open chore", self.pane.remove, ("Del",)),
            ("pause-all", "Pause all chores", self._deeds.pause_all, ()),
            ("resume-all", "Let all chores come again", self._deeds.resume_all, ()),
            ("import", "Import chores from a calendar", self.ask_import, ()),
            ("export", "Export all chores to a calendar", lambda: self.ask_export(""), ()))
        about_open = {"run", "instead", "figures", "skip", "pause", "give", "edit", "remove"}
        for name, title, run, keys in rows:
            doing = self._on_page(run) if name in about_open else run
            add(f"chores.{name}", title, doing, group="Chores", keys=keys, within=self)

    def _on_page(self, run: Callable[[], object]) -> Callable[[], object]:
        """A key about the open chore means nothing while another page stands there."""
        return lambda: run() if self.pages.currentWidget() is self.pane else self._shell.teller.say(
            "Open a chore first.")

    # What the window calls

    def go(self, place: Place) -> None:
        """Opens the chore of that id; with the part ``new`` a new one, with ``again`` one from that task."""
        if place.part == AGAIN and place.id:
            self._shell.desk.call("task", {"id": place.id}, owner=self,
                                  done=lambda doc: self._again(cast("TaskDoc", doc)))
        elif place.part == NEW:
            self.new()
        elif place.id:
            self.open(place.id)

    def focus_list(self) -> None:
        """Puts the focus on the first thing that can be done."""
        if self._stack.currentWidget() is self.start:
            self.start.begin.setFocus()
        else:
            self.list.table.setFocus()

    def refresh(self) -> None:
        """Asks again for what is shown."""
        self.list.refresh()
        self.agenda.refresh()
        if self.pages.currentWidget() is self.pane:
            self.pane.load(self.pane.wanted)

    # What the person does

    def open(self, id: str) -> None:
        """Shows a chore."""
        self._show_page(self.pane)
        self.list.select(id)
        self.pane.load(id)

    def show_agenda(self) -> None:
        """Shows the agenda; what is half written on another page stays there."""
        held = self._focus_within(self.pages)
        self._show_page(self.agenda)
        self.list.select("")
        self._settle()
        if held:
            self.focus_list()

    def go_to_today(self) -> None:
        """Shows the agenda of today."""
        self.show_agenda()
        self.agenda.go_to_today()

    def new(self) -> None:
        """Shows the page of a new chore, with what was half written there."""
        editor = self._editor(_NEW_KEY, None)
        self._show_page(editor)
        editor.focus()

    def new_from(self, task: TaskDoc) -> None:
        """A new chore that does again what a task did."""
        editor = self._editor(task["id"], None)
        editor.begin(task["text"], task["url"], [each["path"] for each in task["attachments"]])
        self._show_page(editor)
        editor.focus()

    def edit(self, doc: ChoreDetail) -> None:
        """Shows the page where a chore is changed."""
        editor = self._editor(doc["id"], doc)
        self._show_page(editor)
        editor.read()
        editor.focus()

    def give(self, doc: ChoreDetail, files: list[str]) -> None:
        """Shows the page where what varies is given beforehand; files are looked through for it."""
        self.giving.show_chore(doc, files)
        self._show_page(self.giving)
        self.giving.focus()

    def give_files(self, id: str, files: list[str]) -> None:
        """Looks files through that were dropped onto a chore."""
        self._shell.desk.call("chore show", {"id": id}, owner=self,
                              done=lambda doc: self.give(cast("ChoreDetail", doc), files))

    def ask_import(self) -> None:
        """Asks for a calendar file and shows what it would bring."""
        dialog = QFileDialog(self, "Import from a calendar", "", FILTER)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.preview)
        dialog.open()

    def preview(self, path: str) -> None:
        """Shows what a calendar file would bring."""
        self.take_calendars([path])

    def take_calendars(self, paths: Sequence[str]) -> None:
        """Shows what calendar files would bring, one by one; nothing is made of them by itself."""
        self._show_page(self.bringing)
        self.bringing.preview(*paths)

    def ask_export(self, id: str) -> None:
        """Asks where to, then exports one chore, or all."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, "Export to a calendar", folder, FILTER)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.selectFile("chore.ics" if id else "chores.ics")
        dialog.fileSelected.connect(lambda path: self.export_to(path, id))
        dialog.open()

    def export_to(self, path: str, id: str = "") -> None:
        """Writes a calendar file and says so; over another the person was asked as they named it."""
        def done(answer: Any) -> None:
            name = display(str(answer["file"]).replace("\\", "/").rsplit("/", 1)[-1])
            self._shell.teller.say(f"Saved as {name}", "success")
        self._shell.desk.call("chore export", {"file": path, "force": True, **({"ids": [id]} if id else {})},
                              done=done, owner=self)

    # Within

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget::showEvent."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def _given(self, id: str) -> None:
        self.open(id)
        self.focus_list()

    def _again(self, task: TaskDoc) -> None:
        """A task that a chore made leads to that chore."""
        if task.get("chore"):
            self.open(task["chore"])
        else:
            self.new_from(task)

    def _editor(self, key: str, doc: ChoreDetail | None) -> ChoreEditor:
        found = self.editors.get(key)
        if found is None or (doc is not None and not found.half_done()):
            self._drop(key)
            found = self.editors[key] = ChoreEditor(self._shell, doc)
            found.kept.connect(lambda kept: self._kept(key, kept))
            found.left.connect(lambda: self._given_up(key))
            self.pages.addWidget(found)
        return found

    def _kept(self, key: str, doc: ChoreDoc) -> None:
        self.refresh()
        self.open(doc["id"])
        self._drop(key)

    def _given_up(self, key: str) -> None:
        editor = self.editors[key]
        if editor.former is not None:
            self.open(editor.former["id"])
        else:
            self.show_agenda()
        self._drop(key)
        self.focus_list()

    def _drop(self, key: str) -> None:
        editor = self.editors.pop(key, None)
        if editor is not None:
            self.pages.removeWidget(editor)
            editor.hide()
            editor.deleteLater()

    def _show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self._stack.setCurrentWidget(self.split)

    def _settle(self) -> None:
        """With no chore and nothing begun the start stands there; an empty list says nothing."""
        resting = self.pages.currentWidget() is self.agenda
        self._stack.setCurrentWidget(self.start if self.list.is_empty and resting else self.split)

    def _focus_within(self, part: QWidget) -> bool:
        window = self.window()
        focus = window.focusWidget() if window is not None else None
        return focus is not None and part.isAncestorOf(focus)

    def _changed(self, what: Changed) -> None:
        if (what.get("chores") or what["tasks"] or what["profile"]) and not self._later.isActive():
            self._later.start()

    def _settled(self) -> None:
        """Reads again what changed; while nobody looks, only once somebody does."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.refresh()
