"""Brings a database up to date: a copy first, foreign keys off, the newest schema after; refuses newer ones.

Foreign keys are off because a batch rebuild of a parent table with them on deleted the child rows
(findings/queue.md section 4).
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from filelock import FileLock

from agent.store.engine import Store, make_engine
from agent.store.home import database_path, private
from agent.store.problems import HomeUnusable, NewerDatabase

VERSIONS = Path(__file__).parent / "migrations" / "versions"


def known_revisions() -> list[str]:
    """Revision ids in order; a file is named ``<id>_<words>.py`` with ids that sort."""
    return sorted(path.name.split("_")[0] for path in VERSIONS.glob("[0-9]*_*.py"))


def revision_of(path: Path) -> str | None:
    """The revision a database stands at; None for a new or empty file.

    Raises:
        HomeUnusable: the file is no readable database.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}
            if "alembic_version" not in tables:
                return None
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            return str(row[0]) if row else None
    except sqlite3.DatabaseError as problem:
        raise HomeUnusable(f"{path} is not a readable Countersign database ({problem}). It was left as it is; "
                           "move it away or restore a copy.") from problem


def open_store(folder: Path) -> Store:
    """Opens the home's database, migrating it if needed.

    Raises:
        NewerDatabase: made by a newer version; the file is not touched.
        HomeUnusable: not a database, or not writable.
    """
    path = database_path(folder)
    at, known = revision_of(path), known_revisions()
    if at is not None and at not in known:
        raise NewerDatabase(f"The data in {folder} was written by a newer version of Countersign (schema {at}; this "
                            f"version knows up to {known[-1]}). Update Countersign; nothing was changed.")
    if at != known[-1]:
        with FileLock(path.with_name(f"{path.name}.migrate"), mode=0o600):
            _upgrade(path, revision_of(path))
    try:
        return Store(make_engine(path), folder)
    except OSError as problem:
        raise HomeUnusable(f"{path} can't be opened: {problem.strerror or problem}.") from problem


def _upgrade(path: Path, at: str | None) -> None:
    if at == known_revisions()[-1]:
        return  # another process did it while this one waited
    if at is not None:
        _copy(path, path.with_name(f"{path.name}.before-{known_revisions()[-1]}"))
    # Alembic costs 0.3 s to import; only a database that needs it pays.
    from alembic import command
    from alembic.config import Config

    path.touch(mode=0o600)
    private(path)
    config = Config()
    config.set_main_option("script_location", str(VERSIONS.parent).replace("%", "%%"))
    config.attributes["database"] = str(path)
    command.upgrade(config, "head")


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
    private(target)
