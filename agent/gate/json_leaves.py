"""JSON as a flat list of paths and values, numbers as they were written, nothing merged."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

MAX_DEPTH = 64
"""Levels of nesting; forms use fewer than ten."""

_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
_PLAIN_KEY = re.compile(r'[^.\[\]"\s]+')


class JsonUnreadableError(Exception):
    """The text is not JSON, or nests too deep; the message is for the person and quotes nothing."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value. ``key`` is the nearest object key alone, ``type`` the JSON type (also of empty containers)."""

    path: str
    key: str
    type: str
    value: str


class _Number(str):
    __slots__ = ()


class _Object(list[tuple[str, object]]):
    """An object as its pairs, so that a repeated key keeps all its values."""


def _no_constant(_: str) -> NoReturn:
    raise JsonUnreadableError("The JSON holds a value that JSON does not have (NaN or Infinity).")


def _check_depth(text: str) -> None:
    depth = 0
    for match in _BRACKETS.finditer(text):
        if match[0] in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise JsonUnreadableError(f"The JSON is nested more than {MAX_DEPTH} levels deep.")
        elif match[0] in "]}":
            depth -= 1


def leaves(text: str) -> list[Leaf]:
    """Returns every value in the order of the text.

    Raises:
        JsonUnreadableError: the text is not JSON, holds something after it, or is nested too deep.
    """
    _check_depth(text)
    try:
        tree = json.loads(text, parse_int=_Number, parse_float=_Number, parse_constant=_no_constant,
                          object_pairs_hook=_Object, strict=False)
    except (ValueError, RecursionError):
        raise JsonUnreadableError("The body is not well-formed JSON.") from None
    return list(_walk(tree, "", ""))


def opened(text: str) -> tuple[list[Leaf], bool] | None:
    """Reads a value that is itself JSON with names in it; nothing for any other text, such as ``[see letter]``.

    Returns:
        The leaves, and whether they say everything: only a text that a browser would write for them does
        (``JSON.stringify``, no blanks), with no name twice.
    """
    if text.lstrip()[:1] not in {"{", "["}:
        return None
    try:
        _check_depth(text)
        tree = json.loads(text, parse_int=_Number, parse_float=_Number, parse_constant=_no_constant,
                          object_pairs_hook=_Object, strict=False)
    except (JsonUnreadableError, ValueError, RecursionError):
        return None
    if not _has_names(tree):
        return None
    found = list(_walk(tree, "", ""))
    exact = _written(tree) == text and len({leaf.path for leaf in found}) == len(found)
    return found, exact


def _has_names(node: object) -> bool:
    if isinstance(node, _Object):
        return bool(node)
    return isinstance(node, list) and any(map(_has_names, node))


def _written(node: object) -> str:
    """The text that ``JSON.stringify`` gives, numbers as they stood."""
    if isinstance(node, _Object):
        return "{" + ",".join(f"{_written(name)}:{_written(value)}" for name, value in node) + "}"
    if isinstance(node, list):
        return "[" + ",".join(map(_written, node)) + "]"
    return str(node) if isinstance(node, _Number) else json.dumps(node, ensure_ascii=False)


def _step(path: str, key: str) -> str:
    if not _PLAIN_KEY.fullmatch(key):
        return f"{path}[{json.dumps(key, ensure_ascii=False)}]"
    return f"{path}.{key}" if path else key


def _walk(node: object, path: str, key: str) -> Iterator[Leaf]:
    if isinstance(node, _Object) and node:
        for name, value in node:
            yield from _walk(value, _step(path, name), name)
    elif isinstance(node, list) and not isinstance(node, _Object) and node:
        for index, value in enumerate(node):
            yield from _walk(value, f"{path}[{index}]", key)
    else:
        kind, value = _scalar(node)
        yield Leaf(path or "(value)", key, kind, value)


def _scalar(node: object) -> tuple[str, str]:
    match node:
        case _Number():
            return "number", str(node)
        case str():
            return "string", node
        case bool():
            return "boolean", "true" if node else "false"
        case None:
            return "null", "null"
        case _Object():
            return "object", "{}"
        case _:
            return "array", "[]"
