"""What a form on a component library is: which widget each field has, and what the server must receive for it."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Widget(StrEnum):
    """What a person operates to give a field its value."""

    TEXT = "text"
    AREA = "text area"
    MASK = "masked input"
    SELECT = "select"                # a list that is opened
    COMBOBOX = "combobox"            # a list that typing narrows down; only what it lists counts
    AUTOCOMPLETE = "autocomplete"    # free text with suggestions
    MULTI = "multi-select"
    DATE = "date picker"
    RADIO = "radio group"
    CHECKS = "checkbox group"
    CHECKBOX = "checkbox"
    SWITCH = "switch"
    SLIDER = "slider"
    NUMBER = "number stepper"
    FILE = "file"
    RICH = "rich text"


MESSAGE = "I can help in the reading room."

WANTED: Mapping[str, tuple[str, ...]] = {
    "name": ("Eleanor Ruth Whitcombe",), "email": ("e.whitcombe@example.org",), "phone": ("07700 900183",),
    "title": ("ms",), "country": ("GB",), "birthday": ("1986-03-14",), "town": ("Thornmere",),
    "postcode": ("TQ12 4AB",), "iban": ("GB33 BUKB 2020 1555 5555 55",), "contact": ("post",), "days": ("mon", "thu"),
    "languages": ("de", "en"), "visitors": ("3",), "hours": ("12",), "document": ("photo.png",), "message": (MESSAGE,),
    "news": ("false",), "terms": ("true",), "begin": ("2027-02-01",), "amount": ("1234.50",),
}
"""What the server must get for each field, unless a form says otherwise: lists in the order of their values."""

USUAL: Mapping[str, Widget] = {
    "name": Widget.TEXT, "email": Widget.TEXT, "phone": Widget.TEXT, "title": Widget.SELECT, "country": Widget.COMBOBOX,
    "birthday": Widget.DATE, "begin": Widget.DATE, "town": Widget.AUTOCOMPLETE, "postcode": Widget.MASK,
    "iban": Widget.MASK, "amount": Widget.MASK, "contact": Widget.RADIO, "days": Widget.CHECKS,
    "languages": Widget.MULTI, "visitors": Widget.NUMBER, "hours": Widget.SLIDER, "document": Widget.FILE,
    "message": Widget.AREA, "news": Widget.SWITCH, "terms": Widget.CHECKBOX,
}

ANSWERS: Mapping[str, str] = {
    "How should we contact you": "By post", "Which days suit you": "Monday, Thursday",
    "Languages you speak": "English, German", "I accept the terms": "yes", "Your message": MESSAGE,
    "First day wanted": "1 February 2027", "Amount overpaid": "1234.50", "Hours per week": "12",
    "Number of visitors": "3", "Proof of address": "photo.png",
}
"""What the person answers when asked for a field by its label. The profile knows the rest, the task two of these."""

TASK = "Please send them this form. Hours per week: 12. Number of visitors: 3."


@dataclass(frozen=True, slots=True)
class Form:
    """One form of ``apps/``.

    Args:
        name: its file's name there, and its address.
        framework: what its library is for.
        fields: the names of its fields, in their order.
        widgets: where a field is operated by another widget than usual.
        gets: where the server must get something else than usual, and everything that is right.
    """

    name: str
    framework: str
    fields: tuple[str, ...]
    widgets: Mapping[str, Widget] = field(default_factory=dict)
    gets: Mapping[str, Sequence[tuple[str, ...]]] = field(default_factory=dict)

    def widget(self, name: str) -> Widget:
        """What operates a field."""
        return self.widgets.get(name, USUAL[name])

    def right(self, name: str) -> Sequence[tuple[str, ...]]:
        """What the server may get for a field; the first is the usual."""
        return self.gets.get(name, [WANTED[name]])


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one field arrived."""

    name: str
    widget: Widget
    right: bool
    got: tuple[str, ...] | None      # None where nothing arrived under its name


def judge(form: Form, pairs: Sequence[tuple[str, str]]) -> list[Verdict]:
    """Compares what a server got with what it must get, field by field.

    Args:
        form: which form.
        pairs: names and values as `tests.flows.wire` reads them, lists as ``days.0``, ``days.1`` or a name repeated.
    """
    got: dict[str, list[str]] = defaultdict(list)
    for name, value in pairs:
        got[re.sub(r"\.\d+$", "", name)].append(value)
    return [_judge_one(form, name, got.get(name)) for name in form.fields]


def _judge_one(form: Form, name: str, values: list[str] | None) -> Verdict:
    widget = form.widget(name)
    if values is None:
        return Verdict(name, widget, False, None)
    found = tuple(sorted(_text(value) if widget is Widget.RICH else value for value in values))
    return Verdict(name, widget, any(found == tuple(sorted(each)) for each in form.right(name)), found)


def _text(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).replace("\u00a0", " ").split())
