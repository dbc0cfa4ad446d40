"""Every setting there is, in one typed table, and the file they are kept in: ``settings.json`` in the home.

The settings page, the command line, the checks and the documentation come from `TABLE`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

Value = bool | int | str

FILE = "settings.json"


class Group(StrEnum):
    """Headings of the settings page."""

    LOOKS = "Appearance"
    WORK = "How it works"
    MODEL = "Model"
    BUDGET = "What a model may use up"
    AROUND = "Window and notifications"


class SecondLook(StrEnum):
    """When a model looks over what is filled in, before its person does."""

    WITH_MODEL = "with-model"    # where a model worked on the form anyway
    ALWAYS = "always"
    NEVER = "never"


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


def model_address(text: str) -> str:
    """A model server's address as it is kept: scheme, host, port and path, without a slash at the end.

    Raises:
        BadSetting: no web address, one with a password, or one that would go over an open network unencrypted.
    """
    text = text.strip()
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        if "://" not in text and is_near(parts.hostname or ""):
            parts = parts._replace(scheme="http")
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or parts.scheme not in ("http", "https") or parts.query or parts.fragment or port == 0:
        raise BadSetting("Model server: an address such as https://api.anthropic.com or http://localhost:11434.")
    if "@" in parts.netloc:
        raise BadSetting("Model server: a name and password can't be kept here, since this file is not encrypted. "
                         "A key goes into the keyring.")
    if parts.scheme == "http" and not is_near(host):
        raise BadSetting("Model server: what is sent to a model must be encrypted on the way. Use https://, or http:// "
                         "for a server on this computer or in your own network.")
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}{f':{port}' if port else ''}{parts.path.rstrip('/')}"


def is_near(host: str) -> bool:
    """Whether a host is this computer or stands in a private network, by its name or number alone."""
    host = host.lower().rstrip(".")
    if host == "localhost" or host.endswith((".localhost", ".local", ".lan", ".internal", ".home.arpa")):
        return True
    try:
        number = ip_address(host)
    except ValueError:
        return False
    return number.is_loopback or (number.is_private and not number.is_unspecified)


def dollars(text: str) -> str:
    """An amount of US dollars as it is kept: ``1.00``; ``0.00`` lets nothing be spent.

    Raises:
        BadSetting: no amount from 0 to 1000.
    """
    plain = text.strip().lower().removeprefix("us").strip(" $").replace(",", ".").removesuffix("usd").strip()
    if not re.fullmatch(r"\d{1,4}(\.\d{1,2})?", plain) or float(plain) > MOST_DOLLARS:
        raise BadSetting(f"US dollars: an amount from 0 to {MOST_DOLLARS}, such as 1.50.")
    return f"{float(plain):.2f}"


def fact_kinds(text: str) -> str:
    """Names of kinds of facts as they are kept, in order, with commas between; ``none`` for none.

    Raises:
        BadSetting: something in it is no name of a kind. Whether there is such a kind, others must know.
    """
    names = sorted({each.lower() for each in re.split(r"[\s,;]+", text.strip()) if each})
    if names in ([], [NONE]):
        return NONE
    if bad := [each for each in names if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", each) or each == NONE]:
        raise BadSetting(f"“{bad[0]}” is no kind of fact. Write kinds such as postal-code, with commas between, or "
                         "none.")
    return ", ".join(names)


def kinds_in(value: Value) -> frozenset[str]:
    """The kinds that a value of such a setting names."""
    return frozenset(each for each in str(value).split(", ") if each and each != NONE)


def _model_name(text: str) -> str:
    text = text.strip()
    if len(text) > 200 or not text.isprintable():
        raise BadSetting("Model: its name as the server writes it, such as qwen3:14b.")
    return text


NONE = "none"
MOST_DOLLARS = 1000
VENDOR = "https://api.anthropic.com"
OTHER = "other"

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
    Setting("again-days", 20, Group.WORK, "Warn when the same is sent again",
            "Days within which a second sending of the same values to the same page is pointed out on the review. "
            "For a chore that comes more often it is most of the time between two.", least=0, most=366),
    Setting("show-browser", False, Group.WORK, "Show the browser's window",
            "Watch the real window while it works. Keep your hands off it: what you type there is not checked."),
    Setting("live-pictures", True, Group.WORK, "Pictures while it works",
            "Shows the page in the Running view. They stay on this computer and are removed when the task ends."),
    Setting("web-proxy", "system", Group.WORK, "Web proxy",
            "How pages are reached. “system” follows HTTPS_PROXY, HTTP_PROXY and NO_PROXY or what the computer is set "
            "to, “none” goes directly, or give an address such as http://proxy.example:8080. A proxy that wants a "
            "password must be set by the environment. Takes effect for the next page that is opened.",
            reads=web_proxy),
    Setting("model", "claude-sonnet-5-5", Group.MODEL, "Model",
            "Goes on where the embedded planner can't, once a key is set. Prices are US dollars for a million tokens "
            "(some 750,000 words) read and written; Haiku's are higher for very long prompts.",
            (("claude-sonnet-5-5", "Sonnet 5.5: $2 in, $10 out"),
             ("claude-haiku-5-5", "Haiku 5.5, cheap: $0.10 in, $0.50 out"),
             ("claude-opus-5-5", "Opus 5.5: $4 in, $20 out"), ("claude-fable-5-1", "Fable 5.1: $10 in, $50 out"),
             (OTHER, "Another, named below"))),
    Setting("model-name", "", Group.MODEL, "Another model's name",
            "As your server writes it, such as qwen3:14b.",
            reads=_model_name),
    Setting("model-address", VENDOR, Group.MODEL, "Server",
            "Anthropic's own, or another: Ollama, LM Studio, vLLM, llama.cpp and LiteLLM speak the same protocol; for "
            "Ollama on this computer it is localhost:11434.",
            reads=model_address),
    Setting("model-sees", NONE, Group.MODEL, "Facts it may see",
            "It works with placeholders and sees only which kind of fact stands where. Kinds chosen here it sees by "
            "value (on the command line by name, such as “country, language”). What your own task text says it always "
            "sees.",
            reads=fact_kinds),
    Setting("second-look", SecondLook.WITH_MODEL.value, Group.MODEL, "Second look by the model before review",
            "One small question to a cheap model before you review a form: does anything on it look wrong? What it "
            "says is marked on the sheet and decides nothing. After sending it may point to words of an unclear "
            "answer.",
            ((SecondLook.WITH_MODEL.value, "On, where a model filled in the form"),
             (SecondLook.ALWAYS.value, "Always, once a model is set up"), (SecondLook.NEVER.value, "Off"))),
    Setting("check-model", "", Group.MODEL, "Model for the second look",
            "Its name as the server writes it. Left empty: Anthropic's cheap one at its own server, elsewhere the "
            "model chosen above.", reads=_model_name),
    Setting("model-task-dollars", "1.00", Group.BUDGET, "Money for a task", "In US dollars. At the limit it stops and "
            "asks you; 0 lets a model do nothing.", reads=dollars),
    Setting("model-task-steps", 60, Group.BUDGET, "Steps for a task", "Answers of the model.", least=1, most=1000),
    Setting("model-task-minutes", 20, Group.BUDGET, "Minutes for a task", "While a model works on it; waiting for you "
            "does not count.", least=1, most=600),
    Setting("model-day-dollars", "5.00", Group.BUDGET, "Money for a day", "In US dollars, all tasks together.",
            reads=dollars),
    Setting("model-day-steps", 600, Group.BUDGET, "Steps for a day", "Answers of the model, all tasks together.",
            least=1, most=10_000),
    Setting("model-day-minutes", 240, Group.BUDGET, "Minutes for a day", "All tasks together.", least=1, most=1440),
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
