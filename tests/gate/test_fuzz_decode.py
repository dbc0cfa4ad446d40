"""Whatever another parser reads out of a body stands on our sheet, or the sheet says that it can't be read for sure.

The oracles are other people's parsers: werkzeug, python-multipart, `email`, `urllib.parse` and `json`.
"""

from __future__ import annotations

import email.parser
import email.policy
import gzip
import hashlib
import io
import json
import zlib
from collections.abc import Iterable
from urllib.parse import parse_qsl

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from python_multipart import parse_form
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import Field, File
from werkzeug.formparser import parse_form_data

from agent.gate.canonical import compare, digest
from agent.gate.decode import Decoded, decode
from agent.gate.fields import speakable
from agent.gate.wire import MemoryBody, WireRequest
from tests.gate.fuzzing import fuzzed

FORM = "application/x-www-form-urlencoded"
MARK = "----WebKitFormBoundary0123456789abcdef"
MULTI = f"multipart/form-data; boundary={MARK}"
Pair = tuple[str, str]


def made(body: bytes, kind: str = FORM, url: str = "https://council.example/f",
         *headers: tuple[str, str]) -> WireRequest:
    return WireRequest("POST", url, (("Content-Type", kind), *headers), MemoryBody(body))


def by_werkzeug(body: bytes, kind: str) -> list[Pair]:
    """Names with values, and with hashes of files."""
    _, form, files = parse_form_data(
        {"REQUEST_METHOD": "POST", "CONTENT_TYPE": kind, "CONTENT_LENGTH": str(len(body)),
         "wsgi.input": io.BytesIO(body)},
        stream_factory=lambda *_args, **_more: io.BytesIO())
    return [*form.items(multi=True), *((name or "", hashlib.sha256(file.stream.read()).hexdigest())
                                       for name, file in files.items(multi=True))]


def is_doubtful(decoded: Decoded) -> bool:
    return bool(decoded.problems) or any(field.unreadable for field in decoded.fields)


def assert_shown(decoded: Decoded, pairs: Iterable[Pair]) -> None:
    """Every name and value that somebody else reads is a field of ours, unless doubt is said."""
    if is_doubtful(decoded):
        return
    shown = {(field.key, field.file.sha256 if field.file else plain(field.value)) for field in decoded.fields}
    for name, value in pairs:
        assert (name, plain(value)) in shown, (name, value, sorted(shown))


def plain(text: str) -> str:
    return text.replace("\r\n", "\n")


# Form data in the body and in the address

URLENCODED = st.lists(st.sampled_from([
    "a", "b", "=", "=", "&", "&", "+", "%20", "%", "%2", "%26", "%3D", "%00", "%C3%BC", "%FC", "%c0%af", "%ED%A0%80",
    ";", ";c=", "[", "][]", ".", "ü", "\u202e", "#", " ", "_charset_", "amount", "9000", '"', "\\", "{}",
]), max_size=20).map("".join)


@fuzzed
@given(URLENCODED)
def test_form_data_as_others_read_it(text: str) -> None:
    body = text.encode()
    decoded = decode(made(body))
    assert_shown(decoded, by_werkzeug(body, FORM))
    assert_shown(decoded, [pair for pair in parse_qsl(text, keep_blank_values=True, errors="strict")]
                 if decodes(text) else [])


