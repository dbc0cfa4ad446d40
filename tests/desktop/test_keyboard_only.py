"""The whole app without a mouse, on an agent that plays one task through: every event here is a key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.around.ask import ask
from desktop.gallery import profile, receipts
from desktop.gallery.inbox import draft_doc
from desktop.gallery.questions import entry
from desktop.gallery.review_samples import row, submission
from desktop.gallery.settings import documents
from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import task_doc
from desktop.navigation import View
from desktop.theme.fonts import load_fonts
from desktop.theme.theme import Theme
from desktop.views import factories
from desktop.window import MainWindow
from desktop.window_commands import WindowCommands

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
TEXT = "Submit my meter reading, 48213"


class Play:
    """One task from added over asked and held to done, told as the agent tells it."""

    def __init__(self, desk: StandIn) -> None:
        self.desk = desk
        self.state = ""
        desk.reply("draft", lambda params: draft_doc(str(params["text"])))
        desk.reply("add", lambda _params: self.move("needs_answer", {"task": "t1"}))
        desk.reply("board", lambda _params: self.board())
        desk.reply("task", lambda _params: self.task())
        desk.reply("questions", lambda _params: [entry("q1", "value", "What is your meter called?")])
        desk.reply("answers", self.answers)
        desk.reply("submission", lambda _params: submission([row("Reading", "48213", "guessed"), row("Name", "Ada")]))
        desk.reply("approve", lambda _params: self.move("done", {"id": "s1", "state": "answered"}))
        desk.reply("settings show", documents())
        desk.reply("settings set", documents())
        desk.reply("live", [])
        receipts.serve(desk, receipts.RECEIPTS)
        profile.serve(desk, profile.FACTS)

    def answers(self, params: dict[str, object]) -> dict[str, object]:
        taken: dict[str, object] = {"task": "t1", "answered": ["q1"], "left_empty": [], "problems": [], "open": []}
        return taken if params.get("check") else self.move("needs_review", taken)

    def move(self, state: str, answer: dict[str, object]) -> dict[str, object]:
        self.state = state
        self.desk.changed.emit({"tasks": ["t1"], "receipts": state == "done", "profile": False, "settings": False})
        return answer

    @property
    def waits(self) -> list[str]:
        return {"needs_answer": ["q1"], "needs_review": ["s1"]}.get(self.state, [])

    def task(self) -> Any:
        more: dict[str, Any] = {"waits": self.waits, "title": TEXT}
        if self.state in {"needs_review", "done"}:
            more["submissions"] = ["s1"]
        return task_doc("t1", self.state, receipt=receipts.RECEIPTS[0]["id"] if self.state == "done" else "", **more)

    def board(self) -> dict[str, object]:
        doc = self.task() if self.state else {}
        names = ("id", "title", "site", "state", "message", "paused", "waits", "created_at", "updated_at")
        rows = [{**{name: doc[name] for name in names}, "files": 0}] if doc else []
        return {"rows": rows, "next": "", "total": len(rows)}


class Keys:
    """A keyboard, and eyes."""

    def __init__(self, window: MainWindow, bot: QtBot) -> None:
        self.window, self.bot = window, bot
        self.asked: list[str] = []

    def until(self, holds: Callable[[], object]) -> None:
        self.bot.waitUntil(lambda: bool(holds()), timeout=4000)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, text: str) -> None:
        held = QApplication.focusWidget()
        assert isinstance(held, QLineEdit | QPlainTextEdit), held
        QTest.keyClicks(held, text)

    def tab_to(self, wanted: Callable[[QWidget], object]) -> QWidget:
        self.until(lambda: any(wanted(each) for each in self.window.findChildren(QWidget) if each.isVisible()))
        came: list[str] = []
        for _ in range(80):
            held = QApplication.focusWidget()
            came.append(f"{type(held).__name__} {held.accessibleName() if held else ''}")
            if held is not None and wanted(held):
                return held
            self.press(KEY.Key_Tab)
        pytest.fail(f"the Tab key does not come to it, but to {came}")

    def tab_to_name(self, name: str) -> QWidget:
        def fits(widget: QWidget) -> bool:
            return name in widget.accessibleName() or name in str(widget.property("text") or "")
        return self.tab_to(fits)


@pytest.fixture
def keys(qapp: QApplication, desk: StandIn, qtbot: QtBot, tmp_path: Path) -> Iterator[Keys]:
    qapp.setStyle("Fusion")
    qapp.setFont(load_fonts())
    Play(desk)
    theme = Theme(qapp, "light")
    window = MainWindow(desk, theme, factories(tmp_path, False), tmp_path)
    qtbot.addWidget(window)
    made = Keys(window, qtbot)
    window.commands = WindowCommands(
        window, about=lambda: None,
        quit=lambda: ask(window, "A form is being sent right now", "It may stay unclear whether it arrived.",
                         go="Quit anyway", stay="Wait", run=lambda: made.asked.append("quit")))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_view(View.INBOX)
    window.focus_view()
    yield made
    theme.deleteLater()


def test_a_task_goes_from_words_to_receipt_and_all_places_are_worked_by_keys_alone(keys: Keys, desk: StandIn) -> None:
    keys.press(KEY.Key_N, CONTROL)                                       # a new task
    keys.type(TEXT)
    inbox: Any = keys.window.widget(View.INBOX)
    keys.until(inbox.entry.add_button.isEnabled)
    keys.press(KEY.Key_Return, CONTROL)
    keys.until(lambda: inbox.model.waiting())

    keys.press(KEY.Key_J, CONTROL)                                       # what needs me
    keys.until(lambda: inbox.detail.task_id == "t1" and desk.asked("questions"))
    keys.tab_to_name("What is your meter called?")
    keys.type("Blue box")
    keys.press(KEY.Key_Return, CONTROL)
    keys.until(lambda: {"task": "t1", "set": ["q1=Blue box"], "remember": []} in desk.asked("answers"))

    keys.until(lambda: desk.asked("submission"))                         # review
    rows = keys.tab_to_name("What would be sent")
    keys.press(KEY.Key_N)
    approve = "Approve and send"
    keys.until(lambda: any(each.isEnabled() for each in keys.window.findChildren(QWidget)
                           if each.accessibleName().startswith(approve)))
    keys.press(KEY.Key_Return)                                           # Enter alone sends nothing
    keys.press(KEY.Key_Escape)
    assert not desk.asked("approve")
    keys.tab_to(lambda widget: widget is rows)
    keys.press(KEY.Key_Return, CONTROL)
    keys.until(lambda: desk.asked("approve"))
    assert desk.asked("approve")[0]["digest"] == "d1"

    keys.press(KEY.Key_4, CONTROL)                                       # the receipt
    keys.until(lambda: keys.window.view is View.RECEIPTS and desk.asked("receipt"))
    keys.tab_to(lambda widget: widget.accessibleName() == "Receipts")
    keys.press(KEY.Key_J)
    keys.until(lambda: len(desk.asked("receipt")) > 1)
    keys.press(KEY.Key_Slash)
    keys.type("library")
    keys.until(lambda: {"limit": 100, "search": "library"} in desk.asked("receipts"))

    keys.press(KEY.Key_5, CONTROL)                                       # a fact
    keys.until(lambda: desk.asked("profile facts"))
    keys.tab_to_name("Edit Postcode")
    keys.press(KEY.Key_Space)
    held = QApplication.focusWidget()
    assert isinstance(held, QLineEdit)
    keys.press(KEY.Key_A, CONTROL)
    keys.type("TQ12 9ZZ")
    fact: Any = keys.window.widget(View.PROFILE)
    keys.until(fact.cards.rows["postal-code"].save_button.isEnabled)
    keys.until(lambda: {"kind": "postal-code", "value": "TQ12 9ZZ"} in desk.asked("profile check"))
    QApplication.processEvents()
    keys.press(KEY.Key_Return)
    keys.until(lambda: {"kind": "postal-code", "value": "TQ12 9ZZ"} in desk.asked("profile set"))

    keys.press(KEY.Key_7, CONTROL)                                       # a switch
    keys.until(lambda: desk.asked("settings show"))
    switch: Any = keys.tab_to(lambda widget: type(widget).__name__ == "Switch")
    before = switch.isChecked()
    keys.press(KEY.Key_Space)
    keys.until(lambda: desk.asked("settings set"))
    assert desk.asked("settings set")[0]["value"] is not before

    keys.press(KEY.Key_Q, CONTROL)                                       # leave: staying is the first key
    keys.until(lambda: isinstance(QApplication.activeWindow(), QDialog))
    keys.press(KEY.Key_Return)
    assert keys.asked == []
    if isinstance(QApplication.activeWindow(), QDialog):
        keys.press(KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        keys.press(KEY.Key_Space)
        keys.until(lambda: keys.asked == ["quit"])
