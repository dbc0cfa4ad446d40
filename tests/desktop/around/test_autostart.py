"""The entries that start the app with the computer."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop.around.autostart import autostart
from desktop.around.autostart.abc import Autostart
from desktop.around.autostart.linux import LinuxAutostart, quoted
from desktop.around.autostart.macos import MacAutostart
from desktop.around.autostart.windows import WindowsAutostart


@pytest.mark.parametrize("kind", [LinuxAutostart, MacAutostart])
def test_it_is_written_and_removed(kind: type[LinuxAutostart] | type[MacAutostart], tmp_path: Path) -> None:
    entry: Autostart = kind(["/usr/bin/python", "-m", "desktop.app", "--home", "/home/kim/My data"], tmp_path / "new")
    assert not entry.enabled
    entry.set(True)
    assert entry.enabled
    assert not kind(["/elsewhere/python"], tmp_path / "new").enabled
    entry.set(False)
    entry.set(False)
    assert not entry.enabled
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize(("argument", "written"), [
    ("/usr/bin/python", "/usr/bin/python"), ("", '""'), ("My data", '"My data"'), ("50%", "50%%"),
    ('a"b', r'"a\\"b"'), ("a$b", r'"a\\$b"'), ("a\\b", r'"a\\\\b"'),
])
def test_arguments_are_quoted_as_the_desktop_entry_specification_says(argument: str, written: str) -> None:
    assert quoted(argument) == written


def test_a_line_break_can_not_add_a_line(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="line break"):
        LinuxAutostart(["x", "a\nExec=evil"], tmp_path).enable()


def test_windows_gets_one_line() -> None:
    assert WindowsAutostart(["C:\\Program Files\\python.exe", "--quiet-start"]).line == (
        '"C:\\Program Files\\python.exe" --quiet-start')


def test_this_system_starts_this_program_quietly_with_this_data(tmp_path: Path) -> None:
    assert autostart(tmp_path).command == (
        sys.executable, "-m", "desktop.app", "--home", str(tmp_path), "--quiet-start")
    assert autostart().command[-2:] == ("desktop.app", "--quiet-start")
