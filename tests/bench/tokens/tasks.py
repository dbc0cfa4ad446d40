"""The tasks: what a person says to each side, what a scripted model puts where, and what must arrive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tests.planner.claude.test_whole_loop import FORMS
from tests.runs.household import FACTS
from tests.sites.expected import ELEANOR, MARCUS


class Kind(StrEnum):
    """What is done with a field."""

    TEXT = "text"
    SELECT = "select"
    RADIO = "radio"
    TICK = "tick"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Put:
    """One field: its name on the wire, its label, and the value; for a radio ``value`` is the option's label."""

    name: str
    label: str
    value: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Step:
    """One page of a form, and the button that ends it."""

    puts: tuple[Put, ...]
    button: str


@dataclass(frozen=True, slots=True)
class Task:
    """One task.

    ``said`` is the task in our app, where values come from the profile ``facts`` and from ``answers`` (by words of the
    question); ``asked`` is the same for agents that are told the values. ``picks`` and ``labels`` are for our scripted
    model. ``sent``: by name on the wire, what the site must have got, letters and figures alone.
    """

    name: str
    page: str
    said: str
    asked: str
    facts: Mapping[str, str]
    steps: tuple[Step, ...]
    sent: Mapping[str, str]
    foreign: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)
    picks: Mapping[str, str] = field(default_factory=dict)
    labels: tuple[tuple[str, str], ...] = ()

    @property
    def file(self) -> bool:
        """Whether a document comes with it."""
        return any(put.kind is Kind.FILE for step in self.steps for put in step.puts)

    def told(self, url: str) -> str:
        """The task for an agent that must be told everything: only what this form needs."""
        lines = [f"- {put.label}: {put.value}" for step in self.steps for put in step.puts if put.kind is not Kind.FILE]
        return "\n".join([f"Go to {url} and {self.asked}. Use these details:", *lines])


def _form(page: str, asked: str, steps: tuple[Step, ...], sent: Mapping[str, str]) -> Task:
    said, picks, answers = FORMS[page]
    return Task(page, page, said, asked, FACTS, steps, sent, answers=answers, picks=picks)


NAME = Put("full_name", "Full name", "Eleanor Whitcombe")
EMAIL = Put("email", "Email address", FACTS["email"])
TEL = Put("phone", "Telephone number", "07700 900183")
STREET = Put("address_line_1", "Address line 1", FACTS["address-line1"])
TOWN = Put("town", "Town or city", FACTS["address-level2"])
POSTCODE = Put("postcode", "Postcode", FACTS["postal-code"])

