"""What one approval of the whole does not cover: each such thing needs a yes that names it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from agent.protocol import Flag
from agent.protocol.display import display

_SHOWN = 160
"""Characters of a value quoted in the list of what is missing."""


@dataclass(frozen=True, slots=True)
class OwnYes:
    """``name`` is what a yes must name: a row's own name, or ``problem 1`` for the first problem of the payload."""

    name: str
    said: str
    unread: bool = False


def own_yeses(sheet: Mapping[str, Any]) -> tuple[OwnYes, ...]:
    """Returns what needs its own yes on a stored sheet, in its order.

    Consents and declarations that the page put there, rows that can't be read (also the one that stands for rows
    beyond the limit), and every sentence about what could not be read or could be read in two ways.
    """
    problems = tuple(OwnYes(problem_name(number), text, unread=True)
                     for number, text in enumerate(sheet.get("problems", ()), 1))
    return problems + tuple(
        OwnYes(row["name"], f"{row['label'] or row['name']} = {row['value']}", Flag.UNREADABLE in row.get("flags", ()))
        for row in sheet.get("fields", ()) if row.get("needs_own_yes") or Flag.UNREADABLE in row.get("flags", ()))


def problem_name(number: int) -> str:
    """The name of a problem, counted from 1 in the order of the sheet."""
    return f"problem {number}"


def missing(sheet: Mapping[str, Any], accepted: Iterable[str]) -> tuple[OwnYes, ...]:
    """Returns what was not said yes to.

    One yes covers one thing: a field that a page called ``problem 1`` needs a second yes of that name.
    """
    left = Counter(accepted)
    found: list[OwnYes] = []
    for each in own_yeses(sheet):
        if left[each.name] > 0:
            left[each.name] -= 1
        else:
            found.append(each)
    return tuple(found)


def told(wanted: Iterable[OwnYes], id: str) -> str:
    """The sentence for the person: what is missing, and the words to give each yes with, one thing a line."""
    lines = [f"  --accept {_quoted(each.name)}   {'can not be read in full: ' if each.unread else ''}"
             f"{display(each.said, _SHOWN)}" for each in wanted]
    return "\n".join([
        "Some of it needs your own yes: the page put it there, or it can't be read.", *lines,
        f"If you agree to each: approve {id} with these words. Otherwise change it with edit, send it back or reject."])


def _quoted(name: str) -> str:
    """The name for a shell; one with signs that can't be typed is written out, so that nothing hides in it."""
    shown = display(name, 0)
    if shown != name:
        return f"$'{''.join(_escape(char) for char in name)}'"
    if name and all(char.isascii() and (char.isalnum() or char in "_-.@%+:,/") for char in name):
        return name
    return "'" + name.replace("'", "'\\''") + "'"


def _escape(char: str) -> str:
    if char in "\\'":
        return "\\" + char
    return char if char.isascii() and char.isprintable() else f"\\U{ord(char):08x}"
