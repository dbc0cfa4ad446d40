"""Speaks HTTP/1.1 on one connection: reads requests whole, writes replies, within limits of size."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import replace
from email.utils import formatdate
from http import HTTPStatus

import h11

from agent.practice.council import Council
from agent.practice.errors import Malformed, TooLarge
from agent.practice.messages import Incoming, Reply

MAX_BODY = 20 * 1024 * 1024
"""Bytes of a request body; more is refused with 413."""

_CHUNK = 64 * 1024
_MAX_HEAD = 64 * 1024
_LINGER = 2.0
"""Seconds to go on reading after refusing a body, so that the sender sees the answer instead of a reset."""


class Connection:
    """One client's connection: request after request until either side has had enough."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, council: Council) -> None:
        self._reader = reader
        self._writer = writer
        self._council = council
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=_MAX_HEAD)
        self._latest = b""       # what was read last, to be noted when it turns out not to be HTTP

    async def run(self) -> None:
        """Serves until the connection ends."""
        try:
            while await self._turn():
                self._http.start_next_cycle()
        except ConnectionError:
            pass
        finally:
            self._writer.close()
            with contextlib.suppress(ConnectionError):
                await self._writer.wait_closed()

    async def _turn(self) -> bool:
        """One request and its reply; False when the connection is over."""
        try:
            head = await self._head()
        except Malformed:
            unread = Incoming("", "", (), self._latest, complete=False)
            return await self._give_up(self._council.refuse(unread, 400))
        if head is None:
            return False
        body = bytearray()
        try:
            await self._body(head, body)
        except TooLarge:
            return await self._give_up(self._council.refuse(_partial(head, body), 413))
        except Malformed:
            return await self._give_up(self._council.refuse(_partial(head, body), 400))
        except (ConnectionError, asyncio.CancelledError):
            self._council.refuse(_partial(head, body), 400)
            raise
        reply = self._council.answer(replace(head, body=bytes(body)))
        await self._write(reply, with_body=head.method != "HEAD")
        return self._http.our_state is h11.DONE and self._http.their_state is h11.DONE

    async def _head(self) -> Incoming | None:
        event = await self._event()
        if not isinstance(event, h11.Request):
            return None
        headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in event.headers)
        return Incoming(event.method.decode("ascii"), event.target.decode("latin-1"), headers)

    async def _body(self, head: Incoming, body: bytearray) -> None:
        # h11 has checked that the header is a number.
        if int(head.header("content-length") or 0) > MAX_BODY:
            raise TooLarge
        while isinstance(event := await self._event(), h11.Data):
            body += event.data
            if len(body) > MAX_BODY:
                raise TooLarge

    async def _event(self) -> object:
        try:
            while (event := self._http.next_event()) is h11.NEED_DATA:
                if self._http.they_are_waiting_for_100_continue:
                    await self._raw(h11.InformationalResponse(status_code=100, headers=[]))
                self._latest = await self._reader.read(_CHUNK)
                self._http.receive_data(self._latest)
        except h11.RemoteProtocolError as problem:
            raise Malformed("not HTTP/1.1") from problem
        return event

    async def _give_up(self, reply: Reply) -> bool:
        with contextlib.suppress(ConnectionError, h11.LocalProtocolError):
            await self._write(reply.with_headers(("Connection", "close")), with_body=True)
            if self._writer.can_write_eof():
                self._writer.write_eof()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LINGER):
                    while await self._reader.read(_CHUNK):
                        pass
        return False

    async def _write(self, reply: Reply, *, with_body: bool) -> None:
        headers = [("Date", formatdate(usegmt=True)), ("Content-Length", str(len(reply.body))), *reply.headers]
        if reply.body:
            headers.append(("Content-Type", reply.content_type))
        reason = HTTPStatus(reply.status).phrase
        await self._raw(h11.Response(status_code=reply.status, headers=headers, reason=reason.encode()))
        if with_body and reply.body:
            await self._raw(h11.Data(data=reply.body))
        await self._raw(h11.EndOfMessage())

    async def _raw(self, event: h11.Event) -> None:
        data = self._http.send(event)
        if data:
            self._writer.write(data)
            await self._writer.drain()


def _partial(head: Incoming, body: bytearray) -> Incoming:
    return replace(head, body=bytes(body), complete=False)
