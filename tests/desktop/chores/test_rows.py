"""What stands on the lines of the list and of the agenda."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from agent.protocol.chores import SuccessDoc
from desktop.chores import wording
from desktop.chores.rows import agenda_rows, chore_row, chore_rows
from desktop.gallery.chores import CHORES, TODAY, agenda, chore, last, times


def test_chores_stand_by_their_next_time_and_those_that_rest_behind() -> None:
    rows = chore_rows(CHORES, TODAY)
    assert [row.id or row.heading for row in rows] == ["h3", "h2", "h1", "Resting", "h4", "h5"]
    assert "Mon 7 Dec" in rows[2].spoken
    assert "5 of 6 done" in rows[2].spoken
    assert "(reading)" in rows[2].title


@pytest.mark.parametrize(("more", "words", "tone"), [
    ({}, "Comes again", "neutral"),
    ({"last": last("done")}, "Comes again", "neutral"),
    ({"last": last("needs_review")}, "Ready for your review", "warning"),
    ({"last": last("failed")}, "Could not be finished", "danger"),
    ({"last": last("failed"), "paused": True}, "Paused", "neutral"),
    ({"next": []}, "Nothing to come", "warning"),
])
def test_a_chore_stands_as_it_goes(more: dict[str, Any], words: str, tone: str) -> None:
    doc = chore("h1", "Water the plants", "Every day at 09:00", times("2026-12-01T09:00:00", 1), **more)
    mark = wording.state_of(doc)
    assert (mark.text, mark.tone) == (words, tone)
    assert chore_row(doc, TODAY).tone == tone


def test_texts_from_outside_are_escaped() -> None:
    doc = chore("h1", "\u202eevil", "\u202esentence", times("2026-12-01T09:00:00", 1))
    row = chore_row(doc, TODAY)
    assert "\u202e" not in row.spoken
    assert "⟨U+202E⟩evil" in row.title
    assert all("\u202e" not in each.spoken for each in agenda_rows(agenda([doc]), TODAY, TODAY))


def test_the_agenda_begins_at_the_chosen_day_and_says_if_there_is_nothing() -> None:
    rows = agenda_rows(agenda(CHORES), date(2026, 11, 28), TODAY)
    assert rows[0].heading == "Saturday 28 November 2026: nothing"
    assert rows[1].heading == "Monday 30 November 2026"
    assert agenda_rows([], TODAY, TODAY)[0].heading == "Today, Thursday 26 November 2026: nothing"


def test_a_time_by_another_clock_says_what_it_is_here() -> None:
    here = datetime(2026, 12, 1, 9).astimezone()
    away = here.astimezone(timezone(here.utcoffset() - timedelta(hours=5)))    # type: ignore[operator]  # it has one
    assert wording.elsewhere([away.isoformat()])
    assert not wording.elsewhere([here.isoformat()])
    assert wording.here(away.isoformat()) == "09:00 here"
    assert wording.time_words(away.isoformat()).endswith("1 December 2026, 04:00")


def test_nothing_is_said_of_success_before_anything_is_finished() -> None:
    assert wording.success_words(SuccessDoc(done=0, failed=0, rate=None)) == ""
    assert wording.success_words(SuccessDoc(done=1, failed=0, rate=1.0)) == "Done 1 of 1 time"
