"""Turns what the page script answered into strict frozen values; whatever does not fit is cut or left out."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from agent.browser.page import Box, Button, Control, Form, Heading, Link, Option

LABEL_LENGTH = 500
"""Longest label, legend, hint or error kept, in characters."""
VALUE_LENGTH = 10_000
"""Longest control value kept, in characters."""
TEXT_LENGTH = 20_000
"""Longest visible text kept for a whole page, in characters (promised by PageMap.text)."""
ADDRESS_LENGTH = 8_000
"""Longest address kept; browsers and servers cut near this length."""
MOST_CONTROLS = 2_000
MOST_LINKS = 2_000
MOST_BUTTONS = 1_000
MOST_HEADINGS = 500
MOST_FORMS = 200
MOST_ERRORS = 100
MOST_FRAMES = 100
MOST_OPTIONS = 10_000
"""Most entries kept per list; a page with more is cut there, as page_map.js does with the same numbers
(500 options of a list that is no native one, 20,000 of all native lists together)."""

Raw = dict[str, object]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RawFrame:
    """A frame element found in a document: ``controls`` … say how many of each stand before it there."""

    ref: int
    controls: int
    buttons: int
    links: int
    headings: int
    visible: bool
    at: tuple[float, float]      # top left of its content, in the parent's viewport


@dataclass(frozen=True, slots=True)
class Document:
    """One document as its script described it: refs are indexes into its own elements, boxes in its viewport."""

    url: str
    title: str
    language: str
    text: str
    said: str
    scroll: tuple[float, float]
    headings: list[Heading]
    forms: list[Form]
    controls: list[Control]
    buttons: list[Button]
    links: list[Link]
    errors: list[str]
    frames: list[RawFrame]
    totals: dict[int, int] = field(default_factory=dict)


def as_text(raw: Raw, key: str, most: int = LABEL_LENGTH) -> str:
    """Returns the string under ``key``, cut to ``most`` characters; "" for anything that is not a string."""
    value = raw.get(key)
    if not isinstance(value, str):
        return ""
    # A lone surrogate can't be stored or sent as UTF-8.
    return value[:most].encode("utf-8", "replace").decode("utf-8")


def as_flag(raw: Raw, key: str) -> bool:
    """Returns True only for a JSON true."""
    return raw.get(key) is True


def as_number(raw: Raw, key: str, otherwise: int = -1) -> int:
    """Returns the whole number under ``key``, kept within 32 bits."""
    value = raw.get(key)
    if isinstance(value, bool) or not isinstance(value, int):
        return otherwise
    return max(-(2**31), min(2**31 - 1, value))


def as_point(value: object, length: int) -> tuple[float, ...]:
    """Returns ``length`` finite numbers; zeros where they are not there."""
    items = value if isinstance(value, list) else []
    numbers = [float(n) for n in items if isinstance(n, (int, float)) and not isinstance(n, bool) and math.isfinite(n)]
    return tuple(numbers) if len(numbers) == length else (0.0,) * length


def as_box(raw: Raw) -> Box:
    """Returns the box under ``box``."""
    x, y, width, height = as_point(raw.get("box"), 4)
    return (x, y, width, height)


def _each(raw: Raw, key: str, most: int, read: Callable[[Raw], T]) -> list[T]:
    items = raw.get(key)
    listed = items if isinstance(items, list) else []
    return [read(item) for item in listed if isinstance(item, dict)][:most]


def _strings(raw: Raw, key: str, most: int) -> list[str]:
    items = raw.get(key)
    listed = items if isinstance(items, list) else []
    return [as_text({"t": item}, "t") for item in listed if isinstance(item, str)][:most]


def _option(raw: Raw) -> Option:
    return Option(
        ref=as_number(raw, "ref"), id=as_text(raw, "id"), value=as_text(raw, "value", VALUE_LENGTH),
        label=as_text(raw, "label"), selected=as_flag(raw, "selected"), default=as_flag(raw, "default"),
        disabled=as_flag(raw, "disabled"),
    )


def read_options(raw: Raw) -> list[Option]:
    """Returns the options under ``options``, at most 500."""
    return _each(raw, "options", MOST_OPTIONS, _option)


def _control(raw: Raw) -> Control:
    return Control(
        ref=as_number(raw, "ref"), frame=0, form=as_number(raw, "form"), tag=as_text(raw, "tag"),
        type=as_text(raw, "type"), role=as_text(raw, "role"), name=as_text(raw, "name"), id=as_text(raw, "id"),
        selector=as_text(raw, "selector", 1000),
        label=as_text(raw, "label"), legend=as_text(raw, "legend"), heading=as_text(raw, "heading"),
        hint=as_text(raw, "hint"), error=as_text(raw, "error"), placeholder=as_text(raw, "placeholder"),
        title=as_text(raw, "title"), autocomplete=as_text(raw, "autocomplete"), inputmode=as_text(raw, "inputmode"),
        pattern=as_text(raw, "pattern"), min=as_text(raw, "min"), max=as_text(raw, "max"),
        maxlength=as_number(raw, "maxlength"), accept=as_text(raw, "accept"), multiple=as_flag(raw, "multiple"),
        value=as_text(raw, "value", VALUE_LENGTH), default=as_text(raw, "default", VALUE_LENGTH),
        checked=as_flag(raw, "checked"), default_checked=as_flag(raw, "default_checked"),
        options=tuple(read_options(raw)), required=as_flag(raw, "required"),
        disabled=as_flag(raw, "disabled"), readonly=as_flag(raw, "readonly"), visible=as_flag(raw, "visible"),
        language=as_text(raw, "language"), box=as_box(raw), popup=as_flag(raw, "popup"),
    )


def _button(raw: Raw) -> Button:
    return Button(
        ref=as_number(raw, "ref"), frame=0, form=as_number(raw, "form"), type=as_text(raw, "type"),
        text=as_text(raw, "text"), name=as_text(raw, "name"), value=as_text(raw, "value"), id=as_text(raw, "id"),
        disabled=as_flag(raw, "disabled"), visible=as_flag(raw, "visible"), box=as_box(raw),
        drawn=as_text(raw, "drawn"),
    )


def _link(raw: Raw) -> Link:
    return Link(ref=as_number(raw, "ref"), frame=0, text=as_text(raw, "text"),
                href=as_text(raw, "href", ADDRESS_LENGTH), visible=as_flag(raw, "visible"))


def _form(raw: Raw) -> Form:
    return Form(frame=0, id=as_text(raw, "id"), action=as_text(raw, "action", ADDRESS_LENGTH),
                method=as_text(raw, "method"), enctype=as_text(raw, "enctype"))


def _frame(raw: Raw) -> RawFrame:
    x, y = as_point(raw.get("at"), 2)
    return RawFrame(ref=as_number(raw, "ref"), controls=as_number(raw, "controls", 0),
                    buttons=as_number(raw, "buttons", 0), links=as_number(raw, "links", 0),
                    headings=as_number(raw, "headings", 0), visible=as_flag(raw, "visible"), at=(x, y))


def _headings(raw: Raw) -> list[Heading]:
    items = raw.get("headings")
    found = [item for item in items if isinstance(item, list) and len(item) == 3] if isinstance(items, list) else []
    return [Heading(level, text[:LABEL_LENGTH], beside is True) for level, text, beside in found
            if isinstance(level, int) and isinstance(text, str)][:MOST_HEADINGS]


def read_document(raw: Raw) -> Document:
    """Returns the document that a page script's answer describes. Pure, and total: never raises."""
    x, y = as_point(raw.get("scroll"), 2)
    return Document(
        url=as_text(raw, "url", ADDRESS_LENGTH), title=as_text(raw, "title"), language=as_text(raw, "language"),
        text=as_text(raw, "text", TEXT_LENGTH), said=as_text(raw, "said", TEXT_LENGTH), scroll=(x, y),
        headings=_headings(raw),
        forms=_each(raw, "forms", MOST_FORMS, _form), controls=_each(raw, "controls", MOST_CONTROLS, _control),
        buttons=_each(raw, "buttons", MOST_BUTTONS, _button), links=_each(raw, "links", MOST_LINKS, _link),
        errors=_strings(raw, "errors", MOST_ERRORS), frames=_each(raw, "frames", MOST_FRAMES, _frame),
        totals={ref: total for ref, total in _each(raw, "controls", MOST_CONTROLS,
                                                   lambda c: (as_number(c, "ref"), as_number(c, "option_total", 0)))},
    )
