"""The person's facts are recognised under common encodings; short values only where they are the whole field."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import random
import time
import tracemalloc
import zlib
from collections.abc import Callable
from urllib.parse import quote, urlencode

import pytest

from agent.gate.decode import decode
from agent.gate.trace import Tracer, carried
from agent.gate.unwrap import MAX_BYTES
from agent.gate.wire import MemoryBody, WireRequest

FACTS = {
    "name": "Eleanor Mary Whitcombe", "email": "e.whitcombe@example.org", "family-name": "Müller-Lüdenscheidt",
    "iban": "GB29NWBK60161331926819", "tel": "+447700900183", "bday": "1986-03-14",
    "street-address": "14 Larkspur Gardens\nFlat 3", "postal-code": "SY1 2AB", "vehicle-registration": "LK23 XYZ",
}
TRACER = Tracer(FACTS)


def u_escaped(text: str) -> str:
    raw = text.encode("utf-16-be").hex()
    return "".join("\\u" + raw[i : i + 4] for i in range(0, len(raw), 4))


ENCODINGS: dict[str, Callable[[str], bytes | str]] = {
    "raw": lambda v: v,
    "upper": str.upper,
    "lower": str.lower,
    "no spaces or punctuation": lambda v: "".join(c for c in v if c.isalnum()),
    "dashes": lambda v: "-".join(v),
    "urlencoded": lambda v: urlencode({"q": v, "z": "1"}),
    "percent twice": lambda v: quote(quote(v)),
    "every byte percent": lambda v: "".join(f"%{b:02x}" for b in v.encode()),
    "json": lambda v: json.dumps({"a": [{"b": v}]}),
    "json in json": lambda v: json.dumps({"p": json.dumps({"b": v})}),
    "u escapes": u_escaped,
    "html entities": lambda v: "".join(f"&#{ord(c)};" for c in v),
    "html named": lambda v: html.escape(f"<{v}>"),
    "base64": lambda v: base64.b64encode(v.encode()),
    "base64 inside json, second place": lambda v: base64.b64encode(json.dumps({"x": 1, "v": v}).encode()),
    "base64url after other letters": lambda v: b"v1abc" + base64.urlsafe_b64encode(v.encode()) + b"zz",
    "base64 twice": lambda v: base64.b64encode(base64.b64encode(v.encode())),
    "base64 in a query": lambda v: urlencode({"d": base64.b64encode(v.encode())}),
    "hex": lambda v: v.encode().hex(),
    "hex upper": lambda v: v.encode().hex().upper(),
    "gzip": lambda v: gzip.compress(v.encode()),
    "zlib": lambda v: zlib.compress(v.encode()),
    "raw deflate": lambda v: zlib.compress(v.encode() * 3)[2:-4],
    "gzip in base64": lambda v: base64.b64encode(gzip.compress(v.encode())),
    "gzip inside other bytes": lambda v: b"--x\r\n\r\n" + gzip.compress(v.encode()) + b"\r\n--x--",
    "utf-16 le": lambda v: v.encode("utf-16-le"),
    "utf-16 be": lambda v: b"\x01" + v.encode("utf-16-be"),
    "md5": lambda v: hashlib.md5(v.encode()).hexdigest(),
    "sha1": lambda v: f"h={hashlib.sha1(v.lower().encode()).hexdigest()}",
    "sha256": lambda v: json.dumps({"h": hashlib.sha256(v.encode()).hexdigest().upper()}),
    "sha256 base64": lambda v: base64.b64encode(hashlib.sha256(v.encode()).digest()),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("kind", FACTS)
def test_strong_values_are_found_in_every_common_encoding(kind: str, encoding: str) -> None:
    assert kind in TRACER.find(ENCODINGS[encoding](FACTS[kind]))


@pytest.mark.parametrize("written", [
    "14/03/1986", "14.3.1986", "3/14/1986", "1986/3/14", "14 March 1986", "March 14, 1986", "14. März 1986",
    "14 mars 1986", "14 de marzo de 1986", "14 marzo 1986", "14 maart 1986", "14 marca 1986", "14 de março de 1986",
    "19860314", "14031986", "14-03-86", "dob-day=14&dob-month=3&dob-year=1986", "y=1986&m=03&d=14",
    '{"day":14,"month":3,"year":1986}', "511142400", "511142400000",
])
def test_a_birth_date_is_found_however_it_is_written(written: str) -> None:
    assert "bday" in TRACER.find(f"x={written}&z=1")


@pytest.mark.parametrize("written", [
    "07700 900183", "07700-900-183", "+44 (0)7700 900 183", "00447700900183", "tel:+44-7700-900183", "7700900183",
])
def test_a_phone_number_is_found_however_it_is_written(written: str) -> None:
    assert "tel" in TRACER.find(f"x={written}&z=1")


@pytest.mark.parametrize(("data", "found"), [
    ("42", {"house-number"}), (" 42 ", {"house-number"}), ("a=42", set()), ("price 42.00", set()),
    ("town=Hull", {"town"}), ("he is in hull today", {"town"}), ("hullabaloo", set()), ("en-GB", {"language"}),
    ("accept-language: en-GB,en", {"language"}), ("men gbx", set()),
])
def test_short_values_match_only_as_whole_words_or_fields(data: str, found: set[str]) -> None:
    assert Tracer({"house-number": "42", "town": "Hull", "language": "en-GB"}).find(data) == found


def test_umlauts_spelt_out_are_found() -> None:
    assert "family-name" in TRACER.find("name=mueller-luedenscheidt")


def test_ordinary_traffic_carries_nothing() -> None:
    random.seed(7)
    noise = [json.dumps({"session": random.randbytes(16).hex(), "t": random.random(), "e": "click", "n": i,
                         "jwt": base64.urlsafe_b64encode(random.randbytes(90)).decode()}) for i in range(500)]
    assert [data for data in noise if TRACER.find(data)] == []


@pytest.mark.parametrize("data", [
    b"", b"%", b"\\u12", b"&#9999999999;", b"\x1f\x8b\x08broken", b"x\x9c", b"=" * 99, b"A" * 50_000, b"%25" * 20_000,
    "[" * 50_000, "&#" * 30_000, "\\" * 50_000,
])
def test_odd_data_never_raises(data: bytes | str) -> None:
    assert TRACER.find(data) == frozenset()


@pytest.mark.parametrize("data", [
    random.Random(1).randbytes(100_000), base64.b64encode(random.Random(2).randbytes(75_000)),
    quote("ä b c " * 6_000), "lorem ipsum dolor sit amet " * 3_700, random.Random(3).randbytes(50_000).hex(),
], ids=["random", "base64", "percent", "text", "hex"])
def test_a_hundred_kilobytes_are_searched_quickly(data: bytes | str) -> None:
    started = time.process_time()
    TRACER.find(data)
    assert time.process_time() - started < 2


def test_a_bomb_is_bounded_and_said() -> None:
    bomb = gzip.compress(b"".join(gzip.compress(b"a" * 1_000_000) for _ in range(50)) + b"b" * 30_000_000)
    started = time.process_time()
    trace = TRACER.search(bomb + random.Random(1).randbytes(5_000_000))
    assert not trace.complete
    assert time.process_time() - started < 15


def test_each_field_is_labelled_with_what_it_carries() -> None:
    body = urlencode({"reading": "48213", "csrf_token": base64.b64encode(FACTS["email"].encode()), "n": "Whitcombe"})
    request = WireRequest("POST", "https://council.example/", (
        ("Content-Type", "application/x-www-form-urlencoded"),), MemoryBody(body.encode()))
    assert carried(TRACER, decode(request)) == {"csrf_token": frozenset({"email"})}


def test_the_values_stand_in_no_representation() -> None:
    assert "Whitcombe" not in repr(TRACER)


def nested(raw: bytes, times: int) -> bytes:
    for _ in range(times):
        raw = base64.b64encode(gzip.compress(raw))
    return raw


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a value over and over": lambda: b"SY12AB" * 700_000,
    "its first letters over and over": lambda: b"SY12A" * 800_000,
    "dates that almost fit": lambda: b"14 3 14 3 1986 " * 280_000,
    "days, months and no year": lambda: b"14 3 " * 800_000,
    "percent all the way down": lambda: b"%" + b"25" * 2_000_000,
    "entities": lambda: b"&#101;" * 700_000,
    "escapes": lambda: b"\\u0041" * 700_000,
    "one base64 run": lambda: base64.b64encode(b"a" * 3_000_000),
    "many base64 runs": lambda: b" ".join(base64.b64encode(b"%d, some text" % i) for i in range(150_000)),
    "gzip in base64, often": lambda: nested(b"b" * 30_000_000, 3),
    "many gzip heads": lambda: b"\x1f\x8b\x08\0\0\0\0\0\0\3" * 400_000,
    "many gzip bombs": lambda: gzip.compress(b"\0" * 20_000_000) * 200,
    "zeros": lambda: b"\0" * 4_000_000,
    "wide letters": lambda: ("a" * 2_000_000).encode("utf-16-le"),
    "all letters above ASCII": lambda: "".join(map(chr, range(0x100, 0xD000))).encode() * 30,
    "quotes": lambda: b'":"' * 1_300_000,
    "a hundred megabytes": lambda: b"x" * 100_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_body_takes_bounded_time(name: str) -> None:
    body = HOSTILE[name]()
    started = time.process_time()
    TRACER.search(body)
    assert time.process_time() - started < 5       # 4 MB in all layers, a second or less on an idle machine


@pytest.mark.parametrize("name", ["gzip in base64, often", "many gzip bombs", "one base64 run"])
def test_a_hostile_body_takes_bounded_memory(name: str) -> None:
    body = HOSTILE[name]()
    tracemalloc.start()
    TRACER.search(body)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 60_000_000, f"{peak:,} bytes"


def test_what_was_cut_off_is_said() -> None:
    assert not TRACER.search(b"x" * (MAX_BYTES + 1)).complete
    assert not TRACER.search(nested(b"b" * 30_000_000, 1)).complete
    assert TRACER.search(b"x" * 1000).complete
