"""Widgets made of other elements, by the patterns of the ARIA guide: found, opened, operated, read back, closed."""

from __future__ import annotations

from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from agent.browser import hands, lists
from agent.browser.page import Control
from agent.browser.page_map import MappedPage, look
from agent.browser.read_back import Problem, ReadBack

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def page(browser: Browser) -> Page:
    """One page for all these tests: each works on a widget of its own."""
    shown = await (await browser.new_context(viewport={"width": 1000, "height": 900})).new_page()
    await shown.set_content(Path(__file__).with_name("widgets.html").read_text("utf-8"))
    return shown


async def seen(page: Page, *names: str) -> MappedPage:
    mapped = await look(page)
    wanted = [c.ref for c in mapped.map.controls if c.popup and (not names or c.id in names)]
    return lists.with_lists(mapped, await lists.reveal(mapped, wanted))


def control(mapped: MappedPage, name: str) -> Control:
    return next(c for c in mapped.map.controls if c.id == name)


def words(found: Control) -> list[str]:
    return [option.label for option in found.options]


async def test_each_widget_is_one_control_with_its_label(page: Page) -> None:
    controls = (await look(page)).map.controls
    assert [(c.id, c.label, c.type, c.role, c.popup) for c in controls if c.type != "hidden"] == [
        ("only", "Club", "combobox", "combobox", True), ("button", "Title", "combobox", "combobox", True),
        ("strict", "Nationality", "text", "combobox", True), ("free", "Employer", "text", "combobox", True),
        ("react", "Country", "text", "combobox", True), ("long", "Postal town", "combobox", "combobox", True),
        ("native", "County", "select-one", "", False), ("still", "Seat", "listbox", "listbox", False),
        ("slider", "Loudness", "range", "slider", False), ("", "Date of birth", "date", "spinbutton", False),
        ("rich", "Notes", "contenteditable", "", False), ("loose", "Colour", "text", "combobox", True),
        ("many", "Languages", "combobox", "combobox", True), ("picker", "Move-in date", "text", "", False),
        ("r1", "How should we write?", "radio", "", False), ("switch", "Paperless", "checkbox", "switch", False),
        ("i", "Why do you move?", "textarea", "", False)]
    by_id = {c.id: c for c in controls}
    assert all(by_id[name].visible and not by_id[name].readonly for name in ("native", "only", "react", "loose"))
    assert [by_id[name].value for name in ("only", "react", "native")] == ["", "", ""]
    assert [by_id[name].name for name in ("button", "react", "native")] == ["title", "land", "county"]
    assert (by_id["slider"].value, by_id["slider"].min, by_id["slider"].max) == ("50", "0", "100")


async def test_lists_are_opened_read_and_closed_again(page: Page) -> None:
    await page.evaluate("keys.length = 0")
    mapped = await seen(page, "only", "strict", "free", "loose", "long", "many")
    assert words(control(mapped, "only")) == ["Leeds", "York City", "York"]
    assert words(control(mapped, "strict")) == ["French", "British", "Irish", "German"]
    assert words(control(mapped, "free")) == []
    assert words(control(mapped, "loose")) == ["Red", "Green", "Blue"]
    assert len(control(mapped, "long").options) == 100
    assert control(mapped, "many").multiple
    assert await page.locator("[role=listbox]:visible").count() == 1  # the one that always stands open
    assert await page.evaluate("[form.elements.length > 0, window.sent || 0]") == [True, 0]
    assert set(await page.evaluate("keys")) <= {"ArrowDown", "Escape", "Tab"}


@pytest.mark.parametrize(("name", "label", "held"), [
    ("only", "York", "York"), ("button", "Ms", "Ms"), ("strict", "Irish", "Irish"),
    ("react", "United Kingdom", "United Kingdom"), ("long", "Town 063", "Town 063"),
    ("native", "Powys", "Powys"), ("still", "Window", "Window"), ("loose", "Green", "Green"),
    ("many", "Welsh", "Welsh"), ("many", "Polish", "Welsh Polish")])
