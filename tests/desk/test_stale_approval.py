"""An approval of what was on a screen before it was prepared anew, its bytes unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agent.desk import Desk, registered
from agent.protocol import Digest, SubmissionState, TaskState
from agent.store import ledger, submissions, tasks
from agent.store.problems import NotNow
from agent.store.tables import Submission, Task


def _sheet(label: str, *values: str) -> dict[str, Any]:
    agree = {"name": "agree", "label": label, "value": "yes", "needs_own_yes": True}
    granted = [{"label": "email", "source": "profile", "value": each} for each in values]
    return {"fields": [agree],
            "step_grant": {"origin": "https://council.example", "written": granted[:1], "values": granted}}


@pytest.fixture
def desk(own_home: Path) -> Iterator[Desk]:
    made = Desk(str(own_home))
    task = tasks.add(made.store, Task(text="a task", title="a task", url="https://council.example/"))
    run = tasks.start_run(made.store, task.id or 0)
    tasks.change(made.store, task.id or 0, state=TaskState.NEEDS_REVIEW)
    ledger.hold(made.store, Submission(task_id=task.id or 0, run_id=run.id or 0, method="POST",
                                       url="https://council.example/send", origin="https://council.example",
                                       digest=Digest("d1"), sheet=_sheet("I want the newsletter", "a@example.org")))
    yield made
    made.close()


def _approve(desk: Desk, **more: Any) -> Any:
    return registered()["approve"].call(desk, **{"id": "s1", "digest": "d1", "accept": ["agree"], **more})


def test_values_and_words_that_came_after_the_look_are_not_approved(desk: Desk) -> None:
    seen = submissions.get(desk.store, 1).revision
    ledger.hold_again(desk.store, 1, {"sheet": _sheet("I pay 500 a month", "a@example.org", "new@example.org")})
    for revision in (seen, str(seen), "", "x", -1, 10 ** 30):
        with pytest.raises(NotNow, match="Look at it again"):
            _approve(desk, revision=revision, steps=True)
    assert submissions.get(desk.store, 1).state == SubmissionState.HELD
    assert tasks.grant_of(desk.store, 1) == {}


def test_what_was_looked_at_is_what_is_granted(desk: Desk) -> None:
    shown = registered()["submission"].call(desk, id="s1")
    _approve(desk, revision=shown["revision"], steps=True)
    granted = tasks.grant_of(desk.store, 1)
    for part in ("values", "written"):
        assert [(each["source"], each["value"]) for each in shown["step_grant"][part]] == [
            (each["source"], each["value"]) for each in granted[part]]
    assert granted["origin"] == shown["step_grant"]["origin"]


def test_an_empty_digest_is_not_the_one_held_now(desk: Desk) -> None:
    with pytest.raises(NotNow, match="changed"):
        _approve(desk, digest="")


@pytest.mark.parametrize("accept", [[], ["Agree"], ["agree "], ["*"], ["agree,other"], [""]])
def test_a_yes_is_to_a_name_and_to_nothing_like_it(desk: Desk, accept: list[str]) -> None:
    with pytest.raises(NotNow, match="your own yes"):
        _approve(desk, accept=accept)
