"""Live views: what they say, that they update in place, and that events cost little."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot

from agent.protocol import SourceKind
from desktop.gallery.live import BOX, KNOWN, live_doc, page_picture
from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import run_doc, task_doc
from desktop.link import Connection
from desktop.live.pane import LivePane
from desktop.live.standing import ACTED_ON, added, box_of, budget_words, opened_by, works
from desktop.live.view import RunningView
from desktop.navigation import Place, View
from desktop.shell import Shell
from desktop.widgets.marks import UNCLEAR, source_mark
from tests.desktop.task.docs import changed


@pytest.mark.parametrize("source", list(SourceKind))
def test_every_source_has_words(source: SourceKind) -> None:
    assert source_mark(source).text != UNCLEAR.text


def test_values_the_page_or_a_guess_gave_stand_out() -> None:
    tones = {source_mark(each).tone for each in ("page default", "hidden", "guessed", "of a later version")}
    assert tones == {"warning"}
    assert opened_by("profile") is View.PROFILE
    assert opened_by("answer") is opened_by("of a later version") is None


@pytest.mark.parametrize(("box", "found"), [
    ([], ()), ([1.0, 2.0, 3.0], ()), ([1.0, 2.0, 0.0, 4.0], ()), ([1.0, 2.0, 3.0, 4.0],
                                                                  ((ACTED_ON, QRectF(1, 2, 3, 4)),))])
def test_the_outlined_box(box: list[float], found: Any) -> None:
    assert box_of(live_doc(box=box)) == found


def test_budget_and_time() -> None:
    assert budget_words(4, 40, 65, 0.02) == "Step 4 of at most 40 · 1 min 5 s · $0.02"
    assert budget_words(4, 0, 65, 0) == "Step 4 · 1 min 5 s · no cost"
    assert works("running", False)
    assert not works("running", True)
    assert not works("needs_review", False)


def test_values_that_only_came_on_top_are_added() -> None:
    assert added(KNOWN[:2], KNOWN) == KNOWN[2:]
    assert added(KNOWN, KNOWN[:2]) is None
    assert added(KNOWN[1:], KNOWN) is None


@pytest.fixture
def pane(shell: Shell, window: Any, desk: StandIn, qtbot: QtBot) -> LivePane:
    desk.reply("live", [live_doc(known=KNOWN[:2])])
    made = LivePane(shell)
    window[0].setCentralWidget(made)
    window[0].show()
    made.show_task(task_doc("t1", "running", runs=[run_doc(("Opened it",))]))
    qtbot.waitUntil(lambda: made.now.full == "Filling in Postcode")
    return made


def test_a_run_shows_step_values_and_budget(pane: LivePane) -> None:
    assert pane.known.labels == ["Name", "Postcode"]
    assert pane.steps.texts == ["Opened it"]
    assert pane.budget.text() == "Step 4 of at most 40 · 1 min 5 s · no cost"
    assert pane.header.time.text() == "1 min 5 s"


def test_new_steps_and_values_come_on_top_of_what_stands(pane: LivePane, desk: StandIn, qtbot: QtBot) -> None:
    first = pane.steps._rows.itemAt(0).widget()
    value = pane.known._grid.itemAtPosition(0, 0).widget()
    pane.show_task(task_doc("t1", "running", runs=[run_doc(("Opened it", "Read it"))]))
    desk.live.emit(live_doc(step="Filling in Name", at="2026-11-03T14:03:50+00:00"))
    qtbot.waitUntil(lambda: pane.now.full == "Filling in Name")
    assert pane.steps.texts == ["Opened it", "Read it"]
    assert pane.steps._rows.itemAt(0).widget() is first
    assert pane.known.labels == ["Name", "Postcode", "Meter reading", "How often do you read it"]
    assert pane.known._grid.itemAtPosition(0, 0).widget() is value


def test_events_of_other_tasks_and_late_ones_change_nothing(pane: LivePane, desk: StandIn, qtbot: QtBot) -> None:
    desk.live.emit(live_doc("t2", step="Of another"))
    desk.live.emit(live_doc(step="From before", at="2026-11-03T14:00:00+00:00"))
    qtbot.waitUntil(lambda: not pane._pulse._due)
    assert pane.now.full == "Filling in Postcode"


def test_the_time_line_follows_its_end_only_if_the_person_is_there(pane: LivePane, qtbot: QtBot) -> None:
    steps = tuple(f"Step {place}" for place in range(80))
    pane.show_task(task_doc("t1", "running", runs=[run_doc(("Opened it", *steps))]))
    bar = pane.steps.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100 and bar.value() == bar.maximum())
    bar.setValue(10)
    before = bar.maximum()
    pane.show_task(task_doc("t1", "running", runs=[run_doc(("Opened it", *steps, "One more", "And more"))]))
    qtbot.waitUntil(lambda: bar.maximum() > before)
    assert bar.value() == 10


def test_the_page_shows_with_what_was_acted_on(pane: LivePane, desk: StandIn, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.picture.shown) as shown:
        desk.live.emit(live_doc(picture=page_picture("test"), box=BOX))
    assert shown.args == [True]
    assert pane.picture._canvas.boxes == ((ACTED_ON, QRectF(*BOX)),)


def test_a_source_chip_opens_the_fact_or_the_persons_words(pane: LivePane, desk: StandIn, shell: Shell,
                                                           qtbot: QtBot) -> None:
    desk.live.emit(live_doc())
    qtbot.waitUntil(lambda: len(pane.known.labels) == 4)
    chips = [pane.known._grid.itemAtPosition(place, 1).widget() for place in range(4)]
    with qtbot.waitSignal(shell.navigator.wanted) as wanted:
        chips[1].click()
    assert wanted.args == [Place(View.PROFILE, "postal-code")]
    assert not pane.header.asked_fold.is_open
    chips[2].click()
    assert pane.header.asked_fold.is_open


def test_pause_and_stop_with_a_way_back(pane: LivePane, desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    for method in ("pause", "resume", "cancel", "retry"):
        desk.reply(method, {"id": "t1"})
    assert pane.resume.isHidden()
    with qtbot.waitSignal(shell.undo.offered):
        pane.pause.click()
    pane.show_task(task_doc("t1", "running", paused=True))
    assert pane.pause.isHidden()
    assert pane.resume.isVisible()
    assert not pane._tick.isActive()
    with qtbot.waitSignal(shell.undo.offered) as offered:
        pane.stop.click()
    assert offered.args == ["Task cancelled"]
    shell.undo.undo()
    assert desk.asked("retry") == [{"id": "t1"}]


def test_the_layout_follows_the_width(pane: LivePane, window: Any, qtbot: QtBot) -> None:
    for width, room in ((1200, "wide"), (700, "middle"), (480, "narrow")):
        pane.setMinimumWidth(0)
        window[0].resize(width, 700)
        qtbot.waitUntil(lambda width=width: pane.width() == width)
        assert pane._room == room


# Several runs

@pytest.fixture
def running(shell: Shell, window: Any, desk: StandIn, qtbot: QtBot) -> RunningView:
    desk.reply("live", [live_doc("t1", title="One"), live_doc("t2", title="Two", paused=True)])
    desk.reply("task", lambda params: task_doc(params["id"], "running", runs=[run_doc()]))
    made = RunningView(shell)
    window[0].setCentralWidget(made)
    window[0].show()
    qtbot.waitUntil(lambda: len(made.cards) == 2)
    return made


def test_runs_stand_side_by_side_and_the_first_shows_in_full(running: RunningView, qtbot: QtBot) -> None:
    assert [card.title.text for card in running.cards.values()] == ["One", "Two"]
    assert running.chosen == "t1"
    assert running.cards["t2"].time.text == "Paused, 1 min 5 s"
    qtbot.mouseClick(running.cards["t2"], Qt.MouseButton.LeftButton)
    assert running.chosen == "t2"
    qtbot.waitUntil(lambda: running.pane._task is not None and running.pane._task["id"] == "t2")


def test_a_card_is_chosen_paused_and_stopped_by_keyboard(running: RunningView, desk: StandIn, qtbot: QtBot) -> None:
    for method in ("pause", "resume", "cancel"):
        desk.reply(method, {"id": "t2"})
    qtbot.keyClick(running.cards["t2"], Qt.Key.Key_Return)
    assert running.chosen == "t2"
    running.cards["t2"].pause.click()
    running.cards["t1"].pause.click()
    running.cards["t1"].stop.click()
    assert (desk.asked("resume"), desk.asked("pause"), desk.asked("cancel")) == (
        [{"id": "t2"}], [{"id": "t1"}], [{"id": "t1"}])


def test_a_run_that_ends_leaves_without_taking_the_focus(running: RunningView, desk: StandIn, window: Any,
                                                         qtbot: QtBot) -> None:
    qtbot.waitActive(window[0])
    running.cards["t2"].setFocus()
    desk.ended.emit("t1")
    assert list(running.cards) == ["t2"]
    assert running.cards["t2"].hasFocus()
    desk.ended.emit("t2")
    assert running.stack.currentWidget() is running.empty


def test_many_events_between_two_beats_cost_one_update(running: RunningView, desk: StandIn, qtbot: QtBot) -> None:
    card = running.cards["t1"]
    shown: list[str] = []
    running._pulse.beat.connect(lambda doc: shown.append(doc["step"]))
    for number in range(50):
        desk.live.emit(live_doc("t1", title="One", step=f"Step {number}"))
    qtbot.waitUntil(lambda: card.step.text == "Step 49")
    assert shown == ["Step 49"]


def test_a_place_in_the_running_view_is_shown_once_it_comes(running: RunningView, desk: StandIn, qtbot: QtBot) -> None:
    running.go(Place(View.RUNNING, "t5"))
    desk.live.emit(live_doc("t5", title="Five"))
    assert running.chosen == "t5"


def test_after_a_crash_nothing_is_shown_as_running(running: RunningView, desk: StandIn, qtbot: QtBot) -> None:
    desk.connection.emit(Connection.CRASHED)
    assert not running.cards
    desk.connection.emit(Connection.READY)
    qtbot.waitUntil(lambda: len(running.cards) == 2)


def test_a_small_picture_that_is_gone_leaves_the_last_one(running: RunningView, desk: StandIn, tmp_path: Path,
                                                          qtbot: QtBot) -> None:
    thumbnail = running.cards["t1"].thumbnail
    path = page_picture("test")
    thumbnail.show_picture(path)
    qtbot.waitUntil(lambda: thumbnail.shown == path)
    thumbnail.show_picture(str(tmp_path / "gone.png"))
    qtbot.waitUntil(lambda: thumbnail._pause.isActive() and not thumbnail._loading)
    assert thumbnail.shown == path


def test_titles_and_steps_of_cards_are_shown_inert(running: RunningView, desk: StandIn) -> None:
    desk.live.emit(live_doc("t7", title="<b>x</b>\u202e", step="a\nb"))
    card = running.cards["t7"]
    assert (card.title.text, card.step.text) == ("<b>x</b>⟨U+202E⟩", "a⏎b")


def test_a_change_of_the_task_brings_its_new_steps(running: RunningView, desk: StandIn, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: running.pane._task is not None)
    desk.reply("task", lambda params: task_doc(params["id"], "running", runs=[run_doc(("Another",))]))
    desk.changed.emit(changed("t1"))
    qtbot.waitUntil(lambda: running.pane.steps.texts == ["Another"])


@pytest.mark.parametrize(("state", "words"), [("needs_review", "Review"), ("needs_answer", "Answer")])
def test_a_run_that_waits_for_the_person_offers_the_way_there(running: RunningView, desk: StandIn, shell: Shell,
                                                              qtbot: QtBot, state: str, words: str) -> None:
    desk.reply("task", task_doc(state=state))
    desk.changed.emit(changed("t1"))
    qtbot.waitUntil(running.pane.decide.isVisible)
    assert running.pane.decide.text() == words
    with qtbot.waitSignal(shell.navigator.wanted) as wanted:
        running.pane.decide.click()
    assert wanted.args == [Place(View.INBOX, running.chosen)]


def test_where_the_review_shows_by_itself_no_way_to_it_is_offered(pane: LivePane) -> None:
    pane.show_task(task_doc(state="needs_review"))
    assert pane.decide.isHidden()
