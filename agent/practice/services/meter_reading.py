"""Service: send a meter reading. One guarded page."""

from __future__ import annotations

from datetime import date

from agent.practice import checks
from agent.practice.fields import Section, Text
from agent.practice.services.one_page import OnePage
from agent.practice.services.service import Routes, Service

SERVICE = Service(
    name="meter-reading",
    title="Send a meter reading",
    blurb="Tell us what your district heating meter shows, so that your next bill is exact.",
    takes="About 2 minutes",
    prefix="MR",
    headline="We have your meter reading",
    what_next=("Your next bill will use this reading instead of an estimate.",
               "If it looks unusual, we will write to you before we bill you."),
)


def questions() -> tuple[Section, ...]:
    """The form's questions; the reading can't be of a day to come."""
    return (
        Section("Your account", (
            Text("account_number", "Customer account number", "Enter your customer account number",
                 hint="At the top right of your bill, like 70-113-284", width="half",
                 check=checks.identifier("Customer account number")),
            Text("meter_number", "Meter number", "Enter your meter number",
                 hint="Printed under the bar code on the meter, like A14K 22317", width="half",
                 check=checks.identifier("Meter number")),
        )),
        Section("Your reading", (
            Text("reading", "Meter reading", "Enter the meter reading",
                 hint="The black digits from left to right, without those in red", inputmode="numeric", width="short",
                 check=checks.reading),
            Text("reading_date", "Date of the reading", "Enter the date of the reading", type="date", width="half",
                 maximum=date.today().isoformat(), check=checks.past_date("Date of the reading")),
            Text("email", "Email address", "Enter your email address",
                 hint="We send the confirmation here", type="email", autocomplete="email", check=checks.email),
        )),
    )


_PAGE = OnePage(
    service=SERVICE,
    lead="Use this page for the district heating meter in your home. Have a bill at hand for the two numbers.",
    button="Send reading",
    questions=questions,
    defaults=lambda: {"reading_date": date.today().isoformat()},
    guarded=True,
)

ROUTES: Routes = {"/meter-reading": {"GET": _PAGE.show, "POST": _PAGE.send}}
