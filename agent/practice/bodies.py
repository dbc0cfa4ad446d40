"""Decodes what a form or script sent: urlencoded, multipart with files, or a JSON object."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from email.message import Message
from typing import NoReturn
from urllib.parse import parse_qsl

from agent.practice.errors import Malformed, WrongMediaType

URLENCODED = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
JSON = "application/json"

MAX_FIELDS = 1000
"""Far above the largest form here; keeps a hostile body from making endless rows."""

_PARAMETER = re.compile(r';\s*(name|filename)="([^"]*)"', re.IGNORECASE)
# How browsers write these three characters in a part's names. Source: HTML standard, multipart/form-data encoding.
_ESCAPES = (("%22", '"'), ("%0D", "\r"), ("%0A", "\n"))


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file part with its bytes; ``name`` is what the browser called it and is never used as a path."""

    name: str
    media_type: str
    content: bytes

    def summary(self) -> dict[str, object]:
        """What a record keeps of the file: name, media type, size in bytes, SHA-256 in hex."""
        return {
            "name": self.name,
            "media_type": self.media_type,
            "size": len(self.content),
            "sha256": hashlib.sha256(self.content).hexdigest(),
        }


@dataclass(frozen=True, slots=True)
class Sent:
    """Decoded fields in the order they came: every value of each name, and the files apart."""

    values: dict[str, list[str]] = field(default_factory=dict)
    files: dict[str, list[UploadedFile]] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """The first value of a name, without blanks around it; empty when there is none."""
        return next(iter(self.values.get(name, ())), "").strip()

    def file(self, name: str) -> UploadedFile | None:
        """The chosen file of a name. A control left empty sends a nameless, empty part: that is None."""
        chosen = [item for item in self.files.get(name, ()) if item.name or item.content]
        return chosen[0] if chosen else None

    def as_record(self) -> dict[str, object]:
        """Fields as a record keeps them: one value plain, several as a list, files as their summaries."""
        everything: dict[str, list[object]] = {name: list(values) for name, values in self.values.items()}
        for name, files in self.files.items():
            everything.setdefault(name, []).extend(item.summary() for item in files)
        return {name: values[0] if len(values) == 1 else values for name, values in everything.items()}


def decode(content_type: str, body: bytes, takes: tuple[str, ...]) -> Sent:
    """Decodes a body of one of the media types that the page takes.

    Raises:
        WrongMediaType: the body is declared as anything else.
        Malformed: the body is not what its media type says.
    """
    header = Message()
    header["Content-Type"] = content_type
    media_type = header.get_content_type() if content_type else ""
    if media_type not in takes:
        raise WrongMediaType("this address takes " + " or ".join(takes))
    if media_type == MULTIPART:
        return _multipart(str(header.get_param("boundary") or ""), body)
    if media_type == JSON:
        return Sent({name: [value] for name, value in json_fields(body).items()})
    return _collect(_urlencoded(body))


def json_fields(body: bytes) -> dict[str, str]:
    """A flat JSON object with text values, as the pages' scripts send it.

    Raises:
        Malformed: not UTF-8, not JSON, not an object, or a value that is not text.
    """
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as problem:
        raise Malformed("the body is not JSON") from problem
    if not isinstance(value, dict) or len(value) > MAX_FIELDS:
        raise Malformed("the body is not a JSON object")
    if not all(isinstance(item, str) for item in value.values()):
        raise Malformed("the JSON object holds something other than text")
    return value


def _refuse_constant(_: str) -> NoReturn:
    raise ValueError("not a number of JSON")


def _urlencoded(body: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS)
    except ValueError as problem:
        raise Malformed("the body is not urlencoded UTF-8") from problem


def _collect(pairs: list[tuple[str, str]]) -> Sent:
    sent = Sent()
    for name, value in pairs:
        sent.values.setdefault(name, []).append(value)
    return sent


def _multipart(boundary: str, body: bytes) -> Sent:
    if not boundary:
        raise Malformed("multipart without a boundary")
    delimiter = b"\r\n--" + boundary.encode("latin-1", "replace")
    # The line break before the first delimiter belongs to the delimiter but is not sent.
    pieces = (b"\r\n" + body).split(delimiter)
    if len(pieces) < 2 or not pieces[-1].startswith(b"--"):
        raise Malformed("multipart without its closing boundary")
    if len(pieces) > MAX_FIELDS:
        raise Malformed("multipart with too many parts")
    sent = Sent()
    for piece in pieces[1:-1]:
        _add_part(sent, piece)
    return sent


def _add_part(sent: Sent, piece: bytes) -> None:
    head, blank, content = piece.lstrip(b" \t").partition(b"\r\n\r\n")
    if not blank or not head.startswith(b"\r\n"):
        raise Malformed("a multipart part without headers")
    try:
        headers = dict(_header_lines(head.decode("utf-8")))
        names = {key.lower(): _unescape(value) for key, value in
                 _PARAMETER.findall(headers.get("content-disposition", ""))}
        if "name" not in names:
            raise Malformed("a multipart part without a name")
        if "filename" in names:
            media_type = headers.get("content-type", "application/octet-stream")
            sent.files.setdefault(names["name"], []).append(UploadedFile(names["filename"], media_type, content))
        else:
            sent.values.setdefault(names["name"], []).append(content.decode("utf-8"))
    except UnicodeDecodeError as problem:
        raise Malformed("a multipart part is not UTF-8") from problem


def _header_lines(head: str) -> list[tuple[str, str]]:
    pairs = (line.partition(":") for line in head.split("\r\n") if line)
    return [(name.strip().lower(), value.strip()) for name, _, value in pairs]


def _unescape(text: str) -> str:
    for written, character in _ESCAPES:
        text = text.replace(written, character)
    return text
