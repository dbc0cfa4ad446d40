"""Service: make a complaint. A script sends it as JSON and shows the reference in the page; a form post works too."""

from __future__ import annotations

from agent.practice import checks
from agent.practice.bodies import JSON, decode
from agent.practice.fields import Area, Choice, Group, Radios, Section, Text, answers, check
from agent.practice.messages import Reply, json_reply
from agent.practice.services.one_page import OnePage
from agent.practice.services.service import Routes, Service
from agent.practice.visit import Visit

SERVICE = Service(
    name="complaint",
    title="Make a complaint",
    blurb="Something went wrong? Tell us, and a person who was not involved will look into it.",
    takes="About 5 minutes",
    prefix="CP",
    headline="We have your complaint",
    what_next=("A complaints officer reads it within three working days and tells you who is dealing with it.",
               "You get a full answer within 20 working days."),
)

MAX_DETAILS = 5000

_SECTIONS = (
    Section("", (
        Radios("category", "What is the complaint about?", "Choose what the complaint is about", (Group("", (
            Choice("waste", "Bins, recycling and street cleaning"),
            Choice("roads", "Roads, pavements and parking"),
            Choice("noise", "Noise and neighbourhood"),
            Choice("staff", "How our staff treated you"),
            Choice("other", "Something else"),
        )),)),
        Area("details", "What happened?", "Tell us what happened",
             hint=f"When and where, and what would put it right. Up to {MAX_DETAILS:,} characters.",
             check=checks.longest(MAX_DETAILS)),
    )),
    Section("Your contact details", (
        Text("name", "Full name", "Enter your full name", autocomplete="name"),
        Text("email", "Email address", "Enter your email address", type="email", autocomplete="email",
             check=checks.email),
        Radios("contact_preference", "How should we answer?", "Choose how we should answer", (Group("", (
            Choice("email", "By email"),
            Choice("post", "By letter"),
            Choice("none", "No answer"),
        )),), compact=True),
    )),
)

_PAGE = OnePage(
    service=SERVICE,
    lead="We answer every complaint, and making one never changes how we treat you.",
    button="Send complaint",
    questions=lambda: _SECTIONS,
    scripts=("complaint.js",),
    above='<div id="outcome" aria-live="polite"></div>',
)


def _take_json(visit: Visit) -> Reply:
    sent = decode(visit.incoming.header("content-type"), visit.incoming.body, (JSON,))
    errors = check(_SECTIONS, answers(_SECTIONS, sent))
    if errors:
        return json_reply({"errors": errors}, 422)
    reference = visit.accept(SERVICE.name, SERVICE.prefix, sent.as_record())
    return json_reply({"reference": reference, "headline": SERVICE.headline, "next": list(SERVICE.what_next)}, 201)


ROUTES: Routes = {
    "/complaint": {"GET": _PAGE.show, "POST": _PAGE.send},
    "/api/complaints": {"POST": _take_json},
}
