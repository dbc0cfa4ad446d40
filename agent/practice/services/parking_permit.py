"""Service: renew a parking permit. Three guarded pages, remembered by the server between them."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from agent.practice import checks, controls, layout
from agent.practice.bodies import URLENCODED, decode
from agent.practice.fields import Choice, Errors, Group, Radios, Section, Text, Tick, answers, check
from agent.practice.messages import Reply, html, see_other
from agent.practice.services.one_page import SESSION_ENDED
from agent.practice.services.service import Routes, Service
from agent.practice.storage import Session
from agent.practice.visit import TOKEN, Visit, token_fits

SERVICE = Service(
    name="parking-permit",
    title="Renew a parking permit",
    blurb="Renew the residents' permit for your street for another six or twelve months.",
    takes="About 4 minutes, nothing to pay now",
    prefix="PP",
    headline="Your permit is renewed",
    what_next=("The permit is digital: wardens see your registration number, and there is nothing to print.",
               "The fee is added to your next bill.",
               "We write to you four weeks before the permit runs out."),
)

FEES = {"6": "48.00", "12": "85.00"}
"""Pounds by months."""

DEFAULT_MONTHS = "12"


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the three: ``key`` names its answers in the session, ``back`` is where its Back link leads."""

    key: str
    number: int
    path: str
    title: str
    back: str
    sections: tuple[Section, ...]


VEHICLE = Step("permit vehicle", 1, "/parking-permit", "Your vehicle", "/", (
    Section("", (
        Text("registration", "Vehicle registration number", "Enter the vehicle's registration number",
             hint="As on the number plate, like TV19 KLM", width="short", check=checks.registration),
        Text("make", "Make of vehicle", "Enter the make of the vehicle", hint="For example, Skoda", width="half"),
        Text("colour", "Colour of vehicle", "Enter the colour of the vehicle", width="half"),
    )),
))

ADDRESS = Step("permit address", 2, "/parking-permit/address", "Where you live", "/parking-permit", (
    Section("", (
        Text("full_name", "Full name", "Enter your full name", autocomplete="name"),
        Text("address_line_1", "Address line 1", "Enter the first line of your address", autocomplete="address-line1"),
        Text("address_line_2", "Address line 2", autocomplete="address-line2"),
        Text("town", "Town or city", "Enter your town or city", autocomplete="address-level2", width="half"),
        Text("postcode", "Postcode", "Enter your postcode", autocomplete="postal-code", width="short",
             check=checks.postcode),
    )),
    Section("How to reach you", (
        Text("phone", "Telephone number", "Enter your telephone number", type="tel", autocomplete="tel", width="half",
             check=checks.phone),
        Text("email", "Email address", "Enter your email address", type="email", autocomplete="email",
             check=checks.email),
    )),
))

CHECK = Step("permit check", 3, "/parking-permit/check", "Check your answers", "/parking-permit/address", (
    Section("How long for", (
        Radios("months", "Length of the permit", "Choose how long the permit is for", (Group("", (
            Choice("6", "6 months", f"£{FEES['6']}"),
            Choice("12", "12 months", f"£{FEES['12']}"),
        )),)),
    )),
    Section("Declaration", (
        Tick("declaration", "I declare that what I have told you is true, that I live at this address, and that the "
             "vehicle is kept there.", "Tick the box to make the declaration", value="agreed"),
    )),
))

STEPS = (VEHICLE, ADDRESS, CHECK)


