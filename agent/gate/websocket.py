"""WebSockets that the person granted: two connections with the gate in between, which judges whole messages.

The handshake is made anew towards the site: own key, no extensions (a compressed message can't be judged), known
headers only. Control frames end here: a ping is answered by the gate, and why a page closes (code and reason are a
script's to choose) is not told.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpcore
from wsproto.connection import CLIENT, SERVER, Connection, ConnectionState
from wsproto.events import BytesMessage, CloseConnection, Event, Message, Ping, TextMessage
from wsproto.utilities import LocalProtocolError

from agent.gate.browser_side import BrowserConnection
from agent.gate.forwarding import HOP_BY_HOP, Headers, set_cookie_pair
from agent.gate.memory import Memory
from agent.gate.policy import Phase
from agent.gate.problems import Failure, Unreachable
from agent.gate.socket_policy import Beats, Judgement, MessageFacts, judge_message, mark_of, socket_address
from agent.gate.upstream import Upstream
from agent.gate.wire import EMPTY, WireRequest

LARGEST_MESSAGE = 1024 * 1024
"""Bytes of one message of the page; a larger one closes the socket."""

SILENT_SECONDS = 3600.0
"""Without a word from the site a socket is given up; heartbeats are far more frequent."""

MOST_OPEN = 16
"""Sockets of one browser at the same moment."""

MOST_REFUSED = 50

POLICY_VIOLATION = 1008
NORMAL = 1000
BROKEN_OFF = 1011
"""Close codes of RFC 6455 section 7.4.1."""

_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

_READ = 64 * 1024

_GONE = (httpcore.NetworkError, httpcore.TimeoutException, LocalProtocolError, OSError)
"""How a side may be lost while something is said to it."""


def wants_socket(request: WireRequest) -> bool:
    """Whether a request is a WebSocket's handshake as a browser writes it."""
    return (request.method == "GET" and not request.body.size and request.url.startswith("https:")
            and len(request.all("sec-websocket-key")) == 1 and request.first("sec-websocket-version") == "13")


@dataclass(slots=True)
class Sockets:
    """The sockets of one gate.

    Args:
        memory: learns cookies that a handshake's answer sets.
        phase: says the gate's phase at this moment.
        carries: whether the person's data is found in a message.
        refuse: notes that a message of a host's socket was refused, and why.
    """

    memory: Memory
    phase: Callable[[], Phase]
    carries: Callable[[bytes], bool]
    refuse: Callable[[str, str], None]
    refused: deque[str] = field(default_factory=lambda: deque(maxlen=MOST_REFUSED))
    beats: Beats = field(default_factory=Beats)
    _granted: dict[str, Callable[[], bool]] = field(default_factory=dict)
    _open: int = 0

    def grant(self, url: str, holds: Callable[[], bool]) -> None:
        """Lets new sockets to this address (without its query) stand, as the person allowed, while ``holds`` says so.

        Raises:
            ValueError: no wss address.
        """
        self._granted[socket_address(url)] = holds

    def is_granted(self, request: WireRequest) -> bool:
        """Whether a request is a handshake that the person's grant covers, and there is room for one more."""
        if not wants_socket(request) or self._open >= MOST_OPEN:
            return False
        holds = self._granted.get(socket_address(request.url))
        return holds is not None and holds()

    def note_refused(self, request: WireRequest) -> None:
        """Remembers the address of a handshake that was refused for want of a grant; the query is left out."""
        if wants_socket(request) and (address := socket_address(request.url)) not in self._granted:
            if address in self.refused:
                self.refused.remove(address)
            self.refused.append(address)

    def names(self, request: WireRequest) -> bool:
        """Whether the first party's server wrote this very address as a socket's."""
        return "wss" + request.url.removeprefix("https") in self.memory.strings

    async def carry(self, connection: BrowserConnection, request: WireRequest, headers: Headers,
                    upstream: Upstream) -> None:
        """Opens the site's side, answers the browser and carries messages until either side ends.

        Args:
            connection: the browser's; of no use for anything else afterwards.
            request: the handshake.
            headers: what of the browser's headers may go to the site.
            upstream: the way out.

        Raises:
            Unreachable: the site did not agree to a socket.
        """
        self._open += 1
        try:
            key = base64.b64encode(secrets.token_bytes(16)).decode()
            answer = await upstream.send_once(WireRequest("GET", request.url, _handshake(headers, key), EMPTY), None)
            try:
                response = answer.response
                agreed = _agreed(response, headers, key)
                if agreed is None:
                    raise Unreachable(Failure.BROKEN, urlsplit(request.url).hostname or "")
                self.memory.cookies.update(set_cookie_pair(v) for n, v in agreed if n.lower() == "set-cookie")
                left = await connection.switch(
                    [("Sec-WebSocket-Accept", _accept(request.first("sec-websocket-key"))), *agreed])
                stream = response.extensions["network_stream"]
                await _Socket(self, connection, stream, socket_address(request.url), left).run()
            finally:
                await answer.close()
        finally:
            self._open -= 1


