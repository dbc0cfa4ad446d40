"""Picks a day in the calendar of a field that nobody can type into, as a person would, and reads back what it holds."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from datetime import date

from playwright.async_api import ElementHandle

from agent.browser.page_map import ENGINE, MappedPage
from agent.browser.page_reading import Raw, as_flag, as_text
from agent.browser.read_back import Problem, ReadBack

PATIENCE = 2_000
"""Milliseconds for one press in a calendar."""
OPENING = 1.5
"""Seconds a calendar gets to come on view, or to show another month; scripts fade it in."""
STEP = 0.03
"""Seconds between two looks at it."""
MOST_MONTHS = 150
"""Months turned at most: twelve years. A birthday further back needs a calendar that offers years to choose from."""
LONGEST = 40.0
"""Seconds for one day."""


@dataclass(frozen=True, slots=True)
class _View:
    """A calendar as it stands: the months shown as (year, month), with the days of each that can't be had."""

    months: tuple[tuple[int, int], ...]
    off: tuple[frozenset[int], ...]
    years: frozenset[int]
    forth: bool
    back: bool
    year_box: bool = False


def read_view(raw: Raw) -> tuple[tuple[int, int], ...]:
    """The months on view as (year, month), from whatever the page script answered."""
    items = raw.get("months")
    pairs = [each for each in items if isinstance(each, list) and len(each) == 2] if isinstance(items, list) else []
    return tuple((year, month) for year, month in pairs if type(year) is int and type(month) is int)


def says_the_day(held: str, day: date) -> bool:
    """Whether a field's text can be this day: its figures in any order, a month's name in place of its number."""
    figures = [int(each) for each in re.findall(r"\d{1,4}", held)]
    rest = list(figures)
    for wanted in (day.year, day.day):
        if wanted not in rest and wanted % 100 not in rest:
            return False
        rest.remove(wanted if wanted in rest else wanted % 100)
    return not rest[:1] or day.month in rest or len(figures) > 3


async def pick_day(mapped: MappedPage, ref: int, value: str) -> ReadBack:
    """Opens the calendar of a field, turns to the month of ``value`` (an ISO date) and presses the day.

    REFUSED where the calendar does not offer the day, HIDDEN where none comes on view. Raises as the page does
    (`agent.browser.hands` turns that into a problem).
    """
    day = date.fromisoformat(value)
    element = await mapped.handle(ref)
    if element is None:
        return ReadBack(False, "", Problem.NOT_FOUND)
    await element.click(timeout=PATIENCE, no_wait_after=True)
    if not (await _until(mapped, ref, ())).months:
        return ReadBack(False, "", Problem.HIDDEN)
    try:
        async with asyncio.timeout(LONGEST):
            picked = await _pick(mapped, ref, day)
    except TimeoutError:
        picked = False
    state = await mapped.ask("state", ref)
    if (await _view(mapped, ref)).months:
        await mapped.page.keyboard.press("Escape")
    held = as_text(state, "value", 200)
    if as_flag(state, "gone"):
        return ReadBack(False, "", Problem.NOT_FOUND)
    took = picked and says_the_day(held, day)
    return ReadBack(took, held, None if took else Problem.REFUSED)


async def _pick(mapped: MappedPage, ref: int, day: date) -> bool:
    wanted, typed = (day.year, day.month), False
    for _ in range(MOST_MONTHS):
        view = await _view(mapped, ref)
        if wanted in view.months:
            place = view.months.index(wanted)
            return day.day not in view.off[place] and await _press(mapped, ref, f"day:{place}:{day.day}", accept=True)
        if not view.months:
            return False
        if day.year in view.years and view.months[0][0] != day.year:
            years = await _part(mapped, ref, "years")
            if years is None:
                return False
            await years.select_option(label=str(day.year), timeout=PATIENCE)
        elif view.year_box and view.months[0][0] != day.year and not typed:
            typed = True
            box = await _part(mapped, ref, "year")
            if box is None:
                return False
            await box.fill(str(day.year), timeout=PATIENCE)
            await box.press("Enter")
        elif not await _turn(mapped, ref, view, forth=wanted > view.months[0]):
            return False
        if (await _until(mapped, ref, view.months)).months == view.months:
            return False  # it does not turn
    return False


async def _turn(mapped: MappedPage, ref: int, view: _View, *, forth: bool) -> bool:
    possible = view.forth if forth else view.back
    return possible and await _press(mapped, ref, "next" if forth else "prev")


async def _press(mapped: MappedPage, ref: int, part: str, *, accept: bool = False) -> bool:
    element = await _part(mapped, ref, part)
    if element is None:
        return False
    await element.click(timeout=PATIENCE, no_wait_after=True)
    button = await _part(mapped, ref, "accept") if accept else None
    if button is not None:
        await button.click(timeout=PATIENCE, no_wait_after=True)
    return True


async def _view(mapped: MappedPage, ref: int) -> _View:
    raw = await mapped.ask("calendar", ref)
    months = read_view(raw)
    days, years = raw.get("off"), raw.get("years")
    lists = days if isinstance(days, list) else []
    off = [frozenset(each) if isinstance(each, list) else frozenset() for each in lists]
    return _View(months, tuple((off + [frozenset()] * len(months))[:len(months)]),
                 frozenset(each for each in years if type(each) is int) if isinstance(years, list) else frozenset(),
                 as_flag(raw, "next"), as_flag(raw, "prev"), as_flag(raw, "year_box"))


async def _until(mapped: MappedPage, ref: int, before: tuple[tuple[int, int], ...]) -> _View:
    """Looks until the calendar shows other months than before, or the time is over."""
    clock = asyncio.get_running_loop().time
    end = clock() + OPENING
    while True:
        view = await _view(mapped, ref)
        if (view.months and view.months != before) or clock() > end:
            return view
        await asyncio.sleep(STEP)


async def _part(mapped: MappedPage, ref: int, part: str) -> ElementHandle | None:
    """A part of the calendar on view: ``prev``, ``next``, ``years``, ``accept``, or ``day:place:number``."""
    place = mapped.places.get(ref)
    if place is None:
        return None
    seen = mapped.documents[place.key]
    return await seen.frame.query_selector(f"{ENGINE}=calendar_part:{seen.token}:{place.index}:{part}")
