"""Acts on a mapped page as a person would, then reads back what the page holds.

No function here raises for anything a page does: what went wrong is in the `ReadBack`.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec

from playwright.async_api import ElementHandle, Position
from playwright.async_api import Error as PlaywrightError

from agent.browser import calendars
from agent.browser.page import Control, Option
from agent.browser.page_map import MappedPage
from agent.browser.page_reading import Raw, as_flag, as_number, as_point, as_text
from agent.browser.problems import PageGone, PageUnreadable
from agent.browser.read_back import Problem, ReadBack, fits_wire_form, judge_secret, judge_text

PATIENCE = 4_000
"""Milliseconds one act may take before it is called a problem."""

P = ParamSpec("P")
_Act = Callable[Concatenate[MappedPage, int, P], Coroutine[Any, Any, ReadBack]]

# Playwright tells apart what stopped an act only in its message. Checked against 1.65.
_REASONS = (
    ("intercepts pointer events", Problem.COVERED),
    ("not attached", Problem.NOT_FOUND),
    ("not connected", Problem.NOT_FOUND),
    ("detached", Problem.NOT_FOUND),
    ("not enabled", Problem.DISABLED),
    ("not editable", Problem.READ_ONLY),
    ("not visible", Problem.HIDDEN),
    ("outside of the viewport", Problem.HIDDEN),
    ("has been closed", Problem.NOT_FOUND),
    ("Timeout", Problem.TIMEOUT),
)


class _Stopped(Exception):
    """Carries an outcome out of the steps of an act; no caller ever meets it."""

    def __init__(self, problem: Problem, held: str = "") -> None:
        super().__init__(problem.value)
        self.outcome = ReadBack(False, held, problem)


def _reason(error: PlaywrightError) -> Problem:
    text = str(error)
    return next((problem for words, problem in _REASONS if words in text), Problem.REFUSED)


def _never_raises(act: _Act[P]) -> _Act[P]:
    @wraps(act)
    async def guarded(mapped: MappedPage, ref: int, /, *args: P.args, **kwargs: P.kwargs) -> ReadBack:
        try:
            return await act(mapped, ref, *args, **kwargs)
        except _Stopped as stopped:
            return stopped.outcome
        except PageUnreadable:
            return ReadBack(False, "", Problem.TIMEOUT)
        except PageGone:
            return ReadBack(False, "", Problem.NOT_FOUND)
        except PlaywrightError as error:
            return ReadBack(False, "", _reason(error))

    return guarded


async def _state(mapped: MappedPage, ref: int, verb: str = "state") -> Raw:
    state = await mapped.ask(verb, ref)
    if as_flag(state, "gone"):
        raise _Stopped(Problem.NOT_FOUND)
    return state


async def _ready(mapped: MappedPage, ref: int) -> Raw:
    state = await _state(mapped, ref)
    held = as_text(state, "value", 10_000)
    if as_flag(state, "disabled"):
        raise _Stopped(Problem.DISABLED, held)
    if not as_flag(state, "visible"):
        raise _Stopped(Problem.HIDDEN, held)
    return state


async def _element(mapped: MappedPage, ref: int) -> ElementHandle:
    element = await mapped.handle(ref)
    if element is None:
        raise _Stopped(Problem.NOT_FOUND)
    return element


def _control(mapped: MappedPage, ref: int) -> Control:
    control = next((c for c in mapped.map.controls if c.ref == ref), None)
    if control is None:
        raise _Stopped(Problem.NOT_FOUND)
    return control


def _judge(value: str, state: Raw) -> ReadBack:
    if as_flag(state, "secret"):
        return judge_secret(value, as_number(state, "length"))
    return judge_text(value, as_text(state, "value", 100_000), as_number(state, "maxlength"))


@_never_raises
async def fill(mapped: MappedPage, ref: int, value: str) -> ReadBack:
    """Puts ``value`` into a text-like control and leaves the field, so that the page's validation runs.

    Typed inputs want their wire form (a date as YYYY-MM-DD, a number without grouping); anything else is REFUSED
    rather than changed. Where the page made something else of a pasted value, it is typed key by key once.
    """
    state = await _ready(mapped, ref)
    if as_flag(state, "picker"):
        return await calendars.pick_day(mapped, ref, value) if fits_wire_form("date", value) and value else ReadBack(
            False, as_text(state, "value", 200), Problem.REFUSED)
    if as_flag(state, "readonly"):
        raise _Stopped(Problem.READ_ONLY, as_text(state, "value", 10_000))
    if not fits_wire_form(as_text(state, "type"), value):
        raise _Stopped(Problem.REFUSED, as_text(state, "value", 10_000))
    element = await _element(mapped, ref)
    await element.fill(value, timeout=PATIENCE)
    outcome = _judge(value, await _state(mapped, ref, "blur"))
    if outcome.problem is not Problem.REFUSED or not value or "\n" in value or "\t" in value:
        return outcome
    await element.fill("", timeout=PATIENCE)
    await element.focus()
    await mapped.page.keyboard.type(value)
    return _judge(value, await _state(mapped, ref, "blur"))


@_never_raises
async def choose(mapped: MappedPage, ref: int, index: int) -> ReadBack:
    """Chooses an option (``index`` into the control's options) of a select, radio or checkbox group, or list box."""
    control = _control(mapped, ref)
    if not 0 <= index < len(control.options):
        raise _Stopped(Problem.NOT_FOUND)
    option = control.options[index]
    if control.tag == "select":
        return await _select(mapped, control, index)
    if control.type in ("radio", "checkbox"):
        outcome = await tick(mapped, option.ref, True)
        return ReadBack(outcome.ok, option.label if outcome.ok else "", outcome.problem)
    return await _pick(mapped, control, option)


async def _select(mapped: MappedPage, control: Control, index: int) -> ReadBack:
    option = control.options[index]
    if option.disabled:
        raise _Stopped(Problem.DISABLED)
    state = await _ready(mapped, control.ref)
    element = await _element(mapped, control.ref)
    chosen = state.get("chosen")
    already = [i for i in chosen if isinstance(i, int)] if control.multiple and isinstance(chosen, list) else []
    await element.select_option(index=sorted({*already, index}), timeout=PATIENCE)
    state = await _state(mapped, control.ref, "blur")
    held, values = as_text(state, "chosen_text", 5000), state.get("chosen_values")
    if isinstance(values, list) and option.value in values:
        return ReadBack(True, held)
    return ReadBack(False, held, Problem.REFUSED)


async def _pick(mapped: MappedPage, control: Control, option: Option) -> ReadBack:
    """Opens a list made of other elements if its option isn't seen yet, and clicks the option."""
    if not as_flag(await _state(mapped, option.ref), "seen"):
        await _ready(mapped, control.ref)
        await (await _element(mapped, control.ref)).click(timeout=PATIENCE, no_wait_after=True)
    await (await _element(mapped, option.ref)).click(timeout=PATIENCE, no_wait_after=True)
    held = as_text(await _state(mapped, control.ref), "value", 10_000)
    if option.label in held:
        return ReadBack(True, held)
    return ReadBack(False, held, Problem.REFUSED)


@_never_raises
async def tick(mapped: MappedPage, ref: int, on: bool) -> ReadBack:
    """Ticks or unticks a checkbox, or ticks a radio; through its label where the page draws that in its place."""
    state = await _state(mapped, ref)
    if as_flag(state, "checked") == on:
        return _ticked(state, on)
    await _ready(mapped, ref)
    way = await _state(mapped, ref, "touch")
    by = as_text(way, "by")
    if by == "self":
        await (await _element(mapped, ref)).click(timeout=PATIENCE, no_wait_after=True)
    elif by == "label":
        label = await mapped.label_handle(ref)
        if label is None:
            raise _Stopped(Problem.NOT_FOUND)
        x, y = as_point(way.get("point"), 2)
        await label.click(timeout=PATIENCE, no_wait_after=True, position=Position(x=x, y=y))
    else:
        raise _Stopped(Problem.COVERED if by == "covered" else Problem.HIDDEN)
    return _ticked(await _state(mapped, ref), on)


def _ticked(state: Raw, on: bool) -> ReadBack:
    checked = as_flag(state, "checked")
    return ReadBack(checked == on, "on" if checked else "off", None if checked == on else Problem.REFUSED)


@_never_raises
async def attach(mapped: MappedPage, ref: int, paths: Sequence[Path]) -> ReadBack:
    """Puts files into a file control; what is held are their names."""
    wanted = []
    for path in paths:
        try:
            wanted.append([path.name, path.stat().st_size])
            path.open("rb").close()
        except OSError:
            raise _Stopped(Problem.NO_FILE) from None
    state = await _state(mapped, ref)
    if as_flag(state, "disabled"):
        raise _Stopped(Problem.DISABLED)
    await (await _element(mapped, ref)).set_input_files(list(paths), timeout=PATIENCE)
    state = await _state(mapped, ref)
    held = as_text(state, "value", 10_000)
    if state.get("files") == wanted:
        return ReadBack(True, held)
    return ReadBack(False, held, Problem.REFUSED)


@_never_raises
async def click(mapped: MappedPage, ref: int) -> ReadBack:
    """Presses a button or follows a link, and returns at once: the answer may be held for a long time.

    ``ok`` says that the press was made, not that anything came of it.
    """
    await _ready(mapped, ref)
    element = await _element(mapped, ref)
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
        element = await _element(mapped, ref)
        await element.hover(timeout=PATIENCE)
        return button is not None and as_text(await _state(mapped, ref), "drawn") == button.drawn
    except (_Stopped, PageUnreadable, PageGone, PlaywrightError):
        return False
