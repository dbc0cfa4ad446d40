"""The data folder: where it is, its rights, and the lock that lets one process run tasks."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
from filelock import FileLock, Timeout

from agent.store.problems import Busy, HomeUnusable


def home_folder(chosen: str | None = None) -> Path:
    """The folder named, or ``COUNTERSIGN_HOME``, or the system's usual place; made private (0700)."""
    named = chosen or os.environ.get("COUNTERSIGN_HOME")
    folder = Path(named).expanduser() if named else Path(platformdirs.user_data_dir("Countersign", appauthor=False))
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
        for part in ("pictures", "attachments", "spool", "resume"):
            (folder / part).mkdir(exist_ok=True, mode=0o700)
    except OSError as problem:
        raise HomeUnusable(f"The data folder {folder} can't be used: {problem.strerror or problem}. "
                           "Choose another with COUNTERSIGN_HOME.") from problem
    return folder.resolve()


def database_path(folder: Path) -> Path:
    """The database file of a home, or the one that COUNTERSIGN_DATABASE names.

    Raises:
        HomeUnusable: the variable names something else than an SQLite file.
    """
    named = os.environ.get("COUNTERSIGN_DATABASE", "")
    if not named:
        return folder / "countersign.db"
    if not named.startswith("sqlite:///"):
        raise HomeUnusable("COUNTERSIGN_DATABASE must be an address like sqlite:////path/to/file.db.")
    return Path(named.removeprefix("sqlite:///"))


def private(path: Path) -> Path:
    """Makes a file readable by its owner alone."""
    path.chmod(0o600)
    return path


def run_lock(folder: Path) -> FileLock:
    """Takes the lock of the one process that may run tasks in this home.

    Raises:
        Busy: another process runs tasks here; decisions can still be taken beside it.
    """
    lock = FileLock(folder / "run.lock", mode=0o600)
    try:
        lock.acquire(timeout=0)
    except Timeout as problem:
        raise Busy("Another Countersign is already running tasks in this data folder. It will pick up what you "
                   "add and decide; a second one is not needed.") from problem
    return lock
