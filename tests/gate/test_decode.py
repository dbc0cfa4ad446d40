"""What a request carries is shown field by field, and whatever can't be read is said."""

from __future__ import annotations

import gzip
import hashlib
import json
import time
import zlib
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from urllib3 import encode_multipart_formdata
from urllib3.fields import RequestField

from agent.gate.decode import Decoded, Where, decode
from agent.gate.fields import MAX_FIELDS
from agent.gate.wire import FileBody, MemoryBody, WireRequest

FORM = "application/x-www-form-urlencoded"
BOUNDARY = b"----WebKitFormBoundaryABCDABCDABCDABCD"
MULTI = f"multipart/form-data; boundary={BOUNDARY.decode()}"
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
NAMES = TEXT.filter(bool)
ODD_NAMES = {"A field's name holds signs that can't be seen.",
             "A field's name mixes letters of different alphabets that look alike."}


def request(body: bytes | str = b"", kind: str = FORM, url: str = "https://council.example/form",
            method: str = "POST", headers: tuple[tuple[str, str], ...] = ()) -> WireRequest:
    raw = (body.encode() if isinstance(body, str) else body).replace(b"XbX", BOUNDARY)
    typed = (("Content-Type", kind),) if kind else ()
    return WireRequest(method, url, typed + headers, MemoryBody(raw))


def seen(decoded: Decoded) -> list[tuple[str, str]]:
    return [(field.name, field.value) for field in decoded.fields]


def part(name: str, value: str | bytes, extra: str = "") -> bytes:
    content = value.encode() if isinstance(value, str) else value
    return f'--XbX\r\nContent-Disposition: form-data; name="{name}"{extra}\r\n\r\n'.encode() + content + b"\r\n"


END = b"--XbX--\r\n"


@given(st.lists(st.tuples(NAMES, TEXT), max_size=12))
def test_every_urlencoded_pair_comes_back_in_order(pairs: list[tuple[str, str]]) -> None:
    decoded = decode(request(urlencode(pairs)))
    own = [field for field in decoded.fields if not field.inside]
    assert [(field.key, field.value) for field in own] == pairs
    assert len({field.name for field in decoded.fields}) == len(decoded.fields)
    assert set(decoded.problems) <= ODD_NAMES


@given(st.lists(st.tuples(NAMES, TEXT), max_size=12))
def test_every_query_pair_comes_back_in_order(pairs: list[tuple[str, str]]) -> None:
    url = "https://council.example/find?" + urlencode(pairs)
    decoded = decode(request(b"", "", url, "GET"))
    assert [(field.key, field.value, field.where) for field in decoded.fields if not field.inside] == [
        (name, value, Where.QUERY) for name, value in pairs]


@given(st.lists(st.tuples(st.text("abcxyz-_äß", min_size=1, max_size=9), TEXT.filter(lambda t: "\r" not in t)),
                min_size=1, max_size=8))
def test_every_multipart_value_comes_back_in_order(pairs: list[tuple[str, str]]) -> None:
    fields = [RequestField(quote(name), value.encode()) for name, value in pairs]
    for field in fields:
        field.make_multipart()
    body, kind = encode_multipart_formdata(fields, BOUNDARY.decode())
    decoded = decode(request(body, kind))
    assert [(field.key, field.value) for field in decoded.fields if not field.inside] == [
        (quote(n), v) for n, v in pairs]
    assert decoded.problems == ()


@given(st.binary(max_size=3000), st.text("abc .-_äß", min_size=1, max_size=20))
def test_an_uploaded_file_is_its_name_type_size_and_hash(content: bytes, name: str) -> None:
    body, kind = encode_multipart_formdata({"proof": (name, content, "application/pdf"), "note": "x"},
                                           BOUNDARY.decode())
    field, note = decode(request(body, kind)).fields
    assert field.file is not None
    assert (field.file.filename, field.file.size, field.file.sha256) == (
        name, len(content), hashlib.sha256(content).hexdigest())
    assert (field.where, field.content_type, note.value) == (Where.FILE, "application/pdf", "x")


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=9),
                    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
                    max_leaves=20)


