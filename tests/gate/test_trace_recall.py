"""How many of 50 invented facts are recognised under each encoding, and how often ordinary traffic is taken for them.

The least counts are those measured before the gate was built (44 strong values, 6 weak ones); none may fall.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import random
import unicodedata
import zlib
from collections.abc import Callable
from urllib.parse import quote, unquote_to_bytes, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.gate.trace import Tracer
from agent.gate.unwrap import layers
from tests.gate.known_values import EVERY, STRONG, WEAK

TRACER = Tracer(EVERY)
Encode = Callable[[str], bytes | str]


def pieces(value: str, size: int) -> list[str]:
    return [value[at : at + size] for at in range(0, len(value), size)]


def named(parts: list[str]) -> list[tuple[str, str]]:
    return [(f"p{at}", part) for at, part in enumerate(parts)]


def u_escaped(text: str) -> str:
    raw = text.encode("utf-16-be").hex()
    return "".join("\\u" + raw[at : at + 4] for at in range(0, len(raw), 4))


def multipart(pairs: list[tuple[str, str]]) -> str:
    return "".join(f'--X\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in pairs
                   ) + "--X--\r\n"


def raw_deflate(raw: bytes) -> bytes:
    made = zlib.compressobj(wbits=-15)
    return made.compress(raw) + made.flush()


def stripped(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


ENCODINGS: dict[str, tuple[Encode, int]] = {
    "raw": (lambda v: v, 44),
    "inside other text": (lambda v: f"note: {v}, thank you", 44),
    "urlencoded": (lambda v: urlencode({"q": v, "z": "1"}), 44),
    "percent": (lambda v: quote(v, safe=""), 44),
    "percent twice": (lambda v: quote(quote(v, safe=""), safe=""), 44),
    "percent every byte": (lambda v: "".join(f"%{byte:02X}" for byte in v.encode()), 44),
    "JSON": (lambda v: json.dumps({"a": [{"b": v}]}, ensure_ascii=False), 44),
    "JSON with \\u": (lambda v: json.dumps({"a": [{"b": v}]}), 44),
    "every letter \\u": (lambda v: '{"a":"' + u_escaped(v) + '"}', 44),
    "JSON in JSON": (lambda v: json.dumps({"p": json.dumps({"b": v})}), 44),
    "HTML entities": (lambda v: "".join(f"&#{ord(char)};" for char in v), 44),
    "HTML hex entities": (lambda v: "".join(f"&#x{ord(char):x};" for char in v), 44),
    "HTML escaped": (html.escape, 44),
    "multipart": (lambda v: multipart([("q", v), ("z", "1")]), 44),
    "base64": (lambda v: base64.b64encode(v.encode()), 44),
    "base64url": (lambda v: base64.urlsafe_b64encode(v.encode()).rstrip(b"="), 44),
    "base64 of JSON": (lambda v: base64.b64encode(json.dumps({"x": 1, "v": v}).encode()), 44),
    "base64 twice": (lambda v: base64.b64encode(base64.b64encode(v.encode())), 44),
    "gzip": (lambda v: gzip.compress(v.encode()), 44),
    "zlib": (lambda v: zlib.compress(v.encode()), 44),
    "raw deflate": (lambda v: raw_deflate(f"name={v}&z=1&".encode() * 2), 44),
    "gzip in base64": (lambda v: base64.b64encode(gzip.compress(v.encode())), 44),
    "UTF-16": (lambda v: v.encode("utf-16"), 44),
    "upper case": (str.upper, 44),
    "lower case": (str.lower, 44),
    "punctuation removed": (lambda v: "".join(char for char in v if char.isalnum()), 44),
    "accents stripped": (stripped, 44),
    "cut in fours, urlencoded": (lambda v: urlencode(named(pieces(v, 4))), 44),
    "cut in fours, JSON": (lambda v: json.dumps(dict(named(pieces(v, 4)))), 43),
    "cut in fours, JSON list": (lambda v: json.dumps(pieces(v, 4)), 43),
    "cut in words": (lambda v: urlencode(named(v.split())), 43),
    "a letter a field": (lambda v: urlencode(named(list(v))), 44),
    "a letter a part": (lambda v: multipart(named(list(v))), 44),
    "md5": (lambda v: hashlib.md5(v.encode()).hexdigest(), 44),
    "md5, lower": (lambda v: hashlib.md5(v.lower().encode()).hexdigest(), 44),
    "sha1": (lambda v: hashlib.sha1(v.encode()).hexdigest(), 44),
    "sha1, lower": (lambda v: hashlib.sha1(v.lower().encode()).hexdigest(), 44),
    "sha256": (lambda v: json.dumps({"h": hashlib.sha256(v.encode()).hexdigest().upper()}), 44),
    "sha256, lower": (lambda v: hashlib.sha256(v.lower().encode()).hexdigest(), 44),
    "sha256 base64": (lambda v: base64.b64encode(hashlib.sha256(v.encode()).digest()), 44),
    "hex": (lambda v: v.encode().hex(), 44),
    "hex upper": (lambda v: v.encode().hex().upper(), 44),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_no_encoding_finds_fewer_than_it_did(encoding: str) -> None:
    encode, least = ENCODINGS[encoding]
    missed = [kind for kind, value in STRONG.items() if kind not in TRACER.find(encode(value))]
    assert len(STRONG) - len(missed) >= least, missed


@pytest.mark.parametrize("encoding", ["raw", "urlencoded", "JSON", "multipart", "upper case", "percent every byte"])
def test_weak_values_are_found_where_they_are_a_whole_field(encoding: str) -> None:
    encode, _ = ENCODINGS[encoding]
    alone = {kind for kind, value in WEAK.items() if kind in TRACER.find(value)}
    assert alone == set(WEAK)
    inside = {kind for kind, value in WEAK.items() if kind in TRACER.find(encode(value))}
    assert {"town", "language", "reading"} <= inside


@pytest.mark.parametrize("encoding", ["salted", "reversed", "base32"])
def test_what_is_known_to_be_missed_is_missed(encoding: str) -> None:
    """Should one of these be found one day, say so in the folder's README: it is a limit that people are told."""
    encode: dict[str, Encode] = {
        "salted": lambda v: hashlib.sha256(b"salt" + v.encode()).hexdigest(), "reversed": lambda v: v[::-1],
        "base32": lambda v: base64.b32encode(v.encode())}
    assert [kind for kind, value in STRONG.items() if kind in TRACER.find(encode[encoding](value))] == []


