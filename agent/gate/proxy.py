"""The gate itself: the browser's only way to the network. Judges each request, passes, holds or refuses it.

It listens on loopback for one browser. Its death is that browser's loss of the network.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections import deque
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from agent.gate.allowance import Allowance
from agent.gate.answers import Answers, fetch_plainly, say
from agent.gate.browser_side import BrowserConnection
from agent.gate.canonical import digest
from agent.gate.certificate import make_certificate
from agent.gate.copies import Copies
from agent.gate.doorway import Doorway
from agent.gate.forwarding import Headers, chosen, clean, forwardable, page_made, remember, tidy
from agent.gate.holds import Answer, Ending, Hold, Refusal, Window
from agent.gate.ledger import Ledger
from agent.gate.memory import Memory, without_fragment
from agent.gate.policy import READS, Phase, Reason, Relation, RequestFacts, Verb, judge
from agent.gate.problems import Unreachable
from agent.gate.release import release
from agent.gate.site import authority_of, is_private_name, read_authority, site_of
from agent.gate.trace import Tracer
from agent.gate.upstream import Upstream
from agent.gate.way_out import way_out
from agent.gate.wire import FileBody, WireRequest
from agent.protocol import Digest
from agent.store.problems import StoreProblem

WEB_PORTS = {"http": 80, "https": 443}
"""Every other port must be named by the person."""

MOST_REFUSALS = 500
"""Refusals remembered; a page can cause any number."""


class Canary(Protocol):
    """The self-test's ears."""

    def tunnel(self, host: str, port: int) -> bool | None:
        """Hears the wish for a tunnel: whether it may stand; None leaves it to the gate."""

    def canary(self, request: WireRequest) -> tuple[int, str, bytes] | None:
        """Hears a request and answers it with status, type and content; None leaves it to the policy."""


