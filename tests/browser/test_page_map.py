"""What look() finds on pages, ordinary and odd."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.async_api import Page

from agent.browser.page import Control, PageMap
from agent.browser.page_map import look
from tests.browser.site import serve

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def mapped(page: Page, html: str) -> PageMap:
    await page.set_content(html)
    return (await look(page)).map


def by_id(page_map: PageMap) -> dict[str, Control]:
    return {c.id: c for c in page_map.controls}


async def test_every_control_of_the_development_pages_is_found_and_labelled(
        page: Page, admin_pages: list[Path]) -> None:
    missing, nameless, wrong_sight, total = [], [], [], 0
    for file in admin_pages:
        await page.goto(file.as_uri())
        controls = (await look(page)).map.controls
        found = {c.id: c for c in controls} | {o.id: c for c in controls for o in c.options if o.id}
        for truth in json.loads(file.with_suffix(".json").read_text("utf-8"))["controls"]:
            for name in truth.get("ids") or [truth["id"]]:
                total += 1
                control = found.get(name)
                if control is None:
                    missing.append(name)
                    continue
                if not (control.label or control.legend or control.placeholder or control.options):
                    nameless.append(name)
                if control.visible == bool(truth.get("hidden")):
                    wrong_sight.append(name)
    assert (missing, nameless, wrong_sight) == ([], [], []), f"of {total}"


async def test_labels_come_without_the_text_of_the_controls_in_them(page: Page) -> None:
    controls = by_id(await mapped(page, """
        <label>Country <select id=a><option>France<option>Spain</select></label>
        <label for=b>Your <b>name</b></label><input id=b>
        <span id=s1>Meter</span> <span id=s2>reading</span><input id=c aria-labelledby="s1 s2">
        <input id=d aria-label="Postcode"> <input id=e title="Phone" placeholder="+44">
        <table><tr><td>Licence plate</td><td><input id=f></td></tr></table>
        <p>Date of birth: <input id=g size=2> / <input id=h size=2></p>
        <label class=error for=i>This field is required</label><label for=i>Town</label><input id=i>"""))
    assert [controls[k].label for k in "abcdefg"] == [
        "Country", "Your name", "Meter reading", "Postcode", "Phone", "Licence plate", "Date of birth:"]
    assert controls["e"].placeholder == "+44"
    assert controls["h"].label == ""
    assert controls["i"].label == "Town"


async def test_radios_of_one_name_and_form_are_one_control(page: Page) -> None:
    page_map = await mapped(page, """
        <form><fieldset><legend><h2>Payment</h2></legend>
          <input type=radio name=pay id=p1 value=card checked><label for=p1>Card</label>
          <label><input type=radio name=pay id=p2 value=dd> Direct debit</label></fieldset>
          <input type=checkbox name=day value=mon id=m> Monday <input type=checkbox name=day value=tue checked> Tuesday
          <input type=checkbox name=terms id=t value=yes><label for=t>I agree</label></form>
        <form><div>Card? <input type=radio name=pay value=y> yes <input type=radio name=pay value=n> no</div></form>""")
    pay, days, terms, other = page_map.controls
    assert (pay.type, pay.label, pay.legend, pay.heading, pay.value, pay.default) == (
        "radio", "Payment", "Payment", "Payment", "card", "card")
    assert [(o.label, o.selected, o.id) for o in pay.options] == [("Card", True, "p1"), ("Direct debit", False, "p2")]
    assert days.type == "checkbox"
    assert [(o.label, o.selected) for o in days.options] == [("Monday", False), ("Tuesday", True)]
    assert (terms.label, terms.checked, terms.value, terms.options) == ("I agree", False, "yes", ())
    assert (other.label, [o.label for o in other.options], other.form) == ("Card?", ["yes", "no"], 1)
    refs = [pay.ref, days.ref, terms.ref, other.ref, *(o.ref for c in page_map.controls for o in c.options)]
    assert len(set(refs)) == len(refs)


async def test_a_star_means_required_and_is_no_part_of_the_label(page: Page) -> None:
    (control,) = (await mapped(page, "<label for=a>Town <abbr title=required>*</abbr></label><input id=a>")).controls
    assert (control.label, control.required) == ("Town", True)


async def test_parts_of_a_date_share_the_hint_and_error_of_their_group(page: Page) -> None:
    page_map = await mapped(page, """<fieldset aria-describedby="h e"><legend>Date of birth</legend>
        <div id=h>For example, 27 3 2007</div><p id=e class=govuk-error-message>Date of birth must be in the past</p>
        <label for=d>Day</label><input id=d><label for=m>Month</label><input id=m></fieldset>""")
    assert {(c.hint, c.error, c.legend) for c in page_map.controls} == {
        ("For example, 27 3 2007", "Date of birth must be in the past", "Date of birth")}


async def test_hints_errors_and_defaults_are_told_apart(page: Page) -> None:
    page_map = await mapped(page, """
        <div role=alert class=error-summary><h2>There is a problem</h2><ul><li>Enter a postcode</li></ul></div>
        <div role=alert class="alert alert-success">Saved</div>
        <div class=group><label for=p>Postcode</label><span id=h>Like AB1 2CD</span>
          <p id=e class=govuk-error-message>Enter a postcode</p><input id=p aria-describedby="h e" value=X></div>
        <div><label for=n>Number</label><input id=n maxlength=5 pattern="\\d+" inputmode=numeric required>
          <small>On your bill</small></div>
        <select id=s><option value=a>A<option value=b selected>B</select>""")
    controls = by_id(page_map)
    assert (controls["p"].hint, controls["p"].error) == ("Like AB1 2CD", "Enter a postcode")
    n = controls["n"]
    assert (n.hint, n.error, n.maxlength, n.pattern, n.inputmode, n.required) == (
        "On your bill", "", 5, r"\d+", "numeric", True)
    await page.fill("#p", "Y")
    await page.select_option("#s", "a")
    now = by_id((await look(page)).map)
    assert [(now[i].value, now[i].default) for i in "ps"] == [("Y", "X"), ("a", "b")]
    assert [(o.selected, o.default) for o in now["s"].options] == [(True, False), (False, True)]
    assert page_map.errors == ("Enter a postcode",)


HIDDEN = {
    "hidden": "<input type=hidden id=x value=t>", "display": "<div style='display:none'><input id=x></div>",
    "visibility": "<input id=x style='visibility:hidden'>", "opacity": "<div style='opacity:0'><input id=x></div>",
    "offpage": "<div style='position:absolute;left:-9999px'><label for=x>Fax</label><input id=x></div>",
    "clip": "<div style='position:absolute;clip:rect(0,0,0,0);overflow:hidden'><input id=x></div>",
    "collapsed": "<div style='height:0;overflow:hidden'><input id=x></div>",
    "aria": "<div aria-hidden=true><label for=x>Site</label><input id=x></div>",
    "radio": "<div style='display:none'><input type=checkbox id=x><label for=x>Yes</label></div>",
}
SHOWN = {
    "plain": "<input id=x>",
    "styled": "<div style='position:relative'><input type=checkbox id=x style='opacity:0;position:absolute'>"
              "<label for=x>Yes</label></div>",
    "uswds": "<input type=radio id=x style='position:absolute;left:-999em'><label for=x>Yes</label>",
    "file": "<label for=x>Choose</label><input type=file id=x style='display:none'>",
    "scrolled": "<div style='height:50px;overflow:auto'><div style='height:900px'></div><input id=x></div>",
    "below": "<div style='height:5000px'></div><input id=x>",
}


@pytest.mark.parametrize("name", HIDDEN)
async def test_what_a_person_cannot_see_is_listed_as_not_visible(page: Page, name: str) -> None:
    (control,) = (await mapped(page, HIDDEN[name])).controls
    assert not control.visible


@pytest.mark.parametrize("name", SHOWN)
async def test_what_a_person_sees_is_visible(page: Page, name: str) -> None:
    (control,) = (await mapped(page, SHOWN[name])).controls
    assert control.visible
    assert control.box[2] > 1


async def test_passwords_never_leave_the_page_script(page: Page) -> None:
    page_map = await mapped(page, "<input type=password id=p value=hunter2>"
                                  "<input id=q autocomplete=new-password value=hunter2>")
    assert "hunter2" not in repr(page_map)
    await page.evaluate("document.getElementById('p').type = 'text'")
    assert "hunter2" not in repr((await look(page)).map)


async def test_custom_widgets_are_listed(page: Page) -> None:
    page_map = await mapped(page, """
        <div role=radiogroup aria-label=Size><span role=radio aria-checked=true tabindex=0>S</span>
          <span role=radio aria-checked=false tabindex=0>M</span></div>
        <div role=switch aria-checked=false aria-label="Paperless" tabindex=0>o</div>
        <div contenteditable aria-label=Message>Hi</div>
        <label for=c>Club</label><button id=c role=combobox aria-controls=l>Pick</button>
        <ul role=listbox id=l hidden><li role=option>Leeds<li role=option>York</ul>""")
    kinds = [(c.type, c.role, c.label, c.value, [o.label for o in c.options]) for c in page_map.controls]
    assert kinds == [
        ("radio", "radio", "Size", "S", ["S", "M"]), ("checkbox", "switch", "Paperless", "Paperless", []),
        ("contenteditable", "", "Message", "Hi", []), ("combobox", "combobox", "Club", "Pick", ["Leeds", "York"])]


async def test_buttons_links_and_forms(page: Page) -> None:
    html = """<form id=f method=post action=/send enctype=multipart/form-data>
          <input name=action><input name=id><input name=method><input name=attributes><input name=getAttribute>
          <button name=go value=1>Send <b>now</b></button><input type=submit><input type=image alt=Go src=data:,>
          <div role=button aria-label=Close></div></form>
        <a href=/start role=button>Start</a><a href="mailto:a@b.example">Mail</a><a href="javascript:void 0">No</a>"""
    async with serve({"/": html}) as site:
        await page.goto(site.url())
        page_map = (await look(page)).map
        assert page_map.forms[0].action == site.url("/send")
        assert (page_map.forms[0].id, page_map.forms[0].method, page_map.forms[0].enctype) == (
            "f", "post", "multipart/form-data")
        assert [(b.type, b.text, b.form) for b in page_map.buttons] == [
            ("submit", "Send now", 0), ("submit", "Submit", 0), ("image", "Go", 0), ("button", "Close", 0),
            ("button", "Start", -1)]
        assert [(link.text, link.href) for link in page_map.links] == [("Start", site.url("/start"))]
        assert all(c.form == 0 for c in page_map.controls)


async def test_frames_and_shadow_roots_stand_in_document_order(page: Page) -> None:
    async with serve({"/inner": "<h2>Inner</h2><label>In frame <input id=inner></label>"}) as other:
        frame = other.url("/inner", "localhost")
        html = f"""<body style="margin:0"><h1>Outer</h1><label>First <input id=first></label>
            <iframe id=far src="{frame}" style="border:5px solid;margin:0;display:block"></iframe>
            <x-field></x-field><iframe srcdoc="<label>Doc <input id=doc></label>"></iframe>
            <iframe src="{frame}" style="display:none"></iframe><label>Last <input id=last></label>
            <script>document.querySelector('x-field').attachShadow({{mode: 'open'}}).innerHTML =
              '<label>Shadow <input id=shadow></label>'</script>"""
        async with serve({"/": html}) as site:
            await page.goto(site.url())
            seen = await look(page)
            controls = seen.map.controls
            assert [(c.id, c.label, c.frame, c.visible) for c in controls] == [
                ("first", "First", 0, True), ("inner", "In frame", 1, True), ("shadow", "Shadow", 0, True),
                ("doc", "Doc", 2, True), ("inner", "In frame", 3, False), ("last", "Last", 0, True)]
            assert seen.map.frames[:3] == (site.url(), frame, "about:srcdoc")
            inner = controls[1]
            assert (inner.heading, controls[3].heading) == ("Inner", "Outer")
            assert await seen.handle(inner.ref) is not None


async def test_boxes_in_frames_are_page_coordinates(page: Page) -> None:
    inner = "<style>body{margin:0;height:2000px}input{position:absolute;left:100px;top:50px;width:60px;height:30px;" \
            "margin:0;border:0}</style><input>"
    async with serve({"/inner": inner}) as other:
        outer = "<body style='margin:0'><div style='height:3000px'></div>" \
                f"<iframe src='{other.url('/inner', 'localhost')}' " \
                "style='border:5px solid;padding:2px;display:block'></iframe>"
        async with serve({"/": outer}) as site:
            await page.goto(site.url())
            await page.evaluate("scrollTo(0, 400)")
            (control,) = (await look(page)).map.controls
            assert control.box == (107, 3057, 60, 30)


HOSTILE = """<script>
  const lie = () => { throw new Error('no'); };
  Array.prototype.map = lie; Array.prototype.push = lie; Array.prototype.filter = lie;
  JSON.stringify = () => '{"controls":1}';
  JSON.parse = lie; Object.keys = lie; Object.entries = lie; Map.prototype.get = lie; Set.prototype.has = lie;
  Document.prototype.querySelectorAll = lie; Element.prototype.querySelectorAll = lie;
  Element.prototype.getAttribute = () => 'lie'; Element.prototype.getBoundingClientRect = lie;
  for (const name of ['innerText', 'hidden', 'title']) Object.defineProperty(HTMLElement.prototype, name, { get: lie });
  for (const name of ['value', 'type', 'labels', 'name'])
    Object.defineProperty(HTMLInputElement.prototype, name, { get: lie });
  Object.defineProperty(Node.prototype, 'textContent', { get: () => 'lie', set: lie });
  Object.defineProperty(Node.prototype, 'isConnected', { get: () => false });
  window.getComputedStyle = lie; window.eval = lie;
