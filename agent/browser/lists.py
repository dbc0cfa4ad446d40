"""Opens the list of a box as a person would, reads its options or picks one, and closes it again."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from playwright.async_api import Error as PlaywrightError

from agent.browser.acting import PATIENCE, Stopped, element_of, judge, ready, state_of
from agent.browser.page import Control, Option
from agent.browser.page_map import MappedPage
from agent.browser.page_reading import Raw, as_flag, as_number, as_point, as_text, read_options
from agent.browser.problems import PageGone, PageUnreadable
from agent.browser.read_back import Problem, ReadBack, judge_choice

OPENING = 0.6
"""Seconds a list gets to come on view after a press; scripts draw it within a frame or two, some fade it in."""
LOADING = 1.5
"""Seconds it gets when the box says that it is open and nothing is on view yet."""
FILTERING = 2.0
"""Seconds a list gets to show what was typed into it."""
SUGGESTING = 1.2
"""Seconds a box gets to suggest something for what was typed; scripts wait 0.3 s for the next key, then some ask."""
FADING = 0.6
"""Seconds a list may take to fade out; component libraries take 0.2 to 0.3."""
STEP = 0.03
"""Seconds between two looks at a list: two frames."""
READING = 9.0
"""Seconds for opening, reading and closing one list."""
STANDING = 0.08
"""Seconds that a list must stand unchanged before it is read: some let their options come one by one."""
WALKING = 6.0
"""Seconds for going down one list."""
READING_ALL = 30.0
"""Seconds for all lists of a page."""
MOST_READ = 500
"""Options read from one list, as many as a page map keeps."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list offered when it was open.

    ``multiple``: several of its options may be chosen. ``complete``: it was read to its end, or to the 500th option.
    """

    options: tuple[Option, ...]
    multiple: bool = False
    complete: bool = True


@dataclass(frozen=True, slots=True)
class _View:
    """A list as it stands now.

    ``typing``: keys go into a box that filters it. ``shut``, ``said_open``: what its box says of it, while a list that
    closes may still be fading out.
    """

    open: bool
    shut: bool
    said_open: bool
    multiple: bool
    virtual: bool
    typing: bool
    options: tuple[Option, ...]

    def place_of(self, wanted: Option, times: int = 0) -> int | None:
        """Where an option is, by its words; ``times`` tells equal ones apart."""
        same = [i for i, option in enumerate(self.options) if _said(option.label) == _said(wanted.label)]
        return same[min(times, len(same) - 1)] if same else None


def _said(label: str) -> str:
    return " ".join(label.split()).casefold()


def _view(raw: Raw) -> _View:
    names = ("open", "shut", "said_open", "multiple", "virtual", "typing")
    return _View(options=tuple(read_options(raw)), **{name: as_flag(raw, name) for name in names})


async def _now(mapped: MappedPage, ref: int) -> _View:
    return _view(await state_of(mapped, ref, "list"))


async def _until(mapped: MappedPage, ref: int, wanted: Option | None, seconds: float) -> _View:
    """Looks until the list shows the wanted option (or any), or the time is over."""
    clock = asyncio.get_running_loop()
    end = clock.time() + seconds
    while True:
        view = await _now(mapped, ref)
        there = view.place_of(wanted) is not None if wanted else bool(view.options)
        if there or clock.time() > end + (LOADING if view.open and not view.options and not wanted else 0):
            return view
        await asyncio.sleep(STEP)


async def _open(mapped: MappedPage, ref: int) -> _View:
    """Opens a list by a press, else by the keys that such boxes know. Nothing is pressed that could send or lead away.

    A box that opens only for what is typed into it (a combobox of suggestions) stays shut: an empty view.
    """
    watched = await state_of(mapped, ref, "watch")
    opener = await element_of(mapped, ref, "opener")
    if as_flag(watched, "expanded"):
        view = await _now(mapped, ref)
        if view.options:
            return view
    if as_flag(watched, "sends"):
        await opener.focus()
    else:
        await opener.click(timeout=PATIENCE, no_wait_after=True)
        view = await _until(mapped, ref, None, OPENING)
        if view.options:
            return await _standing(mapped, ref, view)
    await mapped.page.keyboard.press("ArrowDown")
    return await _standing(mapped, ref, await _until(mapped, ref, None, OPENING))


async def _standing(mapped: MappedPage, ref: int, view: _View) -> _View:
    """The list once no more options come."""
    clock = asyncio.get_running_loop()
    end = clock.time() + OPENING
    while view.options and clock.time() < end:
        await asyncio.sleep(STANDING)
        now = await _now(mapped, ref)
        if len(now.options) == len(view.options):
            return now
        view = now
    return view


async def _close(mapped: MappedPage, ref: int) -> Raw:
    """Closes what is still open, and leaves the box so that the page's validation runs."""
    for way in ("wait", "Escape", "press", "Tab", "beside"):
        view = await _faded(mapped, ref)
        if not view.open or view.shut:
            break
        if way == "wait":
            await asyncio.sleep(STEP * 2)
        elif way == "beside":
            await press_beside(mapped, ref)
        elif way != "press":
            await mapped.page.keyboard.press(way)
            await asyncio.sleep(STEP * 2)
        elif view.said_open:  # a press on a shut box would open it anew
            try:
                await (await element_of(mapped, ref, "opener")).click(timeout=1_000, no_wait_after=True)
            except PlaywrightError:
                continue
    return await state_of(mapped, ref, "leave")


