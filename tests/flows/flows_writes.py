"""Habits that write beside the form: session pings, GraphQL, drafts, consents, tokens, what other companies collect."""

from __future__ import annotations

from typing import Any

from tests.flows.flow import Flow, Sent, form
from tests.flows.flows_single import EMAIL, NAME, POSTCODE, THREE
from tests.flows.habit import NATIVE, SENDS_JSON, habit, habit_site, nothing
from tests.flows.server import Answer, Heard, Site, as_json

OVER = """const over = () => { status.setAttribute("role", "alert"); status.textContent = "Your session has ended.";
  form.querySelectorAll("input,button").forEach(each => each.disabled = true); };"""

PING = OVER + """
const ping = () => fetch("/session/ping", {method: "POST"}).then(a => a.ok || over(), over);
ping(); setInterval(ping, 1000);"""

CLOCK_PING = OVER + """
const ping = () => poster("/session/ping", {at: Date.now()}).then(a => a.ok || over(), over);
ping(); setInterval(ping, 1000);"""

LATE_PING = OVER + """
form.addEventListener("input", () => fetch("/session/alive", {method: "POST"}).then(a => a.ok || over(), over),
  {once: true});"""

RELOADS = """let failed = 0;
const ping = () => fetch("/session/ping", {method: "POST"}).then(a => { if (!a.ok) throw 0; failed = 0; })
  .catch(() => { if (++failed === 2) location.reload(); });
ping(); setInterval(ping, 700);"""

DRAFT = """let timer, warned = false;
const save = () => fetch("/api/draft", {method: "PUT", headers: {"Content-Type": "application/json"},
  body: JSON.stringify(Object.fromEntries(new FormData(form)))}).then(a => { if (!a.ok) throw new Error(a.status);
    status.textContent = "Saved"; })
  .catch(() => { status.setAttribute("role", "alert"); status.textContent = "We could not save your answers.";
    timer = setTimeout(save, 1000); });
form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, 200); });"""

HARD_DRAFT = """let timer;
const save = () => poster("/api/draft", Object.fromEntries(new FormData(form))).then(a => {
  if (a.status === 403) { document.querySelector("main").innerHTML =
    "<h1>You have been signed out</h1><p>Sign in again to go on.</p>"; }
  else if (!a.ok) throw 0; }).catch(() => { status.textContent = "Offline. We will try again."; });
form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, 200); });"""

GRAPHQL = """const ask = (operationName, query, variables = {}) => poster("/graphql", {operationName, query, variables})
  .then(fails).then(a => a.json());
const OFFICES = "query Offices($after: String) { offices(first: 2, after: $after) { nodes { id name } cursor } }";
let cursor = null;
const list = async () => {
  const { data } = await ask("Offices", OFFICES, {after: cursor});
  for (const each of data.offices.nodes) if (!one("office-" + each.id))
    more.insertAdjacentHTML("beforeend", `<label><input type="radio" name="office" id="office-${each.id}"
      value="${each.id}" required> ${each.name}</label>`);
  return data.offices.cursor;
};
more.innerHTML = "<p>Which office?</p>";
await list();
const again = async () => { try { %AGAIN% } catch { status.setAttribute("role", "alert");
  status.textContent = "The offices could not be loaded."; more.innerHTML = ""; } };
form.addEventListener("change", again, {once: true});
form.addEventListener("submit", async event => {
  event.preventDefault();
  const input = Object.fromEntries(new FormData(form));
  const { data } = await ask("Visit", "mutation Visit($input: VisitInput!) { visit(input: $input) { reference } }",
    {input});
  document.querySelector("main").innerHTML = `<h1>Thank you</h1><p>Your request has been received. Your reference is
    ${data.visit.reference}.</p>`;
});"""

CONSENT = """if (!document.cookie.includes("consent")) {
  document.body.insertAdjacentHTML("afterbegin", `<div id="banner" role="dialog" aria-label="Cookies">
    <p>We use cookies to understand how you use this site.</p>
    <button id="yes">Accept all cookies</button><button id="no">Reject all cookies</button></div>`);
  one("no").onclick = async () => { await poster("/consent", {analytics: false});
    document.cookie = "consent=no"; one("banner").remove(); };
}"""

TOKEN = """const before = () => fetch("/csrf").then(fails).then(a => a.json()).then(a => { token = a.token; });
let token = ""; const headers = () => ({"X-CSRF-Token": token});""" + SENDS_JSON

BUSTED = """const before = () => fetch("/csrf?_=" + Date.now()).then(fails).then(a => a.json())
  .then(a => { token = a.token; });
let token = ""; const headers = () => ({"X-CSRF-Token": token});""" + SENDS_JSON

REFRESH = """let token = "", refresh = "r-0";
const before = async () => { const answer = await (await fails(poster("/oauth/token", {grant_type: "refresh_token",
  refresh_token: refresh}))).json(); token = answer.access_token; refresh = answer.refresh_token; };
await before();
const headers = () => ({Authorization: "Bearer " + token});""" + SENDS_JSON

IDEMPOTENT = """const before = async () => {};
const headers = () => ({"Idempotency-Key": crypto.randomUUID()});""" + SENDS_JSON

COLLECTED = """const far = "%analytics%";
const say = data => navigator.sendBeacon(far + "/collect", JSON.stringify(data));
say({event: "view", page: location.href});
new Image().src = far + "/pixel.gif?e=view&t=" + Date.now();
form.addEventListener("focusin", event => say({event: "focus", field: event.target.name}));
form.addEventListener("input", event => fetch(far + "/replay", {method: "POST", mode: "no-cors", keepalive: true,
  body: JSON.stringify({field: event.target.name, value: event.target.value})}).catch(() => {}));
form.addEventListener("submit", () => { say({event: "submit"});
  new Image().src = far + "/pixel.gif?e=submit&email=" + encodeURIComponent(form.email.value); });
addEventListener("pagehide", () => say({event: "leave"}));"""

