"""Which commands make the environment and get a browser: pure decisions from facts about the machine."""

from __future__ import annotations

import hashlib
import shlex
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath


class System(StrEnum):
    """The kind of system, as far as commands differ."""

    DEBIAN = "debian"
    UBUNTU = "ubuntu"
    FEDORA = "fedora"
    LINUX = "linux"              # any other Linux
    MACOS = "macos"
    WINDOWS = "windows"


@dataclass(frozen=True, slots=True)
class Machine:
    """What the decisions depend on.

    ``python`` is the Python that runs this; ``version`` its (major, minor, micro). ``uv`` is the path of uv, empty
    where there is none or it is not wanted. ``can_make_venv`` is False where Debian left ``ensurepip`` out.
    """

    system: System
    root_user: bool
    python: str
    version: tuple[int, int, int]
    uv: str
    can_make_venv: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One command with the words for it. ``optional`` steps may fail: another way follows."""

    words: str
    argv: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an environment was made for (``base``) and what was installed in it (``installed``), as digests."""

    base: str
    installed: str


class Work(StrEnum):
    """What an existing environment still needs."""

    REBUILD = "rebuild"
    INSTALL = "install"
    NOTHING = "nothing"


VENV = ".venv"
LOCK = "requirements.lock"
PHOTOS_LOCK = "installers/photos.lock"
"""The same with what reads photos and PDFs."""
APT_BROWSER = ("chromium", "chromium-sandbox", "fonts-liberation")
"""Debian's browser, its sandbox for people who are not root, and fonts without which pictures show boxes."""


def system_of(platform: str, os_release: str) -> System:
    """Tells the system from ``sys.platform`` and the text of ``/etc/os-release`` (empty where there is none)."""
    if platform == "win32":
        return System.WINDOWS
    if platform == "darwin":
        return System.MACOS
    fields = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line)
    names = [fields.get("ID", "").strip("\"'"), *fields.get("ID_LIKE", "").strip("\"'").split()]
    for name in names:
        # ID_LIKE of an Ubuntu derivative reads "ubuntu debian"; Ubuntu must win, its chromium is a snap stub.
        if name in (System.UBUNTU, System.DEBIAN, System.FEDORA):
            return System(name)
    return System.LINUX


def venv_python(root: Path, system: System) -> Path:
    """Where the environment's own Python stands."""
    return root / VENV / ("Scripts/python.exe" if system is System.WINDOWS else "bin/python")


def stamp_for(root: PurePath, version: tuple[int, int, int], lock: bytes, project: bytes) -> Stamp:
    """The stamp that a finished environment carries. The folder belongs to it: an environment can't be moved."""
    base = hashlib.sha256(f"{version}\0{root}".encode()).hexdigest()
    installed = hashlib.sha256(hashlib.sha256(lock).digest() + hashlib.sha256(project).digest()).hexdigest()
    return Stamp(base, installed)


def work_left(found: Stamp | None, wanted: Stamp, python_there: bool) -> Work:
    """Compares the stamp that was found with the one wanted."""
    if found is None or not python_there or found.base != wanted.base:
        return Work.REBUILD
    return Work.NOTHING if found.installed == wanted.installed else Work.INSTALL


def venv_package(machine: Machine) -> str:
    """Debian's package that holds the missing half of ``venv``."""
    return f"python{machine.version[0]}.{machine.version[1]}-venv"


def needs_venv_package(machine: Machine) -> bool:
    """Whether an environment can't be made until a system package is installed."""
    return not machine.uv and not machine.can_make_venv


def venv_package_steps(machine: Machine) -> tuple[Step, ...]:
    """Installs Debian's venv package where that is possible; empty where the person has to."""
    if machine.root_user and machine.system in (System.DEBIAN, System.UBUNTU):
        return _apt((venv_package(machine),), "Installing Python's venv module")
    return ()


def venv_package_message(machine: Machine) -> str:
    """What to say where the venv module is missing and can't be installed from here."""
    if machine.system in (System.DEBIAN, System.UBUNTU):
        command = shown(("sudo", "apt-get", "install", "-y", venv_package(machine)))
        return f"This Python can't make environments (its venv module is incomplete). Run:\n    {command}"
    return "This Python can't make environments: its ensurepip module is missing. Install a complete Python, or uv."


def environment_step(machine: Machine, root: Path) -> Step:
    """Makes the empty environment."""
    target = str(root / VENV)
    if machine.uv:
        return Step("Making the environment in .venv with uv",
                    (machine.uv, "venv", "--no-project", "--python", machine.python, target))
    return Step("Making the environment in .venv", (machine.python, "-m", "venv", target))


