"""Tells parts of a form that come later from fields that are hidden to trap somebody."""

from __future__ import annotations

from itertools import pairwise

from agent.browser.page import Control, PageMap
from agent.planner.autofill.guess import AUTOCOMPLETE

LEAST = 3
"""Fields in a row that are not drawn make a part of the form. Traps for robots stand alone or in pairs."""
_ODD = ("off", "nope", "false", "new-password")
_LISTS = ("select-one", "select-multiple")
_CHOSEN = ("radio", "checkbox", "file")


def shown_later(page: PageMap) -> frozenset[int]:
    """The refs of controls in a part of a form that is not drawn at all for now, such as a later step.

    A field that is drawn but can't be seen (moved away, transparent, covered) never counts: only a trap is made so. Nor
    does a row in which most fields refuse autofill. A box beside a list of the same label counts also alone: one of the
    two is shown, by the country; so does one whose autofill name the page gives itself and gives to no shown field of
    its form: a second address line behind a link. What is recognised there is still not filled before it shows.
    """
    asked = [control for control in page.controls if control.type != "hidden"]
    found: list[int] = []
    run: list[Control] = []
    for control in asked:
        if run and (_drawn(control) or control.form != run[0].form):
            found += _part(run)
            run = []
        if not _drawn(control) and control.type not in _CHOSEN:
            run.append(control)
    found += _part(run)
    for one, two in pairwise(asked):
        if one.label and one.label == two.label and (one.type in _LISTS) != (two.type in _LISTS):
            found += [control.ref for control in (one, two) if not _drawn(control)]
    return frozenset(found) | _named_by_the_page(asked)


def _named_by_the_page(asked: list[Control]) -> set[int]:
    """Undrawn controls with an autofill name of the standard that no drawn one has, beside others that are named so."""
    forms: dict[int, list[Control]] = {}
    for control in asked:
        if control.autocomplete.lower().split()[-1:] and control.autocomplete.lower().split()[-1] in AUTOCOMPLETE:
            forms.setdefault(control.form, []).append(control)
    return {
        control.ref
        for named in forms.values() if len(named) >= LEAST and any(map(_drawn, named))
        for control in named
        if not _drawn(control) and not any(_drawn(each) and each.autocomplete == control.autocomplete for each in named)
    }


def _drawn(control: Control) -> bool:
    return control.visible or control.box[2] > 0 or control.box[3] > 0


def _part(run: list[Control]) -> list[int]:
    odd = sum(control.autocomplete.lower() in _ODD for control in run)
    return [control.ref for control in run] if len(run) >= LEAST and 2 * odd <= len(run) else []
