"""A page whose script reads the chosen file and sends it inside JSON with fetch; the site keeps all that arrives."""

from __future__ import annotations

import base64
import json
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Report a pothole</title></head><body>
<h1>Report a pothole</h1>
<div id="outcome" aria-live="polite"></div>
<form id="form">
<p><label for="name">Full name</label> <input id="name" name="name" autocomplete="name" required></p>
<p><label for="email">Email address</label>
   <input id="email" name="email" type="email" autocomplete="email" required></p>
<p><label for="photo">Photo of the pothole</label> <input id="photo" name="photo" type="file" required></p>
<p><button type="submit">Send report</button></p>
</form>
<script>
"use strict";
document.getElementById("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target, file = form.photo.files[0];
  const read = new FileReader();
  const data = await new Promise((done) => { read.onload = () => done(read.result); read.readAsDataURL(file); });
  const answer = await fetch("/api/reports", {
    method: "POST", headers: {"Content-Type": "application/json"},
    body: JSON.stringify({name: form.name.value, email: form.email.value,
                          photo: {name: file.name, type: file.type, content: data.split(",")[1]}})});
  const told = await answer.json();
  form.hidden = true;
  document.getElementById("outcome").innerHTML =
    `<h2>Thank you. We have received your report</h2><p>Your reference number is <b>${told.reference}</b></p>`;
});
</script></body></html>"""

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
"""A picture of one pixel."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report that arrived, with its picture's bytes."""

    name: str
    email: str
    picture: bytes


class UploadSite:
    """On a free loopback port while the context lasts. ``posts`` counts every POST, ``reports`` those it could read."""

    def __init__(self) -> None:
        self.posts = 0
        self.reports: list[Report] = []
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        site = self

        class Handler(_Handler):
            kept_by = site

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()
        return self

    def __exit__(self, *_problem: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def keep(self, body: bytes) -> str:
        """Keeps a report; returns its reference."""
        with self._lock:
            self.posts += 1
            told: dict[str, Any] = json.loads(body)
            self.reports.append(Report(told["name"], told["email"], base64.b64decode(told["photo"]["content"])))
            return f"PH-{len(self.reports):06d}"


class _Handler(BaseHTTPRequestHandler):
    kept_by: UploadSite
    protocol_version = "HTTP/1.1"
    timeout = 10

    def do_GET(self) -> None:
        self._answer(200 if self.path == "/report" else 404, "text/html; charset=utf-8", PAGE.encode())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        reference = self.kept_by.keep(body)
        self._answer(201, "application/json", json.dumps({"reference": reference}).encode())

    def _answer(self, status: int, media_type: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *_arguments: object) -> None:
        """Says nothing."""
