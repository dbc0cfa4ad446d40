"""Pictures beside the sheet: what they show, and that they leave no mark."""

from __future__ import annotations

import base64
import stat
import struct
from pathlib import Path

import pytest
from playwright.async_api import Page

from agent.browser.evidence import TALLEST, picture, picture_of_page
from agent.browser.page_map import look
from agent.browser.problems import PictureFailed
from tests.browser.site import serve

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def size(path: Path) -> tuple[int, int]:
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def encoded(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode()


async def pixel(page: Page, path: Path, x: float, y: float) -> list[int]:
    """Reads one pixel of a PNG with the browser itself."""
    data = encoded(path)
    blank = await page.context.new_page()
    colour: list[int] = await blank.evaluate("""async ([data, x, y]) => {
        const image = new Image(); image.src = 'data:image/png;base64,' + data; await image.decode();
        const canvas = document.createElement('canvas'); canvas.width = image.width; canvas.height = image.height;
        const context = canvas.getContext('2d'); context.drawImage(image, 0, 0);
        return [...context.getImageData(x, y, 1, 1).data]; }""", [data, x, y])
    await blank.close()
    return colour


HTML = """<body style="margin:0"><div style="height:1600px"></div>
  <input id=a style="margin:20px; color: red"><input id=b value=x>
  <input type=radio name=r value=1><input type=radio name=r value=2>
  <input type=password id=p value=hunter2 style="font-size:30px">
  <iframe srcdoc="<body style='margin:0'><input style='margin:9px;width:80px'>"
    style="display:block;border:0;margin:0"></iframe>"""
PINK = [194, 24, 91, 255]


async def test_the_given_controls_are_outlined_and_the_page_stays_as_it_was(page: Page, tmp_path: Path) -> None:
    await page.set_content(HTML)
    await page.frames[1].wait_for_selector("input")
    seen = await look(page)
    before = await page.content()
    a, _, radios, _, framed = seen.map.controls
    boxes = dict(await picture(seen, [a.ref, radios.ref, framed.ref, 999], tmp_path / "p.png"))
    assert await page.content() == before
    assert boxes == {c.ref: pytest.approx(c.box) for c in (a, radios, framed)}
    assert stat.S_IMODE((tmp_path / "p.png").stat().st_mode) == 0o600
    assert size(tmp_path / "p.png")[1] > 1600
    for x, y, _width, _height in (a.box, framed.box):
        assert await pixel(page, tmp_path / "p.png", x - 4, y + 4) == PINK


async def test_passwords_are_blanked_even_when_the_page_shows_them(page: Page, tmp_path: Path) -> None:
    await page.set_content("<body style='margin:0'><input type=password id=p value=MMMMMM "
                           "style='font-size:40px;border:0;margin:0'>")
    await look(page)
    await page.evaluate("document.getElementById('p').type = 'text'")
    await picture_of_page(page, tmp_path / "p.png")
    shown = {tuple(await pixel(page, tmp_path / "p.png", x, 25)) for x in range(2, 120, 9)}
    assert shown == {(255, 255, 255, 255)}
    assert "style" in (await page.content())


async def test_very_tall_pages_are_cut(page: Page, tmp_path: Path) -> None:
    await page.set_content("<div style='height:30000px'>x</div>")
    await picture_of_page(page, tmp_path / "p.png")
    assert size(tmp_path / "p.png")[1] == TALLEST


async def test_marks_are_taken_back_under_a_strict_policy(page: Page, tmp_path: Path) -> None:
    strict = {"Content-Security-Policy": "default-src 'none'"}
    async with serve({"/": "<input id=a><input id=b>"}, headers=strict) as site:
        await page.goto(site.url())
        await page.evaluate("document.getElementById('b').style.color = 'blue'")
        before = await page.content()
        seen = await look(page)
        await picture(seen, [c.ref for c in seen.map.controls], tmp_path / "p.png")
        assert await page.content() == before


async def test_a_picture_that_cannot_be_made_says_so(page: Page, tmp_path: Path) -> None:
    await page.set_content("<input>")
    seen = await look(page)
    with pytest.raises(PictureFailed):
        await picture(seen, [], tmp_path / "none" / "p.png")
    await page.goto("data:text/html,other")
    with pytest.raises(PictureFailed):
        await picture(seen, [], tmp_path / "p.png")
    await page.close()
    with pytest.raises(PictureFailed):
        await picture_of_page(page, tmp_path / "p.png")


async def test_a_choice_that_its_label_draws_is_outlined_with_its_box(page: Page, tmp_path: Path) -> None:
    await page.set_content("""<style>.item { position: relative; padding-left: 40px }
        .item input { position: absolute; left: 0; opacity: 0; width: 40px; height: 40px }
        .item label::before { content: ''; position: absolute; left: 0; width: 36px; height: 36px; border: 2px solid }
        </style><fieldset><legend>How?</legend>
        <div class=item><input id=a type=radio name=how><label for=a>Email</label></div>
        <div class=item><input id=b type=radio name=how><label for=b>Phone</label></div></fieldset>""")
    seen = await look(page)
    ((_, box),) = await picture(seen, [seen.map.controls[0].ref], tmp_path / "x.png")
    left = await page.evaluate("document.querySelector('.item').getBoundingClientRect().left")
    assert box[0] == left
