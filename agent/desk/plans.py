"""Plans at the desk: what became of each place, what waits, all of it stopped or tried again together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.desk.queue import pause, resume, site_of
from agent.desk.review import as_json
from agent.desk.tasks import cancel, retry
from agent.protocol import SubmissionState, TaskState
from agent.protocol.messages import SheetRow
from agent.protocol.plans import PlanAsks, PlanCounts, PlanDoc, PlanPlace, PlanReview, PlanRow, SharedRow
from agent.review.last_time import with_last
from agent.review.plan_words import OUTCOMES, summary
from agent.review.together import needs_attention, together
from agent.store import board, plans, questions, submissions
from agent.store.ids import number_of, shown
from agent.store.problems import StoreProblem
from agent.store.tables import Plan, Receipt, Submission, Task
from agent.store.tasks import FINISHED

ID = Argument("id", "the plan's id", metavar="ID")


@capability("plan list", "Tasks that need several places, newest first")
def list_plans(desk: Desk) -> list[PlanRow]:
    """Every plan in short."""
    found = plans.every(desk.store)
    members = plans.tasks_of(desk.store, [each.id or 0 for each in found])
    return [_row(each, _places(desk, each, members[each.id or 0])) for each in reversed(found)]


@capability("plan show", "Show a plan: what is done, what waits for you, what failed", ID)
def show_plan(desk: Desk, id: str) -> PlanDoc:
    """A plan, its places, and all that waits in it as one list.

    Raises:
        NotFound: there is none.
    """
    plan = plans.get(desk.store, number_of("p", id))
    tasks = _tasks(desk, plan)
    places = _places(desk, plan, tasks)
    numbers = {each.id or 0 for each in tasks}
    held = sorted((each for each in submissions.in_state(desk.store, [SubmissionState.HELD])
                   if each.task_id in numbers), key=lambda each: each.task_id)
    found = together([cast("list[dict[str, Any]]", each.sheet["fields"]) for each in held])
    names = {number_of("t", each["task"]): each["place"] for each in places}
    return PlanDoc(
        **_row(plan, places), text=plan.text, places=places,
        same=[SharedRow(label=each.label, value=each.value, source=each.source, detail=each.detail)
              for each in found.same],
        reviews=[_review(each, names[each.task_id], _own(desk, each, own))
                 for each, own in zip(held, found.own, strict=True)],
        asks=_asks(desk, tasks, names))


def _own(desk: Desk, held: Submission, rows: Sequence[Mapping[str, Any]]) -> list[SheetRow]:
    """Rows as the sheet of their submission shows them: beside each what was sent there the last time."""
    last = submissions.last_sent(desk.store, held.origin, held.url.partition("?")[0], held.id or 0)
    return cast("list[SheetRow]", with_last(rows, last.sheet["fields"] if last else []))


def _tasks(desk: Desk, plan: Plan) -> list[Task]:
    return plans.tasks_of(desk.store, [plan.id or 0])[plan.id or 0]


def _row(plan: Plan, places: Sequence[PlanPlace]) -> PlanRow:
    counted = Counter(each["group"] for each in places)
    counts = cast("PlanCounts", {group: counted[group] for group in PlanCounts.__annotations__})
    return PlanRow(id=shown("p", plan.id), title=plan.title, summary=summary(counts), counts=counts,
                   finished=all(each["state"] in FINISHED for each in places), created_at=plan.created_at,
                   updated_at=plan.updated_at)


def _places(desk: Desk, plan: Plan, tasks: Sequence[Task]) -> list[PlanPlace]:
    waits = board.some(desk.store, [each.id or 0 for each in tasks]).waits
    receipts = plans.receipts_of(desk.store, plan.id or 0)
    return [_place(each, waits.get(each.id or 0, []), receipts.get(each.id or 0)) for each in tasks]


def _place(task: Task, waits: list[str], receipt: Receipt | None) -> PlanPlace:
    group = _group(task, receipt)
    return PlanPlace(
        task=shown("t", task.id), place=task.place or site_of(task.url), url=task.url, site=site_of(task.url),
        state=task.state, paused=task.paused, group=group, outcome=_outcome(task, group, receipt), waits=waits,
        receipt=shown("r", receipt.id) if receipt else "", reference=receipt.reference if receipt else "")


_GROUPS = {TaskState.NEEDS_REVIEW: "review", TaskState.NEEDS_ANSWER: "answer", TaskState.FAILED: "failed",
           TaskState.UNKNOWN: "unclear", TaskState.QUEUED: "queued", TaskState.CANCELLED: "cancelled"}


def _group(task: Task, receipt: Receipt | None) -> str:
    if task.paused and task.state not in FINISHED:
        return "paused"
    if task.state == TaskState.DONE:
        return "unclear" if plans.unconfirmed(receipt) else "done"
    return _GROUPS.get(TaskState(task.state), "going")


def _outcome(task: Task, group: str, receipt: Receipt | None) -> str:
    if task.state in (TaskState.FAILED, TaskState.CANCELLED, TaskState.UNKNOWN) and task.message:
        return task.message
    if group == "done" and receipt is not None and receipt.reference:
        return f"Sent and confirmed, reference {receipt.reference}."
    return OUTCOMES[group]


def _review(held: Submission, place: str, own: list[SheetRow]) -> PlanReview:
    sheet = as_json(held)
    return PlanReview(
        submission=sheet["id"], task=sheet["task"], place=place, site=held.origin.partition("://")[2],
        summary=sheet.get("summary", ""), warnings=list(sheet.get("warnings", [])),
        not_sent=len(sheet.get("not_sent", [])), attention=sum(needs_attention(row) for row in sheet["fields"]),
        own=own)


def _asks(desk: Desk, tasks: Sequence[Task], names: dict[int, str]) -> list[PlanAsks]:
    found: dict[str, PlanAsks] = {}
    for task in tasks:
        for each in questions.open_ones(desk.store, task.id or 0):
            same = found.setdefault(repr(sorted(plans.as_asked(each).items())), PlanAsks(
                questions=[], places=[], label=each.prompt.partition("\n")[0], options=each.options))
            same["questions"].append(shown("q", each.id))
            same["places"].append(names[task.id or 0])
    return list(found.values())


@capability("plan cancel", "Stop what is not finished of a plan; nothing held for it is sent", ID)
def cancel_plan(desk: Desk, id: str) -> dict[str, Any]:
    """Cancels its unfinished tasks; one that is being sent at this moment is left alone.

    Raises:
        NotFound: there is none.
    """
    return _each(desk, id, lambda task: task.state not in FINISHED, lambda name: cancel(desk, name))


@capability("plan pause", "Let a plan stand still until you say so", ID)
def pause_plan(desk: Desk, id: str) -> dict[str, Any]:
    """Pauses its unfinished tasks.

    Raises:
        NotFound: there is none.
    """
    return _each(desk, id, lambda task: task.state not in FINISHED, lambda name: pause(desk, name))


@capability("plan resume", "Let a paused plan go on", ID)
def resume_plan(desk: Desk, id: str) -> dict[str, Any]:
    """Lets its paused tasks go on.

    Raises:
        NotFound: there is none.
    """
    return _each(desk, id, lambda task: task.paused, lambda name: resume(desk, name))


@capability("plan retry", "Try again what failed or was stopped in a plan, and sent nothing", ID)
def retry_plan(desk: Desk, id: str) -> dict[str, Any]:
    """Queues its failed and cancelled tasks again. What was or may have been sent is each decided by itself: `retry`.

    Raises:
        NotFound: there is none.
    """
    return _each(desk, id, lambda task: task.state in (TaskState.FAILED, TaskState.CANCELLED),
                 lambda name: retry(desk, name))


def _each(desk: Desk, id: str, which: Callable[[Task], bool], do: Callable[[str], object]) -> dict[str, Any]:
    """Does something to some of a plan's tasks; ``left`` says why it was not done to others of them."""
    done: list[str] = []
    left: list[str] = []
    plan = plans.get(desk.store, number_of("p", id))
    for task in _tasks(desk, plan):
        name = shown("t", task.id)
        if which(task):
            try:
                do(name)
                done.append(name)
            except StoreProblem as problem:
                left.append(f"{name}: {problem}")
    return {"id": shown("p", plan.id), "tasks": done, "left": left}
