"""Says which boxes of a page must be opened to know their options: those of the form that is meant."""

from __future__ import annotations

from agent.browser.page import PageMap
from agent.planner.autofill.items import is_shown
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.target import is_left_alone, target_form

MOST_LISTS = 40
"""Lists opened on one page; a long form has some ten."""


def lists_needed(page: PageMap, task_text: str) -> list[int]:
    """The refs of boxes whose options the planner needs. The person's facts play no part: nothing can be told from it.

    A box that is left to the person stays shut.
    """
    if not any(control.popup for control in page.controls):
        return []
    recognitions = recognise(page)
    form = target_form(page, recognitions, task_text)
    left = {found.ref for found in recognitions if is_left_alone(found)}
    return [c.ref for c in page.controls
            if c.popup and c.form == form and c.ref not in left and is_shown(c)][:MOST_LISTS]
