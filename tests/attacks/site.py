"""The hostile site's server: keeps what arrives, and can answer in ways that no honest server does."""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler

from tests.parts.recording import Arrived, RecordingSite, Reply

THANKS = b"<!doctype html><html lang='en'><title>Done</title><h1>Thank you</h1><p>Your reference is TT-1.</p>"
HTML = ("Content-Type", "text/html; charset=utf-8")


@dataclass(frozen=True, slots=True)
class Rude(Reply):
    """``pause`` seconds first; ``reset`` instead of an answer; ``raw`` bytes instead of one, then the end."""

    pause: float = 0
    reset: bool = False
    raw: bytes = b""


Answers = Callable[[Arrived], Reply | None]


class HostileSite(RecordingSite):
    """Asks ``answers`` first; where that says None, the pages and then thanks."""

    answers: Answers = staticmethod(lambda _request: None)

    def _serve(self, handler: BaseHTTPRequestHandler, request: Arrived) -> None:
        with self._changed:
            self.arrived.append(request)
            self._changed.notify_all()
        reply = self.answers(request)
        if reply is None:
            page = self.pages.get(request.target.split("?")[0]) if request.method in ("GET", "HEAD") else None
            reply = Reply(body=THANKS if page is None else page.encode())
        if isinstance(reply, Rude):
            time.sleep(reply.pause)
            if reply.reset or reply.raw:
                self._end(handler, reply)
                return
        if reply.die:
            handler.close_connection = True
            handler.connection.shutdown(socket.SHUT_RDWR)
            return
        handler.send_response(reply.status)
        for name, value in reply.headers:
            handler.send_header(name, value)
        if reply.status not in (204, 205, 304):
            handler.send_header("Content-Length", str(len(reply.body)))
        handler.end_headers()
        if request.method != "HEAD":
            handler.wfile.write(reply.body)

    def _end(self, handler: BaseHTTPRequestHandler, reply: Rude) -> None:
        handler.close_connection = True
        if reply.raw:
            handler.wfile.write(reply.raw)
            return
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.close()
