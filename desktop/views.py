"""How each view of the window is made; a view's own code is imported only when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.navigation import View
from desktop.shell import Shell

Factory = Callable[[Shell], QWidget]


def factories(home: Path, usual_home: bool) -> dict[View, Factory]:
    """All views. ``usual_home``: the data folder is the system's usual one, so nothing has to name it."""
    def settings(shell: Shell) -> QWidget:
        from desktop.around.autostart import autostart
        from desktop.settings.view import SettingsView

        return SettingsView(shell, home, autostart(None if usual_home else home))

    return {View.INBOX: _inbox, View.RUNNING: _running, View.CHORES: _chores, View.RECEIPTS: _receipts,
            View.PROFILE: _profile, View.RECIPES: _recipes, View.SETTINGS: settings, View.FIGURES: _figures}


def _inbox(shell: Shell) -> QWidget:
    from desktop.inbox.view import InboxView

    return InboxView(shell)


def _running(shell: Shell) -> QWidget:
    from desktop.live.view import RunningView

    return RunningView(shell)


def _chores(shell: Shell) -> QWidget:
    from desktop.chores.view import ChoresView

    return ChoresView(shell)


def _receipts(shell: Shell) -> QWidget:
    from desktop.receipts.view import ReceiptsView

    return ReceiptsView(shell)


def _profile(shell: Shell) -> QWidget:
    from desktop.profile.view import ProfileView

    return ProfileView(shell)


def _recipes(shell: Shell) -> QWidget:
    from desktop.recipes.view import RecipesView

    return RecipesView(shell)


def _figures(shell: Shell) -> QWidget:
    from desktop.figures.view import FiguresView

    return FiguresView(shell)
