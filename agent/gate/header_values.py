"""Which headers a page can set, and how a header's ``type; name=value`` form is read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.gate.multipart import BROWSER_BOUNDARY
from agent.gate.wire import WireRequest

BROWSER_HEADERS = frozenset({
    "accept", "accept-charset", "accept-encoding", "accept-language", "access-control-request-headers",
    "access-control-request-method", "access-control-request-private-network", "cache-control", "connection",
    "content-encoding", "content-length", "content-type", "cookie", "date", "dnt", "expect", "host",
    "if-modified-since", "if-none-match", "keep-alive", "last-event-id", "origin", "ping-from", "ping-to", "pragma",
    "priority", "proxy-authorization", "proxy-connection", "purpose", "range", "referer", "service-worker",
    "service-worker-navigation-preload", "te", "trailer", "transfer-encoding", "upgrade",
    "upgrade-insecure-requests", "user-agent", "via",
})
"""Headers a browser writes by itself. Source: the Fetch standard's forbidden names, and those seen from Chromium.
``Cookie``, ``Content-Type`` and ``Content-Encoding`` are dealt with on their own."""

_PLAIN_TYPE = re.compile(
    r"application/(?:x-www-form-urlencoded|json|graphql|xml|octet-stream)(?:; ?charset=utf-8)?"
    rf"|text/(?:plain|xml|html)(?:; ?charset=utf-8)?|multipart/form-data; boundary={BROWSER_BOUNDARY.pattern}",
    re.IGNORECASE)
_PLAIN_ACCEPT = re.compile(r"[A-Za-z0-9*/+.;=, -]{0,250}")
_LANGUAGE = r"[A-Za-z*-]{1,12}(?:;q=[01](?:\.\d{1,3})?)?"
_PLAIN_LANGUAGE = re.compile(rf"{_LANGUAGE}(?:, ?{_LANGUAGE}){{0,20}}")
_PLAIN_RANGE = re.compile(r"bytes=\d{1,12}-\d{0,12}")
_MEDIA_IN_ACCEPT = re.compile(r"\s*[\w*+.-]+/[\w*+.-]+(?:\s*;\s*(?:q|v)=[\w.]+)*\s*")
_PARAMETER = re.compile(r';\s*([^=;\s]+)\s*=\s*("(?:[^"\\]|\\.)*+"?|[^;]*)')


def _is_plain(name: str, value: str) -> bool:
    if name == "accept":
        return bool(_PLAIN_ACCEPT.fullmatch(value)) and all(map(_MEDIA_IN_ACCEPT.fullmatch, value.split(",")))
    if name == "accept-language":
        return bool(_PLAIN_LANGUAGE.fullmatch(value))
    return name != "range" or bool(_PLAIN_RANGE.fullmatch(value))


def page_headers(request: WireRequest) -> tuple[tuple[str, str], ...]:
    """Returns the headers that a page's script can have chosen, names in lower case, in wire order.

    ``Accept`` and ``Accept-Language`` count only where they do not look like a browser's own.
    """
    found: list[tuple[str, str]] = []
    for written, value in request.headers:
        name = written.lower()
        if name.startswith("sec-") or (name in BROWSER_HEADERS and _is_plain(name, value)):
            continue
        found.append((name, value))
    return tuple(found)


def is_plain_type(value: str) -> bool:
    """Whether a Content-Type says nothing but a common type; a script can write anything into its parameters."""
    return bool(_PLAIN_TYPE.fullmatch(value))


@dataclass(frozen=True, slots=True)
class Parameterised:
    """A header value such as ``text/plain; charset=utf-8``: the part before the first ``;`` in lower case."""

    essence: str
    parameters: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str:
        """Returns the first parameter of that (lower-case) name, or nothing."""
        return next((value for key, value in self.parameters if key == name), "")

    def count(self, name: str) -> int:
        """Returns how often the parameter stands there; more than once is a trick or a mistake."""
        return sum(key == name for key, _ in self.parameters)


def parameterised(value: str) -> Parameterised:
    r"""Reads ``essence; name=value; name="quoted \\" value"``; never raises."""
    essence, _, rest = value.partition(";")
    found: list[tuple[str, str]] = []
    for match in _PARAMETER.finditer(";" + rest):
        raw = match[2].strip()
        if len(raw) >= 2 and raw[0] == raw[-1] == '"':
            raw = re.sub(r'\\(["\\])', r"\1", raw[1:-1])
        found.append((match[1].lower(), raw))
    return Parameterised(essence.strip().lower(), tuple(found))
