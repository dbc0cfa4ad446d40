"""Reads a file of facts (.json or .vcf) and lists everything that is wrong with it, by line and field."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.profile.errors import BadValue, ImportProblem, NotKept, Problem, UnknownKind
from agent.profile.json_file import read_entries
from agent.profile.kinds import Sensitivity, kept
from agent.profile.places import country_code_of
from agent.profile.raw_entry import Entry
from agent.profile.values import doubt, normalise
from agent.profile.vcard_file import read_card
from agent.protocol import FactKind

LARGEST = 5 * 1024 * 1024
"""Bytes. A profile is a few kilobytes; a vCard with a photo a few megabytes."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One piece of the person's profile, normalised."""

    kind: FactKind
    value: str
    sensitivity: Sensitivity


@dataclass(frozen=True, slots=True)
class Imported:
    """A file's facts in its own order; ``notes`` say what was left out or looks like a slip, without any value."""

    facts: tuple[Fact, ...]
    notes: tuple[str, ...]


def read_profile(path: Path, region: str) -> Imported:
    """Reads a profile: ``.json`` with one flat object of kind to value, or ``.vcf``.

    Args:
        path: the file; UTF-8, at most 5 MB.
        region: ISO alpha-2 code for values whose country is open; a country in the file itself goes before it.

    Raises:
        ImportProblem: the file can't be read, or any of its values is wrong; all problems are listed.
    """
    text = _read_text(path)
    readers = {".json": read_entries, ".vcf": read_card}
    reader = readers.get(path.suffix.casefold())
    if reader is None:
        raise _whole("only .json and .vcf files can be taken over")
    entries, notes, problems = reader(text)
    if not entries and not problems:
        raise _whole("the file holds no facts")
    facts, more_notes, more_problems = _check(entries, _region_of(entries) or region)
    every = sorted([*problems, *more_problems], key=lambda problem: problem.line)
    if every:
        raise ImportProblem(tuple(every))
    return Imported(tuple(facts), (*notes, *more_notes))


def _whole(reason: str) -> ImportProblem:
    return ImportProblem((Problem(0, "", reason),))


def _read_text(path: Path) -> str:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise _whole("this is a folder or a device, not a file")
        if about.st_size > LARGEST:
            raise _whole(f"the file is larger than {LARGEST // 2**20} MB")
        raw = path.read_bytes()
    except FileNotFoundError as problem:
        raise _whole("there is no such file") from problem
    except (OSError, ValueError) as problem:
        raise _whole("the file can't be read; check that you may open it") from problem
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        raise ImportProblem((Problem(line, "", "the file is not written in UTF-8; save it as UTF-8 and try again"),)
                            ) from problem
    if not text.strip():
        raise _whole("the file is empty")
    return text


def _region_of(entries: Sequence[Entry]) -> str:
    for name in ("country", "country-name"):
        for entry in entries:
            if entry.kind == name:
                return country_code_of(entry.text)
    return ""


def _check(entries: Sequence[Entry], region: str) -> tuple[list[Fact], list[str], list[Problem]]:
    facts: list[Fact] = []
    notes: list[str] = []
    problems: list[Problem] = []
    first_lines: dict[FactKind, int] = {}
    for entry in entries:
        try:
            found = kept(entry.kind)
            if found.name in first_lines:
                reason = f"the same fact stands in line {first_lines[found.name]} already; keep one of them"
                problems.append(Problem(entry.line, entry.field, reason))
                continue
            first_lines[found.name] = entry.line
            if not entry.text.strip():
                notes.append(f"line {entry.line}: {entry.field} is empty and was left out")
                continue
            value = normalise(found.name, entry.text, region)
        except BadValue as problem:
            problems.append(Problem(entry.line, entry.field, problem.reason))
            continue
        except (UnknownKind, NotKept) as problem:
            problems.append(Problem(entry.line, entry.field, str(problem)))
            continue
        facts.append(Fact(found.name, value, found.sensitivity))
        slip = doubt(found.name, value, region)
        if slip:
            notes.append(f"line {entry.line}: {slip}")
    return facts, notes, problems
