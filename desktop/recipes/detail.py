"""One recipe, whole: where it starts, what it does page by page, its versions, and what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.recipes import RecipeDoc, RevisionDoc
from desktop.link import Problem
from desktop.navigation import View
from desktop.recipes.deeds import RecipeDeeds, file_name
from desktop.recipes.pages import LONGEST, pages, start
from desktop.recipes.running import RunCard
from desktop.recipes.words import came_words, revision_words, standing, used_words
from desktop.settings.switch import Switch
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.flow import Flow
from desktop.widgets.frames import Banner, Changing, column, line, scrolled
from desktop.widgets.words import Foreign, Words

WIDEST = 760
KEEPS = ("It holds none of your facts, but these choices in the form's own words. If one names somebody, edit the text "
         "before you pass it on.")
UNUSABLE = "The recipe can't be used as it is"


class RecipePane(QWidget):
    """Shows the recipe that `load` was given. ``edit_wanted`` carries the RecipeDoc whose text is to be edited."""

    edit_wanted = Signal(object)
    shown = Signal(str)
    changed = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._wanted = ""
        self._revision = 0           # an older one that is looked at; 0: the one in use
        self._unkept: frozenset[str] = frozenset()
        self.now: RecipeDoc | None = None
        self.doc: RecipeDoc | None = None
        self.deeds = RecipeDeeds(shell, self)
        self.deeds.done.connect(self._done)
        self.deeds.refused.connect(self._refused)
        self.deeds.removed.connect(self._forget)
        page = QWidget()
        sides = QHBoxLayout(page)
        sides.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.xl)
        held, layout = column(SPACE.sm)
        held.setMaximumWidth(WIDEST)
        sides.addWidget(held, 1000)
        sides.addStretch(1)
        self._build(layout)
        self._area = scrolled(page, "Recipe")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        above.addWidget(self.problem)
        outer.addLayout(above)
        outer.addWidget(self._area, 1)
        outer.addStretch(0)
        self._area.hide()            # until there is something to show

    def load(self, id: str, revision: int = 0) -> None:
        """Fetches a recipe, or an older version of it, and shows it."""
        if id != self._wanted:
            self.problem.say("")
            self.run.hide()
        self._wanted, self._revision = id, revision
        params: dict[str, object] = {"id": id} | ({"revision": revision} if revision else {})
        self._shell.desk.call("recipe show", params, done=lambda doc: self._take(id, revision, doc),
                              failed=lambda problem: self._missing(id, problem), owner=self)

    def refresh(self) -> None:
        """Fetches what shows again."""
        if self._wanted:
            self.load(self._wanted, self._revision)

    def mark_unkept(self, ids: frozenset[str]) -> None:
        """Which recipes have a typed text that was not kept."""
        self._unkept = ids
        self._show_unkept()

    def run_now(self) -> None:
        """Sets it to work, if it is switched on."""
        if self.doc is not None and self.do_now.isEnabled():
            self.run.begin(self.now or self.doc)

    def edit(self) -> None:
        """Opens its text."""
        if (found := self.now or self.doc) is not None:
            self.edit_wanted.emit(found)

    def ask_and_export(self) -> None:
        """Asks where to, then writes its text there."""
        if self.doc is not None:
            self.deeds.ask_and_export(self.doc, partial(self._choose_file, self.doc))

    def _choose_file(self, found: RecipeDoc) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, "Export the recipe", folder, "Recipes (*.toml)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile(file_name(found["title"]))
        dialog.fileSelected.connect(lambda path: self.deeds.export_to(found, path))
        dialog.open()

    def remove(self) -> None:
        """Removes it; that can be taken back."""
        if (found := self.now or self.doc) is not None:
            self.deeds.remove(found)

    def scroll_to_end(self) -> None:
        """Shows the end of the page."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _build(self, layout: QVBoxLayout) -> None:
        icons = self._shell.icons
        head = QHBoxLayout()
        head.setSpacing(SPACE.lg)
        self.title = Foreign("", "title")
        head.addWidget(self.title, 1)
        self.state = Words("", "secondary", wrap=False)
        self.switch = Switch(self._shell.theme, "Use this recipe")
        self.switch.toggled.connect(self._switched)
        turn = QHBoxLayout()
        turn.setSpacing(SPACE.sm)
        turn.addWidget(self.state)
        turn.addWidget(self.switch)
        head.addLayout(turn)
        head.setAlignment(turn, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        self.came = Foreign("", "secondary")
        self.used = Words("", "secondary")
        self.task = button("Open the task it was learnt from", self._open_task, look="link")
        where = QHBoxLayout()
        where.setSpacing(SPACE.lg)
        where.addWidget(self.came, 1)
        where.addWidget(self.task, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(where)
        layout.addWidget(self.used)
        layout.addSpacing(SPACE.xs)
        self.notes = {tone: Banner(icons, "", tone) for tone in ("info", "warning")}
        self.problem = Banner(icons, "", "danger")
        self.unkept = Banner(icons, "You changed its text and have not kept that yet.", "warning")
        self.unkept.add(button("Go on with it", self.edit, look="link"))
        self.older = Banner(icons, "", "info")
        self.older.add(button("Use this version again", self._use_again, look="link"))
        self.older.add(button("Back to the one in use", lambda: self.load(self._wanted), look="link"))
        self.problem.add(button("Try again", self.refresh, look="link"))
        self.problem.hide()
        for each in (self.unkept, self.older, *self.notes.values()):
            each.hide()
            layout.addWidget(each)
        self.do_now = button("Do this now", self.run_now, look="primary")
        actions = Flow()
        for press in (self.do_now, button("Edit as text", self.edit, icon="pencil", icons=icons, tip="E"),
                      button("Export …", self.ask_and_export, icon="upload", icons=icons),
                      button("Remove", self.remove, icon="trash-2", icons=icons)):
            actions.addWidget(press)
        layout.addLayout(actions)
        self.run = RunCard(self._shell)
        layout.addWidget(self.run)
        self._content = Changing()
        layout.addWidget(self._content)
        layout.addStretch(1)

    def _take(self, id: str, revision: int, doc: RecipeDoc) -> None:
        if (id, revision) != (self._wanted, self._revision):
            return
        same = self.doc is not None and self.doc["id"] == id
        place = self._area.verticalScrollBar().value() if same else 0
        if not revision:
            self.now = doc
        elif self.now is None or self.now["id"] != id:
            self.now = None
        anew = self.doc is None or (self.doc["id"], self.doc["text"], self.doc["shown"], self.doc["revisions"]) != (
            id, doc["text"], doc["shown"], doc["revisions"])
        self.doc = doc
        self._area.show()
        self._show_head(doc)
        if anew:
            self._content.put(self._built(doc))
        self._area.verticalScrollBar().setValue(place)
        self.shown.emit(id)

    def _show_head(self, doc: RecipeDoc) -> None:
        self.problem.say("")
        self.title.show_text(doc["title"])
        self.came.show_text("  ·  ".join(part for part in (doc["site"], came_words(doc)) if part))
        self.used.setText(used_words(doc))
        with QSignalBlocker(self.switch):
            self.switch.setChecked(doc["enabled"])
        self.state.setText("On" if doc["enabled"] else "Off")
        is_old = doc["shown"] != doc["revision"]
        text, tone = ("", "") if is_old else standing(doc)
        for name, banner in self.notes.items():
            banner.say(text if name == tone else "")
        self.older.say(f"This is version {doc['shown']}, which is not in use." if is_old else "")
        self.do_now.setEnabled(doc["enabled"] and bool(doc["pages"]) and not is_old)
        self.do_now.setToolTip("" if self.do_now.isEnabled() else "Switch it on first" if doc["pages"] else UNUSABLE)
        self.task.setVisible(bool(doc["task"]))
        self._show_unkept()

    def _show_unkept(self) -> None:
        self.unkept.setVisible(self.doc is not None and self.doc["id"] in self._unkept)

    def _built(self, doc: RecipeDoc) -> QWidget:
        made, layout = column(SPACE.sm)
        layout.addSpacing(SPACE.xs)
        layout.addWidget(start(doc["start"]))
        if doc["pages"]:
            layout.addSpacing(SPACE.xs)
            layout.addWidget(Words("What it does", "heading"))
            layout.addWidget(pages(self._shell.icons, doc["pages"]))
        if doc["keeps"]:
            layout.addSpacing(SPACE.md)
            layout.addWidget(Words("Words it keeps", "heading"))
            layout.addWidget(Words(KEEPS, "secondary"))
            for said in doc["keeps"]:
                layout.addWidget(Foreign(said, limit=LONGEST))
        layout.addSpacing(SPACE.md)
        layout.addWidget(Words("Versions", "heading"))
        for each in reversed(doc["revisions"]):
            layout.addWidget(line())
            layout.addWidget(self._version(doc, each))
        return made

    def _version(self, doc: RecipeDoc, each: RevisionDoc) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, SPACE.xs, 0, SPACE.xs)
        row.setSpacing(SPACE.lg)
        words, inside = column(2)
        inside.addWidget(Words(revision_words(each, doc["revision"])))
        if each["why"]:
            inside.addWidget(Foreign(each["why"], "caption", limit=600))
        row.addWidget(words, 1)
        if each["number"] != doc["shown"]:
            number = 0 if each["number"] == doc["revision"] else each["number"]
            press = button("Look at it", partial(self.load, doc["id"], number), look="link")
            press.setAccessibleName(f"Look at version {each['number']}")
            row.addWidget(press, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _switched(self, on: bool) -> None:
        if self.doc is not None:
            self.deeds.switch(self.doc, on)

    def _use_again(self) -> None:
        if self.doc is not None and self.now is not None and self.now["id"] == self.doc["id"]:
            self._revision = 0
            self.deeds.use_again(self.doc, self.now["text"])

    def _done(self) -> None:
        self.refresh()
        self.changed.emit()

    def _forget(self, id: str) -> None:
        if id == self._wanted:
            self._wanted = ""
            self._area.hide()

    def _refused(self, words: str) -> None:
        self.problem.say(display(words, 0))

    def _missing(self, id: str, problem: Problem) -> None:
        if id == self._wanted:
            self.problem.say(display(problem.text, 0))

    def _open_task(self) -> None:
        if self.doc is not None and self.doc["task"]:
            self._shell.navigator.go(View.INBOX, self.doc["task"])
