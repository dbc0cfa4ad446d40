"""A model's server on the loopback that speaks the real wire protocol: scripted turns, faults, recorded requests.

It streams where the request asks for it, and answers with one message where it does not.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from tests.vendor.oversight import HERE
from tests.vendor.turns import Fail, Say, events_of, frame, message_of

Script = Callable[[dict[str, Any]], Say | Fail]
"""From a request's body to what is answered."""


@dataclass(slots=True)
class Recorded:
    """One request as it came in."""

    path: str
    headers: Mapping[str, str]
    raw: bytes

    @property
    def body(self) -> dict[str, Any]:
        return dict(json.loads(self.raw))


@dataclass
class Vendor:
    """The server. ``delay``: seconds before each answer; ``faults``: what is answered instead, by number of request.

    ``unasked``: nothing may be asked of it; all that is asked of any goes to the run's oversight.
    """

    script: Script
    faults: dict[int, Fail] = field(default_factory=dict)
    delay: float = 0.0
    unasked: bool = False
    requests: list[Recorded] = field(default_factory=list)

    def __enter__(self) -> Self:
        vendor = self
        if not self.unasked:
            HERE.opened()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:  # the name that http.server calls
                vendor.answer(self)

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        HERE.closed(id(self), len(self.requests))
        assert not (self.unasked and self.requests), "a model was asked that should not have been"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def bodies(self) -> list[dict[str, Any]]:
        return [each.body for each in self.requests]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        raw = handler.rfile.read(int(handler.headers.get("content-length", 0)))
        self.requests.append(Recorded(handler.path, dict(handler.headers), raw))
        HERE.heard(id(self), handler.path, dict(handler.headers), raw)
        number = len(self.requests)
        time.sleep(self.delay)
        body = json.loads(raw)
        said = self.faults.get(number) or self.script(body)
        handler.close_connection = True
        try:
            if isinstance(said, Fail) and said.status:
                self._error(handler, said)
            elif isinstance(said, Say) and not body.get("stream"):
                self._send(handler, 200, message_of(said, number, str(body.get("model"))), {})
            else:
                self._stream(handler, said, number, str(body.get("model")))
        except (BrokenPipeError, ConnectionResetError):
            pass

    def _error(self, handler: BaseHTTPRequestHandler, fault: Fail) -> None:
        error = {"type": "error", "error": {"type": fault.type, "message": fault.message}}
        self._send(handler, fault.status, error, fault.headers)

    def _send(self, handler: BaseHTTPRequestHandler, status: int, body: Mapping[str, Any],
              headers: Mapping[str, str]) -> None:
        content = json.dumps(body).encode()
        handler.send_response(status)
        for name, value in {"content-type": "application/json", "content-length": str(len(content)), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(content)

    def _stream(self, handler: BaseHTTPRequestHandler, said: Say | Fail, number: int, model: str) -> None:
        if isinstance(said, Fail) and said.how == "closed":
            return
        handler.send_response(200)
        handler.send_header("content-type", "text/event-stream")
        handler.send_header("connection", "close")
        if isinstance(said, Fail) and said.how == "cut":
            handler.send_header("content-length", "100000")  # so that the end comes as a surprise
        handler.end_headers()
        if isinstance(said, Fail):
            self._broken(handler, said, number, model)
            return
        for name, data in events_of(said, number, model):
            handler.wfile.write(frame(name, data))
            handler.wfile.flush()

    def _broken(self, handler: BaseHTTPRequestHandler, fault: Fail, number: int, model: str) -> None:
        begun = list(events_of(Say(text="I will now fill in"), number, model))[:4]
        for name, data in begun:
            handler.wfile.write(frame(name, data))
        handler.wfile.flush()
        if fault.how == "error event":
            error = {"error": {"type": "overloaded_error", "message": "Overloaded"}}
            handler.wfile.write(frame("error", error))
        elif fault.how == "garbage":
            handler.wfile.write(b"event: content_block_delta\ndata: {not json\n\n")
        elif fault.how == "silence":
            self._closing.wait(30)
