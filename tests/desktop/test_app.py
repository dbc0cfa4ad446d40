"""Start-up decisions: command line, data folder, scale; and the pictures of the gallery are written."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.app import Wishes, home_folder, read_wishes, scale, sorted_things
from desktop.gallery.run import run
from desktop.gallery.scene import Scene


@pytest.mark.parametrize(("arguments", "wishes"), [
    ([], Wishes()),
    (["--home", "/x", "a.pdf", "https://a.example"], Wishes(home="/x", things=("a.pdf", "https://a.example"))),
    (["--quiet-start"], Wishes(quiet=True)), (["--version"], Wishes(version=True)),
    (["--gallery", "out"], Wishes(gallery="out")),
    (["-platform", "offscreen"], Wishes(things=("offscreen",))),
])
def test_the_command_line_is_read(arguments: list[str], wishes: Wishes) -> None:
    assert read_wishes(arguments) == wishes


def test_files_are_handed_over_as_absolute_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert sorted_things(["a.pdf", "HTTPS://a.example/x"]) == ((str(tmp_path / "a.pdf"),), ("HTTPS://a.example/x",))


def test_the_data_folder_is_private_and_chosen_as_the_agent_chooses(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTERSIGN_HOME", str(tmp_path / "named"))
    assert home_folder("") == (tmp_path / "named", False)
    assert home_folder(str(tmp_path / "given")) == (tmp_path / "given", False)
    assert stat.S_IMODE((tmp_path / "given").stat().st_mode) == 0o700
    monkeypatch.delenv("COUNTERSIGN_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert home_folder("")[1] is True


@pytest.mark.parametrize(("percent", "kept", "factor"), [
    (100, None, "1"), (150, None, "1.5"), (150, "2", "3"), (125, "rubbish", "1.25")])
def test_the_scale_comes_on_top_of_the_environments(percent: int, kept: str | None, factor: str) -> None:
    assert scale(percent, kept) == factor


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_the_gallery_draws_every_scene_in_both_looks(tmp_path: Path, qapp: QApplication, qtbot: QtBot,
                                                     capsys: pytest.CaptureFixture[str]) -> None:
    scenes = [Scene("plain", lambda shell, desk: QLabel("Hello"), 200, 100),
              Scene("large-200", lambda shell, desk: QLabel("Hello"), 200, 100)]
    assert run(tmp_path, scenes) == 0
    names = ["plain-light.png", "plain-dark.png", "large-200-light.png", "large-200-dark.png"]
    assert capsys.readouterr().out.split() == [str(tmp_path / name) for name in names]
    pictures = [QImage(str(tmp_path / name)) for name in names]
    assert {(each.width(), each.height()) for each in pictures} == {(200, 100)}
    assert pictures[0].pixelColor(199, 99).lightness() > 200 > 60 > pictures[1].pixelColor(199, 99).lightness()
    assert all(name in (tmp_path / "index.html").read_text(encoding="utf-8") for name in names)
