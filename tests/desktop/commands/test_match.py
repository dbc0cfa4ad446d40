"""How typed letters find a command."""

from __future__ import annotations

import pytest

from desktop.commands.match import best, score

TITLES = ["Go to Inbox", "Go to Running", "Go to Receipts", "Write a new task", "Show all keys", "Undo", "Quit"]


@pytest.mark.parametrize(("query", "first"), [
    ("inb", "Go to Inbox"), ("gtr", "Go to Running"), ("rec", "Go to Receipts"), ("new", "Write a new task"),
    ("NT", "Write a new task"), ("k", "Show all keys"), ("u", "Undo"), ("go rec", "Go to Receipts"), ("q", "Quit"),
])
def test_the_best_fit_stands_first(query: str, first: str) -> None:
    assert best(query, [(each, each) for each in TITLES])[0] == first


def test_nothing_typed_keeps_the_order() -> None:
    assert best(" ", [(each, each) for each in TITLES]) == TITLES


@pytest.mark.parametrize("query", ["zzz", "odnu", "undoundo"])
def test_letters_that_are_not_there_in_order_do_not_fit(query: str) -> None:
    assert score(query, "Undo") is None


def test_a_long_query_on_a_long_text_is_quick() -> None:
    assert score("a" * 200, "a" * 2000) is not None
