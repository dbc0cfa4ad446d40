"""Pictures of the welcome screens: the promise, the check, the facts, and the practice at its stations."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from agent.protocol.messages import CheckResult, LiveDoc, TaskDoc
from desktop.gallery.profile import serve as serve_profile
from desktop.gallery.receipts import RECEIPTS
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.link import Problem
from desktop.shell import Shell
from desktop.welcome.screens import WelcomeScreens

CHECKS = [CheckResult(check=check, ok=True, fix="") for check in (
    "Python 3.11 or newer", "data folder", "database", "journal of submissions is whole", "browser", "the gate holds")]
NO_BROWSER = [*CHECKS[:4], CheckResult(check="browser", ok=False, fix="Run: playwright install chromium")]
STEPS = ("Opens the permits page", "Presses “Start now”", "Fills in 6 fields from the profile",
         "Chooses “12 months”", "Presses “Continue”")


def task(state: str, waits: tuple[str, ...] = (), *, steps: int = len(STEPS), receipt: str = "",
         message: str = "") -> TaskDoc:
    """The practice task in some state."""
    return TaskDoc(
        id="t1", text="Renew my parking permit for AB12 CDE for 12 months", title="Renew my parking permit",
        url="http://127.0.0.1:8000/parking-permit", site="127.0.0.1:8000",
        start={"why": "given", "reason": "", "proposals": []}, state=state, message=message, paused=False,
        planner="autofill", runs=[{"id": "u1", "state": "running", "message": "", "started_at": "2026-11-23T18:50:00Z",
                                   "ended_at": "", "steps": [{"at": "2026-11-23T18:50:00Z", "text": text, "picture": ""}
                                                             for text in STEPS[:steps]]}],
        cost=0.0, files=[], attachments=[], notes=[], waits=list(waits), submissions=[], receipt=receipt,
        created_at="2026-11-23T18:50:00Z", updated_at="2026-11-23T18:50:00Z")


def practice(doc: TaskDoc | Problem) -> StandIn:
    """An agent for practice whose task stands like this."""
    return StandIn({
        "board": {"rows": [], "next": "", "total": 0},
        "practice open": {"url": "http://127.0.0.1:8000/",
                          "pages": {"parking-permit": "http://127.0.0.1:8000/parking-permit"}},
        "practice person": {"facts": {"given-name": "Eleanor"}},
        "add": {"task": "t1"}, "task": doc, "receipt": {**RECEIPTS[0], "before": "", "after": ""},
        "cancel": {"id": "t1", "state": "cancelled"}})


def live(text: str) -> LiveDoc:
    """What a run tells while it works."""
    return LiveDoc(task="t1", title="", step=text, at="", picture="", box=[], known=[], turn=1, turns=40, seconds=1,
                   cost=0, paused=False)


def prepared(shell: Shell, desk: StandIn, doc: TaskDoc | Problem, checks: list[CheckResult] | None = None
             ) -> WelcomeScreens:
    """The screens on stand-ins."""
    serve_profile(desk, [])
    desk.reply("doctor", CHECKS if checks is None else checks)
    desk.reply("settings set", [])
    return WelcomeScreens(shell, lambda: practice(doc))


def _good(shell: Shell, desk: StandIn) -> QWidget:
    return prepared(shell, desk, task("running"))


def _no_browser(shell: Shell, desk: StandIn) -> QWidget:
    return prepared(shell, desk, Problem("No browser was found. Install Chromium, Chrome or Edge."), NO_BROWSER)


def _done(shell: Shell, desk: StandIn) -> QWidget:
    return prepared(shell, desk, task("done", receipt="r9"))


def _check(view: QWidget) -> None:
    assert isinstance(view, WelcomeScreens)
    view.show_step(1)


def _checking(view: QWidget) -> None:
    assert isinstance(view, WelcomeScreens)
    view.show_step(1)
    view.check._number += 1  # its answer is not waited for


def _facts(view: QWidget) -> None:
    assert isinstance(view, WelcomeScreens)
    view.show_step(2)
    view.facts.fields["given-name"].set_text("Eleanor")
    view.facts.fields["postal-code"].set_text("tq")


def _intro(view: QWidget) -> None:
    assert isinstance(view, WelcomeScreens)
    view.show_step(3)


def _start(view: QWidget) -> None:
    assert isinstance(view, WelcomeScreens)
    view.show_step(3)
    view.practice.run.start()


def words_of(view: QWidget) -> str:
    """All words that can be seen."""
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


SCENES: tuple[Scene, ...] = (
    Scene("welcome-promise", _good, width=1000, height=700),
    Scene("welcome-checking", _good, width=1000, height=700, after=_checking),
    Scene("welcome-checked", _good, width=1000, height=700, after=_check),
    Scene("welcome-no-browser", _no_browser, width=1000, height=700, after=_check),
    Scene("welcome-facts", _good, width=1000, height=700, after=_facts),
    Scene("welcome-practice", _good, width=1000, height=700, after=_intro),
    Scene("welcome-working", _good, width=1000, height=700, after=_start),
    Scene("welcome-stopped", _no_browser, width=1000, height=700, after=_start),
    Scene("welcome-receipt", _done, width=1000, height=700, after=_start),
)
