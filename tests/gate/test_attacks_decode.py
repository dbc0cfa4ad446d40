"""Somebody who has read the decoder: one case for each thing that it takes for granted.

Each hides an amount of 9000, or the word SECRET, where a site would find it. The person must find it too: as the value
or the name of a field, or else be told that this can't be read for sure, which needs a yes of its own.
"""

from __future__ import annotations

import base64
import gzip
import json
import zlib
from dataclasses import dataclass

import pytest

from agent.gate.decode import Decoded, decode
from agent.gate.wire import MemoryBody, WireRequest

FORM = "application/x-www-form-urlencoded"
MARK = "----WebKitFormBoundaryABCDABCDABCDABCD"
MULTI = f"multipart/form-data; boundary={MARK}"
JSON = "application/json"


def made(body: bytes | str, kind: str | tuple[str, ...] = FORM, *headers: tuple[str, str],
         url: str = "https://council.example/f") -> WireRequest:
    types = (kind,) if isinstance(kind, str) else kind
    raw = body.encode() if isinstance(body, str) else body
    return WireRequest("POST", url, (*(("Content-Type", each) for each in types), *headers), MemoryBody(raw))


def part(head: str, content: str | bytes = "9000") -> bytes:
    raw = content.encode() if isinstance(content, str) else content
    return f"--{MARK}\r\n{head}\r\n\r\n".encode() + raw + b"\r\n"


def named(name: str, content: str | bytes = "9000", extra: str = "") -> bytes:
    return part(f'Content-Disposition: form-data; name="{name}"{extra}', content)


END = f"--{MARK}--\r\n".encode()
READING = named("reading", "48213")


def b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@dataclass(frozen=True)
class Shown:
    """The request, and where the person must see it: ``field`` for its plain value, ``doubt`` for its own yes."""

    request: WireRequest
    where: str


