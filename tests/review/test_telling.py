"""The sheet is stored, compared, said in a sentence and printed without losing or bending anything."""

from __future__ import annotations

import json

import pytest

from agent.protocol import Flag, SourceKind
from agent.review.differing import ChangeKind, difference
from agent.review.sheet import Sheet
from agent.review.sheet_json import sheet_from_json, sheet_to_json
from agent.review.summary import sentence
from agent.review.terminal import table
from tests.review.pages import box, control, hidden, ours, page, sent, sheet_of, wire

READING = control(1, "reading", "Meter reading", value="48213")
TASK = ours(1, "reading", "48213", SourceKind.TASK, "reading")
EMAIL = control(2, "email", "E-mail", value="ada@example.org")
PROFILE = ours(2, "email", "ada@example.org", detail="email")
NEWS = box(3, "news", "Send me the newsletter", checked=True)


def sheet(token: str = "kH3v9QzP1xWb7LmN", reading: str = "48213", *more: tuple[str, str]) -> Sheet:
    on = page(hidden(9, "_token", token), control(1, "reading", "Meter reading", value=reading), EMAIL, NEWS)
    given = ours(1, "reading", reading, SourceKind.TASK, "reading")
    pairs = (("_token", token), ("reading", reading), ("email", "ada@example.org"), ("news", "on"), *more)
    return sheet_of(wire(*pairs), on, given, PROFILE)


def upload() -> Sheet:
    mark = "----WebKitFormBoundary0123456789abcdef"
    body = f'--{mark}\r\nContent-Disposition: form-data; name="f"; filename="bill.pdf"\r\n\r\nPDF\r\n--{mark}--\r\n'
    on = page(control(1, "f", "Bill", type="file"), box(2, "c", "I agree"))
    file = ours(1, "f", "bill.pdf", SourceKind.DOCUMENT)
    return sheet_of(sent(body, f"multipart/form-data; boundary={mark}"), on, file)


@pytest.mark.parametrize("one", [sheet(), upload(), sheet_of(sent(b"\x00", "x/y"), page(READING), TASK)])
def test_a_stored_sheet_comes_back_unchanged(one: Sheet) -> None:
    assert sheet_from_json(json.loads(json.dumps(sheet_to_json(one)))) == one


def test_the_json_has_the_contracts_words() -> None:
    field = sheet_to_json(sheet())["fields"][0]
    assert (field["name"], field["label"], field["value"], field["source"], field["flags"], field["needs_own_yes"]) == (
        "news", "Send me the newsletter", "on", "page default", ["consent"], True)


def test_a_renewed_token_is_no_difference() -> None:
    assert difference(sheet(), sheet("Zx81mmQpL0aaWq23")) == ()


def test_each_difference_is_named() -> None:
    found = difference(sheet(), sheet("Zx81mmQpL0aaWq23", "48214", ("extra", "1")))
    assert {(change.name, change.before, change.now, change.kind) for change in found} == {
        ("reading", "48213", "48214", ChangeKind.VALUE), ("extra", "", "1", ChangeKind.NEW)}
    assert [change.kind for change in difference(sheet("a" * 16, "1", ("x", "1")), sheet("a" * 16, "1"))] == [
        ChangeKind.GONE]


def test_a_value_from_another_source_or_to_another_address_is_a_difference() -> None:
    one = sheet_of(wire(("reading", "48213")), page(READING), TASK)
    other = sheet_of(wire(("reading", "48213"), url="https://council.example/other"), page(READING))
    assert {change.kind for change in difference(one, other)} == {ChangeKind.SOURCE, ChangeKind.REQUEST}


@pytest.mark.parametrize(("one", "new", "said"), [
    (sheet(), True, "Send 3 values to council.example over https (new site): Meter reading, E-mail, Send me the "
                    "newsletter; 1 of them needs your own yes"),
    (upload(), False, "Send 1 value, 1 of them a file, to council.example over https: Bill"),
    (sheet_of(sent(b"", ""), page()), False, "Send a request without values of its own to council.example over https"),
    (sheet_of(wire(("a", "1"), url="http://127.0.0.1:8000/x"), page()), False,
     "Send 1 value to 127.0.0.1:8000 on this computer: a"),
    (sheet_of(wire(("a", "1"), url="http://council.example/x"), page()), False,
     "Send 1 value to council.example over http, which is not encrypted: a"),
])
def test_the_sentence_says_what_would_happen(one: Sheet, new: bool, said: str) -> None:
    assert sentence(one, new_site=new) == said


def test_the_sentence_of_a_bare_last_step_counts_what_went_before() -> None:
    bare = sheet_of(sent(b"", ""), page())
    where = "Send a request without values of its own to council.example over https"
    assert sentence(bare, before=14) == f"{where}, after 14 steps that went before"
    assert sentence(bare, before=1) == f"{where}, after 1 step that went before"


def test_the_terminal_shows_every_value_source_and_flag() -> None:
    text = table(sheet(), 72, new_site=True, earlier=(upload(),), page_summary=(("Total", "12 GBP"),))
    for part in ("48213", "ada@example.org", "from: task (reading)", "from: profile (email)",
                 "[consent; needs your own", "[renewed by the site]",
                 "Step 1, already sent", "bill.pdf (3 bytes", "Total: 12 GBP",
                 "* Send me the newsletter (news): on"):
        assert part in text, part
    assert max(map(len, text.splitlines())) <= 72


def test_hostile_text_cannot_draw_on_the_terminal() -> None:
    on = page(control(1, "a", "ok\x1b[2J\u202e", value="1"))
    text = table(sheet_of(wire(("a", "1\n  Approved\x07"), ("x" * 500, "1")), on))
    assert all(char == "\n" or char.isprintable() for char in text)
    assert "\n  Approved" not in text


def test_what_stays_behind_is_printed() -> None:
    text = table(upload())
    assert "On the page and not sent:" in text
    assert "I agree: left empty" in text
    assert Flag.FILE.value in text