TASKS: tuple[Task, ...] = (
    _form("meter-reading", "send my meter reading", (Step((
        Put("account_number", "Customer account number", "70-113-284"),
        Put("meter_number", "Meter number", "A14K 22317"), Put("reading", "Meter reading", "48213"), EMAIL),
        "Send reading"),),
        {"account_number": "70113284", "meter_number": "A14K22317", "reading": "48213", "email": FACTS["email"]}),
    _form("parking-permit", "renew my parking permit for 12 months", (
        Step((Put("registration", "Vehicle registration number", "AB12 CDE"), Put("make", "Make of vehicle", "Skoda"),
              Put("colour", "Colour of vehicle", "Blue")), "Continue"),
        Step((NAME, STREET, TOWN, POSTCODE, TEL, EMAIL), "Continue"),
        Step((Put("declaration", "I declare", "yes", Kind.TICK),), "Accept and send")),
        {"registration": "AB12CDE", "make": "Skoda", "colour": "Blue", "full_name": "Eleanor Whitcombe",
         "postcode": "TQ124AB", "months": "12", "declaration": "agreed"}),
    _form("change-of-address", "tell them that I have moved", (Step((
        NAME, Put("dob_day", "Day", "14"), Put("dob_month", "Month", "3"), Put("dob_year", "Year", "1986"),
        Put("old_postcode", "Old postcode", "TV1 3AA"), Put("new_postcode", "New postcode", FACTS["postal-code"]),
        Put("new_address_line_1", "House number and street", FACTS["address-line1"]),
        Put("new_town", "Town", FACTS["address-level2"])), "Send new address"),),
        {"full_name": "Eleanor Whitcombe", "dob_year": "1986", "old_postcode": "TV13AA", "new_postcode": "TQ124AB",
         "new_address_line_1": FACTS["address-line1"], "new_town": "Thornmere"}),
    _form("appointment", "book an appointment", (Step((
        Put("reason", "What is it about?", "Planning and building", Kind.SELECT),
        Put("slot", "Choose a time", "10:15am", Kind.RADIO),
        Put("name", "Full name", NAME.value), EMAIL, TEL), "Book appointment"),),
        {"reason": "planning", "slot": "T10:15", "name": NAME.value, "email": FACTS["email"]}),
    _form("library-card", "get me a library card. The proof of address is the file bill.pdf", (Step((
        Put("title", "Title", "Ms", Kind.SELECT), Put("first_name", "First name", "Eleanor"),
        Put("last_name", "Last name", "Whitcombe"), Put("date_of_birth", "Date of birth", FACTS["bday"]), STREET, TOWN,
        POSTCODE, Put("proof_of_address", "Proof of address", "bill.pdf", Kind.FILE),
        Put("phone", "Mobile or home phone", TEL.value), EMAIL,
        Put("terms", "I accept the terms of membership", "yes", Kind.TICK)), "Join the library"),),
        {"title": "Ms", "first_name": "Eleanor", "last_name": "Whitcombe", "date_of_birth": FACTS["bday"],
         "postcode": "TQ124AB", "proof_of_address": "bill.pdf", "email": FACTS["email"], "terms": "accepted"}),
    _form("complaint", "make a complaint", (Step((
        Put("category", "What is the complaint about?", "Bins, recycling and street cleaning", Kind.RADIO),
        Put("details", "What happened?", "The bins were not emptied."), Put("name", "Full name", NAME.value), EMAIL,
        Put("contact_preference", "How should we answer?", "By email", Kind.RADIO)), "Send complaint"),),
        {"category": "waste", "details": "The bins were not emptied.", "name": NAME.value,
         "contact_preference": "email"}),
    Task("uswds-address", "uswds-address", "Give them my mailing address", "give them my mailing address", MARCUS, (
        Step((
        Put("mailing-address-1", "Street address", "48 Juniper Court"),
        Put("mailing-address-2", "Street address line 2", "Apt 3"), Put("city", "City", "Dayton"),
        Put("state", "State, territory, or military post", "OH - Ohio", Kind.SELECT), Put("zip", "ZIP code", "45402")),
        "Submit"),),
        {"mailing-address-1": "48 Juniper Court", "mailing-address-2": "Apt 3", "city": "Dayton", "state": "OH",
         "zip": "45402"}, foreign=True,
        labels=((r"line 2", "{{fact:address-line2}}"), (r"state", "{{fact:address-level1}}"),
                (r"zip", "{{fact:postal-code}}"))),
    Task("nhsuk-registration", "nhsuk-registration", "Register me", "register me", ELEANOR, (Step((
        Put("example", "What is your full name?", NAME.value), Put("day", "Day", "14"), Put("month", "Month", "3"),
        Put("year", "Year", "1986"), Put("address-line1", "Address line 1", "14 Quarry Lane"),
        Put("address-town", "Town or city", "Thornmere"),
        Put("address-postcode", "Postcode", "TQ12 4AB"), Put("contact-by-email", "Email address", FACTS["email"]),
        Put("contact-by-text", "Mobile phone number", TEL.value)), "Continue"),),
        {"example": "Whitcombe", "day": "14", "year": "1986", "address-line1": "14 Quarry Lane",
         "address-postcode": "TQ124AB", "contact-by-email": FACTS["email"], "contact-by-text": "07700900183"},
         foreign=True),
    Task("govuk-contact", "govuk-contact", "Tell them to reach me by text message",
         "tell them to reach me by text message", ELEANOR, (Step((
             Put("how-contacted", "How do you want to be contacted?", "Text message", Kind.RADIO),
             Put("contact-text-message", "Mobile phone number", TEL.value)), "Continue"),),
         {"how-contacted": "text", "contact-text-message": "07700900183"}, foreign=True, picks={"contacted": "Text"}),
)
BY_NAME = {task.name: task for task in TASKS}
