"""Writes a number the way a control wants it: wire form for typed inputs, decimal comma or point for text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.browser.page import Control
from agent.planner.autofill.words import word_set

_COMMA_REGIONS = word_set("AT BE BG BR CH CZ DE DK ES FI FR GR HR HU IT NL NO PL PT RO RS SE SI SK TR UA")
"""Regions that write 12,50. Source: CLDR decimal symbols; Switzerland's forms take both."""
_SHOWN_COMMA = re.compile(r"\b\d+,\d{1,2}\b(?!\d)")
_SHOWN_POINT = re.compile(r"\b\d+\.\d{1,2}\b(?!\d)")


def plain_number(value: str, region: str) -> str:
    """A number as the wire wants it (``1250.5``), or "" for what is none or can be read in two ways.

    A single mark with three figures behind it ("1,250") groups or divides by the region's habit; anything else says
    itself what its marks are.
    """
    text = re.sub(r"[\s\u00a0\u202f’'€£$]|zł|kr|CHF|EUR|GBP|USD", "", value)
    if re.fullmatch(r"-?\d+", text):
        return text
    if re.fullmatch(r"-?\d{1,3}([.,])\d{3}(?:\1\d{3})+", text):
        return re.sub(r"[.,]", "", text)
    match = re.fullmatch(r"(-?\d{1,3}(?:([.,])\d{3})*|-?\d+)([.,])(\d+)", text)
    if not match or match.group(2) == match.group(3):
        return ""
    whole, mark, fraction = re.sub(r"[.,]", "", match.group(1)), match.group(3), match.group(4)
    if match.group(2) is None and len(fraction) == 3 and 1 <= len(whole.lstrip("-")) <= 3:
        groups = "." if region in _COMMA_REGIONS else ","
        return whole + fraction if mark == groups else f"{whole}.{fraction}"
    return f"{whole}.{fraction}"


def amounts(control: Control, value: str, region: str) -> Iterator[str]:
    """Ways to write a number for a control; nothing for what is no number."""
    number = plain_number(value, region)
    if control.type in ("number", "range"):
        if number:
            yield number
        return
    if not number or "." not in number:
        return
    shown = f"{control.placeholder} {control.hint} {control.default}"
    if _SHOWN_COMMA.search(shown) and not _SHOWN_POINT.search(shown):
        yield number.replace(".", ",")
    elif _SHOWN_POINT.search(shown) and not _SHOWN_COMMA.search(shown):
        yield number
