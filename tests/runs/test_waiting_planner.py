"""A planner may wait for a page, for a bearable while."""

from __future__ import annotations

import pytest

from agent.planner.base import Wait
from agent.runs.checking import LONGEST_WAIT, sound
from agent.runs.problems import Stuck
from tests.planner.build import page


def test_a_wait_is_an_action_like_any_other() -> None:
    assert sound([Wait(LONGEST_WAIT)], page(), ()) == [Wait(LONGEST_WAIT)]


@pytest.mark.parametrize("seconds", [-1.0, LONGEST_WAIT + 1, float("nan"), float("inf"), 3, True, "5"])
def test_a_wait_without_measure_is_refused(seconds: object) -> None:
    with pytest.raises(Stuck, match="not well-formed"):
        sound([Wait(seconds)], page(), ())  # type: ignore[arg-type]