@pytest.mark.parametrize("written", [
    "14/03/1986", "14.3.1986", "3/14/1986", "1986/3/14", "14 March 1986", "Mar 14, 1986", "14. März 1986",
    "14 de marzo de 1986", "19860314", "d=14&m=3&y=1986", '{"y":1986,"m":"03","d":"14"}', "511142400",
])
def test_each_of_twelve_ways_to_write_a_date(written: str) -> None:
    assert "bday" in TRACER.find(f"x={written}&z=1")


@pytest.mark.parametrize("written", ["07700900183", "07700 900 183", "00447700900183", "+44 (0)7700 900183",
                                     "7700-900-183"])
def test_each_of_five_ways_to_write_a_phone_number(written: str) -> None:
    assert "tel" in TRACER.find(f"x={written}&z=1")


@pytest.mark.parametrize(("written", "kind"), [
    ("GB29NWBK60161331926819", "iban"), ("GB29-NWBK-6016-1331-9268-19", "iban"),
    ("sort=60-16-13&account=31926819", "iban"), ("60161331926819", "iban"),
    ("blz=37040044&konto=0532013000", "other iban"), ("Konto 532013000", "other iban"),
    ("20041 01005 0500013M026", "old iban"),
    ("amount=1250", "amount"), ('{"amount":1250}', "amount"), ("1250", "amount"), ("1250.00", "amount"),
])
def test_other_ways_to_write_an_account_or_an_amount(written: str, kind: str) -> None:
    assert kind in TRACER.find(written)


def test_a_number_that_holds_the_amount_is_not_the_amount() -> None:
    assert "amount" not in TRACER.find("n=41250&m=12501")


@given(st.lists(st.sampled_from([b"%41", b"%3d", b"=", b"a", b"%C3%BC", b"%20", b"\r\n", b"\n", b" ", b"%25", b"_",
                                 b"."]), max_size=30).map(b"".join))
def test_many_escapes_are_undone_as_few_are(piece: bytes) -> None:
    """The quick way for bodies full of escapes gives the same bytes."""
    many = b"%41" * 600 + piece
    assert [layer.data for layer in layers(many)][1] == unquote_to_bytes(many)


def ordinary(seed: int) -> str:
    """A request as trackers, session pings and GraphQL clients make them."""
    rng = random.Random(seed)
    token = base64.urlsafe_b64encode(rng.randbytes(rng.randrange(12, 120))).decode().rstrip("=")
    word = rng.choice(["page", "view", "click", "item", "price", "basket", "search", "street", "banner"])
    return rng.choice((
        json.dumps({"event": word, "sid": rng.randbytes(16).hex(), "t": rng.random(), "seq": rng.randrange(10_000)}),
        urlencode({"ev": word, "cid": f"{rng.randrange(10**9)}.{rng.randrange(10**10)}", "dl": f"https://x.example/{word}",
                   "sr": "1920x1080", "ul": "en-us"}),
        json.dumps({"operationName": word, "variables": {"id": token, "first": 20},
                    "query": f"query {word}($id: ID!) {{ node(id: $id) {{ id name }} }}"}),
        f"Bearer eyJhbGciOiJIUzI1NiJ9.{token}.{base64.urlsafe_b64encode(rng.randbytes(32)).decode()}",
    ))


def test_ordinary_traffic_is_rarely_taken_for_a_strong_value() -> None:
    strong = Tracer(STRONG)
    wrong = sum(bool(strong.find(ordinary(seed))) for seed in range(3000))
    assert wrong <= 2, f"{wrong} of 3000"
