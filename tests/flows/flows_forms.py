"""Habits of the sending itself: uploads, two requests, other hosts, server checks, sessions, open channels."""

from __future__ import annotations

import base64
import hashlib
import time
from html import escape

from tests.flows.flow import Flow, Group, Sent, form
from tests.flows.flows_single import EMAIL, NAME, POSTCODE, THREE, page, thanks
from tests.flows.ground import own
from tests.flows.habit import NATIVE, habit, habit_site, sent_native
from tests.flows.server import Answer, Heard, Site, as_json, redirect

SCRIPTED = NATIVE.replace('action="/send" method="post"', "")
JSON = (Sent("/api/send", THREE),)

SIBLING = """form.addEventListener("submit", async event => { event.preventDefault();
  try { const answer = await fetch("%api%/v1/visits", {method: "POST",
      headers: {"Content-Type": "application/json", "X-Client": "web"},
      body: JSON.stringify(Object.fromEntries(new FormData(form)))});
    if (!answer.ok) throw 0;
    const { reference } = await answer.json();
    document.querySelector("main").innerHTML =
      `<h1>Thank you</h1><p>Your request has been received. Your reference is ${reference}.</p>`;
  } catch { status.setAttribute("role", "alert"); status.textContent = "Your request could not be sent."; } });"""

UPLOAD = """more.innerHTML = `<label for="photo">Photo of the place</label>
  <input id="photo" name="photo" type="file" required>
  <progress id="bar" max="1" value="0"></progress>`;
form.addEventListener("submit", event => { event.preventDefault();
  const sending = new XMLHttpRequest();
  sending.upload.onprogress = each => { one("bar").value = each.loaded / each.total; };
  sending.onload = () => { document.querySelector("main").innerHTML = sending.responseText; };
  sending.onerror = () => { status.textContent = "The upload failed."; };
  sending.open("POST", "/upload"); sending.send(new FormData(form)); });"""

TWO = """form.addEventListener("submit", async event => { event.preventDefault();
  const { draft } = await (await fails(poster("/api/visits", Object.fromEntries(new FormData(form))))).json();
  const { reference } = await (await fails(poster(`/api/visits/${draft}/confirm`, {confirmed: true}))).json();
  document.querySelector("main").innerHTML =
    `<h1>Thank you</h1><p>Your request has been received. Your reference is ${reference}.</p>`; });"""

HONEYPOT = NATIVE.replace('<div id="more">', """<div style="position:absolute;left:-9999px" aria-hidden="true">
<label for="website">Website</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
<div id="more">""")

SOCKET = """let tries = 0;
const open = () => { const socket = new WebSocket(location.origin.replace("http", "ws") + "/live");
  socket.onopen = () => { status.textContent = ""; };
  socket.onclose = () => { status.textContent = "Live updates are off. Trying again.";
    if (tries++ < 40) setTimeout(open, 500); }; };
open();"""

EVENTS = """const source = new EventSource("/events");
source.onmessage = event => { status.textContent = event.data; };
source.onerror = () => { status.textContent = "Notifications are off."; };"""

POLL = """const poll = () => fetch("/poll").then(a => a.json()).then(a => { status.textContent = a.news; poll(); })
  .catch(() => setTimeout(poll, 1000));
poll();"""

WORKER = """await navigator.serviceWorker.register("/worker.js");
await navigator.serviceWorker.ready;
if (!navigator.serviceWorker.controller) await new Promise(done =>
  navigator.serviceWorker.addEventListener("controllerchange", done, {once: true}));
status.textContent = "Ready to work offline";"""
WORKER_SCRIPT = """addEventListener("install", event => event.waitUntil(caches.open("v1").then(cache =>
  cache.addAll(["/visit", "/js/visit.js"])).then(() => skipWaiting())));
addEventListener("activate", event => event.waitUntil(clients.claim()));
addEventListener("fetch", event => event.respondWith(fetch(event.request).catch(() => caches.match(event.request))));"""

