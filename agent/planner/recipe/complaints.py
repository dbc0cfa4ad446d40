"""What is wrong with a recipe's text, in plain words and with the line: never the value, which may be anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from tomllib import TOMLDecodeError
from typing import TYPE_CHECKING

from agent.intake.finders import Hint
from agent.planner.base import ButtonKind
from agent.protocol.display import display

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

MOST_SAID = 5
"""Mistakes that are named; more are no help."""
_AT = re.compile(r"(.*?) \(at (?:line (\d+), column \d+|(end of document))\)", re.S)
_HEAD = re.compile(r"\s*(\[{1,2})\s*([\w.\s-]+?)\s*\]")
_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")
_CHOICES = {"Hint": [each.value for each in Hint], "ButtonKind": [each.value for each in ButtonKind]}
_SAID = {
    "missing": "is missing", "extra_forbidden": "is nothing that a recipe may say",
    "bool_type": "must be true or false",
    "string_type": "must be words between quotation marks", "int_type": "must be a whole number",
    "tuple_type": "must be a list", "model_type": "must be a part of its own", "string_too_long": "is too long",
    "too_long": "has too many entries", "too_short": "must not be empty"}
"""What pydantic's kinds of mistakes mean (its documentation, "Validation Errors"); others have their own words."""
_READER = {
    "Invalid value": "Words need quotation marks around them",
    "Expected '=' after a key": "An equals sign is missing after the name",
    "Illegal character '\\n'": "A quotation mark is missing at the end of the line",
    "Unterminated string": "A quotation mark is missing at the end",
    "Expected newline or end of document": "Something stands behind the value that does not belong there",
    "Cannot overwrite a value": "This is said twice", "Invalid statement": "This is no name with a value"}
"""What the standard library's reader says, in plain words; the rest is passed on as it is."""
_OWN_VERBS = ("is ", "holds ", "says ", "names ", "has ")
"""How `script`'s own sentences begin, which lack their subject."""


def unread(problem: Exception, text: str) -> str:
    """Why a text can't be read at all, from the reader's own words."""
    if not isinstance(problem, TOMLDecodeError):
        return "It is nested too deep." if isinstance(problem, RecursionError) else f"It can't be read. {problem}"[:200]
    found = _AT.match(str(problem))
    if found is None:
        return f"It can't be read: {problem}"[:200]
    line = int(found[2]) if found[2] else text.rstrip("\n").count("\n") + 1
    said = next((words for start, words in _READER.items() if found[1].startswith(start)), found[1][:120])
    return f"Line {line}: this can't be read. {said}."


def complaints(problem: ValidationError, text: str) -> list[str]:
    """A sentence for each of the first mistakes: its line where it has one, where it stands, what is wrong."""
    every = problem.errors(include_url=False, include_input=False)
    # What has a mistake inside is counted as not there at all: that follows from the mistake and says nothing new.
    mine = [each for each in every if not any(_inside(other["loc"], each["loc"]) for other in every)]
    return [_sentence(each, text) for each in mine[:MOST_SAID]]


def line_of(text: str, loc: Sequence[int | str]) -> int:
    """The line, from 1, of a value by its place (``pages``, 0, ``fields``, 2, ``fact``); 0 where it is not written.

    Where only the value is missing, the line of the part that lacks it.
    """
    wanted = [each for each in loc if isinstance(each, str)]
    numbers = [each for each in loc if isinstance(each, int)]
    head = 0
    for number, table, counts, key in _lines(text):
        depth = len(table)
        if table != tuple(wanted[:depth]) or list(counts) != numbers[:len(counts)]:
            continue
        if key is None:
            head = number if depth or not head else head
        elif depth < len(wanted) and key == wanted[depth]:
            return number
    return head


def _lines(text: str) -> Iterator[tuple[int, tuple[str, ...], tuple[int, ...], str | None]]:
    """Number, table with the places in its lists, and the key of each line that has one; None: the table's head."""
    table: tuple[str, ...] = ()
    seen = {"pages": -1, "fields": -1}
    for number, line in enumerate(text.split("\n"), 1):
        if head := _HEAD.match(line):
            table = tuple(part.strip() for part in head[2].split("."))
            if head[1] == "[[" and table == ("pages",):
                seen = {"pages": seen["pages"] + 1, "fields": -1}
            elif head[1] == "[[" and table == ("pages", "fields"):
                seen["fields"] += 1
            yield number, table, _counts(table, seen), None
        elif key := _KEY.match(line):
            yield number, table, _counts(table, seen), key[1]


def _counts(table: tuple[str, ...], seen: dict[str, int]) -> tuple[int, ...]:
    return tuple(seen[each] for each in table if each in seen)


def _inside(inner: Sequence[int | str], outer: Sequence[int | str]) -> bool:
    return len(inner) > len(outer) and tuple(inner[:len(outer)]) == tuple(outer)


def _sentence(each: ErrorDetails, text: str) -> str:
    line = line_of(text, each["loc"])
    place, name = _place(each["loc"])
    what, kind_known = _what(each), each["type"] != "value_error"
    said = (f"“{name}” {what}" if kind_known or what.startswith(_OWN_VERBS) else f"“{name}”: {what}") if name else what
    where = ", ".join(part for part in (f"Line {line}" if line else "", place) if part)
    return f"{where}: {said}." if where else f"{said[:1].upper()}{said[1:]}."


def _place(loc: Sequence[int | str]) -> tuple[str, str]:
    """In words, such as ``field 2 of page 1``, and the name of the value."""
    page = f"page {loc[1] + 1}" if len(loc) > 1 and isinstance(loc[1], int) else ""
    if len(loc) > 3 and isinstance(loc[3], int) and loc[2] == "fields":
        page = f"field {loc[3] + 1} of {page}"
    names = [part for part in loc if isinstance(part, str)]
    deeper = len(names) > (2 if "field " in page else 1 if page else 0)
    return page, display(names[-1], 60) if deeper and names else ""


def _what(each: ErrorDetails) -> str:
    kind, about = each["type"], each.get("ctx", {})
    if kind == "is_instance_of" and (choices := _CHOICES.get(str(about.get("class")))):
        return f"must be one of: {', '.join(choices)}"
    if kind == "literal_error":
        return "can only be true, or left out"
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = about.get("ge", about.get("le"))
        return f"must be {'at least' if kind == 'greater_than_equal' else 'at most'} {limit}"
    if kind == "string_too_long":
        return f"may have at most {about.get('max_length')} characters"
    own = each["msg"].removeprefix("Value error, ").rstrip(".")
    return _SAID.get(kind, own)
