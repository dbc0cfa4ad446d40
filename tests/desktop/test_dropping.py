"""What a drop is taken for, and how data that is not a file yet is kept."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from desktop.dropping import Dropped, Offer, Sorted, apart, looks_like_mail, receive, sort, summary

MAIL = "From: a@example.org\nTo: b@example.org\nSubject: Reading\n\nPlease send 48213."


@pytest.mark.parametrize(("offer", "found"), [
    (Offer(), Sorted()),
    (Offer(text="  \n "), Sorted()),
    (Offer(text=" Submit my reading: 48213 "), Sorted(texts=("Submit my reading: 48213",))),
    (Offer(text="https://a.example/x"), Sorted(urls=("https://a.example/x",))),
    (Offer(text="https://a.example/x\n\nHTTP://b.example"), Sorted(urls=("https://a.example/x", "HTTP://b.example"))),
    (Offer(text="see https://a.example/x"), Sorted(texts=("see https://a.example/x",))),
    (Offer(text="https://"), Sorted(texts=("https://",))),
    (Offer(text="javascript:alert(1)"), Sorted(texts=("javascript:alert(1)",))),
    (Offer(uris=("https://a.example/x", "https://a.example/x"), text="A page"), Sorted(urls=("https://a.example/x",))),
    (Offer(uris=("file:///tmp/caf%C3%A9.pdf",), text="/tmp/café.pdf"), Sorted(files=("/tmp/café.pdf",))),
    (Offer(uris=("file:///a.pdf", "https://a.example"), image=True),
     Sorted(urls=("https://a.example",), files=("/a.pdf",))),
    (Offer(uris=("mailbox:///x?number=1",), mail=True, text=MAIL), Sorted(mail=True)),
    (Offer(image=True, text="alt"), Sorted(image=True)),
    (Offer(text=MAIL), Sorted(mail_text=MAIL)),
])
def test_a_drop_is_taken_for_what_it_is(offer: Offer, found: Sorted) -> None:
    assert sort(offer) == found


@pytest.mark.parametrize(("text", "mail"), [
    (MAIL, True), ("Subject: x\nDate: y\n\nz", True), ("Subject: only this\n\nz", False),
    ("Dear all,\nFrom: me\nTo: you", False), ("Note: buy milk\nFrom: me", False), ("", False),
    ("Received: from a\n\tby b\nFrom: x\n\ny", True),
])
def test_an_e_mail_is_known_by_its_headers(text: str, mail: bool) -> None:
    assert looks_like_mail(text) is mail


@pytest.mark.parametrize(("found", "said"), [
    (Sorted(), ""), (Sorted(files=("/a",)), "Drop to add a file"), (Sorted(texts=("x",)), "Drop to add a note"),
    (Sorted(files=("/a", "/b"), urls=("https://a.example",)), "Drop to add 2 files and a link"),
    (Sorted(mail_text="x"), "Drop to add an e-mail"), (Sorted(image=True), "Drop to add a picture"),
    (Sorted(files=("/a.ICS",)), "Drop to see what recurs in the calendar"),
    (Sorted(files=("/a.ics", "/b.pdf")), "Drop to add 2 files"),
])
def test_what_would_be_added_is_said_before_the_drop(found: Sorted, said: str) -> None:
    assert summary(found) == said


def test_calendars_are_taken_apart_from_what_becomes_a_task() -> None:
    calendars, rest = apart(Dropped(("x",), (), ("/a.ICS", "/b.pdf", "/c.ics")))
    assert (calendars, rest) == (("/a.ICS", "/c.ics"), Dropped(("x",), (), ("/b.pdf",)))


def test_a_local_file_is_taken_where_it_stands(tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "bill.pdf"))])
    assert receive(mime, tmp_path).files == (str(tmp_path / "bill.pdf"),)
    assert not (tmp_path / "drops").exists()


def test_a_picture_as_data_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    mime = QMimeData()
    mime.setImageData(image)
    path, = receive(mime, tmp_path).files
    assert stat.S_IMODE(Path(path).stat().st_mode) == 0o600
    assert stat.S_IMODE(Path(path).parent.stat().st_mode) == 0o700
    assert QImage(path).pixelColor(1, 1) == QColor("red")


@pytest.mark.parametrize("as_data", [True, False])
def test_an_e_mail_becomes_a_file(tmp_path: Path, as_data: bool) -> None:
    mime = QMimeData()
    if as_data:
        mime.setData("message/rfc822", QByteArray(MAIL.encode()))
    else:
        mime.setText(MAIL)
    path, = receive(mime, tmp_path).files
    assert path.endswith(".eml")
    assert Path(path).read_text(encoding="utf-8") == MAIL
