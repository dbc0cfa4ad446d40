"""Pictures of the inbox: full, empty, filtered, with new tasks being read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import cast

from PySide6.QtWidgets import QLabel, QWidget

from agent.protocol.messages import Board, DraftDoc, FileDoc, TaskRow, ValueDoc
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import start_doc, task_doc
from desktop.inbox.view import InboxView
from desktop.link import Problem
from desktop.shell import Shell


def row(number: int, title: str, site: str, state: str, minutes: int, waits: list[str] | None = None,
        paused: bool = False) -> TaskRow:
    """One task of the list, changed so many minutes ago."""
    at = (datetime.now(UTC) - timedelta(minutes=minutes)).isoformat()
    return TaskRow(id=f"t{number}", title=title, site=site, state=state, message="", paused=paused,
                   waits=waits or [], files=0, created_at=at, updated_at=at)


ROWS = [
    row(31, "Renew my parking permit for AB12 CDE", "council.example", "needs_review", 2, ["s9"]),
    row(30, "Report the broken street light in Mill Lane", "fixmystreet.example", "needs_answer", 14, ["q4", "q5"]),
    row(29, "Submit my meter reading, 48213", "energy.example", "running", 0),
    row(28, "Cancel the gym membership, see the letter", "gym.example", "sending", 1),
    row(27, "Register the new address with the library", "library.example", "queued", 22),
    row(26, "Book the MOT for March", "garage.example", "queued", 40, paused=True),
    row(25, "Council tax: change of direct debit", "council.example", "done", 180),
    row(24, "Request the school transport form for the coming year and the one after that", "school.example",
        "unknown", 1500),
    row(23, "Claim the refund for the 08:14 to Leeds", "railway.example", "failed", 2900),
    row(22, "Change the name on the water bill", "water.example", "cancelled", 9000),
]


def no_review(_shell: Shell) -> QWidget:
    """Stands where the review pane stands, which has pictures of its own."""
    from PySide6.QtCore import Signal

    class Pane(QLabel):
        decided = Signal(str)

        def show_submission(self, id: str) -> None:
            self.setText(f"The review of {id}")

        def clear(self) -> None:
            self.setText("")

    return Pane()


def board(rows: list[TaskRow]) -> Board:
    """All rows on one page."""
    return Board(rows=rows, next="", total=len(rows))


def _full(shell: Shell, desk: StandIn) -> QWidget:
    desk.reply("board", board(ROWS))
    desk.reply("task", lambda params: task_doc(cast("str", params["id"]), "queued",
                                               title="Register the new address with the library"))
    return InboxView(shell, no_review)


def _empty(shell: Shell, desk: StandIn) -> QWidget:
    desk.reply("board", board([]))
    return InboxView(shell, no_review)


def _broken(shell: Shell, desk: StandIn) -> QWidget:
    desk.reply("board", Problem("The list of tasks can't be read: the data folder is locked by another program."))
    return InboxView(shell, no_review)


ASKS = start_doc("nothing", "No site is known for this. It asks you where to start.")


def draft_doc(text: str, url: str = "https://energy.example/reading", **more: object) -> DraftDoc:
    """What the agent makes of a text."""
    site = url.split("/")[2] if url else ""
    start = start_doc("given", f"Starts at {site} because you gave this address.") if url else ASKS
    made = DraftDoc(text=text, title=text.splitlines()[0][:80], url=url, site=site, start=start, files=[], values=[],
                    missing=[], links=[])
    return cast("DraftDoc", {**made, **more})


def _new(shell: Shell, desk: StandIn) -> QWidget:
    desk.reply("draft", draft_doc(
        "Submit my meter reading, 48213, for the flat in Mill Lane", "",
        files=[FileDoc(name="letter from the supplier.pdf", path="/x/letter.pdf", media_type="application/pdf",
                       size=310_000)],
        values=[ValueDoc(label="Meter reading", value="48213")],
        start=start_doc("document", "Its documents name an address. It asks you before it opens one from there.",
                        ("https://energy.example/reading", "you sent “My gas meter reading” there on 3 October 2026"),
                        ("https://energy-example.test/reading?from=letter", "named in “letter from the supplier.pdf”; "
                         "careful: it looks like energy.example, which you know, and is another site"))))
    return _full(shell, desk)


def _known(shell: Shell, desk: StandIn) -> QWidget:
    desk.reply("draft", draft_doc(
        "Submit my meter reading, 48213", values=[ValueDoc(label="Meter reading", value="48213")],
        start=start_doc("known", "Starts at energy.example because you sent “Submit my meter reading, 47010” there on "
                        "3 October 2026.")))
    return _full(shell, desk)


def _links(shell: Shell, desk: StandIn) -> QWidget:
    desk.reply("draft", lambda params: draft_doc(str(params["text"]), str(params["text"])))
    return _full(shell, desk)


def _refused(shell: Shell, desk: StandIn) -> QWidget:
    desk.reply("draft", Problem("holiday.mov: 212 MB is too much; 50 MB is the most a file may have."))
    return _full(shell, desk)


def _pick(view: QWidget) -> None:
    cast("InboxView", view).list.select("t27")


def _type(view: QWidget) -> None:
    entry = cast("InboxView", view).entry
    entry.edit.setPlainText("Submit my meter reading, 48213, for the flat in Mill Lane")
    entry.attach(["/x/letter.pdf"])
    entry.read()


def _say(view: QWidget) -> None:
    entry = cast("InboxView", view).entry
    entry.edit.setPlainText("Submit my meter reading, 48213")
    entry.read()


def _terms(view: QWidget) -> None:
    _type(view)
    entry = cast("InboxView", view).entry
    entry.cards[0].terms_fold.toggle()
    entry.cards[0].terms.limit.setText("50 GBP")


def _paste(view: QWidget) -> None:
    entry = cast("InboxView", view).entry
    entry.edit.setPlainText("https://energy.example/reading\nhttps://council.example/permits")
    entry.read()


def _attach(view: QWidget) -> None:
    entry = cast("InboxView", view).entry
    entry.attach(["/home/me/holiday.mov"])
    entry.read()


def _filter(view: QWidget) -> None:
    cast("InboxView", view).filter.setText("council")


def _nothing(view: QWidget) -> None:
    cast("InboxView", view).filter.setText("passport")


SCENES: tuple[Scene, ...] = (
    Scene("inbox-full", _full, after=_pick),
    Scene("inbox-empty", _empty),
    Scene("inbox-new-task", _new, after=_type),
    Scene("inbox-new-task-known-site", _known, after=_say),
    Scene("inbox-new-task-terms", _new, height=900, after=_terms),
    Scene("inbox-several-links", _links, after=_paste),
    Scene("inbox-refused-file", _refused, after=_attach),
    Scene("inbox-filtered", _full, after=_filter),
    Scene("inbox-no-match", _full, after=_nothing),
    Scene("inbox-broken", _broken),
    Scene("inbox-small", _full, width=800, height=640, after=_pick),
)
