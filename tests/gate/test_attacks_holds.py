"""Races and replays around one approval: it is spent once, and what is said about it is true."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from agent.gate.canonical import digest
from agent.gate.holds import Ending, Hold, Window
from agent.gate.proxy import Gate
from agent.protocol import Digest
from agent.store.problems import CannotRecord
from tests.gate.conftest import RecordingLedger
from tests.gate.raw import Line, ask, line, request
from tests.gate.test_attacks_wire import PAGE_HEADERS
from tests.parts.recording import RecordingSite

SCRIPT_HEADERS = "Sec-Fetch-Dest: empty\r\nSec-Fetch-Site: same-origin\r\n"


@asynccontextmanager
async def held(gate: Gate, site: RecordingSite, *, headers: str = PAGE_HEADERS,
               body: bytes = b"n=1") -> AsyncIterator[tuple[Line, Hold, Window]]:
    gate.admit(site.url)
    gate.arm()
    with gate.window() as window:
        async with line(gate.port) as made:
            await made.send(request("POST", site.url + "/a", headers, body))
            yield made, await asyncio.wait_for(window.holds.get(), 20), window


def approve(ledger: RecordingLedger, hold: Hold, number: int = 1) -> None:
    ledger.approved[number] = digest(hold.request, hold.made)
    hold.end(Ending.SEND, number)


async def test_an_answer_that_can_not_be_recorded_is_never_called_not_sent(
        bare: Gate, ledger: RecordingLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(_number: int, _status: int) -> None:
        raise CannotRecord("the disk is full")

    monkeypatch.setattr(ledger, "answered", full)
    with RecordingSite() as site:
        async with held(bare, site) as (made, hold, _):
            approve(ledger, hold)
            assert b" 200 " in await made.head()
            assert (hold.answer.result().sent, hold.answer.result().status) == (True, 0)
        assert len(site.writes) == 1


async def test_a_gate_that_ends_while_sending_is_being_recorded_leaves_a_doubt(
        bare: Gate, ledger: RecordingLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    writing, written, record = asyncio.Event(), asyncio.Event(), ledger.begin_sending

    async def slow(number: int, key: Digest) -> None:
        writing.set()
        await written.wait()
        await record(number, key)

    monkeypatch.setattr(ledger, "begin_sending", slow)
    with RecordingSite() as site:
        async with held(bare, site) as (_, hold, _window):
            approve(ledger, hold)
            await asyncio.wait_for(writing.wait(), 20)
            closing = asyncio.ensure_future(bare.close())
            await asyncio.sleep(0.05)
            written.set()
            await closing
            assert hold.answer.result().sent  # "sending" is on disk: nobody may say that nothing was sent
        assert ledger.events == [("sending", 1), ("unknown", 1)]
        assert site.writes == []


async def test_a_run_that_stops_listening_does_not_change_what_is_recorded(bare: Gate, ledger: RecordingLedger) -> None:
    with RecordingSite() as site:
        async with held(bare, site) as (made, hold, _):
            hold.answer.cancel()  # what awaiting it in a cancelled task does
            approve(ledger, hold)
            assert b" 200 " in await made.head()
        assert ledger.events == [("sending", 1), ("answered 200", 1)]


async def test_what_was_taken_out_of_a_window_ends_with_it(bare: Gate, ledger: RecordingLedger) -> None:
    with RecordingSite() as site:
        async with line(bare.port) as made:
            bare.admit(site.url)
            bare.arm()
            with bare.window() as window:
                await made.send(request("POST", site.url + "/a", PAGE_HEADERS, b"n=1"))
                hold = await asyncio.wait_for(window.holds.get(), 20)
            assert b" 204 " in await made.head()
            approve(ledger, hold)  # too late
            assert not (await hold.answer).sent
        assert site.writes == []


async def test_one_permit_sends_one_of_two_held_requests(bare: Gate, ledger: RecordingLedger) -> None:
    with RecordingSite() as site:
        async with held(bare, site) as (made, one, window), line(bare.port) as second:
            await second.send(request("POST", site.url + "/a", PAGE_HEADERS, b"n=2"))
            other = await asyncio.wait_for(window.holds.get(), 20)
            ledger.approved[1] = digest(one.request, one.made)
            one.end(Ending.SEND, 1)
            other.end(Ending.SEND, 1)
            one.end(Ending.SEND, 1)
            await asyncio.gather(made.head(), second.head())
        assert [each.body for each in site.writes] == [b"n=1"]


async def test_the_same_request_twice_at_once_is_held_once(bare: Gate, ledger: RecordingLedger) -> None:
    with RecordingSite() as site:
        async with held(bare, site) as (_, hold, window):
            again = await ask(bare.port, request("POST", site.url + "/a", PAGE_HEADERS, b"n=1"))
            assert b" 204 " in again
            assert window.holds.empty()
            approve(ledger, hold)
            await hold.answer
            again = await ask(bare.port, request("POST", site.url + "/a", PAGE_HEADERS, b"n=1"))
            assert b" 204 " in again
        assert len(site.writes) == 1


async def test_a_browser_that_hangs_up_after_the_approval_gets_it_sent_once(
        bare: Gate, ledger: RecordingLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    writing, written, record = asyncio.Event(), asyncio.Event(), ledger.begin_sending

    async def slow(number: int, key: Digest) -> None:
        writing.set()
        await written.wait()
        await record(number, key)

    monkeypatch.setattr(ledger, "begin_sending", slow)
    with RecordingSite() as site:
        async with held(bare, site) as (made, hold, _):
            approve(ledger, hold)
            await asyncio.wait_for(writing.wait(), 20)
            await made.close()
            written.set()
            assert (await asyncio.wait_for(hold.answer, 20)).sent
            repeated = await ask(bare.port, request("POST", site.url + "/a", PAGE_HEADERS, b"n=1"))
            assert b" 204 " in repeated  # the browser's own repeat of it
        assert ledger.events == [("sending", 1), ("answered 200", 1)]
        assert len(site.writes) == 1


async def test_a_browser_that_hung_up_before_the_approval_gets_nothing_sent(bare: Gate,
                                                                           ledger: RecordingLedger) -> None:
    with RecordingSite() as site:
        async with held(bare, site) as (made, hold, _):
            await made.close()
            assert not (await asyncio.wait_for(hold.answer, 20)).sent
            approve(ledger, hold)
        assert site.writes == []
        assert ledger.events == []


async def test_what_was_approved_is_bound_to_every_header_a_script_can_set(bare: Gate, ledger: RecordingLedger) -> None:
    bare.memory.headers.add(("x-http-method-override", "DELETE"))
    bare.memory.headers.add(("x-tenant", "other"))
    with RecordingSite() as site:
        async with held(bare, site, headers=SCRIPT_HEADERS) as (_, plain, window):
            approved = digest(plain.request, plain.made)
            for extra in ("X-HTTP-Method-Override: DELETE\r\n", "X-Tenant: other\r\n"):
                async with line(bare.port) as second:
                    await second.send(request("POST", site.url + "/a", SCRIPT_HEADERS + extra, b"n=1"))
                    other = await asyncio.wait_for(window.holds.get(), 20)
                    assert digest(other.request, other.made) != approved
                    ledger.approved[1] = approved
                    other.end(Ending.SEND, 1)
                    assert not (await other.answer).sent
        assert site.writes == []


async def test_a_held_address_takes_no_referring_address_along(bare: Gate, ledger: RecordingLedger) -> None:
    with RecordingSite() as site:
        bare.admit(site.url)
        bare.arm()
        with bare.window() as window:
            async with line(bare.port) as made:
                said = f"Referer: {site.url}/?d=SECRET\r\nAccept-Language: SECRET\r\nX-A: SECRET\r\n"
                await made.send(request("GET", site.url + "/search?n=1", PAGE_HEADERS + said))
                hold = await asyncio.wait_for(window.holds.get(), 20)
                assert hold.made == (("x-a", "SECRET"),)
                approve(ledger, hold)
                assert b" 200 " in await made.head()
        assert [name for name, value in site.arrived[0].headers if "SECRET" in value] == ["X-A"]
