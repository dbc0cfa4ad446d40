"""A place for a photo or a letter that may say a value: dropped or chosen, read by the agent, stopped at will."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from agent.protocol.display import display
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Foreign, Words

ASK = "From a photo or letter …"
HINT = "Drop a photo, a PDF, an e-mail or a text here. What it says is only proposed."
FILTER = "Photos and letters (*.jpg *.jpeg *.png *.webp *.pdf *.eml *.txt *.html *.htm *.md);;All files (*)"
MOST = 20
"""Files at once."""
ChooseFiles = Callable[[QWidget], Sequence[str]]


def choose_files(parent: QWidget) -> Sequence[str]:
    """Lets the person choose; empty if they did not."""
    return QFileDialog.getOpenFileNames(parent, "Choose a photo or a letter", "", FILTER)[0]


def files_of(data: QMimeData) -> list[str]:
    """The files that a drop brings."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()][:MOST]


class FromDocument(QFrame):
    """``given`` carries the paths; whoever hears it asks the agent and then calls `ended`.

    ``small``: a link alone; otherwise a framed place with a hint. Both take drops.
    """

    given = Signal(object)       # list[str]

    def __init__(self, shell: Shell, name: str, *, small: bool = False, choose: ChooseFiles = choose_files,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._choose = shell, choose
        self.busy = False
        self.setAcceptDrops(True)
        if not small:
            self.setProperty("look", "card")
        column = QVBoxLayout(self)
        edge = 0 if small else SPACE.md
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(SPACE.xs)
        row = QHBoxLayout()
        row.setSpacing(SPACE.md)
        if not small:
            sign = QLabel()
            shell.icons.on_label(sign, "inbox", "secondary")
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(Words(HINT, "secondary"), 1)
        self.button = button(ASK, self._ask, look="link" if small else "", icon="paperclip", icons=shell.icons)
        self.button.setAccessibleDescription(name)
        row.addWidget(self.button)
        if small:
            row.addStretch(1)
        column.addLayout(row)
        self._work = QWidget()
        line = QHBoxLayout(self._work)
        line.setContentsMargins(0, 0, 0, 0)
        self.state = Foreign("", "secondary", limit=200)
        self.stop_button = button("Stop", self._stop, look="link")
        self.stop_button.setAccessibleName("Stop reading")
        line.addWidget(self.state, 1)
        line.addWidget(self.stop_button)
        column.addWidget(self._work)
        self._work.hide()
        self.notes = Foreign("", "secondary", limit=0)
        column.addWidget(self.notes)
        self.notes.hide()
        shell.desk.told.connect(self._told)

    def take(self, files: Sequence[str]) -> None:
        """Passes files on, unless others are being read."""
        if self.busy or not files:
            return
        self.busy = True
        self.button.setEnabled(False)
        self.notes.hide()
        self.state.show_text("Being read. Photos and PDFs take some seconds.")
        self._work.show()
        self.given.emit(list(files))

    def ended(self, notes: Sequence[str]) -> None:
        """Shows what is to be said about the files; others can be given again."""
        held = self.stop_button.hasFocus()
        self.busy = False
        self.button.setEnabled(True)
        self._work.hide()
        self.notes.show_text("\n".join(notes))
        self.notes.setVisible(bool(notes))
        if held:
            self.button.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Override QWidget::dragEnterEvent."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Override QWidget::dropEvent."""
        files = files_of(event.mimeData())
        if files:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.take(files)

    def _ask(self) -> None:
        self.take(self._choose(self))

    def _stop(self) -> None:
        self.state.show_text("Being stopped.")
        self._shell.desk.call("reading stop", owner=self)

    def _told(self, words: str) -> None:
        if self.busy and words.startswith("Reading "):
            self.state.show_text(display(words, 160))
