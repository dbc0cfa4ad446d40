"""Builds small page maps by hand, for tests of pure decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from agent.browser.page import Button, Control, Form, Heading, Link, Option, PageMap
from agent.planner.base import TaskFile, View
from agent.planner.claude.facts import is_private
from agent.protocol import FactKind
from tests.vendor.oversight import HERE

FACTS = {
    "given-name": "Eleanor",
    "additional-name": "Mary",
    "family-name": "Whitcombe",
    "honorific-prefix": "Ms",
    "sex": "female",
    "bday": "1986-03-14",
    "tel": "+447700900183",
    "email": "e.whitcombe@example.org",
    "address-line1": "14 Abbey Lane",
    "address-level2": "Shrewsbury",
    "postal-code": "SY3 7QX",
    "country": "GB",
    "vehicle-registration": "VX19 KLM",
    "sort-code": "20-20-15",
    "employer-name": "Severn Optics Ltd",
    "meter-number": "A14K 22317",
}

_refs = count(1)


def control(label: str = "", type: str = "text", **more: Any) -> Control:
    """A visible control; radios and selects take ``choices`` as labels or (value, label) pairs."""
    ref = next(_refs)
    choices = more.pop("choices", ())
    selected = more.pop("selected", None)
    pairs = [(c, c) if isinstance(c, str) else c for c in choices]
    options = tuple(
        Option(
            ref=next(_refs) if type == "radio" else -1,
            id=f"o{ref}-{i}",
            value=value,
            label=text,
            selected=i == selected,
            default=i == selected,
            disabled=False,
        )
        for i, (value, text) in enumerate(pairs)
    )
    tag = {"textarea": "textarea", "select-one": "select"}.get(type, "input")
    base = Control(
        ref=ref,
        frame=0,
        form=0,
        tag=tag,
        type=type,
        role="",
        name=more.pop("name", ""),
        id=more.pop("id", f"c{ref}"),
        selector=f"#c{ref}",
        label=label,
        legend="",
        heading="",
        hint="",
        error="",
        placeholder="",
        title="",
        autocomplete="",
        inputmode="",
        pattern="",
        min="",
        max="",
        maxlength=-1,
        accept="",
        multiple=False,
        value="",
        default="",
        checked=False,
        default_checked=False,
        options=options,
        required=False,
        disabled=False,
        readonly=False,
        visible=True,
        language="en",
        box=(10.0, 20.0 * ref, 200.0, 18.0),
    )
    return replace(base, **more)


def button(text: str, type: str = "submit", **more: Any) -> Button:
    """A visible button of the first form."""
    ref = next(_refs)
    base = Button(
        ref=ref,
        frame=0,
        form=0,
        type=type,
        text=text,
        name="",
        value="",
        id="",
        disabled=False,
        visible=True,
        box=(10.0, 20.0 * ref, 80.0, 18.0),
    )
    return replace(base, **more)


def link(text: str, href: str) -> Link:
    """A visible link."""
    return Link(ref=next(_refs), frame=0, text=text, href=href, visible=True)


def page(
    *controls: Control, buttons: Sequence[Button] | None = None, headings: Sequence[str] = (), **more: Any
) -> PageMap:
    """A page with one form; a "Send" button unless told otherwise."""
    base = PageMap(
        url="https://council.example/form",
        title="",
        language="en-GB",
        text="\n".join(headings),
        headings=tuple(Heading(1, text) for text in headings),
        forms=(Form(0, "f", "https://council.example/form", "post", "application/x-www-form-urlencoded"),),
        controls=controls,
        buttons=tuple([button("Send")] if buttons is None else buttons),
        links=(),
        errors=(),
        frames=("https://council.example/form",),
    )
    return replace(base, **more)


def view(shown: PageMap, task: str = "Do it", facts: Mapping[str, str] | None = None, **more: Any) -> View:
    """A view of a page with the usual facts."""
    known = {FactKind(kind): value for kind, value in (FACTS if facts is None else facts).items()}
    for kind, value in known.items():
        if is_private(kind):
            HERE.knows(kind, value)
    base = View(task_text=task, notes=(), facts=known, answers={}, files=(), edits={}, page=shown)
    return replace(base, **more)


def pdf(name: str) -> TaskFile:
    """A file of the task."""
    return TaskFile(name, f"/task/{name}", "application/pdf")
