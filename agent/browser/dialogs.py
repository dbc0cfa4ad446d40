"""Watches for the dialogs a page's script opens: every one is recorded, and dismissed unless the person said yes to it.

Two are answered otherwise. What the person answered yes to (`agree`) is accepted the next time it comes, once, and only
if it says the very same. And a page that asks whether it may be left (``beforeunload``) is left while a press or an
opening of ours is what leaves it (`leaving`): what leaves the page is a request, and those the gate judges.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.async_api import BrowserContext, Dialog
from playwright.async_api import Error as PlaywrightError

LONGEST_MESSAGE = 1_000
"""Characters of a dialog's message that are kept."""

MOST = 50
"""Dialogs remembered between two looks; a page can open any number."""


@dataclass(frozen=True, slots=True)
class Said:
    """A dialog. ``kind`` is ``alert``, ``confirm``, ``prompt`` or ``beforeunload``; ``accepted``: see `Dialogs`."""

    kind: str
    message: str
    accepted: bool = False


class Dialogs:
    """Answers the dialogs of a browser context until closed."""

    def __init__(self, context: BrowserContext) -> None:
        self._context = context
        self._said: list[Said] = []
        self._agreed: set[tuple[str, str]] = set()
        self._leaving = False
        context.on("dialog", self._answer)

    def agree(self, kind: str, message: str) -> None:
        """Takes the person's yes to one dialog."""
        self._agreed.add((kind, message))

    @contextmanager
    def leaving(self) -> Iterator[None]:
        """While we press or open something: a page that asks whether it may be left is left."""
        self._leaving = True
        try:
            yield
        finally:
            self._leaving = False

    async def _answer(self, dialog: Dialog) -> None:
        message = dialog.message[:LONGEST_MESSAGE]
        known = (dialog.type, message) in self._agreed
        accepted = known or (dialog.type == "beforeunload" and self._leaving)
        self._agreed.discard((dialog.type, message))
        if len(self._said) < MOST:
            self._said.append(Said(dialog.type, message, accepted))
        try:
            await (dialog.accept() if accepted else dialog.dismiss())
        except PlaywrightError:
            return  # the page went away with its dialog

    def take(self) -> tuple[Said, ...]:
        """Returns what was said since the last call, and forgets it."""
        said = tuple(self._said)
        self._said.clear()
        return said

    def close(self) -> None:
        """Stops watching."""
        self._context.remove_listener("dialog", self._answer)
