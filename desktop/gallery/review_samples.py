"""Sample submissions for pictures and tests of the review: typed by the protocol, no agent behind them."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from agent.protocol.chores import SinceLast, SinceRow
from agent.protocol.messages import BoxDoc, FileRow, NotSentRow, SheetRow, SubmissionDoc

_FORM = ("First name", "Last name", "Address", "Postcode", "E-mail", "Account number", "Meter reading (kWh)",
         "Date of reading")
_PAGE, _FIELD = (1280, 1180), (420, 44)


def row(label: str, value: str, source: str = "profile", **more: Any) -> SheetRow:
    """One row of a sheet; what is not given is as plain as it gets."""
    name = more.pop("name", label.lower().replace(" ", "-"))
    made = SheetRow(name=name, label=label, value=value, shown="", source=source, detail="", flags=[], why="",
                    needs_own_yes=False, before="", last=None, given=value, carries=[], where="body", key=name,
                    content_type="", file=None, editable=True, edit_as=name, edit_parts=[name], options=[])
    return cast("SheetRow", {**made, **more})


def left_out(label: str, reason: str, *, editable: bool = False) -> NotSentRow:
    """Something on the page that is not sent."""
    return NotSentRow(name=label.lower().replace(" ", "-"), label=label, reason=reason, editable=editable)


def submission(fields: list[SheetRow], **more: Any) -> SubmissionDoc:
    """A held submission to the council."""
    made = SubmissionDoc(
        id="s1", task="t1", state="held", method="POST", url="https://services.council.example/energy/readings",
        origin="https://services.council.example", digest="d1", revision=1,
        summary=f"Send {len(fields)} values to services.council.example over https: meter reading, account number, "
                "date of reading, last name, first name and 5 more",
        button="Send reading", new_site=False, redirected=False, warnings=[], problems=[], also_tried=[],
        fields=fields, not_sent=[], earlier=[], page_text="", step_grant=None, difference=[], screenshot="", boxes=[],
        page_url="https://services.council.example/energy", last_sent_at="2026-10-03T08:12:00+00:00",
        task_title="Submit my meter reading", task_text="Submit my meter reading, it is 48213. Don't sign me up for "
        "anything.", decided="", created_at="2026-11-03T09:00:00+00:00")
    return cast("SubmissionDoc", {**made, **more})


def meter_rows() -> list[SheetRow]:
    """A monthly reading: most of it as last time, one pre-ticked consent, one hidden value, one guess."""
    return [
        row("Meter reading (kWh)", "48213", "task", name="reading", last="47102", detail="reading"),
        row("Date of reading", "2026-11-03", "guessed", name="date", last="2026-10-03",
            why="The task does not say a date; today's was taken."),
        row("", "web-autumn-campaign", "hidden", name="tracking_ref", flags=["not on the page"], editable=False,
            why="Nothing on the page shows this."),
        row("Tariff", "flex-2", "page default", name="tariff", shown="Flexible (can change monthly)",
            before="flex-2", options=["Fixed for 12 months", "Flexible (can change monthly)"],
            why="The page came with it."),
        row("I agree to be contacted about offers by e-mail, telephone and post", "yes", "page default",
            name="marketing", flags=["consent"], needs_own_yes=True, before="yes", why="The page came with it ticked.",
            editable=True),
        row("I declare that the reading is true and complete", "on", "page default", name="declare",
            flags=["declaration"], needs_own_yes=True, why="Somebody must declare this; only you can."),
        row("First name", "Ada", name="given-name", last="Ada", detail="given-name"),
        row("Last name", "Lovelace", name="family-name", last="Lovelace", detail="family-name"),
        row("Address", "12 St James's Square, London", name="street-address", last="10 St James's Square, London",
            detail="street-address"),
        row("Postcode", "SW1Y 4JH", name="postal-code", last="SW1Y 4JH", detail="postal-code"),
        row("E-mail", "ada@lovelace.example", "answer", name="email", last="ada@old.example", detail="q3"),
        row("Account number", "UK-2204-118", "document", name="account", last="UK-2204-118",
            detail="bill-october.pdf"),
        row("", "9f8a7c51e0b34d6f9f8a7c51e0b34d6f", "hidden", name="csrf_token", flags=["renewed by the site"],
            editable=False),
        row("", "", "hidden", name="utm_source", editable=False),
    ]


def since_last() -> SinceLast:
    """What a monthly reading differs in from October's."""
    def changed(name: str, label: str, before: str, now: str, what: str, about: str) -> SinceRow:
        return SinceRow(name=name, label=label, before=before, now=now, what=what, about=about)
    return SinceLast(
        submission="s0", task="t22", local="2026-10-03T09:00:00", sent_at="2026-10-03T08:12:00+00:00", changes=[
            changed("deposit", "Deposit", "15.00", "20.00", "another value", "amount"),
            changed("marketing", "I agree to be contacted about offers by e-mail, telephone and post", "", "yes", "new",
                    "consent"),
            changed("tracking_ref", "tracking_ref", "", "web-autumn-campaign", "new", "field"),
            changed("phone", "Telephone", "07700 900183", "", "gone", "field"),
            changed("reading", "Meter reading (kWh)", "47102", "48213", "another value", "value")],
        same=["given-name", "family-name", "postal-code", "account"])


