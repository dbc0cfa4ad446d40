"""A page that hides what was typed in a ping, in the address of a part that it loads, or in a granted look-up."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from agent.gate.lookup import read_lookup, written_out
from agent.gate.memory import Memory
from agent.gate.proxy import Gate
from agent.gate.trace import Tracer
from agent.gate.wire import MemoryBody, WireRequest
from tests.gate.conftest import RecordingLedger
from tests.gate.raw import ask, line, request
from tests.gate.test_attacks_wire import PAGE_HEADERS
from tests.parts.recording import RecordingSite

FETCH = "Sec-Fetch-Dest: empty\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Site: same-origin\r\n"
JSON = "Content-Type: application/json\r\n" + FETCH
READ = "Sec-Fetch-Dest: script\r\nSec-Fetch-Site: same-origin\r\n"
FACTS = {"postal-code": "SH7 4QN", "family-name": "Whitcombe"}
QUERY = b'{"query":"{ streets { id } }","variables":{"after":"cursor-1","n":3}}'
PAGE = """<script>let next = {"after": "cursor-2", "more": "cursor-3"};
const part = (n) => "parts/" + n + "." + {12: "a1b2c3", 13: "d4e5f6"}[n] + ".js";</script>"""


async def typed(gate: Gate, site: RecordingSite) -> None:
    """The page is loaded, has sent its ping and its query, and something was typed."""
    gate.watch_for(Tracer(FACTS), FACTS)
    gate.admit(site.url + "/form/")
    async with line(gate.port) as made:  # to its end: the gate learns from what was delivered
        await made.send(request("GET", site.url + "/form/", PAGE_HEADERS + "Connection: close\r\n"))
        assert b"</script>" in await made.rest()
    assert b" 200 " in await ask(gate.port, request("POST", site.url + "/ping", JSON, b"{}"))
    assert b" 200 " in await ask(gate.port, request("POST", site.url + "/graphql", JSON, QUERY))
    gate.arm()
    site.arrived.clear()


async def test_pings_and_queries_of_before_go_on(bare: Gate) -> None:
    with RecordingSite({"/form/": PAGE}) as site:
        await typed(bare, site)
        assert b" 200 " in await ask(bare.port, request("POST", site.url + "/ping", JSON, b"{}"))
        again = QUERY.replace(b"cursor-1", b"cursor-2")  # the next page of results, by the site's own cursor
        for body in (QUERY, again):
            assert b" 200 " in await ask(bare.port, request("POST", site.url + "/graphql", JSON, body))
        assert [each.body for each in site.arrived] == [b"{}", QUERY, again]


async def test_the_first_page_of_results_is_followed_by_the_next(bare: Gate) -> None:
    first, more = (QUERY.replace(b'"cursor-1"', cursor) for cursor in (b"null", b'"cursor-2"'))
    with RecordingSite({"/form/": PAGE}) as site:
        bare.admit(site.url + "/form/")
        await ask(bare.port, request("GET", site.url + "/form/", PAGE_HEADERS))
        await ask(bare.port, request("POST", site.url + "/graphql", JSON, first))
        bare.arm()
        assert b" 200 " in await ask(bare.port, request("POST", site.url + "/graphql", JSON, more))
        assert b" 200 " not in await ask(bare.port, request("POST", site.url + "/graphql", JSON,
                                                            first.replace(b"null", b'"never"')))
        assert [each.body for each in site.writes] == [first, more]


@pytest.mark.parametrize("query", ["?_=1700000000000", "?t=48213", "?list=a&_=1"])
async def test_a_known_address_with_the_time_behind_it_is_asked_without_it(bare: Gate, query: str) -> None:
    with RecordingSite({"/form/": PAGE + """<script>get("/csrf"); get("/csrf?list=a")</script>"""}) as site:
        await typed(bare, site)
        assert b" 200 " in await ask(bare.port, request("GET", site.url + "/csrf" + query, FETCH))
        assert [each.target for each in site.arrived] == ["/csrf?list=a" if "list" in query else "/csrf"]


@pytest.mark.parametrize("query", ["?_=V2hpdGNvbWJl", "?x=48213", "?_=1&x=48213", "?_=1&list=b", "?_=-1", "?_="])
async def test_an_address_with_anything_else_behind_it_is_not(bare: Gate, query: str) -> None:
    with RecordingSite({"/form/": PAGE + """<script>get("/csrf"); get("/csrf?list=a")</script>"""}) as site:
        await typed(bare, site)
        assert b" 200 " not in await ask(bare.port, request("GET", site.url + "/csrf" + query, FETCH))
        assert site.arrived == []


async def test_they_go_on_after_a_restart(bare: Gate, tmp_path: Path) -> None:
    with RecordingSite({"/form/": PAGE}) as site:
        await typed(bare, site)
        again = Gate(tmp_path / "spool", RecordingLedger(), Memory.load(bare.memory.dump()))
        again.admit(site.url + "/form/")
        again.arm()
        await again.start()
        assert b" 200 " in await ask(again.port, request("POST", site.url + "/ping", JSON, b"{}"))
        await again.close()


SMUGGLED = [
    QUERY.replace(b"cursor-1", base64.b64encode(b"Whitcombe")), QUERY.replace(b"cursor-1", b"Whitcombe"),
    QUERY.replace(b"3}", b"4}"), QUERY.replace(b'"n":3', b'"n": 3'), QUERY.replace(b'"n":3', b'"n":3.0'),
    QUERY.replace(b"cursor-1", b"\\u0063ursor-2"),
    QUERY.replace(b'"after":"cursor-1","n":3', b'"n":3,"after":"cursor-1"'),
    QUERY.replace(b"}}", b',"x":"cursor-2"}}'), QUERY + b"\n", QUERY.replace(b"after", b"cursor-2"),
    QUERY.replace(b'"n":3', b'"n":3,"n":3'), b"", QUERY.replace(b"cursor-1", b"cursor-9"),
]


@pytest.mark.parametrize("body", SMUGGLED)
async def test_a_query_that_says_anything_else_does_not(bare: Gate, body: bytes) -> None:
    with RecordingSite({"/form/": PAGE}) as site:
        await typed(bare, site)
        assert b" 200 " not in await ask(bare.port, request("POST", site.url + "/graphql", JSON, body))
        assert site.arrived == []


@pytest.mark.parametrize(("path", "headers"), [
    ("/ping?x=1", JSON), ("/ping", JSON.replace("/json", "/json;x=V2hpdGNvbWJl")), ("/PING", JSON), ("/ping/", JSON)])
async def test_a_ping_elsewhere_or_of_another_type_does_not_either(bare: Gate, path: str, headers: str) -> None:
    with RecordingSite({"/form/": PAGE}) as site:
        await typed(bare, site)
        assert b" 200 " not in await ask(bare.port, request("POST", site.url + path, headers, b"{}"))
        assert site.arrived == []


async def test_a_ping_takes_no_header_or_cookie_along_that_is_new(bare: Gate) -> None:
    with RecordingSite({"/form/": PAGE}) as site:
        await typed(bare, site)
        marked = JSON + "X-Token: V2hpdGNvbWJl\r\nCookie: d=V2hpdGNvbWJl\r\nReferer: " + site.url + "/?V2hpdGNvbWJl\r\n"
        assert b" 200 " in await ask(bare.port, request("POST", site.url + "/ping", marked, b"{}"))
        assert "V2hpdGNvbWJl" not in str(site.arrived)


async def test_pings_and_what_they_choose_are_bounded(bare: Gate) -> None:
    with RecordingSite({"/form/": PAGE}) as site:
        await typed(bare, site)
        for turn in range(200):
            body = QUERY.replace(b"cursor-1", b"cursor-2") if turn % 2 else QUERY
            await ask(bare.port, request("POST", site.url + "/graphql", JSON, body))
        assert len(site.arrived) <= 100  # 150 reads; one exchanged value counts for one more


async def test_parts_of_an_app_load_when_needed(bare: Gate) -> None:
    with RecordingSite({"/form/": PAGE}) as site:
        await typed(bare, site)
        for name in ("12.a1b2c3", "13.d4e5f6"):
            assert b" 200 " in await ask(bare.port, request("GET", f"{site.url}/form/parts/{name}.js", READ))
        assert len(site.arrived) == 2


@pytest.mark.parametrize("path", [
    "/form/parts/Whitcombe.js", "/form/parts/V2hpdGNvbWJl.js", "/form/parts/12.a1b2c3.js?x",
    "/form/parts/12..a1b2c3.js", "/form/parts/1%32.a1b2c3.js", "/form/parts/-12-.js", "/form/a/n/2/n/2/12/a/js/12",
    "/form/parts/12.a1b2c3.js/",
    "/form//parts/12.js", "/form/parts/a1b2.js", "/form/../parts/12.js", "/form/parts/12.A1B2C3.js"])
async def test_an_address_with_a_piece_of_its_own_is_not_loaded(bare: Gate, path: str) -> None:
    with RecordingSite({"/form/": PAGE}) as site:
        await typed(bare, site)
        assert b" 200 " not in await ask(bare.port, request("GET", site.url + path, READ))
        assert site.arrived == []


async def test_composed_addresses_are_bounded_by_their_pieces_and_are_never_pages(bare: Gate) -> None:
    with RecordingSite({"/form/": PAGE}) as site:
        await typed(bare, site)
        await ask(bare.port, request("GET", f"{site.url}/form/parts/12.a1b2c3.js", PAGE_HEADERS))
        assert site.arrived == []
        for _ in range(60):
            await ask(bare.port, request("GET", f"{site.url}/form/parts/12.a1b2c3.js", READ))
        assert len(site.arrived) == 30  # 150 reads, five for each: four pieces and the asking


async def test_the_person_s_own_words_in_what_the_server_delivered_compose_nothing(bare: Gate) -> None:
    with RecordingSite({"/form/": PAGE + "<p>Hello Whitcombe</p>"}) as site:
        await typed(bare, site)
        assert b" 200 " not in await ask(bare.port, request("GET", f"{site.url}/form/parts/Whitcombe.js", READ))
        assert site.arrived == []


# Look-ups

def lookup(url: str) -> WireRequest:
    return WireRequest("GET", url, (), MemoryBody(b""))


async def test_a_lookup_is_refused_remembered_and_passes_once_it_is_granted(bare: Gate) -> None:
    with RecordingSite({"/form/": PAGE}) as site, RecordingSite() as other:
        bare.name("127.0.0.1", other.port)
        await typed(bare, site)
        for place in (site.url, other.url):
            hidden = FETCH + "X-New: V2hpdGNvbWJl\r\nCookie: d=V2hp\r\n"
            asked = request("GET", place + "/find?postcode=SH7+4QN&l=en", hidden)
            assert b" 200 " not in await ask(bare.port, asked)
            wish = bare.wishes[-1]
            assert (wish.first_party, wish.pressed) == (place == site.url, False)
            found = read_lookup(wish.request, FACTS)
            assert found is not None
            bare.allow_lookup(written_out(found, FACTS))
            assert b" 200 " in await ask(bare.port, asked)
        assert [each.target for each in (*site.arrived, *other.arrived)] == ["/find?postcode=SH7+4QN&l=en"] * 2
        assert "V2hp" not in str(site.arrived + other.arrived)


@pytest.mark.parametrize("query", ["?postcode=Whitcombe&l=en", "?postcode=SH7+4QN&l=V2hpdGNvbWJl",
                                   "?postcode=SH7+4QN&l=en&x=1", "?postcode=SH7+4QN&l=e%6e",
                                   "?postcode=sH7+4qN&l=en", "?l=en&postcode=SH7+4QN"])
async def test_a_grant_covers_nothing_but_what_was_shown(bare: Gate, query: str) -> None:
    with RecordingSite({"/form/": PAGE}) as site, RecordingSite() as other:
        bare.name("127.0.0.1", other.port)
        await typed(bare, site)
        granted = read_lookup(lookup(other.url + "/find?postcode=SH7+4QN&l=en"), FACTS)
        assert granted is not None
        still = [True]
        bare.allow_lookup(granted, lambda: still[0])
        assert b" 200 " not in await ask(bare.port, request("GET", other.url + "/find" + query, FETCH))
        page = PAGE_HEADERS + "Sec-Fetch-Dest: document\r\n"
        assert b" 200 " not in await ask(bare.port, request("GET", other.url + "/find?postcode=SH7+4QN&l=en", page))
        still[0] = False  # the person took it back, in whichever process
        assert b" 200 " not in await ask(bare.port, request("GET", other.url + "/find?postcode=SH7+4QN&l=en", FETCH))
        assert other.arrived == []


async def test_granted_lookups_are_bounded_too(bare: Gate) -> None:
    with RecordingSite({"/form/": PAGE}) as site:
        await typed(bare, site)
        granted = read_lookup(lookup(site.url + "/find?postcode=SH7+4QN"), FACTS)
        assert granted is not None
        bare.allow_lookup(granted)
        for _ in range(170):
            await ask(bare.port, request("GET", site.url + "/find?postcode=SH7+4QN", FETCH))
        assert len(site.arrived) == 150


async def test_beacons_and_pages_are_no_wishes(bare: Gate) -> None:
    with RecordingSite({"/form/": PAGE}) as site, RecordingSite() as other:
        bare.name("127.0.0.1", other.port)
        await typed(bare, site)
        blind = FETCH.replace("cors", "no-cors") + "Content-Type: text/plain\r\n"
        await ask(bare.port, request("POST", other.url + "/collect", blind, b"SH7 4QN"))
        await ask(bare.port, request("GET", other.url + "/find?postcode=SH7+4QN", PAGE_HEADERS))
        await ask(bare.port, request("GET", other.url + "/a.png?d=SH7+4QN", "Sec-Fetch-Dest: image\r\n"))
        assert not bare.wishes


# Preflights and refusals

async def test_the_gate_answers_preflights_itself(bare: Gate) -> None:
    with RecordingSite({"/form/": PAGE}) as site:
        await typed(bare, site)
        head = await ask(bare.port, request("OPTIONS", site.url + "/api?d=V2hpdGNvbWJl", FETCH + (
            "Origin: https://a.test\r\nAccess-Control-Request-Method: PUT\r\n"
            "Access-Control-Request-Headers: x-V2hpdGNvbWJl\r\n")))
        assert head.startswith(b"HTTP/1.1 204")
        assert b"Access-Control-Allow-Methods: PUT" in head
        assert site.arrived == []


async def test_an_autosave_gets_no_answer_rather_than_a_no(bare: Gate) -> None:
    with RecordingSite({"/form/": PAGE}) as site:
        await typed(bare, site)
        assert await ask(bare.port, request("POST", site.url + "/draft", JSON, b'{"n":"Whitcombe"}')) == b""
        assert site.arrived == []
        assert bare.refusals[-1].reason == "the page sends by itself while the form is being filled"
