"""Figures: waiting is no work, a group of questions is one call, nothing counted is no figure."""

from __future__ import annotations

from agent.chores.figures import figures, saved_seconds, work_seconds
from agent.store.figures import History


def at(minute: int, second: int = 0) -> str:
    return f"2026-11-26T10:{minute:02d}:{second:02d}.000Z"


def history(**more: object) -> History:
    found = History(1, None, "done", at(0), at(50))
    for name, value in more.items():
        setattr(found, name, value)
    return found


def test_waiting_for_the_person_is_no_work() -> None:
    found = history(runs=[(at(0), at(30)), (at(40), at(42))], holds=[(at(5), at(25), "approve")],
                    asks=[(at(2), at(4)), (at(2), at(6))])
    assert work_seconds(found) == (32 - 23) * 60
    assert figures([found])["calls"] == 2          # one review, and two questions that were asked together


def test_a_review_that_is_still_open_counts_as_waiting() -> None:
    assert work_seconds(history(runs=[(at(0), at(10))], holds=[(at(1), "", "")])) == 60


def test_rates() -> None:
    rows = [history(), history(state="failed"), history(state="unknown"), history(state="cancelled"), history()]
    found = figures(rows)
    assert (found["done"], found["failed"], found["unknown"], found["success"]) == (2, 1, 1, 0.5)
    nothing = figures([])
    assert (nothing["success"], nothing["work_between_calls"], nothing["corrections_per_form"]) == (None, None, None)


def test_corrections_for_each_form() -> None:
    found = figures([history(forms=[[], []], holds=[(at(1), at(2), "edit"), (at(3), at(4), "send-back"),
                                                    (at(5), at(6), "approve"), (at(7), at(8), "grant")])])
    assert (found["forms"], found["corrections"], found["corrections_per_form"], found["calls"]) == (2, 2, 1.0, 3)


def test_time_saved_never_falls_below_nothing_and_counts_only_what_was_filled() -> None:
    row = {"source": "profile", "value": "x"}
    assert saved_seconds(history(forms=[[row] * 9, [{"source": "page default", "value": "x"}]])) == 9 * 10 + 2 * 60
    assert saved_seconds(history(forms=[[row]], holds=[(at(0), at(50), "approve")])) == 0
    assert saved_seconds(history()) == 0
