"""Files say what they are and whether they are the person's; what was read out of a value stands beside it."""

from __future__ import annotations

import base64
import hashlib
import json
import struct
from urllib.parse import urlencode

import pytest

from agent.protocol import Flag, SourceKind
from agent.review.build import build
from agent.review.differing import difference
from agent.review.sheet import Attached, Row
from agent.review.sheet_json import sheet_from_json, sheet_to_json
from agent.review.summary import sentence
from agent.review.terminal import table
from tests.review.pages import control, hidden, ours, page, row_of, sent, sheet_of, wire

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 1280, 960) + b"\0" * 40
SHA = hashlib.sha256(PNG).hexdigest()
PHOTO = control(1, "photo", "Photo of the meter", type="file")
OURS = ours(1, "photo", "/copies/meter.png", SourceKind.DOCUMENT, "meter.png", sha256s=(SHA,))
TOKEN = hidden(9, "_token", "")


def upload(content: bytes, name: str = "meter.png", field: str = "photo", kind: str = "image/png") -> bytes:
    head = f'--X\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\nContent-Type: {kind}\r\n\r\n'
    return head.encode() + content + b"\r\n--X--\r\n"


def row_for(content: bytes, *filled: object, field: str = "photo", kind: str = "image/png") -> Row:
    decoded = sent(upload(content, field=field, kind=kind), "multipart/form-data; boundary=X")
    return row_of(sheet_of(decoded, page(PHOTO), *filled), field)  # type: ignore[arg-type]


def test_a_file_that_was_attached_is_said_to_be_the_same() -> None:
    row = row_for(PNG, OURS)
    assert (row.attached, row.source.kind, row.source.detail) == (Attached.SAME, SourceKind.DOCUMENT, "meter.png")
    assert Flag.CHANGED not in row.flags
    assert row.file is not None
    assert (row.file.kind, row.file.width, row.file.height, row.file.sha256) == ("PNG image", 1280, 960, SHA)


def test_a_file_that_the_page_changed_is_said_to_be_another() -> None:
    row = row_for(PNG + b"tracked", OURS)
    assert row.attached is Attached.CHANGED
    assert Flag.CHANGED in row.flags


def test_a_file_that_nobody_attached_is_the_pages() -> None:
    assert row_for(b"x", field="extra").attached is Attached.OTHER
    assert row_for(PNG, OURS, field="extra").attached is Attached.SAME       # under another name: still the person's
    assert row_of(sheet_of(wire(("a", "1")), page()), "a").attached is Attached.NONE


def test_a_file_sent_as_text_in_json_is_the_one_that_was_attached() -> None:
    body = json.dumps({"photo": "data:image/png;base64," + base64.b64encode(PNG).decode()})
    row = row_of(sheet_of(sent(body, "application/json"), page(PHOTO), OURS), "photo > file")
    assert (row.attached, row.source.detail) == (Attached.SAME, "meter.png")
    body = json.dumps({"photo": "data:image/png;base64," + base64.b64encode(PNG + b"x").decode()})
    row = row_of(sheet_of(sent(body, "application/json"), page(PHOTO), OURS), "photo > file")
    assert row.attached is Attached.OTHER


@pytest.mark.parametrize("content", [PNG, PNG + b"x", b"Dear Sir,\nmy\x07 reading", b"%PDF-1.4 /Type /Page", b""],
                         ids=["same", "changed", "text", "pdf", "empty"])
def test_a_sheet_with_a_file_comes_back_unchanged_and_is_printed(content: bytes) -> None:
    sheet = sheet_of(sent(upload(content), "multipart/form-data; boundary=X"), page(PHOTO), OURS)
    stored = json.loads(json.dumps(sheet_to_json(sheet)))
    assert sheet_from_json(stored) == sheet
    (file,) = (row["file"] for row in stored["fields"] if row["name"] == "photo")
    assert {"filename", "media_type", "size", "sha256", "kind", "preview", "attached"} <= set(file)
    text = table(sheet, 100)
    assert all(char == "\n" or char.isprintable() for char in text)