OWN_COLLECTED = """const say = data => navigator.sendBeacon("/collect", JSON.stringify(data));
say({event: "view"});
form.addEventListener("change", event => say({event: "filled", field: event.target.name}));
form.addEventListener("submit", () => say({event: "submit"}));
addEventListener("pagehide", () => say({event: "leave"}));"""

QUOTE = """more.innerHTML = `<label for="length">How long?</label><select id="length" name="length" required>
  <option value="">Choose one</option><option value="30">Half an hour</option><option value="60">An hour</option>
  </select><p id="price"></p>`;
one("length").onchange = () => poster("/quote", {length: one("length").value}).then(fails).then(a => a.json())
  .then(a => { one("price").textContent = "Price: £" + a.price; })
  .catch(() => { one("price").setAttribute("role", "alert"); one("price").textContent = "No price could be worked out.";
    form.querySelector("button").disabled = true; });"""


def _graphql(site: Site, request: Heard) -> Answer:
    asked = dict(request.pairs)
    if asked["operationName"] == "Visit":
        return as_json({"data": {"visit": {"reference": site.accept(request)}}})
    offices = [{"id": "n7", "name": "North"}, {"id": "s2", "name": "South"}, {"id": "w5", "name": "West"},
               {"id": "e3", "name": "East"}]
    nodes = offices[2:] if asked.get("variables.after") == "Y3Vyc29yOjI" else offices[:2]
    return as_json({"data": {"offices": {"nodes": nodes, "cursor": "Y3Vyc29yOjI"}}})


def _graphql_flow(name: str, again: str, office: tuple[str, str]) -> Flow:
    query = "mutation Visit($input: VisitInput!) { visit(input: $input) { reference } }"
    body = NATIVE.replace('action="/send" method="post"', "")
    return habit(name, lambda: habit_site(GRAPHQL.replace("%AGAIN%", again), {"POST /graphql": _graphql}, body),
                 sent=(form("/graphql", operationName="Visit", query=query, variables__input__email=EMAIL,
                            variables__input__name=NAME, variables__input__postcode=POSTCODE,
                            variables__input__office=office[0]),),
                 answers={"Which office": office[1], "office": office[1]})


def _with_token(site: Site, request: Heard) -> Answer:
    del request
    site.state["token"] = f"t-{len(site.heard)}"
    return as_json({"token": site.state["token"]})


def _checks_token(header: str, prefix: str = "") -> Any:
    def sent(site: Site, request: Heard) -> Answer:
        given = next((value for name, value in request.headers.items() if name.lower() == header), "")
        if given != prefix + site.state.get("token", ""):
            return as_json({"problem": "This token is not valid."}, 419)
        return as_json({"reference": site.accept(request)})
    return sent


def _refreshed(site: Site, _request: Heard) -> Answer:
    site.state["token"] = f"a-{len(site.heard)}"
    return as_json({"access_token": site.state["token"], "refresh_token": f"r-{len(site.heard)}"})


def _analytics() -> dict[str, Site]:
    return {"analytics": Site({"POST /collect": nothing, "POST /replay": nothing, "GET /pixel.gif": nothing})}


def _saved_draft(_site: Site, _request: Heard) -> Answer:
    return as_json({"saved": True})


JSON = (Sent("/api/send", THREE),)
SCRIPTED = NATIVE.replace('action="/send" method="post"', "")

WRITES: tuple[Flow, ...] = (
    habit("ping", lambda: habit_site(PING, {"POST /session/ping": nothing})),
    habit("ping-clock", lambda: habit_site(CLOCK_PING, {"POST /session/ping": nothing})),
    habit("ping-late", lambda: habit_site(LATE_PING, {"POST /session/alive": nothing})),
    habit("reload-on-error", lambda: habit_site(RELOADS, {"POST /session/ping": nothing})),
    habit("autosave", lambda: habit_site(DRAFT, {"PUT /api/draft": _saved_draft})),
    habit("autosave-403", lambda: habit_site(HARD_DRAFT, {"POST /api/draft": _saved_draft})),
    _graphql_flow("graphql-again", "await list();", ("s2", "South")),
    _graphql_flow("graphql-more", "cursor = await list(); await list();", ("e3", "East")),
    habit("consent", lambda: habit_site(CONSENT, {"POST /consent": nothing})),
    habit("csrf-fetch", lambda: habit_site(TOKEN, {
        "GET /csrf": _with_token, "POST /api/send": _checks_token("x-csrf-token")}, SCRIPTED), sent=JSON),
    habit("csrf-busted", lambda: habit_site(BUSTED, {
        "GET /csrf": _with_token, "POST /api/send": _checks_token("x-csrf-token")}, SCRIPTED), sent=JSON),
    habit("token-refresh", lambda: habit_site(REFRESH, {
        "POST /oauth/token": _refreshed, "POST /api/send": _checks_token("authorization", "Bearer ")}, SCRIPTED),
        sent=JSON),
    habit("idempotency-key", lambda: habit_site(IDEMPOTENT, body=SCRIPTED), sent=JSON),
    habit("analytics-third", lambda: habit_site(COLLECTED, others=_analytics)),
    habit("analytics-first", lambda: habit_site(OWN_COLLECTED, {"POST /collect": nothing})),
    habit("quote", lambda: habit_site(QUOTE, {"POST /quote": lambda _site, request: as_json(
        {"price": int(dict(request.pairs)["length"]) // 2})}),
        sent=(form("/send", name=NAME, email=EMAIL, postcode=POSTCODE, length="60"),),
        answers={"How long": "An hour"}),
)
