"""A part's title that a box took for its label, because the boxes of the part say what they want only inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agent.browser.page import Control, PageMap
from agent.planner.autofill.captions import LONGEST
from agent.planner.autofill.rules import kind_of
from agent.planner.autofill.words import Words, core, fold


def with_stray_titles(page: PageMap, words: Sequence[Words]) -> list[Words]:
    """The words of each control; the title above the first of several boxes with words inside is their heading.

    It holds for the boxes behind it until the page's own headings or groups change, or the next such title comes.
    """
    lines = {" ".join(line.split()) for line in page.text.split("\n")}
    found: list[Words] = []
    title: tuple[str, Control] | None = None
    for place, (control, one) in enumerate(zip(page.controls, words, strict=True)):
        if title and _moved(title[1], control):
            title = None
        inside = _inside(control)
        if inside and _is_title(page.controls, place, one, lines):
            title = one.said, control
            one = replace(one, said=inside, core=core(inside))
        found.append(_under(one, title[0]) if title else one)
    return found


def _is_title(controls: Sequence[Control], place: int, words: Words, lines: set[str]) -> bool:
    """Whether a label is a line of its own that names no kind, and the box beside it speaks only inside as well."""
    control = controls[place]
    label = " ".join(control.label.split())
    if not label or label not in lines or words.said != fold(label) or len(label.split()) > LONGEST or (
            kind_of(words.core) or kind_of(words.said)):
        return False
    after = controls[place + 1] if place + 1 < len(controls) else None
    return after is not None and not _moved(control, after) and not after.label and bool(_inside(after))


def _inside(control: Control) -> str:
    """The words inside an empty box that name a kind."""
    said = fold(control.placeholder)
    return said if kind_of(core(said)) else ""


def _moved(before: Control, control: Control) -> bool:
    return (before.heading, before.legend, before.frame, before.form) != (
        control.heading, control.legend, control.frame, control.form)


def _under(words: Words, title: str) -> Words:
    outer = (words.heading, *words.outer) if words.heading and not words.titled else words.outer
    return replace(words, heading=title, outer=outer, titled=False)
