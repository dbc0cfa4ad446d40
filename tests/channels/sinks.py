"""Sinks inside the test's own network: web sites, DNS, STUN and TURN; every one only listens, answers and keeps."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import socket
import ssl
import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import h11

from tests.channels.canary import canaries_in
from tests.channels.channel import File

WEB_PORTS = (80, 443)
MORE_PORTS = (8080, 8463)
"""Ports that no gate would let through; plain TCP and whatever comes."""

STUN_PORT = 3478

_KINDS = {
    "script": ("text/javascript", b""), "style": ("text/css", b""), "image": ("image/svg+xml", b"<svg/>"),
    "worker": ("text/javascript", b""), "sharedworker": ("text/javascript", b""),
    "serviceworker": ("text/javascript", b""), "audioworklet": ("text/javascript", b""),
    "paintworklet": ("text/javascript", b""), "manifest": ("application/manifest+json", b"{}"),
    "webidentity": ("application/json", b"{}"),
}
_PLAIN = ("text/html; charset=utf-8", b"<!doctype html><title>Sink</title>")


@dataclass
class Record:
    """What arrived: canary to the places where it did."""

    places: dict[str, set[str]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, where: str, found: set[str]) -> None:
        with self.lock:
            for each in found:
                self.places.setdefault(each, set()).add(where)

    def arrived(self) -> dict[str, list[str]]:
        with self.lock:
            return {each: sorted(places) for each, places in self.places.items()}


class Sinks:
    """All sinks on a thread of their own. Use as a context manager.

    Args:
        addresses: name to IPv4 address; names below one resolve like it.
        dns: the address of the name server.
        tls: for the web sites.
        pages: path to what the first party serves there.
    """

    def __init__(self, addresses: dict[str, str], dns: str, tls: ssl.SSLContext, pages: dict[str, File]) -> None:
        self.record = Record()
        self.pages = pages
        self._addresses = addresses
        self._dns = dns
        self._tls = tls
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Sinks:
        self._thread.start()
        assert self._ready.wait(20), "the sinks did not start"
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.set_exception_handler(lambda _loop, _context: None)  # connections that the browser cut
        self._loop.run_until_complete(self._open())
        self._ready.set()
        self._loop.run_forever()

    async def _open(self) -> None:
        for address in set(self._addresses.values()):
            await asyncio.start_server(self._web, address, 80)
            await asyncio.start_server(self._web, address, 443, ssl=self._tls)
            for port in MORE_PORTS:
                await asyncio.start_server(self._anything, address, port)
            await asyncio.start_server(self._stun, address, STUN_PORT)
            await self._loop.create_datagram_endpoint(lambda: _Stun(self.record), (address, STUN_PORT))
        await self._loop.create_datagram_endpoint(lambda: _Dns(self._addresses, self.record), (self._dns, 53))

    async def _anything(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            self.record.note("tcp", canaries_in(await reader.read(65536)))
        writer.close()

    async def _stun(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(65536):
                self.record.note("turn tcp", canaries_in(data))
                if answer := stun_answer(data, writer.get_extra_info("peername")):
                    writer.write(answer)
        writer.close()

    async def _web(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, h11.ProtocolError, ssl.SSLError):
            await _Conversation(reader, writer, self).go()
        writer.close()


class _Conversation:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, sinks: Sinks) -> None:
        self._reader, self._writer, self._sinks = reader, writer, sinks
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=256 * 1024)

    async def go(self) -> None:
        while True:
            event = await self._next()
            if not isinstance(event, h11.Request):
                return
            said = {name.decode("latin-1"): value.decode("latin-1") for name, value in event.headers}
            target = event.target.decode("latin-1")
            self._note(said.get("host", ""), f"{event.method.decode()} {target} {said}".encode())
            if said.get("upgrade", "").lower() == "websocket":
                await self._websocket(said)
                return
            body = b""
            while isinstance(piece := await self._next(), h11.Data):
                body += bytes(piece.data)
                self._note(said.get("host", ""), body)
            status, headers, content = self._answer(said, target)
            self._write(h11.Response(status_code=status, headers=headers))
            if event.method != b"HEAD" and status not in (204, 304):
                self._write(h11.Data(data=content))
            self._write(h11.EndOfMessage())
            await self._writer.drain()
            if self._http.our_state is not h11.DONE:
                return
            self._http.start_next_cycle()

    def _note(self, host: str, data: bytes) -> None:
        self._sinks.record.note(f"web {host}", canaries_in(data))

    async def _next(self) -> object:
        while (event := self._http.next_event()) is h11.NEED_DATA:
            if self._http.they_are_waiting_for_100_continue:
                self._write(h11.InformationalResponse(status_code=100, headers=[]))
            self._http.receive_data(await self._reader.read(65536))
        return event

    def _write(self, event: h11.Event) -> None:
        self._writer.write(self._http.send(event) or b"")

    def _answer(self, said: dict[str, str], target: str) -> tuple[int, list[tuple[str, str]], bytes]:
        parts = urlsplit(target)
        file = self._sinks.pages.get(parts.path)
        kind, content = _KINDS.get(said.get("sec-fetch-dest", ""), _PLAIN)
        headers = [("Access-Control-Allow-Origin", said.get("origin", "*")), ("Access-Control-Allow-Headers",
                   said.get("access-control-request-headers", "*")), ("Access-Control-Allow-Methods", "*, PUT"),
                   ("Access-Control-Allow-Credentials", "true"), ("Service-Worker-Allowed", "/"),
                   ("Cache-Control", "no-store"), ("Timing-Allow-Origin", "*")]
        status = 200
        if file is not None:
            kind, content = file.type, file.body.encode()
            headers += file.headers
            status = next((int(value) for name, value in file.headers if name == "X-Status"), 200)
        elif parts.path.startswith("/redirect/"):
            status = int(parts.path.split("/")[2])
            headers.append(("Location", parse_qs(parts.query)["to"][0]))
        elif parts.path.startswith("/auth/") and "authorization" not in said:
            status = 401
            headers.append(("WWW-Authenticate", 'Basic realm="x"'))
        elif parts.path == "/.well-known/web-identity":
            kind, content = "application/json", b'{"provider_urls": []}'
        return status, [*headers, ("Content-Type", kind), ("Content-Length", str(len(content)))], content

    async def _websocket(self, said: dict[str, str]) -> None:
        key = said.get("sec-websocket-key", "") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
        accept = base64.b64encode(hashlib.sha1(key.encode()).digest()).decode()
        lines = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade",
                 f"Sec-WebSocket-Accept: {accept}"]
        if protocol := said.get("sec-websocket-protocol"):
            lines.append(f"Sec-WebSocket-Protocol: {protocol.split(',')[0]}")
        self._writer.write("\r\n".join([*lines, "", ""]).encode())
        data = self._http.trailing_data[0]
        while True:
            for message in _unmasked(data):
                self._note(said.get("host", ""), message)
            if not (piece := await self._reader.read(65536)):
                return
            data += piece


def _unmasked(data: bytes) -> Iterator[bytes]:
    """The payloads of short masked WebSocket frames (RFC 6455 section 5.2)."""
    while len(data) >= 6:
        size, start = data[1] & 127, 2
        if size == 126:
            size, start = struct.unpack_from("!H", data, 2)[0], 4
        mask, start = data[start:start + 4], start + 4
        yield bytes(byte ^ mask[place % 4] for place, byte in enumerate(data[start:start + size]))
        data = data[start + size:]


class _Stun(asyncio.DatagramProtocol):
    def __init__(self, record: Record) -> None:
        self._record = record

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def datagram_received(self, data: bytes, peer: tuple[str, int]) -> None:
        self._record.note("udp", canaries_in(data))
        if answer := stun_answer(data, peer):
            self._transport.sendto(answer, peer)  # type: ignore[attr-defined]


def stun_answer(data: bytes, peer: tuple[str, int]) -> bytes:
    """The answer to a STUN or TURN request (RFC 5389, 5766): a mapped address, or a wish for name and password."""
    if len(data) < 20:
        return b""
    kind, _, cookie, transaction = struct.unpack_from("!HHI12s", data)
    if kind == 0x0001:
        port, host = peer[1] ^ (cookie >> 16), struct.unpack("!I", socket.inet_aton(peer[0]))[0] ^ cookie
        body = struct.pack("!HHBBHI", 0x0020, 8, 0, 1, port, host)
        return struct.pack("!HHI12s", 0x0101, len(body), cookie, transaction) + body
    if kind == 0x0003:
        body = (struct.pack("!HHHBB", 0x0009, 4, 0, 4, 1) + struct.pack("!HH4s", 0x0014, 4, b"test")
                + struct.pack("!HH4s", 0x0015, 4, b"once"))
        return struct.pack("!HHI12s", 0x0113, len(body), cookie, transaction) + body
    return b""


class _Dns(asyncio.DatagramProtocol):
    """Answers A for the known names and those below them, nothing for other types, no such name for the rest."""

    def __init__(self, addresses: dict[str, str], record: Record) -> None:
        self._addresses, self._record = addresses, record

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def datagram_received(self, data: bytes, peer: tuple[str, int]) -> None:
        self._record.note("dns", canaries_in(data))
        labels, place = [], 12
        while size := data[place]:
            labels.append(data[place + 1:place + 1 + size].decode("latin-1").lower())
            place += size + 1
        asked = data[12:place + 5]
        kind = struct.unpack_from("!H", data, place + 1)[0]
        address = next((each for name, each in self._addresses.items() if ".".join(labels[-2:]) == name), "")
        answer = (struct.pack("!HHHIH", 0xC00C, 1, 1, 60, 4) + socket.inet_aton(address)
                  if address and kind == 1 else b"")
        flags = 0x8180 if address else 0x8183
        self._transport.sendto(data[:2] + struct.pack("!HHHHH", flags, 1, bool(answer), 0, 0)  # type: ignore[attr-defined]
                               + asked + answer, peer)


def certificates(folder: Path, names: list[str]) -> tuple[ssl.SSLContext, Path, str]:
    """A certificate for names and all below them: the context to serve with, its PEM file, its SPKI pin."""
    import datetime

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "channel sinks")])
    start = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
    every = [x509.DNSName(each) for plain in names for each in (plain, f"*.{plain}")]
    made = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
            .serial_number(1).not_valid_before(start).not_valid_after(start + datetime.timedelta(days=3))
            .add_extension(x509.SubjectAlternativeName(every), False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), True).sign(key, hashes.SHA256()))
    both, public = folder / "sinks.pem", folder / "authority.pem"
    public.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    both.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                       serialization.NoEncryption()) + public.read_bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    spki = key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return context, public, base64.b64encode(hashlib.sha256(spki).digest()).decode()
