"""An address is known only when it was fetched, given, or stands in what the server delivered."""

from __future__ import annotations

import pytest

from agent.gate.memory import Memory
from agent.gate.scan import Scanner

PAGE = "https://council.example/permits/apply"
HTML = """<a href="/permits/step2?ref=7&amp;lang=en">Next</a> <img src='logo.png'> <link href="//cdn.example/a.css">
<script>const api = "https:\\/\\/council.example\\/api\\/slots"; go("./done");</script>
<meta http-equiv="refresh" content="5; url=/late"> <form action="?save=1"> <a href="../help">Help</a>"""


@pytest.fixture
def memory() -> Memory:
    found = Memory()
    found.deliver(PAGE)
    found.read(HTML, PAGE)
    return found


@pytest.mark.parametrize("url", [
    "https://council.example/permits/step2?ref=7&lang=en", "https://council.example/permits/logo.png",
    "https://cdn.example/a.css", "https://council.example/api/slots", "https://council.example/permits/done",
    "https://council.example/late", "https://council.example/permits/apply?save=1", "https://council.example/help",
    "https://council.example/help#top",
])
def test_what_the_server_named_is_known(memory: Memory, url: str) -> None:
    assert memory.is_known(url)


@pytest.mark.parametrize("url", [
    "https://council.example/permits/step2?ref=7&lang=SECRET", "https://council.example/permits/step2",
    "https://council.example/SECRET/logo.png", "https://council.example/permits/SECRET/done",
    "https://evil.example/permits/step2?ref=7&lang=en", "https://council.example/permits/apply?save=SECRET",
    "https://council.example/logo.png?x=SECRET", "http://council.example/late",
    "https://SECRET.council.example/late", "https://council.example:444/late",
])
def test_what_a_page_could_have_composed_is_not(memory: Memory, url: str) -> None:
    assert not memory.is_known(url)


TOKENS = """<input value="q8Zk2Lw9Tt41=="><meta content='a/b+c=d&amp;e'><script>{"t": "x.y-z_1"}</script>"""


@pytest.mark.parametrize(("value", "written"), [
    ("q8Zk2Lw9Tt41==", True), ("a/b+c=d&e", True), ("x.y-z_1", True), ("q8Zk2Lw9Tt41", False), ("x" * 3000, False),
    ("q8Zk2Lw9Tt41==SECRET", False), ("SECRET=q8Zk2Lw9Tt41", False), ("", False), ("==", False)])
def test_a_value_is_the_sites_own_when_the_server_wrote_all_of_it(value: str, written: bool) -> None:
    found = Memory()
    found.read(TOKENS, PAGE)
    assert found.delivered(value) is written


def test_an_address_on_the_seam_of_two_pieces_is_seen() -> None:
    memory = Memory()
    memory.deliver(PAGE)
    scanner = Scanner(memory, PAGE, "text/html", "")
    scanner.feed(b'<a href="/permits/st')
    scanner.feed(b'ep3">')
    assert memory.is_known("https://council.example/permits/step3")


def test_a_packed_answer_is_read_and_a_broken_one_names_nothing() -> None:
    import gzip

    memory = Memory()
    memory.deliver(PAGE)
    Scanner(memory, PAGE, "text/html", "gzip").feed(gzip.compress(b'<a href="/packed">'))
    Scanner(memory, PAGE, "text/html", "gzip").feed(b'<a href="/broken">')
    assert memory.is_known("https://council.example/packed")
    assert not memory.is_known("https://council.example/broken")


def test_a_memory_survives_being_kept(memory: Memory) -> None:
    memory.headers.add(("x-requested-with", "XMLHttpRequest"))
    memory.cookies.add("session=1")
    again = Memory.load(memory.dump())
    assert again == memory
