"""Answers a page's cookie wall with what is necessary and no more; consent itself is the person's alone.

| the wall shows                          | what happens                                                         |
|------------------------------------------|---------------------------------------------------------------------|
| a button that refuses                    | it is pressed                                                        |
| only settings beside "accept"            | they are opened, optional purposes taken out, the choice is saved    |
| only "accept", and the form can be used  | nothing                                                              |
| only "accept", and it is in the way      | the person is asked; "no" ends the task                              |

What stands on a page beside the wall decides nothing, and no site is known by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from agent.browser.page import Button, Control, PageMap
from agent.planner.autofill.buttons import cookie_refusal, words_on
from agent.planner.autofill.cookie_words import ACCEPT, OPTIONAL, REFUSE, SAVE, SETTINGS, TALK
from agent.planner.autofill.ticks import BY_RULE, says
from agent.planner.autofill.words import fold
from agent.planner.base import Action, Ask, AskKind, ButtonKind, Click, GiveUp, Tick, View
from agent.protocol import Given

MOST = 6
"""Presses on cookie walls in one run."""

_TYPED = ("text", "email", "tel", "number", "password", "textarea", "search", "url", "date")


def necessary_only(view: View) -> list[Action]:
    """The next actions on a wall that can be answered without consent; an empty list where there is none."""
    page, walls = view.page, view.walls
    if len(walls) >= MOST or not _talks(page):
        return []
    refusal = cookie_refusal(page)
    if refusal is not None:
        return [Click(refusal.ref, words_on(refusal), ButtonKind.OTHER)]
    if was_opened(walls):
        return _chosen(page)
    if any(SETTINGS.search(fold(each)) for each in walls):
        return []
    opens = _settings(page)
    return [opens] if opens is not None else []


def in_the_way(view: View) -> list[Action]:
    """What to do about a wall that only takes a yes, and without it the form can't be used: the person is asked."""
    page = view.page
    accept = _accept(page)
    if accept is None or not _talks(page):
        return []
    said = words_on(accept)
    key = f"{urlsplit(page.url).path or '/'}#cookies"
    answer = view.answers.get(key)
    if answer is None:
        return [Ask(key, AskKind.DECLARATION, f"The site shows its form only once its cookies are accepted, and offers "
                f"no other choice.\nMay “{said}” be pressed for you?\nThe page: {page.url}", ("yes", "no"))]
    if not says(answer):
        return [GiveUp("The site shows its form only once its cookies are accepted, and you said no.")]
    if said in view.walls:
        return []
    return [Click(accept.ref, said, ButtonKind.OTHER)]


def saves_choice(page: PageMap, ref: int, walls: Sequence[str]) -> bool:
    """Whether a button keeps the choice in cookie settings that the press before opened, and does nothing else.

    Its words alone would not do: "Save" also saves a form. It must stand in no form with anything to type into.
    """
    if not was_opened(walls) or not _talks(page):
        return False
    button = next((each for each in page.buttons if each.ref == ref), None)
    said = fold(words_on(button)) if button is not None else ""
    if button is None or not button.visible or not SAVE.search(said) or ACCEPT.search(said):
        return False
    return not any(c.visible and c.type in _TYPED for c in page.controls if c.form == button.form and button.form >= 0)


def is_of_wall(page: PageMap, text: str) -> bool:
    """Whether a press with these words answers a cookie wall that the page has."""
    said = fold(text)
    return _talks(page) and any(words.search(said) for words in (REFUSE, SETTINGS, SAVE, ACCEPT))


def was_opened(walls: Sequence[str]) -> bool:
    """Whether the last press on a wall opened its settings."""
    return bool(walls) and bool(SETTINGS.search(fold(walls[-1])))


def _talks(page: PageMap) -> bool:
    return bool(TALK.search(fold(page.text[:20000])))


def _chosen(page: PageMap) -> list[Action]:
    """Takes out every optional purpose that is on, then saves; nothing where one can't be taken out."""
    save = next((b for b in page.buttons if _usable(b) and SAVE.search(fold(words_on(b)))
                 and not ACCEPT.search(fold(words_on(b)))), None)
    if save is None:
        return []
    boxes = [c for c in page.controls if c.type == "checkbox" and c.checked and not c.disabled and _is_optional(c)]
    outs = [Tick(c.ref, False, Given("no", BY_RULE), "the page had ticked it; consents default to no") for c in boxes]
    return [*outs, Click(save.ref, words_on(save), ButtonKind.OTHER)]


def _is_optional(control: Control) -> bool:
    return bool(OPTIONAL.search(fold(f"{control.label} {control.legend} {control.name} {control.heading}")))


def _settings(page: PageMap) -> Click | None:
    if _accept(page) is None:  # a footer's "cookie settings" is no wall
        return None
    for button in page.buttons:
        if _usable(button) and SETTINGS.search(fold(words_on(button))):
            return Click(button.ref, words_on(button), ButtonKind.OTHER)
    for link in page.links:
        same = link.href.partition("#")[0] == page.url.partition("#")[0]
        if link.visible and same and SETTINGS.search(fold(link.text)):
            return Click(link.ref, link.text.strip(), ButtonKind.OTHER, is_link=True)
    return None


def _accept(page: PageMap) -> Button | None:
    return next((b for b in page.buttons if _usable(b) and ACCEPT.search(fold(words_on(b)))), None)


def _usable(button: Button) -> bool:
    return button.visible and not button.disabled
