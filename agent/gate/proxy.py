"""The gate itself: the browser's only way to the network. Judges each request, passes, holds or refuses it.

It listens on loopback for one browser. Its death is that browser's loss of the network.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections import deque
from collections.abc import Iterator, Mapping
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
from agent.gate.forwarding import Headers, chosen, clean, forwardable, page_made, preflight, remember, tidy
from agent.gate.holds import Answer, Ending, Hold, Refusal, Window, Wish
from agent.gate.ledger import Ledger
from agent.gate.lookup import LARGEST, Lookup
from agent.gate.memory import Memory, without_fragment
from agent.gate.permits import Holds, Permits, always
from agent.gate.policy import READS, Phase, Reason, Relation, RequestFacts, Verb, judge
from agent.gate.problems import Unreachable
from agent.gate.release import release
from agent.gate.site import authority_of, read_authority
from agent.gate.trace import Tracer
from agent.gate.upstream import Upstream
from agent.gate.way_out import way_out
from agent.gate.websocket import Sockets
from agent.gate.wire import FileBody, MemoryBody, WireRequest
from agent.protocol import Digest
from agent.store.problems import StoreProblem

MOST_WISHES = 50
"""Refused requests remembered that the person could allow; the newest count."""

MOST_REFUSALS = 500
"""Refusals remembered; a page can cause any number."""


_GRANTABLE = frozenset({Reason.UNATTENDED, Reason.NEW_ADDRESS, Reason.THIRD_PARTY})
"""Refusals that the person's yes could turn."""


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
        self.wishes: deque[Wish] = deque(maxlen=MOST_WISHES)
        self.canary: Canary | None = None
        self.unreached = ""      # where a press led last that nobody named: host and port
        self.in_flight = 0       # requests that were passed on and are not answered to the end
        self._folder = folder
        self._way = way          # the person's setting for the web proxy of their network
        self._ledger = ledger
        self._permits = Permits()
        self._window: Window | None = None
        self._pending: set[Digest] = set()
        self._spent: set[Digest] = set()
        self._copies = Copies(self.memory.copied)
        self._answers = Answers(self.memory, self._copies, self.is_first_party)
        self._sockets = Sockets(self.memory, lambda: self.phase, self._permits.finds, self._socket_refused)
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
        self._upstream = Upstream(self._permits.named, way_out(self._way))
        self.port = await self._doorway.open()

    @property
    def is_open(self) -> bool:
        """Whether it listens for its browser."""
        return self._doorway.is_open

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
        self._permits.admit_site(url)

    def name(self, host: str, port: int) -> None:
        """Makes one host and port reachable without making it a first party."""
        self._permits.named.add((host, port))

    def is_first_party(self, url: str) -> bool:
        """Whether an address belongs to a site of the task."""
        return self._permits.is_first_party(url)

    def watch_for(self, tracer: Tracer, facts: Mapping[str, str] | None = None) -> None:
        """Gives the gate the means to recognise the person's data, and the facts that look-ups may hold."""
        self._permits.watch_for(tracer, facts or {})

    def allow_lookup(self, lookup: Lookup, holds: Holds = always) -> None:
        """Lets a look-up pass for the rest of the task, as the person granted it, while ``holds`` says so."""
        self._permits.allow(lookup, holds)

    def carries(self, request: WireRequest) -> bool:
        """Whether the person's data is recognised in a request; finding none proves nothing."""
        return self._permits.carries(request)

    def grant_socket(self, url: str, holds: Holds = always) -> None:
        """Lets new WebSockets to a first party's wss address stand, whatever their query, while ``holds`` says so.

        Raises:
            ValueError: no wss address.
        """
        self._sockets.grant(url, holds)

    @property
    def refused_sockets(self) -> deque[str]:
        """Addresses (wss, without query) of the first party's WebSockets that were refused for want of a grant."""
        return self._sockets.refused

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
                    self._not_reached(*(found or ("", 0)))
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

    def _not_reached(self, host: str, port: int) -> None:
        if self._window is not None and host:
            self.unreached = f"{host}:{port}"

    def _may_connect(self, host: str, port: int) -> bool:
        heard = self.canary.tunnel(host, port) if self.canary is not None else None
        return self._permits.may_reach(host, port, "https") if heard is None else heard

    async def _handle(self, connection: BrowserConnection, request: WireRequest) -> None:
        if self.canary is not None and (canned := self.canary.canary(request)) is not None:
            status, content_type, content = canned
            await connection.answer(status, [("Content-Type", content_type)], content)
            return
        host, port = authority_of(request.url)
        if not self._permits.may_reach(host, port, urlsplit(request.url).scheme):
            self._not_reached(host, port)
            await self._refuse(connection, request, Reason.NEW_ADDRESS)
            return
        url = without_fragment(request.url)
        if self.phase is Phase.ARMED and request.method in READS and not request.body.size:
            url = self.memory.without_clock(url)
        request = WireRequest(request.method, url, forwardable(request), request.body)
        held, key = request, Digest("")
        made: Headers = ()
        if self._window is not None or request.body.size or request.method not in READS:  # else it is never held
            held = WireRequest(request.method, request.url, tidy(request.headers, self.memory), request.body)
            made = page_made(held.headers, self.memory)
            spooled = isinstance(request.body, FileBody)  # hashing a large one takes seconds
            key = await asyncio.to_thread(digest, held, made) if spooled else digest(held, made)
        # From here to the verdict's first act nothing is awaited: phase, window and memory are of one moment.
        cleaned = clean(request.headers, self.memory)
        facts = self._facts(request, key, cleaned)
        verdict = judge(facts, self.phase)
        if verdict.verb is Verb.REFUSE:
            self._wish(request, facts, verdict.reason)
            if facts.upgrade and facts.relation is Relation.FIRST:
                self._sockets.note_refused(request)
            await self._refuse(connection, request, verdict.reason, stay=facts.page, cut=facts.script)
        elif verdict.verb is Verb.ANSWER:
            await connection.answer(204, preflight(request.headers))
        elif verdict.verb is Verb.HOLD:
            await self._hold(connection, held, made, facts, key)
        elif verdict.verb is Verb.COPY:
            await self._answer_with_copy(connection, request)
        elif verdict.verb is Verb.SOCKET:
            await self._socket(connection, request, cleaned)
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
        composed, standing = self._like_before(request, first=first, page=page, known=known, write=write)
        socket = self._sockets.is_granted(request)
        unsure = (page and not known) or bool(composed) or standing is not None or socket
        granted = not page and self._permits.is_granted(request)
        return RequestFacts(
            method=request.method, relation=Relation.FIRST if first else Relation.THIRD, page=page,
            script=destination in ("empty", ""), has_body=request.body.size > 0,
            upgrade="sec-websocket-key" in said or destination == "websocket",
            known=known or (socket and self._sockets.names(request)), copied=request.url in self._copies,
            spare=self._allowance.covers(chosen(cleaned), cost := 1 + composed + (standing or 0)), cost=cost,
            carries=(unsure and self._permits.carries(request)) or (
                socket and self._permits.finds(said.get("sec-websocket-protocol", ""))),
            pressed=self._window is not None,
            spent=write and (key in self._spent or key in self._pending),
            browser_own=request.url.startswith("https:") and destination != "document"
            and said.get("sec-fetch-site", "none") == "none",
            preflight=request.method == "OPTIONS" and "access-control-request-method" in said and not request.body.size,
            granted=granted, composed=bool(composed), standing=standing is not None, socket_granted=socket)

    def _like_before(self, request: WireRequest, *, first: bool, page: bool, known: bool, write: bool,
                     ) -> tuple[int, int | None]:
        """Of how many delivered pieces a new address is made, and how many values a write changed of an earlier one."""
        if not first or page:
            return 0, None
        if write:
            settled = self.phase is Phase.OPEN and self._window is None  # it passes anyway
            return 0, None if settled else self.memory.standing(request)
        return (self.memory.composed_of(request.url) if self.phase is Phase.ARMED and not known else 0), None

    def _wish(self, request: WireRequest, facts: RequestFacts, reason: Reason) -> None:
        """Remembers a script's request that the person could allow: one whose answer its page would read."""
        if self.phase is Phase.OPEN or facts.page or not facts.script or reason not in _GRANTABLE:
            return
        if request.body.size > LARGEST or request.first("sec-fetch-mode") == "no-cors":
            return
        kept = WireRequest(request.method, request.url, request.headers, MemoryBody(request.body.read()))
        self.wishes.append(Wish(kept, facts.pressed, facts.relation is Relation.FIRST))

    # The verdicts

    async def _refuse(self, connection: BrowserConnection, request: WireRequest, reason: Reason, *,
                      stay: bool = False, cut: bool = False) -> None:
        self._refused(request.method, urlsplit(request.url).hostname or "", reason)
        if cut and reason is Reason.UNATTENDED:
            return  # no answer at all: an autosave takes it for a bad line and tries later, a 403 for a lost session
        await connection.answer(204 if stay and self.phase is Phase.ARMED else 403)

    def _refused(self, method: str, host: str, reason: Reason) -> None:
        self.refusals.append(Refusal(method, host, reason.value))

    def _socket_refused(self, address: str, why: str) -> None:
        self.refusals.append(Refusal("WEBSOCKET", urlsplit(address).hostname or "", why))

    async def _pass(self, connection: BrowserConnection, request: WireRequest, facts: RequestFacts,
                    cleaned: Headers) -> None:
        task = asyncio.current_task()
        self.in_flight += 1
        if self.phase is Phase.OPEN:
            headers = request.headers
            remember(headers, self.memory)
            self.memory.fetched.add(request.url)
            if facts.relation is Relation.FIRST and (facts.has_body or request.method not in READS):
                self.memory.note_write(request)
        else:
            headers = cleaned
            self._allowance.take(chosen(cleaned), facts.cost)
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

    async def _socket(self, connection: BrowserConnection, request: WireRequest, cleaned: Headers) -> None:
        if self.phase is Phase.OPEN:
            headers = request.headers
            remember(tuple(pair for pair in headers if pair[0].lower() != "sec-websocket-key"), self.memory)
            self.memory.fetched.add(request.url)
        else:
            headers = cleaned
            self._allowance.take(chosen(cleaned))
        try:
            await self._sockets.carry(connection, request, headers, self._upstream)
        except Unreachable as problem:
            self.failures[request.url] = problem
            await say(connection, problem)

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
        blind = request.first("sec-fetch-mode") == "no-cors"
        hold = Hold(request, made, facts.page, facts.relation is Relation.THIRD,
                    request.url in self._answers.resent, blind, loop.create_future(), loop.create_future())
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
        self._sockets.beats.renew()
        try:
            await self._answers.relay(connection, hold.request, answer.response, facts)
        finally:
            await answer.close()


async def _cancelled(task: asyncio.Future[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError, OSError, ssl.SSLError):
        await task
