"""What is needed to stand on the same page again later: address, cookies and storage, and what the gate knew."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.browser.driver import BrowserContext, Error
from agent.browser.kept_state import storage_of
from agent.gate.memory import Memory


@dataclass(frozen=True, slots=True)
class Resume:
    """A page to come back to."""

    url: str
    state: dict[str, Any]
    memory: Memory


def path_for(folder: Path, task_id: int) -> Path:
    """Where a task's resume point is kept."""
    return folder / "resume" / f"t{task_id}.json"


async def keep(path: Path, url: str, context: BrowserContext, memory: Memory) -> None:
    """Writes the resume point (0600), whole or not at all."""
    try:
        state = await storage_of(context, memory.origins())
    except Error:
        return  # the browser is gone; an older resume point is better than none
    fresh = path.with_suffix(".new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump({"url": url, "state": state, "memory": memory.dump()}, file)
    fresh.replace(path)


def recall(path: Path) -> Resume | None:
    """Reads a resume point back; None if there is none or it can't be read."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return Resume(str(kept["url"]), dict(kept["state"]), Memory.load(kept["memory"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def forget(path: Path) -> None:
    """Removes a resume point: it holds the session's cookies."""
    path.unlink(missing_ok=True)
