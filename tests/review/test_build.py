"""The sheet shows the wire: every field with its label, its true source, and what is worth a second look."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.protocol import Flag, SourceKind
from agent.review.sheet import LeftOut, renewable
from tests.review.pages import (
    FACTS,
    URL,
    box,
    button,
    control,
    hidden,
    option,
    ours,
    page,
    row_of,
    sent,
    sheet_of,
    wire,
)

READING = control(1, "reading", "Meter reading", value="48213")
TASK = ours(1, "reading", "48213", SourceKind.TASK, "reading")
TOKEN = hidden(9, "_token", "kH3v9QzP1xWb7LmN")
CONTACT = control(5, "contact", type="radio", legend="How shall we answer?", options=(
    option(51, "email", "By e-mail", selected=True), option(52, "post", "By letter")))


def test_an_ordinary_form_shows_labels_sources_and_the_token_last() -> None:
    email = control(2, "email", "E-mail", value="ada@example.org")
    note = control(3, "note", "Note", value="", default="")
    sheet = sheet_of(
        wire(("_token", "kH3v9QzP1xWb7LmN"), ("reading", "48213"), ("email", "ada@example.org"), ("note", "")),
        page(TOKEN, READING, email, note), TASK, ours(2, "email", "ada@example.org", detail="email"))
    assert [(row.label, row.value, row.source.kind) for row in sheet.rows] == [
        ("Meter reading", "48213", SourceKind.TASK), ("E-mail", "ada@example.org", SourceKind.PROFILE),
        ("Note", "", SourceKind.PAGE), ("", "kH3v9QzP1xWb7LmN", SourceKind.HIDDEN)]
    assert [set(row.flags) for row in sheet.rows] == [set(), set(), set(), {Flag.RENEWED}]
    assert renewable(sheet) == {"_token"}
    assert sheet.origin == "https://council.example"


def test_what_the_page_supplied_or_hid_or_was_guessed_comes_first_and_the_profile_last() -> None:
    controls = [control(i, name, name, value=name) for i, name in enumerate(("n", "fee", "guess", "left", "task"))]
    controls[1] = control(1, "fee", "Fee", value="12")
    sheet = sheet_of(
        wire(("n", "n"), ("fee", "12"), ("guess", "guess"), ("left", "left"), ("task", "task"), ("h", "1")),
        page(*controls), ours(0, "n", "n"), ours(1, "fee", "12", SourceKind.TASK),
        ours(2, "guess", "guess", SourceKind.GUESSED), ours(4, "task", "task", SourceKind.TASK))
    assert [row.name for row in sheet.rows] == ["guess", "left", "h", "fee", "task", "n"]


def test_a_radio_shows_the_wire_value_and_the_options_label() -> None:
    row = row_of(sheet_of(wire(("contact", "email")), page(CONTACT), ours(51, "contact", "By e-mail")), "contact")
    assert (row.value, row.shown, row.label) == ("email", "By e-mail", "How shall we answer?")
    assert row.source.kind is SourceKind.PROFILE


def test_another_option_than_the_chosen_one_is_a_change() -> None:
    row = row_of(sheet_of(wire(("contact", "post")), page(CONTACT), ours(51, "contact", "By e-mail")), "contact")
    assert (row.source.kind, row.shown) == (SourceKind.PAGE, "By letter")
    assert Flag.CHANGED in row.flags


def test_a_select_takes_the_value_of_the_option_we_chose() -> None:
    country = control(6, "country", "Country", type="select-one", options=(
        option(-1, "826", "United Kingdom", selected=True), option(-1, "276", "Germany", default=True)))
    chosen = ours(6, "country", "GB", detail="country", option_value="826")
    assert row_of(sheet_of(wire(("country", "826")), page(country), chosen), "country").source.detail == "country"
    changed = row_of(sheet_of(wire(("country", "276")), page(country), chosen), "country")
    assert Flag.CHANGED in changed.flags
    assert changed.before == "276"


@pytest.mark.parametrize(("typed", "wired"), [
    ("1986-03-14", "14/03/1986"), ("1986-03-14", "3/14/1986"), ("1986-03-14", "14031986"),
    ("+447700900183", "07700 900183"), ("+447700900183", "+44 (0)7700 900183"), ("sy1 2ab", "SY1 2AB"),
    ("GB29NWBK60161331926819", "GB29 NWBK 6016 1331 9268 19"), ("line\nbreak", "line\r\nbreak"), ("12.50", "12,50"),
])
def test_a_value_written_the_pages_way_is_still_ours(typed: str, wired: str) -> None:
    row = row_of(sheet_of(wire(("x", wired)), page(control(1, "x", "X", value=wired)), ours(1, "x", typed)), "x")
    assert (row.source.kind, row.flags & {Flag.CHANGED}) == (SourceKind.PROFILE, frozenset())


@pytest.mark.parametrize(("typed", "wired"), [
    ("48213", "48.213"), ("48213", "48,213"), ("48213", "482.13"), ("12.50", "1250"), ("5", "-5"), ("Ada", "Eve"),
    ("1986-03-14", "15/03/1986"), ("+447700900183", "07700 900184"), ("Eleanor Whitcombe", "Eleanor"), ("0042", "42"),
])
def test_any_other_value_is_a_change_by_the_page(typed: str, wired: str) -> None:
    row = row_of(sheet_of(wire(("x", wired)), page(control(1, "x", "X", value=wired)), ours(1, "x", typed)), "x")
    assert row.source.kind is SourceKind.PAGE
    assert Flag.CHANGED in row.flags


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_two_different_numbers_are_never_the_same_value(one: int, other: int) -> None:
    row = row_of(sheet_of(wire(("x", str(other))), page(control(1, "x", "X", value=str(other))),
                          ours(1, "x", str(one))), "x")
    assert (Flag.CHANGED in row.flags) == (one != other)


def test_an_upload_is_ours_only_with_the_same_name_and_content() -> None:
    def upload(name: str) -> bytes:
        return (f'--A\r\nContent-Disposition: form-data; name="proof"; filename="{name}"\r\n'
                f"Content-Type: application/pdf\r\n\r\nPDF\r\n--A--\r\n").encode()

    on = page(control(1, "proof", "Proof of address", type="file"))
    kind = "multipart/form-data; boundary=A"
    filled = ours(1, "proof", "/home/ada/bill.pdf", SourceKind.DOCUMENT)
    row = row_of(sheet_of(sent(upload("bill.pdf"), kind), on, filled), "proof")
    assert (row.source.kind, row.label, row.flags) == (SourceKind.DOCUMENT, "Proof of address", {Flag.FILE})
    assert Flag.CHANGED in row_of(sheet_of(sent(upload("other.pdf"), kind), on, filled), "proof").flags
    other_content = ours(1, "proof", "bill.pdf", SourceKind.DOCUMENT, sha256s=("0" * 64,))
    assert Flag.CHANGED in row_of(sheet_of(sent(upload("bill.pdf"), kind), on, other_content), "proof").flags


def test_the_pressed_button_and_the_forms_own_address_are_named_as_such() -> None:
    on = page(READING, buttons=(button(20, "act", "send", "Send reading"),), action=URL + "?lang=en")
    sheet = sheet_of(wire(("reading", "48213"), ("act", "send"), url=URL + "?lang=en&extra=1"), on, TASK)
    assert row_of(sheet, "act").label == "Send reading"
    assert row_of(sheet, "lang").flags == frozenset()
    assert row_of(sheet, "extra").flags == {Flag.NOT_ON_PAGE}


def test_a_form_sent_by_get_is_joined_from_the_address() -> None:
    decoded = sent(b"", "", URL + "?reading=48213", "GET")
    assert row_of(sheet_of(decoded, page(READING), TASK), "reading").source.kind is SourceKind.TASK


@pytest.mark.parametrize(("body", "name"), [
    ({"reading": "48213"}, "reading"), ({"data": {"reading": 48213}}, "data.reading"),
    ({"meterReading": "48213"}, "meterReading"), ({"q17": "48213"}, "q17"),
])
def test_json_is_joined_by_name_label_or_unique_value(body: object, name: str) -> None:
    row = row_of(sheet_of(sent(json.dumps(body), "application/json"), page(READING), TASK), name)
    assert (row.label, row.source.kind, row.flags) == ("Meter reading", SourceKind.TASK, frozenset())


def test_a_json_boolean_is_joined_with_its_checkbox() -> None:
    on = page(box(1, "paperless", "Paperless", checked=True, default=False))
    good = row_of(sheet_of(sent('{"paperless": true}', "application/json"), on,
                           ours(1, "paperless", "yes", SourceKind.ANSWER)), "paperless")
    bad = row_of(sheet_of(sent('{"paperless": false}', "application/json"), on,
                          ours(1, "paperless", "yes", SourceKind.ANSWER)), "paperless")
    assert (good.source.kind, Flag.CHANGED in bad.flags) == (SourceKind.ANSWER, True)


def test_a_password_is_never_on_the_sheet() -> None:
    on = page(control(1, "pw", "Password", type="password"))
    sheet = sheet_of(wire(("pw", "hunter22")), on)
    assert "hunter22" not in repr(sheet)
    assert Flag.SENSITIVE in row_of(sheet, "pw").flags


def test_private_facts_are_flagged() -> None:
    row = row_of(sheet_of(wire(("acc", FACTS["iban"])), page(control(1, "acc", "Account", value=FACTS["iban"])),
                          ours(1, "acc", FACTS["iban"], detail="iban")), "acc")
    assert row.flags == {Flag.SENSITIVE}


@pytest.mark.parametrize(("name", "label", "value", "money"), [
    ("amount", "", "12", True), ("x", "", "£12.50", True), ("x", "", "12 EUR", True), ("totalFee", "", "0", True),
    ("x", "Betrag", "99", True), ("x", "Prix", "9", True), ("kwota", "", "5", True), ("x", "Opłata", "5", True),
    ("reading", "Meter reading", "48213", False), ("amount", "", "none", False), ("town", "Town", "Euroa", False),
])
def test_amounts_are_flagged(name: str, label: str, value: str, money: bool) -> None:
    row = row_of(sheet_of(wire((name, value)), page(control(1, name, label, value=value))), name)
    assert (Flag.MONEY in row.flags) == money


@pytest.mark.parametrize("label", [
    "Send me the newsletter", "I agree to the terms", "Ich willige in die Datenschutzerklärung ein",
    "J'accepte les conditions générales", "Acepto recibir publicidad", "Acconsento al trattamento dei dati",
    "Ik ga akkoord met de voorwaarden", "Wyrażam zgodę na przetwarzanie", "Aceito receber o boletim",
])
def test_consents_in_eight_languages_need_their_own_yes(label: str) -> None:
    row = row_of(sheet_of(wire(("c7", "on")), page(box(1, "c7", label, checked=True))), "c7")
    assert Flag.CONSENT in row.flags
    assert row.needs_own_yes


@pytest.mark.parametrize("label", [
    "I declare that this is true and complete", "I confirm that I live here", "Ich versichere die Richtigkeit",
    "Je certifie sur l'honneur", "Declaro bajo juramento", "Dichiaro di essere residente",
    "Ik verklaar naar waarheid te hebben ingevuld", "Oświadczam, że dane są prawdziwe", "Declaro que é verdade",
])
def test_declarations_in_eight_languages_need_their_own_yes(label: str) -> None:
    on = page(box(1, "d", label, checked=True, default=False))
    row = row_of(sheet_of(wire(("d", "on")), on, ours(1, "d", "yes")), "d")
    assert Flag.DECLARATION in row.flags
    assert row.needs_own_yes
    answered = row_of(sheet_of(wire(("d", "on")), on, ours(1, "d", "yes", SourceKind.ANSWER)), "d")
    assert not answered.needs_own_yes


@pytest.mark.parametrize("value", ["no", "0", "false", "nein", "non", "Nie", "não", "off"])
def test_a_refused_consent_needs_no_own_yes(value: str) -> None:
    choice = control(1, "marketing", "Marketing", type="radio", options=(
        option(2, value, "Keep my data private", selected=True, default=True), option(3, "y", "Yes")))
    row = row_of(sheet_of(wire(("marketing", value)), page(choice)), "marketing")
    assert Flag.CONSENT in row.flags
    assert not row.needs_own_yes


def test_a_text_that_we_typed_under_a_privacy_note_is_no_consent() -> None:
    on = page(control(1, "n", "Name (see our privacy notice)", value="Ada Lovelace"))
    assert row_of(sheet_of(wire(("n", "Ada Lovelace")), on, ours(1, "n", "Ada Lovelace")), "n").flags == frozenset()


def test_a_recurring_amount_needs_its_own_yes() -> None:
    on = page(control(1, "fee", "Fee", value="9.99", default="9.99"),
              control(2, "plan", "Plan", type="select-one", options=(
                  option(-1, "m", "Monthly by direct debit", selected=True, default=True),)))
    sheet = sheet_of(wire(("fee", "9.99"), ("plan", "m")), on)
    assert [row.name for row in sheet.needs_own_yes] == ["plan"]


def test_what_stays_behind_is_listed() -> None:
    on = page(box(1, "news", "Newsletter"), box(2, "share", "Share my data with partners", checked=False, default=True),
              control(3, "how", type="radio", legend="How?", options=(option(31, "a", "A"), option(32, "b", "B"))),
              control(4, "reading", "Meter reading", value="48213"), box(5, "pet", "I have a dog"))
    sheet = sheet_of(wire(("x", "1")), on, ours(4, "reading", "48213"))
    assert {one.name: one.reason for one in sheet.not_sent} == {
        "news": LeftOut.CONSENT, "share": LeftOut.UNTICKED, "how": LeftOut.UNANSWERED, "reading": LeftOut.NOT_SENT}


# What a hostile page tries between the look and the press


def test_a_hidden_field_lends_no_label_and_comes_first() -> None:
    on = page(READING, hidden(2, "note", "gift", label="Meter reading"))
    sheet = sheet_of(wire(("reading", "48213"), ("note", "gift")), on, TASK)
    assert sheet.rows[0].name == "note"
    assert (sheet.rows[0].label, sheet.rows[0].source.kind) == ("", SourceKind.HIDDEN)


def test_a_hidden_field_changed_by_a_script_is_said() -> None:
    on = page(READING, hidden(2, "note", "gift", default=""))
    assert Flag.CHANGED in row_of(sheet_of(wire(("reading", "48213"), ("note", "gift")), on, TASK), "note").flags
    later = page(READING, hidden(2, "note", ""))
    assert Flag.CHANGED in row_of(sheet_of(wire(("reading", "48213"), ("note", "gift")), later, TASK), "note").flags


def test_a_control_off_the_screen_counts_as_hidden() -> None:
    on = page(control(1, "iban", "IBAN", value="x", default="x", visible=False))
    row = row_of(sheet_of(wire(("iban", "x")), on), "iban")
    assert (row.source.kind, row.label) == (SourceKind.HIDDEN, "")


def test_a_second_value_under_a_trusted_name_gets_no_label() -> None:
    sheet = sheet_of(wire(("reading", "48213"), ("reading", "99999")), page(READING), TASK)
    trusted, added = row_of(sheet, "reading"), row_of(sheet, "reading[2]")
    assert (trusted.source.kind, trusted.label) == (SourceKind.TASK, "Meter reading")
    assert (added.source.kind, added.label, added.flags) == (SourceKind.HIDDEN, "", {Flag.NOT_ON_PAGE})
    swapped = sheet_of(wire(("reading", "99999"), ("reading", "48213")), page(READING), TASK)
    assert row_of(swapped, "reading").label == ""
    assert row_of(swapped, "reading[2]").source.kind is SourceKind.TASK


def test_a_hidden_twin_does_not_borrow_the_visible_ones_label() -> None:
    on = page(READING, hidden(2, "reading", "99999"))
    sheet = sheet_of(wire(("reading", "48213"), ("reading", "99999")), on, TASK)
    assert row_of(sheet, "reading[2]").label == ""
    only = sheet_of(wire(("reading", "99999")), on, TASK)
    assert (row_of(only, "reading").label, row_of(only, "reading").source.kind) == ("", SourceKind.HIDDEN)


def test_a_value_changed_in_a_submit_handler_is_shown_as_the_pages() -> None:
    row = row_of(sheet_of(wire(("reading", "99999")), page(READING), TASK), "reading")
    assert (row.value, row.source.kind, row.flags) == ("99999", SourceKind.PAGE, {Flag.CHANGED})


def test_a_value_of_a_custom_element_is_not_on_the_page() -> None:
    row = row_of(sheet_of(wire(("reading", "48213"), ("x-amount", "500")), page(READING), TASK), "x-amount")
    assert row.flags == {Flag.NOT_ON_PAGE, Flag.MONEY}


def test_a_copy_of_the_persons_data_names_the_fact_and_is_not_ours() -> None:
    email = control(2, "email", "E-mail", value="ada@example.org")
    filled = ours(2, "email", "ada@example.org", detail="email")
    copied = hidden(3, "ref", "ada@example.org", default="")
    sheet = sheet_of(wire(("email", "ada@example.org"), ("ref", "ada@example.org"), ("z", "ada@example.org")),
                     page(email, copied), filled)
    ref, made_up = row_of(sheet, "ref"), row_of(sheet, "z")
    assert (ref.source.kind, ref.flags) == (SourceKind.HIDDEN, {Flag.CHANGED})
    assert (made_up.source.kind, made_up.flags) == (SourceKind.HIDDEN, {Flag.NOT_ON_PAGE})
    assert "e-mail address" in ref.why
    assert "e-mail address" in made_up.why


@pytest.mark.parametrize("value", ["ada@example.org", base64.b64encode(b"mail=ada@example.org").decode()])
def test_a_token_that_carries_the_persons_data_is_not_renewable(value: str) -> None:
    sheet = sheet_of(wire(("csrf_token", value)), page(hidden(1, "csrf_token", value)))
    row = row_of(sheet, "csrf_token")
    assert Flag.RENEWED not in row.flags
    assert row.carries == ("email",)
    assert renewable(sheet) == frozenset()


@pytest.mark.parametrize(("on", "pair"), [
    (control(1, "_token", "Token", value="kH3v9QzP1xWb7LmN", default="kH3v9QzP1xWb7LmN"),
     ("_token", "kH3v9QzP1xWb7LmN")),
    (hidden(1, "_token", "kH3v9QzP1xWb7LmN"), ("_token", "another9QzP1xWb7")),
    (hidden(1, "amount", "kH3v9QzP1xWb7LmN"), ("amount", "kH3v9QzP1xWb7LmN")),
    (hidden(1, "plan", "aaaaaaaaaaaaaaaa1"), ("plan", "aaaaaaaaaaaaaaaa1")),
    (hidden(1, "town", "Shrewsbury"), ("town", "Shrewsbury")),
])
def test_only_an_unchanged_hidden_random_value_is_renewable(on, pair) -> None:  # type: ignore[no-untyped-def]
    assert renewable(sheet_of(wire(pair), page(on))) == frozenset()


@pytest.mark.parametrize("name", ["csrfmiddlewaretoken", "authenticity_token", "__RequestVerificationToken",
                                  "__VIEWSTATE", "_wpnonce", "form_build_id", "x7"])
def test_usual_tokens_are_renewable(name: str) -> None:
    sheet = sheet_of(wire((name, "kH3v9QzP1xWb7LmN")), page(hidden(1, name, "kH3v9QzP1xWb7LmN")))
    assert renewable(sheet) == {name}


def test_an_amount_hidden_in_json_stands_first() -> None:
    body = '{"reading": "48213", "extra": {"amount": 500, "currency": "GBP"}}'
    sheet = sheet_of(sent(body, "application/json"), page(READING), TASK)
    assert sheet.rows[0].name == "extra.amount"
    assert sheet.rows[0].flags == {Flag.NOT_ON_PAGE, Flag.MONEY}


def test_two_json_paths_of_one_key_are_told_apart_by_value() -> None:
    on = page(control(1, "email", "Your e-mail", value="ada@example.org"))
    body = '{"me": {"email": "ada@example.org"}, "copy": {"email": "thief@evil.example"}}'
    sheet = sheet_of(sent(body, "application/json"), on, ours(1, "email", "ada@example.org"))
    assert row_of(sheet, "me.email").label == "Your e-mail"
    assert row_of(sheet, "copy.email").flags == {Flag.NOT_ON_PAGE}
    assert row_of(sheet, "copy.email").label == ""


def test_a_short_value_joins_no_json_field_by_chance() -> None:
    on = page(control(1, "adults", "Adults", value="2"))
    row = row_of(sheet_of(sent('{"weeks": "2"}', "application/json"), on, ours(1, "adults", "2")), "weeks")
    assert row.flags == {Flag.NOT_ON_PAGE}


def test_a_pre_ticked_hidden_consent_needs_its_own_yes() -> None:
    row = row_of(sheet_of(wire(("marketing_consent", "yes")), page(hidden(1, "marketing_consent", "yes"))),
                 "marketing_consent")
    assert row.needs_own_yes
    assert Flag.CONSENT in row.flags


def test_a_box_ticked_by_the_page_after_we_unticked_it_is_a_change() -> None:
    on = page(box(1, "news", "Newsletter", checked=False, default=True))
    row = row_of(sheet_of(wire(("news", "on")), on, ours(1, "news", "no", on=False)), "news")
    assert row.flags >= {Flag.CHANGED, Flag.CONSENT}
    assert row.needs_own_yes


def test_an_unreadable_body_is_one_flagged_row() -> None:
    row = sheet_of(sent(b"\x00\xff", "application/octet-stream"), page(READING), TASK).rows[0]
    assert row.flags >= {Flag.UNREADABLE, Flag.NOT_ON_PAGE}


def test_a_field_in_the_address_of_a_post_borrows_no_label() -> None:
    sheet = sheet_of(wire(("other", "1"), url=URL + "?reading=99999"), page(READING), TASK)
    assert row_of(sheet, "reading").label == ""
    assert row_of(sheet, "reading").flags == {Flag.NOT_ON_PAGE}


def test_headers_are_rows_and_cookies_only_when_they_carry_something() -> None:
    decoded = sent("reading=48213", headers=(("X-Copy", "ada@example.org"), ("Cookie", "sid=1; m=ada@example.org")))
    sheet = sheet_of(decoded, page(READING), TASK)
    assert {row.name for row in sheet.rows} == {"reading", "x-copy", "m"}


@given(st.lists(st.tuples(st.sampled_from(["reading", "a", "b", "_token"]), st.sampled_from(["48213", "1", "x", ""])),
                max_size=6))
def test_every_field_of_the_wire_is_exactly_one_row(pairs: list[tuple[str, str]]) -> None:
    on = page(READING, control(2, "a", "A", value="1"), hidden(3, "b", "x"), TOKEN)
    decoded = wire(*pairs)
    rows = sheet_of(decoded, on, TASK).rows
    assert sorted((row.name, row.value) for row in rows) == sorted((f.name, f.value) for f in decoded.fields)
