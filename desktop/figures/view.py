"""The figures: how reliably tasks were done, overall, by month and by chore. They stay on this computer."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from agent.protocol.chores import FigureRow, FiguresDoc
from agent.protocol.display import display
from agent.protocol.messages import Changed
from desktop.figures.chart import Chart
from desktop.figures.tables import FiguresTable
from desktop.figures.words import MEASURES, Measure, bars, cells, measure, month_words, nothing, under
from desktop.link import Connection, Problem
from desktop.navigation import Place, View
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner, Empty, card, scrolled
from desktop.widgets.words import Words

WIDEST = 860
NARROW = 620
"""Width below which the tiles stand in two columns."""
STAYS = "Worked out from this computer's own history. No figure leaves this computer."


class Tile(QFrame):
    """One figure, large, with what it rests on."""

    def __init__(self, which: Measure) -> None:
        super().__init__()
        self.which = which
        self.setProperty("look", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.md, SPACE.md, SPACE.md, SPACE.md)
        layout.setSpacing(SPACE.xs)
        self._value = Words("", "title")
        self._under = Words("", "caption")
        layout.addWidget(Words(which.title, "secondary"))
        layout.addStretch(1)
        layout.addWidget(self._value)
        layout.addWidget(self._under)
        self.setToolTip(which.about)

    def show_row(self, row: FigureRow) -> None:
        """Shows another figure."""
        self._value.setText(self.which.text(row))
        self._under.setText(under(self.which, row))


class FiguresView(QWidget):
    """Asks for the figures when it is shown, and again when tasks came to an end. `go` stands on a chore's."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.doc: FiguresDoc | None = None
        self._chore = ""             # that one came from
        self._wanted = ""            # whose row is still to be stood on
        self.tiles = [Tile(each) for each in MEASURES]
        self.chart = Chart(shell.theme)
        self.choice = self._choice()
        self.about = Words("", "caption")
        self.months = FiguresTable("Month", "Figures by month")
        self.chores = FiguresTable("Chore", "Figures by chore")
        self.estimate = Words("", "caption")
        self.problem = Banner(shell.icons, "", "danger")
        self.problem.add(button("Try again", self.refresh, look="link"))
        self.problem.hide()
        self._empty = Empty(shell.icons, "activity", "No figures yet",
                            f"Once a task is finished, this page says how reliably they are done. {STAYS}",
                            "Back to Receipts", self._back)
        self._area = scrolled(self._page(), "Figures")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._empty)
        shell.desk.changed.connect(self._changed)
        shell.desk.connection.connect(lambda state: self.refresh() if state is Connection.READY else None)
        self.refresh()

    def refresh(self) -> None:
        """Asks for the figures again."""
        self._shell.desk.call("figures", done=self._take, failed=self._failed, owner=self)

    def go(self, place: Place) -> None:
        """Stands on the figures of a chore; the way back leads to it."""
        self._chore = self._wanted = place.id
        self.back.setText("Back to the chore")
        self._stand()

    def focus_list(self) -> None:
        """Puts the focus on the choice of what the chart shows."""
        self.choice.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._arrange()

    def _page(self) -> QWidget:
        page = QWidget()
        sides = QHBoxLayout(page)
        sides.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.xl)
        held = QWidget()
        held.setMaximumWidth(WIDEST)
        sides.addStretch(1)
        sides.addWidget(held, 1000)
        sides.addStretch(1)
        layout = QVBoxLayout(held)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.md)
        self.back = button("Back to Receipts", self._back, look="quiet", icon="arrow-left", icons=self._shell.icons)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(Words("How reliably it went", "title"))
        layout.addWidget(Words(STAYS, "secondary"))
        layout.addWidget(self.problem)
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE.md)
        for each in self.tiles:
            self._grid.addWidget(each)
        self._parts = QWidget()
        parts = QVBoxLayout(self._parts)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(SPACE.md)
        parts.addLayout(self._grid)
        parts.addWidget(self._by_month())
        self._by_chore, inside = card()
        inside.addWidget(Words("By chore", "heading"))
        inside.addWidget(self.chores)
        parts.addWidget(self._by_chore)
        parts.addWidget(self.estimate)
        self._parts.hide()           # until there are some
        layout.addWidget(self._parts)
        layout.addStretch(1)
        return page

    def _by_month(self) -> QWidget:
        frame, layout = card()
        head = QHBoxLayout()
        head.setSpacing(SPACE.md)
        head.addWidget(Words("By month", "heading"), 1)
        head.addWidget(self.choice)
        layout.addLayout(head)
        layout.addWidget(self.about)
        layout.addWidget(self.chart)
        layout.addSpacing(SPACE.sm)
        layout.addWidget(self.months)
        return frame

    def _choice(self) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName("What the chart shows")
        for each in MEASURES:
            made.addItem(each.title, each.id)
        made.currentIndexChanged.connect(lambda _at: self._draw())
        return made

    def _take(self, doc: FiguresDoc) -> None:
        self.problem.say("")
        self.doc = doc
        self._stack.setCurrentWidget(self._empty if nothing(doc) else self._area)
        for each in self.tiles:
            each.show_row(doc["overall"])
        self.months.show_rows([(month_words(each["month"]), cells(each)) for each in reversed(doc["months"])])
        self.chores.show_rows([(each["title"], cells(each)) for each in doc["chores"]])
        self._by_chore.setVisible(bool(doc["chores"]))
        self._parts.show()
        self.estimate.setText(doc["estimate"])
        self._draw()
        self._stand()

    def _stand(self) -> None:
        """Stands on the row of the chore that was asked for, once."""
        rows = [each["chore"] for each in self.doc["chores"]] if self.doc is not None else []
        if self._wanted and self._wanted in rows:
            self.chores.stand_on(rows.index(self._wanted))
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.chores))
            self._wanted = ""

    def _draw(self) -> None:
        which = measure(str(self.choice.currentData()))
        self.about.setText(which.about)
        self.chart.show_bars(which, bars(self.doc["months"], which) if self.doc is not None else ())

    def _arrange(self) -> None:
        columns = 4 if self.width() >= NARROW else 2
        if self._grid.itemAtPosition(0, columns - 1) is not None and self._grid.itemAtPosition(0, columns) is None:
            return
        for place, each in enumerate(self.tiles):
            self._grid.removeWidget(each)
            self._grid.addWidget(each, place // columns, place % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, int(column < columns))

    def _failed(self, problem: Problem) -> None:
        self.problem.say(display(problem.text, 0))

    def _changed(self, what: Changed) -> None:
        if self.isVisible() and (what["receipts"] or what["tasks"]):
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget::showEvent. It was not kept up to date while nobody looked."""
        super().showEvent(event)
        if self.doc is not None:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Override QWidget::hideEvent. The next time it may be reached from elsewhere."""
        super().hideEvent(event)
        self._chore = self._wanted = ""
        self.back.setText("Back to Receipts")

    def _back(self) -> None:
        if self._chore:
            self._shell.navigator.go(View.CHORES, self._chore)
        else:
            self._shell.navigator.go(View.RECEIPTS)
