"""One of what is proposed, each with why, or any other: where a task starts, or a value. None is chosen before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from agent.protocol.display import display
from desktop.questions.fields import Field
from desktop.task.address import short_host
from desktop.theme.tokens import SPACE
from desktop.widgets.words import Foreign

_OTHERS = {"A number": "Another number", "Your answer": "Another answer"}
INDENT = SPACE.xl
"""What is said of a proposal stands under its words, not under its button."""


class StartField(Field):
    """Takes (address, why) pairs. A proposal and an address of one's own take each other's place."""

    def __init__(self, name: str, proposals: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._urls = [url for url, _ in proposals]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        self.radios: list[QRadioButton] = []
        self._group = QButtonGroup(self)
        for url, why in proposals:
            layout.addWidget(self._radio(url, why))
            for words in self._about(url, why):
                about = Foreign(words, "secondary", limit=0)
                about.setContentsMargins(INDENT, 0, 0, 0)
                layout.addWidget(about)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(self._example(bool(proposals)))
        self.edit.textEdited.connect(self._typed)
        self.edit.returnPressed.connect(lambda: self.edit.focusNextPrevChild(True))
        layout.addWidget(self.edit)
        self.setFocusProxy(self.radios[0] if self.radios else self.edit)

    def _radio(self, url: str, why: str) -> QRadioButton:
        shown = display(self._short(url))
        radio = QRadioButton(shown.replace("&", "&&"))
        radio.setAccessibleName(shown)
        radio.setAccessibleDescription(display(f"{url}: {why}", 0))
        radio.clicked.connect(self._picked)
        self._group.addButton(radio)
        self.radios.append(radio)
        return radio

    def _short(self, proposed: str) -> str:
        return short_host(proposed)

    def _about(self, proposed: str, why: str) -> tuple[str, ...]:
        return proposed, f"{why[:1].upper()}{why[1:]}"

    def _example(self, more: bool) -> str:
        return "Another web address, as council.example" if more else "Web address, as council.example"

    def value(self) -> str:
        """Override Field.value."""
        chosen = next((url for url, radio in zip(self._urls, self.radios, strict=True) if radio.isChecked()), "")
        return self.edit.text().strip() or chosen

    def put_back(self, value: str) -> None:
        """Override Field.put_back."""
        if value in self._urls:
            self.radios[self._urls.index(value)].setChecked(True)
        else:
            self.edit.setText(value)

    def wrong(self, on: bool) -> None:
        """Override Field.wrong."""
        self.edit.setProperty("state", "wrong" if on else "")
        self.edit.style().polish(self.edit)

    def _picked(self) -> None:
        self.edit.clear()
        self.edited.emit()

    def _typed(self) -> None:
        self._group.setExclusive(False)
        for radio in self.radios:
            radio.setChecked(False)
        self._group.setExclusive(True)
        self.edited.emit()


class ProposedField(StartField):
    """Takes (value, where it stands) pairs. ``example`` stands in the empty line for any other answer."""

    def __init__(self, name: str, proposals: Sequence[tuple[str, str]], example: str,
                 parent: QWidget | None = None) -> None:
        self._other = example
        super().__init__(name, proposals, parent)

    def _short(self, proposed: str) -> str:
        return proposed

    def _about(self, proposed: str, why: str) -> tuple[str, ...]:
        return (why,)

    def _example(self, more: bool) -> str:
        return _OTHERS.get(self._other, f"Another answer. {self._other}")
