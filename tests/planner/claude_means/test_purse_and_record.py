"""Every turn is counted and kept before the next; what was sent before is kept once."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text

from agent.planner.claude.limits import Limits
from agent.planner.claude.models import CHEAP, DEFAULT
from agent.planner.claude.purse import TaskPurse
from agent.planner.claude.record import RunRecord
from agent.planner.claude.seen import turns_of
from agent.planner.claude.usage import Usage
from agent.store import questions, seen, spending, tasks
from agent.store.engine import Store
from agent.store.spending import Used
from agent.store.tables import Question, Run, Spending

LIMITS = Limits(Used(3, 600.0, 1.0), Used(100, 6000.0, 5.0))
TURN = Usage(1000, 500, 20_000, 1000)     # 0.0020 + 0.0050 + 0.0040 + 0.0025 dollars


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def purse(store: Store, **more: Any) -> TaskPurse:
    return TaskPurse(store, 1, 1, DEFAULT, lambda: LIMITS, **more)


async def test_a_turn_is_counted_on_run_and_task_and_told(store: Store) -> None:
    told: list[float] = []
    one = purse(store, told=told.append)
    assert await one.may_spend() == ""
    one.spent(TURN)
    one.spent(TURN)
    assert [round(each, 6) for each in told] == [0.0135, 0.027]
    assert round(tasks.get(store, 1).cost, 6) == 0.027
    with store.read() as session:
        assert round(session.get_one(Run, 1).cost, 6) == 0.027
    assert spending.of_task(store, 1).steps == 2


def test_a_question_beside_the_planners_turns_is_shown_with_its_own_model(store: Store) -> None:
    planners, aside = RunRecord(store, 1, 1), RunRecord(store, 1, 1)
    asked: dict[str, Any] = {"model": DEFAULT, "tools": [{"name": "fill"}],
                             "messages": [{"role": "user", "content": "a"}]}
    planners.turn(asked, {"content": []}, TURN)
    aside.turn({"model": CHEAP, "tools": [{"name": "report_doubts"}], "messages": []}, {"content": []}, TURN)
    planners.turn({**asked, "messages": [*asked["messages"], {"role": "user", "content": "b"}]}, {"content": []}, TURN)
    found = turns_of(seen.of_task(store, 1))
    assert [(each["model"], each["repeated"]) for each in found] == [(DEFAULT, 0), (CHEAP, 0), (DEFAULT, 1)]


async def test_at_the_limit_it_says_why_and_a_yes_lets_it_go_on(store: Store) -> None:
    one = purse(store)
    for _ in range(3):
        one.spent(TURN)
    assert await one.may_spend() == "This task has used 3 answers of a model; the limit is 3 answers."
    ask = one.question()
    assert ask is not None
    questions.ask(store, [Question(task_id=1, key=ask.key, kind=ask.kind, prompt=ask.prompt,
                                   options=list(ask.options))])
    questions.answer(store, 1, "yes")
    assert await one.may_spend() == ""
    assert one.question() is None


async def test_a_no_is_heard_once_and_asked_again_when_it_is_tried_again(store: Store) -> None:
    one = purse(store)
    for _ in range(3):
        one.spent(TURN)
    ask = one.question()
    assert ask is not None
    assert not one.refused(ask)
    questions.ask(store, [Question(task_id=1, key=ask.key, kind=ask.kind, prompt=ask.prompt)])
    questions.answer(store, 1, "no")
    assert one.refused(ask)
    assert not one.refused(ask)


async def test_only_time_at_work_counts_also_of_an_earlier_run(store: Store) -> None:
    clock = Clock()
    one = purse(store, clock=clock)
    with one.working():
        clock.now += 400
        one.spent(Usage(1, 1))
    clock.now += 9000                       # the person thought about it
    assert await one.may_spend() == ""
    two = purse(store, clock=clock)
    with two.working():
        clock.now += 201
        assert await two.may_spend() == "A model has worked for 10 minutes on this task; the limit is 10 minutes."


async def test_a_day_begins_at_the_persons_own_midnight(store: Store) -> None:
    at = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
    for hours, dollars in ((8.9, 2.0), (9.1, 4.0), (30.0, 50.0)):
        when = (at - timedelta(hours=hours)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        spending.add(store, Spending(task_id=1, model="m", cost=dollars, at=when))
    assert spending.of_day(store, at).dollars == 2.0
    spending.add(store, Spending(model="probe", cost=0.5, at="2026-11-03T05:00:00.000Z"))
    assert spending.of_day(store, at).dollars == 2.5


def request(*messages: Any, **more: Any) -> dict[str, Any]:
    return {"model": DEFAULT, "system": "Work with placeholders.", "tools": [{"name": "fill"}],
            "messages": list(messages), **more}


ASK: dict[str, Any] = {"role": "user", "content": [{"type": "text", "text": "the page"}]}
CALL = {"role": "assistant", "content": [{"type": "tool_use", "id": "a", "name": "fill", "input": {"x": 1}}]}
RESULT = {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "a", "content": "done"}]}


class Answer:
    """As the client's own models are read."""

    def model_dump(self, **_how: Any) -> dict[str, Any]:
        return {"role": "assistant", "content": [{"type": "thinking", "thinking": "hm", "signature": "s"},
                                                 {"type": "text", "text": "done"}]}