@given(JSON)
def test_every_json_leaf_has_a_path_of_its_own(tree: object) -> None:
    def count(node: object) -> int:
        inner = list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else []
        return sum(map(count, inner)) if inner else 1

    decoded = decode(request(json.dumps(tree), "application/json"))
    own = [field for field in decoded.fields if not field.inside]
    assert len({field.name for field in own}) == len(own) == count(tree)
    assert set(decoded.problems) <= ODD_NAMES


@pytest.mark.parametrize(("text", "fields"), [
    ('{"reading": 48213, "unit": "m3"}', [("reading", "48213"), ("unit", "m3")]),
    ('{"a": {"b": [{"c": 1.50}]}}', [("a.b[0].c", "1.50")]),
    ('{"n": 1E400, "m": -0, "big": 12345678901234567890123}',
     [("n", "1E400"), ("m", "-0"), ("big", "12345678901234567890123")]),
    ('{"amount": 1, "amount": 9000}', [("amount", "1"), ("amount[2]", "9000")]),
    ('{"a.b": 1, "a": {"b": 2}}', [('["a.b"]', "1"), ("a.b", "2")]),
    ('{"yes": true, "no": null, "e": {}, "l": []}', [("yes", "true"), ("no", "null"), ("e", "{}"), ("l", "[]")]),
    ('"48213"', [("(value)", "48213")]),
    ('{"x": "\\ud800"}', [("x", "\\ud800")]),
])
def test_json_is_shown_as_written(text: str, fields: list[tuple[str, str]]) -> None:
    assert seen(decode(request(text, "application/json; charset=utf-8"))) == fields


def test_a_repeated_json_key_shows_both_values_and_says_so() -> None:
    decoded = decode(request('{"amount": 1, "amount": 9000}', "application/json"))
    assert any("twice" in problem for problem in decoded.problems)


@pytest.mark.parametrize("text", ['{"a": 1', "[" * 100_000, '{"a": NaN}', '{"a":1}{"b":2}', '["' + '\\"' * 200_000])
def test_json_that_cannot_be_read_is_one_unreadable_field(text: str) -> None:
    decoded = decode(request(text, "application/json"))
    assert [field.unreadable for field in decoded.fields] == [True]
    assert hashlib.sha256(text.encode()).hexdigest() in decoded.fields[0].value
    assert decoded.problems


def test_json_sent_as_plain_text_is_read_as_json() -> None:
    assert seen(decode(request('{"reading": "48213"}', "text/plain;charset=UTF-8"))) == [("reading", "48213")]


@pytest.mark.parametrize(("body", "fields"), [
    (b"a=1\r\nb=two words\r\n", [("a", "1"), ("b", "two words")]),
    (b"just a text", [("(body)", "just a text")]),
    (b"a=1\nb=2", [("(body)", "a=1\nb=2")]),
])
def test_plain_text_bodies(body: bytes, fields: list[tuple[str, str]]) -> None:
    assert seen(decode(request(body, "text/plain"))) == fields


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda d: zlib.compress(d)[2:-4]])
def test_packed_bodies_are_unpacked(pack) -> None:  # type: ignore[no-untyped-def]
    encoding = "gzip" if pack is gzip.compress else "deflate"
    packed = request(pack(b"reading=48213"), headers=(("Content-Encoding", encoding),))
    assert seen(decode(packed)) == [("reading", "48213")]


@pytest.mark.parametrize(("body", "encoding"), [
    (gzip.compress(b"0" * 20_000_000, mtime=0), "gzip"), (b"no gzip", "gzip"),
    (gzip.compress(b"a=1", mtime=0)[:-9], "gzip"),
    (gzip.compress(b"a=1", mtime=0) + gzip.compress(b"b=2", mtime=0), "gzip"), (b"a=1", "br"),
    (b"a=1", "gzip, gzip, gzip"),
])
def test_what_cannot_be_unpacked_is_unreadable_and_said(body: bytes, encoding: str) -> None:
    decoded = decode(request(body, headers=(("Content-Encoding", encoding),)))
    assert [field.unreadable for field in decoded.fields] == [True]
    assert decoded.problems


