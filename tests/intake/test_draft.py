import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.intake.address import address, address_in
from agent.intake.draft import LARGEST_FILE, draft
from agent.intake.errors import BadAddress, BadFile, BadText, IntakeError


def test_a_task_with_text_link_and_file_becomes_a_draft(tmp_path: Path) -> None:
    letter = tmp_path / "letter.bin"
    letter.write_bytes(b"%PDF-1.7\n...")
    made = draft("Submit my reading, 48213, at council.example/meter.\nThanks", None, [letter])
    assert made.url == "https://council.example/meter"
    assert made.title == "Submit my reading, 48213, at council.example/meter."
    assert [(file.name, file.media_type, file.size) for file in made.files] == [("letter.bin", "application/pdf", 12)]
    assert [value.value for value in made.values] == ["48213"]


def test_the_given_address_goes_before_the_one_in_the_text() -> None:
    assert draft("See https://a.example/x", "https://b.example/y").url == "https://b.example/y"


@pytest.mark.parametrize(
    ("written", "opened"),
    [
        ("https://council.example/permits", "https://council.example/permits"),
        ("council.example/permits", "https://council.example/permits"),
        ("localhost:8000/meter", "https://localhost:8000/meter"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000/"),
        ("HTTPS://Council.Example/A?b=c#d", "https://council.example/A?b=c#d"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("https://аpple.example/", "https://xn--pple-43d.example/"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
    ],
)
def test_a_good_address_is_written_as_the_browser_shows_it(written: str, opened: str) -> None:
    assert address(written) == opened


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://council.example",
        "https://bank@evil.example",
        "https://bank.example:secret@evil.example/",
        "bank@evil.example",
        "https://",
        "https:///x",
        "",
        "https://a b.example",
        "https://good.example\\@evil.example",
        "https://a.example:99999/",
        "https://..",
        "https://a.example/\x00",
        "mailto:a@b.example",
        "https://[::1",
        "https://" + "a" * 3000,
    ],
)
def test_a_bad_address_is_refused(written: str) -> None:
    with pytest.raises(BadAddress):
        address(written)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Renew it at council.example/permits, please", "https://council.example/permits"),
        ("Renew (see https://council.example/a?b=1).", "https://council.example/a?b=1"),
        ("Go to www.gov.uk", "https://www.gov.uk/"),
        ("Renew it on gov.uk.", "https://gov.uk/"),
        ("Write to bob@council.example about it", ""),
        ("The file letter.pdf and readme.md and/or photo.zip", ""),
        ("It ended.Then it began", ""),
        ("data:48213 and file: none", ""),
    ],
)
def test_the_text_is_searched_for_an_address(text: str, found: str) -> None:
    assert address_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Open https://bank@evil.example now",
        "Open javascript:alert(1)",
        "See file:///etc/passwd",
        "First https://good.example then https://x:y@evil.example",
    ],
)
def test_a_text_with_a_forbidden_address_is_refused(text: str) -> None:
    with pytest.raises(BadAddress):
        draft(text, None, [])


def test_empty_and_endless_texts_are_refused() -> None:
    for text in ("", " \n\t", "\x00", "x" * 20_001):
        with pytest.raises(BadText):
            draft(text, None, [])


def test_a_long_first_line_is_shortened_between_words() -> None:
    title = draft("word " * 40, None, []).title
    assert len(title) <= 80
    assert title.endswith("word...")


def test_a_bare_link_is_called_by_its_site() -> None:
    assert draft("https://council.example/a/b", None, []).title == "council.example"


def test_all_bad_files_are_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "big.bin").open("wb") as big:
        big.truncate(LARGEST_FILE + 1)
    names = ["empty.txt", "pipe", "big.bin", "missing.pdf", "."]
    with pytest.raises(BadFile) as caught:
        draft("Send it", None, [tmp_path / name for name in names])
    assert len(str(caught.value).splitlines()) == 5
    with pytest.raises(BadFile):
        draft("Send it", None, ["/dev/zero"])
    with pytest.raises(BadFile):
        draft("Send it", None, ["bad\x00name"])


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.pdf", b"%PDF-1.4", "application/pdf"),
        ("a.pdf", b"\xef\xbb\xbf%PDF-1.4", "application/pdf"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "image/png"),
        ("photo", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("a.txt", b"hello", "text/plain"),
        ("a.pdf", b"<html>", "application/octet-stream"),
        ("a.unknown-thing", b"??", "application/octet-stream"),
        ("a.webp", b"RIFF1234WEBP", "image/webp"),
    ],
)
def test_the_media_type_is_read_from_the_content(tmp_path: Path, name: str, content: bytes, media_type: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert draft("Send it", None, [tmp_path / name]).files[0].media_type == media_type


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.none() | st.text(max_size=80))
def test_any_text_and_address_give_a_draft_or_a_plain_error(text: str, url: str | None) -> None:
    try:
        made = draft(text, url, [])
    except IntakeError:
        return
    assert made.title
    assert made.url == "" or address(made.url) == made.url
