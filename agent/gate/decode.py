"""Turns a request into the list of fields a person can read; whatever can't be read is shown as such, never dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote_to_bytes

from agent.gate.charset import charset_of
from agent.gate.content_encoding import undo
from agent.gate.fields import Collector, Decoded, FilePart, Where, WireField
from agent.gate.form_data import form_data
from agent.gate.header_values import Parameterised, is_plain_type, page_headers, parameterised
from agent.gate.json_leaves import JsonUnreadableError, Leaf, leaves
from agent.gate.opening import open_values
from agent.gate.suspicion import suspect
from agent.gate.wire import Window, WireRequest, window

__all__ = ["Decoded", "FilePart", "Where", "WireField", "decode"]

MAX_TEXT = 4 * 1024 * 1024
"""Bytes of a body read as text or JSON."""
MAX_PACKED = 16 * 1024 * 1024
"""Bytes of a compressed body that are unpacked at all."""

_TEXT_TYPES = re.compile(r"text/(?!plain$).+|application/(?:xml|graphql|.+\+xml)")
_LINES_OF_JSON = frozenset({"application/x-ndjson", "application/ndjson", "application/jsonl",
                            "application/x-jsonlines", "application/json-lines"})
_PLAIN_LINES = re.compile(r"(?:[^=\r\n]+=[^\r\n]*\r\n)+")


def decode(request: WireRequest, made: Iterable[tuple[str, str]] | None = None) -> Decoded:
    """Decodes a request into fields; never raises on what a page sends.

    Reads urlencoded, multipart, JSON and plain-text bodies, packed with gzip or deflate or not, and the address's
    query. Anything else becomes one unreadable field with its size and hash.

    Args:
        request: as it stands on the wire.
        made: the headers that a page can have written data into. Left out, every header that a browser does not
            write by itself is one, and every cookie becomes a field.
    """
    out = Collector()
    types = request.all("content-type")
    if len(types) > 1:
        out.problem("The request names its type more than once.")
    declared = parameterised(types[0] if types else "")
    if request.body.size:
        _body(request, declared, out)
    address, _, query = request.url.partition("#")[0].partition("?")
    if query:
        pairs(query, "utf-8", Where.QUERY, out)
    if made is None:
        made = page_headers(request) + tuple(("cookie", line) for line in request.all("cookie"))
    for value in types:
        if value and not is_plain_type(value):
            out.add("content-type", value, Where.HEADER)
    for name, value in made:
        _header(name, value, out)
    open_values(out)
    for field in out.fields:
        suspect(field, out)
    out.close()
    return Decoded(tuple(out.fields), tuple(out.problems), request.method, address, declared.essence)


def _header(name: str, value: str, out: Collector) -> None:
    if name.lower() != "cookie":
        out.add(name, value, Where.HEADER)
        return
    for cookie in value.split(";"):
        key, _, content = cookie.strip().partition("=")
        out.add(key, content, Where.COOKIE)


def _body(request: WireRequest, declared: Parameterised, out: Collector) -> None:
    encodings = tuple(
        part.strip().lower() for line in request.all("content-encoding") for part in line.split(",")
        if part.strip().lower() not in {"", "identity"}
    )
    with window(request.body) as data:
        if not encodings:
            _plain_body(data, declared, out)
            return
        if len(data) > MAX_PACKED:
            out.problem(f"The packed body is larger than {MAX_PACKED} bytes and was not unpacked.")
            out.opaque("(body)", data, 0, len(data), declared.essence)
            return
        unpacked = undo(data[:], encodings)
        if unpacked.data is None:
            out.problem(unpacked.problem)
            out.opaque("(body)", data, 0, len(data), f"{declared.essence or 'unknown'} packed as {encodings[-1]}")
        else:
            _plain_body(unpacked.data, declared, out)


def _plain_body(data: Window, declared: Parameterised, out: Collector) -> None:
    essence = declared.essence
    if essence == "multipart/form-data":
        form_data(data, declared, out)
        return
    is_json = essence == "application/json" or essence.endswith("+json") or essence in _LINES_OF_JSON
    is_form = essence == "application/x-www-form-urlencoded"
    readable = is_json or is_form or essence in {"text/plain", ""} or _TEXT_TYPES.fullmatch(essence)
    text = _whole_text(data, declared, out) if readable else None
    if text is not None and essence in _LINES_OF_JSON:
        if not _json_lines(text, out):
            out.add("(body)", text, Where.BODY, content_type=essence)
    elif text is None or (is_json and not _json(text, out)):
        out.opaque("(body)", data, 0, len(data), essence)
    elif is_form:
        pairs(text, charset_of(declared) or "utf-8", Where.BODY, out)
    elif essence in {"text/plain", ""}:
        _loose_text(text, essence, out)
    elif not is_json:
        out.add("(body)", text, Where.BODY, content_type=essence)


def _whole_text(data: Window, declared: Parameterised, out: Collector) -> str | None:
    if len(data) > MAX_TEXT:
        out.problem(f"The body is larger than {MAX_TEXT} bytes and is not shown field by field.")
        return None
    charset = charset_of(declared)
    if charset is None:
        out.problem("The body names an unusual character set; it can't be read safely.")
        return None
    try:
        return bytes(data[:]).decode(charset or "utf-8")
    except UnicodeDecodeError:
        if declared.essence == "application/x-www-form-urlencoded":
            out.problem("The body holds bytes that are not text; they are shown as \\x codes.")
            return bytes(data[:]).decode("utf-8", "backslashreplace")
        out.problem("The body is not readable text.")
        return None


def _json(text: str, out: Collector) -> bool:
    try:
        found = leaves(text.removeprefix("\ufeff"))
    except JsonUnreadableError as reason:
        out.problem(str(reason))
        return False
    _add_leaves(found, out)
    return True


def _json_lines(text: str, out: Collector) -> bool:
    """A JSON value on each line: all of them as one list, or none."""
    lines = [line for line in text.removeprefix("\ufeff").split("\n") if line.strip()]
    found: list[Leaf] = []
    try:
        for number, line in enumerate(lines):
            found += [replace(leaf, path=_in_line(number, leaf.path)) for leaf in leaves(line)]
    except JsonUnreadableError as reason:
        out.problem(str(reason))
        return False
    _add_leaves(found, out)
    return bool(found)


def _in_line(number: int, path: str) -> str:
    return f"[{number}]{'' if path.startswith('[') else '.'}{path}" if path != "(value)" else f"[{number}]"


def _add_leaves(found: list[Leaf], out: Collector) -> None:
    seen: set[str] = set()
    for leaf in found:
        if leaf.path in seen:
            out.problem("A name stands twice in the same JSON object; all its values are shown.")
        seen.add(leaf.path)
        out.add(leaf.key, leaf.value, Where.JSON, content_type=leaf.type, path=leaf.path)


def _loose_text(text: str, essence: str, out: Collector) -> None:
    """Text of no particular kind: JSON that a script sent as text, the lines of a plain-text form, or just text."""
    if text.lstrip()[:1] in {"{", "["} and _json(text, out):
        return
    if essence and _PLAIN_LINES.fullmatch(text):
        for line in text[:-2].split("\r\n"):
            name, _, value = line.partition("=")
            out.add(name, value, Where.BODY)
        return
    if not essence:
        out.problem("The body does not say what type it is.")
    out.add("(body)", text, Where.BODY, content_type=essence)


def pairs(text: str, charset: str, where: Where, out: Collector) -> None:
    """Adds the fields of ``a=1&b=2``, as the URL standard's urlencoded parser reads it, saying what is unusual."""
    for piece in text.split("&"):
        if not piece:
            out.problem("The form data has empty places between its fields.")
            continue
        if ";" in piece and "=" in piece.partition(";")[2]:
            out.problem("A field holds a bare ';', which some sites read as the start of another field.")
        name, _, value = piece.partition("=")
        out.add(_unquote(name, charset, out), _unquote(value, charset, out), where)


def _unquote(text: str, charset: str, out: Collector) -> str:
    raw = unquote_to_bytes(text.replace("+", " "))
    try:
        return raw.decode(charset)
    except (UnicodeDecodeError, LookupError):
        pass
    try:
        legacy = raw.decode("windows-1252")
    except UnicodeDecodeError:
        out.problem("A field holds bytes that are not text; they are shown as \\x codes.")
        return raw.decode("utf-8", "backslashreplace")
    out.problem("A field is not in UTF-8; it is read as Western European.")
    return legacy
