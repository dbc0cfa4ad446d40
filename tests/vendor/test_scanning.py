"""A value is seen in what was sent however it is written, and is not seen where it is not."""

from __future__ import annotations

import base64
import codecs
import gzip
import hashlib
import html
import json
from collections.abc import Callable
from urllib.parse import quote

import pytest

from tests.vendor.scanning import read

IBAN = "GB29NWBK60161331926819"
WRITINGS: dict[str, Callable[[str], str]] = {
    "plain": str, "lower": str.lower, "spaced": lambda text: " ".join(text), "dashes": lambda text: "-".join(text),
    "backwards": lambda text: text[::-1], "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64 after two letters": lambda text: base64.b64encode(f"xy{text}".encode()).decode(),
    "base64 right after a word": lambda text: "x" + base64.urlsafe_b64encode(text.encode()).decode().rstrip("="),
    "base64 twice": lambda text: base64.b64encode(base64.b64encode(text.encode())).decode(),
    "base64 backwards": lambda text: base64.b64encode(text.encode()).decode()[::-1],
    "base64 of backwards": lambda text: base64.b64encode(text[::-1].encode()).decode(),
    "base64 of two bytes a letter": lambda text: base64.b64encode(text.encode("utf-16-le")).decode(),
    "base64 of gzip": lambda text: base64.b64encode(gzip.compress(text.encode())).decode(),
    "base32": lambda text: base64.b32encode(text.encode()).decode(), "hex": lambda text: text.encode().hex(),
    "hex with colons": lambda text: text.encode().hex(":"),
    "percent": lambda text: "".join(f"%{ord(each):02x}" for each in text),
    "percent twice": lambda text: quote("".join(f"%{ord(each):02x}" for each in text)),
    "entities": lambda text: "".join(f"&#{ord(each)};" for each in text),
    "escapes": lambda text: "".join(f"\\u{ord(each):04x}" for each in text),
    "codes": lambda text: ", ".join(str(ord(each)) for each in text),
    "rot13": lambda text: codecs.encode(text, "rot13"),
    "JSON in JSON": lambda text: json.dumps({"a": json.dumps([text])}),
    "digest": lambda text: hashlib.sha256(text.encode()).hexdigest(),
    "digest in base64": lambda text: base64.b64encode(hashlib.md5(text.encode()).digest()).decode(),
}


def body(text: str) -> bytes:
    return json.dumps({"messages": [{"content": [{"type": "text", "text": f"before {text} after"}]}]}).encode()


@pytest.mark.parametrize("writing", WRITINGS)
@pytest.mark.parametrize("value", [IBAN, "correct-horse-7719-staple", "925665416"])
def test_a_value_is_seen_in_any_writing(writing: str, value: str) -> None:
    written = WRITINGS[writing](value)
    assert read(body(written)).holds(value)
    assert not read(body(written)).holds("DE89370400440532013000")


@pytest.mark.parametrize(("value", "text", "there"), [
    ("2027-04", "exp 04/27", True), ("2027-04", "on page 10427", False), ("1986-03-14", "born 14.03.1986", True),
    ("20-20-15", "202015", True), ("20-20-15", "1202015", False), ("4711", "pin 4711.", True),
    ("4711", "number 147112", False), ("Visa", "visa", True), ("Visa", "advisable", False),
    ("Ærø-Straße 12", html.escape("ÆRØ STRASSE 12"), True)])
def test_short_values_must_stand_by_themselves_and_dates_count_in_other_orders(
        value: str, text: str, there: bool) -> None:
    assert read(body(text)).holds(value) is there


def test_a_value_over_two_texts_and_one_in_a_name_are_seen() -> None:
    assert read(json.dumps([IBAN[:9], IBAN[9:]]).encode()).holds(IBAN)
    assert read(json.dumps({IBAN: 1}).encode()).holds(IBAN)
    assert read(b"{}", f"agent {IBAN}").holds(IBAN)
