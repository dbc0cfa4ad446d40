"""Armed, a read takes nothing along that a page could have written."""

from __future__ import annotations

import pytest

from agent.gate.forwarding import chosen, clean, forwardable, page_made, remember, tidy
from agent.gate.memory import Memory
from agent.gate.wire import MemoryBody, WireRequest

BEFORE = (("Host", "council.example"), ("Cookie", "session=abc; theme=dark"), ("X-App", "7"), ("Accept", "*/*"))


def armed() -> Memory:
    memory = Memory()
    memory.give("https://council.example/form")
    remember(BEFORE, memory)
    return memory


def test_what_was_sent_before_arming_may_go_again() -> None:
    assert clean(BEFORE, armed()) == BEFORE


def test_new_cookies_headers_and_addresses_do_not_leave() -> None:
    leak = (("Host", "council.example"), ("Cookie", "session=abc; stolen=SECRET"), ("X-App", "SECRET"),
            ("X-New", "SECRET"), ("Accept", "text/SECRET"), ("Accept-Language", "SECRET"), ("Range", "bytes=48213-"),
            ("Referer", "https://council.example/form?d=SECRET"), ("Cache-Control", "SECRET"),
            ("If-None-Match", '"SECRET"'))
    sent = clean(leak, armed())
    assert sent == (("Host", "council.example"), ("Cookie", "session=abc"), ("Accept", "*/*"),
                    ("Referer", "https://council.example/"))


def test_what_a_page_can_choose_among_known_pieces_is_told_apart() -> None:
    sent = clean((*BEFORE, ("Referer", "https://council.example/form"), ("Sec-CH-UA", "x")), armed())
    assert chosen(sent) == {("cookie", "session=abc; theme=dark"), ("x-app", "7")}


@pytest.mark.parametrize(("name", "value"), [
    ("Upgrade-Insecure-Requests", "SECRET"), ("Priority", "SECRET"), ("Priority", "u=1, SECRET"), ("DNT", "SECRET"),
    ("Sec-GPC", "SECRET"), ("Sec-CH-Viewport-Width", "4821"), ("Sec-CH-Width", "4821"), ("Viewport-Width", "4821"),
    ("Sec-CH-DPR", "4.821"), ("Save-Data", "SECRET"), ("Last-Event-ID", "SECRET"), ("Authorization", "SECRET"),
    ("X-HTTP-Method-Override", "SECRET"), ("Content-Type", "SECRET"), ("Sec-Purpose", "SECRET"),
])
def test_no_header_takes_data_along_unseen(name: str, value: str) -> None:
    assert clean(((name, value),), armed()) == ()
    assert page_made(tidy(((name, value),), armed()), armed()) == ((name.lower(), value),) or name == "Content-Type"


@pytest.mark.parametrize(("destination", "accept", "sent"), [
    ("image", "application/json", "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"),
    ("script", "text/html", "*/*"), ("empty", "application/json", "application/json"), ("empty", "x/SECRET", "*/*")])
def test_what_an_armed_read_accepts_follows_from_what_it_is_for(destination: str, accept: str, sent: str) -> None:
    headers = (("Sec-Fetch-Dest", destination), ("Accept", accept), ("Priority", "u=3, i"), ("DNT", "1"),
               ("Cache-Control", "no-cache"), ("Upgrade-Insecure-Requests", "1"))
    assert clean(headers, armed()) == (("Sec-Fetch-Dest", destination), ("Accept", sent))


def test_a_method_override_is_never_taken_for_granted() -> None:
    memory = armed()
    remember((("X-HTTP-Method-Override", "DELETE"),), memory)
    assert clean((("X-HTTP-Method-Override", "DELETE"),), memory) == ()
    assert page_made((("X-HTTP-Method-Override", "DELETE"),), memory) == (("x-http-method-override", "DELETE"),)


def test_what_a_page_wrote_into_a_held_request_is_named() -> None:
    held = (*BEFORE, ("Cookie", "stolen=SECRET"), ("X-New", "SECRET"), ("Referer", "https://council.example/x?d=S"))
    assert page_made(held, armed()) == (("cookie", "stolen=SECRET"), ("x-new", "SECRET"))


def test_a_held_request_has_no_other_places_to_hide_data_in() -> None:
    held = (("Referer", "https://council.example/x?d=S"), ("Accept", "a/SECRET"), ("Accept-Language", "SECRET"),
            ("Range", "bytes=1-48213"), ("Content-Type", "text/plain"), ("Cache-Control", "max-age=0"))
    assert tidy(held, armed()) == (("Referer", "https://council.example/"), ("Accept", "*/*"),
                                   ("Content-Type", "text/plain"), ("Cache-Control", "max-age=0"))


def test_host_length_and_encodings_are_the_gates_own() -> None:
    written = WireRequest("POST", "https://council.example:8443/f", (
        ("Host", "evil.example"), ("Accept-Encoding", "gzip, deflate, br, zstd"), ("Connection", "close"), ("TE", "x"),
        ("Content-Length", "99"), ("Transfer-Encoding", "chunked"), ("Expect", "100-continue")), MemoryBody(b"abc"))
    assert forwardable(written) == (("Host", "council.example:8443"), ("Accept-Encoding", "gzip, deflate"),
                                    ("Content-Length", "3"))
