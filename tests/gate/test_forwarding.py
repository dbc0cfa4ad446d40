"""Armed, a read takes nothing along that a page could have written."""

from __future__ import annotations

from agent.gate.forwarding import clean, forwardable, page_made, remember, tidy
from agent.gate.memory import Memory

BEFORE = (("Host", "council.example"), ("Cookie", "session=abc; theme=dark"), ("X-App", "7"), ("Accept", "*/*"))


def armed() -> Memory:
    memory = Memory()
    memory.give("https://council.example/form")
    remember(BEFORE, memory)
    return memory


def test_what_was_sent_before_arming_may_go_again() -> None:
    assert clean(BEFORE, armed(), bare=False) == BEFORE


def test_new_cookies_headers_and_addresses_do_not_leave() -> None:
    leak = (("Host", "council.example"), ("Cookie", "session=abc; stolen=SECRET"), ("X-App", "SECRET"),
            ("X-New", "SECRET"), ("Accept", "text/SECRET"), ("Accept-Language", "SECRET"), ("Range", "bytes=48213-"),
            ("Referer", "https://council.example/form?d=SECRET"), ("Cache-Control", "SECRET"),
            ("If-None-Match", '"SECRET"'))
    sent = clean(leak, armed(), bare=False)
    assert sent == (("Host", "council.example"), ("Cookie", "session=abc"), ("Accept", "*/*"),
                    ("Referer", "https://council.example/"))


def test_third_parties_get_no_cookie_and_no_referrer() -> None:
    sent = clean((*BEFORE, ("Referer", "https://council.example/form")), armed(), bare=True)
    assert sent == (("Host", "council.example"), ("Accept", "*/*"))


def test_what_a_page_wrote_into_a_held_request_is_named() -> None:
    held = (*BEFORE, ("Cookie", "stolen=SECRET"), ("X-New", "SECRET"), ("Referer", "https://council.example/x?d=S"))
    assert page_made(held, armed()) == (("cookie", "stolen=SECRET"), ("x-new", "SECRET"))


def test_a_held_request_has_no_other_places_to_hide_data_in() -> None:
    held = (("Referer", "https://council.example/x?d=S"), ("Accept", "a/SECRET"), ("Accept-Language", "SECRET"),
            ("Range", "bytes=1-48213"), ("Content-Type", "text/plain"), ("Cache-Control", "max-age=0"))
    assert tidy(held, armed()) == (("Referer", "https://council.example/"), ("Accept", "*/*"),
                                   ("Content-Type", "text/plain"), ("Cache-Control", "max-age=0"))


def test_only_readable_encodings_are_asked_for() -> None:
    assert forwardable([("Accept-Encoding", "gzip, deflate, br, zstd"), ("Connection", "close"), ("TE", "x")]) == (
        ("Accept-Encoding", "gzip, deflate"),)