class _Socket:
    """One open socket: the browser on one side, the site on the other."""

    def __init__(self, sockets: Sockets, connection: BrowserConnection, stream: httpcore.AsyncNetworkStream,
                 address: str, left: bytes) -> None:
        self._sockets = sockets
        self._connection = connection
        self._stream = stream
        self._address = address
        self._browser = Connection(SERVER, trailing_data=left)
        self._site = Connection(CLIENT)
        self._parts: list[str | bytes | bytearray] = []
        self._size = 0
        self._code = NORMAL      # what the browser is told in the end

    async def run(self) -> None:
        sides = {asyncio.ensure_future(self._up()), asyncio.ensure_future(self._down())}
        try:
            await asyncio.wait(sides, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for side in sides:
                side.cancel()
            ends = await asyncio.gather(*sides, return_exceptions=True)
            await self._farewell()
        for end in ends:
            if isinstance(end, Exception) and not isinstance(end, _GONE):
                raise end  # a fault of ours, for the log

    # From the page to the site

    async def _up(self) -> None:
        while True:
            for event in self._browser.events():
                if not await self._from_page(event):
                    return
            data = await self._connection.read_on()
            if not data:
                return
            self._browser.receive_data(data)

    async def _from_page(self, event: Event) -> bool:
        """Deals with one event; False when the socket is to end."""
        if isinstance(event, Ping):
            await self._connection.write_on(self._browser.send(event.response()))
        elif isinstance(event, CloseConnection):
            return False
        elif isinstance(event, Message):
            self._parts.append(event.data)
            self._size += len(event.data)
            if self._size > LARGEST_MESSAGE:
                return self._refuse(Judgement.TOO_MANY)
            if event.message_finished:
                whole = "".join(map(str, self._parts)) if isinstance(event, TextMessage) else b"".join(
                    bytes(each) for each in self._parts if not isinstance(each, str))
                self._parts, self._size = [], 0
                return await self._message(whole)
        return True

    async def _message(self, whole: str | bytes) -> bool:
        beats, now, mark = self._sockets.beats, asyncio.get_running_loop().time(), mark_of(self._address, whole)
        data = whole.encode() if isinstance(whole, str) else whole
        phase = self._sockets.phase()
        facts = MessageFacts(beats.is_known(self._address, mark), self._sockets.carries(data), beats.covers(mark, now))
        judged = judge_message(facts, phase)
        if judged is not Judgement.PASS:
            return self._refuse(judged)
        if phase is Phase.OPEN:
            beats.remember(self._address, mark)
        else:
            beats.take(mark, now)
        out = TextMessage(whole) if isinstance(whole, str) else BytesMessage(whole)
        await self._stream.write(self._site.send(out), SILENT_SECONDS)
        return True

    def _refuse(self, why: Judgement) -> bool:
        self._code = POLICY_VIOLATION
        self._sockets.refuse(self._address, why.value)
        return False

    # From the site to the page

    async def _down(self) -> None:
        while data := await self._stream.read(_READ, SILENT_SECONDS):
            self._site.receive_data(data)
            for event in self._site.events():
                if isinstance(event, CloseConnection):
                    await self._connection.write_on(self._browser.send(CloseConnection(event.code, event.reason)))
                    return
                if isinstance(event, Ping):
                    await self._stream.write(self._site.send(event.response()), SILENT_SECONDS)
                elif isinstance(event, Message):
                    await self._connection.write_on(self._browser.send(event))
        self._code = BROKEN_OFF

    async def _farewell(self) -> None:
        """Closes both sides in the protocol's own way, the site's without a word of why."""
        if self._site.state in (ConnectionState.OPEN, ConnectionState.REMOTE_CLOSING):
            with contextlib.suppress(*_GONE):
                await self._stream.write(self._site.send(CloseConnection(NORMAL)), 2.0)
        if self._browser.state in (ConnectionState.OPEN, ConnectionState.REMOTE_CLOSING):
            await self._connection.write_on(self._browser.send(CloseConnection(self._code)))


def _handshake(headers: Headers, key: str) -> Headers:
    kept = [(name, value) for name, value in headers if name.lower() not in HOP_BY_HOP
            and name.lower() not in ("sec-websocket-key", "sec-websocket-version", "sec-websocket-extensions",
                                     "content-length")]
    return (*kept, ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"),
            ("Sec-WebSocket-Key", key))


def _agreed(response: httpcore.Response, headers: Headers, key: str) -> Headers | None:
    """What of the site's answer goes to the browser; None where it is no proper yes."""
    said = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers]
    by_name = {name.lower(): value for name, value in said}
    protocol = by_name.get("sec-websocket-protocol")
    offered = {each.strip() for name, value in headers if name.lower() == "sec-websocket-protocol"
               for each in value.split(",")}
    if (response.status != 101 or by_name.get("sec-websocket-accept") != _accept(key)
            or "sec-websocket-extensions" in by_name or (protocol is not None and protocol not in offered)):
        return None
    return tuple((name, value) for name, value in said
                 if name.lower() in ("set-cookie", "sec-websocket-protocol"))


def _accept(key: str) -> str:
    return base64.b64encode(hashlib.sha1(key.encode() + _GUID, usedforsecurity=False).digest()).decode()
