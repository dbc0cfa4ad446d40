"""Which headers go on to the site: a page can write data into headers, cookies and the referring address.

Before arming everything is forwarded and remembered. Afterwards a read takes along only what the browser itself
writes, cookies that a server set, and pairs seen before arming; a held request keeps everything, and what the page
could have written is shown to the person and is part of the digest (`page_made`).
"""

from __future__ import annotations

from urllib.parse import urlsplit

from agent.gate.memory import Memory, without_fragment
from agent.gate.site import origin_of
from agent.gate.wire import WireRequest

Headers = tuple[tuple[str, str], ...]

HOP_BY_HOP = frozenset({"connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection",
                        "te", "trailer", "transfer-encoding", "upgrade"})
"""RFC 9110 section 7.6.1: for one connection only, never forwarded."""

OUR_OWN = frozenset({"host", "content-length", "expect"})
"""Written anew from the address and the body, so that no other reading of either can go out."""

BROWSER_MADE = frozenset({"host", "user-agent", "accept-encoding", "content-length", "origin", "sec-fetch-dest",
                          "sec-fetch-mode", "sec-fetch-site", "sec-fetch-user", "sec-ch-ua", "sec-ch-ua-mobile",
                          "sec-ch-ua-platform"})
"""Written by Chromium, and a page can't choose what they say. Forbidden request-headers (Fetch standard) alone are
not safe: ``Sec-CH-Viewport-Width`` and its like say how wide a page made a frame. Chromium ignores a script's
``User-Agent`` (tests/gate/test_attacks_browser.py)."""

OVERRIDES = frozenset({"x-http-method-override", "x-http-method", "x-method-override", "x-original-url",
                       "x-rewrite-url", "x-forwarded-host"})
"""Make many servers read another method or address than the one that stands there: never beside an armed read, and
always shown on a held request, also when seen before."""

FIXED = {
    "upgrade-insecure-requests": frozenset({"1"}),
    "dnt": frozenset({"0", "1"}),
    "sec-gpc": frozenset({"1"}),
    "priority": frozenset({f"u={urgency}{rest}" for urgency in range(7) for rest in ("", ", i")} | {"i"}),
    "cache-control": frozenset({"no-cache", "max-age=0", "no-store"}),
    "pragma": frozenset({"no-cache"}),
    "accept": frozenset({
        "*/*", "text/event-stream", "text/css,*/*;q=0.1",
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,"
        "application/signed-exchange;v=b3;q=0.7",
        "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", "application/json",
        "application/json, text/plain, */*", "text/html", "application/json, text/javascript, */*; q=0.01",
    }),
}
"""Headers that a page can influence, with the values that say nothing: Chromium's own and common libraries'."""


UNSAID = frozenset({"priority", "dnt", "sec-gpc", "cache-control", "pragma", "upgrade-insecure-requests"})
"""Left out of an armed read: no answer hangs on them, and a script could say some twelve bits by choosing of them."""

_PAGES = next(value for value in FIXED["accept"] if value.startswith("text/html,"))
_ACCEPTS = {"document": _PAGES, "iframe": _PAGES, "frame": _PAGES, "style": "text/css,*/*;q=0.1",
            "image": next(value for value in FIXED["accept"] if value.startswith("image/")),
            **dict.fromkeys(("script", "font", "audio", "video", "track", "manifest", "worker", "sharedworker"), "*/*")}
"""What Chromium itself accepts for each destination, which a page can't choose apart from asking for such a thing."""


UNNEEDED = frozenset({"accept-language", "range", "if-none-match", "if-modified-since", "if-match", "if-range",
                      "if-unmodified-since", "cache-control", "pragma"})
"""Left out of a held request unless seen before arming: a script can write them, and no form needs them."""


def forwardable(request: WireRequest) -> Headers:
    """A request's headers without those of the connection, host and length written anew, encodings ones we can read."""
    kept = [("Host", urlsplit(request.url).netloc)]
    for name, value in request.headers:
        lower = name.lower()
        if lower not in HOP_BY_HOP and lower not in OUR_OWN and (lower != "referer" or _is_address(value)):
            kept.append((name, "gzip, deflate" if lower == "accept-encoding" else value))
    if request.body.size or request.method in ("POST", "PUT", "PATCH") or request.all("content-length"):
        kept.append(("Content-Length", str(request.body.size)))
    return tuple(kept)