def test_an_unknown_type_is_size_type_and_hash() -> None:
    decoded = decode(request(b"\x00\x01", "application/octet-stream"))
    assert decoded.fields[0].value == (
        f"2 bytes of type application/octet-stream, sha256 {hashlib.sha256(bytes([0, 1])).hexdigest()}")


# What a hostile page tries


def test_repeated_names_stay_apart_even_when_one_is_spelt_like_the_second() -> None:
    names = [field.name for field in decode(request("a%5B2%5D=x&a=1&a=2&a=3")).fields]
    assert names == ["a[2]", "a", "a[3]", "a[4]"]


def test_a_field_with_a_bare_semicolon_is_said_to_be_ambiguous() -> None:
    decoded = decode(request("reading=1;amount=9000"))
    assert seen(decoded) == [("reading", "1;amount=9000")]
    assert any("';'" in problem for problem in decoded.problems)


@pytest.mark.parametrize("kind", [f"{FORM}; charset=utf-7", f"{FORM}; charset=ibm037", f"{FORM}; charset=utf-16",
                                  f"{FORM}; charset=utf-8; charset=ibm037"])
def test_an_unusual_character_set_makes_the_body_unreadable(kind: str) -> None:
    decoded = decode(request("reading=48213", kind))
    assert decoded.fields[0].unreadable
    assert decoded.problems


def test_bytes_that_are_not_utf8_are_read_as_western_european_and_said() -> None:
    decoded = decode(request("town=M%FCnchen"))
    assert seen(decoded) == [("town", "München")]
    assert decoded.problems


def test_a_nul_is_kept() -> None:
    assert seen(decode(request("a=1%002"))) == [("a", "1\x002")]


@pytest.mark.parametrize(("body", "problem"), [
    (b"stolen" + b"\r\n" + part("a", "1") + END, "outside"),
    (part("a", "1") + END + b"stolen", "outside"),
    (part("a", "1"), "cut short"),
    (part("a", "1\r\n--XbXfake\r\nmore") + END, "separates the parts also stands inside"),
    (part("a", "1\n--XbX\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n2") + END, "separates"),
    (part("a", "1", "; name=b") + END, "unusual way"),
    (b'--XbX\r\nContent-Disposition: form-data; name = "a"\r\n\r\n1\r\n' + END, "unusual way"),
    (b'--XbX\r\nContent-Disposition: form-data ; name="a"\r\n\r\n1\r\n' + END, "unusual way"),
    (part("a", "1", '; filename="x.txt"; filename*=UTF-8\'\'y.exe') + END, "two ways"),
    (part("a", "1", "; size=stolen") + END, "unusual way"),
    (part("a", "1", "\r\nX-Note: stolen") + END, "headers beyond"),
    (part("a", "1", "\r\nContent-Type: text/plain; charset=utf-7") + END, "unusual character set"),
    (part("a", b"\xff\xfe\x00") + END, "not readable"),
    (part('a\\"; x=\\"b', "1") + END, "escaped quotes"),
    (b"--XbX\r\nno headers here\r\n" + END, "no readable headers"),
    (b"--XbX\r\n\r\nvalue\r\n" + END, "no name"),
    (b'--XbX\r\nContent-Disposition: attachment; name="a"\r\n\r\n1\r\n' + END, "unusual way"),
])
def test_multipart_tricks_are_said(body: bytes, problem: str) -> None:
    decoded = decode(request(body, MULTI))
    assert any(problem in said for said in decoded.problems), decoded
    if b"stolen" in body:
        assert any("stolen" in field.value for field in decoded.fields)


def test_names_with_quotes_as_browsers_write_them() -> None:
    decoded = decode(request(part("a%22b", "1") + part("f", "x", '; filename="my %22scan%22.pdf"') + END, MULTI))
    assert decoded.fields[0].key == 'a"b'
    assert decoded.fields[1].file is not None
    assert decoded.fields[1].file.filename == 'my "scan".pdf'
    assert decoded.problems == ()


