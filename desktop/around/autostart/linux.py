"""Start with the computer on Linux: a desktop entry in the autostart folder (freedesktop.org, Autostart 0.5)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from desktop.around.autostart.abc import Autostart

NAME = "countersign.desktop"
_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`")
"""Signs for which an argument must be quoted. Source: Desktop Entry Specification 1.5, "The Exec key"."""


class LinuxAutostart(Autostart):
    """Writes and removes the entry. ``folder`` is the person's autostart folder."""

    def __init__(self, command: Sequence[str], folder: Path | None = None) -> None:
        super().__init__(command)
        config = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
        self.path = (folder or Path(config) / "autostart") / NAME

    @property
    def enabled(self) -> bool:
        """Override Autostart.enabled."""
        try:
            return self.path.read_text(encoding="utf-8") == entry(self.command)
        except (OSError, ValueError):
            return False

    def enable(self) -> None:
        """Override Autostart.enable."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(entry(self.command), encoding="utf-8")

    def disable(self) -> None:
        """Override Autostart.disable."""
        self.path.unlink(missing_ok=True)


def entry(command: Sequence[str]) -> str:
    """The desktop entry that starts the command."""
    return ("[Desktop Entry]\nType=Application\nName=Countersign\n"
            f"Exec={' '.join(quoted(each) for each in command)}\n"
            "Terminal=false\nX-GNOME-Autostart-enabled=true\n")


def quoted(argument: str) -> str:
    """One argument as the Exec key wants it: quoted, then escaped as every string value of the file is.

    Raises:
        OSError: it holds a line break, which the key can't have.
    """
    if "\n" in argument or "\r" in argument:
        raise OSError("The data folder's name has a line break in it, so it can't be started with the computer.")
    plain = argument.replace("%", "%%")
    if argument and not _RESERVED & set(argument):
        return plain
    inside = "".join(f"\\{char}" if char in "\"`$\\" else char for char in plain)
    return '"' + inside.replace("\\", "\\\\") + '"'