STEPS_CLIENT = """const parts = [...form.querySelectorAll("p")]; let at = 0;
const button = form.querySelector("button");
const draw = () => { parts.forEach((each, number) => { each.hidden = number !== at; });
  parts.forEach((each, number) => { each.querySelector("input").disabled = number > at; });
  button.textContent = at === parts.length - 1 ? "Send request" : "Next";
  history.pushState({}, "", "/visit#step-" + (at + 1)); };
draw();
form.addEventListener("submit", event => { if (at < parts.length - 1) { event.preventDefault(); at++; draw(); } });"""


def _sibling_others() -> dict[str, Site]:
    allowed = (("Access-Control-Allow-Origin", "*"), ("Access-Control-Allow-Headers", "content-type, x-client"))
    return {"api": Site({
        "OPTIONS /v1/visits": lambda _site, _request: Answer("", 204, headers=allowed),
        "POST /v1/visits": lambda site, request: as_json({"reference": site.accept(request)}, headers=allowed[:1]),
    }, state={"host": "api.thornmerevale.org.uk"})}


def _two() -> Site:
    def saved(site: Site, request: Heard) -> Answer:
        site.accept(request)
        return as_json({"draft": "d-5512"})

    return habit_site(TWO, {
        "POST /api/visits": saved,
        "POST /api/visits/d-5512/confirm": lambda site, request: as_json({"reference": site.accept(request)})},
        SCRIPTED)


def _checking(site: Site, request: Heard) -> Answer:
    """Wants to know how to answer, and says so only once it was sent."""
    given = dict(request.pairs)
    if given.get("reply"):
        return sent_native(site, request)
    fields = "".join(f'<p><label for="{each}">{each.title()}</label><input id="{each}" name="{each}" '
                     f'value="{escape(given[each])}"></p>' for each in ("name", "email", "postcode"))
    body = f"""<main><div role="alert" class="error-summary"><h2>There is a problem</h2>
<a href="#reply">Say how we should answer</a></div><h1>Request a visit</h1>
<form id="form" action="/send" method="post">{fields}{REPLY}<button>Send request</button></form></main>"""
    return Answer(f'<!doctype html><html lang="en-GB"><title>Error: Thornmere Vale</title>{body}', 422)


REPLY = """<fieldset><legend>How should we answer?</legend><p class="error-message">Say how we should answer</p>
<label><input type="radio" id="reply" name="reply" value="email"> By email</label>
<label><input type="radio" name="reply" value="letter"> By letter</label></fieldset>"""

QUESTIONS = (("name", "What is your full name?", "text"), ("email", "What is your email address?", "email"),
             ("postcode", "What is your postcode?", "text"), ("tel", "What is your mobile number?", "tel"))


def _session(request: Heard) -> str:
    return next((part.strip()[4:] for part in request.cookies.split(";") if part.strip().startswith("sid=")), "")


def _asks(number: int) -> tuple[object, object]:
    name, question, kind = QUESTIONS[number]

    def shown(site: Site, request: Heard) -> Answer:
        session = _session(request) or hashlib.sha256(str(time.monotonic()).encode()).hexdigest()[:16]
        site.state.setdefault(session, {"token": session[::-1]})
        body = f"""<main><h1><label for="{name}">{question}</label></h1><form method="post">
<input type="hidden" name="_token" value="{site.state[session]["token"]}">
<input id="{name}" name="{name}" type="{kind}" required><button>Continue</button></form></main>"""
        return Answer(f'<!doctype html><html lang="en-GB"><title>{question}</title>{body}',
                      headers=(("Set-Cookie", f"sid={session}; Path=/; HttpOnly"),))

    def taken(site: Site, request: Heard) -> Answer:
        given, kept = dict(request.pairs), site.state.get(_session(request))
        if kept is None or given.get("_token") != kept["token"]:
            return Answer("<!doctype html><title>Expired</title><h1>Your session has ended</h1>", 419)
        kept[name] = given[name]
        site.accept(request)
        return redirect(f"/visit/{number + 2}" if number + 1 < len(QUESTIONS) else "/visit/check")

    return shown, taken


