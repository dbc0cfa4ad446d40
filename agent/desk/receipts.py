"""Receipts at the desk."""

from __future__ import annotations

from typing import Any

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.protocol.messages import ApprovalDoc
from agent.receipts.search import matching
from agent.store import receipts, submissions, tasks
from agent.store.ids import number_of, shown
from agent.store.problems import NotNow
from agent.store.tables import Receipt

MOST = 1_000


@capability("receipts", "What was sent, newest first",
            Argument("search", "only receipts with these words", option=True, required=False, metavar="WORDS"),
            Argument("limit", f"at most so many, up to {MOST} (default: all)", option=True, required=False,
                     metavar="N"),
            Argument("before", "only older ones than this", option=True, required=False, metavar="ID"))
def list_receipts(desk: Desk, search: str | None = None, limit: int | str | None = None,
                  before: str | None = None) -> list[dict[str, Any]]:
    """Receipts that hold all the words.

    Raises:
        NotNow: the limit is no number from 1 to 1000.
        NotFound: ``before`` is no id.
    """
    below = number_of("r", before) if before else 0
    most = _limit(limit)
    if most and not (search or "").strip():
        found = receipts.page(desk.store, below, most)
        titles = tasks.texts(desk.store, {each.task_id for each in found})
    else:
        titles = tasks.texts(desk.store)
        older = [each for each in receipts.every(desk.store) if not below or (each.id or 0) < below]
        found = matching(older, titles, search or "")[:most or None]
    return [_doc(each, titles.get(each.task_id, "")) for each in found]


def _limit(text: int | str | None) -> int:
    if text is None:
        return 0
    if not str(text).isdigit() or not 1 <= int(text) <= MOST:
        raise NotNow(f"“{text}” is not a number from 1 to {MOST}.")
    return int(text)


@capability("receipt", "One receipt with its approval record", Argument("id", "its id", metavar="ID"))
def show_receipt(desk: Desk, id: str) -> dict[str, Any]:
    """A receipt, who approved what, and the journal's lines about it.

    Raises:
        NotFound: there is none.
    """
    found = receipts.get(desk.store, number_of("r", id))
    approvals = [each for send in found.sends for each in _approvals(desk, str(send.get("submission", "")))]
    return {**_doc(found, tasks.get(desk.store, found.task_id).text), "approvals": approvals}


def _approvals(desk: Desk, submission: str) -> list[ApprovalDoc]:
    number = number_of("s", submission)
    lines = [f"{each.at} {each.event} {each.hash}" for each in submissions.journal(desk.store, number)]
    return [ApprovalDoc(submission=submission, verb=each.verb, at=each.at, digest=each.digest,
                        accepted=list(each.detail.get("accepted", [])), journal=lines)
            for each in submissions.decisions(desk.store, number) if each.verb in ("approve", "grant")]


def _doc(each: Receipt, title: str) -> dict[str, Any]:
    return {"id": shown("r", each.id), "task": shown("t", each.task_id), "title": title, "origin": each.origin,
            "url": each.url, "sent_at": each.sent_at, "state": each.state, "status": each.status,
            "reference": each.reference, "evidence": each.evidence, "fields": each.fields, "sends": each.sends,
            "before": each.before, "after": each.after, "documents": each.documents}
