"""Finds a browser of the Chromium family: the person's choice, Chrome, Edge, Chromium, or Playwright's own."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from agent.browser.problems import BrowserMissing


@dataclass(frozen=True, slots=True)
class FoundBrowser:
    """A browser's program file and what to call it."""

    path: Path
    name: str


def find_browser() -> FoundBrowser:
    """The browser to use.

    Raises:
        BrowserMissing: none found, or COUNTERSIGN_BROWSER names none; says the command to run.
    """
    chosen = os.environ.get("COUNTERSIGN_BROWSER", "")
    if chosen:
        return _chosen(chosen)
    for found in _candidates():
        if os.access(found.path, os.X_OK) and not _is_script(found.path):
            return found
    raise BrowserMissing("No Chrome, Edge or Chromium was found. Install one: run\n"
                         f"    {install_command()}\n"
                         "or set COUNTERSIGN_BROWSER to the browser's program file.")


def install_command() -> str:
    """The command that gets a browser on this system."""
    return f"{Path(sys.executable)} -m playwright install chromium"


def _chosen(chosen: str) -> FoundBrowser:
    path = Path(chosen).expanduser()
    if path.is_file() and os.access(path, os.X_OK):
        return FoundBrowser(path, path.name)
    for found in _candidates():
        if found.name.lower().replace(" ", "-") == chosen.lower() and os.access(found.path, os.X_OK):
            return found
    raise BrowserMissing(f"COUNTERSIGN_BROWSER is “{chosen}”, which is neither a program file nor one of chrome, "
                         "edge, chromium, playwright.")


def _is_script(path: Path) -> bool:
    """Debian's and snap's wrappers add flags and extensions of their own: never a browser to trust with the gate."""
    with path.open("rb") as file:
        return file.read(2) == b"#!"


def _candidates() -> Iterator[FoundBrowser]:
    table = _MAC if sys.platform == "darwin" else _windows() if sys.platform == "win32" else _LINUX
    for name, paths in table.items():
        for path in paths:
            if Path(path).is_file():
                yield FoundBrowser(Path(path), name)
        for program in _PROGRAMS.get(name, ()):
            if found := shutil.which(program):
                yield FoundBrowser(Path(found).resolve(), name)
    for own in _playwrights_own():
        yield FoundBrowser(own, "playwright")


def _playwrights_own() -> list[Path]:
    default = {"darwin": "Library/Caches", "win32": "AppData/Local"}.get(sys.platform, ".cache")
    root = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / default / "ms-playwright")
    names = ("chrome-linux*/chrome", "chrome-mac*/*.app/Contents/MacOS/*", "chrome-win*/chrome.exe")
    return sorted((path for name in names for path in root.glob(f"chromium-*/{name}")), reverse=True)


_Table = dict[str, tuple[str, ...]]

_LINUX: _Table = {
    "chrome": ("/opt/google/chrome/chrome",),
    "edge": ("/opt/microsoft/msedge/msedge",),
    "chromium": ("/usr/lib/chromium/chromium", "/usr/lib64/chromium-browser/chromium-browser",
                 "/usr/lib/chromium-browser/chromium-browser"),
}
_MAC: _Table = {
    "chrome": ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",),
    "edge": ("/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",),
    "chromium": ("/Applications/Chromium.app/Contents/MacOS/Chromium",),
}
_PROGRAMS: _Table = {"chrome": ("google-chrome-stable",), "edge": ("microsoft-edge-stable",), "chromium": ("chromium",)}


def _windows() -> _Table:
    roots = [os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
    tails = {"chrome": r"Google\Chrome\Application\chrome.exe", "edge": r"Microsoft\Edge\Application\msedge.exe",
             "chromium": r"Chromium\Application\chrome.exe"}
    return {name: tuple(str(Path(root, tail)) for root in roots if root) for name, tail in tails.items()}
