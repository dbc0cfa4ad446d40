"""Finds what stands above each control: the headings that enclose it and the sentence that opens its part."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from agent.browser.page import Control, Heading, PageMap

LONGEST_OPENING = 240
"""Characters of a sentence that may open a part of a form; longer text is an explanation that mentions many people."""


@dataclass(frozen=True, slots=True)
class Section:
    """What encloses one control, as the page writes it.

    ``outer``: the headings above the nearest one, innermost first. A heading encloses what follows until the next one
    of its own level or of a higher one. ``opening``: the sentences between the control before and this one, or the one
    that opened the part before it, while heading and group stay the same.
    """

    outer: tuple[str, ...] = ()
    opening: str = ""
    titled: bool = False     # the nearest heading is the page's own title


def sections_of(page: PageMap) -> list[Section]:
    """One section a control, in the page's order."""
    found: list[Section] = []
    heading_at = -1
    text = _Text(page)
    before: Control | None = None
    opening = ""
    for control in page.controls:
        heading_at = _next_heading(page.headings, heading_at, control.heading)
        outer = _enclosing(page.headings, heading_at) if control.heading and heading_at >= 0 else ()
        if before is None or (before.heading, before.legend) != (control.heading, control.legend):
            opening = ""
        if control.visible:
            opening = text.sentence_before(control) or opening
        found.append(Section(outer, opening, bool(control.heading) and heading_at >= 0 and _is_title(page, heading_at)))
        before = control
    return found


def _next_heading(headings: tuple[Heading, ...], at: int, text: str) -> int:
    """The place of the next heading with this text from ``at`` on; headings repeat, so the walk goes forward."""
    if not text:
        return at
    for place in chain(range(max(at, 0), len(headings)), range(max(at, 0))):
        if headings[place].text == text:
            return int(place)
    return -1


def _enclosing(headings: tuple[Heading, ...], at: int) -> tuple[str, ...]:
    found: list[str] = []
    level = headings[at].level
    for heading in reversed(headings[:at]):
        if heading.level < level:
            level = heading.level
            found.append(heading.text)
    return tuple(found[:-1] if found and level == 1 else found)


def _is_title(page: PageMap, at: int) -> bool:
    """Whether a heading names the whole page: the only one of the highest level, with others or nothing below it."""
    level = page.headings[at].level
    return level == 1 and sum(heading.level == 1 for heading in page.headings) == 1


class _Text:
    """Walks the visible text of a page line by line, in step with its controls."""

    def __init__(self, page: PageMap) -> None:
        self._lines = [" ".join(line.split()) for line in page.text.split("\n")]
        self._at = 0
        self._headings = {heading.text for heading in page.headings}
        self._known = {heading.text for heading in page.headings} | {button.text for button in page.buttons}
        for control in page.controls:
            self._known |= {control.label, control.legend, control.hint, control.error, control.placeholder}
            self._known |= {option.label for option in control.options}

    def sentence_before(self, control: Control) -> str:
        """The sentence directly between the control before and this one's label, else an empty text."""
        asked = control.label or control.legend
        if not asked:
            return ""
        for place in range(self._at, len(self._lines)):
            if self._lines[place].startswith(asked):
                between = [line for line in self._after_heading(place) if self._opens(line)]
                self._at = place + 1
                return between[-1] if between else ""
        return ""

    def _after_heading(self, place: int) -> list[str]:
        """The lines up to a place; a sentence above a heading opens what the heading stands in, not what is below."""
        lines = self._lines[self._at : place]
        last = max((at for at, line in enumerate(lines) if line in self._headings), default=-1)
        return lines[last + 1 :]

    def _opens(self, line: str) -> bool:
        plain = line.rstrip(" *:")
        return (
            len(plain.split()) >= 3
            and len(line) <= LONGEST_OPENING
            and line not in self._known
            and plain not in self._known
            and not any(line in known or known in line for known in self._known if len(known) > 20)
        )
