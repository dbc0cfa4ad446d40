"""Acts on a mapped page as a person would, then reads back what the page holds.

No function here raises for anything a page does: what went wrong is in the `ReadBack`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.async_api import ElementHandle, Position
from playwright.async_api import Error as PlaywrightError

from agent.browser import calendars, lists, stepping
from agent.browser.acting import PATIENCE, Stopped, control_at, element_of, judge, never_raises, ready, state_of
from agent.browser.page import Control, Option
from agent.browser.page_map import MappedPage, look
from agent.browser.page_reading import Raw, as_flag, as_point, as_text
from agent.browser.problems import PageGone, PageUnreadable
from agent.browser.read_back import Problem, ReadBack, fits_wire_form


@never_raises
async def fill(mapped: MappedPage, ref: int, value: str, ending: str | None = None) -> ReadBack:
    """Puts ``value`` into a text-like control and leaves the field, so that the page's validation runs.

    Typed inputs want their wire form (a date as YYYY-MM-DD, a number without grouping); anything else is REFUSED
    rather than changed. Of a value that is too long nothing stays in the field. Where the page made something else of
    a pasted value, it is typed key by key once. With an ``ending`` (it may be empty), the first suggestion that begins
    with ``value`` and ends so is taken, or nothing.
    """
    state, element = await asyncio.gather(ready(mapped, ref, "calm"), mapped.handle(ref))
    if as_flag(state, "picker"):
        return await calendars.pick_day(mapped, ref, value) if fits_wire_form("date", value) and value else ReadBack(
            False, as_text(state, "value", 200), Problem.REFUSED)
    if as_flag(state, "readonly"):
        raise Stopped(Problem.READ_ONLY, as_text(state, "value", 10_000))
    if not fits_wire_form(as_text(state, "type"), value):
        raise Stopped(Problem.REFUSED, as_text(state, "value", 10_000))
    made = as_text(state, "made")
    if made == "segments":
        return await stepping.type_segments(mapped, ref, value)
    if made == "slider":
        return await stepping.slide(mapped, ref, value)
    if as_flag(state, "opens"):
        return await lists.type_in(mapped, ref, value, ending)
    if ending is not None:
        raise Stopped(Problem.REFUSED, as_text(state, "value", 10_000))
    if element is None:
        raise Stopped(Problem.NOT_FOUND)
    await element.fill(value, timeout=PATIENCE)
    outcome = await _left(mapped, ref, value)
    if outcome.problem is Problem.REFUSED and value and "\t" not in value and ("\n" not in value or made == "rich"):
        outcome = await _typed(mapped, ref, value)
    if outcome.problem is not Problem.TOO_LONG:
        return outcome
    await (await element_of(mapped, ref)).fill("", timeout=PATIENCE)  # what was cut must not stand there
    return ReadBack(False, (await _left(mapped, ref, "")).held, Problem.TOO_LONG)


async def fill_plain(mapped: MappedPage, values: Mapping[int, str]) -> dict[int, ReadBack]:
    """Fills the plain text boxes of a still page one after the other, and reads all of them back at once.

    Where nothing can react, a box need not be asked again before the next is filled. Only what is held as it was given
    is in the answer: all else is to be filled by `fill`, which knows what to do about it.
    """
    refs = [ref for ref in values if ref in mapped.places and mapped.places[ref].key == 0]
    if not mapped.still or len(refs) < 2:
        return {}
    try:
        before, elements = await asyncio.gather(_states(mapped, refs), asyncio.gather(*map(mapped.handle, refs)))
        plain = {ref: element for ref, state, element in zip(refs, before, elements, strict=True)
                 if element is not None and _is_plain(state, values[ref])}
        for ref, element in plain.items():
            await element.fill(values[ref], timeout=PATIENCE)
        found = zip(plain, await _states(mapped, list(plain), "leaving"), strict=True) if plain else ()
    except (PageUnreadable, PageGone, PlaywrightError):
        return {}
    outcomes = {ref: judge(values[ref], state) for ref, state in found if not as_flag(state, "gone")}
    return {ref: outcome for ref, outcome in outcomes.items() if outcome.ok}


async def _states(mapped: MappedPage, refs: Sequence[int], leaving: str = "") -> list[Raw]:
    indexes = ",".join(str(mapped.places[ref].index) for ref in refs)
    answer = await mapped.ask_document("states", 0, f"{indexes}:{leaving}")
    states = answer.get("states")
    found = [each for each in states if isinstance(each, dict)] if isinstance(states, list) else []
    if len(found) != len(refs) or not as_flag(answer, "still"):
        raise PageUnreadable("The page changed while it was filled in.")
    return found


def _is_plain(state: Raw, value: str) -> bool:
    """Whether `fill` would do nothing but put the value there."""
    special = ("gone", "picker", "disabled", "readonly", "opens", "made", "secret")
    return (as_flag(state, "visible") and not any(state.get(each) for each in special)
            and fits_wire_form(as_text(state, "type"), value))


async def _typed(mapped: MappedPage, ref: int, value: str) -> ReadBack:
    """Key by key, for fields that make something else of what is pasted."""
    element = await element_of(mapped, ref)
    await element.fill("", timeout=PATIENCE)
    await element.focus()
    for number, line in enumerate(value.split("\n")):
        if number:
            await mapped.page.keyboard.press("Shift+Enter")  # Enter alone sends in some editors
        await mapped.page.keyboard.type(line)
    return await _left(mapped, ref, value)


async def _left(mapped: MappedPage, ref: int, value: str) -> ReadBack:
    """Leaves a field that was typed into; a calendar or list of suggestions that came up is closed first."""
    state = await state_of(mapped, ref, "left")
    opened = as_flag(state, "open")
    if not opened and as_flag(state, "still"):
        return judge(value, state)
    for key in ("Escape", "Tab") if opened else ():
        if not as_flag(await state_of(mapped, ref, "popups"), "open"):
            break
        await mapped.page.keyboard.press(key)
        await asyncio.sleep(lists.STEP)
        if judge(value, await state_of(mapped, ref)).ok:
            continue
        # Escape takes back what was typed: then it is typed again and the field left by Tab, as a date picker wants.
        await (await element_of(mapped, ref)).fill(value, timeout=PATIENCE)
        await mapped.page.keyboard.press("Tab")
        await asyncio.sleep(lists.STEP)
        break
    outcome = judge(value, await state_of(mapped, ref, "blur") if opened else state)
    if opened:  # a date picker may throw away, a moment later, what it could not read
        await asyncio.sleep(lists.FADING / 3)
        outcome = judge(value, await state_of(mapped, ref))
    if as_flag(await state_of(mapped, ref, "popups"), "open"):
        await asyncio.sleep(lists.FADING / 2)
        if as_flag(await state_of(mapped, ref, "popups"), "open"):
            await lists.press_beside(mapped, ref)
            outcome = judge(value, await state_of(mapped, ref, "blur"))
    return outcome


@never_raises
async def choose(mapped: MappedPage, ref: int, index: int) -> ReadBack:
    """Chooses an option (``index`` into the control's options) of a select, radio or checkbox group, or list box."""
    control = control_at(mapped, ref)
    if not 0 <= index < len(control.options):
        raise Stopped(Problem.NOT_FOUND)
    option = control.options[index]
    if control.tag == "select":
        return await _select(mapped, control, index)
    if control.type in ("radio", "checkbox"):
        outcome = await tick(mapped, option.ref, True)
        return ReadBack(outcome.ok, option.label if outcome.ok else "", outcome.problem)
    if control.type == "listbox":
        return await _press_option(mapped, control, option)
    return await lists.pick(mapped, control, index)


async def _select(mapped: MappedPage, control: Control, index: int) -> ReadBack:
    option = control.options[index]
    if option.disabled:
        raise Stopped(Problem.DISABLED)
    state = await ready(mapped, control.ref)
    if as_flag(state, "drawn_anew"):
        return await lists.pick(mapped, control, index)
    element = await element_of(mapped, control.ref)
    chosen = state.get("chosen")
    already = [i for i in chosen if isinstance(i, int)] if control.multiple and isinstance(chosen, list) else []
    await element.select_option(index=sorted({*already, index}), timeout=PATIENCE)
    state = await state_of(mapped, control.ref, "blur")
    held, values = as_text(state, "chosen_text", 5000), state.get("chosen_values")
    if isinstance(values, list) and option.value in values:
        return ReadBack(True, held)
    return ReadBack(False, held, Problem.REFUSED)


async def _press_option(mapped: MappedPage, control: Control, option: Option) -> ReadBack:
    """Presses an option of a list that stands open on the page; what is read back is whether it is selected now."""
    await ready(mapped, control.ref)
    if option.disabled:
        raise Stopped(Problem.DISABLED)
    if not as_flag(await state_of(mapped, option.ref), "picked"):
        await (await element_of(mapped, option.ref)).click(timeout=PATIENCE, no_wait_after=True)
    if as_flag(await state_of(mapped, option.ref), "picked"):
        return ReadBack(True, option.label)
    return ReadBack(False, "", Problem.REFUSED)


@never_raises
async def tick(mapped: MappedPage, ref: int, on: bool) -> ReadBack:
    """Ticks or unticks a checkbox, or ticks a radio; through its label where the page draws that in its place."""
    state = await state_of(mapped, ref)
    if as_flag(state, "checked") == on:
        return _ticked(state, on)
    await ready(mapped, ref)
    way = await state_of(mapped, ref, "touch")
    by = as_text(way, "by")
    if by == "self":
        await (await element_of(mapped, ref)).click(timeout=PATIENCE, no_wait_after=True)
    elif by == "label":
        drawn = await mapped.handle(ref, "drawn")
        if drawn is not None:
            await drawn.click(timeout=PATIENCE, no_wait_after=True)
            if (outcome := await _once_drawn(mapped, ref, on)).ok:
                return outcome
        label = await mapped.label_handle(ref)
        if label is None:
            raise Stopped(Problem.NOT_FOUND)
        x, y = as_point(way.get("point"), 2)
        await label.click(timeout=PATIENCE, no_wait_after=True, position=Position(x=x, y=y))
    else:
        raise Stopped(Problem.COVERED if by == "covered" else Problem.HIDDEN)
    return await _once_drawn(mapped, ref, on)


async def _once_drawn(mapped: MappedPage, ref: int, on: bool) -> ReadBack:
    for _ in range(DRAWN):
        if as_flag(await state_of(mapped, ref), "checked") == on:
            break
        await asyncio.sleep(lists.STEP)
    return _ticked(await state_of(mapped, ref), on)


DRAWN = 15
"""Looks at a box after its press: some components say a moment later that they are ticked."""


def _ticked(state: Raw, on: bool) -> ReadBack:
    checked = as_flag(state, "checked")
    return ReadBack(checked == on, "on" if checked else "off", None if checked == on else Problem.REFUSED)


@never_raises
async def attach(mapped: MappedPage, ref: int, paths: Sequence[Path]) -> ReadBack:
    """Puts files into a file control; what is held are their names."""
    wanted = []
    for path in paths:
        try:
            wanted.append([path.name, path.stat().st_size])
            path.open("rb").close()
        except OSError:
            raise Stopped(Problem.NO_FILE) from None
    state = await state_of(mapped, ref)
    if as_flag(state, "disabled"):
        raise Stopped(Problem.DISABLED)
    await (await element_of(mapped, ref)).set_input_files(list(paths), timeout=PATIENCE)
    state = await mapped.ask("state", ref)
    if as_flag(state, "gone"):  # some draw a fresh control once they took the files, and list them beside it
        shown, names = (await look(mapped.page)).map.text, [path.name for path in paths]
        if not names or not all(name in shown for name in names):
            raise Stopped(Problem.NOT_FOUND)
        return ReadBack(True, ", ".join(names))
    held = as_text(state, "value", 10_000)
    if state.get("files") == wanted:
        return ReadBack(True, held)
    return ReadBack(False, held, Problem.REFUSED)


@never_raises
async def click(mapped: MappedPage, ref: int) -> ReadBack:
    """Presses a button or follows a link, and returns at once: the answer may be held for a long time.

    ``ok`` says that the press was made, not that anything came of it.
    """
    _, element = await asyncio.gather(ready(mapped, ref), mapped.handle(ref))
    if element is None:
        raise Stopped(Problem.NOT_FOUND)
    try:
        await _press(element)
    except PlaywrightError as error:
        if "not stable" not in str(error):
            raise
        await mapped.ask("still", ref)  # it moves without end
        await _press(element)
    return ReadBack(True, "")


async def _press(element: ElementHandle) -> None:
    try:
        await element.click(timeout=PATIENCE, no_wait_after=True)
    except PlaywrightError as error:
        # A press that was made counts as made, even when the page is too busy to say so: it must not be repeated.
        if "performing click action" not in str(error):
            raise


async def still_says(mapped: MappedPage, ref: int) -> bool:
    """Whether a button still bears the words it was chosen for, now that the mouse stands on it."""
    button = next((each for each in mapped.map.buttons if each.ref == ref), None)
    try:
        element = await element_of(mapped, ref)
        await element.hover(timeout=PATIENCE)
        return button is not None and as_text(await state_of(mapped, ref), "drawn") == button.drawn
    except (Stopped, PageUnreadable, PageGone, PlaywrightError):
        return False
