"""One receipt, whole: loads it, shows it, copies its reference, exports it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.messages import ReceiptDetail
from desktop.link import Problem
from desktop.navigation import AGAIN, View
from desktop.receipts import sections
from desktop.receipts.document import document, file_name
from desktop.receipts.pdf import PdfExport
from desktop.receipts.pictures import Pictures
from desktop.receipts.words import site_of, state_words, tidy
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets import when
from desktop.widgets.buttons import button
from desktop.widgets.flow import Flow
from desktop.widgets.frames import Banner, Changing, line, scrolled
from desktop.widgets.words import Foreign, Words


class ReceiptPane(QWidget):
    """Shows the receipt that `load` was given. ``shown`` carries its id once it is there."""

    shown = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._wanted = ""
        self._pdf = PdfExport(self)
        self._pdf.written.connect(self._exported)
        self.doc: ReceiptDetail | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._notes = QVBoxLayout()
        self._notes.setContentsMargins(SPACE.xl, SPACE.md, SPACE.xl, 0)
        layout.addLayout(self._notes)
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.xl)
        self._content = Changing()
        self._column.addWidget(self._content)
        self._column.addStretch(1)
        self._area = scrolled(self._page, "Receipt")
        layout.addWidget(self._area, 1)

    def load(self, id: str) -> None:
        """Fetches a receipt and shows it; asked again with the same id, it keeps its place."""
        self._wanted = id
        self._shell.desk.call("receipt", {"id": id}, done=lambda doc: self._take(id, doc),
                              failed=lambda problem: self._missing(id, problem), owner=self)

    def show_receipt(self, doc: ReceiptDetail) -> None:
        """Shows a receipt that is already here."""
        if doc == self.doc:
            return
        same = self.doc is not None and self.doc["id"] == doc["id"]
        bar = self._area.verticalScrollBar()
        place = bar.value() if same else 0
        self.doc = doc
        if not same:
            self._clear_notes()
        self._content.put(self._built(doc))
        bar.setValue(place)
        self.shown.emit(doc["id"])

    def copy_reference(self) -> None:
        """Puts the reference on the clipboard."""
        if self.doc is not None and self.doc["reference"]:
            self._copy(self.doc["reference"], "Reference")

    def ask_and_export(self) -> None:
        """Asks where to, then exports."""
        if self.doc is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, "Export as PDF", folder, "PDF (*.pdf)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(file_name(self.doc))
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def export_to(self, path: str) -> None:
        """Writes the receipt shown as PDF; says how that went."""
        if self.doc is not None and path:
            self._clear_notes()
            self._note("Writing the PDF …", "info")
            self._pdf.start(document(self.doc), path)

    def open_task(self) -> None:
        """Goes to the task this was sent for."""
        if self.doc is not None:
            self._shell.navigator.go(View.INBOX, self.doc["task"])

    def again(self) -> None:
        """Goes to where a chore is made of its task."""
        if self.doc is not None:
            self._shell.navigator.go(View.CHORES, self.doc["task"], AGAIN)

    def scroll_to_end(self) -> None:
        """Shows the end of the page."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _take(self, id: str, doc: ReceiptDetail) -> None:
        if id == self._wanted:  # an older answer may come later
            self.show_receipt(doc)

    def _missing(self, id: str, problem: Problem) -> None:
        if id != self._wanted:
            return
        self._clear_notes()
        banner = self._note(display(problem.text, 0), "danger")
        banner.add(button("Try again", lambda: self._again(id)))
        if self.doc is not None and self.doc["id"] != id:
            self.doc = None
            self._content.put(QWidget())

    def _again(self, id: str) -> None:
        self._clear_notes()
        self.load(id)

    def _built(self, doc: ReceiptDetail) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.sm)
        layout.addWidget(Foreign(doc["title"], "title"))
        layout.addWidget(Foreign(f"{site_of(doc['origin'])}  ·  {when.full(doc['sent_at'])}", "secondary"))
        layout.addSpacing(SPACE.xs)
        layout.addWidget(self._state(doc))
        layout.addSpacing(SPACE.sm)
        layout.addLayout(self._reference(doc))
        layout.addSpacing(SPACE.xs)
        layout.addWidget(self._actions())
        parts: list[tuple[str, QWidget]] = [("What was sent", sections.values(self._shell, doc)),
                                            ("The site's own words", sections.site_words(doc))]
        if doc["before"] or doc["after"]:
            parts.append(("Pictures", Pictures(self._shell, doc["before"], doc["after"])))
        if doc["sends"]:
            parts.append(("When and where it went", sections.requests(doc)))
        parts.append(("Your approval", sections.approvals(doc, self._copy)))
        for heading, part in parts:
            layout.addSpacing(SPACE.md)
            layout.addWidget(line())
            layout.addSpacing(SPACE.xs)
            layout.addWidget(Words(heading, "heading"))
            layout.addWidget(part)
        return made

    def _state(self, doc: ReceiptDetail) -> Banner:
        words = state_words(doc["state"])
        return Banner(self._shell.icons, words.sentence, words.tone)

    def _reference(self, doc: ReceiptDetail) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.md)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words("Reference", "caption"))
        if doc["reference"]:
            shown = Foreign(doc["reference"], "title")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(shown)
        else:
            words.addWidget(Words("None was found in the site's answer.", "secondary"))
        row.addLayout(words, 1)
        if doc["reference"]:
            row.addWidget(button("Copy", self.copy_reference, icon="copy", icons=self._shell.icons, tip="Copy (C)"), 0,
                          Qt.AlignmentFlag.AlignBottom)
        return row

    def _actions(self) -> QWidget:
        made = QWidget()
        row = Flow()
        made.setLayout(row)
        icons = self._shell.icons
        row.addWidget(button("Export as PDF …", self.ask_and_export, icon="download", icons=icons, tip="Ctrl+E"))
        row.addWidget(button("Open task", self.open_task, look="quiet", icon="arrow-right", icons=icons))
        row.addWidget(button("Do this again regularly …", self.again, look="quiet", icon="repeat", icons=icons))
        return made

    def _copy(self, text: str, name: str) -> None:
        QGuiApplication.clipboard().setText(tidy(text))
        self._shell.teller.say(f"{name} copied", "success")

    def _exported(self, path: str, problem: str) -> None:
        self._clear_notes()
        if problem:
            self._note(f"The PDF could not be written, and nothing was left behind. {display(problem)}", "danger")
            return
        banner = self._note(f"Saved as {display(Path(path).name)}", "success")
        folder = QUrl.fromLocalFile(str(Path(path).parent))
        banner.add(button("Open folder", lambda: QDesktopServices.openUrl(folder), look="link"))

    def _note(self, text: str, tone: str) -> Banner:
        banner = Banner(self._shell.icons, text, tone)
        if tone in ("success", "danger"):
            banner.add(button("Dismiss", self._clear_notes, look="link"))
        self._notes.addWidget(banner)
        return banner

    def _clear_notes(self) -> None:
        while self._notes.count():
            found = self._notes.takeAt(0)
            if found is not None and (widget := found.widget()) is not None:
                widget.hide()
                widget.deleteLater()
