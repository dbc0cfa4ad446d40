"""Walks whose obstacle is the way to the form: start pages, wrong turnings, several forms on a page."""

from __future__ import annotations

from tests.flows.flow import form
from tests.flows.server import Answer, Handler, Heard, Site
from tests.walks.pages import EN, TONGUES, Tongue, Walk, form_of, form_page, page, walk


def _links(tongue: Tongue, *more: tuple[str, str]) -> str:
    """A site's start page: what it offers, the wanted service among it."""
    others = [(f"/other/{number}", text) for number, text in enumerate(tongue.others)]
    half = len(others) // 2
    items = [*others[:half], *more, *others[half:]]
    return "".join(f'<li><a href="{to}">{text}</a></li>' for to, text in items)


def _home(tongue: Tongue) -> Handler:
    body = f'<h1>Thornmere Vale</h1><ul>{_links(tongue, ("/service", tongue.link))}</ul>'
    return lambda _site, _request: page(tongue, body)


def _service(tongue: Tongue, *, button: bool) -> Handler:
    go = (f'<form action="/form" method="get"><button>{tongue.start}</button></form>' if button
          else f'<a class="button" role="button" href="/form">{tongue.start}</a>')
    body = f"<h1>{tongue.link}</h1><p>…</p>{go}<ul>{_links(tongue)}</ul>"
    return lambda _site, _request: page(tongue, body)


def _dead_end(site: Site, _request: Heard) -> Answer:
    """What every other link of the start pages leads to; it is noted, and offers nothing."""
    site.state["wrong"] = int(site.state.get("wrong", 0)) + 1
    return page(EN, '<h1>Another service</h1><p>Nothing to fill in here.</p><a href="/">Home</a>')


def _from_home(code: str) -> Walk:
    tongue = TONGUES[code]
    return walk("way", f"way-{code}", tongue, {
        "GET /": _home(tongue), "GET /service": _service(tongue, button=code in ("de", "pl")),
        "GET /form": form_page(tongue), "GET /other/*": _dead_end})


BACK = """<h1>Bins and recycling</h1><ul><li><a href="/other/a">Report a missed bin collection: how we use data</a></li>
<li><a href="/service">Missed collections</a></li><li><a href="/other/b">Garden waste</a></li></ul>"""

DEEP = """<h1>Thornmere Vale</h1><nav><a href="/login">Sign in to report a missed bin collection</a>
<a href="/buy">Buy a new bin</a><a href="/rubbish">Rubbish and bin services</a><a href="/tax">Council tax</a></nav>"""
DEEPER = """<h1>Rubbish and bin services</h1><ul><li><a href="/days">Check your collection day</a></li>
<li><a href="/missed">Report a missed bin</a></li><li><a href="/delete">Delete my bin reports</a></li></ul>"""
DEEPEST = """<h1>Report a missed bin</h1><p>You can report it up to three days after.</p>
<p><a href="/form">Report it online</a></p><p><a href="/login">Log in</a></p>"""

SEVERAL = f"""<header><form role="search" action="/search"><label for="q">Search</label>
<input id="q" name="q" type="search"><button>Search</button></form></header>
<section><h2>Newsletter</h2><form action="/newsletter" method="post"><label for="n">Your email address</label>
<input id="n" name="n" type="email"><button>Subscribe</button></form></section>
<section><h2>Ask for a call back</h2><form action="/call" method="post">
<p><label for="cn">Full name</label><input id="cn" name="cn" required></p>
<p><label for="ct">Phone number</label><input id="ct" name="ct" type="tel" required></p>
<p><label for="ce">Email address</label><input id="ce" name="ce" type="email" required></p>
<p><label for="ca">Address</label><input id="ca" name="ca" required></p><button>Call me</button></form></section>
<main><h1>Waste</h1><section><h2>Report a missed bin collection</h2>{form_of(EN)}</section></main>"""

HIDDEN_LOGIN = """<header><button type="button" aria-expanded="false">Account</button>
<div hidden><label for="u">User name</label><input id="u"><label for="p">Password</label><input id="p" type="password">
<button type="button">Log in</button></div></header>"""

OUT_OF_SIGHT = f"""<main><h1>{EN.title}</h1><form id="form" action="/send" method="post">
<p><label for="given">First name</label><input id="given" name="given" required></p>
<p><label for="family">Last name</label><input id="family" name="family" required></p>
<div style="display:none"><label for="pw">Password</label><input id="pw" type="password"></div>
<input type="hidden" name="mail" value="none@example.org"><button>Send report</button></form></main>"""


def _text(body: str) -> Handler:
    return lambda _site, _request: page(EN, body)


WAYS: tuple[Walk, ...] = (
    *(_from_home(code) for code in TONGUES),
    walk("way", "way-back", EN, {"GET /": _text(BACK), "GET /service": _service(EN, button=False),
                                 "GET /form": form_page(EN), "GET /other/*": _dead_end}),
    walk("way", "way-deep", EN, {"GET /": _text(DEEP), "GET /rubbish": _text(DEEPER), "GET /missed": _text(DEEPEST),
                                 "GET /form": form_page(EN), "GET /login": _dead_end, "GET /buy": _dead_end,
                                 "GET /delete": _dead_end, "GET /days": _dead_end, "GET /tax": _dead_end}),
    walk("way", "way-several-forms", EN, {"GET /": _text(SEVERAL)}),
    walk("way", "way-hidden-login", EN, {"GET /": form_page(EN, around=HIDDEN_LOGIN)}),
    walk("way", "way-hidden-password", EN, {"GET /": _text(OUT_OF_SIGHT)},
         sent=(form("/send", given="Eleanor", family="Whitcombe", mail="none@example.org"),)),
)
