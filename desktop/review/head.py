"""The head of the pane: where it goes, whether that is known, what will happen, and every warning about it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from agent.protocol.chores import SECOND_SENDING
from agent.protocol.display import display
from agent.protocol.messages import SubmissionDoc
from desktop.review.bounded import Bounded, bounded
from desktop.review.site import Note, site_of
from desktop.task.of_chore import OfChore
from desktop.theme.icons import Icons
from desktop.theme.tokens import SPACE, TYPE
from desktop.widgets.frames import Banner
from desktop.widgets.words import Words, breakable

HOST, SUMMARY, ADDRESS, WARNING = 300, 300, 200, 240
"""Signs shown of each; a host has at most 253, the agent's own sentences are shorter than these."""
MOST_WARNINGS = 12
_SIGN = 14


def warnings_of(doc: SubmissionDoc) -> list[tuple[str, str]]:
    """Every sentence of warning with its tone, weightiest first; more than a dozen are counted. Not escaped.

    That something would be sent a second time stands at the top.
    """
    again = [text for text in doc["warnings"] if text.startswith(SECOND_SENDING)]
    found = [(text, "warning") for text in again]
    found += [(f"Can't be read for sure: {text}", "danger") for text in doc["problems"]]
    if doc["redirected"] and not any("another address" in text for text in doc["warnings"]):
        found.append(("The site asks for what you approved to be sent to another address.", "danger"))
    found += [(text, "warning") for text in doc["warnings"] if text not in again]
    found += [(f"The page also tried to send to {text}. That is not part of this and was stopped.", "info")
              for text in doc["also_tried"]]
    over = len(found) - MOST_WARNINGS
    return found if over <= 0 else [*found[:MOST_WARNINGS], (f"And {over} more warnings like these.", "warning")]


class SiteNote(QFrame):
    """A word of ours about the site: icon and text on the colour of its tone."""

    def __init__(self, icons: Icons, note: Note) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self.setProperty("tone", note.tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.sm, 2, SPACE.sm, 2)
        row.setSpacing(SPACE.xs + 1)
        sign = QLabel()
        icons.on_label(sign, note.icon, f"on_{note.tone}_soft", _SIGN)
        row.addWidget(sign)
        row.addWidget(Words(note.text, wrap=False))
        self.setAccessibleName(note.text)


class Warnings(QWidget):
    """All warnings under one another."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xs)
        self.setAccessibleName("Warnings")

    def show_all(self, found: Iterable[tuple[str, str]]) -> None:
        """Shows these sentences instead of those before."""
        _empty(self._column)
        for text, tone in found:
            self._column.addWidget(Banner(self._icons, breakable(bounded(text, WARNING)), tone))
        self.setVisible(self._column.count() > 0)


class Head(QWidget):
    """The site, big and exact, then the sentence; outside text stands by itself."""

    def __init__(self, icons: Icons, of_chore: OfChore | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons, self.of_chore = icons, of_chore
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.sm)
        column.setSpacing(SPACE.xs)
        self.verb = Words("", "secondary")
        self.host = Bounded("", "display", limit=HOST)
        self.host.setAccessibleDescription("The site this goes to")
        self.written = Bounded("", "secondary", limit=HOST)
        self._notes = QHBoxLayout()
        self._notes.setSpacing(SPACE.xs)
        self.sentence = Bounded("", "", limit=SUMMARY)
        self.address = Bounded("", "caption", limit=ADDRESS)
        self.warnings = Warnings(icons)
        column.addWidget(self.verb)
        column.addWidget(self.host)
        column.addWidget(self.written)
        column.addSpacing(2)
        column.addLayout(self._notes)
        column.addSpacing(SPACE.xs)
        if of_chore is not None:
            column.addWidget(of_chore)
        column.addWidget(self.sentence)
        column.addWidget(self.address)
        column.addSpacing(SPACE.xs)
        column.addWidget(self.warnings)

    def show_doc(self, doc: SubmissionDoc, verb: str) -> None:
        """Shows where a submission goes; ``verb`` leads to the host: "This would go to"."""
        site = site_of(doc)
        self.verb.setText(verb)
        self.host.look("display" if len(site.host) * TYPE.display < _BIG else "title")
        self._put(self.host, site.host)
        self.written.setVisible(bool(site.written))
        self._put(self.written, f"Also written {site.written}, which can look like another site's name. "
                                "It goes to the name above.")
        _empty(self._notes)
        for note in site.notes:
            self._notes.addWidget(SiteNote(self._icons, note))
        self._notes.addStretch(1)
        if self.of_chore is not None:
            self.of_chore.show_doc(doc)
        # The agent made it of parts that it escaped; escaping its signs once more would only puzzle.
        self._put(self.sentence, display(_ended(doc["summary"]), SUMMARY, shown_before=True))
        self.address.show_text(doc["url"])
        self.warnings.show_all(warnings_of(doc))

    @staticmethod
    def _put(label: Bounded, escaped: str) -> None:
        """Shows a text that `site_of` has escaped already."""
        label.setText(breakable(escaped))
        label.setAccessibleName(escaped)


_BIG = 1_000
"""Pixels of letters beyond which a host is written smaller: it still stands there in full."""


def _ended(text: str) -> str:
    return text if text.rstrip()[-1:] in {".", "!", "?"} else f"{text.rstrip()}."


def _empty(layout: QHBoxLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


