"""E-mails as tasks: what is taken from them, and what never is."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from agent.intake.draft import draft
from agent.intake.errors import BadFile, BadText


def mail(folder: Path, html: bool = False, attachment: str = "") -> Path:
    message = EmailMessage()
    message["Subject"] = "Your parking permit runs out"
    message["From"] = "Thornmere Vale Council <permits@council.example>"
    message.set_content("Renew at https://council.example/permits. Permit number 4711. Or http://user@evil.example/x\n")
    if html:
        message.add_alternative('<a href="https://council.example/permits">here</a><a href="javascript:x()">x</a>'
                                '<a href="https://other.example/a?b=1">b</a><img src="https://pixel.example/p">',
                                subtype="html")
    if attachment:
        message.add_attachment(b"%PDF-1.4 x", maintype="application", subtype="pdf", filename=attachment)
    path = folder / "letter.eml"
    path.write_bytes(message.as_bytes())
    return path


def test_the_subject_stands_for_words_that_were_not_given(tmp_path: Path) -> None:
    assert draft("", files=[mail(tmp_path)]).title == "Your parking permit runs out"
    assert draft("Do this", files=[mail(tmp_path)]).text == "Do this"


def test_links_are_offered_and_never_taken_by_themselves(tmp_path: Path) -> None:
    found = draft("", files=[mail(tmp_path, html=True)])
    assert found.url == ""
    assert found.links == ("https://council.example/permits", "https://other.example/a?b=1")


def test_what_the_mail_says_is_not_the_persons_word(tmp_path: Path) -> None:
    assert draft("", files=[mail(tmp_path)]).values == ()


def test_attachments_come_along_by_their_last_name(tmp_path: Path) -> None:
    found = draft("", files=[mail(tmp_path, attachment="../../etc/permit.pdf")])
    inside = found.files[1]
    assert (inside.name, inside.media_type, inside.size) == ("permit.pdf", "application/pdf", 10)
    assert inside.data == b"%PDF-1.4 x"


@pytest.mark.parametrize("content", [b"\x00\xff\x00", b"just words and nothing else", b"Subject: x\n\n"])
def test_broken_mails_are_said_to_be_or_hold_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.eml"
    path.write_bytes(content)
    try:
        found = draft("", files=[path])
    except (BadFile, BadText):
        return
    assert found.links == ()
    assert len(found.files) == 1