async def press_beside(mapped: MappedPage, ref: int) -> None:
    """Presses where the page means nothing by it, as a person does to be rid of what is open."""
    point = (await state_of(mapped, ref, "blank")).get("point")
    if mapped.map.controls and not next((c.frame for c in mapped.map.controls if c.ref == ref), 0) and point:
        await mapped.page.mouse.click(*as_point(point, 2))
        await asyncio.sleep(STEP * 2)


async def _faded(mapped: MappedPage, ref: int) -> _View:
    """The list, once it has faded out where its box says that it is shut."""
    clock = asyncio.get_running_loop()
    end = clock.time() + FADING
    while True:
        view = await _now(mapped, ref)
        if not (view.open and view.shut) or clock.time() > end:
            return view
        await asyncio.sleep(STEP)


async def _walk(mapped: MappedPage, ref: int, view: _View, wanted: Option | None, guess: float) -> tuple[
        _View, list[Option], bool]:
    """Goes down a list that draws only a part of itself, until the wanted option is on view or the list ends.

    ``guess`` is where the option may be, as a share of the list; it is looked at there first. The last of the three
    answers says whether the end was reached.
    """
    met = {option.label: option for option in view.options}
    clock = asyncio.get_running_loop()
    end, to, where = clock.time() + WALKING, "0", "0"
    if wanted and guess:
        await state_of(mapped, ref, "roll", f"share {guess:.4f}")
        view = await _until(mapped, ref, wanted, OPENING * 2)
    while len(met) < MOST_READ and not (wanted and view.place_of(wanted) is not None):
        if clock.time() > end:
            return view, list(met.values()), False
        rolled = await state_of(mapped, ref, "roll", to)
        view = _view(rolled)
        await _drawn_anew(mapped, ref, view)
        met.update({option.label: option for option in view.options if option.label not in met})
        if wanted and view.place_of(wanted) is not None:
            await state_of(mapped, ref, "roll", where)  # it was on view before the last step
            view = await _until(mapped, ref, wanted, FILTERING)
        if not view.options:  # drawn anew: looked at again once it is
            view = await _until(mapped, ref, None, OPENING)
            if not view.options:
                return view, list(met.values()), False
            continue
        if as_flag(rolled, "end"):
            break
        where, to = to, str(as_number(rolled, "next", 40))
    return view, list(met.values())[:MOST_READ], True


async def _drawn_anew(mapped: MappedPage, ref: int, before: _View) -> None:
    """Waits until a list that was rolled on draws its next part; a busy page takes a moment."""
    clock = asyncio.get_running_loop()
    end = clock.time() + FADING / 2
    await asyncio.sleep(STEP)
    while clock.time() < end:
        if (await _now(mapped, ref)).options != before.options:
            return
        await asyncio.sleep(STEP)


