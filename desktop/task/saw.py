"""What a model saw of a task: every request and answer, turn by turn, shown inert."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QFont, QImage, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextImageFormat
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QSplitter, QTextEdit, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.model import PieceDoc, SawDoc, TurnDoc
from desktop.link import Problem
from desktop.shell import Shell
from desktop.theme.tokens import SPACE, TYPE
from desktop.widgets.buttons import button
from desktop.widgets.when import clock, money, short
from desktop.widgets.words import Foreign, Words

LONGEST = 200_000
"""Characters of one piece that are shown; `saw` on the command line shows all."""

ROW = 30
"""Height of a line of the list of turns."""

PICTURE = 520
"""Width of a picture in the text."""

_WHO = {"instructions": "Instructions", "tools": "Tool", "settings": "Parameters", "countersign": "From Countersign",
        "model": "From the model"}
_KIND = {"text": "", "thinking": "thinking", "call": "calls", "result": "answer to a call", "picture": "picture",
         "other": ""}


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it, escaped; or a picture."""

    heading: str
    text: str
    picture: bytes = b""


def parts_of(pieces: Sequence[PieceDoc]) -> tuple[Part, ...]:
    """Pieces as they are shown: nothing invisible, nothing that reorders."""
    found = []
    for each in pieces:
        words = [_WHO.get(each["who"], each["who"]), _KIND.get(each["kind"], each["kind"]), each["title"]]
        text = "\n".join(display(row, 0) for row in each["text"][:LONGEST].split("\n"))
        if (more := len(each["text"]) - LONGEST) > 0:
            text += f"\n({more} more characters)"
        found.append(Part(": ".join(display(word) for word in words if word), text, _picture(each)))
    return tuple(found)


def _picture(piece: PieceDoc) -> bytes:
    try:
        return base64.b64decode(piece["data"], validate=True) if piece["kind"] == "picture" else b""
    except (binascii.Error, ValueError):
        return b""


def turn_words(turn: TurnDoc, run: int) -> str:
    """One line of the list: ``Turn 3 · 14:03:20``; ``run`` stands before it where there are several."""
    return f"{f'Attempt {run}, turn' if run else 'Turn'} {turn['number']} · {clock(turn['at'])}"


def sum_words(turn: TurnDoc) -> str:
    """What one turn used."""
    cached = f", {turn['cache_read']:,} of them from its cache" if turn["cache_read"] else ""
    read = turn["input"] + turn["cache_read"] + turn["cache_written"]
    return (f"{turn['model']} · {short(turn['at'])} · read {read:,} tokens{cached} · wrote {turn['output']:,} · "
            f"{money(turn['cost'])}")


class Saw(QDialog):
    """A list of turns, and what went out and came back in the chosen one."""

    def __init__(self, shell: Shell, task: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._turns: list[TurnDoc] = []
        self.setWindowTitle("What the model saw")
        self.resize(960, 680)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.lg, SPACE.lg, SPACE.lg, SPACE.md)
        column.setSpacing(SPACE.md)
        column.addWidget(Foreign(title, "heading"))
        self.about = Words("", "secondary")
        column.addWidget(self.about)
        self.turns = QListWidget()
        self.turns.setAccessibleName("Turns")
        self.turns.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.turns.setSpacing(SPACE.xs // 2)
        self.turns.currentRowChanged.connect(self._show)
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(SPACE.sm, 0, 0, 0)
        inside.setSpacing(SPACE.sm)
        self.used = Foreign("", "caption")
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setAcceptRichText(False)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("What was sent and answered")
        inside.addWidget(self.used)
        inside.addWidget(self.text, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.turns)
        split.addWidget(right)
        split.setSizes([190, 740])
        split.setChildrenCollapsible(False)
        column.addWidget(split, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button("Close", self.accept))
        column.addLayout(foot)
        shell.theme.changed.connect(lambda: self._show(self.turns.currentRow()))
        shell.desk.call("saw", {"id": task}, done=self._came, failed=self._failed, owner=self)

    def _came(self, answer: object) -> None:
        doc = cast("SawDoc", answer)
        self._turns = doc["turns"]
        runs = list(dict.fromkeys(each["run"] for each in self._turns))
        self.about.setText(
            f"All that went to a model and came back, {money(doc['cost'])} in all. Each turn shows what was new in it; "
            "what was sent before goes along again. This is kept on your computer alone." if self._turns
            else "No model saw anything of this task.")
        self.turns.addItems([turn_words(each, runs.index(each["run"]) + 1 if len(runs) > 1 else 0)
                             for each in self._turns])
        for row in range(self.turns.count()):
            self.turns.item(row).setSizeHint(QSize(0, ROW))
        self.turns.setCurrentRow(0)

    def _failed(self, problem: Problem) -> None:
        self.about.setText(display(problem.text))

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._turns):
            return
        turn = self._turns[row]
        self.used.show_text(sum_words(turn))
        self.text.clear()
        cursor = self.text.textCursor()
        again = turn["repeated"]
        if again:
            self._put(cursor, f"Sent again: {again} earlier message{'' if again == 1 else 's'}", "", "secondary")
        for name, pieces in (("Sent", turn["sent"]), ("Answered", turn["answered"])):
            self._put(cursor, name, "title", "text")
            for place, part in enumerate(parts_of(pieces)):
                self._put(cursor, part.heading, "heading", "secondary")
                if part.picture:
                    self._picture(cursor, part.picture, f"{name}-{place}")
                elif part.text:
                    self._put(cursor, part.text, "", "text")
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _put(self, cursor: QTextCursor, text: str, look: str, token: str) -> None:
        """Adds a paragraph of plain text; markup in it stays letters."""
        kind, block = QTextCharFormat(), QTextBlockFormat()
        font = QFont(self.text.font())
        font.setPixelSize({"title": TYPE.heading, "heading": TYPE.caption}.get(look, TYPE.body))
        font.setWeight(QFont.Weight.DemiBold if look else QFont.Weight.Normal)
        kind.setFont(font)
        kind.setForeground(self._shell.theme.colour(token))
        block.setTopMargin({"title": SPACE.md, "heading": SPACE.sm}.get(look, 0))
        if self.text.document().isEmpty():
            block.setTopMargin(0)
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.insertText(text, kind)

    def _picture(self, cursor: QTextCursor, data: bytes, name: str) -> None:
        image = QImage.fromData(data)
        if image.isNull():
            self._put(cursor, f"A picture that can't be shown, {len(data)} bytes", "", "secondary")
            return
        where = QUrl(f"picture:{name}")
        self.text.document().addResource(QTextDocument.ResourceType.ImageResource, where, image)
        shown = QTextImageFormat()
        shown.setName(where.toString())
        shown.setWidth(min(PICTURE, image.width()))
        cursor.insertBlock(QTextBlockFormat())
        cursor.insertImage(shown)


def show_saw(shell: Shell, task: str, title: str, parent: QWidget) -> None:
    """Opens it."""
    dialog = Saw(shell, task, title, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
