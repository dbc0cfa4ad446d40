"""The parts of a chore's page: next dates, what varies, past times, and the facts about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from agent.protocol import TaskState
from agent.protocol.chores import ChoreDoc, OccurrenceDoc, ParameterDoc
from desktop.chores import wording
from desktop.inbox.terms import CLASSES
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Foreign, Words

MOST_PAST = 12
"""Past times shown."""
_TOP = Qt.AlignmentFlag.AlignTop


def dates(times: Sequence[str], zone: str) -> QWidget:
    """Times one under the other; on another clock than this computer's also what it shows here."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE.lg)
    grid.setVerticalSpacing(SPACE.xs)
    grid.setColumnStretch(1, 1)
    away = wording.elsewhere(list(times))
    for at, each in enumerate(times):
        grid.addWidget(Words(wording.time_words(each), "strong" if at == 0 else "", wrap=False), at, 0)
        if away:
            grid.addWidget(Words(wording.here(each), "secondary", wrap=False), at, 1)
    if away:
        grid.addWidget(Words(f"By the clock of {wording.city(zone)}.", "secondary"), len(times), 0, 1, 2)
    return made


def parameters(found: Sequence[ParameterDoc]) -> QWidget:
    """What varies: asked each time, or what goes in again."""
    made, grid = _grid()
    for at, each in enumerate(found):
        grid.addWidget(Foreign(each["label"], "secondary"), at, 0, _TOP)
        how = "Asked each time" if each["ask"] else f"Goes in again: {each['last']}"
        last = f" (last: {each['last']})" if each["ask"] and each["last"] else ""
        learnt = ", found in what the first one sent" if each["learnt"] else ""
        grid.addWidget(Foreign(f"{how}{last}{learnt}", limit=400), at, 1, _TOP)
    return made


def about(doc: ChoreDoc) -> QWidget:
    """Where it starts, what comes along, what becomes of missed times, whose clock counts."""
    rows = [("Starts at", doc["url"] or "Where the same was done before, or it asks you")]
    if doc["files"]:
        rows.append(("Files", ", ".join(doc["files"])))
    rows += [("Most money", doc["limit"])] if doc["limit"] else []
    rows += [("May use", ", ".join(words for name, words in CLASSES if name in doc["data"]))] if doc["data"] else []
    rows += [("Other sites", ", ".join(doc["sites"]))] if doc["sites"] else []
    rows.append(("Missed times", wording.CATCH_UP.get(doc["catch_up"], "")))
    if not doc["zone"]:
        rows.append(("Clock", "This computer's, wherever it is"))
    made, grid = _grid()
    for at, (name, value) in enumerate(rows):
        grid.addWidget(Words(name, "secondary", wrap=False), at, 0, _TOP)
        grid.addWidget(Foreign(value, limit=600), at, 1, _TOP)
    return made


def past(shell: Shell, found: Sequence[OccurrenceDoc], open_task: Callable[[str], object],
         open_receipt: Callable[[str], object]) -> QWidget:
    """The latest times with what became of them."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE.sm)
    for each in found[:MOST_PAST]:
        column.addLayout(_past(shell, each, open_task, open_receipt))
    if len(found) > MOST_PAST:
        column.addWidget(Words(f"And {len(found) - MOST_PAST} before these.", "secondary"))
    return made


def _past(shell: Shell, each: OccurrenceDoc, open_task: Callable[[str], object],
          open_receipt: Callable[[str], object]) -> QHBoxLayout:
    mark = wording.occurrence_mark(each)
    row = QHBoxLayout()
    row.setSpacing(SPACE.sm)
    sign = QLabel()
    shell.icons.on_label(sign, mark.icon, "secondary")
    row.addWidget(sign, 0, _TOP)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Words(wording.time_words(each["local"])))
    words.addWidget(Words(mark.text, "secondary"))
    if each["note"]:
        words.addWidget(Foreign(each["note"], "secondary", limit=400))
    row.addLayout(words, 1)
    day = wording.short_day(each["local"])
    if each["task_state"] == TaskState.DONE:
        _link(row, "Open receipt", f"Open the receipt of {day}", partial(open_receipt, each["task"]))
    elif each["task"]:
        _link(row, "Open task", f"Open the task of {day}", partial(open_task, each["task"]))
    return row


def _link(row: QHBoxLayout, words: str, name: str, run: Callable[[], object]) -> None:
    made = button(words, run, look="link")
    made.setAccessibleName(name)
    row.addWidget(made, 0, _TOP)


def _grid() -> tuple[QWidget, QGridLayout]:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE.lg)
    grid.setVerticalSpacing(SPACE.sm)
    grid.setColumnMinimumWidth(0, 110)
    grid.setColumnStretch(1, 1)
    return made, grid
