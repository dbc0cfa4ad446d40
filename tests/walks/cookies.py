"""Walks whose obstacle is a cookie wall: banners, dialogs, settings in two steps, another site's frame, no refusal."""

from __future__ import annotations

from tests.flows.server import Answer, Handler, Heard, Site, redirect
from tests.walks.pages import DE, EN, ES, FR, IT, NL, PL, PT, Tongue, Walk, form_of, form_page, page, walk

OVER = ("position:fixed;inset:0;background:rgba(0,0,0,.6);z-index:99;display:flex;align-items:center;"
        "justify-content:center")
BELOW = "position:fixed;left:0;right:0;bottom:0;background:#eee;z-index:9;padding:1em"


def _wall(style: str, inside: str, script: str = "") -> str:
    return f"""<div id="wall" role="dialog" aria-modal="true" style="{style}"><div style="background:#fff;padding:2em">
{inside}</div></div><script>const wall = document.getElementById("wall");
const say = what => {{ document.cookie = "consent=" + what; wall.remove(); }};
{script}</script>"""


def _buttons(*pairs: tuple[str, str]) -> str:
    return "".join(f"""<button type="button" onclick="{what}">{text}</button>""" for text, what in pairs)


def _one(tongue: Tongue, name: str, style: str, text: str, accept: str, refuse: str) -> Walk:
    """One step: both buttons are there. Accepting is noted, for it must never happen."""
    inside = f"<h2>Cookies</h2><p>{text}</p>" + _buttons((accept, "fetch('/accepted')"), (refuse, "say('no')"))
    return walk("cookies", f"cookies-{name}", tongue, {"GET /": form_page(tongue, around=_wall(style, inside))})


TWO_STEPS = """const more = () => { document.getElementById("first").hidden = true;
document.getElementById("second").hidden = false; };"""


def _two(tongue: Tongue, name: str, text: str, accept: str, settings: str, save: str, boxes: tuple[str, str]) -> Walk:
    """Two steps: refusing takes the settings, in which everything but the necessary is off, and a button that saves."""
    ticks = (f'<label><input type="checkbox" checked disabled> {boxes[0]}</label>'
             f'<label><input type="checkbox"> {boxes[1]}</label>')
    inside = (f'<div id="first"><h2>Cookies</h2><p>{text}</p>'
              + _buttons((accept, "fetch('/accepted')"), (settings, "more()")) + '</div>'
              f'<div id="second" hidden><h2>Cookies</h2>{ticks}'
              + _buttons((accept, "fetch('/accepted')"), (save, "say('chosen')")) + "</div>")
    return walk("cookies", f"cookies-{name}", tongue, {
        "GET /": form_page(tongue, around=_wall(OVER, inside, TWO_STEPS))})


def _frame(tongue: Tongue, name: str, text: str, accept: str, refuse: str) -> Walk:
    """The wall is a frame of another site, as consent platforms make them; it tells the page what was chosen."""
    body = (f"<h2>Cookies</h2><p>{text}</p>" + _buttons((accept, "parent.postMessage('yes', '*')"),
                                                        (refuse, "parent.postMessage('no', '*')")))
    around = f"""<div id="wall" style="{OVER}"><iframe src="%cmp%/wall" title="Consent" style="width:600px;height:300px;
background:#fff"></iframe></div>
<script>addEventListener("message", each => {{ if (each.data === "no") document.getElementById("wall").remove(); }});
</script>"""

    def shown(site: Site, _request: Heard) -> Answer:
        wall = around.replace("%cmp%", site.others["cmp"].url)
        return page(tongue, f"{wall}<main><h1>{tongue.title}</h1>{form_of(tongue)}</main>")

    return walk("cookies", f"cookies-{name}", tongue, {"GET /": shown}, others={"cmp": Site({
        "GET /wall": lambda _site, _request: page(tongue, body)})})


def _accept_only(tongue: Tongue, name: str, style: str, text: str, accept: str) -> Walk:
    inside = f"<h2>Cookies</h2><p>{text}</p>" + _buttons((accept, "say('yes')"))
    return walk("cookies", f"cookies-{name}", tongue, {"GET /": form_page(tongue, around=_wall(style, inside))},
                answers={"cookies": "yes", "Cookies": "yes"} if style == OVER else {})


def _by_server() -> Walk:
    """A banner that is a form of its own, answered by the server: no script at all."""
    banner = """<section aria-label="Cookies on this site"><h2>Cookies on this site</h2><p>We'd like to set analytics
cookies.</p><form action="/cookies" method="post"><button name="cookies" value="yes">Accept analytics cookies</button>
<button name="cookies" value="no">Reject analytics cookies</button></form></section>"""

    def shown(site: Site, _request: Heard) -> Answer:
        around = "" if site.state.get("chosen") == "no" else banner
        return page(EN, f"{around}<main><h1>{EN.title}</h1>{form_of(EN)}</main>")

    def chosen(site: Site, request: Heard) -> Answer:
        site.state["chosen"] = dict(request.pairs)["cookies"]
        return redirect("/")

    return walk("cookies", "cookies-server", EN, {"GET /": shown, "POST /cookies": chosen})


def _instead() -> Walk:
    """The page shows nothing but the wall until it was answered."""
    wall = _wall("padding:3em", "<h1>Before you go on</h1><p>We use cookies. Choose what we may store.</p>" + _buttons(
        ("Accept all", "fetch('/accepted')"), ("Only what is necessary", "say('no'); go()")),
        "const go = () => { document.querySelector('main').hidden = false; };")
    body = f"<main hidden><h1>{EN.title}</h1>{form_of(EN)}</main>{wall}"
    shown: Handler = lambda _site, _request: page(EN, body)  # noqa: E731 - as short as the other handlers
    return walk("cookies", "cookies-instead", EN, {"GET /": shown})


COOKIES: tuple[Walk, ...] = (
    _one(EN, "banner-en", BELOW, "We use cookies to make this site work.", "Accept all cookies", "Reject optional"),
    _one(NL, "dialog-nl", OVER, "Wij gebruiken cookies.", "Alles accepteren", "Alleen noodzakelijke cookies"),
    _one(PL, "dialog-pl", OVER, "Używamy plików cookie.", "Zaakceptuj wszystkie", "Odrzuć wszystkie"),
    _one(PT, "dialog-pt", OVER, "Utilizamos cookies neste site.", "Aceitar todos", "Rejeitar cookies não essenciais"),
    _one(FR, "banner-fr", BELOW, "Nous utilisons des cookies.", "Tout accepter", "Tout refuser"),
    _two(DE, "settings-de", "Wir verwenden Cookies.", "Alle akzeptieren", "Einstellungen", "Auswahl speichern",
         ("Notwendig", "Statistik")),
    _two(IT, "settings-it", "Questo sito utilizza i cookie.", "Accetta tutti", "Personalizza", "Salva preferenze",
         ("Necessari", "Statistica")),
    _two(EN, "settings-en", "We and our partners use cookies.", "Agree", "Manage preferences", "Confirm my choices",
         ("Strictly necessary", "Analytics")),
    _frame(FR, "frame-fr", "Nous et nos partenaires utilisons des cookies.", "Accepter et continuer",
           "Continuer sans accepter"),
    _frame(ES, "frame-es", "Usamos cookies propias y de terceros.", "Aceptar todo", "Rechazar todo"),
    _accept_only(ES, "accept-only-es", BELOW, "Este sitio usa cookies.", "Aceptar"),
    _accept_only(EN, "accept-wall-en", OVER, "This site uses cookies.", "Accept and continue"),
    _by_server(), _instead(),
)
