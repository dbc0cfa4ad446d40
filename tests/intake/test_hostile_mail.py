"""E-mails made to hurt: bombs in their headers and parts, names that lead elsewhere, links nobody pressed."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from urllib.parse import quote

import pytest

from agent.intake.draft import draft
from agent.intake.errors import BadFile
from agent.intake.mail import LONGEST_NAME, MOST_ATTACHMENTS, MOST_LINKS, read_mail

HEAD = b"Subject: hi\r\nFrom: a@b.example\r\nMIME-Version: 1.0\r\n"
HTML = HEAD + b"Content-Type: text/html\r\n\r\n"
SECONDS = 15.0
"""Processor time; what hangs takes minutes."""


def _with(header: bytes) -> bytes:
    return (HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n'
            b"Content-Disposition: attachment; " + header + b"\r\n\r\nproof\r\n--b--\r\n")


def _nested(depth: int) -> bytes:
    levels = "".join(f'Content-Type: multipart/mixed; boundary="b{at}"\r\n\r\n--b{at}\r\n' for at in range(depth))
    return HEAD + levels.encode() + b"Content-Type: text/plain\r\n\r\nx\r\n"


BOMBS = {
    "nested": _nested(2000), "deeply nested": _nested(20_000),
    "brackets in the type": HEAD + b"Content-Type: " + b"(" * 100_000 + b"\r\n\r\nx",
    "parameters of the type": HEAD + b"Content-Type: text/plain; " + b'a*0="x"; ' * 50_000 + b"\r\n\r\nx",
    "brackets in the encoding": HEAD + b"Content-Transfer-Encoding: " + b"(" * 5_000 + b"\r\n\r\nx",
    "encoded words": b"Subject: " + b"=?utf-8?q?a?= " * 50_000 + b"\r\nFrom: a@b\r\n\r\nx",
    "a long subject": b"Subject: " + b"x" * 5_000_000 + b"\r\nFrom: a@b\r\n\r\nx",
    "brackets in the name": _with(b"filename=" + b"(" * 100_000),
    "a name in pieces": _with(b"; ".join(b'filename*%d="x"' % at for at in range(20_000))),
    "many anchors": HTML + b"<a href='https://a.example/'>" * 300_000,
    "open anchors": HTML + b"<a " * 3_000_000, "open quotes": HTML + b'<a href="x' * 300_000,
    "other anchors": HTML + b"".join(b"<a href='https://a.example/%d'>" % at for at in range(300_000)),
    "one long line": HEAD + b"\r\n" + b"https://" * 2_000_000,
    "many headers": b"".join(b"X-%d: y\r\n" % at for at in range(200_000)) + HEAD + b"\r\nx",
    "many parts": HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + b"".join(
        b'--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="a%d.txt"\r\n\r\nx\r\n' % at
        for at in range(10_000)) + b"--b--\r\n",
    "an odd character set": HEAD + b'Content-Type: text/plain; charset="a\x00b"\r\n\r\nhttps://a.example',
    "a mail inside": _with(b"filename=a.eml").replace(b"text/plain", b"message/rfc822"),
    "no boundary": HEAD + b"Content-Type: multipart/mixed\r\n\r\n--\r\n--\r\n",
    "empty boundary": HEAD + b'Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n\r\n----\r\n',
}


@pytest.fixture
def eml(tmp_path: Path) -> Path:
    return tmp_path / "letter.eml"


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_read_or_refused_in_bounded_time(eml: Path, name: str) -> None:
    eml.write_bytes(BOMBS[name])
    began = time.process_time()
    with contextlib.suppress(BadFile):
        found = draft("Do this", files=[eml])
        assert found.url == ""
        assert len(found.links) <= MOST_LINKS
        assert len(found.files) <= MOST_ATTACHMENTS + 1
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize(("subject", "left"), [
    ("Renew at https://evil.example/x today", "Renew at today"),
    ("www.evil.example/pay", ""),
    ("visit evil.example now", "visit now"),
    ("HTTPS://EVIL.EXAMPLE", ""),
    ("ht https://https://evil.example tps://evil.example", "ht"),
    ("click http://user@evil.example/", "click"),
    ("javascript:alert(1) hello", "hello"),
    ("file:///etc/passwd", ""),
    ("=?utf-8?q?Pay_https=3A//evil.example/?=", "Pay"),
    ("Re: your permit 4711", "Re: your permit 4711"),
    ("RE:permit", "RE:permit"),
])
def test_a_link_in_the_subject_is_never_where_a_task_starts(eml: Path, subject: str, left: str) -> None:
    eml.write_bytes(f"Subject: {subject}\r\nFrom: a@b.example\r\n\r\nx".encode())
    assert read_mail(eml).subject == left
    if left:
        assert draft("", files=[eml]).url == ""


@pytest.mark.parametrize("link", [
    "https://good.example@evil.example/", "https://evil.example\\@good.example/", "javascript:alert(1)",
    "file:///etc/passwd", "https://\u202eevil.example/", "https://a b.example/", "https://"])
def test_deceiving_links_are_not_offered(eml: Path, link: str) -> None:
    eml.write_bytes(HEAD + b"Content-Type: text/html; charset=utf-8\r\n\r\n" + f"<a href='{link}'>Good</a>".encode())
    offered = draft("Do this", files=[eml]).links
    assert all("@" not in each and "\\" not in each and each.isascii() for each in offered)
    assert not [each for each in offered if each.startswith(("javascript", "file"))]


@pytest.mark.parametrize(("written", "name"), [
    ("../../etc/passwd", "passwd"), ("..", "attachment"), (".", "attachment"), ("a/..", "attachment"),
    ("..\\..\\x.pdf", "x.pdf"), ("a\x00b.pdf", "a_b.pdf"), ("fdp\u202eexe.pdf", "fdp_exe.pdf"),
    ("a\u200b.pdf", "a_.pdf"), (".bashrc", "bashrc"), ("C:evil.pdf", "C_evil.pdf"), ("x.pdf.", "x.pdf"),
    ("x.pdf ", "x.pdf"), ("CON.pdf", "_CON.pdf"), ("nul", "_nul"), ("a\nb.pdf", "a_b.pdf"), ("ü.pdf", "ü.pdf"),
])
def test_names_of_attachments_are_made_plain(eml: Path, written: str, name: str) -> None:
    eml.write_bytes(_with(b"filename*=utf-8''" + quote(written, safe="").encode()))
    assert [each.name for each in read_mail(eml).attachments] == [name]


@pytest.mark.parametrize("letter", ["x", "ü", "漢", "🙂"])
def test_a_very_long_name_keeps_its_ending_and_fits_on_disk(eml: Path, tmp_path: Path, letter: str) -> None:
    eml.write_bytes(_with(b"filename*=utf-8''" + quote(letter * 300 + ".pdf").encode()))
    (found,) = read_mail(eml).attachments
    assert found.name.endswith(".pdf")
    assert len(found.name.encode()) <= LONGEST_NAME
    (tmp_path / found.name).write_bytes(found.data)


def test_a_mail_inside_a_mail_offers_nothing(eml: Path) -> None:
    eml.write_bytes(HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: message/rfc822'
                    b"\r\n\r\nSubject: in\r\n\r\nhttps://inner.example/\r\n--b--\r\n")
    assert draft("Do this", files=[eml]).links == ()
