"""Reads what a value holds as base64: JSON, the middle of a web token, or a file. Anything else stays as it is."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from agent.gate.preview import looks

LEAST_JSON, LEAST_FILE = 12, 64
"""Letters from which a value is read as base64 of JSON, and of a file."""
MOST = 8 * 1024 * 1024

_BASE64 = re.compile(r"[A-Za-z0-9+/_-]+={0,2}")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{8,}\.([A-Za-z0-9_-]{8,})\.[A-Za-z0-9_-]*")
_DATA_URL = re.compile(r"data:([\w.+/-]*)((?:;[\w=.+-]+)*?)(;base64)?,", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Held:
    """What was read: ``text`` of a readable value, or ``data`` of a file of the type that the value names."""

    text: str = ""
    data: bytes = b""
    media_type: str = ""


def held_in(value: str) -> Held | None:
    """Returns what a value holds, or nothing."""
    if len(value) > MOST:
        return None
    if value[:5].lower() == "data:":
        return _from_data_url(value)
    token = _TOKEN.fullmatch(value) if value.startswith("eyJ") else None
    text = token[1] if token is not None else value
    if len(text) < LEAST_JSON or not _BASE64.fullmatch(text):
        return None
    raw = _undone(text)
    if raw is None:
        return None
    if raw.lstrip()[:1] in (b"{", b"["):
        try:
            return Held(raw.decode("utf-8"))
        except UnicodeDecodeError:
            return None
    if len(text) >= LEAST_FILE and looks(raw, 0, len(raw)).kind not in {"", "text"}:
        return Held(data=raw)
    return None


def _undone(text: str) -> bytes | None:
    plain = text.rstrip("=").replace("-", "+").replace("_", "/")
    if len(plain) % 4 == 1:
        return None
    try:
        return binascii.a2b_base64(plain + "=" * (-len(plain) % 4))
    except binascii.Error:
        return None


def _from_data_url(value: str) -> Held | None:
    head = _DATA_URL.match(value)
    if head is None:
        return None
    rest = value[head.end():]
    raw = _undone("".join(rest.split())) if head[3] else unquote_to_bytes(rest)
    return Held(data=raw, media_type=head[1] or "text/plain") if raw is not None else None
