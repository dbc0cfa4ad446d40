"""Pictures of the Settings view and of the dialogs it opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from agent.protocol.messages import CheckResult, SettingDoc
from agent.protocol.model import ModelDoc, ProbeDoc, ProbeLine
from agent.protocol.settings import TABLE, Value
from desktop.around.about import About, Licences
from desktop.around.autostart.abc import PretendAutostart
from desktop.gallery.profile import FACTS, KINDS
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.link import Problem
from desktop.settings.check import CheckPane
from desktop.settings.sees_dialog import Sees
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


MODEL: ModelDoc = {
    "model": "claude-sonnet-5-5", "name": "Claude Sonnet 5.5", "price": "$2 in, $10 out a million tokens",
    "address": "https://api.anthropic.com", "address_from": "settings", "key": "keyring", "key_needed": True,
    "keyring": "", "ready": True, "problem": "", "spent_today": 0.37, "probed": "claude-sonnet-5-5 can do this work."}
NO_KEY: ModelDoc = {**MODEL, "key": "", "ready": False, "spent_today": 0.0, "probed": "", "problem": (
    "No model is set up: there is no key for https://api.anthropic.com. Give it in Settings, with `model key`, or as "
    "ANTHROPIC_API_KEY in the environment.")}
NO_RING: ModelDoc = {**NO_KEY, "keyring": (
    "There is no keyring on this system that could keep the key. Install one (GNOME Keyring or KWallet on Linux; "
    "Windows and macOS have theirs), or set ANTHROPIC_API_KEY in the environment. Keys are never kept in a file.")}


OWN: ModelDoc = {**MODEL, "model": "qwen3:14b", "name": "qwen3:14b", "price": "", "address": "http://localhost:11434",
                 "key": "", "key_needed": False, "spent_today": 0.0, "probed": ""}


def _probe(model: str, summary: str, *lines: tuple[str, bool, bool, str]) -> ProbeDoc:
    return ProbeDoc(address="http://localhost:11434", model=model, at="", reached=True, settled=True,
                    usable=all(ok or not needed for _, ok, needed, _ in lines), plain=True, summary=summary, cost=0.0,
                    lines=[ProbeLine(check=check, ok=ok, needed=needed, says=says)
                           for check, ok, needed, says in lines])


_SEEN = (("reachable", True, True, "http://localhost:11434 answers."),
         ("streams", True, True, "Its answers come piece by piece."))
_PLAIN = ("takes caching and thinking", False, False,
          "It refuses the parameters for caching, thinking and effort, so it is asked without them.")
GOOD = _probe(
    "qwen3:14b", "qwen3:14b can do this work, without caching and thinking.", *_SEEN,
    ("calls tools", True, True, "It calls a tool when told to."),
    ("keeps to a schema", True, True, "What it puts into a call has the right form."),
    ("does as told", True, True, "It put two given values where they belong."),
    ("goes on after a tool", True, True, "It goes on once a tool has answered."), _PLAIN)
_PROSE = ("It answers in prose where it should call a tool. A larger model, or one made for tools, may do it; "
          "llama.cpp needs --jinja.")
UNFIT = _probe("gemma3:270m", f"The planner can't work with gemma3:270m there. {_PROSE}", *_SEEN,
                ("calls tools", False, True, _PROSE), _PLAIN)


def _model(doc: ModelDoc, probe: ProbeDoc | None = None) -> Callable[[Shell, StandIn], QWidget]:
    def make(shell: Shell, desk: StandIn) -> QWidget:
        own = {"model": "other", "model_name": probe["model"], "model_address": probe["address"]} if probe else {}
        desk.reply("settings show", documents(**own))
        desk.reply("model show", doc)
        desk.reply("model probe", probe)
        return SettingsView(shell, HOME, PretendAutostart())
    return make


def _to_model(view: QWidget) -> None:
    shown = cast("SettingsView", view)
    assert shown.model is not None  # the settings have come
    if shown.rows["model"].setting["value"] == "other":
        shown.model.test.run()
    from desktop.gallery.run import settle

    settle()
    area = view.findChildren(QScrollArea)[0]
    page = area.widget()
    top = shown.rows["model"].mapTo(page, QPoint(0, 0)).y() if page is not None else 0
    area.verticalScrollBar().setValue(top - 60)


def _view(shell: Shell, desk: StandIn) -> QWidget:
    desk.reply("settings show", documents(scale=120, show_browser=True))
    desk.reply("model show", MODEL)
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


_REFUSED = ("It does not accept the key. The key comes from ANTHROPIC_API_KEY in the environment: put a valid one "
            "there and start Countersign again. It says: “invalid x-api-key”.")
NO_ENTRY = _probe("claude-sonnet-5-5", f"The planner can't work with claude-sonnet-5-5 there. {_REFUSED}", *_SEEN[:1],
                  ("takes the key", False, True, _REFUSED))


def _sees(value: str) -> Callable[[Shell, StandIn], QWidget]:
    def make(shell: Shell, desk: StandIn) -> QWidget:
        desk.reply("profile facts", FACTS)
        desk.reply("profile kinds", KINDS)
        return Sees(shell, value, lambda _value: None)
    return make


def _search_fact(view: QWidget) -> None:
    cast("Sees", view).search.setText("number")


SCENES: tuple[Scene, ...] = (
    Scene("settings-full", _view, after=_refused),
    Scene("settings-checks", _view, after=_down),
    Scene("settings-search", _view, after=_search),
    Scene("settings-failed", _failed),
    Scene("settings-model", _model(MODEL), after=_to_model),
    Scene("settings-model-no-key", _model(NO_KEY), after=_to_model),
    Scene("settings-model-no-keyring", _model(NO_RING), after=_to_model),
    Scene("settings-model-own", _model({**OWN, "probed": GOOD["summary"]}, GOOD), after=_to_model, height=900),
    Scene("settings-model-unfit", _model({**OWN, "model": "gemma3:270m", "name": "gemma3:270m",
                                             "ready": False, "probed": UNFIT["summary"],
                                             "problem": UNFIT["summary"]}, UNFIT), after=_to_model, height=900),
    Scene("settings-model-key-refused", _model({**MODEL, "key": "environment", "ready": False, "probed": _REFUSED,
                                                "problem": _REFUSED}, NO_ENTRY), after=_to_model, height=900),
    Scene("settings-facts", _sees("country, iban, language, postal-code"), 520, 600),
    Scene("settings-facts-200", _sees("country, iban, language, postal-code"), 1040, 1000),
    Scene("settings-facts-search", _sees("none"), 520, 600, after=_search_fact),
    Scene("settings-narrow-200", _view, 1100, 1000),
    Scene("about", _about, 460, 360),
    Scene("licences", _licences, 860, 600),
)
