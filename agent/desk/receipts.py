"""Receipts at the desk."""

from __future__ import annotations

from typing import Any

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.receipts.search import matching
from agent.store import receipts, tasks
from agent.store.ids import shown


@capability("receipts", "What was sent, newest first",
            Argument("search", "only receipts with these words", option=True, required=False, metavar="WORDS"))
def list_receipts(desk: Desk, search: str | None = None) -> list[dict[str, Any]]:
    """Receipts that hold all the words."""
    titles = {task.id or 0: task.text for task in tasks.every(desk.store)}
    return [{"id": shown("r", each.id), "task": shown("t", each.task_id), "title": titles.get(each.task_id, ""),
             "origin": each.origin, "url": each.url, "sent_at": each.sent_at, "state": each.state,
             "status": each.status, "reference": each.reference, "evidence": each.evidence, "fields": each.fields,
             "sends": each.sends, "before": each.before, "after": each.after}
            for each in matching(receipts.every(desk.store), titles, search or "")]
