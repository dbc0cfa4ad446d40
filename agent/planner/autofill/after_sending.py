"""Reads a whole page after sending: whether it still shows a form to fill or to go on with, and what it says."""

from __future__ import annotations

from agent.browser.page import PageMap
from agent.planner.autofill.answer_page import Answer, judge
from agent.planner.autofill.box_groups import with_box_groups
from agent.planner.autofill.buttons import kind_of_button
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.target import target_form
from agent.planner.base import ButtonKind


def goes_on(page: PageMap) -> bool:
    """Whether a form's button on the page says that it sends or leads on."""
    return any(kind_of_button(button) is not ButtonKind.OTHER for button in page.buttons
               if button.visible and button.form >= 0)


def read(page: PageMap, task_text: str = "") -> Answer:
    """What the site answered, the forms on its page taken into account."""
    page = with_box_groups(page)
    has_form = target_form(page, recognise(page), task_text) is not None
    return judge(page, has_form=has_form or goes_on(page))
