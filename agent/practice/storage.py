"""What the practice site keeps, in its own SQLite file: records, every request that arrived, sessions.

This file is the practice council's own memory and not a part of the agent's store: it stands for a stranger's server,
so nothing here may be used to find out what the agent did.
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from agent.practice.messages import Incoming

_SCHEMA = """
CREATE TABLE IF NOT EXISTS requests (
    id INTEGER PRIMARY KEY, method TEXT NOT NULL, target TEXT NOT NULL, content_type TEXT NOT NULL,
    had_cookie INTEGER NOT NULL, raw BLOB NOT NULL, complete INTEGER NOT NULL, received_at TEXT NOT NULL,
    status INTEGER);
CREATE TABLE IF NOT EXISTS records (
    id INTEGER PRIMARY KEY, request INTEGER NOT NULL REFERENCES requests (id), page TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE, fields TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sessions (
    id TEXT PRIMARY KEY, csrf TEXT NOT NULL, data TEXT NOT NULL, created_at TEXT NOT NULL);
"""

_REFERENCE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
"""No vowels, so that a reference never spells a word, and no letter that is read as a digit."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request that arrived, accepted or not.

    ``target`` is the path with its query; ``status`` what was answered, None when nothing was; ``complete`` is False
    when the connection ended, or the limit was met, before the whole body had come: ``raw`` then holds what did.
    ``received_at`` is UTC, ISO 8601.
    """

    id: int
    method: str
    target: str
    content_type: str
    had_cookie: bool
    raw: bytes
    complete: bool
    received_at: str
    status: int | None


@dataclass(frozen=True, slots=True)
class Record:
    """An accepted submission: its decoded ``fields`` (files as name, size, sha256) and the exact ``raw`` body.

    For forms of several pages ``fields`` joins all steps, while ``raw`` is the body of the last one.
    """

    page: str
    reference: str
    fields: dict[str, Any]
    received_at: str
    method: str
    path: str
    content_type: str
    had_cookie: bool
    raw: bytes
    request: int                 # Request.id


@dataclass(frozen=True, slots=True)
class Session:
    """What the server remembers of one browser: its token and the answers of unfinished forms, by form name."""

    id: str
    csrf: str
    data: Mapping[str, Mapping[str, str]]


class Storage:
    """The site's side of the file. One connection, used by one thread at a time."""

    def __init__(self, database: Path) -> None:
        """Opens or creates the file, readable by its owner alone: what people try out may be their real data."""
        database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(database, os.O_CREAT | os.O_RDWR, 0o600))
        # A thread of the server uses it after the one that made it; isolation_level None means autocommit.
        self._db = sqlite3.connect(database, check_same_thread=False, isolation_level=None, timeout=10)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA foreign_keys=ON")
        self._db.executescript(_SCHEMA)

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    def note_request(self, incoming: Incoming) -> int:
        """Keeps a request before anything is decided about it; returns its id."""
        row = self._db.execute(
            "INSERT INTO requests (method, target, content_type, had_cookie, raw, complete, received_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
            (incoming.method, incoming.target, incoming.header("content-type"), bool(incoming.header("cookie")),
             incoming.body, incoming.complete, _now()),
        ).fetchone()
        return int(row[0])

    def note_status(self, request: int, status: int) -> None:
        """Adds what was answered."""
        self._db.execute("UPDATE requests SET status = ? WHERE id = ?", (status, request))

    def accept(self, request: int, page: str, prefix: str, fields: Mapping[str, object]) -> str:
        """Makes a noted request a record; returns its new reference. Equal posts make a record each, on purpose."""
        while True:
            reference = f"{prefix}-{_pick('0123456789', 4)}-{_pick(_REFERENCE_LETTERS, 4)}"
            try:
                self._db.execute(
                    "INSERT INTO records (request, page, reference, fields) VALUES (?, ?, ?, ?)",
                    (request, page, reference, json.dumps(fields, ensure_ascii=False)),
                )
            except sqlite3.IntegrityError:
                if not self.knows(page, reference):
                    raise
            else:
                return reference

    def knows(self, page: str, reference: str) -> bool:
        """Whether this page gave out this reference."""
        found = self._db.execute("SELECT 1 FROM records WHERE page = ? AND reference = ?", (page, reference))
        return found.fetchone() is not None

    def session(self, session_id: str) -> Session | None:
        """The session of a cookie, None when there is none."""
        row = self._db.execute("SELECT id, csrf, data FROM sessions WHERE id = ?", (session_id,)).fetchone()
        return Session(row[0], row[1], json.loads(row[2])) if row else None

    def new_session(self) -> Session:
        """Starts a session with an empty memory."""
        session = Session(secrets.token_urlsafe(24), secrets.token_urlsafe(24), {})
        self._db.execute("INSERT INTO sessions VALUES (?, ?, '{}', ?)", (session.id, session.csrf, _now()))
        return session

    def remember(self, session: Session, name: str, answers: Mapping[str, str]) -> None:
        """Keeps the answers of one step or draft; no answers forgets it."""
        data = {**session.data, name: dict(answers)}
        if not answers:
            del data[name]
        self._db.execute("UPDATE sessions SET data = ? WHERE id = ?", (json.dumps(data), session.id))


def records(database: Path) -> list[Record]:
    """All accepted submissions, oldest first; empty when the file does not exist. Safe while the site runs."""
    rows = _read(database, "SELECT c.page, c.reference, c.fields, r.received_at, r.method, r.target, r.content_type,"
                           " r.had_cookie, r.raw, r.id FROM records c JOIN requests r ON r.id = c.request"
                           " ORDER BY c.id")
    return [Record(row[0], row[1], json.loads(row[2]), row[3], row[4], row[5].partition("?")[0], row[6],
                   bool(row[7]), row[8], row[9]) for row in rows]


def requests(database: Path) -> list[Request]:
    """All requests that arrived, oldest first, plain page views apart; empty when the file does not exist.

    Here are every request that is not a GET, every GET with a query, a body or an address that the site does not
    have (all three can carry data), and whatever could not be read as HTTP (with an empty ``method``).
    """
    rows = _read(database, "SELECT id, method, target, content_type, had_cookie, raw, complete, received_at, status"
                           " FROM requests ORDER BY id")
    return [Request(row[0], row[1], row[2], row[3], bool(row[4]), row[5], bool(row[6]), row[7], row[8])
            for row in rows]


def _read(database: Path, query: str) -> list[Any]:
    if not database.exists():
        return []
    with closing(sqlite3.connect(database, timeout=10)) as db:
        return db.execute(query).fetchall()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _pick(letters: str, count: int) -> str:
    return "".join(secrets.choice(letters) for _ in range(count))
