"""A loopback server for one site: what it answers is a table of functions, and everything that arrives is kept."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.flows.wire import Pairs, header, pairs_of

FIRST_REFERENCE = 123
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Heard:
    """One request as it arrived. ``target`` is path and query."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> str:
        """The path alone."""
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        """The query's fields."""
        return dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))

    @property
    def pairs(self) -> Pairs:
        """The body's fields."""
        return pairs_of(header(self.headers, "content-type"), self.body)

    @property
    def cookies(self) -> str:
        """The cookie header."""
        return header(self.headers, "cookie")


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered."""

    body: str | bytes = ""
    status: int = 200
    kind: str = HTML
    headers: tuple[tuple[str, str], ...] = ()


NOT_FOUND = Answer("<!doctype html><title>Not found</title><h1>Not found</h1>", 404)

Handler = Callable[["Site", Heard], Answer]


@dataclass(slots=True)
class Site:
    """A running site. ``heard`` is everything that arrived, ``records`` the submissions that it accepted, in order.

    ``others`` are further servers that its pages may name: another port of its own, an analytics company.
    """

    routes: Mapping[str, Handler]
    url: str = ""
    heard: list[Heard] = field(default_factory=list)
    records: list[Heard] = field(default_factory=list)
    others: dict[str, Site] = field(default_factory=dict)
    state: dict[str, Any] = field(default_factory=dict)   # what the site's own server remembers
    lock: threading.Lock = field(default_factory=threading.Lock)

    def accept(self, request: Heard) -> str:
        """Files a submission and gives it its reference."""
        with self.lock:
            self.records.append(request)
            return f"REC-{FIRST_REFERENCE + len(self.records) - 1:06d}"

    def answer(self, request: Heard) -> Answer:
        """Keeps the request and answers it."""
        with self.lock:
            self.heard.append(request)
        found = self.routes.get(f"{request.method} {request.path}") or self.routes.get(f"* {request.path}") or next(
            (handler for name, handler in self.routes.items()
             if name.endswith("/*") and f"{request.method} {request.path}".startswith(name[:-1])), None)
        return found(self, request) if found else NOT_FOUND


@contextmanager
def running(site: Site, host: str = "127.0.0.1") -> Iterator[Site]:
    """Serves the site, and the others that it names, on free loopback ports until the block ends."""
    with contextlib.ExitStack() as stack:
        for each in site.others.values():
            stack.enter_context(running(each, host=each.state.get("host", "127.0.0.1")))

        class Bound(_Handler):
            served = site

        server = stack.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), Bound))
        site.url = f"http://{host}:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="flow-site")
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()


def as_json(value: Any, status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    """An answer in JSON."""
    return Answer(json.dumps(value), status, "application/json", headers)


def redirect(to: str, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    """The answer of post, redirect, get."""
    return Answer("", 303, HTML, (("Location", to), *headers))


class _Handler(BaseHTTPRequestHandler):
    served: Site
    protocol_version = "HTTP/1.1"
    timeout = 10                     # an idle connection must not keep the server from closing

    def _take(self) -> None:
        with contextlib.suppress(ConnectionError):  # the browser may hang up at any time
            self._converse()

    def _converse(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        answer = self.served.answer(Heard(self.command, self.path, dict(self.headers.items()), body))
        content = answer.body.encode() if isinstance(answer.body, str) else answer.body
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(content)))
        for name, value in answer.headers:
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _take

    def log_message(self, format: str, *args: object) -> None:
        """Silent: what was heard is the log."""
