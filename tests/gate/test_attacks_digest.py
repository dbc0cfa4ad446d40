"""Two requests that a site would read differently have different digests, however alike they are made to look."""

from __future__ import annotations

import itertools

from agent.gate.canonical import digest
from agent.gate.wire import MemoryBody, WireRequest

MARK = "----WebKitFormBoundary0123456789abcdef"
OTHER = "----WebKitFormBoundaryfedcba9876543210"
MULTI = f"multipart/form-data; boundary={MARK}"


def made(body: bytes, *headers: tuple[str, str], url: str = "https://council.example/f", method: str = "POST",
         ) -> WireRequest:
    return WireRequest(method, url, headers, MemoryBody(body))


def part(mark: str = MARK, name: str = "a", value: str = "1") -> bytes:
    return f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()


def end(mark: str = MARK) -> bytes:
    return f"--{mark}--\r\n".encode()


BODY = part() + end()
ALIKE = [
    made(BODY, ("Content-Type", MULTI)),
    made(BODY, ("Content-Type", f"multipart/form-data; boundary={OTHER}")),
    made(BODY, ("Content-Type", f"multipart/form-data; boundary={OTHER}; boundary={MARK}")),
    made(BODY, ("Content-Type", f"multipart/form-data; boundary={MARK}; boundary={OTHER}")),
    made(BODY, ("Content-Type", f"{MULTI}; charset=utf-7")),
    made(BODY, ("Content-Type", f"{MULTI}; note=SECRET")),
    made(BODY, ("Content-Type", MULTI.replace("form-data", "mixed"))),
    made(BODY, ("Content-Type", MULTI), ("Content-Encoding", "gzip")),
    made(BODY, ("Content-Type", MULTI), ("Content-Type", "text/plain")),
    made(BODY, ("Content-Type", "text/plain"), ("Content-Type", MULTI)),
    made(BODY),
    made(b"SECRET\r\n" + BODY, ("Content-Type", MULTI)),
    made(BODY + b"SECRET", ("Content-Type", MULTI)),
    made(part(value=f"1\r\n{part(name='b').decode()}") + end(), ("Content-Type", MULTI)),
    made(part() + part(name="b") + end(), ("Content-Type", MULTI)),
    made(part(value=f"1\n--{OTHER}") + end(), ("Content-Type", MULTI)),
    made(part("SECRET") + end("SECRET"), ("Content-Type", "multipart/form-data; boundary=SECRET")),
    made(BODY, ("Content-Encoding", "gzip"), ("Content-Encoding", "type"), ("Content-Encoding", MULTI)),
    made(BODY, ("Content-Encoding", "gzip"), ("Content-Type", MULTI), ("X-A", "encoding")),
    made(BODY, ("Content-Encoding", "gzip, deflate"), ("Content-Type", "text/plain")),
    made(BODY, ("Content-Encoding", "gzip"), ("Content-Encoding", "deflate"), ("Content-Type", "text/plain")),
    made(BODY, ("Content-Encoding", "deflate"), ("Content-Encoding", "gzip"), ("Content-Type", "text/plain")),
    made(BODY, ("Content-Type", MULTI), ("X-HTTP-Method-Override", "DELETE")),
    made(BODY, ("Content-Type", MULTI), ("Authorization", "Bearer other")),
    made(BODY, ("Content-Type", MULTI), ("X-A", "1"), ("X-B", "2")),
    made(BODY, ("Content-Type", MULTI), ("X-A", "1"), ("X-A", "2")),
    made(BODY, ("Content-Type", MULTI), url="https://council.example/f?"),
    made(BODY, ("Content-Type", MULTI), url="https://council.example/f/"),
    made(BODY, ("Content-Type", MULTI), url="http://council.example/f"),
    made(BODY, ("Content-Type", MULTI), url="https://council.example:8443/f"),
    made(BODY, ("Content-Type", MULTI), url="https://council.example/F"),
    made(BODY, ("Content-Type", MULTI), method="PUT"),
]


def test_no_two_of_them_are_one() -> None:
    digests = [digest(each) for each in ALIKE]
    same = [(ALIKE[i], ALIKE[j]) for (i, one), (j, other) in itertools.combinations(enumerate(digests), 2)
            if one == other]
    assert same == []


def test_what_a_browser_chooses_anew_each_time_changes_nothing() -> None:
    other = made(part(OTHER) + end(OTHER), ("content-type", f"multipart/form-data; boundary={OTHER}"),
                 ("User-Agent", "x"), ("Sec-Fetch-Mode", "navigate"), ("Cookie", "session=2"))
    assert digest(other) == digest(ALIKE[0])
