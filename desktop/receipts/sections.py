"""The parts of a receipt's page: values, the site's words, what was sent when, the approval record."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol import SourceKind
from agent.protocol.messages import ApprovalDoc, ReceiptDetail, ReceiptDoc, SendDoc, SheetRow
from desktop.navigation import View
from desktop.receipts.words import (
    agreed_to,
    agreement,
    answer_words,
    approval_words,
    by_the_page,
    name_of,
    sent_as,
    short_mark,
    value_of,
)
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets import when
from desktop.widgets.buttons import button
from desktop.widgets.frames import Fold
from desktop.widgets.marks import source_mark
from desktop.widgets.words import Chip, Foreign, Words

LONGEST = 4000
"""Signs of one value on the page; the PDF has more."""

Copy = Callable[[str, str], None]
"""Takes what is copied, and what it is called."""


def values(shell: Shell, doc: ReceiptDoc) -> QWidget:
    """The final values with their sources; what the page sent by itself is folded away."""
    seen = [row for row in doc["fields"] if not by_the_page(row)]
    unseen = [row for row in doc["fields"] if by_the_page(row)]
    made, layout = _column()
    layout.addWidget(_grid(shell, seen) if seen else Words("Nothing of yours was in it.", "secondary"))
    if unseen:
        layout.addWidget(Fold(shell.icons, f"{len(unseen)} more that the page sent by itself", _grid(shell, unseen)))
    return made


def _grid(shell: Shell, rows: list[SheetRow]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE.lg)
    grid.setVerticalSpacing(SPACE.sm)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 4)
    for at, row in enumerate(rows):
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(Foreign(name_of(row), "secondary"), at, 0, top)
        grid.addWidget(_value(row), at, 1, top)
        grid.addWidget(_source(shell, row), at, 2, top | Qt.AlignmentFlag.AlignRight)
    return made


def _value(row: SheetRow) -> QWidget:
    made, layout = _column()
    layout.setSpacing(0)
    value = value_of(row)
    shown = Foreign(value, limit=LONGEST) if value else Words("left empty", "secondary")
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    layout.addWidget(shown)
    if other := sent_as(row):
        layout.addWidget(Foreign(f"sent as {other}", "caption"))
    return made


def _source(shell: Shell, row: SheetRow) -> QWidget:
    mark = source_mark(row["source"])
    if row["source"] == SourceKind.PROFILE and row["detail"]:
        kind = row["detail"]
        chip = button(mark.text, lambda: shell.navigator.go(View.PROFILE, kind), look="chip")
        chip.setAccessibleName(f"Open the source: {mark.text}")
        return chip
    return Chip(mark.text, mark.tone)


def site_words(doc: ReceiptDoc) -> QWidget:
    """What the site itself wrote, set apart from our own words, and the documents that it gave."""
    kept = doc.get("documents", [])
    if not doc["evidence"] and not kept:
        return Words("The site's page said nothing that could be kept.", "secondary")
    if not kept:
        return _quote(doc)
    made, layout = _column()
    layout.setSpacing(SPACE.md)
    if doc["evidence"]:
        layout.addWidget(_quote(doc))
    for each in kept:
        layout.addWidget(Words("The site gave a document, which is kept on this computer:"))
        layout.addWidget(Foreign(f"{each['name']}: {each['path']}", "caption", limit=LONGEST))
    return made


def _quote(doc: ReceiptDoc) -> QWidget:
    made = QFrame()
    made.setProperty("look", "quote")
    layout = QVBoxLayout(made)
    layout.setContentsMargins(SPACE.md, SPACE.xs, 0, SPACE.xs)
    quoted = Foreign(doc["evidence"], limit=LONGEST)
    quoted.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    layout.addWidget(quoted)
    return made


def requests(doc: ReceiptDoc) -> QWidget:
    """Each request that went out: when, where to, what came back."""
    made, layout = _column()
    layout.setSpacing(SPACE.md)
    for each in doc["sends"]:
        layout.addWidget(_request(each))
    return made


def _request(each: SendDoc) -> QWidget:
    made, layout = _column()
    layout.setSpacing(SPACE.xs // 2)
    answer = answer_words(each.get("status", 0))
    layout.addWidget(Words(f"{when.full(each.get('sent_at', ''))}: {answer}"))
    layout.addWidget(Foreign(each.get("url", ""), "caption", limit=LONGEST))
    return made


def approvals(doc: ReceiptDetail, copy: Copy) -> QWidget:
    """The approval record: who, when, what was agreed to, and the fingerprint."""
    made, layout = _column()
    layout.setSpacing(SPACE.md)
    if not doc["approvals"]:
        layout.addWidget(Words("No approval is on record for this receipt.", "secondary"))
    for each in doc["approvals"]:
        layout.addWidget(_approval(each, doc, copy))
    return made


def _approval(each: ApprovalDoc, doc: ReceiptDetail, copy: Copy) -> QWidget:
    made, layout = _column()
    layout.addWidget(Words(approval_words(each["verb"], when.full(each["at"]))))
    if each["accepted"]:
        agreed = "; ".join(agreed_to(each, doc["fields"]))
        layout.addWidget(Foreign(f"You agreed to: {agreed}", limit=LONGEST))
    mark = each["digest"]
    if mark:
        row = QHBoxLayout()
        row.setSpacing(SPACE.sm)
        said = Foreign(f"Fingerprint of what was approved: {short_mark(mark)} and so on", "caption")
        row.addWidget(said, 1)
        press = button("Copy fingerprint", lambda: copy(mark, "Fingerprint"), look="link")
        row.addWidget(press)
        layout.addLayout(row)
    lines = len(each["journal"])
    kept = f"{lines} {'line' if lines == 1 else 'lines'} of the sealed journal record this." if lines else ""
    if note := " ".join(part for part in (agreement(each, doc["sends"]), kept) if part):
        layout.addWidget(Words(note, "caption"))
    return made


def _column() -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE.sm)
    return made, layout
