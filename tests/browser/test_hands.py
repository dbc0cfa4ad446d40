"""What hands do to real controls, and what they report."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Page

from agent.browser import hands
from agent.browser.dialogs import Dialogs, Said
from agent.browser.page_map import MappedPage, look
from agent.browser.read_back import Problem, ReadBack
from agent.planner.base import Fill
from agent.protocol import Given, Source, SourceKind
from agent.runs.acts import Account, carry_out
from tests.browser.site import serve

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def mapped(page: Page, html: str) -> MappedPage:
    await page.set_content(html)
    return await look(page)


def ref(seen: MappedPage, name: str) -> int:
    everything = [*seen.map.controls, *seen.map.buttons, *(o for c in seen.map.controls for o in c.options)]
    return next(e.ref for e in everything if e.id == name)


async def test_filling_fires_what_typing_fires_and_leaves_the_field(page: Page) -> None:
    seen = await mapped(page, """<input id=a><script>window.log = [];
        for (const t of ['focus', 'input', 'change', 'blur'])
          a.addEventListener(t, (e) => log.push(t + e.isTrusted));</script>""")
    assert await hands.fill(seen, ref(seen, "a"), "Ada") == ReadBack(True, "Ada")
    assert await page.evaluate("log") == ["focustrue", "inputtrue", "changetrue", "blurtrue"]


MASK = """<input id=a maxlength=4><input id=b oninput="this.value = this.value.replace(/ /g, '').toUpperCase()">
  <input id=c oninput="this.value = this.value.replace(/[^0-9]/g, '')"><input id=d type=date><input id=e type=number>
  <input id=f disabled><input id=g readonly value=x><input id=h style="display:none"><textarea id=i></textarea>
  <div id=j contenteditable></div><input id=k type=password><input id=l type=time><input id=m type=email>
  <input id=n onkeydown="if (/^[0-9]$/.test(event.key)) { this.value += event.key + '-'; } event.preventDefault()"
     oninput="this.value = ''">
  <input id=o oninput="this.value = this.value.replace(/ /g, '').slice(0, 5)">"""


@pytest.mark.parametrize(("name", "value", "expected"), [
    ("a", "12345", ReadBack(False, "", Problem.TOO_LONG)), ("o", "123456", ReadBack(False, "", Problem.TOO_LONG)),
    ("b", "ab 12", ReadBack(True, "AB12", Problem.REFORMATTED)),
    ("c", "Ada", ReadBack(False, "", Problem.REFUSED)), ("d", "2026-03-01", ReadBack(True, "2026-03-01")),
    ("d", "01/03/2026", ReadBack(False, "", Problem.REFUSED)), ("e", "1,250", ReadBack(False, "", Problem.REFUSED)),
    ("e", "1250.5", ReadBack(True, "1250.5")), ("f", "x", ReadBack(False, "", Problem.DISABLED)),
    ("g", "y", ReadBack(False, "x", Problem.READ_ONLY)), ("h", "y", ReadBack(False, "", Problem.HIDDEN)),
    ("i", "two\nlines", ReadBack(True, "two\nlines")), ("j", "Hello", ReadBack(True, "Hello")),
    ("k", "hunter2", ReadBack(True, "")), ("l", "09:30", ReadBack(True, "09:30")),
    ("m", "a@b.example", ReadBack(True, "a@b.example")),
    ("n", "12", ReadBack(True, "1-2-", Problem.REFORMATTED))])
async def test_what_is_held_is_read_back(page: Page, name: str, value: str, expected: ReadBack) -> None:
    seen = await mapped(page, MASK)
    assert await hands.fill(seen, ref(seen, name), value) == expected


async def test_a_telephone_number_that_a_mask_would_cut_goes_in_as_its_country_writes_it(page: Page) -> None:
    seen = await mapped(page, """<input id=a oninput="const d = this.value.replace(/[^0-9]/g, '').slice(0, 11);
        this.value = d.length > 5 ? d.slice(0, 5) + ' ' + d.slice(5) : d"><input id=b maxlength=4>""")
    source = Source(SourceKind.PROFILE, "tel")
    changes = [Fill(ref(seen, name), Given("+447700900184", source), "") for name in "ab"]
    account = Account()
    problems = await carry_out(seen, changes, account)
    assert await page.evaluate("[a.value, b.value]") == ["07700 900184", ""]
    assert len(problems) == 1
    assert [filled.given.value for filled in account.filled.values()] == ["07700 900184", "+447700900184"]


