"""Gathers what became of a task before: its steps, questions and what was held, as a planner with a model is told."""

from __future__ import annotations

from agent.planner.base import AskKind
from agent.planner.claude.past import Asked, Attempt, Held, Past
from agent.store import questions, submissions, tasks
from agent.store.engine import Store

_OURS = (AskKind.SPEND, AskKind.START)
"""Kinds of questions that say nothing of the form."""
_OVER = ("ended", "interrupted")
"""States of a run whose message says why it went no further; one that waits did not fail."""


def past_of(store: Store, task_id: int) -> Past:
    """The past of a task; its last attempt is the one at hand."""
    return Past(
        tuple(Attempt(tuple(step.text for step in steps), run.message if run.state in _OVER else "")
              for run, steps in tasks.runs_of(store, task_id)),
        tuple(Asked(each.key, each.prompt, each.state) for each in questions.of_task(store, task_id)
              if each.kind not in _OURS),
        tuple(Held(each.page_url or each.url, each.state) for each in submissions.of_task(store, task_id)))
