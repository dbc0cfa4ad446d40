"""Pressing the same on the same page without end: the run stops and says which field did not take its value."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from agent.browser.read_back import Problem, ReadBack
from agent.runs import limits
from agent.runs.acts import Account
from agent.runs.clicking import count_vain
from agent.runs.course import Course
from agent.runs.problems import Stuck


def test_presses_on_an_unchanged_page_end() -> None:
    done = {"a": ("fill x", ReadBack(False, "", Problem.REFUSED)), "b": ("fill y", ReadBack(True, "y"))}
    account = Account(done=done, called={"a": "Country", "b": "Name"})
    run: Any = SimpleNamespace(course=Course(), account=account)

    def press(signature: str) -> None:
        count_vain(run, signature)
        run.course.tried.add(signature)

    for signature in ("one", *["two"] * limits.IN_VAIN, "two", "three"):
        press(signature)
    for _ in range(limits.IN_VAIN):
        press("three")
    with pytest.raises(Stuck, match="Country") as stuck:
        press("three")
    assert "Name" not in str(stuck.value)