async def read_list(mapped: MappedPage, ref: int) -> Listed:
    """Opens a list, reads its options and closes it; empty where none came on view.

    Raises:
        Stopped: the box is gone, hidden or disabled.
        PlaywrightError, PageUnreadable, PageGone: as the page does.
    """
    await ready(mapped, ref)
    view = await _open(mapped, ref)
    options, complete = list(view.options), True
    if view.virtual:
        _, options, complete = await _walk(mapped, ref, view, None, 0)
    await _close(mapped, ref)
    return Listed(tuple(option for option in options if option.label), view.multiple, complete)


async def reveal(mapped: MappedPage, refs: Collection[int]) -> dict[int, Listed]:
    """The options of lists that are known only once they are open, by ref. Never raises for what a page does."""
    found: dict[int, Listed] = {}
    try:
        async with asyncio.timeout(READING_ALL):
            for ref in refs:
                try:
                    async with asyncio.timeout(READING):
                        found[ref] = await read_list(mapped, ref)
                except (Stopped, PlaywrightError, PageUnreadable, TimeoutError):
                    found[ref] = Listed(())
    except (PageGone, TimeoutError):
        pass
    return found


def with_lists(mapped: MappedPage, known: Mapping[int, Listed]) -> MappedPage:
    """The map with options put in for the controls in ``known``; what a box shows now is its chosen option.

    A list that could not be read to its end is no list of choices where its box can be typed into instead.
    """
    def filled(control: Control) -> Control:
        listed = known.get(control.ref)
        if listed is None or not listed.options or not control.popup:
            return control
        if not listed.complete and control.tag == "input":
            return control
        chosen = _said(control.value)
        options = tuple(
            replace(option, selected=bool(chosen) and (
                _said(option.label) == chosen or (listed.multiple and _said(option.label) in chosen)))
            for option in listed.options)
        return replace(control, options=options, multiple=control.multiple or listed.multiple)

    controls = tuple(filled(control) for control in mapped.map.controls)
    return replace(mapped, map=replace(mapped.map, controls=controls))


async def pick(mapped: MappedPage, control: Control, index: int) -> ReadBack:
    """Chooses an option by its words: opens the list, filters or walks it where it is long, presses the option."""
    wanted = control.options[index]
    if wanted.disabled:
        raise Stopped(Problem.DISABLED)
    times = sum(_said(option.label) == _said(wanted.label) for option in control.options[:index])
    before = as_text(await ready(mapped, control.ref), "value", 10_000)
    view = await _open(mapped, control.ref)
    view = await _brought_on_view(mapped, control.ref, view, wanted, index / len(control.options))
    place = view.place_of(wanted, times)
    if place is None:
        held = as_text(await _close(mapped, control.ref), "value", 10_000)
        raise Stopped(Problem.NOT_FOUND if not view.options else Problem.REFUSED, held)
    # Some lists mark the option under the keys as selected: of a native select, only it itself says what is chosen.
    already = view.multiple and (wanted.selected if control.tag == "select" else view.options[place].selected)
    if not already:
        await (await element_of(mapped, control.ref, "option", str(place))).click(timeout=PATIENCE, no_wait_after=True)
    if view.multiple and control.tag != "select":
        return await _read_back_of_several(mapped, control, wanted)
    return await _read_back(mapped, control, wanted, before)


async def _read_back_of_several(mapped: MappedPage, control: Control, wanted: Option) -> ReadBack:
    """Whether an option of several is marked as chosen in the open list, or shown by the box ("2 chosen" says less)."""
    await asyncio.sleep(STEP)
    view = await _now(mapped, control.ref)
    place = view.place_of(wanted)
    marked = place is not None and view.options[place].selected
    held = as_text(await _close(mapped, control.ref), "value", 10_000)
    outcome = judge_choice(wanted.label, wanted.value, held, held)
    return ReadBack(True, held or wanted.label) if marked or outcome.ok else outcome


