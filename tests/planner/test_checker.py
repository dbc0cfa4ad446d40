"""What seems wrong with a filled form, and what does not: each check with its cases, and the cases beside them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from agent.planner.checker.check import doubts
from agent.planner.checker.entry import Entry, Filled

TODAY = date(2026, 11, 26)


def entry(label: str, value: str, kind: str = "", subject: str = "self", **more: Any) -> Entry:
    name = more.pop("name", label.lower().replace(" ", "-"))
    return Entry(name, label, value, kind=kind, subject=subject, **more)


def said(*entries: Entry, task: str = "Do it", **more: Any) -> list[tuple[str, str]]:
    found = doubts(Filled(entries, task, ("GB", "GB"), TODAY, **more))
    return [(each.name, each.said) for each in found]


@pytest.mark.parametrize(("entries", "name", "words"), [
    ([entry("Postcode", " ", required=True)], "postcode", "required"),
    ([entry("Housing", "", required=True, type="radio", sent=False)], "housing", "required"),
    ([entry("E-mail", "ada.example.org", "email")], "e-mail", "e-mail address"),
    ([entry("Contact", "ada", type="email")], "contact", "e-mail address"),
    ([entry("Phone", "12", "tel")], "phone", "telephone"),
    ([entry("IBAN", "GB34BUKB20201555555555", "iban")], "iban", "check digits"),
    ([entry("Postcode", "10115", "postal-code")], "postcode", "United Kingdom"),
    ([entry("Postcode", "SY3 7QX", "postal-code"), entry("Country", "DE", "country", shown="Germany")], "postcode",
     "Germany"),
    ([entry("Date of birth", "31 February 1986", "bday")], "date-of-birth", "not a date"),
    ([entry("Date of birth", "2030-03-14", "bday")], "date-of-birth", "still to come"),
    ([entry("Child's date of birth", "2027-01-02", "bday", "child")], "child's-date-of-birth", "still to come"),
    ([entry("Date of the accident", "2026-12-24")], "date-of-the-accident", "still to come"),
    ([entry("Preferred date", "2026-11-20")], "preferred-date", "20 November 2026 is past"),
    ([entry("Start date", "01/11/2026", around="Your parking permit")], "start-date", "1 November 2026 is past"),
    ([entry("Wunschtermin", "20.11.2026")], "wunschtermin", "is past"),
    ([entry("Date d’arrivée souhaitée", "2025-07-01"), entry("Date souhaitée", "2025-07-01")], "date-souhaitée",
     "is past"),
    ([entry("Passport expiry", "2024-02-09", "passport-expiry")], "passport-expiry", "expired"),
    ([entry("From", "2026-12-10"), entry("To", "2026-12-03")], "to", "before “From”, 10 December 2026"),
    ([entry("Anreise", "2026-12-10"), entry("Abreise", "2026-12-03")], "abreise", "before “Anreise”"),
    ([entry("Price per permit", "24.50"), entry("Quantity", "3"), entry("Total", "75.00")], "total", "3 times 24.50"),
    ([entry("Amount 1", "10.00", name="amount1"), entry("Amount 2", "12.50", name="amount2"),
      entry("Total", "23.00")], "total", "makes 22.50"),
    ([entry("E-mail", "ada@example.org", "email"), entry("Confirm e-mail", "ada@example.com", "email")],
     "confirm-e-mail", "differs"),
    ([entry("E-Mail", "a@b.de", "email"), entry("E-Mail wiederholen", "a@c.de", "email")], "e-mail-wiederholen",
     "differs"),
    ([entry("Full name", "Ada Lovelace", "name"), entry("Partner's name", "Ada Lovelace", "name", "spouse")],
     "partner's-name", "somebody else's"),
    ([entry("Phone", "+44 1743 281000", "tel"), entry("Their phone", "+441743281000", "tel", "emergency-contact")],
     "their-phone", "somebody else's"),
    ([entry("IBAN", "DE89370400440532013000", "iban"), entry("BIC", "BUKBGB22", "bic")], "bic",
     "GB, and the IBAN is of DE"),
])
def test_what_is_wrong_is_said_once_at_its_place(entries: list[Entry], name: str, words: str) -> None:
    ((found, sentence),) = said(*entries)
    assert (found, words in sentence) == (name, True), sentence


@pytest.mark.parametrize("entries", [
    [entry("Postcode", "")],
    [entry("E-mail", "ada@example.org", "email"), entry("Confirm e-mail", "ADA@example.org", "email")],
    [entry("Phone", "01743 281000", "tel"), entry("Mobile", "+447700900183", "tel")],
    [entry("IBAN", "GB33 BUKB 2020 1555 5555 55", "iban"), entry("BIC", "BUKBGB22", "bic")],
    [entry("Postcode", "sy37qx", "postal-code")],
    [entry("Postcode", "10115", "postal-code"), entry("Country", "DE", "country", shown="Germany")],
    [entry("Date of birth", "14/03/1986", "bday"), entry("Expected date of birth", "2027-03-01")],
    [entry("Date of reading", "2026-11-25"), entry("Start date", "2019-09-02", "job-start-date")],
    [entry("Start date", "2019-09-02", around="Employment history")],
    [entry("Date of last appointment", "2026-05-02")],
    [entry("Preferred date", "2026-11-26")],
    [entry("From", "2026-12-03"), entry("To", "2026-12-03")],
    [entry("Date of birth", "1986-03-14", "bday"), entry("Date moved in", "2024-05-01", "move-in-date")],
    [entry("Price per permit", "24.50"), entry("Quantity", "3"), entry("Total", "73.50")],
    [entry("Price per permit", "24.50"), entry("Quantity", "3"), entry("Discount amount", "5.00"),
     entry("Total", "68.50")],
    [entry("Amount", "48.00"), entry("Total", "50.00")],
    [entry("Total number of people", "4"), entry("Number of children", "2")],
    [entry("E-mail", "a@b.org", "email"), entry("Partner's e-mail", "a@b.org", "email", "spouse")],
    [entry("Surname", "Lovelace", "family-name"), entry("Partner's surname", "Lovelace", "family-name", "spouse")],
])
def test_what_is_right_or_may_be_is_not_doubted(entries: list[Entry]) -> None:
    assert said(*entries) == []


@pytest.mark.parametrize(("task", "words"), [
    ("Submit my meter reading, 48213", "48213"),
    ("Book the appointment for 1 March", "1 March"),
    ("Change my e-mail to new@example.org", "new@example.org"),
    ("Renew the permit for VX19 KLM", "VX19"),
    ("Report street light SL-4471", "4471"),
])
def test_a_value_of_the_task_that_goes_nowhere_is_said_for_the_whole(task: str, words: str) -> None:
    ((name, sentence),) = said(entry("Full name", "Ada Lovelace", "name"), task=task)
    assert name == ""
    assert words in sentence
    assert said(entry("Full name", "Ada Lovelace", "name"), task=task, last=False) == []


@pytest.mark.parametrize(("task", "entries", "elsewhere"), [
    ("Submit my meter reading, 48213", [entry("Reading", "48,213")], ()),
    ("Submit my meter reading, 48213", [], ("48213",)),
    ("Submit my meter reading, 48213", [entry("1", "4"), entry("2", "8"), entry("3", "213")], ()),
    ("Book it for 1 March", [entry("Day", "1", part="day"), entry("Month", "3", part="month")], ()),
    ("Book it for 1 March", [entry("Time", "x", shown="Monday 1 March 2027, 10:30am")], ()),
    ("Book it for 1 March", [entry("Date", "01/03/2027")], ()),
    ("Change my phone to 07700 900183", [entry("Phone", "+447700900183", "tel")], ()),
    ("Renew my books before 3 December 2026", [], ()),
    ("Answer the letter of 12 November 2026", [], ()),
    ("Pay at most 5000 for it", [], ()),
    ("I have 2 cats and 3 dogs, since 2019", [], ()),
])
def test_what_arrives_or_is_no_value_is_not_missed(task: str, entries: list[Entry], elsewhere: tuple[str, ...]) -> None:
    assert said(*entries, task=task, elsewhere=elsewhere) == []


def test_another_value_than_the_task_states_is_said_at_its_field_unless_the_person_put_it_there() -> None:
    task = "Submit my meter reading.\nMeter number: A14K22317"
    ((name, sentence),) = said(entry("Meter number", "B99X10001", "meter-number"), task=task)
    assert (name, "A14K22317" in sentence) == ("meter-number", True)
    assert ("meter-number", sentence) not in said(entry("Meter number", "B99X10001", own=True), task=task)
    assert said(entry("Meter number", "A14K 22317", "meter-number"), task=task) == []


def test_what_the_person_wrote_since_stands_above_the_task() -> None:
    task, reading = "Submit my meter reading, 48213", entry("Reading", "48300")
    assert said(reading, task=task) != []
    assert said(reading, task=task, since=["The meter reading is 48300"]) == []
    assert said(reading, task=task, since=["48300"]) == []
    assert said(reading, task=task, since=["Please hurry"]) != []


def test_a_long_label_and_odd_values_do_no_harm() -> None:
    odd = ["", " ", "0", "-", "9" * 5000, "\u202e", "2026-02-31", "١٢٣", "1e99", "NaN", "£", "00/00/0000", "%s"]
    kinds = ["email", "tel", "iban", "bic", "postal-code", "bday", "country", "vat-number", "tax-id", "", "other"]
    for kind in kinds:
        said(*(entry("Total amount to pay by " * 40, value, kind, name=f"a{at}") for at, value in enumerate(odd)),
             task="x" * 9000)
