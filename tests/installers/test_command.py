"""The flow of the two commands, with a shell that starts nothing, and the real program's help."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from installers import bootstrap, command
from installers.plan import Machine, System
from installers.problems import Cause, SetupError
from installers.shell import Outcome, RealShell

ROOT = Path(__file__).resolve().parents[2]
BROWSER = "/nowhere/chromium"

Answer = Callable[[tuple[str, ...]], Outcome | None]


@dataclass
class FakeShell:
    """Remembers what it was asked to run; ``answer`` may give an outcome other than success."""

    answer: Answer = lambda argv: None
    ran: list[tuple[str, ...]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    handed: list[tuple[str, ...]] = field(default_factory=list)

    def say(self, line: str) -> None:
        self.said.append(line)

    def capture(self, argv: tuple[str, ...], seconds: float | None = None) -> Outcome:
        self.ran.append(argv)
        if "venv" in argv:
            python = Path(argv[-1]) / "bin/python"
            python.parent.mkdir(parents=True)
            python.touch()
            (Path(argv[-1]) / "pyvenv.cfg").touch()
        return self.answer(argv) or Outcome(0, BROWSER if "-c" in argv else "")

    def hand_over(self, argv: tuple[str, ...], folder: Path) -> int:
        self.handed.append(argv)
        return 7

    def installs(self) -> int:
        return sum("install" in argv for argv in self.ran)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "a checkout"
    root.mkdir()
    (root / "requirements.lock").write_text("h11==0.16.0\n", encoding="utf-8")
    (root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    return root


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    monkeypatch.delenv("COUNTERSIGN_BROWSER", raising=False)
    return Machine(System.DEBIAN, root_user=True, python="/usr/bin/python3", version=(3, 11, 2), uv="",
                   can_make_venv=True)


class TestEnvironment:
    def test_the_second_time_nothing_is_installed(self, checkout: Path, machine: Machine) -> None:
        first, second = FakeShell(), FakeShell()
        command.prepare(first, machine, checkout)
        command.prepare(second, machine, checkout)
        assert first.installs() == 2
        assert second.installs() == 0
        assert second.said == []

    def test_a_changed_lock_installs_into_the_same_environment(self, checkout: Path, machine: Machine) -> None:
        command.prepare(FakeShell(), machine, checkout)
        (checkout / "requirements.lock").write_text("h11==0.17.0\n", encoding="utf-8")
        shell = FakeShell()
        command.prepare(shell, machine, checkout)
        assert shell.installs() == 2
        assert not any("venv" in argv for argv in shell.ran)

    def test_another_python_makes_the_environment_anew(self, checkout: Path, machine: Machine) -> None:
        command.prepare(FakeShell(), machine, checkout)
        shell = FakeShell()
        command.prepare(shell, replace(machine, version=(3, 12, 1)), checkout)
        assert any("venv" in argv for argv in shell.ran)

    def test_a_failed_installation_is_tried_again_next_time(self, checkout: Path, machine: Machine) -> None:
        broken = FakeShell(lambda argv: Outcome(1, "Temporary failure in name resolution") if "-r" in argv else None)
        with pytest.raises(SetupError, match="could not be reached") as caught:
            command.prepare(broken, machine, checkout)
        assert caught.value.cause is Cause.NO_NETWORK
        shell = FakeShell()
        command.prepare(shell, machine, checkout)
        assert shell.installs() == 2

    def test_a_folder_that_is_no_environment_is_left_alone(self, checkout: Path, machine: Machine) -> None:
        (checkout / ".venv").mkdir()
        precious = checkout / ".venv/precious.txt"
        precious.touch()
        with pytest.raises(SetupError, match="Move it away"):
            command.prepare(FakeShell(), machine, checkout)
        assert precious.exists()

    def test_a_missing_lock_is_said(self, checkout: Path, machine: Machine) -> None:
        (checkout / "requirements.lock").unlink()
        with pytest.raises(SetupError, match=r"requirements\.lock can't be read"):
            command.prepare(FakeShell(), machine, checkout)

    def test_a_full_disk_is_said_before_anything_is_made(
            self, checkout: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
        usage = type("Usage", (), {"free": 10_000_000})
        monkeypatch.setattr(command.shutil, "disk_usage", lambda path: usage)
        with pytest.raises(SetupError, match="disk is full"):
            command.prepare(FakeShell(), machine, checkout)
        assert not (checkout / ".venv").exists()

    @pytest.mark.skipif(sys.platform == "win32", reason="folder permissions differ")
    def test_a_read_only_checkout_is_said(
            self, checkout: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(command.os, "access", lambda path, mode: False)
        with pytest.raises(SetupError, match="can't be written"):
            command.prepare(FakeShell(), machine, checkout)


class TestBrowser:
    def test_where_none_is_found_one_is_installed_and_found(self, checkout: Path, machine: Machine) -> None:
        shell = FakeShell()
        shell.answer = lambda argv: (
            Outcome(3, "none") if "-c" in argv and not any("chromium" in each for each in shell.ran) else None)
        command.prepare(shell, machine, checkout)
        assert any(argv[:2] == ("apt-get", "install") for argv in shell.ran)
        assert not any("playwright" in argv for argv in shell.ran)

    def test_where_apt_fails_playwright_is_tried_and_then_the_command_named(
            self, checkout: Path, machine: Machine) -> None:
        shell = FakeShell(lambda argv: Outcome(3, "none") if "-c" in argv else
                          Outcome(100, "E: broken") if {"apt-get", "playwright"} & set(argv) else None)
        with pytest.raises(SetupError, match="sudo apt-get install -y chromium"):
            command.prepare(shell, machine, checkout)
        tried = [argv[:2] for argv in shell.ran if argv[0] == "apt-get"]
        assert tried == [("apt-get", "update")]
        assert any("playwright" in argv for argv in shell.ran)

    def test_a_chosen_browser_that_does_not_exist_is_not_replaced(
            self, checkout: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COUNTERSIGN_BROWSER", "/no/such/browser")
        shell = FakeShell(lambda argv: Outcome(3, "none") if "-c" in argv else None)
        with pytest.raises(SetupError, match="COUNTERSIGN_BROWSER is set to /no/such/browser"):
            command.prepare(shell, machine, checkout)

    def test_a_browser_that_does_not_start_is_told_apart_from_none(
            self, checkout: Path, machine: Machine, tmp_path: Path) -> None:
        browser = tmp_path / "chromium"
        browser.touch()
        shell = FakeShell(lambda argv: Outcome(0, str(browser)) if "-c" in argv else
                          Outcome(127, "libnss3.so: cannot open") if "--version" in argv else None)
        with pytest.raises(SetupError, match=r"libnss3\.so"):
            command.prepare(shell, replace(machine, root_user=False), checkout)

    def test_an_installation_that_can_not_be_imported_is_said(self, checkout: Path, machine: Machine) -> None:
        shell = FakeShell(lambda argv: Outcome(1, "ModuleNotFoundError: agent") if "-c" in argv else None)
        with pytest.raises(SetupError, match="ModuleNotFoundError"):
            command.prepare(shell, machine, checkout)


class TestJob:
    def test_home_is_made_absolute_and_yes_passed_on(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        assert command.run_command("py", yes=True, home="data") == (
            "py", "-m", "agent.cli", "demo", "--yes", "--home", str(tmp_path / "data"))
        assert command.run_command("py", yes=False, home=None) == ("py", "-m", "agent.cli", "demo")

    def test_what_stands_after_two_dashes_is_pytests(self) -> None:
        assert command.split_arguments(["test", "--", "-k", "gate", "--yes"]) == (["test"], ("-k", "gate", "--yes"))
        assert command.split_arguments(["run", "--yes"]) == (["run", "--yes"], ())

    def test_test_installs_the_form_pages_and_hands_over_to_pytest(self, machine: Machine) -> None:
        shell = FakeShell()
        asked = command._parser().parse_args(["test"])
        assert command.hand_over(shell, machine, ROOT, asked, ("-k", "gate")) == 7
        assert shell.ran[-1][-1].endswith("install.py")
        assert shell.handed[-1][1:] == ("-m", "pytest", "-k", "gate")


class TestRealProgram:
    def test_help_works_under_a_bare_python_from_anywhere(self, tmp_path: Path) -> None:
        done = subprocess.run([sys.executable, "-S", "-E", str(ROOT / "installers/bootstrap.py"), "--help"],
                              cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "parking permit" in done.stdout

    def test_an_old_python_gets_a_clear_message(self) -> None:
        assert bootstrap.version_problem(3, 11, "python3") == ""
        assert bootstrap.version_problem(3, 12, "python3") == ""
        message = bootstrap.version_problem(3, 9, "/usr/bin/python3")
        assert "needs Python 3.11 or newer; this is 3.9 (/usr/bin/python3)" in message

    def test_the_file_stays_readable_for_an_old_python(self) -> None:
        import ast

        ast.parse((ROOT / "installers/bootstrap.py").read_text(encoding="utf-8"), feature_version=(3, 6))

    def test_a_program_that_is_not_there_is_an_outcome(self) -> None:
        assert RealShell().capture(("/no/such/program",)).code == 127

    def test_a_program_without_end_is_ended(self) -> None:
        outcome = RealShell().capture((sys.executable, "-c", "input() if False else __import__('threading').Event()"
                                                             ".wait()"), seconds=1.0)
        assert outcome.code == 124

    def test_programs_get_no_standard_input(self) -> None:
        outcome = RealShell().capture((sys.executable, "-c", "import sys; print(repr(sys.stdin.read()))"))
        assert outcome.output.strip() == "''"

    @pytest.mark.skipif(os.name == "nt", reason="the program replaces this one only on POSIX")
    def test_the_jobs_exit_code_is_ours(self, tmp_path: Path) -> None:
        code = (f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
                "from pathlib import Path\nfrom installers.shell import RealShell\n"
                "RealShell().hand_over((sys.executable, '-c', 'import sys; sys.exit(5)'), Path.cwd())")
        assert subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False).returncode == 5
