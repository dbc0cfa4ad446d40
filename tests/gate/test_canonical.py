"""A digest is the same for the same payload and different for every other one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.gate.canonical import compare, digest
from agent.gate.decode import decode
from agent.gate.wire import FileBody, MemoryBody, WireRequest

FORM = "application/x-www-form-urlencoded"


def request(body: bytes, kind: str = FORM, url: str = "https://council.example/f", method: str = "POST",
            headers: tuple[tuple[str, str], ...] = ()) -> WireRequest:
    return WireRequest(method, url, (("Content-Type", kind), *headers), MemoryBody(body))


def multipart(letter: str, *parts: tuple[str, bytes], before: bytes = b"", after: bytes = b"\r\n") -> WireRequest:
    boundary = "----WebKitFormBoundary" + letter * 16
    mark = boundary.encode()
    body = before + b"".join(
        b"--" + mark + b'\r\nContent-Disposition: form-data; name="' + name.encode() + b'"\r\n\r\n' + value + b"\r\n"
        for name, value in parts) + b"--" + mark + b"--" + after
    return request(body, f"multipart/form-data; boundary={boundary}")


def test_a_new_random_boundary_is_the_same_payload() -> None:
    parts = (("a", b"1"), ("f", b"\x00\xff"))
    assert digest(multipart("A", *parts)) == digest(multipart("B", *parts))


@pytest.mark.parametrize("other", [
    multipart("A", ("a", b"1"), ("b", b"3")),
    multipart("A", ("a", b"1")),
    multipart("A", ("b", b"2"), ("a", b"1")),
    multipart("A", ("a", b"1"), ("b", b"2"), before=b"x\r\n"),
    multipart("A", ("a", b"1"), ("b", b"2"), after=b"\r\nx"),
    multipart("A", ("a", b"1"), ("b", b"2\n--B")),
    multipart("A", ("a", b"1"), ("b", b"2\n------WebKitFormBoundaryAAAAAAAAAAAAAAAA")),
])
def test_any_other_multipart_is_another_payload(other: WireRequest) -> None:
    assert digest(other) != digest(multipart("A", ("a", b"1"), ("b", b"2")))


def test_a_body_that_could_be_split_in_two_ways_counts_with_its_boundary() -> None:
    mark = b"------WebKitFormBoundaryBBBBBBBBBBBBBBBB"
    content = b"x\n" + mark + b"\r\nContent-Disposition: form-data; name=\"amount\"\r\n\r\n9000"
    assert digest(multipart("A", ("f", content))) != digest(multipart("B", ("f", content)))


@pytest.mark.parametrize("other", [
    request(b"a=2"), request(b"a=1&"), request(b"a=%31"), request(b"a=1", url="https://council.example/g"),
    request(b"a=1", method="PUT"), request(b"a=1", "text/plain"), request(b"a=1", f"{FORM}; charset=utf-7"),
    request(b"a=1", headers=(("Content-Encoding", "gzip"),)),
    request(b"a=1", headers=(("Content-Type", "text/plain"),)),
])
def test_every_part_of_a_request_counts(other: WireRequest) -> None:
    assert digest(other) != digest(request(b"a=1"))


def test_given_headers_count_and_others_do_not() -> None:
    plain = request(b"a=1", headers=(("User-Agent", "x"),))
    assert digest(plain) == digest(request(b"a=1"))
    assert digest(plain, [("X-Amount", "1")]) != digest(plain, [("X-Amount", "2")])
    assert digest(plain, [("B", "1"), ("A", "2")]) == digest(plain, [("a", "2"), ("b", "1")])


def test_a_spooled_body_has_the_same_digest(tmp_path: Path) -> None:
    held = multipart("A", ("a", b"1"))
    path = tmp_path / "body"
    path.write_bytes(held.body.read())
    with path.open("rb") as file:
        assert digest(WireRequest(held.method, held.url, held.headers, FileBody(file))) == digest(held)


@given(st.lists(st.tuples(st.text("ab", min_size=1, max_size=3), st.binary(max_size=6)), max_size=3),
       st.lists(st.tuples(st.text("ab", min_size=1, max_size=3), st.binary(max_size=6)), max_size=3))
def test_equal_digests_mean_equal_parts(one: list[tuple[str, bytes]], other: list[tuple[str, bytes]]) -> None:
    assert (digest(multipart("Q", *one)) == digest(multipart("R", *other))) == (one == other)


def test_a_renewable_value_may_differ_and_nothing_else() -> None:
    approved = decode(request(b"_token=abc&reading=48213"))
    renewed = compare(approved, decode(request(b"_token=xyz&reading=48213")), frozenset({"_token"}))
    assert renewed.equal
    assert renewed.renewed == ("_token",)
    changed = compare(approved, decode(request(b"_token=xyz&reading=48214")), frozenset({"_token"}))
    assert [(c.name, c.before, c.now) for c in changed.changes] == [("reading", "48213", "48214")]


@pytest.mark.parametrize("now", [
    request(b"_token=abc&reading=48213&_token=more"), request(b"reading=48213&_token=abc"), request(b"reading=48213"),
    request(b"_token=abc&reading=48213", url="https://council.example/f?x=1"),
    request(b"_token=abc&reading=48213", url="https://council.example/g"),
    request(b"_token=abc&reading=48213", method="PUT"),
    request(b'{"_token":"abc","reading":48213}', "application/json"),
    request(b"_token=abc&reading=48213&&"),
    request(b"_token=abc&reading=48213", headers=(("X-Extra", "1"),)),
])
def test_anything_more_less_or_elsewhere_is_a_difference(now: WireRequest) -> None:
    approved = decode(request(b"_token=abc&reading=48213"))
    assert not compare(approved, decode(now), frozenset({"_token"})).equal


def test_a_number_is_not_a_string() -> None:
    one, other = (decode(request(body, "application/json")) for body in (b'{"a":1}', b'{"a":"1"}'))
    assert not compare(one, other).equal


def test_a_file_of_the_same_name_with_other_content_differs() -> None:
    def upload(content: str) -> WireRequest:
        return request(
            f'--A\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n{content}\r\n--A--\r\n'.encode(),
            "multipart/form-data; boundary=A")

    difference = compare(decode(upload("one")), decode(upload("two")), frozenset({"f"}))
    assert [change.name for change in difference.changes] == ["f"]


def test_cookies_are_the_sites_own() -> None:
    one, other = (decode(request(b"a=1", headers=(("Cookie", f"sid={i}"),))) for i in "12")
    assert compare(one, other).equal
