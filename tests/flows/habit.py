"""The frame of the habits: one page with an ordinary form, a script beside it, and what the script talks to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.flows.flow import Flow, Group, Sent
from tests.flows.flows_single import FIELDS, THREE, page, thanks
from tests.flows.ground import own
from tests.flows.server import Answer, Handler, Heard, Site, as_json, redirect

START = "/visit"
NATIVE = f"""<main><h1>Request a visit</h1><p id="status" role="status"></p>
<form id="form" action="/send" method="post">{FIELDS}<div id="more"></div><button>Send request</button></form></main>"""
"""A form as HTML has it; the answer is 303 to a page that thanks."""

SENDS_JSON = """
form.addEventListener("submit", async event => {
  event.preventDefault();
  await before();
  const answer = await fetch("/api/send", {method: "POST", headers: {"Content-Type": "application/json", ...headers()},
    body: JSON.stringify(Object.fromEntries(new FormData(form)))});
  if (!answer.ok) { status.textContent = "Your request could not be sent."; return; }
  document.querySelector("main").innerHTML = "<h1>Thank you</h1><p>Your request has been received. Your reference is "
    + (await answer.json()).reference + ".</p>";
});"""
"""The same form sent by script; ``before`` and ``headers`` are the habit's."""

PRELUDE = """const form = document.getElementById("form"), status = document.getElementById("status"),
more = document.getElementById("more"), one = id => document.getElementById(id);
const poster = (url, data) => fetch(url, {method: "POST", headers: {"Content-Type": "application/json"},
  body: JSON.stringify(data)});
const fails = async answer => { if (!(await answer).ok) throw new Error("failed"); return answer; };
"""


def sent_native(site: Site, request: Heard) -> Answer:
    """Files the form and goes on to the page that thanks."""
    site.state["reference"] = site.accept(request)
    return redirect("/visit/thanks")


def sent_json(site: Site, request: Heard) -> Answer:
    """Files what a script sent."""
    return as_json({"reference": site.accept(request)})


def nothing(_site: Site, _request: Heard) -> Answer:
    """No content."""
    return Answer("", 204)


def habit_site(script: str, routes: Mapping[str, Handler] | None = None, body: str = NATIVE, head: str = "",
               others: Callable[[], dict[str, Site]] = dict, *, inline: bool = False) -> Site:
    """The page, its script (a file of its own unless ``inline``), both ways to send, and the habit's own addresses.

    ``%NAME%`` in script, body and head stands for the address of the other site of that name.
    """
    source = PRELUDE + script

    def named(site: Site, text: str) -> str:
        for name, other in site.others.items():
            text = text.replace(f"%{name}%", other.url)
        return text

    def shown(site: Site, _request: Heard) -> Answer:
        own_script = f'<script type="module">{named(site, source)}</script>' if inline else ""
        return page("Thornmere Vale", named(site, body) + own_script, *(() if inline else ("/js/visit.js",)),
                    head=named(site, head))

    return Site({
        f"GET {START}": shown,
        "GET /js/visit.js": lambda site, _request: Answer(named(site, source), kind="text/javascript"),
        "POST /send": sent_native,
        "POST /api/send": sent_json,
        "GET /visit/thanks": lambda site, _request: page(
            "Thornmere Vale", f"<main>{thanks(site.state['reference'])}</main>"),
        **(routes or {}),
    }, others=others())


def habit(name: str, make: Callable[[], Site], *, sent: tuple[Sent, ...] = (Sent("/send", THREE),),
          host: str = "127.0.0.1", **more: object) -> Flow:
    """A flow on a habit's site: the three ordinary fields, whatever else the page does."""
    return Flow(name, Group.HABIT, "Request a visit from them", own(make, START, host), sent,
                **more)  # type: ignore[arg-type]
