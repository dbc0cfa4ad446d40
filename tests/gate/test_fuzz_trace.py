"""Looking for facts never fails, and looking for more facts, or in more data, never finds fewer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agent.gate.trace import Tracer
from tests.gate.fuzzing import fuzzed
from tests.gate.known_values import EVERY, STRONG

TRACER = Tracer(EVERY)
PIECES = st.lists(st.sampled_from([
    b"%", b"%25", b"%u00", b"\\u00", b"\\ud83d", b"\\x4", b"\\", b"&#", b"&amp", b";", b"&#x110000;",
    b"\x1f\x8b\x08", b"x\x9c",
    b"\0", b"\0a\0b\0c\0d", b"=" * 3, b"QUFB", b"4142", b'"', b'":"', b"&a=", b"1986", b"14", b"3", b" ",
    b"\xff", b"\xc3",
    b"\xed\xa0\x80", b"SY1 2AB", b"whitcombe", b"\r\n\r\n", b'name="', b"\r\n--",
]), max_size=30).map(b"".join)
PLAIN = st.text("abcxyz 0123,.:-\n", max_size=60)


@fuzzed
@given(PIECES | st.binary(max_size=300))
def test_no_data_raises_and_the_same_data_finds_the_same(data: bytes) -> None:
    assert TRACER.search(data) == TRACER.search(data)
    assert TRACER.search(data).kinds <= set(EVERY)


@fuzzed
@given(st.text(max_size=60) | PIECES.map(lambda data: data.decode("latin-1")), PIECES)
def test_any_text_can_be_a_fact(value: str, data: bytes) -> None:
    Tracer({"x": value}).search(data)


@fuzzed
@given(st.sampled_from(sorted(STRONG)), PLAIN, PLAIN)
def test_text_around_a_strong_value_does_not_hide_it(kind: str, before: str, after: str) -> None:
    assert kind in TRACER.find(f"{before}|{STRONG[kind]}|{after}")


@fuzzed
@given(st.sets(st.sampled_from(sorted(EVERY)), min_size=1), st.sampled_from(sorted(EVERY)), PIECES, PLAIN)
def test_more_facts_find_no_fewer(some: set[str], hidden: str, data: bytes, text: str) -> None:
    body = data + EVERY[hidden].encode() + text.encode()
    few = Tracer({kind: EVERY[kind] for kind in some})
    assert few.find(body) == TRACER.find(body) & some
