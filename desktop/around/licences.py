"""The licences of what is inside: ours, Qt, font, icons, and every installed package that we need or can use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from desktop.theme import fonts, icons

OURS = "countersign"
QT = """Qt and Qt for Python (PySide6, Shiboken6) are copyright The Qt Company Ltd and other contributors.

They are used here under the GNU Lesser General Public License, version 3 (LGPL-3.0-only). They are separate libraries
that you may replace with versions of your own: in an installation with pip or uv, install another PySide6-Essentials
into the same environment; in a bundle, put other libraries of the same version series in place of those in the PySide6
folder.
You may take this program apart and examine it as far as that needs.

The text of the licence: https://www.gnu.org/licenses/lgpl-3.0.html
The source code: https://download.qt.io/official_releases/QtForPython/ and https://code.qt.io/
"""
LONGEST = 200_000
"""Characters shown of one licence."""

_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_LICENCE_FILE = re.compile(r"(^|/)(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Licence:
    """One part. ``short`` is the licence's name as far as it is known."""

    name: str
    short: str
    text: str


def version() -> str:
    """Our own version."""
    try:
        return metadata.version(OURS)
    except metadata.PackageNotFoundError:
        return "of a checkout"


def all_licences() -> list[Licence]:
    """Ours first, then what is drawn on the screen, then the packages by name."""
    return [*_ours(), Licence("Qt for Python", "LGPL-3.0", QT),
            Licence("Inter (font)", "OFL-1.1", (fonts.FOLDER / "LICENSE").read_text(encoding="utf-8")),
            Licence("Lucide (icons)", "ISC", (icons.FOLDER / "LICENSE").read_text(encoding="utf-8")),
            *sorted(_packages(), key=lambda each: each.name.lower())]


def _ours() -> Iterator[Licence]:
    beside = Path(__file__).resolve().parents[2] / "LICENSE"
    if beside.is_file():
        yield Licence("Countersign", "Apache-2.0", beside.read_text(encoding="utf-8"))
    else:
        yield from (Licence("Countersign", "Apache-2.0", each.text) for each in _package(OURS))


def _packages() -> Iterator[Licence]:
    waiting, seen = [OURS], {OURS}
    while waiting:
        name = waiting.pop()
        for need in _needs(name):
            key = need.lower().replace("_", "-").replace(".", "-")
            if key not in seen:
                seen.add(key)
                waiting.append(need)
                if not key.startswith(("pyside6", "shiboken6")):
                    yield from _package(need)


def _needs(name: str) -> list[str]:
    try:
        wanted = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []
    return [found.group() for each in wanted
            if ("extra ==" not in each or name == OURS) and (found := _NAME.match(each))]


def _package(name: str) -> Iterator[Licence]:
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return
    files = [each for each in found.files or () if _LICENCE_FILE.search(each.as_posix()) and each.suffix != ".py"]
    texts = [text for each in files if (text := _read(Path(str(each.locate()))))]
    about = found.metadata
    given = about.get_all("License-Expression") or []
    short = str(given[0]) if given else _classified(about.get_all("Classifier") or [])
    full = "\n\n".join(texts) or f"The package names its licence only: {short or 'none given'}."
    yield Licence(f"{about['Name']} {found.version}", short, full[:LONGEST])


def _classified(classifiers: list[str]) -> str:
    return ", ".join(each.rsplit(" :: ", 1)[-1] for each in classifiers if each.startswith("License ::"))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
