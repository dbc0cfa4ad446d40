"""Walks whose obstacle is a surprise on the way: dialogs, lost sessions, new tabs, pop-ups, documents as answers."""

from __future__ import annotations

from collections.abc import Callable

from tests.flows.server import Answer, Handler, Heard, Site, redirect
from tests.walks.pages import DE, EN, FR, IT, NL, PL, Tongue, Walk, fields, form_of, form_page, page, thanked, walk

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" \
      b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

CONFIRMS = """<script>document.getElementById("form").onsubmit = () => confirm("%SAYS%");</script>"""
ALERTS = """<script>addEventListener("load", () => alert("Our lines are busy today."));
document.getElementById("given").addEventListener("blur", () => alert("Please use your full name."));</script>"""
LEAVES = """<script>addEventListener("beforeunload", each => { each.preventDefault(); each.returnValue = "x"; });
</script>"""

EXPIRES = """<main><h1>%s</h1><p>…</p><a class="button" href="/">%s</a></main>"""


def _expires(tongue: Tongue, *, posts: bool) -> Walk:
    """The first session ends on the way: the page after the first step says so (or the step's own answer does)."""

    def first(site: Site, _request: Heard) -> Answer:
        body = (f'<main><h1>{tongue.labels[0]}</h1><form action="/one" method="post">'
                f'{fields(tongue, names=("given",))}<button>{tongue.next}</button></form></main>')
        return page(tongue, body)

    def kept(site: Site, request: Heard) -> Answer:
        site.state["given"] = dict(request.pairs)["given"]
        site.state["times"] = int(site.state.get("times", 0)) + 1
        if posts and site.state["times"] == 1:
            return page(tongue, EXPIRES % tongue.expired)
        return redirect("/two")

    def second(site: Site, _request: Heard) -> Answer:
        if site.state["times"] == 1:
            return page(tongue, EXPIRES % tongue.expired)
        return page(tongue, f'<main><h1>{tongue.title}</h1><form action="/send" method="post"><input type="hidden" '
                            f'name="given" value="{site.state["given"]}">{fields(tongue, names=("family", "mail"))}'
                            f"<button>{tongue.send}</button></form></main>")

    return walk("session", f"session-{tongue.code}{'-posted' if posts else ''}", tongue, {
        "GET /": first, "POST /one": kept, "GET /two": second}, most_reviews=3, steps=frozenset({"/one"}))


def _start_page(go: str) -> Handler:
    return lambda _site, _request: page(EN, f"<h1>{EN.link}</h1>{go}<p>Other pages</p>")


def _document(more: Callable[[Site], str], answer: Callable[[Site, Heard], Answer] | None = None) -> dict[str, Handler]:
    routes: dict[str, Handler] = {
        "GET /": form_page(EN), "GET /thanks": lambda site, _request: thanked(EN, site.state["reference"], more(site)),
        "GET /receipt.pdf": lambda _site, _request: Answer(PDF, kind="application/pdf", headers=(
            ("Content-Disposition", 'attachment; filename="../receipt.pdf"'),))}
    return routes | ({"POST /send": answer} if answer else {})


def _answers_pdf(site: Site, request: Heard) -> Answer:
    site.accept(request)
    return Answer(PDF, kind="application/pdf", headers=(("Content-Disposition", 'attachment; filename="receipt.pdf"'),))


POPUP = """<script>document.getElementById("form").addEventListener("submit", () => window.open("%ad%/offer"));
</script>"""


def _with_popup(site: Site, _request: Heard) -> Answer:
    script = POPUP.replace("%ad%", site.others["ad"].url)
    return page(EN, f"<main><h1>{EN.title}</h1>{form_of(EN)}</main>{script}")


SAYS_YES = frozenset({"what the dialog asks"})
"""The person says yes where leave is asked for."""

SURPRISES: tuple[Walk, ...] = (
    walk("dialogs", "dialog-confirm-en", EN, {
        "GET /": form_page(EN, CONFIRMS.replace("%SAYS%", "Do you really want to send this?"))},
        lookups=SAYS_YES),
    walk("dialogs", "dialog-confirm-pl", PL, {
        "GET /": form_page(PL, CONFIRMS.replace("%SAYS%", "Czy na pewno wysłać?"))}, lookups=SAYS_YES),
    walk("dialogs", "dialog-alerts", EN, {"GET /": form_page(EN, ALERTS)}),
    walk("dialogs", "dialog-leaving", EN, {"GET /": form_page(EN, LEAVES)}),
    _expires(EN, posts=False), _expires(DE, posts=False), _expires(FR, posts=True), _expires(IT, posts=True),
    walk("tabs", "tab-link", NL, {"GET /": lambda _site, _request: page(
        NL, f'<h1>{NL.link}</h1><a href="/form" target="_blank">{NL.start}</a>'), "GET /form": form_page(NL)}),
    walk("tabs", "tab-script", EN, {"GET /": _start_page(
        '<button type="button" onclick="window.open(\'/form\')">Start now</button>'), "GET /form": form_page(EN)}),
    walk("tabs", "tab-answer", EN, {"GET /": form_page(EN, target=' target="_blank"')}),
    walk("tabs", "tab-advert", EN, {"GET /": _with_popup}, others={"ad": Site({
        "GET /offer": lambda _site, _request: page(EN, "<h1>Win a holiday</h1><form action='/win' method='post'>"
                                                       "<input name='mail'><button>Send</button></form>")})}),
    walk("documents", "document-link", EN, _document(
        lambda _site: '<p><a href="/receipt.pdf">Download your receipt (PDF)</a></p>')),
    walk("documents", "document-answer", EN, _document(lambda _site: "", _answers_pdf)),
)
