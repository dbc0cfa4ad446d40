"""Look-ups: how a request is read, and that a yes to one covers it and its beginnings, byte for byte, and no more."""

from __future__ import annotations

import pytest

from agent.gate.lookup import Lookup, covers, read_lookup, written_out
from agent.gate.wire import MemoryBody, WireRequest

FACTS = {"postal-code": "SH7 4QN", "given-name": "Zoë", "iban": "GB29NWBK60161331926819"}
API = "https://api.council.test/find"


def get(query: str, path: str = "") -> WireRequest:
    return WireRequest("GET", API + path + query, (), MemoryBody(b""))


def post(body: str, kind: str = "application/json") -> WireRequest:
    return WireRequest("POST", API, (("Content-Type", kind),), MemoryBody(body.encode()))


def read(request: WireRequest) -> Lookup:
    found = read_lookup(request, FACTS)
    assert found is not None
    return found


def test_the_facts_in_it_are_named() -> None:
    found = read(get("?postcode=SH7+4QN&country=GB"))
    assert found.kinds == {"postal-code"}
    assert [(part.name, part.value, part.kind) for part in found.parts] == [
        ("postcode", "SH7 4QN", "postal-code"), ("country", "GB", "")]
    assert found.where == API


def test_a_fact_in_the_path_is_found_and_not_shown_in_the_address() -> None:
    found = read(get("", "/SH7%204QN/houses"))
    assert found.kinds == {"postal-code"}
    assert found.where == f"{API}/…/houses"


def test_it_survives_the_store() -> None:
    found = read(post('{"q": "SH7 4QN", "n": 3}'))
    assert Lookup.from_json(found.as_json()) == found


GRANTED = written_out(read(get("?postcode=SH7+4Q&country=GB")), FACTS)


@pytest.mark.parametrize("query", ["?postcode=SH7+4QN&country=GB", "?postcode=SH7&country=GB",
                                   "?postcode=SH7+4&country=GB"])
def test_a_yes_covers_the_fact_and_its_beginnings(query: str) -> None:
    assert covers(GRANTED, read(get(query)))


@pytest.mark.parametrize("request_", [
    get("?postcode=SH7+4QN&country=DE"),            # another value of the page's own
    get("?postcode=SH7+4QN&country=G%42"),          # the same value, but spelled so that it says something
    get("?postcode=SH7%204QN&country=GB"),          # another way of writing the fact
    get("?postcode=%53H7+4QN&country=GB"),
    get("?postcode=sh7+4qn&country=GB"),            # letters' case could say something
    get("?postcode=Zo%C3%AB&country=GB"),           # another fact
    get("?postcode=GB29NWBK60161331926819&country=GB"),
    get("?country=GB&postcode=SH7+4QN"),
    get("?postcode=SH7+4QN&country=GB&x="),
    get("?postcode=SH7+4QN&country=GB&"),
    get("?postcode=SH7+4QN&postcode=SH7+4QN&country=GB"),
    get("?postcode=SH7+4QN&country=GB", "/other"),
    WireRequest("GET", "https://api.council.example/find?postcode=SH7+4QN&country=GB", (), MemoryBody(b"")),
    WireRequest("POST", API + "?postcode=SH7+4QN&country=GB", (), MemoryBody(b"")),
    WireRequest("GET", API + "?postcode=SH7+4QN&country=GB", (), MemoryBody(b"x")),
])
def test_a_yes_covers_nothing_else(request_: WireRequest) -> None:
    found = read_lookup(request_, FACTS)
    assert found is None or not covers(GRANTED, found)


@pytest.mark.parametrize("body", ['{"q":"SH7 4QN" ,"n":3}', '{"q":"SH7 4QN","n":4}', '{"q":"\\u0053H7 4QN","n":3}',
                                  '{"n":3,"q":"SH7 4QN"}', '{"q":"SH7 4QN","n":3}\n', '{"q":"SH7 4QN","n":3.0}'])
def test_a_yes_to_json_covers_no_other_writing_of_it(body: str) -> None:
    granted = read(post('{"q":"SH7 4QN","n":3}'))
    assert covers(granted, granted)
    found = read_lookup(post(body), FACTS)
    assert found is None or not covers(granted, found)


@pytest.mark.parametrize("request_", [
    WireRequest("PUT", API, (), MemoryBody(b"")),
    post("\x00\xff", "application/octet-stream"),
    post('{"q": "SH7 4QN", "q": "x"}'),             # two readings
    post("{" + ",".join(f'"a{n}":1' for n in range(60)) + "}"),
    post('"' + "x" * 20_000 + '"'),
    get("?postcode=SH7\x014QN"),
])
def test_what_can_t_be_shown_plainly_is_no_lookup(request_: WireRequest) -> None:
    assert read_lookup(request_, FACTS) is None
