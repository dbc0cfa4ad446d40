"""Finds the form that the task is about, and what on a page only the person can do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.browser.page import Control, PageMap
from agent.intake.words import stems_of
from agent.planner.autofill.items import is_shown
from agent.planner.autofill.recognition import Recognition, is_filled
from agent.planner.autofill.sign_in import form_kind
from agent.planner.autofill.start import relevance
from agent.planner.autofill.words import fold

_SECRET = frozenset({"password", "new-password", "one-time-code", "security-answer", "username"})
_ASIDE = frozenset({"search", "coupon", "honeypot", "consent-marketing"})
_CAPTCHA_FRAME = re.compile(r"recaptcha|hcaptcha|turnstile|funcaptcha|friendlycaptcha|challenges\.cloudflare")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something that only the person can do. ``name`` is part of a question's key, ``says`` its text."""

    name: str
    says: str


def target_form(page: PageMap, recognitions: Sequence[Recognition], task_text: str) -> int | None:
    """The form to fill: an index into ``page.forms``, -1 for controls outside any form, None if there is none.

    Search boxes, newsletter boxes and cookie settings are no forms to fill, unless the task is about them.
    """
    by_ref = {found.ref: found for found in recognitions}
    scores: dict[int, float] = {}
    for control in page.controls:
        found = by_ref.get(control.ref)
        if found is None or not is_shown(control) or found.kind in _ASIDE:
            continue
        scores[control.form] = scores.get(control.form, 0) + (2 if is_filled(found.kind) else 1)
    usable = {form: score for form, score in scores.items() if not _aside(page, form, by_ref, task_text)}
    if len(usable) > 1:  # the one that the task is about, however many boxes another has
        usable = {form: score * (_SIGN_IN if form_kind(page, form).signs_in else 1)
                  + _MEANT * relevance(form_says(page, form, alone=True), task_text) for form, score in usable.items()}
    return max(usable, key=lambda form: usable[form]) if usable else None


def form_says(page: PageMap, form: int, *, alone: bool = False) -> str:
    """What stands on and above a form; ``alone``: without what the whole page is called."""
    controls = [c for c in page.controls if c.form == form and is_shown(c)]
    buttons = [b.text or b.value for b in page.buttons if b.form == form and b.visible]
    around = [] if alone else [page.title, *(each.text for each in page.headings if each.level == 1)]
    return " | ".join(dict.fromkeys([*around, *(c.heading for c in controls), *(c.legend for c in controls), *buttons,
                                     *([] if alone else (c.label for c in controls))]))


_MEANT = 3.0
"""What one of the task's words on a form weighs against its fields (2 for one that is recognised, else 1)."""
_SIGN_IN = 0.25
"""A sign-in form beside another form is seldom the one that is meant."""


def _aside(page: PageMap, form: int, by_ref: dict[int, Recognition], task_text: str) -> bool:
    """Whether a form is only a newsletter box, a site search, a language menu or the like."""
    controls = [c for c in page.controls if c.form == form and is_shown(c) and by_ref[c.ref].kind not in _ASIDE]
    said = fold(
        " ".join(
            [*(b.text or b.value for b in page.buttons if b.form == form), *(c.legend or c.heading for c in controls)]
        )
    )
    if len(controls) == 1 and re.search(
        r"newsletter|subscribe|mailing list|abonnier|inscri\w+ a la newsletter|suscrib|iscriviti", said
    ):
        return not re.search(r"newsletter|subscribe|abonn", fold(task_text))
    if all(c.type.startswith("select") for c in controls) and not any(
        b.form == form and b.visible for b in page.buttons
    ):
        return len(controls) == 1 and bool(
            re.search(
                r"language|sprache|langue|idioma|lingua|taal|sort|currency", fold(controls[0].label + controls[0].name)
            )
        )
    return bool(re.search(r"\bcookies?\b", said)) and all(c.type == "checkbox" for c in controls)


def obstacle(page: PageMap, recognitions: Sequence[Recognition], form: int | None) -> Obstacle | None:
    """What stands in the way that only the person can do, or None."""
    by_ref = {found.ref: found for found in recognitions}
    kinds = {
        by_ref[c.ref].kind
        for c in page.controls
        if c.ref in by_ref and c.visible and not c.value and (form is None or c.form == form)
    }
    if any(kind.startswith("cc-") for kind in kinds):
        return Obstacle("payment", "The page asks for payment details. Only you can enter them.")
    if "one-time-code" in kinds:
        return Obstacle("code", "The page asks for a code that was sent to you. Only you can enter it.")
    if form is not None and form_kind(page, form).signs_in:
        return Obstacle("sign-in", "The site wants you to sign in. Only you can do that.")
    if kinds & {"password", "new-password", "security-answer"}:
        return Obstacle(
            "password", "The page asks for a password. Only you can enter it; Countersign never types passwords here."
        )
    if "captcha" in kinds or any(
        _CAPTCHA_FRAME.search(frame) and "invisible" not in frame for frame in page.frames[1:]
    ):
        return Obstacle("captcha", "The page wants a proof that you are human. Only you can give it.")
    return None


def is_left_alone(found: Recognition) -> bool:
    """Whether an item is nothing that the planner fills or asks about by itself."""
    return (
        found.kind in _SECRET
        or found.kind in ("search", "coupon", "honeypot")
        or found.kind == "captcha"
        or found.kind.startswith("cc-")
    )


def overlap(text: str, task_text: str) -> float:
    """How much of a link's words the task's words cover: 0 to 1, with stems compared."""
    words = stems_of(text)
    return len(words & stems_of(task_text)) / len(words) if words else 0.0


def visible_controls(page: PageMap) -> list[Control]:
    """The controls a person could answer now."""
    return [control for control in page.controls if is_shown(control)]