def _routes(step: Step) -> Routes:
    def show(visit: Visit) -> Reply:
        session = visit.begin()
        missing = _first_missing(session, step)
        if missing:
            return visit.keep(see_other(missing.path), session)
        return _draw(visit, session, step, dict(session.data.get(step.key, {})), {})

    def send(visit: Visit) -> Reply:
        sent = decode(visit.incoming.header("content-type"), visit.incoming.body, (URLENCODED,))
        values = answers(step.sections, sent)
        session = visit.session()
        if session is None or not token_fits(session, sent.get(TOKEN)):
            return _session_ended(visit, step, values)
        missing = _first_missing(session, step)
        if missing:
            return see_other(missing.path)
        errors = check(step.sections, values)
        if step is CHECK:
            errors.update(_fee_problem(values, sent.get("fee")))
        if errors:
            return _draw(visit, session, step, values, errors, 422)
        if step is CHECK:
            earlier = {key: value for part in (VEHICLE, ADDRESS) for key, value in session.data[part.key].items()}
            # The answers stay in the session: sending the same again makes a second permit, on purpose.
            return SERVICE.received(visit.accept(SERVICE.name, SERVICE.prefix, {**earlier, **sent.as_record()}))
        visit.storage.remember(session, step.key, values)
        return see_other(STEPS[step.number].path)

    return {step.path: {"GET": show, "POST": send}}


def _first_missing(session: Session, step: Step) -> Step | None:
    return next((earlier for earlier in STEPS[:step.number - 1] if earlier.key not in session.data), None)


def _session_ended(visit: Visit, step: Step, values: dict[str, str]) -> Reply:
    session = visit.begin()
    missing = _first_missing(session, step)
    # Without the earlier answers this page can't be shown, so it begins again and says why.
    shown, kept = (missing, dict[str, str]()) if missing else (step, values)
    return _draw(visit, session, shown, kept, {"": SESSION_ENDED}, 403)


def _fee_problem(values: dict[str, str], fee: str) -> Errors:
    due = FEES.get(values.get("months", ""))
    if due is None or fee == due:
        return {}
    return {"months": f"The fee for {values['months']} months is £{due}. Check it and send again"}


def _draw(visit: Visit, session: Session, step: Step, values: dict[str, str], errors: Errors,
          status: int = 200) -> Reply:
    if step is CHECK:
        values.setdefault("months", DEFAULT_MONTHS)
    form = controls.attributes(id="form", method="post", action=step.path, novalidate=True)
    fee = _fee(values["months"]) if step is CHECK else ""
    button = "Accept and send" if step is CHECK else "Continue"
    body = (f'<p class="back"><a href="{step.back}">Back</a></p>{layout.error_summary(errors)}'
            f'<p class="step">{escape(SERVICE.title)}: step {step.number} of {len(STEPS)}</p><h1>{step.title}</h1>'
            f"{_summary(session) if step is CHECK else ''}<form{form}>{controls.hidden(TOKEN, session.csrf)}"
            f"{_parts(step, values, errors, fee)}"
            f'<p class="go"><button type="submit">{button}</button></p></form>')
    text = layout.page(f"{step.title} – {SERVICE.title}", body, crumbs=SERVICE.crumbs, errors=bool(errors),
                       scripts=("parking-permit.js",) if step is CHECK else ())
    return visit.keep(html(text, status), session)


def _parts(step: Step, values: dict[str, str], errors: Errors, fee: str) -> str:
    first, *rest = (controls.sections((section,), values, errors) for section in step.sections)
    return first + fee + "".join(rest)


def _fee(months: str) -> str:
    amount = FEES.get(months, FEES[DEFAULT_MONTHS])
    known = "".join(f' data-months-{length}="{fee}"' for length, fee in FEES.items())
    return (f'<div class="fee" id="fee-box"{known}><p>Fee for the permit <b>£<span id="fee-shown">{amount}</span></b>'
            f"</p><p>The fee is added to your next bill. There is nothing to pay now.</p>"
            f'<input type="hidden" id="fee" name="fee" value="{amount}"></div>')


def _summary(session: Session) -> str:
    rows = []
    for step in (VEHICLE, ADDRESS):
        given = session.data[step.key]
        for section in step.sections:
            for item in section.fields:
                if isinstance(item, Text) and given.get(item.name):
                    rows.append(f"<div><dt>{escape(item.label)}</dt><dd>{escape(given[item.name])}</dd>"
                                f'<dd class="change"><a href="{step.path}">Change<span class="unseen"> '
                                f"{escape(item.label.lower())}</span></a></dd></div>")
    return f'<dl class="answers">{"".join(rows)}</dl>'


ROUTES: Routes = {path: ways for step in STEPS for path, ways in _routes(step).items()}
