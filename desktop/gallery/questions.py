"""Pictures of what is asked: a value, a choice, a declaration, a file, another site, an act of the person."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtWidgets import QWidget

from agent.protocol.messages import InboxEntry
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import task_doc
from desktop.link import Problem
from desktop.questions.fields import TextField
from desktop.questions.pane import QuestionsPane
from desktop.shell import Shell


def entry(id: str, asks: str, summary: str, **more: Any) -> InboxEntry:
    """One question of task t1."""
    made = InboxEntry(kind="question", id=id, task="t1", title="Submit my meter reading, 48213",
                      site="energy.example", summary=summary, options=[], asks=asks, fact="", fact_label="",
                      since="2026-11-03T14:03:20+00:00")
    return cast("InboxEntry", {**made, **more})


VALUE = entry("q1", "value", "What is your account number?\nThe site’s words: Account number (10 digits)",
              fact="custom-account-number", fact_label="Account number")
FREE = entry("q2", "value", "What happened to the old meter?")
CHOICE = entry("q3", "choice", "Which meter is it?", options=["Electricity", "Gas", "Water & heat"])
DECLARATION = entry("q4", "declaration", "I confirm that the reading was taken by me on the date given, and that I am "
                    "the account holder or act for them.\nGiving a false reading may lead to a charge.",
                    options=["yes", "no"])
FILE = entry("q5", "file", "The page wants a photo of the meter.", options=["letter.pdf"])
SITE = entry("q6", "site", "The task led to another site: https://login.xn--nergy-9ua.example. May it go on there?",
             options=["yes", "no"])
ALLOW = entry("q8", "allow", "\n".join((
    "May api.streets.example be asked with your postcode?",
    "The page wants to look something up while the form is being filled in, at https://api.streets.example/find. It "
    "was stopped. If you say yes, exactly this may be sent there, for this task only:",
    "- postcode: LS1 4AP (your postcode)", "- list: full (from the page)",
    "api.streets.example is another site than the task's.", "If you say no, the form goes on without it.")),
    options=["yes", "no"])
HAND = entry("q7", "hand", "The page asks you to sign in.\nThe page: https://energy.example/login?next=reading",
             kind="takeover")


def _scene(name: str, entries: list[InboxEntry], height: int = 780, after: Any = None) -> Scene:
    def make(shell: Shell, desk: StandIn) -> QWidget:
        desk.reply("inbox", entries)
        desk.reply("answer", Problem("An account number has ten digits; this has four. The question stays open."))
        desk.reply("profile check", {"value": "", "problem": "", "doubt": ""})
        pane = QuestionsPane(shell)
        pane.show_task(task_doc("t1", "needs_answer", waits=[each["id"] for each in entries]))
        return pane
    return Scene(name, make, width=720, height=height, after=after)


def _refuse(view: QWidget) -> None:
    card = cast("QuestionsPane", view).cards["q1"]
    field = cast("TextField", card.field)
    field.edit.setText("4711")  # type: ignore[union-attr]  # a value with a fact is one line
    card.button.setEnabled(True)
    card.send()


SCENES: tuple[Scene, ...] = (
    _scene("questions-values", [VALUE, FREE, CHOICE]),
    _scene("questions-refused", [VALUE], 520, _refuse),
    _scene("questions-declaration", [DECLARATION, FILE]),
    _scene("questions-site", [SITE, HAND]),
    _scene("questions-allow", [ALLOW], 640),
)
