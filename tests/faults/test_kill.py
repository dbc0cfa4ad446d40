"""The kill sweep, short: one life and a bit; the whole of it is a command (see README.md)."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.faults.invariants import FINISHED
from tests.faults.life import Life
from tests.faults.story import Pulse, Story
from tests.faults.windows import STRATA, Window

pytestmark = [pytest.mark.browser,
              pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes through /proc")]


def live(folder: Path, *targets: Window) -> Story:
    folder.mkdir()
    story = Life(folder, random.Random(7), Pulse()).go(("meter-reading",), targets)
    assert story.wrong == []
    return story


def test_a_killed_agent_goes_on_until_the_task_is_finished_and_nothing_arrives_twice(tmp_path: Path) -> None:
    story = live(tmp_path / "early", Window.START, Window.FILLING, Window.HELD, Window.APPROVED)
    assert len(story.kills) >= 3  # a kill can come too late on a quick machine
    assert {each.fell for each in story.kills} <= {*STRATA, Window.AFTER}
    assert set(story.states.values()) <= FINISHED
    assert story.records <= 1


@pytest.mark.parametrize("target", [Window.SENDING, pytest.param(Window.ANSWERED, marks=pytest.mark.slow)])
def test_a_kill_after_the_first_byte_leaves_one_record_at_most_and_says_so(tmp_path: Path, target: Window) -> None:
    story = live(tmp_path / "late", target)
    assert story.states["meter-reading"] in ("done", "unknown")
    assert story.records == 1 or story.states["meter-reading"] == "unknown"