TRICKS: dict[str, Shown] = {
    # character sets
    "UTF-7 in the type": Shown(made("reading=48213+AD0-9000", f"{FORM}; charset=utf-7"), "doubt"),
    "UTF-16 body under a JSON type": Shown(made('{"amount":9000}'.encode("utf-16"), JSON), "doubt"),
    "UTF-32 without a mark": Shown(made('{"amount":9000}'.encode("utf-32-le"), JSON), "doubt"),
    "EBCDIC in the type": Shown(made("amount=9000", f"{FORM}; charset=cp037"), "doubt"),
    "_charset_ tells another one": Shown(made("_charset_=utf-7&note=+ADkwMDA-"), "doubt"),
    "overlong UTF-8": Shown(made("note=%C0%A9000"), "doubt"),
    "half a surrogate pair in percent": Shown(made("note=%ED%A0%809000"), "doubt"),
    "a lone surrogate in JSON": Shown(made('{"note":"\\ud8009000"}', JSON), "field"),
    "a byte order mark before the name": Shown(made("\ufeffamount=9000"), "doubt"),
    "a byte order mark before JSON": Shown(made('\ufeff{"amount":9000}', JSON), "field"),
    "shift JIS second byte is a quote": Shown(made(b'{"a":"\x83\x5c","amount":9000}', f"{JSON}; charset=shift_jis"),
                                              "doubt"),
    "ISO-2022 escapes": Shown(made(b"a=\x1b$B9000\x1b(B", f"{FORM}; charset=iso-2022-jp"), "doubt"),
    # the type
    "two types": Shown(made('{"amount":9000}', ("text/plain", JSON)), "doubt"),
    "two types in one header": Shown(made("amount=9000", f"{FORM}, {JSON}"), "doubt"),
    "no type": Shown(made("amount=9000", ()), "doubt"),
    "JSON under a text type": Shown(made('{"amount":9000}', "text/plain"), "field"),
    "form data under a text type": Shown(made("reading=1&amount=9000", "text/plain"), "field"),
    "form data under an unknown type": Shown(made("amount=9000", "application/x-unknown"), "doubt"),
    "upper case and blanks in the type": Shown(made("amount=9000", "  APPLICATION/X-WWW-FORM-URLENCODED  "), "field"),
    "a type that carries it": Shown(made("a=1", f"{FORM}; note=9000"), "field"),
    # boundaries
    "no boundary": Shown(made(named("amount") + END, "multipart/form-data"), "doubt"),
    "an empty boundary": Shown(made(b'--\r\nContent-Disposition: form-data; name="amount"\r\n\r\n9000\r\n----\r\n',
                                    "multipart/form-data; boundary="), "doubt"),
    "two boundaries": Shown(made(named("amount") + END, f"multipart/form-data; boundary=x; boundary={MARK}"), "doubt"),
    "boundary in quotes with an escape": Shown(made(named("amount") + END, f'multipart/form-data; boundary="\\{MARK}"'),
                                               "doubt"),
    "boundary continued as RFC 2231": Shown(made(named("amount") + END, f"multipart/form-data; boundary*0={MARK}"),
                                            "doubt"),
    "bare line feeds": Shown(made((READING + named("amount") + END).replace(b"\r\n", b"\n"), MULTI), "doubt"),
    "a boundary with a blank behind it": Shown(made(
        READING + named("amount").replace(MARK.encode(), MARK.encode() + b" ") + END, MULTI), "doubt"),
    "a field in blanks beside the boundary": Shown(made(
        READING.replace(MARK.encode(), MARK.encode() + b" \t \t\t") + END, MULTI), "doubt"),
    "a part after the end": Shown(made(READING + END + named("amount") + END, MULTI), "doubt"),
    "a part before the start": Shown(made(
        b'Content-Disposition: form-data; name="amount"\r\n\r\n9000\r\n' + READING + END, MULTI), "doubt"),
    "a boundary inside a value": Shown(made(named("note", f"x\n--{MARK}\nContent-Disposition: form-data; name=amount"
                                                          "\n\n9000") + END, MULTI), "doubt"),
    "no end": Shown(made(READING + named("amount"), MULTI), "doubt"),
    # the parts
    "a part within a part": Shown(made(part(
        'Content-Disposition: form-data; name="a"\r\nContent-Type: multipart/mixed; boundary=in',
        '--in\r\nContent-Disposition: form-data; name="amount"\r\n\r\n9000\r\n--in--') + END, MULTI), "doubt"),
    "base64 as the part's encoding": Shown(made(part(
        'Content-Disposition: form-data; name="amount"\r\nContent-Transfer-Encoding: base64', b64("9000")) + END,
        MULTI), "doubt"),
    "two dispositions": Shown(made(part('Content-Disposition: form-data; name="reading"\r\n'
                                        'Content-Disposition: form-data; name="amount"') + END, MULTI), "doubt"),
    "two names": Shown(made(part(
        'Content-Disposition: form-data; name="reading"; name="amount"') + END, MULTI), "doubt"),
    "a name continued as RFC 2231": Shown(made(part('Content-Disposition: form-data; name*0="amo"; name*1="unt"') + END,
                                               MULTI), "doubt"),
    "an extended name": Shown(made(part("Content-Disposition: form-data; name=\"reading\"; name*=UTF-8''amount") + END,
                                   MULTI), "doubt"),
    "a file name that is another in the extended form": Shown(made(named(
        "f", "x", "; filename=\"bill.pdf\"; filename*=UTF-8''9000.exe") + END, MULTI), "doubt"),
    "an escaped quote in a name": Shown(made(named('a\\"; name=\\"amount') + END, MULTI), "doubt"),
    "a folded header": Shown(made(part('Content-Disposition: form-data;\r\n name="amount"') + END, MULTI), "field"),
    "a header that is none": Shown(made(part(
        'Content-Disposition: form-data; name="reading"\r\n9000 euro') + END, MULTI), "field"),
    "a file without a name": Shown(made(named("f", "amount=9000", '; filename=""') + END, MULTI), "file"),
    "the part says UTF-7": Shown(made(part(
        'Content-Disposition: form-data; name="note"\r\nContent-Type: text/plain; charset=utf-7', "+ADkwMDA-") + END,
        MULTI), "doubt"),
    # form data
    "a name twice": Shown(made("amount=1&amount=9000"), "field"),
    "a name twice, once in brackets": Shown(made("amount=1&amount[]=9000"), "field"),
    "brackets that one site folds": Shown(made("a[b]=1&a%5Bb%5D=9000&a.b=2"), "field"),
    "semicolons": Shown(made("reading=1;amount=9000"), "doubt"),
    "a NUL in the name": Shown(made("amount%00x=9000"), "doubt"),
    "a NUL in the value": Shown(made("amount=1%00&amount%00=9000"), "doubt"),
    "a plus for a blank": Shown(made("amount=+9000"), "field"),
    "an unfinished escape": Shown(made("amount=%9000&x=%"), "doubt"),
    "no equals sign": Shown(made("9000"), "field"),
    "isindex": Shown(made("isindex=9000"), "field"),
    "in the address beside the body": Shown(made("reading=1", url="https://council.example/f?amount=9000"), "field"),
    "a field that takes another method": Shown(made("_method=DELETE&id=9000"), "field"),
    "four thousand fields before it": Shown(made("&".join(f"k{i}=1" for i in range(4000)) + "&amount=9000"), "doubt"),
    "a megabyte before it": Shown(made("note=" + "x" * 1_000_000 + "&amount=9000"), "field"),
    "five megabytes in one field": Shown(made("note=" + "x" * 5_000_000 + "&amount=9000"), "doubt"),
    # JSON
    "a JSON name twice": Shown(made('{"amount":1,"amount":9000}', JSON), "doubt"),
    "a JSON name twice by escape": Shown(made('{"amount":1,"\\u0061mount":9000}', JSON), "doubt"),
    "JSON with a comment": Shown(made('{"reading":1/*,"amount":9000*/}', JSON), "doubt"),
    "JSON with a trailing comma": Shown(made('{"amount":9000,}', JSON), "doubt"),
    "JSON after JSON": Shown(made('{"reading":1}{"amount":9000}', JSON), "doubt"),
    "JSON in single quotes": Shown(made("{'amount':9000}", JSON), "doubt"),
    "a huge number": Shown(made('{"amount":9000.00000000000000000000000001}', JSON), "field"),
    "a number too large": Shown(made('{"amount":9000e9999}', JSON), "field"),
    "NaN": Shown(made('{"amount":NaN,"x":9000}', JSON), "doubt"),
    "a prototype": Shown(made('{"__proto__":{"amount":9000}}', JSON), "field"),
    "too deep": Shown(made('{"a":' * 100 + "9000" + "}" * 100, JSON), "doubt"),
    "JSON in a string": Shown(made(json.dumps({"p": '{"reading":1,"amount":9000}'}), JSON), "field"),
    "a name twice in JSON in a string": Shown(made(json.dumps({"p": '{"amount":1,"amount":9000}'}), JSON), "doubt"),
    "base64 of JSON": Shown(made("data=" + b64('{"amount":9000}').replace("=", "%3D")), "field"),
    "a GraphQL operation under another name": Shown(made(json.dumps(
        {"operationName": "GetMe", "query": "mutation Pay { pay(amount: 9000) }"}), JSON), "doubt"),
    "one GraphQL operation of two": Shown(made(json.dumps(
        {"query": "query A { a } mutation B { pay(amount: 9000) }"}), JSON), "doubt"),
    "a line of JSON lines that is none": Shown(made('{"a":1}\n{"amount":9000', "application/x-ndjson"), "doubt"),
    # names that look like others
    "a Cyrillic letter": Shown(made("\u0430mount=9000"), "doubt"),
    "a sign of no width": Shown(made("am\u200bount=9000"), "doubt"),
    "reversed reading": Shown(made("\u202etnuoma=9000"), "doubt"),
    # packing
    "said to be gzip and is not": Shown(made("amount=9000", FORM, ("Content-Encoding", "gzip")), "doubt"),
    "gzip and not said so": Shown(made(gzip.compress(b"amount=9000")), "doubt"),
    "two gzip members": Shown(made(gzip.compress(b"reading=1") + gzip.compress(b"&amount=9000"), FORM,
                                   ("Content-Encoding", "gzip")), "doubt"),
    "something after gzip": Shown(made(gzip.compress(b"reading=1") + b"&amount=9000", FORM,
                                       ("Content-Encoding", "gzip")), "doubt"),
    "deflate in both senses": Shown(made(zlib.compress(b"amount=9000")[2:-4], FORM, ("Content-Encoding", "deflate")),
                                    "field"),
    "brotli": Shown(made(b"\x0b\x05\x80amount=9000\x03", FORM, ("Content-Encoding", "br")), "doubt"),
    "zstandard": Shown(made(b"\x28\xb5\x2f\xfdamount=9000", FORM, ("Content-Encoding", "zstd")), "doubt"),
    "an encoding with blanks and capitals": Shown(made(gzip.compress(b"amount=9000"), FORM,
                                                       ("Content-Encoding", " GZip ,identity")), "field"),
    "binary that a site unpacks": Shown(made(b"\x08\x96\x01amount9000", "application/x-protobuf"), "doubt"),
    # elsewhere
    "in a header": Shown(made("a=1", FORM, ("X-Amount", "9000")), "field"),
    "in a cookie": Shown(made("a=1", FORM, ("Cookie", "amount=9000")), "field"),
    "in the language": Shown(made("a=1", FORM, ("Accept-Language", "9000")), "field"),
    "a method in a header": Shown(made("id=9000", FORM, ("X-HTTP-Method-Override", "DELETE")), "field"),
}


def is_said(decoded: Decoded) -> bool:
    return bool(decoded.problems) or any(field.unreadable for field in decoded.fields)


def stands_there(decoded: Decoded) -> bool:
    return any("9000" in text for field in decoded.fields if not field.unreadable
               for text in (field.value, field.key, field.name))


@pytest.mark.parametrize("name", TRICKS)
def test_the_person_sees_it_or_is_told_that_it_can_not_be_read(name: str) -> None:
    shown = TRICKS[name]
    decoded = decode(shown.request)
    if shown.where == "doubt":
        assert is_said(decoded), decoded
    elif shown.where == "field":
        assert stands_there(decoded), decoded
    else:
        assert any(field.file and field.file.preview == "amount=9000" for field in decoded.fields), decoded


def test_an_honest_form_is_said_to_be_nothing_but_itself() -> None:
    """Otherwise everything above could be said of everything."""
    for request in (made("reading=48213&amount=12.50"), made(READING + named("amount", "12.50") + END, MULTI),
                    made('{"reading":48213,"amount":12.5}', JSON)):
        decoded = decode(request)
        assert not is_said(decoded)
        assert not stands_there(decoded)
