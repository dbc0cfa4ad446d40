"""Canaries are found in every spelling that the channels use, and in no ordinary traffic."""

from __future__ import annotations

import base64
import gzip
from urllib.parse import quote

import pytest

from tests.channels.canary import canaries_in, canary, plainly_in

VALUE = canary(4711)


@pytest.mark.parametrize("data", [
    VALUE.encode(),
    VALUE.upper().encode(),
    b"\x0c" + VALUE.encode() + b"\x04evil\x04test\x00",          # a name in a DNS question
    "".join(f"%{ord(letter):02x}" for letter in VALUE).encode(),
    quote("".join(f"%{ord(letter):02x}" for letter in VALUE)).encode(),
    VALUE.encode().hex().encode(),
    b"1" + VALUE.encode().hex().encode(),
    VALUE[::-1].encode(),
    VALUE.encode("utf-16-le"),
    b"body" + gzip.compress(VALUE.encode() * 3, mtime=0),
    *(base64.b64encode(b"?" * before + VALUE.encode() + b"!" * after) for before in range(3) for after in range(3)),
    base64.b64encode(b"??" + VALUE.encode()).rstrip(b"="),
    quote(base64.b64encode(b"?" + VALUE.encode())).encode(),
    base64.urlsafe_b64encode(b"\xff\xfe" + VALUE.encode()),
])
def test_a_canary_is_found(data: bytes) -> None:
    assert canaries_in(b"GET /x?d=" + data + b" HTTP/1.1") == {VALUE}


def test_two_canaries_are_told_apart() -> None:
    assert canaries_in(f"{canary(1)} {canary(2)}".encode()) == {canary(1), canary(2)} == plainly_in(
        f"{canary(1)} {canary(2)}".encode())


def test_ordinary_traffic_holds_none() -> None:
    assert canaries_in(b"GET /kq7/v0.png HTTP/1.1\r\nHost: shop.test\r\nCookie: a=" + b"Zm9v" * 9) == set()
