"""Reads the forms in ``forms/*.txt`` into page maps with what is expected of each control."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from agent.browser.page import Button, Control, Heading, PageMap
from tests.planner.build import button, control, page

FOLDER = Path(__file__).parent / "forms"
_LINE = re.compile(r"(?P<ask>.*?)\s*->\s*(?P<kinds>\S+)(?:\s+(?P<subject>[a-z-]+))?(?P<maybe>\s+\?)?$")
_ATTRIBUTES = {"ph": "placeholder", "auto": "autocomplete"}


@dataclass(frozen=True, slots=True)
class Expected:
    """What one line of a form says."""

    line: str
    kinds: tuple[str, ...]
    subject: str
    maybe: bool


@dataclass(slots=True)
class TableForm:
    """One form: its title, language, and its controls with what is expected, in order."""

    title: str
    language: str
    controls: list[Control] = field(default_factory=list)
    expected: list[Expected] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    @property
    def page(self) -> PageMap:
        """The form as the planner sees it."""
        shown = page(*self.controls, buttons=self.buttons or None, title=self.title, language=self.language)
        return replace(shown, headings=tuple(self.headings), text="\n".join(self.text))


def read_forms(path: Path) -> list[TableForm]:
    """The forms of one file.

    Raises:
        ValueError: a line is none of the kinds that the README names.
    """
    forms: list[TableForm] = []
    legend = ""
    for raw in path.read_text(encoding="utf-8").splitlines():
        line = raw.strip()
        if not line or line.startswith("//"):
            continue
        if line.startswith("= "):
            forms.append(TableForm(line[2:], path.stem))
            legend = ""
            _head(forms[-1], 1, line[2:])
        elif line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            _head(forms[-1], level, line.lstrip("# "))
            legend = ""
        elif line.startswith("["):
            legend = line.strip("[]")
            forms[-1].text.append(legend)
        elif line.startswith("~ "):
            forms[-1].text.append(line[2:])
        elif line.startswith("button: "):
            forms[-1].buttons.append(button(line[8:]))
        else:
            _ask(forms[-1], line, legend)
    return forms


def _head(form: TableForm, level: int, text: str) -> None:
    form.headings.append(Heading(level, text))
    form.text.append(text)


def _ask(form: TableForm, line: str, legend: str) -> None:
    found = _LINE.match(line)
    if found is None:
        raise ValueError(f"not a line of a form: {line}")
    label, more = _take_attributes(found["ask"])
    heading = form.headings[-1].text if form.headings else ""
    made = control(label, legend=legend, heading=heading, language=form.language, **more)
    if made.type == "radio" and not legend:
        made = replace(made, legend=label)
    form.controls.append(made)
    form.text.append(label)
    form.expected.append(
        Expected(line, tuple(found["kinds"].split("|")), found["subject"] or "self", found["maybe"] is not None)
    )


def _take_attributes(ask: str) -> tuple[str, dict[str, Any]]:
    more: dict[str, Any] = {}
    attributes = re.search(r"\{(.*)\}$", ask)
    if attributes:
        ask = ask[: attributes.start()].strip()
        for pair in attributes[1].split(", "):
            key, _, value = pair.partition("=")
            if key == "off":
                more["visible"] = False
            else:
                more[_ATTRIBUTES.get(key, key)] = value
    for opening, closing, kind in (("<", ">", "select-one"), ("(", ")", "radio")):
        at = ask.rfind(opening)
        if ask.endswith(closing) and at >= 0 and "/" in ask[at:]:
            more.update(type=kind, choices=tuple(ask[at + 1 : -1].split("/")))
            ask = ask[:at].strip()
            break
    return ("" if ask == "-" else ask), more
