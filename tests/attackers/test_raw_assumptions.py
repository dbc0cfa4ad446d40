"""What policy and headers take for granted, at the gate's raw port: whatever a script or a browser could write."""

from __future__ import annotations

import asyncio

import pytest

from agent.gate.canonical import digest
from agent.gate.forwarding import FIXED
from agent.gate.holds import Ending
from agent.gate.proxy import Gate
from tests.gate.conftest import RecordingLedger, bare, ledger, unclaimed  # noqa: F401 - fixtures
from tests.gate.raw import ask, line, request
from tests.parts.recording import RecordingSite, Reply

DOCUMENT = "Sec-Fetch-Dest: document\r\nSec-Fetch-Site: none\r\n"
UPGRADES = "Upgrade-Insecure-Requests: 1\r\n"
PAGE = '<form action="/send"></form> "/ping" "@THIRD@/x" <input value="tok1234567890">'


async def first(gate: Gate, site: RecordingSite) -> None:
    gate.admit(site.url + "/")
    assert b" 200 " in await ask(gate.port, request("GET", site.url + "/", DOCUMENT))
    site.arrived.clear()


@pytest.mark.parametrize("headers", ["", UPGRADES, "Sec-Fetch-Dest: iframe\r\n", "Sec-Fetch-Dest: empty\r\n",
                                     UPGRADES + "Sec-Fetch-Dest: image\r\n", "Upgrade: h2c\r\n",
                                     "Purpose: prefetch\r\n"])
async def test_whatever_a_request_calls_itself_an_unknown_address_is_not_read_once_armed(bare: Gate,  # noqa: F811
                                                                                         headers: str) -> None:
    with RecordingSite({"/": PAGE}) as site:
        await first(bare, site)
        bare.arm()
        for method in ("GET", "HEAD"):
            assert b" 20" not in (await ask(bare.port, request(method, site.url + "/?d=x", headers))).replace(
                b" 204 ", b"")
        assert site.arrived == []


@pytest.mark.parametrize("headers", ["", UPGRADES, DOCUMENT, "Sec-Fetch-Dest: iframe\r\n", "Sec-Fetch-Dest: empty\r\n",
                                     "Sec-Fetch-Dest: image\r\n", "Sec-Fetch-Dest: report\r\n", "Ping-To: /x\r\n"])
@pytest.mark.parametrize("pressed", [False, True])
async def test_whatever_a_write_calls_itself_it_does_not_leave_by_itself(bare: Gate, headers: str,  # noqa: F811
                                                                         pressed: bool) -> None:
    with RecordingSite({"/": PAGE}) as site, RecordingSite() as third:
        bare.name("127.0.0.1", third.port)
        await first(bare, site)
        bare.arm()
        with bare.window() if pressed else _nothing() as window:
            async with line(bare.port) as one, line(bare.port) as two:
                await one.send(request("POST", site.url + "/send", headers, b"d=x"))
                await two.send(request("POST", third.url + "/x", headers, b"d=x"))
                await asyncio.sleep(0.1)
                if window is not None:
                    window.close()
                assert b" 200 " not in await one.head()
                assert b" 200 " not in await two.head()
        assert (site.arrived, third.arrived) == ([], [])


class _nothing:
    def __enter__(self) -> None:
        return None

    def __exit__(self, *_problem: object) -> None:
        return None


async def test_an_approval_given_in_one_window_does_not_serve_in_the_next(bare: Gate,  # noqa: F811
                                                                          ledger: RecordingLedger) -> None:  # noqa: F811
    with RecordingSite({"/": PAGE}) as site:
        await first(bare, site)
        bare.arm()
        body = request("POST", site.url + "/send", DOCUMENT + "Connection: close\r\n", b"d=x")
        for turn in range(2):
            with bare.window() as window:
                async with line(bare.port) as made:
                    await made.send(body)
                    hold = await asyncio.wait_for(window.holds.get(), 20)
                    if turn == 0:
                        ledger.approved[1] = digest(hold.request, hold.made)
                    hold.end(Ending.SEND, 1)
                    answer = await hold.answer
                    assert answer.sent is (turn == 0)
                    await made.rest()  # the gate is done with it
        assert [each.method for each in site.arrived] == ["POST"]


async def test_what_a_third_party_names_is_not_known(bare: Gate) -> None:  # noqa: F811
    with RecordingSite({"/": PAGE}) as site:
        with RecordingSite(answerer=lambda _asked: Reply(body=f'"{site.url}/secret-a" "/secret-b"'.encode())) as third:
            bare.name("127.0.0.1", third.port)
            await first(bare, site)
            await ask(bare.port, request("GET", third.url + "/x", "Sec-Fetch-Dest: script\r\n"))
            bare.arm()
            for path in ("/secret-a", "/secret-b"):
                read = request("GET", site.url + path, "Sec-Fetch-Dest: empty\r\n")
                assert b" 200 " not in await ask(bare.port, read)
        assert site.arrived == []


@pytest.mark.parametrize(("status", "known"), [(301, True), (302, True), (303, True), (307, True), (308, True)])
async def test_a_redirect_makes_its_own_sites_target_known_and_no_other(bare: Gate, status: int,  # noqa: F811
                                                                        known: bool) -> None:
    with RecordingSite({"/": PAGE}) as site, RecordingSite() as third:
        bare.name("127.0.0.1", third.port)
        targets = iter(("/own?x=1", third.url + "/their?x=1"))
        site._answerer = lambda asked: Reply(status, headers=(("Location", next(targets)),)) if (
            asked.target == "/ping") else Reply()
        await first(bare, site)
        for _ in range(2):
            await ask(bare.port, request("GET", site.url + "/ping", "Sec-Fetch-Dest: empty\r\n"))
        bare.arm()
        own = await ask(bare.port, request("GET", site.url + "/own?x=1", DOCUMENT))
        assert (b" 200 " in own) is known
        assert b" 200 " not in await ask(bare.port, request("GET", third.url + "/their?x=1", DOCUMENT))
        assert third.arrived == []


async def test_the_fixed_headers_are_an_alphabet_of_a_known_size(bare: Gate) -> None:  # noqa: F811
    """A read of a known address can say, besides which one it is, one of these sets; README.md counts the bits."""
    said = [{"accept": accept, "priority": priority} for accept in sorted(FIXED["accept"])
            for priority in sorted(FIXED["priority"])]
    with RecordingSite({"/": PAGE}) as site:
        await first(bare, site)
        bare.arm()
        for one in said[:40]:
            lines = "".join(f"{name}: {value}\r\n" for name, value in one.items())
            await ask(bare.port, request("GET", site.url + "/ping", "Sec-Fetch-Dest: empty\r\n" + lines))
            await ask(bare.port, request("GET", site.url + "/ping", "Sec-Fetch-Dest: empty\r\nAccept: text/SECRET\r\n"
                                         "Priority: u=SECRET\r\nDNT: SECRET\r\nPragma: SECRET\r\n"))
        heard = {(each.header("Accept"), each.header("Priority"), each.header("DNT")) for each in site.arrived}
        assert len(heard) <= len(said) + 1
        assert "SECRET" not in repr(site.arrived)
