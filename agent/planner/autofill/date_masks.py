"""Reads off a control how it wants a date written: a mask, an example, a pattern or bounds. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.browser.page import Control
from agent.planner.autofill.option_sets import month_names
from agent.planner.autofill.words import fold
from agent.profile.formats import date_pattern, split_date, write_date
from agent.profile.places import main_language, month_names_of
from agent.protocol.pattern import Pattern

_D, _M, _Y = r"(?:d|t|j|g){1,2}", r"m{1,4}", r"(?:y|j|a|r){2,4}"
_MASKS = (
    ("dmy", Pattern(rf"\b({_D})\s?([./ -])\s?({_M})\s?\2\s?({_Y})\b", re.IGNORECASE)),
    ("mdy", Pattern(rf"\b({_M})\s?([./ -])\s?(d{{1,2}})\s?\2\s?({_Y})\b", re.IGNORECASE)),
    ("ymd", Pattern(rf"\b((?:y|j|a|r){{4}})\s?([./ -])\s?(m{{1,2}})\s?\2\s?({_D})\b", re.IGNORECASE)),
)
_COMPACT = Pattern(r"\b(?:dd ?mm ?yyyy|tt ?mm ?jjjj|jj ?mm ?aaaa|yyyy ?mm ?dd|mm ?dd ?yyyy)\b", re.IGNORECASE)
_SHORT = Pattern(r"(?<![dtjg][./ -])\b(mm)\s?([./-])\s?((?:y|j|a|r){2,4})\b", re.IGNORECASE)
_EXAMPLE = Pattern(r"\b(\d{1,4})([./ -])(\d{1,2})\2(\d{1,4})\b")
_SPOKEN = Pattern(r"\b\d{1,2}(\.?) ([^\W\d_]{3,12}) \d{4}\b")
_EMPTY = Pattern(r"^[_#\s-]{1,2}([./-])[_#\s]{1,2}\1[_#\s]{2,4}$|^_{4}([./-])__\2__$")


def dates(control: Control, value: str, region: str) -> Iterator[str]:
    """How a control wants an ISO date written, then how the site says that it wants it, where it found fault."""
    if control.type == "date":
        yield value
    elif control.type == "month":
        yield value[:7]
    elif control.type in ("datetime-local", "time", "week"):
        return
    else:
        yield from _typed(control, value, region)


def _typed(control: Control, value: str, region: str) -> Iterator[str]:
    spoken = _in_words(control, value, region)
    if spoken:
        yield spoken
    shown = mask_of(control)
    order = shown or _empty_mask(control, region) or date_pattern(region)
    yield _written(order, value, region)
    if _mask_in_or_example(control.error):
        yield _written(_mask_in_or_example(control.error), value, region)


def other_marks(control: Control, value: str, region: str) -> Iterator[str]:
    """The same date in the same order with other marks or none, for a pattern or a length that refuses the usual."""
    shown = mask_of(control)
    order = shown or _empty_mask(control, region) or date_pattern(region)
    if (control.type != "text" and control.type not in ("tel", "", "search")) or re.search(r"m{3}|^mm.y", order):
        return
    for mark in ("/", ".", "-", " ", ""):
        yield write_date(value, re.sub(r"[^dmy]+", mark, _full(order)))
    if not shown:  # cannot be read in another way
        yield value


def _full(order: str) -> str:
    return re.sub(r"(?<!d)d(?!d)", "dd", re.sub(r"(?<!m)m(?!m)", "mm", order))


def _written(order: str, value: str, region: str) -> str:
    parts = split_date(value)
    if parts is None or "mmm" not in order:
        return write_date(value, order)
    names = month_names_of(int(parts.month), (main_language(region), "en"))
    name = (names or (parts.month,))[0 if "mmmm" in order else min(1, len(names) - 1)]
    return write_date(value, re.sub(r"m{3,4}", "\0", order)).replace("\0", name)


def _in_words(control: Control, value: str, region: str) -> str:
    """An example with the month's name ("27 March 2007") is followed, in the language of the example."""
    parts = split_date(value)
    for text in (control.placeholder, control.hint):
        match = _SPOKEN.search(text)
        if parts and match and fold(match.group(2)) in month_names():
            language = "en" if match.group(2).casefold() in _english() else main_language(region)
            name = next(iter(month_names_of(int(parts.month), (language,))), "")
            return f"{parts.day}{match.group(1)} {name} {parts.year}" if name else ""
    return ""


def _english() -> set[str]:
    return {name.casefold() for month in range(1, 13) for name in month_names_of(month, ("en",))}


def mask_of(control: Control) -> str:
    """The order of a date that a control shows, as d, m and y: ``dd/mm/yyyy``, or nothing.

    Looked for in placeholder, hint, label and title, then in an example, then in bounds that are themselves dates.
    """
    for text in (control.placeholder, control.hint, control.label, control.title):
        if _mask_in_or_example(text):
            return _mask_in_or_example(text)
    for text in (control.min, control.max):
        example = _EXAMPLE.fullmatch(text.strip())
        if example and _of_example(example):
            return _of_example(example)
    return ""


def _mask_in_or_example(text: str) -> str:
    example = _EXAMPLE.search(text)
    return _mask_in(text) or (_of_example(example) if example else "")


def _mask_in(text: str) -> str:
    for order, pattern in _MASKS:
        match = pattern.search(text)
        if match is None:
            continue
        first, mark, second, third = match.groups()
        groups = dict(zip(order, (first, second, third), strict=True))
        return mark.join(letter * len(groups[letter]) for letter in order)
    compact = _COMPACT.search(text)
    if compact:
        plain = compact.group().lower().replace(" ", "")
        return "yyyymmdd" if plain.startswith("yyyy") else "mmddyyyy" if plain.startswith("mmdd") else "ddmmyyyy"
    short = _SHORT.search(text)
    return f"mm{short.group(2)}{'y' * len(short.group(3))}" if short else ""


def _empty_mask(control: Control, region: str) -> str:
    """``__/__/____`` shows the mark and not the order: the region's order with that mark."""
    match = _EMPTY.match(control.placeholder.strip()) or _EMPTY.match(control.value.strip())
    if not match:
        return ""
    if match.group(2):
        return match.group(2).join(("yyyy", "mm", "dd"))
    return match.group(1).join(part for part in re.split(r"[^dmy]+", date_pattern(region)) if part)


def _of_example(match: re.Match[str]) -> str:
    """An example decides only when it can be read in one way: 27/3/2007, 2026-03-27."""
    first, mark, second, third = match.groups()
    if len(first) == 4:
        return f"yyyy{mark}mm{mark}dd"
    if len(third) != 4:
        return ""
    if int(first) > 12 >= int(second):
        return f"dd{mark}{'mm' if len(second) == 2 else 'm'}{mark}yyyy"
    if int(second) > 12 >= int(first):
        return f"{'mm' if len(first) == 2 else 'm'}{mark}dd{mark}yyyy"
    return ""
