"""What happened to each task, as moments: for the figures about reliability."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from sqlmodel import col, select

from agent.protocol import SubmissionState
from agent.store.engine import Store
from agent.store.tables import Decision, LedgerEntry, Occurrence, Question, Run, Submission, Task

HELD = "held"
"""The journal's word for a request that waits for a decision; once for each revision."""


@dataclass(slots=True)
class History:
    """One task. Times as the tables keep them; an empty end has not come.

    ``runs`` are (begun, ended), ``holds`` (held, decided, verb) of each review, ``asks`` (asked, answered), ``forms``
    the rows of each that was sent.
    """

    task: int
    chore: int | None
    state: str
    created: str
    updated: str
    runs: list[tuple[str, str]] = field(default_factory=list)
    holds: list[tuple[str, str, str]] = field(default_factory=list)
    asks: list[tuple[str, str]] = field(default_factory=list)
    forms: list[list[dict[str, object]]] = field(default_factory=list)


def histories(store: Store) -> list[History]:
    """Every task's, oldest first."""
    with store.read() as session:
        chores = {row.id: row.chore_id for row in session.exec(select(Occurrence))}
        found = {task.id or 0: History(task.id or 0, chores.get(task.occurrence_id), task.state, task.created_at,
                                       task.updated_at) for task in session.exec(select(Task).order_by(col(Task.id)))}
        for of, begun, ended in session.exec(select(Run.task_id, Run.started_at, Run.ended_at)):
            found[of].runs.append((begun, ended))
        for of, asked, answered in session.exec(
                select(Question.task_id, Question.created_at, Question.answered_at).where(col(Question.required))):
            found[of].asks.append((asked, answered))
        held: dict[int, list[str]] = defaultdict(list)
        for number, event, at in session.exec(select(LedgerEntry.submission_id, LedgerEntry.event, LedgerEntry.at)
                                              .order_by(col(LedgerEntry.seq))):
            if event == HELD:
                held[number].append(at)
        verbs = {(number, revision): (verb, at) for number, revision, verb, at in session.exec(
            select(Decision.submission_id, Decision.revision, Decision.verb, Decision.at))}
        for held_id, of, state, sheet in session.exec(
                select(Submission.id, Submission.task_id, Submission.state, Submission.sheet)):
            for revision, at in enumerate(held[held_id or 0], 1):
                verb, decided = verbs.get((held_id or 0, revision), ("", ""))
                found[of].holds.append((at, decided, verb))
            if state == SubmissionState.ANSWERED:
                found[of].forms.append(list(sheet.get("fields", [])))
    return list(found.values())
