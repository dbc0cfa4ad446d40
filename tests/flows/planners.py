"""Planners for pages whose widgets are beyond the embedded one: it decides, these press or choose what it can't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from agent.browser.page import Button, Control
from agent.planner.autofill.plan import Autofill
from agent.planner.base import Action, ButtonKind, Choose, Click, View
from agent.protocol import Given, Source, SourceKind

MOST = 3
"""Presses of the helping button: the person may first have to allow what it asks for."""


@dataclass(slots=True)
class Presser:
    """Fills in as the embedded planner does; before it sends, presses a helping button and chooses what came of it.

    Args:
        button: the text of a button that a person presses before going on ("Find address"), until there is a choice.
        pick: the words of the choice that then appears and that a person takes.
    """

    button: str = ""
    pick: str = ""
    _inner: Autofill = field(default_factory=Autofill)
    _presses: int = 0
    _picked: bool = False

    async def decide(self, view: View) -> list[Action]:
        """The embedded planner's decision, or the helping press or choice."""
        choice = self._choice(view.page.controls)
        if choice is not None and not self._picked:
            self._picked = True
            return [choice]
        actions = await self._inner.decide(view)
        helping = next((each for each in view.page.buttons if each.text == self.button and each.visible), None)
        may = helping is not None and self._presses < MOST and not self._picked
        if helping is not None and may and not _is_empty(view):
            self._presses += 1
            return [*actions[:-1], _press(helping)]
        return actions

    def _choice(self, controls: Sequence[Control]) -> Choose | None:
        for control in controls if self.pick else ():
            for index, option in enumerate(control.options):
                if self.pick in option.label and not option.selected and control.visible:
                    return Choose(control.ref, index, Given(option.label, Source(SourceKind.TASK, self.pick)),
                                  "what a person takes")
        return None


def _press(button: Button) -> Click:
    return Click(button.ref, button.text, ButtonKind.OTHER)


def _is_empty(view: View) -> bool:
    """Whether the form is still empty: a person looks an address up after typing the postcode."""
    return not any(control.value for control in view.page.controls if control.visible and control.type == "text")
