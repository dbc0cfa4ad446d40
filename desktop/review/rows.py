"""The list of what would be sent: keys, mouse, what counts as looked at. Headings fold, lines don't scroll sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTreeView, QWidget

from agent.protocol.messages import SubmissionDoc
from desktop.review.arming import to_see, to_tick
from desktop.review.editing import EditingDelegate, fits
from desktop.review.grouping import Item
from desktop.review.model import SheetModel
from desktop.review.panels import Panel, is_escape
from desktop.shell import Shell

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SheetView(QTreeView):
    """A line counts as looked at when the person makes it the current one, by key, mouse or on the picture."""

    progressed = Signal()        # something was looked at, ticked or changed, or all lines are there
    stood = Signal(object)       # Item or None: the current line is another one
    source_wanted = Signal(object)   # Item
    more_wanted = Signal(object)     # Item
    told = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = SheetModel(self)
        self.lines = EditingDelegate(shell, self.sheet, self)
        self._quiet = False
        self.panel: Panel | None = None  # closed by Esc while it shows
        self._pressed: tuple[str, str] = ("", "")
        self.lines.pictures_came.connect(self.viewport().update)
        self._growing = QTimer(self, interval=0)
        self._growing.timeout.connect(self._grow)
        self.setItemDelegate(self.lines)
        self.setModel(self.sheet)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(300)
        self.setAccessibleName("What would be sent")
        shell.theme.changed.connect(self._looks_changed)
        self.sheet.dataChanged.connect(lambda *_: self.scheduleDelayedItemsLayout())

    # The document

    def changes(self) -> dict[str, str]:
        """The person's values that are not applied yet, by the name to edit them by; what is being typed included."""
        if (typed := self.lines.typed()) is not None:
            self.lines.keep(*typed)
        return {item.name: self.sheet.pending[item.id] for item in self.sheet.items if item.id in self.sheet.pending}

    def show_doc(self, doc: SubmissionDoc, changes: dict[str, str], *, after: str = "", seen: set[str] | None = None,
                 ticked: set[str] | None = None) -> None:
        """Shows another revision; the current line, folds, place and unapplied changes stay where they still exist."""
        stood, place = self.current(), self.verticalScrollBar().value()
        folds = {section.id: self.isExpanded(self.sheet.index(at, 0))
                 for at, section in enumerate(self.sheet.sections)}
        self._quiet = True
        self.lines.forget()
        self.sheet.show(doc, after=after, seen=seen, ticked=ticked)
        for item in self.sheet.items:
            if item.name and item.name in changes:
                self.sheet.pending[item.id] = changes[item.name]
        for at, section in enumerate(self.sheet.sections):
            self.setExpanded(self.sheet.index(at, 0), folds.get(section.id, not section.folded))
        if stood is not None and (index := self.sheet.where(lambda item: item.id == stood.id)).isValid():
            self.setCurrentIndex(index)
        self.verticalScrollBar().setValue(place)
        self._quiet = False
        if not self.sheet.whole:
            self._growing.start()

    def begin_again(self) -> None:
        """Forgets where it stood: another submission comes."""
        self.sheet.pending.clear()
        self._quiet = True
        self.sheet.show(None)
        self._quiet = False

    def _grow(self) -> None:
        if not self.sheet.grow():
            self._growing.stop()
            self.progressed.emit()

    def _looks_changed(self) -> None:
        self.lines.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    # Standing on a line

    def current(self) -> Item | None:
        """The line that is current; None on a heading."""
        return self.sheet.item_at(self.currentIndex())

    def section_id(self) -> str:
        """The id of the section that the current line or heading belongs to."""
        index = self.currentIndex()
        top = index.parent() if index.parent().isValid() else index
        return self.sheet.sections[top.row()].id if top.isValid() else ""

    def shows_section(self, id: str) -> bool:
        """Whether the current line or heading belongs to that section, and the section is unfolded."""
        index = self.currentIndex()
        top = index.parent() if index.parent().isValid() else index
        return self.section_id() == id and self.isExpanded(top)

    def toggle_section(self, id: str) -> bool:
        """Unfolds a section and shows it, or folds it; False if there is none."""
        at = next((at for at, section in enumerate(self.sheet.sections) if section.id == id), None)
        if at is None:
            self.told.emit("Nothing stands there that is unchanged.")
            return False
        index = self.sheet.index(at, 0)
        self.setExpanded(index, not self.isExpanded(index))
        if self.isExpanded(index):
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        return True

    def stand_on(self, item_id: str) -> bool:
        """Makes a line current, as the person wished; opens its section."""
        index = self.sheet.where(lambda item: item.id == item_id)
        if not index.isValid():
            return False
        self.setExpanded(index.parent(), True)
        if index == self.currentIndex():
            self.currentChanged(index, QModelIndex())
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def stand_on_place(self, name: str) -> bool:
        """Makes the line current whose part of the picture has that name."""
        index = self.sheet.where(lambda item: name in item.places)
        item = self.sheet.item_at(index)
        return item is not None and self.stand_on(item.id)

    def next_to_check(self, *, round: bool = True) -> bool:
        """Goes to the next line that is to be looked at or ticked, from the current one on; False if none is left.

        Args:
            round: begins again at the top. Without it the end is reached, so that Tab always gets out of the list.
        """
        left = {item.id for item in (*to_see(self.sheet.items, self.sheet.seen),
                                     *to_tick(self.sheet.items, self.sheet.ticked))}
        ids = [item.id for item in self.sheet.items]
        stood = self.current()
        start = ids.index(stood.id) + 1 if stood is not None else 0
        for each in (*ids[start:], *ids[:start if round else 0]):
            if each in left:
                return self.stand_on(each)
        return False

    def step(self, by: int) -> None:
        """One line down or up."""
        index = self.indexBelow(self.currentIndex()) if by > 0 else self.indexAbove(self.currentIndex())
        if not self.currentIndex().isValid():
            index = self.sheet.index(0, 0)
        if index.isValid():
            self.setCurrentIndex(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Override QAbstractItemView::currentChanged."""
        super().currentChanged(current, previous)
        if self._quiet:
            return
        item = self.sheet.item_at(current)
        if item is not None and item.must_see and self.sheet.see(item.id):
            self.progressed.emit()
        self.stood.emit(item)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override QWidget::focusInEvent: what gets the focus by itself was not looked at by that."""
        self._quiet = True
        super().focusInEvent(event)
        self._quiet = False

    # Doing something with it

    def edit_current(self) -> bool:
        """Opens a field for the current line's value; False if it can't be changed here."""
        item = self.current()
        if item is None or not item.name or not self.sheet.deciding or self.lines.typing:
            return False
        if not fits(item):
            self.told.emit("This is too long to be changed here. Send it back with a note instead.")
            return False
        self.scrollTo(self.currentIndex())
        self.edit(self.currentIndex())
        self.progressed.emit()
        return True

    def tick_current(self) -> bool:
        """Ticks or unticks the current line's own yes; False if it has none."""
        item = self.current()
        if item is None or not item.own_yes or not self.sheet.deciding:
            return False
        self.sheet.tick(item.id)
        self.progressed.emit()
        return True

    def closeEditor(self, editor: QWidget, _hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Override QAbstractItemView::closeEditor: no field opens by itself after another."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.setFocus()
        self.progressed.emit()

    def commitData(self, editor: QWidget) -> None:
        """Override QAbstractItemView::commitData."""
        super().commitData(editor)
        self.progressed.emit()

    def keyboardSearch(self, _text: str) -> None:
        """Override QAbstractItemView::keyboardSearch: letters are commands here."""

    def event(self, event: QEvent) -> bool:
        """Override QObject::event: Esc closes the open panel before it means anything to the window."""
        if event.type() is QEvent.Type.ShortcutOverride and is_escape(event) and self._panel_shows():
            event.accept()
            return True
        return super().event(event)

    def _panel_shows(self) -> bool:
        return self.panel is not None and self.panel.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        if self.panel is not None and is_escape(event) and self._panel_shows():
            self.panel.close_panel()
            return
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and (key in _ENTER or key in (Qt.Key.Key_Space, Qt.Key.Key_F2)):
            if not event.isAutoRepeat():
                self._do(key)
            event.accept()
            return
        super().keyPressEvent(event)

    def _do(self, key: int) -> None:
        index = self.currentIndex()
        if index.isValid() and self.current() is None:
            self.setExpanded(index, not self.isExpanded(index))
        elif key == Qt.Key.Key_Space:
            self.tick_current()
        else:
            self.edit_current()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Override QWidget::focusNextPrevChild: Tab goes through what is to be checked, then on."""
        return (next and self.next_to_check(round=False)) or super().focusNextPrevChild(next)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QWidget::mousePressEvent."""
        self._pressed = self._hit(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override QWidget::mouseReleaseEvent."""
        super().mouseReleaseEvent(event)
        hit, index = self._hit(event.position().toPoint()), self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or hit != self._pressed or not index.isValid():
            return
        item = self.sheet.item_at(index)
        if item is None:
            self.setExpanded(index, not self.isExpanded(index))
        elif hit[1] == "tick":
            self.tick_current()
        elif hit[1] == "source":
            self.source_wanted.emit(item)
        elif hit[1] == "more":
            self.more_wanted.emit(item)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Override QWidget::mouseDoubleClickEvent."""
        self._pressed = ("", "twice")
        super().mouseDoubleClickEvent(event)
        if self._hit(event.position().toPoint())[1] == "":
            self.edit_current()

    def _hit(self, point: QPoint) -> tuple[str, str]:
        index = self.indexAt(point)
        item = self.sheet.item_at(index)
        if item is None:
            return (f"head{index.row()}", "")
        return (item.id, self.lines.part_at(item, point - self.visualRect(index).topLeft()))

    # Looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        index = self.currentIndex()
        stood = self.visualRect(index).intersects(QRect(QPoint(), event.oldSize())) if index.isValid() else False
        super().resizeEvent(event)
        if self.viewport().width() != self.lines.width:
            self.lines.width = self.viewport().width()
            self.scheduleDelayedItemsLayout()
        if stood:
            self.scrollTo(index)

    def drawBranches(self, _painter: QPainter, _rect: QRect, _index: Index) -> None:
        """Override QTreeView::drawBranches: headings have their own sign."""