def install_steps(machine: Machine, root: Path) -> tuple[Step, ...]:
    """Installs the locked packages, then the project itself without looking at its dependencies again."""
    installer = _installer(machine, root)
    return (
        Step("Installing the packages of the lock (a few minutes the first time)",
             (*installer, "--require-hashes", "-r", str(root / LOCK))),
        Step("Installing Countersign itself",
             (*installer, "--no-deps", "--no-build-isolation", "-e", str(root))),
    )


def photos_step(machine: Machine, root: Path) -> Step:
    """Installs what reads photos and PDFs; where it is there already, this takes a second."""
    return Step("Installing what reads photos and PDFs (about 360 MB)",
                (*_installer(machine, root), "--require-hashes", "-r", str(root / PHOTOS_LOCK)))


def _installer(machine: Machine, root: Path) -> tuple[str, ...]:
    python = str(venv_python(root, machine.system))
    if machine.uv:
        return (machine.uv, "pip", "install", "--python", python)
    return (python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input")


def browser_steps(machine: Machine, root: Path) -> tuple[Step, ...]:
    """Ways to get a browser, tried in order until one is found."""
    python = str(venv_python(root, machine.system))
    if machine.root_user and machine.system is System.UBUNTU:
        # Ubuntu's chromium package only leads to a snap, which can't run in containers and hides its binary.
        return (Step("Installing Chromium and its libraries",
                     (python, "-m", "playwright", "install", "--with-deps", "chromium"), optional=True),)
    own = Step("Installing Playwright's Chromium", (python, "-m", "playwright", "install", "chromium"), optional=True)
    if machine.root_user and machine.system is System.DEBIAN:
        steps = _apt(APT_BROWSER, "Installing Chromium")
        return (*(Step(step.words, step.argv, optional=True) for step in steps), own)
    return (own,)


def library_steps(machine: Machine, root: Path) -> tuple[Step, ...]:
    """Installs the system libraries that a found browser misses; empty where only the person can."""
    if machine.root_user and machine.system in (System.DEBIAN, System.UBUNTU):
        python = str(venv_python(root, machine.system))
        return (Step("Installing the libraries that the browser needs",
                     (python, "-m", "playwright", "install-deps", "chromium"), optional=True),)
    return ()


def browser_message(machine: Machine, root: Path) -> str:
    """What to say where no browser was found and none could be installed."""
    return (
        "No browser was found, and none could be installed from here. Run:\n"
        f"    {_browser_command(machine, root)}\n"
        "or set COUNTERSIGN_BROWSER to the path of a Chrome, Edge or Chromium, then run this again."
    )


def library_message(machine: Machine, root: Path, browser: str, output: str) -> str:
    """What to say where the browser was found but does not start."""
    last = "".join(f"    {line}\n" for line in output.strip().splitlines()[-4:])
    command = shown((str(venv_python(root, machine.system)), "-m", "playwright", "install-deps", "chromium"))
    return (f"{last}The browser {browser} does not start; most often a system library is missing. Run:\n"
            f"    sudo {command}")


def shown(argv: tuple[str, ...], windows: bool = False) -> str:
    """A command as the person would type it: parts with spaces quoted."""
    if windows:
        return " ".join(f'"{part}"' if " " in part else part for part in argv)
    return shlex.join(argv)


def _apt(packages: tuple[str, ...], words: str) -> tuple[Step, ...]:
    return (
        Step("Reading the list of system packages", ("apt-get", "update")),
        Step(f"{words} ({', '.join(packages)})",
             ("apt-get", "install", "-y", "--no-install-recommends", *packages)),
    )


def _browser_command(machine: Machine, root: Path) -> str:
    python = str(venv_python(root, machine.system))
    match machine.system:
        case System.DEBIAN:
            return f"sudo apt-get update && sudo apt-get install -y {' '.join(APT_BROWSER)}"
        case System.FEDORA:
            return "sudo dnf install -y chromium"
        case System.MACOS:
            return "brew install --cask google-chrome"
        case System.WINDOWS:
            return "winget install --id Google.Chrome"
        case System.UBUNTU:
            return "sudo " + shown((python, "-m", "playwright", "install", "--with-deps", "chromium"))
        case System.LINUX:
            return shown((python, "-m", "playwright", "install", "chromium")) + "  (or your system's chromium package)"
