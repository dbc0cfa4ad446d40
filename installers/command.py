"""The flow of `bootstrap.py run`, `test` and `photos`: environment, browser, then the job itself."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from installers import plan, window
from installers.plan import Machine, Stamp, Step, System, Work
from installers.problems import NEEDED_BYTES, Cause, SetupError, advice, gigabytes
from installers.shell import RealShell, Shell, carry_out

ROOT = Path(__file__).resolve().parents[1]
STAMP = "countersign.json"

_FIND_BROWSER = """
import sys
from agent.browser.find import find_browser
try:
    found = find_browser()
except Exception as error:
    print(error)
    sys.exit(3)
print(found.path)
"""
_NONE_FOUND = 3


def main(arguments: list[str]) -> int:
    """Reads the arguments, sets up, and hands over to the job; the exit code is the job's, or 1 for a failed set-up."""
    own, passed_on = split_arguments(arguments)
    asked = _parser().parse_args(own)
    shell = RealShell()
    try:
        machine = look_at_machine(with_uv=not asked.pip)
        if asked.command == "photos":
            make_environment(shell, machine, ROOT)
            carry_out(shell, plan.photos_step(machine, ROOT))
            shell.say("Photos and PDFs can be read from now on.")
            return 0
        prepare(shell, machine, ROOT)
        return hand_over(shell, machine, ROOT, asked, passed_on)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. Run the same command to go on; finished steps are kept.", file=sys.stderr)
        return 130


def look_at_machine(with_uv: bool) -> Machine:
    """Collects the facts that the decisions need."""
    release = Path("/etc/os-release")
    text = release.read_text(encoding="utf-8", errors="replace") if release.is_file() else ""
    return Machine(
        system=plan.system_of(sys.platform, text),
        root_user=sys.platform != "win32" and os.geteuid() == 0,
        python=sys.executable,
        version=sys.version_info[:3],
        uv=(shutil.which("uv") or "") if with_uv else "",
        can_make_venv=find_spec("ensurepip") is not None and find_spec("venv") is not None,
    )


def prepare(shell: Shell, machine: Machine, root: Path) -> None:
    """Makes whatever is missing of the environment and the browser.

    Raises:
        SetupError: something is missing that can't be put right from here; the text says what to do.
    """
    make_environment(shell, machine, root)
    browser = find_or_install_browser(shell, machine, root)
    check_browser_starts(shell, machine, root, browser)


def make_environment(shell: Shell, machine: Machine, root: Path) -> None:
    """Brings ``.venv`` to the state that the lock asks for; does nothing where it is there already."""
    wanted = _wanted_stamp(machine, root)
    work = plan.work_left(_read_stamp(root), wanted, plan.venv_python(root, machine.system).exists())
    if work is Work.NOTHING:
        return
    _check_room(root)
    if work is Work.REBUILD:
        _ensure_venv_module(shell, machine)
        _remove_old_environment(root)
        carry_out(shell, plan.environment_step(machine, root))
        _write_stamp(root, Stamp(wanted.base, ""))
    for step in plan.install_steps(machine, root):
        carry_out(shell, step)
    _write_stamp(root, wanted)


def find_or_install_browser(shell: Shell, machine: Machine, root: Path) -> str:
    """Returns the browser's path or name, after installing one where there is none."""
    found = _find_browser(shell, machine, root)
    if found:
        return found
    if chosen := os.environ.get("COUNTERSIGN_BROWSER"):
        raise SetupError(f"COUNTERSIGN_BROWSER is set to {chosen}, which is no browser that can be started. "
                         "Correct it or unset it, then run this again.")
    shell.say("No browser found on this machine.")
    failed = False
    for step in plan.browser_steps(machine, root):
        if failed and step.argv[:2] == ("apt-get", "install"):
            continue          # without a fresh list the installation would only fail too
        failed = not carry_out(shell, step)
        found = _find_browser(shell, machine, root)
        if found:
            return found
    raise SetupError(plan.browser_message(machine, root))


def check_browser_starts(shell: Shell, machine: Machine, root: Path, browser: str) -> None:
    """Asks the browser for its version on Linux, where missing system libraries keep it from starting."""
    if machine.system in (System.WINDOWS, System.MACOS) or not Path(browser).is_file():
        return
    outcome = shell.capture((browser, "--version"), seconds=60)
    if outcome.code == 0:
        return
    for step in plan.library_steps(machine, root):
        if carry_out(shell, step) and shell.capture((browser, "--version"), seconds=60).code == 0:
            return
    raise SetupError(plan.library_message(machine, root, browser, outcome.output))


SIDE_BY_SIDE = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
"""How all tests run when pytest is told nothing else: two files at a time, since browsers leave much waiting, and in
the order in which they were collected: otherwise files with few long tests come last."""


def hand_over(shell: Shell, machine: Machine, root: Path, asked: argparse.Namespace,
              passed_on: tuple[str, ...]) -> int:
    """Starts the job itself: the app, where there is a screen; the practice permit on the terminal; or all tests.

    Raises:
        SetupError: the tests can't run because Qt does not start.
    """
    python = str(plan.venv_python(root, machine.system))
    if asked.command == "run":
        if opens_window(shell, machine, root, asked):
            return shell.hand_over(app_command(python, asked.home), root)
        return shell.hand_over(run_command(python, asked.yes, asked.home), root)
    if problem := window.window_starts(shell, machine, root, "offscreen"):
        raise SetupError(problem)
    carry_out(shell, plan.photos_step(machine, root))
    window.get_test_screen(shell, machine)
    for what, folder in (("form pages", "sites"), ("single-page applications", "flows")):
        carry_out(shell, Step(f"Installing the {what} that the tests drive",
                              (python, str(root / "tests" / folder / "install.py"))))
    return shell.hand_over((python, "-m", "pytest", *(passed_on or SIDE_BY_SIDE)), root)


