"""Start-up: arguments, one instance, the window painted first, then the agent, tray and everything else."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QLockFile

USUAL = "Countersign"
SCALE = "QT_SCALE_FACTOR"


@dataclass(frozen=True, slots=True)
class Wishes:
    """The command line. ``things`` are files and addresses to make tasks of."""

    home: str = ""
    gallery: str = ""
    quiet: bool = False
    version: bool = False
    things: tuple[str, ...] = ()


def read_wishes(arguments: Sequence[str]) -> Wishes:
    """Reads the command line; ends the program with a word on usage if it can't be read."""
    import argparse

    parser = argparse.ArgumentParser(prog="countersign", description="Your paperwork, prepared. Nothing leaves without "
                                                                     "your signature.")
    parser.add_argument("things", nargs="*", metavar="FILE|URL", help="what to make tasks of")
    parser.add_argument("--home", default="", metavar="DIR", help="the data folder")
    parser.add_argument("--gallery", default="", metavar="DIR", help="write pictures of every view there, and end")
    parser.add_argument("--quiet-start", action="store_true", help="start in the tray, where there is one")
    parser.add_argument("--version", action="store_true", help="say the version, and end")
    # Qt has arguments of its own (-platform …), so what is not known here is left to it.
    found, _ = parser.parse_known_args(arguments)
    return Wishes(found.home, found.gallery, found.quiet_start, found.version, tuple(found.things))


def home_folder(chosen: str) -> tuple[Path, bool]:
    """The data folder, made private (0700), and whether it is the system's usual one.

    The same as `agent.store.home.home_folder`, without the imports of the agent.

    Raises:
        OSError: it can't be used.
    """
    named = chosen or os.environ.get("COUNTERSIGN_HOME", "")
    if named:
        folder = Path(named).expanduser()
    else:
        import platformdirs

        folder = Path(platformdirs.user_data_dir(USUAL, appauthor=False))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
    return folder.resolve(), not named


def sorted_things(things: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Files as absolute paths, and addresses."""
    urls = tuple(each for each in things if each.lower().startswith(("http://", "https://")))
    return tuple(str(Path(each).expanduser().absolute()) for each in things if each not in urls), urls


def scale(percent: int, kept: str | None) -> str:
    """The scale factor for Qt: what the environment wishes times what the setting wishes."""
    try:
        base = float(kept) if kept else 1.0
    except ValueError:
        base = 1.0
    return f"{base * percent / 100:g}"


def first_lock(home: Path) -> QLockFile | None:
    """The lock of the first start, held for as long as it is kept; None: another one has it."""
    from PySide6.QtCore import QLockFile

    made = QLockFile(str(home / "window.lock"))
    made.setStaleLockTime(0)  # stale is a lock whose process is gone, however old it is
    return made if made.tryLock(0) else None


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the app; returns its exit code."""
    wishes = read_wishes(sys.argv[1:] if arguments is None else arguments)
    if wishes.version:
        from desktop.around.licences import version

        print(f"countersign {version()}")
        return 0
    if wishes.gallery:
        from desktop.gallery.run import run

        return run(Path(wishes.gallery))
    os.umask(0o077)
    try:
        home, usual = home_folder(wishes.home)
    except OSError as problem:
        print(f"The data folder can't be used: {problem.strerror or problem}. Choose another with --home.",
              file=sys.stderr)
        return 2
    from agent.protocol.settings import read

    values = read(home)
    if values["scale"] != 100:
        os.environ[SCALE] = scale(int(values["scale"]), os.environ.get(SCALE))
    return _run(home, usual, values, wishes)


def _run(home: Path, usual: bool, values: dict[str, bool | int | str], wishes: Wishes) -> int:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # it is ours
    files, urls = sorted_things(wishes.things)
    lock = first_lock(home)
    if lock is None:
        return _second(home, files, urls, activate=not wishes.quiet)
    from desktop.session import Session

    session = Session(app, home, usual, values)
    session.start(files, urls, quiet=wishes.quiet)
    code = app.exec()
    session.finish()
    lock.unlock()
    return code


def _second(home: Path, files: tuple[str, ...], urls: tuple[str, ...], *, activate: bool) -> int:
    from desktop.single_instance import Handed, hand_over

    if hand_over(home, Handed(files, urls, (), activate)):
        return 0
    print("Countersign is already running with this data folder, but does not answer. Quit it and try again.",
          file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