def test_each_part_of_what_it_saw_is_kept_once_and_all_of_it_is_shown(store: Store) -> None:
    record = RunRecord(store, 1, 1)
    record.turn(request(ASK, extra_headers={"authorization": "Bearer sk-1"}), {"content": CALL["content"]}, TURN)
    marked = {**ASK, "content": [{**ASK["content"][0], "cache_control": {"type": "ephemeral"}}]}
    record.turn(request(marked, CALL, RESULT), Answer(), TURN)
    first, second = turns_of(seen.of_task(store, 1))
    assert [(each["who"], each["kind"], each["title"]) for each in first["sent"]] == [
        ("instructions", "text", ""), ("tools", "other", "fill"), ("settings", "other", ""),
        ("countersign", "text", "")]
    assert [each["text"] for each in second["sent"]] == ['{\n  "x": 1\n}', "done"]
    assert [(each["kind"], each["text"]) for each in second["answered"]] == [("thinking", "hm"), ("text", "done")]
    assert (second["repeated"], second["number"], second["model"], round(second["cost"], 4)) == (1, 2, DEFAULT, 0.0135)
    assert "sk-1" not in json.dumps([first, second])


def test_trimmed_history_is_kept_from_where_it_differs(store: Store) -> None:
    record = RunRecord(store, 1, 1)
    record.turn(request(ASK, CALL, RESULT), {"content": "a"}, TURN)
    record.turn(request(ASK, RESULT), {"content": "b"}, TURN)
    assert [each.same for each in seen.of_task(store, 1)] == [0, 1]
    assert seen.of_task(store, 1)[1].request == {"messages": [RESULT]}


def test_it_goes_with_its_task_and_what_it_cost_stays_known(store: Store, folder: Path) -> None:
    RunRecord(store, 1, 1).turn(request(ASK), {"content": "a"}, TURN)
    purse(store).spent(TURN)
    with store.write() as session:
        session.execute(text("DELETE FROM run"))
        session.execute(text("DELETE FROM task"))
    assert seen.of_task(store, 1) == []
    assert round(spending.of_day(store, datetime.now(UTC)).dollars, 4) == 0.0135
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.glob("countersign.db*"))


def test_what_it_saw_can_be_removed_before(store: Store) -> None:
    RunRecord(store, 1, 1).turn(request(ASK), {"content": "a"}, TURN)
    assert (seen.forget(store, 1), seen.count(store, 1)) == (1, 0)
