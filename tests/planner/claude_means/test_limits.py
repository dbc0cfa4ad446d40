"""When a model may be asked once more, and what the person is asked when it may not."""

from __future__ import annotations

from datetime import date

import pytest

from agent.planner.base import AskKind
from agent.planner.claude.limits import Limits, Scope, What, ask_of, limits_of, over, reason
from agent.protocol.settings import TABLE
from agent.store.spending import Used

LIMITS = Limits(Used(10, 600.0, 1.0), Used(100, 6000.0, 5.0))
TODAY = date(2026, 11, 3)
SOME = Used(3, 60.0, 0.2)


@pytest.mark.parametrize(("task", "day", "found"), [
    (SOME, SOME, None),
    (Used(3, 60.0, 0.999), SOME, None),
    (Used(3, 60.0, 1.0), SOME, (Scope.TASK, What.MONEY)),
    (Used(10, 60.0, 0.1), SOME, (Scope.TASK, What.STEPS)),
    (Used(3, 600.0, 0.1), SOME, (Scope.TASK, What.TIME)),
    (SOME, Used(99, 5999.0, 5.2), (Scope.DAY, What.MONEY)),
    (SOME, Used(100, 10.0, 0.2), (Scope.DAY, What.STEPS)),
    (SOME, Used(10, 6000.0, 0.2), (Scope.DAY, What.TIME)),
    (Used(99, 9999.0, 9.0), Used(999, 9999.0, 9.0), (Scope.TASK, What.MONEY))])
def test_the_first_limit_that_is_reached(task: Used, day: Used, found: tuple[Scope, What] | None) -> None:
    result = over(LIMITS, task, day, {}, TODAY)
    assert (result and (result.scope, result.what)) == found


def test_each_yes_adds_the_limit_once_more_and_only_for_what_was_asked() -> None:
    answers: dict[str, str] = {}
    for number, dollars in enumerate((1.0, 2.0, 3.0), 1):
        found = over(LIMITS, Used(3, 1.0, dollars), SOME, answers, TODAY)
        assert found is not None
        assert found.number == number
        answers[ask_of(found, TODAY).key] = "yes"
        assert over(LIMITS, Used(3, 1.0, dollars), SOME, answers, TODAY) is None
    assert over(LIMITS, Used(10, 1.0, 0.1), SOME, answers, TODAY) is not None  # steps were never asked about


def test_a_yes_for_a_day_holds_for_that_day() -> None:
    found = over(LIMITS, SOME, Used(3, 1.0, 5.0), {}, TODAY)
    assert found is not None
    answers = {ask_of(found, TODAY).key: "yes"}
    assert over(LIMITS, SOME, Used(3, 1.0, 5.0), answers, TODAY) is None
    assert over(LIMITS, SOME, Used(3, 1.0, 5.0), answers, date(2026, 11, 4)) is not None


def test_a_no_adds_nothing() -> None:
    found = over(LIMITS, Used(3, 1.0, 1.0), SOME, {}, TODAY)
    assert found is not None
    assert over(LIMITS, Used(3, 1.0, 1.0), SOME, {ask_of(found, TODAY).key: "no"}, TODAY) == found


def test_the_question_says_what_was_used_and_what_yes_means() -> None:
    found = over(LIMITS, Used(3, 1.0, 1.02), SOME, {}, TODAY)
    assert found is not None
    ask = ask_of(found, TODAY)
    assert ask.prompt.splitlines() == [
        "This task has used $1.02 of a model; the limit is $1.00. Shall it go on?",
        "Yes lets it use another $1.00 before it asks again. The limits are in Settings."]
    assert (ask.kind, ask.options, ask.fact) == (AskKind.SPEND, ("yes", "no"), None)


def test_nothing_may_be_spent_where_the_settings_say_nothing() -> None:
    found = over(Limits(Used(10, 600.0, 0.0), LIMITS.day), Used(), Used(), {}, TODAY)
    assert found is not None
    assert "let a model spend nothing on a task" in reason(found)


def test_limits_come_from_the_settings() -> None:
    values = {each.key: each.default for each in TABLE} | {"model-task-dollars": "0.50", "model-day-minutes": 10}
    found = limits_of(values)
    assert found.task == Used(60, 1200.0, 0.5)
    assert found.day == Used(600, 600.0, 5.0)