def decodes(text: str) -> bool:
    try:
        parse_qsl(text, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        return False
    return True


@fuzzed
@given(URLENCODED.filter(lambda text: "#" not in text))
def test_an_address_as_others_read_it(text: str) -> None:
    assume(decodes(text))
    decoded = decode(made(b"", FORM, f"https://council.example/f?{text}"))
    assert_shown(decoded, parse_qsl(text, keep_blank_values=True))


# Multipart

DISPOSITIONS = st.sampled_from([
    'form-data; name="a"', "form-data; name=a", 'form-data; name="a"; filename="x.txt"', "form-data; name='a'",
    'form-data; name="a"; name="b"', 'form-data; filename="x.txt"; name="b"', 'form-data;name="a"',
    'Form-Data; NAME="a"',
    'form-data; name="a\\"b"', 'form-data; name="a%22b"', 'form-data; name="a;b"', 'form-data; name=""',
    "form-data",
    'form-data; name="a"; filename=""', "form-data; name=\"a\"; filename*=UTF-8''x%2Ey", 'form-data; name*=UTF-8\'\'b',
    'attachment; name="a"', 'form-data; name="a"; filename="C:\\x.txt"', 'form-data ; name = "a"',
    'form-data; name="ü"',
    'form-data; name="a\tb"', 'form-data; name="a"; size=1', 'form-data; "a"', 'form-data; name=a b', "",
    "form-data; name",
])
CONTENTS = st.lists(st.sampled_from([
    b"1", b"48213", b"\r\n", b"\n", b"--", MARK.encode(), b"--" + MARK.encode(), b"\r\n--" + MARK.encode(), b"\xff",
    b"\0", b"\r\n\r\n", b"Content-Disposition: form-data; name=\"amount\"", b"\xc3\xbc", b" ", b"--\r\n",
]), max_size=5).map(b"".join)
EXTRA = st.sampled_from([
    b"", b"", b"", b"Content-Type: text/plain\r\n", b"Content-Type: text/plain; charset=utf-16\r\n",
    b"Content-Transfer-Encoding: base64\r\n", b"Content-Disposition: form-data; name=\"c\"\r\n", b"X: y\r\n",
    b"Content-Type: multipart/mixed; boundary=in\r\n", b"Content-Type: application/octet-stream\r\n", b" folded\r\n",
])
BREAKS = st.sampled_from([b"\r\n", b"\r\n", b"\r\n", b"\r\n", b"\n", b"\r"])


@st.composite
def multiparts(draw: st.DrawFn) -> bytes:
    mark = b"--" + MARK.encode()
    body = draw(st.sampled_from([b"", b"", b"", b"before\r\n", b"\r\n"]))
    for _ in range(draw(st.integers(0, 3))):
        line = draw(BREAKS)
        body += mark + draw(st.sampled_from([b"", b"", b"", b" ", b"\t", b"x"])) + line
        body += b"Content-Disposition: " + draw(DISPOSITIONS).encode() + line + draw(EXTRA)
        body += line + draw(CONTENTS) + draw(BREAKS)
    ends = [mark + b"--\r\n", mark + b"--\r\n", mark + b"--", mark, b"", mark + b"--\r\nafter"]
    return body + draw(st.sampled_from(ends))


@fuzzed
@given(multiparts())
def test_multipart_as_werkzeug_reads_it(body: bytes) -> None:
    assert_shown(decode(made(body, MULTI)), by_werkzeug(body, MULTI))


@fuzzed
@given(multiparts())
def test_multipart_as_python_multipart_reads_it(body: bytes) -> None:
    read: list[Pair] = []

    def field(one: Field) -> None:
        if one.field_name is not None and one.value is not None:
            read.append((one.field_name.decode("utf-8", "replace"), one.value.decode("utf-8", "replace")))

    def file(one: File) -> None:
        one.file_object.seek(0)
        name = (one.field_name or b"").decode("utf-8", "replace")
        read.append((name, hashlib.sha256(one.file_object.read()).hexdigest()))
        one.close()

    try:
        parse_form({"Content-Type": MULTI.encode(), "Content-Length": str(len(body)).encode()}, io.BytesIO(body), field,
                   file)
    except (FormParserError, ValueError, KeyError):
        return
    decoded = decode(made(body, MULTI))
    # Browsers write a quote in a name as %22; this parser leaves it so, and we show the quote.
    assert_shown(decoded, [(name.replace("%22", '"'), value) for name, value in read if "\ufffd" not in name + value])


@fuzzed
@given(multiparts())
def test_multipart_as_a_mail_program_reads_it(body: bytes) -> None:
    decoded = decode(made(body, MULTI))
    if is_doubtful(decoded):
        return
    mail = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(
        b"Content-Type: " + MULTI.encode() + b"\r\n\r\n" + body)
    parts = [part for part in mail.walk() if not part.is_multipart()]
    assert len(parts) <= max(len([field for field in decoded.fields if not field.inside]), 1)


@fuzzed
@given(multiparts())
@example(f"--{MARK}\r\nContent-Disposition: form-data; name=a b\r\n\r\n\r\n--{MARK}--\r\n".encode())
def test_a_boundary_in_quotes_or_twice_is_no_way_round(body: bytes) -> None:
    for kind in (f'multipart/form-data; boundary="{MARK}"', f"multipart/form-data; boundary={MARK}; boundary=x",
                 f"multipart/form-data; boundary=x; boundary={MARK}", f"multipart/form-data; x=y; BOUNDARY={MARK}"):
        assert_shown(decode(made(body, kind)), by_werkzeug(body, kind))


# JSON

JSON_TEXT = st.lists(st.sampled_from([
    "{", "}", "[", "]", ":", ",", '"a"', '"amount"', "1", "9000", "-0", "1e400", "NaN", "null", "true", '"x"', " ",
    "\n",
    '"a":1', '{"a":1}', '{"a":{"b":2}}', '"\\u0061":2', '"\\ud800"', "/*c*/", "//c\n", "\ufeff", "'a'", '"é"', "\0",
]), max_size=10).map("".join)
PROPER = st.recursive(st.sampled_from([None, True, 1, -1.5, "x", "48213", '{"b":1}', "é"]),
                      lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
                          st.sampled_from(["a", "a.b", "a[0]", "", "query", "amount"]), inner, max_size=3))


