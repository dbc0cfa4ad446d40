"""Gathers boxes that a page's script keeps one by one into the one question that their legend asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from agent.browser.page import Control, Option, PageMap
from agent.planner.autofill.veto import consent
from agent.planner.autofill.words import words_of

LONGEST = 80
"""Characters of a choice's label; what is longer is a statement of its own."""


def with_box_groups(page: PageMap) -> PageMap:
    """The same page with boxes of one legend as one control with options; each option keeps its box's ref.

    Only boxes without a name of their own on the wire, or under a legend that asks ("?") or is marked as required.
    A consent or declaration is never one choice of several: where one stands among the boxes, all stay single.
    """
    controls = tuple(_gathered(page.controls))
    return page if len(controls) == len(page.controls) else replace(page, controls=controls)


def _gathered(controls: Sequence[Control]) -> Iterator[Control]:
    of_others = {(each.form, each.legend) for each in controls if not _is_box(each) and each.visible}
    for (form, legend, boxes), group in groupby(controls, lambda each: (each.form, each.legend, _is_box(each))):
        members = list(group)
        if boxes and len(members) > 1 and (form, legend) not in of_others and _belong(legend, members):
            yield _one(legend, members)
        else:
            yield from members


def _is_box(control: Control) -> bool:
    return control.type == "checkbox" and len(control.options) < 2 and control.role != "switch"


def _belong(legend: str, boxes: Sequence[Control]) -> bool:
    asks = legend.rstrip(" *:").endswith("?") or legend.rstrip().endswith("*")
    if not legend.strip() or not (asks or not any(box.name for box in boxes)):
        return False
    short = all(box.label.strip() and len(box.label) <= LONGEST and box.label != legend for box in boxes)
    return short and not any(consent(words_of(box)) for box in boxes)


def _one(legend: str, boxes: Sequence[Control]) -> Control:
    options = tuple(Option(box.ref, box.id, box.value, box.label, box.checked, box.default_checked, box.disabled)
                    for box in boxes)
    error = next((box.error for box in boxes if box.error.strip()), "")
    return replace(boxes[0], name="", id="", label=legend.rstrip(" *"), legend="", options=options, error=error,
                   value=", ".join(box.value for box in boxes if box.checked), checked=False, default_checked=False,
                   default=", ".join(box.value for box in boxes if box.default_checked), multiple=True,
                   required=legend.rstrip().endswith("*") or any(box.required for box in boxes),
                   visible=any(box.visible for box in boxes), disabled=all(box.disabled for box in boxes))
