"""Files what was sent: one receipt per task, growing with each step of a longer form."""

from __future__ import annotations

from typing import Any

from agent.protocol import ReceiptState
from agent.store import receipts
from agent.store.engine import Store
from agent.store.ids import shown
from agent.store.tables import Receipt, Submission, now


def sent(store: Store, submission: Submission, status: int, state: ReceiptState = ReceiptState.ANSWERED) -> Receipt:
    """Notes a sent request on the task's receipt, or files a new one. Noting the same one again changes nothing."""
    entry: dict[str, Any] = {"submission": shown("s", submission.id), "method": submission.method,
                             "url": submission.url, "status": status, "sent_at": now(), "digest": submission.digest,
                             "step": submission.step}
    rows = [{**row, "submission": entry["submission"]} for row in submission.sheet.get("fields", [])]
    found = receipts.of_task(store, submission.task_id)
    if found is None or found.id is None:
        return receipts.file(store, Receipt(
            task_id=submission.task_id, run_id=submission.run_id, origin=submission.origin, url=submission.url,
            sent_at=entry["sent_at"], state=state, status=status, sends=[entry], fields=rows,
            before=submission.screenshot))
    if any(each["submission"] == entry["submission"] for each in found.sends):
        return found
    return receipts.change(store, found.id, url=submission.url, origin=submission.origin, sent_at=entry["sent_at"],
                           state=state, status=status, sends=[*found.sends, entry], fields=[*found.fields, *rows],
                           before=submission.screenshot)


def concluded(store: Store, task_id: int, state: ReceiptState, reference: str, evidence: str, after: str) -> None:
    """Adds what the answer page said."""
    found = receipts.of_task(store, task_id)
    if found is not None and found.id is not None:
        receipts.change(store, found.id, state=state, reference=reference, evidence=evidence, after=after)
