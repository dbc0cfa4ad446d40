"""What can be done with a recipe: switched, changed back, written to a file, removed; each says how it went."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QFile, QIODevice, QObject, QSaveFile, Signal
from PySide6.QtWidgets import QWidget

from agent.protocol.display import display
from agent.protocol.recipes import RecipeDoc, RecipeText
from desktop.around.ask import ask
from desktop.link import Problem
from desktop.shell import Shell

NAME_LONGEST = 60
_KEPT_IN_NAMES = frozenset("-_ ")


def file_name(title: str) -> str:
    """A file's name for a recipe: its title's letters and figures."""
    plain = "".join(sign if sign.isalnum() or sign in _KEPT_IN_NAMES else " " for sign in title)
    return f"{' '.join(plain.split())[:NAME_LONGEST].strip() or 'recipe'}.toml"


def write_text(text: str, path: str) -> str:
    """Writes the file whole or not at all, for its owner alone; returns why that failed, or nothing."""
    target = QSaveFile(path)
    if not target.open(QIODevice.OpenModeFlag.WriteOnly):
        return target.errorString()
    target.setPermissions(QFile.Permission.ReadOwner | QFile.Permission.WriteOwner)
    target.write(text.encode())
    return "" if target.commit() else target.errorString()


class RecipeDeeds(QObject):
    """``done`` fires after each that changed something; ``refused`` carries the words where one could not be done."""

    done = Signal()
    removed = Signal(str)
    restored = Signal(str)
    refused = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._parent = shell, parent

    def switch(self, doc: RecipeDoc, on: bool, *, offer: bool = True) -> None:
        """Switches it on or off; can be taken back."""
        def after() -> None:
            if offer:
                words = f"“{display(doc['title'])}” was switched {'on' if on else 'off'}"
                self._shell.undo.offer(words, lambda: self.switch(doc, not on, offer=False))

        self._call("recipe enable" if on else "recipe disable", {"id": doc["id"]}, after)

    def put_text(self, id: str, text: str) -> None:
        """Makes an earlier text the newest version."""
        self._call("recipe edit", {"id": id, "text": text}, lambda: None)

    def use_again(self, doc: RecipeDoc, now: str) -> None:
        """Makes the version shown the newest one; ``now`` is the text in use."""
        words = f"Version {doc['shown']} of “{display(doc['title'])}” is used again"
        self._call("recipe edit", {"id": doc["id"], "text": doc["text"]},
                   lambda: self._shell.undo.offer(words, lambda: self.put_text(doc["id"], now)))

    def remove(self, doc: RecipeDoc) -> None:
        """Removes it with all its versions; tasks and receipts stay, and it can be brought back."""
        def after() -> None:
            self._shell.undo.offer(f"Removed “{display(doc['title'])}”", lambda: self._call(
                "recipe restore", {"id": doc["id"]}, lambda: self.restored.emit(doc["id"])))
            self.removed.emit(doc["id"])

        self._call("recipe remove", {"id": doc["id"]}, after)

    def ask_and_export(self, doc: RecipeDoc, go: Callable[[], object]) -> None:
        """Goes on with the export; where the recipe keeps words that may name somebody, only after a question."""
        if not doc["keeps"]:
            go()
            return
        count = len(doc["keeps"])
        words = "one choice" if count == 1 else f"{count} choices"
        ask(self._parent, "Export this recipe?",
            f"It holds none of your facts, but the words of {words} on the form, which are listed under “Words it "
            "keeps”. Nobody but you can tell whether one of them names somebody. If so, edit the text first.",
            go="Export it", stay="Do not export", run=go)

    def export_to(self, doc: RecipeDoc, path: str) -> None:
        """Writes its text to a file."""
        def write(found: RecipeText) -> None:
            problem = write_text(found["text"], path)
            if problem:
                self.refused.emit(f"The file could not be written. {problem}")
            else:
                self._shell.teller.say("The recipe was saved. It holds none of your facts.", "success")

        self._shell.desk.call("recipe export", {"id": doc["id"]}, done=write, failed=self._refused, owner=self)

    def _call(self, method: str, params: dict[str, object], after: Callable[[], object]) -> None:
        def finished(_answer: object) -> None:
            after()
            self.done.emit()

        self._shell.desk.call(method, params, done=finished, failed=self._refused, owner=self)

    def _refused(self, problem: Problem) -> None:
        self.refused.emit(problem.text)
        self.done.emit()         # what a switch shows may not be so
