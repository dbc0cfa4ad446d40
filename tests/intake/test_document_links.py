"""Addresses that documents name: found, checked, bounded; hostile files hurt nothing."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from agent.intake.document_links import LONGEST_STREAM, MOST, links_in, links_in_file
from agent.intake.draft import draft

A, B = "https://a.example/x", "https://b.example/"


def pdf(*links: str, packed: bool = False) -> bytes:
    inside = b"".join(f"<</S /URI /URI ({each})>>".encode("latin-1") for each in links)
    if not packed:
        return b"%PDF-1.7\n" + inside
    return b"%PDF-1.7\n1 0 obj<</Type/ObjStm/Filter/FlateDecode/Length 1>>stream\r\n" + zlib.compress(inside)


@pytest.mark.parametrize(("data", "media_type", "found"), [
    (f"Go to {A}, or see {B}. {A}".encode(), "text/plain", (A, B)),
    (b"See b.example/ or visit www.c.example now", "text/plain", (B, "https://www.c.example/")),
    (f'<a href="{A}?q=1&amp;r=2">https://shown.example/</a>'.encode(), "text/html",
     (f"{A}?q=1&r=2", "https://shown.example/")),
    (f"BEGIN:VEVENT\r\nURL:{A}\r\n".encode(), "text/calendar", (A,)),
    (pdf(A, B), "application/pdf", (A, B)),
    (pdf(A, packed=True), "application/pdf", (A,)),
    (pdf("https://a.example/\\(x\\)"), "application/pdf", ("https://a.example/(x)",)),
    (pdf("javascript:alert(1)", "https://a.example@evil.test/", "file:///etc/passwd"), "application/pdf", ()),
    ("https://énergy.example/".encode(), "text/plain", ("https://xn--nergy-9ra.example/",)),
    (A.encode(), "image/png", ()),
    (b"\xff\xfe\x00broken", "text/plain", ()),
    (b"%PDF- /FlateDecode>>stream\n" + b"no zlib", "application/pdf", ()),
])
def test_what_a_document_names(data: bytes, media_type: str, found: tuple[str, ...]) -> None:
    assert links_in(data, media_type) == found


def test_a_document_made_to_hurt_is_cut() -> None:
    many = "\n".join(f"https://a{place}.example/" for place in range(1000)).encode()
    assert len(links_in(many, "text/plain")) == MOST
    bomb = zlib.compress(b"<" * LONGEST_STREAM * 20 + b"/URI(https://a.example/)")
    assert links_in(b"%PDF- /FlateDecode>>stream\n" + bomb, "application/pdf") == ()
    assert links_in(b"/URI(" + b"\\" * 1_000_000, "application/pdf") == ()
    assert links_in(b"." * 200_000 + b"a.b." * 100_000, "text/plain") == ()


def test_a_file_that_can_not_be_read_names_nothing(tmp_path: Path) -> None:
    assert links_in_file(tmp_path / "gone.txt", "text/plain") == ()


def test_a_draft_says_which_document_names_an_address_and_starts_at_none(tmp_path: Path) -> None:
    note, bill = tmp_path / "note.txt", tmp_path / "bill.pdf"
    note.write_text(f"Please pay at {A}")
    bill.write_bytes(pdf(B))
    found = draft("Pay the bill", None, [note, bill])
    assert (found.url, found.own_words) == ("", True)
    assert [(each.url, each.document) for each in found.named] == [(A, "note.txt"), (B, "bill.pdf")]
