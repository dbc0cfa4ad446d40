"""One picture of the gallery: a name and how to make the widget that is pictured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.gallery.stand_in import StandIn
from desktop.shell import Shell


@dataclass(frozen=True, slots=True)
class Scene:
    """``make`` sets the stand-in's replies and returns the view; it is shown at ``width`` × ``height`` and pictured.

    ``after`` may press things once answers have come in (open a row, type a filter).
    """

    name: str                    # file name without ending: ``review-money``
    make: Callable[[Shell, StandIn], QWidget]
    width: int = 1100
    height: int = 780
    after: Callable[[QWidget], None] | None = None
