"""The start-up self-test: canaries through the main channels; all must meet the gate, none may reach a sink.

The page is served by the gate itself, so nothing leaves even if the test fails. Two sinks stand on loopback, a TCP
listener and a UDP socket: whatever arrives there went past the gate. Channels are those of findings/gate.md that an
ordinary page can use without a second site; the whole matrix belongs to the channel suite.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from agent.gate.problems import LeakFound, Unproven
from agent.gate.wire import WireRequest

ZONE = "countersign.invalid"
"""``.invalid`` never resolves (RFC 2606), so a canary that missed the gate goes nowhere but to a sink."""

HOSTS = {
    **{f"{name}.{ZONE}": name for name in ("image", "script", "style", "beacon", "form", "frame", "worker", "events",
                                           "websocket", "ready")},
    "203.0.113.7": "address", "2001:db8::1": "address6", "countersign-canary": "plain name",
}
"""Host to channel. The wish for a tunnel to such a host is proof enough that the browser asks the gate, and saves a
dozen TLS handshakes; the page itself and ``fetch`` go through a tunnel whole. The addresses are for documentation
only (RFC 5737, RFC 3849); browsers can be told to go straight to addresses or to names without a dot."""

REQUIRED = ("fetch", *(name for name in HOSTS.values() if name != "ready"), "loopback", "localhost")
"""Channels that must be seen at the gate: a browser that does not use the gate shows here."""

SILENT = ("webrtc",)
"""Channels that must show nowhere."""

PATIENCE = 20.0
"""Seconds until an unseen channel counts as unproven; an idle machine needs about a third of one."""


class Result(StrEnum):
    """What became of a canary."""

    STOPPED = "stopped at the gate"
    NOTHING = "no traffic"
    LEAK = "LEAK"


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel and its result."""

    name: str
    result: Result


class SelfTest:
    """Ears at the gate and at the sinks. Use: `start`, let the browser open `url`, `finish`, `close`."""

    url = f"https://selftest.{ZONE}/"

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._leaked: set[str] = set()
        self._complete = asyncio.Event()

    async def start(self) -> None:
        """Opens the sinks."""
        self._tcp = await asyncio.start_server(self._tcp_sink, "127.0.0.1", 0)
        self._tcp_port: int = self._tcp.sockets[0].getsockname()[1]
        loop = asyncio.get_running_loop()
        self._udp, _ = await loop.create_datagram_endpoint(lambda: _UdpSink(self._leak),
                                                           local_addr=("127.0.0.1", 0))
        self._udp_port: int = self._udp.get_extra_info("sockname")[1]

    def tunnel(self, host: str, port: int) -> bool | None:
        """Hears the wish for a tunnel; only the test's own page gets one."""
        if host == f"selftest.{ZONE}":
            return True
        if port == 443 and host in HOSTS:
            self._hear(HOSTS[host])
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
            return 200, "text/html; charset=utf-8", self._page()
        if parts.query == "candidate":
            self._leak("webrtc")
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
        found = self.channels()
        leaks = [channel.name for channel in found if channel.result is Result.LEAK]
        if leaks:
            raise LeakFound("The gate leaks (" + ", ".join(leaks) + "): this browser sends past it. No task is run "
                            "with it. Choose another browser with COUNTERSIGN_BROWSER.")
        missing = [each.name for each in found if each.name in REQUIRED and each.result is Result.NOTHING]
        if missing or "ready" not in self._seen:
            raise Unproven("The gate could not be proven (" + (", ".join(missing) or "WebRTC") + " not seen): the "
                           "browser may not be using it. No task is run. Run `countersign-agent gate check` for "
                           "details.")
        return found

    def channels(self) -> list[Channel]:
        """What is known so far."""
        return [Channel(name, self._result(name)) for name in REQUIRED + SILENT]

    async def close(self) -> None:
        """Closes the sinks."""
        self._udp.close()
        self._tcp.close()
        await self._tcp.wait_closed()

    def _result(self, name: str) -> Result:
        if name in self._leaked:
            return Result.LEAK
        return Result.STOPPED if name in self._seen else Result.NOTHING

    def _hear(self, name: str) -> None:
        self._seen.add(name)
        if self._seen.issuperset((*REQUIRED, "ready")):
            self._complete.set()

    def _leak(self, name: str) -> None:
        self._leaked.add(name)
        self._complete.set()

    async def _tcp_sink(self, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._leak("loopback")
        writer.close()

    def _page(self) -> bytes:
        # Marks that occur in no word: "TCP" alone once turned RTCPeerConnection into nothing, and the channel untested.
        marks = {"@UDP@": str(self._udp_port), "@TCP@": str(self._tcp_port), "@ZONE@": ZONE}
        page = _PAGE
        for mark, value in marks.items():
            page = page.replace(mark, value)
        return page.encode()


class _UdpSink(asyncio.DatagramProtocol):
    def __init__(self, leak: Callable[[str], None]) -> None:
        self._leak = leak

    def datagram_received(self, _data: bytes, _address: object) -> None:
        self._leak("webrtc")


_PAGE = """<!doctype html><meta charset="utf-8"><title>Self-test</title><iframe name="f" hidden></iframe>
<iframe id="frame" hidden></iframe><form id="form" method="post" target="f"><input name="canary" value="x"></form>
<script>
const to = (name, scheme = "https") => `${scheme}://${name}.@ZONE@/canary?x=1`;
const quiet = (run) => { try { const r = run(); if (r && r.catch) r.catch(() => 0); } catch (e) {} };
const add = (tag, key, name, more = {}) => {
  const e = Object.assign(document.createElement(tag), more); e[key] = to(name); document.head.append(e); };
const ready = () => quiet(() => fetch(to("ready"), {mode: "no-cors"}));
quiet(() => {
  const p = new RTCPeerConnection({iceServers: [{urls: "stun:127.0.0.1:@UDP@"}]});
  // A way out that it found, if only to a network that this machine does not have just now.
  p.onicecandidate = (e) => { if (e.candidate && e.candidate.candidate) fetch("/canary?candidate"); };
  p.onicegatheringstatechange = () => { if (p.iceGatheringState === "complete") ready(); };
  p.createDataChannel("x"); p.createOffer().then((o) => p.setLocalDescription(o)).catch(ready);
});
if (!window.RTCPeerConnection) ready();
quiet(() => fetch("/canary", {method: "POST", body: "canary=x"}));
for (const host of ["203.0.113.7", "[2001:db8::1]", "countersign-canary"])
  quiet(() => fetch(`https://${host}/canary?x=1`, {mode: "no-cors"}));
quiet(() => { new Image().src = to("image"); });
quiet(() => add("script", "src", "script"));
quiet(() => add("link", "href", "style", {rel: "stylesheet"}));
quiet(() => navigator.sendBeacon(to("beacon"), "canary=x"));
quiet(() => { document.getElementById("frame").src = to("frame"); });
quiet(() => { const f = document.getElementById("form"); f.action = to("form"); f.submit(); });
quiet(() => new Worker(URL.createObjectURL(new Blob([
  `fetch("${to("worker")}", {method: "POST", mode: "no-cors", body: "x"}).catch(() => 0)`]))));
quiet(() => { new EventSource(to("events")); });
quiet(() => { new WebSocket(to("websocket", "wss")); });
for (const host of ["127.0.0.1", "localhost"])
  quiet(() => fetch(`http://${host}:@TCP@/canary`, {mode: "no-cors"}));
</script>"""
