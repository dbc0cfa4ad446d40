"""Finds the button to press for a task: one that its words name, the form's own, or the search that it tells to make.

What the words name or a search is pressed as if it sent, so that it is held; what deletes, cancels, signs in or leaves
is never pressed for its name. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from agent.browser.page import Button, PageMap
from agent.intake.sought import searches, travels
from agent.planner.autofill.buttons import is_search, kind_of_button, main_button, never_pressed, words_on
from agent.planner.base import ButtonKind, Click

_PRESS = (
    r"click|press|hit|tap|push|klicke?n?(?: sie)?|dr[üu]cke?n?(?: sie)?|clique[zr]?|appuie[zr]?|pulsa|pulse|haz clic|"
    r"clicca|premi|klik|druk|kliknij|naci[śs]nij|clica|carrega|prime"
)
_BETWEEN = (
    r"on|the|auf|den|die|das|sur|le|la|en|el|su|il|op|de|het|w|na|em|no|o|button|knopf|schaltfl[äa]che|bouton|bot[óo]n|"
    r"pulsante|knop|przycisk|bot[ãa]o|labell?ed|called|named|marked|saying|that says|namens|mit der aufschrift|"
    r"intitul[ée]|"
    r"llamado|chiamato|genaamd"
)
_BEHIND = r"(?=\s*$|\s*[.,;!]|\s+(?:button|and|then|to|when|once|after|und|et|y|e|en|i|knopf|knop)\b)"


def click_for(page: PageMap, filled: Collection[int], texts: Sequence[str]) -> Click | None:
    """The press that goes on with a form, or None.

    Args:
        page: the page.
        filled: refs of the controls of the form.
        texts: the person's own words, the newest first.
    """
    button = _named(page, filled, texts) or main_button(page, filled)
    if button is None and any(searches(text) or travels(text) for text in texts):
        found = [each for each in _usable(page, filled) if is_search(each)]
        button = found[0] if len(found) == 1 else None
    if button is None:
        return None
    kind = kind_of_button(button)
    return Click(button.ref, words_on(button), ButtonKind.SUBMIT if kind is ButtonKind.OTHER else kind)


def _named(page: PageMap, filled: Collection[int], texts: Sequence[str]) -> Button | None:
    usable = [each for each in _usable(page, filled)
              if words_on(each).strip() and (is_search(each) or not never_pressed(each))]
    for text in texts:
        found = [each for each in usable if _names(text, words_on(each))]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _usable(page: PageMap, filled: Collection[int]) -> list[Button]:
    """The buttons of the form that is filled in; where it stands in none, those in none."""
    forms = {control.form for control in page.controls if control.ref in filled}
    return [each for each in page.buttons if each.visible and not each.disabled and each.form in forms]


def _names(text: str, words: str) -> bool:
    said = re.escape(" ".join(words.split()))
    return re.search(rf"\b(?:{_PRESS}) (?:(?:{_BETWEEN}) )*[\"“„«']?{said}[\"”“»']?{_BEHIND}",
                     " ".join(text.split()), re.IGNORECASE) is not None
