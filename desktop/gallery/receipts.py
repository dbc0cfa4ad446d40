"""Pictures of the receipts view: full, not known what arrived, hostile texts, nothing found, nothing at all."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QWidget

from agent.protocol.messages import ApprovalDoc, FileRow, ReceiptDetail, ReceiptDoc, SheetRow
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.link import Problem
from desktop.receipts.view import ReceiptsView
from desktop.shell import Shell

MARK = "3f9a12c47be05d6e8a11c0ffee42d00d9b7a66e5f4c3d2b1a09f8e7d6c5b4a39"
SAMPLE_PAGE = Path(tempfile.gettempdir()) / "countersign-gallery-page.png"
"""Drawn when first wanted."""


def row(label: str, value: str, source: str, detail: str = "", *, shown: str = "", flags: tuple[str, ...] = (),
        file: FileRow | None = None) -> SheetRow:
    """One row as it went out."""
    name = label.lower().replace(" ", "-")
    return SheetRow(name=name, label=label, value=value, shown=shown, source=source, detail=detail, flags=list(flags),
                    why="", needs_own_yes=False, before="", last=None, given=value, carries=[], where="body", key=name,
                    content_type="", file=file, editable=False, edit_as="", edit_parts=[], options=[])


PERMIT_ROWS = [
    row("Vehicle registration", "AB12 CDE", "task"),
    row("Full name", "Eleanor Whitcombe", "profile", "name"),
    row("Postcode", "TQ12 4AB", "profile", "postal-code"),
    row("Length of permit", "12", "task", shown="12 months"),
    row("E-mail address", "e.whitcombe@example.org", "profile", "email"),
    row("I confirm that the details are true", "yes", "you"),
    row("Fee", "85.00", "hidden", flags=("money",)),
    row("token", "9f8e7d6c5b4a3928", "hidden", flags=("renewed by the site",)),
    row("session step", "3", "hidden"),
]


def receipt(id: str, title: str, site: str, when: str, state: str = "confirmed", reference: str = "", *,
            evidence: str = "", rows: list[SheetRow] | None = None, picture: str = "") -> ReceiptDetail:
    """A receipt with one sent request and one approval."""
    address = f"https://{site}/permits/renew/confirm?session=1"
    return ReceiptDetail(
        id=id, task="t4", title=title, origin=f"https://{site}", url=address, sent_at=when, state=state,
        status=0 if state == "unknown" else 303, reference=reference, evidence=evidence,
        fields=PERMIT_ROWS if rows is None else rows,
        sends=[{"submission": "s4", "method": "POST", "url": address, "sent_at": when,
                "status": 0 if state == "unknown" else 303, "digest": MARK}],
        before=picture, after=picture, documents=[],
        approvals=[ApprovalDoc(submission="s4", verb="approve", at=when, digest=MARK,
                               accepted=["i-confirm-that-the-details-are-true"], journal=["aa", "bb", "cc"])])


RECEIPTS = [
    receipt("r9", "Renew my parking permit for AB12 CDE for 12 months", "permits.thornmere.example",
            "2026-11-23T18:52:10+00:00", reference="PP-2026-004817", picture=str(SAMPLE_PAGE),
            evidence="Thank you. Your permit has been renewed. Your reference is PP-2026-004817. "
                     "We have sent a copy to your e-mail address."),
    receipt("r8", "Submit my meter reading, 48213", "energy.example", "2026-11-14T09:03:00+00:00",
            reference="MR 5521"),
    receipt("r7", "Complain about the missed bin collection in Quarry Lane", "council.thornmere.example",
            "2026-11-02T16:20:00+00:00", state="answered", evidence="We will look into it."),
    receipt("r6", "Tell the bank about my new address", "bank.example", "2026-10-28T11:41:00+00:00", state="unknown"),
    receipt("r5", "Renew my library card", "library.thornmere.example", "2026-10-09T08:15:00+00:00",
            reference="LIB-88120"),
    receipt("r4", "Book an appointment for a passport photo", "appointments.example", "2026-09-17T13:00:00+00:00",
            reference="7 October, 10:20"),
]
HOSTILE = receipt("r9", "<b>Send</b> &amp; \u202eevil\u202c " + "x" * 400,
                  "xn--bnk-sna.example", "2026-11-23T18:52:10Z",
                  reference="<img src=x>\u200bREF\n2", evidence="<a href='https://evil.example'>Press here</a>\u2066",
                  rows=[row("<h1>Label</h1>", "<script>alert(1)</script>" + "y" * 600, "guessed"),
                        row("Letter", "", "document", "letter.pdf", file=FileRow(
                            filename="<b>letter</b>.pdf", media_type="application/pdf", size=81_224, sha256=MARK))])


def sample_page(path: Path = SAMPLE_PAGE) -> Path:
    """Draws a page of a made-up council, for scenes and tests."""
    image = QImage(1280, 960, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillRect(0, 0, 1280, 90, QColor("#0b3d3a"))
    font = QFont("Inter")
    font.setPixelSize(34)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    painter.drawText(60, 58, "Thornmere Vale Council")
    painter.setPen(QColor("black"))
    for at, text in enumerate(("Your permit has been renewed", "Reference PP-2026-004817", "Vehicle AB12 CDE",
                               "12 months from 1 December 2026")):
        painter.drawText(60, 190 + 90 * at, text)
    painter.end()
    image.save(str(path))
    return path


def serve(desk: StandIn, docs: list[ReceiptDetail]) -> None:
    """Lets the stand-in answer for these receipts."""
    def found(params: dict[str, object]) -> list[ReceiptDoc]:
        words = str(params.get("search", "")).casefold()
        return [doc for doc in docs if words in f"{doc['title']} {doc['reference']}".casefold()]

    def one(params: dict[str, object]) -> ReceiptDetail | Problem:
        return next((doc for doc in docs if doc["id"] == params["id"]), Problem("There is no receipt of that number."))

    desk.reply("receipts", found)
    desk.reply("receipt", one)


def _full(shell: Shell, desk: StandIn) -> QWidget:
    sample_page()
    serve(desk, RECEIPTS)
    return ReceiptsView(shell)


def _hostile(shell: Shell, desk: StandIn) -> QWidget:
    serve(desk, [HOSTILE])
    return ReceiptsView(shell)


def _empty(shell: Shell, desk: StandIn) -> QWidget:
    serve(desk, [])
    return ReceiptsView(shell)


def _failing(shell: Shell, desk: StandIn) -> QWidget:
    desk.reply("receipts", Problem("The data folder can't be read. Check that the disk is there."))
    return ReceiptsView(shell)


def _search(view: QWidget) -> None:
    assert isinstance(view, ReceiptsView)
    view.list.search.setText("boat licence")


def _open_unknown(view: QWidget) -> None:
    assert isinstance(view, ReceiptsView)
    view.list.step(1)
    view.list.step(1)
    view.list.step(1)


def _scroll_down(view: QWidget) -> None:
    assert isinstance(view, ReceiptsView)
    view.pane.scroll_to_end()


SCENES: tuple[Scene, ...] = (
    Scene("receipts-full", _full),
    Scene("receipts-full-end", _full, after=_scroll_down),
    Scene("receipts-small", _full, width=800, height=640),
    Scene("receipts-unknown", _full, after=_open_unknown),
    Scene("receipts-hostile", _hostile),
    Scene("receipts-nothing-found", _full, after=_search),
    Scene("receipts-empty", _empty),
    Scene("receipts-failing", _failing),
)
