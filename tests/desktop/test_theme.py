"""The looks: contrast of every pair in use, every icon draws, theme changes reach the application."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.shell import Shell
from desktop.theme.contrast import contrast
from desktop.theme.icons import FOLDER, pixmap
from desktop.theme.tokens import DARK, LIGHT, NOT_TEXT, PAIRS, Colours


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_can_be_read_on_its_ground(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), NOT_TEXT)
def test_every_operable_edge_can_be_seen(colours: Colours, line: str, ground: str) -> None:
    assert contrast(getattr(colours, line), getattr(colours, ground)) >= 3


def test_contrast_agrees_with_the_standards_examples() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_icon_draws_something_in_the_colour_asked_for(qapp: QApplication) -> None:
    names = [path.stem for path in FOLDER.glob("*.svg")]
    assert len(names) > 80
    for name in names:
        image = pixmap(name, "#ff0000").toImage()
        reds = [image.pixelColor(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)]
        assert any(each.alpha() > 128 and each.red() > 200 for each in reds), name


def test_a_change_of_theme_repaints_icons_and_palette(shell: Shell, qapp: QApplication) -> None:
    button = QPushButton()
    shell.icons.on_button(button, "inbox")
    before = button.icon().cacheKey()
    shell.theme.choose("dark")
    assert qapp.palette().window().color().name() == DARK.window
    assert button.icon().cacheKey() != before
    shell.theme.choose("light")
    assert qapp.palette().window().color().name() == LIGHT.window


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_box_is_seen_and_its_tick_too(shell: Shell, qtbot: QtBot, look: str) -> None:
    shell.theme.choose(look)
    box = QCheckBox("Yes")
    qtbot.addWidget(box)
    box.show()
    colours = shell.theme.colours

    def painted() -> set[str]:
        image = box.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(24) for y in range(image.height())}
    assert colours.border_strong in painted()
    box.setChecked(True)
    assert {colours.accent, colours.on_accent} <= painted()
    shell.theme.choose("light")
