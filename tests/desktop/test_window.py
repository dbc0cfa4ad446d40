"""The frame: views made when first shown, keys, drops, toasts with Undo, banners, counts, what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from agent.protocol.settings import Value
from desktop.around.toast import Toast
from desktop.dropping import Dropped
from desktop.gallery.frame import ROWS, row
from desktop.gallery.stand_in import StandIn
from desktop.link import Connection, Problem
from desktop.navigation import Place, View
from desktop.shell import Shell
from desktop.theme.theme import Theme
from desktop.window import SIZE, MainWindow
from desktop.window_commands import WindowCommands


class Page(QWidget):
    """A view with everything a view may have."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.heard: list[object] = []
        self.field = QLineEdit()
        self.list = QPushButton("first")
        self.split = QSplitter()
        self.split.setObjectName("main")
        for part in (QLabel("a"), QLabel("b")):
            self.split.addWidget(part)
        column = QVBoxLayout(self)
        for each in (self.field, self.list, self.split):
            column.addWidget(each)

    def go(self, place: Place) -> None:
        self.heard.append(place)

    def take_drop(self, dropped: Dropped) -> None:
        self.heard.append(dropped)

    def take_calendars(self, paths: Sequence[str]) -> None:
        self.heard.append(("calendars", paths))

    def new_task(self) -> None:
        self.heard.append("new")
        self.field.setFocus()

    def focus_list(self) -> None:
        self.list.setFocus()