def _steps() -> Site:
    """One question a page, a session, a token, a page to check, and a bare "Accept and send"."""
    routes = {}
    for number in range(len(QUESTIONS)):
        path = "/visit" if number == 0 else f"/visit/{number + 1}"
        routes[f"GET {path}"], routes[f"POST {path}"] = _asks(number)

    def check(site: Site, request: Heard) -> Answer:
        kept = site.state.get(_session(request), {})
        rows = "".join(f"<dt>{question}</dt><dd>{escape(kept.get(name, ''))}</dd>" for name, question, _ in QUESTIONS)
        return page("Check your answers", f"""<main><h1>Check your answers</h1><dl>{rows}</dl>
<form method="post"><input type="hidden" name="_token" value="{kept.get('token', '')}">
<button>Accept and send</button></form></main>""")

    routes["GET /visit/check"] = check
    routes["POST /visit/check"] = sent_native
    routes["GET /visit/thanks"] = lambda site, _request: page("Thank you", thanks(site.state["reference"]))
    return Site(routes)  # type: ignore[arg-type]


def _events(_site: Site, _request: Heard) -> Answer:
    time.sleep(0.3)
    return Answer("retry: 400\ndata: All is well\n\n", kind="text/event-stream")


def _poll(_site: Site, _request: Heard) -> Answer:
    time.sleep(20)
    return as_json({"news": "Nothing new"})


def _prg(site: Site, request: Heard) -> Answer:
    reference = site.accept(request)
    token = base64.urlsafe_b64encode(reference.encode()).decode().rstrip("=")
    return redirect(f"/done/visit?ref={token}&lang=en", (("Set-Cookie", "flash=sent; Path=/"),))


STEP_SENT = tuple(form("/visit" if number == 0 else f"/visit/{number + 1}", **{name: value}) for number, (name, value)
                  in enumerate((("name", NAME), ("email", EMAIL), ("postcode", POSTCODE), ("tel", "07700 900183"))))

FORMS: tuple[Flow, ...] = (
    habit("idle-socket", lambda: habit_site(SOCKET)),
    habit("events", lambda: habit_site(EVENTS, {"GET /events": _events})),
    habit("long-poll", lambda: habit_site(POLL, {"GET /poll": _poll})),
    habit("service-worker", lambda: habit_site(WORKER, {
        "GET /worker.js": lambda _site, _request: Answer(WORKER_SCRIPT, kind="text/javascript")})),
    habit("sibling-host", lambda: habit_site(SIBLING, body=SCRIPTED, others=_sibling_others),
          sent=(Sent("/v1/visits", THREE),), host="www.thornmerevale.org.uk"),
    habit("upload", lambda: habit_site(UPLOAD, {"POST /upload": lambda site, request: Answer(
        thanks(site.accept(request)))}, SCRIPTED), file="me.png",
        sent=(form("/upload", name=NAME, email=EMAIL, postcode=POSTCODE, photo="me.png"),)),
    habit("two-requests", _two, sent=(Sent("/api/visits", THREE), form("/api/visits/d-5512/confirm", confirmed="true")),
          most_reviews=2),
    habit("server-check", lambda: habit_site("", {"POST /send": _checking}),
          answers={"How should we answer": "By email"},
          sent=(form("/send", name=NAME, email=EMAIL, postcode=POSTCODE, reply="email"),), most_reviews=2),
    habit("redirect-with-query", lambda: habit_site("", {
        "POST /send": _prg, "GET /done/visit": lambda _site, _request: page(
            "Thank you", "<main>" + thanks("REC-000123") + "</main>")})),
    habit("honeypot", lambda: habit_site("", body=HONEYPOT),
          sent=(form("/send", name=NAME, email=EMAIL, postcode=POSTCODE, website=""),)),
    habit("steps-client", lambda: habit_site(STEPS_CLIENT)),
    Flow("steps-server", Group.HABIT, "Request a visit from them", own(_steps, "/visit"),
         (*STEP_SENT, form("/visit/check")), renewed=frozenset({"_token"}), grant=True, most_reviews=2),
)
