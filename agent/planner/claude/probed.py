"""What the last probe found, kept in ``model.json`` in the home; it only counts for the same address and model."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import cast

from agent.protocol.model import ProbeDoc

FILE = "model.json"


def keep(home: Path, found: ProbeDoc) -> None:
    """Writes it whole (0600).

    Raises:
        OSError: it can't be written.
    """
    fresh = home / f".{FILE}.new"
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(found, file, ensure_ascii=False)
    fresh.replace(home / FILE)


def recall(home: Path, base_url: str, model: str) -> ProbeDoc | None:
    """What was found for this address and model; None if the last probe was of another, or there was none."""
    try:
        found = json.loads((home / FILE).read_text(encoding="utf-8"))
        right = (found["address"], found["model"]) == (base_url, model) and all(
            isinstance(found[name], bool) for name in ("usable", "plain", "reached"))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return cast("ProbeDoc", found) if right else None


def forget_unfit(home: Path) -> None:
    """Forgets what was found of a server that was of no use: another key may open it."""
    try:
        unfit = not json.loads((home / FILE).read_text(encoding="utf-8"))["usable"]
    except (OSError, ValueError, KeyError, TypeError):
        return
    if unfit:
        (home / FILE).unlink(missing_ok=True)
