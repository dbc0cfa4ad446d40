"""Reads a request's fields with the standard library alone: the oracle must not share code with the product."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from email.parser import BytesParser
from typing import Any
from urllib.parse import parse_qsl

Pairs = tuple[tuple[str, str], ...]


def pairs_of(content_type: str, body: bytes) -> Pairs:
    """Names and values of a body, sorted: form-encoded, multipart (a file by its name) or JSON (dotted paths)."""
    kind = content_type.lower()
    if kind.startswith("multipart/"):
        return tuple(sorted(_parts(content_type, body)))
    if "json" in kind:
        return tuple(sorted(_leaves("", json.loads(body)))) if body else ()
    return tuple(sorted(parse_qsl(body.decode(), keep_blank_values=True)))


def header(headers: Mapping[str, str], wanted: str) -> str:
    """A header whatever its spelling; empty where there is none."""
    return next((value for name, value in headers.items() if name.lower() == wanted), "")


def _parts(content_type: str, body: bytes) -> Iterator[tuple[str, str]]:
    whole = BytesParser().parsebytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body)
    for part in whole.walk():
        if not part.is_multipart():
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            name = str(part.get_param("name", header="content-disposition"))
            yield name, part.get_filename() or content.decode()


def _leaves(path: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _leaves(f"{path}.{name}" if path else name, each)
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _leaves(f"{path}.{place}", each)
    else:
        yield path, value if isinstance(value, str) else json.dumps(value)