@fuzzed
@given(JSON_TEXT | PROPER.map(json.dumps))
def test_json_as_others_read_it(text: str) -> None:
    decoded = decode(made(text.encode(), "application/json"))
    try:
        tree = json.loads(text.removeprefix("\ufeff"), parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        assert not text.strip("\ufeff \n\r\t") or is_doubtful(decoded)
        return
    if not is_doubtful(decoded):
        assert {written(leaf) for leaf in leaves_of(tree)} <= {field.value for field in decoded.fields}


def leaves_of(node: object) -> Iterable[object]:
    inner = list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else None
    if not inner:
        yield node
    for each in inner or ():
        yield from leaves_of(each)


def written(leaf: object) -> str:
    return speakable(leaf) if isinstance(leaf, str) else json.dumps(leaf)


# Packed, and anything at all

ENCODINGS = ["gzip", "deflate", "br", "identity", "GZIP", "zstd"]


@fuzzed
@given(st.binary(max_size=60), st.lists(st.sampled_from(ENCODINGS), max_size=3), st.binary(max_size=3))
def test_a_packed_body_is_read_whole_or_said(body: bytes, encodings: list[str], tail: bytes) -> None:
    packed = b"a=" + body.hex().encode()
    for encoding in encodings:
        packed = {"gzip": gzip.compress, "deflate": zlib.compress}.get(encoding.lower(), lambda raw: raw)(packed)
    decoded = decode(made(packed + tail, FORM, "https://council.example/f", ("Content-Encoding", ", ".join(encodings))))
    if not is_doubtful(decoded):
        own = [field for field in decoded.fields if not field.inside and field.where == "body"]
        assert [(field.key, field.value) for field in own] == parse_qsl(
            (b"a=" + body.hex().encode() + tail).decode("utf-8", "replace"), keep_blank_values=True)


KINDS = st.sampled_from([
    FORM, MULTI, "application/json", "text/plain", "", "application/graphql", "application/x-ndjson", "image/png",
    "text/xml", "multipart/form-data", f"{FORM}; charset=utf-7", "application/x-protobuf",
    "multipart/mixed; boundary=x", "application/vnd.api+json; x", "\x00", "ü/ü; ü=ü"])


@fuzzed
@given(st.binary(max_size=200) | multiparts() | JSON_TEXT.map(str.encode) | URLENCODED.map(str.encode), KINDS)
def test_nothing_raises_and_nothing_is_left_unsaid(body: bytes, kind: str) -> None:
    decoded = decode(made(body, kind))
    own = [field for field in decoded.fields if field.where not in {"header", "cookie"}]
    empty_form = body in {b"", f"--{MARK}--\r\n".encode(), f"--{MARK}--".encode()}
    assert bool(own or decoded.problems) or empty_form
    assert len({field.name for field in decoded.fields}) == len(decoded.fields)
    for field in decoded.fields:
        field.value.encode("utf-8")
        assert not field.inside or any(field.inside == other.name for other in decoded.fields)


# What an approval is bound to

PIECES = st.lists(st.sampled_from([b"a=1", b"&", b"b=2", b"%31", b"=", MARK.encode(), b"\r\n", b"--", b"a"]), max_size=6
                  ).map(b"".join)
OTHER = MARK[:-16] + "fedcba9876543210"


@fuzzed
@given(PIECES | multiparts(), PIECES | multiparts(), st.sampled_from([FORM, MULTI, "text/plain"]))
def test_equal_digests_mean_equal_bytes_but_for_a_browsers_boundary(one: bytes, two: bytes, kind: str) -> None:
    assert digest(made(one, kind)) == digest(made(one, kind))
    renamed = two.replace(MARK.encode(), OTHER.encode())
    same = digest(made(one, kind)) == digest(made(renamed, kind.replace(MARK, OTHER)))
    if same:    # one boundary for another, and nothing else
        assert one == two or one.replace(MARK.encode(), OTHER.encode()) == renamed
    if one == two and kind != MULTI:
        assert same == (one == renamed)


@fuzzed
@given(URLENCODED, URLENCODED, URLENCODED)
def test_comparing_is_an_equivalence_and_equal_means_read_alike(one: str, two: str, three: str) -> None:
    a, b, c = (decode(made(text.encode())) for text in (one, two, three))
    assert compare(a, a).equal
    assert compare(a, b).equal == compare(b, a).equal
    if compare(a, b).equal and compare(b, c).equal:
        assert compare(a, c).equal
    if compare(a, b).equal and decodes(one) and decodes(two):
        assert parse_qsl(one, keep_blank_values=True) == parse_qsl(two, keep_blank_values=True)


@pytest.mark.parametrize(("body", "pair"), [
    (b"a=1&amount=9000", ("amount", "9000")),
    (f"--{MARK}\r\nContent-Disposition: form-data; name=\"amount\"\r\n\r\n9000\r\n--{MARK}--\r\n".encode(),
     ("amount", "9000")),
])
def test_the_oracle_sees_a_field_that_is_left_out(body: bytes, pair: Pair) -> None:
    decoded = decode(made(body, FORM if body.startswith(b"a") else MULTI))
    less = Decoded(decoded.fields[:-1], decoded.problems)
    with pytest.raises(AssertionError):
        assert_shown(less, [pair])
