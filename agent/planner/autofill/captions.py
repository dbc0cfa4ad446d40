"""Finds section titles that are no headings: a short line of its own between two controls, as old tables have them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.browser.page import Control, PageMap
from agent.planner.autofill.date_words import DAY, MONTH, YEAR
from agent.planner.autofill.guess import DATE_KINDS
from agent.planner.autofill.rules import kind_of
from agent.planner.autofill.words import Words, core, fold
from agent.protocol.pattern import Pattern

LONGEST = 12
"""Words of a line that may be a title; see `subject.LONGEST_HEADING`."""

_TITLE = Pattern(r"^\W*(?:\d|[A-ZÀ-ÖØ-ÞŁŚŻŹĆ])")
_NO_TITLE = Pattern(
    r"(?:for example|e\.? ?g\b|eg\b|z\. ?b\b|zum beispiel|par exemple|p(?:or|\.) ?ej|ad esempio|es\.|bijv|np\.|"
    r"por exemplo|select|choose|please|bitte|wahlen|wählen|choisi|selecc|elija|scegli|selezion|kies|wybierz|escolh)",
    re.IGNORECASE)
_PART = Pattern(rf"(?:{DAY}|{MONTH}|{YEAR})")
_WORD = Pattern(r"[^\W\d_]{3}")
_SENTENCE = Pattern(r"[.!?…]\s*$")


def with_captions(page: PageMap, words: Sequence[Words]) -> list[Words]:
    """The words of each control with the nearest title above it as its heading.

    A title holds until the next one, or until the page's own headings or groups change.
    """
    lines = [" ".join(line.split()) for line in page.text.split("\n")]
    known = _known(page)
    found: list[Words] = []
    at, caption, dated = 0, "", ""
    before: Control | None = None
    for control, one in zip(page.controls, words, strict=True):
        if before is None or _moved(before, control):
            caption = ""
        if control.visible:
            place = _line_of(control, lines, at)
            if place >= 0:
                between = lines[at:place] if before is None else lines[at + 1:place]
                title = _title_in(between, known, control.heading)
                dated = title if _asks_date(title) else _date_before(lines[place], control, one)
                caption = caption if dated else title or caption
                at = place
            elif before is not None and _PART.fullmatch(one.said) and not _PART.fullmatch(found[-1].said):
                dated = _date_above(page.controls, control, lines, at)
            before = control
        one = _under(one, caption)
        dated = dated if _is_part(one) else ""
        found.append(_of_date(one, dated) if dated else one)
    return found


def _is_part(words: Words) -> bool:
    """Whether a control without a group asks for the day, the month or the year of a date."""
    return not _asks_date(words.legend) and bool(_PART.fullmatch(words.said) or _PART.fullmatch(words.placeholder))


def _asks_date(title: str) -> bool:
    """Whether a line asks for a date: it belongs to the boxes right behind it and to nothing further down."""
    kind = kind_of(core(fold(title))) if title else None
    return kind is not None and kind in DATE_KINDS


def _of_date(words: Words, dated: str) -> Words:
    """The words of a part of a date under the line that asks for it; its group goes up to the headings."""
    if not words.legend:
        return replace(words, legend=fold(dated))
    outer = (words.heading, *words.outer) if words.heading and not words.titled else words.outer
    return replace(words, legend=fold(dated), heading=words.legend, outer=outer, titled=False)


def _date_before(line: str, control: Control, words: Words) -> str:
    """What asks for a date in the very line of one of its parts: "Date of birth: DD …"."""
    if not _PART.fullmatch(words.said) or not control.label:
        return ""
    before = line.partition(control.label)[0].strip(" *:")
    return before if _asks_date(before) else ""


def _date_above(controls: Sequence[Control], control: Control, lines: Sequence[str], at: int) -> str:
    """The line that asks for the date a part belongs to, where the part's own label isn't drawn."""
    later = (_line_of(one, lines, at + 1) for one in controls if one.ref > control.ref and one.visible)
    end = next((place for place in later if place > at), len(lines))
    return next((line for line in lines[at + 1:end] if _asks_date(line.rstrip(" *:"))), "")


def _known(page: PageMap) -> frozenset[str]:
    known = {text for button in page.buttons for text in (button.text, button.drawn)}
    known |= {link.text for link in page.links}
    for control in page.controls:
        known |= {control.label, control.legend, control.hint, control.error, control.placeholder}
        known |= {option.label for option in control.options}
    return frozenset(" ".join(text.split()).rstrip(" *:") for text in known if text)


def _moved(before: Control, control: Control) -> bool:
    return (before.heading, before.frame, before.form) != (control.heading, control.frame, control.form)


def _line_of(control: Control, lines: Sequence[str], at: int) -> int:
    """The line with the control's label, from ``at`` on; -1 where it has none there."""
    asked = " ".join((control.label or control.legend).split())
    if not asked:
        return -1
    for place in range(at, len(lines)):
        if asked in lines[place]:
            return place
    return -1


def _title_in(between: Sequence[str], known: frozenset[str], heading: str) -> str:
    """The last title among these lines that comes after the page's own heading."""
    for line in reversed(between):
        plain = line.rstrip(" *:")
        if line == heading:
            return ""
        if plain not in known and _is_title(plain) and not _holds_labels(plain, known):
            return plain
    return ""


def _is_title(line: str) -> bool:
    return (len(line.split()) <= LONGEST and bool(_WORD.search(line)) and bool(_TITLE.search(line))
            and not _SENTENCE.search(line) and not _NO_TITLE.match(line))


def _holds_labels(line: str, known: frozenset[str]) -> bool:
    """Whether a line is labels or choices in a row, or the end of a label that breaks over lines."""
    rest = line
    for text in sorted((text for text in known if text and text in line), key=len, reverse=True):
        rest = rest.replace(text, " ")
    return len(re.sub(r"\W+", "", rest)) < 0.5 * len(re.sub(r"\W+", "", line)) or any(line in text for text in known)


def _under(words: Words, caption: str) -> Words:
    title = fold(caption)
    if not title or title in (words.heading, words.legend):
        return words
    outer = (words.heading, *words.outer) if words.heading and not words.titled else words.outer
    return replace(words, heading=title, outer=outer, titled=False)
