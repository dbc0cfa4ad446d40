"""What stands on the page, is not on the wire, and is still worth knowing before deciding."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from agent.browser.page import Control, PageMap
from agent.review.filled import Filled
from agent.review.sheet import LeftOut, NotSent
from agent.review.words import is_consent, is_declaration


def left_out(page: PageMap, form: int, joined: Collection[int], filled: Sequence[Filled], keys: frozenset[str],
             question: Callable[[Control], str]) -> tuple[NotSent, ...]:
    """Lists consents left empty, boxes unticked, groups unanswered, and values of ours that the page does not send.

    Args:
        page: as it was just before the press.
        form: index of the form that was sent, -1 for none.
        joined: refs of the controls that stand behind a field on the wire.
        filled: what we put in.
        keys: the names on the wire.
        question: what a control asks, for the label.
    """
    found: list[NotSent] = []
    for control in page.controls:
        if control.ref in joined or control.disabled or (form >= 0 and control.form != form):
            continue
        reason = _reason(control, filled, keys)
        if reason is not None:
            found.append(NotSent(control.name, question(control) or control.name or control.id, reason))
    return tuple(found)


def _reason(control: Control, filled: Sequence[Filled], keys: frozenset[str]) -> LeftOut | None:
    if control.name in keys and control.name:
        return None
    refs = {control.ref} | {option.ref for option in control.options if option.ref >= 0}
    ours = next((one for one in reversed(filled) if one.ref in refs), None)
    if ours is not None and ours.on and ours.given.value:
        return LeftOut.NOT_SENT
    if control.type == "radio":
        return LeftOut.UNANSWERED if control.visible else None
    if control.type != "checkbox":
        return None
    if control.default_checked or any(option.default for option in control.options):
        return LeftOut.UNTICKED
    said = "\n".join([control.label, control.legend, control.name, *(option.label for option in control.options)])
    return LeftOut.CONSENT if is_consent(said) or is_declaration(said, control.language) else None
