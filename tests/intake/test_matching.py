import pytest

from agent.intake.matching import match
from agent.intake.task_values import values_in

METER = "Submit my meter reading, 48213, taken on 21 November 2026"
PERMIT = "Renew my parking permit for AB12 CDE for 12 months"
BINS = 'Complain about missed bin collection: "The brown bin was not emptied on 3 and 10 November."'
TWO_READINGS = "My previous reading was 47000, current reading 48213"
METER_AND_NUMBER = "My meter number is A14K 22317 and the reading is 48213."
LINES = (
    "Cancel my gym membership\nReason: I moved away and the commute is too long\n"
    "Membership number: 70-113-284\nEnd date: 31/12/2026"
)
APPOINTMENT = "Book a passport appointment on 3 December 2026 at 10:30, pay £82.50"
MOVE = "Tell the council I move on 1 December 2026. Call me on 07700 900183 or e-mail me at e.w@example.org"
OTHERS = "Ask the office on 01743 496012 or office@council.example to pay DE89 3704 0044 0532 0130 00"
FUELS = "Submit my electricity meter reading, 48213"
BOTH_FUELS = "Gas reading 1234, electricity reading 5678"

CASES = [
    # the value of the sentence
    (METER, "Meter reading", "", "48213"),
    (METER, "Reading", "number", "48213"),
    (METER, "Current reading (kWh)", "text", "48213"),
    (METER, "Electricity meter reading", "", "48213"),
    (METER, "What is your meter reading?", "", "48213"),
    (METER, "Date of reading", "date", "2026-11-21"),
    (METER, "Reading date", "", "2026-11-21"),
    (METER, "Date taken", "", "2026-11-21"),
    (METER, "Date", "date", "2026-11-21"),
    (PERMIT, "Vehicle registration number", "text", "AB12 CDE"),
    (PERMIT, "Registration number of your vehicle", "text", "AB12 CDE"),
    (PERMIT, "Number plate", "", "AB12 CDE"),
    (PERMIT, "Permit length in months", "", "12"),
    (PERMIT, "How long do you want the permit for?", "select-one", "12"),
    (BINS, "What happened?", "textarea", "The brown bin was not emptied on 3 and 10 November."),
    (BINS, "Details of your complaint", "textarea", "The brown bin was not emptied on 3 and 10 November."),
    (BINS, "Describe the problem", "textarea", "The brown bin was not emptied on 3 and 10 November."),
    (LINES, "Reason", "", "I moved away and the commute is too long"),
    (LINES, "Reason for cancelling", "textarea", "I moved away and the commute is too long"),
    (LINES, "Membership number", "text", "70-113-284"),
    (LINES, "End date", "date", "2026-12-31"),
    (APPOINTMENT, "Appointment date", "date", "2026-12-03"),
    (APPOINTMENT, "Time", "time", "10:30"),
    (APPOINTMENT, "Amount to pay", "", "82.50"),
    (MOVE, "Moving date", "date", "2026-12-01"),
    (MOVE, "Phone", "tel", "+447700900183"),
    (MOVE, "Email address", "email", "e.w@example.org"),
    (TWO_READINGS, "Current reading", "", "48213"),
    (TWO_READINGS, "Previous reading", "", "47000"),
    (TWO_READINGS, "Last meter reading", "", None),
    (METER_AND_NUMBER, "Meter number", "", "A14K 22317"),
    (METER_AND_NUMBER, "Meter reading", "", "48213"),
    (BOTH_FUELS, "Gas reading", "", "1234"),
    (BOTH_FUELS, "Electricity reading", "", "5678"),
    # better asked than wrong
    (METER, "Previous reading", "", None),
    (METER, "Meter number", "", None),
    (METER, "Meter serial number", "", None),
    (METER, "Account number", "", None),
    (METER, "Gas reading", "", None),
    (FUELS, "Gas meter reading", "", None),
    (METER, "Date of birth", "date", None),
    (METER, "Date of previous reading", "date", None),
    (METER, "Expiry date", "date", None),
    (METER, "Name", "", None),
    (METER, "Postcode", "", None),
    (METER, "Year", "number", None),
    (METER, "House number", "", None),
    (METER, "Comments", "textarea", None),
    (METER, "", "", None),
    (PERMIT, "Permit", "select-one", None),
    (PERMIT, "Company registration number", "", None),
    (PERMIT, "Permit number", "", None),
    (PERMIT, "Number of permits", "number", None),
    (PERMIT, "How many vehicles", "number", None),
    (PERMIT, "Vehicle colour", "", None),
    (BINS, "Subject", "text", None),
    (BINS, "Collection date", "date", None),
    (BINS, "Other comments", "textarea", None),
    (BINS, "Details of any disability", "textarea", None),
    (BINS, "Collection reference number", "", None),
    (LINES, "Account number", "", None),
    (LINES, "Start date", "date", None),
    (LINES, "Name", "", None),
    (APPOINTMENT, "Passport expiry date", "date", None),
    (APPOINTMENT, "Passport number", "", None),
    (OTHERS, "Your phone", "tel", None),
    (OTHERS, "Email", "email", None),
    (OTHERS, "IBAN", "text", None),
    (PERMIT, "Month", "number", None),
    (PERMIT, "Year", "number", None),
    (MOVE, "Partner's phone", "tel", None),
    (MOVE, "Emergency contact phone", "tel", None),
    (BOTH_FUELS, "Reading", "", None),
    (BOTH_FUELS, "Meter reading", "", None),
    ("Submit my 2026 meter reading", "Meter reading", "", None),
    ("Submit my reading at https://water.example/48213/form", "Meter reading", "", None),
    ("Submit my meter reading. My phone is 07700 900183", "Meter reading", "number", None),
    ("Reading: 48213\nReading: 48214", "Reading", "", None),
]


@pytest.mark.parametrize(("text", "label", "control", "expected"), CASES)
def test_a_label_gets_what_is_surely_its_own(text: str, label: str, control: str, expected: str | None) -> None:
    found = match(label, values_in(text), control)
    assert (found.value if found else None) == expected


def test_a_label_may_come_as_words() -> None:
    found = match(("meter", "reading"), values_in(METER))
    assert found is not None
    assert found.value == "48213"


def test_the_same_value_written_twice_is_no_tie() -> None:
    found = match("Meter reading", values_in("Meter reading 48213. To be clear: the meter reading is 48213."))
    assert found is not None
    assert found.value == "48213"
