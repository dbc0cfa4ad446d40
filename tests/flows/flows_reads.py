"""Habits that read once something was typed: chunks, texts, look-ups of what was typed, lists behind a choice."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.flows.flow import Flow, Sent, form
from tests.flows.flows_single import EMAIL, NAME, POSTCODE, THREE, script
from tests.flows.habit import NATIVE, habit, habit_site
from tests.flows.planners import Presser
from tests.flows.server import Answer, Handler, Heard, Site, as_json

ADDRESS = {"id": "p-81", "text": "14 Quarry Lane, Thornmere, TQ12 4AB"}

# A bundler's runtime: the name of a chunk is put together from its number and a table of hashes.
MAPPED = """const hashes = {179: "a3f81c", 624: "0be94d"}, base = "/js/";
const chunk = id => base + id + "." + hashes[id] + ".chunk.js";
let loaded;
form.addEventListener("change", () => { loaded ??= import(chunk(624)).catch(() => {
  status.setAttribute("role", "alert"); status.textContent = "Something went wrong. Please reload the page."; }); });
form.addEventListener("submit", async event => { event.preventDefault();
  const step = await (loaded ??= import(chunk(624)));
  step.send(form); });"""

CHUNK = """export const send = async form => { const answer = await fetch("/api/send", {method: "POST",
  headers: {"Content-Type": "application/json"}, body: JSON.stringify(Object.fromEntries(new FormData(form)))});
  document.querySelector("main").innerHTML = "<h1>Thank you</h1><p>Your request has been received. Your reference is "
    + (await answer.json()).reference + ".</p>"; };"""

NEAR_CHUNK = """form.addEventListener("submit", async event => { event.preventDefault();
  const step = await import("./steps/sending.js"); step.send(form); });"""

TEXTS = """const language = document.documentElement.lang, texts = {};
const load = async part => Object.assign(texts, await (await fails(fetch(`/locales/${language}/${part}.json`))).json());
const t = key => texts[key] ?? key;
await load("common");
form.querySelector("button").textContent = t("send");
form.addEventListener("focusout", async event => {
  try { if (!texts.missing) await load("checks"); } catch {}
  if (event.target.value === "") { status.setAttribute("role", "alert"); status.textContent = t("missing"); }
  else status.textContent = t("good"); });"""

FINDS = """more.innerHTML = `<button type="button" id="find">Find address</button><div id="found"></div>`;
one("find").onclick = async () => {
  try {
    const asked = %FROM% + "/addresses?postcode=" + encodeURIComponent(form.postcode.value);
    const found = await (await fails(fetch(asked))).json();
    one("found").innerHTML = `<label for="address">Select your address</label>
      <select id="address" name="address" required><option value="">Choose one</option>
      ${found.map(each => `<option value="${each.id}">${each.text}</option>`)}</select>`;
  } catch { one("found").innerHTML = `<p role="alert">Addresses can't be looked up just now.</p>`; } };"""

TYPEAHEAD = """more.innerHTML = `<label for="town">Town</label><input id="town" name="town" list="towns" required>
  <datalist id="towns"></datalist>`;
one("town").oninput = async () => {
  const asked = %FROM% + "/suggest?q=" + encodeURIComponent(one("town").value);
  try { const found = await (await fails(fetch(asked))).json();
    one("towns").innerHTML = found.map(each => `<option>${each}</option>`).join(""); } catch {} };"""

CHECKED = """let good = false;
form.postcode.addEventListener("blur", async () => {
  try { good = (await (await fails(fetch("/postcodes/" + encodeURIComponent(form.postcode.value)))).json()).valid;
    status.textContent = good ? "We cover your area." : "We do not cover your area."; }
  catch { %FAILED% } });
%GUARD%"""
TOLERANT = CHECKED.replace("%FAILED%", 'status.textContent = "";').replace("%GUARD%", "")
STRICT = CHECKED.replace("%FAILED%", 'status.setAttribute("role", "alert"); '
                         'status.textContent = "We could not check your postcode.";').replace(
    "%GUARD%", 'form.addEventListener("submit", event => { if (!good) { event.preventDefault(); '
               'status.setAttribute("role", "alert"); status.textContent = "Enter a postcode that we cover."; } });')

DISTRICTS = """more.innerHTML = `<label for="region">Region</label><select id="region" name="region" required>
  <option value="">Choose one</option><option value="r41">Northvale</option><option value="r77">Southvale</option>
  </select><div id="next"></div>`;