def test_a_file_name_in_the_extended_form_is_read_and_said_since_some_sites_take_it_for_a_field() -> None:
    decoded = decode(request(part("f", "x", "; filename*=UTF-8''caf%C3%A9.pdf") + END, MULTI))
    assert "café.pdf" in [field.value for field in decoded.fields]
    assert any("unusual way" in problem for problem in decoded.problems)


def test_a_missing_boundary_is_found_and_said() -> None:
    decoded = decode(request(part("a", "1") + END, "multipart/form-data"))
    assert seen(decoded) == [("a", "1"), ("content-type", "multipart/form-data")]
    assert decoded.problems


def test_a_wrong_boundary_makes_the_body_unreadable() -> None:
    decoded = decode(request(part("a", "1") + END, "multipart/form-data; boundary=other"))
    assert decoded.fields[0].unreadable


def test_ten_thousand_fields_are_bounded_and_the_rest_is_hashed() -> None:
    one, other = (decode(request("&".join(f"k{i}={i}" for i in range(10_000)) + f"&last={last}")) for last in "ab")
    assert len(one.fields) == MAX_FIELDS + 1
    assert one.fields[-1].unreadable
    assert one.problems
    assert one.fields[-1].value != other.fields[-1].value


def test_a_large_upload_on_disk_is_not_read_into_memory(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "spool"
    content = b"\x00" * 30_000_000
    whole = part("f", content, '; filename="big.bin"') + part("a", "1") + END
    path.write_bytes(whole.replace(b"XbX", BOUNDARY))
    started = time.perf_counter()
    with path.open("rb") as file:
        spooled = WireRequest("POST", "https://council.example/", (("Content-Type", MULTI),), FileBody(file))
        big, small = decode(spooled).fields
    assert big.file is not None
    assert (big.file.size, small.value) == (30_000_000, "1")
    assert time.perf_counter() - started < 10


def test_headers_and_cookies_are_fields_unless_a_browser_writes_them() -> None:
    decoded = decode(request("a=1", headers=(
        ("User-Agent", "Chrome"), ("Accept", "*/*"), ("Accept-Language", "en-GB,en;q=0.9"), ("Sec-Fetch-Mode", "cors"),
        ("X-Note", "48213"), ("Accept", "ada@example.org"), ("Cookie", "sid=1; note=48213"))))
    assert [(f.name, f.value, f.where) for f in decoded.fields[1:]] == [
        ("x-note", "48213", Where.HEADER), ("accept", "ada@example.org", Where.HEADER),
        ("sid", "1", Where.COOKIE), ("note", "48213", Where.COOKIE)]


def test_the_body_comes_before_the_address_and_names_stay_apart() -> None:
    decoded = decode(request("step=2", url="https://council.example/form?step=1#part"))
    assert [(f.name, f.value, f.where) for f in decoded.fields] == [
        ("step", "2", Where.BODY), ("step[2]", "1", Where.QUERY)]
    assert decoded.address == "https://council.example/form"


@given(st.binary(max_size=400), st.sampled_from([FORM, MULTI, "application/json", "text/plain", "", "image/png"]))
def test_no_body_is_ever_left_unsaid(body: bytes, kind: str) -> None:
    decoded = decode(request(body, kind))
    found = [field for field in decoded.fields if field.where is not Where.HEADER]
    assert bool(found or decoded.problems) == bool(body)


@pytest.mark.parametrize("kind", [
    "application/json; note=SECRET", "text/plain; charset=SECRET", "application/x-SECRET",
    "multipart/form-data; boundary=SECRET", f"{MULTI}; x=SECRET",
])
def test_a_type_that_says_more_than_a_type_is_shown(kind: str) -> None:
    assert [(field.key, field.value) for field in decode(request("a=1", kind)).fields][-1] == ("content-type", kind)
