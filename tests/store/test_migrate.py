"""Databases are made private, brought up to date after a copy, and left alone when they are newer or not ours."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from agent.store import migrate, tasks
from agent.store.home import home_folder, run_lock
from agent.store.migrate import open_store
from agent.store.problems import Busy, HomeUnusable, NewerDatabase


def test_home_and_database_are_private(folder: Path) -> None:
    open_store(folder).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.glob("countersign.db*")} == {0o600}


def test_commits_are_on_disk_when_they_return(folder: Path) -> None:
    store = open_store(folder)
    with store.read() as session:
        assert session.connection().execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
        assert session.connection().execute(text("PRAGMA synchronous")).scalar_one() == 2  # FULL
        assert session.connection().execute(text("PRAGMA foreign_keys")).scalar_one() == 1
    store.close()


def test_a_newer_database_is_refused_and_left_as_it_is(folder: Path) -> None:
    open_store(folder).close()
    path = folder / "countersign.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num='9999'")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.read_bytes()
    with pytest.raises(NewerDatabase, match="newer version"):
        open_store(folder)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(folder: Path) -> None:
    path = folder / "countersign.db"
    path.write_bytes(b"not a database at all, but somebody's letter" * 50)
    with pytest.raises(HomeUnusable):
        open_store(folder)
    assert path.read_bytes().startswith(b"not a database")


def test_an_older_database_is_copied_and_brought_up_to_date(folder: Path) -> None:
    path = folder / "countersign.db"
    make_first_schema(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO task (text, title, url, planner, state, message, files, sites, notes, cost,"
                           " created_at, updated_at) VALUES ('keep me', 'keep me', '', 'autofill', 'queued', '',"
                           " '[]', '[]', '[]', 0, '2026-01-01', '2026-01-01')")
    store = open_store(folder)
    kept = tasks.get(store, 1)
    store.close()
    copies = list(folder.glob("countersign.db.before-*"))
    assert (kept.text, kept.paused) == ("keep me", False)
    assert migrate.revision_of(path) == migrate.known_revisions()[-1]
    assert migrate.revision_of(copies[0]) == "0001"
    assert stat.S_IMODE(copies[0].stat().st_mode) == 0o600


def make_first_schema(path: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrate.VERSIONS.parent))
    config.attributes["database"] = str(path)
    command.upgrade(config, "0001")


def test_the_migrations_make_the_tables_that_the_code_names(folder: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlmodel import SQLModel

    store = open_store(folder)
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []
    store.close()


def test_one_process_runs_tasks_in_a_home(folder: Path) -> None:
    lock = run_lock(folder)
    with pytest.raises(Busy, match="already running"):
        run_lock(folder)
    lock.release()
    run_lock(folder).release()


def test_a_home_that_can_not_be_made_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(HomeUnusable, match="COUNTERSIGN_HOME"):
        home_folder(str(tmp_path / "file" / "below"))
