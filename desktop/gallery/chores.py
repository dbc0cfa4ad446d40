"""Pictures of the Chores view."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.chores.view import ChoresView
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.shell import Shell


def _empty(shell: Shell, desk: StandIn) -> QWidget:
    return ChoresView(shell)


SCENES: tuple[Scene, ...] = (Scene("chores-empty", _empty), Scene("chores-empty-narrow-200", _empty, 1100, 780))
