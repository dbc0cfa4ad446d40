"""Every scene of the gallery, once in each look: names, keys, focus, room for the words, contrast.

The light one is as large as its picture. The dark one has half of a small window: what 200 per cent leaves.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.gallery.run import on_stage, scenes, settle
from desktop.shell import Shell
from desktop.sidebar import WIDTH
from desktop.theme.fonts import load_fonts
from desktop.window import MainWindow
from tests.desktop.accessibility import colours, fit, names, reach
from tests.desktop.accessibility.parts import front

SCENES = {scene.name: scene for scene in scenes()}
HALF = QSize(960, 545)
"""What a screen of 1920×1200 leaves at 200 per cent, under the title and a bar of the system."""
REST = 25
"""Milliseconds for answers of the stand-in and for layouts."""


@pytest.fixture(autouse=True)
def house_style(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    qapp.setFont(load_fonts())


def room(top: QWidget, whole: QSize) -> QSize:
    """What a view has of a window of that size."""
    beside = 0 if isinstance(top, MainWindow | QDialog) else WIDTH
    return QSize(whole.width() - beside, whole.height())


def always(root: QWidget, shell: Shell) -> Iterator[str]:
    yield from fit.cut(root)
    yield from fit.overlapping(root)
    yield from fit.outside(root)
    yield from names.unscrollable(root)
    yield from colours.unreadable(root, shell.theme)


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_can_be_used_by_keyboard_and_screen_reader_and_nothing_is_cut(
        name: str, qapp: QApplication, qtbot: QtBot) -> None:
    with on_stage(qapp, SCENES[name], "light", REST) as (top, shell):
        top.activateWindow()
        qtbot.waitUntil(top.isActiveWindow)
        root = front(top)
        faults = [*fit.too_wide(top, room(top, fit.LEAST)), *names.unnamed(root), *names.unnamed_rows(root),
                  *names.unnamed_pictures(root), *names.rich(top)]
        forwards = reach.Walk(top, Qt.Key.Key_Tab)
        backwards = reach.Walk(top, Qt.Key.Key_Backtab)
        faults += [f"Tab: {forwards.fault}"] * bool(forwards.fault)
        faults += [f"Shift+Tab: {backwards.fault}"] * bool(backwards.fault)
        faults += [*reach.unreached(root, forwards.stops), *reach.unseen(root, forwards.stops)]
        faults += always(root, shell)
    told(name, faults)


@pytest.mark.parametrize("name", [name if number % 2 else pytest.param(name, marks=pytest.mark.slow)
                                  for number, name in enumerate(SCENES)])
def test_a_scene_holds_in_the_dark_and_at_twice_the_size(name: str, qapp: QApplication) -> None:
    with on_stage(qapp, SCENES[name], "dark", REST) as (top, shell):
        size = room(top, HALF)
        faults = list(fit.too_wide(top, size))
        top.resize(size)
        settle(REST)
        faults += always(front(top), shell)
    told(name, faults)


def told(name: str, faults: list[str]) -> None:
    assert not faults, f"{name}:\n" + "\n".join(dict.fromkeys(faults))
