"""Looks up what a sheet would send a second time, and words the warning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from agent.chores.expanding import moment, period
from agent.chores.problems import ChoreProblem
from agent.chores.rule import AnyRule, rule_from
from agent.chores.sentence import period_text
from agent.protocol import SubmissionState, settings
from agent.review.again import Sent, same_values, warnings, window
from agent.store import chores, receipts, submissions, tasks
from agent.store.engine import Store
from agent.store.ids import shown
from agent.store.tables import Occurrence, Submission


def repeated(store: Store, folder: Path, task_id: int, url: str, rows: Sequence[Mapping[str, Any]],
             *, step: bool) -> list[str]:
    """A warning where this was sent before: for the same time of the chore, or the same values within some days.

    Args:
        store: where it is looked up.
        folder: of the settings.
        task_id: whose sheet it is; what the task itself sent before is told elsewhere.
        url: where it would go.
        rows: of the sheet.
        step: a step of a longer form, which repeats nothing yet.
    """
    if step:
        return []
    now = datetime.now(UTC)
    days = int(settings.read(folder)["again-days"])
    mine = chores.occurrence(store, tasks.get(store, task_id).occurrence_id)
    rule, spacing = _rule_of(store, mine)
    within = window(days, spacing)
    of_chore = {each.id: (each, row) for each, row in chores.sent_for(store, mine.chore_id)} if mine is not None else {}
    found = [_sent(store, each, rows, mine, row, rule) for each, row in of_chore.values()
             if each.task_id != task_id and not each.step]
    place = url.partition("?")[0]
    found += [_sent(store, each, rows, None, None, None) for each in
              submissions.in_state(store, [SubmissionState.ANSWERED, SubmissionState.UNKNOWN])
              if each.id not in of_chore and each.task_id != task_id and not each.step
              and each.url.partition("?")[0] == place and now - moment(each.updated_at) <= within]
    return warnings(found, now, within)


def chore_repeats(store: Store, task_id: int, twin: Submission) -> bool:
    """Whether a twin belongs to another time of the same chore: that the same is sent each time is its purpose."""
    one = tasks.get(store, task_id).occurrence_id
    other = tasks.get(store, twin.task_id).occurrence_id
    mine, then = chores.occurrence(store, one), chores.occurrence(store, other)
    return mine is not None and then is not None and mine.chore_id == then.chore_id and mine.id != then.id


def _rule_of(store: Store, mine: Occurrence | None) -> tuple[AnyRule | None, timedelta | None]:
    if mine is None:
        return None, None
    chore = chores.get(store, mine.chore_id)
    start = datetime.fromisoformat(chore.start)
    try:
        rule = rule_from(chore.rule, start)
    except ChoreProblem:
        return None, None
    return rule, period(rule, start, datetime.fromisoformat(mine.local))


def _sent(store: Store, each: Submission, rows: Sequence[Mapping[str, Any]], mine: Occurrence | None,
          row: Occurrence | None, rule: AnyRule | None) -> Sent:
    receipt = receipts.of_task(store, each.task_id)
    words = period_text(rule, datetime.fromisoformat(row.local)) if row is not None and rule is not None else ""
    return Sent(shown("s", each.id), moment(each.updated_at), each.state == SubmissionState.ANSWERED, words,
                receipt.reference if receipt is not None else "",
                same_time=mine is not None and row is not None and row.id == mine.id, same_chore=row is not None,
                same_values=same_values(each.sheet["fields"], rows))
