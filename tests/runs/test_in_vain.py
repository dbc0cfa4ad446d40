"""Pressing the same on the same page without end: the run stops and says which field did not take its value."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from agent.browser.read_back import Problem, ReadBack
from agent.planner.autofill.signature import page_signature
from agent.planner.base import ButtonKind, Click
from agent.runs import clicking, limits
from agent.runs.acts import Account
from agent.runs.clicking import count_vain
from agent.runs.course import Course
from agent.runs.problems import Stuck
from tests.planner.build import button, page


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


@pytest.mark.parametrize("another", [True, False])
async def test_another_planner_goes_on_before_the_run_ends(another: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    async def ready(*_: object) -> bool:
        return True

    shown, reasons = page(buttons=[button("Send")]), []

    def hand_over(why: str) -> bool:
        reasons.append(why)
        return another

    monkeypatch.setattr(clicking, "_ready", ready)
    course = Course(in_vain=limits.IN_VAIN, tried={page_signature(shown)})
    run: Any = SimpleNamespace(course=course, account=Account(), deciding=SimpleNamespace(hand_over=hand_over))
    mapped: Any = SimpleNamespace(map=shown)
    pressing = clicking.press(run, mapped, Click(shown.buttons[0].ref, "Send", ButtonKind.SUBMIT))
    if another:
        assert await pressing is True
        assert course.in_vain == 0  # it has its own tries
    else:
        with pytest.raises(Stuck):
            await pressing
    assert len(reasons) == 1
    assert "again and again" in reasons[0]
