"""Plans and the tasks that belong to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlmodel import col, select

from agent.protocol import QuestionState, ReceiptState
from agent.store import questions
from agent.store.engine import Store
from agent.store.problems import NotFound
from agent.store.tables import Plan, Question, Receipt, Task, now

_ABOUT = ("form", "several", "longest", "least", "most")


def add(store: Store, plan: Plan, filed: Iterable[tuple[Task, Question | None]]) -> tuple[Plan, list[Task]]:
    """Files a plan with its tasks and what they ask before they can begin: all of it or nothing."""
    tasks: list[Task] = []
    with store.write() as session:
        session.add(plan)
        session.flush()
        for task, question in filed:
            task.plan_id = plan.id
            session.add(task)
            session.flush()
            if question is not None:
                question.task_id = task.id or 0
                session.add(question)
            tasks.append(task)
    return plan, tasks


def get(store: Store, plan_id: int) -> Plan:
    """The plan.

    Raises:
        NotFound: there is none of that id.
    """
    with store.read() as session:
        found = session.get(Plan, plan_id)
    if found is None:
        raise NotFound(f"There is no plan p{plan_id}.")
    return found


def every(store: Store) -> list[Plan]:
    """All plans, oldest first."""
    with store.read() as session:
        return list(session.exec(select(Plan).order_by(col(Plan.id))))


def tasks_of(store: Store, plan_ids: Sequence[int]) -> dict[int, list[Task]]:
    """The tasks of plans, in the person's order, by the plan's number."""
    found: dict[int, list[Task]] = {number: [] for number in plan_ids}
    with store.read() as session:
        for task in session.exec(select(Task).where(col(Task.plan_id).in_(plan_ids)).order_by(col(Task.id))):
            found[task.plan_id or 0].append(task)
    return found


def receipts_of(store: Store, plan_id: int) -> dict[int, Receipt]:
    """The latest receipt of each of its tasks, by the task's number."""
    with store.read() as session:
        rows = session.exec(select(Receipt).join(Task, col(Receipt.task_id) == col(Task.id))
                            .where(Task.plan_id == plan_id).order_by(col(Receipt.id)))
        return {each.task_id: each for each in rows}


def unconfirmed(receipt: Receipt | None) -> bool:
    """Whether something was sent and the site's answer said neither yes nor no."""
    return receipt is not None and receipt.state != ReceiptState.CONFIRMED


def keep_answer(store: Store, plan_id: int, answer: Mapping[str, Any]) -> None:
    """Keeps what the person answered for all of a plan's tasks (shape: `Plan.answers`)."""
    with store.write() as session:
        plan = session.get_one(Plan, plan_id)
        plan.answers, plan.updated_at = [*plan.answers, dict(answer)], now()
        session.add(plan)


def twins_of(store: Store, question: Question) -> list[Question]:
    """The open questions in the other tasks of its plan that ask the very same thing."""
    with store.read() as session:
        task = session.get_one(Task, question.task_id)
        if task.plan_id is None:
            return []
        others = session.exec(select(Question).join(Task, col(Question.task_id) == col(Task.id)).where(
            Task.plan_id == task.plan_id, Question.state == QuestionState.ASKED,
            Question.kind == question.kind, Question.id != question.id).order_by(col(Question.id)))
        return [each for each in others if as_asked(each) == as_asked(question)]


def answer_known(store: Store, task_id: int) -> list[str]:
    """Answers what a task asks as the person did for its whole plan; returns those questions' first lines."""
    with store.read() as session:
        task = session.get_one(Task, task_id)
        plan = session.get(Plan, task.plan_id) if task.plan_id is not None else None
    known = [({name: each[name] for name in each if name != "value"}, str(each["value"]))
             for each in plan.answers] if plan is not None else []
    found = {each.id or 0: (each, value) for each in questions.open_ones(store, task_id, optional=True)
             for about, value in known if as_asked(each) == about}
    if found:
        questions.answer_all(store, {number: value for number, (_, value) in found.items()})
    return [each.prompt.partition("\n")[0] for each, _ in found.values()]


def as_asked(question: Question) -> dict[str, Any]:
    """What makes two questions the same: what they ask for, in which words, with which choices and bounds.

    Where no kind of fact says what is asked for, so does the heading it stands under: "Number" asks for many things.
    """
    return {"kind": str(question.kind), "label": question.prompt.partition("\n")[0].strip().casefold(),
            "fact": question.fact, "options": question.options,
            "section": "" if question.fact else str(question.about.get("section", "")).strip().casefold(),
            **{name: str(question.about.get(name, "")) for name in _ABOUT}}
