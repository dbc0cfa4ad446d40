"""The one place that opens the database: rights, pragmas, transactions.

WAL with ``synchronous=FULL``: a commit is on disk when it returns (findings/security.md section 0.4: with it, 0 of
120 kills sent twice). Write transactions begin IMMEDIATE, so that two processes never read the same state and then
both act on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError, DBAPIError
from sqlmodel import Session, create_engine

from agent.store.home import private
from agent.store.problems import CannotRecord

BUSY_MS = 30_000
"""How long a write waits for another process's transaction."""


def make_engine(path: Path) -> Engine:
    """Opens the file with our pragmas on every connection; makes it private (0600)."""
    path.touch(mode=0o600)
    private(path)
    engine = create_engine(f"sqlite:///{path}", hide_parameters=True,
                           connect_args={"timeout": BUSY_MS / 1000, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _pragmas(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we begin transactions ourselves, see _begin
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={BUSY_MS}"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        how = connection.get_execution_options().get("countersign_begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {how}")

    return engine


class Store:
    """The open database. Rows handed out stay readable after their session has ended."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.folder = folder
        self.engine = engine
        self._writer = engine.execution_options(countersign_begin="IMMEDIATE")

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A read transaction: one consistent picture."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A write transaction, on disk when the block ends.

        Raises:
            CannotRecord: the disk is full or the file can't be written; nothing of the block was kept.
        """
        try:
            with Session(self._writer, expire_on_commit=False) as session:
                yield session
                session.commit()
        except DatabaseError as problem:
            raise CannotRecord(f"The database can't be written ({_cause(problem)}). Nothing is sent while this "
                               "lasts. Free some disk space and run again.") from problem

    def close(self) -> None:
        """Closes every connection."""
        self.engine.dispose()


def _cause(problem: DBAPIError) -> str:
    return str(problem.orig or problem).splitlines()[0]