@pytest.mark.parametrize(("content", "lines"), [
    (PNG, ["By its content: PNG image, 1280 × 960.", "The same as the file that was attached."]),
    (PNG + b"x", ["Not what was attached: the page changed the file."]),
    (b"Dear Sir,\nmy reading", ["By its content: text.", "| Dear Sir,", "| my reading"]),
    (b"%PDF-1.4 /Type /Page", ["By its content: PDF, 1 page."]),
    (b"\x00\x01", ["By its content: of unknown kind."]),
])
def test_the_terminal_says_what_a_file_is(content: bytes, lines: list[str]) -> None:
    text = table(sheet_of(sent(upload(content), "multipart/form-data; boundary=X"), page(PHOTO), OURS), 100)
    for line in lines:
        assert line in text


def test_a_sheet_of_an_earlier_version_is_still_read() -> None:
    stored = sheet_to_json(sheet_of(sent(upload(PNG), "multipart/form-data; boundary=X"), page(PHOTO), OURS))
    (row,) = (row for row in stored["fields"] if row["name"] == "photo")
    row["file"] = {key: row["file"][key] for key in ("filename", "media_type", "size", "sha256")}
    del row["inside"], row["opened"]
    assert row_of(sheet_from_json(stored), "photo").attached is Attached.NONE


# What was read out of a value

PAYLOAD = json.dumps({"reading": "48213", "newsletter": True}, separators=(",", ":"))


def test_a_value_that_is_opened_whole_stands_last_without_warnings_of_its_own() -> None:
    sheet = sheet_of(sent(urlencode({"payload": PAYLOAD})), page(control(1, "reading", "Meter reading", value="48213")),
                     ours(1, "reading", "48213", SourceKind.TASK, "reading"))
    assert [row.name for row in sheet.rows] == ["payload > newsletter", "payload > reading", "payload"]
    raw = sheet.rows[-1]
    assert (raw.opened, raw.flags, raw.value, raw.needs_own_yes) == (True, frozenset(), PAYLOAD, False)
    reading = row_of(sheet, "payload > reading")
    assert (reading.label, reading.source.kind) == ("Meter reading", SourceKind.TASK)
    assert "payload" in row_of(sheet, "payload > newsletter").why
    assert sentence(sheet).startswith("Send 2 values")


def test_a_consent_inside_a_value_still_needs_its_own_yes() -> None:
    row = row_of(sheet_of(sent(urlencode({"payload": PAYLOAD})), page()), "payload > newsletter")
    assert Flag.CONSENT in row.flags
    assert row.needs_own_yes


def test_a_value_that_could_be_read_in_two_ways_keeps_its_warnings() -> None:
    row = row_of(sheet_of(sent(urlencode({"payload": '{"a": 1, "a": 2}'})), page()), "payload")
    assert not row.opened
    assert Flag.NOT_ON_PAGE in row.flags


def token(session: str) -> str:
    body = base64.urlsafe_b64encode(json.dumps({"session": session, "n": 12345678}).encode()).decode().rstrip("=")
    return f"eyJhbGciOiJIUzI1NiJ9.{body}.c2lnbmF0dXJl"


def test_what_stands_in_a_renewed_token_is_renewed_with_it() -> None:
    one, two = (sheet_of(wire(("_token", token(each))), page(hidden(9, "_token", token(each))))
                for each in ("aaaa", "bbbb"))
    assert all(Flag.RENEWED in row.flags for row in one.rows), one.rows
    assert difference(one, two) == ()


def test_what_a_token_carries_of_the_person_is_not_folded_away() -> None:
    value = token("ada@example.org")
    sheet = sheet_of(wire(("_token", value)), page(hidden(9, "_token", value)))
    assert not any(Flag.RENEWED in row.flags for row in sheet.rows if row.carries)
    assert any(row.carries == ("email",) for row in sheet.rows)


def test_an_unreadable_row_needs_its_own_yes() -> None:
    sheet = build(sent(b"\x00", "application/octet-stream"), page())
    assert [row.name for row in sheet.needs_own_yes] == ["(body)"]
