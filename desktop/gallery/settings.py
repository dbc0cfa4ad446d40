"""Pictures of the Settings view and of the dialogs it opens."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QScrollArea, QWidget

from agent.protocol.messages import CheckResult, SettingDoc
from agent.protocol.settings import TABLE, Value
from desktop.around.about import About, Licences
from desktop.around.autostart.abc import PretendAutostart
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.link import Problem
from desktop.settings.check import CheckPane
from desktop.settings.view import SettingsView
from desktop.shell import Shell

HOME = Path("/home/kim/.local/share/Countersign")

CHECKS: list[CheckResult] = [
    {"check": "Browser: Chromium 141 at /usr/bin/chromium", "ok": True, "fix": ""},
    {"check": "Data folder is private", "ok": True, "fix": ""},
    {"check": "Keyring", "ok": False,
     "fix": "No keyring was found. Install gnome-keyring, or unlock with a passphrase at each start; passwords of "
            "sites are then not kept."},
]


def documents(**values: Value) -> list[SettingDoc]:
    """The settings as ``settings show`` answers, with other values for some (``-`` written as ``_``)."""
    given = {key.replace("_", "-"): value for key, value in values.items()}
    return [{"key": each.key, "kind": each.kind,
             "group": each.group.value, "label": each.label, "help": each.help,
             "value": given.get(each.key, each.default), "default": each.default,
             "choices": [list(choice) for choice in each.choices], "least": each.least, "most": each.most}
            for each in TABLE]


def _view(shell: Shell, desk: StandIn) -> QWidget:
    desk.reply("settings show", documents(scale=120, show_browser=True))
    desk.reply("doctor", CHECKS)
    desk.reply("gate check", {"channels": [{"name": f"way {n}", "result": "held"} for n in range(92)], "leaks": 0})
    return SettingsView(shell, HOME, PretendAutostart())


def _down(view: QWidget) -> None:
    for each in view.findChildren(CheckPane):
        each.run()
    area = view.findChildren(QScrollArea)[0]
    from desktop.gallery.run import settle

    settle()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def _refused(view: QWidget) -> None:
    rows = cast("SettingsView", view).rows
    rows["theme"].refuse("The settings could not be kept: the disk is full.")


def _search(view: QWidget) -> None:
    cast("SettingsView", view).search.setText("window")


def _failed(shell: Shell, desk: StandIn) -> QWidget:
    desk.reply("settings show", Problem("The agent is not running, so this was not done."))
    return SettingsView(shell, HOME, PretendAutostart())


def _about(shell: Shell, desk: StandIn) -> QWidget:
    return About(shell)


def _licences(shell: Shell, desk: StandIn) -> QWidget:
    return Licences(shell)


SCENES: tuple[Scene, ...] = (
    Scene("settings-full", _view, after=_refused),
    Scene("settings-checks", _view, after=_down),
    Scene("settings-search", _view, after=_search),
    Scene("settings-failed", _failed),
    Scene("settings-narrow-200", _view, 1100, 1000),
    Scene("about", _about, 460, 360),
    Scene("licences", _licences, 860, 600),
)
