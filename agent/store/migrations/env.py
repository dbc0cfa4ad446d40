"""Alembic's entry: runs migrations on one connection with foreign keys off, then checks them."""

from __future__ import annotations

from alembic import context
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import Connection
from sqlmodel import SQLModel

from agent.store import tables  # noqa: F401 - fills SQLModel.metadata


def run() -> None:
    """Upgrades the database that ``config.attributes["database"]`` names."""
    engine = create_engine(f"sqlite:///{context.config.attributes['database']}")

    @event.listens_for(engine, "connect")
    def _pragmas(connection: object, _record: object) -> None:
        connection.isolation_level = None  # type: ignore[attr-defined]  # a plain DBAPI connection
        cursor = connection.cursor()  # type: ignore[attr-defined]  # a plain DBAPI connection
        cursor.execute("PRAGMA foreign_keys=OFF")
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    with engine.connect() as connection:
        # SQLite's DDL is transactional once the driver stops committing by itself: a kill in the middle of a
        # migration leaves the old schema, never half of the new one.
        context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True,
                          transactional_ddl=True)
        with context.begin_transaction():
            context.run_migrations()
        broken = connection.execute(text("PRAGMA foreign_key_check")).fetchall()
        if broken:
            raise RuntimeError(f"{len(broken)} rows point nowhere after the migration")
    engine.dispose()


run()
