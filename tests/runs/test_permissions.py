"""What the gate refused is offered to the person, in the product's words; only their answer lets it pass."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest

from agent.desk import Desk
from agent.desk.working import work
from agent.planner.base import Action, Ask, AskKind, ButtonKind, Choose, Click, Fill, GiveUp, Open, View
from agent.protocol import Given, Source, SourceKind
from agent.runs.ground import Ground
from agent.store.problems import NotNow
from tests.parts.recording import Arrived, RecordingSite, Reply
from tests.runs.household import FACTS, Person

pytestmark = pytest.mark.browser

FORM = """<!doctype html><title>Bins</title><h1>Order a bin</h1><form method="post" action="/order">
<label>Postcode <input name="postcode" autocomplete="postal-code"></label>
<button type="button" id="find">Find streets</button>
<label>Street <select name="street" required><option value="">Choose</option></select></label>
<button>Send order</button></form><p id="said"></p><script>
document.getElementById("find").onclick = async () => {
  try {
    const found = await (await fetch("@API@/streets?postcode=" + encodeURIComponent(document.forms[0].postcode.value)
      + "&list=full")).json();
    document.forms[0].street.innerHTML = found.map((one) => `<option>${one}</option>`).join("");
  } catch (e) { document.getElementById("said").textContent = "@SAID@"; }
};</script>"""


def streets(request: Arrived) -> Reply:
    if request.target.startswith("/streets"):
        return Reply(body=b'["Quarry Lane", "Mill Row"]', headers=(("Content-Type", "application/json"),))
    return Reply(body=b"<h1>Thank you</h1><p>We have received your order. Your reference number is BIN-4471.</p>")


def control(view: View, name: str) -> int:
    return next(each.ref for each in view.page.controls if each.name == name)


def button(view: View, text: str, kind: ButtonKind) -> Click:
    return Click(next(each.ref for each in view.page.buttons if each.text == text), text, kind)


@dataclass
class Clicker:
    """Fills the postcode, finds streets, takes the first one and sends: what a person would do on this page."""

    presses: list[str] = field(default_factory=list)
    first: list[Action] = field(default_factory=list)

    async def decide(self, view: View) -> list[Action]:
        if self.first:
            return [self.first.pop(0)]
        if "Thank you" in view.page.text:
            from agent.planner.base import Done
            return [Done(True, "BIN-4471", "We have received your order")]
        given = Given(FACTS["postal-code"], Source(SourceKind.PROFILE, "postal-code"))
        fill = Fill(control(view, "postcode"), given, "")
        options = next(each for each in view.page.controls if each.name == "street").options
        if len(options) > 1:
            self.presses.append("send")
            return [fill, Choose(control(view, "street"), 1, Given("Mill Row", Source(SourceKind.TASK, "")), ""),
                    button(view, "Send order", ButtonKind.SUBMIT)]
        if self.presses.count("find") >= 3:
            return [GiveUp("No street is offered.")]
        self.presses.append("find")
        return [fill, button(view, "Find streets", ButtonKind.OTHER)]


async def run(person: Person, planner: Any, *reachable: RecordingSite) -> str:
    desk = Desk(str(person.home), person.heard.append)

    def begun(ground: Ground) -> None:
        ground.planner = lambda: planner
        ground.reachable = tuple(("127.0.0.1", site.port) for site in reachable)

    try:
        await work(desk, set(), until_idle=True, begun=begun)
    finally:
        desk.close()
    return person.state()


def page(api: str = "", said: str = "Sorry, try again later") -> str:
    return FORM.replace("@API@", api).replace("@SAID@", said)


def gets(site: RecordingSite, path: str) -> list[str]:
    return [each.target for each in site.arrived if urlsplit(each.target).path == path]


@pytest.mark.slow
async def test_a_lookup_that_follows_a_press_is_asked_for_once_and_then_works(person: Person) -> None:
    with RecordingSite({"/": page()}, streets) as site:
        person.add("Order a bin", site.url + "/")
        assert await run(person, Clicker()) == "needs_answer"
        assert gets(site, "/streets") == []
        (asked,) = person.questions()
        assert asked["asks"] == "allow"
        assert asked["options"] == ["yes", "no"]
        lines = asked["summary"].splitlines()
        assert lines[0] == "May 127.0.0.1 be asked with your postcode?"
        assert "- postcode: TQ12 4AB (your postcode)" in lines
        assert "- list: full (from the page)" in lines
        with pytest.raises(NotNow, match="not one of the choices"):
            person.call("answer", question=asked["id"], value="maybe")
        person.call("answer", question=asked["id"], value="yes")
        assert await run(person, Clicker()) == "needs_review"
        assert gets(site, "/streets") == ["/streets?postcode=TQ12%204AB&list=full"]
        assert site.writes == []
        person.call("approve", id=person.held()["id"])
        assert await run(person, Clicker()) == "done"
        assert [each.body for each in site.writes] == [b"postcode=TQ12+4AB&street=Mill+Row"]
        (grant,) = person.call("grants", id="t1")["grants"]
        assert (grant["state"], grant["words"]) == ("given", "127.0.0.1 may be asked with your postcode")
        assert "TQ12" not in str(person.call("grants", id="t1"))


async def test_another_site_may_be_asked_too_but_only_with_what_was_shown(person: Person) -> None:
    answer = Reply(body=b'["Quarry Lane", "Mill Row"]', headers=(("Content-Type", "application/json"),
                                                                 ("Access-Control-Allow-Origin", "*")))
    with RecordingSite(answerer=lambda _asked: answer) as other, RecordingSite({"/": page(other.url)}, streets) as site:
        person.add("Order a bin", site.url + "/")
        assert await run(person, Clicker(), other) == "needs_answer"
        (asked,) = person.questions()
        assert "127.0.0.1 is another site than the task's." in asked["summary"]
        person.call("answer", question=asked["id"], value="1")
        assert await run(person, Clicker(), other) == "needs_review"
        assert [each.target for each in other.arrived] == ["/streets?postcode=TQ12%204AB&list=full"]
        assert not other.arrived[0].header("Cookie")


async def test_a_page_can_not_write_lines_of_its_own_into_the_question(person: Person) -> None:
    words = "&list=full%0AIf%20you%20say%20yes%2C%20nothing%20is%20sent&"
    trick = page().replace("&list=full", words + "x" * 300 + "=1")
    with RecordingSite({"/": trick}, streets) as site:
        person.add("Order a bin", site.url + "/")
        assert await run(person, Clicker()) == "needs_answer"
        (asked,) = person.questions()
        lines = asked["summary"].splitlines()
        assert "- list: full⏎If you say yes, nothing is sent (from the page)" in lines
        assert not [line for line in lines if line.startswith("If you say yes")]
        assert f"- {'x' * 200}… (300 characters): 1 (from the page)" in lines


async def test_what_a_page_hides_in_a_value_of_its_own_is_said(person: Person) -> None:
    hidden = base64.b64encode(b"e.whitcombe@example.org").decode()
    with RecordingSite({"/": page().replace("&list=full", f"&list={hidden}")}, streets) as site:
        person.add("Order a bin", site.url + "/")
        assert await run(person, Clicker()) == "needs_answer"
        lines = person.questions()[0]["summary"].splitlines()
        assert lines[0] == "May 127.0.0.1 be asked with your e-mail, last name and postcode?"
        assert f"- list: {hidden} (from the page; it holds your e-mail and last name, written another way)" in lines


@pytest.mark.parametrize("more", ["&to=e.whitcombe%40example.org", "&x=" + base64.b64encode(b"Whitcombe").decode()])
async def test_other_sites_are_never_offered_more_than_an_address(person: Person, more: str) -> None:
    with RecordingSite() as other, RecordingSite({"/": page(other.url).replace("&list=full", more)}, streets) as site:
        person.add("Order a bin", site.url + "/")
        assert await run(person, Clicker(), other) == "failed"
        assert person.questions() == []
        assert other.arrived == []


@pytest.mark.slow
async def test_a_no_is_kept_and_not_asked_again(person: Person) -> None:
    with RecordingSite({"/": page()}, streets) as site:
        person.add("Order a bin", site.url + "/")
        await run(person, Clicker())
        (asked,) = person.questions()
        person.call("answer", question=asked["id"], value="no")
        assert await run(person, Clicker()) == "failed"
        assert person.questions() == []
        assert gets(site, "/streets") == []


async def test_a_grant_that_is_taken_back_lets_nothing_more_pass(person: Person) -> None:
    with RecordingSite({"/": page()}, streets) as site:
        person.add("Order a bin", site.url + "/")
        await run(person, Clicker())
        person.call("answer", question="q1", value="yes")
        person.call("grants", id="t1")
        assert person.call("revoke", id="g1") == {"id": "g1", "state": "revoked"}
        with pytest.raises(NotNow):
            person.call("revoke", id="g1")
        assert await run(person, Clicker()) == "failed"
        assert gets(site, "/streets") == []


@pytest.mark.parametrize("ask", [
    Ask("site https://evil.example", AskKind.SITE, "?", ("yes", "no")), Ask("allow lookup 1", AskKind.VALUE, "?"),
    Ask("site https://evil.example", AskKind.VALUE, "?"), Ask("x", AskKind.ALLOW, "?", ("yes",))])
async def test_a_planner_can_ask_for_nothing_that_widens_a_task(person: Person, ask: Ask) -> None:
    with RecordingSite({"/": page()}, streets) as site:
        person.add("Order a bin", site.url + "/")
        assert await run(person, Clicker(first=[ask])) == "failed"
        assert person.questions() == []


Make = Callable[[RecordingSite, RecordingSite], str]


@pytest.mark.parametrize("make", [
    lambda site, other: site.url + "/x?d=TQ12%204AB", lambda site, other: other.url + "/x?d=Whitcombe"])
async def test_an_address_that_nobody_gave_is_opened_on_the_person_s_word_alone(person: Person, make: Make) -> None:
    with RecordingSite() as other, RecordingSite({"/": page()}, streets) as site:
        person.add("Order a bin", site.url + "/")
        url = make(site, other)
        assert await run(person, Clicker(first=[Open(url)]), other) == "needs_answer"
        assert gets(site, "/x") == gets(other, "/x") == []
        (asked,) = person.questions()
        assert url in asked["summary"].splitlines()
        assert "Opening it would send your" in asked["summary"] or "TQ12%20" in url
        person.call("answer", question=asked["id"], value="no")
        assert await run(person, Clicker(first=[Open(url)]), other) == "failed"
        assert gets(site, "/x") == gets(other, "/x") == []


async def test_an_address_that_the_person_allows_is_opened(person: Person) -> None:
    with RecordingSite({"/": page()}, streets) as site:
        person.add("Order a bin", site.url + "/")
        await run(person, Clicker(first=[Open(site.url + "/other")]))
        person.call("answer", question="q1", value="yes")
        await run(person, Clicker(first=[Open(site.url + "/other")]))
        assert gets(site, "/other") == ["/other"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "chrome://version",
                                 "view-source:http://127.0.0.1/", "blob:http://127.0.0.1/1", "about:blank", ""])
async def test_what_is_no_web_address_is_never_opened(person: Person, url: str) -> None:
    with RecordingSite({"/": page()}, streets) as site:
        person.add("Order a bin", site.url + "/")
        assert await run(person, Clicker(first=[Open(url)])) == "failed"
