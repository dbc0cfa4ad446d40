"""A loopback web server that keeps the raw bytes of every request and answers from a table: the oracle."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self


@dataclass(frozen=True, slots=True)
class Arrived:
    """One request as it arrived."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


@dataclass(frozen=True, slots=True)
class Reply:
    """What to answer. ``die`` closes the connection instead, after the request was read."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)
    die: bool = False


Answerer = Callable[[Arrived], Reply]


class RecordingSite:
    """Use as a context manager. ``pages`` maps a path to HTML; ``answerer`` handles what has no page."""

    def __init__(self, pages: dict[str, str] | None = None, answerer: Answerer | None = None,
                 tls: ssl.SSLContext | None = None) -> None:
        self.pages = pages or {}
        self.arrived: list[Arrived] = []
        self._answerer = answerer or (lambda _request: Reply(body=b"<p>Thank you. Reference TT-1</p>"))
        self._changed = threading.Condition()
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_one_request(self) -> None:
                try:
                    super().handle_one_request()
                except (ConnectionError, ssl.SSLError):
                    self.close_connection = True

            def _any(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                site._serve(self, Arrived(self.command, self.path, tuple(self.headers.items()), body))

            do_GET = do_POST = do_PUT = do_OPTIONS = do_HEAD = do_DELETE = _any

            def log_message(self, *_args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self.port: int = self._server.server_port
        self._scheme = "https" if tls else "http"
        self.url = f"{self._scheme}://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()
        return self

    def __exit__(self, _kind: type[BaseException] | None, _problem: BaseException | None,
                 _trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def answer_with(self, answerer: Answerer) -> None:
        """Answers what has no page by this from now on."""
        self._answerer = answerer

    @property
    def writes(self) -> list[Arrived]:
        """What arrived with another method than GET or HEAD."""
        return [each for each in self.arrived if each.method not in ("GET", "HEAD")]

    def wait_for(self, holds: Callable[[list[Arrived]], bool], seconds: float = 10) -> bool:
        """Waits until the arrived requests fulfil a condition; False when they never do."""
        with self._changed:
            return self._changed.wait_for(lambda: holds(self.arrived), seconds)

    def _serve(self, handler: BaseHTTPRequestHandler, request: Arrived) -> None:
        with self._changed:
            self.arrived.append(request)
            self._changed.notify_all()
        page = self.pages.get(request.target.split("?")[0]) if request.method == "GET" else None
        if request.target == "/favicon.ico":
            reply = Reply(404)
        else:
            reply = Reply(body=page.encode()) if page is not None else self._answerer(request)
        if reply.die:
            handler.close_connection = True
            handler.connection.shutdown(socket.SHUT_RDWR)
            return
        handler.send_response(reply.status)
        for name, value in reply.headers:
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(reply.body)))
        handler.end_headers()
        if request.method != "HEAD":
            handler.wfile.write(reply.body)
