"""Walks whose obstacle is the form itself: steps, conditional questions, refused values, look-ups, summaries."""

from __future__ import annotations

from html import escape

from tests.flows.server import Answer, Handler, Heard, Site, as_json, redirect
from tests.walks.pages import (
    DE,
    EN,
    ES,
    FR,
    NAMES,
    NL,
    PT,
    Tongue,
    Walk,
    fields,
    form_page,
    page,
    sent,
    walk,
)

BACK = {"en": "Back", "de": "Zurück", "fr": "Précédent", "es": "Atrás", "pt": "Voltar"}
CHECK = {"en": "Check your answers", "de": "Prüfen Sie Ihre Angaben", "fr": "Vérifiez vos réponses",
         "es": "Revise sus datos", "pt": "Confirme os seus dados"}


def _steps(tongue: Tongue, code: str) -> Walk:
    """Three questions on three pages, each kept by the server, and a page that shows them back."""

    def step(number: int) -> Handler:
        name = NAMES[number]
        body = (f'<main><h1>{tongue.labels[number]}</h1><form action="/step/{number}" method="post">'
                f'{fields(tongue, names=(name,))}<button type="button">{BACK[tongue.code]}</button>'
                f"<button>{tongue.next}</button></form></main>")
        return lambda _site, _request: page(tongue, body)

    def kept(number: int) -> Handler:
        def keep(site: Site, request: Heard) -> Answer:
            site.state[NAMES[number]] = dict(request.pairs)[NAMES[number]]
            return redirect(f"/step/{number + 1}" if number < 2 else "/check")
        return keep

    def check(site: Site, _request: Heard) -> Answer:
        shown = {name: str(site.state.get(name, "")) for name in NAMES}
        rows = "".join(f"<dt>{tongue.labels[n]}</dt><dd>{escape(shown[name])} <a href='/step/{n}'>"
                       f"{'Change' if tongue is EN else '↩'}</a></dd>" for n, name in enumerate(NAMES))
        hidden = "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">'
                         for name, value in shown.items())
        return page(tongue, f'<main><h1>{CHECK[tongue.code]}</h1><dl>{rows}</dl><form action="/send" method="post">'
                            f"{hidden}<button>{tongue.send}</button></form></main>")

    routes: dict[str, Handler] = {"GET /check": check}
    for number in range(3):
        routes |= {f"GET /step/{number}": step(number), f"POST /step/{number}": kept(number)}
    return walk("steps", f"steps-{code}", tongue, routes, "/step/0", most_reviews=4, grant=True,
                steps=frozenset({f"/step/{n}" for n in range(3)}))


SHOWS_MORE = """<p><label for="how">How should we answer?</label><select id="how" name="how" required>
<option value="">Please choose</option><option>By letter</option><option>By email</option></select></p>
<div id="more"></div><script>document.getElementById("how").onchange = each => {
document.getElementById("more").innerHTML = each.target.value === "By letter" ?
 '<p><label for="code">Postcode</label><input id="code" name="code" required></p>' : ""; };</script>"""

CLEARS = """<p><label for="who">Are you a resident?</label><select id="who" name="who" required>
<option value="">Please choose</option><option>Yes, a resident</option><option>No, a visitor</option></select></p>
<script>let once = true; document.getElementById("who").onchange = () => { if (once) setTimeout(() => {
once = false; for (const name of ["given", "family"]) document.getElementById(name).value = ""; }, 20); };</script>"""


def _refuses(tongue: Tongue, label: str, wanted: str, says: str, name: str, facts: dict[str, str],
             value: str, answers: dict[str, str] | None = None) -> Walk:
    """A form whose server wants one value written its way, and says so."""

    def form_with(error: str, given: dict[str, str]) -> str:
        said = f'<span class="error-message">{escape(error)}</span>' if error else ""
        return (f'<main><h1>{tongue.title}</h1><form action="/send" method="post">{fields(tongue, given)}<p>'
                f'<label for="x">{label}</label>{said}<input id="x" name="x" value="{escape(given.get("x", ""))}" '
                f"required></p><button>{tongue.send}</button></form></main>")

    def taken(site: Site, request: Heard) -> Answer:
        given = dict(request.pairs)
        if given["x"] != wanted:
            return page(tongue, form_with(says, given), 422)
        site.state["reference"] = site.accept(request)
        return redirect("/thanks")

    return walk("errors", name, tongue, {"GET /": lambda _s, _r: page(tongue, form_with("", {})), "POST /send": taken},
                sent=sent(tongue, x=value), facts={**tongue.facts, **facts}, answers=answers or {}, most_reviews=2)


