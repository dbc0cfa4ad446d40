"""A loopback server for the form pages: serves them with their styles, and keeps every request that carries data."""

from __future__ import annotations

import html
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from urllib.parse import unquote, urlsplit

from tests.sites.render import MODULES, rendered_pages

# Where the libraries' own style sheets look for fonts and pictures; the first folder that has the file answers.
ASSETS = (MODULES / "govuk-frontend/dist/govuk/assets", MODULES / "nhsuk-frontend/dist/nhsuk/assets")
USWDS_IMAGES = MODULES / "@uswds/uswds/dist/img"       # its templates name pictures relative to the page
FIRST_REFERENCE = 123


@dataclass(frozen=True, slots=True)
class Recorded:
    """One request as it came over the wire: ``target`` is path and query, ``body`` the raw bytes."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    reference: str


@dataclass(slots=True)
class Recorder:
    """A running server. ``records`` holds every request that is not a GET or HEAD, and every GET with a query."""

    url: str = ""
    records: list[Recorded] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def page(self, name: str) -> str:
        """The address of a form page."""
        return f"{self.url}/pages/{name}"

    def keep(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> Recorded:
        """Keeps a request and gives it the next reference, from REC-000123 on."""
        with self._lock:
            reference = f"REC-{FIRST_REFERENCE + len(self.records):06d}"
            record = Recorded(method, target, headers, body, reference)
            self.records.append(record)
        return record


@contextmanager
def recording_site() -> Iterator[Recorder]:
    """Serves all pages on a free loopback port until the block ends."""
    recorder = Recorder()
    pages = rendered_pages()

    class Handler(_Handler):
        site = recorder
        html_of = pages

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        recorder.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="recorder")
        thread.start()
        try:
            yield recorder
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    site: Recorder
    html_of: Mapping[str, str]
    protocol_version = "HTTP/1.1"
    timeout = 10                     # an idle connection must not keep the server from closing

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.query:
            self._keep(b"")
        if parts.path == "/":
            links = "".join(f'<li><a href="/pages/{name}">{name}</a></li>' for name in self.html_of)
            self._answer(200, f"<!doctype html><title>Form pages</title><ul>{links}</ul>")
        elif (name := parts.path.removeprefix("/pages/")) in self.html_of:
            self._answer(200, self.html_of[name])
        else:
            self._static(unquote(parts.path))

    do_HEAD = do_GET

    def _receive(self) -> None:
        body = self._body()
        record = self._keep(body)
        self._answer(200, "<!doctype html><html lang='en'><title>Received</title><main><h1>Thank you</h1>"
                          f"<p>Your form has been received, reference {html.escape(record.reference)}.</p></main>")

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _receive

    def _body(self) -> bytes:
        if "chunked" not in self.headers.get("Transfer-Encoding", "").lower():
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        chunks = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            chunks.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return b"".join(chunks)

    def _keep(self, body: bytes) -> Recorded:
        return self.site.keep(self.command, self.path, dict(self.headers.items()), body)

    def _static(self, path: str) -> None:
        for folder, below in [(MODULES, path.removeprefix("/packages/")),
                              (USWDS_IMAGES, path.removeprefix("/pages/img/")),
                              *((assets, path.removeprefix("/assets/")) for assets in ASSETS)]:
            file = (folder / below.lstrip("/")).resolve()
            if below != path and file.is_relative_to(folder) and file.is_file():
                self._send(200, guess_type(file.name)[0] or "application/octet-stream", file.read_bytes())
                return
        self._answer(404, "<!doctype html><title>Not found</title><h1>Not found</h1>")

    def _answer(self, status: int, text: str) -> None:
        self._send(status, "text/html; charset=utf-8", text.encode())

    def _send(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silent: the records are the log."""
