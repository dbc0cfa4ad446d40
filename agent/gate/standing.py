"""Writes that a site's own page made before anything was typed, and whether a later one says no more than they did.

A session ping, a GraphQL read, a token refresh: pages send these while a form is being filled. Once armed one passes
only if it is, byte for byte, a write from before arming in which at most some values were exchanged for others that
the site's own server delivered. Equal *shape* alone would not do: a page could write anything into a field of the
right type, and any spacing or escape it likes between the fields (findings/gate.md, policy table: "byte-equal after
removing values seen in server responses").
"""

from __future__ import annotations

import json
from collections.abc import Container
from urllib.parse import quote_plus

from agent.gate.decode import decode
from agent.gate.fields import Where, WireField
from agent.gate.wire import MemoryBody, WireRequest

LARGEST = 64 * 1024
"""Bytes of a body that is remembered; pings and queries are far smaller."""

MOST = 300
"""Writes remembered per browser; what comes after is judged as new."""

MOST_CHANGES = 8
"""Values that may differ from the remembered write; each says as much as one choice among known addresses."""

_EXCHANGEABLE = {("string", "string"), ("null", "string"), ("", "")}
"""Types of a value before and after; '' is a form's."""

_READABLE = frozenset({Where.BODY, Where.JSON})


def note(request: WireRequest) -> str:
    """A write as it is remembered, '' for one that is too large or not text."""
    if request.body.size > LARGEST:
        return ""
    try:
        body = request.body.read().decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return json.dumps([request.method, request.url, request.first("content-type"), body])


def changes(before: str, request: WireRequest, delivered: Container[str]) -> int | None:
    """How many values of a remembered write were exchanged for delivered ones; None where anything else differs.

    Args:
        before: a line of `note`.
        request: the write that is judged.
        delivered: strings that the site's own server wrote.
    """
    method, url, content_type, body = json.loads(before)
    if (method, url, content_type) != (request.method, request.url, request.first("content-type")):
        return None
    if request.body.size > LARGEST:
        return None
    now = request.body.read()
    if now == body.encode("utf-8"):
        return 0
    old = _leaves(WireRequest(method, url, request.headers, MemoryBody(body.encode("utf-8"))))
    new = _leaves(request)
    if old is None or new is None or len(old) != len(new):
        return None
    return _exchanged(body, now, list(zip(old, new, strict=True)), delivered)


def _leaves(request: WireRequest) -> list[WireField] | None:
    found = decode(request, ())
    if found.problems or any(field.unreadable or field.file for field in found.fields):
        return None
    return [field for field in found.fields if field.where in _READABLE and not field.inside]


def _exchanged(body: str, now: bytes, pairs: list[tuple[WireField, WireField]], delivered: Container[str],
               ) -> int | None:
    """Builds the body that only exchanging the values would give, and compares it with the one that is there."""
    built, rest, count = "", body, 0
    for before, after in pairs:
        if (before.name, before.where) != (after.name, after.where):
            return None
        if (before.value, before.content_type) == (after.value, after.content_type):
            continue
        count += 1
        # A first page of results is asked for with null, the next with the cursor that came with it.
        exchangeable = (before.content_type, after.content_type) in _EXCHANGEABLE
        if count > MOST_CHANGES or not exchangeable or after.value not in delivered:
            return None
        head, found, rest = rest.partition(_written(before, before.value))
        if not found:
            return None
        built += head + _written(after, after.value)
    return count if (built + rest).encode("utf-8") == now else None


def _written(field: WireField, value: str) -> str:
    if field.content_type == "null":
        return "null"
    if field.where is Where.JSON:
        return json.dumps(value, ensure_ascii=False)
    return "=" + quote_plus(value, safe="*-._")
