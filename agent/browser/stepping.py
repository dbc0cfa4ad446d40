"""Sets what is moved rather than typed: sliders by their keys, dates and numbers made of segments."""

from __future__ import annotations

import asyncio
import re
from decimal import Decimal, InvalidOperation

from agent.browser.acting import Stopped, element_of, judge, state_of
from agent.browser.page_map import MappedPage
from agent.browser.page_reading import Raw, as_text
from agent.browser.read_back import Problem, ReadBack, same_value

MOST_STEPS = 400
"""Key presses spent on one slider; a slider of a thousand steps is moved by pages first."""
DRAWN = 0.05
"""Seconds a component gets to say its new value."""
PATIENCE = 8.0
"""Seconds for one slider."""


def _number(raw: Raw) -> Decimal | None:
    try:
        return Decimal(as_text(raw, "value"))
    except InvalidOperation:
        return None


async def slide(mapped: MappedPage, ref: int, value: str) -> ReadBack:
    """Moves a slider by its keys (role=slider) until it says ``value``; by pages while that does not overshoot."""
    try:
        goal = Decimal(value)
    except InvalidOperation:
        raise Stopped(Problem.REFUSED) from None
    await (await element_of(mapped, ref)).focus()
    clock = asyncio.get_running_loop()
    end, pages = clock.time() + PATIENCE, True
    now = _number(await state_of(mapped, ref))
    for _ in range(MOST_STEPS):
        if now is None or now == goal or clock.time() > end:
            break
        up = goal > now
        page, step = ("PageUp", "ArrowRight") if up else ("PageDown", "ArrowLeft")
        await mapped.page.keyboard.press(page if pages else step)
        moved = _number(await state_of(mapped, ref))
        if moved == now:  # some are drawn anew a moment later
            await asyncio.sleep(DRAWN)
            moved = _number(await state_of(mapped, ref))
        if moved is not None and moved != goal and (moved > goal) == up:
            if not pages:
                now = moved
                break  # its steps pass over the value
            pages = False
        elif moved == now:
            if not pages:
                break
            pages = False
        now = moved
    return judge(value, await state_of(mapped, ref, "blur"))


async def type_segments(mapped: MappedPage, ref: int, value: str) -> ReadBack:
    """Types a date, month, time or number into its segments, each by what it stands for, in the order shown."""
    answer = await state_of(mapped, ref, "segments")
    raw = answer.get("kinds")
    kinds = [kind for kind in raw if isinstance(kind, str)] if isinstance(raw, list) else []
    texts = _parts(value) if len(kinds) > 1 else {}
    for place, kind in enumerate(kinds):
        text = texts.get(kind, "") if len(kinds) > 1 else value
        if kind == "period" and "hour" in texts:
            text = "AM" if int(_parts(value)["hour"]) < 12 else "PM"
        elif kind == "hour" and "period" in kinds:
            text = f"{(int(texts['hour']) - 1) % 12 + 1:02d}"
        elif not text and kind == "second" and texts:
            text = "00"
        if not text:
            raise Stopped(Problem.REFUSED)
        await (await element_of(mapped, ref, "segment", str(place))).focus()
        await mapped.page.keyboard.type(text)
    state = await state_of(mapped, ref, "blur")
    held = as_text(state, "value", 200)
    took = held == value or (len(kinds) == 1 and same_value(value, held))
    return ReadBack(took, held, None if took else Problem.REFUSED)


def _parts(value: str) -> dict[str, str]:
    """A wire form (``1986-03-14``, ``1986-03``, ``09:30``, both with a T) by what its figures stand for."""
    match = re.fullmatch(r"(?:(\d{4})-(\d\d)(?:-(\d\d))?)?T?(?:(\d\d):(\d\d)(?::(\d\d))?)?", value)
    names = ("year", "month", "day", "hour", "minute", "second")
    return {name: text for name, text in zip(names, match.groups(), strict=True) if text} if match else {}
