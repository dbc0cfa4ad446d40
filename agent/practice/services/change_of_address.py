"""Service: tell us you have moved. Its script saves a draft while typing and looks postcodes up; neither is needed."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import parse_qs

from agent.practice import checks
from agent.practice.bodies import JSON, decode
from agent.practice.fields import DateParts, Section, Text, answers
from agent.practice.messages import Reply, json_reply
from agent.practice.services.one_page import OnePage
from agent.practice.services.service import Routes, Service
from agent.practice.visit import Visit

SERVICE = Service(
    name="change-of-address",
    title="Tell us you have moved",
    blurb="Change your address once, for council tax, the electoral register and the library together.",
    takes="About 3 minutes, saved as you go",
    prefix="CA",
    headline="We have changed your address",
    what_next=("Council tax, elections and the library each send a letter to the new address to confirm it.",
               "Your last bill for the old address follows within 14 days."),
)

TOWNS = {"TV1": "Thornmere", "TV2": "Little Heron", "TV3": "Alder Cross", "TV4": "Upper Sallow", "TV5": "Mereford"}
"""Towns of the vale by the first half of the postcode. No real postcode begins with TV."""

_SECTIONS = (
    Section("About you", (
        Text("full_name", "Full name", "Enter your full name", autocomplete="name"),
        DateParts("dob", "Date of birth", "Date of birth", hint="For example, 27 3 1985", autocomplete="bday"),
    )),
    Section("Where you lived", (
        Text("old_postcode", "Old postcode", "Enter your old postcode", width="short", check=checks.postcode),
    )),
    Section("Where you live now", (
        Text("new_postcode", "New postcode", "Enter your new postcode", autocomplete="postal-code", width="short",
             hint="We look the town up for you", check=checks.postcode),
        Text("new_address_line_1", "House number and street", "Enter your house number and street",
             autocomplete="address-line1"),
        Text("new_address_line_2", "Flat, building or village", autocomplete="address-line2"),
        Text("new_town", "Town", "Enter your town", autocomplete="address-level2", width="half"),
    )),
)

_PAGE = OnePage(
    service=SERVICE,
    lead="We save your answers while you type, so you can stop and come back to this page later.",
    button="Send new address",
    questions=lambda: _SECTIONS,
    scripts=("change-of-address.js",),
    below='<p class="status" id="draft-status" role="status"></p>',
)


def _show(visit: Visit) -> Reply:
    session = visit.begin()
    return _PAGE.draw(visit, session.data.get(SERVICE.name, {}), {}, session=session)


def _send(visit: Visit) -> Reply:
    reply = _PAGE.send(visit)
    session = visit.session()
    if reply.status == 303 and session and SERVICE.name in session.data:
        visit.storage.remember(session, SERVICE.name, {})
    return reply


def _draft(visit: Visit) -> Reply:
    sent = decode(visit.incoming.header("content-type"), visit.incoming.body, (JSON,))
    session = visit.begin()
    visit.storage.remember(session, SERVICE.name, answers(_SECTIONS, sent))
    return visit.keep(json_reply({"saved_at": datetime.now(UTC).isoformat(timespec="seconds")}), session)


def _look_up(visit: Visit) -> Reply:
    asked = parse_qs(visit.incoming.query).get("q", [""])[0].strip().upper()
    # The second half of a postcode is always three characters, whether or not a blank stands before it.
    town = TOWNS.get(asked.replace(" ", "")[:-3], "")
    return json_reply({"town": town}) if town else json_reply({"error": "no such postcode in the vale"}, 404)


ROUTES: Routes = {
    "/change-of-address": {"GET": _show, "POST": _send},
    "/change-of-address/draft": {"POST": _draft},
    "/api/postcode": {"GET": _look_up},
}
