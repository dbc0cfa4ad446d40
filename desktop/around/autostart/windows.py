"""Start with the computer on Windows: a value under the person's own Run key."""

from __future__ import annotations

import subprocess
import sys

from desktop.around.autostart.abc import Autostart

KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
NAME = "Countersign"


class WindowsAutostart(Autostart):
    """Writes and removes the value. Not tried on a real Windows."""

    @property
    def line(self) -> str:
        """The command as Windows writes it."""
        return subprocess.list2cmdline(self.command)

    @property
    def enabled(self) -> bool:
        """Override Autostart.enabled."""
        if sys.platform != "win32":
            return False
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, KEY) as key:
                return bool(winreg.QueryValueEx(key, NAME)[0] == self.line)
        except OSError:
            return False

    def enable(self) -> None:
        """Override Autostart.enable."""
        if sys.platform == "win32":
            import winreg

            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, KEY) as key:
                winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, self.line)

    def disable(self) -> None:
        """Override Autostart.disable."""
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, KEY, 0, winreg.KEY_SET_VALUE) as key:
                    winreg.DeleteValue(key, NAME)
            except FileNotFoundError:
                return
