"""The newest browser-use on one task, in a process and an environment of its own; gives the requests that went out."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from agent.browser.find import find_browser
from tests.bench.tokens.counting import Body
from tests.bench.tokens.environment import Environment
from tests.bench.tokens.peer_script import JUDGE, Filler
from tests.bench.tokens.places import Place
from tests.bench.tokens.tasks import Task
from tests.vendor.server import Vendor

MODEL = "claude-sonnet-4-6"
"""The newest that its own source names; it forces a tool, which newer ones refuse. It decides the pictures' size."""

MOST_STEPS = 15
PATIENCE = 300


def unjudged(bodies: list[Body]) -> list[Body]:
    """The requests without the one at the end that judges the run: its default, but no part of doing the task."""
    return [body for body in bodies if body["tools"][0]["name"] != JUDGE]


def through_peer(task: Task, place: Place, folder: Path, files: list[str], environment: Environment, *,
                 lean: bool) -> list[Body]:
    """All requests of one task. ``lean``: without pictures, judge, thinking and planning, which is not its default.

    Raises:
        RuntimeError: it did not end well.
    """
    with Vendor(Filler(task.steps, files[0] if files else "")) as vendor:
        job = {"task": task.told(place.url), "url": vendor.url, "model": MODEL, "browser": str(find_browser().path),
               "files": files, "folder": str(folder), "lean": lean, "steps": MOST_STEPS}
        quiet = {"ANONYMIZED_TELEMETRY": "false", "BROWSER_USE_CLOUD_SYNC": "false", "HOME": str(folder),
                 "BROWSER_USE_VERSION_CHECK": "false", "BROWSER_USE_CONFIG_DIR": str(folder / "config")}
        done = subprocess.run(
            [str(environment.python), "-I", str(Path(__file__).with_name("drive_peer.py"))], input=json.dumps(job),
            text=True, encoding="utf-8", capture_output=True, env={**os.environ, **quiet}, timeout=PATIENCE,
            check=False)
        if done.returncode:
            raise RuntimeError(done.stderr[-2000:])
        ended = json.loads(done.stdout.splitlines()[-1])
        if not ended["success"]:
            raise RuntimeError(f"{ended} {done.stderr[-3000:]}")
        return list(vendor.bodies)
