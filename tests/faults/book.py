"""Reads what a home says about its tasks from a copy of its files, as they lay on disk when the agent was killed."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from agent.store.engine import Store, make_engine
from agent.store.heads import ENDING
from agent.store.ledger import broken_links

DATABASE = "countersign.db"


@dataclass(frozen=True, slots=True)
class TaskSeen:
    """A task's row."""

    id: int
    url: str
    state: str
    message: str


@dataclass(frozen=True, slots=True)
class SubmissionSeen:
    """A submission's row with the number of approvals it ever had (the person's or a step grant's)."""

    id: int
    task: int
    state: str
    step: bool
    url: str
    approvals: int


@dataclass(frozen=True, slots=True)
class ReceiptSeen:
    """A receipt's row."""

    task: int
    state: str


@dataclass(frozen=True, slots=True)
class Book:
    """All of it, with what SQLite and the journal say about themselves."""

    tasks: tuple[TaskSeen, ...]
    submissions: tuple[SubmissionSeen, ...]
    receipts: tuple[ReceiptSeen, ...]
    integrity: str
    broken: tuple[int, ...]


def read_book(home: Path, copy: Path) -> Book:
    """Reads a copy, so that the next start finds the files as the crash left them.

    Args:
        home: the data folder; no process may be writing to it.
        copy: a new folder for the copy.
    """
    copy.mkdir(parents=True)
    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}{ENDING}"):
        if (home / name).exists():
            shutil.copyfile(home / name, copy / name)
    path = copy / DATABASE
    with closing(sqlite3.connect(path)) as db:
        integrity = str(db.execute("PRAGMA integrity_check").fetchone()[0])
        tasks = tuple(TaskSeen(*row) for row in db.execute("SELECT id, url, state, message FROM task ORDER BY id"))
        submissions = tuple(SubmissionSeen(*row) for row in db.execute(
            "SELECT s.id, s.task_id, s.state, s.step, s.url, (SELECT count(*) FROM decision d WHERE "
            "d.submission_id = s.id AND d.verb IN ('approve', 'grant')) FROM submission s ORDER BY s.id"))
        receipts = tuple(ReceiptSeen(*row) for row in db.execute("SELECT task_id, state FROM receipt"))
    store = Store(make_engine(path), copy)
    try:
        return Book(tasks, submissions, receipts, integrity, tuple(broken_links(store)))
    finally:
        store.close()
        shutil.rmtree(copy)
