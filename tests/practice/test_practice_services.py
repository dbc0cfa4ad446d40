"""Every service over real HTTP: the happy path, what is refused, and what is kept."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta
from urllib.parse import urlencode

import pytest

from agent.practice import records, requests
from agent.practice.services.appointment import offered

READING = {"account_number": "70-113-284", "meter_number": "A14K 22317", "reading": "48213",
           "reading_date": "2026-01-05", "email": "e.whitcombe@example.org"}
VEHICLE = {"registration": "VX19 KLM", "make": "Škoda", "colour": "blue"}
ADDRESS = {"full_name": "Eleanor Whitcombe", "address_line_1": "14 Abbey Lane", "address_line_2": "",
           "town": "Shrewsbury", "postcode": "SY3 7QX", "phone": "+44 7700 900 183", "email": "e@example.org"}
LAST = {"months": "12", "fee": "85.00", "declaration": "agreed"}
MOVE = {"full_name": "Eleanor Whitcombe", "dob_day": "14", "dob_month": "3", "dob_year": "1986",
        "old_postcode": "HR4 9BD", "new_postcode": "TV2 4AB", "new_address_line_1": "3 Mill Rise",
        "new_address_line_2": "", "new_town": "Little Heron"}
CARD = {"title": "Ms", "first_name": "Eleanor", "last_name": "Whitcombe", "date_of_birth": "1986-03-14",
        "address_line_1": "14 Abbey Lane", "address_line_2": "", "town": "Shrewsbury", "postcode": "SY3 7QX",
        "phone": "07700 900183", "email": "e@example.org", "newsletter": "yes", "terms": "accepted"}
COMPLAINT = {"category": "noise", "details": "Drums at night.\nEvery night.", "name": "Eleanor Whitcombe",
             "email": "e@example.org", "contact_preference": "email"}
PDF = b"%PDF-1.7\r\n\r\n--not-the-boundary\x00\xff\r\n%%EOF"


def multipart(fields, filename="bill.pdf", content=PDF, boundary="----practice7MA4"):
    parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
             for name, value in fields.items()]
    parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="proof_of_address"; filename="{filename}"\r\n'
                 "Content-Type: application/pdf\r\n\r\n".encode() + content + b"\r\n")
    return b"".join(parts) + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"


def join(client, fields=CARD, **file):
    body, kind = multipart(fields, **file)
    return body, client.send("POST", "/library-card", body, Content_Type=kind)


def complain(client, fields=COMPLAINT):
    return client.send("POST", "/api/complaints", json.dumps(fields).encode(), Content_Type="application/json")


def start_permit(client):
    token = {"csrf_token": client.get("/parking-permit").token}
    client.post("/parking-permit", {**token, **VEHICLE})
    client.post("/parking-permit/address", {**token, **ADDRESS})
    return token


def test_home_page_lists_every_service(client, site):
    home = client.get("/").text
    assert all(f'href="/{name}"' in home for name in site.pages)
    assert list(site.pages) == ["meter-reading", "parking-permit", "change-of-address", "appointment",
                                "library-card", "complaint", "residents-discount"]


def test_plain_page_views_are_not_noted(client, site, database):
    for name in site.pages:
        assert client.get(f"/{name}").status == 200
    client.get("/assets/style.css")
    assert requests(database) == []


def test_meter_reading_becomes_a_record_with_its_exact_body(client, database):
    form = client.get("/meter-reading")
    fields = {"csrf_token": form.token, **READING}
    answer = client.post("/meter-reading", fields)
    assert answer.status == 303
    confirmation = client.get(answer.location)
    [record] = records(database)
    assert confirmation.status == 200
    assert confirmation.reference == record.reference
    assert record.reference.startswith("MR-")
    assert record.page == "meter-reading"
    assert record.raw == urlencode(fields).encode()
    assert record.fields == fields
    assert (record.method, record.path, record.had_cookie) == ("POST", "/meter-reading", True)
    assert record.received_at.endswith("+00:00")


def test_date_of_the_reading_is_today_by_default(client):
    assert client.get("/meter-reading").value_of("reading_date") == date.today().isoformat()


def test_two_identical_posts_make_two_records(client, database):
    fields = {"csrf_token": client.get("/meter-reading").token, **READING}
    first, second = client.post("/meter-reading", fields), client.post("/meter-reading", fields)
    assert first.location != second.location
    assert [record.raw for record in records(database)] == [urlencode(fields).encode()] * 2


@pytest.mark.parametrize(("change", "message"), [
    ({"reading": ""}, "Enter the meter reading"),
    ({"reading": "482.5"}, "whole number"),
    ({"email": "nobody"}, "email address in the correct format"),
    ({"reading_date": (date.today() + timedelta(days=3)).isoformat()}, "today or in the past"),
    ({"reading_date": "31/12/2025"}, "must be a real date"),
    ({"account_number": "<b>"}, "must be 4 to 24 letters and numbers"),
])
def test_wrong_answers_are_named_and_kept(client, database, change, message):
    fields = {"csrf_token": client.get("/meter-reading").token, **READING, **change}
    answer = client.post("/meter-reading", fields)
    assert answer.status == 422
    assert "There is a problem" in answer.text
    assert answer.text.count(message) == 2
    assert "<title>Error:" in answer.text
    assert {name: answer.value_of(name) for name in READING} == {**READING, **change}
    assert records(database) == []
    assert [request.status for request in requests(database)] == [422]


@pytest.mark.parametrize("token", ["", "wrong", "wröng"])
def test_wrong_token_sends_nothing_and_keeps_the_answers(client, database, token):
    client.get("/meter-reading")
    answer = client.post("/meter-reading", {"csrf_token": token, **READING})
    assert answer.status == 403
    assert answer.value_of("reading") == "48213"
    assert records(database) == []
    assert client.post("/meter-reading", {"csrf_token": answer.token, **READING}).status == 303


def test_post_without_a_session_gets_a_fresh_form(client, database):
    answer = client.post("/meter-reading", {"csrf_token": "x", **READING})
    assert answer.status == 403
    assert client.post("/meter-reading", {"csrf_token": answer.token, **READING}).status == 303
    assert len(records(database)) == 1


def test_permit_goes_through_three_pages(client, database):
    first = client.get("/parking-permit")
    assert "step 1 of 3" in first.text
    second = client.post("/parking-permit", {"csrf_token": first.token, **VEHICLE})
    assert (second.status, second.location) == (303, "/parking-permit/address")
    assert "step 2 of 3" in client.get(second.location).text
    third = client.post(second.location, {"csrf_token": first.token, **ADDRESS})
    assert (third.status, third.location) == (303, "/parking-permit/check")
    check = client.get(third.location)
    assert all(value in check.text for value in (*VEHICLE.values(), *ADDRESS.values()))
    assert check.value_of("fee") == "85.00"
    assert "£85.00" in check.text.replace('<span id="fee-shown">', "")
    assert 'name="declaration" value="agreed" required' in check.text
    assert "Accept and send" in check.text
    assert records(database) == []
    final = {"csrf_token": first.token, **LAST}
    confirmation = client.get(client.post(third.location, final).location)
    [record] = records(database)
    assert record.reference == confirmation.reference
    assert record.raw == urlencode(final).encode()
    assert record.fields == {**VEHICLE, **ADDRESS, **final}
    assert [request.target for request in requests(database)] == [
        "/parking-permit", "/parking-permit/address", "/parking-permit/check"]


def test_permit_page_can_be_reopened_with_its_answers(client):
    start_permit(client)
    assert client.get("/parking-permit").value_of("registration") == "VX19 KLM"
    assert client.get("/parking-permit/address").value_of("town") == "Shrewsbury"
    assert client.get("/parking-permit/check").status == 200


@pytest.mark.parametrize("path", ["/parking-permit/address", "/parking-permit/check"])
def test_permit_page_without_the_earlier_ones_leads_to_the_first(client, path):
    answer = client.get(path)
    assert (answer.status, answer.location) == (303, "/parking-permit")


def test_permit_needs_the_declaration(client, database):
    token = start_permit(client)
    answer = client.post("/parking-permit/check", {**token, "months": "12", "fee": "85.00"})
    assert answer.status == 422
    assert "Tick the box to make the declaration" in answer.text
    assert records(database) == []


def test_permit_with_a_fee_that_does_not_fit_shows_the_right_one(client, database):
    token = start_permit(client)
    answer = client.post("/parking-permit/check", {**token, **LAST, "months": "6"})
    assert answer.status == 422
    assert answer.value_of("fee") == "48.00"
    assert records(database) == []
    assert client.post("/parking-permit/check", {**token, **LAST, "months": "6", "fee": "48.00"}).status == 303


def test_permit_sent_twice_makes_two_records(client, database):
    token = start_permit(client)
    for _ in range(2):
        assert client.post("/parking-permit/check", {**token, **LAST}).status == 303
    assert len(records(database)) == 2


@pytest.mark.parametrize("path", ["/parking-permit", "/parking-permit/address", "/parking-permit/check"])
def test_permit_without_a_session_sends_nothing(client, database, path):
    answer = client.post(path, {"csrf_token": "x", **VEHICLE, **ADDRESS, **LAST})
    assert answer.status == 403
    assert "step 1 of 3" in answer.text
    assert records(database) == []


def test_change_of_address_is_filed_and_forgets_its_draft(client, database):
    client.get("/change-of-address")
    draft = json.dumps({**MOVE, "new_town": "Heron", "unknown": "x"}).encode()
    saved = client.send("POST", "/change-of-address/draft", draft, Content_Type="application/json")
    assert "saved_at" in json.loads(saved.body)
    assert client.get("/change-of-address").value_of("new_town") == "Heron"
    assert client.post("/change-of-address", MOVE).status == 303
    assert client.get("/change-of-address").value_of("new_town") == ""
    assert [record.fields for record in records(database)] == [MOVE]
    assert requests(database)[0].raw == draft


@pytest.mark.parametrize(("change", "message"), [
    ({"dob_month": ""}, "must include a month"),
    ({"dob_day": "31", "dob_month": "2"}, "must be a real date, like 27 3 1985"),
    ({"dob_year": "86"}, "must be a real date"),
    ({"old_postcode": "12345"}, "full postcode"),
])
def test_change_of_address_names_what_is_wrong(client, database, change, message):
    answer = client.post("/change-of-address", {**MOVE, **change})
    assert answer.status == 422
    assert message in answer.text
    assert records(database) == []


def test_postcode_look_up_answers_and_is_noted(client, database):
    assert json.loads(client.get("/api/postcode?q=tv2%204ab").body) == {"town": "Little Heron"}
    assert client.get("/api/postcode?q=SY3%207QX").status == 404
    assert client.get("/api/postcode?q=%ff%fe").status == 404
    assert requests(database)[0].target == "/api/postcode?q=tv2%204ab"


@pytest.mark.parametrize("today", [date(2026, 12, day) for day in range(1, 8)] + [date(2028, 2, 28)])
def test_slots_are_working_days_after_today(today):
    groups = offered(today)
    days = [date.fromisoformat(group.choices[0].value[:10]) for group in groups]
    assert len(days) == 5
    assert all(day > today and day.weekday() < 5 for day in days)
    assert [group.heading for group in groups] == [f"{day:%A} {day.day} {day:%B} {day.year}" for day in days]
    assert all(4 <= len(group.choices) <= 8 for group in groups)


def test_appointment_books_an_offered_slot_alone(client, database):
    slot = offered(date.today())[1].choices[0].value
    person = {"name": "Eleanor", "email": "e@example.org", "phone": "07700 900183", "reason": "planning"}
    assert "<h3>" + offered(date.today())[0].heading in client.get("/appointment").text
    refused = client.post("/appointment", {**person, "slot": "2020-01-01T09:00"})
    assert refused.status == 422
    assert '<option value="planning" selected>' in refused.text
    assert client.post("/appointment", {**person, "slot": slot}).status == 303
    assert [record.fields["slot"] for record in records(database)] == [slot]


def test_library_card_keeps_the_file_by_name_size_and_sum(client, database):
    body, answer = join(client, filename="Stromrechnung %22März%22.pdf")
    assert answer.status == 303
    [record] = records(database)
    assert record.raw == body
    assert record.fields["proof_of_address"] == {
        "name": 'Stromrechnung "März".pdf', "media_type": "application/pdf", "size": len(PDF),
        "sha256": hashlib.sha256(PDF).hexdigest()}
    assert {name: record.fields[name] for name in CARD} == CARD


def test_library_newsletter_is_ticked_beforehand_and_stays_unticked(client):
    assert 'name="newsletter" aria-describedby' not in client.get("/library-card").text
    assert 'name="newsletter" value="yes" checked' in client.get("/library-card").text
    _, answer = join(client, {name: value for name, value in CARD.items() if name not in ("newsletter", "terms")})
    assert answer.status == 422
    assert 'name="newsletter" value="yes">' in answer.text
    assert "Accept the terms of membership to get a card" in answer.text


@pytest.mark.parametrize(("file", "message"), [
    ({"filename": "", "content": b""}, "Choose a file"),
    ({"filename": "bill.exe"}, "must be a PDF, PNG or JPG"),
    ({"filename": "bill.png"}, "must be a PDF, PNG or JPG"),
    ({"content": b"%PDF-" + bytes(10 * 1024 * 1024)}, "smaller than 10 MB"),
])
def test_library_card_refuses_the_wrong_file(client, database, file, message):
    _, answer = join(client, **file)
    assert answer.status == 422
    assert message in answer.text
    assert records(database) == []


def test_complaint_by_script_answers_with_its_reference(client, database):
    answer = complain(client)
    [record] = records(database)
    assert answer.status == 201
    assert json.loads(answer.body)["reference"] == record.reference
    assert record.raw == json.dumps(COMPLAINT).encode()
    assert record.fields == COMPLAINT
    assert (record.path, record.content_type) == ("/api/complaints", "application/json")


def test_complaint_by_script_names_what_is_wrong(client, database):
    answer = complain(client, {**COMPLAINT, "category": "aliens", "details": "x" * 5001})
    assert answer.status == 422
    assert set(json.loads(answer.body)["errors"]) == {"category", "details"}
    assert records(database) == []


def test_complaint_works_as_a_form_post_too(client, database):
    assert client.post("/complaint", COMPLAINT).status == 303
    assert records(database)[0].fields == COMPLAINT


def test_confirmation_of_an_unknown_reference_is_not_found(client, database):
    reference = json.loads(complain(client).body)["reference"]
    assert client.get(f"/complaint/confirmation/{reference}").status == 200
    assert client.get(f"/meter-reading/confirmation/{reference}").status == 404
    assert client.get("/complaint/confirmation/CP-0000-XXXX").status == 404


def test_what_was_sent_is_escaped_when_shown_again(client):
    hostile = {**READING, "meter_number": '"><script>alert(1)</script>'}
    answer = client.post("/meter-reading", {"csrf_token": client.get("/meter-reading").token, **hostile})
    assert answer.status == 422
    assert b"<script>alert" not in answer.body