ADDRESSES = [{"id": "p-79", "text": "12 Quarry Lane, Thornmere, TQ12 4AB"},
             {"id": "p-81", "text": "14 Quarry Lane, Thornmere, TQ12 4AB"},
             {"id": "p-83", "text": "14A Quarry Lane, Thornmere, TQ12 4AB"}]
FINDS = """<p><label for="code">Postcode</label><input id="code" name="code" required></p>
<button type="button" id="find">%FIND%</button>%MANUAL%<div id="found"></div>
<script>const one = id => document.getElementById(id);
one("find").onclick = async () => { try {
  const answer = await fetch("/addresses?postcode=" + encodeURIComponent(one("code").value));
  if (!answer.ok) throw 0; const found = await answer.json();
  one("found").innerHTML = found.length ? `<label for="address">%SELECT%</label><select id="address" name="address"
    required><option value="">%NONE%</option>${found.map(each => `<option value="${each.id}">${each.text}</option>`)
    .join("")}</select>` : '<p role="alert">No addresses found.</p>';
} catch { one("found").innerHTML = '<p role="alert">The look-up failed.</p>'; } };
const byHand = () => { one("found").innerHTML = `<p><label for="line1">Address line 1</label><input id="line1"
  name="line1" required></p><p><label for="town">Town or city</label><input id="town" name="town" required></p>`; };
</script>"""


def _finds(tongue: Tongue, code: str, find: str, select: str, none: str, found: list[dict[str, str]],
           manual: str = "", **given: str) -> Walk:
    link = f'<a href="#" onclick="byHand(); return false">{manual}</a>' if manual else ""
    more = (FINDS.replace("%FIND%", find).replace("%SELECT%", select).replace("%NONE%", none)
            .replace("%MANUAL%", link))
    facts = {**tongue.facts, **{k: ELEANOR_HOME[k] for k in ELEANOR_HOME}}
    return walk("look-up", f"find-{code}", tongue, {
        "GET /": form_page(tongue, more), "GET /addresses": lambda _site, _request: as_json(found)},
        sent=sent(tongue, code="TQ12 4AB", **given), facts=facts, lookups=frozenset({"/addresses"}))


ELEANOR_HOME = {"address-line1": "14 Quarry Lane", "address-level2": "Thornmere", "postal-code": "TQ12 4AB",
                "country": "GB"}

STEPS: tuple[Walk, ...] = (
    _steps(EN, "en"), _steps(DE, "de"), _steps(FR, "fr"), _steps(ES, "es"), _steps(PT, "pt"),
    walk("conditions", "condition-shows-more", EN, {"GET /": form_page(EN, SHOWS_MORE)},
         sent=sent(EN, how="By letter", code="TQ12 4AB"), answers={"How should we answer": "By letter"}),
    walk("conditions", "condition-clears", EN, {"GET /": form_page(EN, CLEARS)},
         sent=sent(EN, who="Yes, a resident"), answers={"Are you a resident": "Yes, a resident"}),
    _refuses(EN, "Mobile number", "+447700900183", "Enter it as +44 and the number, without spaces", "error-mended-en",
             {}, "+447700900183"),
    _refuses(DE, "Kundennummer", "K-4711", "Die Kundennummer beginnt mit K-", "error-asked-de", {}, "K-4711",
             {"Die Kundennummer beginnt": "K-4711", "Kundennummer": "4711"}),
    _finds(EN, "en", "Find address", "Select your address", "3 addresses found", ADDRESSES, address="p-81"),
    _finds(NL, "nl", "Zoek adres", "Kies uw adres", "Maak een keuze", ADDRESSES, address="p-81"),
    _finds(EN, "nothing", "Look up address", "Select your address", "", [], "Enter address manually",
           line1="14 Quarry Lane", town="Thornmere"),
    _finds(EN, "not-among", "Find my address", "Choose an address", "Choose", ADDRESSES[:1], "I can't find my address",
           line1="14 Quarry Lane", town="Thornmere"),
)
