"""Which model is asked, where, and with which key: put together from settings, keyring and environment.

| what    | from                                                                                                  |
|---------|-------------------------------------------------------------------------------------------------------|
| address | the setting; where that is left at its default, ``ANTHROPIC_BASE_URL``. The client is always told it. |
| key     | ``ANTHROPIC_API_KEY``, for the vendor's own address or one that the environment named; else keyring   |
| plain   | what the last probe of this very address and model found; unprobed, all but the vendor's is plain     |

A key in the keyring is bound to the origin for which it was given, so that another address never gets it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from agent.planner.claude.probed import recall
from agent.planner.claude.problems import NoModel
from agent.protocol import Origin, settings
from agent.protocol.settings import OTHER, VENDOR, BadSetting, Value, is_near, model_address
from agent.vault import keyring
from agent.vault.problems import VaultProblem

PURPOSE = "model key"

KEY_VARIABLE = "ANTHROPIC_API_KEY"
ADDRESS_VARIABLE = "ANTHROPIC_BASE_URL"


@dataclass(frozen=True)
class Connection:
    """How a model is reached. ``key`` may be empty: servers of one's own often want none.

    ``plain``: send no parameters for caching, thinking or effort. ``key_from``: as in `Key`, for what is said about it.
    """

    base_url: str
    key: str = field(repr=False)
    model: str
    plain: bool = False
    key_from: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Server:
    """Where the model is. ``named_by``: ``settings`` or ``environment``."""

    base_url: str
    named_by: str = "settings"

    @property
    def origin(self) -> Origin:
        """What a key is bound to."""
        parts = urlsplit(self.base_url)
        return Origin(f"{parts.scheme}://{parts.netloc}")

    @property
    def is_vendor(self) -> bool:
        """Whether it is the vendor's own."""
        return self.origin == VENDOR

    @property
    def host(self) -> str:
        """Its name alone."""
        return urlsplit(self.base_url).hostname or ""

    @property
    def takes_key(self) -> bool:
        """Whether a key may go there: encrypted, or without leaving this computer."""
        return self.base_url.startswith("https://") or is_loopback(self.host)

    @property
    def needs_key(self) -> bool:
        """Whether it is of no use without one."""
        return not is_near(self.host)


@dataclass(frozen=True, slots=True)
class Key:
    """A key and where it is from: ``environment``, ``keyring`` or empty."""

    value: str = field(repr=False)
    source: str = ""


def is_loopback(host: str) -> bool:
    """Whether a host is this computer."""
    return host in ("localhost", "::1") or host.endswith(".localhost") or host.startswith("127.")


def server_of(values: Mapping[str, Value], environment: Mapping[str, str]) -> Server:
    """The server that settings or environment name.

    Raises:
        NoModel: what the environment names can't be used.
    """
    address, named = str(values["model-address"]), environment.get(ADDRESS_VARIABLE, "").strip()
    if address != VENDOR or not named:
        return Server(address)
    try:
        return Server(model_address(named), "environment")
    except BadSetting as problem:
        raise NoModel(f"{ADDRESS_VARIABLE} in the environment can't be used. {problem}") from problem


def model_name(values: Mapping[str, Value]) -> str:
    """The id of the chosen model; empty where another was chosen and not named."""
    chosen = str(values["model"])
    return str(values["model-name"]) if chosen == OTHER else chosen


def key_for(server: Server, environment: Mapping[str, str]) -> Key:
    """The key for a server; empty if there is none.

    Raises:
        VaultProblem: the keyring can't be used.
    """
    if not server.takes_key:
        return Key("")
    given = environment.get(KEY_VARIABLE, "").strip()
    if given and (server.is_vendor or server.named_by == "environment"):
        return Key(given, "environment")
    kept = keyring.get(PURPOSE, server.origin)
    return Key(kept, "keyring" if kept else "")


def connect(home: Path, environment: Mapping[str, str] | None = None, *, probed: bool = True) -> Connection:
    """How the chosen model is reached.

    Args:
        home: the data folder, with its settings and what the last probe found.
        environment: the process's own unless given.
        probed: heed what the last probe found; not for the probe itself.

    Raises:
        NoModel: something is missing; the text says what, and how to give it.
    """
    environment = os.environ if environment is None else environment
    values = settings.read(home)
    server, model = server_of(values, environment), model_name(values)
    if not model:
        raise NoModel("name it in Settings, or with `model set NAME`.")
    try:
        key = key_for(server, environment)
    except VaultProblem as problem:
        if server.needs_key:
            raise NoModel(f"it needs a key. {problem}") from problem
        key = Key("")
    if not key.value and server.needs_key:
        raise NoModel(f"there is no key for {server.origin}. Give it in Settings, with `model key`, or as "
                      f"{KEY_VARIABLE} in the environment.")
    found = recall(home, server.base_url, model) if probed else None
    if found is not None and not found["usable"]:
        raise NoModel(f"{model} at {server.origin} was tried and can't do what is needed. {found['summary']} "
                      "Once that is mended, try it again in Settings or with `model probe`.")
    return Connection(server.base_url, key.value, model, found["plain"] if found else not server.is_vendor,
                      key.source)