one("region").onchange = async () => {
  try { const found = await (await fails(fetch(`/api/regions/${one("region").value}/districts`))).json();
    one("next").innerHTML = `<label for="district">District</label><select id="district" name="district" required>
      <option value="">Choose one</option>${found.map(each => `<option>${each}</option>`)}</select>`;
  } catch { one("next").innerHTML = `<p role="alert">The districts could not be loaded.</p>`; } };"""

SLOTS = """more.innerHTML = `<label for="day">Which day?</label><select id="day" name="day" required>
  <option value="">Choose one</option><option value="2027-03-02">Tuesday 2 March</option>
  <option value="2027-03-03">Wednesday 3 March</option></select><div id="next"></div>`;
one("day").onchange = async () => {
  try { const found = await (await fails(fetch("/slots?day=" + one("day").value))).json();
    one("next").innerHTML = `<fieldset><legend>What time?</legend>${found.map(each =>
      `<label><input type="radio" name="time" value="${each}" required> ${each}</label>`).join("")}</fieldset>`;
  } catch { one("next").innerHTML = `<p role="alert">The times could not be loaded.</p>`; } };"""

NEXT_DATA = """const main = document.querySelector("main"), build = JSON.parse(one("data").textContent).build;
let kept;
form.addEventListener("submit", async event => { event.preventDefault(); kept = Object.fromEntries(new FormData(form));
  try { const data = await (await fails(fetch(`/_next/data/${build}/visit/check.json`))).json();
    history.pushState({}, "", "/visit/check");
    main.innerHTML = `<h1>${data.title}</h1><p>${kept.name}, ${kept.email}, ${kept.postcode}</p>
      <form id="last"><button>Send request</button></form>`;
    one("last").onsubmit = async event => { event.preventDefault();
      const answer = await (await fails(poster("/api/send", kept))).json();
      main.innerHTML = `<h1>Thank you</h1><p>Your request has been received. Your reference is
        ${answer.reference}.</p>`; };
  } catch { location.href = "/visit/check"; } });"""

LATE_PICTURES = """form.addEventListener("focusin", () => { document.body.classList.add("active"); }, {once: true});
form.addEventListener("change", event => { const tick = new Image(12, 12); tick.alt = "";
  tick.src = "%cdn%/icons/tick.svg"; event.target.after(tick); });
