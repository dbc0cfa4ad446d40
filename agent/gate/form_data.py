"""Reads multipart/form-data into fields: values, files, and whatever stands outside or beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from agent.gate.charset import charset_of
from agent.gate.fields import Collector, Where
from agent.gate.header_values import Parameterised, parameterised
from agent.gate.multipart import MAX_BOUNDARY, Part, sniff_boundary, split
from agent.gate.wire import Window

MAX_PART_TEXT = 1024 * 1024
"""Bytes of one part shown as text."""

_DISPOSITION = re.compile(r';\s*([^=;\s"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*+)"|([^";]*))', re.DOTALL)
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_BLANKS = re.compile(r"\s[;=]|=\s")
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""What may stand without quotes. Source: RFC 9110, section 5.6.2."""
_EXTENDED = re.compile(r"([\w-]*)'[\w-]*'(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Names:
    name: str
    filename: str | None


def form_data(data: Window, declared: Parameterised, out: Collector) -> None:
    """Adds the fields of a multipart body.

    Text before the first and after the last part, headers beyond the usual two, and parts without a name all become
    fields of their own with a problem beside them.
    """
    if charset_of(declared) is None:
        out.problem("The body names an unusual character set; it can't be read safely.")
    boundary = declared.get("boundary").encode("utf-8")
    if declared.count("boundary") > 1:
        out.problem("The request names the mark between its parts more than once.")
    if not 0 < len(boundary) <= MAX_BOUNDARY:
        boundary = sniff_boundary(data)
        out.problem("The request does not say what separates its parts.")
    parts = split(data, boundary) if boundary else None
    if parts is None:
        out.problem("The parts of the body can't be told apart.")
        out.opaque("(body)", data, 0, len(data), declared.essence)
        return
    for text in parts.problems:
        out.problem(text)
    _outside(data, *parts.preamble, "(before the first part)", out)
    for part in parts.parts:
        _part(data, part, out)
    _outside(data, *parts.epilogue, "(after the last part)", out)


def _outside(data: Window, start: int, end: int, name: str, out: Collector) -> None:
    if start >= end or (end - start == 2 and data[start:end] == b"\r\n"):
        return
    out.problem("The body holds something outside its parts.")
    _content(data, start, end, name, "", out)


def _part(data: Window, part: Part, out: Collector) -> None:
    headers = part.headers()
    names = _names([value for name, value in headers if name == "content-disposition"], out)
    types = [value for name, value in headers if name == "content-type"]
    media_type = types[0] if types else ""
    if len(types) > 1:
        out.problem("A part names its type more than once.")
    if not names.name:
        out.problem("A part has no name.")
    label = names.name or "(part without a name)"
    if names.filename is None:
        _content(data, part.start, part.end, label, media_type, out)
    else:
        out.file(label, names.filename, media_type, data, part.start, part.end)
    spent_type = False
    for name, value in headers:
        usual = name == "content-disposition" or (name == "content-type" and not spent_type)
        spent_type = spent_type or name == "content-type"
        if not usual:
            out.problem("A part carries headers beyond its name and type.")
            out.add(f"{label} ({name or 'header'})", value, Where.BODY)


def _content(data: Window, start: int, end: int, name: str, media_type: str, out: Collector) -> None:
    declared = parameterised(media_type)
    charset = charset_of(declared)
    if charset is None:
        out.problem("A part names an unusual character set; it can't be read safely.")
    if declared.essence.startswith("multipart/"):
        out.problem("A part holds parts of its own, which are shown as one text.")
    if charset is None or end - start > MAX_PART_TEXT:
        out.opaque(name, data, start, end, media_type)
        return
    try:
        text = data[start:end].decode(charset or "utf-8")
    except UnicodeDecodeError:
        out.problem("A part is not readable text.")
        out.opaque(name, data, start, end, media_type)
        return
    out.add(name, text, Where.BODY, content_type=media_type)


def _names(dispositions: list[str], out: Collector) -> _Names:
    """Reads name and filename; every way in which two sites could read them differently is a problem."""
    if not dispositions:
        return _Names("", None)
    disposition = dispositions[0]
    essence, _, rest = disposition.partition(";")
    found: dict[str, list[str]] = {}
    escaped = loose = False
    for match in _DISPOSITION.finditer(";" + rest):
        value = match[3].strip() if match[2] is None else match[2]
        if match[2] is not None and re.search(r'\\["\\]', value):
            escaped = True
            value = re.sub(r'\\(["\\])', r"\1", value)
        loose = loose or (match[2] is None and _TOKEN.fullmatch(value) is None)     # some read its first word
        found.setdefault(match[1].lower(), []).append(value)
    leftover = _DISPOSITION.sub("", ";" + rest).strip(" ;\t")
    repeated = any(len(values) > 1 for values in found.values())
    beyond = set(found) - {"name", "filename"}     # with filename* some read a file, others a field
    if escaped:
        out.problem("A part's name holds escaped quotes, which sites read in different ways.")
    blanks = _BLANKS.search(_QUOTED.sub('""', disposition))     # some sites then read no name at all
    other = essence.strip().lower() != "form-data" or len(dispositions) > 1
    if leftover or blanks or loose or repeated or beyond or other:
        out.problem("A part's name is written in an unusual way; it is shown whole.")
        for written in dispositions:
            out.add("(content-disposition)", written, Where.BODY)
    return _Names(" | ".join(map(_percent, found.get("name", []))), _filename(found, out))


def _filename(found: dict[str, list[str]], out: Collector) -> str | None:
    plain = [_percent(value) for value in found.get("filename", [])]
    extended = [_extended(value) for value in found.get("filename*", [])]
    if not plain and not extended:
        return None
    distinct = list(dict.fromkeys(plain + extended))
    if len(distinct) > 1:
        out.problem("A file is named in two ways.")
    return " | ".join(distinct)


def _percent(text: str) -> str:
    """Undoes what the HTML standard escapes in names (and nothing else): quotes and line breaks."""
    return re.sub(r"%(22|0[dDaA])", lambda match: chr(int(match[1], 16)), text)


def _extended(text: str) -> str:
    """Reads RFC 5987's ``UTF-8''caf%C3%A9.pdf``."""
    match = _EXTENDED.fullmatch(text)
    return unquote(match[2], errors="backslashreplace") if match else text
