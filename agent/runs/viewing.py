"""Puts together what a planner sees of a task at one moment, and the picture that a model may see of a page."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from agent.browser.driver import Page
from agent.browser.evidence import picture_of_page
from agent.browser.page import PageMap
from agent.browser.problems import PictureFailed
from agent.gate.policy import Phase
from agent.gate.proxy import Gate
from agent.planner.base import TaskFile, View
from agent.protocol import FactKind
from agent.runs.contract import Contract
from agent.runs.course import Course
from agent.runs.editing import edits_of
from agent.store import facts, questions, submissions, tasks
from agent.store.engine import Store


def usable(store: Store, contract: Contract) -> dict[str, str]:
    """The person's facts that a task's contract covers, by kind."""
    return {kind: value for kind, value in facts.every(store).items() if contract.may_use(FactKind(kind))}


def view_of(store: Store, task_id: int, known: Mapping[str, str], page: PageMap, course: Course) -> View:
    """The view of one page. ``known`` are the facts that the task may use."""
    task = tasks.get(store, task_id)
    return View(
        task_text=task.text, notes=tuple(task.notes), facts={FactKind(kind): value for kind, value in known.items()},
        answers=questions.answers_of(store, task_id),
        files=tuple(TaskFile(each["name"], each["path"], each["media_type"]) for each in task.files),
        edits=edits_of(submissions.of_task(store, task_id), task.notes), page=page, sent=course.sent,
        last_click=course.last_click, tried=frozenset(course.tried), trail=tuple(course.trail),
        walls=tuple(course.walls), covered=course.covered,
        said=tuple(each.message for each in course.said if each.kind != "beforeunload"),
        written=datetime.fromisoformat(task.created_at).astimezone().date(),
        unspoken=bool((task.contract.get("start") or {}).get("unspoken")))


async def for_a_model(page: Page, gate: Gate, folder: Path) -> bytes:
    """A picture of the page (PNG); empty once anything was typed in this browser, or where the page gives none.

    A picture can't be looked through for what must not leave, so none is given that could show the person's data.
    """
    if gate.phase is Phase.ARMED:
        return b""
    path = folder / "pictures" / f"look-{secrets.token_hex(8)}.png"
    with contextlib.suppress(PictureFailed, OSError):
        await picture_of_page(page, path)
        return await asyncio.to_thread(_taken, path)
    return b""


def _taken(path: Path) -> bytes:
    try:
        return path.read_bytes()
    finally:
        path.unlink(missing_ok=True)
