"""Start with the computer on macOS: a launch agent in the person's library."""

from __future__ import annotations

import plistlib
from collections.abc import Sequence
from pathlib import Path

from desktop.around.autostart.abc import Autostart

LABEL = "app.countersign"


class MacAutostart(Autostart):
    """Writes and removes the property list. Not tried on a real Mac. ``folder`` is the LaunchAgents folder."""

    def __init__(self, command: Sequence[str], folder: Path | None = None) -> None:
        super().__init__(command)
        self.path = (folder or Path.home() / "Library" / "LaunchAgents") / f"{LABEL}.plist"

    @property
    def enabled(self) -> bool:
        """Override Autostart.enabled."""
        try:
            return bool(plistlib.loads(self.path.read_bytes()).get("ProgramArguments") == list(self.command))
        except (OSError, ValueError, AttributeError):
            return False

    def enable(self) -> None:
        """Override Autostart.enable."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_bytes(plistlib.dumps(
            {"Label": LABEL, "ProgramArguments": list(self.command), "RunAtLoad": True, "ProcessType": "Interactive"}))

    def disable(self) -> None:
        """Override Autostart.disable."""
        self.path.unlink(missing_ok=True)
