"""Runs a form application that others wrote: the many-page example of Home Office Forms, with sessions and checks."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from tests.sites import install
from tests.sites.recorder import Recorded

SERVER = Path(__file__).resolve().parent / "hof_server.cjs"
START_PAGE = "/landing-page"
LONGEST_WAIT_SECONDS = 60


@dataclass(slots=True)
class Application:
    """The running application. ``records`` holds what it was sent, in order; its answers are its own."""

    url: str
    records: list[Recorded] = field(default_factory=list)

    @property
    def start(self) -> str:
        """Where a person would begin."""
        return self.url + START_PAGE


def missing() -> str:
    """Why the application can't run here, for a skip; empty where it can."""
    node = shutil.which("node")
    if node is None:
        return "node is not installed"
    if not install.application_is_built():
        return "the Home Office Forms example is not installed (python tests/sites/install.py)"
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    major, minor = (int(part) for part in re.findall(r"\d+", version)[:2])
    return "" if (major, minor) >= (20, 19) else f"the Home Office Forms example needs Node 20.19, this is {version}"


@contextmanager
def running_application() -> Iterator[Application]:
    """Starts the application on a free loopback port; it ends with the block.

    Raises:
        RuntimeError: it did not start; the text holds its last words.
    """
    process = subprocess.Popen(["node", "--no-deprecation", str(SERVER)], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    errors: list[bytes] = []
    threads = [threading.Thread(target=lambda stream: errors.extend(stream), args=(process.stderr,))]
    threads[0].start()
    try:
        first = process.stdout.readline()
        if not first:
            process.wait(LONGEST_WAIT_SECONDS)
            raise RuntimeError(f"hof_server.cjs did not start: {b''.join(errors)[-2000:].decode(errors='replace')}")
        application = Application(f"http://127.0.0.1:{json.loads(first)['port']}")
        threads.append(threading.Thread(target=_collect, args=(process.stdout, application.records)))
        threads[1].start()
        yield application
    finally:
        process.stdin.close()            # it ends by itself when its standard input closes
        process.wait(LONGEST_WAIT_SECONDS)
        for thread in threads:
            thread.join()
        process.stdout.close()
        process.stderr.close()


def _collect(stream: IO[bytes], records: list[Recorded]) -> None:
    for line in stream:
        heard = json.loads(line)
        records.append(Recorded(heard["method"], heard["url"], heard["headers"], base64.b64decode(heard["body"]), ""))
