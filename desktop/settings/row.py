"""One setting: label, help, its control, the way back to the default, and what went wrong, in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPushButton, QSizePolicy, QSpinBox, QWidget

from agent.protocol.messages import Json, SettingDoc
from desktop.settings.sees import KEY, summary
from desktop.settings.sees_dialog import Sees
from desktop.settings.switch import Switch
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Foreign, Words

SETTLES = 500
"""Milliseconds after the last change of a number before it is kept."""
FIELD = 190
WIDE = 280
"""Width of a field whose choices, or what is usually typed, are longer than `FIELD` shows."""
LONG = frozenset({"model-address", "model-name", "check-model"})
UNITS = {"scale": " %", "hold-minutes": " min", "again-days": " days", "model-task-minutes": " min",
         "model-day-minutes": " min"}
"""What stands behind a number; the table's help says it in words."""
STEPS = {"scale": 10, "model-task-steps": 10, "model-day-steps": 100, "model-task-minutes": 5, "model-day-minutes": 30}


class SettingRow(QWidget):
    """``wanted`` carries the new value; the row shows it at once and `refuse` takes it back."""

    wanted = Signal(object)

    def __init__(self, shell: Shell, setting: SettingDoc, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self._number: QSpinBox | None = None
        self._choice: QComboBox | None = None
        self._switch: Switch | None = None
        self._text: QLineEdit | None = None
        self._sees: QPushButton | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLES)
        self._timer.timeout.connect(self.settle)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, SPACE.sm, 0, SPACE.sm)
        grid.setHorizontalSpacing(SPACE.lg)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        self.label = Words(setting["label"])
        self.help = Words(setting["help"], "secondary")
        self.problem = Foreign("", "danger")
        self.problem.hide()
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.help, 1, 0)
        grid.addWidget(self.problem, 2, 0)
        self.control = self._make(shell)
        if self._sees is None:  # whose name says what is chosen as well
            self.control.setAccessibleName(setting["label"])
        self.control.setAccessibleDescription(setting["help"])
        self.label.setBuddy(self.control)
        self.reset = button("Reset", lambda: self._want(self.setting["default"], show=True), look="link")
        self.reset.setAccessibleName(f"Reset {setting['label']}")
        kept = self.reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(kept)
        grid.addWidget(self.reset, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.control, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        grid.setColumnMinimumWidth(2, FIELD)
        self.show_setting(setting)

    def show_setting(self, setting: SettingDoc) -> None:
        """Shows the value as it is kept; a number being typed is left alone."""
        self.setting = setting
        if not self._timer.isActive():
            self._put(setting["value"])
        self.reset.setVisible(setting["value"] != setting["default"])

    def refuse(self, text: str) -> None:
        """Shows why the value was not kept, and the one that is."""
        self.problem.show_text(text)
        self.problem.show()
        self._put(self.setting["value"])

    def settle(self) -> None:
        """Asks for what was typed, now."""
        self._timer.stop()
        if self._number is not None and self._number.value() != self.setting["value"]:
            self._want(self._number.value())
        if self._text is not None and self._text.text() != self.setting["value"]:
            self._text.setModified(False)
            self._want(self._text.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter."""
        # The wheel over a field that is not being used scrolls the page; it must not change a setting.
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False

    def _make(self, shell: Shell) -> QWidget:
        setting = self.setting
        if setting["kind"] == "switch":
            self._switch = Switch(shell.theme, setting["label"])
            self._switch.toggled.connect(self._want)
            return self._switch
        if setting["kind"] == "choice":
            self._choice = QComboBox()
            for value, label in setting["choices"]:
                self._choice.addItem(label, value)
            self._choice.activated.connect(lambda place: self._want(setting["choices"][place][0]))
            return self._field(self._choice)
        if setting["key"] == KEY:
            self._sees = button("", lambda: self._choose(shell), icon="list-checks", icons=shell.icons)
            self._sees.setFixedWidth(FIELD)
            return self._sees
        if setting["kind"] == "text":
            self._text = QLineEdit()
            self._text.editingFinished.connect(self.settle)
            return self._field(self._text)
        self._number = QSpinBox()
        self._number.setRange(setting["least"], setting["most"])
        self._number.lineEdit().setTextMargins(SPACE.sm, 0, 0, 0)  # a style sheet's padding does not reach it
        self._number.setSingleStep(STEPS.get(setting["key"], 1))
        self._number.setSuffix(UNITS.get(setting["key"], ""))
        self._number.valueChanged.connect(lambda _value: self._timer.start())
        self._number.editingFinished.connect(self.settle)
        return self._field(self._number)

    def _choose(self, shell: Shell) -> None:
        Sees(shell, self.setting["value"], lambda value: self._want(value, show=True), self.window()).open()

    def _field(self, field: QComboBox | QLineEdit | QSpinBox) -> QWidget:
        long = self.setting["key"] in LONG or any(len(label) > 28 for _, label in self.setting["choices"])
        field.setFixedWidth(WIDE if long else FIELD)
        field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(self)
        return field

    def _put(self, value: Json) -> None:
        blocker = QSignalBlocker(self.control)
        if self._switch is not None:
            self._switch.setChecked(bool(value))
        elif self._choice is not None:
            self._choice.setCurrentIndex(self._choice.findData(value))
        elif self._sees is not None:
            self._sees.setText(summary(value))
            self._sees.setAccessibleName(f"{self.setting['label']}: {summary(value)}")
        elif self._text is not None:
            if not self._text.isModified():  # what is half typed stays
                self._text.setText(str(value))
        elif self._number is not None and self._number.value() != value:
            self._number.setValue(int(value))
        blocker.unblock()
        self.control.update()

    def _want(self, value: Json, *, show: bool = False) -> None:
        self.problem.hide()
        if show:
            self._timer.stop()
            self._put(value)
        self.wanted.emit(value)
