"""The gate itself: the browser's only way to the network. Judges each request, passes, holds or refuses it.

It listens on loopback for one browser. Its death is that browser's loss of the network.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import h11
import httpcore

from agent.gate.browser_side import BrowserConnection, TooLarge
from agent.gate.canonical import digest
from agent.gate.certificate import make_certificate
from agent.gate.forwarding import clean, forwardable, page_made, remember, set_cookie_pair, tidy
from agent.gate.holds import Answer, Ending, Hold, Refusal, Window
from agent.gate.ledger import Ledger
from agent.gate.memory import Memory, without_fragment
from agent.gate.policy import READS, Phase, Reason, Relation, RequestFacts, Verb, judge
from agent.gate.problems import GateProblem, Unreachable
from agent.gate.scan import Scanner
from agent.gate.site import authority_of, is_private_name, site_of
from agent.gate.trace import Tracer
from agent.gate.upstream import Upstream
from agent.gate.wire import FileBody, WireRequest
from agent.protocol import Digest
from agent.store.problems import StoreProblem

WEB_PORTS = frozenset({80, 443})
"""Every other port must be named by the person."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})

Canary = Callable[[WireRequest], tuple[int, str, bytes] | None]
"""The self-test's ear: answers requests for its own hosts; None leaves the request to the policy."""