@pytest.fixture
def make(qapp: QApplication, desk: StandIn, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    desk.reply("board", {"rows": ROWS, "next": "", "total": len(ROWS)})
    themes: list[Theme] = []

    def made(values: dict[str, Value] | None = None) -> MainWindow:
        themes.append(theme := Theme(qapp, "light"))
        window = MainWindow(desk, theme, dict.fromkeys(View, Page), tmp_path, values)
        qtbot.addWidget(window)
        return window

    yield made
    for theme in themes:
        theme.deleteLater()


@pytest.fixture
def main(make: Callable[..., MainWindow], qtbot: QtBot) -> MainWindow:
    window = make()
    window.keys = WindowCommands(window, quit=window.close, about=lambda: None)
    window.show()
    window.show_view(View.INBOX)
    window.banner.begin()
    qtbot.waitActive(window)
    return window


def page(window: MainWindow, view: View = View.INBOX) -> Page:
    found = window.widget(view)
    assert isinstance(found, Page)
    return found


def mime(text: str = "", *files: str) -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if files:
        made.setUrls([QUrl.fromLocalFile(each) for each in files])
    return made


class TestViews:
    def test_a_view_is_made_when_it_is_first_shown_and_once(self, make: Callable[..., MainWindow]) -> None:
        window = make()
        assert window.stack.count() == 0
        first = window.show_view(View.PROFILE)
        window.show_view(View.INBOX)
        assert window.show_view(View.PROFILE) is first
        assert window.stack.count() == 2

    def test_the_window_says_when_it_was_first_painted(self, make: Callable[..., MainWindow], qtbot: QtBot) -> None:
        window = make()
        with qtbot.waitSignal(window.painted):
            window.show()
        assert window.stack.count() == 0

    def test_a_wish_to_go_somewhere_reaches_the_view(self, main: MainWindow) -> None:
        main.shell.navigator.go(View.RECEIPTS, "r1")
        assert main.view is View.RECEIPTS
        assert main.sidebar.buttons[View.RECEIPTS].isChecked()
        assert page(main, View.RECEIPTS).heard == [Place(View.RECEIPTS, "r1")]

    def test_going_somewhere_leaves_the_focus_of_another_place_alone(self, main: MainWindow) -> None:
        main.sidebar.new.setFocus()
        main.shell.navigator.go(View.RECEIPTS, "r1")
        assert main.focusWidget() is main.sidebar.new

    @pytest.mark.parametrize(("key", "view"), [(Qt.Key.Key_2, View.RUNNING), (Qt.Key.Key_6, View.RECIPES),
                                               (Qt.Key.Key_7, View.SETTINGS)])
    def test_a_digit_goes_to_a_view(self, main: MainWindow, qtbot: QtBot, key: Qt.Key, view: View) -> None:
        page(main).list.setFocus()
        qtbot.keyClick(main, key)
        assert main.view is view
        assert main.focusWidget() is page(main, view).list

    def test_the_figures_stand_under_receipts_and_are_found_by_name(self, main: MainWindow) -> None:
        main.shell.commands.run("go.figures")
        assert main.view is View.FIGURES
        assert main.sidebar.buttons[View.RECEIPTS].isChecked()
        main.shell.commands.run("go.answers")
        assert main.view is View.RECIPES
        assert main.sidebar.buttons[View.RECIPES].isChecked()

    def test_a_digit_stays_text_in_a_field(self, main: MainWindow, qtbot: QtBot) -> None:
        field = page(main).field
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_2)
        assert main.view is View.INBOX
        assert field.text() == "2"
        qtbot.keyClick(field, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert main.view is View.RUNNING

    def test_a_new_task_is_written_in_the_inbox(self, main: MainWindow, qtbot: QtBot) -> None:
        main.show_view(View.PROFILE)
        qtbot.keyClick(main, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        assert main.view is View.INBOX
        assert page(main).heard == ["new"]
        assert page(main).field.hasFocus()

    def test_a_small_window_keeps_its_places_as_icons_with_names(self, main: MainWindow) -> None:
        main.sidebar.set_narrow(True)
        places = main.sidebar.buttons.values()
        assert {each.text() for each in places} == {""}
        assert all(each.accessibleName() for each in (*places, main.sidebar.new, main.sidebar.search))


class TestDrops:
    def test_the_window_says_what_would_be_added_and_passes_it_on(self, main: MainWindow, tmp_path: Path) -> None:
        main.show_view(View.RECEIPTS)
        data = mime("", str(tmp_path / "é.pdf"))
        enter = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                                Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(main, enter)
        assert enter.isAccepted()
        assert main.veil.isVisible()
        assert main.veil.words == "Drop to add a file"
        drop = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                          Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(main, drop)
        assert not main.veil.isVisible()
        assert main.view is View.INBOX
        assert page(main).heard == [Dropped(files=(str(tmp_path / "é.pdf"),))]

    def test_nothing_useful_is_not_accepted(self, main: MainWindow) -> None:
        data = mime()
        enter = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                                Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(main, enter)
        assert not enter.isAccepted()

    def test_pasting_makes_a_task_unless_a_field_wants_it(self, main: MainWindow, qtbot: QtBot) -> None:
        QGuiApplication.clipboard().setText("Submit my reading")
        control = Qt.KeyboardModifier.ControlModifier
        page(main).field.setFocus()
        qtbot.keyClick(page(main).field, Qt.Key.Key_V, control)
        assert page(main).field.text() == "Submit my reading"
        assert page(main).heard == []
        qtbot.keyClick(page(main).field, Qt.Key.Key_V, control | Qt.KeyboardModifier.ShiftModifier)
        page(main).list.setFocus()
        qtbot.keyClick(page(main).list, Qt.Key.Key_V, control)
        assert page(main).heard == [Dropped(texts=("Submit my reading",))] * 2

    def test_an_empty_clipboard_is_said(self, main: MainWindow) -> None:
        QGuiApplication.clipboard().clear()
        main.paste()
        assert page(main).heard == []
        assert len(main.toasts.toasts()) == 1


class TestToasts:
    def test_what_can_be_undone_is_offered_and_taken_back(self, main: MainWindow) -> None:
        done: list[str] = []
        main.shell.undo.offer("A task was cancelled.", lambda: done.append("first"))
        main.shell.undo.offer("A fact was removed.", lambda: done.append("second"))
        with_undo = [each for each in main.toasts.toasts() if each.undo]
        assert [each.words for each in with_undo] == ["A fact was removed."]
        undo = next(each for each in with_undo[0].findChildren(QPushButton) if each.text() == "Undo")
        undo.click()
        assert done == ["second"]
        assert not any(each.undo for each in main.toasts.toasts())

    def test_ctrl_z_takes_the_newest_step_back(self, main: MainWindow, qtbot: QtBot) -> None:
        done: list[str] = []
        main.shell.undo.offer("A task was cancelled.", lambda: done.append("back"))
        page(main).list.setFocus()
        qtbot.keyClick(main, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert done == ["back"]

    def test_words_from_the_agent_are_shown_inert(self, main: MainWindow, desk: StandIn) -> None:
        desk.told.emit("<b>Reference</b> \u202eabc")
        toast, = main.toasts.toasts()
        assert "⟨U+202E⟩" in toast.accessibleName()
        label = next(each for each in toast.findChildren(QLabel) if "Reference" in each.text())
        assert label.textFormat() is Qt.TextFormat.PlainText

    def test_what_went_wrong_stays_until_it_is_put_away(self, main: MainWindow, desk: StandIn, qtbot: QtBot) -> None:
        desk.problem.emit(Problem("The disk is full."))
        toast, = main.toasts.toasts()
        assert not toast._timer.isActive()
        toast.gone.emit()
        assert main.toasts.toasts() == []
        assert main.toasts.isHidden()

    def test_words_take_no_focus_and_pile_three_high(self, main: MainWindow) -> None:
        page(main).field.setFocus()
        for number in range(5):
            main.shell.teller.say(f"Word {number}", "success")
        assert [each.words for each in main.toasts.toasts()] == ["Word 2", "Word 3", "Word 4"]
        assert page(main).field.hasFocus()


class TestAgent:
    def test_counts_come_with_the_agent(self, main: MainWindow, desk: StandIn, qtbot: QtBot) -> None:
        with qtbot.waitSignal(main.tally.counted):
            desk.connection.emit(Connection.READY)
        assert main.sidebar.buttons[View.INBOX].accessibleName() == "Inbox, 2 need you"
        assert main.sidebar.buttons[View.RUNNING].accessibleName() == "Running, 2 at work"

    def test_a_crash_says_what_was_running_until_it_is_put_away(self, main: MainWindow, desk: StandIn,
                                                                qtbot: QtBot) -> None:
        with qtbot.waitSignal(main.tally.counted):
            desk.connection.emit(Connection.READY)
        assert main.banner.isHidden()
        for state in (Connection.CRASHED, Connection.STARTING):
            desk.connection.emit(state)
            assert "being started again" in main.banner._shown.accessibleName()
        desk.connection.emit(Connection.READY)
        assert "“Cancel the old electricity contract”" in main.banner._shown.accessibleName()
        main.banner._dismiss()
        assert main.banner.isHidden()

    def test_an_agent_that_is_gone_can_be_started_again(self, main: MainWindow, desk: StandIn, qtbot: QtBot) -> None:
        desk.connection.emit(Connection.GONE)
        again = next(each for each in main.banner.findChildren(QPushButton) if each.text() == "Start again")
        again.click()
        assert desk.restarts == 1

    def test_a_setting_changed_elsewhere_reaches_the_looks(self, main: MainWindow, desk: StandIn, qtbot: QtBot) -> None:
        desk.reply("settings show", [{"key": "theme", "value": "dark"}, {"key": "density", "value": "compact"}])
        desk.changed.emit({"tasks": [], "receipts": False, "profile": False, "settings": True})
        qtbot.waitUntil(lambda: main.shell.theme.dark)
        assert main.shell.theme.density == "compact"

    def test_the_task_in_front_is_known_only_while_the_window_is_active(self, main: MainWindow) -> None:
        main.shell.navigator.go(View.INBOX, "t1")
        assert main.looked_at() == "t1"
        main.hide()
        assert main.looked_at() == ""


class TestKept:
    def test_size_and_splitters_come_back(self, make: Callable[..., MainWindow], qtbot: QtBot) -> None:
        first = make()
        first.show()
        first.resize(710, 610)
        page(first).split.setSizes([300, 100])
        first.show_view(View.INBOX)
        first.keep_state()
        kept = page(first).split.saveState()
        first.hide()
        second = make()
        assert (second.width(), second.height()) == (710, 610)
        assert page(second).split.saveState() == kept

    def test_a_file_of_rubbish_is_not_minded(self, make: Callable[..., MainWindow], tmp_path: Path) -> None:
        (tmp_path / "window.ini").write_text("[General]\ngeometry=rubbish\n", encoding="utf-8")
        window = make()
        assert (window.width(), window.height()) == (min(SIZE[0], window.screen().availableSize().width() * 19 // 20),
                                                     min(SIZE[1], window.screen().availableSize().height() * 9 // 10))


def test_the_welcome_stands_in_front_until_something_is_wanted(main: MainWindow) -> None:
    class Welcome(QLabel):
        left = False

        def leave(self) -> None:
            self.left = True
            main.end_welcome()

    screen = Welcome("Welcome")
    main.begin_welcome(screen)
    main.shell.desk.told.emit("Said in place by the welcome")
    assert main.toasts.findChildren(Toast) == []
    assert screen.isVisible()
    main.shell.commands.run("go.profile")
    assert main.view is View.INBOX
    assert screen.isVisible()
    main.take(Dropped(texts=("x",)))
    assert screen.left
    assert not main.welcoming
    assert page(main).heard == [Dropped(texts=("x",))]


def test_calendars_are_looked_at_among_the_chores_and_the_rest_becomes_a_task(main: MainWindow) -> None:
    main.take(Dropped(files=("/x/family.ics", "/x/bill.pdf")))
    assert main.view is View.CHORES
    assert page(main, View.CHORES).heard == [("calendars", ("/x/family.ics",))]
    assert page(main).heard == [Dropped(files=("/x/bill.pdf",))]


def test_rows_of_the_gallery_are_whole() -> None:
    assert row("t9", "done")["waits"] == []