</script>"""


async def test_a_page_that_overrides_everything_changes_nothing(page: Page) -> None:
    form = """<form><label for=a>Name</label><input id=a value=Ada><img name=querySelectorAll><input name=nodeType>
        <input name=firstChild></form><form name=body></form><img name=documentElement>"""
    async with serve({"/good": form, "/bad": HOSTILE + form},
                     headers={"Content-Security-Policy": "default-src 'none'; script-src 'unsafe-inline'"}) as site:
        await page.goto(site.url("/good"))
        good = (await look(page)).map
        await page.goto(site.url("/bad"))
        bad = (await look(page)).map
        assert good.controls == bad.controls
        assert (bad.controls[0].label, bad.controls[0].value) == ("Name", "Ada")


async def test_a_huge_page_is_cut_to_the_promised_lengths(page: Page) -> None:
    await page.set_content("<div id=d></div>")
    await page.evaluate("""() => { const d = document.getElementById('d');
        d.innerHTML = `<label>${'x'.repeat(5000)}<input id=a value="${'v'.repeat(50000)}"></label><select id=s>` +
          '<option>o</option>'.repeat(700) + '</select>' + '<input>'.repeat(2500) +
          '<a href="https://a.example/">l</a>'.repeat(2500) +
          '<div>'.repeat(3000) + 'deep' + '</div>'.repeat(3000) + '<p>word</p>'.repeat(9000); }""")
    seen = await look(page)
    first, choice = seen.map.controls[:2]
    assert (len(first.label), len(first.value)) == (500, 10_000)
    assert (len(choice.options), seen.option_totals[choice.ref]) == (700, 700)
    assert (len(seen.map.controls), len(seen.map.links), len(seen.map.text)) == (2000, 2000, 20_000)


async def test_a_name_behind_its_field_is_taken_where_a_wrapper_holds_nothing_else(page: Page) -> None:
    controls = by_id(await mapped(page, """<div><div><input id=a><div>Genre</div></div>
        <div><input id=b><div>Director</div></div><div><input id=c><div class=hint>Four digits</div></div>
        <div><input id=d> <input id=e><div>Both</div></div><div><div>Year</div><input id=f><div>of issue</div></div>
        <div><input id=g><p>Must be unique.</p></div></div>"""))
    assert [controls[k].label for k in "abcdefg"] == ["Genre", "Director", "", "", "", "Year", ""]


@pytest.mark.parametrize(("html", "texts"), [
    ("<input><div style='cursor:pointer'>Submit</div>", ["Submit"]),
    ("<input><div style='cursor:pointer'><span>Search</span></div>", ["Search"]),
    ("<input><div style='cursor:pointer'>Submit</div><button>Send</button>", ["Send"]),
    ("<input><label style='cursor:pointer'><span>Name</span></label><div style='cursor:pointer'>"
     "<a href='/x'>More</a></div><div style='cursor:pointer'>+</div><div "
     "style='cursor:pointer;display:none'>Gone</div>", []),
])
async def test_what_is_only_drawn_as_a_button_counts_where_the_page_has_none(
        page: Page, html: str, texts: list[str]) -> None:
    assert [each.text for each in (await mapped(page, html)).buttons if each.visible] == texts


async def test_a_slider_without_a_role_holds_the_one_number_shown_beside_it(page: Page) -> None:
    handle = "<div class=ui-slider><span class=ui-slider-handle tabindex=0>&nbsp;</span></div>"
    found = await mapped(page, f"<div>{handle}<p>-3</p></div><div>{handle}<p>3</p><p>4</p></div><div>{handle}</div>")
    assert [(each.type, each.value) for each in found.controls] == [("range", "-3"), ("range", ""), ("range", "")]


async def test_looking_leaves_no_trace_in_the_page(page: Page) -> None:
    await page.set_content("<form><label>A <input></label></form>")
    await page.evaluate("""() => { window.changes = 0;
        new MutationObserver((list) => { window.changes += list.length; })
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true }); }""")
    before = await page.evaluate("Object.getOwnPropertyNames(window).length")
    await look(page)
    assert await page.evaluate("[window.changes, Object.getOwnPropertyNames(window).length]") == [0, before]


async def test_a_ref_is_gone_once_the_page_moved_on(page: Page) -> None:
    await page.set_content("<input id=a>")
    seen = await look(page)
    ref = seen.map.controls[0].ref
    assert await seen.handle(ref) is not None
    await page.set_content("<input id=a>")
    assert await seen.handle(ref) is None
    assert await seen.ask("state", ref) == {"gone": True}


async def test_text_is_what_a_person_reads(page: Page) -> None:
    page_map = await mapped(page, """<h1>Thank you</h1><p>Reference <span style="display:block">ABC-123</span></p>
        <p hidden>secret</p><script>var x = 'code'</script><div style="opacity:0">clear</div>
        <select><option>opt</select>
        <textarea>typed</textarea><p style="visibility:hidden">unseen<b style="visibility:visible">seen</b></p>""")
    assert page_map.text.split("\n") == ["Thank you", "Reference", "ABC-123", "seen"]


async def test_a_file_control_put_away_behind_a_button_is_visible_with_its_label(page: Page) -> None:
    controls = by_id(await mapped(page, """<form><input name=a>
        <div><label id=l for=b>Your photo</label><div><input id=f type=file name=photo hidden aria-hidden=true>
          <button id=b type=button aria-labelledby="l b">Choose file</button></div></div>
        <div><input id=shut type=file hidden><button type=button hidden>Choose</button></div>
        <div><input id=send type=file hidden><button>Send</button></div>
        <input id=bare type=file hidden></form>"""))
    assert (controls["f"].visible, controls["f"].label) == (True, "Your photo")
    assert controls["f"].box[2] > 50
    assert not any(controls[name].visible for name in ("shut", "send", "bare"))
