"""One fact: its value, masked if it is private; edited in place; where it went."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.messages import DisclosureDoc, FactDoc
from desktop.link import Problem
from desktop.navigation import View
from desktop.profile.field import FactField
from desktop.profile.judging import Verdict
from desktop.profile.keeping import forget, keep
from desktop.profile.themes import PRIVATE, sent_words, shown_value
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets import when
from desktop.widgets.buttons import button, icon_button
from desktop.widgets.words import Foreign, Words

LABEL_WIDTH = 190
SHOWN_MS = 20_000
"""How long a private value stays readable."""
LIT_MS = 4_000


class FactRow(QFrame):
    """Shows a fact. ``closed`` fires when editing ended."""

    closed = Signal()

    def __init__(self, shell: Shell, fact: FactDoc, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "fact")
        self._shell = shell
        self._unmasked = False
        self._editor: QWidget | None = None
        self.field: FactField | None = None
        self.fact = fact
        self.gone = False            # removed meanwhile, while its editor was open
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(SPACE.sm, SPACE.xs, SPACE.sm, SPACE.xs)
        self._layout.setSpacing(SPACE.xs)
        self._build()
        self._again = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._again.timeout.connect(self.hide_value)
        self._unlit = QTimer(self, singleShot=True, interval=LIT_MS)
        self._unlit.timeout.connect(lambda: self._tone(""))
        self.update_fact(fact)

    @property
    def editing(self) -> bool:
        """Whether its editor is open."""
        return self._editor is not None

    def update_fact(self, fact: FactDoc) -> None:
        """The fact as it is now; what is being typed stays."""
        changed = self.editing and fact["value"] != self.fact["value"]
        self.fact = fact
        self._label.show_text(fact["label"])
        self._show_value()
        self._show_sent()
        if changed:
            self._meanwhile.setText("This fact was changed elsewhere while you were typing. Saving replaces it.")
            self._meanwhile.show()

    def hide_value(self) -> None:
        """Hides a private value again."""
        self._unmasked = False
        self._show_value()

    def toggle_value(self) -> None:
        """Shows a private value for a while, or hides it."""
        self._unmasked = not self._unmasked
        self._show_value()
        if self._unmasked:
            self._again.start()

    def light(self) -> None:
        """Marks the row for a moment and puts the focus on it."""
        self._tone("info")
        self._unlit.start()
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_editor(self) -> None:
        """Lets the value be changed in place."""
        if self.editing:
            return
        self._editor = self._made_editor()
        self._value_line.hide()
        self._layout.insertWidget(1, self._editor)
        self._editor.show()          # at once, or the field could not take the focus yet
        if self.field is not None:
            self.field.setFocus()
            if hasattr(self.field.edit, "selectAll"):
                self.field.edit.selectAll()

    def close_editor(self) -> None:
        """Back to showing the value."""
        if self._editor is None:
            return
        had_focus = self._editor.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._editor.hide()
        self._editor.deleteLater()
        self._editor = self.field = None
        self._value_line.show()
        if had_focus:
            self.edit_button.setFocus()
        self.closed.emit()

    def save(self) -> None:
        """Keeps what was typed, if it fits."""
        field = self.field
        if field is None or not field.judgement.can_be_kept:
            if field is not None:
                field.check()
            return
        if field.text == self.fact["value"]:
            self.close_editor()
            return
        keep(self._shell, self, self.fact["kind"], self.fact["label"], field.text,
             None if self.gone else self.fact["value"], self.close_editor, self._refused)

    def _build(self) -> None:
        self._value_line = QWidget()
        row = QHBoxLayout(self._value_line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.sm)
        self._label = Foreign("", "secondary")
        self._label.setFixedWidth(LABEL_WIDTH)
        self._value = Foreign("", limit=2000)
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._eye = icon_button(self._shell.icons, "eye", "Show the value", self.toggle_value)
        stays = self._eye.sizePolicy()
        stays.setRetainSizeWhenHidden(True)  # so that the columns of all rows stand under one another
        self._eye.setSizePolicy(stays)
        self.edit_button = icon_button(self._shell.icons, "pencil", "Edit", self.open_editor)
        self._sent = button("", self.toggle_sent, look="link")
        top = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._label, 0, top)
        row.addWidget(self._value, 1, top)
        row.addWidget(self._sent, 0, top)
        row.addWidget(self._eye, 0, top)
        row.addWidget(self.edit_button, 0, top)
        self._layout.addWidget(self._value_line)
        self._went = QWidget()
        self._went_layout = QVBoxLayout(self._went)
        self._went_layout.setContentsMargins(LABEL_WIDTH + SPACE.sm, 0, 0, SPACE.xs)
        self._went_layout.setSpacing(0)
        self._went.hide()
        self._layout.addWidget(self._went)

    def _show_value(self) -> None:
        private = self.fact["sensitivity"] == PRIVATE
        self._eye.setVisible(private)
        name = f"{'Hide' if self._unmasked else 'Show'} {self._label.text()}"
        self._eye.setAccessibleName(name)
        self._eye.setToolTip("Hide the value" if self._unmasked else "Show the value")
        self._shell.icons.on_button(self._eye, "eye-off" if self._unmasked else "eye")
        self.edit_button.setAccessibleName(f"Edit {self._label.text()}")
        self._value.show_text(shown_value(self.fact, self._unmasked))
        if private and not self._unmasked:
            self._value.setAccessibleName("hidden")

    def _show_sent(self) -> None:
        went = self.fact["disclosed"]
        self._sent.setText(sent_words(went))
        self._sent.setEnabled(bool(went))
        self._sent.setAccessibleName(f"{sent_words(went)}: {self._label.text()}")
        while self._went_layout.count():
            found = self._went_layout.takeAt(0)
            if found is not None and (widget := found.widget()) is not None:
                widget.deleteLater()
        for each in went:
            self._went_layout.addWidget(self._disclosure(each))
        if not went:
            self._went.hide()

    def _disclosure(self, each: DisclosureDoc) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.md)
        row.addWidget(Foreign(each["site"]), 1)
        row.addWidget(Words(when.day(each["at"]), "secondary", wrap=False), 0)
        if each["receipt"]:
            press = button("Receipt", lambda: self._shell.navigator.go(View.RECEIPTS, each["receipt"]), look="link")
            press.setAccessibleName(f"Receipt of {when.day(each['at'])}")
            row.addWidget(press)
        return made

    def toggle_sent(self) -> None:
        """Shows or hides where the fact went."""
        self._went.setVisible(self._went.isHidden())

    def _made_editor(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, SPACE.xs, 0, SPACE.xs)
        row.setSpacing(SPACE.sm)
        label = Foreign(self.fact["label"], "secondary")
        label.setFixedWidth(LABEL_WIDTH)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(SPACE.sm)
        self.field = FactField(self._shell, self.fact["kind"], self.fact["label"], self.fact["value"])
        self.field.judged.connect(self._judged)
        self.field.submitted.connect(self.save)
        self.field.left.connect(self.close_editor)
        column.addWidget(self.field)
        self._meanwhile = Words("", "secondary")
        self._meanwhile.hide()
        column.addWidget(self._meanwhile)
        column.addLayout(self._buttons())
        row.addLayout(column, 1)
        return made

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.sm)
        self.save_button = button("Save", self.save, look="primary")
        row.addWidget(self.save_button)
        row.addWidget(button("Cancel", self.close_editor))
        row.addStretch(1)
        row.addWidget(button("Remove this fact", self._remove, look="danger"))
        return row

    def _judged(self) -> None:
        if self.field is not None:
            judgement = self.field.judgement
            self.save_button.setEnabled(judgement.can_be_kept)
            self.save_button.setText("Save anyway" if judgement.verdict is Verdict.DOUBT else "Save")

    def _remove(self) -> None:
        forget(self._shell, self, self.fact["kind"], self.fact["label"], self.fact["value"], self._refused)
        self.close_editor()

    def _refused(self, problem: Problem) -> None:
        if self.field is not None:
            self.field.say(problem.text)
        else:
            self._shell.teller.say(display(problem.text, 0), "danger")

    def _tone(self, tone: str) -> None:
        self.setProperty("tone", tone)
        for each in (self, *self.findChildren(Words)):
            each.style().unpolish(each)
            each.style().polish(each)
