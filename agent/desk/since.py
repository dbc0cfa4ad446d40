"""What a submission is held against: what the same chore sent the last time."""

from __future__ import annotations

from agent.protocol import SubmissionState
from agent.protocol.chores import ForChore, SinceLast
from agent.review.since_last import since_last
from agent.store import chores, submissions
from agent.store.engine import Store
from agent.store.ids import shown
from agent.store.tables import Occurrence, Submission, Task


def for_chore(store: Store, task: Task) -> ForChore:
    """Which chore and time a task is for; empty for one that belongs to none."""
    row = chores.occurrence(store, task.occurrence_id)
    if row is None:
        return ForChore()
    return ForChore(chore=shown("h", row.chore_id), chore_time=row.local, chore_note=row.note)


def since_last_of(store: Store, task: Task, held: Submission) -> SinceLast | None:
    """The difference from the last time; None for a task that belongs to no chore, or was its first."""
    row = chores.occurrence(store, task.occurrence_id)
    if row is None:
        return None
    sent = [(each, then) for each, then in chores.sent_for(store, row.chore_id)
            if each.state == SubmissionState.ANSWERED and each.task_id != held.task_id
            and (each.id or 0) < (held.id or 0)]
    found = _counterpart(store, sent, held)
    if found is None:
        return None
    old, then = found
    changes, same = since_last({**old.sheet, "url": old.url}, {**held.sheet, "url": held.url})
    return SinceLast(submission=shown("s", old.id), task=shown("t", old.task_id), local=then.local,
                     sent_at=old.updated_at, changes=changes, same=same)


def _counterpart(store: Store, sent: list[tuple[Submission, Occurrence]], held: Submission) -> tuple[
        Submission, Occurrence] | None:
    """Of what the latest task sent, that which went to the same address; otherwise the one at the same step."""
    if not sent:
        return None
    latest = [pair for pair in reversed(sent) if pair[0].task_id == sent[0][0].task_id]
    path = held.url.partition("?")[0]
    same = [pair for pair in latest if pair[0].url.partition("?")[0] == path]
    if same:
        return same[-1]
    place = [each.id for each in submissions.of_task(store, held.task_id)].index(held.id)
    return latest[min(place, len(latest) - 1)]