form.addEventListener("submit", () => { form.querySelector("button").innerHTML =
  '<img src="/img/spinner.gif" alt=""> Sending'; });"""
STYLES = """<link rel="preconnect" href="%cdn%"><link rel="stylesheet" href="%cdn%/fonts.css">
<link rel="stylesheet" href="/css/site.css">"""
OWN_STYLE = ".active { background: url(img/active.svg); } input:focus { background: url('img/focus.svg'); }"
FONTS = "@font-face { font-family: Far; src: url(/far.woff2); unicode-range: U+40; } input { font-family: Far; }"


def addresses(_site: Site, request: Heard) -> Answer:
    """What stands at a postcode."""
    found = [ADDRESS, {"id": "p-82", "text": "15 Quarry Lane, Thornmere, TQ12 4AB"}]
    return as_json(found if request.query.get("postcode") else [], headers=(("Access-Control-Allow-Origin", "*"),))


def _towns(_site: Site, request: Heard) -> Answer:
    return as_json([each for each in ("Thornmere", "Thornbury") if each.startswith(request.query.get("q", "")[:3])],
                   headers=(("Access-Control-Allow-Origin", "*"),))


def _kind(text: str, kind: str) -> Handler:
    return lambda _site, _request: Answer(text, kind=kind)


def _texts() -> dict[str, Handler]:
    common, checks = {"send": "Send request"}, {"missing": "Fill this in", "good": "Thank you"}
    return {"GET /locales/en-GB/common.json": _kind(json.dumps(common), "application/json"),
            "GET /locales/en-GB/checks.json": _kind(json.dumps(checks), "application/json")}


def _far(path: str, handler: Handler) -> Callable[[], dict[str, Site]]:
    return lambda: {"far": Site({path: handler})}


def _cdn() -> dict[str, Site]:
    return {"cdn": Site({"GET /fonts.css": _kind(FONTS, "text/css"), "GET /far.woff2": _kind("", "font/woff2"),
                         "GET /icons/tick.svg": _kind("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")})}


def _with(**fields: str) -> tuple[Sent, ...]:
    return (form("/send", name=NAME, email=EMAIL, postcode=POSTCODE, **fields),)


SCRIPTED = NATIVE.replace('action="/send" method="post"', "")
JSON = (Sent("/api/send", THREE),)
SCRIPT = "text/javascript"
OWN, FAR = '""', '"%far%"'


def _finder() -> Presser:
    return Presser("Find address", ADDRESS["text"])


def _wizard() -> Site:
    body = '<div id="root"></div>'
    site = habit_site("", body=body)
    routes = dict(site.routes) | {
        "GET /visit": lambda _site, _request: Answer(
            '<!doctype html><html lang="en-GB"><title>Thornmere Vale</title><div id="root"></div>'
            '<script type="module" src="/assets/split/wizard.js"></script>'),
        "GET /assets/*": lambda found, request: script(request.path.removeprefix("/assets/").removesuffix(".js"))(
            found, request)}
    return Site(routes)


READS: tuple[Flow, ...] = (
    habit("chunks-split", _wizard, sent=JSON),
    habit("chunks-mapped", lambda: habit_site(MAPPED, {"GET /js/624.0be94d.chunk.js": _kind(CHUNK, SCRIPT)}, SCRIPTED),
          sent=JSON),
    habit("chunks-near", lambda: habit_site(NEAR_CHUNK, {"GET /js/steps/sending.js": _kind(CHUNK, SCRIPT)}, SCRIPTED),
          sent=JSON),
    habit("texts", lambda: habit_site(TEXTS, _texts())),
    habit("find-address", lambda: habit_site(FINDS.replace("%FROM%", OWN), {"GET /addresses": addresses}),
          sent=_with(address="p-81"), planner=_finder, lookups=frozenset({"/addresses"}), most_reviews=1),
    habit("find-address-far", lambda: habit_site(FINDS.replace("%FROM%", FAR),
                                                 others=_far("GET /addresses", addresses)),
          sent=_with(address="p-81"), planner=_finder, lookups=frozenset({"/addresses"})),
    habit("typeahead", lambda: habit_site(TYPEAHEAD.replace("%FROM%", OWN), {"GET /suggest": _towns}),
          sent=_with(town="Thornmere")),
    habit("typeahead-far", lambda: habit_site(TYPEAHEAD.replace("%FROM%", FAR), others=_far("GET /suggest", _towns)),
          sent=_with(town="Thornmere")),
    habit("postcode-checked", lambda: habit_site(TOLERANT, {"GET /postcodes/*": lambda _site, _request: as_json(
        {"valid": True})})),
    habit("postcode-must-check", lambda: habit_site(STRICT, {"GET /postcodes/*": lambda _site, _request: as_json(
        {"valid": True})}), lookups=frozenset({"/postcodes/TQ12%204AB"})),
    habit("districts", lambda: habit_site(DISTRICTS, {"GET /api/regions/r77/districts": lambda _site, _request: as_json(
        ["Ferry", "Quarry"])}), sent=_with(region="r77", district="Quarry"),
        answers={"Region": "Southvale", "District": "Quarry"}),
    habit("slots", lambda: habit_site(SLOTS, {"GET /slots": lambda _site, _request: as_json(["09:30", "14:15"])}),
          sent=_with(day="2027-03-03", time="14:15"), answers={"Which day": "Wednesday 3 March", "time": "14:15"},
          lookups=frozenset({"/slots"})),
    habit("next-data", lambda: habit_site(
        NEXT_DATA, {"GET /_next/data/b7Xk2/visit/check.json": lambda _site, _request: as_json(
            {"title": "Check your answers"})},
        SCRIPTED + '<script type="application/json" id="data">{"build": "b7Xk2"}</script>'), sent=JSON),
    habit("pictures-and-fonts", lambda: habit_site(LATE_PICTURES, {
        "GET /css/site.css": _kind(OWN_STYLE, "text/css"), "GET /css/img/*": _kind("<svg/>", "image/svg+xml"),
        "GET /img/spinner.gif": _kind("", "image/gif")}, head=STYLES, others=_cdn)),
)