async def test_choosing_from_selects_radios_groups_and_lists(page: Page) -> None:
    seen = await mapped(page, """
        <select id=s onchange="window.changed = this.value">
          <option value="">-<option value=fr>France<option disabled>X</select>
        <select id=m multiple><option selected>A<option>B<option>C</select>
        <label><input type=radio name=r id=r1 value=1>One</label>
        <label><input type=radio name=r id=r2 value=2>Two</label>
        <label><input type=checkbox name=c id=c1>Mon</label><label><input type=checkbox name=c id=c2>Tue</label>
        <label for=b>Club</label><button id=b role=combobox aria-controls=l onclick="l.hidden = false">Pick</button>
        <ul role=listbox id=l hidden onclick="b.textContent = event.target.textContent; l.hidden = true">
          <li role=option>Leeds</li><li role=option>York</li></ul>""")
    groups = {c.name: c.ref for c in seen.map.controls if c.name}
    assert await hands.choose(seen, ref(seen, "s"), 1) == ReadBack(True, "France")
    assert await page.evaluate("changed") == "fr"
    assert (await hands.choose(seen, ref(seen, "s"), 2)).problem is Problem.DISABLED
    assert (await hands.choose(seen, ref(seen, "s"), 9)).problem is Problem.NOT_FOUND
    assert await hands.choose(seen, ref(seen, "m"), 2) == ReadBack(True, "A, C")
    assert await hands.choose(seen, groups["r"], 1) == ReadBack(True, "Two")
    assert await hands.choose(seen, groups["c"], 0) == ReadBack(True, "Mon")
    assert await hands.choose(seen, ref(seen, "b"), 1) == ReadBack(True, "York")
    assert await page.evaluate("[r2.checked, c1.checked, c2.checked]") == [True, True, False]


STYLED = """<style>.box{position:relative;padding-left:40px;height:40px}
  .box input{opacity:0;position:absolute;left:0;width:30px;height:30px;z-index:-1}
  .box label::before{content:'';position:absolute;left:0;top:0;width:30px;height:30px;border:2px solid}</style>
  <div style="height:2000px"></div><div class=box><input type=checkbox id=a>
  <label for=a>I accept <a href="/terms">all the long terms</a></label></div>
  <input type=radio name=r id=b style="position:absolute;left:-999em"><label for=b>Yes</label>
  <input type=checkbox id=c style="display:none"><label for=c><a href="/terms">Only a link</a></label>
  <div style="position:relative"><input type=checkbox id=d>
  <div style="position:absolute;inset:0;background:red"></div></div>
  <input type=checkbox id=e onclick="return false"><input type=checkbox id=f disabled>
  <span role=checkbox id=g aria-checked=false tabindex=0
    onclick="this.setAttribute('aria-checked', 'true')">Paperless</span>"""


@pytest.mark.parametrize(("name", "expected"), [
    ("a", ReadBack(True, "on")), ("b", ReadBack(True, "on")), ("c", ReadBack(False, "", Problem.COVERED)),
    ("d", ReadBack(False, "", Problem.COVERED)), ("e", ReadBack(False, "off", Problem.REFUSED)),
    ("f", ReadBack(False, "on", Problem.DISABLED)), ("g", ReadBack(True, "on"))])
async def test_ticking_goes_through_the_label_where_that_is_drawn_but_never_hits_a_link(
        page: Page, name: str, expected: ReadBack) -> None:
    async with serve({"/": STYLED, "/terms": "Terms"}) as site:
        await page.goto(site.url())
        seen = await look(page)
        assert await hands.tick(seen, ref(seen, name), True) == expected
        assert page.url == site.url()


async def test_unticking_and_ticking_twice(page: Page) -> None:
    seen = await mapped(page, "<label><input type=checkbox id=a checked>News</label>"
                              "<input type=radio name=r id=b checked>")
    assert await hands.tick(seen, ref(seen, "a"), False) == ReadBack(True, "off")
    assert await hands.tick(seen, ref(seen, "a"), False) == ReadBack(True, "off")
    assert not (await hands.tick(seen, ref(seen, "b"), False)).ok


async def test_attaching_files(page: Page, tmp_path: Path) -> None:
    letter, other = tmp_path / "letter.pdf", tmp_path / "other.pdf"
    letter.write_bytes(b"%PDF-1.4")
    other.write_bytes(b"%PDF-1.4 other")
    seen = await mapped(page, "<input type=file id=a><input type=file id=b multiple><label for=c>Up</label>"
                              "<input type=file id=c style='display:none'>")
    assert await hands.attach(seen, ref(seen, "a"), [letter]) == ReadBack(True, "letter.pdf")
    assert await hands.attach(seen, ref(seen, "b"), [letter, other]) == ReadBack(True, "letter.pdf, other.pdf")
    assert await hands.attach(seen, ref(seen, "c"), [letter]) == ReadBack(True, "letter.pdf")
    assert not (await hands.attach(seen, ref(seen, "a"), [letter, other])).ok
    assert (await hands.attach(seen, ref(seen, "a"), [tmp_path / "none.pdf"])).problem is Problem.NO_FILE


async def test_a_click_whose_answer_is_held_returns_at_once(page: Page) -> None:
    form = "<form method=post action=/send><input name=a value=1><button id=go>Send</button></form>"
    async with serve({"/": form}, held=frozenset({"/send"})) as site:
        await page.goto(site.url())
        seen = await look(page)
        async with asyncio.timeout(3):
            assert await hands.click(seen, ref(seen, "go")) == ReadBack(True, "")
            await site.arrived.wait()
        assert site.seen.count("/send") == 1


