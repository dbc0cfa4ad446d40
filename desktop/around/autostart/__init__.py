"""Start with the computer: one way in, one file per system behind it."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop.around.autostart.abc import Autostart


def autostart(home: Path | None = None) -> Autostart:
    """This system's way, for this installation. ``home``: the data folder, if it is not the usual one."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop.app"]
    command = [*program, *(["--home", str(home)] if home else []), "--quiet-start"]
    if sys.platform == "win32":
        from desktop.around.autostart.windows import WindowsAutostart

        return WindowsAutostart(command)
    if sys.platform == "darwin":
        from desktop.around.autostart.macos import MacAutostart

        return MacAutostart(command)
    from desktop.around.autostart.linux import LinuxAutostart

    return LinuxAutostart(command)
