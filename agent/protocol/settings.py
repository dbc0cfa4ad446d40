"""Every setting there is, in one typed table, and the file they are kept in: ``settings.json`` in the home.

The settings page, the command line, the checks and the documentation come from `TABLE`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

Value = bool | int | str

FILE = "settings.json"


class Group(StrEnum):
    """Headings of the settings page."""

    LOOKS = "Appearance"
    WORK = "How it works"
    AROUND = "Window and notifications"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. A bool default makes a switch, an int a number within ``least``..``most``, choices a choice."""

    key: str
    default: Value
    group: Group
    label: str
    help: str
    choices: tuple[tuple[str, str], ...] = ()
    least: int = 0
    most: int = 0

    @property
    def kind(self) -> Literal["switch", "choice", "number"]:
        """``switch``, ``choice`` or ``number``."""
        return "choice" if self.choices else "switch" if isinstance(self.default, bool) else "number"


TABLE: tuple[Setting, ...] = (
    Setting("theme", "system", Group.LOOKS, "Colours", "Follow the system, or always light or dark.",
            (("system", "Follow the system"), ("light", "Light"), ("dark", "Dark"))),
    Setting("density", "comfortable", Group.LOOKS, "Spacing", "How much room a line takes.",
            (("comfortable", "Comfortable"), ("compact", "Compact"))),
    Setting("scale", 100, Group.LOOKS, "Size of text and controls", "In per cent; takes effect at the next start.",
            least=100, most=200),
    Setting("side-by-side", 2, Group.WORK, "Tasks at once",
            "Browsers at work at the same time. Each needs about a processor core while pages load.", least=1, most=8),
    Setting("hold-minutes", 10, Group.WORK, "Keep pages open for you",
            "Minutes a filled page stays open while you decide. Later it is filled in again when you approve.",
            least=1, most=60),
    Setting("show-browser", False, Group.WORK, "Show the browser's window",
            "Watch the real window while it works. Keep your hands off it: what you type there is not checked."),
    Setting("live-pictures", True, Group.WORK, "Pictures while it works",
            "Shows the page in the Running view. They stay on this computer and are removed when the task ends."),
    Setting("notify", True, Group.AROUND, "Notifications",
            "When something needs you, failed or is finished. They never show personal data."),
    Setting("tray", True, Group.AROUND, "Icon in the system tray", "Shows how many things need you."),
    Setting("keep-running", True, Group.AROUND, "Keep working when the window is closed",
            "Only where there is a system tray; quit from its menu."),
    Setting("autostart", False, Group.AROUND, "Start with the computer", "Opens in the tray after you log in."),
    Setting("welcomed", False, Group.AROUND, "Welcome screens seen", "Switch off to see them again at the next start."),
)

BY_KEY: Mapping[str, Setting] = {each.key: each for each in TABLE}


class BadSetting(ValueError):
    """No such setting, or a value that it can't take; the text is for the person."""


def checked(key: str, value: object) -> Value:
    """The value as the setting takes it, from JSON or from words.

    Raises:
        BadSetting: names what can be given.
    """
    setting = BY_KEY.get(key)
    if setting is None:
        raise BadSetting(f"There is no setting “{key}”. Those are: {', '.join(BY_KEY)}.")
    if setting.kind == "switch":
        plain = {"true": True, "on": True, "yes": True, "false": False, "off": False, "no": False}.get(
            str(value).strip().lower())
        if plain is None:
            raise BadSetting(f"{setting.label}: on or off.")
        return plain
    if setting.kind == "choice":
        if value not in [choice for choice, _ in setting.choices]:
            raise BadSetting(f"{setting.label}: one of {', '.join(choice for choice, _ in setting.choices)}.")
        return str(value)
    try:
        number = int(str(value))
    except ValueError:
        raise BadSetting(f"{setting.label}: a number from {setting.least} to {setting.most}.") from None
    if not setting.least <= number <= setting.most:
        raise BadSetting(f"{setting.label}: a number from {setting.least} to {setting.most}.")
    return number


def read(home: Path) -> dict[str, Value]:
    """Every setting's value; what is missing, unreadable or out of range has its default."""
    values: dict[str, Value] = {each.key: each.default for each in TABLE}
    try:
        kept = json.loads((home / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return values
    for key, value in kept.items() if isinstance(kept, dict) else ():
        try:
            values[key] = checked(key, value)
        except BadSetting:
            continue  # of another version, or written by hand
    return values


def write(home: Path, key: str, value: object) -> dict[str, Value]:
    """Keeps one setting and returns all; the file is replaced whole, readable by its owner alone (0600).

    Raises:
        BadSetting: it can't take that value.
        OSError: the file can't be written.
    """
    values = read(home) | {key: checked(key, value)}
    changed = {name: each for name, each in values.items() if each != BY_KEY[name].default}
    fresh = home / f".{FILE}.new"
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps(changed, indent=2) + "\n", encoding="utf-8")
    fresh.replace(home / FILE)
    return values