async def test_a_click_on_a_held_synchronous_request_returns_and_counts_as_made(page: Page) -> None:
    button = """<button id=go onclick="const x = new XMLHttpRequest();
        x.open('POST', '/send', false); x.send()">Send</button>"""
    async with serve({"/": button}, held=frozenset({"/send"})) as site:
        await page.goto(site.url())
        seen = await look(page)
        async with asyncio.timeout(8):
            assert (await hands.click(seen, ref(seen, "go"))).ok
            await site.arrived.wait()


async def test_clicks_that_cannot_be_made_say_why(page: Page) -> None:
    seen = await mapped(page, """<button id=a disabled>A</button><button id=b style="display:none">B</button>
        <button id=c>C</button><div style="position:fixed;inset:0">cookies</div>""")
    assert (await hands.click(seen, ref(seen, "a"))).problem is Problem.DISABLED
    assert (await hands.click(seen, ref(seen, "b"))).problem is Problem.HIDDEN
    assert (await hands.click(seen, ref(seen, "c"))).problem is Problem.COVERED


async def test_elements_that_are_gone_are_not_found(page: Page) -> None:
    seen = await mapped(page, "<input id=a><button id=b>B</button><input type=checkbox id=c>"
                              "<select id=d><option>x</select>")
    refs = [ref(seen, name) for name in "abcd"]
    await page.evaluate("document.body.innerHTML = ''")
    outcomes = [await hands.fill(seen, refs[0], "x"), await hands.click(seen, refs[1]),
                await hands.tick(seen, refs[2], True), await hands.choose(seen, refs[3], 0),
                await hands.fill(seen, 999, "x")]
    await page.close()
    outcomes.append(await hands.fill(seen, refs[0], "x"))
    assert [o.problem for o in outcomes] == [Problem.NOT_FOUND] * 6


async def test_hands_reach_into_frames_and_shadow_roots(page: Page) -> None:
    inner = "<style>body{height:3000px}</style><label><input type=checkbox id=t>Yes</label><input id=i>"
    async with serve({"/inner": inner}) as other:
        html = f"""<div style="height:1500px"></div><iframe src="{other.url('/inner', 'localhost')}"></iframe>
            <x-y></x-y><script>document.querySelector('x-y').attachShadow({{mode: 'open'}})
              .innerHTML = '<input id=s>'</script>"""
        async with serve({"/": html}) as site:
            await page.goto(site.url())
            seen = await look(page)
            assert await hands.fill(seen, ref(seen, "i"), "in") == ReadBack(True, "in")
            assert await hands.tick(seen, ref(seen, "t"), True) == ReadBack(True, "on")
            assert await hands.fill(seen, ref(seen, "s"), "shadow") == ReadBack(True, "shadow")
            assert [c.value for c in (await look(page)).map.controls if c.id in ("i", "s")] == ["in", "shadow"]


async def test_dialogs_are_recorded_and_dismissed(page: Page) -> None:
    dialogs = Dialogs(page.context)
    seen = await mapped(page, """<button id=a
        onclick="alert('Hi'); window.said = [confirm('Sure?'), prompt('Name?')]">A</button>""")
    assert (await hands.click(seen, ref(seen, "a"))).ok
    assert await page.evaluate("said") == [False, None]
    assert dialogs.take() == (Said("alert", "Hi"), Said("confirm", "Sure?"), Said("prompt", "Name?"))
    assert dialogs.take() == ()
    dialogs.close()


STILL = """<form><input name=a><input name=b maxlength=3><input name=c type=date><input name=d readonly>
  <input name=e type=password><textarea name=f></textarea></form>"""
WISHES = ("one", "12345", "2026-03-14", "x", "secret", "two\nlines")


async def test_plain_boxes_of_a_still_page_are_filled_at_once_and_every_one_is_read_back(page: Page) -> None:
    await page.goto("data:text/html," + STILL)
    mapped = await look(page)
    refs = [each.ref for each in mapped.map.controls]
    found = await hands.fill_plain(mapped, dict(zip(refs, WISHES, strict=True)))
    assert found == {refs[0]: ReadBack(True, "one"), refs[2]: ReadBack(True, "2026-03-14"),
                     refs[5]: ReadBack(True, "two\nlines")}
    held = await page.evaluate("[...document.querySelectorAll('input,textarea')].map((each) => each.value)")
    assert (held[0], held[2], held[3], held[4], held[5]) == ("one", "2026-03-14", "", "", "two\nlines")
    assert await page.evaluate("document.activeElement === document.body")
    cut = await hands.fill(mapped, refs[1], WISHES[1])
    assert (cut.ok, cut.held, cut.problem) == (False, "", Problem.TOO_LONG)


@pytest.mark.parametrize("more", ["<script>var active</script>", "<p onclick=x()>y", "<iframe></iframe>"])
async def test_boxes_of_a_page_that_could_react_are_filled_one_by_one(page: Page, more: str) -> None:
    await page.goto("data:text/html," + STILL + more)
    mapped = await look(page)
    refs = [each.ref for each in mapped.map.controls]
    assert await hands.fill_plain(mapped, dict(zip(refs, WISHES, strict=True))) == {}
