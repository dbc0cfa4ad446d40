"""A file dragged from another program onto the real window, on a screen of its own. The oracle is the task filed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import IO

import pytest

from agent.protocol import settings
from tests.desk.terminal import environment
from tests.runs.household import Person

pytestmark = pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")),
                                reason="needs Xvfb and xdotool: a screen to drag over and a hand to drag with")

PATIENCE = 60.0


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A screen of its own; the server chooses its number."""
    reading, writing = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1700x900x24", "-nolisten", "tcp",
                               "-noreset"],  # else it starts afresh, and refuses callers, whenever its last one leaves
                              pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait(30)


class Screen:
    """Programs on it, and a hand."""

    def __init__(self, display: str, home: Path) -> None:
        self.environment = {**os.environ, **environment(home), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.programs: list[subprocess.Popen[str]] = []

    def start(self, *words: str) -> IO[str]:
        program = subprocess.Popen([sys.executable, *words], env=self.environment, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        self.programs.append(program)
        assert program.stdout is not None
        return program.stdout

    def hand(self, *words: object) -> str:
        return subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True, capture_output=True,
                              text=True, timeout=PATIENCE).stdout.strip()

    def window(self, name: str) -> str:
        limit = time.monotonic() + PATIENCE
        while True:
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", name], env=self.environment,
                                   capture_output=True, text=True, timeout=PATIENCE, check=False).stdout.split()
            if found:
                return found[0]
            assert time.monotonic() < limit, f"no window {name}: {self.told()}"

    def told(self) -> list[tuple[int | None, str]]:
        """How the programs stand and what they said to standard error; ends them."""
        for each in self.programs:
            each.terminate()
        return [(each.poll(), each.communicate()[1][-500:]) for each in self.programs]

    def close(self) -> None:
        for each in self.programs:
            each.terminate()
            try:
                each.communicate(timeout=30)
            except subprocess.TimeoutExpired:
                each.kill()
                each.communicate()


def drag(on: Screen, said: IO[str]) -> str:
    """From the source to the middle of the window; what the drop came to."""
    on.hand("mousemove", 1500, 350, "mousedown", 1)
    for x, y in ((1490, 352), (1400, 360), (1000, 400), (800, 400), (790, 402)):
        on.hand("mousemove", x, y)
    assert said.readline().strip() == "dragging"
    for x in (780, 770, 760):
        on.hand("mousemove", x, 405)
    on.hand("mouseup", 1)
    word, _, action = said.readline().strip().partition(" ")
    assert word == "dropped"
    return action


def test_an_email_dropped_from_another_program_becomes_a_task(screen: str, own_home: Path, tmp_path: Path) -> None:
    person = Person(own_home, {"given-name": "Eleanor"})
    settings.write(own_home, "welcomed", True)
    message = EmailMessage()
    message["Subject"] = "Renew your permit"
    message.set_content("At http://127.0.0.1:1/elsewhere. Yours, the council")
    letter = tmp_path / "a letter, ünïcode.eml"
    letter.write_bytes(message.as_bytes())
    on = Screen(screen, own_home)
    try:
        on.start("-m", "desktop.app", "--home", str(own_home))
        app = on.window("^Countersign$")
        on.hand("windowmove", "--sync", app, 0, 0)
        said = on.start("-m", "tests.parts.drag_source", str(letter), "1450", "300")
        assert said.readline().strip() == "shown"
        on.window("drag source")
        limit = time.monotonic() + PATIENCE
        while drag(on, said) != "CopyAction":      # a window that is still starting may not have seen it come
            assert time.monotonic() < limit, "the window never took it"
        on.hand("windowfocus", "--sync", app)
        # Into the words, which say where: an e-mail's own link is never taken by itself. Then add them.
        on.hand("mousemove", 300, 30, "click", 1, "key", "ctrl+a")
        on.hand("type", "Renew my permit at http://127.0.0.1:1/permits")
        limit = time.monotonic() + PATIENCE
        while not (rows := person.call("board")["rows"]):
            assert time.monotonic() < limit, "no task was filed"
            on.hand("key", "ctrl+Return")
        assert (rows[0]["title"], person.task()["url"]) == (
            "Renew my permit at http://127.0.0.1:1/permits", "http://127.0.0.1:1/permits")
        assert person.task()["files"] == [letter.name]
    finally:
        on.close()
