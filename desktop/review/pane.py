"""The review pane: shows one submission, follows it, and takes the person's decision on exactly what it shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFocusEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from agent.protocol import SubmissionState
from agent.protocol.display import display
from agent.protocol.messages import Outcome, SubmissionDoc, TaskDoc
from desktop.link import Problem
from desktop.navigation import View
from desktop.review import arming, keys
from desktop.review.bounded import bounded
from desktop.review.comparing import same_sheet, told_difference
from desktop.review.decisions import Decisions
from desktop.review.following import Following
from desktop.review.grouping import Item
from desktop.review.lines import as_text
from desktop.review.sheet import SheetBody
from desktop.review.sources import Sources
from desktop.review.viewer import Viewer
from desktop.shell import Shell
from desktop.widgets.frames import Empty

_NOT = {
    "approve": "Not approved.", "edit": "Your changes were not applied.", "send-back": "Not sent back.",
    "reject": "Not rejected.", "retry": "Not prepared again.",
}
_FINAL = frozenset({"approve", "send-back", "reject"})
_TOLD = 300
"""Characters of a problem's text."""


class ReviewPane(QWidget):
    """``decided`` carries the id of a submission that was approved, sent back or rejected.

    Args:
        shell: what every view is given.
        moment: milliseconds after opening or a change before approval is possible.
        open_url: opens a document's copy or the site in the person's own programs.
    """

    decided = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget | None = None, *, moment: int = arming.MOMENT,
                 open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl) -> None:
        super().__init__(parent)
        self._shell, self._open_url = shell, open_url
        self.doc: SubmissionDoc | None = None
        self._did: dict[str, str] = {}                            # submission -> what the person did with it last
        self._kept: dict[str, tuple[str, dict[str, str]]] = {}    # submission -> note and changes not sent yet
        self._grant_seen = False
        self._outdated = False
        self._following = Following(shell.desk, self)
        self._decisions = Decisions(shell.desk, self)
        self._moment = QTimer(self, singleShot=True, interval=moment)
        self.body = SheetBody(shell)
        self._sources = Sources(shell, self.body.source, open_url, self)
        self._nothing = Empty(shell.icons, "signature", "Nothing to review",
                              "What is ready to be sent waits for you here.")
        self._waiting = Empty(shell.icons, "loader", "One moment", "Reading what would be sent.")
        self._failed = QWidget()
        self._stack = QStackedWidget()
        for each in (self._nothing, self._waiting, self._failed, self.body):
            self._stack.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setAccessibleName("Review")
        self._connect()
        keys.register(shell.commands, self, self._runs())

    def _connect(self) -> None:
        body, rows = self.body, self.body.rows
        self._following.came.connect(self._take)
        self._following.failed.connect(self._cannot)
        self._decisions.moved.connect(self._stand)
        self._decisions.made.connect(self._made)
        self._decisions.refused.connect(self._refused)
        self._decisions.refused_late.connect(self._refused_late)
        self._moment.timeout.connect(self._stand)
        self._shell.theme.changed.connect(self._stand)
        rows.progressed.connect(self._stand)
        rows.stood.connect(self._stood)
        rows.told.connect(self._shell.teller.say)
        rows.source_wanted.connect(self._open_source)
        rows.more_wanted.connect(self._show_whole)
        body.picture.picked.connect(rows.stand_on_place)
        body.bar.approved.connect(lambda steps: self._approve(steps=steps))
        body.bar.wanted.connect(lambda id: self._runs()[f"review.{id}"]())
        body.changes.applied.connect(self._apply)
        body.changes.discarded.connect(self._discard)
        body.note.sent.connect(self._send_back)
        body.reject.confirmed.connect(self._reject)
        body.state.again.connect(lambda: self._retry())
        body.state.receipt.connect(self._open_receipt)
        body.unknown.look.connect(self._open_site)
        body.unknown.copy.connect(self._copy)
        body.unknown.again.connect(lambda: self._retry(even_if_sent=True))
        for panel in (body.note, body.reject, body.source):
            panel.closed.connect(rows.setFocus)
            panel.closed.connect(self._stand)
        rows.panel = body.source

    def _runs(self) -> dict[str, keys.Run]:
        rows, body = self.body.rows, self.body
        runs: dict[str, keys.Run] = {
            "review.next": rows.next_to_check, "review.down": lambda: rows.step(1), "review.up": lambda: rows.step(-1),
            "review.edit": rows.edit_current, "review.source": self._open_source, "review.whole": self._show_whole,
            "review.zoom": body.picture.zoom, "review.picture": body.toggle_picture,
            "review.unchanged": lambda: rows.toggle_section("same"), "review.apply": self._apply,
            "review.approve": self._approve, "review.send-back": lambda: self._ask(body.note.open),
            "review.reject": lambda: self._ask(body.reject.open), "review.skip": self._skip,
        }
        plain = {"review.apply", "review.approve"}
        return {id: run if id in plain else self._unless_typing(run) for id, run in runs.items()}

    def _unless_typing(self, run: keys.Run) -> keys.Run:
        """A letter pressed in a choice's list is not a command; text fields keep theirs by themselves."""
        return lambda: None if self.body.rows.lines.typing else run()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override QWidget::focusInEvent: the list takes it. A focus proxy would make Tab jump past what is above."""
        super().focusInEvent(event)
        self.body.rows.setFocus(event.reason())

    # What is shown

    def show_submission(self, id: str) -> None:
        """Shows a submission and follows it; takes no focus."""
        if id == self._following.id:
            self._following.ask()
            return
        self._keep()
        self._decisions.forget()
        self.doc = None
        self.body.rows.begin_again()
        self.body.problem.setVisible(False)
        for panel in (self.body.note, self.body.reject, self.body.source, self.body.changes):
            panel.hide()
        self.body.note.field.setPlainText(self._kept.get(id, ("", {}))[0])
        self._stack.setCurrentWidget(self._waiting if id else self._nothing)
        self._following.follow(id)

    def clear(self) -> None:
        """Shows nothing; a half-written note and changes are there again when the submission is."""
        self.show_submission("")

    def _keep(self) -> None:
        if self.doc is not None:
            self._kept[self.doc["id"]] = (self.body.note.field.toPlainText(), self.body.rows.changes())

    def _take(self, doc: SubmissionDoc) -> None:
        former, rows = self.doc, self.body.rows
        if self._outdated:
            self._outdated = False
            self.body.problem.setVisible(False)
        doc = told_difference(former, doc)
        self.doc = doc
        if former is None or not same_sheet(former, doc):
            sheet = rows.sheet
            changes = rows.changes() if former is not None else self._kept.get(doc["id"], ("", {}))[1]
            rows.show_doc(doc, changes, after=doc["decided"] or self._did.get(doc["id"], ""),
                          seen=arming.still_true(former, doc, sheet.seen) if former else set(),
                          ticked=arming.still_true(former, doc, sheet.ticked) if former else set())
            self.body.show_doc(doc)
            self.body.picture.light(rows.current())
            self._grant_seen = False
            self._moment.start()
        elif former["state"] != doc["state"]:
            self.body.show_doc(doc)
            self._moment.start()
        if former is None or former["state"] != doc["state"]:
            self._tell_state(doc["state"])
        self._stack.setCurrentWidget(self.body)
        self._stand()

    def _tell_state(self, state: str) -> None:
        body, held = self.body, state == SubmissionState.HELD
        body.state.tell(state)
        body.rows.sheet.decide(held)
        body.bar.setVisible(held)
        if state == SubmissionState.UNKNOWN:
            body.unknown.begin(can_open=self._site_url().isValid())
        else:
            body.unknown.hide()
        if not held:
            for panel in (body.note, body.reject):
                panel.hide()

    def _cannot(self, problem: Problem) -> None:
        if self.doc is not None:
            self._outdated = True
            self._say_problem(f"This may be out of date. {problem.text}")
            return
        self._stack.removeWidget(self._failed)
        self._failed.deleteLater()
        self._failed = Empty(self._shell.icons, "circle-alert", "This can't be shown", bounded(problem.text, _TOLD),
                             "Try again", self._following.ask)
        self._stack.addWidget(self._failed)
        self._stack.setCurrentWidget(self._failed)

    def _say_problem(self, text: str) -> None:
        self.body.problem.say(bounded(text, _TOLD))

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget::showEvent: a moment passes from when it can be seen."""
        super().showEvent(event)
        self._moment.start()
        self._stand()

    # Where the review stands

    def standing(self) -> arming.Standing:
        """What is done and what is left of this review."""
        rows = self.body.rows
        if self.doc is None:
            return arming.Standing("")
        return arming.Standing(
            self.doc["state"], len(arming.to_see(rows.sheet.items, rows.sheet.seen)),
            len(arming.to_tick(rows.sheet.items, rows.sheet.ticked)), len(rows.sheet.pending),
            settled=not self._moment.isActive() and rows.sheet.whole and self.isVisible(),
            calling=bool(self._decisions.calling), typing=rows.lines.typing,
            asking=not (self.body.note.isHidden() and self.body.reject.isHidden()))

    def _stand(self) -> None:
        if self.doc is None:
            return
        now, body = self.standing(), self.body
        armed = arming.waits(now) is arming.Wait.NO
        if not armed and (body.bar.approve.hasFocus() or body.bar.grant.hasFocus()):
            body.rows.setFocus()
        grant = self.doc["step_grant"]
        body.bar.arm(armed, armed and self._grant_seen, arming.left(now) or arming.ready(
            steps=grant is not None, grant_seen=self._grant_seen))
        body.bar.busy(now.calling)
        body.changes.tell(now.pending if now.state == SubmissionState.HELD else 0, busy=now.calling)

    def _stood(self, item: Item | None) -> None:
        self.body.picture.light(item)
        if not self._grant_seen and self.body.rows.shows_section("grant"):
            self._grant_seen = True
            self._stand()

    # Decisions

    def _approve(self, *, steps: bool = False) -> None:
        doc, rows = self.doc, self.body.rows
        if doc is None:
            return
        if rows.lines.typing:
            rows.lines.commit()
            return
        now = self.standing()
        if arming.waits(now) is not arming.Wait.NO or (steps and not self._grant_seen):
            if words := arming.left(now):
                self._shell.teller.say(words)
            return
        self.body.problem.setVisible(False)
        accept = [item.doc["name"] for item in rows.sheet.items if item.own_yes and item.id in rows.sheet.ticked]
        self._decisions.approve(doc["id"], doc["digest"], doc["revision"], accept, steps=steps)

    def _apply(self) -> None:
        self.body.rows.lines.commit()
        changes = self.body.rows.changes()
        if self.doc is not None and changes and self.doc["state"] == SubmissionState.HELD:
            self.body.problem.setVisible(False)
            self._decisions.edit(self.doc["id"], changes)

    def _discard(self) -> None:
        self.body.rows.sheet.discard()
        self.body.rows.setFocus()
        self._stand()

    def _ask(self, open_panel: Callable[[], None]) -> None:
        if self.doc is not None and self.doc["state"] == SubmissionState.HELD and not self._decisions.calling:
            self.body.note.hide()
            self.body.reject.hide()
            open_panel()
            self._stand()

    def _send_back(self, note: str) -> None:
        if self.doc is not None:
            self.body.problem.setVisible(False)
            self._decisions.send_back(self.doc["id"], note)

    def _reject(self) -> None:
        if self.doc is not None:
            self.body.problem.setVisible(False)
            self._decisions.reject(self.doc["id"])

    def _retry(self, *, even_if_sent: bool = False) -> None:
        if self.doc is not None:
            self._decisions.retry(self.doc["task"], even_if_sent=even_if_sent)

    def _skip(self) -> None:
        try:
            self._shell.commands.run("inbox.next")
        except KeyError:
            self._shell.teller.say("It stays in the inbox until you decide.")

    def _made(self, verb: str, outcome: Outcome) -> None:
        doc = self.doc
        if doc is None:
            return
        self._following.drop()
        self._did[doc["id"]] = verb
        if verb == "edit":
            self.body.rows.sheet.discard()
        if verb == "send-back":
            self.body.note.field.clear()
        if verb != "retry":
            self._take(SubmissionDoc(**{**doc, "state": outcome["state"]}))
        if verb == "reject":
            self._offer_undo(doc)
        self._following.ask()
        if verb in _FINAL:
            self.decided.emit(doc["id"])

    def _offer_undo(self, doc: SubmissionDoc) -> None:
        desk, task = self._shell.desk, doc["task"]
        self._shell.undo.offer(f"Rejected “{display(doc['task_title'], 60)}”", lambda: desk.call("retry", {"id": task}))

    def _refused(self, verb: str, problem: Problem) -> None:
        self._say_problem(f"{_NOT.get(verb, '')} {problem.text}".strip())
        self._following.ask()

    def _refused_late(self, verb: str, problem: Problem) -> None:
        words = f"{_NOT.get(verb, '')} {problem.text} This is about the one you looked at before."
        self._shell.teller.say(bounded(words.strip(), _TOLD), "warning")

    # Opening things

    def _open_source(self, item: Item | None = None) -> None:
        item = item or self.body.rows.current()
        if self.doc is not None and item is not None:
            self.body.picture.light(item)
            self._sources.open(self.doc, item)

    def _show_whole(self, item: Item | None = None) -> None:
        item = item or self.body.rows.current()
        line = self.body.rows.sheet.line(item) if item is not None else None
        if line is not None and line.whole:
            Viewer(line.label or "The page's own words", line.whole, self).show_over()

    def _open_receipt(self) -> None:
        if self.doc is not None:
            self._shell.desk.call("task", {"id": self.doc["task"]}, owner=self, done=self._go_to_receipt)

    def _go_to_receipt(self, task: TaskDoc) -> None:
        self._shell.navigator.go(View.RECEIPTS, task["receipt"])

    def _site_url(self) -> QUrl:
        origin = self.doc["origin"] if self.doc is not None else ""
        return QUrl(origin) if origin.startswith(("https://", "http://")) else QUrl()

    def _open_site(self) -> None:
        if (url := self._site_url()).isValid():
            self._open_url(url)

    def _copy(self) -> None:
        if self.doc is not None:
            QGuiApplication.clipboard().setText(as_text(self.doc))
            self._shell.teller.say("Copied what was sent.")
