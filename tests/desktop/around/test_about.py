"""About and licences; mishaps are noted without values; asking before what can't be taken back."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from desktop.around.about import About, Licences
from desktop.around.ask import ask
from desktop.around.licences import Licence, all_licences, version
from desktop.around.mishaps import Mishaps
from desktop.shell import Shell


def test_every_part_comes_with_its_licence() -> None:
    found = {each.name.split()[0]: each for each in all_licences()}
    assert {"Countersign", "Qt", "Inter", "Lucide", "cryptography", "SQLAlchemy", "pydantic"} <= set(found)
    assert "Apache License" in found["Countersign"].text
    assert "SIL OPEN FONT LICENSE" in found["Inter"].text.upper()
    assert "replace" in found["Qt"].text
    assert all(each.text.strip() for each in found.values())
    assert not any(name.lower().startswith(("pyside6", "pytest", "mypy")) for name in found)


def test_about_says_the_version(shell: Shell, qtbot: QtBot) -> None:
    dialog = About(shell)
    qtbot.addWidget(dialog)
    assert any(version() in label.text() for label in dialog.findChildren(QLabel))


def test_a_chosen_part_shows_its_text(shell: Shell, qtbot: QtBot) -> None:
    dialog = Licences(shell, [Licence("a", "MIT", "first"), Licence("b", "", "second")])
    qtbot.addWidget(dialog)
    assert dialog.text.toPlainText() == "MIT\n\nfirst"
    dialog.names.setCurrentRow(1)
    assert dialog.text.toPlainText() == "second"


def test_a_mishap_is_noted_without_its_message(
        tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    mishaps = Mishaps(tmp_path)
    try:
        try:
            raise KeyError("4111 1111 1111 1111")
        except KeyError as cause:
            raise ValueError("secret") from cause
    except ValueError:
        with qtbot.waitSignal(mishaps.happened):
            mishaps.note(*sys.exc_info())
    noted = (tmp_path / "desktop.log").read_text(encoding="utf-8")
    assert "KeyError\nwhich led to\n" in noted
    assert "test_about.py" in noted
    assert "4111" not in noted + capsys.readouterr().err
    assert "secret" not in noted
    assert stat.S_IMODE((tmp_path / "desktop.log").stat().st_mode) == 0o600


def test_the_note_does_not_grow_for_ever(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "desktop.log").write_text("x" * 300_000, encoding="utf-8")
    Mishaps(tmp_path).note(ValueError, ValueError(), None)
    assert (tmp_path / "desktop.log").stat().st_size < 1000
    assert (tmp_path / "desktop.log.1").exists()


def test_asking_never_takes_enter_or_escape_for_a_yes(window: tuple[QMainWindow, Shell], qtbot: QtBot) -> None:
    done: list[str] = []
    window[0].show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = ask(window[0], "Sending", "Wait.", go="Quit anyway", stay="Wait", run=lambda: done.append("x"))
        qtbot.keyClick(dialog, key)
        assert done == []
    dialog = ask(window[0], "Sending", "Wait.", go="Quit anyway", stay="Wait", run=lambda: done.append("x"))
    next(each for each in dialog.findChildren(QPushButton) if each.text() == "Quit anyway").click()
    assert done == ["x"]
