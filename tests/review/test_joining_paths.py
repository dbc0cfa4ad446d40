"""Labels for values with paths for names: lent where name or value leave no doubt, and never to another value."""

from __future__ import annotations

import json

import pytest

from agent.protocol import Flag, SourceKind
from tests.review.pages import FACTS, control, ours, page, row_of, sent, sheet_of, wire

READING = control(1, "meter_reading", "Meter reading", value="48213")
POSTCODE = control(2, "applicant_post_code", "Where do you live?", value="SY1 2AB")
EMAIL = control(3, "", "E-mail address", id="contact-email", value="ada@example.org")
TERMS = control(4, "terms", "I agree to the terms", type="checkbox", value="on", checked=True)
PAGE = page(READING, POSTCODE, EMAIL, TERMS)


def body(tree: object) -> str:
    return json.dumps(tree, separators=(",", ":"))


@pytest.mark.parametrize(("tree", "labels"), [
    ({"meterReading": "48213"}, {"meterReading": "Meter reading"}),
    ({"METER-READING": 48213}, {"METER-READING": "Meter reading"}),
    ({"applicant": {"postCode": "SY1 2AB"}}, {"applicant.postCode": "Where do you live?"}),
    ({"applicant": {"address": {"postCode": "SY1 2AB"}}}, {"applicant.address.postCode": "Where do you live?"}),
    ({"data": {"applicant": {"home": {"post_code": "SY1 2AB"}}}},
     {"data.applicant.home.post_code": "Where do you live?"}),
    ({"contactEmail": "ada@example.org"}, {"contactEmail": "E-mail address"}),
    ({"contact": {"email": "ada@example.org"}}, {"contact.email": "E-mail address"}),
    ({"fields": [{"name": "meter_reading", "value": "48213"}]}, {"fields[0].value": "Meter reading"}),
    ({"answers": [{"questionId": "contact-email", "value": "ada@example.org"},
                  {"questionId": "meterReading", "value": "48213"}]},
     {"answers[0].value": "E-mail address", "answers[1].value": "Meter reading"}),
    ({"answers": [{"question": "Meter reading", "answer": 48213}]}, {"answers[0].answer": "Meter reading"}),
    ({"payload": body({"meterReading": "48213"})}, {"payload > meterReading": "Meter reading"}),
    ({"operationName": "Submit", "query": "mutation Submit($i: In!) { submit(input: $i) { id } }",
      "variables": {"input": {"meterReading": 48213, "terms": True}}},
     {"variables.input.meterReading": "Meter reading", "variables.input.terms": "I agree to the terms"}),
])
def test_a_value_of_json_gets_the_label_of_the_control_it_came_from(tree: object, labels: dict[str, str]) -> None:
    sheet = sheet_of(sent(body(tree), "application/json"), PAGE, facts={})
    for name, label in labels.items():
        row = row_of(sheet, name)
        assert row.label == label
        assert Flag.NOT_ON_PAGE not in row.flags
        assert Flag.CHANGED not in row.flags


@pytest.mark.parametrize(("tree", "name"), [
    ({"landlord": {"address": {"postCode": "AB1 2CD"}}}, "landlord.address.postCode"),      # a part, another value
    ({"a": {"postCode": "SY1 2AB"}, "b": {"postCode": "SY1 2AB"}}, "a.postCode"),           # two that could be it
    ({"meter\u200breading": "99999"}, "meter\u200breading"),                               # a sign nobody sees
    ({"note": {"name": "something else", "value": "48214"}}, "note.value"),
    ({"fields": [{"name": "meter_reading", "value": "1"}, {"name": "meter_reading", "value": "2"}]},
     "fields[0].value"),
    ({"fields": [{"name": "meter_reading", "value": "1", "text": "2"}]}, "fields[0].value"),
    ({"fields": [{"name": "meter_reading", "value": "1"}]}, "fields[0].name"),
])
def test_no_label_is_lent_where_anything_speaks_against_it(tree: object, name: str) -> None:
    row = row_of(sheet_of(sent(body(tree), "application/json"), PAGE, facts={}), name)
    assert (row.label, Flag.NOT_ON_PAGE in row.flags) == ("", True)


def test_a_value_under_a_controls_name_that_the_control_did_not_show_is_a_change() -> None:
    tree = {"answers": [{"questionId": "meter_reading", "value": "99999"}], "applicantPostCode": "XX1 1XX"}
    sheet = sheet_of(sent(body(tree), "application/json"), PAGE, facts={})
    for name in ("answers[0].value", "applicantPostCode"):
        assert Flag.CHANGED in row_of(sheet, name).flags


def test_the_persons_own_value_in_nested_json_is_shown_as_theirs() -> None:
    decoded = sent(body({"payload": body({"contact": {"email": FACTS["email"]}})}), "application/json")
    row = row_of(sheet_of(decoded, PAGE, ours(3, "", FACTS["email"], detail="email")), "payload > contact.email")
    assert (row.source.kind, row.source.detail) == (SourceKind.PROFILE, "email")


@pytest.mark.parametrize(("name", "value", "label"), [
    ("meterReading", "48213", "Meter reading"), ("meter-reading", "48213", "Meter reading"),
    ("contactEmail", "ada@example.org", "E-mail address"),
    ("meterReading", "99999", ""),              # a script's own name and another value: nothing to go by
    ("reading", "48213", ""),
])
def test_a_scripted_forms_own_spelling_needs_the_very_value(name: str, value: str, label: str) -> None:
    assert row_of(sheet_of(wire((name, value)), PAGE, facts={}), name).label == label


def test_a_folded_name_does_not_take_the_label_of_a_control_that_sends_itself() -> None:
    sheet = sheet_of(wire(("meter_reading", "48213"), ("meterReading", "48213")), PAGE)
    assert row_of(sheet, "meter_reading").label == "Meter reading"
    assert row_of(sheet, "meterReading").label == ""
