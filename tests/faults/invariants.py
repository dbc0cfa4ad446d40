"""What must hold after every kill and at the end: the home's book against what the site really received. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from tests.faults.book import Book, SubmissionSeen, TaskSeen

FINISHED = frozenset({"done", "failed", "unknown", "cancelled"})
SENT = frozenset({"answered", "unknown"})
"""Submission states under which one request may have arrived."""


@dataclass(frozen=True, slots=True)
class Oracle:
    """What arrived at the site for one task: requests that send something, and records it made of them."""

    posts: int
    records: int


def wrong_now(book: Book, arrived: dict[int, Oracle]) -> list[str]:
    """What is wrong at any moment, also right after a kill and before the next start."""
    found = [f"integrity_check: {book.integrity}"] if book.integrity != "ok" else []
    found += [f"journal line {seq} does not fit" for seq in book.broken]
    for task in book.tasks:
        own, seen = _of(book, task), arrived[task.id]
        spent = sum(each.state in SENT or each.state == "sending" for each in own)
        if seen.records > 1:
            found.append(f"t{task.id}: {seen.records} records")
        if seen.posts > spent:
            found.append(f"t{task.id}: {seen.posts} requests arrived under {spent} spent approvals")
        if seen.posts < sum(each.state == "answered" for each in own):
            found.append(f"t{task.id}: answered without having arrived")
        found += [f"s{each.id}: {each.state} without an approval" for each in own
                  if each.state in SENT | {"sending"} and not each.approvals]
    return found


def wrong_at_end(book: Book, arrived: dict[int, Oracle], expected: int) -> list[str]:
    """What is wrong once every task is said to be finished.

    Args:
        book: the home's book.
        arrived: by task id.
        expected: how many tasks were ever added.
    """
    found = wrong_now(book, arrived)
    if len(book.tasks) != expected:
        found.append(f"{len(book.tasks)} of {expected} tasks are there")
    for task in book.tasks:
        found += [f"t{task.id} ({task.state}): {what}" for what in _wrong_task(book, task, arrived[task.id])]
    return found


def _wrong_task(book: Book, task: TaskSeen, seen: Oracle) -> list[str]:
    own = _of(book, task)
    found = []
    if task.state not in FINISHED:
        found.append("never finished")
    if any(each.state == "sending" for each in own):
        found.append("still sending")
    in_doubt = any(each.state == "unknown" for each in own)
    if in_doubt and task.state != "unknown":
        found.append("a submission is in doubt")
    receipts = [each.state for each in book.receipts if each.task == task.id]
    if task.state == "done" and seen.records != 1:
        found.append(f"{seen.records} records")
    if task.state == "done" and not receipts:
        found.append("no receipt")
    if in_doubt and not receipts:
        found.append("no receipt for what may have been sent")
    if task.state in ("failed", "cancelled") and seen.records:
        found.append("a record lies at the site")
    if task.state == "failed":
        found.append(f"failed: {task.message}")
    if "confirmed" in receipts and seen.records != 1:
        found.append(f"confirmed with {seen.records} records")
    return found


def _of(book: Book, task: TaskSeen) -> list[SubmissionSeen]:
    return [each for each in book.submissions if each.task == task.id]
