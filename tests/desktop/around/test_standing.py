"""What the counts say and what is worth a notification, decided from rows alone."""

from __future__ import annotations

import pytest

from agent.protocol.messages import TaskRow
from desktop.around.leaving import Leave, leave
from desktop.around.standing import Counts, Kind, count, kind_of, merged, notices
from desktop.gallery.frame import row
from desktop.navigation import Place, View

SECRET = "Letter about diagnosis F32.1"


def test_counts_follow_the_rows() -> None:
    rows = [row("t1", "needs_review", waits=["s1"]), row("t2", "needs_answer", waits=["q1"]), row("t7", "running"),
            row("t3", "sending"), row("t4", "queued", paused=True), row("t5", "done"), row("t6", "failed", paused=True)]
    assert count(rows) == Counts(needs=2, running=2, sending=1, can_pause=4, paused=1)


@pytest.mark.parametrize(("before", "after", "kind"), [
    (row("t", "running"), row("t", "needs_review", waits=["s1"]), Kind.NEEDS),
    (row("t", "needs_review", waits=["s1"]), row("t", "needs_review", waits=["s1"], message="x"), None),
    (row("t", "needs_review", waits=["s1"]), row("t", "needs_review", waits=["s1", "q2"]), Kind.NEEDS),
    (row("t", "needs_review", waits=["s1"]), row("t", "sending"), None),
    (row("t", "running"), row("t", "needs_answer", waits=["q1"]), Kind.NEEDS),
    (row("t", "running"), row("t", "failed"), Kind.FAILED), (row("t", "failed"), row("t", "failed", message="x"), None),
    (row("t", "sending"), row("t", "done"), Kind.FINISHED), (row("t", "sending"), row("t", "unknown"), Kind.NEEDS),
    (row("t", "running"), row("t", "cancelled"), None), (None, row("t", "queued"), None),
    (None, row("t", "needs_answer", waits=["q1"]), Kind.NEEDS), (row("t", "queued"), row("t", "running"), None),
])
def test_what_is_worth_telling(before: TaskRow | None, after: TaskRow, kind: Kind | None) -> None:
    assert kind_of(before, after) is kind


def test_what_belongs_together_is_told_together_and_names_nothing() -> None:
    moves = [(row(f"t{n}", "sending", SECRET), row(f"t{n}", "done", SECRET, site="clinic.example", message=SECRET))
             for n in range(3)]
    moves.append((row("t9", "running", SECRET), row("t9", "needs_review", SECRET, waits=["s1"])))
    found = notices(moves)
    assert [(each.kind, each.text, each.place) for each in found] == [
        (Kind.NEEDS, "A task is ready for your review.", Place(View.INBOX, "t9")),
        (Kind.FINISHED, "3 tasks are finished.", Place(View.INBOX))]


def test_a_chore_says_that_it_was_prepared_and_waits() -> None:
    before, after = row("t9", "running", SECRET), row("t9", "needs_review", SECRET, waits=["s1"])
    after["chore"] = "h1"
    assert [each.text for each in notices([(before, after)])] == ["A chore is filled in and waits for you."]


def test_the_task_in_front_of_the_person_is_not_told() -> None:
    moves = [(row("t1"), row("t1", "needs_review", waits=["s1"])), (row("t2"), row("t2", "failed"))]
    assert [each.kind for each in notices(moves, "t1")] == [Kind.FAILED]


def test_moves_of_one_task_become_one() -> None:
    one, two, three = row("t1"), row("t1", "sending"), row("t1", "done")
    assert merged(merged({}, [(one, two)]), [(two, three)]) == {"t1": (one, three)}


@pytest.mark.parametrize(("quitting", "keep", "tray", "sending", "found"), [
    (False, True, True, 0, Leave.HIDE), (False, True, True, 1, Leave.HIDE), (False, False, True, 0, Leave.END),
    (False, True, False, 0, Leave.END), (False, True, False, 1, Leave.ASK), (True, True, True, 0, Leave.END),
    (True, True, True, 2, Leave.ASK),
])
def test_leaving(quitting: bool, keep: bool, tray: bool, sending: int, found: Leave) -> None:
    assert leave(quitting=quitting, keep_running=keep, tray=tray, sending=sending) is found
