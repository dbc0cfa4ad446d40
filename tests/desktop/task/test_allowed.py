"""What a task may do: shown on demand, taken back in place, and set before a task is added."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.gallery.inbox import draft_doc
from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import ALLOWED, task_doc
from desktop.inbox.entry import QuickEntry
from desktop.link import Problem
from desktop.shell import Shell
from desktop.task.header import TaskHeader
from desktop.widgets.words import Foreign


def words(header: TaskHeader) -> str:
    return "\n".join(each.full for each in header.allowed.findChildren(Foreign) if not each.isHidden())


def test_nothing_is_asked_before_it_is_opened(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("grants", ALLOWED)
    header = TaskHeader(shell)
    qtbot.addWidget(header)
    header.show_task(task_doc())
    assert desk.asked("grants") == []
    header.allowed_fold.toggle()
    qtbot.waitUntil(lambda: "at most 50 GBP" in words(header))
    assert desk.asked("grants") == [{"id": "t1"}]
    assert "api.streets.example may be asked with your postcode" in words(header)
    assert "(you said no)" in words(header)


def test_a_grant_is_taken_back_and_the_list_is_read_again(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("grants", ALLOWED)
    desk.reply("revoke", {"id": "g1", "state": "revoked"})
    header = TaskHeader(shell)
    qtbot.addWidget(header)
    header.show_task(task_doc())
    header.allowed_fold.toggle()
    qtbot.waitUntil(lambda: bool(header.allowed.findChildren(QPushButton)))
    first = header.allowed.findChildren(QPushButton)[0]
    assert "postcode" in first.accessibleDescription()
    first.click()
    qtbot.waitUntil(lambda: len(desk.asked("grants")) == 2)
    assert desk.asked("revoke") == [{"id": "g1"}]


def test_what_can_t_be_read_is_said(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("grants", Problem("The agent is not there."))
    header = TaskHeader(shell)
    qtbot.addWidget(header)
    header.show_task(task_doc())
    header.allowed_fold.toggle()
    qtbot.waitUntil(lambda: bool(header.allowed.rows))


def test_the_terms_of_a_new_task_go_with_it(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("draft", lambda params: draft_doc(str(params["text"])))
    desk.reply("add", {"task": "t1"})
    entry = QuickEntry(shell)
    qtbot.addWidget(entry)
    entry.edit.setPlainText("Order a bin at https://council.example/bins")
    entry.read()
    qtbot.waitUntil(lambda: entry.add_button.isEnabled())
    terms = entry.cards[0].terms
    assert terms.params() == {}
    terms.limit.setText(" 50 GBP ")
    terms.boxes["health"].setChecked(True)
    entry.add()
    qtbot.waitUntil(lambda: bool(desk.asked("add")))
    assert desk.asked("add") == [{"text": "Order a bin at https://council.example/bins", "limit": "50 GBP",
                                  "data": ["health"]}]
