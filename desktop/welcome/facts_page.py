"""The third screen: a few facts that nearly every form asks for, or all of them from a vCard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.messages import FactDoc
from desktop.link import Problem
from desktop.profile.bringing import FILTER, ImportPanel
from desktop.profile.field import FactField
from desktop.profile.judging import Verdict
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Words

ASKED = (("given-name", "First name", "Eleanor"), ("family-name", "Surname", "Whitcombe"),
         ("email", "E-mail address", "eleanor@example.org"), ("postal-code", "Postcode", "TQ12 4AB"))


class FactsPage(QWidget):
    """Keeps each field that fits when `save` is called. ``kept`` fires once all are kept."""

    kept = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._open = 0               # values on their way to be kept
        self._facts: dict[str, FactDoc] = {}
        self.fields: dict[str, FactField] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.md)
        layout.addWidget(Words("A few facts about you", "display"))
        layout.addWidget(Words("They stay on this computer. The rest can come later: whatever a form asks for and is "
                               "not here, you are asked once.", "secondary"))
        grid = QGridLayout()
        grid.setVerticalSpacing(SPACE.md)
        grid.setHorizontalSpacing(SPACE.lg)
        grid.setColumnStretch(1, 1)
        for at, (kind, label, example) in enumerate(ASKED):
            field = self.fields[kind] = FactField(shell, kind, label, "", example)
            name = Words(label, "secondary", wrap=False)
            name.setContentsMargins(0, SPACE.sm, 0, 0)  # on the line of the field's text
            name.setBuddy(field.edit)
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, at, 1)
        layout.addLayout(grid)
        row = QHBoxLayout()
        row.addWidget(button("Import a vCard …", self._ask, icon="download", icons=shell.icons))
        row.addStretch(1)
        layout.addLayout(row)
        self.bringing = ImportPanel(shell)
        self.bringing.imported.connect(self.load)
        layout.addWidget(self.bringing)
        layout.addStretch(1)

    def load(self) -> None:
        """Fills in what the profile holds; what was typed here stays."""
        self._shell.desk.call("profile facts", done=self._take, failed=lambda _problem: None, owner=self)

    def preview(self, path: str) -> None:
        """Shows what a file would bring."""
        self.bringing.preview(path, self._facts)

    def first(self) -> QWidget:
        """Where typing begins."""
        return next(iter(self.fields.values())).edit

    def wrong(self) -> FactField | None:
        """The first field whose value can't be kept."""
        return next((each for each in self.fields.values() if each.judgement.verdict is Verdict.WRONG), None)

    def save(self) -> None:
        """Keeps every changed value that is not known to be wrong; a value that is refused says so beside it."""
        changed = [field for field in self.fields.values()
                   if field.text.strip() and field.judgement.verdict is not Verdict.WRONG and self._differs(field)]
        self._open = len(changed)
        for field in changed:
            self._keep(field)
        if not changed:
            self.kept.emit()

    def _keep(self, field: FactField) -> None:
        def done(_result: object) -> None:
            self._open -= 1
            if not self._open:
                self.load()
                self.kept.emit()

        def failed(problem: Problem) -> None:
            field.say(problem.text)
            if not self.isVisible():  # left meanwhile: say it where it is seen
                self._shell.teller.say(f"Not kept: {display(problem.text, 0)}", "warning")
        self._shell.desk.call("profile set", {"kind": field.kind, "value": field.text}, done=done, failed=failed,
                              owner=self)

    def _differs(self, field: FactField) -> bool:
        fact = self._facts.get(field.kind)
        return fact is None or field.text != fact["value"]

    def _take(self, facts: list[FactDoc]) -> None:
        before = self._facts
        self._facts = {each["kind"]: each for each in facts}
        for kind, field in self.fields.items():
            fact = self._facts.get(kind)
            untouched = field.text in ("", before[kind]["value"] if kind in before else "")
            if fact is not None and untouched and field.text != fact["value"]:
                field.set_text(fact["value"])

    def _ask(self) -> None:
        dialog = QFileDialog(self, "Import facts", "", FILTER)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.preview)
        dialog.open()
