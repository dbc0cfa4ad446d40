"""Watches, over a whole test run, all that any test makes the product send to a model: nothing private, no secret."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path

from agent.gate.trace import Tracer
from tests.vendor.scanning import bare, read

KEY_HEADERS = ("authorization", "x-api-key")
"""Where the vendor's key belongs, and nowhere else."""

SECRET_VARIABLES = ("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "COUNTERSIGN_PASSPHRASE")
SHORTEST = 4
"""Letters and figures of a fact or a declared secret that is looked for."""
SHORTEST_FOUND = 8
"""The same, of secrets that nobody declared: keys of tests can be words of everyday, such as “right”."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One request: everything of it but the value of the key's own header."""

    server: int
    path: str
    headers: Mapping[str, str]
    raw: bytes


@dataclass(slots=True)
class Tally:
    """One process's part of a run. ``found`` names what was found, where, and never the value."""

    servers: int = 0                 # that should have been asked something
    requests: int = 0
    private: int = 0
    secrets: int = 0
    found: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Chapter:
    """One test. ``told``: what it lets a model read on purpose, by letters and figures."""

    test: str = "between tests"
    told: frozenset[str] = frozenset()
    heard: list[Heard] = field(default_factory=list)
    private: set[tuple[str, str]] = field(default_factory=set)   # kind and value
    secrets: set[str] = field(default_factory=set)


class Oversight:
    """The record of one process. Servers tell it what they hear; `begin` and `end` stand around each test."""

    def __init__(self) -> None:
        self.tally = Tally()
        self._chapter = Chapter()
        self._lock = threading.Lock()

    # Told by the servers

    def opened(self) -> None:
        """A model's server began to listen, and something must be asked of it."""
        self.tally.servers += 1

    def heard(self, server: int, path: str, headers: Mapping[str, str], raw: bytes) -> None:
        """A request came in."""
        own = {name.lower(): value for name, value in headers.items()}
        keys = {own.pop(name, "").removeprefix("Bearer ") for name in KEY_HEADERS}
        in_use = {os.environ.get(name, "") for name in SECRET_VARIABLES}
        with self._lock:
            self._chapter.heard.append(Heard(server, path, own, raw))
            self._chapter.secrets |= {each for each in keys | in_use if len(bare(each)) >= SHORTEST_FOUND}

    def closed(self, server: int, count: int) -> None:
        """A server ends that counted so many requests itself."""
        kept = sum(each.server == server for each in self._chapter.heard)
        if kept != count:
            self._note(f"{count} requests came in and {kept} were kept")

    # Told by the tests

    def knows(self, kind: str, value: str) -> None:
        """A private fact, where it stands in no home."""
        self._chapter.private.add((kind, value))

    def secret(self, *values: str) -> None:
        """Secrets in use: passwords, codes, card numbers, keys."""
        for each in values:
            if len(bare(each)) < SHORTEST:
                raise ValueError("A secret of fewer than four letters can't be looked for.")
            self._chapter.secrets.add(each)

    def found(self, secret: str) -> None:
        """A secret that came along, such as one put into a keyring: looked for where it is no everyday word."""
        if len(bare(secret)) >= SHORTEST_FOUND:
            self._chapter.secrets.add(secret)

    def begin(self, test: str, told: Iterable[str] = ()) -> None:
        """A test begins; it lets a model read these values."""
        self.end()
        self._chapter = Chapter(test, frozenset(map(bare, told)))

    def end(self, homes: Iterable[Path] = ()) -> list[str]:
        """A test is over: looks through what it sent; what was found, in words."""
        chapter, before = self._chapter, len(self.tally.found)
        self._chapter = Chapter()
        if not chapter.heard:
            return self.tally.found[before:]
        for each in homes:
            chapter.private |= private_of(each)
        self.tally.requests += len(chapter.heard)
        self._look(chapter)
        return self.tally.found[before:]

    def _look(self, chapter: Chapter) -> None:
        facts = {f"{kind} #{at}": value for at, (kind, value) in enumerate(sorted(chapter.private))
                 if len(bare(value)) >= SHORTEST}
        hidden = {f"secret #{at}": value for at, value in enumerate(sorted(chapter.secrets))}
        tracer = Tracer({**facts, **hidden})
        said: set[str] = set()
        for number, each in enumerate(chapter.heard, 1):
            parts = (each.path, *each.headers.values(), each.raw)
            reading = read(*parts)
            traced = {name for part in parts for name in tracer.find(part)}
            for name, value in {**facts, **hidden}.items():
                if name not in traced and not reading.holds(value):
                    continue
                if bare(value) in chapter.told:
                    said.add(bare(value))
                    continue
                self.tally.secrets += name in hidden
                self.tally.private += name in facts
                self.tally.found.append(f"{chapter.test}: request {number} holds {name.split(' #')[0]}")
        if chapter.told - said:
            self.tally.found.append(f"{chapter.test}: a value marked as told to the model was in no request")

    def _note(self, words: str) -> None:
        self.tally.found.append(f"{self._chapter.test}: {words}")


def private_of(database: Path) -> set[tuple[str, str]]:
    """The facts that a home holds as private, read without the product."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as opened:
        return set(opened.execute("SELECT kind, value FROM fact WHERE sensitivity = 'private'"))


def together(tallies: Sequence[Tally]) -> Tally:
    """The tally of all processes of a run."""
    return Tally(*(sum(getattr(each, name) for each in tallies) for name in ("servers", "requests", "private",
                                                                             "secrets")),
                 [words for each in tallies for words in each.found])


def verdict(tally: Tally) -> list[str]:
    """Why a run must not pass; empty if it may."""
    silent = tally.servers > 0 and tally.requests == 0
    return [*tally.found, *(["vendor tests ran, and nothing of what they sent was recorded"] if silent else [])]


def line_of(tally: Tally) -> str:
    """The line at a run's end."""
    return f"vendor requests {tally.requests}, private facts {tally.private}, secrets {tally.secrets}"


def as_plain(tally: Tally) -> dict[str, object]:
    """As it goes from a worker to the process that asked for the run."""
    return asdict(tally)


HERE = Oversight()
"""This process's."""
