"""The welcome screens: walking through, leaving, keeping what was typed, and the practice from start to receipt."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agent.protocol.messages import TaskDoc
from desktop.gallery.profile import serve as serve_profile
from desktop.gallery.stand_in import StandIn
from desktop.gallery.welcome import CHECKS, NO_BROWSER, STEPS, live, practice, task, words_of
from desktop.link import Connection, Problem
from desktop.shell import Shell
from desktop.welcome.phases import Phase
from desktop.welcome.practice_page import Panes
from desktop.welcome.screens import WelcomeScreens


class FakeReview(QWidget):
    decided = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.ids: list[str] = []

    def show_submission(self, id: str) -> None:
        self.ids.append(id)


class FakeQuestions(QWidget):
    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.docs: list[TaskDoc] = []

    def show_task(self, doc: TaskDoc) -> None:
        self.docs.append(doc)


class PracticeAgent(StandIn):
    """A second agent that notes when it is started and stopped."""

    def __init__(self) -> None:
        super().__init__(practice(task("running"))._replies)
        self.started = self.stopped = 0

    def start(self) -> None:
        self.started += 1

    def stop(self) -> None:
        self.stopped += 1

    def stand(self, doc: TaskDoc) -> None:
        self.reply("task", doc)
        self.changed.emit({"tasks": [doc["id"]], "receipts": False, "profile": False, "settings": False})


Make = Callable[[], WelcomeScreens]


@pytest.fixture
def agents() -> list[PracticeAgent]:
    return []


@pytest.fixture
def make(window: tuple[QMainWindow, Shell], desk: StandIn, agents: list[PracticeAgent]) -> Make:
    def made() -> WelcomeScreens:
        serve_profile(desk, [])
        desk.reply("doctor", CHECKS)
        desk.reply("settings set", [])

        def factory() -> PracticeAgent:
            agents.append(PracticeAgent())
            return agents[-1]
        screens = WelcomeScreens(window[1], factory, Panes(FakeReview, FakeQuestions))
        window[0].setCentralWidget(screens)
        window[0].show()
        return screens
    return made


def press(root: QWidget, words: str) -> None:
    next(each for each in root.findChildren(QPushButton) if each.text() == words and each.isVisibleTo(root)).click()


def test_the_promise_comes_first_in_three_lines(make: Make) -> None:
    screens = make()
    seen = words_of(screens)
    for line in ("Your paperwork, prepared.", "Nothing leaves without your signature.", "Nothing is sent twice."):
        assert line in seen
    assert screens.dots.accessibleName() == "Screen 1 of 4: What it promises"


def test_next_and_back_walk_through_four_screens(make: Make, qtbot: QtBot) -> None:
    screens = make()
    for at in (1, 2, 3):
        screens.next.click()
        qtbot.waitUntil(lambda at=at: screens.step == at)
    assert screens.next.text() == "Skip and finish"
    screens.back.click()
    assert screens.step == 2


def test_the_check_runs_once_and_shows_its_result(make: Make, desk: StandIn, qtbot: QtBot) -> None:
    screens = make()
    assert desk.asked("doctor") == []
    screens.show_step(1)
    assert screens.check.progress.isVisible()
    qtbot.waitUntil(lambda: "Everything is in order." in words_of(screens))
    assert not screens.check.progress.isVisible()
    screens.show_step(0)
    screens.show_step(1)
    assert len(desk.asked("doctor")) == 1


def test_a_failed_check_says_what_to_do_and_can_be_repeated(make: Make, desk: StandIn, qtbot: QtBot) -> None:
    screens = make()
    desk.reply("doctor", NO_BROWSER)
    screens.show_step(1)
    qtbot.waitUntil(lambda: "Run: playwright install chromium" in words_of(screens))
    desk.reply("doctor", CHECKS)
    press(screens, "Check again")
    qtbot.waitUntil(lambda: "Everything is in order." in words_of(screens))
    assert "Run: playwright" not in words_of(screens)


def test_a_check_that_can_not_be_made_says_so(make: Make, desk: StandIn, qtbot: QtBot) -> None:
    screens = make()
    desk.reply("doctor", Problem("The agent is not running."))
    screens.show_step(1)
    qtbot.waitUntil(lambda: "The agent is not running." in words_of(screens))


def test_facts_that_fit_are_kept_on_the_way(make: Make, desk: StandIn, qtbot: QtBot) -> None:
    screens = make()
    screens.show_step(2)
    screens.facts.fields["given-name"].set_text("Nora")
    screens.facts.fields["postal-code"].set_text("TQ12 4AB")
    screens.next.click()
    qtbot.waitUntil(lambda: screens.step == 3)
    assert desk.asked("profile set") == [{"kind": "given-name", "value": "Nora"},
                                         {"kind": "postal-code", "value": "TQ12 4AB"}]


def test_a_value_that_does_not_fit_holds_the_screen(make: Make, desk: StandIn, qtbot: QtBot) -> None:
    screens = make()
    screens.show_step(2)
    screens.facts.fields["postal-code"].set_text("tq")
    qtbot.waitUntil(lambda: screens.facts.wrong() is not None)
    screens.next.click()
    assert screens.step == 2
    assert screens.facts.fields["postal-code"].text == "tq"
    assert desk.asked("profile set") == []


def test_a_value_that_the_agent_refuses_holds_the_screen(make: Make, desk: StandIn, qtbot: QtBot) -> None:
    screens = make()
    screens.show_step(2)
    desk.reply("profile set", Problem("The disk is full."))
    screens.facts.fields["given-name"].set_text("Nora")
    screens.next.click()
    qtbot.waitUntil(lambda: screens.facts.fields["given-name"].note == "The disk is full.")
    assert screens.step == 2


def test_what_the_profile_holds_is_filled_in_and_not_set_again(make: Make, desk: StandIn, qtbot: QtBot) -> None:
    screens = make()
    from desktop.gallery.profile import FACTS
    desk.reply("profile facts", FACTS)
    screens.show_step(2)
    qtbot.waitUntil(lambda: screens.facts.fields["given-name"].text == "Eleanor")
    screens.next.click()
    qtbot.waitUntil(lambda: screens.step == 3)
    assert desk.asked("profile set") == []


def test_leaving_keeps_what_fits_and_notes_that_it_was_seen(make: Make, desk: StandIn, shell: Shell,
                                                            qtbot: QtBot) -> None:
    screens = make()
    screens.show_step(2)
    screens.facts.fields["given-name"].set_text("Nora")
    with qtbot.waitSignal(screens.finished):
        screens.leave()
    screens.leave()
    assert desk.asked("profile set") == [{"kind": "given-name", "value": "Nora"}]
    assert desk.asked("settings set") == [{"key": "welcomed", "value": True}]
    assert shell.preferences["welcomed"] is True


def test_escape_leaves(make: Make, qtbot: QtBot) -> None:
    screens = make()
    with qtbot.waitActive(screens.window()):
        screens.window().activateWindow()
    screens.next.setFocus()
    with qtbot.waitSignal(screens.finished):
        qtbot.keyClick(screens.next, Qt.Key.Key_Escape)


def test_no_second_agent_runs_until_the_person_starts_it(make: Make, agents: list[PracticeAgent]) -> None:
    screens = make()
    screens.show_step(3)
    assert agents == []
    assert "Nothing leaves it." in words_of(screens)


def test_practice_from_start_to_receipt(make: Make, desk: StandIn, shell: Shell, agents: list[PracticeAgent],
                                        qtbot: QtBot) -> None:
    screens = make()
    screens.show_step(3)
    press(screens, "Start practising")
    agent = agents[0]
    assert agent.started == 1
    qtbot.waitUntil(lambda: STEPS[-1] in words_of(screens))
    assert agent.asked("add") == [{"text": "Renew my parking permit for AB12 CDE for 12 months",
                                   "url": "http://127.0.0.1:8000/parking-permit"}]
    agent.live.emit(live("Waits for the page"))
    assert "Waits for the page" in words_of(screens)
    assert words_of(screens).count(STEPS[0]) == 1

    agent.stand(task("needs_answer", ("q1",)))
    qtbot.waitUntil(lambda: screens.practice.run.standing.phase is Phase.ASKING)
    questions = screens.findChild(FakeQuestions)
    assert questions is not None
    assert questions.isVisible()
    assert questions.shell.desk is agent

    agent.stand(task("needs_review", ("s4",)))
    qtbot.waitUntil(lambda: screens.practice.run.standing.phase is Phase.REVIEWING)
    review = screens.findChild(FakeReview)
    assert review is not None
    assert review.ids == ["s4"]
    assert review.shell.desk is agent
    assert review.shell.commands is not shell.commands
    assert review.shell.undo is not shell.undo
    assert not screens._leave_key.isEnabled()

    agent.reply("task", task("done", receipt="r9"))
    review.decided.emit("s4")
    qtbot.waitUntil(lambda: "PP-2026-004817" in words_of(screens))
    assert "Done. This is your receipt." in words_of(screens)
    assert screens.next.text() == "Finish"
    assert screens.next.hasFocus()
    with qtbot.waitSignal(screens.finished):
        screens.next.click()
    assert agent.stopped == 1
    assert desk.asked("add") == []
    assert desk.asked("profile set") == []


def test_leaving_in_the_middle_ends_the_second_agent(make: Make, agents: list[PracticeAgent], qtbot: QtBot) -> None:
    screens = make()
    screens.show_step(3)
    screens.practice.run.start()
    qtbot.waitUntil(lambda: screens.practice.run.standing.phase is Phase.WORKING)
    screens.leave()
    assert agents[0].stopped == 1
    agents[0].stand(task("needs_review", ("s4",)))
    assert screens.findChild(FakeReview) is None


def test_a_problem_says_what_to_do_and_can_be_tried_again(make: Make, agents: list[PracticeAgent],
                                                          qtbot: QtBot) -> None:
    screens = make()
    screens.show_step(3)
    screens.practice.run.start()
    agents[0].reply("add", Problem("No browser was found."))
    qtbot.waitUntil(lambda: "No browser was found." in words_of(screens))
    press(screens, "Try again")
    qtbot.waitUntil(lambda: screens.practice.run.standing.phase is Phase.WORKING)
    assert agents[0].stopped == 1
    assert len(agents) == 2


def test_a_crash_of_the_second_agent_is_said(make: Make, agents: list[PracticeAgent], qtbot: QtBot) -> None:
    screens = make()
    screens.show_step(3)
    screens.practice.run.start()
    agents[0].connection.emit(Connection.CRASHED)
    assert "The practice agent stopped by itself. Nothing was sent." in words_of(screens)


def test_tasks_left_over_from_an_earlier_practice_are_put_away(make: Make, agents: list[PracticeAgent],
                                                              qtbot: QtBot) -> None:
    screens = make()
    screens.practice.run._factory = lambda: agents[-1]
    agents.append(PracticeAgent())
    rows = [{"id": "t8", "state": "needs_review"}, {"id": "t9", "state": "done"}]
    agents[0].reply("board", {"rows": rows, "next": "", "total": 2})
    screens.practice.run.start()
    qtbot.waitUntil(lambda: agents[0].asked("add") != [])
    assert agents[0].asked("cancel") == [{"id": "t8"}]


def test_a_place_wanted_by_the_practice_does_not_move_the_window(make: Make, shell: Shell,
                                                                agents: list[PracticeAgent], qtbot: QtBot) -> None:
    screens = make()
    screens.show_step(3)
    screens.practice.run.start()
    qtbot.waitUntil(lambda: screens.practice.run.standing.phase is Phase.WORKING)
    agents[0].stand(task("needs_review", ("s4",)))
    qtbot.waitUntil(lambda: screens.findChild(FakeReview) is not None)
    review = screens.findChild(FakeReview)
    assert review is not None
    with qtbot.assertNotEmitted(shell.navigator.wanted), qtbot.waitSignal(shell.teller.said):
        review.shell.navigator.go("profile", "tel")  # type: ignore[arg-type]


def test_every_button_has_words(make: Make) -> None:
    screens = make()
    assert all(each.text() or each.accessibleName() for each in screens.findChildren(QPushButton))


def test_on_the_facts_screen_typing_begins_in_the_first_field(make: Make, qtbot: QtBot) -> None:
    screens = make()
    screens.show_step(2)
    qtbot.waitUntil(lambda: screens.facts.first().hasFocus())
    assert screens.facts.first() is screens.facts.fields["given-name"].edit