def money_rows() -> list[SheetRow]:
    """A permit with a fee, a repeated payment, a file and something the page changed."""
    return [
        row("Name on the permit", "ADA LOVELACE", "page default", name="permit-name", flags=["changed by the page"],
            given="Ada Lovelace", why="The page sends something else than what we put in."),
        row("Fee", "GBP 74.50", "page default", name="fee", flags=["money"], editable=False,
            why="The page came with it."),
        row("Deposit", "20.00", "task", name="deposit", flags=["money"]),
        row("Renew every year by direct debit", "yearly", "page default", name="renew", flags=["money", "consent"],
            needs_own_yes=True, why="The page came with it. It is paid again and again."),
        row("Proof of address", "bill-october.pdf", "document", name="proof", flags=["file"],
            detail="bill-october.pdf", editable=False,
            file={"filename": "bill-october.pdf", "media_type": "application/pdf", "size": 182_344,
                  "sha256": "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea"}),
        row("Vehicle registration", "AB12 CDE", name="vehicle-registration", detail="vehicle-registration"),
        row("Date of birth", "1985-12-10", name="bday", flags=["sensitive"], detail="bday"),
        row("Zone", "North", "answer", name="zone", detail="q1", options=["North", "South", "Old town"]),
    ]


def file_rows() -> list[SheetRow]:
    """Four files, one of them changed on its way, a body part that can't be read, and a value opened into two."""
    same = FileRow(filename="front-door.png", media_type="image/png", size=31_007, sha256="77" * 32, kind="PNG image",
                   width=_PAGE[0], height=_PAGE[1], pages=0, preview="", attached="same", path=page_picture())
    photo = FileRow(filename="meter.png", media_type="image/png", size=48_211, sha256="5f" * 32, kind="PNG image",
                    width=1280, height=960, pages=0, preview="", attached="changed")
    statement = FileRow(filename="statement.pdf", media_type="application/pdf", size=182_344, sha256="3f" * 32,
                        kind="PDF", width=0, height=0, pages=3, preview="", attached="same")
    letter = FileRow(filename="letter.txt", media_type="text/plain", size=612, sha256="a1" * 32, kind="text", width=0,
                     height=0, pages=0, preview="Dear Sir or Madam,\n\nplease find enclosed the reading of\n...",
                     attached="same")
    return [
        row("Photo of the meter", "meter.png", "page default", name="photo", flags=["file", "changed by the page"],
            file=photo, editable=False, why="The page sends something else than what we put in."),
        row("", "3141 bytes of type application/octet-stream, sha256 " + "0b" * 32, "hidden", name="blob",
            flags=["unreadable", "not on the page"], needs_own_yes=True, editable=False,
            why="Nothing on the page shows this."),
        row("Statement", "statement.pdf", "document", name="statement", flags=["file"], file=statement,
            detail="statement.pdf", editable=False),
        row("Picture", "front-door.png", "document", name="picture", flags=["file"], file=same, detail="front-door.png",
            editable=False),
        row("Letter", "letter.txt", "document", name="letter", flags=["file"], file=letter, detail="letter.txt",
            editable=False),
        row("Meter reading (kWh)", "48213", "task", name="payload > reading", inside="payload", detail="reading"),
        row("Account number", "UK-2204-118", "document", name="payload > account", inside="payload",
            detail="bill-october.pdf"),
        row("", '{"reading":"48213","account":"UK-2204-118"}', "hidden", name="payload", opened=True, editable=False,
            why="All of it stands in the rows that were read out of it."),
    ]


def boxes() -> list[BoxDoc]:
    """Where the fields of the sample page stand."""
    names = ("given-name", "family-name", "street-address", "postal-code", "email", "account", "reading", "date")
    return [BoxDoc(name=name, box=[_box(at).x(), _box(at).y(), *map(float, _FIELD)])
            for at, name in enumerate(names)]


def page_picture() -> str:
    """Draws the sample page once and returns the path of its picture."""
    path = Path(tempfile.gettempdir()) / "countersign-sample-page.png"
    if path.exists():
        return str(path)
    image = QImage(*_PAGE, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.fillRect(0, 0, _PAGE[0], 90, QColor("#12436d"))
    _write(painter, 80, 56, 28, "#ffffff", "Example Borough Council")
    _write(painter, 80, 160, 36, "#0b0c0c", "Send a meter reading")
    values = ("Ada", "Lovelace", "12 St James's Square, London", "SW1Y 4JH", "ada@lovelace.example", "UK-2204-118",
              "48213", "2026-11-03")
    for at, (label, value) in enumerate(zip(_FORM, values, strict=True)):
        box = _box(at)
        _write(painter, int(box.x()), int(box.y()) - 12, 19, "#0b0c0c", label)
        painter.setPen(QColor("#0b0c0c"))
        painter.drawRect(box)
        _write(painter, int(box.x()) + 12, int(box.y()) + 29, 19, "#0b0c0c", value)
    painter.fillRect(80, 1070, 200, 54, QColor("#00703c"))
    _write(painter, 108, 1105, 20, "#ffffff", "Send reading")
    painter.end()
    image.save(str(path))
    return str(path)


def _box(at: int) -> QRectF:
    return QRectF(80, 230 + at * 104, *_FIELD)


def _write(painter: QPainter, x: int, y: int, size: int, colour: str, text: str) -> None:
    font = QFont(painter.font())
    font.setPixelSize(size)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(x, y, text)
