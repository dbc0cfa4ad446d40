"""Reads one flat JSON object of kind to value, and knows the line of each key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from agent.profile.errors import Problem
from agent.profile.raw_entry import Entry, Reading

_SPACE = re.compile(r"[ \t\r\n]*")
_SHOWN = 60
"""Characters of a key in a message."""


class _Broken(Exception):
    """The text is no JSON from ``position`` on."""

    def __init__(self, position: int, reason: str) -> None:
        super().__init__(reason)
        self.position = position
        self.reason = reason


def read_entries(text: str) -> Reading:
    """Reads the object. Problems: no JSON, no object, a key twice, a value that is neither text nor number."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    try:
        for key, raw, value, position in _Members(text):
            line = text.count("\n", 0, position) + 1
            reason = _wrong(value)
            if key in seen:
                reason = f"the same field stands in line {seen[key]} already; keep one of them"
            seen.setdefault(key, line)
            if reason:
                problems.append(Problem(line, key[:_SHOWN], reason))
            else:
                entries.append(Entry(line, key[:_SHOWN], key, value if isinstance(value, str) else raw))
    except _Broken as broken:
        problems.append(Problem(text.count("\n", 0, broken.position) + 1, "", broken.reason))
    return entries, [], problems


def _wrong(value: Any) -> str:
    if isinstance(value, bool):
        return "the value is true or false; write it as text in quotation marks"
    if value is None:
        return "the value is null; leave the field out instead"
    if isinstance(value, (dict, list)):
        return "the value is a list or an object; only text and numbers are possible here"
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return "the value is not a number"
    return ""


class _Members:
    """Walks over an object's members one by one, since json itself tells neither places nor keys that come twice.

    Each member is its key, its value as written, its value, and the position of its key; a break ends the walk with
    ``_Broken``, after the members before it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.decoder = json.JSONDecoder()

    def __iter__(self) -> Iterator[tuple[str, str, Any, int]]:
        place = self._skip(0)
        if self.text[place:place + 1] != "{":
            raise _Broken(place, "the file must hold one object: { \"given-name\": \"Eleanor\", … }")
        place = self._skip(place + 1)
        if self._at(place) == "}":
            self._end(place)
            return
        while True:
            start = place
            key, place = self._value(place, "a field's name in quotation marks should stand here")
            if not isinstance(key, str):
                raise _Broken(start, "a field's name must stand in quotation marks")
            place = self._expect(self._skip(place), ":", "a colon is missing after the field's name")
            begin = self._skip(place)
            value, place = self._value(begin, "a text or number should stand here")
            yield key, self.text[begin:place], value, start
            place = self._skip(place)
            if self._at(place) == "}":
                self._end(place)
                return
            place = self._skip(self._expect(place, ",", "a comma is missing before this, or the closing bracket }"))

    def _at(self, place: int) -> str:
        return self.text[place:place + 1]

    def _skip(self, place: int) -> int:
        match = _SPACE.match(self.text, place)
        return match.end() if match else place

    def _value(self, place: int, reason: str) -> tuple[Any, int]:
        try:
            return self.decoder.raw_decode(self.text, place)
        except json.JSONDecodeError as problem:
            raise _Broken(min(problem.pos, len(self.text)), f"this is not JSON: {reason}") from problem
        except (RecursionError, ValueError) as problem:
            raise _Broken(place, "the value is nested too deeply or far too long") from problem

    def _expect(self, place: int, sign: str, reason: str) -> int:
        if self._at(place) != sign:
            raise _Broken(place, f"this is not JSON: {reason}")
        return place + 1

    def _end(self, place: int) -> None:
        rest = self._skip(place + 1)
        if rest != len(self.text):
            raise _Broken(rest, "something follows after the closing bracket }; the file must hold one object")
