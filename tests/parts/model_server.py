"""A model server on this computer that speaks the wire protocol; what it can and can't do is chosen."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.vendor.oversight import HERE

GOOD = {"page": "first", "fields": [{"ref": 3, "value": "Mill Lane"}, {"ref": 7, "value": "Leeds"}]}


@dataclass
class Manners:
    """How the server answers."""

    tools: bool = True
    call: Any = field(default_factory=lambda: GOOD)
    caches: bool = True
    refuses: tuple[str, ...] = ()        # parameters that it answers with 400
    status: int = 0                      # answers everything with this
    error: str = "no"
    streams: bool = True
    cut: bool = False                    # ends in the middle of an answer
    key: str = ""
    to: str = ""                         # redirects there
    stops_after_tool: bool = False


class ModelServer:
    """``requests`` keeps the headers and bodies that came."""

    def __init__(self, manners: Manners) -> None:
        self.manners = manners
        self.requests: list[tuple[dict[str, str], dict[str, Any]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers["content-length"]))
                HERE.heard(id(outer), self.path, dict(self.headers), raw)
                body = json.loads(raw)
                outer.requests.append(({k.lower(): v for k, v in self.headers.items()}, body))
                outer._answer(self, body)

            def log_message(self, *_args: Any) -> None:
                """Says nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    def __enter__(self) -> ModelServer:
        HERE.opened()
        self._thread.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        HERE.closed(id(self), len(self.requests))

    def _answer(self, to: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        how = self.manners
        if how.to:
            to.send_response(307)
            to.send_header("location", how.to)
            to.send_header("content-length", "0")
            to.end_headers()
        elif how.key and to.headers.get("authorization") != f"Bearer {how.key}":
            _json(to, 401, "invalid key")
        elif how.status:
            _json(to, how.status, how.error)
        elif refused := [name for name in how.refuses if name in body]:
            _json(to, 400, f"{refused[0]}: extra inputs are not permitted")
        elif not how.streams:
            _json(to, 200, "hello")
        else:
            to.send_response(200)
            to.send_header("content-type", "text/event-stream")
            to.end_headers()
            for name, data in self._events(body):
                to.wfile.write(f"event: {name}\ndata: {json.dumps({'type': name, **data})}\n\n".encode())

    def _events(self, body: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        how = self.manners
        used: dict[str, Any] = {"input_tokens": 400, "output_tokens": 1}
        if how.caches:
            used |= {"cache_read_input_tokens": 100, "cache_creation_input_tokens": 50}
        yield "message_start", {"message": {
            "id": "m", "type": "message", "role": "assistant", "model": body["model"], "content": [],
            "stop_reason": None, "stop_sequence": None, "usage": used}}
        told = len(body["messages"]) > 1
        if how.tools and not told:
            yield "content_block_start", {"index": 0, "content_block": {
                "type": "tool_use", "id": "t1", "name": "fill", "input": {}}}
            if how.cut:
                return
            yield "content_block_delta", {"index": 0, "delta": {
                "type": "input_json_delta", "partial_json": json.dumps(how.call)}}
        else:
            yield "content_block_start", {"index": 0, "content_block": {"type": "text", "text": ""}}
            yield "content_block_delta", {"index": 0, "delta": {"type": "text_delta", "text": "ready"}}
        yield "content_block_stop", {"index": 0}
        stop = "tool_use" if how.tools and not told else "max_tokens" if how.stops_after_tool else "end_turn"
        yield "message_delta", {"delta": {"stop_reason": stop, "stop_sequence": None}, "usage": {"output_tokens": 30}}
        yield "message_stop", {}


def _json(to: BaseHTTPRequestHandler, status: int, message: str) -> None:
    data = json.dumps({"type": "error", "error": {"type": "some_error", "message": message}}).encode()
    to.send_response(status)
    to.send_header("content-type", "application/json")
    to.send_header("content-length", str(len(data)))
    to.end_headers()
    to.wfile.write(data)
