"""Flows on small single-page applications, each on one form library; the markup of a few comes from the server."""

from __future__ import annotations

from html import escape

from tests.flows.flow import Flow, Group, Sent, form
from tests.flows.ground import own
from tests.flows.install import BUILD
from tests.flows.server import Answer, Handler, Heard, Site, as_json, redirect

REASON = "It shades the whole playground."


def page(title: str, body: str, *scripts: str, head: str = "") -> Answer:
    """A whole page."""
    tags = "".join(f'<script type="module" src="{each}"></script>' for each in scripts)
    return Answer(f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}</title>'
                  f"{head}{tags}</head><body>{body}</body></html>")


def thanks(reference: str) -> str:
    """What the sites say once a submission is filed."""
    return f"<h1>Thank you</h1><p>Your request has been received. Your reference is {reference}.</p>"


def script(name: str) -> Handler:
    """A bundle of build/."""
    return lambda _site, _request: Answer((BUILD / f"{name}.js").read_bytes(), kind="text/javascript")


def _file(site: Site, request: Heard) -> Answer:
    return as_json({"reference": site.accept(request)})


def single(name: str, body: str = '<div id="root"></div>') -> Site:
    """One application at its own address, its bundle, and the address that it sends JSON to."""
    return Site({
        f"GET /{name}": lambda _site, _request: page("Thornmere Vale", body, f"/assets/{name}.js"),
        f"GET /assets/{name}.js": script(name),
        f"POST /api/{name}": _file,
    })


def _simple(flow: str, task: str, answers: dict[str, str] | None = None, body: str = '<div id="root"></div>', /,
            **fields: str) -> Flow:
    return Flow(flow, Group.SINGLE, task, own(lambda: single(flow, body), f"/{flow}"),
                (form(f"/api/{flow}", **fields),), answers=answers or {})


ALPINE = """<main x-data="request"><template x-if="said"><div><h1>Thank you</h1><p x-text="said"></p></div></template>
<template x-if="!said"><div><h1>Ask for a visit</h1><form @submit.prevent="submit">
<label>Full name <input x-model="values.name" required></label>
<label>Email address <input type="email" x-model="values.email" required></label>
<label>Mobile number <input type="tel" x-model="values.phone"></label>
<button>Ask for a visit</button></form></div></template></main>"""

JQUERY = """<main><h1>Apply for a bus pass</h1><form>
<p><label for="fullname">Full name</label><input id="fullname" name="fullname"></p>
<p><label for="email">Email</label><input id="email" name="email"></p>
<p><label for="postcode">Postcode</label><input id="postcode" name="postcode"></p>
<button type="submit">Apply</button></form></main>"""

FIELDS = """<p><label for="name">Full name</label><input id="name" name="name" required></p>
<p><label for="email">Email address</label><input id="email" name="email" type="email" required></p>
<p><label for="postcode">Postcode</label><input id="postcode" name="postcode" required></p>"""


def _htmx() -> Site:
    body = (f'<main id="main"><h1>Book a pest visit</h1><form hx-post="/htmx/book" hx-target="#main">{FIELDS}'
            "<button>Book a visit</button></form></main>")
    return Site({
        "GET /htmx": lambda _site, _request: page("Thornmere Vale", body, "/assets/htmx.js"),
        "GET /assets/htmx.js": script("htmx"),
        "POST /htmx/book": lambda site, request: Answer(thanks(site.accept(request))),
    })


def _turbo() -> Site:
    """Rails' way: 422 with the form again, or 303 to a page that thanks."""
    def sent(site: Site, request: Heard) -> Answer:
        site.state["reference"] = site.accept(request)
        return redirect("/turbo/thanks")

    body = (f'<main><h1>Report a street light</h1><form action="/turbo" method="post">{FIELDS}'
            "<button>Send report</button></form></main>")
    return Site({
        "GET /turbo": lambda _site, _request: page("Thornmere Vale", body, "/assets/turbo.js"),
        "GET /assets/turbo.js": script("turbo"),
        "POST /turbo": sent,
        "GET /turbo/thanks": lambda site, _request: page(
            "Thornmere Vale", f"<main>{thanks(site.state['reference'])}</main>", "/assets/turbo.js"),
    })