def opens_window(shell: Shell, machine: Machine, root: Path, asked: argparse.Namespace) -> bool:
    """Whether `run` opens the app; where a screen is there and it can't, says why and goes on in the terminal."""
    if asked.yes or asked.terminal or not window.has_screen(machine.system, os.environ):
        return False
    problem = window.window_starts(shell, machine, root)
    if problem:
        shell.say(f"{problem}\nGoing on in the terminal.")
    return not problem


def app_command(python: str, home: str | None) -> tuple[str, ...]:
    """The app's command line."""
    return (python, "-m", "desktop.app", *_home(home))


def split_arguments(arguments: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Parts the arguments at the first ``--``: ours before it, pytest's after it."""
    if "--" not in arguments:
        return arguments, ()
    cut = arguments.index("--")
    return arguments[:cut], tuple(arguments[cut + 1:])


def run_command(python: str, yes: bool, home: str | None) -> tuple[str, ...]:
    """The main job's command line. ``home`` is made absolute: the job starts in the checkout's folder."""
    return (python, "-m", "agent.cli", "demo", *(("--yes",) if yes else ()), *_home(home))


def _home(home: str | None) -> tuple[str, ...]:
    return () if home is None else ("--home", str(Path(home).expanduser().absolute()))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bootstrap.py", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Sets Countersign up in this checkout, then does one of:\n"
                    "  run   opens the app; without a screen, renews a parking permit on the practice site in the\n"
                    "        terminal: fills, shows, asks, sends once, files\n"
                    "  test  runs all tests; what stands after -- goes to pytest\n"
                    "  photos  adds what reads photos and PDFs (about 360 MB); nothing else")
    parser.add_argument("command", choices=("run", "test", "photos"), help="what to do once all is set up")
    parser.add_argument("--yes", action="store_true", help="run: in the terminal, approving without asking")
    parser.add_argument("--terminal", action="store_true", help="run: in the terminal, also where there is a screen")
    parser.add_argument("--home", metavar="DIR", help="run: folder for the data; otherwise the system's usual place")
    parser.add_argument("--pip", action="store_true", help="use Python's own venv and pip also where uv is there")
    return parser


def _wanted_stamp(machine: Machine, root: Path) -> Stamp:
    try:
        lock, project = (root / plan.LOCK).read_bytes(), (root / "pyproject.toml").read_bytes()
    except OSError as error:
        raise SetupError(f"{error.filename} can't be read ({error.strerror}). Is the checkout complete?") from error
    return plan.stamp_for(root, machine.version, lock, project)


def _read_stamp(root: Path) -> Stamp | None:
    try:
        content = json.loads((root / plan.VENV / STAMP).read_text(encoding="utf-8"))
        return Stamp(str(content["base"]), str(content["installed"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write_stamp(root: Path, stamp: Stamp) -> None:
    path = root / plan.VENV / STAMP
    try:
        path.write_text(json.dumps({"base": stamp.base, "installed": stamp.installed}) + "\n", encoding="utf-8")
    except OSError as error:
        raise SetupError(f"{path} can't be written: {error.strerror}.") from error


def _check_room(root: Path) -> None:
    if not os.access(root, os.W_OK):
        raise SetupError(f"The checkout: {root}. {advice(Cause.READ_ONLY)}", Cause.READ_ONLY)
    free = shutil.disk_usage(root).free
    if free < NEEDED_BYTES:
        raise SetupError(f"{gigabytes(free)} are free here. {advice(Cause.DISK_FULL)}", Cause.DISK_FULL)


def _ensure_venv_module(shell: Shell, machine: Machine) -> None:
    if not plan.needs_venv_package(machine):
        return
    steps = plan.venv_package_steps(machine)
    if not steps:
        raise SetupError(plan.venv_package_message(machine))
    for step in steps:
        carry_out(shell, step)


def _remove_old_environment(root: Path) -> None:
    """Clears a stale or half-made ``.venv``; anything there that is not an environment is left alone."""
    folder = root / plan.VENV
    if not folder.exists() and not folder.is_symlink():
        return
    if folder.is_symlink() or (any(folder.iterdir()) and not (folder / "pyvenv.cfg").is_file()):
        raise SetupError(f"{folder} is there but is not a Python environment made here. Move it away, then run again.")
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise SetupError(f"The old environment {folder} can't be removed: {error.strerror}.") from error


def _find_browser(shell: Shell, machine: Machine, root: Path) -> str:
    python = str(plan.venv_python(root, machine.system))
    outcome = shell.capture((python, "-c", _FIND_BROWSER))
    if outcome.code in (0, _NONE_FOUND):
        return outcome.output.strip() if outcome.code == 0 else ""
    raise SetupError(f"{outcome.output}\nThe installed Countersign can't be started. Remove {root / plan.VENV} and "
                     "run this again.")