class Gate:
    """One gate for one browser."""

    def __init__(self, folder: Path, ledger: Ledger, memory: Memory | None = None, way: str = "system") -> None:
        self.phase = Phase.OPEN
        self.memory = memory or Memory()
        self.failures: dict[str, Unreachable] = {}
        self.refusals: deque[Refusal] = deque(maxlen=MOST_REFUSALS)
        self.canary: Canary | None = None
        self.in_flight = 0       # requests that were passed on and are not answered to the end
        self._folder = folder
        self._way = way          # the person's setting for the web proxy of their network
        self._ledger = ledger
        self._named: set[tuple[str, int]] = set()
        self._sites: set[str] = set()
        self._tracer: Tracer | None = None
        self._window: Window | None = None
        self._pending: set[Digest] = set()
        self._spent: set[Digest] = set()
        self._copies = Copies(self.memory.copied)
        self._answers = Answers(self.memory, self._copies, self.is_first_party)
        self._allowance = Allowance()
        self._elsewhere: set[asyncio.Task[Any]] = set()   # answers of other sites that are still coming in
        self._doorway = Doorway(folder, self._converse)

    def stand_for(self, ledger: Ledger) -> None:
        """Gives a gate that was started before the store was open its ledger."""
        self._ledger = ledger

    async def start(self) -> None:
        """Listens on a free loopback port."""
        certificate = make_certificate(self._folder)
        self._context, self.pin = certificate.context, certificate.pin
        self._upstream = Upstream(self._named, way_out(self._way))
        self.port = await self._doorway.open()

    async def close(self) -> None:
        """Ends every connection; what is held is not sent."""
        await self._doorway.close()
        await self._copies.close()
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
        if self.phase is Phase.OPEN:
            self.phase = Phase.ARMED
            for task in self._elsewhere:  # another site would learn from when the page hangs up
                task.cancel()

    # Presses and what they cause

    @contextlib.contextmanager
    def window(self) -> Iterator[Window]:
        """From just before a press until what it caused has settled. What is still held then is not sent."""
        self._window = window = Window()
        self._allowance.pressed()
        self._spent.clear()  # a fresh press may mean to send the same again; the person is asked either way
        try:
            yield window
        finally:
            self._window = None
            window.close()

    # The browser's connections

    async def _converse(self, connection: BrowserConnection) -> None:
        while (request := await connection.next_request()) is not None:
            if request.method == "CONNECT":
                found = read_authority(request.url, None)
                if found is None or not self._may_connect(*found):
                    self._refused("CONNECT", found[0] if found else "", Reason.NEW_ADDRESS)
                    await connection.answer(403)
                    return
                await connection.tunnel(*found, self._context)
                continue
            try:
                await self._handle(connection, request)
            finally:
                if isinstance(request.body, FileBody):
                    request.body.close()
            if not connection.reusable:
                return

    def _may_connect(self, host: str, port: int) -> bool:
        heard = self.canary.tunnel(host, port) if self.canary is not None else None
        return self._may_reach(host, port, "https") if heard is None else heard

    def _may_reach(self, host: str, port: int, scheme: str) -> bool:
        return (host, port) in self._named or (port == WEB_PORTS.get(scheme) and not is_private_name(host))

    async def _handle(self, connection: BrowserConnection, request: WireRequest) -> None:
        if self.canary is not None and (canned := self.canary.canary(request)) is not None:
            status, content_type, content = canned
            await connection.answer(status, [("Content-Type", content_type)], content)
            return
        host, port = authority_of(request.url)
        if not self._may_reach(host, port, urlsplit(request.url).scheme):
            await self._refuse(connection, request, Reason.NEW_ADDRESS)
            return
        request = WireRequest(request.method, without_fragment(request.url), forwardable(request), request.body)
        held = WireRequest(request.method, request.url, tidy(request.headers, self.memory), request.body)
        made = page_made(held.headers, self.memory)
        spooled = isinstance(request.body, FileBody)  # hashing a large one takes seconds
        key = await asyncio.to_thread(digest, held, made) if spooled else digest(held, made)
        # From here to the verdict's first act nothing is awaited: phase, window and memory are of one moment.
        cleaned = clean(request.headers, self.memory)
        facts = self._facts(request, key, cleaned)
        verdict = judge(facts, self.phase)
        if verdict.verb is Verb.REFUSE:
            await self._refuse(connection, request, verdict.reason, stay=facts.page)
        elif verdict.verb is Verb.HOLD:
            await self._hold(connection, held, made, facts, key)
        elif verdict.verb is Verb.COPY:
            await self._answer_with_copy(connection, request)
        else:
            await self._pass(connection, request, facts, cleaned)

    def _facts(self, request: WireRequest, key: Digest, cleaned: Headers) -> RequestFacts:
        said = {name.lower(): value for name, value in request.headers}
        first = self.is_first_party(request.url)
        destination = said.get("sec-fetch-dest", "")
        page = destination == "document" or (destination in ("iframe", "frame") and first) or (
            not destination and "upgrade-insecure-requests" in said)  # plain http gets no Sec-Fetch headers
        known = self.memory.is_known(request.url)
        write = request.method not in READS or request.body.size > 0
        return RequestFacts(
            method=request.method, relation=Relation.FIRST if first else Relation.THIRD, page=page,
            script=destination in ("empty", ""), has_body=request.body.size > 0,
            upgrade="sec-websocket-key" in said or destination == "websocket",
            known=known, copied=request.url in self._copies, spare=self._allowance.covers(chosen(cleaned)),
            carries=page and not known and self._carries(request), pressed=self._window is not None,
            spent=write and (key in self._spent or key in self._pending),
            browser_own=request.url.startswith("https:") and destination != "document"
            and said.get("sec-fetch-site", "none") == "none")

    def _carries(self, request: WireRequest) -> bool:
        return self._tracer is not None and bool(self._tracer.find(request.url))

    # The four verdicts

    async def _refuse(self, connection: BrowserConnection, request: WireRequest, reason: Reason, *,
                      stay: bool = False) -> None:
        self._refused(request.method, urlsplit(request.url).hostname or "", reason)
        await connection.answer(204 if stay and self.phase is Phase.ARMED else 403)

    def _refused(self, method: str, host: str, reason: Reason) -> None:
        self.refusals.append(Refusal(method, host, reason.value))

    async def _pass(self, connection: BrowserConnection, request: WireRequest, facts: RequestFacts,
                    cleaned: Headers) -> None:
        task = asyncio.current_task()
        self.in_flight += 1
        if self.phase is Phase.OPEN:
            headers = request.headers
            remember(headers, self.memory)
            self.memory.fetched.add(request.url)
        else:
            headers = cleaned
            self._allowance.take(chosen(cleaned))
        if task is not None and facts.relation is Relation.THIRD:
            self._elsewhere.add(task)
        try:
            response = await self._upstream.send(request, headers)
            try:
                await self._answers.relay(connection, request, response, facts, copied=self._to_copy(request, facts))
            finally:
                await response.aclose()
        except Unreachable as problem:
            self.failures[request.url] = problem
            await say(connection, problem)
        finally:
            self.in_flight -= 1
            self._elsewhere.discard(task)

    def _to_copy(self, request: WireRequest, facts: RequestFacts) -> bool:
        return (self.phase is Phase.OPEN and facts.relation is Relation.THIRD and request.method == "GET"
                and not facts.page)

    async def _answer_with_copy(self, connection: BrowserConnection, request: WireRequest) -> None:
        copy = await self._copies.get(request.url, partial(fetch_plainly, self._upstream))
        if copy is None:
            await connection.answer(403)
        else:
            await connection.answer(200, copy.headers, copy.body)

    async def _hold(self, connection: BrowserConnection, request: WireRequest, made: Headers, facts: RequestFacts,
                    key: Digest) -> None:
        loop = asyncio.get_running_loop()
        hold = Hold(request, made, facts.page, facts.relation is Relation.THIRD, request.url in self._answers.resent,
                    loop.create_future(), loop.create_future())
        self._pending.add(key)
        if self._window is not None:  # held only while there is one
            self._window.catch(hold)
        gone = asyncio.ensure_future(connection.gone())
        try:
            waiting: set[asyncio.Future[Any]] = {hold.ending, gone}
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            hold.end(Ending.GONE)
            ending, submission_id = hold.ending.result()
            await _cancelled(gone)
            if ending is Ending.SEND:
                await self._send(connection, hold, submission_id, key, facts)
            else:
                hold.settle(Answer(sent=False))
                await connection.answer(204 if facts.page else 403)
        finally:
            if hold.spent:
                self._spent.add(key)
            self._pending.discard(key)
            await _cancelled(gone)
            hold.end(Ending.GONE)
            hold.settle(Answer(sent=False))

    async def _send(self, connection: BrowserConnection, hold: Hold, submission_id: int, key: Digest,
                    facts: RequestFacts) -> None:
        try:
            answer = await release(hold, submission_id, key, self._upstream, self._ledger)
        except StoreProblem:
            await connection.answer(204 if facts.page else 403)
            return
        except Unreachable as problem:
            await say(connection, problem)
            return
        self._allowance.renew()
        try:
            await self._answers.relay(connection, hold.request, answer.response, facts)
        finally:
            await answer.close()


async def _cancelled(task: asyncio.Future[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError, OSError, ssl.SSLError):
        await task
