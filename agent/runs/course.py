"""What one attempt has done so far, apart from what it put into the page: presses, the way, walls, dialogs."""

from __future__ import annotations

from dataclasses import dataclass, field

from agent.browser.dialogs import Said
from agent.planner.base import ButtonKind, Hop


@dataclass(slots=True)
class Course:
    """Grows with each press. ``tried`` holds signatures of pages pressed on; the rest is as in `View`."""

    tried: set[str] = field(default_factory=set)
    trail: list[Hop] = field(default_factory=list)
    walls: list[str] = field(default_factory=list)
    said: tuple[Said, ...] = ()          # dialogs that the last press, or the page since, opened
    covered: str = ""
    last_click: ButtonKind | None = None
    sent: bool = False                   # the last press sent something
    unarmed: int = 0                     # presses before the gate was armed
    begun_again: bool = False            # a session had expired, and the form was begun anew
    in_vain: int = 0                     # presses in a row on a page that stood as it does when last pressed on

    def begin_again(self) -> None:
        """Forgets the way: the form is gone through from its start once more. What was counted stays counted."""
        self.tried.clear()
        self.trail.clear()
        self.said, self.covered, self.last_click, self.sent, self.begun_again = (), "", None, False, True
