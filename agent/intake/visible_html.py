"""The text of an HTML document that a person sees, a line for each block. Pure; opens and runs nothing.

Favours leaving out: what a style, an attribute or a colour may hide is no text, nor is what a script would show.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser

from agent.intake.hiding_styles import (
    MOST_RULES,
    Colour,
    Rule,
    Rules,
    alike,
    background_of,
    colour_of,
    declarations,
    hides,
    rules_of,
)

_NEVER = frozenset(("head", "script", "style", "title", "template", "noscript", "noframes", "noembed", "iframe",
    "object", "applet", "audio", "video", "canvas", "svg", "math", "select", "datalist", "option", "textarea",
    "button", "bdo", "dialog", "rp", "xmp", "plaintext", "meter", "progress"))
"""Elements whose text is not the document's own shown text, or not in the order that it stands in."""
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "param"))
_BLOCKS = frozenset(("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
    "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    "caption"))
_CELLS = frozenset(("td", "th"))
CELL = " | "
"""Between the cells of a row, so that two numbers side by side are never read as one."""
_LAST = "<br>"
"""Ends a text that nothing follows; the library's own way to end takes minutes over some texts."""
_SPACE = re.compile(r"[ \t\r\n\f]+")
FARTHEST = 200
"""Open elements that an end tag looks back over; what it does not find stays open, as it may be hidden."""


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    hidden: bool
    colour: Colour
    behind: Colour


class _Seen(HTMLParser):
    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self.rules = rules
        self.stack = [_Open("", False, (0, 0, 0), (255, 255, 255))]
        self.open: Counter[str] = Counter()
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Override HTMLParser.handle_starttag."""
        self._part(tag)
        if tag not in _VOID:
            self.stack.append(self._entered(tag, {name: value or "" for name, value in reversed(attrs)}))
            self.open[tag] += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Override HTMLParser.handle_startendtag: browsers take ``<div/>`` for ``<div>``."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Override HTMLParser.handle_endtag: an inline element's end closes nothing around a block, as in browsers."""
        self._part(tag)
        if not self.open[tag]:
            return
        for at in range(len(self.stack) - 1, max(len(self.stack) - 1 - FARTHEST, 0), -1):
            if self.stack[at].tag == tag:
                for each in self.stack[at:]:
                    self.open[each.tag] -= 1
                del self.stack[at:]
                return
            if tag not in _BLOCKS and tag not in _CELLS and (
                    self.stack[at].tag in _BLOCKS or self.stack[at].tag in _CELLS):
                return

    def handle_data(self, data: str) -> None:
        """Override HTMLParser.handle_data."""
        here = self.stack[-1]
        if not here.hidden and not alike(here.colour, here.behind):
            self.pieces.append(_SPACE.sub(" ", data))

    def _part(self, tag: str) -> None:
        if tag in _BLOCKS or tag == "br":
            self.pieces.append("\n")
        elif tag in _CELLS:
            self.pieces.append(CELL)

    def _entered(self, tag: str, said: dict[str, str]) -> _Open:
        around = self.stack[-1]
        names = frozenset([*(f".{each}" for each in said.get("class", "").lower().split()[:30]),
                           *(f"#{each}" for each in said.get("id", "").lower().split()[:1])])
        own = self.rules.applying(tag, names)
        own += [declarations(said["style"][:4_000])] if "style" in said else []
        hidden = (around.hidden or tag in _NEVER or "hidden" in said or (tag == "details" and "open" not in said)
                  or any(map(hides, own)))
        colour = colour_of(said.get("color", "")) or around.colour
        behind = colour_of(said.get("bgcolor", "")) or around.behind
        for each in own:
            colour = colour_of(each.get("color", "")) or colour
            behind = background_of(each) or behind
        return _Open(tag, hidden, colour, behind)


class _Sheets(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.rules: list[Rule] = []
        self.too_many = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Override HTMLParser.handle_starttag."""
        self.inside = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        """Override HTMLParser.handle_endtag."""
        self.inside = False

    def handle_data(self, data: str) -> None:
        """Override HTMLParser.handle_data."""
        if self.inside and not self.too_many:
            found = rules_of(data)
            self.rules += found or []
            self.too_many = found is None or len(self.rules) > MOST_RULES


def visible_text(html: str) -> str:
    """The text that is seen, in order, lines divided by line ends and cells of a table by ``|``.

    Empty where its style sheets are too long to tell what they hide.
    """
    sheets = _Sheets()
    sheets.feed(f"{html}{_LAST}")
    if sheets.too_many:
        return ""
    seen = _Seen(Rules(sheets.rules))
    seen.feed(f"{html}{_LAST}")
    lines = (" ".join(line.split()) for line in "".join(seen.pieces).split("\n"))
    return "\n".join(line for each in lines if (line := each.strip(" |")))
