"""A page that says what was typed by choosing among known addresses, cookies and headers; and by when it hangs up."""

from __future__ import annotations

import asyncio

from agent.gate.allowance import READS, SETS
from agent.gate.canonical import digest
from agent.gate.holds import Ending
from agent.gate.memory import Memory
from agent.gate.proxy import Gate
from tests.gate.conftest import RecordingLedger
from tests.gate.raw import RawSite, ask, line, request
from tests.gate.test_attacks_wire import PAGE_HEADERS
from tests.parts.recording import Arrived, RecordingSite, Reply

IMAGE = "Sec-Fetch-Dest: image\r\nSec-Fetch-Site: cross-site\r\n"
SCRIPT = "Sec-Fetch-Dest: empty\r\nSec-Fetch-Site: same-origin\r\n"


async def open_page(gate: Gate, site: RecordingSite) -> None:
    gate.admit(site.url + "/")
    assert b" 200 " in await ask(gate.port, request("GET", site.url + "/", PAGE_HEADERS))


async def test_another_site_hears_nothing_once_something_was_typed_and_its_files_still_work(bare: Gate) -> None:
    with RecordingSite(answerer=lambda asked: Reply(body=asked.target.encode())) as other, RecordingSite() as site:
        bare.name("127.0.0.1", other.port)
        await open_page(bare, site)
        for turn, bit in enumerate("010110100001101001"):  # one of two known addresses, chosen by what was typed
            if turn == 2:
                bare.arm()
            async with line(bare.port) as made:
                await made.send(request("GET", f"{other.url}/{bit}.png", IMAGE + "Connection: close\r\n"))
                assert (await made.rest()).endswith(f"/{bit}.png".encode())
        assert [each.target for each in other.arrived] == ["/0.png", "/1.png"]


async def test_a_resumed_task_asks_other_sites_for_everything_it_knew_whatever_the_page_asks(bare: Gate) -> None:
    with RecordingSite() as other:
        kept = {f"{other.url}/{name}.js" for name in "abc"}
        again = Gate(bare._folder, RecordingLedger(), Memory.load(Memory(copied=kept).dump()))
        again.name("127.0.0.1", other.port)
        again.arm()
        await again.start()
        for _ in range(3):
            assert b" 200 " in await ask(again.port, request("GET", f"{other.url}/b.js", IMAGE))
        assert b" 403 " in await ask(again.port, request("GET", f"{other.url}/d.js", IMAGE))
        await again.close()
        assert sorted(each.target for each in other.arrived) == ["/a.js", "/b.js", "/c.js"]
        assert all(not each.header("Referer") and not each.header("Cookie") for each in other.arrived)


async def test_streams_of_other_sites_end_when_typing_begins(bare: Gate) -> None:
    cut = asyncio.Event()

    async def endless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n")
        await reader.read()
        cut.set()

    async with RawSite(endless) as other:
        bare.name("127.0.0.1", other.port)
        async with line(bare.port) as made:
            await made.send(request("GET", other.url + "/", SCRIPT))
            assert b" 200 " in await made.head()
            bare.arm()
            await asyncio.wait_for(cut.wait(), 20)


async def test_first_party_reads_are_bounded_until_the_next_approved_sending(bare: Gate,
                                                                          ledger: RecordingLedger) -> None:
    names = "".join(f'"/{n}" ' for n in range(256))
    with RecordingSite({"/": names}) as site:
        await open_page(bare, site)
        bare.arm()
        async with line(bare.port) as made:
            for n in range(READS + 40):
                await made.send(request("GET", f"{site.url}/{n % 256}", SCRIPT))
                head = await made.head()
                await made.reader.readexactly(int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0]))
        assert len(site.arrived) == 1 + READS
        with bare.window() as window:
            async with line(bare.port) as made:
                await made.send(request("POST", site.url + "/a", PAGE_HEADERS, b"n=1"))
                hold = await asyncio.wait_for(window.holds.get(), 20)
                ledger.approved[1] = digest(hold.request, hold.made)
                hold.end(Ending.SEND, 1)
                await made.head()
        assert b" 200 " in await ask(bare.port, request("GET", site.url + "/1", SCRIPT))


async def test_known_cookies_and_headers_can_not_be_shuffled_into_an_alphabet(bare: Gate) -> None:
    def cookies(asked: Arrived) -> Reply:
        return Reply(headers=tuple(("Set-Cookie", f"c{n}=1") for n in range(20)) if asked.target == "/set" else ())

    with RecordingSite({"/": '"/ping" "/set"'}, cookies) as site:
        await open_page(bare, site)
        await ask(bare.port, request("GET", site.url + "/set", SCRIPT))
        for n in range(20):
            await ask(bare.port, request("GET", site.url + "/ping", SCRIPT + f"X-{n}: 1\r\n"))
        bare.arm()
        before = len(site.arrived)
        for n in range(20):
            await ask(bare.port, request("GET", site.url + "/ping", SCRIPT + f"Cookie: c{n}=1\r\nX-{n}: 1\r\n"))
            await ask(bare.port, request("GET", site.url + "/ping", SCRIPT + f"Referer: {site.url}/{n}\r\n"))
        after = site.arrived[before:]
        assert len({(each.header("Cookie"), *(each.header(f"X-{n}") for n in range(20))) for each in after}) <= SETS
        assert {each.header("Referer") for each in after} <= {"", site.url + "/"}


async def test_a_script_can_not_walk_letter_by_letter_through_folders_that_answer(bare: Gate) -> None:
    letters = "".join(f'"{letter}/" ' for letter in "abcdefghijklmnopqrstuvwxyz")
    with RecordingSite({"/": letters}, lambda _asked: Reply(body=letters.encode())) as site:
        await open_page(bare, site)
        bare.arm()
        for depth in range(1, 8):
            await ask(bare.port, request("GET", f"{site.url}/{'/'.join('eleanor'[:depth])}/", SCRIPT))
        assert [each.target for each in site.arrived] == ["/", "/e/"]
