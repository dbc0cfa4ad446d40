"""The table of month names against the library that it was taken from."""

from __future__ import annotations

from agent.intake.month_table import from_babel, month_table
from agent.intake.written_dates import month_names


def test_the_table_says_what_the_library_says() -> None:
    assert month_table() == from_babel()


def test_a_month_is_known_in_every_language() -> None:
    names = month_names()
    assert (names["march"], names["märz"], names["août"], names["декабря"], names["sept"]) == (3, 3, 8, 12, 9)
