"""Where the app is opened, where the terminal is used instead, and how missing libraries are told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from installers import command, window
from installers.plan import Machine, System
from installers.problems import SetupError
from installers.shell import Outcome
from tests.installers.test_command import ROOT, FakeShell

DEBIAN = Machine(System.DEBIAN, root_user=True, python="/usr/bin/python3", version=(3, 11, 2), uv="",
                 can_make_venv=True)


@pytest.mark.parametrize(("system", "environment", "there"), [
    (System.LINUX, {}, False), (System.DEBIAN, {"DISPLAY": ":0"}, True),
    (System.FEDORA, {"WAYLAND_DISPLAY": "w"}, True),
    (System.DEBIAN, {"DISPLAY": ""}, False), (System.MACOS, {}, True), (System.WINDOWS, {}, True)])
def test_a_screen_is_there_or_not(system: System, environment: dict[str, str], there: bool) -> None:
    assert window.has_screen(system, environment) is there


@pytest.mark.parametrize(("arguments", "display", "module"), [
    (["run"], ":0", "desktop.app"), (["run"], "", "agent.cli"), (["run", "--yes"], ":0", "agent.cli"),
    (["run", "--terminal"], ":0", "agent.cli")])
def test_run_opens_the_app_where_there_is_a_screen(arguments: list[str], display: str, module: str,
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    shell = FakeShell()
    asked = command._parser().parse_args(arguments)
    assert command.hand_over(shell, DEBIAN, ROOT, asked, ()) == 7
    assert shell.handed[-1][1:3] == ("-m", module)


def test_where_the_window_does_not_start_the_terminal_is_used_and_the_reason_told(
        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    shell = FakeShell(lambda argv: Outcome(1, "libEGL.so.1: cannot open shared object file") if "-c" in argv else None)
    command.hand_over(shell, replace(DEBIAN, root_user=False), ROOT, command._parser().parse_args(["run"]), ())
    assert shell.handed[-1][1:3] == ("-m", "agent.cli")
    assert "libEGL" in shell.said[-1]
    assert "sudo apt-get install -y libegl1" in shell.said[-1]
    assert shell.installs() == 0


def test_root_gets_the_libraries_installed(tmp_path: Path) -> None:
    there: list[bool] = []

    def answer(argv: tuple[str, ...]) -> Outcome | None:
        if "install" in argv:
            there.append(True)
        return Outcome(1, "libEGL.so.1") if "-c" in argv and not there else None

    shell = FakeShell(answer)
    assert window.window_starts(shell, DEBIAN, tmp_path) == ""
    assert next(argv for argv in shell.ran if "install" in argv)[-len(window.APT_WINDOW):] == window.APT_WINDOW


def test_tests_without_qt_are_refused_in_words() -> None:
    shell = FakeShell(lambda argv: Outcome(1, "no Qt") if "-c" in argv else None)
    with pytest.raises(SetupError, match="The window can't be opened here"):
        command.hand_over(shell, replace(DEBIAN, system=System.LINUX), ROOT, command._parser().parse_args(["test"]), ())
