"""Service: book an appointment. Slots are offered from today on, so that the page never goes stale."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from agent.practice import checks
from agent.practice.fields import Choice, Group, Radios, Section, Select, Text
from agent.practice.services.one_page import OnePage
from agent.practice.services.service import Routes, Service

SERVICE = Service(
    name="appointment",
    title="Book an appointment",
    blurb="Meet one of our advisers at the Moot Hall about housing, council tax, planning or anything else.",
    takes="About 3 minutes",
    prefix="AP",
    headline="Your appointment is booked",
    what_next=("Come to the front desk at the Moot Hall five minutes before your time.",
               "We send a reminder by email the day before.",
               "If you can't come, tell us as early as you can: somebody else will be glad of the time."),
)

DAYS_OFFERED = 5

_TIMES = ("09:00", "09:30", "10:15", "11:00", "11:45", "13:30", "14:15", "15:00", "15:45", "16:30")

REASONS = (
    Choice("housing", "Housing and homelessness"),
    Choice("council-tax", "Council tax and support with bills"),
    Choice("planning", "Planning and building"),
    Choice("registrar", "Births, deaths and marriages"),
    Choice("other", "Something else"),
)


def offered(today: date) -> tuple[Group, ...]:
    """The free slots: the next five working days, each with the times that nobody has taken yet.

    Which times are taken depends on the date alone, so a page that is opened again shows the same.
    """
    days = (today + timedelta(days=ahead) for ahead in range(1, DAYS_OFFERED * 2 + 1))
    working = [day for day in days if day.weekday() < 5][:DAYS_OFFERED]
    return tuple(Group(f"{day:%A} {day.day} {day:%B} {day.year}", _free(day)) for day in working)


def _free(day: date) -> tuple[Choice, ...]:
    times = [time for index, time in enumerate(_TIMES) if (day.toordinal() * 7 + index * 3) % 5 < 3]
    return tuple(Choice(f"{day.isoformat()}T{time}", _spoken(time)) for time in times)


def _spoken(time: str) -> str:
    return datetime.strptime(time, "%H:%M").strftime("%I:%M%p").lstrip("0").lower()


def questions() -> tuple[Section, ...]:
    """The form's questions."""
    return (
        Section("", (
            Select("reason", "What is it about?", "Choose what it is about", REASONS),
            Radios("slot", "Choose a time", "Choose a day and time", offered(date.today()), compact=True,
                   hint="All appointments are at the Moot Hall and last up to 30 minutes"),
        )),
        Section("About you", (
            Text("name", "Full name", "Enter your full name", autocomplete="name"),
            Text("email", "Email address", "Enter your email address", type="email", autocomplete="email",
                 check=checks.email),
            Text("phone", "Telephone number", "Enter your telephone number", type="tel", autocomplete="tel",
                 width="half", check=checks.phone),
        )),
    )


_PAGE = OnePage(
    service=SERVICE,
    lead="Choose a time in the next few days. You don't need an appointment to drop off papers at the front desk.",
    button="Book appointment",
    questions=questions,
)

ROUTES: Routes = {"/appointment": {"GET": _PAGE.show, "POST": _PAGE.send}}
