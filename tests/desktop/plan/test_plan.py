"""Plans in the window: from a list on the card to one plan, its pane, its next review, one answer for all places."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from agent.protocol.plans import PlanDoc, PlanRow
from desktop.gallery.inbox import board, draft_doc, no_review, row
from desktop.gallery.plan import DONE, FAILED, TITLE, UNDER_WAY, WAITING, place_doc, plan_rows
from desktop.gallery.questions import entry
from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import start_doc, task_doc
from desktop.inbox.heads import PlanHead
from desktop.inbox.view import InboxView
from desktop.link import Problem
from desktop.navigation import Place, View
from desktop.plan.pane import PlanPane
from desktop.shell import Shell
from desktop.task.face import Face
from tests.desktop.task.docs import changed

PLACES = [{"place": "Water", "url": "https://water.example/a", "site": "water.example", "text": ""},
          {"place": "Gas", "url": "https://gas.example/b", "site": "gas.example", "text": ""},
          {"place": "the bank", "url": "", "site": "", "text": ""}]


def in_short(doc: PlanDoc) -> dict[str, Any]:
    return {key: cast("dict[str, Any]", doc)[key] for key in PlanRow.__annotations__}


def words(widget: Any) -> list[str]:
    return [each.text().replace("\u200b", "") for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)]


class Agent:
    """What the stand-in tells of one plan and its tasks; change ``doc`` and say `moved`."""

    def __init__(self, desk: StandIn, doc: PlanDoc) -> None:
        self.desk, self.doc = desk, deepcopy(doc)
        desk.reply("board", lambda params: board([each for each in plan_rows(self.doc)
                                                  if each["id"] in params.get("ids", [each["id"]])]))
        desk.reply("plan list", lambda _params: [in_short(self.doc)])
        desk.reply("plan show", lambda _params: deepcopy(self.doc))
        desk.reply("task", lambda params: self.task(params["id"]))
        desk.reply("questions", [])

    def task(self, id: str) -> Any:
        each = next(each for each in self.doc["places"] if each["task"] == id)
        return task_doc(id, each["state"], waits=each["waits"], title=f"{TITLE}: {each['place']}", plan=self.doc["id"])

    def moved(self, number: int, group: str) -> None:
        """One of its places stands elsewhere now."""
        at = next(at for at, each in enumerate(self.doc["places"]) if each["task"] == f"t{number}")
        former = self.doc["places"][at]
        self.doc["places"][at] = place_doc(number, group, former["place"], former["site"])
        self.doc["reviews"] = [each for each in self.doc["reviews"] if each["task"] != f"t{number}"]
        self.desk.changed.emit(changed(f"t{number}"))


@pytest.fixture
def inbox(shell: Shell, window: Any, qtbot: QtBot, desk: StandIn) -> Any:
    """Makes the inbox of a plan, or of none."""
    def make(doc: PlanDoc | None = None) -> tuple[InboxView, Agent]:
        agent = Agent(desk, doc or DONE)
        if doc is None:
            desk.reply("board", board([]))
        made = InboxView(shell, no_review)
        shell.navigator.wanted.connect(lambda place: made.go(place) if place.view is View.INBOX else None)
        window[0].setCentralWidget(made)
        window[0].show()
        qtbot.waitUntil(lambda: made.feed.is_loaded)
        return made, agent
    return make


# The card

def planned(params: dict[str, Any], **more: Any) -> Any:
    return draft_doc(params["text"], "", plan={"title": TITLE, "places": PLACES}, **more)


def test_the_card_lists_the_places_and_what_is_unticked_is_left_out(inbox: Any, desk: StandIn, shell: Shell,
                                                                    qtbot: QtBot) -> None:
    view, _agent = inbox()
    desk.reply("draft", planned)
    desk.reply("add", {"plan": "p7", "tasks": ["t71", "t72"]})
    desk.reply("cancel", lambda params: {"id": params["id"], "state": "cancelled"})
    view.entry.edit.setPlainText("Move: a list")
    qtbot.waitUntil(lambda: view.entry.add_button.text() == "Add 3 tasks")
    card = view.entry.cards[0]
    assert card.plan.words.text() == "A plan: 3 tasks, one for each place."
    assert [each.text() for each in card.plan.boxes] == ["Water", "Gas", "the bank"]
    assert not card.url.isVisible()
    card.plan.boxes[1].click()
    assert (view.entry.add_button.text(), view.entry.add_button.isEnabled()) == ("Add 2 tasks", True)
    view.entry.edit.setPlainText("Move: a longer list")          # what was taken out stays out
    qtbot.waitUntil(lambda: len(desk.asked("draft")) == 2 and view.entry.add_button.isEnabled())
    for box in card.plan.boxes[::2]:
        box.click()
    assert (card.plan.words.text(), view.entry.add_button.isEnabled()) == ("No place is chosen.", False)
    for box in card.plan.boxes[::2]:
        box.click()
    with qtbot.waitSignal(shell.undo.offered) as offered_:
        view.entry.add_button.click()
    assert desk.asked("add") == [{"text": "Move: a longer list", "skip": ["https://gas.example/b"]}]
    assert offered_.args == ["2 tasks added"]
    shell.undo.undo()
    assert desk.asked("cancel") == [{"id": "t71"}, {"id": "t72"}]


def test_one_task_for_all_is_added_as_one(inbox: Any, desk: StandIn, qtbot: QtBot) -> None:
    view, _agent = inbox()
    desk.reply("draft", planned)
    desk.reply("add", {"task": "t71"})
    view.entry.edit.setPlainText("Move: a list")
    qtbot.waitUntil(view.entry.add_button.isEnabled)
    card = view.entry.cards[0]
    card.plan.several.click()
    assert (view.entry.add_button.text(), card.plan.area.isVisible(), card.url.isVisible()) == ("Add", False, True)
    view.entry.add_button.click()
    assert desk.asked("add") == [{"text": "Move: a list", "one": True}]


def test_several_addresses_of_a_letter_make_a_plan_and_none_is_ticked_beforehand(inbox: Any, desk: StandIn,
                                                                                 qtbot: QtBot) -> None:
    urls = [each["url"] for each in PLACES[:2]]

    def draft(params: dict[str, Any]) -> Any:
        listed = [each for each in PLACES if each["url"] in params.get("at", [])]
        return draft_doc(params["text"], str(params.get("url", "")), links=urls, plan={"title": "", "places": listed},
                         start=start_doc("given" if params.get("url") else "document", "It asks.",
                                         *((url, "named in “letter.pdf”") for url in urls)))

    view, _agent = inbox()
    desk.reply("draft", draft)
    desk.reply("add", {"plan": "p7", "tasks": ["t71", "t72"]})
    view.entry.edit.setPlainText("Move")
    qtbot.waitUntil(lambda: bool(view.entry.cards) and view.entry.cards[0].several.isVisible())
    card = view.entry.cards[0]
    card.several.switch.click()
    assert card.at() == ()
    card.several.boxes[0].click()
    qtbot.waitUntil(lambda: desk.asked("draft")[-1] == {"text": "Move", "url": urls[0]})
    card.several.boxes[1].click()
    qtbot.waitUntil(lambda: view.entry.add_button.text() == "Add 2 tasks")
    assert card.several.isVisible()
    assert not card.plan.area.isVisible()                        # the ticks stand above already
    view.entry.add_button.click()
    assert desk.asked("add") == [{"text": "Move", "at": urls}]


# The pane

def test_the_head_opens_the_plan_and_the_plan_follows_its_tasks(inbox: Any, qtbot: QtBot, desk: StandIn) -> None:
    view, agent = inbox(UNDER_WAY)
    qtbot.waitUntil(lambda: cast("PlanHead", view.model.at(0)).title == TITLE)
    assert view.model.rowCount() == 1                            # nothing waits: folded
    view.list.select("p1")
    qtbot.waitUntil(lambda: view.detail.plan_id == "p1" and bool(words(view.detail.stack.currentWidget())))
    pane = cast("PlanPane", view.detail.stack.currentWidget())
    qtbot.waitUntil(lambda: list(pane.places.rows) == ["t41", "t42", "t43", "t44", "t45"])
    first = pane.places.rows["t42"]
    agent.moved(42, "review")
    qtbot.waitUntil(lambda: first.deed.text() == "Review" and first.deed.isVisible())
    assert pane.places.rows["t42"] is first                      # in place: the focus stays where it is
    qtbot.waitUntil(lambda: view.model.rowCount() == 6)          # and the plan has opened in the list
    asked = len(desk.asked("plan show"))
    for _ in range(20):
        desk.changed.emit(changed("t43"))
    assert len(desk.asked("plan show")) <= asked + 1             # however often it changes


def test_what_is_the_same_stands_once_and_nothing_is_approved_from_the_list(inbox: Any, qtbot: QtBot,
                                                                            desk: StandIn) -> None:
    view, _agent = inbox(WAITING)
    view.go(Place(View.INBOX, "p1"))
    qtbot.waitUntil(lambda: view.detail.plan_id == "p1" and view.detail._plan.reviews.isVisible())
    pane = cast("PlanPane", view.detail.stack.currentWidget())
    shown = words(pane.reviews)
    assert shown.count("12 Mill Lane, Leeds") == 1
    assert {"Consent", "Needs your own yes", "May be wrong", "Money"} <= set(shown)
    assert [each.text() for each in pane.reviews.findChildren(QPushButton)] == ["Review"] * 3
    pane.reviews.cards["s42"].button.click()
    qtbot.waitUntil(lambda: view.detail.task_id == "t42" and view.detail.face is Face.REVIEW)
    assert view.list.selected() == ["t42"]
    assert not {"approve", "reject", "send-back", "edit"} & {name for name, _ in desk.calls}


def test_after_a_decision_the_next_of_the_plan_is_one_key_away(inbox: Any, qtbot: QtBot) -> None:
    view, agent = inbox(WAITING)
    view.go(Place(View.INBOX, "t41"))
    strip = view.detail.strip
    qtbot.waitUntil(lambda: strip.onward.isVisible())
    assert strip.onward.text() == "Next: Leeds council (4 left)"
    agent.moved(41, "done")
    view.select_next_waiting()
    qtbot.waitUntil(lambda: view.detail.task_id == "t42" and strip.onward.text() == "Next: City gas (3 left)")
    strip.back.click()
    qtbot.waitUntil(lambda: view.detail.plan_id == "p1")
    assert not strip.isVisible()


def test_deeds_reach_the_whole_plan_and_have_their_way_back(inbox: Any, qtbot: QtBot, desk: StandIn,
                                                            shell: Shell) -> None:
    view, _agent = inbox(FAILED)
    desk.reply("plan retry", {"id": "p1", "tasks": ["t43", "t44"], "left": ["t45: It is not to be tried again."]})
    desk.reply("cancel", lambda params: {"id": params["id"], "state": "cancelled"})
    view.go(Place(View.INBOX, "p1"))                             # what it has to say is found though its head is gone
    qtbot.waitUntil(lambda: view.detail.plan_id == "p1" and view.detail._plan.retry.isVisible())
    pane = cast("PlanPane", view.detail.stack.currentWidget())
    assert not pane.cancel.isVisible()
    with qtbot.waitSignal(shell.undo.offered) as offered_, qtbot.waitSignal(shell.teller.said) as told:
        pane.retry.click()
    assert (offered_.args, told.args) == (["2 tasks are prepared again"], ["It is not to be tried again.", "warning"])
    shell.undo.undo()
    assert desk.asked("cancel") == [{"id": "t43"}, {"id": "t44"}]


def test_a_plan_that_cannot_be_read_says_so_and_is_asked_for_again(inbox: Any, qtbot: QtBot, desk: StandIn) -> None:
    view, agent = inbox(DONE)
    desk.reply("plan show", Problem("There is no plan p1."))
    view.go(Place(View.INBOX, "p1"))
    qtbot.waitUntil(lambda: "This plan can't be shown" in words(view.detail.stack.currentWidget()))
    desk.reply("plan show", lambda _params: deepcopy(agent.doc))
    qtbot.waitUntil(lambda: not view.detail._plan._plan._rest.isActive())
    view.detail._plan._failed.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: "All 5 places are done." in words(view.detail.stack.currentWidget()))


def test_all_plans_are_listed_and_hostile_names_are_shown_inert(inbox: Any, qtbot: QtBot) -> None:
    doc = deepcopy(UNDER_WAY)
    doc["title"] = "<img src=x>\u202eevil"
    doc["places"][0]["place"] = "<b>\u202eWater</b>"
    view, _agent = inbox(doc)
    qtbot.waitUntil(view.plans.isVisible)
    view.plans.click()
    qtbot.waitUntil(lambda: "<img src=x>⟨U+202E⟩evil" in words(view.detail.stack.currentWidget()))
    view.detail.stack.currentWidget().findChildren(QPushButton)[-1].click()
    qtbot.waitUntil(lambda: "<b>⟨U+202E⟩Water</b>" in words(view.detail.stack.currentWidget()))
    for label in view.detail.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.pixmap().isNull()


# One answer for all places

@pytest.mark.parametrize("for_all", [False, True])
def test_an_answer_holds_for_all_places_only_if_the_person_ticks_it(inbox: Any, qtbot: QtBot, desk: StandIn,
                                                                    for_all: bool) -> None:
    view, _agent = inbox(WAITING)
    label = "From which day does the new address hold?"
    desk.reply("questions", [entry("q44", "value", label, task="t44"),
                             entry("q90", "declaration", "I declare", task="t44", options=["yes", "no"])])
    desk.reply("answers", {"task": "t44", "answered": ["q44"], "left_empty": [], "problems": [], "open": []})
    view.go(Place(View.INBOX, "p1"))
    qtbot.waitUntil(lambda: view.detail.plan_id == "p1" and view.detail._plan.asks.isVisible())
    view.detail._plan.asks.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: view.detail.face is Face.QUESTIONS)
    pane = cast("Any", view.detail.stack.currentWidget())
    qtbot.waitUntil(lambda: "q44" in pane.cards and pane.cards["q44"].all.isVisible())
    card = pane.cards["q44"]
    assert (card.all.text(), card.all.isChecked()) == ("Use it for both places that ask this", False)
    assert not pane.cards["q90"].all.isVisible()                 # a declaration is each site's own
    card.findChild(QLineEdit).setText("1 December")
    pane.cards["q90"].offer(5)
    assert not pane.cards["q90"].all.isVisible()
    if for_all:
        card.all.click()
    assert pane._given().get("plan", []) == (["q44"] if for_all else [])
    assert isinstance(card.all, QCheckBox)


def test_a_task_of_no_plan_says_nothing_of_one(inbox: Any, qtbot: QtBot, desk: StandIn) -> None:
    view, _agent = inbox()
    desk.reply("task", task_doc("t5", "queued"))
    desk.reply("board", board([row(5, "Alone", "x.example", "queued", 0)]))
    view.go(Place(View.INBOX, "t5"))
    qtbot.waitUntil(lambda: view.detail.face is Face.TASK)
    assert not view.detail.strip.isVisible()
    assert desk.asked("plan show") == []