async def _brought_on_view(mapped: MappedPage, ref: int, view: _View, wanted: Option, guess: float) -> _View:
    if view.place_of(wanted) is not None:
        return view
    if view.typing:
        await mapped.page.keyboard.type(wanted.label)
        filtered = await _until(mapped, ref, wanted, FILTERING)
        if filtered.place_of(wanted) is not None:
            return filtered
        for _ in wanted.label:
            await mapped.page.keyboard.press("Backspace")
        view = await _until(mapped, ref, None, OPENING)
    if view.virtual:
        view, _, _ = await _walk(mapped, ref, view, wanted, guess)
    return view


async def _read_back(mapped: MappedPage, control: Control, wanted: Option, before: str) -> ReadBack:
    """What the box holds once its list is shut: a native select's own choice, else the words it shows."""
    clock = asyncio.get_running_loop()
    end = clock.time() + OPENING
    while True:
        state = await state_of(mapped, control.ref)
        outcome = _judged(control, wanted, before, state)
        if outcome.ok or clock.time() > end:
            break
        await asyncio.sleep(STEP)
    return _judged(control, wanted, before, await _close(mapped, control.ref))


def _judged(control: Control, wanted: Option, before: str, state: Raw) -> ReadBack:
    if control.tag == "select":
        values = state.get("chosen_values")
        held = as_text(state, "chosen_text", 5000)
        took = isinstance(values, list) and wanted.value in values
        return ReadBack(took, held, None if took else Problem.REFUSED)
    return judge_choice(wanted.label, wanted.value, as_text(state, "value", 10_000), before)


async def type_in(mapped: MappedPage, ref: int, value: str, ending: str | None = None) -> ReadBack:
    """Types into a box with suggestions: takes the one that says the same, or the only one with it set apart.

    ``LBA`` takes "Leeds (LBA)", ``York`` never "New York". Else the text is left as it is. With an ``ending``,
    the first that begins with the text and ends so is taken; where there is none, the box is emptied.
    """
    await state_of(mapped, ref, "watch")
    element = await element_of(mapped, ref)
    await element.click(timeout=PATIENCE, no_wait_after=True)
    await element.fill("", timeout=PATIENCE)
    await mapped.page.keyboard.type(value)
    wanted = Option(-1, "", value, value, False, False, False)
    view = await _until(mapped, ref, wanted, OPENING)
    if not view.options and value:
        view = await _until(mapped, ref, None, SUGGESTING)
    place = view.place_of(wanted) if ending is None else None
    taken = place if place is not None else _suggested(view, value, ending)
    if taken is not None:
        await (await element_of(mapped, ref, "option", str(taken))).click(timeout=PATIENCE, no_wait_after=True)
    elif ending is not None:
        await element.fill("", timeout=PATIENCE)
    outcome = judge(value, await _close(mapped, ref))
    if taken is not None and place is None:
        took = _said(outcome.held) == _said(view.options[taken].label)
        return ReadBack(took, outcome.held, Problem.REFORMATTED if took else Problem.REFUSED)
    if outcome.ok or place is not None or not view.open or ending is not None:
        return outcome
    # Escape takes the text back in some of these boxes; leaving them keeps it.
    await element.fill(value, timeout=PATIENCE)
    return judge(value, await state_of(mapped, ref, "leave"))


def _suggested(view: _View, value: str, ending: str | None) -> int | None:
    """The suggestion that is meant: the only one with the words set apart, or the first that is written so."""
    if ending is not None:
        return next((place for place, option in enumerate(view.options) if not option.disabled
                     and _said(option.label).startswith(_said(value)) and _said(option.label).endswith(_said(ending))),
                    None)
    words = re.compile(rf"(?:^|[(\[,/–-]\s*){re.escape(_said(value))}(?=\s*(?:$|[)\],/(–-]))")
    holding = [place for place, option in enumerate(view.options) if words.search(_said(option.label))]
    return holding[0] if len(holding) == 1 and len(_said(value)) >= SHORTEST else None


SHORTEST = 3
"""Characters from which words stand for the one suggestion that holds them: the code of an airport."""
