"""Opens what stands inside a value: JSON or form data as text, base64, a file in an address, a GraphQL request.

What is found stands beside the field it was read out of, which always stays: nothing on the wire is left out for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qsl

from agent.gate.base64_text import held_in
from agent.gate.fields import Collector, Where, WireField, file_part
from agent.gate.graphql import chosen, operations
from agent.gate.json_leaves import opened

MAX_DEPTH = 3
"""Values within values that are opened."""
MAX_VALUE = 1024 * 1024
"""Letters of a value that is opened."""
INTO = " > "
"""Stands between the name of a field and that of what was read out of it."""

_PLACES = frozenset({Where.BODY, Where.QUERY, Where.JSON})
_PAIRS = re.compile(r"[\w.%\[\]-]+=[^&=\s;]*(?:&[\w.%\[\]-]+=[^&=\s;]*)+")
_HASH = re.compile(r"extensions(?: > |\.)persistedQuery\.sha256Hash")


def open_values(out: Collector) -> None:
    """Puts beside each field what stands inside its value, and before a GraphQL request what it does."""
    whole: list[WireField] = []
    for field in out.fields:
        whole += _with_inner(field, out, 0)
    out.fields[:] = _with_operations(whole, out)


def _with_inner(field: WireField, out: Collector, depth: int) -> list[WireField]:
    if depth >= MAX_DEPTH or not out.has_room or not _may_open(field):
        return [field]
    inner, exact = _inner(field, out)
    named = out.beside(inner)
    if not named:
        return [field]
    below = [each for one in named for each in _with_inner(one, out, depth + 1)]
    return [replace(field, opened=exact), *below]


def _may_open(field: WireField) -> bool:
    is_text = field.where is not Where.JSON or field.content_type == "string"
    return field.where in _PLACES and is_text and not field.unreadable and 4 <= len(field.value) <= MAX_VALUE


def _inner(field: WireField, out: Collector) -> tuple[list[WireField], bool]:
    if field.key != "(body)" and (found := opened(field.value)) is not None:
        leaves, exact = found
        if len({leaf.path for leaf in leaves}) < len(leaves):
            out.problem("A name stands twice in the same JSON object; all its values are shown.")
        return [WireField(f"{field.name}{INTO}{leaf.path}", leaf.value, Where.JSON, leaf.type, key=leaf.key,
                          inside=field.name) for leaf in leaves], exact
    if _PAIRS.fullmatch(field.value):
        pairs = parse_qsl(field.value, keep_blank_values=True, errors="replace")
        return [WireField(f"{field.name}{INTO}{name}", value, Where.JSON, "string", key=name, inside=field.name)
                for name, value in pairs], False
    held = held_in(field.value)
    if held is None:
        return [], False
    if held.text:
        return [WireField(f"{field.name}{INTO}base64", held.text, field.where, field.content_type,
                          inside=field.name)], False
    file = file_part("", held.media_type, held.data, 0, len(held.data))
    return [WireField(f"{field.name}{INTO}file", "", Where.FILE, held.media_type, file, inside=field.name)], False


def _with_operations(fields: list[WireField], out: Collector) -> list[WireField]:
    """Adds to each GraphQL request a first field that says its kind and name."""
    by_name = {field.name: field for field in fields}
    firsts: dict[int, WireField] = {}
    for at, field, prefix, words, problem in _requests(fields, by_name):
        if problem:
            out.problem(problem)
        made = out.beside([WireField(f"{prefix}(operation)", words, field.where, "string", inside=field.name)])
        start = at
        while start and fields[start - 1].name.startswith(prefix):
            start -= 1
        if made and start not in firsts:
            firsts[start] = made[0]
    found: list[WireField] = []
    for index, field in enumerate(fields):
        found += [firsts[index], field] if index in firsts else [field]
    return found


def _requests(fields: list[WireField],
              by_name: dict[str, WireField]) -> Iterator[tuple[int, WireField, str, str, str]]:
    for at, field in enumerate(fields):
        if field.where not in _PLACES or field.unreadable:
            continue
        is_whole = field.key == "(body)" and field.content_type == "application/graphql"
        if (field.key == "query" and field.name.endswith("query")) or is_whole:
            prefix = "" if is_whole else field.name.removesuffix("query")
            named = by_name.get(f"{prefix}operationName")
            words, problem = chosen(field.value, _text_of(named))
            if words:
                yield at, field, prefix, words, problem
        elif field.key == "sha256Hash" and (tail := _HASH.search(field.name)) and tail.end() == len(field.name):
            prefix = field.name[: tail.start()]
            document = by_name.get(f"{prefix}query")
            if document is None or not operations(document.value):
                name = _text_of(by_name.get(f"{prefix}operationName"))
                said = "the site keeps the text of it, only its mark is sent"
                yield at, field, prefix, f"{name or 'without a name'} ({said})", ""


def _text_of(field: WireField | None) -> str:
    return field.value if field is not None and field.content_type != "null" else ""
