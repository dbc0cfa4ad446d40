"""Flows on the practice council and on what npm packages ship: the expectations stand beside those tests already."""

from __future__ import annotations

from tests.flows.flow import Flow, Group, Sent, form
from tests.flows.ground import application, package_page, practice
from tests.runs.household import FACTS, METER
from tests.sites.expected import ELEANOR, JOBS
from tests.sites.test_main_job_application import ANSWERS, SENT, TASK, TOKEN

DETAILS = "The bins in Quarry Lane were not emptied on 3 November."

EMAIL, TOKENS = "e.whitcombe@example.org", frozenset({"csrf_token"})

PRACTICE: tuple[Flow, ...] = (
    Flow("practice-meter", Group.PRACTICE, METER, practice("meter-reading"), (
        form("/meter-reading", account_number="70-113-284", email=EMAIL, meter_number="A14K 22317", reading="48213"),),
        renewed=TOKENS | {"reading_date"}, facts=FACTS),          # the page puts today's date there
    Flow("practice-permit", Group.PRACTICE, "Renew my parking permit for 12 months", practice("parking-permit"), (
        form("/parking-permit/check", declaration="agreed", fee="85.00", months="12"),),
        renewed=TOKENS, facts=FACTS, grant=True, most_reviews=2,
        steps=frozenset({"/parking-permit", "/parking-permit/vehicle", "/parking-permit/length"})),
    Flow("practice-address", Group.PRACTICE, "I have moved. My old postcode was TV1 3AA.",
         practice("change-of-address"), (form(
             "/change-of-address", dob_day="14", dob_month="3", dob_year="1986", full_name="Eleanor Whitcombe",
             new_address_line_1="14 Quarry Lane", new_address_line_2="", new_town="Thornmere",
             new_postcode="TQ12 4AB", old_postcode="TV1 3AA"),), renewed=TOKENS, facts=FACTS),
    Flow("practice-appointment", Group.PRACTICE, "Book an appointment about planning and building",
         practice("appointment"), (form("/appointment", name="Eleanor Whitcombe", email=EMAIL, phone="07700 900183",
                                                reason="planning"),),
         renewed=TOKENS | {"slot"}, facts=FACTS, answers={"Choose a time": "@4"}),   # the days move on
    Flow("practice-library", Group.PRACTICE, "Get me a library card", practice("library-card"), (
        form("/library-card", title="Ms", first_name="Eleanor", last_name="Whitcombe", date_of_birth="1986-03-14",
             address_line_1="14 Quarry Lane", address_line_2="", town="Thornmere", postcode="TQ12 4AB", email=EMAIL,
             phone="07700 900183", proof_of_address="bill.png", terms="accepted"),),
        renewed=TOKENS, facts=FACTS, file="bill.png"),
    Flow("practice-complaint", Group.PRACTICE, "Make a complaint", practice("complaint"), (
        form("/api/complaints", category="waste", contact_preference="email", details=DETAILS, email=EMAIL,
             name="Eleanor Whitcombe"),), renewed=TOKENS, facts=FACTS, answers={
            "What is the complaint about": "Bins, recycling and street cleaning", "What happened": DETAILS,
            "How should we answer": "By email"}),
)

PAGES: tuple[Flow, ...] = tuple(
    Flow(job.page, Group.PACKAGE, job.task, package_page(job.page),
         (Sent(f"/submit/{job.page}", tuple(sorted((each.name, each.value) for each in job.sent))),),
         answers={each.text.splitlines()[0]: each.answer for each in job.asked}, file=job.file, facts=job.person)
    for job in JOBS)

COOKIE_CHECK = "hof-cookie-check"
"""The framework's own, in the address and not in the body."""

APPLICATION = Flow(
    "hof", Group.PACKAGE, TASK, application,
    tuple(Sent(path, tuple(sorted(each for each in fields.items() if each[0] != COOKIE_CHECK)))
          for path, fields in SENT), renewed=frozenset({TOKEN}),
    answers=ANSWERS, grant=True, facts={**ELEANOR, "tel": "+441134960000"},
    most_reviews=3)   # the first step, a step with an amount, the last

PACKAGES: tuple[Flow, ...] = (*PAGES, APPLICATION)