class Gate:
    """One gate for one browser."""

    def __init__(self, folder: Path, ledger: Ledger, memory: Memory | None = None) -> None:
        self.phase = Phase.OPEN
        self.memory = memory or Memory()
        self.failures: dict[str, Unreachable] = {}
        self.refusals: list[Refusal] = []
        self.canary: Canary | None = None
        self.in_flight = 0       # requests that were passed on and are not answered to the end
        self._folder = folder
        self._ledger = ledger
        self._named: set[tuple[str, int]] = set()
        self._sites: set[str] = set()
        self._tracer: Tracer | None = None
        self._window: Window | None = None
        self._pending: set[Digest] = set()
        self._spent: set[Digest] = set()
        self._resent: set[str] = set()
        self._connections: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Listens on a free loopback port."""
        certificate = make_certificate(self._folder)
        self._context, self.pin = certificate.context, certificate.pin
        self._upstream = Upstream(self._named)
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port: int = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Ends every connection; what is held is not sent."""
        self._server.close()
        for task in list(self._connections):
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)
        await self._upstream.close()

    # What the task allows

    def admit(self, url: str) -> None:
        """Makes an address that the person gave known, its site a first party, its port reachable."""
        self.admit_site(url)
        self.memory.give(url)

    def admit_site(self, url: str) -> None:
        """Makes the site of an address a first party of this task, as the person allowed."""
        host, port = authority_of(url)
        self._named.add((host, port))
        self._sites.add(site_of(host, port))

    def name(self, host: str, port: int) -> None:
        """Makes one host and port reachable without making it a first party."""
        self._named.add((host, port))

    def is_first_party(self, url: str) -> bool:
        """Whether an address belongs to a site of the task."""
        return site_of(*authority_of(url)) in self._sites

    def watch_for(self, tracer: Tracer) -> None:
        """Gives the gate the means to recognise the person's data."""
        self._tracer = tracer

    def arm(self) -> None:
        """From now on this browser profile holds some of the person's data. There is no way back."""
        self.phase = Phase.ARMED

    # Presses and what they cause

    @contextlib.contextmanager
    def window(self) -> Iterator[Window]:
        """From just before a press until what it caused has settled. What is still held then is not sent."""
        self._window = window = Window()
        self._spent.clear()  # a fresh press may mean to send the same again; the person is asked either way
        try:
            yield window
        finally:
            self._window = None
            while not window.holds.empty():
                window.holds.get_nowait().end(Ending.STAY)

    # The browser's connections

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._connections.add(task)
            task.add_done_callback(self._connections.discard)
        connection = BrowserConnection(reader, writer, self._folder)
        with contextlib.suppress(h11.ProtocolError, ssl.SSLError, OSError, EOFError, TooLarge, UnicodeError,
                                 asyncio.CancelledError):
            await self._converse(connection)
        await connection.close()

    async def _converse(self, connection: BrowserConnection) -> None:
        while (request := await connection.next_request()) is not None:
            if request.method == "CONNECT":
                if not self._may_connect(request.url):
                    self._refused("CONNECT", request.url, Reason.NEW_ADDRESS.value)
                    await connection.answer(403)
                    return
                await connection.tunnel(request.url, self._context)
                continue
            try:
                await self._handle(connection, request)
            finally:
                if isinstance(request.body, FileBody):
                    request.body.path.unlink(missing_ok=True)
            if not connection.reusable:
                return

    def _may_connect(self, authority: str) -> bool:
        host, _, port = authority.rpartition(":")
        host = host.strip("[]").rstrip(".").lower()
        if self.canary is not None and host.endswith(".countersign.invalid"):
            return True
        return port.isdigit() and self._may_reach(host, int(port), "https")

    def _may_reach(self, host: str, port: int, scheme: str) -> bool:
        if (host, port) in self._named:
            return True
        usual = port == 443 if scheme == "https" else port == 80
        return usual and not is_private_name(host)

    async def _handle(self, connection: BrowserConnection, request: WireRequest) -> None:
        if self.canary is not None and (canned := self.canary(request)) is not None:
            status, content_type, content = canned
            await connection.answer(status, [("Content-Type", content_type)], content)
            return
        parts = urlsplit(request.url)
        host, port = authority_of(request.url)
        if parts.scheme not in ("http", "https") or not self._may_reach(host, port, parts.scheme):
            await self._refuse(connection, request, Reason.NEW_ADDRESS)
            return
        headers = forwardable(request.headers)
        if self.phase is Phase.ARMED and (request.method not in READS or request.body.size):
            headers = tidy(headers, self.memory)
        request = WireRequest(request.method, without_fragment(request.url), headers, request.body)
        facts, key = self._facts(request)
        verdict = judge(facts, self.phase)
        if verdict.verb is Verb.REFUSE:
            await self._refuse(connection, request, verdict.reason, stay=facts.page)
        elif verdict.verb is Verb.HOLD:
            await self._hold(connection, request, facts, key)
        else:
            self.in_flight += 1
            try:
                await self._pass(connection, request, facts)
            finally:
                self.in_flight -= 1

    def _facts(self, request: WireRequest) -> tuple[RequestFacts, Digest | None]:
        said = {name.lower(): value for name, value in request.headers}
        first = self.is_first_party(request.url)
        destination = said.get("sec-fetch-dest", "")
        page = destination == "document" or (destination in ("iframe", "frame") and first) or (
            not destination and "upgrade-insecure-requests" in said)  # plain http gets no Sec-Fetch headers
        known = self.memory.is_known(request.url)
        write = request.method not in READS or request.body.size > 0
        key = digest(request, page_made(request.headers, self.memory)) if write else None
        facts = RequestFacts(
            method=request.method, relation=Relation.FIRST if first else Relation.THIRD, page=page,
            script=destination in ("empty", ""), has_body=request.body.size > 0,
            upgrade="sec-websocket-key" in said or destination == "websocket",
            known=known, fetched_before=without_fragment(request.url) in self.memory.fetched,
            carries=page and not known and self._carries(request), pressed=self._window is not None,
            spent=key is not None and (key in self._spent or key in self._pending),
            browser_own=request.url.startswith("https:") and destination != "document"
            and said.get("sec-fetch-site", "none") == "none")
        return facts, key

    def _carries(self, request: WireRequest) -> bool:
        return self._tracer is not None and bool(self._tracer.find(request.url))

    # The three verdicts

    async def _refuse(self, connection: BrowserConnection, request: WireRequest, reason: Reason, *,
                      stay: bool = False) -> None:
        self._refused(request.method, urlsplit(request.url).hostname or "", reason.value)
        await connection.answer(204 if stay and self.phase is Phase.ARMED else 403)

    def _refused(self, method: str, host: str, reason: str) -> None:
        refusal = Refusal(method, host, reason)
        self.refusals.append(refusal)
        if self._window is not None:
            self._window.refused.append(refusal)

    async def _pass(self, connection: BrowserConnection, request: WireRequest, facts: RequestFacts) -> None:
        headers = request.headers
        if self.phase is Phase.OPEN:
            remember(headers, self.memory)
            self.memory.fetched.add(request.url)
        else:
            headers = clean(headers, self.memory, bare=facts.relation is Relation.THIRD)
        try:
            response = await self._upstream.send(request, headers)
        except Unreachable as problem:
            self.failures[request.url] = problem
            await self._say(connection, problem)
            return
        try:
            await self._relay(connection, request, response)
        finally:
            await response.aclose()

    async def _hold(self, connection: BrowserConnection, request: WireRequest, facts: RequestFacts,
                    key: Digest | None) -> None:
        loop = asyncio.get_running_loop()
        if self._window is None:  # closed since the verdict
            await connection.answer(204 if facts.page else 403)
            return
        made = page_made(request.headers, self.memory)
        hold = Hold(request, made, facts.page, facts.relation is Relation.THIRD, request.url in self._resent,
                    loop.create_future(), loop.create_future())
        key = key or digest(request, made)
        self._pending.add(key)
        self._window.holds.put_nowait(hold)
        gone = asyncio.ensure_future(connection.gone())
        try:
            waiting: set[asyncio.Future[Any]] = {hold.ending, gone}
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            hold.end(Ending.GONE)
            ending, submission_id = hold.ending.result()
            await _cancelled(gone)
            if ending is Ending.SEND:
                await self._send_once(connection, hold, submission_id, key)
            else:
                hold.answer.set_result(Answer(sent=False))
                await connection.answer(204 if facts.page else 403)
        finally:
            self._pending.discard(key)
            await _cancelled(gone)
            hold.end(Ending.GONE)
            if not hold.answer.done():
                hold.answer.set_result(Answer(sent=False))

    async def _send_once(self, connection: BrowserConnection, hold: Hold, submission_id: int, key: Digest) -> None:
        spent = False

        async def first_byte() -> None:
            nonlocal spent
            await self._ledger.begin_sending(submission_id, key)
            spent = True
            self._spent.add(key)

        try:
            answer = await self._upstream.send_once(hold.request, first_byte)
        except StoreProblem as problem:   # no approval, or the disk refused: not a byte went out
            hold.answer.set_result(Answer(sent=False, problem=str(problem)))
            await connection.answer(204 if hold.page else 403)
            return
        except BaseException as problem:
            await self._note_failure(hold, submission_id, problem, spent=spent)
            if not isinstance(problem, Unreachable):
                raise
            await self._say(connection, problem)
            return
        try:
            await self._ledger.answered(submission_id, answer.response.status)
            hold.answer.set_result(Answer(sent=True, status=answer.response.status))
            await self._relay(connection, hold.request, answer.response)
        finally:
            await answer.close()

    async def _note_failure(self, hold: Hold, submission_id: int, problem: BaseException, *, spent: bool) -> None:
        text = str(problem) if isinstance(problem, GateProblem) else "It was interrupted."
        if spent:
            await asyncio.shield(self._ledger.unknown(submission_id))
        else:
            await asyncio.shield(self._ledger.not_sent(submission_id, type(problem).__name__))
        if not hold.answer.done():
            hold.answer.set_result(Answer(sent=spent, problem=text))

    # Answers on their way back

    async def _relay(self, connection: BrowserConnection, request: WireRequest, response: httpcore.Response) -> None:
        headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers]
        scanner = self._learn(request, response.status, headers)

        async def content() -> AsyncIterator[bytes]:
            with contextlib.suppress(httpcore.NetworkError, httpcore.TimeoutException):
                async for chunk in response.aiter_stream():
                    if scanner is not None:
                        scanner.feed(chunk)
                    yield chunk
                return
            raise EOFError  # broken off: the browser must not take it for whole

        if request.method == "HEAD" or response.status in (204, 304):
            await connection.answer(response.status, headers, _empty())
        else:
            await connection.answer(response.status, headers, content())

    def _learn(self, request: WireRequest, status: int, headers: list[tuple[str, str]]) -> Scanner | None:
        said = {name.lower(): value for name, value in headers}
        self.memory.cookies.update(set_cookie_pair(v) for n, v in headers if n.lower() == "set-cookie")
        if not self.is_first_party(request.url):
            return None
        if status in REDIRECTS and "location" in said:
            target = self._redirected(request, status, said["location"])
            if not self.is_first_party(target):
                return None
        if 200 <= status < 300 and said.get("content-type", "").startswith("text/html"):
            self.memory.deliver(request.url)
        return Scanner(self.memory, request.url, said.get("content-type", ""), said.get("content-encoding", ""))

    def _redirected(self, request: WireRequest, status: int, location: str) -> str:
        """Notes where a redirect leads. Only a plain read of the task's own site becomes known."""
        probe = Memory()
        target = probe.redirect(request.url, location)
        if status in (307, 308) and request.method not in READS:
            self._resent.add(without_fragment(target))
        elif self.is_first_party(target):
            self.memory.give(target)
        return target

    async def _say(self, connection: BrowserConnection, problem: Unreachable) -> None:
        page = f"<!doctype html><title>Not reached</title><p>{problem}</p>".encode()
        await connection.answer(502, [("Content-Type", "text/html; charset=utf-8")], page)


async def _cancelled(task: asyncio.Future[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError, OSError, ssl.SSLError):
        await task


async def _empty() -> AsyncIterator[bytes]:
    return
    yield b""