def _stimulus() -> Site:
    fields = FIELDS.replace("required", 'required data-check-target="needed" data-action="blur->check#look"')
    body = (f'<main><h1>Order a compost bin</h1><form action="/stimulus/order" method="post" data-controller="check">'
            f'{fields}<p data-check-target="message"></p><button>Place order</button></form></main>')
    return Site({
        "GET /stimulus": lambda _site, _request: page("Thornmere Vale", body, "/assets/stimulus.js"),
        "GET /assets/stimulus.js": script("stimulus"),
        "POST /stimulus/order": lambda site, request: page(
            "Thornmere Vale", f"<main>{thanks(site.accept(request))}</main>"),
    })


NAME, EMAIL, PHONE, POSTCODE = "Eleanor Ruth Whitcombe", "e.whitcombe@example.org", "07700 900183", "TQ12 4AB"
THREE = (("email", EMAIL), ("name", NAME), ("postcode", POSTCODE))

SINGLE: tuple[Flow, ...] = (
    _simple("react-hook-form", "Ask them to call me about repairs", firstName="Eleanor", lastName="Whitcombe",
            phone=PHONE, topic="repairs"),
    _simple("formik", "Put me on the mailing list", fullName=NAME, email=EMAIL, postcode=POSTCODE),
    _simple("final-form", "Tell them about a repair", {"What needs repairing": "The gate is broken."}, name=NAME,
            addressLine1="14 Quarry Lane", town="Thornmere", postcode=POSTCODE, details="The gate is broken."),
    _simple("tanstack-form", "Register me", givenName="Eleanor", familyName="Whitcombe", birthday="1986-03-14",
            email=EMAIL),
    _simple("mui", "Write to them", {"How should we answer": "By email"}, name=NAME, email=EMAIL, phone=PHONE,
            how="email", news="false"),
    _simple("rjsf", "Volunteer in the libraries", {"Area of work": "Libraries"}, firstName="Eleanor",
            lastName="Whitcombe", email=EMAIL, telephone=PHONE, area="Libraries"),
    _simple("jsonforms", "Order a recycling box", name=NAME, street="14 Quarry Lane", town="Thornmere",
            postalCode=POSTCODE),
    _simple("preact", "Report a missed recycling bin", {"Which bin": "Recycling"}, postcode=POSTCODE, email=EMAIL,
            bin="recycling"),
    _simple("vue-plain", "Book a tip visit with my van", {"Vehicle registration": "AB12 CDE",
                                                          "What do you drive": "Van"},
            name=NAME, registration="AB12 CDE", vehicle="Van"),
    _simple("vee-validate", "Get me a garden waste bin", name=NAME, line1="14 Quarry Lane", postcode=POSTCODE,
            email=EMAIL),
    _simple("formkit", "Ask for a callback in the morning", {"Best time": "Morning"}, name=NAME, phone=PHONE,
            time="Morning"),
    _simple("primevue", "Write to my councillor", {"Your message": "Please fix the lights."}, name=NAME, email=EMAIL,
            message="Please fix the lights."),
    _simple("angular-reactive", "Update my details", firstName="Eleanor", lastName="Whitcombe", email=EMAIL,
            address__street="14 Quarry Lane", address__postcode=POSTCODE),
    _simple("angular-template", "Complain about noise at night", {
        "When is it worst": "At night", "What do you hear": "A pump."}, name=NAME, postcode=POSTCODE, time="night",
            details="A pump."),
    _simple("svelte", "Arrange a museum visit", {"How many people": "4"}, name=NAME, email=EMAIL, visitors="4"),
    _simple("solid", "Put me on the allotment list", first="Eleanor", last="Whitcombe", email=EMAIL,
            postcode=POSTCODE),
    _simple("lit", "Ask for a photo permit", {"Where will you": "In the town hall"}, name=NAME, email=EMAIL,
            place="In the town hall"),
    _simple("shoelace", "Nominate a tree", {"why": REASON}, name=NAME, email=EMAIL, why=REASON),
    _simple("survey", "Apply for a resident's card", first="Eleanor", last="Whitcombe", email=EMAIL,
            postcode=POSTCODE),
    _simple("alpine", "Ask for a visit", {}, ALPINE, name=NAME, email=EMAIL, phone=PHONE),
    _simple("jquery", "Apply for a bus pass", {}, JQUERY, fullname=NAME, email=EMAIL, postcode=POSTCODE),
    Flow("htmx", Group.SINGLE, "Book a pest visit", own(_htmx, "/htmx"), (Sent("/htmx/book", THREE),)),
    Flow("turbo", Group.SINGLE, "Report a street light", own(_turbo, "/turbo"), (Sent("/turbo", THREE),)),
    Flow("stimulus", Group.SINGLE, "Order a compost bin", own(_stimulus, "/stimulus"),
         (Sent("/stimulus/order", THREE),)),
)
