"""Every setting there is, in one typed table, and the file they are kept in: ``settings.json`` in the home.

The settings page, the command line, the checks and the documentation come from `TABLE`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

Value = bool | int | str

FILE = "settings.json"


class Group(StrEnum):
    """Headings of the settings page."""

    LOOKS = "Appearance"
    WORK = "How it works"
    AROUND = "Window and notifications"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. A bool default makes a switch, an int a number within ``least``..``most``, choices a choice.

    A text default makes a line of text, which ``reads`` checks: it returns the text as it is kept, or raises
    `BadSetting`.
    """

    key: str
    default: Value
    group: Group
    label: str
    help: str
    choices: tuple[tuple[str, str], ...] = ()
    least: int = 0
    most: int = 0
    reads: Callable[[str], str] | None = None

    @property
    def kind(self) -> Literal["switch", "choice", "number", "text"]:
        """``switch``, ``choice``, ``number`` or ``text``."""
        if self.choices:
            return "choice"
        return "switch" if isinstance(self.default, bool) else "text" if isinstance(self.default, str) else "number"


class BadSetting(ValueError):
    """No such setting, or a value that it can't take; the text is for the person."""


def web_proxy(text: str) -> str:
    """A web proxy as it is kept: ``system``, ``none`` or ``http://host:port``.

    Raises:
        BadSetting: neither, or with a password, which would stand in the settings file for everybody to read.
    """
    text = text.strip()
    if text.lower() in ("system", "none"):
        return text.lower()
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or ("://" in text and parts.scheme != "http") or parts.path not in ("", "/") or parts.query:
        raise BadSetting("Web proxy: system, none, or an address such as http://proxy.example:8080. "
                         "Only HTTP proxies are supported.")
    if "@" in parts.netloc:
        raise BadSetting("Web proxy: a name and password can't be kept here, since this file is not encrypted. Put "
                         "the whole address into the environment variable HTTPS_PROXY and choose system.")
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port or 80}"


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
    Setting("web-proxy", "system", Group.WORK, "Web proxy",
            "How pages are reached. “system” follows HTTPS_PROXY, HTTP_PROXY and NO_PROXY or what the computer is set "
            "to, “none” goes directly, or give an address such as http://proxy.example:8080. A proxy that wants a "
            "password must be set by the environment. Takes effect for the next page that is opened.",
            reads=web_proxy),
    Setting("notify", True, Group.AROUND, "Notifications",
            "When something needs you, failed or is finished. They never show personal data."),
    Setting("tray", True, Group.AROUND, "Icon in the system tray", "Shows how many things need you."),
    Setting("keep-running", True, Group.AROUND, "Keep working when the window is closed",
            "Only where there is a system tray; quit from its menu."),
    Setting("autostart", False, Group.AROUND, "Start with the computer", "Opens in the tray after you log in."),
    Setting("welcomed", False, Group.AROUND, "Welcome screens seen", "Switch off to see them again at the next start."),
)

BY_KEY: Mapping[str, Setting] = {each.key: each for each in TABLE}


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
    if setting.reads is not None:
        return setting.reads(str(value))
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
