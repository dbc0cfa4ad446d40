"""One answer for all of a plan's tasks that ask the same."""

from __future__ import annotations

from agent.desk.front import Desk
from agent.planner.base import AskKind
from agent.store import plans, questions, tasks
from agent.store.ids import shown
from agent.store.problems import NotNow
from agent.store.tables import Question

SHAREABLE = frozenset({AskKind.VALUE, AskKind.CHOICE})
"""What can be answered for several sites at once. A consent, a file, money or leave to go on is one site's."""


def may_hold_for_all(desk: Desk, asked: Question) -> None:
    """Checks that an answer can stand for a whole plan.

    Raises:
        NotNow: its task belongs to no plan, or what it asks is for one site alone to be told.
    """
    if tasks.get(desk.store, asked.task_id).plan_id is None:
        raise NotNow(f"Question {shown('q', asked.id)} belongs to no plan. Answer it without --plan.")
    if asked.kind not in SHAREABLE:
        raise NotNow("This one is answered for each site by itself. Answer it without --plan.")


def for_the_plan(desk: Desk, asked: Question, text: str) -> list[str]:
    """Answers what asks the same in the plan's other tasks, and keeps the answer for those that ask it later.

    Returns:
        The ids of the questions that were answered too.
    """
    plan_id = tasks.get(desk.store, asked.task_id).plan_id
    if plan_id is None:
        return []
    twins = plans.twins_of(desk.store, asked)
    plans.keep_answer(desk.store, plan_id, {**plans.as_asked(asked), "value": text})
    for each in twins:
        questions.answer(desk.store, each.id or 0, text)
    return [shown("q", each.id) for each in twins]
