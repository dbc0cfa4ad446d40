"""What is on a page, as frozen values: the planner's eyes. No Playwright here."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""x, y, width, height in CSS pixels of the whole page (not of the viewport)."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a select, radio group or checkbox group.

    ``ref`` is the handle of the radio or checkbox itself; for a native ``<option>`` it is -1 (choose through the
    control). ``default`` says whether the page's own HTML had it selected.
    """

    ref: int
    id: str
    value: str
    label: str
    selected: bool
    default: bool
    disabled: bool


@dataclass(frozen=True, slots=True)
class Control:
    """One thing a person can fill, choose, tick or attach. Radios of one name are one control with options.

    ``type`` is the HTML type in lower case (``text``, ``email``, ``radio``, ``checkbox``, ``file``, ``hidden``,
    ``select-one``, ``select-multiple``, ``textarea``, ``contenteditable``), or ``combobox`` and ``listbox`` for those
    made of other elements; an input that opens a list keeps its type and has the role ``combobox``. A slider is a
    ``range``, a date in segments a ``date`` with the tag ``segments``. ``label`` holds the label's own text
    without that of the controls inside it; ``legend`` that of the nearest group; ``heading`` the nearest heading
    above in document order. ``value`` is what the page holds now (empty for passwords), ``default`` what its HTML
    came with. ``visible`` is False for what a person can't see: hidden, zero-sized, moved off the page, transparent.
    """

    ref: int
    frame: int
    form: int                    # index into PageMap.forms, -1 outside any form
    tag: str
    type: str
    role: str
    name: str
    id: str
    selector: str
    label: str
    legend: str
    heading: str
    hint: str
    error: str
    placeholder: str
    title: str
    autocomplete: str
    inputmode: str
    pattern: str
    min: str
    max: str
    maxlength: int               # -1 where the page sets none
    accept: str
    multiple: bool
    value: str
    default: str
    checked: bool                # for a lone checkbox; radios say it in their options
    default_checked: bool
    options: tuple[Option, ...]
    required: bool
    disabled: bool
    readonly: bool
    visible: bool
    language: str
    box: Box
    popup: bool = False          # opens a list whose options are known only once it is open (see `lists.reveal`)


@dataclass(frozen=True, slots=True)
class Button:
    """A button or something that acts as one. ``type`` is ``submit``, ``button``, ``reset`` or ``image``.

    ``text`` is its name as a screen reader says it; ``drawn`` the words drawn on it, which a label for screen readers
    can differ from.
    """

    ref: int
    frame: int
    form: int
    type: str
    text: str
    name: str
    value: str
    id: str
    disabled: bool
    visible: bool
    box: Box
    drawn: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its absolute address."""

    ref: int
    frame: int
    text: str
    href: str
    visible: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its level, 1 to 6. ``beside``: not part of what the page itself says (see `PageMap.said`)."""

    level: int
    text: str
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form element: where it says it sends to (absolute), and how."""

    frame: int
    id: str
    action: str
    method: str
    enctype: str


@dataclass(frozen=True, slots=True)
class PageMap:
    """Everything a person can operate on a page, frames and open shadow roots included, in document order.

    ``text`` is the visible text, at most 20,000 characters; ``errors`` what the page says is wrong (error summaries,
    alerts, messages beside fields). ``said`` is what the page says of its own matter: the text without
    footers, menus, cookie notices, newsletter boxes, chats and other sites' frames, and without what is laid out and
    yet not seen, from its first 2,000 elements; None where nobody told them apart.
    """

    url: str
    title: str
    language: str
    text: str
    headings: tuple[Heading, ...]
    forms: tuple[Form, ...]
    controls: tuple[Control, ...]
    buttons: tuple[Button, ...]
    links: tuple[Link, ...]
    errors: tuple[str, ...]
    frames: tuple[str, ...]      # address of each frame; index 0 is the page itself
    said: str | None = None
