"""What an approval is bound to: the digest of a request, and what differs between two readings of one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from agent.gate.fields import Decoded, Where, WireField
from agent.gate.multipart import BROWSER_BOUNDARY, split
from agent.gate.wire import Window, WireRequest, hash_span, window
from agent.protocol import Digest

_VERSION = "countersign digest 3"
_ABSENT = ""

_BROWSER_MULTIPART = re.compile(rf"multipart/form-data; boundary=({BROWSER_BOUNDARY.pattern})")
"""As Chromium writes it; any other boundary may be a page's own choice, and so say something."""

_NOT_BOUND = frozenset({
    "host", "content-length", "content-type", "content-encoding", "cookie", "user-agent", "accept", "accept-encoding",
    "accept-language", "cache-control", "pragma", "origin", "referer", "priority", "upgrade-insecure-requests", "dnt",
    "sec-gpc", "sec-fetch-dest", "sec-fetch-mode", "sec-fetch-site", "sec-fetch-user", "sec-ch-ua",
    "sec-ch-ua-mobile", "sec-ch-ua-platform",
})
"""Bound in their own way, written anew by the gate, or a browser's own that may differ when a page is filled again."""


class _Sink:
    """Hashes pieces with their lengths, so that no two lists of pieces hash alike by shifting a border."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def put(self, *pieces: str | bytes) -> None:
        for piece in pieces:
            raw = piece.encode("utf-8", "surrogatepass") if isinstance(piece, str) else piece
            self._hash.update(len(raw).to_bytes(8, "big"))
            self._hash.update(raw)

    def put_all(self, what: str, pieces: Iterable[str]) -> None:
        """A list, its length first: no piece can be taken for the start of what follows."""
        found = list(pieces)
        self.put(what, str(len(found)), *found)

    def hex(self) -> str:
        return self._hash.hexdigest()


def digest(request: WireRequest, extra_headers: Iterable[tuple[str, str]] = ()) -> Digest:
    """Returns what a decision is bound to: SHA-256 over everything that a site acts on.

    Method, whole address, type with its parameters, content encoding, body, every header that a script can have set,
    and the given ones (cookies that a page wrote). A well-formed multipart body whose boundary is a browser's own
    counts as its parts' headers and hashes and whatever stands before and after them, without that random boundary;
    any other body counts byte for byte.
    """
    sink = _Sink()
    sink.put(_VERSION, request.method, request.url)
    sink.put_all("extra", sorted(f"{name.lower()}:{value}" for name, value in extra_headers))
    sink.put_all("headers", sorted(f"{name.lower()}:{value}" for name, value in request.headers
                                   if name.lower() not in _NOT_BOUND))
    sink.put_all("encoding", request.all("content-encoding"))
    types = request.all("content-type")
    with window(request.body) as data:
        if not (len(types) == 1 and not request.all("content-encoding") and _put_parts(data, types[0], sink)):
            sink.put_all("raw", [*types, request.body.sha256])
    return Digest(sink.hex())


def _put_parts(data: Window, media_type: str, sink: _Sink) -> bool:
    """Adds a multipart body part by part; refuses any body whose parts could be told apart in a second way."""
    kind = _BROWSER_MULTIPART.fullmatch(media_type)
    parts = split(data, kind[1].encode("ascii")) if kind else None
    if parts is None or parts.problems:
        return False
    sink.put("parts", str(len(parts.parts)), data[slice(*parts.preamble)])
    for part in parts.parts:
        sink.put(part.head, hash_span(data, part.start, part.end))
    sink.put(data[slice(*parts.epilogue)], str(data[-2:] == b"\r\n"))
    return True


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One difference, in the person's words: a field's name and its text before and now ('' where absent)."""

    name: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Difference:
    """``equal`` when nothing but renewable values differs; ``renewed`` names those that did."""

    changes: tuple[FieldChange, ...]
    renewed: tuple[str, ...] = ()

    @property
    def equal(self) -> bool:
        """Whether the second reading may go out under the first one's approval."""
        return not self.changes


def compare(approved: Decoded, now: Decoded, renewable: frozenset[str] = frozenset()) -> Difference:
    """Compares two readings field by field, in order.

    Method, address, type, problems and every field must be the same; only the values of the fields in ``renewable``
    may differ, and those only in place, as readable text. Cookies are the site's own and are left out, and so is what
    was read out of another field, which is compared itself.
    Give only names that are renewable on both sheets: a token that carries the person's data this time is none.
    """
    changes = [
        FieldChange(name, before, after)
        for name, before, after in (
            ("(method)", approved.method, now.method),
            ("(address)", approved.address, now.address),
            ("(type)", approved.media_type, now.media_type),
            ("(what could not be read)", " ".join(approved.problems), " ".join(now.problems)),
        )
        if before != after
    ]
    old, new = _own(approved), _own(now)
    renewed: list[str] = []
    matcher = SequenceMatcher(None, [_place(f) for f in old], [_place(f) for f in new], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            changes += [FieldChange(f.name, _shown(f), _ABSENT) for f in old[i1:i2]]
            changes += [FieldChange(f.name, _ABSENT, _shown(f)) for f in new[j1:j2]]
            continue
        for before, after in zip(old[i1:i2], new[j1:j2], strict=True):
            if before == after:     # `opened` follows from the value
                continue
            if before.name in renewable and _may_renew(before, after):
                renewed.append(before.name)
            else:
                changes.append(FieldChange(before.name, _shown(before), _shown(after)))
    return Difference(tuple(changes), tuple(renewed))


def _own(decoded: Decoded) -> list[WireField]:
    return [field for field in decoded.fields if field.where is not Where.COOKIE and not field.inside]


def _place(field: WireField) -> tuple[str, str, str]:
    return field.name, field.key, field.where


def _may_renew(before: WireField, after: WireField) -> bool:
    plain = not (before.unreadable or after.unreadable or before.file or after.file)
    return plain and before.content_type == after.content_type


def _shown(field: WireField) -> str:
    if field.file is None:
        return field.value
    return f"{field.file.filename} ({field.file.size} bytes of {field.file.media_type}, sha256 {field.file.sha256})"