async def test_an_option_is_chosen_and_read_back(page: Page, name: str, label: str, held: str) -> None:
    mapped = await seen(page, name)
    wanted = control(mapped, name)
    assert await hands.choose(mapped, wanted.ref, words(wanted).index(label)) == ReadBack(True, held)
    assert await page.locator("[role=listbox]:visible").count() == 1
    listed = lists.Listed(wanted.options, wanted.multiple)
    again = control(lists.with_lists(await look(page), {wanted.ref: listed}), name)
    assert label in [option.label for option in again.options if option.selected]
    assert await page.evaluate("window.sent || 0") == 0


@pytest.mark.parametrize(("name", "value", "expected"), [
    ("slider", "73", ReadBack(True, "73")), ("", "1986-03-14", ReadBack(True, "1986-03-14")),
    ("rich", "Dear council,\nthe bin is full.", ReadBack(True, "Dear council,\nthe bin is full.")),
    ("free", "Dalgety & Sons", ReadBack(True, "Dalgety & Sons")),
    ("free", "severn trent", ReadBack(True, "Severn Trent", Problem.REFORMATTED)),
    ("strict", "Klingon", ReadBack(False, "Irish", Problem.REFUSED)),
    ("picker", "01/03/2027", ReadBack(True, "01/03/2027"))])
async def test_what_is_typed_or_moved_is_read_back(page: Page, name: str, value: str, expected: ReadBack) -> None:
    mapped = await look(page)
    wanted = next(c for c in mapped.map.controls if c.id == name and (name or c.tag == "segments"))
    assert await hands.fill(mapped, wanted.ref, value) == expected
    assert await page.locator(".my-calendar").count() == 0


async def test_radios_without_a_name_and_switches(page: Page) -> None:
    mapped = await look(page)
    assert words(control(mapped, "r1")) == ["Letter", "Email"]
    assert await hands.choose(mapped, control(mapped, "r1").ref, 1) == ReadBack(True, "Email")
    assert await hands.tick(mapped, control(mapped, "switch").ref, True) == ReadBack(True, "on")


async def test_a_list_button_that_would_send_is_never_pressed(page: Page) -> None:
    await page.evaluate("document.getElementById('button').removeAttribute('type')")
    mapped = await seen(page, "button")
    assert words(control(mapped, "button")) == ["Mr", "Mrs", "Ms", "Dr"]
    assert await page.evaluate("window.sent || 0") == 0


SUGGESTING = """<input id=city class=ui-autocomplete-input><ul class=ui-autocomplete style="display:none"></ul><script>
  const all = ['Chicago, IL (CHI)', 'Chico, CA (CIC)', 'Canada', 'Cannes', 'New York'];
  const box = city, list = box.nextSibling;
  box.oninput = () => setTimeout(() => { const said = box.value.toLowerCase();
    const found = all.filter((each) => said && each.toLowerCase().includes(said));
    list.innerHTML = found.map((each) => `<li>${each}</li>`).join(''); list.style.display = found.length ? '' : 'none';
    for (const one of list.children) one.onclick = () => { box.value = one.textContent; list.style.display = 'none'; };
  }, 300);
  list.onmousedown = (e) => e.preventDefault();
  box.onkeydown = (e) => { if (e.key === 'Escape') list.style.display = 'none'; };
  box.onblur = () => { list.style.display = 'none'; };
</script>"""


@pytest.mark.parametrize(("value", "ending", "held", "ok"), [
    ("CHI", None, "Chicago, IL (CHI)", True), ("Chic", None, "Chic", True),
    ("York", None, "York", True), ("Chicago", None, "Chicago, IL (CHI)", True), ("Can", "ada", "Canada", True),
    ("Can", "", "Canada", True), ("Can", "zz", "", False)])
