"""Service: apply for a resident's discount. Fifteen pages of one question each, with a summary at the end."""

from __future__ import annotations

from agent.practice import checks
from agent.practice.fields import Choice, DateParts, Group, Radios, Section, Text
from agent.practice.services.question_pages import Given, QuestionPage, QuestionPages
from agent.practice.services.service import Routes, Service

SERVICE = Service(
    name="residents-discount",
    title="Apply for a resident's discount",
    blurb="Swim, park and borrow for less if you live in Thornmere Vale. One question at a time.",
    takes="About 8 minutes, one question a page",
    prefix="RD",
    headline="Your application is in",
    what_next=("We check your address, which takes up to five working days.",
               "Your discount begins on the day that we write to you.",
               "Tell us within a month if something that you told us changes."),
)


def _has_vehicle(given: Given) -> bool:
    return given.get("has_vehicle") == "yes"


def _ask(*fields: Text | DateParts | Radios) -> tuple[Section, ...]:
    return (Section("", fields),)


def _yes_no(name: str, legend: str, ask: str, hint: str = "") -> tuple[Section, ...]:
    choices = (Choice("yes", "Yes"), Choice("no", "No"))
    return _ask(Radios(name, legend, ask, (Group("", choices),), hint=hint, compact=True))


PAGES = (
    QuestionPage("", "Your name", _ask(
        Text("first_name", "First name", "Enter your first name", autocomplete="given-name", width="half"),
        Text("last_name", "Last name", "Enter your last name", autocomplete="family-name", width="half"))),
    QuestionPage("/birth-date", "Your date of birth", _ask(
        DateParts("dob", "Date of birth", "Your date of birth", hint="For example, 27 3 1985", autocomplete="bday"))),
    QuestionPage("/address", "Your address", _ask(
        Text("address_line_1", "Address line 1", "Enter the first line of your address", autocomplete="address-line1"),
        Text("town", "Town or city", "Enter your town or city", autocomplete="address-level2", width="half"),
        Text("postcode", "Postcode", "Enter your postcode", autocomplete="postal-code", width="short",
             check=checks.postcode))),
    QuestionPage("/how-long", "Your time at this address", _ask(
        Radios("lived_here", "How long have you lived there?", "Choose how long you have lived there", (Group("", (
            Choice("under-1", "Less than a year"), Choice("1-to-5", "1 to 5 years"),
            Choice("over-5", "More than 5 years"))),)))),
    QuestionPage("/phone", "Your telephone number", _ask(
        Text("phone", "Telephone number", "Enter your telephone number", type="tel", autocomplete="tel", width="half",
             check=checks.phone))),
    QuestionPage("/email", "Your email address", _ask(
        Text("email", "Email address", "Enter your email address", type="email", autocomplete="email",
             check=checks.email))),
    QuestionPage("/vehicle", "A vehicle", _yes_no(
        "has_vehicle", "Do you keep a vehicle at this address?", "Choose whether you keep a vehicle at this address")),
    QuestionPage("/registration", "Your vehicle's registration", _ask(
        Text("registration", "Vehicle registration number", "Enter the vehicle's registration number",
             hint="As on the number plate, like TV19 KLM", width="short", check=checks.registration)), _has_vehicle),
    QuestionPage("/make", "Your vehicle's make", _ask(
        Text("make", "Make of vehicle", "Enter the make of the vehicle", hint="For example, Skoda", width="half")),
        _has_vehicle),
    QuestionPage("/household", "Your household", _yes_no(
        "lives_alone", "Do you live alone?", "Choose whether you live alone")),
    QuestionPage("/studies", "Your studies", _yes_no(
        "student", "Are you a full-time student?", "Choose whether you are a full-time student")),
    QuestionPage("/caring", "Caring for somebody", _yes_no(
        "carer", "Do you look after somebody for 35 hours a week or more?",
        "Choose whether you look after somebody", hint="Without being employed to do so")),
    QuestionPage("/account", "Your account", _ask(
        Text("account_number", "Account number", "Enter your account number", hint="It is on every letter from us",
             width="half", check=checks.identifier("The account number")))),
    QuestionPage("/contact", "How to reach you", _ask(
        Radios("contact", "How should we write to you?", "Choose how we should write to you", (Group("", (
            Choice("email", "By email"), Choice("post", "By post"))),)))),
)

ROUTES: Routes = QuestionPages(SERVICE, PAGES).routes()
