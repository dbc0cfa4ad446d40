"""Whether the window can be opened here, and what it needs to: pure decisions, and the check that tries it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from ctypes.util import find_library
from pathlib import Path

from installers import plan
from installers.plan import Machine, Step, System
from installers.shell import Shell, carry_out

APT_WINDOW = (
    "libegl1", "libgl1", "libglib2.0-0", "libfontconfig1", "libfreetype6", "libdbus-1-3", "libxkbcommon0", "libx11-6",
    "libxcb1", "libxcb-cursor0", "libxkbcommon-x11-0", "libx11-xcb1", "libxcb-icccm4", "libxcb-image0",
    "libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0", "libxcb-render0", "libxcb-shape0", "libxcb-shm0",
    "libxcb-sync1", "libxcb-xfixes0", "libxcb-xkb1", "libwayland-client0", "libwayland-cursor0", "fonts-dejavu-core",
)
"""What Qt's own plugins link to and its wheel does not bring. Source: ldd over PySide6 6.11.3, mapped by dpkg."""

XCB = ("xcb-cursor", "xcb-icccm", "xcb-image", "xcb-keysyms", "xcb-render-util", "xkbcommon-x11")
"""Libraries of Qt's plugin for a real screen that other programs seldom bring."""

APT_TEST = {"xvfb": "Xvfb", "xdotool": "xdotool", "strace": "strace", "iproute2": "ip"}
"""Package to program: a screen without a screen and hands for it (tests that drop on the real window), what shows that
the disk was synced before the first byte, and what makes a network of a test's own. Those tests skip without."""

_STARTS = """
import os, sys
if len(sys.argv) > 1:
    os.environ["QT_QPA_PLATFORM"] = sys.argv[1]
from PySide6.QtWidgets import QApplication
QApplication([])
"""


def has_screen(system: System, environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere where a display is named."""
    if system in (System.WINDOWS, System.MACOS):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def window_starts(shell: Shell, machine: Machine, root: Path, platform: str = "") -> str:
    """Tries to start Qt, after installing what it lacks where that can be done from here.

    Args:
        shell: what runs programs.
        machine: where this runs.
        root: the checkout.
        platform: a Qt platform such as ``offscreen``; empty for the one that would be used.

    Returns:
        Empty when it starts; otherwise what to say, with the command that mends it.
    """
    check = (str(plan.venv_python(root, machine.system)), "-c", _STARTS, *([platform] if platform else []))
    outcome = shell.capture(check, seconds=60)
    if outcome.code == 0:
        return ""
    for step in apt_steps(machine, APT_WINDOW, "Installing the libraries that the window needs"):
        if not carry_out(shell, step):
            break
    outcome = shell.capture(check, seconds=60)
    if outcome.code == 0:
        return ""
    last = "".join(f"    {line}\n" for line in outcome.output.strip().splitlines()[-3:])
    return f"{last}The window can't be opened here; most often a system library is missing.{_advice(machine)}"


def get_test_screen(shell: Shell, machine: Machine) -> None:
    """Installs a virtual screen and what else some tests want, where that can be done from here."""
    missing = tuple(name for name, program in APT_TEST.items() if shutil.which(program) is None)
    if any(find_library(name) is None for name in XCB):  # the offscreen platform of most tests does without
        missing += APT_WINDOW
    for step in apt_steps(machine, missing, "Installing what some tests want") if missing else ():
        if not carry_out(shell, step):
            return


def apt_steps(machine: Machine, packages: tuple[str, ...], words: str) -> tuple[Step, ...]:
    """Installs system packages; empty where only the person can."""
    if not machine.root_user or machine.system not in (System.DEBIAN, System.UBUNTU):
        return ()
    return (Step("Reading the list of system packages", ("apt-get", "update"), optional=True),
            Step(words, ("apt-get", "install", "-y", "--no-install-recommends", *packages), optional=True))


def _advice(machine: Machine) -> str:
    if machine.system in (System.DEBIAN, System.UBUNTU):
        return f" Run:\n    sudo apt-get install -y {' '.join(APT_WINDOW)}"
    if machine.system is System.FEDORA:
        return " Run:\n    sudo dnf install -y mesa-libEGL libxkbcommon-x11 xcb-util-cursor xcb-util-keysyms"
    return " Install your system's EGL, xkbcommon and xcb-cursor libraries."
