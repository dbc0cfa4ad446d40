"""A request as it came in and the answer that goes out, as frozen values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie

Headers = tuple[tuple[str, str], ...]

SAFE_HEADERS: Headers = (
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy",
     "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
     "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    ("Referrer-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
)
"""Sent with every answer, as a careful council would: nothing may be loaded from or sent to anywhere else."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A request with its whole body. ``complete`` is False when the connection ended before the body did."""

    method: str
    target: str
    headers: Headers
    body: bytes = b""
    complete: bool = True

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        """What follows the question mark, empty when nothing does."""
        return self.target.partition("?")[2]

    def header(self, name: str) -> str:
        """The first header of this name (in any case), or an empty string."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    def cookie(self, name: str) -> str:
        """The value of a cookie, or an empty string when it is missing or can't be read."""
        try:
            jar = SimpleCookie(self.header("cookie"))
        except CookieError:
            return ""
        return jar[name].value if name in jar else ""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: status, body and the headers that this one adds to ``SAFE_HEADERS``."""

    status: int
    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    headers: Headers = ()

    def with_headers(self, *more: tuple[str, str]) -> Reply:
        """The same answer with more headers."""
        return Reply(self.status, self.body, self.content_type, self.headers + more)


def html(text: str, status: int = 200) -> Reply:
    """A page."""
    return Reply(status, text.encode())


def see_other(location: str) -> Reply:
    """303: the browser goes on with a GET, so that reloading the next page sends nothing again."""
    return Reply(303, headers=(("Location", location),))


def json_reply(value: Mapping[str, object], status: int = 200) -> Reply:
    """A JSON object for the page's own scripts."""
    return Reply(status, json.dumps(value).encode(), "application/json")
