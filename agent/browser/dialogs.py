"""Watches for the dialogs a page's script opens: every one is recorded and dismissed, none is ever accepted."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.async_api import BrowserContext, Dialog
from playwright.async_api import Error as PlaywrightError

LONGEST_MESSAGE = 1_000
"""Characters of a dialog's message that are kept."""


@dataclass(frozen=True, slots=True)
class Said:
    """A dialog that was dismissed. ``kind`` is ``alert``, ``confirm``, ``prompt`` or ``beforeunload``."""

    kind: str
    message: str


class Dialogs:
    """Dismisses the dialogs of a browser context until closed.

    Dismissing a ``beforeunload`` keeps the page where it is.
    """

    def __init__(self, context: BrowserContext) -> None:
        self._context = context
        self._said: list[Said] = []
        context.on("dialog", self._dismiss)

    async def _dismiss(self, dialog: Dialog) -> None:
        self._said.append(Said(dialog.type, dialog.message[:LONGEST_MESSAGE]))
        try:
            await dialog.dismiss()
        except PlaywrightError:
            return  # the page went away with its dialog

    def take(self) -> tuple[Said, ...]:
        """Returns what was said since the last call, and forgets it."""
        said = tuple(self._said)
        self._said.clear()
        return said

    def close(self) -> None:
        """Stops watching."""
        self._context.remove_listener("dialog", self._dismiss)
