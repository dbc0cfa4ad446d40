"""Answers on their way back to the browser: streamed, read along for the addresses that the site itself names."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncGenerator, Callable
from html import escape
from urllib.parse import urljoin

import httpcore

from agent.gate.browser_side import BrowserConnection
from agent.gate.copies import Copies, Copy, Recorder
from agent.gate.forwarding import Headers, forwardable, set_cookie_pair
from agent.gate.memory import Memory, without_fragment
from agent.gate.policy import READS, RequestFacts
from agent.gate.problems import Unreachable
from agent.gate.scan import Scanner
from agent.gate.upstream import Upstream
from agent.gate.wire import EMPTY, WireRequest

REDIRECTS = frozenset({301, 302, 303, 307, 308})

BROKEN = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException)
"""How an answer may end before its end."""


class Answers:
    """Relays answers and learns from them; ``resent`` holds where a redirect would carry a body to."""

    def __init__(self, memory: Memory, copies: Copies, is_first_party: Callable[[str], bool]) -> None:
        self.resent: set[str] = set()
        self._memory = memory
        self._copies = copies
        self._is_first_party = is_first_party

    async def relay(self, connection: BrowserConnection, request: WireRequest, response: httpcore.Response,
                    facts: RequestFacts, *, copied: bool = False) -> None:
        """Gives the browser an answer as it comes in.

        Args:
            connection: where to.
            request: what it answers.
            response: from upstream; its owner closes it.
            facts: what the request was judged by.
            copied: whether to keep a copy, should it be a whole one.

        Raises:
            EOFError: the site broke off; what the browser got must not look whole.
        """
        headers = _headers(response)
        scanner = self._learn(request, response.status, headers, facts)
        recorder = Recorder() if copied and response.status == 200 else None
        async with contextlib.aclosing(_content(response, scanner or recorder)) as content:
            await connection.answer(response.status, headers, content)
        if recorder is not None:
            self._copies.keep(request.url, Copy(headers, bytes(recorder.body)))

    def _learn(self, request: WireRequest, status: int, headers: Headers, facts: RequestFacts) -> Scanner | None:
        said = {name.lower(): value for name, value in headers}
        self._memory.cookies.update(set_cookie_pair(v) for n, v in headers if n.lower() == "set-cookie")
        if not self._is_first_party(request.url):
            return None
        if status in REDIRECTS and "location" in said and not self._redirected(request, status, said["location"]):
            return None
        if facts.page and 200 <= status < 300 and said.get("content-type", "").startswith("text/html"):
            self._memory.deliver(request.url)
        return Scanner(self._memory, request.url, said.get("content-type", ""), said.get("content-encoding", ""))

    def _redirected(self, request: WireRequest, status: int, location: str) -> bool:
        """Notes where a redirect leads; says whether that is one of the task's sites.

        Only a plain read of the task's own site becomes known.
        """
        try:
            target = without_fragment(urljoin(request.url, location))
            own = self._is_first_party(target)
        except ValueError:  # no address at all
            return False
        again = status in (307, 308) or request.method not in (*READS, "POST")  # a POST turns into a GET at 301 and 302
        if again and request.method not in READS:
            self.resent.add(target)
        elif own:
            self._memory.give(target)
        return own


async def fetch_plainly(upstream: Upstream, url: str) -> Copy | None:
    """Fetches an address of another site for the gate itself: nothing in it was chosen by a page."""
    with contextlib.suppress(Unreachable, *BROKEN):
        plain = WireRequest("GET", url, (("Accept", "*/*"), ("Accept-Encoding", "gzip, deflate")), EMPTY)
        response = await upstream.send(plain, forwardable(plain))
        try:
            body = await response.aread()
            return Copy(_headers(response), body) if response.status == 200 else None
        finally:
            await response.aclose()
    return None


async def say(connection: BrowserConnection, problem: Unreachable) -> None:
    """Shows the person in the page why there is no answer."""
    page = f"<!doctype html><title>Not reached</title><p>{escape(str(problem))}</p>".encode()
    await connection.answer(502, [("Content-Type", "text/html; charset=utf-8")], page)


async def _content(response: httpcore.Response, reader: Scanner | Recorder | None) -> AsyncGenerator[bytes, None]:
    """An answer's body as it comes in, read along by the gate."""
    try:
        async for chunk in response.aiter_stream():
            if reader is not None:
                reader.feed(chunk)
            yield chunk
    except BROKEN as problem:
        raise EOFError from problem  # the browser must not take it for whole


def _headers(response: httpcore.Response) -> Headers:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers)
