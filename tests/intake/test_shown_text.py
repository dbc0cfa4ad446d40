"""Of a document only what a person sees of it is read, in seconds whatever it holds."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest

from agent.intake.draft import checked_files
from agent.intake.errors import BadFile
from agent.intake.shown_text import Unread, shown_text
from agent.intake.visible_html import visible_text
from tests.intake.test_hostile_mail import BOMBS

SECONDS = 15.0
"""Processor time; what hangs takes minutes."""


@pytest.mark.parametrize("html", [
    "<p style='display:none'>X</p>", "<p style='DISPLAY : NONE !important'>X</p>", "<p style='dis\\70lay:none'>X</p>",
    "<p style='display:/**/none'>X</p>", "<p hidden>X</p>", "<div style='visibility:hidden'><p>X</p></div>",
    "<p style='font-size:1px'>X</p>", "<p style='font:0/0 a'>X</p>", "<p style='opacity:.01'>X</p>",
    "<p style='color:#fff'>X</p>", "<font color=white>X</font>", "<p style='color:rgba(0,0,0,0)'>X</p>",
    "<table bgcolor='#000'><tr><td>X</table>", "<p style='background:#101010;color:#000'>X</p>",
    "<p style='position:absolute;left:-9999px'>X</p>", "<p style='text-indent:-999em'>X</p>",
    "<div style='max-height:0;overflow:hidden'>X</div>", "<div style='height:1px;overflow:hidden'>X</div>",
    "<style>.a{display:none}</style><p class='b a'>X</p>",
    "<style>body #i > b.c{color:#fefefe}</style><b class=c>X</b>",
    "<style>@media screen{p{visibility:hidden}}</style><p>X</p>", "<style>*{font-size:0}</style><p>X</p>",
    "<!-- X -->", "<title>X</title>", "<script>X</script>", "<template>X</template>", "<noscript>X</noscript>",
    "<details>X</details>", "<textarea>X</textarea>", "<bdo dir=rtl>X</bdo>", "<img alt=X><input value=X>",
    "<span hidden><div></span>X</div>", "<div hidden></p>X</div>", "<div hidden><b>X",
    "<p style='mso-hide:all'>X</p>", "<p style='clip-path:inset(100%)'>X</p>", "<p style='transform:scale(0)'>X</p>",
    f"<style>{'a{color:red}' * 2000}</style>X", f"<style>/*{'x' * 300_000}*/</style>X"])
def test_what_is_not_seen_is_no_text(html: str) -> None:
    assert "X" not in visible_text(html)


@pytest.mark.parametrize(("html", "text"), [
    ("<p>Your <b>reading</b>:<br>48&nbsp;213</p>", "Your reading:\n48 213"),
    ("<table><tr><td>Reading<td>48213</tr><tr><th>123</th><th>456</th></table>", "Reading | 48213\n123 | | 456"),
    ("<style>@media (max-width:600px){.d{display:none}} .m{display:none}</style><p class=d>A<p class=m>B</p>", "A"),
    ("<div style='background:#003'><p style='color:#fff'>A</p></div>", "A"),
    ("<p style='display:none'>no</p>A", "A"), ("<details open>A</details>", "A"), ("A", "A"), ("", ""),
])
def test_what_is_seen(html: str, text: str) -> None:
    assert visible_text(html) == text


@pytest.mark.parametrize("html", [
    "<b>" * 80_000, "<b><div>" + "<i>" * 25_000 + "</b>" * 25_000, "<a " * 160_000, "<" * 250_000, "&" * 500_000,
    "<style>" + "[" * 190_000 + "{color:red}</style>", "<style>" + "{" * 190_000, "<style>a{b:c}</style>" * 20_000,
    "<style>" + "".join(f".a{at}{{color:red}}" for at in range(900)) + "</style>" + "".join(
        f"<p class='a{at % 900} b{at}'>x" for at in range(15_000))])
def test_html_made_to_hurt_is_read_in_bounded_time(html: str) -> None:
    began = time.process_time()
    visible_text(html[:500_000])
    assert time.process_time() - began < SECONDS


def _read(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return shown_text(checked_files([path])[0])


def test_of_an_email_what_mail_programs_show(tmp_path: Path) -> None:
    head = b"Subject: Reading 1\r\nMIME-Version: 1.0\r\n"
    both = head + (b'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n'
                   b"Reading 2\r\n--b\r\nContent-Type: text/html\r\n\r\n"
                   b"<p hidden>Reading 3</p><p>Reading 4</p>\r\n--b--")
    assert _read(tmp_path / "a.eml", both) == "Reading 4"
    assert _read(tmp_path / "b.eml", head + b"\r\nReading 2\r\n") == "Reading 2\n"
    huge = head + b"\r\n" + b"Reading 48213\r\n" * 2_000_000
    assert len(_read(tmp_path / "c.eml", huge)) <= 500_000


@pytest.mark.parametrize("name", ["nested", "brackets in the encoding", "an odd character set", "no boundary"])
def test_a_broken_email_is_read_or_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(BOMBS[name])
    began = time.process_time()
    with contextlib.suppress(BadFile):
        assert len(shown_text(checked_files([path])[0])) < 100
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize(("name", "data", "text"), [
    ("a.txt", "é 48213".encode("cp1252"), "é 48213"), ("a.txt", "é".encode("utf-16"), "é"),
    ("a.txt", b"\xef\xbb\xbfa\r\nb\tc", "a\nb | c"), ("a.html", b"<p hidden>no</p>yes", "yes"),
    ("a.txt", "one\nt\u202ewo\nth\u200bree".encode(), "one\nthree"),
    ("a.heic", b"\0\0\0 ftypheic", Unread.HEIC), ("a.zip", b"PK", Unread.OTHER)])
def test_kinds_of_files(tmp_path: Path, name: str, data: bytes, text: str) -> None:
    assert _read(tmp_path / name, data) == text