def remember(headers: Headers, memory: Memory) -> None:
    """Notes what was sent before anything was typed."""
    for name, value in headers:
        lower = name.lower()
        if lower == "cookie":
            memory.cookies.update(_pairs(value))
        elif not _browser_made(lower, value):
            memory.headers.add((lower, value))


def clean(headers: Headers, memory: Memory) -> Headers:
    """What an armed read may take along."""
    kept: list[tuple[str, str]] = []
    destination = next((value for name, value in headers if name.lower() == "sec-fetch-dest"), "")
    for name, value in headers:
        lower = name.lower()
        if lower in UNSAID:
            continue
        if lower == "accept" and destination in _ACCEPTS:
            kept.append((name, _ACCEPTS[destination]))
        elif lower == "cookie":
            pairs = [pair for pair in _pairs(value) if pair in memory.cookies]
            kept += [(name, "; ".join(pairs))] if pairs else []
        elif lower == "referer":
            kept.append((name, f"{origin_of(value)}/"))  # a script chooses among known addresses with pushState
        elif _browser_made(lower, value) or (lower not in OVERRIDES and (lower, value) in memory.headers):
            kept.append((name, value))
        elif lower == "accept":
            kept.append((name, "*/*"))
    return tuple(kept)


def chosen(cleaned: Headers) -> frozenset[tuple[str, str]]:
    """The part of a cleaned read that a page may have chosen: known cookies and script headers, and what it accepts."""
    fixed = any(name.lower() == "sec-fetch-dest" and value in _ACCEPTS for name, value in cleaned)
    return frozenset((name.lower(), value) for name, value in cleaned if name.lower() != "referer" and (
        (name.lower() == "accept" and value != "*/*" and not fixed) or not _browser_made(name.lower(), value)))


def tidy(headers: Headers, memory: Memory) -> Headers:
    """A held request without the smuggling places that no form needs: the referring address and the like."""
    kept: list[tuple[str, str]] = []
    for name, value in headers:
        lower = name.lower()
        if lower == "referer":
            kept.append((name, _referer(value, memory)))
        elif lower == "accept" and not _browser_made(lower, value):
            kept.append((name, "*/*"))
        elif lower not in UNNEEDED or _browser_made(lower, value) or (lower, value) in memory.headers:
            kept.append((name, value))
    return tuple(kept)


def page_made(headers: Headers, memory: Memory) -> Headers:
    """The headers of a held request that a page could have written data into: shown and part of the digest."""
    made: list[tuple[str, str]] = []
    for name, value in headers:
        lower = name.lower()
        if lower == "cookie":
            made += [("cookie", pair) for pair in _pairs(value) if pair not in memory.cookies]
        elif lower not in ("content-type", "referer") and not _browser_made(lower, value) and (
                lower in OVERRIDES or (lower, value) not in memory.headers):
            made.append((lower, value))
    return tuple(made)


def preflight(headers: Headers) -> list[tuple[str, str]]:
    """The gate's own yes to a script's question whether it may ask another host of the task's sites.

    The site is not asked: the question itself could carry something. What follows it is judged like any request, and
    whether the page may read the answer is still said by the site, in that answer.
    """
    said = {name.lower(): value for name, value in headers}
    return [("Access-Control-Allow-Origin", said.get("origin", "null")), ("Access-Control-Allow-Credentials", "true"),
            ("Access-Control-Allow-Methods", said.get("access-control-request-method", "")),
            ("Access-Control-Allow-Headers", said.get("access-control-request-headers", "")),
            ("Access-Control-Max-Age", "0"), ("Vary", "Origin")]


def set_cookie_pair(value: str) -> str:
    """``name=value`` of a Set-Cookie header."""
    return value.split(";", 1)[0].strip()


def _is_address(value: str) -> bool:
    """Whether a referring address is one; a browser writes no other."""
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _browser_made(lower: str, value: str) -> bool:
    if lower in FIXED:
        return value in FIXED[lower]
    return lower in BROWSER_MADE


def _referer(value: str, memory: Memory) -> str:
    """The whole address where it is known, otherwise its origin: a script may have pushed data into the address."""
    if memory.is_known(without_fragment(value)):
        return value
    return f"{origin_of(value)}/"


def _pairs(cookie: str) -> list[str]:
    return [pair.strip() for pair in cookie.split(";") if pair.strip()]