async def test_a_suggestion_is_taken_where_only_it_holds_the_words_or_is_written_so(
        browser: Browser, value: str, ending: str | None, held: str, ok: bool) -> None:
    context = await browser.new_context()
    shown = await context.new_page()
    await shown.set_content(SUGGESTING)
    mapped = await look(shown)
    outcome = await hands.fill(mapped, control(mapped, "city").ref, value, ending)
    assert (outcome.ok, outcome.held, await shown.input_value("#city")) == (ok, held, held)
    await context.close()


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def parts(browser: Browser) -> Page:
    """One page of what component libraries do around a real control."""
    shown = await (await browser.new_context(viewport={"width": 1000, "height": 900})).new_page()
    await shown.set_content(Path(__file__).with_name("components.html").read_text("utf-8"))
    return shown


async def test_a_control_veiled_by_what_is_drawn_for_it_is_seen_and_a_trap_is_not(parts: Page) -> None:
    mapped = await look(parts)
    names = ("veiled", "unnamed", "trap", "over", "thumb")
    assert [control(mapped, name).visible for name in names] == [True, False, False, True, True]
    assert (await hands.fill(mapped, control(mapped, "veiled").ref, "Ada")).ok
    assert (await hands.fill(mapped, control(mapped, "thumb").ref, "12")).ok
    assert await hands.tick(mapped, control(mapped, "over").ref, True) == ReadBack(True, "on")
    assert (await hands.fill(mapped, control(mapped, "trap").ref, "x")).problem is Problem.HIDDEN


async def test_a_box_within_a_box_is_one_and_a_shared_id_names_the_nearest(parts: Page) -> None:
    mapped = await look(parts)
    assert [c.id for c in mapped.map.controls if c.label == "Tuesday"] == ["nested"]
    assert [(c.label, words(c), c.required) for c in mapped.map.controls if c.id == "email"] == [
        ("Email address", [], True), ("Contact", ["By email", "By post"], False)]
    assert (control(mapped, "any").label, control(mapped, "any").required) == ("Which days?", True)
    assert (control(mapped, "icon").label, control(mapped, "icon").required) == ("Colour", True)


@pytest.mark.parametrize(("name", "on"), [("nested", True), ("twice", False), ("late", True)])
async def test_a_box_is_moved_as_its_component_wants_it(parts: Page, name: str, on: bool) -> None:
    mapped = await look(parts)
    assert await hands.tick(mapped, control(mapped, name).ref, on) == ReadBack(True, "on" if on else "off")


@pytest.mark.parametrize(("name", "offered", "label"), [
    ("away", ["Mr", "Mrs", "Ms"], "Ms"), ("hint", ["Kent", "Essex"], "Essex")])
async def test_lists_in_other_roots_and_values_where_the_hint_was(
        parts: Page, name: str, offered: list[str], label: str) -> None:
    mapped = await seen(parts, name)
    assert (words(control(mapped, name)), control(mapped, name).value) == (offered, "")
    place = words(control(mapped, name)).index(label)
    assert await hands.choose(mapped, control(mapped, name).ref, place) == ReadBack(True, label)
    assert control(await look(parts), name).value == label
    assert await parts.locator("[role=option]:visible").count() == 0


async def test_a_calendar_turns_by_its_box_for_the_year(parts: Page) -> None:
    mapped = await look(parts)
    assert (control(mapped, "born").type, control(mapped, "own").type) == ("date", "text")
    assert await hands.fill(mapped, control(mapped, "born").ref, "1986-03-14") == ReadBack(True, "14 March 1986")
    assert control(await look(parts), "born").type == "date"


async def test_what_goes_only_by_a_press_elsewhere_is_closed(parts: Page) -> None:
    mapped = await look(parts)
    assert await hands.fill(mapped, control(mapped, "sticky").ref, "Ada") == ReadBack(True, "Ada")
    assert await parts.locator("#sheet").is_hidden()


async def test_a_file_control_drawn_anew_once_it_took_the_file(parts: Page, tmp_path: Path) -> None:
    (tmp_path / "proof.png").write_bytes(b"x")
    mapped = await look(parts)
    taken = await hands.attach(mapped, control(mapped, "upload").ref, [tmp_path / "proof.png"])
    assert taken == ReadBack(True, "proof.png")
