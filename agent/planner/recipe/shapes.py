"""What of a page tells which page it is: its origin, the shape of its path, its main heading. Pure."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from agent.browser.page import Control, PageMap
from agent.gate.site import origin_of
from agent.planner.autofill.words import fold

_OF_ONE_VISIT = re.compile(r"[^/]*\d[^/]*|[0-9a-fA-F-]{12,}|[^/]{60,}|[^/]*@[^/]*")
"""A part of a path that belongs to one visit or one person: numbers, long codes."""
_PLAIN_VALUE = re.compile(r"[A-Za-z][A-Za-z_-]{0,30}")
"""A value in an address that can be a page's name and no code."""


def path_shape(url: str) -> str:
    """The path with a dash for each part that belongs to one visit: ``/form/81223/step`` is ``/form/-/step``."""
    parts = (urlsplit(url).path or "/").split("/")
    return "/".join("-" if _OF_ONE_VISIT.fullmatch(part) else part for part in parts)


def origin(url: str) -> str:
    """Scheme, host and port of a web address; '' for anything else."""
    parts = urlsplit(url)
    return str(origin_of(url)) if parts.scheme in ("http", "https") and parts.hostname else ""


def lasting(url: str) -> str:
    """The address without what is of one use; '' where that would lead somewhere else."""
    parts = urlsplit(url)
    if not origin(url) or path_shape(url) != (parts.path or "/"):
        return ""
    values = parse_qsl(parts.query, keep_blank_values=True)
    if parts.query and not all(_PLAIN_VALUE.fullmatch(value) and _PLAIN_VALUE.fullmatch(key) for key, value in values):
        return ""
    return f"{origin(url)}{parts.path or '/'}" + (f"?{parts.query}" if parts.query else "")


def same_place(url: str, start: str) -> bool:
    """Whether two addresses are the same place: origin, path shape, and the same plain values."""
    return (origin(url), path_shape(url), urlsplit(url).query) == (origin(start), path_shape(start),
                                                                  urlsplit(start).query)


def heading_of(page: PageMap) -> str:
    """The page's main heading as it says it; '' where it has none of its own."""
    own = [each.text for each in page.headings if each.level == 1 and not each.beside]
    return " ".join(own[0].split()) if own else ""


def label_of(control: Control) -> str:
    """What the page calls a control."""
    return " ".join((control.label or control.legend or control.placeholder or control.title).split())


def group_of(control: Control) -> str:
    """What stands over a control: its group's legend, else the heading above it."""
    return " ".join((control.legend or control.heading).split())


def alike(one: str, other: str) -> bool:
    """Whether two texts of a page are the same words."""
    return fold(one) == fold(other)


def family(type: str, options: int) -> str:
    """What a person does with a control of this type: ``text``, ``choice``, ``boxes``, ``tick``, ``file``, ``secret``.

    Args:
        type: of the control.
        options: how many it has.
    """
    if type in ("password", "file"):
        return "secret" if type == "password" else "file"
    if type == "select-multiple" or (type == "checkbox" and options > 1):
        return "boxes"
    if type == "checkbox":
        return "tick"
    choice = type in ("select-one", "radio", "listbox", "combobox") or options > 1
    return "choice" if choice else "text"
