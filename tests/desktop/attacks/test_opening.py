"""What is opened outside the app: never a program, never another kind of address."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gallery.review_samples import row, submission
from desktop.gallery.stand_in import StandIn
from desktop.review.opening import may_open
from desktop.task.address import site_of
from tests.desktop.review.conftest import Opened, opened, urls

__all__ = ["opened", "urls"]

PROGRAMS = (
    "evil.desktop", "evil.html", "evil.exe", "evil.sh", "evil.bat", "evil.js", "evil.lnk", "evil.url", "evil.command",
    "evil.app", "evil.jar", "evil.py", "evil.svg", "evil.xhtml", "evil.docm", "evil.hta", "evil.scr", "evil.pdf.exe",
    "evil.pdf\u202e", "evil.pdf.", "evil.pdf ", "evil.exe\u202efdp.", ".pdf", "pdf", "evil.webloc", "evil.eml")


@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/octet-stream", "text/html"])
def test_only_plain_documents_are_opened(name: str, kind: str) -> None:
    assert not may_open(name, kind)


@pytest.mark.parametrize(("name", "kind"), [
    ("letter.pdf", "application/pdf"), ("LETTER.PDF", "application/pdf"), ("photo.jpeg", "image/jpeg"),
    ("photo.jpg", "image/jpeg"), ("scan.tif", "image/tiff"), ("a.b.png", "image/png"), ("note.txt", "text/plain")])
def test_documents_are(name: str, kind: str) -> None:
    assert may_open(name, kind)


@pytest.mark.parametrize(("name", "kind"), [("letter.pdf", "application/octet-stream"), ("a.png", "application/pdf"),
                                            ("note.txt", "text/html")])
def test_a_name_that_promises_other_content_is_not_believed(name: str, kind: str) -> None:
    assert not may_open(name, kind)


@pytest.mark.parametrize("name", ["evil.desktop", "evil.html", "evil.exe", "evil.sh"])
def test_the_source_chip_shows_a_program_in_its_folder(opened: Opened, urls: list[str], desk: StandIn, qtbot: QtBot,
                                                       tmp_path: Path, name: str) -> None:
    path = tmp_path / "copies" / name
    path.parent.mkdir()
    path.write_text("#!/bin/sh")
    desk.reply("task", {"attachments": [{"name": name, "path": str(path), "media_type": "application/pdf"}]})
    pane = opened(submission([row("A", "x", "document", detail=name)]))
    pane.body.rows.stand_on(pane.body.rows.sheet.items[0].id)
    pane._open_source()
    qtbot.waitUntil(lambda: pane.body.source.isVisible())
    assert urls == [f"file://{path.parent}"]
    assert "folder" in pane.body.source.title.text()


@pytest.mark.parametrize("url", [
    "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "mailto:a@b.example", "ftp://a.example/",
    "vbscript:x", " javascript:x", "https:", "https://", "//a.example", "HTTPS", "https://[::1", "smb://a.example/x"])
def test_no_other_kind_of_address_is_opened(url: str) -> None:
    assert site_of(url) == ""


def test_of_an_address_only_the_site_is_opened() -> None:
    assert site_of("https://good.example@evil.example/x?token=1#y") == "https://evil.example/"
    assert site_of("https://a.example:8443/x") == "https://a.example:8443/"


@pytest.mark.parametrize("origin", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "null", ""])
def test_looking_at_a_site_in_doubt_opens_nothing_else(opened: Opened, urls: list[str], origin: str) -> None:
    pane = opened(submission([row("A", "x")], origin=origin, page_url="javascript:alert(1)", state="unknown"))
    pane._open_site()
    assert urls == []
