"""Rows are kept up to date from what the agent tells; what moved is told once, by the tray, grouped."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from agent.protocol.messages import TaskRow
from desktop.around.notifier import Notifier
from desktop.around.standing import Counts
from desktop.around.tally import Tally
from desktop.around.tray import PretendTray
from desktop.gallery.frame import row
from desktop.gallery.stand_in import StandIn
from desktop.link import Connection
from desktop.navigation import Place, View
from desktop.shell import Preferences


@pytest.fixture
def rows(desk: StandIn) -> dict[str, TaskRow]:
    """What the agent has; a test changes it."""
    kept = {each["id"]: each for each in (row("t1"), row("t2", "queued"), row("t3", "done"))}

    def board(params: dict[str, Any]) -> Any:
        wanted = params.get("ids")
        found = [each for each in kept.values() if wanted is None or each["id"] in wanted]
        return {"rows": found, "next": "", "total": len(kept)}

    desk.reply("board", board)
    return kept


@pytest.fixture
def tally(desk: StandIn, rows: dict[str, TaskRow], qtbot: QtBot) -> Tally:
    made = Tally(desk)
    with qtbot.waitSignal(made.counted):
        desk.connection.emit(Connection.READY)
    return made


def changed(*tasks: str) -> dict[str, object]:
    return {"tasks": list(tasks), "receipts": False, "profile": False, "settings": False}


def test_the_first_look_counts_and_tells_nothing(desk: StandIn, rows: dict[str, TaskRow], qtbot: QtBot) -> None:
    tally = Tally(desk)
    with qtbot.assertNotEmitted(tally.moved), qtbot.waitSignal(tally.counted):
        desk.connection.emit(Connection.READY)
    assert tally.counts == Counts(running=1, can_pause=2)


def test_a_change_asks_for_its_tasks_alone(tally: Tally, desk: StandIn, rows: dict[str, TaskRow], qtbot: QtBot) -> None:
    rows["t1"] = row("t1", "needs_review", waits=["s1"])
    with qtbot.waitSignal(tally.moved) as moved:
        desk.changed.emit(changed("t1"))
    assert moved.args == [[(row("t1"), rows["t1"])]]
    assert desk.asked("board")[-1] == {"ids": ["t1"], "limit": 1}
    assert tally.counts.needs == 1


def test_a_task_that_is_no_more_is_dropped(tally: Tally, desk: StandIn, rows: dict[str, TaskRow], qtbot: QtBot) -> None:
    del rows["t1"]
    with qtbot.waitSignal(tally.counted):
        desk.changed.emit(changed("t1"))
    assert tally.counts.running == 0


def test_what_happened_while_the_agent_was_away_is_told_for_what_was_known(
        tally: Tally, desk: StandIn, rows: dict[str, TaskRow], qtbot: QtBot) -> None:
    rows["t1"] = row("t1", "unknown")
    rows["t8"] = row("t8", "done")
    with qtbot.waitSignal(tally.moved) as moved:
        desk.connection.emit(Connection.READY)
    assert moved.args == [[(row("t1"), rows["t1"])]]


def test_open_tasks_are_read_page_by_page_and_finished_ones_are_not(desk: StandIn, qtbot: QtBot) -> None:
    pages: dict[object, Any] = {
        None: {"rows": [row("t1")], "next": "t1", "total": 9},
        "t1": {"rows": [row("t2"), row("t3", "done")], "next": "t3", "total": 9}}
    desk.reply("board", lambda params: pages[params.get("after")])
    tally = Tally(desk)
    with qtbot.waitSignal(tally.counted):
        tally.load()
    assert set(tally.rows) == {"t1", "t2", "t3"}
    assert len(desk.asked("board")) == 2


class TestNotifier:
    def test_what_comes_together_is_one_message_and_leads_to_what_matters_most(self, qtbot: QtBot) -> None:
        tray = PretendTray()
        notifier = Notifier(tray, Preferences(), lambda: "", gather=1)
        notifier.take([(row("t2"), row("t2", "done"))])
        notifier.take([(row("t1"), row("t1", "needs_answer", waits=["q1"]))])
        qtbot.waitUntil(lambda: bool(tray.told))
        assert tray.told == [("A task has a question for you. A task is finished.", Place(View.INBOX, "t1"))]

    @pytest.mark.parametrize(("notify", "looked_at"), [(False, ""), (True, "t1")])
    def test_it_keeps_quiet_when_asked_to_or_when_the_person_looks_at_it(self, qtbot: QtBot, notify: bool,
                                                                         looked_at: str) -> None:
        tray = PretendTray()
        notifier = Notifier(tray, Preferences({"notify": notify}), lambda: looked_at, gather=1)
        notifier.take([(row("t1"), row("t1", "failed"))])
        with qtbot.waitSignal(notifier._timer.timeout):
            pass
        assert tray.told == []
