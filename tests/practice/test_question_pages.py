"""The form of one question a page: its order, its conditional pages, its tokens, and a last page that sends nothing."""

from __future__ import annotations

import pytest

from agent.practice import records, requests
from agent.practice.services.residents_discount import PAGES

START = "/residents-discount"
SUMMARY = f"{START}/check-your-answers"
ANSWERS = {
    "first_name": "Eleanor", "last_name": "Whitcombe", "dob_day": "14", "dob_month": "3", "dob_year": "1986",
    "address_line_1": "14 Quarry Lane", "town": "Thornmere", "postcode": "TQ12 4AB", "lived_here": "over-5",
    "phone": "07700 900183", "email": "e@example.org", "has_vehicle": "yes", "registration": "AB12 CDE",
    "make": "Skoda", "lives_alone": "yes", "student": "no", "carer": "no", "account_number": "70-113-284",
    "contact": "email"}


def fields_on(page):
    from agent.practice.fields import names
    (found,) = [names(each.sections) for each in PAGES if f"{START}{each.path}" == page]
    return found


def walk(client, answers, until=SUMMARY):
    """Answers page after page; returns the paths that were posted to."""
    path, posted = START, []
    while path != until:
        token = client.get(path).token
        reply = client.post(path, {"csrf_token": token, **{name: answers[name] for name in fields_on(path)}})
        assert reply.status == 303, reply.text
        posted.append(path)
        path = reply.location
    return posted


def test_fourteen_questions_and_a_summary_make_one_record(client, database):
    posted = walk(client, ANSWERS)
    assert len(posted) == len(PAGES) == 14
    summary = client.get(SUMMARY)
    assert all(words in summary.text for words in ("Eleanor", "14 3 1986", "TQ12 4AB", "Skoda", "More than 5 years"))
    assert "Accept and send" in summary.text
    assert records(database) == []
    confirmation = client.post(SUMMARY, {"csrf_token": summary.token})
    assert client.get(confirmation.location).status == 200
    (record,) = records(database)
    assert record.fields == ANSWERS
    assert record.raw.startswith(b"csrf_token=")
    assert record.raw.count(b"=") == 1 + summary.token.count("=")
    assert len([each for each in requests(database) if each.method == "POST"]) == 15


def test_pages_that_do_not_apply_are_left_out(client, database):
    posted = walk(client, {**ANSWERS, "has_vehicle": "no"})
    assert [path for path in posted if "registration" in path or "make" in path] == []
    summary = client.get(SUMMARY)
    client.post(SUMMARY, {"csrf_token": summary.token})
    (record,) = records(database)
    assert "registration" not in record.fields


def test_a_changed_answer_opens_the_page_it_makes_needed(client):
    walk(client, {**ANSWERS, "has_vehicle": "no"})
    token = client.get(f"{START}/vehicle").token
    changed = client.post(f"{START}/vehicle", {"csrf_token": token, "has_vehicle": "yes"})
    assert changed.location == f"{START}/registration"
    assert client.get(SUMMARY).location == f"{START}/registration"


def test_a_page_out_of_turn_leads_to_the_first_unanswered_one(client):
    assert client.get(f"{START}/email").location == START
    walk(client, ANSWERS, until=f"{START}/phone")
    assert client.get(SUMMARY).location == f"{START}/phone"


def test_each_page_takes_its_own_token_alone(client, database):
    token = client.get(START).token
    names = {"first_name": "Eleanor", "last_name": "Whitcombe"}
    client.post(START, {"csrf_token": token, **names})
    other = client.get(f"{START}/birth-date").token
    assert other != token
    refused = client.post(START, {"csrf_token": other, **names})
    assert refused.status == 403
    assert refused.value_of("first_name") == "Eleanor"


@pytest.mark.parametrize("token", ["", "wrong"])
def test_the_last_page_needs_its_token_and_all_answers(client, database, token):
    assert client.post(SUMMARY, {"csrf_token": token}).location == START
    walk(client, ANSWERS)
    assert client.post(SUMMARY, {"csrf_token": token}).status == 403
    assert records(database) == []
