"""The start-up self-test: canaries through the main channels; all must meet the gate, none may reach a sink.

The page is served by the gate itself, so nothing leaves even if the test fails. Sinks stand on loopback, a TCP
listener and UDP sockets: whatever arrives there went past the gate. Channels are one for each part of the browser that
sends by itself (page, frame, workers, sockets, media, WebRTC); the whole matrix belongs to tests/channels.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
from collections.abc import Callable
from urllib.parse import urlsplit

from agent.gate.channels import Channel, Result
from agent.gate.problems import LeakFound, Unproven
from agent.gate.selftest_page import page
from agent.gate.selftest_words import leak_text, unproven_text
from agent.gate.wire import WireRequest

ZONE = "countersign.invalid"
"""``.invalid`` never resolves (RFC 2606), so a canary that missed the gate goes nowhere but to a sink."""

_AT_START = ("image", "script", "style", "prefetch", "beacon", "keepalive", "form", "frame", "worker",
             "shared-worker", "events", "websocket")
_THOROUGH = ("sandbox", "worker-websocket", "websocket-stream", "popup", "video", "module", "font",
             "worklet", "turn", "payment")

HOSTS = {
    **{f"{name}.{ZONE}": name for name in (*_AT_START, "ready")},
    "203.0.113.7": "address", "2001:db8::1": "address6", "countersign-canary": "plain name",
}
"""Host to channel. The wish for a tunnel to such a host is proof enough that the browser asks the gate, and saves a
dozen TLS handshakes; the page itself and ``fetch`` go through a tunnel whole. The addresses are for documentation
only (RFC 5737, RFC 3849); browsers can be told to go straight to addresses or to names without a dot."""

REQUIRED = ("fetch", *(name for name in HOSTS.values() if name != "ready"), "loopback", "localhost")
"""Channels that must be seen at the gate: a browser that does not use the gate shows here."""

MORE_HOSTS = {f"{name}.{ZONE}": name for name in _THOROUGH}
"""The same for what only `gate check` tries, because it costs time at every start."""

MORE_REQUIRED = (*_THOROUGH, "download")

SILENT = ("webrtc", "webtransport")
"""Channels that must show nowhere."""

_UDP_SINKS = {"webrtc": "webrtc", "turn": "webrtc", "webtransport": "webtransport"}
"""What a UDP socket listens for, and the channel that leaks when something arrives there."""

PATIENCE = 20.0
"""Seconds until an unseen channel counts as unproven; an idle machine needs about a third of one."""

MORE_LEAKS = 1.0
"""Seconds that other channels get to leak too after a first one, so that the person reads of all of them."""


class SelfTest:
    """Ears at the gate and at the sinks. Use: `start`, let the browser open `url`, `finish`, `close`.

    Args:
        thorough: also the channels that cost time.
    """

    url = f"https://selftest.{ZONE}/"

    def __init__(self, *, thorough: bool = False) -> None:
        self._thorough = thorough
        self._hosts = HOSTS | MORE_HOSTS if thorough else HOSTS
        self._required = REQUIRED + MORE_REQUIRED if thorough else REQUIRED
        self._seen: set[str] = set()
        self._leaked: set[str] = set()
        self._complete = asyncio.Event()

    async def start(self) -> None:
        """Opens the sinks."""
        self._tcp = await asyncio.start_server(self._tcp_sink, "127.0.0.1", 0)
        self._tcp_port: int = self._tcp.sockets[0].getsockname()[1]
        loop = asyncio.get_running_loop()
        self._udp: list[asyncio.DatagramTransport] = []
        self._udp_ports: dict[str, int] = {}
        for name, channel in _UDP_SINKS.items():
            sink, _ = await loop.create_datagram_endpoint(functools.partial(_UdpSink, self._leak, channel),
                                                          local_addr=("127.0.0.1", 0))
            self._udp.append(sink)
            self._udp_ports[name] = sink.get_extra_info("sockname")[1]

    def tunnel(self, host: str, port: int) -> bool | None:
        """Hears the wish for a tunnel; only the test's own page gets one."""
        if host == f"selftest.{ZONE}":
            return True
        if port == 443 and host in self._hosts:
            self._hear(self._hosts[host])
            return False
        return None

    def canary(self, request: WireRequest) -> tuple[int, str, bytes] | None:
        """Hears requests for the test's own page and sinks; the gate asks this before its policy."""
        parts = urlsplit(request.url)
        if parts.hostname in ("127.0.0.1", "localhost") and parts.port == self._tcp_port:
            self._hear("loopback" if parts.hostname == "127.0.0.1" else "localhost")
            return 403, "text/plain", b""
        if parts.hostname != f"selftest.{ZONE}":
            return None
        if parts.path != "/canary":
            return 200, "text/html; charset=utf-8", page(self._ports(), ZONE, thorough=self._thorough)
        if parts.query == "candidate":
            self._leak("webrtc")
        elif parts.query == "download":
            self._hear("download")
        elif request.body.read() == b"canary=x":
            self._hear("fetch")
        return 403, "text/plain", b""

    async def finish(self, patience: float | None = None) -> list[Channel]:
        """Waits until every required channel was seen, or one leaked.

        Args:
            patience: seconds; `PATIENCE` by default.

        Raises:
            LeakFound: something arrived at a sink.
            Unproven: a required channel was never seen at the gate.
        """
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._complete.wait(), PATIENCE if patience is None else patience)
        if self._leaked:
            await asyncio.sleep(MORE_LEAKS)
        found = self.channels()
        leaks = [channel.name for channel in found if channel.result is Result.LEAK]
        if leaks:
            raise LeakFound(leak_text(leaks), found)
        missing = [each.name for each in found if each.result is Result.UNSEEN]
        if missing or "ready" not in self._seen:
            raise Unproven(unproven_text(missing or ["webrtc"]), found)
        return found

    def channels(self) -> list[Channel]:
        """What is known so far."""
        return [Channel(name, self._result(name)) for name in self._required + SILENT]

    async def close(self) -> None:
        """Closes the sinks."""
        for sink in self._udp:
            sink.close()
        self._tcp.close()
        await self._tcp.wait_closed()

    def _result(self, name: str) -> Result:
        if name in self._leaked:
            return Result.LEAK
        if name in self._seen:
            return Result.STOPPED
        return Result.NOTHING if name in SILENT else Result.UNSEEN

    def _hear(self, name: str) -> None:
        self._seen.add(name)
        if self._seen.issuperset((*self._required, "ready")):
            self._complete.set()

    def _leak(self, name: str) -> None:
        self._leaked.add(name)
        self._complete.set()

    async def _tcp_sink(self, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._leak("loopback")
        writer.close()

    def _ports(self) -> dict[str, int]:
        return {"tcp": self._tcp_port, **self._udp_ports}


class _UdpSink(asyncio.DatagramProtocol):
    def __init__(self, leak: Callable[[str], None], channel: str) -> None:
        self._leak = leak
        self._channel = channel

    def datagram_received(self, _data: bytes, _address: object) -> None:
        self._leak(self._channel)
