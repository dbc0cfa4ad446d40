"""Service: join the library. Multipart with a proof of address."""

from __future__ import annotations

from datetime import date

from agent.practice import checks
from agent.practice.bodies import Sent
from agent.practice.fields import Choice, Errors, Section, Select, Text, Tick, Upload
from agent.practice.services.one_page import OnePage
from agent.practice.services.service import Routes, Service

SERVICE = Service(
    name="library-card",
    title="Get a library card",
    blurb="Borrow books, films and instruments from all four libraries of the vale, free of charge.",
    takes="About 5 minutes, with a proof of address",
    prefix="LC",
    headline="Welcome to the library",
    what_next=("Your card comes by post within five working days.",
               "Until then you can borrow with your reference number at any of our libraries."),
)

TITLES = tuple(Choice(title, title) for title in ("Mr", "Mrs", "Miss", "Ms", "Mx", "Dr", "Prof"))

MAX_FILE = 10 * 1024 * 1024
"""Bytes. Under the server's own limit, so that a file a little too large still gets a helpful page."""

_SIGNATURES = {".pdf": b"%PDF-", ".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}
"""How a file of each kind begins. Source: ISO 32000-2, PNG and JPEG (ITU T.81) specifications."""


def questions() -> tuple[Section, ...]:
    """The form's questions."""
    return (
        Section("About you", (
            Select("title", "Title", "Choose your title", TITLES, autocomplete="honorific-prefix"),
            Text("first_name", "First name", "Enter your first name", autocomplete="given-name"),
            Text("last_name", "Last name", "Enter your last name", autocomplete="family-name"),
            Text("date_of_birth", "Date of birth", "Enter your date of birth", type="date", autocomplete="bday",
                 width="half", maximum=date.today().isoformat(), check=checks.past_date("Date of birth")),
        )),
        Section("Where you live", (
            Text("address_line_1", "Address line 1", "Enter the first line of your address",
                 autocomplete="address-line1"),
            Text("address_line_2", "Address line 2", autocomplete="address-line2"),
            Text("town", "Town or city", "Enter your town or city", autocomplete="address-level2", width="half"),
            Text("postcode", "Postcode", "Enter your postcode", autocomplete="postal-code", width="short",
                 check=checks.postcode),
            Upload("proof_of_address", "Proof of address", "Choose a file with your proof of address",
                   ".pdf,.png,.jpg,.jpeg",
                   hint="A bill or bank statement of the last three months, as PDF, PNG or JPG of up to 10 MB"),
        )),
        Section("How to reach you", (
            Text("phone", "Mobile or home phone", "Enter your phone number", type="tel", autocomplete="tel",
                 width="half", check=checks.phone),
            Text("email", "Email address", "Enter your email address", type="email", autocomplete="email",
                 check=checks.email),
            Tick("newsletter", "Yes, send me the monthly newsletter about events and new books"),
        )),
        Section("Terms of membership", (
            Tick("terms", "I accept the terms of membership", "Accept the terms of membership to get a card",
                 value="accepted",
                 hint="You look after what you borrow, bring it back in time, and pay for what is lost."),
        )),
    )


def proof_problem(sent: Sent) -> Errors:
    """What is wrong with the uploaded file, judged by its ending and by how it begins."""
    proof = sent.file("proof_of_address")
    if proof is None:
        return {"proof_of_address": "Choose a file with your proof of address"}
    ending = next((ending for ending in _SIGNATURES if proof.name.lower().endswith(ending)), "")
    if not ending or not proof.content.startswith(_SIGNATURES[ending]):
        return {"proof_of_address": "The proof of address must be a PDF, PNG or JPG"}
    if len(proof.content) > MAX_FILE:
        return {"proof_of_address": "The proof of address must be smaller than 10 MB"}
    return {}


_PAGE = OnePage(
    service=SERVICE,
    lead="Anybody who lives, works or studies in the vale can join. Children need a parent with them at the desk.",
    button="Join the library",
    questions=questions,
    defaults=lambda: {"newsletter": "yes"},
    more_checks=proof_problem,
    multipart=True,
)

ROUTES: Routes = {"/library-card": {"GET": _PAGE.show, "POST": _PAGE.send}}
