"""Gathers a form's controls into items: one thing to be answered each, with its key, label and whether it must be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from agent.browser.page import Control, PageMap
from agent.planner.autofill.recognition import Recognition
from agent.planner.autofill.words import fold, word_set
from agent.protocol import FactKind


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a form asks: a control, or the parts of a date or number. ``key`` is stable across rebuilds."""

    controls: tuple[Control, ...]
    parts: tuple[Recognition, ...]
    key: str
    label: str
    required: bool

    @property
    def control(self) -> Control:
        """The first control."""
        return self.controls[0]

    @property
    def found(self) -> Recognition:
        """What the first control was recognised as."""
        return self.parts[0]

    @property
    def kind(self) -> FactKind:
        """The kind of the whole: ``bday`` for the three parts of a birth date."""
        kind = self.found.kind
        return FactKind("bday") if len(self.parts) > 1 and kind.startswith("bday-") else kind

    @property
    def is_date(self) -> bool:
        """Whether a date is asked, in one control or several."""
        return self.found.part in ("day", "month", "year") or self.control.type == "date"

    @property
    def has_options(self) -> bool:
        """Whether one of several options is to be chosen."""
        return self.control.type in ("radio", "select-one", "select-multiple") or len(self.control.options) > 1


def items_of(page: PageMap, recognitions: Sequence[Recognition], form: int) -> list[Item]:
    """The items of one form, in document order. Hidden, disabled and read-only controls are no items."""
    by_ref = {found.ref: found for found in recognitions}
    shown = [(c, by_ref[c.ref]) for c in page.controls if c.form == form and c.ref in by_ref and is_shown(c)]
    groups: list[list[tuple[Control, Recognition]]] = []
    for control, found in shown:
        if groups and _continues(groups[-1], control, found):
            groups[-1].append((control, found))
        else:
            groups.append([(control, found)])
    marked = any(_is_marked(control) for control, _ in shown)
    return _unique([_item(page, group, marked) for group in groups])


def is_shown(control: Control) -> bool:
    """Whether a person could answer it now. Styled radios, boxes and file inputs are often drawn by their label."""
    drawn = control.visible or (control.type in ("radio", "checkbox", "file") and control.box[2] > 0)
    return drawn and control.type != "hidden" and not control.disabled and not control.readonly


def _continues(group: list[tuple[Control, Recognition]], control: Control, found: Recognition) -> bool:
    _, first = group[0]
    last, before = group[-1]
    if not found.part or not before.part or control.legend != last.legend:
        return False
    if "/" in found.part:
        return "/" in before.part and found.kind == first.kind and found.part.partition("/")[0] != "1"
    family = found.kind.rpartition("-")[0] if found.kind.startswith("bday-") else found.kind
    known = first.kind.rpartition("-")[0] if first.kind.startswith("bday-") else first.kind
    return family == known and found.part not in {each.part for _, each in group}


def _item(page: PageMap, group: list[tuple[Control, Recognition]], marked: bool) -> Item:
    control, found = group[0]
    controls, parts = tuple(c for c, _ in group), tuple(r for _, r in group)
    several = len(group) > 1
    label = (
        (control.legend or control.heading)
        if several
        else (control.label or control.legend or control.placeholder or control.title or control.name)
    )
    stem = (
        fold(control.legend)
        if several and control.legend
        else control.name
        if is_stable(control.name)
        else fold(label)
    )
    key = f"{_place(page, control)}#{re.sub(r'[^a-z0-9_.]+', '-', stem.lower()).strip('-')[:80]}"
    if marked:
        required = any(_is_marked(c) for c in controls)
    else:
        required = found.kind not in _SELDOM_NEEDED and not _OPTIONAL.search(fold(f"{label} {control.hint}"))
    return Item(controls, parts, key, " ".join(label.split()) or "a field without a label", required)


_SELDOM_NEEDED = word_set(
    "address-line2 address-line3 additional-name honorific-prefix honorific-suffix nickname organization tel-extension "
    "url flat-number house-number-suffix impp initials job-title birth-name vat-number"
)
"""Kinds that a form without any marks for what is required rarely insists on."""

_OPTIONAL = re.compile(
    r"\boptional\b|if (?:any|known|applicable)|freiwillig|facultatif|opcional|facoltativo|optioneel|opcjonaln|"
    r"falls vorhanden"
)


def _is_marked(control: Control) -> bool:
    """Whether the page says that an answer is required."""
    text = control.label or control.legend
    return control.required or bool(
        re.search(
            r"\*\s*$|^\s*\*|\((?:required|pflichtfeld|obligatoire|obligatorio|verplicht)\)", text.strip(), re.IGNORECASE
        )
    )


def is_stable(name: str) -> bool:
    """Whether a name looks written by a person and not made anew with each page."""
    bare = name.strip()
    return bool(bare) and not re.search(r"^:r|[0-9a-f]{6,}|\d{3,}", bare) and sum(c.isalpha() for c in bare) >= 2


def _place(page: PageMap, control: Control) -> str:
    action = page.forms[control.form].action if 0 <= control.form < len(page.forms) else page.url
    path = urlsplit(action or page.url).path or "/"
    # Numbers and long ids in an address belong to this visit, not to the form.
    return re.sub(r"/[0-9a-f-]{12,}|/\d+(?=/|$)", "/-", path)


def _unique(items: list[Item]) -> list[Item]:
    """Two items of one key get a number, so that one answer never lands in both."""
    seen: Counter[str] = Counter()
    found = []
    for item in items:
        seen[item.key] += 1
        found.append(item if seen[item.key] == 1 else replace(item, key=f"{item.key}-{seen[item.key]}"))
    return found
